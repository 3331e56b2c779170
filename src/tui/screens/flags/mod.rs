//! The flags of an inspection: what asks about form without substance, with its numbers and the way out, answered in writing here or
//! removed at its place. Not for: judging – the rules are `domain::flags` –, nor for holding anything up: a flag hinders no signature.

mod draft;
mod view;
mod words;

use super::{Desk, Go, Screen, Trail};
use crate::{
    domain::{
        draft::FormId,
        edit::{Change, Edit},
        flag_answer::FlagAnswer,
        flags::Flag,
        ids::InspectionId,
        inspection::Inspection,
        undo::Reach,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    report::flags::Flagged,
    tui::{
        effect::Effect,
        message::{Answer, Job, Now},
        parts::{
            cursor::Cursor,
            field::Field,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// State of the flags screen.
#[derive(Debug)]
pub struct Flags {
    id: InspectionId,
    /// Nothing until the storage thread compared the inspection with the others.
    flagged: Option<Flagged>,
    cursor: Cursor,
    /// Rows of the flag in hand that are left out at its top, where it does not fit.
    top: usize,
    form: Option<Form>,
    /// Whether words that were not saved last time are to be offered once the flags are there.
    offers: bool,
}

impl Flags {
    /// The flags of an inspection that are still to be reckoned.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, flagged: None, cursor: Cursor::default(), top: 0, form: None, offers: true }
    }

    fn flags(&self) -> &[Flag] {
        self.flagged.as_ref().map(|flagged| flagged.flags.as_slice()).unwrap_or_default()
    }

    fn selected(&self) -> Option<&Flag> {
        self.flags().get(self.cursor.at())
    }

    fn inspection(&self) -> Option<&Inspection> {
        self.flagged.as_ref().map(|flagged| &flagged.inspection)
    }

    fn open_answer(&mut self, desk: &mut Desk) {
        let (Some(flag), Some(flagged)) = (self.selected(), &self.flagged) else { return };
        if flagged.inspection.is_signed() {
            desk.notice = Some(Notice::warning(key::WALK_SIGNED));
            return;
        }
        let before = flagged.answer(flag).map(|answer| answer.words.clone()).unwrap_or_default();
        let title = format!("{} · {}", flag.code(), say(desk.shared.lang(), key::FLAGS_ANSWER_FORM));
        let form = Form::new(title, vec![Field::words(key::FIELD_FLAG_ANSWER, &before)], 0);
        self.form = Some(form);
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some(form) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => return,
            Outcome::Cancel => {}
            Outcome::Save => {
                let words = form.text(key::FIELD_FLAG_ANSWER);
                // A blank answer takes the answer back: the question stands again.
                let answer = (!words.is_empty()).then(|| FlagAnswer {
                    words,
                    by: desk.shared.settings.inspector.clone(),
                    at: Some(desk.now.at),
                });
                if let Some(flag) = self.selected() {
                    let edit = Box::new(Edit::AnswerFlag(flag.key(), answer));
                    desk.ask(Effect::Commit(vec![Change::Inspection { id: self.id, edit }]));
                    desk.ask(Effect::LoadFlags(self.id));
                }
            }
        }
        self.form = None;
    }
}

impl Screen for Flags {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn context(&self) -> Context {
        if self.form.is_some() { Context::Form } else { Context::Flags }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::LoadFlags(self.id));
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        let rows = self.flags().len();
        if self.cursor.follow(command, rows, desk.shared.page) {
            self.top = 0;
            return;
        }
        match command {
            Command::ReadOn => self.top = view::further(self, desk.shared),
            Command::ReadBack => self.top = view::back(self, desk.shared),
            Command::AnswerFlag => self.open_answer(desk),
            Command::ShowHistory => {
                let trail = self.selected().map(|flag| {
                    let fields = [format!("flag/{}", flag.key())].into();
                    Trail { name: flag.code().to_owned(), fields, alone: false }
                });
                desk.go = Some(Go::History(self.id.into(), trail));
            }
            Command::OpenFlagged => {
                let place = self.selected().map(Flag::place);
                let item = place.zip(self.inspection()).and_then(|(place, inspection)| place.items(inspection).pop());
                desk.go = Some(item.map_or(Go::Walk(self.id), |item| Go::Item(self.id, item)));
            }
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut()
    }

    fn choose(&mut self, row: usize, _: &mut Desk) {
        let rows = self.flags().len();
        self.cursor.set(row, rows);
        self.top = 0;
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        if let Some(row) = view::row_at(self, at, area) {
            // A click on the row that is selected already does what Enter does.
            if row == self.cursor.at() {
                return self.follow(Command::OpenFlagged, desk);
            }
            self.choose(row, desk);
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        self.answering()
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        if matches!(answer, Answer::WorkStopped(Job::Flags)) && self.flagged.is_none() {
            desk.go = Some(Go::Back);
        }
        if let Answer::Flags(flagged) = answer
            && flagged.inspection.id == self.id
        {
            self.cursor.set(self.cursor.at(), flagged.flags.len());
            self.flagged = Some((**flagged).clone());
            if std::mem::take(&mut self.offers) && self.form.is_none() {
                self.offer_draft(desk);
            }
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default();
        Message::new(key::FLAGS_PLACE).with("unit", unit)
    }

    fn hints(&self, shared: &Shared) -> Vec<Command> {
        if self.form.is_some() {
            return vec![Command::SaveForm, Command::NewLine, Command::CancelForm];
        }
        let mut hints = Vec::new();
        if !self.flags().is_empty() {
            hints.extend([Command::OpenFlagged, Command::AnswerFlag]);
            hints.extend((view::further(self, shared) > self.top).then_some(Command::ReadOn));
            hints.extend((self.top > 0).then_some(Command::ReadBack));
        }
        hints.extend([Command::Back, Command::Help, Command::ShowHistory]);
        hints
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}
