//! Draws the units below a place: how each body stands, and of a place how many of the bodies under it are done.

use super::{
    super::{UnitPage, parts::Below},
    Places, head, overview, shown,
};
use crate::{
    domain::{share::Share, unit::Unit},
    i18n::{decimal_points, key, say, say_with},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame, marks, standing,
            theme::Theme,
            widgets::{bar, cell, line, lines, panel, selected, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::text::{Line, Span};

/// Columns of how a unit stands.
const STANDING: u16 = 28;
/// Columns of the bar, where there is room.
const BAR: u16 = 12;
/// From this width on there is.
const ROOMY: u16 = 72;

pub(super) fn draw(
    page: &UnitPage,
    frame: &mut Frame,
    places: &Places,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let (lang, rows) = (shared.lang(), places.rows);
    let sum = |count: fn(&Below) -> usize| page.below.iter().map(count).sum::<usize>();
    let counts = [
        ("bodies", sum(|row| row.bodies).into()),
        ("signed", sum(|row| row.signed).into()),
        ("overdue", sum(|row| row.overdue).into()),
    ];
    panel(frame, places.list, &say_with(lang, key::UNIT_BELOW_TITLE, &counts), theme);
    if page.below.is_empty() {
        lines(frame, rows, wrapped(&say(lang, key::UNIT_NONE_BELOW), rows.width, theme.dim));
        return;
    }
    let round = shared.current_round().map(|round| round.title.clone()).unwrap_or_default();
    line(frame, head(rows), Line::styled(format!("   {round}"), theme.dim));
    if let (Some(area), Some(unit)) =
        (places.detail, page.below.get(page.pane.at()).and_then(|row| shared.units.get(row.unit)))
    {
        overview::draw_known(unit, frame, area, shared, theme, today);
    }
    for (at, place) in shown(rows, page.pane.at(), page.below.len()) {
        let Some((below, unit)) = page.below.get(at).and_then(|row| Some((row, shared.units.get(row.unit)?))) else {
            continue;
        };
        let is_selected = at == page.pane.at();
        let row = row(below, unit, place.width, shared, theme, (today, is_selected));
        line(frame, place, if is_selected { selected(row, theme) } else { row });
    }
}

/// A row as text.
pub(super) fn words_of(
    page: &UnitPage,
    at: usize,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) -> String {
    let found = page.below.get(at).and_then(|row| Some((row, shared.units.get(row.unit)?)));
    found.map(|(below, unit)| row(below, unit, columns, shared, theme, (today, false)).to_string()).unwrap_or_default()
}

/// ```text
/// ▌! Huyện ủy Tân Hiệp ★           7/18 quá 3 ngày              ███▌░░░░
///    Huyện Gò Quao                 2/5 đã ký, 1 quá hạn         ████▌░░░
/// ```
fn row(
    below: &Below,
    unit: &Unit,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    (today, is_selected): (NaiveDate, bool),
) -> Line<'static> {
    let lang = shared.lang();
    let summary = shared.now_of(unit.id).filter(|_| !unit.kind.is_place());
    let (mark, style) = summary.map_or((" ", theme.text), |summary| standing::mark(summary, theme, today));
    let (words, share) = match summary {
        Some(summary) => {
            let score = summary.whole.filter(|_| summary.answered > 0).map_or_else(
                || format!("{}/{}", summary.answered, summary.items),
                |whole| decimal_points(lang, whole.supported),
            );
            let share = Share::of(summary.answered.into(), summary.items.into());
            (format!("{score:>6} {}", standing::when(summary, lang, today)), share)
        }
        None if unit.kind.is_place() => {
            let counts =
                [("bodies", below.bodies.into()), ("signed", below.signed.into()), ("overdue", below.overdue.into())];
            let told = match (below.bodies, below.overdue) {
                (0, _) => say(lang, key::UNIT_BELOW_NOTHING),
                (_, 0) => say_with(lang, key::UNIT_BELOW_SIGNED, &counts[..2]),
                _ => say_with(lang, key::UNIT_BELOW_OVERDUE, &counts),
            };
            (told, Share::of(below.signed as u64, below.bodies as u64))
        }
        None => (say(lang, key::UNIT_NOT_PLANNED), None),
    };
    let bars = if width >= ROOMY { BAR + 1 } else { 0 };
    let pilot = if unit.pilot { format!(" {}", marks::PILOT) } else { String::new() };
    let name_style = if unit.kind.is_place() { theme.text } else { theme.strong };
    let mut cells = vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&format!("{}{pilot}", unit.name), width.saturating_sub(3 + 1 + STANDING + bars), Align::Left, name_style),
        Span::raw(" "),
        cell(&words, STANDING, Align::Left, if summary.is_some() { style } else { theme.dim }),
    ];
    if bars > 0 {
        cells.push(Span::styled(share.map_or_else(String::new, |share| bar(share, BAR)), theme.dim));
    }
    Line::from(cells)
}
