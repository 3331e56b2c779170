//! Which matters the list shows, in which order, and how many there are of each sort.

use super::filter::Filter;
use crate::{
    domain::follow_up::{Matter, Which, repeats},
    text::{
        fold::{finds, fold},
        rank::{ranked, said},
    },
    tui::{message::Gathered, shared::Shared},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Where a matter is found: its inspection among the gathered, its place in that one's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) case: usize,
    pub(super) at: usize,
    /// Whether a shortfall at one of its items was found before, in an earlier round of the same unit.
    pub(super) repeated: bool,
}

/// Every matter in the order of `domain::follow_up`; what is alike there in the order of unit codes, rounds and numbers.
pub(super) fn in_order(cases: &[Arc<Gathered>], shared: &Shared) -> Vec<Place> {
    let mut all: Vec<(Place, &Gathered, &Matter)> = cases
        .iter()
        .enumerate()
        .flat_map(|(case, gathered)| {
            let list = gathered.list.iter().enumerate();
            list.map(move |(at, (matter, _))| {
                let repeated = !matter.strength && earlier_rounds(gathered, matter, shared) > 0;
                (Place { case, at, repeated }, gathered.as_ref(), matter)
            })
        })
        .collect();
    all.sort_by(|(_, a, x), (_, b, y)| {
        x.place()
            .cmp(&y.place())
            .then_with(|| (&a.code, &a.matters.round, &x.number).cmp(&(&b.code, &b.matters.round, &y.number)))
    });
    all.into_iter().map(|(place, ..)| place).collect()
}

/// In how many earlier rounds a shortfall was found at one of the items that a matter is about.
fn earlier_rounds(case: &Gathered, matter: &Matter, shared: &Shared) -> usize {
    let findings = case.matters.findings_of(&matter.number).into_iter();
    let items = findings.flat_map(|(_, finding)| finding.items.iter().cloned()).collect();
    repeats(&items, shared.earlier(case.matters.inspection)).count()
}

/// The fewest letters of a word that is looked for letter by letter.
const SHORTEST: usize = 4;

/// The matters that the filter and the words searched for leave, in the order of `all`.
pub(super) fn rows(
    cases: &[Arc<Gathered>],
    all: &[Place],
    (filter, searched): (&Filter, &str),
    shared: &Shared,
    today: NaiveDate,
) -> Vec<Place> {
    let needle = fold(searched);
    let taken = |place: &Place| {
        let case = cases.get(place.case)?;
        let (matter, words) = case.list.get(place.at)?;
        let kind = shared.units.get(case.matters.unit).map(|unit| &unit.kind);
        filter.takes(case, matter, place.repeated, kind, today).then_some(words)
    };
    let whole = |place: &&Place| taken(place).is_some_and(|words| finds(&words.folded, &needle));
    let mut found: Vec<Place> = all.iter().filter(whole).copied().collect();
    if !found.is_empty() || needle.trim().is_empty() {
        // Where marks were typed, what has the same ones stands before the rest, each in its order.
        let typed = said(searched);
        if typed != needle {
            found.sort_by_key(|place| !taken(place).is_some_and(|words| finds(&words.said, &typed)));
        }
        return found;
    }
    // Nothing has the words whole: what has their letters, the best first. A matter is a long text, in which the letters of a short
    // word stand somewhere almost always.
    if needle.split_whitespace().any(|word| word.chars().count() < SHORTEST) {
        return found;
    }
    let kept = all.iter().filter_map(|place| Some((*place, taken(place)?)));
    ranked(searched, kept)
}

/// How many matters there are of each sort, whatever is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) open: usize,
    pub(super) overdue: usize,
    pub(super) soon: usize,
    pub(super) unassigned: usize,
    pub(super) declared: usize,
}

impl Counts {
    pub(super) fn of(cases: &[Arc<Gathered>], today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for (matter, _) in cases.iter().flat_map(|case| &case.list) {
            let one = |which: Which| usize::from(which.takes(matter, today));
            counts.open += one(Which::Open);
            counts.overdue += one(Which::Overdue);
            counts.soon += one(Which::DueSoon);
            counts.unassigned += one(Which::Unassigned);
            counts.declared += one(Which::Declared);
        }
        counts
    }
}
