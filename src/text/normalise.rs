//! The one normal form of the product: NFC. Everything typed, pasted or read from a file passes here before it is kept.

use std::{borrow::Cow, ops::Range};
use unicode_normalization::{
    IsNormalized, UnicodeNormalization, char::canonical_combining_class, is_nfc, is_nfc_quick,
};

/// The text in NFC; borrowed when it is so already.
#[must_use]
pub fn nfc(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// What of a text in NFC has to be normalised anew when `range` of it becomes something else: `range` and the letters beside it that
/// can grow together with what comes. Everything before and behind stays as it is (Unicode Standard Annex #15, "Concatenation of
/// Normalized Strings").
#[must_use]
pub fn stretch(text: &str, range: Range<usize>) -> Range<usize> {
    let before = text.get(..range.start).unwrap_or_default().char_indices();
    let start = before.rev().find(|(_, c)| stands_alone(*c)).map_or(0, |(at, _)| at);
    let behind = text.get(range.end..).unwrap_or_default();
    let end = behind.char_indices().find(|(_, c)| stands_alone(*c)).map_or(behind.len(), |(at, _)| at);
    start..range.end + end
}

/// Whether nothing before a character can change it, nor it anything before it.
fn stands_alone(c: char) -> bool {
    canonical_combining_class(c) == 0 && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes
}
