//! Plain text: 80 columns by display width, real tables, no trailing blanks, NFC, `\n`. What could steer a terminal is dropped, so
//! that a report can be shown as well as printed.

mod lines;
mod page;
mod table;

use super::{
    document::{Block, Document},
    stamp,
};
use crate::{
    beside::in_halves,
    domain::share::Share,
    text::{Align, bar, pad, pad_onto, width},
};
use lines::{centred, clean, filled, hanging};
use page::Page;
use std::borrow::Cow;

/// Columns of a page.
pub const WIDTH: usize = 80;
/// Columns of a bar that is full.
const BAR: usize = 25;
/// The most columns that names of facts take.
const NAMES: usize = 28;

/// Renders a document as text.
#[must_use]
pub fn render(document: &Document) -> String {
    let body = body(document);
    let foot = stamp::lines(document, document.text_hash.or_reckon(|| stamp::hash_of(&body)));
    let mut page = Page::default();
    if !foot.is_empty() {
        page.line(&"─".repeat(WIDTH));
        page.lines(&foot);
    }
    if document.mark.is_some() {
        page.line("");
        add_mark(&mut page, document.mark.as_deref());
    }
    body + &page.into_text()
}

/// The lines by which a document is checked, as every format bears them.
pub(super) fn foot(document: &Document) -> Vec<String> {
    hash(document).map(|hash| stamp::lines(document, &hash)).unwrap_or_default()
}

/// The hash that the foot bears; nothing where there is no foot.
pub(super) fn hash(document: &Document) -> Option<String> {
    let hash = || document.text_hash.or_reckon(|| stamp::hash_of(&body(document))).to_owned();
    document.stamp.as_ref().map(|_| hash())
}

/// The text above the foot.
fn body(document: &Document) -> String {
    /// The fewest blocks that are worth a thread.
    const WORTH: usize = 1_000;
    let mark = document.mark.as_deref();
    let halves = in_halves(&document.blocks, WORTH, |blocks| {
        let mut page = Page::default();
        for block in blocks {
            page.apart();
            add(&mut page, block, mark);
        }
        page
    });
    let mut page = Page::default();
    add_mark(&mut page, mark);
    for half in &halves {
        page.append(half);
    }
    page.into_text()
}

fn add(page: &mut Page, block: &Block, mark: Option<&str>) {
    match block {
        Block::Letterhead { left, right } => halves(page, left, right, Align::Centre),
        Block::Title { lines } => lines.iter().for_each(|line| page.lines(centred(line, WIDTH))),
        Block::Heading { level, text } => heading(page, *level, text),
        Block::Paragraph { text } => page.lines(filled(text, WIDTH)),
        Block::List { items } => items.iter().for_each(|item| page.lines(hanging("- ", item, WIDTH))),
        Block::Facts { rows } => facts(page, rows),
        Block::Table { columns, rows } => table::add(page, columns, rows),
        Block::Bars { rows } => bars(page, rows),
        Block::Signature { left, right } => halves(page, left, right, Align::Left),
        Block::PageBreak => {
            page.line(&"─".repeat(WIDTH));
            add_mark(page, mark);
        }
    }
}

fn add_mark(page: &mut Page, mark: Option<&str>) {
    if let Some(mark) = mark {
        page.lines(centred(&format!("*** {mark} ***"), WIDTH));
    }
}

/// A heading; the first level stands apart by a line below.
fn heading(page: &mut Page, level: u8, text: &str) {
    let lines = filled(text, WIDTH);
    let line = "─".repeat(lines.iter().map(|line| width(line)).max().unwrap_or(0));
    page.lines(lines);
    if level <= 1 {
        page.line(&line);
    }
}

/// A row of what was filled; nothing below its last.
fn cell<'a>(filled: &'a [Cow<'_, str>], row: usize) -> &'a str {
    filled.get(row).map_or("", AsRef::as_ref)
}

/// Two columns side by side: the right one centred in its half, the left one as `left_align` says.
fn halves(page: &mut Page, left: &[String], right: &[String], left_align: Align) {
    const LEFT: usize = 36;
    const RIGHT: usize = WIDTH - LEFT - 2;
    let left: Vec<_> = left.iter().flat_map(|line| filled(line, LEFT)).collect();
    let right: Vec<_> = right.iter().flat_map(|line| filled(line, RIGHT)).collect();
    for row in 0..left.len().max(right.len()) {
        let (left, right) = (cell(&left, row), cell(&right, row));
        let mut line = pad(left, LEFT, left_align) + "  ";
        pad_onto(&mut line, right, RIGHT, Align::Centre);
        page.line(&line);
    }
}

/// Names in one column, values in another.
fn facts(page: &mut Page, rows: &[(String, String)]) {
    let longest = rows.iter().map(|(name, _)| width(&clean(name)) + 1).max().unwrap_or(0);
    let names = longest.min(NAMES);
    for (name, value) in rows {
        let name = format!("{name}:");
        let name = filled(&name, names);
        let value = filled(value, WIDTH - names - 2);
        for row in 0..name.len().max(value.len()) {
            page.line(&(pad(cell(&name, row), names, Align::Left) + "  " + cell(&value, row)));
        }
    }
}

/// Bars to a common scale of 100 points; where there is none, the words beside stand in its place.
fn bars(page: &mut Page, rows: &[(String, Option<u16>, String)]) {
    let longest = rows.iter().map(|(name, ..)| width(&clean(name))).max().unwrap_or(0);
    let names = longest.min(NAMES);
    let beside = WIDTH - names - 2 - BAR - 2;
    for (name, share, words) in rows {
        let name = filled(name, names);
        let words = match share {
            Some(_) => filled(words, beside),
            None => filled(words, BAR + 2 + beside),
        };
        for row in 0..name.len().max(words.len()) {
            let mut line = pad(cell(&name, row), names, Align::Left) + "  ";
            if let Some(share) = share {
                let bar = if row == 0 { bar(Share::from_bp(*share), BAR, "·") } else { String::new() };
                pad_onto(&mut line, &bar, BAR + 2, Align::Left);
            }
            line.push_str(cell(&words, row));
            page.line(&line);
        }
    }
}

#[cfg(test)]
mod tests;
