//! Draws the page of a unit: its parts in one row, the part in front below, and what is known of the selected row beside or under it.

mod below;
mod indicators;
mod overview;
mod register;
mod rounds;

pub(super) use indicators::year;
pub(super) use register::drawn;

use super::{
    UnitPage,
    parts::{self, Part},
};
use crate::{
    domain::unit::Unit,
    i18n::{key, say},
    text::width::width,
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{self, WIDE, beside, first_row, inside},
            theme::Theme,
            widgets::{line, lines, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Layout, Position, Rect, Spacing},
    text::{Line, Span},
};

/// Rows of a page from which on something may stand under its list.
const TALL: u16 = 17;
/// Rows of a list from which on its selected row may be shown in full under it.
const ROOMY: u16 = 24;

/// Where things stand on the page.
struct Places {
    parts: Rect,
    list: Rect,
    /// What is known of the unit, or of the selected row.
    detail: Option<Rect>,
    /// The rows of the list, below its head.
    rows: Rect,
    /// The selected row in full, under the list, where there is room beside what is known of the unit.
    whole: Option<Rect>,
}

fn places(part: Part, area: Rect) -> Places {
    let [parts, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(3)]).areas(area);
    let wide = body.width >= WIDE;
    let (list, detail) = match part {
        Part::Overview if wide => {
            let [detail, list] = beside(body, [Constraint::Percentage(45), Constraint::Min(50)]);
            (list, Some(detail))
        }
        Part::Overview => {
            // What is open must keep some rows, whatever is known of the unit.
            let known = if body.height >= TALL { 11 } else { body.height.saturating_sub(5) };
            let [detail, list] = Layout::vertical([Constraint::Length(known), Constraint::Min(4)]).areas(body);
            (list, Some(detail))
        }
        Part::Below if !wide => (body, None),
        _ if wide => {
            let [list, detail] = beside(body, [Constraint::Min(74), Constraint::Length(40)]);
            (list, Some(detail))
        }
        _ if body.height >= TALL => {
            let [list, detail] = Layout::vertical([Constraint::Min(8), Constraint::Length(7)]).areas(body);
            (list, Some(detail))
        }
        _ => (body, None),
    };
    let (list, whole) = if part == Part::Overview && wide && list.height >= ROOMY {
        let [list, whole] = Layout::vertical([Constraint::Percentage(55), Constraint::Min(10)])
            .spacing(Spacing::Overlap(1))
            .areas(list);
        (list, Some(whole))
    } else {
        (list, None)
    };
    let rows = inside(list);
    let head = u16::from(part != Part::Overview);
    let rows = Rect { y: rows.y + head.min(rows.height), height: rows.height.saturating_sub(head), ..rows };
    Places { parts, list, detail, rows, whole }
}

/// Columns in which every row stands whole.
const WIDEST: u16 = 1000;

/// The parts of a unit with their words, one column apart.
fn named(unit: &Unit, page: &UnitPage, shared: &Shared) -> Vec<(Part, String)> {
    let lang = shared.lang();
    let count = |part: Part| match part {
        Part::Overview => 0,
        Part::Below => page.below.len(),
        Part::Rounds => shared.summaries.of_unit(unit.id).count(),
        Part::Models => page.register.len(),
        Part::Indicators => parts::indicators(unit, shared).len(),
    };
    let name = |part: Part| match count(part) {
        0 => format!(" {} ", say(lang, part.name())),
        count => format!(" {} {count} ", say(lang, part.name())),
    };
    Part::of(unit).iter().map(|part| (*part, name(*part))).collect()
}

/// A row of the overview, or of what stands below a place, in words.
pub(super) fn row_in_words(page: &UnitPage, row: usize, shared: &Shared, today: NaiveDate) -> String {
    let theme = Theme::mono();
    // Wide enough that no word is cut; the columns are only blanks in between.
    let line = match page.part {
        Part::Below => below::words_of(page, row, WIDEST, shared, &theme, today),
        _ => overview::words_of(page, row, WIDEST, shared, &theme, today),
    };
    let words: Vec<&str> = line.split_whitespace().collect();
    words.join(" ").trim_start_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// The part whose name stands at a place.
pub(super) fn part_at(page: &UnitPage, at: Position, area: Rect, shared: &Shared) -> Option<Part> {
    let row = places(page.part, area).parts;
    let column = row.contains(at).then(|| usize::from(at.x - row.x))?;
    let mut end = 1;
    for (part, words) in named(page.about(shared)?, page, shared) {
        let start = end;
        end += width(&words) + 1;
        if (start..end - 1).contains(&column) {
            return Some(part);
        }
    }
    None
}

/// The row of the part in front at a place.
pub(super) fn row_at(page: &UnitPage, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
    layout::row_at(at, places(page.part, area).rows, page.pane.at(), page.rows(shared))
}

pub(super) fn draw(page: &UnitPage, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let Some(unit) = page.about(shared) else {
        lines(frame, area, wrapped(&say(shared.lang(), key::UNIT_GONE), area.width, theme.warn));
        return;
    };
    let places = places(page.part, area);
    let mut spans = Vec::new();
    for (part, words) in named(unit, page, shared) {
        spans.push(Span::raw(" "));
        spans.push(Span::styled(words, if part == page.part { theme.selected } else { theme.text }));
    }
    line(frame, places.parts, Line::from(spans));
    match page.part {
        Part::Overview => overview::draw(page, unit, frame, &places, shared, theme, today),
        Part::Below => below::draw(page, frame, &places, shared, theme, today),
        Part::Rounds => rounds::draw(page, frame, &places, shared, theme, today),
        Part::Models => register::draw(page, frame, &places, shared, theme),
        Part::Indicators => indicators::draw(page, unit, frame, &places, shared, theme, today),
    }
    if let Some(open) = &page.pane.form {
        form::draw(open, frame, area, shared.lang(), theme);
    }
}

/// The rows that are on the screen, each with its place in the list and on the screen.
fn shown(rows: Rect, at: usize, count: usize) -> impl Iterator<Item = (usize, Rect)> {
    let first = first_row(at, count, usize::from(rows.height));
    (first..count).zip(0..rows.height).map(move |(at, offset)| (at, Rect { y: rows.y + offset, height: 1, ..rows }))
}

/// The row above the rows of a list.
fn head(rows: Rect) -> Rect {
    Rect { y: rows.y.saturating_sub(1), height: 1, ..rows }
}
