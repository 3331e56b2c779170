//! The rows of the help page: every key that counts on the screen in front, made from the live keymap.

use crate::{
    i18n::Lang,
    keymap::{Keymap, context::Context, help},
    text::{
        width::{Align, pad},
        wrap::wrap,
    },
};

/// Columns of the keys, left of what they do.
const KEYS: usize = 14;

/// The rows for a screen's context, none wider than `columns` (25 or more).
pub(super) fn rows(keymap: &Keymap, context: Context, lang: Lang, columns: usize) -> Vec<String> {
    let mut rows = Vec::new();
    for section in help::of_context(keymap, context, lang) {
        rows.push(section.title);
        for line in &section.lines {
            let keys = line.keys.join("  ");
            let sentence = wrap(&line.help, columns.saturating_sub(KEYS + 2).max(10));
            rows.extend(sentence.iter().enumerate().map(|(at, words)| {
                let keys = if at == 0 { keys.as_str() } else { "" };
                format!(" {} {words}", pad(keys, KEYS, Align::Left))
            }));
        }
        rows.push(String::new());
    }
    rows.pop();
    rows
}
