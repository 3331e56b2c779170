//! Draws a dialog over a screen.

use super::{
    layout::centred,
    theme::Theme,
    widgets::{lines, popup, wrapped},
};
use crate::{i18n::Lang, tui::parts::dialog::Dialog};
use ratatui::{Frame, layout::Rect, text::Line};

/// Draws the dialog in the middle of `area`; `hints` are its keys.
pub fn draw(dialog: &Dialog, hints: Line<'static>, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let width = area.width.saturating_sub(4).min(76);
    let mut rows = Vec::new();
    for paragraph in &dialog.body {
        rows.extend(wrapped(&paragraph.to(lang), width.saturating_sub(4), theme.text));
    }
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(4);
    let inner = popup(frame, centred(area, width, height), &dialog.title.to(lang), theme);
    // In a small window the end of the words gives way, never the keys.
    let room = usize::from(inner.height.saturating_sub(2));
    if rows.len() > room {
        rows.truncate(room.saturating_sub(1));
        rows.push(Line::styled("…", theme.dim));
    }
    rows.push(Line::default());
    rows.push(hints);
    lines(frame, Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner }, rows);
}
