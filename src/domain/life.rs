//! A recommendation's life after it was written down: declared by the unit, verified or opened again by the team, withdrawn, or its
//! delay accepted. Two closings, never one: a paper that says it is done, and somebody who saw that it is. Not for: what is to be
//! done and by when (`recommendation`), or what stands open on a day (`follow_up`).
//!
//! ```text
//!            declared              verified
//!   open ───────────────▶ declared ─────────▶ verified
//!    │ ▲ ◀───────────────────┘ opened again ◀───┘
//!    │ └── delay accepted
//!    └──── withdrawn (opened again with a reason, too)
//! ```

use super::{evidence::Grade, ids::EvidenceKindId, recommendation::Recommendation};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The lowest grade that shows that something was done in fact: seen, counted, or said by somebody outside the leadership.
pub const PROVES: Grade = Grade::E3;

/// Where a recommendation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Nobody has said that it is done.
    #[default]
    Open,
    /// The unit says that it is done; nobody has seen it yet.
    Declared,
    /// Somebody else than the owner found it done.
    Verified,
    /// It is no longer asked for.
    Withdrawn,
}

impl Stage {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 4] = [Self::Open, Self::Declared, Self::Verified, Self::Withdrawn];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Declared => "declared",
            Self::Verified => "verified",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether something is still to be done: by the unit, or by who verifies.
    #[must_use]
    pub const fn is_followed(self) -> bool {
        matches!(self, Self::Open | Self::Declared)
    }
}

/// What shows that something was done in fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Kind of evidence of the programme.
    pub kind: EvidenceKindId,
    /// Its grade on the day of verifying.
    pub grade: Grade,
    /// What was seen, counted or said.
    pub text: String,
    /// Where, or who said it.
    pub source: String,
}

/// One thing that happened to a recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// The unit says that it is done.
    Declared {
        /// Who says so.
        by: String,
        /// The day on which it was said.
        on: NaiveDate,
        /// On what paper; blank when it was only said.
        paper: String,
    },
    /// It was found done in fact.
    Verified {
        /// Who found it so; not the owner, nor who declared it.
        by: String,
        /// The day on which it was seen.
        on: NaiveDate,
        /// What shows it.
        proof: Proof,
    },
    /// It was not done after all, or not for long: it is to be done again.
    Reopened {
        /// Why.
        why: String,
    },
    /// A later day was accepted.
    Delayed {
        /// The new day.
        until: NaiveDate,
        /// Who accepted it.
        by: String,
        /// Why.
        why: String,
    },
    /// It is no longer asked for.
    Withdrawn {
        /// Why.
        why: String,
    },
}

/// A deed, and who wrote it down when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// When it was written down.
    pub at: DateTime<FixedOffset>,
    /// Who wrote it down.
    pub recorded_by: String,
    /// What happened.
    pub deed: Deed,
}

/// Why a deed cannot happen now. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Unfit {
    /// It does not follow on where the recommendation stands.
    #[error("a recommendation that is {0:?} does not take this step")]
    NotFrom(Stage),
    /// A name, a reason or the words of the proof are missing.
    #[error("a name, a reason or the words of the proof are missing")]
    Blank,
    /// The evidence carries less than [`PROVES`].
    #[error("evidence of grade {0} verifies nothing; it takes E3 or more")]
    Weak(Grade),
    /// Whoever must do it, or declared it, would verify it.
    #[error("who must do it or declared it does not verify it")]
    OwnWork,
    /// The day of the deed is still to come.
    #[error("the day is still to come")]
    Ahead,
    /// The new day of a delay is not later than the day it replaces, or than the day of accepting it.
    #[error("the new day of a delay must be later than the old one and than today")]
    NotLater,
}

/// Everything that happened to a recommendation, oldest first. A life that breaks the order of [`Stage`]s cannot be made, nor read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<Step>", into = "Vec<Step>")]
pub struct Life {
    steps: Vec<Step>,
    stage: Stage,
}

impl Life {
    /// The steps, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Where it stands.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// The day by which it is to be done: the last accepted delay, else the day first set.
    #[must_use]
    pub fn due(&self, first_set: Option<NaiveDate>) -> Option<NaiveDate> {
        let delays = self.steps.iter().rev().filter_map(|step| match step.deed {
            Deed::Delayed { until, .. } => Some(until),
            _ => None,
        });
        delays.chain(first_set).next()
    }

    /// Whether it was ever verified.
    #[must_use]
    pub fn was_verified(&self) -> bool {
        self.steps.iter().any(|step| matches!(step.deed, Deed::Verified { .. }))
    }

    /// Whether it was opened again after it had been verified.
    #[must_use]
    pub fn did_not_last(&self) -> bool {
        let verified = self.steps.iter().position(|step| matches!(step.deed, Deed::Verified { .. }));
        let after = verified.and_then(|at| self.steps.get(at..)).unwrap_or_default();
        after.iter().any(|step| matches!(step.deed, Deed::Reopened { .. }))
    }

    /// The life with one deed more, written down by `recorded_by` at `at`, which says what day it is.
    ///
    /// # Errors
    /// [`Unfit`] when the deed cannot happen now.
    pub fn then(
        &self,
        what: &Recommendation,
        deed: Deed,
        recorded_by: &str,
        at: DateTime<FixedOffset>,
    ) -> Result<Self, Unfit> {
        let today = at.date_naive();
        match &deed {
            Deed::Declared { on, .. } if *on > today => return Err(Unfit::Ahead),
            Deed::Verified { on, .. } if *on > today => return Err(Unfit::Ahead),
            Deed::Verified { by, .. } if self.is_work_of(what, by) => return Err(Unfit::OwnWork),
            Deed::Delayed { until, .. } if *until <= today || self.due(what.due).is_some_and(|due| *until <= due) => {
                return Err(Unfit::NotLater);
            }
            _ => {}
        }
        let mut life = self.clone();
        life.push(Step { at, recorded_by: recorded_by.trim().to_owned(), deed: trimmed(deed) })?;
        Ok(life)
    }

    /// Whether `who` must do it, or declared it last.
    fn is_work_of(&self, what: &Recommendation, who: &str) -> bool {
        let declared = self.steps.iter().rev().find_map(|step| match &step.deed {
            Deed::Declared { by, .. } => Some(by.as_str()),
            _ => None,
        });
        names_one(&what.owner, who) || declared.is_some_and(|by| names_one(by, who))
    }

    fn push(&mut self, step: Step) -> Result<(), Unfit> {
        if blank(&step.deed) {
            return Err(Unfit::Blank);
        }
        self.stage = match (self.stage, &step.deed) {
            (Stage::Open, Deed::Declared { .. }) => Stage::Declared,
            (Stage::Declared, Deed::Verified { proof, .. }) if proof.grade < PROVES => {
                return Err(Unfit::Weak(proof.grade));
            }
            (Stage::Declared, Deed::Verified { .. }) => Stage::Verified,
            (Stage::Open, Deed::Delayed { .. })
            | (Stage::Declared | Stage::Verified | Stage::Withdrawn, Deed::Reopened { .. }) => Stage::Open,
            (Stage::Open | Stage::Declared, Deed::Withdrawn { .. }) => Stage::Withdrawn,
            (stage, _) => return Err(Unfit::NotFrom(stage)),
        };
        self.steps.push(step);
        Ok(())
    }
}

impl TryFrom<Vec<Step>> for Life {
    type Error = Unfit;

    fn try_from(steps: Vec<Step>) -> Result<Self, Unfit> {
        steps.into_iter().try_fold(Self::default(), |mut life, step| {
            life.push(step)?;
            Ok(life)
        })
    }
}

impl From<Life> for Vec<Step> {
    fn from(life: Life) -> Self {
        life.steps
    }
}

fn blank(deed: &Deed) -> bool {
    let needed: &[&str] = match deed {
        Deed::Declared { by, .. } => &[by],
        Deed::Verified { by, proof, .. } => &[by, &proof.text],
        Deed::Reopened { why } | Deed::Withdrawn { why } => &[why],
        Deed::Delayed { by, why, .. } => &[by, why],
    };
    needed.iter().any(|words| words.trim().is_empty())
}

fn trimmed(mut deed: Deed) -> Deed {
    let words: Vec<&mut String> = match &mut deed {
        Deed::Declared { by, paper, .. } => vec![by, paper],
        Deed::Verified { by, proof, .. } => vec![by, &mut proof.text, &mut proof.source],
        Deed::Reopened { why } | Deed::Withdrawn { why } => vec![why],
        Deed::Delayed { by, why, .. } => vec![by, why],
    };
    for words in words {
        *words = words.trim().to_owned();
    }
    deed
}

/// Whether two texts name the same person or body: the words of one stand together in the other, whatever is written large.
fn names_one(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
        parts.map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let (long, short) = if a.len() < b.len() { (b, a) } else { (a, b) };
    !short.is_empty() && long.windows(short.len()).any(|window| window == short)
}

#[cfg(test)]
mod tests;
