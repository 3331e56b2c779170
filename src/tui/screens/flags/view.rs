//! Draws the flags: the list, and the one in hand whole; of copied prose both texts stand side by side, on a narrow screen one below the
//! other. What does not fit is read on by key.
//!
//! ```text
//! ┌ 3 cờ chưa trả lời ────────────────┬ T05 lời chép · khó giải thích ───────────┐
//! │▌⚑ T05 lời chép             F-02   │ Thực trạng của F-02 giống 96 % với …     │
//! │ ✓ T15 kiểm tra ở hội trường       │ Lối ra  Viết điều chỉ đúng với nơi này   │
//! └───────────────────────────────────┴──────────────────────────────────────────┘
//! ```

use super::{Flags, words};
use crate::{
    domain::flags::{Flag, Weight},
    i18n::{Lang, flags as named, key, say, say_with},
    report::flags::Flagged,
    text::{width::Align, wrap},
    tui::{
        shared::Shared,
        ui::{
            Frame, form,
            layout::{beside, first_row, inside, row_at as row_in, words_inside},
            marks,
            prose::Prose,
            theme::Theme,
            widgets::{cell, footnote, line, lines, page, panel, selected, wrapped},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// Columns from which the flag in hand stands beside the list.
const BESIDE: u16 = 100;

/// Where list and detail stand.
fn places(area: Rect) -> (Rect, Rect) {
    let [list, detail] = if area.width >= BESIDE {
        beside(area, [Constraint::Length(48), Constraint::Min(40)])
    } else {
        Layout::vertical([Constraint::Min(4), Constraint::Percentage(55)]).areas(area)
    };
    (list, detail)
}

/// The flag at a place of the list.
pub(super) fn row_at(screen: &Flags, at: Position, area: Rect) -> Option<usize> {
    row_in(at, inside(places(area).0), screen.pane.at(), screen.flags().len())
}

pub(super) fn draw(screen: &Flags, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Some(flagged) = &screen.flagged else {
        let inner = page(frame, area, &say(lang, key::FLAGS_PANEL), theme);
        lines(frame, inner, wrapped(&say(lang, key::FLAGS_LOADING), inner.width, theme.dim));
        return;
    };
    let (list, detail) = places(area);
    let inner = panel(frame, list, &words::title(flagged, lang), theme);
    if flagged.flags.is_empty() {
        lines(frame, inner, wrapped(&say(lang, key::FLAGS_NONE_LONG), inner.width, theme.dim));
    }
    let first = first_row(screen.pane.at(), flagged.flags.len(), usize::from(inner.height));
    for (offset, (at, flag)) in (0..inner.height).zip(flagged.flags.iter().enumerate().skip(first)) {
        let here = at == screen.pane.at();
        let words = row(flagged, flag, here, inner.width, lang, theme);
        let place = Rect { y: inner.y + offset, height: 1, ..inner };
        line(frame, place, if here { selected(words, theme) } else { words });
    }
    if let Some(flag) = screen.selected() {
        draw_detail(screen, flagged, flag, frame, detail, lang, theme);
    }
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, lang, theme);
    }
}

fn row(flagged: &Flagged, flag: &Flag, here: bool, width: u16, lang: Lang, theme: &Theme) -> Line<'static> {
    let answered = flagged.answer(flag).is_some();
    let (mark, style) = match (answered, flag.weight()) {
        (true, _) => (marks::DONE, theme.good),
        (false, Weight::Alert) => (marks::OVERDUE, theme.bad),
        (false, Weight::Warning) => (marks::FLAG, theme.warn),
        (false, Weight::Info) => (marks::SKIPPED, theme.dim),
    };
    let place = 9;
    Line::from(vec![
        Span::styled(if here { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(flag.code(), 4, Align::Left, theme.strong),
        cell(&words::name(flag, lang), width.saturating_sub(8 + place), Align::Left, theme.text),
        cell(&pointed_at(flag), place, Align::Right, theme.dim),
        Span::raw(" "),
    ])
}

/// Columns of a text from which two stand side by side.
const READABLE: u16 = 30;

fn draw_detail(
    screen: &Flags,
    flagged: &Flagged,
    flag: &Flag,
    frame: &mut Frame,
    area: Rect,
    lang: Lang,
    theme: &Theme,
) {
    let title = format!("{} {} · {}", flag.code(), words::name(flag, lang), say(lang, named::weight(flag.weight())));
    let inner = page(frame, area, &title, theme);
    let rows = detail(flagged, flag, inner.width, lang, theme);
    let below = rows.len().saturating_sub(screen.top + usize::from(inner.height));
    if below > 0 {
        let words = say_with(lang, key::FLAGS_MORE_BELOW, &[("count", below.into())]);
        footnote(frame, area, &words, theme.dim);
    }
    lines(frame, inner, rows.into_iter().skip(screen.top).collect());
}

/// A flag whole, row by row: what was seen, the way out, the answer, the texts it compares.
fn detail(flagged: &Flagged, flag: &Flag, columns: u16, lang: Lang, theme: &Theme) -> Vec<Line<'static>> {
    let wording = flagged.wording(lang);
    let mut rows = Prose::new(columns, theme);
    rows.put(&wording.seen(flag), theme.text);
    rows.gap();
    rows.put(&format!("{} {}", say(lang, key::FLAGS_WAY_OUT), wording.way_out(flag)), theme.accent);
    if let Some(answer) = words::answer(flagged, flag, lang) {
        rows.gap();
        rows.put(&answer, theme.good);
    }
    if let Some((own, other)) = flagged.beside.get(&flag.key()) {
        rows.gap();
        let half = columns.saturating_sub(3) / 2;
        if half >= READABLE {
            for row in side_by_side(own, other, half, theme) {
                rows.row(row);
            }
        } else {
            rows.item(&say(lang, key::FLAGS_HERE), own, theme.text);
            rows.gap();
            rows.item(&say(lang, key::FLAGS_THERE), other, theme.dim);
        }
    }
    rows.rows()
}

fn side_by_side(own: &str, other: &str, columns: u16, theme: &Theme) -> Vec<Line<'static>> {
    let (own, other) = (wrap(own, usize::from(columns)), wrap(other, usize::from(columns)));
    let words = |rows: &[String], at: usize| rows.get(at).cloned().unwrap_or_default();
    let row = |at| {
        Line::from(vec![
            cell(&words(&own, at), columns, Align::Left, theme.text),
            Span::styled(" │ ", theme.dim),
            cell(&words(&other, at), columns, Align::Left, theme.dim),
        ])
    };
    (0..own.len().max(other.len())).map(row).collect()
}

/// How many rows the flag in hand has, and how many of them are seen at once.
fn extent(screen: &Flags, shared: &Shared) -> (usize, usize) {
    let Some((flagged, flag)) = screen.flagged.as_ref().zip(screen.selected()) else { return (0, 1) };
    let body = Rect { x: 0, y: 0, width: shared.columns, height: shared.rows() };
    let inner = words_inside(places(body).1);
    (detail(flagged, flag, inner.width, shared.lang(), &Theme::mono()).len(), usize::from(inner.height).max(2))
}

/// The first row to show when reading on: the last one seen stays, and the end is not passed.
pub(super) fn further(screen: &Flags, shared: &Shared) -> usize {
    let (rows, seen) = extent(screen, shared);
    (screen.top + seen - 1).min(rows.saturating_sub(seen)).max(screen.top)
}

/// The same when reading back.
pub(super) fn back(screen: &Flags, shared: &Shared) -> usize {
    screen.top.saturating_sub(extent(screen, shared).1 - 1)
}

/// What stands at the end of a row: the thing it points at, else the recommendation of an earlier visit.
fn pointed_at(flag: &Flag) -> String {
    match flag {
        Flag::OnPaper { recommendation, .. } | Flag::PastDue { recommendation, .. } => recommendation.to_string(),
        Flag::StraightLine { .. } => String::new(),
        _ => flag.place().to_string(),
    }
}
