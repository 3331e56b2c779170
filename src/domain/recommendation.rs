//! Recommendations: what must be done, by whom, by when, and how it will be checked. Not for: what became of them (`life`).

use super::ids::FindingId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One recommendation of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The findings it answers.
    pub findings: BTreeSet<FindingId>,
    /// What must be done.
    pub action: String,
    /// Who must do it; may be empty, which reports name as a gap.
    pub owner: String,
    /// By when.
    pub due: Option<NaiveDate>,
    /// How it will be verified.
    pub check: String,
    /// Who follows it up.
    pub followed_by: String,
}
