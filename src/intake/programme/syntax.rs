//! From bytes to a TOML tree, and the mistakes of TOML itself in our words. Knows nothing of programmes.

use super::{Mistake, at_start, reading::Places};
use crate::i18n::{Message, key};
use toml::de::DeTable;

/// The text of a file, without the mark that some editors put before it.
pub(super) fn text(file: &[u8]) -> Result<&str, Vec<Mistake>> {
    match std::str::from_utf8(file) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = file.get(..error.valid_up_to()).and_then(|good| std::str::from_utf8(good).ok()).unwrap_or("");
            let (line, column) = Places::new(good).of(good.len());
            Err(vec![Mistake { line, column, ..at_start(Message::new(key::PROGRAMME_NOT_UTF8)) }])
        }
    }
}

/// The tree. Of the mistakes of one line only the first is told: the others mostly follow from it.
pub(super) fn parse(source: &str) -> Result<DeTable<'_>, Vec<Mistake>> {
    let (tree, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return Ok(tree.into_inner());
    }
    let places = Places::new(source);
    let mut mistakes: Vec<Mistake> = errors
        .iter()
        .map(|error| {
            let (line, column) = places.of(error.span().map_or(0, |span| span.start));
            Mistake { line, column, what: words(error.message()), nearest: None }
        })
        .collect();
    mistakes.sort_by_key(|mistake| (mistake.line, mistake.column));
    mistakes.dedup_by_key(|mistake| mistake.line);
    Err(mistakes)
}

/// Our words for what the parser says; its own, which are English, only for what is rare.
fn words(parser: &str) -> Message {
    let says = |any: &[&str]| any.iter().any(|part| parser.contains(part));
    if says(&["duplicate key"]) {
        key::PROGRAMME_SYNTAX_TWICE.into()
    } else if says(&["quote", "string"]) {
        key::PROGRAMME_SYNTAX_QUOTES.into()
    } else if says(&["unclosed"]) {
        key::PROGRAMME_SYNTAX_UNCLOSED.into()
    } else if says(&["comma"]) {
        key::PROGRAMME_SYNTAX_COMMA.into()
    } else {
        Message::new(key::PROGRAMME_SYNTAX_OTHER).with("detail", parser)
    }
}
