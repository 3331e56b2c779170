//! A draw as it is recorded: the frozen list, the seed of both sides, and the numbers that follow from them. A record whose numbers do
//! not follow from its list and seed is no draw, wherever it comes from.

use super::{FrozenList, ListError, Seed, SeedError, picks};
use crate::domain::{
    answer::Reason,
    ids::{InspectionId, ModelCode},
    verification::Verdict,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A number that was drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    /// The counter that gave it, from 1; counters that repeat a number are skipped.
    pub counter: u64,
    /// The number of the line, from 1.
    pub number: u32,
}

/// A model that was visited in an earlier inspection of the same unit in the same round; its visit adds to the sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// The inspection that drew and visited it.
    pub inspection: InspectionId,
    /// The model.
    pub model: ModelCode,
    /// What was found; `None` when it was drawn and could not be visited.
    pub verdict: Option<Verdict>,
}

/// What is drawn from, and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The frozen list.
    pub list: FrozenList,
    /// The digits of the unit.
    pub unit_seed: String,
    /// The digits of the inspector.
    pub team_seed: String,
    /// The unit's code, as it stands in the seed.
    pub code: String,
    /// The day, as it stands in the seed.
    pub day: NaiveDate,
    /// How many are drawn.
    pub size: u32,
    /// When it was drawn.
    pub at: DateTime<FixedOffset>,
    /// Who drew.
    pub by: String,
    /// What was wrong with the list of the draw before; nothing at the first draw of an inspection.
    pub instead: Option<Reason>,
    /// Models on the list that were visited earlier in the round.
    pub earlier: Vec<Earlier>,
}

/// Why there is no draw.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DrawError {
    /// The seed cannot be composed.
    #[error("{0}")]
    Seed(#[from] SeedError),
    /// The list cannot be drawn from.
    #[error("{0}")]
    List(#[from] ListError),
    /// There is nothing on the list.
    #[error("the list is empty")]
    Empty,
    /// Fewer than one or more than the list has.
    #[error("{asked} cannot be drawn from {population}")]
    Size {
        /// How many were asked for.
        asked: u32,
        /// How many there are.
        population: u32,
    },
    /// Fewer than the programme's least.
    #[error("at least {least} are drawn, not {asked}")]
    Few {
        /// How many were asked for.
        asked: u32,
        /// The least.
        least: u32,
    },
    /// The record's list does not have the record's hash.
    #[error("the list does not have the hash {0}")]
    Hash(String),
    /// The record's numbers do not follow from its list and seed.
    #[error("the numbers do not follow from the seed")]
    Numbers,
}

/// A draw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Record", into = "Record")]
pub struct Draw {
    order: Order,
    seed: Seed,
    sha256: String,
    drawn: Vec<Pick>,
}

/// A draw as it is written. The numbers and the hash stand in it although they follow from the rest: who reads a record in ten years
/// can check them without this program.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Record {
    list: Vec<(String, String)>,
    sha256: String,
    unit_seed: String,
    team_seed: String,
    code: String,
    day: NaiveDate,
    size: u32,
    drawn: Vec<Pick>,
    at: DateTime<FixedOffset>,
    by: String,
    #[serde(default)]
    instead: Option<Reason>,
    #[serde(default)]
    earlier: Vec<Earlier>,
}

impl Draw {
    /// Draws.
    ///
    /// # Errors
    /// [`DrawError`].
    pub fn new(order: Order) -> Result<Self, DrawError> {
        let seed = Seed::compose(&order.unit_seed, &order.team_seed, &order.code, order.day)?;
        let population = order.list.population();
        if population == 0 {
            return Err(DrawError::Empty);
        }
        if order.size == 0 || order.size > population {
            return Err(DrawError::Size { asked: order.size, population });
        }
        let sha256 = order.list.sha256();
        let drawn = drawn(&seed, population, order.size);
        Ok(Self { order, seed, sha256, drawn })
    }

    /// What was drawn from, and by whom.
    #[must_use]
    pub const fn order(&self) -> &Order {
        &self.order
    }

    /// The seed.
    #[must_use]
    pub const fn seed(&self) -> &Seed {
        &self.seed
    }

    /// SHA-256 of the frozen list, 64 hexadecimal digits.
    #[must_use]
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// How many lines the list has.
    #[must_use]
    pub const fn population(&self) -> u32 {
        self.order.list.population()
    }

    /// The numbers that were drawn, in their order, before any was replaced.
    #[must_use]
    pub fn drawn(&self) -> &[Pick] {
        &self.drawn
    }

    /// The numbers that are visited when `replaced` of them were replaced: the drawn ones and as many more of the same seed, as far
    /// as the list reaches.
    #[must_use]
    pub fn picks(&self, replaced: u32) -> Vec<Pick> {
        drawn(&self.seed, self.population(), self.order.size.saturating_add(replaced))
    }

    /// Code and name of a drawn number.
    #[must_use]
    pub fn line(&self, pick: Pick) -> (ModelCode, &str) {
        let (code, name) = self.order.list.line(pick.number).unwrap_or_default();
        (ModelCode::from(code), name)
    }
}

fn drawn(seed: &Seed, population: u32, size: u32) -> Vec<Pick> {
    let mut picks = picks(seed.as_str(), population);
    let mut next = || picks.next().map(|number| Pick { counter: picks.counter(), number });
    std::iter::from_fn(&mut next).take(usize::try_from(size).unwrap_or(usize::MAX)).collect()
}

impl TryFrom<Record> for Draw {
    type Error = DrawError;
    fn try_from(record: Record) -> Result<Self, DrawError> {
        let list = FrozenList::freeze(record.list.iter().map(|(code, name)| (code.as_str(), name.as_str())))?;
        let draw = Self::new(Order {
            list,
            unit_seed: record.unit_seed,
            team_seed: record.team_seed,
            code: record.code,
            day: record.day,
            size: record.size,
            at: record.at,
            by: record.by,
            instead: record.instead,
            earlier: record.earlier,
        })?;
        if draw.sha256 != record.sha256 {
            return Err(DrawError::Hash(record.sha256));
        }
        if draw.drawn != record.drawn {
            return Err(DrawError::Numbers);
        }
        Ok(draw)
    }
}

impl From<Draw> for Record {
    fn from(draw: Draw) -> Self {
        let Draw { order, sha256, drawn, .. } = draw;
        let line = |(code, name): (&str, &str)| (code.to_owned(), name.to_owned());
        Self {
            list: order.list.lines().map(line).collect(),
            sha256,
            unit_seed: order.unit_seed,
            team_seed: order.team_seed,
            code: order.code,
            day: order.day,
            size: order.size,
            drawn,
            at: order.at,
            by: order.by,
            instead: order.instead,
            earlier: order.earlier,
        }
    }
}
