//! Draws the tree of units.

use super::Units;
use crate::{
    domain::{summary::Summary, unit::Unit},
    i18n::{count, date, decimal_points, key, say, say_with},
    text::{Words, width::Align},
    tui::{
        shared::Shared,
        ui::{
            Frame, form, found,
            layout::{self, WIDE, beside, first_row, inside},
            marks,
            prose::Prose,
            search, standing,
            theme::Theme,
            widgets::{cell, line, lines, page, panel, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Position, Rect},
    text::{Line, Span},
};

/// From this width on, each body shows how it stands now.
const ROOMY: u16 = 70;
/// Columns of that: a mark and a score.
const STANDING: u16 = 10;

/// Where things stand on the screen of units.
struct Places {
    list: Rect,
    detail: Option<Rect>,
    rows: Rect,
}

fn places(screen: &Units, area: Rect) -> Places {
    let (list, detail) = if area.width >= WIDE {
        let [list, detail] = beside(area, [Constraint::Min(60), Constraint::Length(44)]);
        (list, Some(detail))
    } else {
        (area, None)
    };
    Places { list, detail, rows: search::rows(&screen.pane.search, inside(list)) }
}

/// The row of the tree at a place.
pub(super) fn row_at(screen: &Units, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, places(screen, area).rows, screen.pane.at(), screen.rows.len())
}

pub(super) fn draw(screen: &Units, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    let Places { list, detail, rows } = places(screen, area);
    let total = u64::try_from(shared.units.len()).unwrap_or(u64::MAX);
    panel(frame, list, &say_with(lang, key::UNITS_TITLE, &[("count", count(lang, total).into())]), theme);
    search::draw(&screen.pane.search, frame, inside(list), theme);
    if screen.rows.is_empty() {
        let words = say(lang, if shared.units.is_empty() { key::UNITS_NONE } else { key::UNITS_NO_MATCH });
        lines(frame, rows, wrapped(&words, rows.width, theme.dim));
    }
    let mut words = Words::new(screen.pane.search.words());
    let first = first_row(screen.pane.at(), screen.rows.len(), usize::from(rows.height));
    for (offset, (at, row)) in (0..rows.height).zip(screen.rows.iter().enumerate().skip(first)) {
        let Some(unit) = shared.units.get(row.unit) else { continue };
        let branch = match (row.branch, row.open) {
            (true, true) => marks::OPENED,
            (true, false) => marks::CLOSED,
            _ => " ",
        };
        let is_selected = at == screen.pane.at();
        let cells = unit_line(unit, branch, row.depth, rows.width, shared, theme, (today, is_selected));
        let searched = [1, cells.len() - 1];
        let row = found::row(Line::from(cells), &searched, &mut words, is_selected, theme);
        line(frame, Rect { y: rows.y + offset, height: 1, ..rows }, row);
    }
    if let (Some(detail), Some(unit)) = (detail, screen.selected(shared)) {
        draw_detail(unit, frame, detail, shared, theme, today);
    }
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}

fn unit_line(
    unit: &Unit,
    branch: &str,
    depth: usize,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    (today, is_selected): (NaiveDate, bool),
) -> Vec<Span<'static>> {
    let indent = "  ".repeat(depth);
    let pilot = if unit.pilot { format!(" {}", marks::PILOT) } else { String::new() };
    let name = format!("{indent}{branch} {}{pilot}", unit.name);
    let name_style = if unit.kind.is_place() { theme.text } else { theme.strong };
    let standing = if width >= ROOMY { STANDING } else { 0 };
    let mut cells = vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(&name, width.saturating_sub(1 + standing + 13 + 11), Align::Left, name_style),
    ];
    if standing > 0 {
        cells.extend(stands(unit, shared, theme, today));
    }
    cells.extend([
        Span::raw(" "),
        cell(&shared.kind_name(&unit.kind), 12, Align::Left, theme.dim),
        Span::raw(" "),
        cell(&unit.code, 10, Align::Left, theme.dim),
    ]);
    cells
}

/// How a body stands in the current round: its mark, and its score or how many items have an answer.
fn stands(unit: &Unit, shared: &Shared, theme: &Theme, today: NaiveDate) -> [Span<'static>; 2] {
    let Some(summary) = shared.now_of(unit.id) else {
        return [Span::raw("  "), cell("", STANDING - 2, Align::Left, theme.dim)];
    };
    let (mark, style) = standing::mark(summary, theme, today);
    let words = match summary.whole.filter(|_| summary.signed_at.is_some()) {
        Some(whole) => decimal_points(shared.lang(), whole.supported),
        None => format!("{}/{}", summary.answered, summary.items),
    };
    [cell(mark, 2, Align::Left, style), cell(&words, STANDING - 2, Align::Left, style)]
}

fn draw_detail(unit: &Unit, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let inner = page(frame, area, &unit.name, theme);
    let lang = shared.lang();
    let mut prose = Prose::new(inner.width, theme);
    for text in facts(unit, shared, today) {
        prose.put(&text, theme.text);
    }
    prose.gap();
    for summary in shared.history_of(unit.id) {
        let (mark, style) = standing::mark(summary, theme, today);
        prose.item(mark, &round(summary, shared), style);
        match summary.whole.filter(|_| summary.answered > 0) {
            Some(whole) => prose.bar("", whole.supported, &decimal_points(lang, whole.supported), 12),
            None => prose.put(&format!("  {}", standing::when(summary, lang, today)), theme.dim),
        }
    }
    lines(frame, inner, prose.rows());
}

fn round(summary: &Summary, shared: &Shared) -> String {
    shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone())
}

/// What is known of a unit and its inspections, a paragraph each.
pub(super) fn known(unit: &Unit, shared: &Shared, today: NaiveDate) -> Vec<String> {
    let lang = shared.lang();
    let mut words = facts(unit, shared, today);
    words.extend(shared.history_of(unit.id).into_iter().map(|summary| {
        let figures = summary.whole.filter(|_| summary.answered > 0);
        let score = figures.map_or_else(String::new, |whole| format!(" {}", decimal_points(lang, whole.supported)));
        format!("{}:{score} {}/{}", round(summary, shared), summary.answered, summary.items)
    }));
    words
}

fn facts(unit: &Unit, shared: &Shared, today: NaiveDate) -> Vec<String> {
    let lang = shared.lang();
    let mut words = vec![format!("{} · {}", unit.code, shared.kind_name(&unit.kind))];
    let path = shared.units.path(unit, today);
    words.extend(path.iter().rev().skip(1).map(|place| format!("‹ {}", place.name)));
    if unit.pilot {
        words.push(format!("{} {}", marks::PILOT, say(lang, key::UNIT_PILOT)));
    }
    let day = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), date);
    if unit.valid != crate::domain::period::Period::default() {
        words.push(say_with(
            lang,
            key::UNIT_VALID,
            &[("from", day(unit.valid.from).into()), ("to", day(unit.valid.to).into())],
        ));
    }
    words.extend([&unit.address, &unit.contact, &unit.note].into_iter().filter(|text| !text.is_empty()).cloned());
    words
}
