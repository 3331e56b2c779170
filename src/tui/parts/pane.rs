//! A list with its search and the form over it: what most screens are. Which row is in hand, what is being typed, and what a key means to
//! them, the same everywhere; the rows themselves, what words find, and what saving does are the screen's.

use super::{
    cursor::Cursor,
    form::{Form, Outcome},
    search::Search,
};
use crate::keymap::{command::Command, context::Context, key::Key};
use chrono::{DateTime, FixedOffset};

/// A list of so many rows, one of them in hand; the words that are searched for in it; the form that is open over it.
#[derive(Debug, Default)]
pub struct Pane {
    rows: usize,
    cursor: Cursor,
    /// The words searched for.
    pub search: Search,
    /// The open form.
    pub form: Option<Form>,
}

/// What a command was to a pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Followed {
    /// Nothing: it is the screen's.
    Not,
    /// All that was to be done is done.
    Done,
    /// Another row may be in hand.
    Moved,
    /// Other words are searched for.
    Searched,
    /// The form's fields are in order and are to be saved.
    Saves,
}

impl Pane {
    /// A list of so many rows.
    #[must_use]
    pub fn of(rows: usize) -> Self {
        Self { rows, ..Self::default() }
    }

    /// The row in hand.
    #[must_use]
    pub const fn at(&self) -> usize {
        self.cursor.at()
    }

    /// The same, to be told.
    #[must_use]
    pub const fn cursor(&self) -> Cursor {
        self.cursor
    }

    /// Brings a row to hand, or the last one when there are fewer.
    pub fn set(&mut self, at: usize) {
        self.cursor.set(at, self.rows);
    }

    /// The list has so many rows from now on, and the one at `at` is in hand.
    pub fn fill(&mut self, rows: usize, at: usize) {
        self.rows = rows;
        self.set(at);
    }

    /// Where keys are looked up: in the form, in the search, else where the screen says.
    #[must_use]
    pub const fn context(&self, own: Context) -> Context {
        match (&self.form, self.search.is_open()) {
            (Some(_), _) => Context::Form,
            (None, true) => Context::Search,
            (None, false) => own,
        }
    }

    /// Follows a command: the open form's, else the open search's, else that of the list. `page` rows are on the screen.
    pub fn follow(&mut self, command: Command, now: DateTime<FixedOffset>, page: usize) -> Followed {
        if let Some(form) = &mut self.form {
            return match form.follow(command, now) {
                Outcome::Open => Followed::Done,
                Outcome::Save => Followed::Saves,
                Outcome::Cancel => {
                    self.form = None;
                    Followed::Done
                }
            };
        }
        if self.search.is_open() && self.search.follow(command) {
            return Followed::Searched;
        }
        if self.cursor.follow(command, self.rows, page) {
            return Followed::Moved;
        }
        if self.search.is_open() { Followed::Done } else { Followed::Not }
    }

    /// Takes words typed or pasted. `true` when other words are searched for.
    pub fn insert(&mut self, words: &str) -> bool {
        match &mut self.form {
            Some(form) => form.insert(words),
            None => return self.search.insert(words),
        }
        false
    }

    /// Takes a key that edits. `true` when other words are searched for.
    pub fn edit(&mut self, pressed: Key) -> bool {
        match &mut self.form {
            Some(form) => form.edit(pressed),
            None => return self.search.edit(pressed),
        };
        false
    }

    /// The keys worth a hint while a form or a search is open.
    #[must_use]
    pub fn hints(&self) -> Option<Vec<Command>> {
        match &self.form {
            Some(form) => Some(form.hints()),
            None => self.search.is_open().then(|| vec![Command::AcceptSearch, Command::LeaveSearch]),
        }
    }
}
