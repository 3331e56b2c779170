//! The seal on the unit's score of itself: it is hidden while the team judges, so that it pulls nobody's rating, and opened beside what
//! was found when every item has a mark.

use super::{
    inspection::Inspection,
    score::{Assessment, ItemState},
    self_score::SelfScore,
    share::Share,
};

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
