//! Tables with a header and a grid; cells are wrapped inside their column and columns share the page by need and weight.

use super::{
    WIDTH,
    lines::{filled, hanging, widest},
    page::Page,
};
use crate::{
    beside::in_halves,
    report::document::{Align, Column},
    text::{self, pad_onto},
};

/// A column is not squeezed below its longest word, or this width where that word is longer.
const LONG_WORD: usize = 10;

/// The fewest rows that are worth a thread.
const WORTH: usize = 500;

/// Adds a table, never over [`WIDTH`]; one with too many columns for the page is told row by row instead.
pub(super) fn add(page: &mut Page, columns: &[Column], rows: &[Vec<String>]) {
    let frame = 3 * columns.len() + 1;
    // Two columns for each cell, so that a wide letter fits.
    if columns.is_empty() || frame + 2 * columns.len() > WIDTH {
        told(page, columns, rows);
        return;
    }
    let widths = share_out(columns, rows, WIDTH - frame);
    let head: Vec<String> = columns.iter().map(|column| column.heading.clone()).collect();
    let between = rule(&widths, ["├", "┼", "┤"]);
    page.line(&rule(&widths, ["┌", "┬", "┐"]));
    row(page, &widths, columns, &head);
    let halves = in_halves(rows, WORTH, |rows| {
        let mut page = Page::default();
        for cells in rows {
            page.line(&between);
            row(&mut page, &widths, columns, cells);
        }
        page
    });
    for half in &halves {
        page.push(half);
    }
    page.line(&rule(&widths, ["└", "┴", "┘"]));
}

fn cell(cells: &[String], place: usize) -> &str {
    cells.get(place).map_or("", String::as_str)
}

/// What each column gets of `room`: its need when all fit; else at least its longest word, and of the rest its weight's share, but
/// never more than it needs.
fn share_out(columns: &[Column], rows: &[Vec<String>], room: usize) -> Vec<usize> {
    let measure = |place: usize, of: &dyn Fn(&str) -> usize| {
        let heading = columns.get(place).map_or("", |column| column.heading.as_str());
        rows.iter().map(|cells| of(cell(cells, place))).max().unwrap_or(0).max(of(heading)).max(1)
    };
    let longest_line = |text: &str| widest(text, &['\n']);
    // Not at any white space: a no-break space holds words together.
    let longest_word = |text: &str| widest(text, &[' ', '\n']).min(LONG_WORD);
    let needs: Vec<usize> = (0..columns.len()).map(|place| measure(place, &longest_line)).collect();
    if needs.iter().sum::<usize>() <= room {
        return needs;
    }
    let mut widths: Vec<usize> = (0..columns.len()).map(|place| measure(place, &longest_word).max(2)).collect();
    while widths.iter().sum::<usize>() > room {
        // Words must be broken somewhere: the widest column gives way, one column at a time.
        match widths.iter_mut().max() {
            Some(widest) if *widest > 2 => *widest -= 1,
            _ => break,
        }
    }
    let mut left = room.saturating_sub(widths.iter().sum());
    while left > 0 {
        // The column furthest behind its weight takes the next one; exact and stable, and a page has at most 80 of them.
        let hungry = (0..widths.len()).filter(|&place| widths[place] < needs[place]);
        let next = hungry.min_by_key(|&place| widths[place] * 1000 / usize::from(columns[place].weight.max(1)));
        let Some(next) = next else { break };
        widths[next] += 1;
        left -= 1;
    }
    widths
}

fn rule(widths: &[usize], [left, cross, right]: [&str; 3]) -> String {
    let lines: Vec<String> = widths.iter().map(|width| "─".repeat(width + 2)).collect();
    format!("{left}{}{right}", lines.join(cross))
}

fn row(page: &mut Page, widths: &[usize], columns: &[Column], cells: &[String]) {
    let filled: Vec<_> = widths.iter().enumerate().map(|(place, width)| filled(cell(cells, place), *width)).collect();
    let height = filled.iter().map(Vec::len).max().unwrap_or(0);
    let mut text = String::new();
    for line in 0..height {
        text.clear();
        for ((lines, width), column) in filled.iter().zip(widths).zip(columns) {
            let align = match column.align {
                Align::Left => text::Align::Left,
                Align::Right => text::Align::Right,
            };
            text.push_str(if text.is_empty() { "│ " } else { " │ " });
            pad_onto(&mut text, lines.get(line).map_or("", AsRef::as_ref), *width, align);
        }
        text.push_str(" │");
        page.line(&text);
    }
}

/// Rows as lists of `heading: cell`.
fn told(page: &mut Page, columns: &[Column], rows: &[Vec<String>]) {
    for cells in rows {
        for (place, column) in columns.iter().enumerate() {
            let prefix = if place == 0 { "- " } else { "  " };
            page.lines(hanging(prefix, &format!("{}: {}", column.heading, cell(cells, place)), WIDTH));
        }
    }
}
