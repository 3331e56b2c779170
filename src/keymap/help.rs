//! The table of keys, made from the live keymap: for the help screen, for `keys print` and for `keymaps/README.md`. Draws nothing.

use super::{
    Keymap, check,
    command::{self, Command},
    context::Context,
};
use crate::{
    domain::{lang::Lang, look::KeymapName},
    i18n::say,
    text::{self, Align},
};
use std::fmt::Write as _;

/// The commands of one context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Which context.
    pub context: Context,
    /// Its title.
    pub title: String,
    /// Its commands, in the order of the table.
    pub lines: Vec<Line>,
}

/// One command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The command.
    pub command: Command,
    /// Its keys as screens write them, those of the file's beginning first; empty when it has none.
    pub keys: Vec<String>,
    /// A word or two.
    pub label: String,
    /// A sentence.
    pub help: String,
    /// Whether it removes something or closes it for good.
    pub danger: bool,
}

/// Every command in every context that has commands, bound or not.
#[must_use]
pub fn table(keymap: &Keymap, lang: Lang) -> Vec<Section> {
    let sections = Context::ALL.into_iter().map(|context| section(keymap, context, context, lang));
    sections.filter(|section| !section.lines.is_empty()).collect()
}

/// What counts in `context` now: its own commands, then those it shares; keys that another binding hides there are left out, and
/// commands without a key too.
#[must_use]
pub fn of_context(keymap: &Keymap, context: Context, lang: Lang) -> Vec<Section> {
    let sections = context.layers().iter().map(|layer| {
        let mut section = section(keymap, context, *layer, lang);
        section.lines.retain(|line| !line.keys.is_empty());
        section
    });
    sections.filter(|section| !section.lines.is_empty()).collect()
}

/// The commands of `layer` with the keys they have in `context`.
fn section(keymap: &Keymap, context: Context, layer: Context, lang: Lang) -> Section {
    let lines = command::of_context(layer).map(|row| Line {
        command: row.command,
        keys: keymap.keys_of(context, row.command).into_iter().map(|keys| keymap.label(keys)).collect(),
        label: say(lang, row.label),
        help: say(lang, row.help),
        danger: row.danger,
    });
    Section { context: layer, title: say(lang, layer.title()), lines: lines.collect() }
}

/// The whole table as plain text in columns: keys, names of commands, sentences.
#[must_use]
pub fn plain(keymap: &Keymap, lang: Lang) -> String {
    let sections = table(keymap, lang);
    let lines = || sections.iter().flat_map(|section| &section.lines);
    let keys = |line: &Line| line.keys.join("  ");
    let key_columns = lines().map(|line| text::width(&keys(line))).max().unwrap_or(0);
    let name_columns = lines().map(|line| text::width(line.command.name())).max().unwrap_or(0);
    let mut out = String::new();
    for (at, section) in sections.iter().enumerate() {
        let gap = if at == 0 { "" } else { "\n" };
        let _ = writeln!(out, "{gap}[{}] {}", section.context.name(), section.title);
        for line in &section.lines {
            let keys = text::pad(&keys(line), key_columns, Align::Left);
            let name = text::pad(line.command.name(), name_columns, Align::Left);
            let _ = writeln!(out, "  {keys}  {name}  {}", line.help);
        }
    }
    out
}

/// The whole table in Markdown: every shipped keymap side by side, keys as files write them, and both languages. It stands in
/// `keymaps/README.md`.
#[must_use]
pub fn markdown() -> String {
    let maps = KeymapName::ALL.map(|name| (name, Keymap::shipped(name)));
    let head = maps.iter().map(|(name, _)| name.code()).collect::<Vec<_>>().join(" | ");
    let rule = "---|".repeat(maps.len());
    let mut out = String::new();
    for context in Context::ALL {
        let mut rows = command::of_context(context).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let (vi, en) = (say(Lang::Vi, context.title()), say(Lang::En, context.title()));
        let _ = writeln!(out, "### `[{}]` · {vi} · {en}\n", context.name());
        let _ = writeln!(out, "| command | {head} | tiếng Việt | English |\n|---|{rule}---|---|");
        for row in rows {
            let mark = if row.danger { " ⚠" } else { "" };
            let keys: Vec<_> = maps.iter().map(|(_, map)| cell(map, context, row.command)).collect();
            let (vi, en) = (say(Lang::Vi, row.help), say(Lang::En, row.help));
            let _ = writeln!(out, "| `{}`{mark} | {} | {vi} | {en} |", row.name, keys.join(" | "));
        }
        out.push('\n');
    }
    out
}

/// The keys of a command in one cell of the table.
fn cell(keymap: &Keymap, context: Context, command: Command) -> String {
    let keys = keymap.keys_of(context, command).into_iter();
    keys.map(|keys| format!("`{}`", check::written(keys).replace('|', "\\|"))).collect::<Vec<_>>().join(" ")
}
