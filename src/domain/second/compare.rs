//! The two looks side by side: what each item got, how far they agree, over one second look and over a round.

use super::{Kappa, Second, Weights, kappa, plain};
use crate::domain::{
    answer::{Answer, Level},
    ids::{InspectionId, ItemId},
    share::Share,
};
use serde::{Deserialize, Serialize};

/// An item with both marks, as far as they are levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    /// The item.
    pub item: ItemId,
    /// The level of the first look; none where it was not applicable or not verified.
    pub first: Option<Level>,
    /// The level of the second look.
    pub second: Option<Level>,
}

/// How the two marks of an item differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differs {
    /// The same level, or both no level.
    Same,
    /// The second look is so many levels higher, or lower where it is below 0.
    Levels(i8),
    /// One gave a level, the other none.
    OnlyOne,
}

impl Pair {
    /// How they differ.
    #[must_use]
    pub fn differs(&self) -> Differs {
        match (self.first, self.second) {
            (Some(first), Some(second)) if first != second => {
                Differs::Levels(second.get().cast_signed() - first.get().cast_signed())
            }
            (None, Some(_)) | (Some(_), None) => Differs::OnlyOne,
            _ => Differs::Same,
        }
    }
}

/// What is known of a second look without its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// The inspection that is looked at again.
    pub of: InspectionId,
    /// Who looks again.
    pub by: String,
    /// The drawn items in the order of the draw. What the first look gave is nobody's to see before the second one is signed.
    pub pairs: Vec<Pair>,
    /// Whether the first look was opened before this one was signed.
    #[serde(default)]
    pub was_opened: bool,
}

impl Looked {
    /// Whether what the first look gave is not for `name` to see as long as this look is not signed: it is who looks again, and nobody
    /// opened it.
    #[must_use]
    pub fn is_blind_for(&self, name: &str) -> bool {
        !self.was_opened && plain(&self.by) == plain(name)
    }

    /// What is known of a second look that gave these marks.
    #[must_use]
    pub fn new<'a>(second: &Second, answer: impl Fn(&ItemId) -> Option<&'a Answer>) -> Self {
        let pair = |item: ItemId| {
            let first = second.marks.get(&item).and_then(Answer::level);
            let again = answer(&item).and_then(Answer::level);
            Pair { item, first, second: again }
        };
        let pairs = second.items().into_iter().map(pair).collect();
        Self { of: second.of, by: second.by.clone(), pairs, was_opened: !second.opened.is_empty() }
    }
}

/// How far two looks agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Agreement {
    /// Items looked at twice.
    pub items: u32,
    /// Of these those to which both gave a level.
    pub both: u32,
    /// Of these those with the same level.
    pub same: u32,
    /// Items to which only one gave a level.
    pub only_one: u32,
    /// The share of the same among both; none where there is nothing to compare.
    pub share: Option<Share>,
    /// Kappa with linear weights.
    pub linear: Kappa,
    /// Kappa with quadratic weights.
    pub quadratic: Kappa,
}

impl Agreement {
    /// Over these items.
    #[must_use]
    pub fn of<'a>(pairs: impl IntoIterator<Item = &'a Pair>) -> Self {
        let pairs: Vec<&Pair> = pairs.into_iter().collect();
        let both: Vec<(Level, Level)> = pairs.iter().filter_map(|pair| pair.first.zip(pair.second)).collect();
        let same = both.iter().filter(|(first, second)| first == second).count();
        Self {
            items: count(pairs.len()),
            both: count(both.len()),
            same: count(same),
            only_one: count(pairs.iter().filter(|pair| pair.differs() == Differs::OnlyOne).count()),
            share: Share::of(same as u64, both.len() as u64),
            linear: kappa(&both, Weights::Linear),
            quadratic: kappa(&both, Weights::Quadratic),
        }
    }
}

/// Over all items of these second looks together: who gives them gives only those that are signed.
#[must_use]
pub fn over<'a>(looks: impl IntoIterator<Item = &'a Looked>) -> Agreement {
    Agreement::of(looks.into_iter().flat_map(|looked| &looked.pairs))
}

fn count(things: usize) -> u32 {
    u32::try_from(things).unwrap_or(u32::MAX)
}
