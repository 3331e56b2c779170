//! A piece of evidence: its own object, usable by several items and findings.

use super::ids::EvidenceKindId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What a piece of evidence can carry (design "scoring"; the programme maps each kind of evidence to a grade).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Grade {
    /// Nothing.
    #[default]
    E0,
    /// The unit says so.
    E1,
    /// Paper the unit wrote about itself.
    E2,
    /// Original record sampled by the team; a named person outside the leadership; residents.
    E3,
    /// The team saw, counted or recomputed it.
    E4,
    /// Two pieces of different family from different sources, each at least E3, agreeing.
    E5,
}

impl Grade {
    /// All grades, lowest first.
    pub const ALL: [Self; 6] = [Self::E0, Self::E1, Self::E2, Self::E3, Self::E4, Self::E5];
    /// Its place in [`Grade::ALL`] and in the programme's table of caps.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "E{}", self.index())
    }
}

/// Family of evidence in the sense of auditing standards; the pair rule asks for two different ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Papers and records.
    Documentary,
    /// What people said.
    Testimonial,
    /// What was seen.
    Physical,
    /// What was counted or compared.
    Analytical,
}

/// A file kept in the vault under the hash of its content.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// BLAKE3 of the content, 64 hexadecimal digits.
    pub hash: String,
    /// The file's name when it was attached, without its folder.
    pub name: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// Whether a text is a BLAKE3 as files and records write it: 64 hexadecimal digits in lower case.
#[must_use]
pub fn is_hash(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// One piece of evidence of one inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Kind of the programme; it gives family and grade.
    pub kind: EvidenceKindId,
    /// What was seen, said or read.
    pub text: String,
    /// Who said it, which book, which place. Two pieces are independent when their sources differ; may be empty.
    pub source: String,
    /// The day it was collected.
    pub collected: Option<NaiveDate>,
    /// The last day it may be relied on.
    pub expires: Option<NaiveDate>,
    /// A file kept in the vault.
    pub file: Option<Attachment>,
    /// It speaks against the rating: it is kept and printed, and carries nothing.
    pub contradicts: bool,
}
