//! Draws the first start.

use super::Start;
use crate::{
    i18n::{key, say, say_with},
    tui::ui::{
        form,
        theme::Theme,
        widgets::{lines, wrapped},
    },
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    text::Line,
};

pub(super) fn draw(screen: &Start, frame: &mut Frame, area: Rect, theme: &Theme) {
    let (words, top, rest) = places(screen, area, theme);
    lines(frame, top, words);
    form::draw(&screen.form, frame, rest, screen.lang, theme);
}

/// Where the form stands.
pub(super) fn form_area(screen: &Start, area: Rect) -> Rect {
    places(screen, area, &Theme::mono()).2
}

/// What is said above the form, where, and where the form stands.
fn places(screen: &Start, area: Rect, theme: &Theme) -> (Vec<Line<'static>>, Rect, Rect) {
    let width = area.width.saturating_sub(4).min(76);
    let mut words = wrapped(&say(screen.lang, key::START_WELCOME), width, theme.strong);
    words.push(Line::default());
    words.extend(wrapped(
        &say_with(screen.lang, key::START_WHERE, &[("folder", (&screen.folder).into())]),
        width,
        theme.dim,
    ));
    let rows = u16::try_from(words.len()).unwrap_or(6);
    let [_, top, rest] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(rows), Constraint::Min(8)]).areas(area);
    let margin = (area.width - width) / 2;
    (words, Rect { x: area.x + margin, width, ..top }, rest)
}
