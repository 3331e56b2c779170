//! The visit to one drawn model: a short walk over the programme's items of the kind `model`. What many visits prove is `sample`'s.

use super::{
    answer::Answer,
    ids::{EvidenceId, ItemId},
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was recorded at one drawn model.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Verification {
    /// The day of the visit.
    pub on: Option<NaiveDate>,
    /// The marks of the programme's items for models.
    pub answers: BTreeMap<ItemId, Answer>,
    /// The pieces of evidence collected there.
    pub evidence: BTreeSet<EvidenceId>,
    /// What was seen, in words; may be empty.
    pub note: String,
}

/// What a visit found. The programme says from which level of which item ([`crate::domain::programme::ModelVisit`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Running as registered.
    Verified,
    /// There, but not as registered: neither verified nor failed.
    Partly,
    /// Not running.
    Failed,
}

impl Verdict {
    /// All of them, best first.
    pub const ALL: [Self; 3] = [Self::Verified, Self::Partly, Self::Failed];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Verified => "verified",
            Self::Partly => "partly",
            Self::Failed => "failed",
        }
    }
}
