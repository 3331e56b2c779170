//! Draws how far the long work is, in the row of notices.

use super::{super::App, goes_on};
use crate::{
    domain::share::Share,
    i18n::{Lang, count, say, say_with},
    keymap::command::Command,
    tui::{
        message::Progress,
        ui::{
            Frame,
            widgets::{bar, line},
        },
    },
};
use ratatui::{
    layout::Rect,
    text::{Line, Span},
};

impl App {
    /// How far the long work is, and the key that stops it. The words stand whole; the bar takes what they leave.
    pub(in crate::tui::app) fn draw_work(&self, frame: &mut Frame, area: Rect, lang: Lang) {
        let Some(Progress { job, done, of }) = self.work else { return };
        let number = |number: usize| count(lang, number as u64);
        let words = say_with(lang, goes_on(job), &[("done", number(done).into()), ("of", number(of).into())]);
        let mut spans = vec![Span::styled(format!(" {words}"), self.theme.text)];
        // The key that leaves a screen stops the work first; over a form or a question it means that.
        for (pressed, _) in self.keymap.hints(self.context(), &[Command::Back]) {
            spans.push(Span::styled(format!("   {pressed} "), self.theme.accent));
            spans.push(Span::styled(say(lang, Command::CancelWork.label()), self.theme.dim));
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
