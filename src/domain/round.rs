//! A round of inspections: a period, a milestone, and the units planned in it.

use super::{ids::RoundId, period::Period};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a round is held for (letter, clause 4: yearly review, mid-term at the end of 2023, final in 2025).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Milestone {
    /// Yearly review.
    Annual,
    /// Mid-term review.
    MidTerm,
    /// Final review.
    Final,
}

impl Milestone {
    /// All of them, in the order in which they are held.
    pub const ALL: [Self; 3] = [Self::Annual, Self::MidTerm, Self::Final];

    /// The word used in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Annual => "annual",
            Self::MidTerm => "mid-term",
            Self::Final => "final",
        }
    }
}

/// A round of inspections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// As the team named it.
    pub id: RoundId,
    /// Title for screens and reports.
    pub title: String,
    /// The period under review; evidence collected outside it does not count.
    pub period: Period,
    /// What it is held for; nothing when it is none of the letter's reviews.
    pub milestone: Option<Milestone>,
}

impl Round {
    /// The longest id in characters: it stands in lists and in names of files.
    pub const LONGEST_ID: usize = 40;

    /// Whether a team may name a round so: letters, digits and `-_.`, so that `ROUND/UNITCODE` names one inspection and the id can stand
    /// in a file's name.
    #[must_use]
    pub fn is_id(text: &str) -> bool {
        let good = |c: char| c.is_alphanumeric() || "-_.".contains(c);
        !text.is_empty() && text.chars().count() <= Self::LONGEST_ID && text.chars().all(good)
    }

    /// The day that picks the right row of units for this round: its last day, or its first when it is open-ended.
    #[must_use]
    pub fn day(&self) -> Option<NaiveDate> {
        self.period.to.or(self.period.from)
    }

    /// The round it is compared with: the latest of `rounds` that ends before it.
    #[must_use]
    pub fn before<'a>(&self, rounds: impl IntoIterator<Item = &'a Self>) -> Option<&'a Self> {
        rounds.into_iter().filter(|other| other.day() < self.day()).max_by_key(|other| other.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_letters_digits_and_three_marks_and_at_most_forty_of_them() {
        for id in ["2023-so-ket", "đợt_1.2", &"ẵ".repeat(40)] {
            assert!(Round::is_id(id), "{id}");
        }
        for id in ["", "sơ kết", "2023/904", "..\\x", &"x".repeat(41)] {
            assert!(!Round::is_id(id), "{id}");
        }
    }
}
