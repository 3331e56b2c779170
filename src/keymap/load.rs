//! Reads keymap files: a table for each context, `command = ["key", "key sequence"]`. What is wrong with what was read is for `check`.

use super::{Binding, Keymap, check, command::Command, context::Context, key::Key};
use crate::{
    i18n::{Message, key as say},
    intake::{Mistake, nearest::nearest},
};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Line and column of something in a file, both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    line: usize,
    column: usize,
}

impl Place {
    /// The place of a byte of `text`; its end when the byte lies behind it.
    fn of(text: &str, byte: usize) -> Self {
        let before = text.get(..byte).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Self { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// A mistake here.
    pub(super) const fn mistake(self, what: Message, nearest: Option<String>) -> Mistake {
        Mistake { line: self.line, column: self.column, what, nearest }
    }
}

/// What a file says of one command in one context.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub context: Context,
    pub command: Command,
    /// Where it stands in the file that is being checked; none for the map below it.
    pub place: Option<Place>,
    /// Its keys, each with its place.
    pub keys: Vec<(Vec<Key>, Option<Place>)>,
}

/// Reads a map that stands on no other.
pub(super) fn alone(text: &str) -> Result<Keymap, Vec<Mistake>> {
    let (entries, mistakes) = read(text);
    finish(entries, mistakes)
}

/// Reads a file over the map `base`.
pub(super) fn over(base: &str, text: &str) -> Result<Keymap, Vec<Mistake>> {
    let (entries, mistakes) = read(text);
    finish(overlay(read(base).0, entries), mistakes)
}

/// All mistakes of a user's file, in the order of their places; none when it is right.
#[must_use]
pub fn check(text: &str) -> Vec<Mistake> {
    Keymap::load(text).err().unwrap_or_default()
}

fn finish(entries: Vec<Entry>, mut mistakes: Vec<Mistake>) -> Result<Keymap, Vec<Mistake>> {
    mistakes.extend(check::mistakes(&entries));
    mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(keymap(&entries))
}

/// The map of entries that were checked.
pub(super) fn keymap(entries: &[Entry]) -> Keymap {
    let bindings = entries.iter().flat_map(|entry| {
        entry.keys.iter().map(|(keys, _)| Binding {
            context: entry.context,
            keys: keys.clone(),
            command: entry.command,
        })
    });
    Keymap { bindings: bindings.collect() }
}

/// The entries of `base` without their places, each replaced by the one of `above` for the same command and context.
fn overlay(base: Vec<Entry>, above: Vec<Entry>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = base
        .into_iter()
        .map(|entry| Entry {
            place: None,
            keys: entry.keys.into_iter().map(|(keys, _)| (keys, None)).collect(),
            ..entry
        })
        .collect();
    for entry in above {
        match entries.iter_mut().find(|old| old.context == entry.context && old.command == entry.command) {
            Some(old) => *old = entry,
            None => entries.push(entry),
        }
    }
    entries
}

/// Reads the entries of a file, in its order, and the mistakes of reading it.
fn read(text: &str) -> (Vec<Entry>, Vec<Mistake>) {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { text, entries: Vec::new(), mistakes: Vec::new() };
    for error in errors {
        let at = error.span().unwrap_or_default();
        reader.mistake(&at, Message::new(say::KEYMAP_NOT_TOML).with("why", error.message()), None);
    }
    for (name, table) in document.get_ref() {
        reader.context(name, table);
    }
    reader.entries.sort_by_key(|entry| entry.place);
    (reader.entries, reader.mistakes)
}

struct Reader<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    mistakes: Vec<Mistake>,
}

type Name<'i> = Spanned<std::borrow::Cow<'i, str>>;

impl Reader<'_> {
    fn mistake(&mut self, at: &Range<usize>, what: Message, nearest: Option<String>) {
        self.mistakes.push(Place::of(self.text, at.start).mistake(what, nearest));
    }

    fn context(&mut self, name: &Name<'_>, table: &Spanned<DeValue<'_>>) {
        let Some(context) = Context::of_name(name.get_ref()) else {
            let near = nearest(name.get_ref(), Context::ALL.iter().map(|context| context.name())).map(str::to_owned);
            let what = Message::new(say::KEYMAP_UNKNOWN_CONTEXT).with("name", name.get_ref().as_ref());
            return self.mistake(&name.span(), what, near);
        };
        let DeValue::Table(table) = table.get_ref() else {
            let what = Message::new(say::KEYMAP_NOT_A_TABLE).with("name", context.name());
            return self.mistake(&name.span(), what, None);
        };
        for (name, keys) in table {
            self.command(context, name, keys);
        }
    }

    fn command(&mut self, context: Context, name: &Name<'_>, keys: &Spanned<DeValue<'_>>) {
        let Some(command) = Command::of_name(name.get_ref()).filter(|command| command.belongs_to(context)) else {
            return self.unknown_command(context, name);
        };
        let DeValue::Array(list) = keys.get_ref() else {
            let what = Message::new(say::KEYMAP_NOT_A_LIST).with("command", command.name());
            return self.mistake(&keys.span(), what, None);
        };
        let place = Some(Place::of(self.text, name.span().start));
        let keys = list.iter().filter_map(|keys| self.keys(command, keys)).collect();
        self.entries.push(Entry { context, command, place, keys });
    }

    fn unknown_command(&mut self, context: Context, name: &Name<'_>) {
        let (what, near) = if let Some(command) = Command::of_name(name.get_ref()) {
            let homes: Vec<_> = command.row().contexts.iter().map(|home| format!("[{}]", home.name())).collect();
            let what = Message::new(say::KEYMAP_COMMAND_ELSEWHERE).with("contexts", homes.join(", "));
            (what, None)
        } else {
            let here = super::command::of_context(context).map(|row| row.name);
            let anywhere = super::command::TABLE.iter().map(|row| row.name);
            let near = nearest(name.get_ref(), here).or_else(|| nearest(name.get_ref(), anywhere));
            (Message::new(say::KEYMAP_UNKNOWN_COMMAND), near.map(str::to_owned))
        };
        let what = what.with("name", name.get_ref().as_ref()).with("context", context.name());
        self.mistake(&name.span(), what, near);
    }

    /// One key, or several with blanks between them; none when it could not be read.
    fn keys(&mut self, command: Command, value: &Spanned<DeValue<'_>>) -> Option<(Vec<Key>, Option<Place>)> {
        let DeValue::String(text) = value.get_ref() else {
            let what = Message::new(say::KEYMAP_NOT_A_LIST).with("command", command.name());
            self.mistake(&value.span(), what, None);
            return None;
        };
        let mut keys = Vec::new();
        let mut all_right = true;
        for word in text.split_whitespace() {
            match word.parse() {
                Ok(key) => keys.push(key),
                Err(why) => {
                    all_right = false;
                    let (what, near) = check::unreadable(word, &why);
                    self.mistake(&value.span(), what, near);
                }
            }
        }
        if all_right && keys.is_empty() {
            all_right = false;
            let (what, near) = check::unreadable(text, &super::key::KeyError::Unreadable(text.to_string()));
            self.mistake(&value.span(), what, near);
        }
        all_right.then(|| (keys, Some(Place::of(self.text, value.span().start))))
    }
}
