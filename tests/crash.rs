//! A process that answers items is killed at fifty moments, also while it opens the vault. What it acknowledged must be there,
//! whole, each time; and each time the vault must open again.

#[path = "storage/samples.rs"]
#[expect(dead_code, reason = "the samples of the tests of the store; this test needs some of them")]
mod samples;

use samples::*;
use std::{
    collections::BTreeMap,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};
use thucchat::{domain::edit::Edit, store::Vault};

const WORK: &str = "THUCCHAT_TEST_WORK";
const INSPECTIONS: u64 = 5;
const ITEMS: u64 = 12;

/// Where the answer number `number` goes: an inspection and an item of it.
fn target(number: u64) -> (u128, usize) {
    let place = usize::try_from(number / INSPECTIONS % ITEMS).expect("small");
    (u128::from(number % INSPECTIONS) + 1, place)
}

/// Not a test of its own: as a child process it answers items until it is killed, and says each one that is durable.
#[test]
fn worker() {
    let Some(dir) = std::env::var_os(WORK).map(PathBuf::from) else { return };
    let mut vault = Vault::open(&dir).expect("the child opens the vault").vault;
    let mut out = std::io::stdout();
    let mut number = vault.info().expect("info").records;
    loop {
        let (inspection, place) = target(number);
        let seconds = u32::try_from(number).expect("few answers");
        // One user action of three changes: all of them are there or none.
        let changes = vec![
            change(inspection, rate(place, (number % 5) as u8)),
            change(inspection, Edit::Note(item(place), format!("{HOSTILE} {number}"))),
            change(inspection, Edit::Timing(item(place), seconds, None)),
        ];
        let done = vault.commit(ACTOR, changes).expect("a kept answer");
        writeln!(out, "\nack {} {number}", done.seq).and_then(|()| out.flush()).expect("the parent listens");
        number += 1;
    }
}

fn spawn(dir: &Path) -> (Child, Receiver<(u64, u64)>) {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "worker", "--nocapture"])
        .env(WORK, dir)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child process");
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let (said, hears) = channel();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            let mut words = line.strip_prefix("ack ").into_iter().flat_map(str::split_whitespace);
            let mut next = || words.next().and_then(|word| word.parse().ok());
            if let (Some(seq), Some(number)) = (next(), next()) {
                let _ = said.send((seq, number));
            }
        }
    });
    (child, hears)
}

/// A small generator with a seed, so that a failing run can be had again.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn everything_acknowledged_survives_fifty_kills() {
    let mut sample = Sample::new();
    let programme = sample.programme.clone();
    let more = (2..=u128::from(INSPECTIONS)).map(|number| plan(number, &programme)).collect();
    sample.vault().commit(ACTOR, more).expect("planned");
    sample.close();
    let mut random = Random(70);
    let mut acknowledged: BTreeMap<(u128, usize), u64> = BTreeMap::new();
    let (mut last_seq, mut answers, mut in_opening) = (0, 0, 0);
    for kill in 0..50 {
        let (mut child, words) = spawn(&sample.dir());
        // Some die while they start and open, the others after a number of answers and a moment.
        let acks = if kill % 3 == 0 { 0 } else { 1 + random.below(40) };
        let mut heard: Vec<(u64, u64)> =
            (0..acks).map_while(|_| words.recv_timeout(Duration::from_secs(20)).ok()).collect();
        assert_eq!(heard.len() as u64, acks, "kill {kill}: the child works");
        let moment = Duration::from_micros(random.below(if acks == 0 { 25_000 } else { 3_000 }));
        let deadline = Instant::now() + moment;
        while let Ok(ack) = words.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            heard.push(ack);
        }
        child.kill().expect("killed");
        child.wait().expect("gone");
        heard.extend(words.iter());
        in_opening += u32::from(heard.is_empty());
        for (seq, number) in heard {
            assert!(seq > last_seq, "kill {kill}: numbers go up without going back");
            last_seq = seq;
            answers += 1;
            acknowledged.insert(target(number), number);
        }
        sample.reopen();
        assert!(sample.vault().info().expect("info").records >= last_seq, "kill {kill}");
        check(&mut sample, &acknowledged, kill);
        if kill % 10 == 9 {
            let report = sample.vault().verify(&mut |_| {}).expect("a look");
            assert!(report.is_sound(), "kill {kill}: {report:?}");
        }
        sample.close();
    }
    assert!(answers > 300 && in_opening > 0, "{answers} answers, {in_opening} killed before the first");
}

/// Every acknowledged answer is there or was followed by a later one, and no action is there by half.
fn check(sample: &mut Sample, acknowledged: &BTreeMap<(u128, usize), u64>, kill: u32) {
    for inspection in 1..=u128::from(INSPECTIONS) {
        let sheet = sample.vault().inspection(id(inspection)).expect("read").expect("planned");
        for place in 0..usize::try_from(ITEMS).expect("small") {
            let entry = sheet.entries.get(&item(place)).cloned().unwrap_or_default();
            let number = u64::from(entry.seconds);
            if let Some(acknowledged) = acknowledged.get(&(inspection, place)) {
                assert!(number >= *acknowledged, "kill {kill}: answer {acknowledged} is lost");
            }
            if number > 0 {
                assert_eq!(target(number), (inspection, place), "kill {kill}");
                assert_eq!(entry.note, format!("{HOSTILE} {number}"), "kill {kill}: half an action");
                assert_eq!(
                    entry.level().map(|level| u64::from(level.get())),
                    Some(number % 5),
                    "kill {kill}: half an action"
                );
            }
        }
    }
}
