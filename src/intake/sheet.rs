//! Rows and cells of a CSV file with their places (RFC 4180, and what spreadsheets make of it: other separators, bare carriage
//! returns, quotes inside a cell). Knows no columns.

use super::{mistakes::Mistakes, places::Place};
use crate::{
    i18n::{Message, key},
    text::{nfc, sanitise::is_harmless},
};
use std::{iter::Peekable, str::Chars};

/// The most cells of a row that are kept; any more are only counted.
const KEPT: usize = 256;

/// One cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// Where it begins, its quotation mark included.
    pub place: Place,
    /// What it holds: NFC, without blanks around it.
    pub text: String,
}

/// One row that is not blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its line.
    pub line: usize,
    /// Its cells, at most [`KEPT`].
    pub cells: Vec<Cell>,
    /// How many cells it has.
    pub count: usize,
}

/// Reads a file row by row.
#[derive(Debug)]
pub(super) struct Sheet<'a> {
    rest: Peekable<Chars<'a>>,
    separator: char,
    line: usize,
    column: usize,
}

impl<'a> Sheet<'a> {
    /// The rows of `text`; cells are parted by what its first row has most of: commas, semicolons or tabs.
    pub(super) fn new(text: &'a str) -> Self {
        Self { rest: text.chars().peekable(), separator: separator(text), line: 1, column: 1 }
    }

    /// What parts the cells.
    pub(super) fn separator(&self) -> char {
        self.separator
    }

    /// The next row that is not blank, or nothing at the end. Mistakes of form are noted at their places.
    pub(super) fn next_row(&mut self, mistakes: &mut Mistakes) -> Option<Row> {
        while self.rest.peek().is_some() {
            let row = self.row(mistakes);
            if row.count > row.cells.len() || row.cells.iter().any(|cell| !cell.text.is_empty()) {
                return Some(row);
            }
        }
        None
    }

    fn row(&mut self, mistakes: &mut Mistakes) -> Row {
        let mut row = Row { line: self.line, cells: Vec::new(), count: 0 };
        loop {
            let cell = self.cell(mistakes);
            row.count += 1;
            if row.count <= KEPT {
                row.cells.push(cell);
            }
            if self.take() != Some(self.separator) {
                return row;
            }
        }
    }

    /// The cell that begins here, up to the separator or line break behind it.
    fn cell(&mut self, mistakes: &mut Mistakes) -> Cell {
        let place = (self.line, self.column);
        let mut text = String::new();
        if self.rest.peek() == Some(&'"') {
            self.take();
            self.quoted(place, &mut text, mistakes);
        }
        let closed = self.column > place.1 || self.line > place.0;
        while let Some(next) = self.rest.peek().copied()
            && next != self.separator
            && !is_break(next)
        {
            let at = (self.line, self.column);
            self.take();
            if closed && !next.is_whitespace() {
                let mark = separator_name(self.separator);
                mistakes.add(at, Message::new(key::UNITS_BEHIND_QUOTE).with("mark", mark));
                self.skip_cell();
                break;
            }
            keep(next, at, &mut text, mistakes);
        }
        Cell { place, text: nfc(text.trim()).into_owned() }
    }

    /// The inside of quotation marks, up to and with the closing one.
    fn quoted(&mut self, opened: Place, text: &mut String, mistakes: &mut Mistakes) {
        loop {
            let at = (self.line, self.column);
            match self.take() {
                Some('"') if self.rest.peek() == Some(&'"') => {
                    self.take();
                    text.push('"');
                }
                Some('"') => return,
                Some('\n') => text.push('\n'),
                Some(c) => keep(c, at, text, mistakes),
                None => return mistakes.add(opened, key::UNITS_QUOTE_OPEN),
            }
        }
    }

    fn skip_cell(&mut self) {
        while self.rest.peek().is_some_and(|next| *next != self.separator && !is_break(*next)) {
            self.take();
        }
    }

    /// The next character; every kind of line break is `\n`.
    fn take(&mut self) -> Option<char> {
        let mut next = self.rest.next()?;
        if next == '\r' {
            self.rest.next_if_eq(&'\n');
            next = '\n';
        }
        if next == '\n' {
            (self.line, self.column) = (self.line + 1, 1);
        } else {
            self.column += 1;
        }
        Some(next)
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r')
}

/// Adds a character to a cell, or notes that it must not stand in a file.
fn keep(c: char, at: Place, text: &mut String, mistakes: &mut Mistakes) {
    if is_harmless(c) {
        text.push(c);
    } else {
        mistakes.add(at, Message::new(key::FILE_CONTROL).with("code", format!("U+{:04X}", u32::from(c))));
    }
}

/// What the first row that holds something has most of, outside quotation marks; a comma when it has none.
fn separator(text: &str) -> char {
    let first = text.split(['\n', '\r']).find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (mut quoted, mut counts) = (false, [(',', 0), (';', 0), ('\t', 0)]);
    for c in first.chars() {
        quoted ^= c == '"';
        for (mark, count) in &mut counts {
            *count += usize::from(!quoted && c == *mark);
        }
    }
    // The earlier mark wins when two are as frequent.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(',', |(mark, _)| mark)
}

/// The separator as a message shows it.
pub(super) fn separator_name(separator: char) -> String {
    if separator == '\t' { "Tab".to_owned() } else { separator.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<(Place, String)>> {
        let (mut sheet, mut mistakes) = (Sheet::new(text), Mistakes::default());
        let rows = std::iter::from_fn(|| sheet.next_row(&mut mistakes))
            .map(|row| row.cells.into_iter().map(|cell| (cell.place, cell.text)).collect())
            .collect();
        assert_eq!(mistakes.unless_any(()), Ok(()));
        rows
    }

    fn cell(line: usize, column: usize, text: &str) -> (Place, String) {
        ((line, column), text.to_owned())
    }

    #[test]
    fn every_cell_knows_where_it_begins() {
        assert_eq!(
            cells("đa,\"b, \"\"c\"\"\"\r\n\r\n d ,e"),
            [[cell(1, 1, "đa"), cell(1, 4, "b, \"c\"")], [cell(3, 1, "d"), cell(3, 5, "e")],]
        );
    }

    #[test]
    fn quotes_inside_a_cell_and_breaks_inside_quotes_are_text() {
        assert_eq!(
            cells("Mô hình \"3 sạch\",\"hai\r\ndòng\"\nx,y"),
            [[cell(1, 1, "Mô hình \"3 sạch\""), cell(1, 18, "hai\ndòng")], [cell(3, 1, "x"), cell(3, 3, "y")],]
        );
    }

    #[test]
    fn the_first_row_tells_the_separator() {
        for (row, mark) in [("a,b", ','), ("a;b", ';'), ("a\tb", '\t'), ("\"a,b,c\";d", ';'), ("a", ','), ("", ',')] {
            assert_eq!(separator(row), mark, "{row}");
        }
    }
}
