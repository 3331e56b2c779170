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
    lines(frame, Rect { x: area.x + margin, width, ..top }, words);
    form::draw(&screen.form, frame, rest, screen.lang, theme);
}
