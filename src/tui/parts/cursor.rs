//! A place in a list.

use crate::keymap::command::Command;

/// Which row of a list is selected. Always within the list it was last moved in; an empty list holds it at 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    at: usize,
}

impl Cursor {
    /// The selected row.
    #[must_use]
    pub const fn at(self) -> usize {
        self.at
    }

    /// Selects a row, or the last one when there are fewer.
    pub fn set(&mut self, at: usize, rows: usize) {
        self.at = at.min(rows.saturating_sub(1));
    }

    /// Follows a movement command within `rows` rows, `page` of them on the screen. `false` when the command is none.
    pub fn follow(&mut self, command: Command, rows: usize, page: usize) -> bool {
        let page = page.max(1);
        let to = match command {
            Command::MoveUp => self.at.saturating_sub(1),
            Command::MoveDown => self.at + 1,
            Command::PageUp => self.at.saturating_sub(page),
            Command::PageDown => self.at + page,
            Command::GoFirst => 0,
            Command::GoLast => rows,
            _ => return false,
        };
        self.set(to, rows);
        true
    }
}
