//! Draws what is known of the selected unit beside the list: where it is, who leads, how far it is, how it stood last time, and what that
//! left to be done.

use super::super::Queue;
use crate::{
    domain::{
        follow_up::{Matter, Number, State, Which, state},
        inspection,
        life::Stage,
        share::Share,
        standing::Standings,
        summary::Summary,
    },
    i18n::{Arg, Lang, date, decimal_points, key, points, say, say_with, words},
    tui::{
        shared::Shared,
        ui::{
            Frame, marks,
            prose::Prose,
            theme::Theme,
            widgets::{lines, page},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{layout::Rect, style::Style};

/// The most matters that are listed.
const MATTERS: usize = 4;

pub(super) fn draw(
    queue: &Queue,
    summary: &Summary,
    frame: &mut Frame,
    area: Rect,
    shared: &Shared,
    theme: &Theme,
    today: NaiveDate,
) {
    let inner = page(frame, area, &shared.called(summary), theme);
    let mut prose = Prose::new(inner.width, theme);
    facts(&mut prose, summary, shared, theme, today);
    progress(&mut prose, summary, inner.width, shared, theme);
    last_time(&mut prose, queue, summary, shared, theme, today);
    lines(frame, inner, prose.rows());
}

/// Where the unit is, in which round, who leads, by when.
fn facts(prose: &mut Prose, summary: &Summary, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    if let Some(unit) = shared.units.get(summary.unit) {
        let path = shared.units.path(unit, today);
        let places: Vec<&str> = path[..path.len() - 1].iter().rev().map(|place| place.name.as_str()).collect();
        prose.put(&format!("{} · {}", unit.code, places.join(" · ")), theme.dim);
        if unit.pilot {
            prose.put(&format!("{} {}", marks::PILOT, say(lang, key::UNIT_PILOT)), theme.accent);
        }
    }
    let round = shared.round(&summary.round).map_or_else(|| summary.round.to_string(), |round| round.title.clone());
    prose.put(&round, theme.text);
    if !summary.lead.is_empty() {
        prose.put(&say_with(lang, key::QUEUE_LEAD, &[("name", (&summary.lead).into())]), theme.text);
    }
    if let Some(due) = summary.due {
        let style = if summary.is_overdue(today) { theme.bad } else { theme.text };
        prose.put(&say_with(lang, key::QUEUE_DUE, &[("day", date(due).into())]), style);
    }
}

/// What the inspection is worth so far, and its sections: coverage while it is filled in, the supported score once it is whole.
fn progress(prose: &mut Prose, summary: &Summary, columns: u16, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let Some(whole) = summary.whole.filter(|_| summary.answered > 0 && summary.second.is_none()) else { return };
    let figures = [
        ("claimed", Arg::from(decimal_points(lang, whole.claimed))),
        ("supported", decimal_points(lang, whole.supported).into()),
        ("gap", decimal_points(lang, whole.claimed.above(whole.supported)).into()),
        ("coverage", decimal_points(lang, whole.coverage).into()),
    ];
    prose.gap();
    prose.put(&say_with(lang, key::QUEUE_FIGURES, &figures), theme.text);
    let is_whole = matches!(summary.state, inspection::State::Signed | inspection::State::Ready);
    let title = if is_whole { key::QUEUE_SECTIONS_SCORE } else { key::QUEUE_SECTIONS_COVERAGE };
    prose.title(&say(lang, title));
    let bars = if columns >= 50 { 12 } else { 8 };
    for section in &shared.programme.sections {
        let Some(totals) = summary.sections.of(&section.id) else { continue };
        let (share, figure) = if is_whole {
            (totals.supported, points(totals.supported))
        } else {
            (totals.coverage, format!("{} %", points(totals.coverage)))
        };
        prose.bar(section.title.to(lang), share, &figure, bars);
    }
}

/// The latest signed inspection before this one, and what it left to be done.
fn last_time(prose: &mut Prose, queue: &Queue, summary: &Summary, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    let Some(last) = shared.previous(summary) else { return };
    prose.gap();
    prose.put(&figures(last, shared), theme.text);
    let counts = Standings::count(&last.recommendations, today);
    let style = if counts.overdue > 0 { theme.warn } else { theme.text };
    prose.put(&words::standings(lang, &counts), style);
    let Some(Some(matters)) = queue.left_open_of(last.id) else {
        return days_alone(prose, last, lang, theme, today);
    };
    let mut open = matters.list();
    open.retain(|matter| Which::Open.takes(matter, today));
    open.sort_by_key(Matter::place);
    let recommended = open.iter().filter_map(|matter| match &matter.number {
        Number::Recommendation(id) => matters.recommendations.get_key_value(id).map(|what| (matter, what)),
        Number::Finding(_) => None,
    });
    for (matter, (id, what)) in recommended.take(MATTERS) {
        let owner = if what.owner.is_empty() { String::new() } else { format!(" · {}", what.owner) };
        let overdue = matches!(matter.state(today), State::Overdue(_));
        prose.item(if overdue { marks::OVERDUE } else { "·" }, &format!("{id} {}{owner}", what.action), theme.text);
        if let Some((words, style)) = day(matter.due, lang, theme, today) {
            prose.item(" ", &words, style);
        }
    }
}

/// The days of what is open, while its words are not read yet.
fn days_alone(prose: &mut Prose, last: &Summary, lang: Lang, theme: &Theme, today: NaiveDate) {
    let open = last.recommendations.iter().filter(|one| one.stage == Stage::Open);
    let mut days: Vec<NaiveDate> = open.filter_map(|one| one.due).collect();
    days.sort_unstable();
    for due in days.into_iter().take(MATTERS) {
        if let Some((words, style)) = day(Some(due), lang, theme, today) {
            prose.item("·", &words, style);
        }
    }
}

fn day(due: Option<NaiveDate>, lang: Lang, theme: &Theme, today: NaiveDate) -> Option<(String, Style)> {
    let (key, days, style) = match state(due, today) {
        State::Overdue(days) => (key::ASIDE_OVERDUE, days, theme.bad),
        State::DueSoon(days) => (key::ASIDE_DUE_IN, days, theme.warn),
        State::Later(days) => (key::ASIDE_DUE_IN, days, theme.dim),
        State::NoDay => return None,
    };
    Some((say_with(lang, key, &[("day", date(due?).into()), ("days", days.into())]), style))
}

fn figures(last: &Summary, shared: &Shared) -> String {
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
