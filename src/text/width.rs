//! Display width in terminal columns, and texts cut or filled to a width. Counts graphemes as the screen draws them, one after
//! the other; never bytes or characters. Breaking into lines is `wrap`'s.

use std::{borrow::Cow, str::CharIndices};
use unicode_segmentation::{GraphemeIndices, UnicodeSegmentation};
use unicode_width::UnicodeWidthStr;

/// What ends a text that was cut.
const CUT: &str = "…";

/// On which side a padded text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left, filled on the right.
    Left,
    /// At the right, as numbers stand.
    Right,
    /// In the middle; an odd column goes to the right.
    Centre,
}

/// The letters of a text as the screen draws them, one after the other: where each begins, the letter with all its marks, its columns.
///
/// Nearly all that people write here is composed (NFC): then every character is a letter of one column, and nothing needs to be looked up
/// in the tables of Unicode, which would be most of the work of a frame.
#[must_use]
pub fn letters(text: &str) -> Letters<'_> {
    if text.chars().all(is_plain) {
        Letters::Plain(text, text.char_indices())
    } else {
        Letters::Any(text.grapheme_indices(true))
    }
}

/// What [`letters`] gives.
#[derive(Debug, Clone)]
pub enum Letters<'a> {
    /// Characters that are letters of one column each.
    Plain(&'a str, CharIndices<'a>),
    /// Any others, by the rules of Unicode.
    Any(GraphemeIndices<'a>),
}

impl<'a> Iterator for Letters<'a> {
    type Item = (usize, &'a str, usize);

    fn next(&mut self) -> Option<Self::Item> {
        match self {
            Self::Plain(text, characters) => {
                let (at, c) = characters.next()?;
                Some((at, text.get(at..at + c.len_utf8()).unwrap_or_default(), 1))
            }
            Self::Any(graphemes) => graphemes.next().map(|(at, letter)| (at, letter, letter.width())),
        }
    }
}

/// Whether a character among others of these takes one column by itself: ASCII, composed Latin letters with all of Vietnamese, the signs of
/// typesetting, arrows, lines, blocks and marks.
#[must_use]
pub const fn is_plain(c: char) -> bool {
    let (row, bit) = (c as usize / 64, c as usize % 64);
    row < PLAIN.len() && PLAIN[row] >> bit & 1 == 1
}

/// A bit for each character up to the last plain one: a province's report asks some hundred million times.
static PLAIN: [u64; '✘' as usize / 64 + 1] = {
    let mut bits = [0; '✘' as usize / 64 + 1];
    let mut code = 0;
    while code <= '✘' as u32 {
        match char::from_u32(code) {
            Some(c) if is_listed(c) => bits[code as usize / 64] |= 1 << (code % 64),
            _ => {}
        }
        code += 1;
    }
    bits
};

const fn is_listed(c: char) -> bool {
    matches!(
        c,
        ' '..='~' | '\u{a0}'..='\u{a8}' | '\u{aa}'..='\u{ac}' | '\u{af}'..='\u{2ff}' | '\u{1e00}'..='\u{1eff}'
            | '–' | '—' | '‘' | '’' | '“' | '”' | '•' | '…' | '‹' | '›' | '←'..='⇿' | '─'..='◼' | '◿' | '★' | '☆' | '⚑' | '✎' | '✓' | '✗' | '✘'
    )
}

/// The columns of a text of plain characters alone, which are its characters; `None` for any other.
#[must_use]
pub fn plain_width(text: &str) -> Option<usize> {
    let mut columns = 0;
    for c in text.chars() {
        if !is_plain(c) {
            return None;
        }
        columns += 1;
    }
    Some(columns)
}

/// How many columns the text takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    plain_width(text).unwrap_or_else(|| letters(text).map(|(_, _, columns)| columns).sum())
}

/// The longest beginning of the text, whole graphemes only, that fits into `columns`.
#[must_use]
pub fn fitting(text: &str, columns: usize) -> &str {
    fit(text, columns).0
}

/// The same, with the columns it takes.
fn fit(text: &str, columns: usize) -> (&str, usize) {
    if let Some(whole) = plain_width(text) {
        let end = text.char_indices().nth(columns).filter(|_| whole > columns);
        return end.map_or((text, whole), |(at, _)| (text.get(..at).unwrap_or(text), columns));
    }
    let mut taken = 0;
    for (at, _, own) in letters(text) {
        if taken + own > columns {
            return (text.get(..at).unwrap_or(text), taken);
        }
        taken += own;
    }
    (text, taken)
}

/// The text itself when it fits into `columns`, else its beginning and `…`; never wider than `columns`.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    cut(text, columns).0
}

/// The same, with the columns it takes.
fn cut(text: &str, columns: usize) -> (Cow<'_, str>, usize) {
    let (fits, taken) = fit(text, columns);
    if fits.len() == text.len() {
        return (Cow::Borrowed(text), taken);
    }
    if columns == 0 {
        return (Cow::Borrowed(""), 0);
    }
    let (fits, taken) = fit(text, columns - 1);
    (Cow::Owned(fits.to_owned() + CUT), taken + 1)
}

/// The text cut and filled with spaces to exactly `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize, align: Align) -> String {
    let mut padded = String::with_capacity(text.len() + columns);
    pad_onto(&mut padded, text, columns, align);
    padded
}

/// The same, added to a line.
pub fn pad_onto(line: &mut String, text: &str, columns: usize, align: Align) {
    let (text, taken) = cut(text, columns);
    let free = columns.saturating_sub(taken);
    let left = match align {
        Align::Left => 0,
        Align::Right => free,
        Align::Centre => free / 2,
    };
    line.extend(std::iter::repeat_n(' ', left));
    line.push_str(&text);
    line.extend(std::iter::repeat_n(' ', free - left));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn plain_characters_are_what_the_tables_say_they_are(text in "[ -~\u{a0}-\u{2ff}\u{1e00}-\u{1eff}–—‘’“”•…‹›←-⇿─-◼◿★☆⚑✎✓✗✘]{0,12}") {
            prop_assume!(text.chars().all(is_plain));
            let by_the_tables: Vec<_> = text.grapheme_indices(true).map(|(at, letter)| (at, letter, letter.width())).collect();
            prop_assert_eq!(letters(&text).collect::<Vec<_>>(), by_the_tables);
        }
    }

    #[test]
    fn every_plain_character_takes_one_column_alone_and_between_others() {
        let plain = ('\0'..='\u{ffff}').filter(|c| is_plain(*c));
        for c in plain {
            let text = format!("a{c}ệ{c}");
            let letters: Vec<_> = text.grapheme_indices(true).map(|(_, letter)| letter.width()).collect();
            assert_eq!(letters, [1; 4], "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn marks_apart_from_their_letters_stay_with_them() {
        let text = "Ta\u{302}\u{301}n 👩‍👩‍👧";
        let letters: Vec<_> = letters(text).map(|(_, letter, columns)| (letter, columns)).collect();
        assert_eq!(letters, [("T", 1), ("a\u{302}\u{301}", 1), ("n", 1), (" ", 1), ("👩‍👩‍👧", 2)]);
    }
}
