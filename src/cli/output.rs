//! What leaves the program: data on stdout, words on stderr, both free of anything a terminal would obey.

use super::{args::Format, failure::Failure, stderr};
use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    text::{Align, escape_in_json, pad, sanitise_line, sanitise_text, width},
};
use serde::Serialize;
use std::io::{self, IsTerminal, Write};

/// Where a command's data and words go.
#[derive(Debug, Clone, Copy)]
pub(super) struct Output {
    /// Language of both.
    pub(super) lang: Lang,
    /// Form of the data.
    pub(super) format: Format,
    /// No words on stderr except errors.
    pub(super) quiet: bool,
}

/// JSON data with its name and the version of its form at the top.
#[derive(Serialize)]
struct Envelope<'a, T> {
    schema: String,
    version: u32,
    #[serde(flatten)]
    body: &'a T,
}

impl Output {
    /// Whether data is asked for as JSON.
    pub(super) fn is_json(self) -> bool {
        self.format == Format::Json
    }

    /// Prints a table, or the same as JSON.
    pub(super) fn table<T: Serialize>(self, name: &str, body: &T, table: &Table) -> Result<(), Failure> {
        if self.is_json() { json(name, body) } else { text(&table.render()) }
    }

    /// Says what was done, on stderr, unless words are not wanted.
    pub(super) fn word(self, message: &Message) {
        if !self.quiet {
            stderr::line(&message.to(self.lang));
        }
    }

    /// What was done: for people a sentence on stderr, for programs JSON on stdout.
    pub(super) fn done<T: Serialize>(self, name: &str, body: &T, message: &Message) -> Result<(), Failure> {
        self.word(message);
        if self.is_json() { json(name, body) } else { Ok(()) }
    }
}

/// Prints text on stdout, as data.
pub(super) fn text(text: &str) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    stdout.write_all(sanitise_text(text).as_bytes())?;
    stdout.flush()?;
    Ok(())
}

/// Puts what is no text on stdout, for a file or another program; a terminal is spared it.
pub(super) fn bytes(content: &[u8]) -> Result<(), Failure> {
    let mut stdout = io::stdout().lock();
    if stdout.is_terminal() {
        return Err(Failure::input(key::CLI_NOT_FOR_TERMINAL));
    }
    stdout.write_all(content)?;
    stdout.flush()?;
    Ok(())
}

/// Prints lines on stdout, as data.
pub(super) fn lines(lines: impl Iterator<Item = String>) -> Result<(), Failure> {
    text(&lines.flat_map(|line| [line, "\n".to_owned()]).collect::<String>())
}

/// Prints JSON on stdout: `thucchat.<name>`, version 1.
pub(super) fn json<T: Serialize>(name: &str, body: &T) -> Result<(), Failure> {
    text(&json_text(name, body)?)
}

/// JSON text with its name and version, indented, its last line ended.
pub(super) fn json_text<T: Serialize>(name: &str, body: &T) -> Result<String, Failure> {
    let schema = format!("thucchat.{name}");
    let text = serde_json::to_string_pretty(&Envelope { schema, version: 1, body }).map_err(io::Error::from)?;
    Ok(escape_in_json(&text) + "\n")
}

/// A table of one line a row; columns are as wide as their widest cell, two blanks apart.
#[derive(Debug, Default)]
pub(super) struct Table {
    headings: Vec<String>,
    sides: Vec<Align>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A column of words.
    pub(super) fn words(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(heading.into());
        self.sides.push(Align::Left);
        self
    }

    /// A column of figures, set to the right.
    pub(super) fn figures(mut self, heading: impl Into<String>) -> Self {
        self.headings.push(heading.into());
        self.sides.push(Align::Right);
        self
    }

    /// Adds a row; cells stand in the order of the columns.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells.into_iter().map(|cell| on_one_line(&cell)).collect());
    }

    /// The table as text; nothing at all when it has no rows.
    pub(super) fn render(&self) -> String {
        if self.rows.is_empty() {
            return String::new();
        }
        let mut widths: Vec<usize> = self.headings.iter().map(|heading| width(heading)).collect();
        for row in &self.rows {
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = (*widest).max(width(cell));
            }
        }
        let mut text = String::new();
        for row in std::iter::once(&self.headings).chain(&self.rows) {
            let mut line = String::new();
            for ((cell, widest), side) in row.iter().zip(&widths).zip(&self.sides) {
                if !line.is_empty() {
                    line.push_str("  ");
                }
                line.push_str(&pad(cell, *widest, *side));
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

/// A cell's words on one line, free of what a terminal would obey.
fn on_one_line(cell: &str) -> String {
    sanitise_line(cell).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_under_each_other_by_display_width() {
        let mut table = Table::default().words("Mã").figures("Điểm").words("Tên");
        table.row(vec!["904-DU".into(), "61,04".into(), "Huyện ủy Tân Hiệp".into()]);
        table.row(vec!["1".into(), "7,00".into(), "Nguyễn Thị Ẵm,\nấp Kinh 4A".into()]);
        let text = table.render();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            ["Mã       Điểm  Tên", "904-DU  61,04  Huyện ủy Tân Hiệp", "1        7,00  Nguyễn Thị Ẵm, ấp Kinh 4A"]
        );
    }

    #[test]
    fn a_row_that_begins_with_an_empty_cell_keeps_its_columns() {
        let mut table = Table::default().words("A").words("B");
        table.row(vec![String::new(), "b".into()]);
        assert_eq!(table.render(), "A  B\n   b\n");
    }

    #[test]
    fn json_carries_its_name_and_version_first_and_nothing_a_terminal_obeys() {
        #[derive(Serialize)]
        struct Body {
            name: &'static str,
        }
        let text = json_text("unit-list", &Body { name: "Tân\u{1b}[31m Hiệp\u{202e}\u{9b}" }).expect("plain data");
        assert!(text.starts_with("{\n  \"schema\": \"thucchat.unit-list\",\n  \"version\": 1,\n"), "{text}");
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{text}");
        let back: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(back["name"], "Tân\u{1b}[31m Hiệp\u{202e}\u{9b}", "and it reads back to the same words");
    }
}
