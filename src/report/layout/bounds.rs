//! Keeps templates from making texts of any length: steps are counted (fuel), what one step makes is not. A head or foot needs none of what is
//! refused here.

use minijinja::{
    Environment, Error, ErrorKind, State,
    value::{Rest, Value},
};

/// The library's own `format`, under a name that no template can write.
const FORMAT: &str = "format, unguarded";

/// The filters that a template may use. What is made by each is about as long as what it is made from.
const FILTERS: [&str; 16] = [
    "upper",
    "lower",
    "capitalize",
    "title",
    "trim",
    "default",
    "d",
    "first",
    "last",
    "length",
    "count",
    "join",
    "format",
    "string",
    "int",
    "sort",
];
/// The words that a statement may begin with: choices and loops. A variable that is set could be doubled again and again.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// Guards `format` for patterns that only a document puts together.
pub(super) fn guard(parts: &mut Environment<'static>) {
    parts.add_filter(FORMAT, minijinja::filters::format);
    parts.add_filter("format", |state: &mut State, values: Rest<Value>| {
        if let Some(pattern) = values.first().and_then(Value::as_str).filter(|pattern| has_odd_field(pattern)) {
            return Err(Error::new(ErrorKind::InvalidOperation, pattern.to_owned()));
        }
        state.apply_filter(FORMAT, &values)
    });
}

/// What a template must not do, and its line from 1: the first of it.
pub(super) fn beyond(template: &str) -> Option<(usize, String)> {
    let mut rest = template;
    while let Some(at) = ["{{", "{%", "{#"].into_iter().filter_map(|begin| rest.find(begin)).min() {
        if let Some(comment) = rest[at..].strip_prefix("{#") {
            rest = comment.split_once("#}").map_or("", |(_, behind)| behind);
            continue;
        }
        let statement = rest[at..].starts_with("{%");
        let end = if statement { "%}" } else { "}}" };
        let code = &rest[at + 2..];
        let (found, after) = looked_through(code, end, statement);
        if let Some(what) = found {
            let line = template[..template.len() - code.len()].matches('\n').count() + 1;
            return Some((line, what));
        }
        rest = after;
    }
    None
}

/// Looks a block through up to its end: what of it is refused, and what stands after it.
fn looked_through<'a>(code: &'a str, end: &str, statement: bool) -> (Option<String>, &'a str) {
    let first: String = word(code.trim_start_matches(['-', '+']));
    if statement && !STATEMENTS.contains(&first.as_str()) {
        return (Some(format!("{{% {first} %}}")), code);
    }
    let mut left = code;
    while let Some(c) = left.chars().next() {
        if let Some(after) = left.strip_prefix(end) {
            return (None, after);
        }
        let after = &left[c.len_utf8()..];
        match c {
            '"' | '\'' => {
                let (text, behind) = quoted(after, c);
                if has_odd_field(text) {
                    return (Some(text.to_owned()), code);
                }
                left = behind;
            }
            // A brace within would hide where the block ends.
            '*' | '{' => return (Some(c.to_string()), code),
            '|' if !FILTERS.contains(&word(after).as_str()) => return (Some(format!("| {}", word(after))), code),
            _ => left = after,
        }
    }
    (None, left)
}

/// The word that a text begins with, behind blanks.
fn word(text: &str) -> String {
    text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// A string without its marks, and what stands behind it.
fn quoted(text: &str, mark: char) -> (&str, &str) {
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        if c == mark && !escaped {
            return (&text[..at], &text[at + c.len_utf8()..]);
        }
        escaped = c == '\\' && !escaped;
    }
    (text, "")
}

/// Whether a pattern of `format` has a field of a hundred columns and more, one whose width is a value, or one with a name: `MiniJinja` 3.1.0
/// panics on a name with letters beyond ASCII, and a head or foot formats a day at most.
fn has_odd_field(text: &str) -> bool {
    text.split('%').skip(1).any(|field| {
        let flags = || field.chars().take_while(|c| c.is_ascii_digit() || "-+ #.*".contains(*c));
        field.starts_with('(') || flags().any(|c| c == '*') || flags().filter(char::is_ascii_digit).count() > 3
    })
}
