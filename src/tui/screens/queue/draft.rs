//! The words of the form that plans a round as a draft, and the form opened with what was not saved.

use super::{Asks, Queue, plan};
use crate::{
    domain::draft::{Draft, Seat},
    i18n::key,
    tui::{
        effect::Effect,
        parts::{notice::Notice, typed},
        screens::{Desk, PLAN, Typing},
    },
};

impl Queue {
    /// Opens the form; the words that were not saved last time are in it again.
    pub(super) fn open_plan(&mut self, desk: &mut Desk) {
        let mut form = plan::form(desk.shared, desk.now.today(), None);
        self.untouched = typed::taken_from(&form);
        if let Some(draft) = desk.shared.draft(&Seat::screen(PLAN)) {
            typed::put_back(&mut form, &draft.fields, draft.focus);
            desk.notice = Some(Notice::warning(key::DRAFT_OPENED));
        }
        self.form = Some((Asks::Plan, form));
    }

    /// The open form, and what was typed in it since it was opened; a filter is opened again in a moment.
    pub(super) fn typed(&self) -> Option<Typing> {
        let (Asks::Plan, form) = self.form.as_ref()? else { return None };
        let fields = typed::taken_from(form);
        let draft = (fields != self.untouched).then(|| Draft {
            inspection: None,
            screen: PLAN.into(),
            form: PLAN.into(),
            item: None,
            record: None,
            focus: form.focus,
            fields,
        });
        Some(Typing { seat: Seat::screen(PLAN), draft })
    }

    /// The form is saved or given up, and its draft with it.
    pub(super) fn close_form(&mut self, desk: &mut Desk) {
        if let Some((Asks::Plan, _)) = self.form.take() {
            desk.ask(Effect::DropDraft(Seat::screen(PLAN)));
        }
    }
}
