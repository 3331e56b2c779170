//! Draws the preview.

use super::Preview;
use crate::{
    i18n::{key, say},
    text::width::fitting,
    tui::{
        shared::Shared,
        ui::{
            form,
            theme::Theme,
            widgets::{heading, lines, wrapped},
        },
    },
};
use ratatui::{Frame, layout::Rect, text::Line};

pub(super) fn draw(screen: &Preview, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let place =
        if screen.rows.is_empty() { String::new() } else { format!(" {}/{}", screen.top.at() + 1, screen.rows.len()) };
    let inner = heading(frame, area, &format!("{}{place}", screen.title), theme);
    if screen.rows.is_empty() {
        lines(frame, inner, wrapped(&say(lang, key::PREVIEW_BUILDING), inner.width, theme.dim));
    }
    let shown = screen.rows.iter().skip(screen.top.at()).take(usize::from(inner.height));
    let from = screen.left;
    lines(frame, inner, shown.map(|row| Line::styled(skip_columns(row, from).to_owned(), theme.text)).collect());
    if let Some(open) = &screen.form {
        form::draw(open, frame, area, lang, theme);
    }
}

/// A row without its first columns, for screens narrower than the page.
fn skip_columns(row: &str, columns: usize) -> &str {
    row.get(fitting(row, columns).len()..).unwrap_or_default()
}
