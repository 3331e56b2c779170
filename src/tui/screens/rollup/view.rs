//! Draws the roll-up: which view and which round, the whole, the rows, and – where there is room – what is known of the selected row.

mod bars;
mod detail;
mod funnel;
mod heat;
mod questions;

use super::{
    Rollup, name_of, place_of,
    reckon::{Figures, Opened, Rows, TeamRow, View},
};
use crate::{
    domain::{
        programme::Section,
        rollup::{Group, GroupKey, Statistics},
        share::Share,
        unit::Tier,
    },
    i18n::{Key, Lang, decimal_points, key, points, samples, say, say_with, signed_points, words},
    text::width::{truncate, width},
    tui::{
        shared::Shared,
        ui::{
            Frame,
            layout::{WIDE, beside, inside, row_at},
            theme::Theme,
            widgets::{footnote, line, lines, panel, wrapped},
        },
    },
};
use chrono::NaiveDate;
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};
use std::collections::HashSet;

/// Where things stand.
struct Places {
    list: Rect,
    detail: Option<Rect>,
    views: Rect,
    whole: Rect,
    rows: Rect,
}

fn places(area: Rect) -> Places {
    let (list, detail) = if area.width >= WIDE {
        let [list, detail] = beside(area, [Constraint::Min(68), Constraint::Length((area.width / 4).max(47))]);
        (list, Some(detail))
    } else {
        (area, None)
    };
    let [views, whole, rows] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(inside(list));
    Places { list, detail, views, whole, rows }
}

/// What can be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// One of the views.
    View(View),
    /// A row of the list.
    Row(usize),
    /// A cell of the heat map: row and section.
    Cell(usize, usize),
}

/// What stands at a place.
pub(super) fn target_at(screen: &Rollup, at: Position, area: Rect, shared: &Shared) -> Option<Target> {
    let Places { views, rows, detail, .. } = places(area);
    if views.contains(at) && screen.opened.is_none() {
        let mut start = views.x;
        return shown_views(screen, shared, views.width).iter().copied().find_map(|view| {
            let end = start + u16::try_from(width(&say(shared.lang(), name_of(view))) + 2).unwrap_or(0);
            let here = (start..end).contains(&at.x);
            start = end;
            here.then_some(Target::View(view))
        });
    }
    let row = |rows: Rect, count| row_at(at, rows, screen.cursor.at(), count).map(Target::Row);
    match &screen.figures.as_ref()?.rows {
        Rows::Groups(groups) => row(bars::group_rows(groups, rows), groups.len()),
        Rows::Rounds(rounds) => row(bars::below(rows, 1), rounds.len()),
        Rows::Units(units) if screen.view == View::Heat => {
            let (row, section) = heat::cell_at(screen, units.len(), at, rows, shared.programme.sections.len())?;
            Some(section.map_or(Target::Row(row), |section| Target::Cell(row, section)))
        }
        Rows::Units(units) => row(bars::below(rows, 1), units.len()),
        Rows::Models(models) => row(bars::below(rows, 1), models.len()),
        Rows::Praise(praise) => row(questions::parts(rows, detail.is_some(), praise.len()).0, praise.len()),
        Rows::Team(team) => row(questions::parts(rows, detail.is_some(), team.len()).0, team.len()),
    }
}

pub(super) fn draw(screen: &Rollup, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, today: NaiveDate) {
    let Places { list, detail, views, whole, rows } = places(area);
    panel(frame, list, &title(screen, shared), theme);
    line(frame, views, view_line(screen, shared, views.width, theme));
    let Some(figures) = &screen.figures else {
        return lines(frame, rows, wrapped(&say(shared.lang(), key::ROLLUP_NO_ROUND), rows.width, theme.dim));
    };
    let words = whole_line(screen, figures, shared, usize::from(whole.width.saturating_sub(1)));
    line(frame, whole, Line::styled(format!(" {words}"), theme.text));
    if figures.rows.len() == 0 {
        let why = empty(screen, figures);
        return lines(frame, rows, wrapped(&say(shared.lang(), why), rows.width, theme.dim));
    }
    match &figures.rows {
        Rows::Groups(groups) => bars::draw_groups(screen, groups, frame, rows, shared, theme),
        Rows::Rounds(rounds) => bars::draw_rounds(screen, rounds, frame, rows, shared, theme),
        Rows::Units(units) if screen.view == View::Heat => heat::draw(screen, units, frame, rows, shared, theme),
        Rows::Models(models) => funnel::draw(screen, models, frame, rows, shared, theme),
        Rows::Units(units) => bars::draw_units(screen, units, frame, rows, shared, theme),
        Rows::Praise(_) | Rows::Team(_) => questions::draw(screen, figures, frame, (rows, detail), shared, theme),
    }
    footnote(frame, list, &format!("{}/{}", screen.cursor.at() + 1, figures.rows.len()), theme.dim);
    if let Some(detail) = detail {
        detail::draw(screen, figures, frame, detail, shared, theme, today);
    }
}

/// What the head of team is asked, in a line.
pub(super) fn team_in_words(row: &TeamRow, shared: &Shared) -> String {
    questions::team_row(row, shared, &Theme::mono()).1
}

pub(super) fn title(screen: &Rollup, shared: &Shared) -> String {
    let lang = shared.lang();
    let Some(at) = shared.rounds.iter().position(|round| Some(&round.id) == screen.round.as_ref()) else {
        return say(lang, key::TAB_ROLLUP);
    };
    let args = [
        ("round", shared.rounds[at].title.as_str().into()),
        ("at", (at + 1).into()),
        ("count", shared.rounds.len().into()),
    ];
    say_with(lang, key::ROLLUP_TITLE, &args)
}

/// Why there are no rows.
pub(super) fn empty(screen: &Rollup, figures: &Figures) -> Key {
    match screen.view {
        View::Praise if figures.whole.signed == 0 => key::ROLLUP_NO_GROUP,
        View::Praise => key::ROLLUP_PRAISE_READS,
        View::Models if screen.registers.of(&[]).is_none() => key::FUNNEL_COUNTING,
        View::Models if screen.opened.is_some() => key::FUNNEL_NO_MODELS,
        _ => key::ROLLUP_EMPTY,
    }
}

/// The views whose names fit whole, the one in front among them: from the first on, else the last ones up to it.
fn shown_views(screen: &Rollup, shared: &Shared, room: u16) -> &'static [View] {
    let wide = |view: &View| width(&say(shared.lang(), name_of(*view))) + 2;
    // A column is kept for the mark that more follow.
    let fits = |views: &[View]| {
        let more = usize::from(views.last() != View::ALL.last());
        views.iter().map(wide).sum::<usize>() + more <= usize::from(room)
    };
    let at = place_of(screen.view);
    let first = (0..=at).find(|first| fits(&View::ALL[*first..=at])).unwrap_or(at);
    let end = (at + 1..=View::ALL.len()).rev().find(|end| fits(&View::ALL[first..*end])).unwrap_or(at + 1);
    &View::ALL[first..end]
}

/// The views with the one in front marked; or the way down to what was opened.
fn view_line(screen: &Rollup, shared: &Shared, room: u16, theme: &Theme) -> Line<'static> {
    let lang = shared.lang();
    if let Some(opened) = &screen.opened {
        let name = name_of_opened(opened, shared);
        return Line::styled(format!(" {} › {name}", say(lang, name_of(screen.view))), theme.strong);
    }
    let views = shown_views(screen, shared, room);
    let spans = views.iter().map(|view| {
        let style = if *view == screen.view { theme.selected } else { theme.text };
        Span::styled(format!(" {} ", say(lang, name_of(*view))), style)
    });
    let more = (views.last() != View::ALL.last()).then(|| Span::styled("›", theme.dim));
    Line::from(spans.chain(more).collect::<Vec<_>>())
}

pub(super) fn name_of_opened(opened: &Opened, shared: &Shared) -> String {
    match opened {
        Opened::Group(group) => name(group, shared),
        Opened::Round(round) => shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone()),
    }
}

/// What is known of the selected row, a paragraph each.
pub(super) fn known(screen: &Rollup, figures: &Figures, shared: &Shared, today: NaiveDate) -> Vec<String> {
    let Some((title, rows)) = detail::known(screen, figures, u16::MAX, shared, &Theme::mono(), today) else {
        return Vec::new();
    };
    let rows = rows.iter().map(|row| row.to_string().trim().to_owned());
    std::iter::once(title).chain(rows).filter(|words| !words.is_empty()).collect()
}

/// `đã kiểm tra 12/40 (30 %) · trung bình 61,20 ± 4,10 · …`, as many parts as fit whole; of the trend, over which units.
pub(super) fn whole_line(screen: &Rollup, figures: &Figures, shared: &Shared, room: usize) -> String {
    let lang = shared.lang();
    let whole = &figures.whole;
    if let Rows::Rounds(_) = figures.rows {
        let round = screen.round.as_ref().and_then(|round| shared.round(round));
        let last = round.map_or("", |round| round.title.as_str());
        let words = say_with(lang, key::ROLLUP_TREND_ABOUT, &[("units", whole.signed.into()), ("round", last.into())]);
        return truncate(&words, room).into_owned();
    }
    if let Rows::Models(_) = figures.rows {
        let words = screen
            .registers
            .of(&whole.units)
            .map_or_else(|| say(lang, key::FUNNEL_COUNTING), |census| samples::funnel(lang, census, &whole.sampling));
        return truncate(&words, room).into_owned();
    }
    if let Rows::Praise(rows) = &figures.rows {
        let nominated: HashSet<_> =
            rows.iter().filter(|row| screen.praise.candidate(row).is_some()).map(|row| row.unit).collect();
        let args = [
            ("nominated", nominated.len().into()),
            ("signed", whole.signed.into()),
            ("missing", figures.not_inspected().into()),
        ];
        return truncate(&say_with(lang, key::ROLLUP_PRAISE_WHOLE, &args), room).into_owned();
    }
    let mean = whole.figures.map_or_else(|| say(lang, key::ROLLUP_NOT_ENOUGH), |figures| mean(lang, &figures));
    let mut words = say_with(lang, key::ROLLUP_WHOLE, &[("covered", covered(whole).into()), ("mean", mean.into())]);
    let gap = whole.figures.map(|figures| [("gap", decimal_points(lang, figures.gap).into())]);
    let more = [change(lang, whole), gap.map(|gap| say_with(lang, key::ROLLUP_GAP, &gap))];
    for part in more.into_iter().flatten() {
        if width(&words) + width(&part) + 3 <= room {
            words = format!("{words} · {part}");
        }
    }
    truncate(&words, room).into_owned()
}

/// The name of a group. The bodies of the province itself must not read as the whole province.
pub(super) fn name(key: &GroupKey, shared: &Shared) -> String {
    let lang = shared.lang();
    match key {
        GroupKey::Whole => say(lang, key::ROLLUP_ALL),
        GroupKey::Place(id) => match shared.units.get(*id) {
            Some(place) if place.tier == Tier::Province => {
                say_with(lang, key::ROLLUP_AT_PROVINCE, &[("place", place.name.as_str().into())])
            }
            _ => shared.unit_name(*id),
        },
        GroupKey::Unit(id) => shared.unit_name(*id),
        GroupKey::Kind(id) => words::kind(lang, &shared.programme, id),
        GroupKey::Section(id) => {
            let at = shared.programme.sections.iter().position(|section| section.id == *id);
            at.map_or_else(|| id.to_string(), |at| numbered(at, &shared.programme.sections[at], lang))
        }
    }
}

/// `2. Chất lượng mô hình`: the number is the column of the heat map.
fn numbered(at: usize, section: &Section, lang: Lang) -> String {
    format!("{}. {}", at + 1, section.title.to(lang))
}

/// `3/4 (75 %)`.
pub(super) fn covered(group: &Group) -> String {
    let share = Share::of(group.signed.into(), group.in_scope.into()).unwrap_or_default();
    format!("{}/{} ({} %)", group.signed, group.in_scope, points(share))
}

/// `61,20 ± 4,10`; `±?` where no margin can be given.
pub(super) fn mean(lang: Lang, figures: &Statistics) -> String {
    let mean = decimal_points(lang, figures.mean);
    match figures.margin {
        None => format!("{mean} ±?"),
        Some(margin) => format!("{mean} ± {}", decimal_points(lang, margin)),
    }
}

/// The change since the round before over the same units, if any were inspected in both.
pub(super) fn change(lang: Lang, group: &Group) -> Option<String> {
    let (bp, units) = group.change?;
    Some(say_with(lang, key::ROLLUP_CHANGE, &[("points", signed_points(lang, bp).into()), ("units", units.into())]))
}
