//! Keeps the house in order: a folder uses only folders above it, siblings do not import each other in circles, and the terminal, the
//! database, files, threads and the clock are named only where they belong. Reads source text; knows nothing of what it does.

#[path = "architecture/check.rs"]
mod check;
#[path = "architecture/source.rs"]
mod source;

use check::{Complaint, check};
use std::{fs, path::Path};

/// Every Rust file below `folder` as (path from `src/`, text).
fn sources(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the source") {
        let path = entry.expect("a file of the source").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let name = path.strip_prefix("src").expect("a path below src").to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).expect("a source file")));
        }
    }
}

fn house() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(Path::new("src"), &mut found);
    found.sort();
    found
}

fn told(complaints: &[Complaint]) -> String {
    complaints.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ")
}

/// What the checker says about a file `path` that holds `text`, in a house with nothing else.
fn about(path: &str, text: &str) -> Vec<String> {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    let files = [("lib.rs".to_owned(), lib), (path.to_owned(), text.to_owned())];
    check(&files).iter().map(ToString::to_string).collect()
}

#[test]
fn the_house_is_in_order() {
    let complaints = check(&house());
    assert!(complaints.is_empty(), "{} broken rules:\n  {}", complaints.len(), told(&complaints));
}

#[test]
fn every_folder_has_its_place_among_the_layers() {
    let lib = fs::read_to_string("src/lib.rs").expect("src/lib.rs");
    let layers = source::layers(&lib);
    for entry in fs::read_dir("src").expect("src") {
        let path = entry.expect("an entry of src").path();
        if path.is_dir() {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            assert!(layers.contains(&name), "src/{name} is no layer of src/lib.rs");
        }
    }
}

#[test]
fn an_upward_edge_is_reported_with_its_file_and_line() {
    let text = "//! A file.\n\nuse crate::domain::ids::UnitId;\nuse crate::store::Vault;\n";
    let complaints = about("text/planted.rs", text);
    assert_eq!(complaints, ["src/text/planted.rs:4: text uses store, which stands below it in src/lib.rs"]);
}

#[test]
fn an_upward_edge_hides_neither_in_braces_nor_in_code_nor_behind_super() {
    let braces = "use crate::{\n    domain::{ids::UnitId, lang::Lang},\n    cli,\n};\n";
    assert_eq!(
        about("intake/planted.rs", braces),
        ["src/intake/planted.rs:3: intake uses cli, which stands below it in src/lib.rs"]
    );
    let code = "fn f() -> usize {\n    let quote = '\"';\n    crate::tui::rows()\n}\n";
    assert_eq!(
        about("report/planted.rs", code),
        ["src/report/planted.rs:3: report uses tui, which stands below it in src/lib.rs"]
    );
    let behind = "use super::super::super::keymap::Keymap;\n";
    assert_eq!(
        about("domain/score/planted.rs", behind),
        ["src/domain/score/planted.rs:1: domain uses keymap, which stands below it in src/lib.rs"]
    );
    let inline = "mod inner {\n    use super::super::super::store::Vault;\n}\n";
    assert_eq!(
        about("text/planted.rs", inline),
        ["src/text/planted.rs:2: text uses store, which stands below it in src/lib.rs"]
    );
}

#[test]
fn comments_strings_and_tests_may_say_what_they_like() {
    let text = r##"//! Sees `crate::cli`.
/* use crate::cli::run; /* use sled; */ */
/// [`crate::tui::App`]
const A: &str = "use crate::cli; sled";
const B: &str = r#"crate::tui::"App" unsafe"#;
const C: char = '"';
fn f<'a>(x: &'a str) -> &'a str { x }

#[cfg(test)]
mod tests {
    use crate::store::Vault;
    fn clock() { std::time::Instant::now(); }
}
"##;
    assert_eq!(about("text/planted.rs", text), Vec::<String>::new());
}

#[test]
fn a_circle_of_siblings_is_reported_once_with_its_members() {
    let file = |path: &str, text: &str| (path.to_owned(), text.to_owned());
    let files = [
        file("lib.rs", "pub mod text;\n"),
        file("text/mod.rs", "pub mod one;\npub mod two;\nuse one::One;\n"),
        file("text/one.rs", "use super::two::Two;\n"),
        file("text/two/mod.rs", "pub struct Two;\nmod deep;\n"),
        file("text/two/deep.rs", "\nuse crate::text::one::One;\n"),
    ];
    let told: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    assert_eq!(told, ["src/text/one.rs:1: a circle in text: one → two → one (src/text/two/deep.rs:2)"]);
}

#[test]
fn the_terminal_and_the_database_are_named_only_in_their_places() {
    for (path, text, ok) in [
        ("tui/ui/planted.rs", "use ratatui::buffer::Buffer;", true),
        ("tui/screens/planted/view.rs", "use ratatui::buffer::Buffer;", true),
        ("tui/runtime/planted.rs", "use ratatui::Terminal; use crossterm::event;", true),
        ("tui/screens/planted/update.rs", "use ratatui::buffer::Buffer;", false),
        ("tui/parts/planted.rs", "type B = ratatui::buffer::Buffer;", false),
        ("report/planted.rs", "use ratatui::buffer::Buffer;", false),
        ("keymap/key.rs", "use crossterm::event::KeyEvent;", true),
        ("keymap/planted.rs", "use crossterm::event::KeyEvent;", false),
        ("tui/ui/planted.rs", "use ratatui::crossterm::event::KeyEvent;", false),
        ("store/planted.rs", "use sled::Db;", true),
        ("journal/planted.rs", "use sled::Db;", false),
    ] {
        assert_eq!(about(path, text).is_empty(), ok, "{path}: {text}");
    }
}

#[test]
fn files_threads_and_the_clock_are_named_only_in_the_shell() {
    for text in [
        "use std::{collections::HashMap, fs};",
        "fn f() { std::thread::spawn(|| ()); }",
        "use std::time::SystemTime;",
        "use std::time::{Duration, Instant};",
        "use chrono::Local;",
        "use chrono::{NaiveDate, Utc};\nfn f() { Utc::now(); }",
    ] {
        for (path, ok) in [
            ("domain/planted.rs", false),
            ("report/planted.rs", false),
            ("tui/screens/planted/update.rs", false),
            ("journal/planted.rs", true),
            ("store/planted.rs", true),
            ("report/write.rs", true),
            ("tui/runtime/planted.rs", true),
            ("cli/planted.rs", true),
        ] {
            assert_eq!(about(path, text).is_empty(), ok, "{path}: {text}");
        }
    }
    assert!(about("domain/planted.rs", "use chrono::{NaiveDate, Utc};\nuse std::time::Duration;").is_empty());
    assert!(!about("intake/planted.rs", "fn f() { uuid::Uuid::new_v4(); }").is_empty(), "chance has no place there");
}

#[test]
fn a_file_may_have_five_hundred_lines_and_tests_beyond_them() {
    let tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "\n".repeat(300));
    assert!(about("text/planted.rs", &format!("{}{tests}", "\n".repeat(500))).is_empty());
    assert_eq!(
        about("text/planted.rs", &format!("{}{tests}", "\n".repeat(501))),
        ["src/text/planted.rs:501: 501 lines, 500 is the most; make a folder of it"]
    );
}

#[test]
fn unsafe_is_reported_wherever_it_stands() {
    assert_eq!(about("store/planted.rs", "\nunsafe fn f() {}\n"), ["src/store/planted.rs:2: unsafe"]);
}
