//! The outer form of a condition: what is refused before the CEL parser sees it, and where the parser stopped.
//!
//! The parser of the `cel` crate descends some fifteen frames for every bracket and overflows the stack of a thread (2 MiB) at 16
//! of them. A programme is a file from outside, so brackets are counted here first. That only works when this file and the
//! parser agree on what is quoted; hence one line, no escapes, no comments, no tripled quotes.

use super::{ConditionError, Wrong};
use cel::ParseErrors;

/// The longest condition in bytes.
pub const MOST_BYTES: usize = 500;
/// How deep brackets may stand in each other.
pub const MOST_DEPTH: usize = 5;

/// Refuses what the parser must not see.
pub(super) fn check(source: &str) -> Result<(), ConditionError> {
    let error = |offset, wrong| Err(ConditionError { offset, wrong });
    if source.len() > MOST_BYTES {
        return error(source.floor_char_boundary(MOST_BYTES), Wrong::TooLong);
    }
    let mut depth = 0_usize;
    let mut quote: Option<(char, usize)> = None;
    for (offset, letter) in source.char_indices() {
        let rest = &source[offset..];
        let tripled = ["\"\"\"", "'''"].iter().any(|three| rest.starts_with(three));
        if letter == '\\' || letter == '`' || letter.is_control() || tripled {
            return error(offset, Wrong::Syntax);
        }
        match (quote, letter) {
            (Some((open, _)), _) if letter == open => quote = None,
            (None, '"' | '\'') => quote = Some((letter, offset)),
            (None, '/') if rest.starts_with("//") => return error(offset, Wrong::Syntax),
            (None, '(' | '[' | '{') if depth == MOST_DEPTH => return error(offset, Wrong::TooDeep),
            (None, '(' | '[' | '{') => depth += 1,
            (None, ')' | ']' | '}') => depth = depth.saturating_sub(1),
            (Some(_) | None, _) => {}
        }
    }
    quote.map_or(Ok(()), |(_, offset)| error(offset, Wrong::Syntax))
}

/// The first of the parser's errors. Its own words are the grammar's and help nobody, so only the place is kept.
pub(super) fn first(source: &str, errors: &ParseErrors) -> ConditionError {
    let column = errors.errors.iter().map(|error| error.pos.1).min().unwrap_or(1);
    let letters = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let offset = source.char_indices().nth(letters).map_or(source.len(), |(offset, _)| offset);
    ConditionError { offset, wrong: Wrong::Syntax }
}
