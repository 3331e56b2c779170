//! Reads the models of one unit from CSV (columns in any order, header names in either language).
//!
//! A row is known by its code. A column that the file does not have leaves what is known as it is; an empty cell empties it, and an
//! empty state leaves the state alone. A known model whose state changes takes a step of its life, which must be able to follow;
//! `since` is the day of that step. Columns of mistakes are characters of the line, where the cell begins.

mod columns;
mod row;

use super::{
    Mistake,
    columns::Columns,
    encoding::{NotText, decode},
    mistakes::{Mistakes, shown},
    places::Place,
    sheet::Sheet,
};
use crate::{
    domain::{
        ids::ModelId,
        model::{Model, Register},
    },
    i18n::{Message, key},
};
use row::{Draft, Reader};
use std::collections::HashMap;

/// The largest file that is read, in MiB.
const MIB: usize = 8;
/// The most rows, the header apart.
const ROWS: usize = 10_000;

/// What a row of the file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowDoes {
    /// Brings a model that was not there.
    Adds,
    /// Changes the model with its code.
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
    /// Which model.
    pub id: ModelId,
    /// The model as it will be.
    pub model: Model,
}

/// Reads models against those that the register holds; `new_id` gives an id to each that is new.
///
/// # Errors
/// All mistakes of the file, in the order of their places; nothing is to be applied then. After a thousand mistakes the list ends
/// and says so.
pub fn read(file: &[u8], known: &Register, new_id: &mut dyn FnMut() -> ModelId) -> Result<Vec<Row>, Vec<Mistake>> {
    let mut mistakes = Mistakes::default();
    let drafts = drafts(file, known, &mut mistakes);
    let drafts = mistakes.unless_any(drafts)?;
    let row = |Draft { line, model, .. }: Draft| match known.coded(&model.code) {
        None => Row { line, does: RowDoes::Adds, id: new_id(), model },
        Some((id, same)) if *same == model => Row { line, does: RowDoes::Nothing, id, model },
        Some((id, _)) => Row { line, does: RowDoes::Changes, id, model },
    };
    Ok(drafts.into_iter().map(row).collect())
}

/// Every row that could be read; all mistakes are noted.
fn drafts(file: &[u8], known: &Register, mistakes: &mut Mistakes) -> Vec<Draft> {
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
        mistakes.add((1, 1), key::MODELS_EMPTY);
        return Vec::new();
    };
    let reader = Reader { columns: Columns::read(&header, mistakes), known };
    let mut drafts = Vec::new();
    let mut lines: HashMap<String, usize> = HashMap::new();
    while !mistakes.is_full()
        && let Some(row) = sheet.next_row(mistakes)
    {
        if drafts.len() == ROWS {
            mistakes.add((row.line, 1), Message::new(key::UNITS_TOO_MANY).with("most", ROWS));
            break;
        }
        if reader.columns.fits(&row, sheet.separator(), mistakes) {
            let draft = reader.read(&row, mistakes);
            once(&draft, &mut lines, mistakes);
            drafts.push(draft);
        }
    }
    drafts
}

/// Notes a code that stands twice in the file.
fn once(draft: &Draft, lines: &mut HashMap<String, usize>, mistakes: &mut Mistakes) {
    let Draft { line, code_at, model } = draft;
    let at: Place = *code_at;
    if model.code.is_empty() {
        return;
    }
    if let Some(first) = lines.get(&model.code) {
        mistakes.add(at, Message::new(key::FILL_TWICE).with("found", shown(&model.code)).with("line", *first));
    } else {
        lines.insert(model.code.clone(), *line);
    }
}
