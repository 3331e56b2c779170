//! What can be wrong with a journal, and where.

use super::segment::Position;
use crate::i18n::{Message, key};
use serde::{Deserialize, Serialize};

/// One thing that is wrong with the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Damage {
    /// Segment and offset: of the bad bytes, or of the record that showed it.
    pub at: Position,
    /// What.
    pub harm: Harm,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Harm {
    /// Bytes in the middle that are no record; reading went on after them.
    Unreadable {
        /// How many.
        bytes: u64,
    },
    /// A whole segment is missing.
    Segment,
    /// Records of a device are missing before this one.
    Gap {
        /// The first that is missing.
        first: u64,
        /// The last that is missing.
        last: u64,
    },
    /// The record does not name the hash of the one before: one of the two was changed.
    Broken {
        /// Its number.
        seq: u64,
    },
    /// The record was there before; it was not applied again.
    Repeated {
        /// Its number.
        seq: u64,
    },
}

impl Damage {
    /// The words for the user, with segment and offset.
    #[must_use]
    pub fn message(&self) -> Message {
        let place = |key| Message::new(key).with("segment", self.at.segment).with("offset", digits(self.at.offset));
        match self.harm {
            Harm::Unreadable { bytes } => place(key::STORE_HARM_UNREADABLE).with("bytes", digits(bytes)),
            Harm::Segment => Message::new(key::STORE_HARM_SEGMENT).with("segment", self.at.segment),
            Harm::Gap { first, last } => {
                place(key::STORE_HARM_GAP).with("first", digits(first)).with("last", digits(last))
            }
            Harm::Broken { seq } => place(key::STORE_HARM_BROKEN).with("seq", digits(seq)),
            Harm::Repeated { seq } => place(key::STORE_HARM_REPEATED).with("seq", digits(seq)),
        }
    }
}

/// A number that is a name, written without separators.
fn digits(number: u64) -> String {
    number.to_string()
}
