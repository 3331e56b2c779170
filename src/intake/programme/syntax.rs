//! From text to a TOML tree, and the mistakes of TOML itself in our words. Knows nothing of programmes.

use super::Mistake;
use crate::{
    i18n::{Message, key},
    intake::{
        mistakes::{Mistakes, shown},
        places::Places,
    },
};
use toml::de::DeTable;

/// What the parser says of a name that stands twice.
const TWICE: &str = "duplicate key";

/// The tree. Of the mistakes of one line only the first is told, and a name that stands twice only when nothing else is wrong: the
/// others mostly follow, as when a table cannot be read and its keys fall to the table above.
pub(super) fn parse(source: &str) -> Result<DeTable<'_>, Vec<Mistake>> {
    let (tree, errors) = DeTable::parse_recoverable(source);
    let places = Places::new(source);
    let mut mistakes = Mistakes::default();
    let twice = |error: &toml::de::Error| error.message().contains(TWICE);
    let only_twice = errors.iter().all(twice);
    for error in errors.iter().filter(|error| only_twice || !twice(error)) {
        mistakes.add(places.of(error.span().map_or(0, |span| span.start)), words(error.message()));
    }
    mistakes.unless_any(tree.into_inner()).map_err(|mut list| {
        list.dedup_by_key(|mistake| mistake.line);
        list
    })
}

/// Our words for what the parser says; its own, which are English, only for what is rare.
fn words(parser: &str) -> Message {
    let says = |any: &[&str]| any.iter().any(|part| parser.contains(part));
    if says(&[TWICE]) {
        key::PROGRAMME_SYNTAX_TWICE.into()
    } else if says(&["quote", "string"]) {
        key::PROGRAMME_SYNTAX_QUOTES.into()
    } else if says(&["unclosed"]) {
        key::PROGRAMME_SYNTAX_UNCLOSED.into()
    } else if says(&["comma"]) {
        key::PROGRAMME_SYNTAX_COMMA.into()
    } else {
        Message::new(key::PROGRAMME_SYNTAX_OTHER).with("detail", shown(parser))
    }
}
