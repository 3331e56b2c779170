//! Text in lines of a given width: cleaned, filled, hung after a prefix, centred.

use crate::text::{Align, nfc, pad, sanitise_line, width, width::is_plain, wrap};
use std::borrow::Cow;

/// The text in NFC without anything that steers a terminal; its line breaks stay.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if is_simple(text) {
        return Cow::Borrowed(text);
    }
    let lines: Vec<_> = text.split('\n').map(|line| nfc(&sanitise_line(line)).into_owned()).collect();
    Cow::Owned(lines.join("\n"))
}

/// Whether a text is one line of composed letters of one column each: there is nothing to clean, and nearly all that is written is so.
fn is_simple(text: &str) -> bool {
    text.chars().all(is_plain)
}

/// The text in lines of at most `columns`, at least one.
pub(super) fn filled(text: &str, columns: usize) -> Vec<Cow<'_, str>> {
    if is_simple(text) && width(text.trim()) <= columns.max(1) {
        return vec![Cow::Borrowed(text.trim())];
    }
    let mut lines: Vec<Cow<'_, str>> = clean(text)
        .split('\n')
        .flat_map(|line| wrap(line.trim(), columns.max(1)))
        .map(|line| Cow::Owned(line.trim_end().to_owned()))
        .collect();
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

    #[test]
    fn a_simple_text_is_what_cleaning_leaves_of_it() {
        for c in ('\0'..='\u{ffff}').filter(|c| is_plain(*c)) {
            let text = format!("a{c}ệ{c}");
            assert_eq!(nfc(&sanitise_line(&text)), text, "U+{:04X}", u32::from(c));
        }
    }
}
