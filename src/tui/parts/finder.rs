//! A line of words over a list that they filter, and the row in hand: what the palette and the help page share. What the words find is
//! theirs.

use super::{
    cursor::Cursor,
    field::{edit_by_command, edit_text},
};
use crate::{
    keymap::{command::Command, key::Key},
    text::EditBuffer,
};

/// Words being typed over a list.
#[derive(Debug, Default)]
pub struct Finder {
    typed: EditBuffer,
    cursor: Cursor,
}

impl Finder {
    /// The words typed so far.
    #[must_use]
    pub fn words(&self) -> &str {
        self.typed.text()
    }

    /// The row in hand.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.cursor.at()
    }

    /// The words selected.
    #[must_use]
    pub fn selected(&self) -> &str {
        self.typed.selected()
    }

    /// Takes another row in hand, or the last one when there are fewer.
    pub fn set(&mut self, at: usize, rows: usize) {
        self.cursor.set(at, rows);
    }

    /// What a row of so many columns shows of the words, and the caret's column in it.
    #[must_use]
    pub fn window(&self, columns: usize) -> ([&str; 3], usize) {
        self.typed.window(columns)
    }

    /// Takes words typed or pasted; the best of what they find comes to hand.
    pub fn insert(&mut self, words: &str) {
        self.typed.insert(words);
        self.cursor = Cursor::default();
    }

    /// Takes a key that edits the words.
    pub fn edit(&mut self, pressed: Key) {
        if edit_text(&mut self.typed, pressed, usize::MAX, 1) {
            self.cursor = Cursor::default();
        }
    }

    /// Follows a command of the line or of the list of `rows` rows, `page` of them on the screen. `false` when it is none of theirs.
    pub fn follow(&mut self, command: Command, rows: usize, page: usize) -> bool {
        if !edit_by_command(&mut self.typed, command) {
            return self.cursor.follow(command, rows, page);
        }
        self.cursor = Cursor::default();
        true
    }
}
