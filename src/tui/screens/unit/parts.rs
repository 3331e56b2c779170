//! The parts of a unit's page, and the rows of each: what stands in them is asked of what all screens read. Draws nothing.

use crate::{
    domain::{
        follow_up::{Matter, Number},
        ids::{IndicatorId, InspectionId, UnitId},
        unit::Unit,
    },
    i18n::{Key, key},
    tui::{message::Gathered, shared::Shared},
};
use chrono::{Datelike, NaiveDate};
use std::{collections::BTreeSet, sync::Arc};

/// Years before this one that the table of indicators shows at least.
const YEARS_BACK: u16 = 4;

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What is known of the unit, its inspection now, what is open.
    Overview,
    /// The units below a place.
    Below,
    /// Its inspections over the rounds.
    Rounds,
    /// The register of its models.
    Models,
    /// The yearly values of its indicators.
    Indicators,
}

impl Part {
    /// The parts that the page of this unit has. Places are never inspected.
    pub(super) fn of(unit: &Unit) -> &'static [Self] {
        if unit.kind.is_place() {
            &[Self::Below, Self::Overview]
        } else {
            &[Self::Overview, Self::Rounds, Self::Models, Self::Indicators]
        }
    }

    pub(super) const fn name(self) -> Key {
        match self {
            Self::Overview => key::UNIT_PART_OVERVIEW,
            Self::Below => key::UNIT_PART_BELOW,
            Self::Rounds => key::UNIT_PART_ROUNDS,
            Self::Models => key::UNIT_PART_MODELS,
            Self::Indicators => key::UNIT_PART_INDICATORS,
        }
    }
}

/// A row of the overview: an inspection to go on with, or an open matter.
#[derive(Debug, Clone)]
pub(super) enum Entry {
    Inspection(InspectionId),
    Open(Arc<Gathered>, Matter),
}

/// The rows of the overview: the inspection that people would look for first, then what is open, the most pressing first.
pub(super) fn entries(unit: UnitId, gathered: &[Arc<Gathered>], shared: &Shared) -> Vec<Entry> {
    let now = shared.now_of(unit).or_else(|| shared.history_of(unit).first().copied());
    let mut open: Vec<(Arc<Gathered>, Matter)> = gathered
        .iter()
        .flat_map(|case| case.list.iter().map(|(matter, _)| (Arc::clone(case), matter.clone())))
        .filter(|(_, matter)| matches!(matter.number, Number::Recommendation(_)) && matter.stage.is_followed())
        .collect();
    open.sort_by(|(one, a), (other, b)| {
        a.place().cmp(&b.place()).then_with(|| (&one.matters.round, &a.number).cmp(&(&other.matters.round, &b.number)))
    });
    let now = now.map(|summary| Entry::Inspection(summary.id));
    now.into_iter().chain(open.into_iter().map(|(case, matter)| Entry::Open(case, matter))).collect()
}

/// The indicators of a unit: those that the programme has for it, then those of which only values are left.
pub(super) fn indicators(unit: &Unit, shared: &Shared) -> Vec<IndicatorId> {
    let mut ids: Vec<IndicatorId> =
        shared.programme.indicators.iter().filter(|one| one.is_of(unit)).map(|one| one.id.clone()).collect();
    let others: BTreeSet<&IndicatorId> = shared.indicators.of_unit(unit.id).map(|(id, ..)| id).collect();
    let others: Vec<IndicatorId> = others.into_iter().filter(|id| !ids.contains(id)).cloned().collect();
    ids.extend(others);
    ids
}

/// The years of the table: from the first with a value, but some years back at least, to this one or the last with a value.
pub(super) fn years(unit: UnitId, shared: &Shared, today: NaiveDate) -> Vec<u16> {
    let this = u16::try_from(today.year()).unwrap_or_default();
    let known = || shared.indicators.of_unit(unit).map(|(_, year, _)| year);
    let first = known().min().unwrap_or(this).min(this.saturating_sub(YEARS_BACK));
    (first..=known().max().unwrap_or(this).max(this)).collect()
}

/// A unit below a place, and how the bodies under it stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Below {
    pub(super) unit: UnitId,
    /// Bodies under it, itself among them when it is one.
    pub(super) bodies: usize,
    /// Those with an inspection that stands for them now.
    pub(super) planned: usize,
    /// Those of them that are signed.
    pub(super) signed: usize,
    /// Those of them that are past their day.
    pub(super) overdue: usize,
}

/// What stands directly below a place on `today`: its bodies, then its places, each with the sums of what is under it.
pub(super) fn below(place: &Unit, shared: &Shared, today: NaiveDate) -> Vec<Below> {
    let mut rows: Vec<(bool, Below)> = shared
        .units
        .children(&place.code, today)
        .map(|unit| {
            let below = Below { unit: unit.id, bodies: 0, planned: 0, signed: 0, overdue: 0 };
            (unit.kind.is_place(), below)
        })
        .collect();
    rows.sort_by_key(|(is_place, _)| *is_place);
    for unit in shared.units.iter().filter(|unit| !unit.kind.is_place() && unit.valid.holds(today)) {
        let path = shared.units.path(unit, today);
        let Some((_, row)) = rows.iter_mut().find(|(_, row)| path.iter().any(|on| on.id == row.unit)) else { continue };
        row.bodies += 1;
        if let Some(summary) = shared.now_of(unit.id) {
            row.planned += 1;
            row.signed += usize::from(summary.signed_at.is_some());
            row.overdue += usize::from(summary.is_overdue(today));
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
