//! The answer to one item, and what is recorded beside it.

use super::{ids::EvidenceId, share::Share};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A level of the scale, 0..=4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];

    /// The level, when it is one of 0..=4.
    #[must_use]
    pub const fn new(level: u8) -> Option<Self> {
        if level <= 4 { Some(Self(level)) } else { None }
    }
    /// 0..=4.
    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }
    /// Level / 4: its part of what can be reached.
    #[must_use]
    pub const fn share(self) -> Share {
        Share::from_bp(self.0 as u16 * 2500)
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(level: u8) -> Result<Self, String> {
        Self::new(level).ok_or_else(|| format!("a level is 0 to 4, not {level}"))
    }
}
impl From<Level> for u8 {
    fn from(level: Level) -> Self {
        level.0
    }
}

/// Why an item does not apply or could not be verified: words, never blank.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reason(String);

impl Reason {
    /// The reason, trimmed; `None` when nothing is left.
    #[must_use]
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        (!words.is_empty()).then(|| Self(words.to_owned()))
    }
    /// The words.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Reason {
    type Error = &'static str;
    fn try_from(words: String) -> Result<Self, Self::Error> {
        Self::new(&words).ok_or("a reason cannot be blank")
    }
}
impl From<Reason> for String {
    fn from(reason: Reason) -> Self {
        reason.0
    }
}

/// The mark given to an item.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// A level of the scale.
    Rated(Level),
    /// The item does not apply to this unit; it leaves the denominator.
    NotApplicable(Reason),
    /// The team could not verify it; it stays in the denominator with nothing.
    NotVerified(Reason),
}

impl Answer {
    /// The level, when it is a rating.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Rated(level) => Some(*level),
            _ => None,
        }
    }
}

/// Everything recorded at one item of an inspection.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Entry {
    /// The mark, or none yet.
    pub answer: Option<Answer>,
    /// The pieces of evidence it rests on.
    pub evidence: BTreeSet<EvidenceId>,
    /// The inspector's note, may be empty.
    pub note: String,
    /// Active time on the item in seconds, pauses apart; 0 when not measured.
    pub seconds: u32,
    /// When the mark was given.
    pub at: Option<DateTime<FixedOffset>>,
}

impl Entry {
    /// The level, when the item is rated.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.answer.as_ref().and_then(Answer::level)
    }
}
