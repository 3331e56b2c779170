//! Text in lines of a given width: cleaned, filled, hung after a prefix, centred.

use crate::text::{Align, nfc, pad, sanitise_line, width, wrap};

/// The text in NFC without anything that steers a terminal; its line breaks stay.
pub(super) fn clean(text: &str) -> String {
    text.split('\n').map(|line| nfc(&sanitise_line(line)).into_owned()).collect::<Vec<_>>().join("\n")
}

/// The text in lines of at most `columns`, at least one.
pub(super) fn filled(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = clean(text)
        .split('\n')
        .flat_map(|line| wrap(line.trim(), columns.max(1)))
        .map(|line| line.trim_end().to_owned())
        .collect();
    while lines.len() > 1 && lines.last().is_some_and(String::is_empty) {
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
    filled(text, columns).iter().map(|line| pad(line, columns, Align::Centre).trim_end().to_owned()).collect()
}
