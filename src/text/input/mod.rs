//! Built-in Telex and VNI: what the keys of one word give, when a word stays as it was typed, and how a key says on its way to a
//! field that it is to be composed. Which method is on is the settings' matter; where the word stands in a text, `edit`'s.

mod compose;
mod syllable;
mod word;

pub use crate::domain::input_method::InputMethod;
pub use compose::{compose, finish};
pub use syllable::is_syllable;
pub(super) use word::Word;

/// The words of a field come to it in one way, typed or pasted. A key to be composed carries one of these marks, which the
/// sanitiser drops from everything else: a paste can never be taken for typing.
const MARKS: [(InputMethod, char); 2] = [(InputMethod::Telex, '\u{11}'), (InputMethod::Vni, '\u{12}')];
/// Alone, it ends the word that is being composed.
const END: &str = "\u{13}";

/// A key as it goes to the field: marked when `method` composes it, else the character alone.
#[must_use]
pub fn typed(method: InputMethod, key: char) -> String {
    let composes = key.is_ascii_alphabetic() || method == InputMethod::Vni && key.is_ascii_digit();
    let mark = MARKS.iter().find(|(of, _)| *of == method && composes);
    mark.map(|(_, mark)| *mark).into_iter().chain([key]).collect()
}

/// What ends the word that is being composed, on its way to the field.
#[must_use]
pub const fn word_end() -> &'static str {
    END
}

/// What came to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed<'a> {
    /// A key to be composed by a method.
    Key(InputMethod, char),
    /// Words to be taken as they are.
    Words(&'a str),
    /// The word being composed is complete.
    End,
}

/// Reads what [`typed`] and [`word_end`] wrote; everything else is words.
#[must_use]
pub fn read(words: &str) -> Typed<'_> {
    if words == END {
        return Typed::End;
    }
    let mut characters = words.chars();
    let method = characters.next().and_then(|first| MARKS.iter().find(|(_, mark)| *mark == first));
    match (method, characters.next(), characters.next()) {
        (Some((method, _)), Some(key), None) => Typed::Key(*method, key),
        _ => Typed::Words(words),
    }
}

/// What came to a field that composes nothing, and what a choice hears.
#[must_use]
pub fn plain(words: &str) -> &str {
    match read(words) {
        Typed::Key(..) => words.get(1..).unwrap_or_default(),
        Typed::Words(words) => words,
        Typed::End => "",
    }
}
