//! What the roll-up screen shows, reckoned from the summaries in memory by `domain::rollup`. Holds no cursor and draws nothing.

use super::{models::FunnelRow, praise::PraiseRow};
use crate::{
    beside::in_halves,
    domain::{
        flags::NearLine,
        ids::{InspectionId, ItemId, RoundId, SectionId, UnitId},
        inspected::Inspected as _,
        inspection::State,
        programme::Section,
        rollup::{By, Group, GroupKey, Rollup, Scope, latest_signed, roll_up},
        round::Round,
        summary::{Summary, Totals},
    },
    store::Head,
    tui::shared::Shared,
};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{HashMap, HashSet},
};

/// The ways to look at a round, in the order of the keys that turn them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    District,
    Kind,
    Section,
    /// Units × sections.
    Heat,
    /// The same units over the rounds.
    Trend,
    /// Models from registration to verification.
    Models,
    /// Nominations for praise, and who is not put forward.
    Praise,
    /// What the head of team is asked about the round.
    Team,
}

impl View {
    pub(super) const ALL: [Self; 8] =
        [Self::District, Self::Kind, Self::Section, Self::Heat, Self::Trend, Self::Models, Self::Praise, Self::Team];

    /// The view `by` places on, around.
    pub(super) fn turned(self, by: usize) -> Self {
        let at = Self::ALL.iter().position(|view| *view == self).unwrap_or(0);
        Self::ALL[(at + by) % Self::ALL.len()]
    }
}

/// The row that was opened down to its units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Opened {
    Group(GroupKey),
    /// A round of the trend.
    Round(RoundId),
}

/// A unit with the signed inspection that counts for it in the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct UnitRow {
    pub(super) unit: UnitId,
    pub(super) signed: Option<InspectionId>,
}

/// One round of the trend: everything in scope, with figures of the units that all rounds share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct RoundRow {
    pub(super) round: RoundId,
    /// Whether any inspection of the round is signed.
    pub(super) signed: bool,
    /// Figures of the shared units alone.
    pub(super) group: Group,
}

/// The rows of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Rows {
    Groups(Vec<Group>),
    Units(Vec<UnitRow>),
    Rounds(Vec<RoundRow>),
    Models(Vec<FunnelRow>),
    Praise(Vec<PraiseRow>),
    /// What the head of team is asked.
    Team(Vec<TeamRow>),
}

/// Something about the inspections of the round themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum TeamRow {
    /// How the scores lie around the line of a band.
    Line(NearLine),
    /// A second look: its own id.
    Look(InspectionId),
}

impl Rows {
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Groups(rows) => rows.len(),
            Self::Units(rows) => rows.len(),
            Self::Rounds(rows) => rows.len(),
            Self::Models(rows) => rows.len(),
            Self::Praise(rows) => rows.len(),
            Self::Team(rows) => rows.len(),
        }
    }
}

impl Rows {
    /// Whether they are what was opened: the units of a group.
    pub(super) fn are_units(&self) -> bool {
        match self {
            Self::Units(_) => true,
            Self::Models(rows) => rows.iter().all(|row| matches!(row.key, GroupKey::Unit(_))),
            Self::Groups(_) | Self::Rounds(_) | Self::Praise(_) | Self::Team(_) => false,
        }
    }
}

/// Everything a view shows.
#[derive(Debug, Clone)]
pub(super) struct Figures {
    /// The round in its scope, or the group that was opened.
    pub(super) whole: Group,
    pub(super) rows: Rows,
    /// The roll-up behind it, for shortfalls.
    rollup: Rollup,
}

/// Reckons a view of a round; `None` when there is no such round.
pub(super) fn figures(
    shared: &Shared,
    round: &RoundId,
    view: View,
    opened: Option<&Opened>,
    today: NaiveDate,
) -> Option<Figures> {
    let round = match opened {
        Some(Opened::Round(round)) => round,
        _ => round,
    };
    let round = shared.round(round)?;
    if view == View::Trend {
        return Some(trend(shared, round, opened, today));
    }
    let by = match view {
        View::Kind => By::Kind,
        View::Section => By::Section,
        _ => By::District,
    };
    let scope = scope(shared, round, today);
    let of_both: Vec<RoundId> = std::iter::once(&round.id).chain(&scope.previous).cloned().collect();
    let inspections = shared.summaries.heads_of_rounds(&of_both);
    let mut rollup = roll_up(inspections.iter().copied(), &scope, by);
    let units = |units: &[UnitId]| units_of(&inspections, round, units);
    let group = match opened {
        Some(Opened::Group(key)) => rollup.groups.iter().find(|group| group.key == *key),
        _ => None,
    };
    let (whole, rows) = match group {
        Some(group) if view == View::Models => {
            (group.clone(), Rows::Models(FunnelRow::of_units(shared, &round.id, &group.units)))
        }
        Some(group) => (group.clone(), Rows::Units(units(&group.units))),
        None if view == View::Models => {
            (rollup.whole.clone(), Rows::Models(rollup.groups.iter().map(FunnelRow::of).collect()))
        }
        // Filled once the inspections are read.
        None if view == View::Praise => (rollup.whole.clone(), Rows::Praise(Vec::new())),
        None if view == View::Team => (rollup.whole.clone(), Rows::Team(team(shared, round, &rollup))),
        None if view == View::Heat => (rollup.whole.clone(), Rows::Units(units(&rollup.whole.units))),
        None => (rollup.whole.clone(), Rows::Groups(std::mem::take(&mut rollup.groups))),
    };
    Some(Figures { whole, rows, rollup })
}

fn scope<'a>(shared: &'a Shared, round: &Round, today: NaiveDate) -> Scope<'a> {
    Scope {
        programme: &shared.programme,
        units: &shared.units,
        round: round.id.clone(),
        previous: round.before(&shared.rounds).map(|round| round.id.clone()),
        day: round.day().unwrap_or(today),
        today,
        under: None,
        kind: None,
    }
}

/// The lines of bands, then the second looks of the round, in the order of their signatures, those without one last.
fn team(shared: &Shared, round: &Round, rollup: &Rollup) -> Vec<TeamRow> {
    let mut looks: Vec<&Summary> =
        shared.summaries.second_looks().filter(|summary| summary.round == round.id).collect();
    looks.sort_by_key(|summary| (summary.signed_at.is_none(), summary.signed_at, summary.id));
    let lines = rollup.lines.iter().cloned().map(TeamRow::Line);
    lines.chain(looks.into_iter().map(|summary| TeamRow::Look(summary.id))).collect()
}

fn units_of(inspections: &[Head], round: &Round, units: &[UnitId]) -> Vec<UnitRow> {
    let signed = latest_signed(inspections.iter().copied(), &round.id);
    units.iter().map(|unit| UnitRow { unit: *unit, signed: signed.get(unit).map(|head| head.id()) }).collect()
}

/// The rounds up to `last`, each over the units that were inspected in all of them. A round in which nothing is signed yet says so and
/// takes no unit away from the others.
fn trend(shared: &Shared, last: &Round, opened: Option<&Opened>, today: NaiveDate) -> Figures {
    let until = shared.rounds.iter().position(|round| round.id == last.id).unwrap_or(0);
    let rounds = shared.rounds.get(..=until).unwrap_or_default();
    let ids: Vec<RoundId> = rounds.iter().map(|round| round.id.clone()).collect();
    // Looked through once; each round is then reckoned from its own and those of the one before.
    let mut of_round: ByRound = HashMap::new();
    for inspection in shared.summaries.heads_of_rounds(&ids) {
        of_round.entry(inspection.round()).or_default().push(inspection);
    }
    let is_signed = |inspection: &Head| inspection.state() == State::Signed;
    let signed: HashSet<&str> =
        of_round.iter().filter(|(_, inspections)| inspections.iter().any(is_signed)).map(|(id, _)| *id).collect();
    let same = in_all(rounds, &of_round);
    for inspections in of_round.values_mut() {
        inspections.retain(|inspection| same.contains(&inspection.unit()));
    }
    if let Some(Opened::Round(_)) = opened {
        let mut rollup = rolled(&of_round, &scope(shared, last, today));
        rollup.groups.clear();
        let inspected: Vec<UnitId> = rollup.whole.units.iter().filter(|unit| same.contains(unit)).copied().collect();
        let rows = Rows::Units(units_of(of(&of_round, &last.id), last, &inspected));
        return Figures { whole: rollup.whole.clone(), rows, rollup };
    }
    let scopes: Vec<Scope> = rounds.iter().map(|round| scope(shared, round, today)).collect();
    let rolled =
        in_halves(&scopes, 2, |scopes| scopes.iter().map(|scope| rolled(&of_round, scope)).collect::<Vec<Rollup>>());
    let rolled = rolled.concat();
    let rows = rounds.iter().zip(&rolled).map(|(round, rollup)| RoundRow {
        round: round.id.clone(),
        signed: signed.contains(round.id.as_str()),
        group: rollup.whole.clone(),
    });
    let rows = Rows::Rounds(rows.collect());
    let mut rollup =
        rolled.into_iter().last().unwrap_or_else(|| roll_up::<Head>([], &scope(shared, last, today), By::District));
    rollup.groups.clear();
    Figures { whole: rollup.whole.clone(), rows, rollup }
}

/// Inspections by their rounds.
type ByRound<'a> = HashMap<&'a str, Vec<Head<'a>>>;

fn of<'m, 'a>(of_round: &'m ByRound<'a>, round: &RoundId) -> &'m [Head<'a>] {
    of_round.get(round.as_str()).map_or(&[], Vec::as_slice)
}

fn rolled<'a>(of_round: &ByRound<'a>, scope: &Scope<'a>) -> Rollup {
    let before = scope.previous.iter().flat_map(|round| of(of_round, round));
    roll_up(of(of_round, &scope.round).iter().chain(before).copied(), scope, By::District)
}

/// The units with a signed inspection in every round that has any.
fn in_all(rounds: &[Round], of_round: &ByRound) -> HashSet<UnitId> {
    let of = |round: &RoundId| of(of_round, round).iter().copied();
    let signed = rounds.iter().map(|round| latest_signed(of(&round.id), &round.id));
    let mut signed =
        signed.filter(|signed| !signed.is_empty()).map(|signed| signed.into_keys().collect::<HashSet<_>>());
    let first = signed.next().unwrap_or_default();
    signed.fold(first, |same, other| same.intersection(&other).copied().collect())
}

impl Figures {
    /// How many units of the round were not inspected.
    pub(super) fn not_inspected(&self) -> usize {
        self.rollup.not_inspected.len()
    }

    /// The items that most units of a group fall short on, with how many; of a section its own items alone.
    pub(super) fn shortfalls(&self, group: &Group, sections: &[Section]) -> Vec<(ItemId, usize)> {
        let units: HashSet<&UnitId> = group.units.iter().collect();
        let of_group = |item: &ItemId| match &group.key {
            GroupKey::Section(id) => {
                sections.iter().any(|section| section.id == *id && section.items.iter().any(|other| other.id == *item))
            }
            _ => true,
        };
        let mut found: Vec<(ItemId, usize)> = self
            .rollup
            .shortfalls
            .iter()
            .filter(|shortfall| of_group(&shortfall.item))
            .map(|shortfall| (shortfall.item.clone(), shortfall.units.iter().filter(|u| units.contains(u)).count()))
            .filter(|(_, units)| *units > 0)
            .collect();
        // Stable: the order of the programme stands among equals.
        found.sort_by_key(|(_, units)| Reverse(*units));
        found
    }
}

/// The figures of a summary: of a section where one is asked for, else of the whole.
pub(super) fn totals(summary: &Summary, section: Option<&SectionId>) -> Option<Totals> {
    match section {
        None => summary.whole,
        Some(section) => summary.sections.of(section),
    }
}

/// The inspection that a unit opens where none of the round is signed: that of the round, else the latest there is.
pub(super) fn latest(shared: &Shared, unit: UnitId, round: &RoundId) -> Option<InspectionId> {
    let place = |id: &RoundId| shared.rounds.iter().position(|round| round.id == *id);
    let of_unit = shared.summaries.of_unit(unit);
    let rank = |summary: &&Summary| (summary.round == *round, place(&summary.round), summary.signed_at, summary.id);
    of_unit.max_by_key(rank).map(|summary| summary.id)
}
