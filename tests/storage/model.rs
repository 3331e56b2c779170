//! Random work on a vault against a plain map, with the vault closed, killed, robbed of its index, or rebuilt in between.

use super::samples::*;
use proptest::prelude::*;
use std::collections::BTreeMap;
use thucchat::domain::{
    edit::{Edit, Refusal},
    inspection::{Inspection, Reopening},
};
use thucchat::store::CommitError;

#[derive(Debug, Clone)]
enum Step {
    Plan(u128),
    Rate(u128, usize, u8),
    Clear(u128, usize),
    Note(u128, usize, String),
    Several(u128, Vec<(usize, u8)>),
    Sign(u128),
    Reopen(u128),
    CloseAndOpen,
    Crash,
    LoseIndex,
    Rebuild,
}

fn step() -> impl Strategy<Value = Step> {
    let which = 1..4_u128;
    let place = 0..6_usize;
    let level = 0..5_u8;
    prop_oneof![
        3 => which.clone().prop_map(Step::Plan),
        8 => (which.clone(), place.clone(), level.clone()).prop_map(|(id, place, level)| Step::Rate(id, place, level)),
        2 => (which.clone(), place.clone()).prop_map(|(id, place)| Step::Clear(id, place)),
        4 => (which.clone(), place.clone(), ".{0,12}").prop_map(|(id, place, note)| Step::Note(id, place, note)),
        3 => (which.clone(), prop::collection::vec((place, level), 1..5)).prop_map(|(id, all)| Step::Several(id, all)),
        1 => which.clone().prop_map(Step::Sign),
        1 => which.prop_map(Step::Reopen),
        2 => Just(Step::CloseAndOpen),
        2 => Just(Step::Crash),
        1 => Just(Step::LoseIndex),
        1 => Just(Step::Rebuild),
    ]
}

fn edits(step: &Step, programme: &str) -> Option<(u128, Vec<Edit>)> {
    let at = time("2023-10-12T10:20:00+07:00");
    Some(match step {
        Step::Plan(id) => (*id, vec![Edit::Plan(plan_of(programme))]),
        Step::Rate(id, place, level) => (*id, vec![rate(*place, *level)]),
        Step::Clear(id, place) => (*id, vec![Edit::Answer(item(*place), None)]),
        Step::Note(id, place, note) => (*id, vec![Edit::Note(item(*place), note.clone())]),
        Step::Several(id, all) => (*id, all.iter().map(|(place, level)| rate(*place, *level)).collect()),
        Step::Sign(id) => (*id, vec![Edit::SignOff(sign_off())]),
        Step::Reopen(id) => {
            let reopening = Reopening { signed: sign_off(), by: ACTOR.into(), at, why: "sót".into() };
            (*id, vec![Edit::Reopen(reopening)])
        }
        Step::CloseAndOpen | Step::Crash | Step::LoseIndex | Step::Rebuild => return None,
    })
}

/// What the plain map says to the same action.
fn expected(map: &mut BTreeMap<u128, Inspection>, number: u128, edits: &[Edit]) -> Option<Result<(), Refusal>> {
    let mut after = map.get(&number).cloned();
    for edit in edits {
        let inspection = match (&mut after, edit) {
            (Some(inspection), _) => inspection,
            (none, Edit::Plan(plan)) => none.insert(Inspection::new(id(number), plan.clone())),
            (None, _) => return None,
        };
        if let Err(refusal) = inspection.apply(edit.clone()) {
            return Some(Err(refusal));
        }
    }
    map.extend(after.map(|inspection| (number, inspection)));
    Some(Ok(()))
}

/// What the vault shows and the map does not say, or the other way round.
fn difference(sample: &mut Sample, map: &BTreeMap<u128, Inspection>) -> Option<String> {
    for (number, inspection) in map {
        let found = sample.vault().inspection(id(*number)).expect("read");
        if found.as_ref() != Some(inspection) {
            return Some(format!("inspection {number}: {found:?} in place of {inspection:?}"));
        }
        let summary = sample.vault().summary(id(*number)).expect("a summary");
        if summary.signed_at.is_some() != inspection.is_signed() {
            return Some(format!("the summary of {number}: {summary:?}"));
        }
    }
    let count = sample.vault().summaries().len();
    (count != map.len()).then(|| format!("{count} inspections in place of {}", map.len()))
}

/// Goes on with what a killed program leaves: its files as they are in this moment.
fn crash(sample: &mut Sample) {
    let home = tempfile::tempdir_in(quick_folder()).expect("a folder");
    copy(&sample.dir(), &home.path().join("kho"));
    sample.close();
    sample.home = home;
}

/// Takes a step in the vault and in the map; what does not fit.
fn take(sample: &mut Sample, map: &mut BTreeMap<u128, Inspection>, step: &Step) -> Option<String> {
    if let Some((number, edits)) = edits(step, &sample.programme.clone()) {
        let changes = edits.iter().map(|edit| change(number, edit.clone())).collect();
        let done = sample.vault().commit(ACTOR, changes);
        let fits = match expected(map, number, &edits) {
            Some(Ok(())) => done.is_ok(),
            Some(Err(refusal)) => matches!(done, Err(CommitError::Refused(found)) if found == refusal),
            None => matches!(done, Err(CommitError::UnknownInspection { .. })),
        };
        return (!fits).then(|| format!("{done:?}"));
    }
    let told = match step {
        Step::CloseAndOpen => sample.reopen(),
        Step::Crash => {
            crash(sample);
            sample.reopen();
            // What had not reached the index is taken from the journal, and that may be said.
            Vec::new()
        }
        Step::LoseIndex => {
            sample.close();
            std::fs::remove_dir_all(sample.index()).expect("removed");
            let told = sample.reopen();
            if told.len() == 1 { Vec::new() } else { vec![format!("{told:?}")] }
        }
        _ => {
            let hash = sample.hash();
            let rebuilt = sample.vault().rebuild(&mut |_| {}).expect("a rebuild").content_hash;
            if rebuilt == hash { Vec::new() } else { vec!["the rebuilt index is another".into()] }
        }
    };
    told.into_iter().next()
}

fn begun() -> (Sample, BTreeMap<u128, Inspection>) {
    let sample = Sample::new_in(tempfile::tempdir_in(quick_folder()).expect("a folder"));
    let map = BTreeMap::from([(1, Inspection::new(id(1), plan_of(&sample.programme)))]);
    (sample, map)
}

/// Two thousand, or as many as `PROPTEST_CASES` says.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(2_000)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), ..ProptestConfig::default() })]
    #[test]
    fn a_vault_is_a_map_that_survives_everything(steps in prop::collection::vec(step(), 1..16)) {
        let (mut sample, mut map) = begun();
        for step in &steps {
            prop_assert_eq!(take(&mut sample, &mut map, step), None, "{:?}", step);
            prop_assert_eq!(difference(&mut sample, &map), None, "{:?}", step);
        }
    }
}

/// The control: a map that knows something else is found out.
#[test]
fn a_vault_that_forgot_an_answer_would_be_found_out() {
    let (mut sample, mut map) = begun();
    assert_eq!(take(&mut sample, &mut map, &Step::Rate(1, 1, 3)), None);
    assert_eq!(difference(&mut sample, &map), None);
    let (_, forgotten) = edits(&Step::Rate(1, 2, 3), "").expect("edits");
    expected(&mut map, 1, &forgotten).expect("known").expect("taken");
    assert!(difference(&mut sample, &map).is_some());
}
