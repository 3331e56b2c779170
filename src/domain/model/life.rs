//! The life of a model: which state may follow which, and since when each holds. Judges nobody: a life that skips a step is kept as
//! the unit's register tells it, and what is odd about it is for flags to ask.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where a model stands, in the order of a good life; the last three end it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Put into the register.
    Registered,
    /// Work is done.
    Running,
    /// Recognised by whoever recognises models.
    Recognised,
    /// Taken up at another place.
    Replicated,
    /// Became a part of another model.
    Merged,
    /// Given up.
    Stopped,
    /// Its registration was refused.
    Refused,
}

impl State {
    /// All of them, in the order of a life.
    pub const ALL: [Self; 7] = [
        Self::Registered,
        Self::Running,
        Self::Recognised,
        Self::Replicated,
        Self::Merged,
        Self::Stopped,
        Self::Refused,
    ];

    /// The word used in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Running => "running",
            Self::Recognised => "recognised",
            Self::Replicated => "replicated",
            Self::Merged => "merged",
            Self::Stopped => "stopped",
            Self::Refused => "refused",
        }
    }

    /// Whether the unit still counts the model as its own living one: such models are what a draw draws from.
    #[must_use]
    pub const fn is_alive(self) -> bool {
        matches!(self, Self::Registered | Self::Running | Self::Recognised | Self::Replicated)
    }

    /// The states that may follow.
    ///
    /// A living model may move to any later living state (a register tells what was written, not what should have been done in
    /// between), be merged or stopped; only what is merely registered can be refused. A stopped model may be taken up again. Merged
    /// and refused are final: what comes after is another model, with a code of its own.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        use State::{Merged, Recognised, Refused, Replicated, Running, Stopped};
        match self {
            Self::Registered => &[Running, Recognised, Replicated, Merged, Stopped, Refused],
            Self::Running => &[Recognised, Replicated, Merged, Stopped],
            Self::Recognised => &[Replicated, Merged, Stopped],
            Self::Replicated => &[Merged, Stopped],
            Self::Stopped => &[Running],
            Self::Merged | Self::Refused => &[],
        }
    }
}

/// One step of a life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The state that was reached.
    pub state: State,
    /// Since when; `None` when nobody wrote it down.
    pub on: Option<NaiveDate>,
}

/// Why a step cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LifeError {
    /// A life begins with being registered, and with nothing else.
    #[error("a life begins with its registration")]
    Beginning,
    /// The second state cannot follow the first.
    #[error("{} cannot follow {}", .1.code(), .0.code())]
    Order(State, State),
    /// The step would stand before an earlier one, which was on this day.
    #[error("the step stands before an earlier one of {0}")]
    Early(NaiveDate),
}

/// The life of a model: its steps, oldest first. Never empty, never out of order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Step>", into = "Vec<Step>")]
pub struct Life(Vec<Step>);

impl Life {
    /// A life that begins with its registration.
    #[must_use]
    pub fn registered(on: Option<NaiveDate>) -> Self {
        Self(vec![Step { state: State::Registered, on }])
    }

    /// Takes the next step.
    ///
    /// # Errors
    /// [`LifeError`] when the state cannot follow or its day lies before that of an earlier step; the life is then as it was.
    pub fn step(&mut self, state: State, on: Option<NaiveDate>) -> Result<(), LifeError> {
        if !self.state().next().contains(&state) {
            return Err(LifeError::Order(self.state(), state));
        }
        let last = self.0.iter().rev().find_map(|step| step.on);
        if let Some((last, _)) = last.zip(on).filter(|(last, on)| on < last) {
            return Err(LifeError::Early(last));
        }
        self.0.push(Step { state, on });
        Ok(())
    }

    /// The same life with another day of registration.
    ///
    /// # Errors
    /// [`LifeError::Early`] when a later step stands before that day.
    pub fn with_registration(&self, on: Option<NaiveDate>) -> Result<Self, LifeError> {
        let mut steps = self.0.clone();
        if let Some(first) = steps.first_mut() {
            first.on = on;
        }
        Self::try_from(steps)
    }

    /// Gives the last step a day, or another one.
    ///
    /// # Errors
    /// [`LifeError::Early`] when an earlier step stands after that day; the life is then as it was.
    pub fn dated(&mut self, on: NaiveDate) -> Result<(), LifeError> {
        let mut steps = self.0.clone();
        if let Some(last) = steps.last_mut() {
            last.on = Some(on);
        }
        *self = Self::try_from(steps)?;
        Ok(())
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        self.0.last().map_or(State::Registered, |step| step.state)
    }

    /// Since when it stands there, when that was written down.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.0.last().and_then(|step| step.on)
    }

    /// The day of its registration, when that was written down.
    #[must_use]
    pub fn registration(&self) -> Option<NaiveDate> {
        self.0.first().and_then(|step| step.on)
    }

    /// Whether it ever reached a state.
    #[must_use]
    pub fn reached(&self, state: State) -> bool {
        self.0.iter().any(|step| step.state == state)
    }

    /// Its steps, oldest first.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl TryFrom<Vec<Step>> for Life {
    type Error = LifeError;
    fn try_from(steps: Vec<Step>) -> Result<Self, LifeError> {
        let mut steps = steps.into_iter();
        let first = steps.next().filter(|first| first.state == State::Registered).ok_or(LifeError::Beginning)?;
        let mut life = Self::registered(first.on);
        for step in steps {
            life.step(step.state, step.on)?;
        }
        Ok(life)
    }
}

impl From<Life> for Vec<Step> {
    fn from(life: Life) -> Self {
        life.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn a_life_goes_forward_ends_and_may_be_taken_up_again_only_after_a_stop() {
        let mut life = Life::registered(day("2021-03-01"));
        life.step(State::Running, None).expect("work begins");
        life.step(State::Recognised, day("2022-09-02")).expect("it is recognised");
        assert_eq!(life.step(State::Running, None), Err(LifeError::Order(State::Recognised, State::Running)));
        life.step(State::Stopped, None).expect("it is given up");
        life.step(State::Running, day("2023-01-01")).expect("and taken up again");
        life.step(State::Merged, None).expect("and merged");
        for state in State::ALL {
            assert!(life.step(state, None).is_err(), "nothing follows a merger, {} neither", state.code());
        }
        assert_eq!((life.state(), life.since(), life.registration()), (State::Merged, None, day("2021-03-01")));
        assert!(life.reached(State::Recognised) && !life.reached(State::Replicated));
    }

    #[test]
    fn only_what_is_merely_registered_can_be_refused() {
        for state in State::ALL {
            assert_eq!(state.next().contains(&State::Refused), state == State::Registered, "{}", state.code());
        }
    }

    #[test]
    fn a_step_may_be_on_the_day_of_the_one_before_and_not_earlier_even_past_one_without_a_day() {
        let mut life = Life::registered(day("2022-05-10"));
        life.step(State::Running, None).expect("a step whose day nobody wrote down");
        let early = life.step(State::Recognised, day("2022-05-09"));
        assert_eq!(early, Err(LifeError::Early(day("2022-05-10").expect("a day"))));
        assert_eq!(life.step(State::Recognised, day("2022-05-10")), Ok(()));
    }

    #[test]
    fn steps_that_are_no_life_are_not_read_as_one() {
        let steps = |states: &[State]| states.iter().map(|&state| Step { state, on: None }).collect::<Vec<_>>();
        assert_eq!(Life::try_from(steps(&[])), Err(LifeError::Beginning));
        assert_eq!(Life::try_from(steps(&[State::Running])), Err(LifeError::Beginning));
        let twice = Life::try_from(steps(&[State::Registered, State::Refused, State::Running]));
        assert_eq!(twice, Err(LifeError::Order(State::Refused, State::Running)));
        assert!(Life::try_from(steps(&[State::Registered, State::Replicated])).is_ok());
    }
}
