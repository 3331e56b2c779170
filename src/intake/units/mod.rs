//! Reads units from CSV (columns in any order, header names in either language).
//!
//! A row is known by its code and first day. A column that the file does not have leaves what is known as it is; an empty cell
//! empties it. Columns of mistakes are characters of the line, where the cell begins.

mod columns;
mod row;
mod tree;

use self::columns::Column;
use super::{
    Mistake,
    columns::Columns,
    encoding::{NotText, decode},
    mistakes::Mistakes,
    sheet::Sheet,
};
use crate::{
    domain::{
        ids::{KindId, UnitId},
        unit::{Unit, Units},
    },
    i18n::{Message, key},
};
use row::{Draft, Reader};
use std::collections::HashSet;

/// The largest file that is read, in MiB.
const MIB: usize = 32;
/// The most rows, the header apart.
const ROWS: usize = 100_000;

/// What a row of the file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowDoes {
    /// Brings a unit that was not there.
    Adds,
    /// Changes the unit with its code and period.
    Changes,
    /// Says what is known already.
    Nothing,
}

/// A row of the file and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: usize,
    /// What it does.
    pub does: RowDoes,
    /// The unit as it will be.
    pub unit: Unit,
}

/// Reads units against those already known and the kinds of the programme; `new_id` gives an id to each that is new.
///
/// # Errors
/// All mistakes of the file, in the order of their places; nothing is to be applied then. After a thousand mistakes the
/// list ends and says so.
pub fn read(
    file: &[u8],
    known: &Units,
    kinds: &[KindId],
    new_id: &mut dyn FnMut() -> UnitId,
) -> Result<Vec<Row>, Vec<Mistake>> {
    let mut mistakes = Mistakes::default();
    let drafts = drafts(file, known, kinds, &mut mistakes);
    let drafts = mistakes.unless_any(drafts)?;
    let row = |draft: Draft| {
        let mut unit = draft.unit;
        if !draft.known {
            unit.id = new_id();
        }
        let does = match known.get(unit.id) {
            None => RowDoes::Adds,
            Some(same) if *same == unit => RowDoes::Nothing,
            Some(_) => RowDoes::Changes,
        };
        Row { line: draft.line, does, unit }
    };
    Ok(drafts.into_iter().map(row).collect())
}

/// Every row that could be read; all mistakes are noted.
fn drafts(file: &[u8], known: &Units, kinds: &[KindId], mistakes: &mut Mistakes) -> Vec<Draft> {
    if file.len() > MIB << 20 {
        mistakes.add((1, 1), Message::new(key::FILE_TOO_LARGE).with("most", MIB));
        return Vec::new();
    }
    let text = match decode(file) {
        Ok(text) => text,
        Err(NotText(place)) => {
            mistakes.add(place, key::FILE_NOT_TEXT);
            return Vec::new();
        }
    };
    let mut sheet = Sheet::new(&text);
    let Some(header) = sheet.next_row(mistakes) else {
        mistakes.add((1, 1), key::UNITS_EMPTY);
        return Vec::new();
    };
    let reader = Reader { columns: Columns::read(&header, mistakes), known, kinds };
    let (drafts, codes) = rows(&mut sheet, &reader, mistakes);
    tree::check(&drafts, &codes, known, mistakes);
    drafts
}

/// The rows below the header, and every code in them.
fn rows(sheet: &mut Sheet, reader: &Reader, mistakes: &mut Mistakes) -> (Vec<Draft>, HashSet<String>) {
    let (mut drafts, mut codes, mut count) = (Vec::new(), HashSet::new(), 0);
    while !mistakes.is_full()
        && let Some(row) = sheet.next_row(mistakes)
    {
        count += 1;
        if count > ROWS {
            mistakes.add((row.line, 1), Message::new(key::UNITS_TOO_MANY).with("most", ROWS));
            break;
        }
        if let Some(cell) = reader.columns.cell(&row, Column::Code) {
            codes.insert(cell.text.clone());
        }
        if reader.columns.fits(&row, sheet.separator(), mistakes) {
            drafts.extend(reader.read(&row, mistakes));
        }
    }
    (drafts, codes)
}
