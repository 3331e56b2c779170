//! The small figures of one inspection that the queue and the roll-up read, so that neither touches a sheet.

use super::{
    finding::FindingKind,
    ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
    inspection::{Inspection, State},
    programme::Programme,
    score::{Circumstances, ItemState, Score, assess},
    share::Share,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

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
///
/// It is ready when every item that the unit sees has a mark, N/A and not verified among them; an inspection of which the unit
/// sees no item is never ready.
#[must_use]
pub fn summarise(programme: &Programme, inspection: &Inspection, about: &Circumstances) -> Summary {
    let assessment = assess(programme, inspection, about);
    let marked = assessment.items.iter().filter(|item| item.state != ItemState::Open).count();
    Summary {
        state: state(inspection, marked, assessment.items.len()),
        answered: count(marked),
        items: count(assessment.items.len()),
        whole: assessment.whole.map(Totals::from),
        band: assessment.band,
        sections: assessment.sections.into_iter().map(|(section, score)| (section, Totals::from(score))).collect(),
        ..without_programme(inspection)
    }
}

/// What can be said of an inspection whose programme cannot be read: all that needs none. It is never ready, since nobody knows what it
/// should answer.
#[must_use]
pub fn without_programme(inspection: &Inspection) -> Summary {
    let plan = inspection.plan.clone();
    let answered = inspection.entries.values().filter(|entry| entry.answer.is_some()).count();
    Summary {
        id: inspection.id,
        unit: plan.unit,
        kind: plan.kind,
        round: plan.round,
        due: plan.due,
        lead: plan.lead,
        state: state(inspection, answered, 0),
        answered: count(answered),
        items: 0,
        whole: None,
        band: None,
        sections: Vec::new(),
        shortfalls: shortfalls(inspection),
        recommendations: inspection.recommendations.values().map(|recommendation| recommendation.due).collect(),
        signed_at: inspection.sign_off.as_ref().map(|sign_off| sign_off.at),
        version: count(inspection.version()),
    }
}

fn state(inspection: &Inspection, marked: usize, items: usize) -> State {
    if inspection.is_signed() {
        State::Signed
    } else if inspection.is_blank() {
        State::Planned
    } else if items > 0 && marked == items {
        State::Ready
    } else {
        State::Underway
    }
}

/// The items that shortfalls name, each once, in the order of their ids.
fn shortfalls(inspection: &Inspection) -> Vec<ItemId> {
    let shortfalls = inspection.findings.values().filter(|finding| finding.kind == FindingKind::Shortfall);
    let items: BTreeSet<&ItemId> = shortfalls.flat_map(|finding| &finding.items).collect();
    items.into_iter().cloned().collect()
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
