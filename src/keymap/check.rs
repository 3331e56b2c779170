//! What is wrong with a keymap: all of it at once.

use super::{key::KeyError, load::Entry};
use crate::{
    i18n::{Message, key as say},
    intake::Mistake,
};

/// Why `word` is no key, and the nearest name.
pub(super) fn unreadable(word: &str, why: &KeyError) -> (Message, Option<String>) {
    let _ = why;
    (Message::new(say::KEYMAP_UNREADABLE_KEY).with("key", word), None)
}

/// The mistakes of entries that were read.
pub(super) fn mistakes(entries: &[Entry]) -> Vec<Mistake> {
    let _ = entries;
    Vec::new()
}
