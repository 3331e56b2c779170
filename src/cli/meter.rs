//! A bar on stderr for work that lasts: only on a terminal, only once it lasted, and gone when the work is done. Words and data stay as
//! they are without it.

use super::output::Output;
use crate::{
    domain::share::Share,
    i18n::{Key, say},
    store::Progress,
    text::{bar, sanitise_line},
};
use std::{
    io::{IsTerminal, Write as _, stderr},
    time::{Duration, Instant},
};

/// How long work may last without a word.
const PATIENCE: Duration = Duration::from_millis(300);

/// Columns of the bar.
const COLUMNS: usize = 30;

/// The bar of one piece of work.
pub(super) struct Meter {
    what: String,
    begun: Instant,
    shows: bool,
    drawn: Option<u64>,
}

impl Meter {
    /// Of work that is named so. Nobody sees it where stderr is no terminal, or words are not wanted.
    pub(super) fn of(what: Key, out: Output) -> Self {
        let shows = !out.quiet && stderr().is_terminal();
        Self { what: say(out.lang, what), begun: Instant::now(), shows, drawn: None }
    }

    /// Whether somebody sees it.
    pub(super) const fn shows(&self) -> bool {
        self.shows
    }

    /// So much is done.
    pub(super) fn at(&mut self, Progress { done, total }: Progress) {
        let percent = done.min(total).saturating_mul(100).checked_div(total).unwrap_or(0);
        if !self.shows || self.drawn == Some(percent) || self.begun.elapsed() < PATIENCE {
            return;
        }
        self.drawn = Some(percent);
        let line = line(&self.what, percent);
        // A terminal that is gone needs no bar.
        let _ = write!(stderr(), "\r{line}").and_then(|()| stderr().flush());
    }
}

impl Drop for Meter {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            let _ = write!(stderr(), "\r\x1b[K").and_then(|()| stderr().flush());
        }
    }
}

fn line(what: &str, percent: u64) -> String {
    let share = u16::try_from(percent * 100).map_or(Share::WHOLE, Share::from_bp);
    format!("{} {percent:>3} %  {}", bar(share, COLUMNS, "░"), sanitise_line(what))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;

    #[test]
    fn the_line_has_the_same_width_from_begin_to_end() {
        assert_eq!(
            line("Dựng lại chỉ mục", 50),
            format!("{} 50 %  Dựng lại chỉ mục", "█".repeat(15) + &"░".repeat(15) + " ")
        );
        assert!((0..=100).all(|percent| width(&line("", percent)) == width(&line("", 0))));
    }
}
