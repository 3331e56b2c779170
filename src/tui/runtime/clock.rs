//! The clocks: the wall's, on the day of a practice vault, and the one that measures. Nobody else of the application reads them.

use crate::tui::message::{Answer, Now};
use chrono::{Local, NaiveDate};
use std::time::Instant;

/// Reads the clocks.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    started: Instant,
    /// The fixed day of a practice vault.
    practice: Option<NaiveDate>,
    /// The day asked for in its place.
    asked: Option<NaiveDate>,
}

impl Clock {
    /// The clocks of a program that starts now, on the day of its practice vault if it is one.
    #[must_use]
    pub fn starting(practice: Option<NaiveDate>, asked: Option<NaiveDate>) -> Self {
        Self { started: Instant::now(), practice, asked }
    }

    /// Another vault was opened: it may be a practice vault.
    pub fn hear(&mut self, answer: &Answer) {
        if let Answer::Opened(snapshot) = answer {
            self.practice = snapshot.practice;
        }
    }

    /// When it is.
    #[must_use]
    pub fn now(&self) -> Now {
        let real = Local::now().fixed_offset();
        let at = self
            .practice
            .map(|day| self.asked.unwrap_or(day))
            .and_then(|day| day.and_time(real.time()).and_local_timezone(*real.offset()).single())
            .unwrap_or(real);
        Now { at, since_start: self.started.elapsed() }
    }
}
