//! The words of the walk's open form as a draft, and the form opened again with them.

use super::{Walk, forms};
use crate::{
    domain::draft::Seat,
    i18n::key,
    tui::{
        effect::Effect,
        parts::{notice::Notice, typed},
        screens::{Desk, Typing},
    },
};

impl Walk {
    /// The open form, and what was typed in it since it was opened.
    pub(super) fn typed(&self) -> Option<Typing> {
        let (purpose, form) = self.form.as_ref()?;
        let words = typed::taken_from(form);
        let draft = (words != self.untouched).then(|| forms::draft(self.id, purpose, form.focus, words));
        Some(Typing { seat: Seat::walk(self.id), draft })
    }

    /// The form is saved or given up, and its draft with it.
    pub(super) fn close_form(&mut self, desk: &mut Desk) {
        self.form = None;
        desk.ask(Effect::DropDraft(Seat::walk(self.id)));
    }

    /// Opens the form whose words were not saved last time, with the words in it.
    pub(super) fn offer_draft(&mut self, desk: &mut Desk) {
        let (Some(draft), Some(sheet)) = (desk.shared.draft(&Seat::walk(self.id)), &mut self.sheet) else { return };
        if sheet.inspection.is_signed() {
            desk.notice = Some(Notice::warning(key::DRAFT_SIGNED));
            return;
        }
        if let Some(purpose) = forms::purpose(draft) {
            if let Some(item) = purpose.item() {
                sheet.show(item);
            }
            self.open(purpose, desk);
        }
        let Some((_, form)) = &mut self.form else {
            desk.notice = Some(Notice::warning(key::DRAFT_NOT_OPENED));
            return;
        };
        typed::put_back(form, &draft.fields, draft.focus);
        desk.notice = Some(Notice::warning(key::DRAFT_OPENED));
    }
}
