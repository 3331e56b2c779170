//! Draws the preview.

use super::Preview;
use crate::{
    i18n::{key, say},
    tui::{
        shared::Shared,
        ui::{
            form,
            theme::Theme,
            widgets::{lines, panel, wrapped},
        },
    },
};
use ratatui::{Frame, layout::Rect, text::Line};

pub(super) fn draw(screen: &Preview, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme) {
    let lang = shared.lang();
    let place =
        if screen.rows.is_empty() { String::new() } else { format!(" {}/{}", screen.top.at() + 1, screen.rows.len()) };
    let inner = panel(frame, area, &format!("{}{place}", screen.title), theme);
    if screen.rows.is_empty() {
        lines(frame, inner, wrapped(&say(lang, key::PREVIEW_BUILDING), inner.width, theme.dim));
    }
    let shown = screen.rows.iter().skip(screen.top.at()).take(usize::from(inner.height));
    lines(frame, inner, shown.map(|row| Line::styled(row.clone(), theme.text)).collect());
    if let Some(open) = &screen.form {
        form::draw(open, frame, area, lang, theme);
    }
}
