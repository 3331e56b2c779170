//! A unit as the index keeps it: by position, days as numbers, so that ten thousand are read in a moment and share the texts they have in
//! common. What a unit is, is the domain's matter.

use super::{
    index::{IndexError, Row},
    packed::Known,
};
use crate::{
    domain::{
        ids::{KindId, UnitId},
        period::Period,
        unit::{Tier, Unit},
    },
    journal::Stamp,
};
use chrono::{Datelike as _, NaiveDate};
use serde::{Deserialize, Serialize};

/// One unit, and the record that set it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct UnitRow<'a> {
    at: Stamp,
    id: UnitId,
    code: &'a str,
    name: &'a str,
    kind: &'a str,
    parent: Option<&'a str>,
    tier: u8,
    from: Option<i32>,
    to: Option<i32>,
    pilot: bool,
    address: &'a str,
    contact: &'a str,
    note: &'a str,
}

impl<'a> UnitRow<'a> {
    /// The bytes of some rows.
    pub(super) fn write(rows: &[&'a Row<Unit>]) -> Result<Vec<u8>, IndexError> {
        let rows: Vec<Self> = rows.iter().map(|row| Self::of(row)).collect();
        rmp_serde::to_vec(&rows).map_err(|error| IndexError(error.to_string()))
    }

    /// Reads the bytes of some rows.
    pub(super) fn read_many(bytes: &'a [u8], known: &mut Known) -> Result<Vec<Row<Unit>>, IndexError> {
        let rows: Vec<Self> = rmp_serde::from_slice(bytes).map_err(|error| IndexError(error.to_string()))?;
        rows.into_iter().map(|row| row.unit(known)).collect()
    }

    fn of(row: &'a Row<Unit>) -> Self {
        let unit = &row.value;
        let number = |day: NaiveDate| day.num_days_from_ce();
        Self {
            at: row.at,
            id: unit.id,
            code: &unit.code,
            name: &unit.name,
            kind: unit.kind.as_str(),
            parent: unit.parent.as_deref(),
            tier: unit.tier as u8,
            from: unit.valid.from.map(number),
            to: unit.valid.to.map(number),
            pilot: unit.pilot,
            address: &unit.address,
            contact: &unit.contact,
            note: &unit.note,
        }
    }

    fn unit(self, known: &mut Known) -> Result<Row<Unit>, IndexError> {
        let tiers = [Tier::Province, Tier::District, Tier::Commune];
        let tier = tiers.into_iter().find(|tier| *tier as u8 == self.tier);
        let value = Unit {
            id: self.id,
            code: self.code.to_owned(),
            name: self.name.to_owned(),
            kind: KindId::from(known.text(self.kind)),
            parent: self.parent.map(str::to_owned),
            tier: tier.ok_or_else(|| IndexError("a unit has an unknown tier".into()))?,
            valid: Period {
                from: self.from.and_then(NaiveDate::from_num_days_from_ce_opt),
                to: self.to.and_then(NaiveDate::from_num_days_from_ce_opt),
            },
            pilot: self.pilot,
            address: self.address.to_owned(),
            contact: self.contact.to_owned(),
            note: self.note.to_owned(),
        };
        Ok(Row { at: self.at, value })
    }
}
