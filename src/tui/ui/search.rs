//! Draws the line of a search over a list, and that of the palette and the help page; the real cursor stands at the caret while words are typed.

use super::{
    frame::Frame,
    theme::Theme,
    widgets::{line, marked},
};
use crate::{
    text::width::truncate,
    tui::parts::{finder::Finder, search::Search},
};
use ratatui::{
    layout::{Constraint, Layout, Position, Rect},
    text::{Line, Span},
};

/// What stands before the words.
const SIGN: &str = " / ";

/// The area of a list that its search leaves for the rows.
#[must_use]
pub fn rows(search: &Search, area: Rect) -> Rect {
    if search.is_on() { divided(area)[1] } else { area }
}

fn divided(area: Rect) -> [Rect; 2] {
    Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area)
}

/// Draws the search at the top of a list's area while it is on.
pub fn draw(search: &Search, frame: &mut Frame, area: Rect, theme: &Theme) {
    if !search.is_on() {
        return;
    }
    let [row, _] = divided(area);
    let sign = u16::try_from(SIGN.len()).unwrap_or(0);
    let (words, caret) = search.window(usize::from(row.width.saturating_sub(sign)));
    let mut spans = vec![Span::styled(SIGN, theme.accent)];
    spans.extend(marked(words, theme.text, theme));
    line(frame, row, Line::from(spans));
    if search.is_open() {
        frame.set_cursor_position(Position::new(row.x + sign + u16::try_from(caret).unwrap_or(0), row.y));
    }
}

/// Draws a line to type in at the top of an area, with the caret in it; while it is empty it says what it is for. The area below it.
pub fn typed(finder: &Finder, frame: &mut Frame, area: Rect, empty: &str, theme: &Theme) -> Rect {
    let [row, _] = divided(area);
    let (words, caret) = finder.window(usize::from(row.width.saturating_sub(2)));
    let mut spans = vec![Span::styled("› ", theme.accent)];
    if words.iter().all(|part| part.is_empty()) {
        spans.push(Span::styled(truncate(empty, usize::from(row.width.saturating_sub(3))).into_owned(), theme.dim));
    } else {
        spans.extend(marked(words, theme.text, theme));
    }
    line(frame, row, Line::from(spans));
    frame.set_cursor_position(Position::new(row.x + 2 + u16::try_from(caret).unwrap_or(0), row.y));
    below(area)
}

/// What such a line leaves of an area: a row of air stands between.
#[must_use]
pub fn below(area: Rect) -> Rect {
    let top = if area.height > 8 { 2 } else { 1 };
    Rect { y: area.y + top.min(area.height), height: area.height.saturating_sub(top), ..area }
}
