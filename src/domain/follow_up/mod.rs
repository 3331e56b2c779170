//! Following up: what inspections leave to be done, where each matter stands on a day, which comes first, and what is brought up again
//! at the unit's next inspection. The one rule for screens, texts and the command line. Not for: what may happen to a recommendation
//! (`life`), or counting over many inspections (`standing`).

mod earlier;
mod matters;

pub use earlier::{Earlier, EarlierShortfall, OpenMatter, repeats};
pub use matters::{Matters, answers, narrow};

use super::{
    finding::Severity,
    ids::{FindingId, RecommendationId},
    life::Stage,
};
use chrono::NaiveDate;
use std::cmp::Reverse;

/// Days ahead within which a matter is due soon, the last among them.
pub const SOON: i64 = 30;

/// The number of a matter within its inspection.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Number {
    /// A recommendation.
    Recommendation(RecommendationId),
    /// A finding that is followed by itself: a shortfall that no recommendation answers, or a strength.
    Finding(FindingId),
}

impl Number {
    /// As people write it: `K-01`, `F-02`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Recommendation(id) => id.as_str(),
            Self::Finding(id) => id.as_str(),
        }
    }
}

/// Where a matter stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Its day has passed, by so many days, at least 1.
    Overdue(i64),
    /// Its day comes within [`SOON`] days, in so many; today is 0.
    DueSoon(i64),
    /// Its day is further away, by so many days.
    Later(i64),
    /// No day was set.
    NoDay,
}

/// Where a matter with this day stands on `today`.
#[must_use]
pub fn state(due: Option<NaiveDate>, today: NaiveDate) -> State {
    let Some(due) = due else { return State::NoDay };
    match (due - today).num_days() {
        days if days < 0 => State::Overdue(-days),
        days if days <= SOON => State::DueSoon(days),
        days => State::Later(days),
    }
}

/// One matter to follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// Its number.
    pub number: Number,
    /// By when, accepted delays counted in.
    pub due: Option<NaiveDate>,
    /// Where it stands; a finding that is followed by itself is always open.
    pub stage: Stage,
    /// Whether somebody was named who must do it.
    pub has_owner: bool,
    /// The gravest shortfall it stands for; `None` when it stands for none.
    pub severity: Option<Severity>,
    /// It is a strength: nothing to be done, something to be told.
    pub strength: bool,
}

impl Matter {
    /// Where its day stands on `today`. What is closed has no day that counts.
    #[must_use]
    pub fn state(&self, today: NaiveDate) -> State {
        state(self.due, today)
    }

    /// What comes first: the earliest day, matters without a day last; of one day the gravest.
    #[must_use]
    pub fn place(&self) -> impl Ord + use<> {
        (self.due.is_none(), self.due, Reverse(self.severity))
    }
}

/// Which matters are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Everything that is to be done, and that nobody has said is done.
    #[default]
    Open,
    /// Of these, past its day.
    Overdue,
    /// Of these, due within [`SOON`] days.
    DueSoon,
    /// Of these, to be done by nobody named, or by no day: nobody can be urged.
    Unassigned,
    /// Said to be done, waiting for somebody to go and see.
    Declared,
    /// Found done in fact.
    Verified,
    /// No longer asked for.
    Withdrawn,
    /// The strengths.
    Strengths,
}

impl Which {
    /// All, in the order in which they are gone through.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Overdue,
        Self::DueSoon,
        Self::Unassigned,
        Self::Declared,
        Self::Verified,
        Self::Withdrawn,
        Self::Strengths,
    ];

    /// The next one, around.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|which| *which == self).map_or(0, |at| at + 1);
        Self::ALL.get(at).copied().unwrap_or_default()
    }

    /// Whether a matter is asked for on `today`.
    #[must_use]
    pub fn takes(self, matter: &Matter, today: NaiveDate) -> bool {
        if matter.strength {
            return self == Self::Strengths;
        }
        let open = matter.stage == Stage::Open;
        match self {
            Self::Open => open,
            Self::Overdue => open && matches!(matter.state(today), State::Overdue(_)),
            Self::DueSoon => open && matches!(matter.state(today), State::DueSoon(_)),
            Self::Unassigned => open && (!matter.has_owner || matter.due.is_none()),
            Self::Declared => matter.stage == Stage::Declared,
            Self::Verified => matter.stage == Stage::Verified,
            Self::Withdrawn => matter.stage == Stage::Withdrawn,
            Self::Strengths => false,
        }
    }
}

#[cfg(test)]
mod tests;
