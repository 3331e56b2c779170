//! A box over the walk that only shows: the guidance of the item whole, or what last time says of it. Any key that does not scroll
//! closes it and is then followed.

use crate::{keymap::command::Command, tui::parts::cursor::Cursor};

/// What a box shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Guidance,
    LastTime,
}

/// An open box, and the first row it shows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub(super) what: What,
    pub(super) top: Cursor,
}

impl Reading {
    pub(super) fn new(what: What) -> Self {
        Self { what, top: Cursor::default() }
    }

    /// Scrolls through `rows` rows, `page` of them on the screen. `false` when the command does something else.
    pub(super) fn follow(&mut self, command: Command, rows: usize, page: usize) -> bool {
        self.top.follow(command, (rows + 1).saturating_sub(page), page)
    }

    /// The first row of `rows` that a box of `height` shows.
    pub(super) fn first(&self, rows: usize, height: usize) -> usize {
        self.top.at().min(rows.saturating_sub(height))
    }

    /// The command that opens and closes it.
    pub(super) fn command(&self) -> Command {
        match self.what {
            What::Guidance => Command::ShowGuidance,
            What::LastTime => Command::ShowLastTime,
        }
    }
}
