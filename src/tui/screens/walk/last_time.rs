//! What the last inspection of the same unit said: its mark and evidence at an item, what of it is still open, shortfalls that come
//! back. Copies nothing into the inspection in hand, and draws nothing.

use crate::domain::{
    answer::Answer as Mark,
    finding::{Finding, FindingKind},
    follow_up::{Earlier, OpenMatter},
    ids::{FindingId, ItemId, RoundId, SectionId},
    inspection::Inspection,
    programme::Programme,
    score::{Assessment, Circumstances, ItemScore, assess},
    share::Share,
};
use std::sync::Arc;

/// The latest signed inspection of the unit before the round in hand, and what it was worth.
#[derive(Debug)]
pub(super) struct LastTime {
    pub(super) inspection: Inspection,
    pub(super) programme: Arc<Programme>,
    assessment: Assessment,
}

impl LastTime {
    pub(super) fn new(inspection: Inspection, programme: Arc<Programme>, about: Circumstances) -> Self {
        let assessment = assess(&programme, &inspection, &about);
        Self { inspection, programme, assessment }
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
}

/// A matter of an earlier inspection that is still followed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open<'a> {
    pub(super) matter: &'a OpenMatter,
    /// It was given for the item itself, not for another one of its section.
    pub(super) of_item: bool,
}

/// What earlier inspections left to be done at the item, then at its section, each by their days.
pub(super) fn open<'a>(earlier: &'a Earlier, programme: &Programme, item: &ItemId) -> Vec<Open<'a>> {
    let section = |id: &ItemId| programme.items().find(|(_, item)| item.id == *id).map(|(of, _)| &of.id);
    let here = section(item);
    let mut open: Vec<Open> = earlier
        .open
        .iter()
        .filter_map(|matter| {
            let of_item = matter.items.contains(item);
            let touches = of_item || (here.is_some() && matter.items.iter().any(|other| section(other) == here));
            touches.then_some(Open { matter, of_item })
        })
        .collect();
    open.sort_by_key(|open| (!open.of_item, open.matter.due.is_none(), open.matter.due));
    open
}

/// The earlier rounds in which a shortfall was found at the item, the latest first, each once.
pub(super) fn fell_short_in<'a>(earlier: &'a Earlier, item: &'a ItemId) -> Vec<&'a RoundId> {
    let mut rounds: Vec<&RoundId> = earlier.shortfalls_at(item).map(|shortfall| &shortfall.round).collect();
    rounds.dedup();
    rounds
}
