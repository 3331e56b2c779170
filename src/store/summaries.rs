//! All summaries, in one copy for everyone who reads them: the packed ones, shared, and over them those that changed since. A row is made
//! a whole summary when somebody looks at it.

use super::{
    head::{Head, Source},
    packed::{Pack, Row},
};
use crate::{
    domain::{
        ids::{ById, InspectionId, RoundId, UnitId},
        inspected::Inspected,
        summary::Summary,
    },
    journal::Stamp,
};
use foldhash::fast::RandomState;
use std::{
    collections::hash_map::Entry,
    sync::{Arc, OnceLock},
};

/// The summaries of all inspections. Those of second looks stand apart: they are found by their id and among the second looks, and enter no
/// list and no count. A copy shares what is packed.
#[derive(Debug, Clone, Default)]
pub struct Summaries {
    packed: Arc<Packed>,
    newer: ById<InspectionId, Newer>,
    /// Of second looks; there are few, and no pack holds one.
    second: ById<InspectionId, Newer>,
    /// How many of the newer ones no pack holds.
    added: usize,
    /// Of each unit the newer ones that no pack holds among its.
    of_unit: ById<UnitId, Vec<InspectionId>>,
}

/// A summary that is newer than what is packed, and the record that set it last, where that is known.
#[derive(Debug, Clone)]
struct Newer {
    at: Option<Stamp>,
    summary: Arc<Summary>,
}

/// Packs of summaries in the order of units, and where each inspection stands in them.
#[derive(Debug, Default)]
struct Packed {
    packs: Vec<Pack>,
    /// Made once somebody asks for an inspection: lists and roll-ups do without.
    places: OnceLock<ById<InspectionId, Place>>,
}

/// Number of a pack, and of a row in it.
#[derive(Debug, Clone, Copy)]
struct Place(u32, u32);

impl Place {
    fn of(pack: usize, row: usize) -> Self {
        let number = |at| u32::try_from(at).unwrap_or(u32::MAX);
        Self(number(pack), number(row))
    }
}

impl Summaries {
    /// The summaries of these packs, whose rows stand in the order of units and inspections.
    pub(super) fn of(packs: Vec<Pack>) -> Self {
        Self { packed: Arc::new(Packed { packs, places: OnceLock::new() }), ..Self::default() }
    }

    /// The summary of an inspection.
    #[must_use]
    pub fn get(&self, id: InspectionId) -> Option<&Summary> {
        if let Some(newer) = self.unpacked(id) {
            return Some(&newer.summary);
        }
        let (pack, row) = self.packed.place(id)?;
        pack.summary(row)
    }

    /// The record that set it last; nothing where none is known.
    pub(super) fn stamp(&self, id: InspectionId) -> Option<Stamp> {
        if let Some(newer) = self.unpacked(id) {
            return newer.at;
        }
        let (pack, row) = self.packed.place(id)?;
        pack.stamp(row)
    }

    fn unpacked(&self, id: InspectionId) -> Option<&Newer> {
        self.newer.get(&id).or_else(|| self.second.get(&id))
    }

    /// The summaries of all second looks, in no promised order.
    pub fn second_looks(&self) -> impl Iterator<Item = &Summary> + Clone {
        self.second.values().map(|looked| &*looked.summary)
    }

    /// Every summary whole, in no promised order.
    pub fn values(&self) -> impl Iterator<Item = &Summary> + Clone {
        self.heads().filter_map(Self::whole)
    }

    /// The summaries of some rounds whole, in no promised order; of all others nothing is made.
    pub fn of_rounds<'a, 'r>(
        &'a self,
        rounds: &'r [&'r RoundId],
    ) -> impl Iterator<Item = &'a Summary> + Clone + use<'a, 'r> {
        self.heads_of_rounds(rounds).filter_map(Self::whole)
    }

    /// What lists and roll-ups ask of every inspection, in no promised order.
    pub fn heads(&self) -> impl Iterator<Item = Head<'_>> + Clone {
        let packed = self.packed.packs.iter().flat_map(Pack::rows);
        self.beside_newer(packed).chain(self.newer.values().map(|newer| Head(Source::Whole(&newer.summary))))
    }

    /// Those of the packed rows that nothing newer stands for.
    fn beside_newer<'a>(
        &'a self,
        packed: impl Iterator<Item = Row<'a>> + Clone,
    ) -> impl Iterator<Item = Head<'a>> + Clone {
        let packed = packed.filter(|row| self.newer_than(*row).is_none());
        packed.map(|row| Head(Source::Packed(row)))
    }

    /// The same of some rounds.
    pub fn heads_of_rounds<'a, 'r>(
        &'a self,
        rounds: &'r [&'r RoundId],
    ) -> impl Iterator<Item = Head<'a>> + Clone + use<'a, 'r> {
        let packed = self.packed.packs.iter().flat_map(|pack| pack.rows_of(rounds));
        let newer = self.newer.values().map(|newer| &*newer.summary);
        self.beside_newer(packed)
            .chain(newer.filter(|summary| rounds.contains(&&summary.round)).map(|summary| Head(Source::Whole(summary))))
    }

    fn whole(head: Head<'_>) -> Option<&Summary> {
        match head.0 {
            Source::Packed(row) => row.kept_whole(),
            Source::Whole(summary) => Some(summary),
        }
    }

    /// The inspections of one unit, in no promised order.
    pub fn of_unit(&self, unit: UnitId) -> impl Iterator<Item = InspectionId> {
        self.heads_of_unit(unit).map(Inspected::id)
    }

    /// What lists ask of the inspections of one unit, in no promised order; none is made whole.
    pub fn heads_of_unit(&self, unit: UnitId) -> impl Iterator<Item = Head<'_>> {
        self.heads_from(self.packed.first_of(unit), unit)
    }

    /// The same of the unit of an inspection, which is not looked for: they stand around that one. A list asks at each of its rows.
    pub fn heads_beside(&self, one: &Summary) -> impl Iterator<Item = Head<'_>> {
        let first = self.packed.first_around(one.id, one.unit);
        self.heads_from(first.unwrap_or_else(|| self.packed.first_of(one.unit)), one.unit)
    }

    /// The packed inspections of a unit from the first of them on, then its newer ones.
    fn heads_from(&self, first: Place, unit: UnitId) -> impl Iterator<Item = Head<'_>> {
        let of_unit = move |newer: &'_ Newer| newer.summary.unit == unit;
        let packed = self.packed.rows_from(first, unit).filter_map(move |row| match self.newer_than(row) {
            Some(newer) => of_unit(newer).then(|| Head(Source::Whole(&newer.summary))),
            None => Some(Head(Source::Packed(row))),
        });
        let others = self.of_unit.get(&unit).into_iter().flatten().filter_map(|id| self.newer.get(id));
        packed.chain(others.filter(move |newer| of_unit(newer)).map(|newer| Head(Source::Whole(&newer.summary))))
    }

    /// What is newer than a packed row.
    fn newer_than(&self, row: Row) -> Option<&Newer> {
        // Mostly there is nothing, and a list asks at every row that it draws.
        (!self.newer.is_empty()).then(|| self.newer.get(&row.id())).flatten()
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.packed.packs.iter().map(Pack::len).sum::<usize>() + self.added
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many packed ones were made whole so far, which is what takes time and memory: what tests hold an opening to.
    #[must_use]
    pub fn made_whole(&self) -> usize {
        self.packed.packs.iter().map(Pack::whole).sum()
    }

    /// How many are not packed and could be.
    pub(super) fn loose(&self) -> usize {
        self.newer.len()
    }

    /// Takes in a summary that is new or has changed.
    pub fn put(&mut self, summary: impl Into<Arc<Summary>>) {
        self.put_row(None, summary.into());
    }

    /// The same, with the record that set it.
    pub(super) fn put_row(&mut self, at: Option<Stamp>, summary: Arc<Summary>) {
        let (id, unit) = (summary.id, summary.unit);
        if summary.second.is_some() {
            self.second.insert(id, Newer { at, summary });
            return;
        }
        let packed = self.packed.place(id).and_then(|(pack, row)| pack.unit(row));
        if packed != Some(unit) {
            let others = self.of_unit.entry(unit).or_default();
            if !others.contains(&id) {
                others.push(id);
            }
        }
        match self.newer.entry(id) {
            Entry::Occupied(mut place) => *place.get_mut() = Newer { at, summary },
            Entry::Vacant(place) => {
                place.insert(Newer { at, summary });
                self.added += usize::from(packed.is_none());
            }
        }
    }

    /// Every row in the order of units and inspections, as they are packed.
    pub(super) fn rows(&self) -> Vec<(Stamp, &Summary)> {
        self.in_order(self.values())
    }

    /// The rows of second looks, in the same order.
    pub(super) fn second_rows(&self) -> Vec<(Stamp, &Summary)> {
        self.in_order(self.second_looks())
    }

    fn in_order<'a>(&'a self, all: impl Iterator<Item = &'a Summary>) -> Vec<(Stamp, &'a Summary)> {
        let mut rows: Vec<(Stamp, &Summary)> =
            all.filter_map(|summary| Some((self.stamp(summary.id)?, summary))).collect();
        rows.sort_unstable_by_key(|(_, summary)| (summary.unit, summary.id));
        rows
    }

    /// Goes on with these packs in place of what was packed and what was newer.
    pub(super) fn repacked(&mut self, packs: Vec<Pack>) {
        let second = std::mem::take(&mut self.second);
        *self = Self { second, ..Self::of(packs) };
    }
}

impl FromIterator<Arc<Summary>> for Summaries {
    fn from_iter<T: IntoIterator<Item = Arc<Summary>>>(all: T) -> Self {
        let mut summaries = Self::default();
        all.into_iter().for_each(|summary| summaries.put(summary));
        summaries
    }
}

impl Packed {
    fn place(&self, id: InspectionId) -> Option<(&Pack, usize)> {
        let Place(pack, row) = *self.places.get_or_init(|| places(&self.packs)).get(&id)?;
        Some((self.packs.get(pack as usize)?, row as usize))
    }

    /// Where the rows of a unit begin, or would.
    fn first_of(&self, unit: UnitId) -> Place {
        let ends_before = |pack: &Pack| pack.unit(pack.len().wrapping_sub(1)).is_some_and(|last| last < unit);
        let pack = self.packs.partition_point(ends_before);
        Place::of(pack, self.packs.get(pack).map_or(0, |pack| first_of(pack, unit)))
    }

    /// The same, going back from an inspection among them; nothing where it stands in no pack, or with another unit.
    fn first_around(&self, id: InspectionId, unit: UnitId) -> Option<Place> {
        let mut first = *self.places.get_or_init(|| places(&self.packs)).get(&id)?;
        let is_of_unit =
            |place: Place| self.packs.get(place.0 as usize)?.unit(place.1 as usize).filter(|of| *of == unit);
        is_of_unit(first)?;
        while let Some(before) = self.before(first)
            && is_of_unit(before).is_some()
        {
            first = before;
        }
        Some(first)
    }

    /// The place before a place.
    fn before(&self, Place(pack, row): Place) -> Option<Place> {
        if let Some(before) = row.checked_sub(1) {
            return Some(Place(pack, before));
        }
        let before = pack.checked_sub(1)?;
        Some(Place::of(before as usize, self.packs.get(before as usize)?.len().checked_sub(1)?))
    }

    /// The rows of a unit from its first on: they stand together, at the end of one pack and the beginning of the next perhaps.
    fn rows_from(&self, Place(pack, row): Place, unit: UnitId) -> impl Iterator<Item = Row<'_>> {
        let packs = self.packs.get(pack as usize..).unwrap_or_default().iter();
        let begins = std::iter::once(row as usize).chain(std::iter::repeat(0));
        packs.zip(begins).flat_map(move |(pack, next)| Rows { pack, next, unit }).scan((), |(), row| row)
    }
}

/// Where each inspection stands.
fn places(packs: &[Pack]) -> ById<InspectionId, Place> {
    let mut places = ById::with_capacity_and_hasher(packs.iter().map(Pack::len).sum(), RandomState::default());
    for (number, pack) in (0..).zip(packs) {
        places.extend(pack.ids().iter().zip(0..).map(|(id, row)| (*id, Place(number, row))));
    }
    places
}

/// The first row of a pack whose unit is not before `unit`.
fn first_of(pack: &Pack, unit: UnitId) -> usize {
    let (mut low, mut high) = (0, pack.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if pack.unit(middle).is_some_and(|of| of < unit) { low = middle + 1 } else { high = middle }
    }
    low
}

/// The rows of one unit from `next` on; `None` once another unit begins, so that no further pack is looked into.
struct Rows<'a> {
    pack: &'a Pack,
    next: usize,
    unit: UnitId,
}

impl<'a> Iterator for Rows<'a> {
    type Item = Option<Row<'a>>;

    fn next(&mut self) -> Option<Self::Item> {
        let row = self.pack.row(self.next)?;
        self.next += 1;
        Some((row.unit() == self.unit).then_some(row))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{
            inspection::{Inspection, Plan},
            period::Period,
            summary::without_programme,
        },
        journal::DeviceId,
        store::packed::Known,
    };
    use uuid::Uuid;

    fn summary(unit: u128, id: u128) -> Summary {
        let plan = Plan {
            unit: UnitId(Uuid::from_u128(unit)),
            kind: "party_committee".into(),
            round: "2023".into(),
            period: Period::default(),
            programme: String::new(),
            due: None,
            lead: String::new(),
        };
        without_programme(&Inspection::new(InspectionId(Uuid::from_u128(id)), plan))
    }

    #[test]
    fn those_of_a_unit_are_found_around_each_of_them_also_where_a_pack_ends_among_them() {
        let all: Vec<Summary> = [(1, 2), (2, 7), (3, 1), (4, 3)]
            .into_iter()
            .flat_map(|(unit, count)| (0..count).map(move |id| summary(unit, unit * 100 + id)))
            .collect();
        let stamped: Vec<(Stamp, &Summary)> = all.iter().map(|one| (Stamp(DeviceId(Uuid::nil()), 1), one)).collect();
        for size in 1..=all.len() {
            let packs = stamped.chunks(size).map(|rows| {
                let bytes = Pack::write(rows).expect("a pack");
                Pack::read(&bytes, &mut Known::default()).expect("a pack")
            });
            let summaries = Summaries::of(packs.collect());
            for one in &all {
                let own = || all.iter().filter(|other| other.unit == one.unit).map(|other| other.id);
                assert!(summaries.heads_beside(one).map(Inspected::id).eq(own()), "packs of {size}, {}", one.id);
                assert!(summaries.heads_of_unit(one.unit).map(Inspected::id).eq(own()), "packs of {size}");
            }
            let moved = Summary { unit: UnitId(Uuid::from_u128(9)), ..all[0].clone() };
            assert_eq!(summaries.heads_beside(&moved).count(), 0, "it stands packed with another unit");
        }
    }
}
