//! The random draw: what is verified is drawn with a seed that both sides give and anyone can replay.
//!
//! The unit's list is frozen first (`list`), then a [`Seed`] is composed, then [`picks`] says which numbers of the list are
//! visited. `size` says how many would be enough, `interval` what the visits prove, `record` holds a draw that took place,
//! `replay` proves one from what a report prints. Rolls no dice.

mod interval;
mod list;
mod record;
mod replay;
mod size;

pub use interval::{Interval, Sample};
pub use list::{FrozenList, ListError};
pub use record::{Draw, DrawError, Earlier, Order, Pick};
pub use replay::{Claim, Difference};
pub use size::enough;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};
use std::{collections::HashSet, fmt};
use thiserror::Error;

/// The fewest digits that each side gives to a seed.
pub const DIGITS: usize = 12;

/// A seed that both sides gave: the unit's digits, the inspector's digits, `|`, the unit's code, `|`, the day.
///
/// Neither side can steer the draw: each gives its digits without knowing the other's, best from dice.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Seed(String);

/// Who gives digits to a seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The unit that is inspected.
    Unit,
    /// The inspector.
    Team,
}

/// Why there is no seed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SeedError {
    /// A side gave fewer than [`DIGITS`] digits.
    #[error("a seed needs at least {DIGITS} digits from each side, and the {0} gave {1}")]
    TooFew(Side, usize),
    /// A side gave something that is none of the digits 0 to 9.
    #[error("a seed is made of the digits 0 to 9, and the {0} gave {1:?}")]
    NoDigit(Side, char),
    /// The unit's code is blank or holds the mark that ends it.
    #[error("the unit's code is blank or holds a |")]
    Code,
}

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unit => "unit",
            Self::Team => "inspector",
        })
    }
}

impl Seed {
    /// Composes the seed of the draw at the unit coded `code` on `day`.
    ///
    /// # Errors
    /// [`SeedError`] when a side gave fewer than twelve characters or anything but 0–9, or the code cannot stand in a seed.
    pub fn compose(unit: &str, team: &str, code: &str, day: NaiveDate) -> Result<Self, SeedError> {
        digits(Side::Unit, unit)?;
        digits(Side::Team, team)?;
        if code.trim().is_empty() || code.contains('|') {
            return Err(SeedError::Code);
        }
        Ok(Self(format!("{unit}{team}|{code}|{}", day.format("%Y-%m-%d"))))
    }

    /// The seed as it is printed and hashed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn digits(side: Side, given: &str) -> Result<(), SeedError> {
    if let Some(other) = given.chars().find(|c| !c.is_ascii_digit()) {
        return Err(SeedError::NoDigit(side, other));
    }
    if given.len() < DIGITS { Err(SeedError::TooFew(side, given.len())) } else { Ok(()) }
}

/// The numbers 1..=`population` in the order in which `seed` draws them, each once; the first n are a draw of n, the next ones
/// replace what cannot be visited. Any text is a seed here, so that published draws can be replayed; our own come from
/// [`Seed::compose`].
///
/// Rivest's sampler, as election audits use it: `1 + SHA-256("<seed>,<counter>") mod population`, counter 1, 2, 3, …, the digest
/// read as one big-endian number, repeats skipped.
#[must_use]
pub fn picks(seed: &str, population: u32) -> Picks<'_> {
    Picks { seed, population, counter: 0, drawn: HashSet::new() }
}

/// The numbers that a seed draws. Made by [`picks`].
#[derive(Debug, Clone)]
pub struct Picks<'a> {
    seed: &'a str,
    population: u32,
    counter: u64,
    drawn: HashSet<u32>,
}

impl Picks<'_> {
    /// The counter that gave the last number; 0 before the first.
    #[must_use]
    pub const fn counter(&self) -> u64 {
        self.counter
    }
}

impl Iterator for Picks<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        while self.drawn.len() < self.population as usize {
            self.counter += 1;
            let digest = Sha256::digest(format!("{},{}", self.seed, self.counter));
            let number = 1 + modulo(&digest, self.population);
            if self.drawn.insert(number) {
                return Some(number);
            }
        }
        None
    }
}

/// A big-endian number modulo a divisor that is not 0.
fn modulo(number: &[u8], divisor: u32) -> u32 {
    let divisor = u64::from(divisor);
    let rest = number.iter().fold(0, |rest, byte| (rest * 256 + u64::from(*byte)) % divisor);
    #[expect(clippy::cast_possible_truncation, reason = "the rest is below the divisor, a u32")]
    let rest = rest as u32;
    rest
}
