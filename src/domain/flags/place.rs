//! Where a flag points, and the texts of an inspection that rules read.

use crate::domain::{
    answer::Answer,
    ids::{EvidenceId, FindingId, ItemId, RecommendationId, SectionId},
    inspection::Inspection,
};
use std::fmt;

/// What a flag is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The inspection as a whole.
    Whole,
    /// A section.
    Section(SectionId),
    /// An item.
    Item(ItemId),
    /// A piece of evidence.
    Evidence(EvidenceId),
    /// A finding.
    Finding(FindingId),
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A model of the unit's register, by its code.
    Model(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => Ok(()),
            Self::Section(id) => id.fmt(f),
            Self::Item(id) => id.fmt(f),
            Self::Evidence(id) => id.fmt(f),
            Self::Finding(id) => id.fmt(f),
            Self::Recommendation(id) => id.fmt(f),
            Self::Model(code) => code.fmt(f),
        }
    }
}

impl Place {
    /// The items to mark for it, each once, in the order of their ids: its own, or those its evidence, finding or recommendation
    /// belongs to. None for a section and for the whole.
    #[must_use]
    pub fn items(&self, inspection: &Inspection) -> Vec<ItemId> {
        let of_finding =
            |id: &FindingId| inspection.findings.get(id).into_iter().flat_map(|finding| finding.items.iter().cloned());
        let mut items: Vec<ItemId> = match self {
            Self::Whole | Self::Section(_) | Self::Model(_) => Vec::new(),
            Self::Item(item) => vec![item.clone()],
            Self::Evidence(id) => {
                let cites = inspection.entries.iter().filter(|(_, entry)| entry.evidence.contains(id));
                cites.map(|(item, _)| item.clone()).collect()
            }
            Self::Finding(id) => of_finding(id).collect(),
            Self::Recommendation(id) => {
                let answers = inspection.recommendations.get(id).into_iter().flat_map(|what| &what.findings);
                answers.flat_map(of_finding).collect()
            }
        };
        items.sort();
        items.dedup();
        items
    }
}

/// A text that a person wrote in an inspection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TextPlace {
    /// The note at an item.
    Note(ItemId),
    /// Why an item does not apply or was not verified.
    Reason(ItemId),
    /// What a piece of evidence says.
    Evidence(EvidenceId),
    /// The condition of a finding.
    Condition(FindingId),
    /// Its cause.
    Cause(FindingId),
    /// Its effect.
    Effect(FindingId),
    /// What a recommendation asks for.
    Action(RecommendationId),
}

impl TextPlace {
    /// What the text belongs to.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::Note(item) | Self::Reason(item) => Place::Item(item.clone()),
            Self::Evidence(id) => Place::Evidence(id.clone()),
            Self::Condition(id) | Self::Cause(id) | Self::Effect(id) => Place::Finding(id.clone()),
            Self::Action(id) => Place::Recommendation(id.clone()),
        }
    }

    /// The word for its part in keys of answers and in JSON.
    #[must_use]
    pub const fn part(&self) -> &'static str {
        match self {
            Self::Note(_) => "note",
            Self::Reason(_) => "reason",
            Self::Evidence(_) => "evidence",
            Self::Condition(_) => "condition",
            Self::Cause(_) => "cause",
            Self::Effect(_) => "effect",
            Self::Action(_) => "action",
        }
    }

    /// The team's own judgement, in its own words: what T05 and T06 read. Evidence is not: it repeats what others said and wrote.
    #[must_use]
    pub const fn is_judgement(&self) -> bool {
        !matches!(self, Self::Evidence(_) | Self::Reason(_))
    }
}

/// Every text that is not blank, in the order of ids.
#[must_use]
pub fn texts(inspection: &Inspection) -> Vec<(TextPlace, &str)> {
    let mut texts = Vec::new();
    for (item, entry) in &inspection.entries {
        texts.push((TextPlace::Note(item.clone()), entry.note.as_str()));
        if let Some(Answer::NotApplicable(reason) | Answer::NotVerified(reason)) = &entry.answer {
            texts.push((TextPlace::Reason(item.clone()), reason.as_str()));
        }
    }
    for (id, piece) in &inspection.evidence {
        texts.push((TextPlace::Evidence(id.clone()), piece.text.as_str()));
    }
    for (id, finding) in &inspection.findings {
        texts.push((TextPlace::Condition(id.clone()), finding.condition.as_str()));
        texts.push((TextPlace::Cause(id.clone()), finding.cause.as_str()));
        texts.push((TextPlace::Effect(id.clone()), finding.effect.as_str()));
    }
    for (id, recommendation) in &inspection.recommendations {
        texts.push((TextPlace::Action(id.clone()), recommendation.action.as_str()));
    }
    texts.retain(|(_, text)| !text.trim().is_empty());
    texts
}
