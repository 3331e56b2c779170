//! Units and the one tree they stand in: places and the bodies that hang below them, each with a period of validity.
//! Reads no files: `intake::units` does.

use super::{
    ids::{ById, KindId, UnitId},
    period::Period,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::{collections::HashSet, sync::Arc};

/// Administrative level of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Province (tỉnh).
    Province,
    /// District, town or city below the province (huyện, thị xã, thành phố).
    District,
    /// Commune, ward, township (xã, phường, thị trấn).
    Commune,
}

impl Tier {
    /// The word used in files: `province`, `district`, `commune`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
        }
    }
}

/// One unit in one period of its validity. Its key is code + period: successors reuse the codes of their predecessors,
/// and history stays with the row it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// Identity, random.
    pub id: UnitId,
    /// Code as the statistics office or the team gives it: `904`, `904-DU`.
    pub code: String,
    /// Name, NFC.
    pub name: String,
    /// Kind: a kind of the programme, or `place`.
    pub kind: KindId,
    /// Code of the parent; the day asked about picks the parent's right row.
    pub parent: Option<String>,
    /// Administrative level.
    pub tier: Tier,
    /// When this row holds.
    pub valid: Period,
    /// Pilot of the movement (letter, clause 4: the province chose Tân Hiệp).
    pub pilot: bool,
    /// Postal address, may be empty.
    pub address: String,
    /// Whom to call, may be empty.
    pub contact: String,
    /// Remark, may be empty.
    pub note: String,
}

/// Why a unit cannot stand among the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misplaced {
    /// Its last day lies before its first.
    Backwards,
    /// A body stands below some place.
    NoParent,
    /// No unit has the code of its parent.
    UnknownParent(String),
    /// Going up from it one comes back to it.
    Circle,
    /// Its code belongs to another unit on some of its days.
    Overlaps(Box<Unit>),
}

/// All units of a vault, findable by id and by code on a day.
///
/// A copy is cheap: copies share the units until one of them changes.
#[derive(Debug, Clone, Default)]
pub struct Units(Arc<Rows>);

#[derive(Debug, Clone, Default)]
struct Rows {
    units: Vec<Unit>,
    /// Where each stands among the units.
    by_id: ById<UnitId, u32>,
    /// The same places in the order of codes, of the periods of a code, and of ids.
    by_code: Vec<u32>,
}

impl Rows {
    fn unit(&self, place: u32) -> Option<&Unit> {
        self.units.get(place as usize)
    }

    /// The units in the order of codes from the first one on that comes no earlier than `code`.
    fn from(&self, code: &str) -> impl Iterator<Item = &Unit> {
        let first = self.by_code.partition_point(|place| self.unit(*place).is_some_and(|unit| *unit.code < *code));
        self.by_code.get(first..).unwrap_or_default().iter().filter_map(|place| self.unit(*place))
    }

    /// Takes a unit in, or in the place of the one with its id; says where, and whether its place in the order of codes is known.
    fn take(&mut self, unit: Unit) -> (u32, bool) {
        if let Some(place) = self.by_id.get(&unit.id).copied() {
            let old = &mut self.units[place as usize];
            let stays = old.code == unit.code && old.valid.from == unit.valid.from;
            *old = unit;
            return (place, stays);
        }
        let place = u32::try_from(self.units.len()).unwrap_or(u32::MAX);
        self.by_id.insert(unit.id, place);
        self.units.push(unit);
        (place, false)
    }
}

/// What units are ordered by.
fn order(unit: &Unit) -> (&str, Option<NaiveDate>, UnitId) {
    (&unit.code, unit.valid.from, unit.id)
}

impl Extend<Unit> for Units {
    /// Adds many units, or replaces those with their ids: the order of codes is made once.
    fn extend<T: IntoIterator<Item = Unit>>(&mut self, units: T) {
        let rows = Arc::make_mut(&mut self.0);
        for unit in units {
            rows.take(unit);
        }
        let Rows { units, by_code, .. } = rows;
        // An opening takes thousands in at once, and only the room that they need stays.
        units.shrink_to_fit();
        by_code.clear();
        by_code.extend((0..).take(units.len()));
        by_code.sort_by(|a, b| order(&units[*a as usize]).cmp(&order(&units[*b as usize])));
    }
}

impl Units {
    /// Adds a unit, or replaces the one with its id.
    pub fn put(&mut self, unit: Unit) {
        let rows = Arc::make_mut(&mut self.0);
        let (place, stays) = rows.take(unit);
        if stays {
            return;
        }
        let Rows { units, by_code, .. } = rows;
        by_code.retain(|other| *other != place);
        let own = order(&units[place as usize]);
        let at = by_code.partition_point(|other| order(&units[*other as usize]) < own);
        by_code.insert(at, place);
    }

    /// How many rows there are, of all periods.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.units.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.units.is_empty()
    }

    /// The unit with this id.
    #[must_use]
    pub fn get(&self, id: UnitId) -> Option<&Unit> {
        self.0.by_id.get(&id).and_then(|place| self.0.unit(*place))
    }

    /// Every row, in the order of codes and periods.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.0.by_code.iter().filter_map(|place| self.0.unit(*place))
    }

    /// The rows of a code, earliest first.
    pub fn rows<'a>(&'a self, code: &str) -> impl Iterator<Item = &'a Unit> {
        self.0.from(code).take_while(move |unit| unit.code == code)
    }

    /// The row of `code` that holds on `day`.
    #[must_use]
    pub fn at(&self, code: &str, day: NaiveDate) -> Option<&Unit> {
        self.rows(code).find(|unit| unit.valid.holds(day))
    }

    /// The parent of `unit` on `day`; when no row of the parent holds then, the latest one.
    #[must_use]
    pub fn parent(&self, unit: &Unit, day: NaiveDate) -> Option<&Unit> {
        let code = unit.parent.as_deref()?;
        self.at(code, day).or_else(|| self.rows(code).last())
    }

    /// From the root down to the unit itself, on `day`. Ends at a circle, should a file of another laptop hold one.
    #[must_use]
    pub fn path<'a>(&'a self, unit: &'a Unit, day: NaiveDate) -> Vec<&'a Unit> {
        let mut path = vec![unit];
        // A few steps; one that comes back to where it was is the last.
        while let Some(parent) = path.last().and_then(|last| self.parent(last, day))
            && path.iter().all(|seen| seen.id != parent.id)
        {
            path.push(parent);
        }
        path.reverse();
        path
    }

    /// Whether `unit` is the unit coded `code` or stands below it on `day`.
    #[must_use]
    pub fn is_under(&self, unit: &Unit, code: &str, day: NaiveDate) -> bool {
        self.path(unit, day).iter().any(|ancestor| ancestor.code == code)
    }

    /// The ancestor of `unit` (or itself) at `tier` that is a place, on `day`.
    #[must_use]
    pub fn place_of<'a>(&'a self, unit: &'a Unit, tier: Tier, day: NaiveDate) -> Option<&'a Unit> {
        self.path(unit, day).into_iter().find(|place| place.kind.is_place() && place.tier == tier)
    }

    /// Whether `unit` can stand among these: the rules of the unit file, for one row.
    ///
    /// # Errors
    /// The first rule that it breaks.
    pub fn check(&self, unit: &Unit) -> Result<(), Misplaced> {
        if let Period { from: Some(from), to: Some(to) } = unit.valid
            && to < from
        {
            return Err(Misplaced::Backwards);
        }
        if let Some(parent) = &unit.parent {
            if parent != &unit.code && self.rows(parent).next().is_none() {
                return Err(Misplaced::UnknownParent(parent.clone()));
            }
            if self.leads_to(parent, &unit.code) {
                return Err(Misplaced::Circle);
            }
        } else if !unit.kind.is_place() {
            return Err(Misplaced::NoParent);
        }
        let other = self.rows(&unit.code).find(|other| other.id != unit.id && other.valid.overlaps(&unit.valid));
        other.map_or(Ok(()), |other| Err(Misplaced::Overlaps(Box::new(other.clone()))))
    }

    /// Whether going up from `code`, in whatever period, one comes to `wanted`.
    fn leads_to(&self, code: &str, wanted: &str) -> bool {
        let mut seen = HashSet::new();
        let mut waiting = vec![code];
        while let Some(code) = waiting.pop() {
            if code == wanted {
                return true;
            }
            if seen.insert(code) {
                waiting.extend(self.rows(code).filter_map(|unit| unit.parent.as_deref()));
            }
        }
        false
    }

    /// The direct children of the unit coded `code` that hold on `day`, in the order of codes.
    pub fn children<'a>(&'a self, code: &'a str, day: NaiveDate) -> impl Iterator<Item = &'a Unit> {
        self.iter().filter(move |unit| unit.parent.as_deref() == Some(code) && unit.valid.holds(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn unit(id: u128, code: &str, kind: &str, parent: Option<&str>) -> Unit {
        Unit {
            id: UnitId(Uuid::from_u128(id)),
            code: code.into(),
            name: format!("Đơn vị {code}"),
            kind: kind.into(),
            parent: parent.map(Into::into),
            tier: Tier::District,
            valid: Period::default(),
            pilot: false,
            address: String::new(),
            contact: String::new(),
            note: String::new(),
        }
    }

    fn day(year: i32) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(year, 7, 1)
    }

    fn province() -> Units {
        let mut units = Units::default();
        units.put(unit(1, "91", "place", None));
        units.put(Unit { valid: Period { from: None, to: day(2020) }, ..unit(2, "911", "place", Some("91")) });
        units.put(Unit { valid: Period { from: day(2021), to: None }, ..unit(3, "911", "place", Some("91")) });
        units
    }

    #[test]
    fn a_unit_stands_beside_others_of_its_code_as_long_as_no_day_belongs_to_two() {
        let units = province();
        let gap = Period { from: NaiveDate::from_ymd_opt(2020, 7, 2), to: NaiveDate::from_ymd_opt(2021, 6, 30) };
        let between = Unit { valid: gap, ..unit(9, "911", "place", Some("91")) };
        assert_eq!(units.check(&between), Ok(()));
        let longer = Unit { valid: Period { to: day(2021), ..gap }, ..between };
        assert!(matches!(units.check(&longer), Err(Misplaced::Overlaps(other)) if other.id.0.as_u128() == 3));
        let itself = units.get(UnitId(Uuid::from_u128(3))).expect("the city").clone();
        assert_eq!(units.check(&itself), Ok(()), "what is replaced is not in its way");
    }

    proptest! {
        #[test]
        fn many_units_at_once_stand_as_they_stand_one_by_one(
            rows in prop::collection::vec((0_u128..6, "[ab]{1,2}", prop::option::of(2020..2023)), 0..12),
            at_once in 0_usize..12,
        ) {
            let rows: Vec<Unit> = rows
                .into_iter()
                .map(|(id, code, from)| Unit {
                    valid: Period { from: from.and_then(day), to: None },
                    ..unit(id, &code, "place", None)
                })
                .collect();
            let (mut one_by_one, mut together) = (Units::default(), Units::default());
            for unit in &rows {
                one_by_one.put(unit.clone());
            }
            let (first, rest) = rows.split_at(at_once.min(rows.len()));
            together.extend(first.iter().cloned());
            for unit in rest {
                together.put(unit.clone());
            }
            let listed = |units: &Units| units.iter().cloned().collect::<Vec<_>>();
            prop_assert_eq!(listed(&one_by_one), listed(&together));
            for unit in &rows {
                prop_assert_eq!(one_by_one.get(unit.id), together.get(unit.id));
                let codes = listed(&together).into_iter().filter(|other| other.code == unit.code).collect::<Vec<_>>();
                prop_assert_eq!(together.rows(&unit.code).cloned().collect::<Vec<_>>(), codes);
            }
        }
    }

    #[test]
    fn a_unit_hangs_below_what_is_there_and_never_below_itself() {
        let units = province();
        assert_eq!(units.check(&unit(9, "911-UB", "government", Some("911"))), Ok(()));
        assert_eq!(units.check(&unit(9, "911-UB", "government", None)), Err(Misplaced::NoParent));
        let unknown = Misplaced::UnknownParent("912".into());
        assert_eq!(units.check(&unit(9, "911-UB", "government", Some("912"))), Err(unknown));
        assert_eq!(units.check(&unit(9, "92", "place", Some("92"))), Err(Misplaced::Circle));
        assert_eq!(units.check(&unit(1, "91", "place", Some("911"))), Err(Misplaced::Circle));
        let backwards = Unit { valid: Period { from: day(2022), to: day(2021) }, ..unit(9, "92", "place", None) };
        assert_eq!(units.check(&backwards), Err(Misplaced::Backwards));
    }
}
