//! A frame that is being drawn: its cells, where the cursor will stand, and how what the screens left open is finished.

use super::{finish::Finish, theme::Theme};
use crate::domain::look::Signs;
use ratatui::{
    buffer::Buffer,
    layout::{Position, Rect},
    widgets::Widget,
};

/// What screens draw on.
#[derive(Debug, Default)]
pub struct Frame {
    pub(super) cells: Buffer,
    pub(super) cursor: Option<Position>,
    pub(super) finish: Finish,
}

impl Frame {
    /// A blank one.
    pub(super) fn blank(area: Rect) -> Self {
        Self { cells: Buffer::empty(area), ..Self::default() }
    }

    /// Makes it blank again.
    pub(super) fn clear(&mut self) {
        self.cells.reset();
        self.cursor = None;
    }

    /// All of it.
    #[must_use]
    pub fn area(&self) -> Rect {
        self.cells.area
    }

    /// Its cells.
    pub fn buffer_mut(&mut self) -> &mut Buffer {
        &mut self.cells
    }

    /// Draws what the library brings.
    pub fn render_widget(&mut self, widget: impl Widget, area: Rect) {
        widget.render(area, &mut self.cells);
    }

    /// Shows the terminal's cursor at a place; without one it is hidden.
    pub fn set_cursor_position(&mut self, at: Position) {
        self.cursor = Some(at);
    }

    /// In which colours and signs it is finished.
    pub fn finish_in(&mut self, theme: &Theme, signs: Signs) {
        self.finish = Finish { ground: theme.ground, signs };
    }
}
