//! Reads for the storage thread what of a round may be put forward for praise. The rule is `domain::nomination`.

use super::{
    answers::{Answers, failed},
    keeper::Keeper,
};
use crate::{
    domain::{
        ids::{InspectionId, RoundId},
        inspected::Inspected,
        nomination::Nominations,
        rollup::latest_signed,
    },
    store::Vault,
    tui::message::{Answer, Praised},
};
use std::{collections::BTreeSet, sync::Arc};

/// The inspections that are read: of each unit the latest signed one of the round.
pub(super) fn read_for(vault: &Vault, round: &RoundId) -> Vec<InspectionId> {
    latest_signed(vault.heads_of_rounds(&[round]), round).into_values().map(Inspected::id).collect()
}

impl Keeper {
    /// What could be praised of each of these.
    pub(super) fn praised(&mut self, ids: &[InspectionId]) -> Result<Vec<Praised>, Answer> {
        let vault = self.vault()?;
        let mut list = Vec::new();
        for id in ids {
            let Some(mut inspection) = vault.inspection(*id).map_err(|error| failed(error.message()))? else {
                continue;
            };
            let programme = vault.programme(&inspection.plan.programme).map_err(|error| failed(error.message()))?;
            let Some(nominations) = Nominations::of(&programme, &inspection) else { continue };
            let named: BTreeSet<_> = nominations.candidates.iter().flat_map(|candidate| &candidate.evidence).collect();
            let mut evidence = std::mem::take(&mut inspection.evidence);
            evidence.retain(|id, _| named.contains(id));
            list.push(Praised { nominations, evidence });
        }
        Ok(list)
    }

    /// What is told of it once all of the round is read.
    pub(super) fn praise(&mut self, round: RoundId, list: Vec<Praised>) -> Answers {
        Ok(vec![Answer::Praise { round, head: self.vault()?.head(), list: Arc::new(list) }])
    }

    /// All of it at once.
    pub(super) fn load_praise(&mut self, round: RoundId) -> Answers {
        let ids = read_for(self.vault()?, &round);
        let list = self.praised(&ids)?;
        self.praise(round, list)
    }
}
