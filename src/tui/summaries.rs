//! The summaries that screens read, the vault's own: not copied, and counted, so that no key can look through all of them unseen.

use crate::{
    domain::{
        ids::{InspectionId, RoundId, UnitId},
        summary::Summary,
    },
    store::{self, Head},
};
use std::cell::Cell;

/// The summaries of all inspections. Those of second looks stand apart: they are found by their id and in [`Summaries::second_looks`], and
/// enter no list, count or score of their unit.
#[derive(Debug, Default)]
pub struct Summaries {
    all: store::Summaries,
    looks: Cell<usize>,
}

impl Summaries {
    /// The summary of an inspection.
    #[must_use]
    pub fn get(&self, id: &InspectionId) -> Option<&Summary> {
        self.looks.set(self.looks.get() + 1);
        self.all.get(*id)
    }

    /// The summaries of all second looks, in no promised order. There are few.
    pub fn second_looks(&self) -> impl Iterator<Item = &Summary> {
        self.all.second_looks()
    }

    /// The second looks at an inspection: those that are signed in the order of their signatures, then the one that is not.
    #[must_use]
    pub fn looks_at(&self, first: InspectionId) -> Vec<&Summary> {
        let of = |summary: &&Summary| summary.second.as_ref().is_some_and(|looked| looked.of == first);
        let mut looks: Vec<&Summary> = self.second_looks().filter(of).collect();
        looks.sort_by_key(|summary| (summary.signed_at.is_none(), summary.signed_at, summary.id));
        looks
    }

    /// Every summary whole, in no promised order. As many as there are, and each is made: nothing that happens at every key, at every draw
    /// or at the start may ask for it.
    pub fn values(&self) -> impl Iterator<Item = &Summary> + Clone {
        self.looks.set(self.looks.get() + self.all.len());
        self.all.values()
    }

    /// What lists need of every summary, in no promised order. As many as there are: nothing that happens at every key or every draw may
    /// ask for it.
    pub fn heads(&self) -> impl Iterator<Item = Head<'_>> + Clone {
        self.looks.set(self.looks.get() + self.all.len());
        self.all.heads()
    }

    /// What lists and roll-ups ask of the inspections of some rounds, in no promised order. All heads are looked at.
    #[must_use]
    pub fn heads_of_rounds(&self, rounds: &[RoundId]) -> Vec<Head<'_>> {
        self.looks.set(self.looks.get() + self.all.len());
        self.all.heads_of_rounds(&rounds.iter().collect::<Vec<_>>()).collect()
    }

    /// How many summaries were looked at so far: what tests hold a key to.
    #[must_use]
    pub fn looks(&self) -> usize {
        self.looks.get()
    }

    /// How many were made whole so far: what tests hold an opening to.
    #[must_use]
    pub fn made_whole(&self) -> usize {
        self.all.made_whole()
    }

    /// The inspections of one unit, in no promised order.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &Summary> {
        self.all.of_unit(unit).filter_map(|id| self.get(&id))
    }

    /// What lists ask of the inspections of the unit of one, that one with them, in no promised order; none is made whole.
    pub fn heads_beside(&self, one: &Summary) -> impl Iterator<Item = Head<'_>> {
        self.all.heads_beside(one).inspect(|_| self.looks.set(self.looks.get() + 1))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }
}

impl From<store::Summaries> for Summaries {
    fn from(all: store::Summaries) -> Self {
        Self { all, looks: Cell::new(0) }
    }
}

impl Extend<(InspectionId, Summary)> for Summaries {
    fn extend<T: IntoIterator<Item = (InspectionId, Summary)>>(&mut self, changed: T) {
        changed.into_iter().for_each(|(_, summary)| self.all.put(summary));
    }
}
