//! What is wrong with a keymap: all of it at once. Reading a file stands in `load`.
//!
//! A mistake between two bindings is told once, at the later of the two in the user's file.

use super::{
    Binding,
    command::{Command, TABLE},
    context::Context,
    entry::{self, Entry, START},
    key::{self, Key, KeyError},
};
use crate::{
    i18n::{Message, key as say},
    intake::{Mistake, nearest::nearest, places::Place},
};

/// Why `word` is no key that can be bound, and the nearest right one.
pub(super) fn unreadable(word: &str, why: &KeyError) -> (Message, Option<String>) {
    match why {
        KeyError::Unreadable(_) => {
            let (modifiers, name) = word.rsplit_once('+').unwrap_or(("", word));
            let modifiers = if modifiers.is_empty() { String::new() } else { format!("{modifiers}+") };
            let near = nearest(&name.to_lowercase(), key::names()).map(|near| format!("{modifiers}{near}"));
            // A name put right may still stand behind a modifier that is wrong.
            let near = near.filter(|near| near.parse::<Key>().is_ok());
            (Message::new(say::KEYMAP_UNREADABLE_KEY).with("key", word), near)
        }
        KeyError::SameAs(same) => {
            let what = Message::new(say::KEYMAP_INDISTINGUISHABLE_KEY).with("key", word).with("same", same.to_string());
            (what, None)
        }
        KeyError::NotSent => (Message::new(say::KEYMAP_KEY_NOT_SENT).with("key", word), None),
    }
}

/// A binding and where it stands.
type Placed<'e> = (&'e Binding, Option<Place>);

/// The mistakes of entries that were read, in no order.
pub(super) fn mistakes(entries: &[Entry]) -> Vec<Mistake> {
    let bound: Vec<Placed> = entries.iter().flat_map(|e| e.bindings.iter().map(|(b, place)| (b, *place))).collect();
    let mut found = unbound(entries);
    found.extend(of_the_field(&bound));
    found.extend(clashes(&bound));
    found.extend(hidden(&bound));
    found
}

/// What is wrong between two bindings. A key that does harm beside many others, as Enter would, is told of once.
fn clashes(bound: &[Placed]) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = Vec::new();
    for (at, first) in bound.iter().enumerate() {
        for mistake in bound[at + 1..].iter().filter_map(|second| between(*first, *second)) {
            let same =
                |m: &Mistake| (m.line, m.column, m.what.key()) == (mistake.line, mistake.column, mistake.what.key());
            if !found.iter().any(same) {
                found.push(mistake);
            }
        }
    }
    found
}

/// Required commands without a key.
fn unbound(entries: &[Entry]) -> Vec<Mistake> {
    let required = TABLE.iter().filter(|row| row.required);
    let wanted = required.flat_map(|row| row.contexts.iter().map(|context| (row.command, *context)));
    wanted
        .filter_map(|(command, context)| {
            let entry = entries.iter().find(|entry| entry.command == command && entry.context == context);
            let place = match entry {
                Some(entry) if entry.broken || !entry.bindings.is_empty() => return None,
                Some(entry) => entry.place,
                None => None,
            };
            Some(mistake(place, said(say::KEYMAP_REQUIRED_UNBOUND, command, context)))
        })
        .collect()
}

/// Keys that a text field keeps to itself, bound where text is typed.
fn of_the_field<'e>(bound: &'e [Placed<'e>]) -> impl Iterator<Item = Mistake> + 'e {
    bound.iter().filter(|(binding, _)| binding.context.is_text()).filter_map(|(binding, place)| {
        let key = binding.keys.iter().find(|key| key.belongs_to_field())?;
        let what = said(say::KEYMAP_KEY_OF_THE_FIELD, binding.command, binding.context);
        Some(mistake(*place, what.with("key", key.to_string())))
    })
}

/// What is wrong between two bindings of the map.
fn between(first: Placed, second: Placed) -> Option<Mistake> {
    // Told at the later place; what has no place stands in the map below and comes first.
    let ((old, _), (new, place)) = if first.1 <= second.1 { (first, second) } else { (second, first) };
    if !old.clashes_with(new) {
        return None;
    }
    let key = if old.context == new.context {
        match (old.keys == new.keys, old.command == new.command) {
            (true, true) => say::KEYMAP_KEY_REPEATED,
            (true, false) => say::KEYMAP_KEY_TWICE,
            (false, _) => say::KEYMAP_SEQUENCE_IN_SEQUENCE,
        }
    } else if new.command.row().danger && !old.command.row().danger {
        say::KEYMAP_DANGEROUS_KEY
    } else if old.command.row().danger && !new.command.row().danger {
        say::KEYMAP_KEY_OF_DANGER
    } else {
        return None;
    };
    let what = said(key, new.command, new.context)
        .with("keys", written(&new.keys))
        .with("other-keys", written(&old.keys))
        .with("other", old.command.name())
        .with("other-context", old.context.name());
    Some(mistake(place, what))
}

/// Commands of a lower context that lose their last key because a context above it uses it: the global `back` without Esc on a
/// screen that binds Esc. Losing one key of several is allowed; the shipped walk takes digits from the global map to rate with.
fn hidden(bound: &[Placed]) -> Vec<Mistake> {
    let mut found: Vec<Mistake> = Vec::new();
    for context in Context::ALL {
        for (depth, layer) in context.layers().iter().enumerate() {
            let above: Vec<Placed> = active(bound, context, &context.layers()[..depth]);
            let here: Vec<Placed> = active(bound, context, &[*layer]);
            for row in TABLE {
                let keys: Vec<Placed> = here.iter().copied().filter(|(b, _)| b.command == row.command).collect();
                found.extend(lost(&keys, &above).filter(|mistake| !found.contains(mistake)));
            }
        }
    }
    found
}

/// The mistake of a command whose every key of `keys` clashes with one of `above`.
fn lost(keys: &[Placed], above: &[Placed]) -> Option<Mistake> {
    let clash = |key: &Placed| above.iter().copied().find(|(b, _)| b.clashes_with(key.0));
    let clashes: Vec<(Placed, Placed)> = keys.iter().map_while(|key| Some((*key, clash(key)?))).collect();
    if clashes.len() < keys.len() {
        return None;
    }
    let ((low, low_place), (high, high_place)) = clashes.into_iter().max_by_key(|(low, high)| low.1.max(high.1))?;
    let what = said(say::KEYMAP_KEY_HIDDEN, low.command, low.context)
        .with("keys", written(&high.keys))
        .with("other", high.command.name())
        .with("other-context", high.context.name());
    Some(mistake(low_place.max(high_place), what))
}

/// The bindings of `layers` that count in `context`.
fn active<'e>(bound: &[Placed<'e>], context: Context, layers: &[Context]) -> Vec<Placed<'e>> {
    bound.iter().copied().filter(|(b, _)| layers.contains(&b.context) && b.counts_in(context)).collect()
}

fn said(key: crate::i18n::Key, command: Command, context: Context) -> Message {
    Message::new(key).with("command", command.name()).with("context", context.name())
}

/// A mistake of a map that has no place of its own stands at the beginning of the file.
fn mistake(place: Option<Place>, what: Message) -> Mistake {
    entry::mistake(place.unwrap_or(START), what, None)
}

/// Keys as files write them.
pub(super) fn written(keys: &[Key]) -> String {
    keys.iter().map(Key::to_string).collect::<Vec<_>>().join(" ")
}
