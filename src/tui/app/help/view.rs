//! Draws the help page: the line in which is searched, the keys below it.

use super::{App, Page, rows};
use crate::{
    i18n::{Lang, key, say, say_with},
    text::width::Align,
    tui::ui::{
        Frame,
        layout::first_row,
        search::typed,
        widgets::{cell, lines, page, wrapped},
    },
};
use ratatui::{layout::Rect, text::Line};

pub(in crate::tui::app) fn draw(app: &App, open: &Page, frame: &mut Frame, area: Rect, lang: Lang) {
    let theme = &app.theme;
    let title = say_with(lang, key::HELP_TITLE, &[("keymap", app.keymap_name(lang).into())]);
    let inner = page(frame, area, &title, theme);
    let inner = typed(&open.finder, frame, inner, &say(lang, key::HELP_SEARCH), theme);
    let rows = rows(&app.keymap, app.screen().context(), lang, usize::from(inner.width), open.finder.words());
    if rows.is_empty() {
        return lines(frame, inner, wrapped(&say(lang, key::HELP_NOTHING), inner.width, theme.dim));
    }
    let at = open.finder.at();
    let first = first_row(at, rows.len(), usize::from(inner.height));
    let shown = rows.iter().enumerate().skip(first).take(usize::from(inner.height));
    let words = shown.map(|(row, text)| {
        let style = if row == at { theme.selected } else { theme.text };
        Line::from(cell(text, inner.width, Align::Left, style))
    });
    lines(frame, inner, words.collect());
}
