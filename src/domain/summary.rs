//! The small figures of one inspection that the queue and the roll-up read, so that neither touches a sheet.

use super::{
    ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
    inspection::{Inspection, State},
    programme::Programme,
    score::{Circumstances, Score},
    share::Share,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};

/// Claimed, supported and coverage of a section or the whole. The gap is the difference of the first two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Claimed.
    pub claimed: Share,
    /// Supported.
    pub supported: Share,
    /// Coverage.
    pub coverage: Share,
}

impl From<Score> for Totals {
    fn from(score: Score) -> Self {
        Self { claimed: score.claimed, supported: score.supported, coverage: score.coverage }
    }
}

/// The summary of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Which inspection.
    pub id: InspectionId,
    /// Of which unit.
    pub unit: UnitId,
    /// Of which kind.
    pub kind: KindId,
    /// In which round.
    pub round: RoundId,
    /// By when.
    pub due: Option<NaiveDate>,
    /// Who leads it.
    pub lead: String,
    /// Where it stands.
    pub state: State,
    /// Items with any mark.
    pub answered: u32,
    /// Items seen.
    pub items: u32,
    /// Figures of the whole; `None` when no item applies.
    pub whole: Option<Totals>,
    /// The band, when there is one.
    pub band: Option<BandId>,
    /// Figures of each section.
    pub sections: Vec<(SectionId, Totals)>,
    /// Items that a shortfall names, each once.
    pub shortfalls: Vec<ItemId>,
    /// Due days of the recommendations, one entry each.
    pub recommendations: Vec<Option<NaiveDate>>,
    /// When it was signed.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// Which version it is, 1 at first.
    pub version: u32,
}

impl Summary {
    /// Whether its day has passed on `today` and it is not signed.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state != State::Signed && self.due.is_some_and(|due| due < today)
    }
}

/// Summarises an inspection.
#[must_use]
pub fn summarise(programme: &Programme, inspection: &Inspection, about: &Circumstances) -> Summary {
    todo!("{programme:?}{inspection:?}{about:?}")
}
