//! Reads for the storage thread what of a round may be put forward for praise. The rule is `domain::nomination`.

use super::answers::{Answers, failed};
use crate::{
    domain::{
        ids::{InspectionId, RoundId},
        nomination::Nominations,
        rollup::latest_signed,
    },
    store::Vault,
    tui::message::{Answer, Praised},
};
use std::{collections::BTreeSet, sync::Arc};

/// The inspections that are read: of each unit the latest signed one of the round.
pub(super) fn read_for(vault: &Vault, round: &RoundId) -> Vec<InspectionId> {
    latest_signed(vault.summaries(), round).into_values().map(|summary| summary.id).collect()
}

/// What could be praised of each.
pub(super) fn load(vault: &mut Vault, round: RoundId) -> Answers {
    let mut list = Vec::new();
    for id in read_for(vault, &round) {
        let Some(mut inspection) = vault.inspection(id).map_err(|error| failed(error.message()))? else { continue };
        let programme = vault.programme(&inspection.plan.programme).map_err(|error| failed(error.message()))?;
        let Some(nominations) = Nominations::of(&programme, &inspection) else { continue };
        let named: BTreeSet<_> = nominations.candidates.iter().flat_map(|candidate| &candidate.evidence).collect();
        let mut evidence = std::mem::take(&mut inspection.evidence);
        evidence.retain(|id, _| named.contains(id));
        list.push(Praised { nominations, evidence });
    }
    Ok(vec![Answer::Praise { round, head: vault.head(), list: Arc::new(list) }])
}
