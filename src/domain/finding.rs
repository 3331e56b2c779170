//! Findings: what the inspection found, as condition, criterion, cause and effect (the elements of a finding of
//! government auditing standards).

use super::ids::{EvidenceId, ItemId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Which way a finding points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FindingKind {
    /// Ưu điểm.
    Strength,
    /// Hạn chế, khuyết điểm.
    Shortfall,
}

impl FindingKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Strength, Self::Shortfall];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Strength => "strength",
            Self::Shortfall => "shortfall",
        }
    }
}

/// How grave a shortfall is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Low.
    Low,
    /// Medium.
    #[default]
    Medium,
    /// High.
    High,
}

impl Severity {
    /// All of them, the lightest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One finding of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Strength or shortfall.
    pub kind: FindingKind,
    /// The items it belongs to.
    pub items: BTreeSet<ItemId>,
    /// The evidence it rests on.
    pub evidence: BTreeSet<EvidenceId>,
    /// How grave it is.
    pub severity: Severity,
    /// What is.
    pub condition: String,
    /// What should be: the clause or rule.
    pub criterion: String,
    /// Why it is so.
    pub cause: String,
    /// What comes of it.
    pub effect: String,
    /// The unit's own words about it.
    pub reply: String,
    /// Whether a strength can be carried over to other units. Counts for strengths only ([`Finding::is_transferable`]).
    #[serde(default)]
    pub transferable: bool,
}

impl Finding {
    /// Whether it is a strength that other units can take over.
    #[must_use]
    pub fn is_transferable(&self) -> bool {
        self.transferable && self.kind == FindingKind::Strength
    }
}

/// What the unit says about a finding after the inspection was signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Who speaks for the unit.
    pub by: String,
    /// The day on which it was said or received.
    pub on: NaiveDate,
    /// The unit's own words.
    pub words: String,
}
