//! The keymap in force: made when the application opens and when the settings choose another; what is said of it.

use super::App;
use crate::{
    domain::look::KeymapName,
    i18n::{Key, Lang, Message, key, say, say_with},
    keymap::choice::{InForce, Over},
};

impl App {
    /// Takes the keymap that the settings choose now, unless something else says which.
    pub(super) fn take_keymap(&mut self) {
        let InForce { keymap, origin } = self.choice.in_force(self.shared.settings.keymap);
        let keymap = keymap.named_in(self.shared.settings.signs);
        if keymap != self.keymap {
            self.pressed.clear();
        }
        (self.keymap, self.origin) = (keymap, origin);
    }

    /// What is wrong with the keymap file, when it is not in use because of it.
    pub(super) fn keymap_not_used(&self) -> Option<Message> {
        let Over { path, mistakes } = self.origin.over.as_ref().filter(|over| over.mistakes > 0)?;
        let file = path.as_ref().map(|path| format!(" {path}")).unwrap_or_default();
        Some(Message::new(key::KEYS_NOT_USED).with("mistakes", *mistakes).with("file", file))
    }

    /// The keymap in words: the shipped one, and the file over it.
    pub(super) fn keymap_name(&self, lang: Lang) -> String {
        let base = say(lang, name(self.origin.base));
        match self.origin.over.as_ref().filter(|over| over.mistakes == 0) {
            None => base,
            Some(over) => {
                let file = over.path.clone().unwrap_or_else(|| "keymap.toml".to_owned());
                say_with(lang, key::KEYS_OVER, &[("base", base.into()), ("file", file.into())])
            }
        }
    }
}

/// The name of a shipped keymap in words.
pub(in crate::tui) const fn name(keymap: KeymapName) -> Key {
    match keymap {
        KeymapName::Default => key::KEYS_DEFAULT,
        KeymapName::Vim => key::KEYS_VIM,
        KeymapName::OneHand => key::KEYS_ONE_HAND,
    }
}
