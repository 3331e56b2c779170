//! Which inspections the queue shows.

use crate::{
    domain::{inspection::State, summary::is_due_soon},
    i18n::{Key, key},
};
use chrono::NaiveDate;

/// What the queue shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filter {
    /// Everything that is not signed.
    #[default]
    Pending,
    /// Past its day.
    Overdue,
    /// Due within seven days.
    DueSoon,
    /// Begun.
    Underway,
    /// Waiting for the signature.
    Ready,
    /// Signed.
    Signed,
}

impl Filter {
    /// All, in the order in which they are gone through.
    pub const ALL: [Self; 6] = [Self::Pending, Self::Overdue, Self::DueSoon, Self::Underway, Self::Ready, Self::Signed];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|filter| *filter == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Its name.
    #[must_use]
    pub const fn name(self) -> Key {
        match self {
            Self::Pending => key::FILTER_PENDING,
            Self::Overdue => key::FILTER_OVERDUE,
            Self::DueSoon => key::FILTER_DUE_SOON,
            Self::Underway => key::FILTER_UNDERWAY,
            Self::Ready => key::FILTER_READY,
            Self::Signed => key::FILTER_SIGNED,
        }
    }

    /// Whether it shows an inspection in this state, due on that day, on `today`.
    #[must_use]
    pub fn shows(self, state: State, due: Option<NaiveDate>, today: NaiveDate) -> bool {
        match self {
            Self::Pending => state != State::Signed,
            Self::Overdue => state != State::Signed && due.is_some_and(|due| due < today),
            Self::DueSoon => is_due_soon(state, due, today),
            Self::Underway => state == State::Underway,
            Self::Ready => state == State::Ready,
            Self::Signed => state == State::Signed,
        }
    }
}
