//! The rows of the tree as they are opened, or as a search leaves them.

use crate::{
    domain::{
        ids::UnitId,
        unit::{Unit, Units},
    },
    text::Lookup,
};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashSet};

/// One row of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) unit: UnitId,
    pub(super) depth: usize,
    /// Has children, whether they are shown or not.
    pub(super) branch: bool,
    /// Its children are shown.
    pub(super) open: bool,
}

/// The units that hold on `today`. Of a code whose rows are all over or still to come, the newest row stands for it.
fn shown(units: &Units, today: NaiveDate) -> impl Iterator<Item = &Unit> {
    units.iter().filter(move |unit| unit.valid.holds(today) || units.at(&unit.code, today).is_none())
}

/// The units of the tree, made ready to be searched.
pub(super) fn lookup(units: &Units, today: NaiveDate) -> Lookup<UnitId> {
    Lookup::new(shown(units, today).map(|unit| (unit.id, format!("{} {}", unit.name, unit.code))))
}

/// What a search finds, as a flat list, the best first.
pub(super) fn found(lookup: &mut Lookup<UnitId>, searched: &str) -> Vec<Row> {
    let row = |unit| Row { unit, depth: 0, branch: false, open: false };
    lookup.ranked(searched).into_iter().map(row).collect()
}

/// The opened part of the tree.
pub(super) fn rows(units: &Units, opened: &HashSet<UnitId>, today: NaiveDate) -> Vec<Row> {
    let shown: Vec<&Unit> = shown(units, today).collect();
    let mut children: BTreeMap<&str, Vec<&Unit>> = BTreeMap::new();
    let mut roots = Vec::new();
    for unit in &shown {
        match unit.parent.as_deref() {
            Some(parent) if units.rows(parent).next().is_some() => children.entry(parent).or_default().push(unit),
            _ => roots.push(*unit),
        }
    }
    for siblings in children.values_mut() {
        // Bodies first, then the places below: people look for the committee of a district before its communes.
        siblings.sort_by_key(|unit| unit.kind.is_place());
    }
    let mut rows = Vec::new();
    let mut seen = HashSet::new();
    let mut waiting: Vec<(&Unit, usize)> = roots.into_iter().rev().map(|unit| (unit, 0)).collect();
    while let Some((unit, depth)) = waiting.pop() {
        // A file of another laptop could hold a circle; each unit stands once.
        if !seen.insert(unit.id) {
            continue;
        }
        let below = children.get(unit.code.as_str());
        let open = below.is_some() && opened.contains(&unit.id);
        rows.push(Row { unit: unit.id, depth, branch: below.is_some(), open });
        if let (true, Some(below)) = (open, below) {
            waiting.extend(below.iter().rev().map(|unit| (*unit, depth + 1)));
        }
    }
    rows
}
