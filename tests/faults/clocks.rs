//! Clocks that are wrong: they jump ten years forth and back, change with the season, or stand still. Order and durations stay right, and it is said.

use super::{
    preload::{FOLDER, WORK, library},
    samples::*,
    work::{answer, both, open, prepared, target},
};
use chrono::{DateTime, Local};
use std::{path::PathBuf, process::Command};
use thucchat::domain::thing::Thing;

const YEARS: i64 = 10 * 365 * 86_400;

/// Seconds that the clock is wrong by, at each step of the work.
const STEPS: [i64; 9] = [0, YEARS, YEARS, 0, -YEARS, -YEARS, 3_600, -3_600, 0];

/// Not a test of its own: answers under a clock that is set anew before each answer, and says what the vault makes of it.
#[test]
fn tick() {
    let (Some(work), Some(home)) = (std::env::var_os(WORK), std::env::var_os(FOLDER)) else { return };
    if work != "tick" {
        return;
    }
    let home = PathBuf::from(home);
    let clock = std::env::var_os("THUCCHAT_FAULT_CLOCK").map(PathBuf::from).expect("a clock");
    for (number, seconds) in (5..).zip(STEPS) {
        std::fs::write(&clock, seconds.to_string()).expect("set");
        let opened = open(&home.join("kho")).expect("no clock refuses work");
        let mut vault = opened.vault;
        println!("\n:now {seconds} {}", Local::now().timestamp());
        opened.notices.iter().for_each(|notice| println!("\n:told {seconds} {}", both(notice)));
        let monotonic = std::time::Instant::now();
        // Twice in the same moment: the order of equal times is that of the work.
        answer(&mut vault, number).expect("kept");
        answer(&mut vault, number + 48).expect("kept");
        println!("\n:took {}", monotonic.elapsed().as_secs());
    }
}

fn ticked() -> Option<(Sample, Vec<String>)> {
    let library = library()?;
    let sample = prepared();
    let clock = sample.home.path().join("clock");
    let done = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "clocks::tick", "--nocapture"])
        .env(WORK, "tick")
        .env(FOLDER, sample.home.path())
        .env("LD_PRELOAD", library)
        .env("THUCCHAT_FAULT_CLOCK", &clock)
        .env("TZ", "Asia/Ho_Chi_Minh")
        .output()
        .expect("a worker");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let said = said.lines().filter_map(|line| line.strip_prefix(':')).map(str::to_owned).collect();
    Some((sample, said))
}

#[test]
fn jumps_of_ten_years_lose_no_order_and_no_word_and_are_flagged() {
    let Some((sample, said)) = ticked() else { return };
    let opened = open(&sample.dir()).expect("it opens");
    assert!(opened.vault.verify(&mut |_| {}).expect("a look").is_sound());
    // Every answer is there as it was last given.
    for number in (5..).take(STEPS.len()) {
        let (inspection, place) = target(number);
        let sheet = opened.vault.inspection(id(inspection)).expect("read").expect("planned");
        assert_eq!(u64::from(sheet.entries[&item(place)].seconds), number + 48, "the second of two equal times");
    }
    // The history is in the order of the work, whatever the clock said.
    for inspection in 1..=4 {
        let lines = opened.vault.history(Thing::Inspection(id(inspection))).expect("read");
        let order: Vec<u64> = lines.iter().map(|line| line.seq).collect();
        assert!(order.len() > 3 && order.is_sorted(), "{order:?}");
        let times: Vec<_> = lines.iter().map(|line| line.at).collect();
        assert!(!times.is_sorted(), "the clock jumped back: {times:?}");
    }
    // A clock that is behind the last record is flagged at the opening, in both languages; one that is right is not.
    let flagged = |seconds: i64| said.iter().filter(|line| line.starts_with(&format!("told {seconds} "))).count();
    assert!(flagged(-YEARS) == 1 && flagged(-3_600) == 1, "{said:?}");
    assert!(said.iter().any(|line| line.starts_with("told 0 ") && line.contains("Đồng hồ") && line.contains("clock")));
    assert!(flagged(YEARS) == 0 && flagged(3_600) == 0, "{said:?}");
    // Durations are measured by a clock that does not jump.
    assert!(
        said.iter()
            .filter_map(|line| line.strip_prefix("took "))
            .all(|took| took.parse::<u64>().expect("seconds") < 60)
    );
}

/// The control: the clock really was moved, so that the test above means something.
#[test]
fn the_clock_really_jumps() {
    let Some((_, said)) = ticked() else { return };
    let now = Local::now().timestamp();
    for line in said.iter().filter_map(|line| line.strip_prefix("now ")) {
        let (seconds, seen) = line.split_once(' ').expect("two numbers");
        let (seconds, seen): (i64, i64) = (seconds.parse().expect("seconds"), seen.parse().expect("a moment"));
        assert!((seen - seconds - now).abs() < 120, "{line}");
    }
}

#[test]
fn daylight_changes_keep_moments_apart_that_look_the_same() {
    // Half past two comes twice on this night; the zone is written with each moment.
    let first: DateTime<chrono::FixedOffset> = "2023-10-29T02:30:00+02:00".parse().expect("a moment");
    let second: DateTime<chrono::FixedOffset> = "2023-10-29T02:30:00+01:00".parse().expect("a moment");
    let walls = [first, second].map(thucchat::journal::clock::Wall::from);
    assert_ne!(walls[0], walls[1]);
    assert_eq!(walls.map(DateTime::<chrono::FixedOffset>::from), [first, second]);
    let clock = thucchat::journal::clock::Clock::default();
    let (one, two) = (clock.next(first), clock.next(first).next(second));
    assert!(one < two && two.next(first) > two, "an hour back costs no order");
}
