//! The help page: every key that counts on the screen in front, made from the live keymap; what is typed searches it.

pub(super) mod view;

use super::App;
use crate::{
    i18n::Lang,
    keymap::{
        Keymap,
        command::Command,
        context::Context,
        help::{self, Line},
    },
    text::{
        finds, fold,
        rank::Words,
        width::{Align, pad},
        wrap::wrap,
    },
    tui::parts::finder::Finder,
};

/// Columns of the keys, left of what they do.
const fn key_columns(columns: usize) -> usize {
    if columns < 100 { 14 } else { 22 }
}

/// The open help page.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) finder: Finder,
}

impl App {
    /// Follows a command of the help page; one that is none of its own closes it.
    pub(super) fn follow_help(&mut self, command: Command) {
        let context = self.screen().context();
        let Some(open) = &mut self.help else { return };
        let rows = rows(&self.keymap, context, self.shared.lang(), self.columns, open.finder.words()).len();
        if !open.finder.follow(command, rows, self.shared.page) {
            self.help = None;
        }
    }
}

/// The rows for a screen's context that fit the words typed, none wider than `columns` (25 or more).
pub(super) fn rows(keymap: &Keymap, context: Context, lang: Lang, columns: usize, typed: &str) -> Vec<String> {
    let room = key_columns(columns);
    let (mut words, sought) = (Words::new(typed), fold(typed));
    let mut rows = Vec::new();
    for section in help::of_context(keymap, context, lang) {
        let mut fitting = section.lines.iter().filter(|line| fits(line, &mut words, &sought)).peekable();
        if fitting.peek().is_none() {
            continue;
        }
        rows.push(section.title.clone());
        for line in fitting {
            let keys = line.keys.join("  ");
            let sentence = wrap(&line.help, columns.saturating_sub(room + 2).max(10));
            rows.extend(sentence.iter().enumerate().map(|(at, words)| {
                let keys = if at == 0 { keys.as_str() } else { "" };
                format!(" {} {words}", pad(keys, room, Align::Left))
            }));
        }
        rows.push(String::new());
    }
    rows.pop();
    rows
}

/// Whether the words typed fit a command: its name in any way, its keys and its sentence as they stand.
fn fits(line: &Line, words: &mut Words, sought: &str) -> bool {
    let name = fold(&format!("{} {}", line.label, line.command.name()));
    words.fit(&name).is_some()
        || finds(&format!("{name} {}", fold(&format!("{} {}", line.keys.join(" "), line.help))), sought)
}
