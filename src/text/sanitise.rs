//! The one sanitiser before any terminal, log or plain-text output: text from files, units and other laptops is data and must
//! not steer a terminal or change the order in which it is read. Does not normalise, wrap or escape for file formats.

use std::borrow::Cow;
use unicode_normalization::char::is_combining_mark;

/// The most marks that may stand on one letter. Vietnamese needs two; a longer pile spills over the lines around it.
const MARKS: usize = 8;

/// The text on one line: line breaks and tabs become spaces, everything that could steer a terminal is dropped.
#[must_use]
pub fn sanitise_line(text: &str) -> Cow<'_, str> {
    sanitise(text, |c| if matches!(c, '\n' | '\t') { Some(' ') } else { harmless(c) })
}

/// The text with its line breaks (`\n`) and tabs; everything else that could steer a terminal is dropped.
#[must_use]
pub fn sanitise_text(text: &str) -> Cow<'_, str> {
    sanitise(text, |c| if matches!(c, '\n' | '\t') { Some(c) } else { harmless(c) })
}

/// The character itself when it is harmless.
fn harmless(c: char) -> Option<char> {
    is_harmless(c).then_some(c)
}

/// Whether a character is none of C0 (line breaks and tabs among them), DEL, C1, bidi controls, U+FEFF and tags.
#[must_use]
pub fn is_harmless(c: char) -> bool {
    let bidi = matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let hidden = matches!(c, '\u{FEFF}' | '\u{E0000}'..='\u{E007F}');
    !c.is_control() && !bidi && !hidden
}

/// JSON in which everything stands as `\\u....` that JSON leaves alone and a terminal would obey (DEL, C1, direction marks). It stands only
/// within strings, where this is the same text: a program reads back what was typed.
#[must_use]
pub fn escape_in_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for character in json.chars() {
        if character == '\n' || is_harmless(character) {
            out.push(character);
        } else {
            out.extend(character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")));
        }
    }
    out
}

fn sanitise(text: &str, keep: fn(char) -> Option<char>) -> Cow<'_, str> {
    // A few letters without a pile of marks are most of what is asked for, cell by cell of a screen.
    if text.len() <= MARKS && text.chars().all(|c| keep(c) == Some(c)) {
        return Cow::Borrowed(text);
    }
    if cleaned(text, keep).eq(text.chars()) { Cow::Borrowed(text) } else { Cow::Owned(cleaned(text, keep).collect()) }
}

/// What `keep` leaves, without the marks beyond [`MARKS`]. A dropped character does not end a pile of marks, or the pile
/// would grow together behind it.
fn cleaned(text: &str, keep: fn(char) -> Option<char>) -> impl Iterator<Item = char> {
    let mut marks = 0;
    text.chars().filter_map(keep).filter(move |c| {
        marks = if is_combining_mark(*c) { marks + 1 } else { 0 };
        marks <= MARKS
    })
}
