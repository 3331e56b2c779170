//! The small figures of one inspection that the queue and the roll-up read, so that neither touches a sheet.

use super::{
    burden::Burden,
    finding::FindingKind,
    ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
    inspection::{Inspection, State},
    programme::Programme,
    sample::{Tally, sampled},
    score::{Circumstances, ItemState, Score, assess},
    second::Looked,
    share::Share,
    standing::Standing,
};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::{collections::BTreeSet, iter::Zip, slice::Iter, sync::Arc};

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

/// Figures of each section, in the programme's order. The names of the sections are the same for thousands of inspections, so they
/// stand apart and can be shared ([`Sections::new`]).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sections {
    ids: Arc<[SectionId]>,
    totals: Box<[Totals]>,
}

impl Sections {
    /// One figure for each section; those without a partner are left out.
    #[must_use]
    pub fn new(ids: Arc<[SectionId]>, totals: Vec<Totals>) -> Self {
        if ids.len() == totals.len() {
            return Self { ids, totals: totals.into() };
        }
        ids.iter().cloned().zip(totals).collect()
    }

    /// Each section with its figures.
    pub fn iter(&self) -> Zip<Iter<'_, SectionId>, Iter<'_, Totals>> {
        self.ids.iter().zip(&self.totals)
    }

    /// The figures of a section.
    #[must_use]
    pub fn of(&self, section: &SectionId) -> Option<Totals> {
        self.iter().find(|(id, _)| *id == section).map(|(_, totals)| *totals)
    }
}

impl<'a> IntoIterator for &'a Sections {
    type Item = (&'a SectionId, &'a Totals);
    type IntoIter = Zip<Iter<'a, SectionId>, Iter<'a, Totals>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<(SectionId, Totals)> for Sections {
    fn from_iter<T: IntoIterator<Item = (SectionId, Totals)>>(sections: T) -> Self {
        let (ids, totals): (Vec<_>, Vec<_>) = sections.into_iter().unzip();
        Self { ids: ids.into(), totals: totals.into() }
    }
}

impl<const N: usize> From<[(SectionId, Totals); N]> for Sections {
    fn from(sections: [(SectionId, Totals); N]) -> Self {
        sections.into_iter().collect()
    }
}

/// Kept as a list of pairs.
impl Serialize for Sections {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl<'de> Deserialize<'de> for Sections {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Vec::<(SectionId, Totals)>::deserialize(deserializer)?.into_iter().collect())
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
    pub sections: Sections,
    /// Items that a shortfall names, each once.
    pub shortfalls: Vec<ItemId>,
    /// What it cost the unit.
    pub burden: Burden,
    /// What its draw of models and the visits to them gave; nothing without a draw.
    pub sample: Option<Tally>,
    /// Where the recommendations stand, one entry each.
    pub recommendations: Vec<Standing>,
    /// When it was signed.
    pub signed_at: Option<DateTime<FixedOffset>>,
    /// Which version it is, 1 at first.
    pub version: u32,
    /// What is known of a second look; nothing of any other inspection.
    pub second: Option<Box<Looked>>,
}

impl Summary {
    /// Whether its day has passed on `today` and it is not signed.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.state != State::Signed && self.due.is_some_and(|due| due < today)
    }

    /// Whether it is a second look that is not signed, by `name`, so that the first look at the same unit is not for `name` to see.
    #[must_use]
    pub fn closes_first_look_to(&self, name: &str) -> bool {
        self.state != State::Signed && self.second.as_ref().is_some_and(|looked| looked.is_blind_for(name))
    }

    /// Whether it is not signed and due within seven days from `today`, today among them.
    #[must_use]
    pub fn is_due_soon(&self, today: NaiveDate) -> bool {
        is_due_soon(self.state, self.due, today)
    }
}

/// Whether it is not signed and due within seven days from `today`, today among them.
#[must_use]
pub fn is_due_soon(state: State, due: Option<NaiveDate>, today: NaiveDate) -> bool {
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    state != State::Signed && due.is_some_and(|due| due >= today && due <= week)
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
        sample: sampled(programme, inspection).map(|sampled| sampled.tally()),
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
        sections: Sections::default(),
        shortfalls: shortfalls(inspection),
        burden: Burden::from(&inspection.visit),
        sample: None,
        recommendations: Standing::all(inspection),
        signed_at: inspection.sign_off.as_ref().map(|sign_off| sign_off.at),
        version: count(inspection.version()),
        second: inspection.looked().map(Box::new),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_soon_is_from_today_to_the_same_weekday_and_nothing_signed() {
        let today = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day");
        assert!(!is_due_soon(State::Planned, None, today), "without a day it is never due");
        for (days, soon) in [(-1, false), (0, true), (7, true), (8, false)] {
            let due = Some(today + chrono::TimeDelta::days(days));
            assert_eq!(is_due_soon(State::Underway, due, today), soon, "{days} days from today");
        }
        assert!(!is_due_soon(State::Signed, Some(today), today));
    }
}
