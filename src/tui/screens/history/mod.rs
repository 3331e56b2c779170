//! The history of a thing – an inspection, a unit with its models and indicators, a round, the settings –: who changed what, when, from what to what, read from the journal, newest first. Not for: taking
//! anything back (that is undo, in the walk), nor the seconds at items, which are measured and no deed.

mod view;
mod words;

use super::{Desk, Screen, Trail};
use crate::{
    domain::{thing::Thing, undo::Reach},
    i18n::{
        Message,
        changes::{self, Known},
        key, say,
    },
    keymap::{command::Command, context::Context},
    store::HistoryLine,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// State of the history.
#[derive(Debug)]
pub struct History {
    of: Thing,
    /// The part in hand, when there is one.
    trail: Option<Trail>,
    /// Whether only that part's changes are shown.
    only_part: bool,
    /// Newest first; nothing until the journal was read.
    lines: Option<Vec<HistoryLine>>,
    pane: Pane,
    /// Which page of the change in hand is read, where it takes more than one.
    page_read: usize,
}

impl History {
    /// The history of a thing that is still to be read; where a part of it is in hand, that part's changes can be shown alone.
    #[must_use]
    pub fn new(of: Thing, trail: Option<Trail>) -> Self {
        let only_part = trail.as_ref().is_some_and(|trail| trail.alone);
        Self { of, trail, only_part, lines: None, pane: Pane::default(), page_read: 0 }
    }

    /// The changes that are shown.
    fn shown(&self) -> Vec<&HistoryLine> {
        let only = self.trail.as_ref().filter(|_| self.only_part);
        let lines = self.lines.iter().flatten();
        lines.filter(|line| only.is_none_or(|trail| trail.fields.contains(&line.field))).collect()
    }
}

impl Screen for History {
    fn reach(&self) -> Reach {
        match self.of {
            Thing::Inspection(id) => Reach::Inspection(id),
            Thing::Unit(id) => Reach::Unit(id),
            Thing::Round(_) | Thing::Settings => Reach::Everywhere,
        }
    }

    fn own(&self) -> Context {
        Context::History
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, _: &Shared) -> Option<usize> {
        view::row_at(self, at, area)
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::LoadHistory(self.of.clone()));
    }

    fn moved(&mut self, _: &mut Desk) {
        self.page_read = 0;
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::CycleFilter if self.trail.is_some() => {
                self.only_part = !self.only_part;
                self.pane.fill(self.shown().len(), 0);
                self.page_read = 0;
            }
            Command::ReadOn => self.page_read = (self.page_read + 1).min(view::pages(self, desk.shared) - 1),
            Command::ReadBack => self.page_read = self.page_read.saturating_sub(1),
            _ => {}
        }
    }

    fn hear(&mut self, answer: &Answer, _: &mut Desk) {
        if let Answer::History { of, lines } = answer
            && *of == self.of
        {
            let deeds = lines.iter().rev().filter(|line| !line.field.starts_with("timing/"));
            self.lines = Some(deeds.cloned().collect());
            self.pane.fill(self.shown().len(), self.pane.at());
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let of = match &self.of {
            Thing::Inspection(id) => {
                shared.summaries.get(id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default()
            }
            Thing::Unit(id) => shared.unit_name(*id),
            Thing::Round(id) => shared.round(id).map_or_else(|| id.to_string(), |round| round.title.clone()),
            Thing::Settings => say(shared.lang(), key::SETTINGS_TITLE),
        };
        Message::new(key::HISTORY_PLACE).with("of", of)
    }

    fn hints(&self, shared: &Shared) -> Vec<Command> {
        let mut hints = Vec::new();
        hints.extend((self.page_read + 1 < view::pages(self, shared)).then_some(Command::ReadOn));
        hints.extend((self.page_read > 0).then_some(Command::ReadBack));
        hints.extend(self.trail.is_some().then_some(Command::CycleFilter));
        let (at, last) = (self.pane.at(), self.shown().len().saturating_sub(1));
        hints.extend((at < last).then_some(Command::PageDown));
        hints.extend((at > 0).then_some(Command::PageUp));
        hints.extend([Command::Back, Command::Help]);
        hints
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}

/// A change in words: what it sets, the value before, the value after.
#[derive(Debug, PartialEq, Eq)]
struct Told {
    what: String,
    from: String,
    to: String,
}

fn told(line: &HistoryLine, shared: &Shared) -> Told {
    let known = Known { lang: shared.lang(), programme: &shared.programme, rounds: &shared.rounds };
    let (before, after) = (line.before.as_ref(), line.after.as_ref());
    // A newer program's field keeps the name and the words that the journal gives it.
    let Some(what) = changes::name(known, before, after).filter(|_| after.is_some()) else {
        return Told { what: line.field.clone(), from: line.from.clone(), to: line.to.clone() };
    };
    let (from, to) = changes::from_to(known, before, after);
    Told { what, from, to }
}
