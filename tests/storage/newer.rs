//! Records of a newer program: what this one does not know stays in the journal, is skipped and counted.

use super::samples::*;
use serde::Serialize;
use std::{fs, io::Write as _};
use thucchat::{
    domain::edit::Edit,
    journal::{self, Bytes, Found, Hash, JournalError, Op, SharedBytes, Tip, frame::frame},
};

/// A record as a newer program might write it: with a field, an operation and parts of a value that are not known here.
#[derive(Serialize)]
struct Newer {
    device: journal::DeviceId,
    seq: u64,
    clock: (i64, u32),
    at: (i64, i32),
    actor: &'static str,
    prev: Hash,
    laptop: &'static str,
    ops: Vec<Op>,
}

#[derive(Serialize)]
struct NewerTiming {
    seconds: u32,
    at: Option<String>,
    pauses: Vec<u32>,
}

fn op(kind: &str, field: &str, value: &impl Serialize) -> Op {
    let value = Bytes(rmp_serde::to_vec_named(value).expect("bytes"));
    Op { kind: kind.into(), id: SharedBytes(id(1).0.as_bytes()[..].into()), field: field.into(), value, base: None }
}

/// Appends to the closed vault a record of a newer program.
fn append_newer(sample: &Sample, ops: Vec<Op>) -> Vec<u8> {
    let mut device = None;
    let scan = journal::scan(&sample.dir().join("journal"), Tip::default(), |found: Found| {
        device = Some(found.read.record.device);
        Ok::<(), JournalError>(())
    })
    .expect("a journal");
    let device = device.expect("a record");
    let (seq, prev) = scan.tip.chain.last(device);
    let laptop = "máy mới";
    let record =
        Newer { device, seq: seq + 1, clock: (1, 1), at: (1_700_000_000_000, 25_200), actor: ACTOR, prev, laptop, ops };
    let mut body = vec![1];
    rmp_serde::encode::write_named(&mut body, &record).expect("a body");
    let frame = frame(&body).expect("a frame");
    let mut file = fs::File::options().append(true).open(sample.segment()).expect("the journal");
    file.write_all(&frame).expect("appended");
    frame
}

#[test]
fn unknown_fields_and_operations_survive_are_skipped_and_counted() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    sample.close();
    let timing = NewerTiming { seconds: 90, at: None, pauses: vec![3, 4] };
    let frame = append_newer(
        &sample,
        vec![
            op("inspection", "timing/C1-01", &timing),
            op("inspection", "voice/V-01", &"ghi âm"),
            op("sensor", "whole", &42),
            op("inspection", "note/C1-01", &HOSTILE),
        ],
    );
    let notices = sample.reopen();
    assert!(notices.iter().any(|line| line.starts_with("4 phần do phiên bản mới hơn")), "{notices:?}");
    for again in ["replayed", "rebuilt"] {
        let sheet = sample.vault().inspection(id(1)).expect("read").expect("the inspection");
        let entry = &sheet.entries[&item(1)];
        assert_eq!((entry.seconds, entry.note.as_str()), (90, HOSTILE), "{again}: what is known is applied");
        assert_eq!(sample.vault().info().expect("info").unknown, 4, "{again}");
        sample.vault().rebuild(&mut |_| {}).expect("a rebuild");
    }
    sample.edit(Edit::Note(item(1), "sửa tiếp".into()));
    let bytes = fs::read(sample.segment()).expect("the journal");
    assert!(bytes.windows(frame.len()).any(|window| window == frame), "byte for byte");
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound());
    assert!(sample.vault().history(id(1)).expect("a history").iter().any(|line| line.field == "voice/V-01"));
}

#[test]
fn an_edit_names_the_record_whose_value_it_replaces() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    sample.edit(rate(2, 1));
    sample.reopen();
    sample.edit(rate(1, 2));
    sample.close();
    let mut bases = Vec::new();
    journal::scan(&sample.dir().join("journal"), Tip::default(), |found: Found| {
        let record = found.read.record;
        bases.extend(record.ops.into_iter().map(|op| (record.seq, op.field, op.base.map(|base| base.1))));
        Ok::<(), JournalError>(())
    })
    .expect("a journal");
    assert_eq!(
        bases[bases.len() - 3..],
        [(3, "answer/C1-01".into(), None), (4, "answer/C1-02".into(), None), (5, "answer/C1-01".into(), Some(3))]
    );
}
