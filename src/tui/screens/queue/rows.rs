//! Which inspections the queue shows.

use crate::{
    domain::inspection::State,
    i18n::{Key, key},
};
use chrono::{Days, NaiveDate};

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

/// Whether it is not signed and due within seven days from `today`, today among them.
#[must_use]
pub fn is_due_soon(state: State, due: Option<NaiveDate>, today: NaiveDate) -> bool {
    let week = today.checked_add_days(Days::new(7)).unwrap_or(today);
    state != State::Signed && due.is_some_and(|due| due >= today && due <= week)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_soon_is_from_today_to_the_same_weekday_and_nothing_signed() {
        let today = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day");
        assert!(!is_due_soon(State::Planned, None, today), "without a day it is never due");
        for (days, soon) in [(-1, false), (0, true), (7, true), (8, false)] {
            let due = Some(today + chrono::TimeDelta::days(days));
            assert_eq!(is_due_soon(State::Underway, due, today), soon, "{days} days from today");
        }
        assert!(!is_due_soon(State::Signed, Some(today), today));
    }
}
