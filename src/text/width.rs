//! Display width in terminal columns, and texts cut or filled to a width. Counts graphemes as the screen draws them, one after
//! the other; never bytes or characters. Breaking into lines is `wrap`'s.

use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
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

/// How many columns the text takes on a terminal.
#[must_use]
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The longest beginning of the text, whole graphemes only, that fits into `columns`.
#[must_use]
pub fn fitting(text: &str, columns: usize) -> &str {
    let mut taken = 0;
    let end = text.grapheme_indices(true).find(|(_, grapheme)| {
        taken += grapheme.width();
        taken > columns
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or(text))
}

/// The text itself when it fits into `columns`, else its beginning and `…`; never wider than `columns`.
#[must_use]
pub fn truncate(text: &str, columns: usize) -> Cow<'_, str> {
    if fitting(text, columns).len() == text.len() {
        return Cow::Borrowed(text);
    }
    match columns {
        0 => Cow::Borrowed(""),
        _ => Cow::Owned(fitting(text, columns - 1).to_owned() + CUT),
    }
}

/// The text cut and filled with spaces to exactly `columns`.
#[must_use]
pub fn pad(text: &str, columns: usize, align: Align) -> String {
    let text = truncate(text, columns);
    let free = columns.saturating_sub(width(&text));
    let left = match align {
        Align::Left => 0,
        Align::Right => free,
        Align::Centre => free / 2,
    };
    let mut padded = " ".repeat(left);
    padded += &text;
    padded.extend(std::iter::repeat_n(' ', free - left));
    padded
}
