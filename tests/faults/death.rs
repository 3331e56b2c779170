//! The program is killed at random moments. What it acknowledged is there, whole, each time; and each time the vault opens again.

use super::{
    preload::{kill, worker},
    work::{Acked, Random, open, prepared, times},
};
use std::{
    io::{BufRead as _, BufReader},
    path::Path,
    sync::mpsc::{Receiver, channel},
    time::{Duration, Instant},
};

/// The longest an opening after a kill may take; on a machine that others use as well, only far above it is a fault.
const REOPENS: Duration = Duration::from_secs(2);

/// What came of many kills.
#[derive(Debug, Default)]
struct Toll {
    in_opening: u64,
    acknowledged: u64,
    slow: u64,
    slowest: Duration,
    lost: Vec<String>,
}

fn start(work: &str, home: &Path) -> (std::process::Child, Receiver<String>) {
    let mut child = worker(work, home).spawn().expect("a child process");
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let (said, hears) = channel();
    std::thread::spawn(move || {
        for line in lines.map_while(Result::ok) {
            if let Some(line) = line.strip_prefix(':') {
                let _ = said.send(line.to_owned());
            }
        }
    });
    (child, hears)
}

/// Kills a worker at a moment: while it opens the vault, or after some acknowledgements and a while. Everything it said.
fn live_and_die(work: &str, home: &Path, in_opening: bool, random: &mut Random, acked: &mut Acked) -> bool {
    let (mut child, words) = start(work, home);
    let acks = if in_opening { 0 } else { 1 + random.below(12) };
    let patience = Duration::from_mins(1);
    let mut opened = false;
    let mut hear = |line: String, acked: &mut Acked| {
        opened |= line == "opened";
        acked.hear(&line);
    };
    // The first word is that it is alive and opens.
    hear(words.recv_timeout(patience).expect("the worker lives"), acked);
    for _ in 0..acks {
        hear(words.recv_timeout(patience).expect("the worker works"), acked);
    }
    std::thread::sleep(Duration::from_micros(random.below(if in_opening { 5_000 } else { 4_000 })));
    kill(&mut child);
    for line in &words {
        hear(line, acked);
    }
    !opened
}

/// Kills a worker again and again, one time in `openings` while it opens the vault (never when it is 0); `loses` is done to the vault after each.
fn toll(work: &str, kills: u64, seed: u64, openings: u64, loses: impl Fn(&Path)) -> Toll {
    let sample = prepared();
    let (home, mut random) = (sample.home.path(), Random(seed));
    let mut acked = Acked::when(true);
    let mut toll = Toll::default();
    for cycle in 0..kills {
        let died_opening =
            live_and_die(work, home, openings > 0 && openings * toll.in_opening <= cycle, &mut random, &mut acked);
        toll.in_opening += u64::from(died_opening);
        loses(&sample.dir());
        let begun = Instant::now();
        let opened = match open(&sample.dir()) {
            Ok(opened) => opened,
            Err(error) => {
                toll.lost.push(format!("kill {cycle}: the vault does not open: {error}"));
                break;
            }
        };
        let took = begun.elapsed();
        toll.slow += u64::from(took > REOPENS);
        toll.slowest = toll.slowest.max(took);
        let missing = acked.missing_in(&opened.vault, home);
        toll.lost.extend(missing.into_iter().map(|what| format!("kill {cycle}: {what}")));
        if opened.vault.is_read_only() {
            toll.lost.push(format!("kill {cycle}: open for reading only"));
        }
        if cycle % 25 == 24 {
            let report = opened.vault.verify(&mut |_| {}).expect("a look");
            assert!(report.is_sound(), "kill {cycle}: {report:?}");
        }
    }
    toll.acknowledged = acked.count;
    println!("{work}: {toll:?}");
    toll
}

/// Nothing lost, every opening well, and none far slower than it may be.
fn expect_no_loss(work: &str, kills: u64, seed: u64) -> Toll {
    let toll = toll(work, kills, seed, 10, |_| {});
    assert!(toll.lost.is_empty(), "{work}: {:#?}", toll.lost);
    assert!(toll.acknowledged > kills, "{work}: it worked between the kills: {toll:?}");
    assert!(toll.slowest < 5 * REOPENS, "{work}: {toll:?}");
    toll
}

#[test]
fn two_hundred_kills_while_answering_lose_nothing() {
    let kills = times(200);
    let toll = expect_no_loss("answer", kills, 70);
    assert!(toll.in_opening >= kills / 12, "a tenth of the kills is meant for the opening: {toll:?}");
}

#[test]
fn kills_inside_an_import_leave_it_whole_or_not_begun() {
    expect_no_loss("import", times(30), 71);
}

#[test]
fn kills_inside_a_rebuild_lose_nothing() {
    expect_no_loss("rebuild", times(30), 72);
}

#[test]
fn kills_inside_a_backup_leave_the_copies_whole() {
    expect_no_loss("backup", times(30), 73);
}

#[test]
fn kills_inside_a_signature_lose_none() {
    expect_no_loss("sign", times(30), 74);
}

/// The control: a journal that loses its last record at a kill is found out.
#[test]
fn a_vault_that_forgot_its_last_record_would_be_found_out() {
    // Some of the records that are cut were on the disk and not yet acknowledged: no loss.
    let toll = toll("answer", 15, 75, 0, |vault| {
        let path = vault.join("journal/00000001.log");
        let bytes = std::fs::read(&path).expect("the journal");
        let mut ends = vec![0];
        while let Some(length) = bytes.get(ends[ends.len() - 1]..).and_then(|rest| rest.first_chunk::<4>()) {
            let end = ends[ends.len() - 1] + 8 + u32::from_le_bytes(*length) as usize;
            if end > bytes.len() {
                break;
            }
            ends.push(end);
        }
        std::fs::write(&path, &bytes[..ends[ends.len() - 2]]).expect("cut");
    });
    assert!(toll.lost.iter().any(|line| line.contains("is lost")), "{toll:?}");
}
