//! Conditions of a programme file: compiled, and what is wrong in one told at its place inside the quoted text.

use super::{
    reading::{Reading, Thing},
    table::Value,
};
use crate::{
    domain::programme::condition::{Condition, ConditionError, FUNCTIONS, MOST_BYTES, MOST_DEPTH, NAMES, Wrong},
    i18n::{Message, key},
    intake::mistakes::shown,
    text::nfc,
};

/// Facts that do not exist before all items that are seen are scored.
const SCORES: [&str; 2] = ["supported", "outcome_supported"];

/// A condition. With `before`, it may ask only about items that stand before that byte of the file, and not about scores: this keeps the
/// questions of a checklist free of circles.
pub(super) fn condition(value: &Value<'_>, before: Option<usize>, reading: &mut Reading<'_>) -> Option<Condition> {
    let raw = value.raw(reading)?;
    match Condition::compile(&nfc(raw)) {
        Ok(condition) => {
            for (name, offset) in
                condition.name_places().iter().filter(|(name, _)| before.is_some() && SCORES.contains(name))
            {
                let what = Message::new(key::PROGRAMME_CONDITION_SCORE).with("name", *name);
                reading.mistake(inside(value, raw, *offset, reading.source), what);
            }
            for (item, offset) in condition.item_places() {
                let at = inside(value, raw, *offset, reading.source);
                match before {
                    Some(before) => reading.refer_before(item.as_str(), at, before),
                    None => reading.refer(Thing::Item, item.as_str(), at),
                }
            }
            for (kind, offset) in condition.kind_places() {
                reading.refer(Thing::UnitKind, kind.as_str(), inside(value, raw, *offset, reading.source));
            }
            Some(condition)
        }
        Err(error) => {
            let at = inside(value, raw, error.offset, reading.source);
            refuse(error, at, reading);
            None
        }
    }
}

/// The place in the file of the byte `offset` of a quoted text. In a text with escapes, the first place that is not before it.
fn inside(value: &Value<'_>, raw: &str, offset: usize, source: &str) -> usize {
    let Some(quoted) = source.get(value.at.clone()) else { return value.at.start };
    let quote = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quote| quoted.starts_with(quote)).map_or(0, str::len);
    let inner = quoted.get(quote..).unwrap_or("");
    // TOML drops a line end right after three quotes.
    let dropped = usize::from(quote == 3 && inner.starts_with('\n'));
    let start = value.at.start + quote + dropped;
    if inner.get(dropped..).is_some_and(|inner| inner.starts_with(raw)) {
        return (start + offset).min(value.at.end);
    }
    let mut letters = inner.char_indices().skip(dropped);
    let mut read = 0;
    while let Some((at, letter)) = letters.next() {
        if read >= offset {
            return start + at - dropped;
        }
        read += if letter == '\\' { escaped(&mut letters) } else { letter.len_utf8() };
    }
    value.at.end
}

/// Takes the rest of an escape; gives the bytes that it stands for.
fn escaped(letters: &mut impl Iterator<Item = (usize, char)>) -> usize {
    let digits = match letters.next() {
        Some((_, 'x')) => 2,
        Some((_, 'u')) => 4,
        Some((_, 'U')) => 8,
        _ => return 1,
    };
    let code: String = letters.take(digits).map(|(_, digit)| digit).collect();
    u32::from_str_radix(&code, 16).ok().and_then(char::from_u32).map_or(1, char::len_utf8)
}

fn refuse(error: ConditionError, at: usize, reading: &mut Reading<'_>) {
    match error.wrong {
        Wrong::Syntax => {
            // What people write who know other languages, and what CEL wants there.
            let meant =
                [("and", "&&"), ("or", "||"), ("not", "!"), ("=", "=="), ("<>", "!="), ("&", "&&"), ("|", "||")];
            let rest = reading.source.get(at..).unwrap_or("");
            let word: String = rest.chars().take_while(|letter| letter.is_alphabetic()).collect();
            let sign: String = rest.chars().take_while(|letter| "=<>&|".contains(*letter)).collect();
            let meant = meant.iter().find(|(wrong, _)| *wrong == word || *wrong == sign);
            let what = meant.map_or_else(
                || Message::new(key::PROGRAMME_CONDITION_SYNTAX),
                |(wrong, right)| {
                    Message::new(key::PROGRAMME_CONDITION_SIGN).with("wrong", *wrong).with("right", *right)
                },
            );
            reading.mistake(at, what);
        }
        Wrong::TooLong => reading.mistake(at, Message::new(key::PROGRAMME_CONDITION_LONG).with("most", MOST_BYTES)),
        Wrong::TooDeep => reading.mistake(at, Message::new(key::PROGRAMME_CONDITION_DEEP).with("most", MOST_DEPTH)),
        Wrong::UnknownName(name) => {
            let what =
                Message::new(key::PROGRAMME_CONDITION_NAME).with("name", shown(&name)).with("names", NAMES.join(", "));
            reading.misnamed(at, what, &name, NAMES);
        }
        Wrong::UnknownFunction(name) => {
            let what = Message::new(key::PROGRAMME_CONDITION_FUNCTION).with("name", shown(&name));
            reading.misnamed(at, what, &name, FUNCTIONS);
        }
        Wrong::UnknownWord { word, words } => {
            let listed = words.iter().map(|word| format!("\"{word}\"")).collect::<Vec<_>>().join(", ");
            let what = Message::new(key::PROGRAMME_CONDITION_WORD).with("word", shown(&word)).with("words", listed);
            reading.misnamed(at, what, &word, words.iter().copied());
        }
        Wrong::NotAnItem => reading.mistake(at, key::PROGRAMME_CONDITION_ITEM),
        Wrong::Mismatch(sign) => {
            reading.mistake(at, Message::new(key::PROGRAMME_CONDITION_MISMATCH).with("sign", sign));
        }
        Wrong::NotYesOrNo => reading.mistake(at, key::PROGRAMME_CONDITION_NOT_YES_NO),
        Wrong::Beyond => reading.mistake(at, key::PROGRAMME_CONDITION_BEYOND),
    }
}
