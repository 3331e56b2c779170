//! How many models of a register stand where: the figures of the funnel, small enough to be held for every unit at once.

use super::{Model, State};
use serde::{Deserialize, Serialize};
use std::{iter::Sum, ops::Add};

/// Counts of models.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Census {
    /// Models in each state, in the order of [`State::ALL`].
    in_state: [u32; 7],
    /// Models that were ever recognised.
    recognised: u32,
    /// Models that were ever taken up at another place.
    replicated: u32,
}

impl Census {
    /// All models of the register, the ended ones too.
    #[must_use]
    pub fn all(&self) -> u32 {
        self.in_state.iter().fold(0, |all, count| all.saturating_add(*count))
    }

    /// Models that stand in this state now.
    #[must_use]
    pub const fn in_state(&self, state: State) -> u32 {
        self.in_state[state as usize]
    }

    /// Models that the unit counts as living: the list that a draw draws from.
    #[must_use]
    pub fn living(&self) -> u32 {
        let living = State::ALL.into_iter().filter(|state| state.is_alive());
        living.fold(0, |all, state| all.saturating_add(self.in_state(state)))
    }

    /// Models that were ever recognised, whatever came after.
    #[must_use]
    pub const fn recognised(&self) -> u32 {
        self.recognised
    }

    /// Models that were ever taken up at another place.
    #[must_use]
    pub const fn replicated(&self) -> u32 {
        self.replicated
    }
}

impl<'a> FromIterator<&'a Model> for Census {
    fn from_iter<T: IntoIterator<Item = &'a Model>>(models: T) -> Self {
        let mut census = Self::default();
        for model in models {
            census.in_state[model.state() as usize] += 1;
            census.recognised += u32::from(model.was_recognised());
            census.replicated += u32::from(model.life.reached(State::Replicated));
        }
        census
    }
}

impl Add for Census {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let mut in_state = self.in_state;
        in_state.iter_mut().zip(other.in_state).for_each(|(count, more)| *count = count.saturating_add(more));
        Self {
            in_state,
            recognised: self.recognised.saturating_add(other.recognised),
            replicated: self.replicated.saturating_add(other.replicated),
        }
    }
}

impl Sum for Census {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), Add::add)
    }
}
