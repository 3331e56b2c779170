//! Written answers to flags, and what each belongs to. Which flags there are, `flags` says.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a written answer belongs to: the code of the flag and what it points at. The numbers are no part of it – an answer to "too
/// fast" still stands when a second was added –, but another unit, text or file is another question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FlagKey(String);

impl FlagKey {
    /// A key as a file or a command writes it. One that no flag has answers nothing.
    pub fn new(key: impl Into<String>) -> Self {
        Self(key.into())
    }

    /// The key as written: `T11/F-02`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FlagKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// A written answer to a flag; printed in the report's annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlagAnswer {
    /// What the inspector says.
    pub words: String,
    /// Who answered.
    pub by: String,
    /// When; a fill file may not say it.
    pub at: Option<DateTime<FixedOffset>>,
}
