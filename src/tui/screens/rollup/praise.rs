//! What may be put forward for praise, as the storage thread read it: first what is, then the units of which nothing is, each in the
//! order of unit codes. Nobody stands above anybody.

use super::super::{Desk, Go};
use crate::{
    domain::{
        ids::{InspectionId, RoundId, UnitId},
        nomination::{Candidate, Subject},
    },
    tui::{effect::Effect, message::Praised, shared::Shared},
};
use std::sync::Arc;

/// A row of the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PraiseRow {
    /// The unit.
    pub(super) unit: UnitId,
    inspection: InspectionId,
    /// Which of what was read.
    at: usize,
    /// Which candidate is put forward; none where the unit has none.
    candidate: Option<usize>,
}

/// What was read, and of when.
#[derive(Debug, Default)]
pub(super) struct Praise {
    /// The round and the newest record when it was asked for.
    asked: Option<(RoundId, String)>,
    read: Option<(RoundId, Arc<Vec<Praised>>)>,
}

impl Praise {
    /// Asks for what the round holds now, unless it was asked for already.
    pub(super) fn ask(&mut self, round: &RoundId, desk: &mut Desk) {
        let wanted = (round.clone(), desk.shared.head.clone());
        if self.asked.as_ref() != Some(&wanted) {
            self.asked = Some(wanted);
            desk.ask(Effect::LoadPraise(round.clone()));
        }
    }

    pub(super) fn hear(&mut self, round: &RoundId, head: &str, list: &Arc<Vec<Praised>>) {
        self.asked = Some((round.clone(), head.to_owned()));
        self.read = Some((round.clone(), Arc::clone(list)));
    }

    /// Reading was stopped: the next look asks again.
    pub(super) fn stopped(&mut self) {
        self.asked = None;
    }

    /// The rows of a round; nothing while they are being read.
    pub(super) fn rows(&self, round: &RoundId, shared: &Shared) -> Option<Vec<PraiseRow>> {
        let (_, list) = self.read.as_ref().filter(|(read, _)| read == round)?;
        let mut rows: Vec<PraiseRow> = Vec::new();
        for (at, one) in list.iter().enumerate() {
            let nominations = &one.nominations;
            let row =
                |candidate| PraiseRow { unit: nominations.unit, inspection: nominations.inspection, at, candidate };
            let nominated = nominations.candidates.iter().enumerate().filter(|(_, one)| one.is_nominated());
            rows.extend(nominated.map(|(candidate, _)| row(Some(candidate))));
            rows.extend((!nominations.has_any()).then(|| row(None)));
        }
        rows.sort_by_cached_key(|row| {
            let code = shared.units.get(row.unit).map(|unit| unit.code.clone());
            (row.candidate.is_none(), code, row.at, row.candidate)
        });
        Some(rows)
    }

    /// What was read of a row's inspection.
    pub(super) fn of(&self, row: &PraiseRow) -> Option<&Praised> {
        self.read.as_ref()?.1.get(row.at)
    }

    /// What the row puts forward.
    pub(super) fn candidate(&self, row: &PraiseRow) -> Option<&Candidate> {
        self.of(row)?.nominations.candidates.get(row.candidate?)
    }

    /// Down to the evidence: the item of a strength, the visits of the models, else the walk.
    pub(super) fn go(&self, row: &PraiseRow) -> Go {
        let first = || self.of(row)?.nominations.candidates.first();
        let walk = Go::Walk(row.inspection);
        let Some(candidate) = self.candidate(row).or_else(first) else { return walk };
        match (&candidate.subject, candidate.items.first()) {
            (Subject::Model(_), _) => Go::Models(row.inspection),
            (Subject::Strength(_), Some(item)) => Go::Item(row.inspection, item.clone()),
            (Subject::Strength(_), None) => walk,
        }
    }
}
