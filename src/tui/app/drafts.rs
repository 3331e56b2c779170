//! The words of the open form: what of them is not written down yet, and what is said of those that waited.

use super::App;
use crate::{
    i18n::{Key, Message, key, say, say_with},
    tui::{
        effect::Effect,
        screens::{FLAGS, PLAN, Typing, UNITS},
        shared::Shared,
    },
};

impl App {
    /// Whether something was typed that is not written down yet. The loop then counts a moment and sends
    /// [`crate::tui::message::Message::Rested`]; while this is `false` it only waits.
    #[must_use]
    pub fn has_unkept_words(&self) -> bool {
        self.unkept().is_some()
    }

    /// What must be done so that the words of the open form are kept as they stand.
    pub(super) fn unkept(&self) -> Option<Effect> {
        let Typing { seat, draft } = self.screen().typing()?;
        match (draft, self.shared.draft(&seat)) {
            (Some(typed), kept) if kept != Some(&typed) => Some(Effect::KeepDraft(Box::new(typed))),
            (None, Some(_)) => Some(Effect::DropDraft(seat)),
            _ => None,
        }
    }

    /// What becomes of the words of the open form on quitting.
    pub(super) fn words_on_quitting(&self) -> Key {
        if self.screen().typing().is_some() { key::DIALOG_QUIT_DRAFT } else { key::DIALOG_QUIT_FORM }
    }
}

/// Says where words wait that were not saved.
pub(super) fn waiting(shared: &Shared) -> Option<Message> {
    let lang = shared.lang();
    let units = |of: fn(&str) -> bool| {
        let drafts = shared.drafts.iter().filter(move |draft| of(&draft.screen));
        let known = drafts.filter_map(|draft| shared.summaries.get(draft.inspection.as_ref()?));
        known.map(|summary| shared.unit_name(summary.unit))
    };
    let flags = units(|screen| screen == FLAGS);
    let flags = flags.map(|unit| say_with(lang, key::DRAFT_PLACE_FLAGS, &[("unit", unit.into())]));
    let follow = units(|screen| !screen.is_empty() && screen != FLAGS);
    let follow = follow.map(|unit| say_with(lang, key::DRAFT_PLACE_FOLLOW, &[("unit", unit.into())]));
    let screens = shared.drafts.iter().filter(|draft| draft.inspection.is_none()).filter_map(|draft| {
        let place = match draft.screen.as_str() {
            PLAN => key::DRAFT_PLACE_PLAN,
            UNITS => key::DRAFT_PLACE_UNITS,
            _ => return None,
        };
        Some(say(lang, place))
    });
    let places: Vec<String> = units(str::is_empty).chain(follow).chain(flags).chain(screens).collect();
    (!places.is_empty()).then(|| Message::new(key::DRAFT_WAITING).with("units", places.join(", ")))
}
