//! Draws the tree of units.

use super::Units;
use crate::{
    domain::unit::Unit,
    i18n::{count, date, key, say, say_with},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            form,
            layout::{self, WIDE, beside, first_row, inside},
            marks, search,
            theme::Theme,
            widgets::{cell, line, lines, page, panel, selected, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    Frame,
    layout::{Constraint, Position, Rect},
    text::{Line, Span},
};

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
    Places { list, detail, rows: search::rows(&screen.search, inside(list)) }
}

/// The row of the tree at a place.
pub(super) fn row_at(screen: &Units, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, places(screen, area).rows, screen.cursor.at(), screen.rows.len())
}

pub(super) fn draw(screen: &Units, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    let Places { list, detail, rows } = places(screen, area);
    let total = u64::try_from(shared.units.len()).unwrap_or(u64::MAX);
    panel(frame, list, &say_with(lang, key::UNITS_TITLE, &[("count", count(lang, total).into())]), theme);
    search::draw(&screen.search, frame, inside(list), theme);
    if screen.rows.is_empty() {
        let words = say(lang, if shared.units.is_empty() { key::UNITS_NONE } else { key::UNITS_NO_MATCH });
        lines(frame, rows, wrapped(&words, rows.width, theme.dim));
    }
    let first = first_row(screen.cursor.at(), screen.rows.len(), usize::from(rows.height));
    for (offset, (at, row)) in (0..rows.height).zip(screen.rows.iter().enumerate().skip(first)) {
        let Some(unit) = shared.units.get(row.unit) else { continue };
        let branch = match (row.branch, row.open) {
            (true, true) => marks::OPENED,
            (true, false) => marks::CLOSED,
            _ => " ",
        };
        let is_selected = at == screen.cursor.at();
        let words = unit_line(unit, branch, row.depth, rows.width, shared, theme, is_selected);
        line(frame, Rect { y: rows.y + offset, height: 1, ..rows }, words);
    }
    if let (Some(detail), Some(unit)) = (detail, screen.selected(shared)) {
        draw_detail(unit, frame, detail, shared, theme, today);
    }
    if let Some((_, open)) = &screen.form {
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
    is_selected: bool,
) -> Line<'static> {
    let indent = "  ".repeat(depth);
    let pilot = if unit.pilot { format!(" {}", marks::PILOT) } else { String::new() };
    let name = format!("{indent}{branch} {}{pilot}", unit.name);
    let name_style = if unit.kind.is_place() { theme.text } else { theme.strong };
    let row = Line::from(vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(&name, width.saturating_sub(1 + 13 + 11), Align::Left, name_style),
        Span::raw(" "),
        cell(&shared.kind_name(&unit.kind), 12, Align::Left, theme.dim),
        Span::raw(" "),
        cell(&unit.code, 10, Align::Left, theme.dim),
    ]);
    if is_selected { selected(row, theme) } else { row }
}

fn draw_detail(unit: &Unit, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let inner = page(frame, area, &unit.name, theme);
    let words = known(unit, shared, today);
    lines(frame, inner, words.iter().flat_map(|text| wrapped(text, inner.width, theme.text)).collect());
}

/// What is known of a unit, a paragraph each.
pub(super) fn known(unit: &Unit, shared: &Shared, today: NaiveDate) -> Vec<String> {
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
    let mut history: Vec<_> = shared.summaries.of_unit(unit.id).collect();
    history.sort_by_key(|summary| shared.rounds.iter().position(|round| round.id == summary.round));
    for summary in history {
        let score = summary
            .whole
            .filter(|_| summary.answered > 0)
            .map_or_else(String::new, |whole| crate::i18n::decimal_points(lang, whole.supported));
        words.push(format!("{}  {score}  {}/{}", summary.round, summary.answered, summary.items));
    }
    words
}
