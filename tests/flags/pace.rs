//! T02, T03, T16: when the work was done.

use crate::case::{ITEMS, VISIT, filled, flags, flags_of, item, piece, shipped};
use thucchat::domain::{
    answer::Level,
    flags::{Beyond, Flag, RatingChange},
};

fn answer(item: &str, more: &str) -> String {
    format!("[[answer]]\nitem = \"{item}\"\nrating = 2\n{more}\n")
}

/// Seconds that the question and guidance of C1-01 take to read.
fn reading() -> u32 {
    let programme = shipped();
    let item = programme.item(&item("C1-01")).expect("it ships");
    let syllables: usize =
        [&item.question, &item.look_at, &item.ask_whom].iter().map(|text| text.vi.split_whitespace().count()).sum();
    u32::try_from(syllables).expect("a few words") / 5
}

#[test]
fn t02_reading_and_writing_down_a_piece_take_their_time() {
    let least = reading();
    let with = |seconds: u32| flags(&answer("C1-01", &format!("seconds = {seconds}")), "T02");
    assert!(least > 5, "the sample has a question to read");
    assert_eq!(with(least), []);
    assert_eq!(with(least - 1).len(), 1);
    let cited = |seconds: u32| {
        let file = piece("V-01", "document") + &answer("C1-01", &format!("evidence = [\"V-01\"]\nseconds = {seconds}"));
        flags(&file, "T02")
    };
    assert_eq!(cited(least + 19).len(), 1, "20 s for the piece");
    assert_eq!(cited(least + 20), []);
}

#[test]
fn t02_a_piece_is_written_once_and_time_that_was_not_measured_is_not_asked_about() {
    let file = piece("V-01", "document")
        + &answer("C1-01", "evidence = [\"V-01\"]\nseconds = 100")
        + &answer("C1-02", "evidence = [\"V-01\"]\nseconds = 100");
    assert_eq!(flags(&file, "T02"), [], "the second item cites what was written at the first");
    assert_eq!(flags(&answer("C1-01", ""), "T02"), []);
}

fn at(times: &[&str]) -> String {
    let answers = ITEMS.iter().zip(times).map(|(item, time)| answer(item, &format!("at = 2023-10-{time}:00+07:00")));
    VISIT.to_owned() + &answers.collect::<String>()
}

#[test]
fn t03_four_of_five_outside_the_visit_are_too_many_and_three_are_not() {
    let in_hours = "12T09:00";
    assert!(matches!(
        flags(&at(&["13T09:00", "13T09:01", "13T09:02", "13T09:03", in_hours]), "T03")[..],
        [Flag::FilledAfterwards { outside: 4, of: 5 }]
    ));
    assert_eq!(flags(&at(&["13T09:00", "13T09:01", "13T09:02", in_hours, in_hours]), "T03"), []);
    assert_eq!(flags(&at(&["13T09:00", "13T09:01", "13T09:02", "13T09:03"]), "T03"), [], "four answers are no habit");
}

#[test]
fn t03_all_in_the_last_tenth_of_the_visit_is_asked_about() {
    // 08:00 to 16:30: the last tenth begins at 15:39.
    let late = ["12T15:40", "12T15:50", "12T16:00", "12T16:10", "12T16:20"];
    assert!(matches!(flags(&at(&late), "T03")[..], [Flag::FilledAtTheEnd { of: 5 }]));
    assert_eq!(flags(&at(&["12T15:38", "12T15:50", "12T16:00", "12T16:10", "12T16:20"]), "T03"), []);
}

fn change(from: u8, to: u8, at: &str) -> RatingChange {
    let level = |level| Level::new(level).expect("a level");
    let at = format!("2023-10-12T{at}:00+07:00").parse().expect("a time");
    RatingChange { item: item("C1-01"), from: level(from), to: level(to), at }
}

fn raised_after(file: &str, changes: Vec<RatingChange>) -> usize {
    let beyond = Beyond { changes, ..Beyond::default() };
    let flags = flags_of(shipped(), &filled(1, file), &beyond);
    flags.iter().filter(|flag| flag.code() == "T16").count()
}

#[test]
fn t16_a_rating_that_rises_after_the_closing_meeting_needs_new_evidence() {
    let file = VISIT.to_owned() + &piece("V-01", "document") + &answer("C1-01", "evidence = [\"V-01\"]");
    assert_eq!(raised_after(&file, vec![change(1, 2, "15:31")]), 1);
    assert_eq!(raised_after(&file, vec![change(1, 2, "15:29")]), 0, "before the meeting");
    assert_eq!(raised_after(&file, vec![change(3, 2, "15:31")]), 0, "lowered");
    assert_eq!(raised_after(&file, vec![change(2, 3, "15:31"), change(3, 2, "15:40")]), 0, "and set back");
    let fresh = file.replace("collected = 2023-10-12", "collected = 2023-10-13");
    assert_eq!(raised_after(&fresh, vec![change(1, 2, "15:31")]), 0, "something new was brought");
}
