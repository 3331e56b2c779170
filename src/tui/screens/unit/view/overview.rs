//! Draws what is known of a unit, and what is open: the inspection to go on with, then its recommendations.

use super::{
    super::{
        UnitPage, form,
        parts::{self, Entry},
    },
    Places, rounds, shown,
};
use crate::{
    domain::{
        follow_up::{Matter, Number, Which},
        ids::InspectionId,
        life::Stage,
        period::Period,
        unit::Unit,
    },
    i18n::{Key, date, decimal_points, hundredths, key, period, say, say_with, words},
    text::{
        spark,
        width::{Align, pad, width},
    },
    tui::{
        message::Gathered,
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

/// Columns of the names of what is known.
const NAMES: usize = 15;
/// Rows of a pane from which on it has room for more than the last time.
const ROOMY: u16 = 20;

pub(super) fn draw(
    page: &UnitPage,
    unit: &Unit,
    frame: &mut Frame,
    places: &Places,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    if let Some(area) = places.detail {
        draw_known(unit, frame, area, shared, theme, today);
    }
    if let Some(area) = places.whole {
        match page.entries.get(page.pane.at()) {
            Some(Entry::Open(case, matter)) => whole(case, matter, frame, area, shared, theme),
            Some(Entry::Inspection(id)) => {
                if let Some(summary) = shared.summaries.get(id) {
                    rounds::detail(summary, frame, area, shared, theme, today);
                }
            }
            None => drop(panel(frame, area, "", theme)),
        }
    }
    let (lang, rows) = (shared.lang(), places.rows);
    panel(frame, places.list, &title(page, shared, today), theme);
    if page.entries.is_empty() {
        let words = if unit.kind.is_place() { key::UNIT_IS_PLACE } else { key::UNIT_NOTHING_OPEN };
        lines(frame, rows, wrapped(&say(lang, words), rows.width, theme.dim));
    }
    for (at, place) in shown(rows, page.pane.at(), page.entries.len()) {
        let Some(entry) = page.entries.get(at) else { continue };
        let is_selected = at == page.pane.at();
        let row = row(entry, place.width, shared, theme, today, is_selected);
        line(frame, place, if is_selected { selected(row, theme) } else { row });
    }
}

fn row(
    entry: &Entry,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
    is_selected: bool,
) -> Line<'static> {
    match entry {
        Entry::Inspection(id) => inspection(*id, columns, shared, theme, today, is_selected),
        Entry::Open(case, matter) => open(case, matter, columns, shared, theme, today, is_selected),
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
    let entry = page.entries.get(at);
    entry.map(|entry| row(entry, columns, shared, theme, today, false).to_string()).unwrap_or_default()
}

fn title(page: &UnitPage, shared: &Shared, today: NaiveDate) -> String {
    let lang = shared.lang();
    let open =
        || page.entries.iter().filter_map(|entry| if let Entry::Open(_, matter) = entry { Some(matter) } else { None });
    let overdue = open().filter(|matter| Which::Overdue.takes(matter, today)).count();
    match open().filter(|matter| Which::Open.takes(matter, today)).count() {
        _ if page.gathered.is_none() => say(lang, key::UNIT_GATHERING),
        0 => say(lang, key::UNIT_TO_DO),
        count => say_with(lang, key::STANDINGS_OPEN, &[("open", count.into()), ("overdue", overdue.into())]),
    }
}

/// What is known of the unit, a row for each thing; what is empty is left out.
fn known(unit: &Unit, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) -> Vec<Line<'static>> {
    let lang = shared.lang();
    let path = shared.units.path(unit, today);
    let path: Vec<&str> = path.iter().rev().skip(1).map(|place| place.name.as_str()).collect();
    let kind = format!("{} · {}", words::kind(lang, &shared.programme, &unit.kind), say(lang, words::tier(unit.tier)));
    let kind = if unit.kind.is_place() {
        format!("{} · {}", say(lang, key::KIND_PLACE), say(lang, words::tier(unit.tier)))
    } else {
        kind
    };
    let mut facts: Vec<(Key, String, Style)> = vec![
        (key::UNIT_FIELD_CODE, unit.code.clone(), theme.strong),
        (key::UNIT_FIELD_KIND, kind, theme.text),
        (key::UNIT_BELONGS, path.join(" ‹ "), theme.text),
    ];
    if unit.pilot {
        facts.push((key::UNIT_FIELD_PILOT, format!("{} {}", marks::PILOT, say(lang, key::WORD_YES)), theme.accent));
    }
    if unit.valid != Period::default() {
        let style = if unit.valid.holds(today) { theme.text } else { theme.warn };
        facts.push((key::UNIT_FIELD_VALID, period(unit.valid), style));
    }
    facts.push((key::UNIT_FIELD_CONTACT, unit.contact.clone(), theme.text));
    facts.push((key::UNIT_FIELD_ADDRESS, unit.address.clone(), theme.text));
    facts.push((key::UNIT_FIELD_NOTE, unit.note.clone(), theme.text));
    let mut prose = Prose::new(area.width, theme);
    for (name, value, style) in facts.into_iter().filter(|(_, value, _)| !value.is_empty()) {
        fact(&mut prose, &say(lang, name), &value, (area.width, style), theme);
    }
    known_of_rounds(&mut prose, unit, area, shared, theme);
    prose.rows()
}

/// How it did: every round and the last value of each indicator where there is room, else the last time alone.
fn known_of_rounds(prose: &mut Prose, unit: &Unit, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let history = shared.history_of(unit.id);
    if area.height >= ROOMY {
        let scored = history
            .iter()
            .filter_map(|summary| Some((summary, summary.whole.filter(|_| summary.signed_at.is_some())?)));
        for (at, (summary, whole)) in scored.enumerate() {
            if at == 0 {
                prose.title(&say(lang, key::UNIT_PART_ROUNDS));
            }
            let round =
                shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
            prose.bar(&round, whole.supported, &decimal_points(lang, whole.supported), 12);
        }
        for (at, id) in parts::indicators(unit, shared).iter().enumerate() {
            if at == 0 {
                prose.title(&say(lang, key::UNIT_PART_INDICATORS));
            }
            let series: Vec<_> = shared.indicators.series(unit.id, id).collect();
            let line = spark(series.iter().map(|(_, figure)| Some(i64::from(figure.number.0))));
            let last = series.last().map_or_else(
                || "–".to_owned(),
                |(year, figure)| format!("{} ({year})  {line}", hundredths(lang, figure.number)),
            );
            fact(prose, &form::name(id, shared), &last, (area.width, theme.text), theme);
        }
        return;
    }
    if let Some(last) = history.into_iter().find(|summary| summary.signed_at.is_some())
        && let Some(whole) = last.whole
    {
        prose.gap();
        let round = shared.round(&last.round).map_or_else(|| last.round.to_string(), |round| round.title.clone());
        let told = [
            ("round", round.into()),
            ("supported", decimal_points(lang, whole.supported).into()),
            ("gap", decimal_points(lang, whole.claimed.above(whole.supported)).into()),
            ("band", words::band(lang, &shared.programme, last.band.as_ref()).into()),
        ];
        prose.put(&say_with(lang, key::QUEUE_LAST_TIME, &told), theme.text);
    }
}

/// What must be done, whole: who, by when, how it is checked.
fn whole(case: &Gathered, matter: &Matter, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let round = &case.matters.round;
    let round = shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone());
    let inner = pane(frame, area, &format!("{} · {round}", matter.number.as_str()), theme);
    let mut prose = Prose::new(inner.width, theme);
    if let Number::Recommendation(id) = &matter.number
        && let Some(what) = case.matters.recommendations.get(id)
    {
        prose.put(what.action.trim(), theme.strong);
        let facts = [
            (key::FIELD_OWNER, what.owner.clone()),
            (key::FIELD_DUE, matter.due.map(date).unwrap_or_default()),
            (key::FIELD_CHECK, what.check.clone()),
            (key::FIELD_FOLLOWED_BY, what.followed_by.clone()),
        ];
        for (name, words) in facts.iter().filter(|(_, words)| !words.trim().is_empty()) {
            fact(&mut prose, &say(lang, *name), words.trim(), (inner.width, theme.text), theme);
        }
    }
    for (id, finding) in case.matters.findings_of(&matter.number) {
        prose.gap();
        prose.item(id.as_str(), finding.condition.trim(), theme.text);
    }
    lines(frame, inner, prose.rows());
}

/// What is known of a unit, in a pane of its own.
pub(super) fn draw_known(unit: &Unit, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let inner = pane(frame, area, &unit.name, theme);
    lines(frame, inner, known(unit, inner, shared, theme, today));
}

/// A name, and its words in a column of their own.
fn fact(prose: &mut Prose, name: &str, value: &str, (columns, style): (u16, Style), theme: &Theme) {
    let names = u16::try_from(NAMES).unwrap_or(0);
    for (at, row) in wrapped(value, columns.saturating_sub(names).max(10), style).into_iter().enumerate() {
        let name = if at == 0 { name } else { "" };
        let name = Span::styled(pad(name, NAMES - 1, Align::Left) + " ", theme.dim);
        let style = row.style;
        let words = row.spans.into_iter().map(|span| span.patch_style(style));
        prose.row(Line::from([vec![name], words.collect()].concat()));
    }
}

/// ```text
/// ▌! Sơ kết 2023              7/18   quá 3 ngày
/// ```
fn inspection(
    id: InspectionId,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
    is_selected: bool,
) -> Line<'static> {
    let lang = shared.lang();
    let Some(summary) = shared.summaries.get(&id) else { return Line::default() };
    let (mark, style) = standing::mark(summary, theme, today);
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    let name = say_with(lang, key::UNIT_INSPECTION, &[("round", round.into())]);
    let done = format!("{}/{}", summary.answered, summary.items);
    let when = standing::when(summary, lang, today);
    Line::from(vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&name, columns.saturating_sub(3 + 7 + 2 + 17), Align::Left, theme.strong),
        cell(&done, 7, Align::Right, theme.text),
        Span::raw("  "),
        cell(&when, 17, Align::Left, style),
    ])
}

/// ```text
///  ! K-01  Công khai sổ thu chi tại ấp Kinh 4A          01/11 quá 14 ngày
/// ```
fn open(
    case: &Gathered,
    matter: &Matter,
    columns: u16,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
    is_selected: bool,
) -> Line<'static> {
    let lang = shared.lang();
    let late = Which::Overdue.takes(matter, today);
    let is_open = matter.stage == Stage::Open;
    let (mark, style) = match (late, is_open) {
        (true, _) => (marks::OVERDUE, theme.bad),
        (false, true) => (" ", theme.text),
        // Said to be done: what is left is to go and see.
        (false, false) => (marks::NOT_VERIFIED, theme.accent),
    };
    let action = match &matter.number {
        Number::Recommendation(id) => case.matters.recommendations.get(id).map(|what| what.action.trim()),
        Number::Finding(_) => None,
    };
    let due = match matter.due {
        _ if !is_open => say(lang, words::stage(matter.stage)),
        None => say(lang, key::UNIT_NO_DAY),
        Some(due) if columns >= 76 => format!("{} {}", date(due), standing::days(due, lang, today)),
        Some(due) => standing::days(due, lang, today),
    };
    let ends = if columns >= 76 { 28 } else { 17 };
    let number = format!("{} ", matter.number.as_str());
    let numbers = u16::try_from(width(&number).max(5)).unwrap_or(5);
    Line::from(vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&number, numbers, Align::Left, theme.dim),
        cell(action.unwrap_or_default(), columns.saturating_sub(3 + numbers + 1 + ends), Align::Left, theme.text),
        Span::raw(" "),
        cell(&due, ends, Align::Left, style),
    ])
}
