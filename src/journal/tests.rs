//! Tests of the journal alone: names and bytes, no vault.

use super::{
    AppendError, Bytes, Damage, DeviceId, Found, Harm, Journal, JournalError, Op, Position, Scan, SharedBytes, Tip,
    clock::Clock,
    frame::{HEADER, MAX_BODY, body_at, frame},
    record::Record,
    scan,
    scan::holds,
};
use chrono::{DateTime, FixedOffset, TimeDelta};
use std::{fs, path::PathBuf};
use tempfile::TempDir;
use uuid::Uuid;

const DEVICE: DeviceId = DeviceId(Uuid::from_u128(7));

struct Place {
    _dir: TempDir,
    journal: PathBuf,
    quarantine: PathBuf,
}

fn place() -> Place {
    let dir = tempfile::tempdir().expect("a folder");
    let (journal, quarantine) = (dir.path().join("journal"), dir.path().join("quarantine"));
    Journal::create(&journal).expect("a journal");
    Place { _dir: dir, journal, quarantine }
}

impl Place {
    fn scan(&self) -> (Scan, Vec<Record>) {
        self.scan_from(Tip::default())
    }

    fn scan_from(&self, tip: Tip) -> (Scan, Vec<Record>) {
        let mut records = Vec::new();
        let scan = scan(&self.journal, tip, |found: Found| {
            records.push(found.read.record);
            Ok::<(), JournalError>(())
        });
        (scan.expect("a readable folder"), records)
    }

    fn open(&self) -> Journal {
        let (scan, _) = self.scan();
        Journal::open(&self.journal, DEVICE, scan.tip, scan.torn, &self.quarantine).expect("an open journal")
    }

    fn segment(&self, number: u32) -> PathBuf {
        self.journal.join(format!("{number:08}.log"))
    }

    fn bytes(&self) -> Vec<u8> {
        fs::read(self.segment(1)).expect("the first segment")
    }
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2023-10-12T08:00:00+07:00").expect("a time")
}

fn op(value: &[u8]) -> Op {
    let field = "note/C1-05".to_owned();
    Op { kind: "inspection".into(), id: SharedBytes([1; 16].into()), field, value: Bytes(value.to_vec()), base: None }
}

fn write(journal: &mut Journal, value: &[u8]) {
    journal.append(now(), "Nguyễn Thị Ẵm", vec![op(value)]).expect("a durable record");
}

/// Three records; the offsets at which they begin, and the end.
fn three(place: &Place) -> [usize; 4] {
    let mut journal = place.open();
    let mut offsets = [0; 4];
    for (place, value) in [&b"m\xe1\xbb\x99t"[..], b"hai", b"ba"].iter().enumerate() {
        write(&mut journal, value);
        offsets[place + 1] = usize::try_from(journal.tip().end.offset).expect("small");
    }
    offsets
}

#[test]
fn what_is_appended_is_read_back_with_its_chain() {
    let place = place();
    three(&place);
    let (scan, records) = place.scan();
    assert_eq!((scan.torn, scan.damage, scan.tip.records), (None, vec![], 3));
    assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(records[2].ops, [op(b"ba")]);
    assert_eq!(records[2].actor, "Nguyễn Thị Ẵm");
    assert_eq!(DateTime::<FixedOffset>::from(records[2].at), now(), "the time keeps its zone");
    let body = records[1].clone().encode().expect("a body");
    assert_eq!(records[2].prev, super::Hash::of(&body), "each record names the hash of the one before");
}

#[test]
fn operations_about_one_thing_name_it_once_and_are_read_back_whole() {
    let other = Op { id: SharedBytes([2; 16].into()), ..op(b"hai") };
    let settings = Op { kind: "settings".into(), id: SharedBytes::default(), ..op(b"ba") };
    let ops = vec![op(b"a"), op(b"b"), other.clone(), other, settings.clone(), settings, op(b"c")];
    let place = place();
    place.open().append(now(), "A", ops.clone()).expect("a durable record");
    assert_eq!(place.scan().1[0].ops, ops);
    let bytes = place.bytes();
    let named = bytes.windows(10).filter(|window| window == b"inspection").count();
    assert_eq!(named, 3);
}

#[test]
fn one_append_is_one_sync() {
    let place = place();
    let mut journal = place.open();
    for count in 1..=5 {
        write(&mut journal, b"x");
        assert_eq!(journal.syncs(), count);
    }
}

#[test]
fn the_clock_of_records_never_goes_back() {
    let later = Clock::default().next(now());
    let set_back = later.next(now() - TimeDelta::days(400));
    assert!(set_back > later);
    assert_eq!(set_back.0, later.0, "it counts on within the last millisecond");
    assert_eq!(set_back.next(now() + TimeDelta::milliseconds(1)), Clock(later.0 + 1, 0));
}

#[test]
fn a_torn_tail_is_cut_at_every_byte_of_the_last_record() {
    let whole = place();
    let offsets = three(&whole);
    let bytes = whole.bytes();
    for cut in offsets[2] + 1..offsets[3] {
        let place = place();
        fs::write(place.segment(1), &bytes[..cut]).expect("a cut journal");
        let (scan, records) = place.scan();
        assert_eq!(records.len(), 2, "cut at {cut}");
        assert_eq!(scan.damage, [], "cut at {cut}");
        let torn = scan.torn.expect("a torn tail");
        assert_eq!((torn.at.segment, torn.at.offset), (1, offsets[2] as u64));
        assert_eq!(torn.bytes, (cut - offsets[2]) as u64);
        let mut journal = place.open();
        let kept = place.quarantine.join(format!("00000001-{}.torn", offsets[2]));
        assert_eq!(fs::read(kept).expect("the cut bytes"), bytes[offsets[2]..cut]);
        write(&mut journal, b"ba");
        let (scan, records) = place.scan();
        assert_eq!((records.len(), scan.torn, scan.damage.len()), (3, None, 0), "cut at {cut}");
    }
}

#[test]
fn a_tail_of_zeros_is_torn_too() {
    let place = place();
    let offsets = three(&place);
    let mut bytes = place.bytes();
    bytes.resize(bytes.len() + 4096, 0);
    fs::write(place.segment(1), &bytes).expect("written");
    let (scan, records) = place.scan();
    assert_eq!(records.len(), 3);
    assert_eq!(scan.torn.map(|torn| (torn.at.offset, torn.bytes)), Some((offsets[3] as u64, 4096)));
}

#[test]
fn a_flipped_bit_in_the_middle_is_reported_with_its_place_and_the_rest_is_read() {
    let whole = place();
    let offsets = three(&whole);
    let bytes = whole.bytes();
    for byte in offsets[1]..offsets[2] {
        let place = place();
        let mut flipped = bytes.clone();
        flipped[byte] ^= 0x10;
        fs::write(place.segment(1), &flipped).expect("written");
        let (scan, records) = place.scan();
        assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 3], "flipped at {byte}");
        assert_eq!(scan.torn, None);
        let unreadable = Harm::Unreadable { bytes: (offsets[2] - offsets[1]) as u64 };
        let at = |offset: usize| Position { segment: 1, offset: offset as u64 };
        assert_eq!(
            scan.damage,
            [
                Damage { at: at(offsets[1]), harm: unreadable },
                Damage { at: at(offsets[2]), harm: Harm::Gap { first: 2, last: 2 } },
            ],
            "flipped at {byte}"
        );
    }
}

#[test]
fn a_record_that_was_changed_with_a_right_sum_breaks_the_chain() {
    let place = place();
    let offsets = three(&place);
    let bytes = place.bytes();
    let mut forged = Record::decode(body_at(&bytes, offsets[1]).expect("a body")).expect("a record").record;
    forged.ops = vec![op(b"kh\xc3\xa1c")];
    let forged = frame(&forged.encode().expect("a body")).expect("a frame");
    let all = [&bytes[..offsets[1]], &forged, &bytes[offsets[2]..]].concat();
    fs::write(place.segment(1), &all).expect("written");
    let (scan, records) = place.scan();
    assert_eq!(records.len(), 3);
    assert_eq!(scan.damage.iter().map(|damage| damage.harm).collect::<Vec<_>>(), [Harm::Broken { seq: 3 }]);
}

#[test]
fn a_record_that_stands_twice_counts_once() {
    let place = place();
    let offsets = three(&place);
    let bytes = place.bytes();
    fs::write(place.segment(1), [&bytes[..], &bytes[offsets[1]..offsets[2]]].concat()).expect("written");
    let (scan, records) = place.scan();
    assert_eq!(records.len(), 3);
    assert_eq!(scan.damage.iter().map(|damage| damage.harm).collect::<Vec<_>>(), [Harm::Repeated { seq: 2 }]);
}

#[test]
fn a_full_segment_is_followed_by_a_new_one() {
    let place = place();
    let mut journal = place.open();
    journal.limit_segments(1_000);
    for _ in 0..20 {
        write(&mut journal, &[0; 300]);
    }
    drop(journal);
    assert!(place.segment(5).is_file());
    let (scan, records) = place.scan();
    assert_eq!((records.len(), scan.damage, scan.torn), (20, vec![], None));
    let mut journal = place.open();
    write(&mut journal, b"sau");
    assert_eq!(place.scan().1.len(), 21);
}

#[test]
fn a_missing_segment_is_named_and_the_others_are_read() {
    let place = place();
    let mut journal = place.open();
    journal.limit_segments(1);
    for _ in 0..4 {
        write(&mut journal, b"x");
    }
    fs::remove_file(place.segment(2)).expect("removed");
    let (scan, records) = place.scan();
    assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [1, 3, 4]);
    assert_eq!(scan.damage[0], Damage { at: Position { segment: 2, offset: 0 }, harm: Harm::Segment });
    assert_eq!(scan.damage[1].harm, Harm::Gap { first: 2, last: 2 });
}

#[test]
fn a_cut_in_an_earlier_segment_is_damage_and_not_a_torn_tail() {
    let place = place();
    let mut journal = place.open();
    journal.limit_segments(1);
    write(&mut journal, b"x");
    write(&mut journal, b"y");
    let bytes = place.bytes();
    fs::write(place.segment(1), &bytes[..bytes.len() - 3]).expect("cut");
    let (scan, records) = place.scan();
    assert_eq!((records.len(), scan.torn), (1, None));
    assert_eq!(scan.damage[0].harm, Harm::Unreadable { bytes: (bytes.len() - 3) as u64 });
}

#[test]
fn after_the_first_error_nothing_is_written_until_it_is_resumed() {
    let place = place();
    let mut journal = place.open();
    write(&mut journal, b"gi\xe1\xbb\xaf");
    journal.limit_segments(1);
    fs::create_dir(place.segment(2)).expect("something in the way of the next segment");
    let failed = journal.append(now(), "A", vec![op(b"m\xe1\xba\xa5t")]);
    assert!(matches!(failed, Err(AppendError::Io { .. })), "{failed:?}");
    fs::remove_dir(place.segment(2)).expect("out of the way");
    let stopped = journal.append(now(), "A", vec![op(b"v\xe1\xba\xabn d\xe1\xbb\xabng")]);
    assert!(matches!(stopped, Err(AppendError::Stopped)), "the cause is gone, and still nothing is tried again");
    assert_eq!(journal.syncs(), 1);
    journal.resume().expect("resumed");
    write(&mut journal, b"sau");
    let (scan, records) = place.scan();
    assert_eq!((scan.damage.len(), scan.torn), (0, None));
    assert_eq!(
        records.iter().map(|record| record.ops[0].value.0.clone()).collect::<Vec<_>>(),
        [&b"gi\xe1\xbb\xaf"[..], b"sau"]
    );
}

#[test]
fn a_record_too_long_for_a_frame_is_refused_and_writing_goes_on() {
    let place = place();
    let mut journal = place.open();
    let long = journal.append(now(), "A", vec![op(&vec![0; MAX_BODY])]);
    assert!(matches!(long, Err(AppendError::TooLong)));
    assert_eq!(fs::metadata(place.segment(1)).expect("the segment").len(), 0);
    write(&mut journal, b"x");
    assert_eq!(place.scan().1.len(), 1);
}

#[test]
fn an_absurd_length_is_not_believed() {
    let mut bytes = frame(b"\x01\x80").expect("a frame");
    assert!(body_at(&bytes, 0).is_some());
    bytes[..4].copy_from_slice(&u32::MAX.to_le_bytes());
    assert_eq!(body_at(&bytes, 0), None);
    assert_eq!(body_at(&[0; HEADER], 0), None, "nothing is no record");
    assert_eq!(body_at(&bytes, usize::MAX), None);
}

#[test]
fn reading_goes_on_from_a_tip_and_knows_when_the_journal_is_another() {
    let place = place();
    three(&place);
    let (before, _) = place.scan();
    assert!(holds(&place.journal, &before.tip).expect("read"));
    let mut journal = place.open();
    write(&mut journal, b"b\xe1\xbb\x91n");
    let (after, records) = place.scan_from(before.tip.clone());
    assert_eq!(records.iter().map(|record| record.seq).collect::<Vec<_>>(), [4]);
    assert_eq!(after, place.scan().0, "the rest read alone comes to the same end as the whole");
    let bytes = place.bytes();
    fs::write(place.segment(1), &bytes[..40]).expect("cut short");
    assert!(!holds(&place.journal, &before.tip).expect("read"));
    let other = self::place();
    let mut journal = other.open();
    for _ in 0..6 {
        write(&mut journal, b"kh\xc3\xa1c");
    }
    assert!(!holds(&other.journal, &before.tip).expect("read"));
}

#[test]
fn a_journal_without_any_segment_is_missing_and_not_empty() {
    let place = place();
    fs::remove_file(place.segment(1)).expect("removed");
    let nothing = scan(&place.journal, Tip::default(), |_| Ok::<(), JournalError>(()));
    assert!(matches!(nothing, Err(JournalError::Missing)));
}

#[test]
fn a_newer_format_is_refused_and_not_taken_for_damage() {
    let place = place();
    three(&place);
    let newer = frame(b"\x02anything").expect("a frame");
    fs::write(place.segment(1), [place.bytes(), newer].concat()).expect("written");
    let refused = scan(&place.journal, Tip::default(), |_| Ok::<(), JournalError>(()));
    assert!(matches!(refused, Err(JournalError::Newer { format: 2 })));
}
