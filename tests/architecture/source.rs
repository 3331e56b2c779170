//! Reads a source file far enough to know which paths it names: words and punctuation with their lines, comments and strings left out.

/// A word or a mark of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its line, from 1.
    pub line: usize,
    /// A whole identifier, `::`, or one character.
    pub text: String,
}

/// A path that the source names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Line of its last word.
    pub line: usize,
    /// Its words; `crate`, `super` and `self` resolved to words from the root of the crate behind a leading `crate`.
    pub words: Vec<String>,
}

/// The layers in the order of `src/lib.rs`.
pub fn layers(lib: &str) -> Vec<String> {
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';').map(str::to_owned)).collect()
}

/// The file without its tests: what stands before the first `#[cfg(test)]` that opens a module.
pub fn without_tests(text: &str) -> &str {
    let mut from = 0;
    while let Some(at) = text[from..].find("#[cfg(test)]").map(|at| from + at) {
        let rest = text[at + "#[cfg(test)]".len()..].trim_start();
        if rest.starts_with("mod ") && rest.find('{') < rest.find(';').or(Some(usize::MAX)) {
            return &text[..at];
        }
        from = at + 1;
    }
    text
}

/// Words and marks of the source, without comments, strings, characters and lifetimes.
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let (mut tokens, mut at, mut line) = (Vec::new(), 0, 1);
    while let Some(&c) = chars.get(at) {
        let end = match (c, chars.get(at + 1)) {
            ('/', Some('/')) => until(&chars, at, |rest| rest.first() == Some(&'\n')),
            ('/', Some('*')) => past_block_comment(&chars, at),
            ('"', _) => past_string(&chars, at),
            ('\'', _) => past_quote(&chars, at),
            _ if c.is_alphanumeric() || c == '_' => {
                let end = until(&chars, at, |rest| rest.first().is_none_or(|c| !c.is_alphanumeric() && *c != '_'));
                let word: String = chars[at..end].iter().collect();
                if let Some(end) = past_raw_string(&chars, end).filter(|_| ["r", "br", "cr"].contains(&word.as_str())) {
                    end
                } else {
                    tokens.push(Token { line, text: word });
                    end
                }
            }
            (':', Some(':')) => {
                tokens.push(Token { line, text: "::".into() });
                at + 2
            }
            _ if c.is_whitespace() => at + 1,
            _ => {
                tokens.push(Token { line, text: c.into() });
                at + 1
            }
        };
        line += chars[at..end.min(chars.len())].iter().filter(|c| **c == '\n').count();
        at = end;
    }
    tokens
}

fn until(chars: &[char], from: usize, stop: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| stop(&chars[*at..])).unwrap_or(chars.len())
}

fn past_block_comment(chars: &[char], from: usize) -> usize {
    let (mut depth, mut at) = (0_usize, from);
    while at < chars.len() {
        match (chars[at], chars.get(at + 1)) {
            ('/', Some('*')) => (depth, at) = (depth + 1, at + 2),
            ('*', Some('/')) if depth == 1 => return at + 2,
            ('*', Some('/')) => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
    }
    at
}

fn past_string(chars: &[char], from: usize) -> usize {
    let mut at = from + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The end of the raw string whose `#…"` begins at `from`, when there is one.
fn past_raw_string(chars: &[char], from: usize) -> Option<usize> {
    let fence = chars[from..].iter().take_while(|c| **c == '#').count();
    let open = from + fence;
    (chars.get(open) == Some(&'"')).then(|| {
        let close = until(chars, open + 1, |rest| {
            rest.first() == Some(&'"') && rest[1..].iter().take_while(|c| **c == '#').count() >= fence
        });
        close + 1 + fence
    })
}

/// The end of a character or of a lifetime's mark.
fn past_quote(chars: &[char], from: usize) -> usize {
    match (chars.get(from + 1), chars.get(from + 2)) {
        (Some('\\'), _) => until(chars, from + 3, |rest| rest.first() == Some(&'\'')) + 1,
        (Some(_), Some('\'')) => from + 3,
        _ => from + 1,
    }
}

/// Every path of the file whose module is `module` (words from the root of the crate) that begins with `crate`, `super`, `self`, `std`
/// or `chrono`, in code and in `use` trees.
pub fn paths(tokens: &[Token], module: &[String]) -> Vec<Named> {
    let (mut found, mut inline, mut depth) = (Vec::new(), Vec::<(String, usize)>::new(), 0_usize);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    for at in 0..tokens.len() {
        match text(at) {
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inline.retain(|(_, opened)| *opened <= depth);
            }
            "mod" if text(at + 2) == "{" => inline.push((text(at + 1).to_owned(), depth + 1)),
            first @ ("crate" | "super" | "self" | "std" | "chrono")
                if text(at + 1) == "::" && (at == 0 || text(at - 1) != "::") =>
            {
                let mut here = module.to_vec();
                here.extend(inline.iter().map(|(name, _)| name.clone()));
                let begin = match first {
                    "crate" => vec!["crate".to_owned()],
                    "std" | "chrono" => vec![first.to_owned()],
                    "self" => rooted(&here),
                    _ => rooted(&here[..here.len().saturating_sub(1)]),
                };
                tree(tokens, at + 2, begin, &mut found);
            }
            _ => {}
        }
    }
    found
}

fn rooted(words: &[String]) -> Vec<String> {
    std::iter::once("crate".to_owned()).chain(words.iter().cloned()).collect()
}

/// Reads a path or a tree of paths from `at` on, behind the words of `begin`; gives the place after it.
fn tree(tokens: &[Token], mut at: usize, mut begin: Vec<String>, found: &mut Vec<Named>) -> usize {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    loop {
        match text(at) {
            "{" => {
                at += 1;
                while !matches!(text(at), "}" | "") {
                    let next = tree(tokens, at, begin.clone(), found);
                    at = if text(next) == "," || next == at { next + 1 } else { next };
                }
                return at + 1;
            }
            "super" if begin.len() > 1 => {
                begin.pop();
            }
            word if word.starts_with(|c: char| c.is_alphabetic() || c == '_') => begin.push(word.to_owned()),
            _ => return at,
        }
        let line = tokens[at].line;
        at += 1;
        if text(at) != "::" {
            found.push(Named { line, words: begin });
            return if text(at) == "as" { at + 2 } else { at };
        }
        if text(at + 1) == "*" {
            found.push(Named { line, words: begin });
            return at + 2;
        }
        if !matches!(text(at + 1), "{") && !text(at + 1).starts_with(|c: char| c.is_alphabetic() || c == '_') {
            // A turbofish.
            found.push(Named { line, words: begin });
            return at + 1;
        }
        at += 1;
    }
}
