//! The figures of a round as sheets with real numbers and days, for people who reckon on: groups of every level, units, answers. Knows no
//! file format; `xlsx`, `csv` and `json` write them. Computes nothing that `domain::rollup` and `domain::score` compute.

mod answers;
pub mod csv;
mod groups;
mod units;
pub mod xlsx;

pub use answers::AnswerRow;

use super::rollup::Material;
use crate::{
    domain::{ids::BandId, inspection::Inspection, programme::Programme, rollup::By, share::Share},
    i18n::{Key, say},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its name, at most 31 letters.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading, in the language of the document.
    pub heading: String,
    /// Its name for programs: the same in every language.
    pub name: &'static str,
    /// Its width in letters.
    pub width: u16,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known: never a zero.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Count(i64),
    /// Points of 100, or per cent: a share.
    Points(Share),
    /// A difference of points, in basis points.
    Change(i32),
    /// A day.
    Day(NaiveDate),
    /// A band: how many bands stand above it, and its name.
    Band(usize, String),
}

impl Cell {
    fn text(words: impl Into<String>) -> Self {
        Self::Text(words.into())
    }

    fn count(number: impl Into<i64>) -> Self {
        Self::Count(number.into())
    }

    fn points(share: Option<Share>) -> Self {
        share.map_or(Self::Empty, Self::Points)
    }

    fn day(day: Option<NaiveDate>) -> Self {
        day.map_or(Self::Empty, Self::Day)
    }
}

/// A signed inspection of the round and the programme version that it was filled with.
pub type Filled<'a> = (&'a Inspection, Arc<Programme>);

/// The figures of groups.
#[must_use]
pub fn groups(material: &Material, by: By) -> Sheet {
    groups::sheet(material, by)
}

/// Every answer of the inspections.
#[must_use]
pub fn answers(material: &Material, filled: &[Filled]) -> Sheet {
    answers::sheet(material, filled)
}

/// The same as rows that programs read.
pub fn answer_rows<'a>(material: &'a Material, filled: &'a [Filled]) -> impl Iterator<Item = AnswerRow> + 'a {
    answers::rows(material, filled)
}

/// All sheets of a round: the whole, each level, the units, the answers.
#[must_use]
pub fn book(material: &Material, filled: &[Filled]) -> Vec<Sheet> {
    let mut sheets = vec![groups::whole(material)];
    sheets.extend([By::District, By::Kind, By::Section].map(|by| groups::sheet(material, by)));
    sheets.extend([units::sheet(material), answers::sheet(material, filled)]);
    sheets
}

/// A column of a sheet.
fn column(material: &Material, name: &'static str, heading: Key, width: u16) -> Column {
    Column { heading: say(material.lang, heading), name, width }
}

/// A band of the programme.
fn band(material: &Material, band: Option<&BandId>) -> Cell {
    let bands = &material.scope.programme.bands;
    match band.and_then(|id| bands.iter().position(|band| band.id == *id).zip(bands.iter().find(|band| band.id == *id)))
    {
        Some((place, band)) => Cell::Band(place, band.name.to(material.lang).to_owned()),
        None => band.map_or(Cell::Empty, |id| Cell::text(id.as_str())),
    }
}
