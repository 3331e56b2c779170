//! Breaking text into rows by display width: at blanks, and inside a word only when the word alone is too wide. The edit
//! buffer wraps with the same rows, so that the caret stands where the text is drawn.

use super::width::{letters, plain_width, truncate};
use std::ops::Range;

/// The rows of the text as byte ranges, at least one; `columns` of 0 counts as 1. Newlines end a row and belong to none. The
/// blanks at which a row is broken belong to its end and may hang over `columns`; nothing else does, except a single
/// grapheme that is wider than `columns` by itself.
#[must_use]
pub fn rows(text: &str, columns: usize) -> Vec<Range<usize>> {
    let columns = columns.max(1);
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        wrap_line(line, start, columns, &mut rows);
        start += line.len() + 1;
    }
    rows
}

/// Adds the rows of one line that begins at byte `offset`.
fn wrap_line(line: &str, offset: usize, columns: usize, rows: &mut Vec<Range<usize>>) {
    match plain_width(line) {
        Some(whole) if whole <= columns => rows.push(offset..offset + line.len()),
        // Most lines of a report; a letter then needs no slice of its own to be looked through.
        Some(_) => {
            let letters = line.char_indices().map(|(at, c)| Letter {
                at,
                end: at + c.len_utf8(),
                columns: 1,
                blank: is_blank(c),
            });
            break_up(letters, line.len(), offset, columns, rows);
        }
        None => {
            let letters = letters(line).map(|(at, letter, own)| Letter {
                at,
                end: at + letter.len(),
                columns: own,
                blank: letter.chars().all(is_blank),
            });
            break_up(letters, line.len(), offset, columns, rows);
        }
    }
}

/// A letter with its marks: where it stands in its line, how wide it is, whether it is a blank.
struct Letter {
    at: usize,
    end: usize,
    columns: usize,
    blank: bool,
}

/// Adds the rows of a line of `length` bytes that begins at byte `offset`.
fn break_up(
    letters: impl Iterator<Item = Letter>,
    length: usize,
    offset: usize,
    columns: usize,
    rows: &mut Vec<Range<usize>>,
) {
    let (mut row, mut taken) = (0, 0);
    // Where the row can be broken: behind the last blanks after a word, and how wide it is up to there.
    let mut gap = None;
    let mut word_seen = false;
    for Letter { at, end, columns: own, blank } in letters {
        if blank {
            taken += own;
            gap = word_seen.then_some((end, taken)).or(gap);
            continue;
        }
        word_seen = true;
        while taken + own > columns && at > row {
            let (end, before) = gap.take().unwrap_or((at, taken));
            rows.push(offset + row..offset + end);
            (row, taken) = (end, taken - before);
        }
        taken += own;
    }
    rows.push(offset + row..offset + length);
}

/// Whether a row may be broken here. The no-break space is none.
fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}')
}

/// The text in lines of at most `columns`, without the blanks at which they are broken. Newlines are kept as line ends. A
/// grapheme wider than `columns` by itself is shown as `…`.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let line = |row: Range<usize>| {
        let row = text.get(row).unwrap_or_default();
        truncate(row.trim_end_matches(is_blank), columns.max(1)).into_owned()
    };
    rows(text, columns).into_iter().map(line).collect()
}
