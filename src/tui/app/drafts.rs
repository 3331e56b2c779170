//! The words of the open form: kept while they are typed and when it is left by a slip, put back where they were not saved, dropped once they
//! are saved or were put back and the form is given up all the same.
//! The one place that does so, for every form of every screen but the first start, which has no vault to keep them in.

use super::{App, Base};
use crate::{
    domain::draft::{Draft, FormId, Typed},
    i18n::{Key, Message, key, say, say_with},
    tui::{
        effect::Effect,
        parts::{dialog::Dialog, form::Form, notice::Notice, typed},
        screens::{Screen, seats},
        shared::Shared,
    },
};

/// The form whose words are kept.
#[derive(Debug)]
pub(super) struct OpenForm {
    id: FormId,
    /// What stood in it when it was opened.
    untouched: Vec<Typed>,
    /// What was put back into it then; the same where nothing was.
    put_back: Vec<Typed>,
    /// Whether its words were handed on to be kept.
    was_kept: bool,
}

impl App {
    /// Whether something was typed that is not written down yet. The loop then counts a moment and sends
    /// [`crate::tui::message::Message::Rested`]; while this is `false` it only waits.
    #[must_use]
    pub fn has_unkept_words(&self) -> bool {
        self.unkept().is_some()
    }

    /// What must be done so that the words of the open form are kept as they stand.
    pub(super) fn keep_words(&mut self) -> Option<Effect> {
        let effect = self.unkept()?;
        if let Some(open) = &mut self.open_form {
            open.was_kept = true;
        }
        Some(effect)
    }

    fn unkept(&self) -> Option<Effect> {
        let open = self.open_form.as_ref()?;
        let (id, form) = self.screen().drafted().filter(|(id, _)| *id == open.id)?;
        let (words, kept) = (typed::taken_from(form), self.shared.draft(&id.seat));
        if words == open.untouched {
            // Words of another form in the same place stay until this one has some.
            return kept.filter(|kept| kept.is_of(&id)).map(|_| Effect::DropDraft(id.seat));
        }
        let draft = id.draft(form.focus, words);
        (kept != Some(&draft)).then(|| Effect::KeepDraft(Box::new(draft)))
    }

    /// Looks which form is open after something happened. One that was opened has the words put back that were not saved last time; of one
    /// that is gone – saved or given up – nothing is kept any longer.
    pub(super) fn attend_form(&mut self) -> Option<Effect> {
        let now = self.screen().drafted().map(|(id, _)| id);
        if now.as_ref() == self.open_form.as_ref().map(|open| &open.id) {
            return None;
        }
        if now.is_none() && self.open_form.as_ref().is_some_and(|open| self.waits_below(&open.id)) {
            return None;
        }
        let gone = self.open_form.take();
        if let Some(id) = now {
            self.open_words(id);
        }
        let gone =
            gone.filter(|gone| gone.was_kept || self.shared.draft(&gone.id.seat).is_some_and(|it| it.is_of(&gone.id)));
        gone.map(|gone| Effect::DropDraft(gone.id.seat))
    }

    fn open_words(&mut self, id: FormId) {
        let draft = self.shared.draft(&id.seat).filter(|draft| draft.is_of(&id)).cloned();
        let Some(form) = self.screen_mut().form() else { return };
        let untouched = typed::taken_from(form);
        let mut put_back = untouched.clone();
        if let Some(draft) = draft {
            typed::put_back(form, &draft.fields, draft.focus);
            put_back = typed::taken_from(form);
            self.notice = Some(Notice::warning(key::DRAFT_OPENED));
        }
        self.open_form = Some(OpenForm { id, untouched, put_back, was_kept: false });
    }

    /// Keeps what was typed since the form was opened, before it is given up: one key too many must not cost a paragraph. Given up once more as
    /// it was put back, it is gone.
    pub(super) fn lay_aside(&mut self) -> Option<Effect> {
        let open = self.open_form.as_ref()?;
        let words =
            self.screen().drafted().filter(|(id, _)| *id == open.id).map(|(_, form)| typed::taken_from(form))?;
        if words == open.untouched || words == open.put_back {
            return None;
        }
        let effect = self.keep_words();
        self.open_form = None;
        self.notice = Some(Notice::warning(key::DRAFT_LAID_ASIDE));
        effect
    }

    /// Whether the form is open in a screen behind the one in front.
    fn waits_below(&self, id: &FormId) -> bool {
        let is_it = |drafted: Option<(FormId, &Form)>| drafted.is_some_and(|(other, _)| other == *id);
        let in_tabs = match &self.base {
            Base::Start(_) => false,
            Base::Tabs { queue, units, findings, reports, .. } => {
                [queue.drafted(), units.drafted(), findings.drafted(), reports.drafted()].into_iter().any(is_it)
            }
        };
        in_tabs || self.stack.iter().any(|screen| is_it(screen.drafted()))
    }

    /// Everything decided is in the journal already; only words in an open form would be lost, and what the disk did not take, so that is
    /// asked.
    pub(super) fn quit(&mut self) -> Vec<Effect> {
        let open_form = self.screen().context().is_form() && matches!(self.base, Base::Tabs { .. });
        if (open_form || self.unsaved > 0) && self.dialog.is_none() {
            let mut body = Vec::new();
            body.extend((self.unsaved > 0).then(|| key::DIALOG_QUIT_UNSAVED.into()));
            body.extend(open_form.then(|| self.words_on_quitting().into()));
            let quit = self.keep_words().into_iter().chain([Effect::Quit]).collect();
            self.dialog = Some(Dialog::to_answer(key::DIALOG_QUIT, body, quit));
            return Vec::new();
        }
        vec![Effect::Quit]
    }

    /// What becomes of the words of the open form on quitting.
    fn words_on_quitting(&self) -> Key {
        if self.open_form.is_some() { key::DIALOG_QUIT_DRAFT } else { key::DIALOG_QUIT_FORM }
    }
}

/// Says where words wait that were not saved.
pub(super) fn waiting(shared: &Shared) -> Option<Message> {
    let places: Vec<String> = shared.drafts.iter().filter_map(|draft| place(draft, shared)).collect();
    (!places.is_empty()).then(|| Message::new(key::DRAFT_WAITING).with("units", places.join(", ")))
}

/// The place of a draft in words; nothing for one of a newer program, or of an inspection that is not there.
fn place(draft: &Draft, shared: &Shared) -> Option<String> {
    let lang = shared.lang();
    let at = |place, unit: String| say_with(lang, place, &[("unit", unit.into())]);
    if let Some(id) = draft.inspection {
        let unit = shared.unit_name(shared.summaries.get(&id)?.unit);
        return Some(match draft.screen.as_str() {
            "" => unit,
            seats::FLAGS => at(key::DRAFT_PLACE_FLAGS, unit),
            seats::FOLLOW_UP => at(key::DRAFT_PLACE_FOLLOW, unit),
            seats::MODELS => at(key::DRAFT_PLACE_MODELS, unit),
            seats::SIGN_OFF => at(key::DRAFT_PLACE_SIGN_OFF, unit),
            seats::SECOND => at(key::DRAFT_PLACE_SECOND, unit),
            _ => return None,
        });
    }
    if let Some(id) = draft.screen.strip_prefix(seats::UNIT) {
        let unit = shared.units.iter().find(|unit| unit.id.to_string() == id)?;
        return Some(at(key::DRAFT_PLACE_UNIT, unit.name.clone()));
    }
    Some(match draft.screen.split('/').next()? {
        seats::PLAN => say(lang, key::DRAFT_PLACE_PLAN),
        seats::UNITS => say(lang, key::DRAFT_PLACE_UNITS),
        seats::SETTINGS => say(lang, key::DRAFT_PLACE_SETTINGS),
        seats::REPORTS => say(lang, key::DRAFT_PLACE_REPORTS),
        seats::FILES => say(lang, key::DRAFT_PLACE_FILES),
        seats::FILTERS => say(lang, key::DRAFT_PLACE_FILTERS),
        _ => return None,
    })
}
