//! Which inspections an effect will read, where they may be very many: work on them then goes in steps (`work`). What is done with them is
//! the keeper's.

use super::{asked::in_scope, keeper::Keeper};
use crate::{
    domain::{follow_up::Number, ids::InspectionId},
    report::{flags::compared_with, gather::signed},
    tui::{asked::About, effect::Effect, message::Job},
};
use std::collections::BTreeSet;

impl Keeper {
    /// The work that an effect makes and the inspections that it reads; nothing for what reads few by its nature.
    pub(super) fn needs(&mut self, effect: &Effect) -> Option<(Job, Vec<InspectionId>)> {
        let today = self.day();
        let vault = self.vault().ok()?;
        match effect {
            Effect::LoadFlags(id) => Some((Job::Flags, compared_with(vault, *id))),
            Effect::BuildReport(id) => Some((Job::Document, compared_with(vault, *id))),
            Effect::BuildRollup(round) => Some((Job::Document, signed(vault, vault.round(round)?, None))),
            Effect::BuildFindings(shown) => Some((Job::Document, of(shown))),
            Effect::ExportFindings { shown, .. } => Some((Job::Export, of(shown))),
            Effect::Build(asked) => match &asked.about {
                About::Rollup { round, under, .. } => {
                    Some((Job::Document, signed(vault, vault.round(round)?, under.as_deref())))
                }
                About::Findings { round, under, .. } => {
                    Some((Job::Document, in_scope(vault, round.as_ref(), under.as_deref(), today)))
                }
                About::Inspection(_) | About::Minutes(_) => None,
            },
            _ => None,
        }
    }
}

fn of(shown: &[(InspectionId, Number)]) -> Vec<InspectionId> {
    let ids: BTreeSet<InspectionId> = shown.iter().map(|(id, _)| *id).collect();
    ids.into_iter().collect()
}
