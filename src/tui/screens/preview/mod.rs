//! The preview: a document exactly as it will be exported, and its export.

mod view;
mod words;

use super::{Desk, Go, Screen};
use crate::{
    domain::{
        follow_up::Number,
        ids::{InspectionId, RoundId, UnitId},
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context, key::Key},
    report::txt,
    text::fold::fold,
    tui::{
        asked::{About, Asked},
        effect::Effect,
        message::{Answer, Job, Now},
        parts::{
            cursor::Cursor,
            field::Field,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
            search::Search,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// Which document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// One that was asked for by what it is about.
    Asked(Asked),
    /// The report of an inspection.
    Inspection(InspectionId),
    /// The working minutes of an inspection.
    Minutes(InspectionId),
    /// The letter that urges a unit.
    Letter(UnitId),
    /// The roll-up report of a round.
    Round(RoundId),
    /// The text of findings and recommendations, as the findings screen showed them.
    Findings(Vec<(InspectionId, Number)>),
}

/// Columns that one key moves the page sideways.
const STEP: usize = 10;

/// State of the preview.
#[derive(Debug)]
pub struct Preview {
    subject: Subject,
    title: String,
    rows: Vec<String>,
    top: Cursor,
    /// Columns left out at the left, for screens narrower than the page.
    left: usize,
    search: Search,
    form: Option<Form>,
}

impl Preview {
    /// The preview of a document that is still to be built.
    #[must_use]
    pub fn new(subject: Subject) -> Self {
        Self {
            subject,
            title: String::new(),
            rows: Vec::new(),
            top: Cursor::default(),
            left: 0,
            search: Search::default(),
            form: None,
        }
    }

    fn take(&mut self, title: &str, text: &str) {
        title.clone_into(&mut self.title);
        self.rows = text.lines().map(str::to_owned).collect();
    }

    /// An inspection's report and its minutes, in turn; the other rounds' reports, one after the other.
    fn turn(&mut self, forward: bool, desk: &mut Desk) {
        let other = match &self.subject {
            Subject::Inspection(id) => Some(Subject::Minutes(*id)),
            Subject::Minutes(id) => Some(Subject::Inspection(*id)),
            _ => None,
        };
        if let Some(other) = other {
            *self = Self::new(other);
            return self.enter(desk);
        }
        let Subject::Round(id) = &self.subject else { return };
        let rounds = &desk.shared.rounds;
        let Some(at) = rounds.iter().position(|round| round.id == *id) else { return };
        let to = if forward { at + 1 } else { at.wrapping_sub(1) };
        if let Some(round) = rounds.get(to) {
            *self = Self::new(Subject::Round(round.id.clone()));
            self.enter(desk);
        }
    }

    /// Brings the next row – or the one before – that holds the words searched for to the top, around.
    fn go_to_match(&mut self, forward: bool, from: usize, desk: &mut Desk) {
        let found = matches(&self.rows, &fold(self.search.words()));
        let next = if forward {
            found.iter().find(|row| **row >= from).or(found.first())
        } else {
            found.iter().rev().find(|row| **row < from).or(found.last())
        };
        match next {
            Some(row) => self.top.set(*row, self.rows.len()),
            None if self.search.words().is_empty() => desk.notice = Some(Notice::warning(key::PREVIEW_SEARCH_FIRST)),
            None => desk.notice = Some(Notice::warning(key::PREVIEW_NOT_FOUND)),
        }
    }

    fn follow_search(&mut self, command: Command, desk: &mut Desk) {
        if !self.search.follow(command) {
            return;
        }
        if self.search.is_on() {
            self.go_to_match(true, self.top.at(), desk);
        }
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some(form) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => return,
            Outcome::Cancel => {}
            Outcome::Save => {
                let mut text = self.rows.join("\n");
                text.push('\n');
                desk.ask(Effect::Export { path: form.text(key::FIELD_PATH), text });
            }
        }
        self.form = None;
    }
}

impl Screen for Preview {
    fn context(&self) -> Context {
        match (&self.form, self.search.is_open()) {
            (Some(_), _) => Context::Form,
            (None, true) => Context::Search,
            (None, false) => Context::Preview,
        }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(match &self.subject {
            Subject::Asked(asked) => Effect::Build(Box::new(asked.clone())),
            Subject::Inspection(id) => Effect::BuildReport(*id),
            Subject::Minutes(id) => Effect::BuildMinutes(*id),
            Subject::Letter(unit) => Effect::BuildLetter(*unit),
            Subject::Round(id) => Effect::BuildRollup(id.clone()),
            Subject::Findings(shown) => Effect::BuildFindings(shown.clone()),
        });
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        if self.search.is_open() {
            return self.follow_search(command, desk);
        }
        // The cursor is the first row shown, so the last page begins a page before the end.
        let rows = (self.rows.len() + 1).saturating_sub(desk.shared.page).max(1);
        if self.top.follow(command, rows, desk.shared.page.saturating_sub(2)) {
            return;
        }
        match command {
            Command::ExportDocument => {
                let field =
                    Field::technical(key::FIELD_PATH, &file_name(&self.subject, desk.shared, desk.now)).required();
                self.form = Some(Form::new(say(desk.shared.lang(), key::EXPORT_FORM), vec![field], 0));
            }
            Command::Search => self.search.open(),
            Command::NextMatch => self.go_to_match(true, self.top.at() + 1, desk),
            Command::PreviousMatch => self.go_to_match(false, self.top.at(), desk),
            Command::ScrollRight => self.left = (self.left + STEP).min(txt::WIDTH - STEP),
            Command::ScrollLeft => self.left = self.left.saturating_sub(STEP),
            Command::NextDocument => self.turn(true, desk),
            Command::PreviousDocument => self.turn(false, desk),
            _ => {}
        }
    }

    fn insert(&mut self, words: &str, desk: &mut Desk) {
        if let Some(form) = &mut self.form {
            form.insert(words);
        } else if self.search.insert(words) {
            self.go_to_match(true, self.top.at(), desk);
        }
    }

    fn edit(&mut self, pressed: Key, desk: &mut Desk) {
        if let Some(form) = &mut self.form {
            form.edit(pressed);
        } else if self.search.edit(pressed) && !self.search.words().is_empty() {
            self.go_to_match(true, self.top.at(), desk);
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut()
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        // A page is turned where it is touched: below the middle on, above it back.
        let down = at.y >= area.y + area.height / 2;
        self.follow(if down { Command::PageDown } else { Command::PageUp }, desk);
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match (answer, &self.subject) {
            (Answer::WorkStopped(Job::Document), _) if self.rows.is_empty() => desk.go = Some(Go::Back),
            (Answer::Built { asked, title, text }, Subject::Asked(here)) if **asked == *here => self.take(title, text),
            (Answer::Report { id, title, text }, Subject::Inspection(here)) if id == here => self.take(title, text),
            (Answer::Minutes { id, title, text }, Subject::Minutes(here)) if id == here => self.take(title, text),
            (Answer::Letter { unit, title, text }, Subject::Letter(here)) if unit == here => self.take(title, text),
            (Answer::FindingsText { shown, title, text }, Subject::Findings(here)) if shown == here => {
                self.take(title, text);
            }
            (Answer::RolledUp { round, title, text }, Subject::Round(here)) if round == here => self.take(title, text),
            _ => {}
        }
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::PREVIEW_PLACE).with("title", self.title.as_str())
    }

    fn hints(&self) -> Vec<Command> {
        match self.context() {
            Context::Form => return vec![Command::SaveForm, Command::CancelForm],
            Context::Search => return vec![Command::AcceptSearch, Command::LeaveSearch],
            _ => {}
        }
        let mut hints = vec![Command::ExportDocument, Command::Search];
        hints.extend((!self.search.words().is_empty()).then_some(Command::NextMatch));
        hints.push(Command::PageDown);
        hints.extend((self.top.at() > 0).then_some(Command::PageUp));
        let alone = matches!(self.subject, Subject::Asked(_) | Subject::Letter(_) | Subject::Findings(_));
        hints.extend((!alone).then_some(Command::NextDocument));
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

/// The rows that hold the folded words, from the first.
fn matches(rows: &[String], needle: &str) -> Vec<usize> {
    if needle.is_empty() {
        return Vec::new();
    }
    (0..rows.len()).filter(|row| fold(&rows[*row]).contains(needle)).collect()
}

/// The name proposed for the file.
fn file_name(subject: &Subject, shared: &Shared, now: Now) -> String {
    let nowhere = RoundId::from("");
    let (round, unit) = match subject {
        Subject::Letter(id) => {
            let everything = RoundId::from("all");
            let code = shared.units.get(*id).map_or("", |unit| unit.code.as_str());
            return crate::report::write::file_name(&everything, code, "letter", now.today(), "txt");
        }
        Subject::Inspection(id) | Subject::Minutes(id) => {
            let summary = shared.summaries.get(id);
            let unit = summary.and_then(|summary| shared.units.get(summary.unit)).map_or("", |unit| unit.code.as_str());
            (summary.map_or(&nowhere, |summary| &summary.round), unit)
        }
        Subject::Round(id) => (id, ""),
        Subject::Asked(asked) => return asked_name(asked, shared, now),
        Subject::Findings(shown) => return super::findings::file_name(shown, shared, now),
    };
    let kind = match subject {
        Subject::Minutes(_) => "minutes",
        _ if unit.is_empty() => "rollup",
        _ => "report",
    };
    crate::report::write::file_name(round, unit, kind, now.today(), "txt")
}

fn asked_name(Asked { about, format }: &Asked, shared: &Shared, now: Now) -> String {
    let all = RoundId::from("all");
    let (round, unit, kind) = match about {
        About::Inspection(id) | About::Minutes(id) => {
            let summary = shared.summaries.get(id);
            let unit = summary.and_then(|summary| shared.units.get(summary.unit)).map_or("", |unit| unit.code.as_str());
            let kind = if matches!(about, About::Minutes(_)) { "minutes" } else { "report" };
            (summary.map_or(&all, |summary| &summary.round), unit, kind)
        }
        About::Rollup { round, under, .. } => (round, under.as_deref().unwrap_or("all"), "rollup"),
        About::Findings { round, under, .. } => {
            (round.as_ref().unwrap_or(&all), under.as_deref().unwrap_or("all"), "findings")
        }
    };
    crate::report::write::file_name(round, unit, kind, now.today(), format.ending())
}
