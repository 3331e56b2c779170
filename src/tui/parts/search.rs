//! A search over a list: the words typed so far, and whether they are being typed. What they find is the list's matter.

use super::field::{edit_by_command, edit_text};
use crate::{
    keymap::{command::Command, key::Key},
    text::EditBuffer,
};

/// A search over a list.
#[derive(Debug, Default)]
pub struct Search {
    typed: EditBuffer,
    open: bool,
}

impl Search {
    /// The words typed; empty when nothing is searched.
    #[must_use]
    pub fn words(&self) -> &str {
        self.typed.text()
    }

    /// Whether words are being typed.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.open
    }

    /// Whether the list shows less than all because of it, or may soon.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.open || !self.typed.is_empty()
    }

    /// What a row of so many columns shows of the words, and the caret's column in it.
    #[must_use]
    pub fn window(&self, columns: usize) -> ([&str; 3], usize) {
        self.typed.window(columns)
    }

    /// The words selected; nothing while none are typed.
    #[must_use]
    pub fn selected(&self) -> &str {
        if self.open { self.typed.selected() } else { "" }
    }

    /// Begins to type, behind what was typed before.
    pub const fn open(&mut self) {
        self.open = true;
    }

    /// Forgets the words.
    pub fn clear(&mut self) {
        self.typed.clear();
    }

    /// Follows a command of the search. `false` when it is none.
    pub fn follow(&mut self, command: Command) -> bool {
        match command {
            Command::LeaveSearch => {
                self.open = false;
                self.typed.clear();
            }
            Command::AcceptSearch => self.open = false,
            _ => return edit_by_command(&mut self.typed, command),
        }
        true
    }

    /// Takes words typed or pasted. `false` when nothing is being searched.
    pub fn insert(&mut self, words: &str) -> bool {
        if self.open {
            self.typed.insert(words);
        }
        self.open
    }

    /// Takes a key that edits. `false` when it means nothing here.
    pub fn edit(&mut self, pressed: Key) -> bool {
        self.open && edit_text(&mut self.typed, pressed, usize::MAX, 1)
    }
}
