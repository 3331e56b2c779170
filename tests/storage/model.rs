//! Random work on a vault against a plain map, with the vault closed, killed of its index, or rebuilt in between.

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
        Step::CloseAndOpen | Step::LoseIndex | Step::Rebuild => return None,
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn a_vault_is_a_map_that_survives_everything(steps in prop::collection::vec(step(), 1..40)) {
        let mut sample = Sample::new();
        let programme = sample.programme.clone();
        let mut map = BTreeMap::from([(1, Inspection::new(id(1), plan_of(&programme)))]);
        for step in &steps {
            if let Some((number, edits)) = edits(step, &programme) {
                let changes = edits.iter().map(|edit| change(number, edit.clone())).collect();
                let done = sample.vault().commit(ACTOR, changes);
                match expected(&mut map, number, &edits) {
                    Some(Ok(())) => prop_assert!(done.is_ok(), "{done:?}"),
                    Some(Err(refusal)) => {
                        let refused = matches!(done, Err(CommitError::Refused(found)) if found == refusal);
                        prop_assert!(refused);
                    }
                    None => {
                        let unknown = matches!(done, Err(CommitError::UnknownInspection { .. }));
                        prop_assert!(unknown);
                    }
                }
            }
            match step {
                Step::CloseAndOpen => prop_assert_eq!(sample.reopen(), [""; 0]),
                Step::LoseIndex => {
                    sample.close();
                    std::fs::remove_dir_all(sample.index()).expect("removed");
                    prop_assert_eq!(sample.reopen().len(), 1);
                }
                Step::Rebuild => {
                    let hash = sample.hash();
                    prop_assert_eq!(sample.vault().rebuild(&mut |_| {}).expect("a rebuild").content_hash, hash);
                }
                _ => {}
            }
            for (number, inspection) in &map {
                let found = sample.vault().inspection(id(*number)).expect("read");
                prop_assert_eq!(found.as_ref(), Some(inspection));
                let summary = sample.vault().summary(id(*number)).expect("a summary");
                prop_assert_eq!(summary.signed_at.is_some(), inspection.is_signed());
            }
            prop_assert_eq!(sample.vault().summaries().len(), map.len());
        }
    }
}
