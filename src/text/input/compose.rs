//! From the keys of one word to its letters. Crate `vi` sets the marks; here is decided when it may, and when the word stays as it
//! was typed because it is no Vietnamese.

use super::{InputMethod, syllable};
use crate::text::nfc;
use vi::processor::AccentStyle;

/// The most keys of one word that are composed: `nghieengs` with every mark corrected twice. What is longer stays as typed.
const LONGEST: usize = 16;

/// Words that people type in an office and that doubling a key would halve, though half of them is Vietnamese.
const AS_TYPED: [&str; 3] = ["off", "www", "pass"];

/// What the keys of an unfinished word show: the keys themselves as soon as no Vietnamese word can come of it.
#[must_use]
pub fn compose(method: InputMethod, keys: &str) -> String {
    given(method, keys, syllable::may_become)
}

/// What the keys of a finished word give: the keys themselves when the result is no Vietnamese syllable.
#[must_use]
pub fn finish(method: InputMethod, keys: &str) -> String {
    given(method, keys, syllable::is_syllable)
}

fn given(method: InputMethod, keys: &str, is_right: fn(&str) -> bool) -> String {
    let as_typed = AS_TYPED.iter().any(|word| word.eq_ignore_ascii_case(keys));
    if method == InputMethod::None || as_typed || !keys.is_ascii() || keys.len() > LONGEST {
        return keys.to_owned();
    }
    if is_abbreviation(method, keys) {
        return abbreviation(method, keys);
    }
    let Some(marked) = marked(method, keys) else { return keys.to_owned() };
    if is_right(&marked.word) || marked.undone && doubling_was_meant(method, keys) {
        marked.word
    } else {
        keys.to_owned()
    }
}

/// A key typed twice takes its mark back: `tesst` gives `test`, since `test` would give `tét`. In `class` nothing had to be taken
/// back – `clá` is no word –, so there the double letter is the spelling.
fn doubling_was_meant(method: InputMethod, keys: &str) -> bool {
    let twice = |at: &usize| keys.as_bytes()[*at].eq_ignore_ascii_case(&keys.as_bytes()[at - 1]);
    (1..keys.len()).rev().find(twice).is_some_and(|at| {
        let once = [&keys[..at], &keys[at + 1..]].concat();
        marked(method, &once).is_some_and(|marked| !marked.undone && syllable::may_become(&marked.word))
    })
}

/// Whether the word has no vowel: HĐND, QĐ, đ.
fn is_abbreviation(method: InputMethod, keys: &str) -> bool {
    let vowels = if method == InputMethod::Telex { "aeiouyw" } else { "aeiouy" };
    !keys.chars().any(|key| vowels.contains(key.to_ascii_lowercase()))
}

/// In an abbreviation only đ can be meant, wherever it stands. A third key takes it back.
fn abbreviation(method: InputMethod, keys: &str) -> String {
    let bar = if method == InputMethod::Telex { 'd' } else { '9' };
    let mut word: Vec<char> = Vec::with_capacity(keys.len());
    for key in keys.chars() {
        match word.last_mut() {
            Some(last @ 'd') if key.eq_ignore_ascii_case(&bar) => *last = 'đ',
            Some(last @ 'D') if key.eq_ignore_ascii_case(&bar) => *last = 'Đ',
            Some(last @ ('đ' | 'Đ')) if key.eq_ignore_ascii_case(&bar) => {
                *last = if *last == 'đ' { 'd' } else { 'D' };
                word.push(key);
            }
            _ => word.push(key),
        }
    }
    word.into_iter().collect()
}

struct Marked {
    word: String,
    /// Whether some key took a mark back instead of setting it.
    undone: bool,
}

/// The word with its marks; nothing when the keys set none.
fn marked(method: InputMethod, keys: &str) -> Option<Marked> {
    let definition = if method == InputMethod::Vni { &vi::VNI } else { &vi::TELEX };
    let set = |keys: &str| {
        let mut word = String::new();
        let result =
            vi::transform_buffer_with_style(definition, AccentStyle::Old, keys.chars().take(LONGEST), &mut word);
        (nfc(&word).into_owned(), result.tone_mark_removed || result.letter_modification_removed)
    };
    // The crate knows the place of the tone only among small letters, so capitals are put back from a second run; and it knows no
    // word that ends in k, so Đắk is Đắc to it.
    let small = keys.to_ascii_lowercase();
    let has_k = small.rfind('k').filter(|at| *at > 0 && small.find('k') == Some(*at));
    let known = |keys: &str| match has_k {
        Some(at) => [&keys[..at], if keys[at..].starts_with('K') { "C" } else { "c" }, &keys[at + 1..]].concat(),
        None => keys.to_owned(),
    };
    let (word, undone) = set(&known(&small));
    let mut word = with_capitals_of(&word, &set(&known(keys)).0, keys);
    if has_k.is_some() {
        let last = word.pop()?;
        word.push(match last {
            'c' => 'k',
            'C' => 'K',
            _ => return None,
        });
    }
    (word != keys).then_some(Marked { word, undone })
}

fn with_capitals_of(word: &str, other: &str, keys: &str) -> String {
    if word.chars().count() == other.chars().count() {
        let pairs = word.chars().zip(other.chars());
        return pairs.map(|(letter, other)| if other.is_uppercase() { capital(letter) } else { letter }).collect();
    }
    let all = keys.chars().filter(char::is_ascii_alphabetic).all(|key| key.is_ascii_uppercase());
    let first = keys.starts_with(|key: char| key.is_ascii_uppercase());
    let letters = word.chars().enumerate();
    letters.map(|(at, letter)| if all || first && at == 0 { capital(letter) } else { letter }).collect()
}

/// Every Vietnamese letter has a capital of one character.
fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}
