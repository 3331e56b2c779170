//! What the last inspection of the same unit said: its mark and evidence at an item, what of it is still open, shortfalls that come
//! back. Copies nothing into the inspection in hand, and draws nothing.

use crate::{
    domain::{
        answer::Answer as Mark,
        finding::{Finding, FindingKind},
        follow_up::{Matters, Number, State, Which},
        ids::{FindingId, ItemId, RoundId, SectionId},
        inspection::Inspection,
        programme::Programme,
        recommendation::Recommendation,
        score::{Assessment, Circumstances, ItemScore, assess},
        share::Share,
    },
    tui::shared::Shared,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// The latest signed inspection of the unit before the round in hand, and what it was worth.
#[derive(Debug)]
pub(super) struct LastTime {
    pub(super) inspection: Inspection,
    pub(super) programme: Arc<Programme>,
    assessment: Assessment,
    matters: Option<Matters>,
}

/// A recommendation of last time that is still open.
#[derive(Debug)]
pub(super) struct Open<'a> {
    pub(super) number: &'a str,
    pub(super) recommendation: &'a Recommendation,
    pub(super) state: State,
    /// Its day, accepted delays counted in.
    pub(super) due: Option<NaiveDate>,
    /// It was given for the item itself, not for another one of its section.
    pub(super) of_item: bool,
}

impl LastTime {
    pub(super) fn new(inspection: Inspection, programme: Arc<Programme>, about: Circumstances) -> Self {
        let assessment = assess(&programme, &inspection, &about);
        let matters = Matters::of(inspection.clone());
        Self { inspection, programme, assessment, matters }
    }

    /// What the item was worth, when the unit saw it then.
    pub(super) fn score(&self, item: &ItemId) -> Option<&ItemScore> {
        self.assessment.items.iter().find(|score| score.item == *item)
    }

    /// Its mark, if it had one.
    pub(super) fn mark(&self, item: &ItemId) -> Option<&Mark> {
        self.inspection.answer(item)
    }

    /// What the whole was worth.
    pub(super) fn supported(&self) -> Option<Share> {
        self.assessment.whole.map(|whole| whole.supported)
    }

    /// What a section was worth.
    pub(super) fn of_section(&self, section: &SectionId) -> Option<Share> {
        self.assessment.sections.iter().find(|(id, _)| id == section).map(|(_, score)| score.supported)
    }

    /// The shortfalls it found at the item.
    pub(super) fn shortfalls<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = (&'a FindingId, &'a Finding)> {
        self.inspection
            .findings
            .iter()
            .filter(|(_, finding)| finding.kind == FindingKind::Shortfall && finding.items.contains(item))
    }

    /// What it left to be done at the item, then at its section, each by their days. What counts as open says `domain::follow_up`.
    pub(super) fn open(&self, item: &ItemId, today: NaiveDate) -> Vec<Open<'_>> {
        let Some(matters) = &self.matters else { return Vec::new() };
        let section = |id: &ItemId| self.programme.items().find(|(_, item)| item.id == *id).map(|(of, _)| &of.id);
        let here = section(item);
        let mut list = matters.list();
        list.retain(|matter| Which::Open.takes(matter, today));
        list.sort_by_key(crate::domain::follow_up::Matter::place);
        let mut open: Vec<Open> = list
            .iter()
            .filter_map(|matter| {
                let Number::Recommendation(id) = &matter.number else { return None };
                let (id, recommendation) = matters.recommendations.get_key_value(id)?;
                let findings = matters.findings_of(&matter.number);
                let mut items = findings.iter().flat_map(|(_, finding)| &finding.items).peekable();
                let of_item = items.clone().any(|other| other == item);
                let touches = of_item || (here.is_some() && items.any(|other| section(other) == here));
                let state = matter.state(today);
                touches.then(|| Open { number: id.as_str(), recommendation, state, due: matter.due, of_item })
            })
            .collect();
        open.sort_by_key(|open| !open.of_item);
        open
    }
}

/// The earlier rounds in which a signed inspection of the same unit named a shortfall at the item, oldest first.
pub(super) fn fell_short_in(shared: &Shared, inspection: &Inspection, item: &ItemId) -> Vec<RoundId> {
    let Some(summary) = shared.summaries.get(&inspection.id) else { return Vec::new() };
    let place = |round: &RoundId| shared.rounds.iter().position(|other| other.id == *round);
    let here = place(&summary.round);
    let mut rounds: Vec<&RoundId> = shared
        .summaries
        .of_unit(summary.unit)
        .filter(|other| other.signed_at.is_some() && place(&other.round) < here && other.shortfalls.contains(item))
        .map(|other| &other.round)
        .collect();
    rounds.sort_by_key(|round| place(round));
    rounds.dedup();
    rounds.into_iter().cloned().collect()
}
