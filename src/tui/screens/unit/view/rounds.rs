//! Draws the inspections of a unit over the rounds, the latest first, and the sections of the selected one.

use super::{super::UnitPage, Places, head, shown};
use crate::{
    domain::{inspected::Inspected as _, standing::Standings, summary::Summary},
    i18n::{Key, decimal_points, key, points, say, say_with, short_points, signed_points, words},
    text::{spark, width::Align},
    tui::{
        shared::Shared,
        ui::{
            Frame, marks,
            prose::Prose,
            standing,
            theme::Theme,
            widgets::{cell, line, lines, page as pane, panel, selected, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::Rect,
    style::Style,
    text::{Line, Span},
};

/// From this width on, what the unit claims and the coverage have columns of their own.
const ROOMY: u16 = 70;
/// Columns of the smallest figure.
const FIGURE: u16 = 8;

/// The columns of a row behind its name: head, width, and whether they need room.
const COLUMNS: [(Key, u16, bool); 6] = [
    (key::UNIT_COLUMN_CLAIMED, FIGURE, true),
    (key::UNIT_COLUMN_SUPPORTED, FIGURE, false),
    (key::UNIT_COLUMN_GAP, FIGURE, false),
    (key::UNIT_COLUMN_COVERAGE, 8, true),
    (key::UNIT_COLUMN_BAND, 17, false),
    (key::UNIT_COLUMN_CHANGE, FIGURE, false),
];

/// Which of them holds the band, in words.
const BAND: usize = 4;

fn columns(width: u16) -> impl Iterator<Item = (usize, Key, u16)> {
    let fitting = move |(_, (_, _, roomy)): &(usize, &(Key, u16, bool))| !roomy || width >= ROOMY;
    COLUMNS.iter().enumerate().filter(fitting).map(|(at, (name, columns, _))| (at, *name, *columns))
}

fn name_columns(width: u16) -> u16 {
    width.saturating_sub(3 + columns(width).map(|(.., columns)| columns).sum::<u16>())
}

pub(super) fn draw(
    page: &UnitPage,
    frame: &mut Frame,
    places: &Places,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let (lang, rows) = (shared.lang(), places.rows);
    let history = shared.history_of(page.unit);
    panel(frame, places.list, &title(&history, shared), theme);
    if history.is_empty() {
        let words = say_with(lang, key::UNITS_NO_INSPECTION, &[("unit", shared.unit_name(page.unit).into())]);
        lines(frame, rows, wrapped(&words, rows.width, theme.dim));
        return;
    }
    let mut heads = vec![cell("", 3 + name_columns(rows.width), Align::Left, theme.dim)];
    heads.extend(columns(rows.width).map(|(at, name, columns)| {
        let name = say(lang, name);
        cell(&if at == BAND { format!("  {name}") } else { name }, columns, align(at), theme.dim)
    }));
    line(frame, head(rows), Line::from(heads));
    for (at, place) in shown(rows, page.pane.at(), history.len()) {
        let is_selected = at == page.pane.at();
        let row = row(history[at], place.width, shared, theme, today, is_selected);
        line(frame, place, if is_selected { selected(row, theme) } else { row });
    }
    if let (Some(area), Some(summary)) = (places.detail, history.get(page.pane.at())) {
        detail(summary, frame, area, shared, theme, today);
    }
}

/// Figures stand at the right; the words of the band at the left, away from the figure before them.
const fn align(at: usize) -> Align {
    if at == BAND { Align::Left } else { Align::Right }
}

/// How the score moved, from the first round to the last: `Qua các đợt ▂▅█ 54,20 → 61,04`.
fn title(history: &[&Summary], shared: &Shared) -> String {
    let lang = shared.lang();
    let signed = history.iter().rev().filter(|summary| summary.signed_at.is_some()).filter_map(|summary| summary.whole);
    let scores: Vec<_> = signed.map(|whole| whole.supported).collect();
    match scores.as_slice() {
        [first, .., last] => {
            let line = spark(scores.iter().map(|share| Some(i64::from(share.bp()))));
            let ends = format!("{} → {}", decimal_points(lang, *first), decimal_points(lang, *last));
            say_with(lang, key::UNIT_ROUNDS_TREND, &[("line", line.into()), ("ends", ends.into())])
        }
        _ => say(lang, key::UNIT_PART_ROUNDS),
    }
}

/// ```text
/// ▌✓ Sơ kết 2023        82,00   61,04   20,96    92 %      Khá        +3,20
/// ```
fn row(
    summary: &Summary,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
    is_selected: bool,
) -> Line<'static> {
    let lang = shared.lang();
    let (mark, style) = standing::mark(summary, theme, today);
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    let mut cells = vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&round, name_columns(width), Align::Left, theme.text),
    ];
    let figures = summary.whole.filter(|_| summary.answered > 0);
    let is_signed = summary.signed_at.is_some();
    let value = |at: usize| -> (String, Style) {
        let Some(whole) = figures else {
            return if at == BAND { (standing::when(summary, lang, today), style) } else { (String::new(), theme.dim) };
        };
        match at {
            0 => (decimal_points(lang, whole.claimed), theme.dim),
            1 => (decimal_points(lang, whole.supported), theme.strong),
            2 => (decimal_points(lang, whole.claimed.above(whole.supported)), theme.text),
            3 => (format!("{} %", points(whole.coverage)), theme.dim),
            BAND if is_signed => (words::band(lang, &shared.programme, summary.band.as_ref()), theme.text),
            BAND => {
                (format!("{} {}/{}", say(lang, words::state(summary.state)), summary.answered, summary.items), style)
            }
            _ => change(summary, shared).map_or((String::new(), theme.dim), |bp| {
                let style = if bp < 0 { theme.bad } else { theme.good };
                (signed_points(lang, bp), style)
            }),
        }
    };
    cells.extend(columns(width).map(|(at, _, columns)| {
        let (words, style) = value(at);
        let words = if at == BAND { format!("  {words}") } else { words };
        cell(&words, columns, align(at), style)
    }));
    Line::from(cells)
}

/// How far a signed score moved since the last time, in basis points.
fn change(summary: &Summary, shared: &Shared) -> Option<i32> {
    summary.signed_at?;
    let before = shared.last_time(summary)?.whole()?.supported;
    Some(i32::from(summary.whole?.supported.bp()) - i32::from(before.bp()))
}

/// What is known of one inspection, in a pane of its own.
pub(super) fn detail(
    summary: &Summary,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let lang = shared.lang();
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    let inner = pane(frame, area, &round, theme);
    let mut prose = Prose::new(inner.width, theme);
    let mut about = vec![say(lang, words::state(summary.state)), standing::when(summary, lang, today)];
    about.extend(
        (!summary.lead.is_empty()).then(|| say_with(lang, key::QUEUE_LEAD, &[("name", summary.lead.as_str().into())])),
    );
    if summary.version > 1 {
        about.push(say_with(lang, key::UNIT_VERSION, &[("version", summary.version.into())]));
    }
    about.retain(|words| !words.is_empty());
    about.dedup();
    prose.put(&about.join(" · "), theme.dim);
    // Under a list there is room for little: the sections stand beside it only.
    if area.height > 8 {
        prose.title(&say(lang, key::UNIT_SECTIONS));
        for section in &shared.programme.sections {
            if let Some(totals) = summary.sections.of(&section.id).filter(|totals| totals.coverage.bp() > 0) {
                prose.bar(section.title.to(lang), totals.supported, &short_points(lang, totals.supported), 8);
            }
        }
    }
    if !summary.recommendations.is_empty() {
        let counts = Standings::count(&summary.recommendations, today);
        prose.gap();
        prose.put(&words::standings(lang, &counts), if counts.overdue > 0 { theme.warn } else { theme.text });
    }
    if !summary.shortfalls.is_empty() {
        let items: Vec<&str> = summary.shortfalls.iter().map(crate::domain::ids::ItemId::as_str).collect();
        prose.put(&say_with(lang, key::UNIT_SHORTFALLS, &[("items", items.join(", ").into())]), theme.text);
    }
    lines(frame, inner, prose.rows());
}
