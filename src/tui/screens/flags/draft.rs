//! The open answer as drafts name it, and the one opened again whose words were not saved; the application puts them back.

use super::Flags;
use crate::{
    domain::draft::{FormId, Seat},
    i18n::key,
    tui::{
        parts::{form::Form, notice::Notice},
        screens::{Desk, seats},
    },
};

impl Flags {
    fn seat(&self) -> Seat {
        Seat::of(self.id, seats::FLAGS)
    }

    /// The open answer and which it is.
    pub(super) fn answering(&self) -> Option<(FormId, &Form)> {
        let (form, flag) = (self.pane.form.as_ref()?, self.selected()?);
        Some((FormId::new(self.seat(), "answer").with_record(Some(flag.key())), form))
    }

    /// Opens the answer whose words were not saved last time, at its flag.
    pub(super) fn offer_draft(&mut self, desk: &mut Desk) {
        let Some(draft) = desk.shared.draft(&self.seat()) else { return };
        let at = self.flags().iter().position(|flag| Some(flag.key().as_str()) == draft.record.as_deref());
        let Some(at) = at else {
            desk.notice = Some(Notice::warning(key::DRAFT_NOT_OPENED));
            return;
        };
        self.pane.set(at);
        self.open_answer(desk);
    }
}
