//! Draws the queue: the list, and beside it – where there is room – what is known of the selected unit.

use super::{
    Queue,
    rows::{Filter, is_due_soon},
};
use crate::{
    domain::{inspection::State, share::Share, summary::Summary},
    i18n::{Arg, date, day_of, decimal_points, key, say, say_with, words},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            form,
            layout::{self, WIDE, beside, first_row, inside},
            marks, search,
            theme::Theme,
            widgets::{bar, cell, line, lines, page, panel, selected, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    Frame,
    layout::{Constraint, Position, Rect},
    style::Style,
    text::{Line, Span},
};

/// Where things stand in the queue.
struct Places {
    list: Rect,
    detail: Option<Rect>,
    rows: Rect,
}

fn places(queue: &Queue, area: Rect) -> Places {
    let (list, detail) = if area.width >= WIDE {
        let [list, detail] = beside(area, [Constraint::Min(70), Constraint::Length(42)]);
        (list, Some(detail))
    } else {
        (area, None)
    };
    Places { list, detail, rows: search::rows(&queue.search, inside(list)) }
}

/// The row of the list at a place.
pub(super) fn row_at(queue: &Queue, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, places(queue, area).rows, queue.cursor.at(), queue.rows.len())
}

pub(super) fn draw(queue: &Queue, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let Places { list, detail, rows } = places(queue, area);
    panel(frame, list, &title(queue, shared), theme);
    search::draw(&queue.search, frame, inside(list), theme);
    if queue.rows.is_empty() {
        lines(frame, rows, wrapped(&nothing(shared), rows.width, theme.dim));
    }
    let first = first_row(queue.cursor.at(), queue.rows.len(), usize::from(rows.height));
    for (at, id) in queue.rows.iter().enumerate().skip(first).take(usize::from(rows.height)) {
        let Some(summary) = shared.summaries.get(id) else { continue };
        let row = Rect { y: rows.y + u16::try_from(at - first).unwrap_or(0), height: 1, ..rows };
        let is_selected = at == queue.cursor.at();
        line(frame, row, draw_row(summary, row.width, shared, theme, today, is_selected));
    }
    if let Some(detail) = detail
        && let Some(summary) = queue.selected().and_then(|id| shared.summaries.get(&id))
    {
        draw_detail(summary, frame, detail, shared, theme, today);
    }
    if let Some(form) = &queue.form {
        form::draw(form, frame, area, shared.lang(), theme);
    }
}

/// Why there is nothing on the list.
pub(super) fn nothing(shared: &Shared) -> String {
    say(shared.lang(), if shared.summaries.is_empty() { key::QUEUE_EMPTY } else { key::QUEUE_NO_MATCH })
}

pub(super) fn title(queue: &Queue, shared: &Shared) -> String {
    let lang = shared.lang();
    if queue.filter != Filter::Pending {
        return format!("{} {}", say(lang, queue.filter.name()), queue.rows.len());
    }
    let counts = ["overdue", "week", "underway", "ready"].into_iter().zip(queue.counts.map(Arg::from));
    let counts: Vec<_> = counts.collect();
    say_with(lang, key::QUEUE_TITLE, &counts)
}

/// ```text
/// ▌! Huyện ủy Tân Hiệp              cấp ủy      12/11  quá 3 ngày      7/18 ███▌░░░░
/// ```
fn draw_row(
    summary: &Summary,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
    is_selected: bool,
) -> Line<'static> {
    let lang = shared.lang();
    let (mark, style) = mark(summary, theme, today);
    let pilot = shared.units.get(summary.unit).is_some_and(|unit| unit.pilot);
    let name = format!(
        "{}{}",
        shared.unit_name(summary.unit),
        if pilot { format!(" {}", marks::PILOT) } else { String::new() }
    );
    let due = summary.due.map(day_of).unwrap_or_default();
    let when = when(summary, lang, today);
    let done = format!("{}/{}", summary.answered, summary.items);
    let progress = if summary.items == 0 {
        Share::NONE
    } else {
        Share::of(summary.answered.into(), summary.items.into()).unwrap_or_default()
    };
    // Narrow screens keep what is to be done by when; the kind, then the bar, come where there is room.
    let (with_kind, with_bar) = (width >= 72, width >= 84);
    let taken = 3 + 1 + 6 + 16 + 7 + if with_kind { 13 } else { 0 } + if with_bar { 9 } else { 0 };
    let mut cells = vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&name, width.saturating_sub(taken), Align::Left, theme.text),
        Span::raw(" "),
    ];
    if with_kind {
        cells.extend([cell(&shared.kind_name(&summary.kind), 12, Align::Left, theme.dim), Span::raw(" ")]);
    }
    cells.extend([
        cell(&due, 5, Align::Left, theme.text),
        Span::raw(" "),
        cell(&when, 16, Align::Left, style),
        cell(&done, 6, Align::Right, theme.text),
        Span::raw(" "),
    ]);
    if with_bar {
        cells.extend([Span::styled(bar(progress, 8), theme.dim), Span::raw(" ")]);
    }
    let row = Line::from(cells);
    if is_selected { selected(row, theme) } else { row }
}

fn mark(summary: &Summary, theme: &Theme, today: NaiveDate) -> (&'static str, Style) {
    match summary.state {
        State::Signed => (marks::DONE, theme.good),
        State::Ready => (marks::READY, theme.accent),
        _ if summary.is_overdue(today) => (marks::OVERDUE, theme.bad),
        State::Underway => (marks::UNDERWAY, theme.text),
        State::Planned if is_due_soon(summary.state, summary.due, today) => (marks::DUE_SOON, theme.warn),
        State::Planned => (" ", theme.text),
    }
}

pub(super) fn when(summary: &Summary, lang: crate::i18n::Lang, today: NaiveDate) -> String {
    if let Some(at) = summary.signed_at {
        return say_with(lang, key::QUEUE_SIGNED_ON, &[("day", date(at.date_naive()).into())]);
    }
    if summary.state == State::Ready {
        return say(lang, words::state(summary.state));
    }
    let Some(due) = summary.due else { return String::new() };
    let days = (due - today).num_days();
    match days {
        0 => say(lang, key::QUEUE_TODAY),
        1.. => say_with(lang, key::QUEUE_IN_DAYS, &[("days", days.into())]),
        _ => say_with(lang, key::QUEUE_DAYS_OVER, &[("days", (-days).into())]),
    }
}

fn draw_detail(summary: &Summary, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    let inner = page(frame, area, &shared.unit_name(summary.unit), theme);
    let mut out = Vec::new();
    let mut put = |words: String, style: Style| out.extend(wrapped(&words, inner.width, style));
    if let Some(unit) = shared.units.get(summary.unit) {
        let path = shared.units.path(unit, today);
        let place: Vec<&str> = path[..path.len() - 1].iter().rev().map(|place| place.name.as_str()).collect();
        put(format!("{} · {}", unit.code, place.join(" · ")), theme.dim);
        if unit.pilot {
            put(format!("{} {}", marks::PILOT, say(lang, key::UNIT_PILOT)), theme.accent);
        }
    }
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    put(round, theme.text);
    if !summary.lead.is_empty() {
        put(say_with(lang, key::QUEUE_LEAD, &[("name", (&summary.lead).into())]), theme.text);
    }
    if let Some(due) = summary.due {
        put(say_with(lang, key::QUEUE_DUE, &[("day", date(due).into())]), theme.text);
    }
    if let Some(whole) = summary.whole.filter(|_| summary.answered > 0) {
        put(String::new(), theme.text);
        let figures = [
            ("claimed", Arg::from(decimal_points(lang, whole.claimed))),
            ("supported", decimal_points(lang, whole.supported).into()),
            ("gap", decimal_points(lang, whole.claimed.above(whole.supported)).into()),
            ("coverage", decimal_points(lang, whole.coverage).into()),
        ];
        put(say_with(lang, key::QUEUE_FIGURES, &figures), theme.text);
    }
    if let Some(last) = shared.previous(summary) {
        put(String::new(), theme.text);
        put(last_time(last, shared), theme.text);
        let overdue = last.recommendations.iter().flatten().filter(|due| **due < today).count();
        let counts = [("open", last.recommendations.len().into()), ("overdue", overdue.into())];
        put(say_with(lang, key::QUEUE_OPEN_MATTERS, &counts), if overdue > 0 { theme.warn } else { theme.text });
    }
    lines(frame, inner, out);
}

fn last_time(last: &Summary, shared: &Shared) -> String {
    let lang = shared.lang();
    let band = words::band(lang, &shared.programme, last.band.as_ref());
    let whole =
        last.whole.map_or((Share::NONE, Share::NONE), |whole| (whole.supported, whole.claimed.above(whole.supported)));
    let figures = [
        ("round", Arg::from(last.round.as_str())),
        ("supported", decimal_points(lang, whole.0).into()),
        ("gap", decimal_points(lang, whole.1).into()),
        ("band", band.into()),
    ];
    say_with(lang, key::QUEUE_LAST_TIME, &figures)
}
