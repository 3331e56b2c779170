//! The preview: a document exactly as it will be exported, and its export.

mod view;
mod words;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        ids::RoundId,
        look::Clipboard,
        round::Round,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    report::{
        asked::{About, Asked},
        txt,
    },
    text::fold::fold,
    tui::{
        effect::Effect,
        message::{Answer, Job, Now},
        parts::{cursor::Cursor, field::Field, form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// Bytes that terminals take into their clipboard at once: xterm and tmux stop at 100,000 of Base64.
const SURE_TO_COPY: usize = 74_000;
/// Columns that one key moves the page sideways.
const STEP: usize = 10;

/// State of the preview.
#[derive(Debug)]
pub struct Preview {
    asked: Asked,
    title: String,
    rows: Vec<String>,
    top: Cursor,
    /// Columns left out at the left, for screens narrower than the page.
    left: usize,
    pane: Pane,
    /// Where it was to be written, until it is: what could not be written there is tried again without typing it anew.
    tried: Option<String>,
}

impl Preview {
    /// The preview of a document that is still to be built.
    #[must_use]
    pub fn new(asked: Asked) -> Self {
        let (title, rows, top, pane) = (String::new(), Vec::new(), Cursor::default(), Pane::default());
        Self { asked, title, rows, top, left: 0, pane, tried: None }
    }

    fn take(&mut self, title: &str, text: &str) {
        title.clone_into(&mut self.title);
        self.rows = text.lines().map(str::to_owned).collect();
    }

    /// An inspection's report and its minutes, in turn; the other rounds' reports, one after the other.
    fn turn(&mut self, forward: bool, desk: &mut Desk) {
        let other = match &self.asked.about {
            About::Inspection(id) => Some(About::Minutes(*id)),
            About::Minutes(id) => Some(About::Inspection(*id)),
            About::Rollup { round, by, under, kind } => {
                let round = beside(&desk.shared.rounds, round, forward);
                round.map(|round| About::Rollup { round, by: *by, under: under.clone(), kind: kind.clone() })
            }
            About::Nominations { round, under } => {
                let round = beside(&desk.shared.rounds, round, forward);
                round.map(|round| About::Nominations { round, under: under.clone() })
            }
            About::Letter(_) | About::Findings(_) | About::Matters(_) => None,
        };
        if let Some(about) = other {
            *self = Self::new(Asked { about, format: self.asked.format });
            self.enter(desk);
        }
    }

    /// Hands the whole text to the clipboard of the terminal, where the settings allow it.
    fn copy(&self, desk: &mut Desk) {
        if desk.shared.settings.clipboard != Clipboard::Terminal {
            desk.notice = Some(Notice::warning(key::DOCUMENT_COPY_OFF));
            return;
        }
        let mut text = self.rows.join("\n");
        text.push('\n');
        let told = |key| Message::new(key).with("count", self.rows.len());
        desk.notice = Some(if text.len() > SURE_TO_COPY {
            Notice::warning(told(key::DOCUMENT_TOO_LONG))
        } else {
            Notice::done(told(key::DOCUMENT_COPIED))
        });
        desk.ask(Effect::CopyOut(text));
    }

    /// Brings the next row – or the one before – that holds the words searched for to the top, around.
    fn go_to_match(&mut self, forward: bool, from: usize, desk: &mut Desk) {
        let found = matches(&self.rows, &fold(self.pane.search.words()));
        let next = if forward {
            found.iter().find(|row| **row >= from).or(found.first())
        } else {
            found.iter().rev().find(|row| **row < from).or(found.last())
        };
        match next {
            Some(row) => self.top.set(*row, self.rows.len()),
            None if self.pane.search.words().is_empty() => {
                desk.notice = Some(Notice::warning(key::PREVIEW_SEARCH_FIRST));
            }
            None => desk.notice = Some(Notice::warning(key::PREVIEW_NOT_FOUND)),
        }
    }
}

/// The round after or before this one.
fn beside(rounds: &[Round], round: &RoundId, forward: bool) -> Option<RoundId> {
    let at = rounds.iter().position(|known| known.id == *round)?;
    let to = if forward { at.checked_add(1) } else { at.checked_sub(1) };
    rounds.get(to?).map(|round| round.id.clone())
}

impl Screen for Preview {
    fn own(&self) -> Context {
        Context::Preview
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn find(&mut self, desk: &mut Desk) {
        if self.pane.search.is_on() && !self.pane.search.words().is_empty() {
            self.go_to_match(true, self.top.at(), desk);
        }
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let Some(form) = &self.pane.form else { return Ok(()) };
        let path = form.text(key::FIELD_PATH);
        self.tried = Some(path.clone());
        desk.ask(Effect::Export { path, asked: Box::new(self.asked.clone()) });
        Ok(())
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::Build(Box::new(self.asked.clone())));
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        // The cursor is the first row shown, so the last page begins a page before the end.
        let rows = (self.rows.len() + 1).saturating_sub(desk.shared.page).max(1);
        let reads = self.context() == Context::Preview;
        if !(reads && self.top.follow(command, rows, desk.shared.page.saturating_sub(2))) {
            super::follow(self, command, desk);
        }
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::ExportDocument => {
                let proposed = || desk.shared.file_name(&self.asked, desk.now.today());
                let name = self.tried.clone().unwrap_or_else(proposed);
                let field = Field::technical(key::FIELD_PATH, &name).required();
                self.pane.form = Some(Form::new(say(desk.shared.lang(), key::EXPORT_FORM), vec![field], 0));
            }
            Command::CopyDocument => self.copy(desk),
            Command::Search => self.pane.search.open(),
            Command::NextMatch => self.go_to_match(true, self.top.at() + 1, desk),
            Command::PreviousMatch => self.go_to_match(false, self.top.at(), desk),
            Command::ScrollRight => self.left = (self.left + STEP).min(txt::WIDTH - STEP),
            Command::ScrollLeft => self.left = self.left.saturating_sub(STEP),
            Command::NextDocument => self.turn(true, desk),
            Command::PreviousDocument => self.turn(false, desk),
            Command::ShowHistory => match self.asked.about.thing() {
                Some(thing) => desk.go = Some(Go::History(thing, None)),
                None => desk.notice = Some(Notice::warning(key::HISTORY_MANY)),
            },
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let id = FormId::new(Seat::screen(&format!("{}/export", seats::FILES)), "export");
        self.pane.form.as_ref().map(|form| (id.with_record(Some(&self.title)), form))
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        // A page is turned where it is touched: below the middle on, above it back.
        let down = at.y >= area.y + area.height / 2;
        self.follow(if down { Command::PageDown } else { Command::PageUp }, desk);
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::WorkStopped(Job::Document) if self.rows.is_empty() => desk.go = Some(Go::Back),
            Answer::Exported { .. } => self.tried = None,
            Answer::Built { asked, title, text } if **asked == self.asked => self.take(title, text),
            _ => {}
        }
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::PREVIEW_PLACE).with("title", self.title.as_str())
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        let mut hints = vec![Command::ExportDocument, Command::Search];
        hints.extend((!self.pane.search.words().is_empty()).then_some(Command::NextMatch));
        hints.push(Command::PageDown);
        hints.extend((self.top.at() > 0).then_some(Command::PageUp));
        let alone = matches!(self.asked.about, About::Letter(_) | About::Findings(_) | About::Matters(_));
        hints.extend((!alone).then_some(Command::NextDocument));
        hints.extend([Command::Back, Command::Help, Command::CopyDocument]);
        hints.extend(self.asked.about.thing().map(|_| Command::ShowHistory));
        hints
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}

/// The rows that hold the folded words, from the first.
fn matches(rows: &[String], needle: &str) -> Vec<usize> {
    if needle.is_empty() {
        return Vec::new();
    }
    (0..rows.len()).filter(|row| fold(&rows[*row]).contains(needle)).collect()
}
