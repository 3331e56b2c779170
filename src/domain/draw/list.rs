//! The frozen list that is drawn from: canonical bytes and their SHA-256. Knows nothing of seeds.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

/// A unit's list, frozen before a seed is given. Its lines are numbered from 1; a draw names these numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenList {
    lines: Vec<(String, String)>,
    population: u32,
}

/// Why a list cannot be frozen.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ListError {
    /// The entry at this place, counted from 1, has no code.
    #[error("entry {0} has no code")]
    NoCode(usize),
    /// Two entries have this code.
    #[error("the code {0} stands twice")]
    Twice(String),
    /// More than 2³² − 1 entries.
    #[error("the list is too long to be drawn from")]
    TooLong,
}

impl FrozenList {
    /// Freezes a list of codes and names. In which order they come plays no part: the lines stand in the order of their codes' bytes.
    ///
    /// # Errors
    /// [`ListError`] when a code is blank or stands twice.
    pub fn freeze<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, ListError> {
        let mut lines: Vec<(String, String)> =
            entries.into_iter().map(|(code, name)| (canonical(code), canonical(name))).collect();
        let population = u32::try_from(lines.len()).map_err(|_| ListError::TooLong)?;
        if let Some(place) = lines.iter().position(|(code, _)| code.is_empty()) {
            return Err(ListError::NoCode(place + 1));
        }
        lines.sort();
        if let Some(pair) = lines.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(ListError::Twice(pair[0].0.clone()));
        }
        Ok(Self { lines, population })
    }

    /// How many lines there are to draw from.
    #[must_use]
    pub const fn population(&self) -> u32 {
        self.population
    }

    /// Code and name of the line with this number, from 1.
    #[must_use]
    pub fn line(&self, number: u32) -> Option<(&str, &str)> {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        self.lines.get(place).map(|(code, name)| (code.as_str(), name.as_str()))
    }

    /// Code and name of every line, in their order.
    pub fn lines(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lines.iter().map(|(code, name)| (code.as_str(), name.as_str()))
    }

    /// The number of the line with this code, from 1.
    #[must_use]
    pub fn number(&self, code: &str) -> Option<u32> {
        let place = self.lines.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?;
        u32::try_from(place + 1).ok()
    }

    /// The canonical bytes: for each line its code, a tab, its name and a line feed, in UTF-8 (NFC). Written to a file they give
    /// the same hash with any SHA-256 program.
    #[must_use]
    pub fn bytes(&self) -> Vec<u8> {
        self.lines.iter().flat_map(|(code, name)| format!("{code}\t{name}\n").into_bytes()).collect()
    }

    /// SHA-256 of the canonical bytes, 64 hexadecimal digits in lower case.
    #[must_use]
    pub fn sha256(&self) -> String {
        Sha256::digest(self.bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }
}

/// NFC, trimmed, each run of blanks, tabs and line ends as one blank: a line stays a line, whatever a cell held.
fn canonical(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").nfc().collect()
}
