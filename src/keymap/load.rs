//! Reads keymap files: the map they lie over (`base = "vim"`), and a table for each context, `command = ["key", "key sequence"]`. What is
//! wrong with what was read is for `check`.

use super::{
    Binding, Keymap, check,
    command::Command,
    context::Context,
    entry::{Entry, START, mistake},
    key::{Key, KeyError},
    shipped,
};
use crate::{
    domain::look::{KeymapName, Signs},
    i18n::{Message, key as say},
    intake::{
        Mistake,
        nearest::nearest,
        places::{Place, Places},
    },
};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// What names the shipped map that a file lies over.
const BASE: &str = "base";

/// Reads a file over a shipped map, or one that stands on no other.
pub(super) fn over(base: Option<KeymapName>, text: &str) -> Result<Keymap, Vec<Mistake>> {
    finish(read(text), base.map(entries_of).unwrap_or_default())
}

/// The shipped map that a file says it lies over; nothing when it says none that there is.
#[must_use]
pub fn base(text: &str) -> Option<KeymapName> {
    read(text).base
}

/// A shipped map. Nobody can have changed it, so nothing of it is checked at every start.
pub(super) fn shipped(name: KeymapName) -> Keymap {
    keymap(entries_of(name))
}

/// All entries of a shipped map and of those below it.
fn entries_of(name: KeymapName) -> Vec<Entry> {
    let below = shipped::below(name).map(entries_of).unwrap_or_default();
    overlay(below, read(shipped::text(name)).entries)
}

/// All mistakes of a user's file, in the order of their places; none when it is right.
#[must_use]
pub fn check(text: &str) -> Vec<Mistake> {
    Keymap::load(text).err().unwrap_or_default()
}

fn finish(file: File, base: Vec<Entry>) -> Result<Keymap, Vec<Mistake>> {
    let File { entries, mut mistakes, broken, base: _ } = file;
    let entries = overlay(base, entries);
    mistakes.extend(check::mistakes(&entries));
    if let Some(broken) = broken {
        // What follows a mistake of syntax was read by guess: its mistakes may be none.
        mistakes.retain(|mistake| (mistake.line, mistake.column) < (broken.line, broken.column));
        mistakes.push(broken);
    }
    mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    Ok(keymap(entries))
}

fn keymap(entries: Vec<Entry>) -> Keymap {
    let bindings = entries.into_iter().flat_map(|entry| entry.bindings).map(|(binding, _)| binding);
    Keymap { bindings: bindings.collect(), signs: Signs::default() }
}

/// The entries of `base` without their places, each replaced by the one of `above` for the same command and context.
fn overlay(base: Vec<Entry>, above: Vec<Entry>) -> Vec<Entry> {
    let without_place = |entry: Entry| Entry {
        place: None,
        bindings: entry.bindings.into_iter().map(|(binding, _)| (binding, None)).collect(),
        ..entry
    };
    let mut entries: Vec<Entry> = base.into_iter().map(without_place).collect();
    for entry in above {
        match entries.iter_mut().find(|old| old.context == entry.context && old.command == entry.command) {
            Some(old) => *old = entry,
            None => entries.push(entry),
        }
    }
    entries
}

/// What was read of a file.
struct File {
    /// In the order of the file.
    entries: Vec<Entry>,
    /// Mistakes of reading the entries.
    mistakes: Vec<Mistake>,
    /// The first place where it is not TOML.
    broken: Option<Mistake>,
    /// The shipped map that it says it lies over.
    base: Option<KeymapName>,
}

fn read(text: &str) -> File {
    let (document, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { places: Places::new(text), entries: Vec::new(), mistakes: Vec::new(), base: None };
    for (name, table) in document.get_ref() {
        if name.get_ref() == BASE {
            reader.base(table);
        } else {
            reader.context(name, table);
        }
    }
    reader.entries.sort_by_key(|entry| entry.place);
    let broken = errors.iter().map(|error| {
        let place = error.span().map_or(START, |at| reader.places.of(at.start));
        mistake(place, Message::new(say::KEYMAP_NOT_TOML).with("why", error.message()), None)
    });
    let broken = broken.min_by_key(|mistake| (mistake.line, mistake.column));
    File { entries: reader.entries, mistakes: reader.mistakes, broken, base: reader.base }
}

struct Reader<'t> {
    places: Places<'t>,
    entries: Vec<Entry>,
    mistakes: Vec<Mistake>,
    base: Option<KeymapName>,
}

type Name<'i> = Spanned<std::borrow::Cow<'i, str>>;

impl Reader<'_> {
    fn mistake(&mut self, at: &Range<usize>, what: Message, nearest: Option<String>) {
        self.mistakes.push(mistake(self.places.of(at.start), what, nearest));
    }

    /// The map that the file lies over.
    fn base(&mut self, value: &Spanned<DeValue<'_>>) {
        let DeValue::String(code) = value.get_ref() else {
            let what = Message::new(say::KEYMAP_UNKNOWN_BASE).with("name", self.places.between(value.span()));
            return self.mistake(&value.span(), what, None);
        };
        self.base = KeymapName::of_code(code);
        if self.base.is_none() {
            let near = nearest(code, KeymapName::ALL.iter().map(|name| name.code())).map(str::to_owned);
            self.mistake(&value.span(), Message::new(say::KEYMAP_UNKNOWN_BASE).with("name", code.as_ref()), near);
        }
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
        let place = Some(self.places.of(name.span().start));
        let read: Vec<_> = list.iter().map(|keys| self.keys(command, keys)).collect();
        let broken = read.iter().any(Option::is_none);
        let bindings = read.into_iter().flatten();
        let bindings = bindings.map(|(keys, place)| (Binding { context, keys, command }, place)).collect();
        self.entries.push(Entry { context, command, place, bindings, broken });
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
        let mut words: Vec<&str> = text.split_whitespace().collect();
        if words.is_empty() {
            words.push(text);
        }
        let read: Vec<_> = words.iter().map(|word| bindable(word)).collect();
        for (word, why) in words.iter().zip(&read) {
            if let Err(why) = why {
                let (what, near) = check::unreadable(word, why);
                self.mistake(&value.span(), what, near);
            }
        }
        let keys = read.into_iter().collect::<Result<_, _>>().ok()?;
        Some((keys, Some(self.places.of(value.span().start))))
    }
}

/// The key of that name. With Shift the arrows mark words in fields; a keymap binds them without.
fn bindable(name: &str) -> Result<Key, KeyError> {
    let key: Key = name.parse()?;
    if key.shift { Err(KeyError::SameAs(key.without_shift())) } else { Ok(key) }
}
