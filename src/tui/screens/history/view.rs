//! Draws the history: a line for each change, and the change in hand whole below.
//!
//! ```text
//! ┌ 12 thay đổi ─────────────────────────────────────────────┐
//! │ 12/10/2023 08:15  Trần Thị Bình  mức đánh giá C1-05  2 → 3│
//! └───────────────────────────────────────────────────────────┘
//!  Trước  2
//!  Sau    3
//! ```

use super::{History, in_words, value_in_words};
use crate::{
    i18n::{Lang, key, say, say_with, time},
    store::HistoryLine,
    text::width::{Align, width},
    tui::{
        shared::Shared,
        ui::{
            layout::{WIDE, first_row},
            marks,
            theme::Theme,
            widgets::{cell, line, lines, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
};

/// Columns of a moment: `12/10/2023 08:15` and a gap.
const WHEN: u16 = 18;

pub(super) fn draw(history: &History, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let rows = history.shown();
    let [body, whole] =
        Layout::vertical([Constraint::Min(4), Constraint::Length(if area.height >= 16 { 6 } else { 4 })]).areas(area);
    let inner = panel(frame, body, &title(history, rows.len(), lang), theme);
    if rows.is_empty() {
        lines(frame, inner, wrapped(&nothing(history, lang), inner.width, theme.dim));
        return;
    }
    let first = first_row(history.cursor.at(), rows.len(), usize::from(inner.height));
    for (offset, (at, row)) in (0..inner.height).zip(rows.iter().enumerate().skip(first)) {
        let place = Rect { y: inner.y + offset, height: 1, ..inner };
        let words = row_line(row, at == history.cursor.at(), inner.width, shared, theme);
        line(frame, place, if at == history.cursor.at() { selected(words, theme) } else { words });
    }
    if let Some(row) = rows.get(history.cursor.at()) {
        lines(frame, whole, whole_change(row, whole.width, shared, theme));
    }
}

pub(super) fn title(history: &History, count: usize, lang: Lang) -> String {
    match history.trail.as_ref().filter(|_| history.only_item) {
        Some(trail) => {
            say_with(lang, key::HISTORY_TITLE_ITEM, &[("item", trail.name.as_str().into()), ("count", count.into())])
        }
        None => say_with(lang, key::HISTORY_TITLE, &[("count", count.into())]),
    }
}

pub(super) fn nothing(history: &History, lang: Lang) -> String {
    match (&history.lines, history.trail.as_ref().filter(|_| history.only_item)) {
        (None, _) => say(lang, key::HISTORY_LOADING),
        (_, Some(trail)) => say_with(lang, key::HISTORY_NONE_ITEM, &[("item", trail.name.as_str().into())]),
        _ => say(lang, key::HISTORY_NONE),
    }
}

fn row_line(row: &HistoryLine, here: bool, columns: u16, shared: &Shared, theme: &Theme) -> Line<'static> {
    let lang = shared.lang();
    let words = |value: &str| value_in_words(&row.field, value, &shared.programme, lang);
    let (who, what) = if columns >= WIDE - 2 {
        (24, 30)
    } else if columns >= 76 {
        (14, 22)
    } else {
        (0, 20)
    };
    let rest = columns.saturating_sub(1 + WHEN + who + what);
    Line::from(vec![
        Span::styled(if here { marks::SELECTED } else { " " }, theme.accent),
        cell(&time(row.at), WHEN, Align::Left, theme.dim),
        cell(&spaced(&row.actor, who), who, Align::Left, theme.text),
        cell(&spaced(&in_words(&row.field, lang), what), what, Align::Left, theme.strong),
        cell(&format!("{} → {}", words(&row.from), words(&row.to)), rest, Align::Left, theme.text),
    ])
}

/// Words cut so that a column stays free between them and the next cell.
fn spaced(words: &str, columns: u16) -> String {
    crate::text::width::truncate(words, usize::from(columns).saturating_sub(1)).into_owned()
}

/// The change in hand, nothing of it cut but by the end of the screen.
fn whole_change(row: &HistoryLine, columns: u16, shared: &Shared, theme: &Theme) -> Vec<Line<'static>> {
    let lang = shared.lang();
    let mut all = vec![Line::styled(format!(" {} · {}", row.actor, in_words(&row.field, lang)), theme.strong)];
    let (from, to) = (say(lang, key::HISTORY_FROM), say(lang, key::HISTORY_TO));
    let label = width(&from).max(width(&to)) + 3;
    for (name, value) in [(from, &row.from), (to, &row.to)] {
        let room = columns.saturating_sub(u16::try_from(label).unwrap_or(0));
        for (at, words) in wrapped(&value_in_words(&row.field, value, &shared.programme, lang), room, theme.text)
            .into_iter()
            .take(2)
            .enumerate()
        {
            let name = if at == 0 { name.as_str() } else { "" };
            let label = cell(&format!(" {name}"), u16::try_from(label).unwrap_or(0), Align::Left, theme.dim);
            all.push(Line::from([vec![label], words.spans].concat()));
        }
    }
    all
}
