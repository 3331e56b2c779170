//! What the unit thinks it is worth, said before the visit and sealed while the team judges, so that it pulls nobody's rating.
//! Whether it may still be changed is `edit`'s matter, the question it raises `flags::outside`'s.

use super::{answer::Entry, inspection::Inspection, score::Assessment, score::ItemState, share::Share};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The unit's score of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfScore {
    /// What the unit gives itself, on the scale of the supported score.
    pub share: Share,
    /// Who gave it for the unit.
    pub by: String,
    /// The day on which it was given.
    pub on: NaiveDate,
}

/// Who may see the self-score now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal<'a> {
    /// The unit gave none.
    None,
    /// No item has a mark yet: it may be set, changed and seen.
    Before(&'a SelfScore),
    /// The team is judging. Who gave it and when may be told, the figure not.
    Sealed(&'a SelfScore),
    /// Every item has a mark: it is shown beside what was found.
    Opened(&'a SelfScore, Beside),
}

/// The self-score beside what the evidence carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Beside {
    /// The supported score.
    pub supported: Share,
    /// Self-score − supported, in basis points: above 0 where the unit thinks better of itself than its evidence does.
    pub difference: i32,
}

impl<'a> Seal<'a> {
    /// How the self-score of an inspection stands. `assessment` is that of the same inspection.
    #[must_use]
    pub fn of(inspection: &'a Inspection, assessment: &Assessment) -> Self {
        let Some(score) = &inspection.self_score else { return Self::None };
        if !inspection.has_marks() {
            return Self::Before(score);
        }
        let open = assessment.items.iter().any(|item| item.state == ItemState::Open);
        match assessment.whole.filter(|_| !open) {
            Some(whole) => {
                let difference = i32::from(score.share.bp()) - i32::from(whole.supported.bp());
                Self::Opened(score, Beside { supported: whole.supported, difference })
            }
            None => Self::Sealed(score),
        }
    }
}

impl Inspection {
    /// Whether any item has a mark: from then on the self-score stays as it is.
    #[must_use]
    pub fn has_marks(&self) -> bool {
        self.entries.values().any(|entry: &Entry| entry.answer.is_some())
    }
}
