//! Draws the two views whose rows are words: nominations for praise, and what the head of team is asked. Where no pane stands beside the
//! list, what is known of the selected row stands below it.

use super::{
    super::{
        Rollup,
        reckon::{Figures, Rows, TeamRow},
    },
    bars::each_row,
    detail,
};
use crate::{
    domain::second::Agreement,
    i18n::{decimal_points, key, praise, say, say_with, words},
    text::width::Align,
    tui::{
        shared::Shared,
        ui::{
            Frame, marks,
            theme::Theme,
            widgets::{cell, line, lines},
        },
    },
};
use ratatui::{
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::{Line, Span},
};

/// The rows, and where no pane stands beside them, what is known of the selected one.
pub(super) fn parts(area: Rect, beside: bool, rows: usize) -> (Rect, Option<Rect>) {
    if beside || area.height < 6 {
        return (area, None);
    }
    let most = area.height / 3;
    let rows = u16::try_from(rows).unwrap_or(most).clamp(1, most);
    let [list, _, below] =
        Layout::vertical([Constraint::Length(rows), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    (list, Some(below))
}

pub(super) fn draw(
    screen: &Rollup,
    figures: &Figures,
    frame: &mut Frame,
    (area, beside): (Rect, Option<Rect>),
    shared: &Shared,
    theme: &Theme,
) {
    let (list, below) = parts(area, beside.is_some(), figures.rows.len());
    match &figures.rows {
        Rows::Praise(rows) => each_row(screen, rows, frame, list, theme, |row| {
            let room = list.width.saturating_sub(3);
            let name = shared.unit_name(row.unit);
            let Some(candidate) = screen.praise.candidate(row) else {
                let words = format!("{name} – {}", say(shared.lang(), key::ROLLUP_PRAISE_NOT_YET));
                return vec![Span::raw("  "), cell(&words, room, Align::Left, theme.dim)];
            };
            let words = format!("{name} · {}", praise::candidate(shared.lang(), candidate));
            vec![Span::styled(format!("{} ", marks::DONE), theme.good), cell(&words, room, Align::Left, theme.text)]
        }),
        Rows::Team(rows) => each_row(screen, rows, frame, list, theme, |row| {
            let (mark, words, style) = team_row(row, shared, theme);
            vec![
                Span::styled(format!("{mark} "), style),
                cell(&words, list.width.saturating_sub(3), Align::Left, style),
            ]
        }),
        Rows::Groups(_) | Rows::Models(_) | Rows::Units(_) | Rows::Rounds(_) => {}
    }
    let Some(below) = below else { return };
    let edge = "─".repeat(usize::from(below.width));
    line(frame, Rect { y: below.y.saturating_sub(1), height: 1, ..below }, Line::styled(edge, theme.dim));
    let mut known = detail::of_row(screen, figures, below.width.saturating_sub(2), shared, theme);
    let shown = usize::from(below.height);
    if known.len() > shown {
        let hidden = known.len() + 1 - shown;
        known.truncate(shown.saturating_sub(1));
        let words = say_with(shared.lang(), key::WALK_MORE_BELOW, &[("count", hidden.into())]);
        known.push(Line::styled(words, theme.dim));
    }
    lines(frame, Rect { x: below.x + 1, width: below.width.saturating_sub(1), ..below }, known);
}

pub(super) fn team_row(row: &TeamRow, shared: &Shared, theme: &Theme) -> (&'static str, String, Style) {
    let lang = shared.lang();
    match row {
        TeamRow::Line(near) => {
            let (mark, style) = if near.is_crowded { (marks::FLAG, theme.warn) } else { (" ", theme.text) };
            let args = [
                ("band", words::band(lang, &shared.programme, Some(&near.band)).into()),
                ("line", decimal_points(lang, near.line).into()),
                ("above", near.above.into()),
                ("of", near.of.into()),
            ];
            let told = if near.of == 0 { key::ROLLUP_LINE_NONE } else { key::ROLLUP_LINE_ROW };
            (mark, say_with(lang, told, &args), style)
        }
        TeamRow::Look(id) => {
            let Some(summary) = shared.summaries.get(id) else { return (" ", String::new(), theme.text) };
            let name = shared.called(summary);
            let Some(looked) = summary.second.as_ref().filter(|_| summary.signed_at.is_some()) else {
                let args =
                    [("look", (&*name).into()), ("done", summary.answered.into()), ("items", summary.items.into())];
                return (marks::UNDERWAY, say_with(lang, key::ROLLUP_LOOK_OPEN, &args), theme.dim);
            };
            let agreement = Agreement::of(&looked.pairs);
            let args = [("look", (&*name).into()), ("same", agreement.same.into()), ("both", agreement.both.into())];
            (marks::DONE, say_with(lang, key::ROLLUP_LOOK_DONE, &args), theme.text)
        }
    }
}
