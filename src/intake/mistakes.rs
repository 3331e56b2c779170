//! Gathers the mistakes of one file: in the order of their places, and not without end.

use super::{Mistake, nearest::nearest, places::Place};
use crate::{
    i18n::{Message, key},
    text::{sanitise_line, truncate},
};

/// The most mistakes that are listed; whoever has more has taken the wrong file.
pub(super) const MOST: usize = 1000;

/// Among more names than these, or for a longer wrong one (bytes), the nearest is not looked for: it would take too long.
const NAMES: usize = 2000;
const NAME: usize = 200;

/// Columns shown of a wrong value.
const SHOWN: usize = 60;

/// The mistakes found so far.
#[derive(Debug, Default)]
pub(super) struct Mistakes {
    list: Vec<Mistake>,
    more: bool,
}

impl Mistakes {
    /// Notes a mistake.
    pub(super) fn add(&mut self, place: Place, what: impl Into<Message>) {
        self.note(place, what.into(), None);
    }

    /// Notes a wrong name, with the nearest of the right ones.
    pub(super) fn wrong_name<'a>(
        &mut self,
        place: Place,
        what: Message,
        wrong: &str,
        right: impl IntoIterator<Item = &'a str>,
    ) {
        let right: Vec<&str> = right.into_iter().take(NAMES + 1).collect();
        let is_small = wrong.len() <= NAME && right.len() <= NAMES && !self.is_full();
        let near = if is_small { nearest(wrong, right) } else { None };
        self.note(place, what, near.map(str::to_owned));
    }

    fn note(&mut self, (line, column): Place, what: Message, nearest: Option<String>) {
        if self.is_full() {
            self.more = true;
        } else {
            self.list.push(Mistake { line, column, what, nearest });
        }
    }

    /// Whether as many are noted as will be listed.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MOST
    }

    /// `value` when nothing is wrong.
    ///
    /// # Errors
    /// The mistakes in the order of their places; when there were more than are listed, the last says so.
    pub(super) fn unless_any<T>(mut self, value: T) -> Result<T, Vec<Mistake>> {
        if self.list.is_empty() {
            return Ok(value);
        }
        self.list.sort_by_key(|mistake| (mistake.line, mistake.column));
        if let Some(last) = self.list.last().filter(|_| self.more) {
            let (line, column) = (last.line, last.column);
            let what = Message::new(key::FILE_MORE_MISTAKES).with("shown", MOST);
            self.list.push(Mistake { line, column, what, nearest: None });
        }
        Err(self.list)
    }
}

/// A value of a file as a mistake shows it: short, on one line, harmless to a terminal.
pub(super) fn shown(value: &str) -> String {
    truncate(&sanitise_line(value), SHOWN).into_owned()
}
