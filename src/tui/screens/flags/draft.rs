//! The words of an open answer as a draft, and the form opened again with them.

use super::Flags;
use crate::{
    domain::draft::{Draft, Seat},
    i18n::key,
    tui::{
        parts::{notice::Notice, typed},
        screens::{Desk, FLAGS, Typing},
    },
};

impl Flags {
    pub(super) fn seat(&self) -> Seat {
        Seat { inspection: Some(self.id), screen: FLAGS.into() }
    }

    /// The open answer, and what was typed in it since it was opened.
    pub(super) fn typed(&self) -> Option<Typing> {
        let (form, flag) = (self.form.as_ref()?, self.selected()?);
        let fields = typed::taken_from(form);
        let draft = (fields != self.untouched).then(|| Draft {
            inspection: Some(self.id),
            screen: FLAGS.into(),
            form: "answer".into(),
            item: None,
            record: Some(flag.key().as_str().to_owned()),
            focus: form.focus,
            fields,
        });
        Some(Typing { seat: self.seat(), draft })
    }

    /// Opens the answer whose words were not saved last time, at its flag, with the words in it.
    pub(super) fn offer_draft(&mut self, desk: &mut Desk) {
        let Some(draft) = desk.shared.draft(&self.seat()) else { return };
        let at = self.flags().iter().position(|flag| Some(flag.key().as_str()) == draft.record.as_deref());
        let Some(at) = at else {
            desk.notice = Some(Notice::warning(key::DRAFT_NOT_OPENED));
            return;
        };
        self.cursor.set(at, self.flags().len());
        self.open_answer(desk);
        if let Some(form) = &mut self.form {
            typed::put_back(form, &draft.fields, draft.focus);
            desk.notice = Some(Notice::warning(key::DRAFT_OPENED));
        }
    }
}
