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
    text::{
        width::{Align, truncate, width},
        wrap::wrap,
    },
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::{self, first_row, inside, words_inside},
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
        whole_change(frame, whole, row, history.page_read, shared, theme);
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

/// The change in hand as it is read: rows of the value before and of the one after, and how many of each a page has room for.
struct Reading {
    sides: [Vec<String>; 2],
    room: [usize; 2],
    columns: usize,
}

impl Reading {
    /// How it stands in `area`: side by side where there is room, else one below the other, each with what the other leaves.
    fn of(told: &Told, area: Rect, label: u16) -> Self {
        let sides = |columns: usize| [&told.from, &told.to].map(|value| wrap(value, columns));
        if let Some((_, places)) = halves(area) {
            let inner = words_inside(places[0]);
            let columns = inner.width.into();
            return Self { sides: sides(columns), room: [usize::from(inner.height).max(1); 2], columns };
        }
        let columns = area.width.saturating_sub(label).into();
        let sides = sides(columns);
        let room = usize::from(area.height.saturating_sub(1)).max(2);
        let first = sides[0].len().min((room / 2).max(room.saturating_sub(sides[1].len()))).max(1);
        Self { sides, room: [first, room - first], columns }
    }

    fn pages(&self) -> usize {
        let pages = |side: usize| self.sides[side].len().div_ceil(self.room[side].max(1));
        pages(0).max(pages(1)).max(1)
    }

    /// The rows of a side on a page; the last of them says when there is more.
    fn rows(&self, side: usize, page: usize) -> Vec<String> {
        let room = self.room[side];
        let mut rows: Vec<String> = self.sides[side].iter().skip(page * room).take(room).cloned().collect();
        if self.sides[side].len() > (page + 1) * room
            && let Some(last) = rows.last_mut()
        {
            *last = truncate(&format!("{last} …"), self.columns).into_owned();
        }
        rows
    }
}

/// The row of the head and the two boxes, where they stand side by side.
fn halves(area: Rect) -> Option<(Rect, [Rect; 2])> {
    if area.width < SIDE_BY_SIDE || area.height < 5 {
        return None;
    }
    let [head, rest] = Layout::vertical([Constraint::Length(1), Constraint::Min(3)]).areas(area);
    Some((head, Layout::horizontal([Constraint::Fill(1), Constraint::Fill(1)]).areas(rest)))
}

/// The names of the two sides, and how many columns they take beside them.
fn names(lang: Lang) -> ([String; 2], u16) {
    let names = [key::HISTORY_FROM, key::HISTORY_TO].map(|name| say(lang, name));
    let label = names.iter().map(|name| width(name)).max().unwrap_or(0) + 3;
    (names, u16::try_from(label).unwrap_or(0))
}

/// How many pages the change in hand takes on the screen as it is.
pub(super) fn pages(history: &History, shared: &Shared) -> usize {
    let [_, area] = places(Rect { x: 0, y: 0, width: shared.columns, height: shared.rows() });
    let row = history.shown().get(history.pane.at()).map(|row| told(row, shared));
    row.map_or(1, |told| Reading::of(&told, area, names(shared.lang()).1).pages())
}

/// The change in hand: who, when and what, then the value before and the value after.
fn whole_change(frame: &mut Frame, area: Rect, row: &HistoryLine, page_read: usize, shared: &Shared, theme: &Theme) {
    let told = told(row, shared);
    let (names, label) = names(shared.lang());
    let reading = Reading::of(&told, area, label);
    let page_read = page_read.min(reading.pages() - 1);
    if let Some((first, places)) = halves(area) {
        let head = format!("{} · {} · {}", time(row.at), row.actor, told.what);
        let head = format!(" {}", truncate(&head, usize::from(area.width).saturating_sub(2)));
        line(frame, first, Line::styled(head, theme.strong));
        for (side, place) in places.into_iter().enumerate() {
            let inner = page(frame, place, &names[side], theme);
            let rows = reading.rows(side, page_read).into_iter().map(|row| Line::styled(row, theme.text));
            lines(frame, inner, rows.collect());
        }
        return;
    }
    let mut all = vec![Line::styled(format!(" {} · {}", row.actor, told.what), theme.strong)];
    for (side, name) in names.iter().enumerate() {
        for (at, words) in reading.rows(side, page_read).into_iter().enumerate() {
            let name = if at == 0 { format!(" {name}") } else { String::new() };
            all.push(Line::from(vec![cell(&name, label, Align::Left, theme.dim), Span::styled(words, theme.text)]));
        }
    }
    lines(frame, area, all);
}
