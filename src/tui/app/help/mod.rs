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
        named::{Fits, Named, Query},
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

/// The rows for a screen's context, section by section; once something is typed those that fit it alone, the best first. None is wider
/// than `columns` (25 or more).
pub(super) fn rows(keymap: &Keymap, context: Context, lang: Lang, columns: usize, typed: &str) -> Vec<String> {
    let sections = help::of_context(keymap, context, lang);
    let mut query = Query::new(typed);
    if !query.is_empty() {
        let lines = sections.iter().flat_map(|section| &section.lines);
        let mut found: Vec<(Fit, &Line)> = lines.filter_map(|line| Some((fit(line, &mut query)?, line))).collect();
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        return found.into_iter().flat_map(|(_, line)| rows_of(line, columns)).collect();
    }
    let mut rows = Vec::new();
    for section in sections {
        rows.push(section.title);
        rows.extend(section.lines.iter().flat_map(|line| rows_of(line, columns)));
        rows.push(String::new());
    }
    rows.pop();
    rows
}

/// A command: its keys, and its sentence wrapped beside them.
fn rows_of(line: &Line, columns: usize) -> Vec<String> {
    let room = key_columns(columns);
    let keys = line.keys.join("  ");
    let sentence = wrap(&line.help, columns.saturating_sub(room + 2).max(10));
    let keys = |at| if at == 0 { keys.as_str() } else { "" };
    sentence.iter().enumerate().map(|(at, words)| format!(" {} {words}", pad(keys(at), room, Align::Left))).collect()
}

/// How well what was typed fits a command: whether it is one of its keys, then how well it fits its name, as in the palette.
type Fit = (bool, Fits);

fn fit(line: &Line, query: &mut Query) -> Option<Fit> {
    let is_key = line.keys.iter().any(|key| query.is(key));
    let named = Named::new(
        &format!("{} {}", line.label, line.command.name()),
        &format!("{} {}", line.help, line.keys.join(" ")),
    );
    Some((is_key, named.fits(query)?))
}
