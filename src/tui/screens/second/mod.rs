//! The second look at one inspection: what it is for, the draw that both sides seed, the way to the walk over the drawn items, and – once
//! it is signed – both looks side by side with how far they agree. Before that it shows nothing that the first look gave. Not for: the
//! walk itself, or reckoning any of it (`domain::second`).

mod form;
mod view;
mod words;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        ids::InspectionId,
        inspection::Inspection,
        programme::Programme,
        second::{Pair, Second},
        summary::Summary,
        undo::Reach,
    },
    i18n::{Message, key},
    keymap::{command::Command, context::Context},
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use std::sync::Arc;

/// State of the screen.
#[derive(Debug)]
pub struct SecondLook {
    /// The inspection that is looked at again.
    id: InspectionId,
    /// It, once it was read.
    first: Option<(Inspection, Arc<Programme>)>,
    /// The latest second look at it, once it was read.
    look: Option<Inspection>,
    pane: Pane,
}

impl SecondLook {
    /// The second look at an inspection that is still to be read.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, first: None, look: None, pane: Pane::default() }
    }

    /// The latest second look: the one that is not signed, else the one signed last.
    fn latest<'a>(&self, shared: &'a Shared) -> Option<&'a Summary> {
        shared.summaries.looks_at(self.id).last().copied()
    }

    fn ask(&self, desk: &mut Desk) {
        desk.ask(Effect::Load(self.id));
        if let Some(look) = self.latest(desk.shared) {
            desk.ask(Effect::Load(look.id));
        }
    }

    fn second(&self) -> Option<&Second> {
        self.look.as_ref()?.second.as_deref()
    }

    fn is_done(&self) -> bool {
        self.look.as_ref().is_some_and(Inspection::is_signed)
    }

    fn pairs(&self) -> Vec<Pair> {
        self.look.as_ref().and_then(Inspection::looked).map(|looked| looked.pairs).unwrap_or_default()
    }

    /// Goes to the walk of the second look, or, when it is done, to the selected item of the first.
    fn open(&self, desk: &mut Desk) {
        let Some(look) = &self.look else { return };
        desk.go = Some(match self.pairs().get(self.pane.at()) {
            Some(pair) if self.is_done() => Go::Item(self.id, pair.item.clone()),
            Some(pair) => Go::Item(look.id, pair.item.clone()),
            None => Go::Walk(look.id),
        });
    }
}

impl Screen for SecondLook {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn own(&self) -> Context {
        Context::Second
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
        view::row_at(self, at, area, shared)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.open(desk);
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let (Some(form), Some((first, programme))) = (&self.pane.form, &self.first) else { return Ok(()) };
        let said = form::read(form, first, programme, desk)?;
        let told = Message::new(key::SECOND_DRAWN).with("items", said.size.unwrap_or_default());
        desk.notice = Some(Notice::done(told.with("by", said.by.clone())));
        desk.ask(Effect::DrawSecond(self.id, Box::new(said)));
        Ok(())
    }

    fn enter(&mut self, desk: &mut Desk) {
        self.ask(desk);
    }

    fn is_at(&self, go: &Go) -> bool {
        *go == Go::SecondLook(self.id)
    }

    fn stays(&self) -> bool {
        true
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::OpenLookedAt => self.open(desk),
            Command::DrawSecondLook if self.look.is_some() && !self.is_done() => {
                desk.notice = Some(Notice::warning(key::SECOND_UNDERWAY));
            }
            Command::DrawSecondLook => {
                let Some((first, programme)) = &self.first else { return };
                match form::draw(first, programme, desk.shared) {
                    Ok(form) => self.pane.form = Some(form),
                    Err(why) => desk.notice = Some(Notice::warning(why)),
                }
            }
            Command::ShowHistory => desk.go = self.look.as_ref().map(|look| Go::History(look.id.into(), None)),
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        self.pane.form.as_ref().map(|form| (FormId::new(Seat::of(self.id, seats::SECOND), "draw"), form))
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::Loaded { inspection, programme } if inspection.id == self.id => {
                self.first = Some(((**inspection).clone(), programme.clone()));
            }
            Answer::Loaded { inspection, .. }
                if self.latest(desk.shared).is_some_and(|look| look.id == inspection.id) =>
            {
                self.look = Some((**inspection).clone());
                self.pane.fill(self.pairs().len(), self.pane.at());
            }
            Answer::Committed { summaries, .. } => {
                let ours = |summary: &&Summary| summary.second.as_ref().is_some_and(|looked| looked.of == self.id);
                if let Some(look) = summaries.iter().find(ours) {
                    desk.ask(Effect::Load(look.id));
                }
            }
            _ => {}
        }
    }

    fn waits(&self) -> bool {
        self.first.is_none()
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default();
        Message::new(key::SECOND_PLACE).with("unit", unit)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        let mut hints = Vec::new();
        hints.extend(self.look.is_some().then_some(Command::OpenLookedAt));
        hints.extend((self.look.is_none() || self.is_done()).then_some(Command::DrawSecondLook));
        hints.extend(self.look.is_some().then_some(Command::ShowHistory));
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
