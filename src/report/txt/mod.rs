//! Plain text: 80 columns by display width, real tables, no trailing blanks, NFC, `\n`. What could steer a terminal is dropped, so
//! that a report can be shown as well as printed.

mod lines;
mod table;

use super::{
    document::{Block, Document},
    stamp,
};
use crate::{
    domain::share::Share,
    text::{Align, bar, pad, width},
};
use lines::{centred, clean, filled, hanging};

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
    let mut foot = stamp::lines(document, document.text_hash.or_reckon(|| stamp::hash_of(&body)));
    if !foot.is_empty() {
        foot.insert(0, "─".repeat(WIDTH));
    }
    if document.mark.is_some() {
        foot.push(String::new());
        mark(&mut foot, document.mark.as_deref());
    }
    body + &written(&foot)
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
    let mut page = Vec::new();
    mark(&mut page, document.mark.as_deref());
    for block in &document.blocks {
        let space = page.last().is_some_and(|line: &String| !line.is_empty());
        if space {
            page.push(String::new());
        }
        match block {
            Block::Letterhead { left, right } => halves(&mut page, left, right, Align::Centre),
            Block::Title { lines } => lines.iter().for_each(|line| page.extend(centred(line, WIDTH))),
            Block::Heading { level, text } => heading(&mut page, *level, text),
            Block::Paragraph { text } => page.extend(filled(text, WIDTH)),
            Block::List { items } => items.iter().for_each(|item| page.extend(hanging("- ", item, WIDTH))),
            Block::Facts { rows } => facts(&mut page, rows),
            Block::Table { columns, rows } => page.extend(table::lines(columns, rows)),
            Block::Bars { rows } => bars(&mut page, rows),
            Block::Signature { left, right } => halves(&mut page, left, right, Align::Left),
            Block::PageBreak => {
                page.push("─".repeat(WIDTH));
                mark(&mut page, document.mark.as_deref());
            }
        }
    }
    written(&page)
}

/// Lines as they stand in the file.
fn written(page: &[String]) -> String {
    let mut text = String::new();
    for line in page {
        // A no-break space has done its work once lines are broken; whoever searches the text types a plain one.
        text.push_str(line.replace('\u{a0}', " ").trim_end());
        text.push('\n');
    }
    text
}

fn mark(page: &mut Vec<String>, mark: Option<&str>) {
    if let Some(mark) = mark {
        page.extend(centred(&format!("*** {mark} ***"), WIDTH));
    }
}

/// A heading; the first level stands apart by a line below.
fn heading(page: &mut Vec<String>, level: u8, text: &str) {
    let lines = filled(text, WIDTH);
    let line = "─".repeat(lines.iter().map(|line| width(line)).max().unwrap_or(0));
    page.extend(lines);
    if level <= 1 {
        page.push(line);
    }
}

/// Two columns side by side: the right one centred in its half, the left one as `left_align` says.
fn halves(page: &mut Vec<String>, left: &[String], right: &[String], left_align: Align) {
    const LEFT: usize = 36;
    const RIGHT: usize = WIDTH - LEFT - 2;
    let spread = |lines: &[String], columns| lines.iter().flat_map(|line| filled(line, columns)).collect::<Vec<_>>();
    let (left, right) = (spread(left, LEFT), spread(right, RIGHT));
    for row in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
        page.push(format!("{}  {}", pad(&cell(&left), LEFT, left_align), pad(&cell(&right), RIGHT, Align::Centre)));
    }
}

/// Names in one column, values in another.
fn facts(page: &mut Vec<String>, rows: &[(String, String)]) {
    let longest = rows.iter().map(|(name, _)| width(&clean(name)) + 1).max().unwrap_or(0);
    let names = longest.min(NAMES);
    for (name, value) in rows {
        let name = filled(&format!("{name}:"), names);
        let value = filled(value, WIDTH - names - 2);
        for row in 0..name.len().max(value.len()) {
            let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
            page.push(format!("{}  {}", pad(&cell(&name), names, Align::Left), cell(&value)));
        }
    }
}

/// Bars to a common scale of 100 points; where there is none, the words beside stand in its place.
fn bars(page: &mut Vec<String>, rows: &[(String, Option<u16>, String)]) {
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
            let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
            let mut line = format!("{}  ", pad(&cell(&name), names, Align::Left));
            if let Some(share) = share {
                let bar = if row == 0 { bar(Share::from_bp(*share), BAR, "·") } else { String::new() };
                line.push_str(&pad(&bar, BAR + 2, Align::Left));
            }
            line.push_str(&cell(&words));
            page.push(line);
        }
    }
}

#[cfg(test)]
mod tests;
