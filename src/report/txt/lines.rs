//! Text in lines of a given width: cleaned, filled, hung after a prefix, centred.

use crate::text::{Align, nfc, pad, plain_width, rows, sanitise_line, width, wrap};
use std::{borrow::Cow, ops::Range};

/// The width of the widest part between `breaks` of a cleaned text.
pub(super) fn widest(text: &str, breaks: &[char]) -> usize {
    let cleaned = |line: &str| clean(line).split(breaks).map(width).max().unwrap_or(0);
    text.split(breaks).map(|part| plain_width(part).unwrap_or_else(|| cleaned(part))).max().unwrap_or(0)
}

/// One line in NFC without anything that steers a terminal. Composed letters of one column each are so already, and nearly all that is
/// written is that.
pub(super) fn clean(line: &str) -> Cow<'_, str> {
    match plain_width(line) {
        Some(_) => Cow::Borrowed(line),
        None => Cow::Owned(nfc(&sanitise_line(line)).into_owned()),
    }
}

/// The text in lines of at most `columns`, cleaned, at least one; none of the last ones is empty.
pub(super) fn filled(text: &str, columns: usize) -> Vec<Cow<'_, str>> {
    let columns = columns.max(1);
    let mut lines = Vec::with_capacity(1);
    for line in text.split('\n') {
        match clean(line) {
            Cow::Borrowed(line) => {
                let line = line.trim();
                let row = |row: Range<usize>| Cow::Borrowed(line.get(row).unwrap_or_default().trim_end());
                lines.extend(rows(line, columns).into_iter().map(row));
            }
            Cow::Owned(line) => {
                let row = |row: String| Cow::Owned(row.trim_end().to_owned());
                lines.extend(wrap(line.trim(), columns).into_iter().map(row));
            }
        }
    }
    while lines.len() > 1 && lines.last().is_some_and(|line| line.is_empty()) {
        lines.pop();
    }
    lines
}

/// The text after `prefix`, its other lines hanging below its first.
pub(super) fn hanging(prefix: &str, text: &str, columns: usize) -> Vec<String> {
    let indent = width(prefix);
    let lines = filled(text, columns.saturating_sub(indent)).into_iter().enumerate();
    lines.map(|(row, line)| if row == 0 { format!("{prefix}{line}") } else { " ".repeat(indent) + &line }).collect()
}

/// The text centred in `columns`.
pub(super) fn centred(text: &str, columns: usize) -> Vec<String> {
    filled(text, columns).iter().map(|line| pad(line, columns, Align::Centre)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width::is_plain;

    #[test]
    fn a_simple_text_is_what_cleaning_leaves_of_it() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_plain(*c)) {
            let text = format!("a{c}ệ{c}");
            assert_eq!(nfc(&sanitise_line(&text)), text, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn composed_text_is_filled_as_its_decomposed_twin() {
        use unicode_normalization::UnicodeNormalization;
        for text in
            ["", " ", "ấp Kinh 4A", "  Nguyễn Thị Ẵm,\n\nấp Kinh 4A, “đẩy mạnh”  \n\n", "khẩuhiệudàiquá đi\u{a0}nữa "]
        {
            let twin: String = text.nfd().collect();
            for columns in 0..12 {
                assert_eq!(filled(text, columns), filled(&twin, columns), "{text:?} in {columns}");
            }
        }
    }
}
