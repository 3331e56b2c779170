//! Draws the queue: the list, and beside it – where there is room – what is known of the selected unit.

mod detail;

use super::{Queue, rows::Filter};
use crate::{
    domain::{inspected::Inspected, inspection::State, share::Share, summary::Summary},
    i18n::{Arg, Key, Lang, day_of, key, points, say, say_with},
    text::{Words, width::Align},
    tui::{
        shared::Shared,
        ui::{
            Frame,
            cells::Cells,
            form, found,
            layout::{self, WIDE, beside, first_row, inside},
            marks, search, standing,
            theme::Theme,
            widgets::{bar, cell, footnote, line, lines, panel, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    style::Style,
    text::{Line, Span},
};

/// Where things stand in the queue.
struct Places {
    list: Rect,
    detail: Option<Rect>,
    /// The names of the columns, where there is room for them.
    head: Option<Rect>,
    rows: Rect,
}

fn places(queue: &Queue, area: Rect) -> Places {
    // With nothing on the list there is nothing to tell of: it has the whole width.
    let (list, detail) = if area.width >= WIDE && !queue.rows.is_empty() {
        let [list, detail] = beside(area, [Constraint::Min(70), Constraint::Length((area.width * 3 / 10).max(43))]);
        (list, Some(detail))
    } else {
        (area, None)
    };
    let rows = search::rows(&queue.pane.search, inside(list));
    if detail.is_none() {
        return Places { list, detail, head: None, rows };
    }
    let [head, rows] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(rows);
    Places { list, detail, head: Some(head), rows }
}

/// Which columns a list of so many columns shows, and how wide they are: nothing where there is no room.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    name: u16,
    kind: u16,
    round: u16,
    lead: u16,
    last: u16,
    bar: u16,
}

/// Day, words about it, and how much is answered.
const DUE: u16 = 6;
const WHEN: u16 = 17;
const DONE: u16 = 7;

fn columns(queue: &Queue, width: u16) -> Columns {
    // Narrow screens keep what is to be done by when; the rest comes where there is room.
    let rounds = queue.pending.has_rounds() || queue.filter == Filter::Signed;
    let given = |room: bool, columns: u16| if room { columns } else { 0 };
    let round = given(rounds && width >= 74, 13);
    let kind = given(width >= 72 + round, 13);
    let bar = given(width >= 84 + round, 9);
    let lead = given(width >= 104 + round, 22);
    let last = given(width >= 112 + round, 7);
    let taken = 3 + DUE + WHEN + DONE + kind + round + lead + last + bar;
    Columns { name: width.saturating_sub(taken), kind, round, lead, last, bar }
}

/// The row above the list.
fn head_line(columns: Columns, lang: Lang, theme: &Theme) -> Line<'static> {
    let named = |name: Key, width: u16| cell(&say(lang, name), width, Align::Left, theme.dim);
    let figure = |name: Key, width: u16| cell(&say(lang, name), width, Align::Right, theme.dim);
    Line::from(vec![
        Span::raw("   "),
        named(key::QUEUE_COLUMN_UNIT, columns.name),
        named(key::QUEUE_COLUMN_KIND, columns.kind),
        named(key::QUEUE_COLUMN_ROUND, columns.round),
        named(key::QUEUE_COLUMN_LEAD, columns.lead),
        figure(key::QUEUE_COLUMN_LAST, columns.last.saturating_sub(1)),
        Span::raw(" ".repeat(usize::from(columns.last.min(1)))),
        named(key::QUEUE_COLUMN_DUE, DUE + WHEN),
        figure(key::QUEUE_COLUMN_DONE, DONE - 1),
    ])
}

/// The row of the list at a place.
pub(super) fn row_at(queue: &Queue, at: Position, area: Rect) -> Option<usize> {
    layout::row_at(at, places(queue, area).rows, queue.pane.at(), queue.rows.len())
}

pub(super) fn draw(queue: &Queue, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let Places { list, detail, head, rows } = places(queue, area);
    let columns = columns(queue, rows.width);
    panel(frame, list, &title(queue, shared), theme);
    search::draw(&queue.pane.search, frame, inside(list), theme);
    if queue.rows.is_empty() {
        lines(frame, rows, wrapped(&nothing(queue, shared), rows.width, theme.dim));
    }
    if let Some(head) = head {
        line(frame, head, head_line(columns, shared.lang(), theme));
    }
    if !queue.rows.is_empty() {
        let place = format!("{}/{}", queue.pane.at() + 1, queue.rows.len());
        footnote(frame, list, &place, theme.dim);
    }
    let mut words = Words::new(queue.pane.search.words());
    let mut cells = Cells::default();
    let first = first_row(queue.pane.at(), queue.rows.len(), usize::from(rows.height));
    for (at, id) in queue.rows.iter().enumerate().skip(first).take(usize::from(rows.height)) {
        let Some(summary) = shared.summaries.get(id) else { continue };
        let row = Rect { y: rows.y + u16::try_from(at - first).unwrap_or(0), height: 1, ..rows };
        let is_selected = at == queue.pane.at();
        // Name, kind, round and leader: what the list is searched by.
        put_row(&mut cells, summary, columns, shared, theme, (today, is_selected));
        line(frame, row, found::row(cells.line(), &[2, 4, 6, 8], &mut words, is_selected, theme));
    }
    if let Some(detail) = detail
        && let Some(summary) = queue.selected().and_then(|id| shared.summaries.get(&id))
    {
        detail::draw(queue, summary, frame, detail, shared, theme, today);
    }
    if let Some(form) = &queue.pane.form {
        form::draw(form, frame, area, shared.lang(), theme);
    }
}

/// Why there is nothing on the list.
pub(super) fn nothing(queue: &Queue, shared: &Shared) -> String {
    let why = if shared.summaries.is_empty() {
        key::QUEUE_EMPTY
    } else if queue.pane.search.is_open() {
        key::QUEUE_FOUND_NONE
    } else {
        key::QUEUE_NO_MATCH
    };
    say(shared.lang(), why)
}

pub(super) fn title(queue: &Queue, shared: &Shared) -> String {
    let lang = shared.lang();
    let mut words = if queue.filter == Filter::Pending {
        let counts = ["overdue", "week", "underway", "ready"].into_iter().zip(queue.counts.map(Arg::from));
        let counts: Vec<_> = counts.collect();
        say_with(lang, key::QUEUE_TITLE, &counts)
    } else {
        format!("{} {}", say(lang, queue.filter.name()), queue.rows.len())
    };
    for chosen in queue.sieve.words(shared) {
        words = format!("{words} · {chosen}");
    }
    words
}

/// ```text
/// ▌! Huyện ủy Tân Hiệp              cấp ủy      12/11  quá 3 ngày      7/18 ███▌░░░░
/// ```
fn put_row(
    cells: &mut Cells,
    summary: &Summary,
    columns: Columns,
    shared: &Shared,
    theme: &Theme,
    (today, is_selected): (NaiveDate, bool),
) {
    let lang = shared.lang();
    let (mark, style) = standing::mark(summary, theme, today);
    let mut name = shared.called(summary);
    if shared.units.get(summary.unit).is_some_and(|unit| unit.pilot) {
        let name = name.to_mut();
        name.push(' ');
        name.push_str(marks::PILOT);
    }
    let progress = if summary.items == 0 {
        Share::NONE
    } else {
        Share::of(summary.answered.into(), summary.items.into()).unwrap_or_default()
    };
    // What presses stands out whole, what is done steps back: the row tells its state, not its mark alone.
    let weight = match summary.state {
        State::Signed => theme.dim,
        _ if summary.is_overdue(today) => theme.strong,
        _ => theme.text,
    };
    cells.clear();
    cells.put(if is_selected { marks::SELECTED } else { " " }, theme.accent);
    cells.pad(mark, 2, Align::Left, style);
    // A cell with one column of air behind it; nothing where it has no room.
    let mut part = |words: &str, width: u16, align: Align, style: Style| {
        cells.pad(words, width.saturating_sub(1), align, style);
        cells.put(if width > 0 { " " } else { "" }, Style::new());
    };
    part(&name, columns.name, Align::Left, weight);
    part(&shared.kind_name(&summary.kind), columns.kind, Align::Left, theme.dim);
    part(summary.round.as_str(), columns.round, Align::Left, theme.dim);
    part(&summary.lead, columns.lead, Align::Left, theme.dim);
    let last = (columns.last > 0).then(|| shared.last_time(summary).and_then(Inspected::whole)).flatten();
    part(&last.map(|whole| points(whole.supported)).unwrap_or_default(), columns.last, Align::Right, theme.dim);
    part(&summary.due.map(day_of).unwrap_or_default(), DUE, Align::Left, weight);
    part(&standing::when(summary, lang, today), WHEN, Align::Left, style);
    part(&format!("{}/{}", summary.answered, summary.items), DONE, Align::Right, theme.text);
    if columns.bar > 0 {
        part(&bar(progress, columns.bar - 1), columns.bar, Align::Left, theme.accent);
    }
}
