//! What a keymap file says of one command, and where it says so. Read by `load`, judged by `check`.

use super::{Binding, command::Command, context::Context};
use crate::{i18n::Message, intake::Mistake};

/// Line and column of something in a file, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    line: usize,
    column: usize,
}

impl Place {
    /// The beginning of a file.
    pub(super) const START: Self = Self { line: 1, column: 1 };

    /// The place of a byte of `text`; its end when the byte lies behind it.
    pub(super) fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// A mistake here.
    pub(super) const fn mistake(self, what: Message, nearest: Option<String>) -> Mistake {
        Mistake { line: self.line, column: self.column, what, nearest }
    }
}

/// What a file says of one command in one context. Places are those of the file that is being checked; the map below it has none.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub context: Context,
    pub command: Command,
    /// Where the command's name stands.
    pub place: Option<Place>,
    /// Its keys, each with its place.
    pub bindings: Vec<(Binding, Option<Place>)>,
    /// Whether some of its keys could not be read.
    pub broken: bool,
}
