//! Draws the settings: what has to be known first, the form below.

use super::Settings;
use crate::{
    i18n::{Lang, key, say},
    tui::ui::{
        form,
        theme::Theme,
        widgets::{lines, wrapped},
    },
};
use ratatui::{
    Frame,
    layout::{Constraint, Layout, Rect},
    style::Style,
    text::Line,
};

pub(super) fn draw(screen: &Settings, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let (words, rest) = places(screen, area, lang, theme.dim);
    let width = area.width.saturating_sub(4).min(96);
    let top = Rect { x: area.x + (area.width - width) / 2, width, ..area };
    lines(frame, Rect { height: rest.y - area.y, ..top }, words);
    form::draw(&screen.form, frame, rest, lang, theme);
}

/// Where the form stands.
pub(super) fn form_area(screen: &Settings, area: Rect, lang: Lang) -> Rect {
    places(screen, area, lang, Style::new()).1
}

fn places(screen: &Settings, area: Rect, lang: Lang, style: Style) -> (Vec<Line<'static>>, Rect) {
    let width = area.width.saturating_sub(4).min(96);
    let mut words = wrapped(&say(lang, key::SETTINGS_WHERE), width, style);
    if screen.theme_is_bound {
        words.extend(wrapped(&say(lang, key::SETTINGS_THEME_BOUND), width, style));
    }
    if screen.keymap_is_bound {
        words.extend(wrapped(&say(lang, key::SETTINGS_KEYMAP_BOUND), width, style));
    }
    let rows = u16::try_from(words.len()).unwrap_or(u16::MAX);
    let [_, rest] = Layout::vertical([Constraint::Length(rows), Constraint::Min(8)]).areas(area);
    (words, rest)
}
