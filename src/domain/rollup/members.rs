//! The units in scope, each with its inspections of the round. Sums nothing.

use super::Scope;
use crate::domain::{
    ids::{KindId, RoundId, UnitId},
    inspection::State,
    summary::Summary,
    unit::{Tier, Unit, Units},
};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};

/// A unit in scope.
#[derive(Debug)]
pub(super) struct Member<'a> {
    pub(super) unit: &'a Unit,
    /// The place it is grouped under.
    pub(super) place: UnitId,
    /// Whether the round has any inspection of it.
    pub(super) planned: bool,
    /// Its latest signed inspection in the round.
    pub(super) signed: Option<&'a Summary>,
    /// Its latest signed inspection in the previous round.
    pub(super) before: Option<&'a Summary>,
}

/// The units in scope, in the order of codes.
pub(super) fn in_scope<'a>(
    summaries: impl IntoIterator<Item = &'a Summary> + Clone,
    scope: &Scope<'a>,
) -> Vec<Member<'a>> {
    let of_round = summaries.clone().into_iter().filter(|summary| summary.round == scope.round);
    let planned: HashSet<UnitId> = of_round.map(|summary| summary.unit).collect();
    let signed = latest_signed(summaries.clone(), &scope.round);
    let before = scope.previous.as_ref().map(|round| latest_signed(summaries, round)).unwrap_or_default();
    let kinds: HashSet<&KindId> = scope.programme.unit_kinds.iter().map(|kind| &kind.id).collect();
    let mut lines = Lines::new(scope.units, scope.day, scope.under);
    let wanted = |unit: &&Unit| {
        unit.valid.holds(scope.day) && kinds.contains(&unit.kind) && scope.kind.is_none_or(|kind| unit.kind == *kind)
    };
    let mut members: Vec<Member> = scope
        .units
        .iter()
        .filter(wanted)
        .filter_map(|unit| {
            let line = lines.of(unit);
            (line.under || scope.under == Some(unit.code.as_str())).then(|| Member {
                unit,
                place: line.place.unwrap_or(unit.id),
                planned: planned.contains(&unit.id),
                signed: signed.get(&unit.id).copied(),
                before: before.get(&unit.id).copied(),
            })
        })
        .collect();
    members.sort_by(|a, b| {
        (&a.unit.code, a.unit.valid.from, a.unit.id).cmp(&(&b.unit.code, b.unit.valid.from, b.unit.id))
    });
    members
}

/// Of each unit the signed inspection of the round that was signed last; of two signed at the same moment the higher version,
/// then the higher id.
#[must_use]
pub fn latest_signed<'a>(
    summaries: impl IntoIterator<Item = &'a Summary>,
    round: &RoundId,
) -> HashMap<UnitId, &'a Summary> {
    let age = |summary: &Summary| (summary.signed_at, summary.version, summary.id);
    let mut latest: HashMap<UnitId, &Summary> = HashMap::new();
    for summary in summaries.into_iter().filter(|summary| summary.round == *round && summary.state == State::Signed) {
        let newest = latest.entry(summary.unit).or_insert(summary);
        if age(newest) < age(summary) {
            *newest = summary;
        }
    }
    latest
}

/// What stands above a unit, as far as a roll-up asks.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Whether the unit that the scope names is among it; always, when it names none.
    under: bool,
    /// The place that units below it are grouped under: the district, else the province, else the topmost unit.
    place: Option<UnitId>,
}

/// The lines of all units, walked once for each parent: siblings share theirs.
struct Lines<'a> {
    units: &'a Units,
    day: NaiveDate,
    under: Option<&'a str>,
    by_parent: HashMap<&'a str, Line>,
}

impl<'a> Lines<'a> {
    fn new(units: &'a Units, day: NaiveDate, under: Option<&'a str>) -> Self {
        Self { units, day, under, by_parent: HashMap::new() }
    }

    fn of(&mut self, unit: &'a Unit) -> Line {
        let Some(parent) = unit.parent.as_deref() else { return self.above(&[]) };
        if let Some(line) = self.by_parent.get(parent) {
            return *line;
        }
        let path = self.units.parent(unit, self.day).map(|parent| self.units.path(parent, self.day));
        let line = self.above(&path.unwrap_or_default());
        self.by_parent.insert(parent, line);
        line
    }

    fn above(&self, path: &[&Unit]) -> Line {
        let at = |tier| path.iter().find(|unit| unit.kind.is_place() && unit.tier == tier);
        let place = at(Tier::District).or_else(|| at(Tier::Province)).or(path.first());
        Line {
            under: self.under.is_none_or(|code| path.iter().any(|unit| unit.code == code)),
            place: place.map(|unit| unit.id),
        }
    }
}
