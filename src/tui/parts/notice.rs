//! What happened last, in one line.

use crate::i18n::Message;

/// How a notice weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Something was done.
    Done,
    /// Something wants attention.
    Warning,
    /// Something failed.
    Failure,
}

/// One line about what happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its words.
    pub what: Message,
    /// Its weight.
    pub weight: Weight,
}

impl Notice {
    /// Something was done.
    #[must_use]
    pub fn done(what: impl Into<Message>) -> Self {
        Self { what: what.into(), weight: Weight::Done }
    }
    /// Something wants attention.
    #[must_use]
    pub fn warning(what: impl Into<Message>) -> Self {
        Self { what: what.into(), weight: Weight::Warning }
    }
    /// Something failed.
    #[must_use]
    pub fn failure(what: impl Into<Message>) -> Self {
        Self { what: what.into(), weight: Weight::Failure }
    }
}
