//! Which matters the list shows, in which order, and how many there are of each sort.

use crate::{
    domain::follow_up::{Matter, Which},
    i18n::{Key, key},
    text::fold::{finds, fold},
    tui::message::Gathered,
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Where a matter is found: its inspection among the gathered, its place in that one's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) case: usize,
    pub(super) at: usize,
}

/// Every matter in the order of `domain::follow_up`; what is alike there in the order of unit codes, rounds and numbers.
pub(super) fn in_order(cases: &[Arc<Gathered>]) -> Vec<Place> {
    let mut all: Vec<(Place, &Gathered, &Matter)> = cases
        .iter()
        .enumerate()
        .flat_map(|(case, gathered)| {
            let list = gathered.list.iter().enumerate();
            list.map(move |(at, (matter, _))| (Place { case, at }, gathered.as_ref(), matter))
        })
        .collect();
    all.sort_by(|(_, a, x), (_, b, y)| {
        x.place()
            .cmp(&y.place())
            .then_with(|| (&a.code, &a.matters.round, &x.number).cmp(&(&b.code, &b.matters.round, &y.number)))
    });
    all.into_iter().map(|(place, ..)| place).collect()
}

/// The matters that the filter and the words searched for leave, in the order of `all`.
pub(super) fn rows(
    cases: &[Arc<Gathered>],
    all: &[Place],
    which: Which,
    searched: &str,
    today: NaiveDate,
) -> Vec<Place> {
    let needle = fold(searched);
    let shows = |place: &&Place| {
        let found = cases.get(place.case).and_then(|case| case.list.get(place.at));
        found.is_some_and(|(matter, words)| which.takes(matter, today) && finds(words, &needle))
    };
    all.iter().filter(shows).copied().collect()
}

/// How many matters there are of each sort, whatever is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Counts {
    pub(super) open: usize,
    pub(super) overdue: usize,
    pub(super) soon: usize,
    pub(super) unassigned: usize,
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
        }
        counts
    }
}

/// The name of a filter.
pub(super) const fn name(which: Which) -> Key {
    match which {
        Which::Open => key::FINDINGS_OPEN,
        Which::Overdue => key::FINDINGS_OVERDUE,
        Which::DueSoon => key::FINDINGS_DUE_SOON,
        Which::Unassigned => key::FINDINGS_UNASSIGNED,
        Which::Declared => key::FINDINGS_DECLARED,
        Which::Verified => key::FINDINGS_VERIFIED,
        Which::Withdrawn => key::FINDINGS_WITHDRAWN,
        Which::Strengths => key::FINDINGS_STRENGTHS,
    }
}
