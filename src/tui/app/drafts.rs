//! The words of the open form: what of them is not written down yet, and what is said of those that waited.

use super::App;
use crate::{
    i18n::{Key, Message, key},
    tui::{effect::Effect, screens::Typing, shared::Shared},
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
        let Typing { inspection, draft } = self.screen().typing()?;
        match (draft, self.shared.draft(inspection)) {
            (Some(typed), kept) if kept != Some(&typed) => Some(Effect::KeepDraft(Box::new(typed))),
            (None, Some(_)) => Some(Effect::DropDraft(inspection)),
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
    let units: Vec<String> = shared
        .drafts
        .iter()
        .filter_map(|draft| shared.summaries.get(&draft.inspection))
        .map(|summary| shared.unit_name(summary.unit))
        .collect();
    (!units.is_empty()).then(|| Message::new(key::DRAFT_WAITING).with("units", units.join(", ")))
}
