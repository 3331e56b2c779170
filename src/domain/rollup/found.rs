//! What the round and the one before it hold: of each unit the inspection that counts, and what it says.
//!
//! Everything is read off an inspection in one go, in the order in which inspections come: tens of thousands lie far apart in memory, and
//! every group asks several times. Sums nothing over units.

use super::Scope;
use crate::domain::{
    burden::Burden,
    ids::{ById, InspectionId, ItemId, RoundId, SectionId, UnitId},
    inspected::Inspected,
    inspection::State,
    programme::Programme,
    sample::Tally,
    standing::Standings,
    summary::Totals,
};
use foldhash::fast::RandomState;
use std::collections::HashMap;

/// What an inspection that counts says.
#[derive(Debug)]
pub(super) struct Counted<T> {
    inspection: T,
    pub(super) whole: Option<Totals>,
    /// Place of its band among those of the programme; `None` also for one that the programme does not know.
    pub(super) band: Option<usize>,
    pub(super) burden: Burden,
    pub(super) sample: Option<Tally>,
    pub(super) followed: Standings,
    /// Where its shortfalls begin and end among those of all.
    shortfalls: (u32, u32),
}

impl<'a, T: Inspected<'a>> Counted<T> {
    pub(super) fn id(&self) -> InspectionId {
        self.inspection.id()
    }

    pub(super) fn section(&self, section: &SectionId) -> Option<Totals> {
        self.inspection.section(section)
    }
}

/// What is found of a unit: places among what counts.
#[derive(Debug, Clone, Copy, Default)]
struct OfUnit {
    planned: bool,
    signed: Option<u32>,
    before: Option<u32>,
}

/// What is found of all units.
#[derive(Debug)]
pub(super) struct Found<'a, T> {
    counted: Vec<Counted<T>>,
    units: ById<UnitId, OfUnit>,
    items: Items<'a>,
    /// Places among the items.
    shortfalls: Vec<u32>,
}

/// The items that shortfalls name, those of the programme first, in its order.
#[derive(Debug, Default)]
struct Items<'a> {
    list: Vec<&'a str>,
    /// How many of them are the programme's.
    known: usize,
    places: HashMap<&'a str, u32, RandomState>,
}

impl<'a> Items<'a> {
    fn of(programme: &'a Programme) -> Self {
        let mut items = Self::default();
        for (_, item) in programme.items() {
            items.place(item.id.as_str());
        }
        items.known = items.list.len();
        items
    }

    fn place(&mut self, item: &'a str) -> u32 {
        *self.places.entry(item).or_insert_with(|| {
            self.list.push(item);
            u32::try_from(self.list.len() - 1).unwrap_or(u32::MAX)
        })
    }
}

impl<'a, T: Inspected<'a>> Found<'a, T> {
    /// Looks through the inspections.
    pub(super) fn among(inspections: impl IntoIterator<Item = T>, scope: &Scope<'a>) -> Self {
        let mut found = Self {
            counted: Vec::new(),
            units: ById::default(),
            items: Items::of(scope.programme),
            shortfalls: Vec::new(),
        };
        for inspection in inspections {
            let round = inspection.round();
            if round == scope.round.as_str() {
                found.units.entry(inspection.unit()).or_default().planned = true;
                found.count(inspection, scope, |of_unit| &mut of_unit.signed);
            }
            if scope.previous.as_ref().is_some_and(|previous| previous.as_str() == round) {
                found.count(inspection, scope, |of_unit| &mut of_unit.before);
            }
        }
        found
    }

    /// Lets an inspection count for its unit, unless it is not signed or another was signed later.
    fn count(&mut self, inspection: T, scope: &Scope<'a>, slot: fn(&mut OfUnit) -> &mut Option<u32>) {
        if inspection.state() != State::Signed {
            return;
        }
        let place = slot(self.units.entry(inspection.unit()).or_default());
        let kept = place.and_then(|at| self.counted.get(at as usize));
        if kept.is_some_and(|kept| !is_later(inspection, kept.inspection)) {
            return;
        }
        *place = u32::try_from(self.counted.len()).ok();
        let begin = self.shortfalls.len();
        let items = &mut self.items;
        self.shortfalls.extend(inspection.shortfalls().map(|item| items.place(item)));
        let band = inspection.band();
        self.counted.push(Counted {
            inspection,
            whole: inspection.whole(),
            band: band.and_then(|band| scope.programme.bands.iter().position(|known| known.id.as_str() == band)),
            burden: inspection.burden(),
            sample: inspection.sample(),
            followed: Standings::count(inspection.standings(), scope.today),
            shortfalls: (index(begin), index(self.shortfalls.len())),
        });
    }

    /// Whether the round has any inspection of a unit, its latest signed one, and that of the round before.
    pub(super) fn of(&self, unit: UnitId) -> (bool, Option<&Counted<T>>, Option<&Counted<T>>) {
        let of_unit = self.units.get(&unit).copied().unwrap_or_default();
        let counted = |place: Option<u32>| self.counted.get(place? as usize);
        (of_unit.planned, counted(of_unit.signed), counted(of_unit.before))
    }

    /// The places of the items that an inspection's shortfalls name, each once.
    pub(super) fn shortfalls(&self, of: &Counted<T>) -> &[u32] {
        self.shortfalls.get(of.shortfalls.0 as usize..of.shortfalls.1 as usize).unwrap_or_default()
    }

    /// The item in a place: those of the programme first, in its order.
    pub(super) fn item(&self, place: usize) -> Option<ItemId> {
        self.items.list.get(place).map(|item| ItemId::from(*item))
    }

    /// How many items there are.
    pub(super) fn items(&self) -> usize {
        self.items.list.len()
    }

    /// How many of them the programme knows.
    pub(super) fn known_items(&self) -> usize {
        self.items.known
    }
}

fn index(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

/// Whether `one` counts rather than `other`: the one that was signed last; of two signed at the same moment the higher version, then the
/// higher id.
fn is_later<'a, T: Inspected<'a>>(one: T, other: T) -> bool {
    let age = |inspection: T| (inspection.signed_at(), inspection.version(), inspection.id());
    age(one) > age(other)
}

/// Of each unit the signed inspection of the round that was signed last; of two signed at the same moment the higher version,
/// then the higher id.
#[must_use]
pub fn latest_signed<'a, T: Inspected<'a>>(
    inspections: impl IntoIterator<Item = T>,
    round: &RoundId,
) -> ById<UnitId, T> {
    let mut latest: ById<UnitId, T> = ById::default();
    for inspection in inspections {
        if inspection.state() == State::Signed && inspection.round() == round.as_str() {
            let kept = latest.entry(inspection.unit()).or_insert(inspection);
            if is_later(inspection, *kept) {
                *kept = inspection;
            }
        }
    }
    latest
}
