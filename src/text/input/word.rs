//! One word while it is being composed: its keys and what they show. Where it stands in a text is `edit`'s matter.

use super::{
    InputMethod,
    compose::{compose, finish},
};
use unicode_segmentation::UnicodeSegmentation;

/// A letter is made of at most so many keys that erasing it takes back: `ễ` of `eex`, and the `w` of `ươ` that stood for two.
const KEYS_OF_A_LETTER: usize = 3;

/// The keys of a word, and what they show.
#[derive(Debug, Clone)]
pub(in crate::text) struct Word {
    method: InputMethod,
    keys: String,
    shown: String,
}

impl Word {
    /// A word that begins.
    pub fn new(method: InputMethod) -> Self {
        Self { method, keys: String::new(), shown: String::new() }
    }

    /// Whether the word goes on with a key of this method. VNI's digits only mark a letter; they begin nothing.
    pub fn takes(&self, method: InputMethod, key: char) -> bool {
        self.method == method && !(self.keys.is_empty() && key.is_ascii_digit())
    }

    /// What stands in the text for it.
    pub fn shown(&self) -> &str {
        &self.shown
    }

    /// The same word with one key more.
    pub fn with(mut self, key: char) -> Self {
        self.keys.push(key);
        self.shown = compose(self.method, &self.keys);
        self
    }

    /// The word without the last grapheme it shows: the fewest and latest keys go that leave the rest as it is. Nothing when it is
    /// empty then, or when no keys leave that; what is typed next begins a new word.
    pub fn without_last(&self) -> Option<Self> {
        let last = self.shown.graphemes(true).next_back()?;
        let shown = self.shown.strip_suffix(last).filter(|rest| !rest.is_empty())?;
        let leaves = |keys: &String| compose(self.method, keys) == shown;
        let of = |keys: String| Self { method: self.method, keys, shown: shown.to_owned() };
        let mut fewer = if self.shown == self.keys { Vec::new() } else { vec![self.keys.clone()] };
        for _ in 0..KEYS_OF_A_LETTER {
            fewer = fewer.iter().flat_map(|keys| one_less(keys)).collect();
            if let Some(keys) = fewer.iter().find(|keys| leaves(keys)) {
                return Some(of(keys.clone()));
            }
        }
        // Without marks the letters are their own keys.
        Some(shown.to_owned()).filter(leaves).map(of)
    }

    /// What stands in the text once the word is complete.
    pub fn finished(&self) -> String {
        finish(self.method, &self.keys)
    }
}

/// The keys without one of them, the last first.
fn one_less(keys: &str) -> Vec<String> {
    let without = |(at, key): (usize, char)| [&keys[..at], &keys[at + key.len_utf8()..]].concat();
    keys.char_indices().rev().map(without).collect()
}
