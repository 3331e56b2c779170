//! The rows of the tree as they are opened, or as a search leaves them.

use crate::{
    domain::{
        ids::UnitId,
        unit::{Unit, Units},
    },
    text::{fold, ranked},
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

/// The rows that hold on `today`: the opened part of the tree, or – while something is searched – a flat list of what matches, the best first. Of a
/// code whose rows are all over or still to come, the newest row stands for it.
pub(super) fn rows(units: &Units, opened: &HashSet<UnitId>, searched: &str, today: NaiveDate) -> Vec<Row> {
    let shown: Vec<&Unit> =
        units.iter().filter(|unit| unit.valid.holds(today) || units.at(&unit.code, today).is_none()).collect();
    if !searched.trim().is_empty() {
        let words = |unit: &Unit| fold(&format!("{} {}", unit.name, unit.code));
        let found = ranked(searched, shown.into_iter().map(|unit| (unit, words(unit))));
        return found.into_iter().map(|unit| Row { unit: unit.id, depth: 0, branch: false, open: false }).collect();
    }
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
