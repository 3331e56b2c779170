//! Draws a dialog over a screen. The real cursor stands at its answers, where screen readers look.

use super::{
    frame::Frame,
    layout::{areas, centred},
    theme::Theme,
    widgets::{lines, popup, wrapped},
};
use crate::{i18n::Lang, tui::parts::dialog::Dialog};
use ratatui::{
    layout::{Position, Rect},
    style::Style,
    text::Line,
};

/// Rows beside the words: the border, a space and the keys.
const BESIDE: u16 = 4;

/// Draws the dialog in the middle of `area`; `hints` are its keys. In a small window the end of the words waits, never the keys.
pub fn draw(dialog: &Dialog, hints: Line<'static>, frame: &mut Frame, area: Rect, lang: Lang, theme: &Theme) {
    let rows = words(dialog, area, lang, theme.text);
    let (room, last) = reach(rows.len(), area);
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(BESIDE);
    let inner = popup(frame, centred(area, columns(area), height), &dialog.title.to(lang), theme);
    let from = dialog.from.min(last);
    let mut rows: Vec<Line> = rows.into_iter().skip(from).take(room).collect();
    rows.push(if from < last { Line::styled("…", theme.dim) } else { Line::default() });
    let answer = inner.y + u16::try_from(rows.len()).unwrap_or(0);
    rows.push(hints);
    let place = Rect { x: inner.x + 1, width: inner.width.saturating_sub(2), ..inner };
    lines(frame, place, rows);
    // Away from the field of a form below, where letters go no more.
    frame.set_cursor_position(Position::new(place.x, answer.min(inner.bottom().saturating_sub(1))));
}

/// How many rows of the words stand at once in a window of so many columns and rows, and the last row that they can be shown from.
#[must_use]
pub fn reach_in_window(dialog: &Dialog, (columns, rows): (u16, u16), lang: Lang) -> (usize, usize) {
    let body = areas(Rect::new(0, 0, columns, rows)).body;
    reach(words(dialog, body, lang, Style::default()).len(), body)
}

fn reach(rows: usize, area: Rect) -> (usize, usize) {
    let room = usize::from(area.height.saturating_sub(BESIDE));
    (room, rows.saturating_sub(room))
}

fn words(dialog: &Dialog, area: Rect, lang: Lang, style: Style) -> Vec<Line<'static>> {
    let width = columns(area).saturating_sub(4);
    dialog.body.iter().flat_map(|paragraph| wrapped(&paragraph.to(lang), width, style)).collect()
}

fn columns(area: Rect) -> u16 {
    area.width.saturating_sub(4).min(76)
}
