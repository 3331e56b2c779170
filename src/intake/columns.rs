//! The columns of a CSV file: their names in both languages, and which cell of a row is which. Knows no file's columns.

use super::{
    mistakes::{Mistakes, shown},
    sheet::{Cell, Row, separator_name},
};
use crate::{
    i18n::{Key, Message, key},
    text::fold,
};

/// A column of a kind of file.
pub(super) trait Column: Copy + PartialEq + 'static {
    /// All of them.
    const ALL: &'static [Self];
    /// What is said of a column that the file should not have.
    const UNKNOWN: Key;

    /// The English name and the Vietnamese one.
    fn names(self) -> [&'static str; 2];

    /// Whether the file must have it.
    fn is_required(self) -> bool;

    /// Whether a cell may hold more than one line.
    fn is_free_text(self) -> bool;

    /// The name as messages write it.
    fn name(self) -> &'static str {
        self.names()[0]
    }
}

/// The column that a header means, with or without marks and capitals, its words parted by blanks or `_`.
fn named<C: Column>(header: &str) -> Option<C> {
    let plain = |name: &str| fold(name).split(|c: char| c.is_whitespace() || c == '_').collect::<Vec<_>>().join(" ");
    let header = plain(header);
    C::ALL.iter().copied().find(|column| column.names().into_iter().any(|name| plain(name) == header))
}

/// Which cell of a row is which.
#[derive(Debug)]
pub(super) struct Columns<C> {
    order: Vec<Option<C>>,
    nameless: Vec<usize>,
    count: usize,
}

impl<C: Column> Columns<C> {
    /// Reads the header. A column without a name is let pass: spreadsheets leave some behind; its cells must be empty.
    pub(super) fn read(header: &Row, mistakes: &mut Mistakes) -> Self {
        let (mut columns, mut nameless) = (Vec::with_capacity(header.cells.len()), Vec::new());
        for (at, cell) in header.cells.iter().enumerate() {
            let column: Option<C> = named(&cell.text);
            if cell.text.is_empty() {
                nameless.push(at);
            } else if column.is_none() {
                let what = Message::new(C::UNKNOWN).with("found", shown(&cell.text));
                mistakes.wrong_name(cell.place, what, &cell.text, C::ALL.iter().flat_map(|column| column.names()));
            }
            if let Some(twice) = column.filter(|column| columns.contains(&Some(*column))) {
                mistakes.add(cell.place, Message::new(key::UNITS_COLUMN_TWICE).with("column", twice.name()));
            }
            columns.push(column);
        }
        let required = C::ALL.iter().copied().filter(|column| column.is_required());
        for missing in required.filter(|column| !columns.contains(&Some(*column))) {
            let [name, vietnamese] = missing.names();
            let what = Message::new(key::UNITS_COLUMN_MISSING).with("column", name).with("vietnamese", vietnamese);
            mistakes.add((header.line, 1), what);
        }
        Self { order: columns, nameless, count: header.count }
    }

    /// Whether a row has as many cells as the header; a mistake when it has not.
    pub(super) fn fits(&self, row: &Row, separator: char, mistakes: &mut Mistakes) -> bool {
        if row.count == self.count {
            return true;
        }
        let what = Message::new(key::UNITS_CELLS).with("found", row.count).with("expected", self.count);
        mistakes.add((row.line, 1), what.with("mark", shown(&separator_name(separator))));
        false
    }

    /// The cell of a column; nothing when the file has no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: C) -> Option<&'a Cell> {
        let at = self.order.iter().position(|found| *found == Some(column))?;
        row.cells.get(at)
    }

    /// A cell that holds a value: nothing when it is empty or the file has no such column.
    pub(super) fn value<'a>(&self, row: &'a Row, column: C) -> Option<&'a Cell> {
        self.cell(row, column).filter(|cell| !cell.text.is_empty())
    }

    /// Notes what stands under no name.
    pub(super) fn nothing_nameless(&self, row: &Row, mistakes: &mut Mistakes) {
        let nameless = self.nameless.iter().filter_map(|at| row.cells.get(*at));
        for cell in nameless.filter(|cell| !cell.text.is_empty()) {
            mistakes.add(cell.place, Message::new(key::UNITS_NAMELESS).with("found", shown(&cell.text)));
        }
    }

    /// The text of a cell within its limits; nothing when the file has no such column.
    pub(super) fn text(&self, row: &Row, column: C, most: usize, mistakes: &mut Mistakes) -> Option<String> {
        let cell = self.cell(row, column)?;
        let length = cell.text.chars().count();
        if length > most {
            let what = Message::new(key::UNITS_LONG).with("column", column.name());
            mistakes.add(cell.place, what.with("found", length).with("most", most));
        }
        if cell.text.contains('\n') && !column.is_free_text() {
            mistakes.add(cell.place, Message::new(key::UNITS_LINES).with("column", column.name()));
        }
        Some(cell.text.clone())
    }

    /// A text that must not be blank.
    pub(super) fn required(&self, row: &Row, column: C, most: usize, mistakes: &mut Mistakes) -> String {
        let text = self.text(row, column, most, mistakes);
        if let (Some(""), Some(cell)) = (text.as_deref(), self.cell(row, column)) {
            mistakes.add(cell.place, Message::new(key::UNITS_BLANK).with("column", column.name()));
        }
        text.unwrap_or_default()
    }
}
