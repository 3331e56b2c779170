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
        parts::{field::Field, form::Form, notice::Notice, page::Page, pane::Pane},
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
    pane: Pane,
    /// Rows of the flag in hand that are left out at its top, where it does not fit.
    top: usize,
    /// Whether words that were not saved last time are to be offered once the flags are there.
    offers: bool,
}

impl Flags {
    /// The flags of an inspection that are still to be reckoned.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, flagged: None, pane: Pane::default(), top: 0, offers: true }
    }

    fn flags(&self) -> &[Flag] {
        self.flagged.as_ref().map(|flagged| flagged.flags.as_slice()).unwrap_or_default()
    }

    fn selected(&self) -> Option<&Flag> {
        self.flags().get(self.pane.at())
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
        self.pane.form = Some(form);
    }
}

impl Screen for Flags {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn own(&self) -> Context {
        Context::Flags
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

    fn open_row(&mut self, desk: &mut Desk) {
        self.act(Command::OpenFlagged, desk);
    }

    fn moved(&mut self, _: &mut Desk) {
        self.top = 0;
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let (Some(form), Some(flag)) = (&self.pane.form, self.selected()) else { return Ok(()) };
        let words = form.text(key::FIELD_FLAG_ANSWER);
        // A blank answer takes the answer back: the question stands again.
        let by = desk.shared.settings.inspector.clone();
        let is_blank = words.is_empty();
        let answer = (!is_blank).then_some(FlagAnswer { words, by, at: Some(desk.now.at) });
        let edit = Box::new(Edit::AnswerFlag(flag.key(), answer));
        desk.ask(Effect::Commit(vec![Change::Inspection { id: self.id, edit }]));
        desk.ask(Effect::LoadFlags(self.id));
        Ok(())
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::LoadFlags(self.id));
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
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
            self.pane.fill(flagged.flags.len(), self.pane.at());
            self.flagged = Some((**flagged).clone());
            if std::mem::take(&mut self.offers) && self.pane.form.is_none() {
                self.offer_draft(desk);
            }
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default();
        Message::new(key::FLAGS_PLACE).with("unit", unit)
    }

    fn hints(&self, shared: &Shared) -> Vec<Command> {
        if self.pane.form.is_some() {
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
