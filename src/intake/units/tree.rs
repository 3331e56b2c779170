//! The rows of the unit file beside each other and beside the units already known: periods of one code that overlap, parents
//! that are nowhere, circles.

use super::row::Draft;
use crate::{
    domain::unit::{Unit, Units},
    i18n::{Message, key, period},
    intake::mistakes::{Mistakes, shown},
};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Notes every mistake of the rows together. `codes` are all codes of the file, those of unreadable rows among them.
pub(super) fn check(drafts: &[Draft], codes: &HashSet<String>, known: &Units, mistakes: &mut Mistakes) {
    overlaps(drafts, known, mistakes);
    parents(drafts, codes, known, mistakes);
    circles(drafts, known, mistakes);
}

/// Two rows of one code must not hold on the same day.
fn overlaps(drafts: &[Draft], known: &Units, mistakes: &mut Mistakes) {
    let mut rows: Vec<&Draft> = drafts.iter().collect();
    rows.sort_by_key(|row| (&row.unit.code, row.unit.valid.from));
    for code in rows.chunk_by(|a, b| a.unit.code == b.unit.code) {
        // The row seen so far that holds longest: in the order of first days only that one can reach into the next.
        let mut longest: Option<&Draft> = None;
        for row in code {
            if let Some(other) = longest.filter(|other| other.unit.valid.overlaps(&row.unit.valid)) {
                let (first, second) = if other.line <= row.line { (other, *row) } else { (*row, other) };
                let what = Message::new(key::UNITS_OVERLAP).with("code", shown(&row.unit.code));
                mistakes.add(second.code_at, what.with("first", first.line).with("second", second.line));
            }
            let holds_longer = |other: &Draft| match (row.unit.valid.to, other.unit.valid.to) {
                (Some(to), Some(other)) => to > other,
                (to, _) => to.is_none(),
            };
            if longest.is_none_or(holds_longer) {
                longest = Some(row);
            }
        }
        overlaps_known(code, known, mistakes);
    }
}

/// The rows of one code against the known ones that the file does not replace.
fn overlaps_known(rows: &[&Draft], known: &Units, mistakes: &mut Mistakes) {
    let replaced: HashSet<_> = rows.iter().filter(|row| row.known).map(|row| row.unit.id).collect();
    let Some(code) = rows.first().map(|row| &row.unit.code) else { return };
    let kept: Vec<&Unit> = known.rows(code).filter(|unit| !replaced.contains(&unit.id)).collect();
    for row in rows {
        if let Some(unit) = kept.iter().find(|unit| unit.valid.overlaps(&row.unit.valid)) {
            let what = Message::new(key::UNITS_OVERLAP_KNOWN).with("code", shown(code));
            let what = what.with("name", shown(&unit.name)).with("period", period(unit.valid));
            mistakes.add(row.code_at, what);
        }
    }
}

/// Every parent must be in the file or known.
fn parents(drafts: &[Draft], codes: &HashSet<String>, known: &Units, mistakes: &mut Mistakes) {
    let all: BTreeSet<&str> =
        codes.iter().map(String::as_str).chain(known.iter().map(|unit| unit.code.as_str())).collect();
    for row in drafts {
        if let Some(parent) = row.unit.parent.as_deref().filter(|parent| !all.contains(parent)) {
            let what = Message::new(key::UNITS_PARENT_UNKNOWN).with("found", shown(parent));
            mistakes.wrong_name(row.parent_at, what, parent, all.iter().copied());
        }
    }
}

/// No code may stand below itself, in whatever period: two codes that change places are not told from a circle.
fn circles(drafts: &[Draft], known: &Units, mistakes: &mut Mistakes) {
    let replaced: HashSet<_> = drafts.iter().filter(|row| row.known).map(|row| row.unit.id).collect();
    let kept = known.iter().filter(|unit| !replaced.contains(&unit.id));
    let edges: BTreeSet<(&str, &str)> = drafts
        .iter()
        .map(|row| &row.unit)
        .chain(kept)
        .filter_map(|unit| Some((unit.code.as_str(), unit.parent.as_deref()?)))
        .collect();
    // What has no parent stands in no circle, nor does, once those are gone, what has none left; the same from below.
    let circling = turned(peel(&turned(peel(&edges))));
    for row in drafts {
        if let Some(parent) = row.unit.parent.as_deref()
            && circling.contains(&(row.unit.code.as_str(), parent))
        {
            let what = Message::new(key::UNITS_CIRCLE).with("code", shown(&row.unit.code));
            mistakes.add(row.parent_at, what.with("parent", shown(parent)));
        }
    }
}

fn turned<'a>(edges: BTreeSet<(&'a str, &'a str)>) -> BTreeSet<(&'a str, &'a str)> {
    edges.into_iter().map(|(from, to)| (to, from)).collect()
}

/// The edges that are left when, again and again, those into a node without edges of its own are taken away.
fn peel<'a>(edges: &BTreeSet<(&'a str, &'a str)>) -> BTreeSet<(&'a str, &'a str)> {
    let mut out: HashMap<&str, usize> = HashMap::new();
    let mut into: HashMap<&str, Vec<&str>> = HashMap::new();
    for (from, to) in edges {
        *out.entry(from).or_default() += 1;
        into.entry(to).or_default().push(from);
    }
    let mut bare: Vec<&str> = into.keys().copied().filter(|node| !out.contains_key(node)).collect();
    while let Some(node) = bare.pop() {
        for from in into.remove(node).unwrap_or_default() {
            if let Some(count) = out.get_mut(from) {
                *count -= 1;
                if *count == 0 {
                    bare.push(from);
                }
            }
        }
    }
    edges.iter().copied().filter(|(_, to)| into.contains_key(to)).collect()
}
