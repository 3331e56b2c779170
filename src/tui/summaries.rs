//! The summaries that screens read, findable by inspection and by unit, so that no key has to look through all of them.

use crate::domain::{
    ids::{InspectionId, UnitId},
    summary::Summary,
};
use std::{cell::Cell, collections::HashMap, sync::Arc};

/// The summaries of all inspections. Those of second looks stand apart: they are found by their id and in [`Summaries::second_looks`], and
/// enter no list, count or score of their unit.
#[derive(Debug, Default)]
pub struct Summaries {
    by_id: HashMap<InspectionId, Arc<Summary>>,
    second_looks: HashMap<InspectionId, Arc<Summary>>,
    by_unit: HashMap<UnitId, Vec<InspectionId>>,
    looks: Cell<usize>,
}

impl Summaries {
    /// The summary of an inspection.
    #[must_use]
    pub fn get(&self, id: &InspectionId) -> Option<&Summary> {
        self.looks.set(self.looks.get() + 1);
        self.by_id.get(id).or_else(|| self.second_looks.get(id)).map(Arc::as_ref)
    }

    /// The summaries of all second looks, in no promised order. There are few.
    pub fn second_looks(&self) -> impl Iterator<Item = &Summary> {
        self.second_looks.values().map(Arc::as_ref)
    }

    /// The second looks at an inspection: those that are signed in the order of their signatures, then the one that is not.
    #[must_use]
    pub fn looks_at(&self, first: InspectionId) -> Vec<&Summary> {
        let of = |summary: &&Summary| summary.second.as_ref().is_some_and(|looked| looked.of == first);
        let mut looks: Vec<&Summary> = self.second_looks().filter(of).collect();
        looks.sort_by_key(|summary| (summary.signed_at.is_none(), summary.signed_at, summary.id));
        looks
    }

    /// Every summary, in no promised order. As many as there are: nothing that happens at every key or every draw may ask for it.
    pub fn values(&self) -> impl Iterator<Item = &Summary> + Clone {
        self.looks.set(self.looks.get() + self.by_id.len());
        self.by_id.values().map(Arc::as_ref)
    }

    /// How many summaries were looked at so far: what tests hold a key to.
    #[must_use]
    pub fn looks(&self) -> usize {
        self.looks.get()
    }

    /// The inspections of one unit, in no promised order.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = &Summary> {
        self.by_unit.get(&unit).into_iter().flatten().filter_map(|id| self.get(id))
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    fn put(&mut self, summary: Arc<Summary>) {
        let (id, unit) = (summary.id, summary.unit);
        if summary.second.is_some() {
            self.second_looks.insert(id, summary);
            return;
        }
        let old = self.by_id.insert(id, summary).map(|old| old.unit);
        if old == Some(unit) {
            return;
        }
        if let Some(others) = old.and_then(|old| self.by_unit.get_mut(&old)) {
            others.retain(|other| *other != id);
        }
        self.by_unit.entry(unit).or_default().push(id);
    }
}

impl Extend<(InspectionId, Summary)> for Summaries {
    fn extend<T: IntoIterator<Item = (InspectionId, Summary)>>(&mut self, changed: T) {
        changed.into_iter().for_each(|(_, summary)| self.put(Arc::new(summary)));
    }
}

impl FromIterator<Arc<Summary>> for Summaries {
    fn from_iter<T: IntoIterator<Item = Arc<Summary>>>(all: T) -> Self {
        let all = all.into_iter();
        let mut summaries = Self { by_id: HashMap::with_capacity(all.size_hint().0), ..Self::default() };
        all.for_each(|summary| summaries.put(summary));
        summaries
    }
}
