//! What earlier inspections of a unit left behind, brought up again at its next one: what is still to be done or only declared, and
//! the shortfalls found before at the same items.

use super::{State, answers, state};
use crate::domain::{
    finding::{FindingKind, Severity},
    ids::{FindingId, InspectionId, ItemId, RecommendationId, RoundId},
    inspection::Inspection,
    life::Stage,
    summary::Summary,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A recommendation of an earlier inspection that is open, or declared and not yet verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenMatter {
    /// Of which inspection.
    pub inspection: InspectionId,
    /// In which round.
    pub round: RoundId,
    /// Its number there.
    pub number: RecommendationId,
    /// The items of the findings it answers; none when it answers none.
    pub items: BTreeSet<ItemId>,
    /// What must be done.
    pub action: String,
    /// Who must do it; may be empty.
    pub owner: String,
    /// How it is to be verified; may be empty.
    pub check: String,
    /// By when, accepted delays counted in.
    pub due: Option<NaiveDate>,
    /// [`Stage::Open`] or [`Stage::Declared`].
    pub stage: Stage,
    /// The gravest shortfall it answers.
    pub severity: Option<Severity>,
}

impl OpenMatter {
    /// Where its day stands on `today`.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> State {
        state(self.due, today)
    }
}

/// A shortfall of an earlier inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierShortfall {
    /// Of which inspection.
    pub inspection: InspectionId,
    /// In which round.
    pub round: RoundId,
    /// Its number there.
    pub number: FindingId,
    /// Its items.
    pub items: BTreeSet<ItemId>,
    /// What was found.
    pub condition: String,
    /// How grave it was.
    pub severity: Severity,
    /// Whether a recommendation answered it and every one that did was verified or withdrawn.
    pub closed: bool,
}

/// What earlier inspections of a unit left behind.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Earlier {
    /// What is still followed, in the order of the inspections given, then of numbers.
    pub open: Vec<OpenMatter>,
    /// The shortfalls, in the same order.
    pub shortfalls: Vec<EarlierShortfall>,
}

impl Earlier {
    /// What these inspections left behind.
    #[must_use]
    pub fn of<'a>(inspections: impl IntoIterator<Item = &'a Inspection>) -> Self {
        let mut earlier = Self::default();
        for inspection in inspections {
            earlier.open.extend(open(inspection));
            earlier.shortfalls.extend(shortfalls(inspection));
        }
        earlier
    }

    /// What is open at an item.
    pub fn open_at<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a OpenMatter> {
        self.open.iter().filter(move |matter| matter.items.contains(item))
    }

    /// What is open and belongs to no item.
    pub fn open_elsewhere(&self) -> impl Iterator<Item = &OpenMatter> {
        self.open.iter().filter(|matter| matter.items.is_empty())
    }

    /// The shortfalls found before at an item: another one there is a repeated one.
    pub fn shortfalls_at<'a>(&'a self, item: &'a ItemId) -> impl Iterator<Item = &'a EarlierShortfall> {
        self.shortfalls.iter().filter(move |shortfall| shortfall.items.contains(item))
    }
}

fn open(inspection: &Inspection) -> impl Iterator<Item = OpenMatter> {
    let followed = inspection.recommendations.iter().filter(|(id, _)| inspection.stage(id).is_followed());
    followed.map(|(id, what)| {
        let answered = || what.findings.iter().filter_map(|id| inspection.findings.get(id));
        OpenMatter {
            inspection: inspection.id,
            round: inspection.plan.round.clone(),
            number: id.clone(),
            items: answered().flat_map(|finding| finding.items.iter().cloned()).collect(),
            action: what.action.clone(),
            owner: what.owner.clone(),
            check: what.check.clone(),
            due: inspection.due(id),
            stage: inspection.stage(id),
            severity: answered().filter_map(super::matters::severity).max(),
        }
    })
}

fn shortfalls(inspection: &Inspection) -> impl Iterator<Item = EarlierShortfall> {
    let found = inspection.findings.iter().filter(|(_, finding)| finding.kind == FindingKind::Shortfall);
    found.map(|(id, finding)| {
        let mut answered = answers(&inspection.recommendations, id).map(|(id, _)| inspection.stage(id)).peekable();
        EarlierShortfall {
            inspection: inspection.id,
            round: inspection.plan.round.clone(),
            number: id.clone(),
            items: finding.items.clone(),
            condition: finding.condition.clone(),
            severity: finding.severity,
            closed: answered.peek().is_some() && !answered.any(Stage::is_followed),
        }
    })
}

/// The rounds of earlier inspections in which a shortfall was found at one of these items: found again, it is a repeated one. The
/// caller says which inspections are earlier.
pub fn repeats<'a>(
    items: &'a BTreeSet<ItemId>,
    earlier: impl IntoIterator<Item = &'a Summary>,
) -> impl Iterator<Item = &'a RoundId> {
    let same = |summary: &&Summary| summary.shortfalls.iter().any(|item| items.contains(item));
    earlier.into_iter().filter(same).map(|summary| &summary.round)
}
