//! What was done today can be taken back after a restart: the journal knows what stood there before.

use super::samples::*;
use chrono::{Local, NaiveDate};
use thucchat::domain::{
    edit::{Change, Edit},
    indicator::{Figure, Hundredths, Source, Yearly},
    unit::Unit,
};

fn today() -> NaiveDate {
    Local::now().date_naive()
}

fn undo_last(sample: &mut Sample) -> usize {
    let mut actions = sample.vault().recent_actions(ACTOR, today()).expect("the actions of the day");
    actions.retain(|action| !action.back.is_empty());
    if let Some(last) = actions.last() {
        sample.vault().commit(ACTOR, last.back.clone()).expect("taken back");
    }
    actions.len()
}

#[test]
fn after_a_restart_every_action_of_the_day_is_taken_back_one_by_one_down_to_the_plan() {
    let mut sample = Sample::new();
    let planned = sample.vault().inspection(id(1)).expect("a look").expect("an inspection");
    let edits =
        [rate(1, 3), rate(1, 4), Edit::Note(item(1), HOSTILE.into()), Edit::Evidence("V-01".into(), Some(evidence()))];
    for edit in edits {
        sample.edit(edit);
    }
    sample
        .vault()
        .commit(ACTOR, vec![change(1, rate(2, 1)), change(1, Edit::Note(item(2), "hai".into()))])
        .expect("two at once");
    for left in (1..=5).rev() {
        sample.reopen();
        assert_eq!(undo_last(&mut sample), left);
    }
    assert_eq!(sample.vault().inspection(id(1)).expect("a look").expect("an inspection"), planned);
    assert_eq!(undo_last(&mut sample), 0, "the plan itself stays");
}

#[test]
fn units_and_indicators_go_back_to_what_they_were() {
    let mut sample = Sample::new();
    let yearly =
        |figure| Change::Indicator(Yearly { unit: unit(1).id, indicator: "vn-index".into(), year: 2023, figure });
    let figure =
        Figure { number: Hundredths(6_296), source: Source::new("VCCI").expect("a source"), note: String::new() };
    sample.vault().commit(ACTOR, vec![yearly(Some(figure))]).expect("kept");
    sample.vault().commit(ACTOR, vec![Change::Unit(Unit { note: HOSTILE.into(), ..unit(1) })]).expect("kept");
    sample.reopen();
    assert_eq!(undo_last(&mut sample), 2);
    assert_eq!(sample.vault().units().get(unit(1).id), Some(&unit(1)));
    assert_eq!(undo_last(&mut sample), 1);
    assert_eq!(undo_last(&mut sample), 0);
}

#[test]
fn nothing_goes_back_behind_a_signature_nor_to_another_person_or_day() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 3));
    assert_eq!(sample.vault().recent_actions("Lê Văn Cường", today()).expect("actions"), []);
    let yesterday = today().pred_opt().expect("a day");
    assert_eq!(sample.vault().recent_actions(ACTOR, yesterday).expect("actions"), []);
    let can_go_back = |sample: &mut Sample| {
        let actions = sample.vault().recent_actions(ACTOR, today()).expect("actions");
        actions.iter().filter(|action| !action.back.is_empty()).count()
    };
    assert_eq!(can_go_back(&mut sample), 1);
    sample.edit(Edit::SignOff(sign_off()));
    assert_eq!(can_go_back(&mut sample), 0);
    let actions = sample.vault().recent_actions(ACTOR, today()).expect("actions");
    assert!(actions.last().is_some_and(|last| last.forth[0].is_final()), "it is there, to be said why not");
}
