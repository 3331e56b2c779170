//! The rows of the help page: every key that counts on the screen in front, made from the live keymap.

use crate::{
    i18n::Lang,
    keymap::{Keymap, context::Context, help},
    text::width::{Align, pad},
};

/// Columns of the keys, left of what they do.
const KEYS: usize = 20;

/// The rows for a screen's context.
pub(super) fn rows(keymap: &Keymap, context: Context, lang: Lang) -> Vec<String> {
    let mut rows = Vec::new();
    for section in help::of_context(keymap, context, lang) {
        rows.push(section.title);
        rows.extend(
            section
                .lines
                .iter()
                .map(|line| format!(" {} {}", pad(&line.keys.join("  "), KEYS, Align::Left), line.help)),
        );
        rows.push(String::new());
    }
    rows.pop();
    rows
}
