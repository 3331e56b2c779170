//! The units in scope, each with its inspections of the round. Sums nothing.

use super::{
    Scope,
    found::{Counted, Found},
};
use crate::domain::{
    ids::UnitId,
    inspected::Inspected,
    unit::{Tier, Unit, Units},
};
use chrono::NaiveDate;
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// A unit in scope.
#[derive(Debug)]
pub(super) struct Member<'a, 'f, T> {
    pub(super) unit: &'a Unit,
    /// The place it is grouped under.
    pub(super) place: UnitId,
    /// Whether the round has any inspection of it.
    pub(super) planned: bool,
    /// Its latest signed inspection in the round.
    pub(super) signed: Option<&'f Counted<T>>,
    /// Its latest signed inspection in the previous round.
    pub(super) before: Option<&'f Counted<T>>,
}

/// The units in scope, in the order of codes.
pub(super) fn in_scope<'a, 'f, T: Inspected<'a>>(found: &'f Found<'a, T>, scope: &Scope<'a>) -> Vec<Member<'a, 'f, T>> {
    let mut lines = Lines::new(scope.units, scope.day, scope.under);
    let wanted = |unit: &&Unit| {
        unit.valid.holds(scope.day)
            && scope.programme.unit_kinds.iter().any(|kind| kind.id == unit.kind)
            && scope.kind.is_none_or(|kind| unit.kind == *kind)
    };
    let members = scope.units.iter().filter(wanted).filter_map(|unit| {
        let line = lines.of(unit);
        if !line.under && scope.under != Some(unit.code.as_str()) {
            return None;
        }
        let (planned, signed, before) = found.of(unit.id);
        Some(Member { unit, place: line.place.unwrap_or(unit.id), planned, signed, before })
    });
    members.collect()
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
    by_parent: HashMap<&'a str, Line, RandomState>,
}

impl<'a> Lines<'a> {
    fn new(units: &'a Units, day: NaiveDate, under: Option<&'a str>) -> Self {
        Self { units, day, under, by_parent: HashMap::default() }
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
