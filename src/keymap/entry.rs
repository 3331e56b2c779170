//! What a keymap file says of one command, and where it says so. Read by `load`, judged by `check`.

use super::{Binding, command::Command, context::Context};
use crate::{
    i18n::Message,
    intake::{Mistake, places::Place},
};

/// The beginning of a file.
pub(super) const START: Place = (1, 1);

/// A mistake at a place.
pub(super) const fn mistake((line, column): Place, what: Message, nearest: Option<String>) -> Mistake {
    Mistake { line, column, what, nearest }
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
