//! Draws the findings: the list, and the selected matter in full beside it, or in short below it, where there is room.

mod detail;

use super::{Findings, filter::name, rows::Place};
use crate::{
    domain::{
        follow_up::{Matter, Number, State, Which},
        life::Stage,
        standing::Standings,
    },
    i18n::{Lang, day_of, key, say, say_with, words},
    text::{
        Words,
        width::{Align, width},
    },
    tui::{
        message::Gathered,
        shared::Shared,
        ui::{
            Frame, form, found,
            layout::{self, WIDE, beside, first_row, inside},
            marks, search,
            theme::Theme,
            widgets::{cell, footnote, line, lines, panel, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    style::Style,
    text::{Line, Span},
};

/// From this width on, a row names the owner.
const ROOMY: u16 = 90;

/// Columns of the day and how far it is: `30/11 quá 1100 ngày`.
const WHEN: u16 = 20;

/// The list, and the matter in hand: beside it, else below it, where there is room.
fn places(area: Rect) -> (Rect, Option<Rect>, Option<Rect>) {
    if area.width >= WIDE {
        let [list, detail] = beside(area, [Constraint::Min(64), Constraint::Percentage(42)]);
        (list, Some(detail), None)
    } else if area.height >= 18 {
        let [list, strip] = Layout::vertical([Constraint::Min(10), Constraint::Length(6)]).areas(area);
        (list, None, Some(strip))
    } else {
        (area, None, None)
    }
}

/// The matter at a place of the list.
pub(super) fn row_at(screen: &Findings, at: Position, area: Rect) -> Option<usize> {
    let rows = search::rows(&screen.pane.search, inside(places(area).0));
    layout::row_at(at, rows, screen.pane.at(), screen.rows.len())
}

pub(super) fn draw(screen: &Findings, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let (list, beside, below) = places(area);
    draw_list(screen, frame, list, shared, theme, today);
    if let Some((case, matter)) = found(screen, screen.selected()) {
        if let Some(area) = beside {
            detail::draw(case, matter, frame, area, shared, theme, today);
        }
        if let Some(area) = below {
            detail::draw_short(case, matter, frame, area, shared, theme, today);
        }
    }
    if let Some(open) = &screen.pane.form {
        form::draw(open, frame, area, shared.lang(), theme);
    }
}

pub(super) fn found(screen: &Findings, place: Option<Place>) -> Option<(&Gathered, &Matter)> {
    let place = place?;
    let case = screen.cases().get(place.case)?;
    Some((case, &case.list.get(place.at)?.0))
}

fn draw_list(screen: &Findings, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let lang = shared.lang();
    let inner = panel(frame, area, &title(screen, shared), theme);
    footnote(frame, area, &rates(screen, lang, usize::from(area.width.saturating_sub(6))), theme.dim);
    search::draw(&screen.pane.search, frame, inner, theme);
    let rows = search::rows(&screen.pane.search, inner);
    if screen.rows.is_empty() {
        lines(frame, rows, wrapped(&nothing(screen, lang), rows.width, theme.dim));
    }
    let mut words = Words::new(screen.pane.search.words());
    let first = first_row(screen.pane.at(), screen.rows.len(), usize::from(rows.height));
    for (at, place) in screen.rows.iter().enumerate().skip(first).take(usize::from(rows.height)) {
        let Some((case, matter)) = found(screen, Some(*place)) else { continue };
        let row = Rect { y: rows.y + u16::try_from(at - first).unwrap_or(0), height: 1, ..rows };
        let here = (place.repeated, at == screen.pane.at());
        // Unit, what is to be done, and its owner where there is room: of what is searched, what the row shows.
        let cells = Line::from(draw_row(case, matter, row.width, shared, theme, (today, here)));
        let owner = if row.width >= ROOMY { 6 } else { 4 };
        line(frame, row, found::row(cells, &[2, 4, owner], &mut words, here.1, theme));
    }
}

/// How much of what was due is verified, and how much of that did not last: as many of the two as fit whole into `room`.
pub(super) fn rates(screen: &Findings, lang: Lang, room: usize) -> String {
    let Standings { due, due_and_verified, ever_verified, did_not_last, .. } = screen.standings;
    let rate = |key, part: u32, whole: u32| {
        (whole > 0).then(|| say_with(lang, key, &[("part", part.into()), ("whole", whole.into())]))
    };
    let mut rates = [
        rate(key::FINDINGS_RATE_VERIFIED, due_and_verified, due),
        rate(key::FINDINGS_RATE_REOPENED, did_not_last, ever_verified),
    ]
    .into_iter()
    .flatten();
    let first = rates.next().filter(|words| width(words) <= room).unwrap_or_default();
    rates.fold(
        first,
        |words, rate| {
            if width(&words) + width(&rate) + 3 <= room { format!("{words} · {rate}") } else { words }
        },
    )
}

/// Why there is nothing on the list.
pub(super) fn nothing(screen: &Findings, lang: Lang) -> String {
    let words = match &screen.cases {
        None => key::FINDINGS_GATHERING,
        Some(_) if screen.all.is_empty() => key::FINDINGS_EMPTY,
        Some(_) => key::FINDINGS_NO_MATCH,
    };
    say(lang, words)
}

pub(super) fn title(screen: &Findings, shared: &Shared) -> String {
    let lang = shared.lang();
    let filter = &screen.filter;
    if filter.which != Which::Open || filter.is_narrow() || !screen.pane.search.words().is_empty() {
        let told = filter.told(shared);
        let gap = if told.is_empty() { "" } else { " · " };
        return format!("{} {}{gap}{told}", say(lang, name(filter.which)), screen.rows.len());
    }
    let counts = [
        ("open", screen.counts.open.into()),
        ("overdue", screen.counts.overdue.into()),
        ("soon", screen.counts.soon.into()),
        ("unassigned", screen.counts.unassigned.into()),
        ("declared", screen.counts.declared.into()),
    ];
    say_with(lang, key::FINDINGS_TITLE, &counts)
}

/// ```text
/// ▌! Huyện ủy Tân Hiệp   Dừng ba mô hình không còn người làm   Ban Dân vận   nặng   12/11 quá 3 ngày
/// ```
fn draw_row(
    case: &Gathered,
    matter: &Matter,
    width: u16,
    shared: &Shared,
    theme: &Theme,
    (today, (repeated, is_selected)): (NaiveDate, (bool, bool)),
) -> Vec<Span<'static>> {
    let lang = shared.lang();
    let (mark, style) = mark(matter, theme, today);
    let again = if repeated { format!("{} ", marks::REPEATED) } else { String::new() };
    // Narrow screens keep who, what and by when; how grave it is, then the owner, come where there is room.
    let (with_severity, with_owner) = (width >= 66, width >= ROOMY);
    let unit = (width / 4).clamp(15, 34);
    let owner = if with_owner { width / 6 } else { 0 };
    let taken = 3 + unit + 1 + 1 + WHEN + if with_severity { 7 } else { 0 } + if with_owner { owner + 1 } else { 0 };
    let mut cells = vec![
        Span::styled(if is_selected { marks::SELECTED } else { " " }, theme.accent),
        cell(mark, 2, Align::Left, style),
        cell(&shared.unit_name(case.matters.unit), unit, Align::Left, theme.text),
        Span::raw(" "),
        cell(&format!("{again}{}", what(case, matter)), width.saturating_sub(taken), Align::Left, theme.text),
        Span::raw(" "),
    ];
    if with_owner {
        let (words, style) = self::owner(case, matter, lang, theme);
        cells.extend([cell(&words, owner, Align::Left, style), Span::raw(" ")]);
    }
    if with_severity {
        let grave = matter.severity.map(|severity| say(lang, words::severity(severity))).unwrap_or_default();
        cells.extend([cell(&grave, 6, Align::Left, theme.dim), Span::raw(" ")]);
    }
    cells.push(cell(&when(matter, lang, today), WHEN, Align::Left, style));
    cells
}

fn mark(matter: &Matter, theme: &Theme, today: NaiveDate) -> (&'static str, Style) {
    if matter.strength {
        return (marks::DONE, theme.good);
    }
    match matter.stage {
        Stage::Declared => return (marks::READY, theme.warn),
        Stage::Verified => return (marks::DONE, theme.good),
        Stage::Withdrawn => return (marks::NOT_APPLICABLE, theme.dim),
        Stage::Open => {}
    }
    match matter.state(today) {
        State::Overdue(_) => (marks::OVERDUE, theme.bad),
        State::DueSoon(_) => (marks::DUE_SOON, theme.warn),
        State::NoDay => (marks::NOT_VERIFIED, theme.warn),
        State::Later(_) => (" ", theme.text),
    }
}

/// What is to be done; of a finding by itself what was found. On one line.
pub(super) fn what(case: &Gathered, matter: &Matter) -> String {
    let words = match &matter.number {
        Number::Recommendation(id) => case.matters.recommendations.get(id).map(|what| &what.action),
        Number::Finding(id) => case.matters.findings.get(id).map(|finding| &finding.condition),
    };
    words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" ")).unwrap_or_default()
}

pub(super) fn owner(case: &Gathered, matter: &Matter, lang: Lang, theme: &Theme) -> (String, Style) {
    let owner = match &matter.number {
        Number::Recommendation(id) => case.matters.recommendations.get(id).map_or("", |what| what.owner.trim()),
        Number::Finding(_) => return (String::new(), theme.dim),
    };
    if owner.is_empty() { (say(lang, key::FINDINGS_NO_OWNER), theme.warn) } else { (owner.to_owned(), theme.text) }
}

/// The day and how far it is; of a matter without one, why.
pub(super) fn when(matter: &Matter, lang: Lang, today: NaiveDate) -> String {
    let far = match matter.state(today) {
        _ if matter.strength => return say(lang, key::FINDING_STRENGTH),
        _ if matter.stage != Stage::Open => return say(lang, words::stage(matter.stage)),
        State::NoDay if matches!(matter.number, Number::Finding(_)) => {
            return say(lang, key::FINDINGS_NO_RECOMMENDATION);
        }
        State::NoDay => return say(lang, key::FINDINGS_NO_DAY),
        State::Overdue(days) => say_with(lang, key::QUEUE_DAYS_OVER, &[("days", days.into())]),
        State::DueSoon(0) => say(lang, key::QUEUE_TODAY),
        State::DueSoon(days) | State::Later(days) => say_with(lang, key::QUEUE_IN_DAYS, &[("days", days.into())]),
    };
    format!("{} {far}", matter.due.map(day_of).unwrap_or_default())
}
