//! What is refused leaves nothing behind, and every refusal has words.

use super::samples::*;
use thucchat::{
    domain::{
        edit::{Change, Edit, ProgrammeVersion, Refusal, Settings},
        evidence::{Attachment, Evidence},
        inspection::Plan,
    },
    i18n::Lang,
    store::CommitError,
};

/// Commits, expects a refusal, and sees that not even the changes before it were kept.
fn refused(sample: &mut Sample, change: Change) -> CommitError {
    let (hash, head) = (sample.hash(), sample.vault().head());
    let bytes = std::fs::metadata(sample.segment()).expect("the journal").len();
    let refusal = sample.vault().commit(ACTOR, vec![Change::Unit(unit(77)), change]).expect_err("a refusal");
    assert_eq!((sample.hash(), sample.vault().head()), (hash, head));
    assert_eq!(std::fs::metadata(sample.segment()).expect("the journal").len(), bytes);
    assert_eq!(sample.vault().units().len(), 1);
    for lang in Lang::ALL {
        assert!(refusal.message().to(lang).contains(' '), "{refusal:?} has words");
    }
    refusal
}

#[test]
fn an_edit_of_an_inspection_that_was_never_planned_is_refused() {
    let mut sample = Sample::new();
    let refusal = refused(&mut sample, change(9, rate(1, 1)));
    assert!(matches!(refusal, CommitError::UnknownInspection { .. }));
}

#[test]
fn a_plan_must_name_a_unit_a_round_and_a_programme_that_are_there() {
    let mut sample = Sample::new();
    let plan = plan_of(&sample.programme);
    let unit = change(9, Edit::Plan(Plan { unit: unit(8).id, ..plan.clone() }));
    assert!(matches!(refused(&mut sample, unit), CommitError::UnknownUnit { .. }));
    let round = change(9, Edit::Plan(Plan { round: "2099".into(), ..plan.clone() }));
    assert!(matches!(refused(&mut sample, round), CommitError::UnknownRound { .. }));
    let programme = change(9, Edit::Plan(Plan { programme: "0".repeat(64), ..plan }));
    assert!(matches!(refused(&mut sample, programme), CommitError::UnknownProgramme { .. }));
}

#[test]
fn a_unit_of_the_same_action_is_there_already() {
    let mut sample = Sample::new();
    let plan = Plan { unit: unit(2).id, ..plan_of(&sample.programme) };
    let changes = vec![Change::Unit(unit(2)), change(9, Edit::Plan(plan)), change(9, rate(1, 1))];
    sample.vault().commit(ACTOR, changes).expect("kept");
    assert_eq!(sample.vault().summaries().len(), 2);
}

#[test]
fn programme_versions_and_attachments_must_be_kept_first() {
    let mut sample = Sample::new();
    let version = ProgrammeVersion { hash: "a".repeat(64), id: "x".into(), version: "1".into() };
    assert!(matches!(refused(&mut sample, Change::Programme(version)), CommitError::FileMissing { .. }));
    let file = Some(Attachment { hash: "b".repeat(64), name: HOSTILE.into(), bytes: 3 });
    let cited = change(1, Edit::Evidence("V-01".into(), Some(Evidence { file, ..evidence() })));
    assert!(matches!(refused(&mut sample, cited), CommitError::FileMissing { .. }));
    let settings = Settings { programme: Some("c".repeat(64)), ..Settings::default() };
    assert!(matches!(refused(&mut sample, Change::Settings(settings)), CommitError::UnknownProgramme { .. }));
}

#[test]
fn a_signed_inspection_is_frozen_also_after_reopening_the_vault() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 3));
    sample.edit(Edit::SignOff(sign_off()));
    sample.reopen();
    assert!(matches!(refused(&mut sample, change(1, rate(1, 4))), CommitError::Refused(Refusal::Frozen)));
    let reopening = every_edit().into_iter().find(|edit| matches!(edit, Edit::Reopen(_))).expect("a reopening");
    sample.edit(reopening.clone());
    assert!(matches!(refused(&mut sample, change(1, reopening)), CommitError::Refused(Refusal::NotSigned)));
    sample.edit(rate(1, 4));
}

#[test]
fn the_plan_is_held_once_something_is_recorded() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 3));
    sample.vault().commit(ACTOR, vec![Change::Unit(unit(1))]).expect("kept");
    let moved = Plan { kind: "government".into(), ..plan_of(&sample.programme) };
    assert!(matches!(refused(&mut sample, change(1, Edit::Plan(moved))), CommitError::Refused(Refusal::PlanHeld)));
    let due = Plan { due: None, ..plan_of(&sample.programme) };
    sample.edit(Edit::Plan(due));
    assert_eq!(sample.vault().summary(id(1)).expect("a summary").due, None);
}

#[test]
fn an_action_too_large_for_one_record_is_refused_and_work_goes_on() {
    let mut sample = Sample::new();
    let refusal = refused(&mut sample, change(1, Edit::Note(item(1), "x".repeat(33 << 20))));
    assert!(matches!(refusal, CommitError::TooLong));
    sample.edit(rate(1, 1));
}
