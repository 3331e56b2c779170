//! Draws the first start: what the product is, what the step in hand is for, the form below. A small window keeps the step.

use super::Start;
use crate::{
    i18n::{key, say, say_with},
    tui::ui::{
        Frame, form,
        prose::Prose,
        theme::Theme,
        widgets::{lines, wrapped},
    },
};
use ratatui::{
    layout::{Constraint, Layout, Rect},
    text::Line,
};

/// Rows that the form keeps in any window.
const FORM: u16 = 7;

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
    let lang = screen.lang;
    let width = area.width.saturating_sub(4).min(76);
    let step = screen.form.about().map(|about| wrapped(&say(lang, about), width, theme.accent)).unwrap_or_default();
    let welcome = wrapped(&say(lang, key::START_WELCOME), width, theme.strong);
    let mut whole = Prose::new(width, theme);
    whole.put(&say_with(lang, key::START_WHERE, &[("folder", (&screen.folder).into())]), theme.dim);
    whole.gap();
    let room = usize::from(area.height.saturating_sub(FORM));
    let all = [welcome.clone(), whole.rows(), step.clone()].concat();
    let fits = all.len() < room;
    let rows = [all, [welcome, step.clone()].concat(), step].into_iter().find(|rows| rows.len() <= room);
    let rows = rows.unwrap_or_default();
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).min(area.height.saturating_sub(FORM));
    let [_, top, rest] =
        Layout::vertical([Constraint::Length(u16::from(fits)), Constraint::Length(height), Constraint::Min(FORM)])
            .areas(area);
    let margin = (area.width - width) / 2;
    (rows, Rect { x: area.x + margin, width, ..top }, rest)
}
