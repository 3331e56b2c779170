//! Where the recommendations of many inspections stand: counts and rates, from summaries alone.

use super::{
    ids::RecommendationId,
    inspection::Inspection,
    life::{Life, Stage},
    recommendation::Recommendation,
    share::Share,
};
use chrono::NaiveDate;
use std::{borrow::Borrow, iter::Sum};

/// What a summary keeps of one recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize)]
pub struct Standing {
    /// By when, accepted delays counted in.
    pub due: Option<NaiveDate>,
    /// Where it stands.
    pub stage: Stage,
    /// Whether it was ever verified.
    pub was_verified: bool,
    /// Whether it was opened again after that.
    pub did_not_last: bool,
}

impl Standing {
    /// Of one recommendation.
    #[must_use]
    pub fn of(what: &Recommendation, life: Option<&Life>) -> Self {
        let Some(life) = life else { return Self { due: what.due, ..Self::default() } };
        Self {
            due: life.due(what.due),
            stage: life.stage(),
            was_verified: life.was_verified(),
            did_not_last: life.did_not_last(),
        }
    }

    /// Of every recommendation of an inspection.
    #[must_use]
    pub fn all(inspection: &Inspection) -> Vec<Self> {
        let life = |id: &RecommendationId| inspection.lives.get(id);
        inspection.recommendations.iter().map(|(id, what)| Self::of(what, life(id))).collect()
    }

    /// Whether it is open and its day has passed.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.stage == Stage::Open && self.due.is_some_and(|due| due < today)
    }
}

/// How many stand where. Each recommendation is counted once among open, declared, verified and withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Standings {
    /// Nobody has said that they are done.
    pub open: u32,
    /// Of these, past their day.
    pub overdue: u32,
    /// Said to be done, not yet seen.
    pub declared: u32,
    /// Found done in fact.
    pub verified: u32,
    /// No longer asked for.
    pub withdrawn: u32,
    /// Not withdrawn, and their day is today or has passed.
    pub due: u32,
    /// Of those due, found done in fact.
    pub due_and_verified: u32,
    /// Ever found done in fact.
    pub ever_verified: u32,
    /// Of these, opened again since.
    pub did_not_last: u32,
}

impl Standings {
    /// Counts.
    #[must_use]
    pub fn count(standings: impl IntoIterator<Item = impl Borrow<Standing>>, today: NaiveDate) -> Self {
        let mut counts = Self::default();
        for one in standings {
            let one = one.borrow();
            let due = one.stage != Stage::Withdrawn && one.due.is_some_and(|due| due <= today);
            match one.stage {
                Stage::Open => counts.open += 1,
                Stage::Declared => counts.declared += 1,
                Stage::Verified => counts.verified += 1,
                Stage::Withdrawn => counts.withdrawn += 1,
            }
            counts.overdue += u32::from(one.is_overdue(today));
            counts.due += u32::from(due);
            counts.due_and_verified += u32::from(due && one.stage == Stage::Verified);
            counts.ever_verified += u32::from(one.was_verified);
            counts.did_not_last += u32::from(one.did_not_last);
        }
        counts
    }

    /// Share of what was due that was found done; `None` when nothing was due.
    #[must_use]
    pub fn verified_rate(&self) -> Option<Share> {
        rate(self.due_and_verified, self.due)
    }

    /// Share of what was found done that had to be opened again; `None` when nothing was found done.
    #[must_use]
    pub fn reopened_rate(&self) -> Option<Share> {
        rate(self.did_not_last, self.ever_verified)
    }
}

/// Those of several inspections together.
impl Sum for Standings {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, one| Self {
            open: sum.open + one.open,
            overdue: sum.overdue + one.overdue,
            declared: sum.declared + one.declared,
            verified: sum.verified + one.verified,
            withdrawn: sum.withdrawn + one.withdrawn,
            due: sum.due + one.due,
            due_and_verified: sum.due_and_verified + one.due_and_verified,
            ever_verified: sum.ever_verified + one.ever_verified,
            did_not_last: sum.did_not_last + one.did_not_last,
        })
    }
}

fn rate(part: u32, whole: u32) -> Option<Share> {
    Share::of(part.into(), whole.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(due: Option<&str>, stage: Stage, was_verified: bool, did_not_last: bool) -> Standing {
        Standing { due: due.map(|day| day.parse().expect("a day")), stage, was_verified, did_not_last }
    }

    #[test]
    fn each_is_counted_once_and_only_open_ones_are_overdue() {
        let today = "2023-11-15".parse().expect("a day");
        let counts = Standings::count(
            [
                standing(Some("2023-11-14"), Stage::Open, false, false),
                standing(Some("2023-11-15"), Stage::Open, true, true),
                standing(None, Stage::Open, false, false),
                standing(Some("2023-11-01"), Stage::Declared, false, false),
                standing(Some("2023-11-01"), Stage::Verified, true, false),
                standing(Some("2023-12-01"), Stage::Verified, true, false),
                standing(Some("2023-11-01"), Stage::Withdrawn, false, false),
            ],
            today,
        );
        assert_eq!((counts.open, counts.overdue), (3, 1), "its day is not over before midnight");
        assert_eq!((counts.declared, counts.verified, counts.withdrawn), (1, 2, 1));
        assert_eq!((counts.due, counts.due_and_verified), (4, 1), "what was withdrawn is not due");
        assert_eq!(counts.verified_rate().map(Share::bp), Some(2_500));
        assert_eq!(counts.reopened_rate().map(Share::bp), Some(3_333));
        assert_eq!(Standings::default().verified_rate(), None);
    }
}
