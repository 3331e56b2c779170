//! Draws the history: a line for each change, and the change in hand whole below.
//!
//! ```text
//! ┌ 12 thay đổi ─────────────────────────────────────────────┐
//! │ 12/10/2023 08:15  Trần Thị Bình  mức đánh giá C1-05  2 → 3│
//! └───────────────────────────────────────────────────────────┘
//!  Trước  2
//!  Sau    3
//! ```

use super::{History, Told, told};
use crate::{
    i18n::{Lang, key, say, say_with, time},
    store::HistoryLine,
    text::width::{Align, truncate, width},
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::{self, first_row, inside},
            marks,
            theme::Theme,
            widgets::{cell, line, lines, page, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// From so many columns on the value before and the value after stand side by side.
const SIDE_BY_SIDE: u16 = 110;

/// Columns of a moment: `12/10/2023 08:15` and a gap.
const WHEN: u16 = 18;

/// Where the list stands, and below it the change in hand.
fn places(area: Rect) -> [Rect; 2] {
    let below = match area.height {
        30.. if area.width >= SIDE_BY_SIDE => 12,
        16.. => 6,
        _ => 4,
    };
    Layout::vertical([Constraint::Min(4), Constraint::Length(below)]).areas(area)
}

/// The change at a place of the list.
pub(super) fn row_at(history: &History, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, inside(places(area)[0]), history.pane.at(), history.shown().len())
}

pub(super) fn draw(history: &History, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let rows = history.shown();
    let [body, whole] = places(area);
    let inner = panel(frame, body, &title(history, rows.len(), lang), theme);
    if rows.is_empty() {
        lines(frame, inner, wrapped(&nothing(history, lang), inner.width, theme.dim));
        return;
    }
    let first = first_row(history.pane.at(), rows.len(), usize::from(inner.height));
    for (offset, (at, row)) in (0..inner.height).zip(rows.iter().enumerate().skip(first)) {
        let place = Rect { y: inner.y + offset, height: 1, ..inner };
        let words = row_line(row, at == history.pane.at(), inner.width, shared, theme);
        line(frame, place, if at == history.pane.at() { selected(words, theme) } else { words });
    }
    if let Some(row) = rows.get(history.pane.at()) {
        whole_change(frame, whole, row, shared, theme);
    }
}

pub(super) fn title(history: &History, count: usize, lang: Lang) -> String {
    match history.trail.as_ref().filter(|_| history.only_part) {
        Some(trail) => {
            say_with(lang, key::HISTORY_TITLE_ITEM, &[("item", trail.name.as_str().into()), ("count", count.into())])
        }
        None => say_with(lang, key::HISTORY_TITLE, &[("count", count.into())]),
    }
}

pub(super) fn nothing(history: &History, lang: Lang) -> String {
    match (&history.lines, history.trail.as_ref().filter(|_| history.only_part)) {
        (None, _) => say(lang, key::HISTORY_LOADING),
        (_, Some(trail)) => say_with(lang, key::HISTORY_NONE_ITEM, &[("item", trail.name.as_str().into())]),
        _ => say(lang, key::HISTORY_NONE),
    }
}

fn row_line(row: &HistoryLine, here: bool, columns: u16, shared: &Shared, theme: &Theme) -> Line<'static> {
    let Told { what, from, to } = told(row, shared);
    let (who, field) = if columns >= SIDE_BY_SIDE - 2 {
        (22, 34)
    } else if columns >= 76 {
        (14, 24)
    } else {
        (0, 20)
    };
    let rest = columns.saturating_sub(1 + WHEN + who + field);
    Line::from(vec![
        Span::styled(if here { marks::SELECTED } else { " " }, theme.accent),
        cell(&time(row.at), WHEN, Align::Left, theme.dim),
        cell(&spaced(&row.actor, who), who, Align::Left, theme.text),
        cell(&spaced(&what, field), field, Align::Left, theme.strong),
        cell(&format!("{} → {}", one_line(&from), one_line(&to)), rest, Align::Left, theme.text),
    ])
}

/// Words on one line.
fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Words cut so that a column stays free between them and the next cell.
fn spaced(words: &str, columns: u16) -> String {
    truncate(words, usize::from(columns).saturating_sub(1)).into_owned()
}

/// The change in hand: who, when and what, then the value before and the value after – side by side where there is room.
fn whole_change(frame: &mut Frame, area: Rect, row: &HistoryLine, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Told { what, from, to } = told(row, shared);
    let sides = [(key::HISTORY_FROM, from), (key::HISTORY_TO, to)];
    let head = format!("{} · {} · {what}", time(row.at), row.actor);
    if area.width >= SIDE_BY_SIDE && area.height >= 5 {
        let [first, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(3)]).areas(area);
        line(
            frame,
            first,
            Line::styled(format!(" {}", truncate(&head, usize::from(area.width).saturating_sub(2))), theme.strong),
        );
        let places = Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas::<2>(rest);
        for (place, (name, value)) in places.into_iter().zip(sides) {
            let inner = page(frame, place, &say(lang, name), theme);
            lines(frame, inner, wrapped(&value, inner.width, theme.text));
        }
        return;
    }
    let mut all = vec![Line::styled(format!(" {} · {what}", row.actor), theme.strong)];
    let names = sides.each_ref().map(|(name, _)| say(lang, *name));
    let label = u16::try_from(names.iter().map(|name| width(name)).max().unwrap_or(0) + 3).unwrap_or(0);
    let most = usize::from(area.height.saturating_sub(1) / 2).max(1);
    for (name, (_, value)) in names.iter().zip(sides) {
        let value = wrapped(&value, area.width.saturating_sub(label), theme.text);
        for (at, words) in value.into_iter().take(most).enumerate() {
            let name = if at == 0 { name.as_str() } else { "" };
            let label = cell(&format!(" {name}"), label, Align::Left, theme.dim);
            all.push(Line::from([vec![label], words.spans].concat()));
        }
    }
    lines(frame, area, all);
}
