//! Draws the yearly values of a unit's indicators: a row for each indicator, a column for each year, the source of the one in hand.

use super::{
    super::{
        UnitPage, form,
        parts::{self},
    },
    Places, head, shown,
};
use crate::{
    domain::{
        ids::IndicatorId,
        indicator::{Figure, Hundredths, Indicator},
        unit::Unit,
    },
    i18n::{hundredths, key, say, say_with},
    text::{
        spark,
        width::{Align, pad},
    },
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::first_row,
            marks,
            prose::Prose,
            theme::Theme,
            widgets::{cell, line, lines, page as pane, panel, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

/// Columns of a year.
const YEAR: u16 = 9;
/// Columns of an indicator's name, at least.
const NAME: u16 = 16;

/// The year in hand: the one that was chosen, else the last with a value.
pub(in super::super) fn year(page: &UnitPage, shared: &Shared, years: &[u16]) -> Option<u16> {
    let last = shared.indicators.of_unit(page.unit).map(|(_, year, _)| year).max();
    page.year.or(last).filter(|year| years.contains(year)).or(years.last().copied())
}

pub(super) fn draw(
    page: &UnitPage,
    unit: &Unit,
    frame: &mut Frame,
    places: &Places,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let (lang, rows) = (shared.lang(), places.rows);
    let ids = parts::indicators(unit, shared);
    panel(frame, places.list, &say(lang, key::UNIT_INDICATORS_TITLE), theme);
    if ids.is_empty() {
        lines(frame, rows, wrapped(&say(lang, key::UNIT_NO_INDICATORS), rows.width, theme.dim));
        return;
    }
    let years = parts::years(unit.id, shared, today);
    let in_hand = year(page, shared, &years);
    let trend = u16::try_from(years.len()).unwrap_or(0).min(12);
    let fitting = usize::from(rows.width.saturating_sub(1 + NAME + 1 + trend) / YEAR).max(1);
    let at = years.iter().position(|year| Some(*year) == in_hand).unwrap_or(0);
    let first = first_row(at, years.len(), fitting);
    let columns: Vec<u16> = years.iter().skip(first).take(fitting).copied().collect();
    let taken = u16::try_from(columns.len()).unwrap_or(0) * YEAR;
    let names = rows.width.saturating_sub(1 + taken + 1 + trend);
    let mut heads = vec![cell("", 1 + names, Align::Left, theme.dim)];
    heads.extend(columns.iter().map(|year| {
        let style = if Some(*year) == in_hand { theme.strong } else { theme.dim };
        cell(&format!("{year} "), YEAR, Align::Right, style)
    }));
    line(frame, head(rows), Line::from(heads));
    for (at, place) in shown(rows, page.pane.at(), ids.len()) {
        let Some(id) = ids.get(at) else { continue };
        let is_selected = at == page.pane.at();
        let mut cells = vec![
            Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
            cell(&form::name(id, shared), names, Align::Left, if is_selected { theme.strong } else { theme.text }),
        ];
        for year in &columns {
            let figure = shared.indicators.get(unit.id, id, *year);
            let words = figure.map_or_else(|| "·".to_owned(), |figure| hundredths(lang, figure.number));
            let note = figure.is_some_and(|figure| !figure.note.is_empty());
            let words = format!("{}{}", pad(&words, usize::from(YEAR) - 1, Align::Right), if note { "*" } else { " " });
            let style = match (is_selected && Some(*year) == in_hand, figure) {
                (true, _) => theme.selected,
                (false, Some(_)) => theme.text,
                (false, None) => theme.dim,
            };
            cells.push(Span::styled(words, style));
        }
        let series = years.iter().map(|year| shared.indicators.get(unit.id, id, *year));
        let series = spark(series.map(|figure| figure.map(|figure| i64::from(figure.number.0))));
        cells.extend([Span::raw(" "), cell(&series, trend, Align::Left, theme.accent)]);
        line(frame, place, Line::from(cells));
    }
    if let (Some(area), Some(id), Some(year)) = (places.detail, ids.get(page.pane.at()), in_hand) {
        detail((unit, id, year), frame, area, shared, theme);
    }
}

/// The value in hand with its source, and what it was the year before.
fn detail((unit, id, year): (&Unit, &IndicatorId, u16), frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let known = shared.programme.indicators.iter().find(|one| one.id == *id);
    let title = known.map_or_else(|| id.to_string(), |one| one.name.to(lang).to_owned());
    let inner = pane(frame, area, &title, theme);
    let mut prose = Prose::new(inner.width, theme);
    let figure = |year: u16| shared.indicators.get(unit.id, id, year);
    match figure(year) {
        Some(now) => {
            let value = say_with(
                lang,
                key::UNIT_VALUE,
                &[("year", year.to_string().into()), ("value", hundredths(lang, now.number).into())],
            );
            let before = figure(year - 1).map(|before| moved(now, before, known, shared)).unwrap_or_default();
            prose.put(&format!("{value}{before}"), theme.strong);
            prose.put(&say_with(lang, key::UNIT_SOURCE, &[("source", now.source.as_str().into())]), theme.text);
            if !now.note.is_empty() {
                prose.put(&now.note, theme.text);
            }
        }
        None => prose.put(&say_with(lang, key::UNIT_NO_VALUE, &[("year", year.to_string().into())]), theme.dim),
    }
    if area.height > 8 {
        if let Some(known) = known {
            prose.gap();
            let (least, most) = known.scale;
            let scale = [("least", hundredths(lang, least).into()), ("most", hundredths(lang, most).into())];
            prose.put(&say_with(lang, key::UNIT_SCALE_OF, &scale), theme.dim);
        }
        prose.gap();
        for (year, figure) in shared.indicators.series(unit.id, id) {
            let words = format!("{}: {}", hundredths(lang, figure.number), figure.source.as_str());
            prose.item(&year.to_string(), &words, theme.text);
        }
        prose.gap();
        prose.put(&say(lang, key::UNIT_NEVER_SCORED), theme.dim);
    }
    lines(frame, inner, prose.rows());
}

/// How far a value moved since the year before, and whether that is better: ` · +1,49 so năm trước, tốt lên`.
fn moved(now: &Figure, before: &Figure, known: Option<&Indicator>, shared: &Shared) -> String {
    let lang = shared.lang();
    let by = now.number.0.saturating_sub(before.number.0);
    let judged = match (by, known) {
        (0, _) | (_, None) => key::UNIT_MOVED,
        (by, Some(known)) if (by > 0) == known.higher_is_better => key::UNIT_MOVED_BETTER,
        _ => key::UNIT_MOVED_WORSE,
    };
    let sign = if by < 0 { "" } else { "+" };
    let by = format!("{sign}{}", hundredths(lang, Hundredths(by)));
    format!(" · {}", say_with(lang, judged, &[("by", by.into())]))
}
