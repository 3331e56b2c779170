//! What the unit thinks it is worth, said before the visit. Who may see it when is `seal`'s matter, whether it may still be changed
//! `edit`'s, the question it raises `flags::outside`'s.

use super::share::Share;
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
