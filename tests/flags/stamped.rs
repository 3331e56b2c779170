//! Rubber stamps that the rules were not written with: an honest day at a unit, to which one thing is done that makes it form without
//! substance. The right flag must come up, as loudly as it should, and must not have been up before. What is done to texts, evidence and
//! the unit's register stands in `tampered`.

use crate::made::{Made, time};
use chrono::TimeDelta;
use thucchat::domain::flags::Weight::{self, Alert, Info, Warning};

/// The flag comes up by what is done, and by nothing else.
pub fn raises(code: &str, weight: Weight, stamp: impl FnOnce(&mut Made)) {
    let mut made = Made::committee();
    assert!(!made.has(code, weight), "the honest day raises {code} itself: {:#?}", made.flags());
    stamp(&mut made);
    assert!(made.has(code, weight), "{code} ({weight:?}) is missing in {:#?}", made.flags());
}

#[test]
fn threes_from_the_first_to_the_last_item_on_the_units_own_papers() {
    raises("T01", Alert, |made| {
        made.rated(&[3]);
        made.rests_on("document");
    });
}

#[test]
fn fours_throughout_because_the_chairman_says_so() {
    raises("T01", Alert, |made| {
        made.rated(&[4]);
        made.rests_on("leaders_statement");
    });
}

#[test]
fn twos_throughout_with_no_evidence_at_all_so_that_nobody_is_offended() {
    raises("T01", Alert, |made| {
        made.rated(&[2]);
        made.entries(|_, entry| entry.evidence.clear());
    });
}

#[test]
fn one_two_among_sixteen_threes_so_that_it_does_not_look_like_a_line() {
    raises("T01", Alert, |made| {
        made.rated(&[3, 3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3, 3]);
        made.rests_on("minutes");
    });
}

#[test]
fn fourteen_of_seventeen_alike_are_not_yet_a_line_that_somebody_broke() {
    let mut made = Made::committee();
    made.rated(&[3, 3, 1, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 1, 3, 3]);
    made.rests_on("minutes");
    assert!(!made.has("T01", Alert), "{:#?}", made.flags());
}

#[test]
fn threes_and_fours_in_turn_and_not_a_word_of_blame() {
    raises("T09", Warning, |made| {
        made.rated(&[3, 4]);
        made.says_nothing();
    });
}

#[test]
fn each_item_clicked_through_in_three_seconds() {
    raises("T02", Warning, |made| made.entries(|_, entry| entry.seconds = 3));
}

#[test]
fn everything_rated_within_two_minutes_of_a_long_day() {
    raises("T02", Warning, |made| {
        made.entries(|nth, entry| {
            // Nobody measured the active time: only the times of the marks tell.
            entry.seconds = 0;
            entry.at = Some(time("2023-09-19T10:00") + TimeDelta::seconds(7 * i64::try_from(nth).expect("few")));
        });
    });
}

#[test]
fn a_quarter_of_an_hour_for_seventeen_items_is_not_too_little_to_read_them() {
    let mut made = Made::committee();
    made.entries(|nth, entry| {
        entry.seconds = 0;
        entry.at = Some(time("2023-09-19T10:00") + TimeDelta::seconds(56 * i64::try_from(nth).expect("few")));
    });
    assert!(!made.has("T02", Warning), "{:#?}", made.flags());
}

#[test]
fn the_form_was_filled_the_evening_before_the_visit() {
    raises("T03", Alert, |made| {
        made.entries(|_, entry| entry.at = entry.at.map(|at| at - TimeDelta::hours(20)));
    });
}

#[test]
fn the_form_was_filled_at_the_office_two_weeks_later() {
    raises("T03", Alert, |made| {
        made.entries(|_, entry| entry.at = entry.at.map(|at| at + TimeDelta::days(14)));
    });
}

#[test]
fn the_form_was_filled_while_the_car_was_waiting() {
    raises("T03", Alert, |made| {
        made.entries(|nth, entry| {
            entry.at = Some(time("2023-09-19T15:15") + TimeDelta::minutes(i64::try_from(nth).expect("few")));
        });
    });
}

#[test]
fn signed_the_day_before_the_team_came() {
    raises("T03", Alert, |made| made.signed("2023-09-18T16:50"));
}

#[test]
fn signed_on_the_last_day_or_later_is_as_it_should_be() {
    for at in ["2023-09-19T15:55", "2023-09-19T17:00", "2023-10-02T08:00"] {
        let mut made = Made::committee();
        made.signed(at);
        assert!(!made.has("T03", Alert), "{at}: {:#?}", made.flags());
    }
}

#[test]
fn whatever_is_awkward_does_not_apply() {
    raises("T08", Warning, |made| {
        for item in ["C1-05", "C1-06", "C1-07", "C5-02"] {
            made.not_applicable(item);
        }
    });
}

#[test]
fn the_team_never_left_the_hall() {
    raises("T15", Warning, |made| made.inspection.visit.minutes_on_sites = Some(0));
}

#[test]
fn nobody_was_asked() {
    raises("T15", Warning, |made| made.inspection.visit.people_asked = Some(0));
}

#[test]
fn nobody_wrote_down_how_long_it_was_where_or_with_whom() {
    raises("T15", Warning, |made| {
        (made.inspection.visit.people_asked, made.inspection.visit.minutes_on_sites) = (None, None);
    });
}

#[test]
fn five_models_were_drawn_and_none_was_visited() {
    raises("T15", Warning, |made| {
        made.registered(12, |_, _| {});
        made.drawn(5, 0, 0);
    });
}

#[test]
fn a_four_on_the_units_own_report() {
    raises("T20", Info, |made| {
        made.rests_on("document");
    });
}
