//! Long work as the person sees it: a bar with what is done and how far it is, and the key that stops it. What the work is, and in which
//! steps it goes, is the storage thread's matter.

use super::App;
use crate::{
    domain::share::Share,
    i18n::{Key, Lang, count, key, say, say_with},
    keymap::command::Command,
    tui::{
        effect::Effect,
        message::{Job, Progress},
        ui::{
            Frame, Rect,
            widgets::{bar, line},
        },
    },
};
use ratatui::text::{Line, Span};

/// What is being done; it names how much is done and how much there is.
const fn goes_on(job: Job) -> Key {
    match job {
        Job::Findings => key::WORK_FINDINGS,
        Job::Flags => key::WORK_FLAGS,
        Job::Document => key::WORK_DOCUMENT,
        Job::Export => key::WORK_EXPORT,
        Job::Letters => key::WORK_LETTERS,
    }
}

/// What is told once it was stopped.
pub(super) const fn stopped(job: Job) -> Key {
    match job {
        Job::Findings => key::WORK_FINDINGS_STOPPED,
        Job::Flags => key::WORK_FLAGS_STOPPED,
        Job::Document => key::WORK_DOCUMENT_STOPPED,
        Job::Export => key::WORK_EXPORT_STOPPED,
        Job::Letters => key::WORK_LETTERS_STOPPED,
    }
}

impl App {
    /// Stops the long work, if any goes on.
    pub(super) fn cancel_work(&mut self) -> Vec<Effect> {
        self.work.take().map(|_| Effect::CancelWork).into_iter().collect()
    }

    /// How far the long work is, and the key that stops it. The words stand whole; the bar takes what they leave.
    pub(super) fn draw_work(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let Some(Progress { job, done, of }) = self.work else { return };
        let number = |number: usize| count(lang, number as u64);
        let words = say_with(lang, goes_on(job), &[("done", number(done).into()), ("of", number(of).into())]);
        let mut spans = vec![Span::styled(format!(" {words}"), self.theme.text)];
        for (pressed, what) in self.keymap.hints(self.context(), &[Command::CancelWork]) {
            spans.push(Span::styled(format!("   {pressed} "), self.theme.accent));
            spans.push(Span::styled(say(lang, what), self.theme.dim));
        }
        let taken = u16::try_from(spans.iter().map(Span::width).sum::<usize>()).unwrap_or(u16::MAX);
        let columns = area.width.saturating_sub(taken + 1).min(30);
        let share = Share::of(done as u64, of as u64).unwrap_or(Share::NONE);
        if columns >= 4 {
            spans.insert(0, Span::styled(format!(" {}", bar(share, columns)), self.theme.accent));
        }
        line(frame, area, Line::from(spans));
    }
}
