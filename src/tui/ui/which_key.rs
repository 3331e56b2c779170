//! Draws the box of a begun sequence: which keys may follow, and what each does. At the foot of the screen, where the eyes are.

use super::{
    frame::Frame,
    layout::words_inside,
    theme::Theme,
    widgets::{lines, popup},
};
use crate::text::width::{Align, pad, truncate, width};
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

/// Draws the keys that may follow with their words over the foot of `area`; in as many columns as there is room for.
pub fn draw(next: &[(String, String)], title: &str, frame: &mut Frame, area: Rect, theme: &Theme) {
    let widest = |part: fn(&(String, String)) -> &String| next.iter().map(|one| width(part(one))).max().unwrap_or(0);
    let (keys, words) = (widest(|one| &one.0) + 2, widest(|one| &one.1) + 3);
    let room = usize::from(area.width.saturating_sub(4)).max(1);
    let across = (room / (keys + words).max(1)).clamp(1, next.len().max(1));
    let down = next.len().div_ceil(across);
    let height = u16::try_from(down + 2).unwrap_or(u16::MAX).min(area.height);
    let place = Rect { y: area.y + area.height - height, height, ..area };
    popup(frame, place, title, theme);
    let rows = (0..down).map(|row| {
        // Down one column, then the next: the order of the file can be read.
        let cells = (0..across).filter_map(|column| next.get(column * down + row)).flat_map(|(pressed, what)| {
            [
                Span::styled(pad(pressed, keys, Align::Left), theme.accent),
                Span::styled(pad(&truncate(what, room), words, Align::Left), theme.text),
            ]
        });
        Line::from(cells.collect::<Vec<_>>())
    });
    lines(frame, words_inside(place), rows.collect());
}
