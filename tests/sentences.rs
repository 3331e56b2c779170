//! Holds the sentences to the source: none that nothing says, and none in the source itself. That both languages have each, with the
//! same arguments, the build has seen already.

use std::{collections::BTreeSet, fs, path::Path};
use thucchat::i18n::key;

/// Every Rust file below `folder` as (path, text).
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("a file of the source").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push((path.display().to_string(), fs::read_to_string(&path).expect("a source file")));
        }
    }
}

fn house() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(Path::new("src"), &mut found);
    found
}

/// The file without the tests at its end and without comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Its words in capitals: what a name of a sentence looks like.
fn names(code: &str) -> impl Iterator<Item = &str> {
    let is_part = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    code.split(move |c| !is_part(c)).filter(|word| !word.is_empty())
}

#[test]
fn every_sentence_is_said_somewhere() {
    let house = house();
    let code: Vec<String> = house.iter().map(|(_, text)| code(text)).collect();
    let said: BTreeSet<&str> = code.iter().flat_map(|code| names(code)).collect();
    let constant = |key: &thucchat::i18n::Key| key.name().to_uppercase().replace('-', "_");
    let unsaid: Vec<_> =
        key::ALL.iter().filter(|key| !said.contains(constant(key).as_str())).map(|key| key.name()).collect();
    assert!(unsaid.is_empty(), "nothing says {unsaid:?}");
}

#[test]
fn no_vietnamese_stands_in_the_source_but_where_it_is_data() {
    // Letters with marks that only Vietnamese has; names of columns are read, a province that is invented is data.
    let vietnamese =
        |line: &str| line.chars().any(|c| ('\u{1EA0}'..='\u{1EF9}').contains(&c) || "ăđơưĂĐƠƯ".contains(c));
    let data = [
        "src/practice/",       // the invented province
        "src/intake/units/",   // names of columns and levels as people write them
        "src/intake/models/",  // the same of models
        "src/keymap/key.rs",   // what input methods make of keys
        "src/text/fold.rs",    // the letter that has no decomposition
        "src/text/input/",     // what keys make of letters
        "src/report/words.rs", // the letters of points
        "src/tui/app/view.rs", // the product's name
        "src/domain/lang.rs",  // a language's own name
        // words of counting, titles and institutions that prose is read by
        "src/domain/flags/words.rs",
        "src/keymap/help.rs",
    ];
    for (path, text) in house() {
        let is_data = data.iter().any(|place| path.starts_with(place)) || path.ends_with("tests.rs");
        let line = code(&text).lines().position(vietnamese);
        assert!(is_data || line.is_none(), "{path}:{}: a sentence belongs in src/i18n", line.unwrap_or_default() + 1);
    }
}
