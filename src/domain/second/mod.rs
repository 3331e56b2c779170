//! The second look: a few items of an inspection, chosen by seed, are done again blind by somebody who was not there. It asks how far a
//! judgement depends on who gives it, and decides nothing: both marks stay, no score and no band changes.
//!
//! The second look is an inspection of its own that holds what this file describes ([`Second`]): whose work is looked at again, by whom,
//! which items were drawn, and the marks they had at that moment. They are frozen here, so that nobody can fit them afterwards; who walks
//! the second look is not shown them. `kappa` reckons how far two series of marks agree, `compare` lays the two side by side. How a second
//! look is drawn is `looking_again`'s.

mod compare;
mod kappa;

pub use compare::{Agreement, Differs, Looked, Pair, over};
pub use kappa::{Kappa, Weights, kappa};

use super::{
    answer::Answer,
    draw::Draw,
    ids::{InspectionId, ItemId},
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// The fewest items of a second look, or all where there are fewer: of one or two nobody can say whether they agree by accident.
pub const LEAST: u32 = 3;

/// How many items are looked at again when nobody says: a visit of an hour or two.
pub const USUAL: u32 = 5;

/// What makes an inspection a second look at another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Second {
    /// The inspection that is looked at again.
    pub of: InspectionId,
    /// Which version of it.
    pub version: usize,
    /// Who looks again.
    pub by: String,
    /// The draw of the items: its list are the items that had a mark, by their numbers, its first digits the first team's, the other
    /// ones those of who looks again.
    pub draw: Draw,
    /// The marks of the drawn items at the moment of the draw.
    pub marks: BTreeMap<ItemId, Answer>,
    /// When the first look was opened before this one was signed, oldest first. From then on it is not blind any more, which is printed.
    #[serde(default)]
    pub opened: Vec<Opened>,
}

/// The first look was opened to who looks again, before the second one was signed: a deed of the head of team, with a reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Who opened it.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub why: String,
}

/// Why the first look is not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotOpened {
    /// Nobody is named.
    #[error("nobody is named")]
    NoName,
    /// Who looks again does not open it for himself.
    #[error("who looks again does not open it")]
    NotForOneself,
    /// No reason is given.
    #[error("no reason is given")]
    NoReason,
}

impl Second {
    /// The drawn items, in the order of the draw.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        self.draw.drawn().iter().map(|pick| ItemId::from(self.draw.line(*pick).0.as_str())).collect()
    }

    /// Whether `name` is who looks again: nobody else signs it.
    #[must_use]
    pub fn is_by(&self, name: &str) -> bool {
        plain(&self.by) == plain(name)
    }

    /// Opens the first look before this one is signed. Names and reason are trimmed.
    ///
    /// # Errors
    /// [`NotOpened`].
    pub fn open_first(&self, by: &str, at: DateTime<FixedOffset>, why: &str) -> Result<Opened, NotOpened> {
        let (by, why) = (by.trim(), why.trim());
        if by.is_empty() {
            return Err(NotOpened::NoName);
        }
        if self.is_by(by) {
            return Err(NotOpened::NotForOneself);
        }
        if why.is_empty() {
            return Err(NotOpened::NoReason);
        }
        Ok(Opened { by: by.nfc().collect(), at, why: why.to_owned() })
    }
}

/// A name as it is compared: NFC, blanks as one, lower case.
pub(super) fn plain(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().nfc().collect()
}
