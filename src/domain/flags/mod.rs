//! Flags: lints against form without substance. A flag is a question with a code, the place it points at, the rule with the numbers
//! that tripped it, and the way out – never a verdict, never summed, never a score.

pub mod programme;

use super::{
    ids::{ItemId, KindId, SectionId},
    share::Share,
};

/// A flag that is up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flag {
    /// P01: items that a document alone can satisfy carry too much of a kind's weight.
    PaperWeight {
        /// The kind of unit.
        kind: KindId,
        /// Their share of its weight.
        share: Share,
        /// The most the programme allows.
        most: Share,
    },
    /// P02: a kind of unit sees too many scored items.
    TooManyItems {
        /// The kind of unit.
        kind: KindId,
        /// How many it sees.
        items: u32,
        /// The most the programme allows.
        most: u32,
    },
    /// P03: an item names no evidence, or no one to ask.
    NothingToAsk {
        /// The item.
        item: ItemId,
    },
    /// P04: a section that no kind of unit can reach.
    Unreachable {
        /// The section.
        section: SectionId,
    },
    /// P05: outcome carries too little of a kind's weight.
    LittleOutcome {
        /// The kind of unit.
        kind: KindId,
        /// The share of outcome items.
        share: Share,
        /// The least the programme allows.
        least: Share,
    },
}

impl Flag {
    /// Its code, the same in every language: `P01`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PaperWeight { .. } => "P01",
            Self::TooManyItems { .. } => "P02",
            Self::NothingToAsk { .. } => "P03",
            Self::Unreachable { .. } => "P04",
            Self::LittleOutcome { .. } => "P05",
        }
    }
}
