//! Holds the documents to what is there: commands that work, files and folders that exist, keys that are bound.

use std::{
    collections::BTreeSet,
    env, fs,
    path::Path,
    process::{Command, Output},
};

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The blocks of shell commands of a document, in its order.
fn shell_blocks(document: &str) -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for line in document.lines() {
        match (&mut block, line) {
            (None, "```sh") => block = Some(String::new()),
            (Some(_), "```") => blocks.extend(block.take()),
            (Some(block), line) => {
                block.push_str(line);
                block.push('\n');
            }
            (None, _) => {}
        }
    }
    blocks
}

/// What stands between backquotes, outside of blocks.
fn quoted(document: &str) -> Vec<String> {
    let mut outside = true;
    let text: Vec<&str> = document
        .lines()
        .filter(|line| {
            let fence = line.starts_with("```");
            outside ^= fence;
            outside && !fence
        })
        .collect();
    text.join("\n").split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Runs a block of the README as a person would, with the program on the path, in an empty folder.
fn run(block: &str, folder: &Path) -> Output {
    let program = Path::new(env!("CARGO_BIN_EXE_thucchat"));
    let mut path = program.parent().expect("the folder of the program").as_os_str().to_owned();
    path.push(":");
    path.push(env::var_os("PATH").unwrap_or_default());
    Command::new("sh")
        .args(["-euc", block])
        .current_dir(folder)
        .env("PATH", path)
        .env("HOME", folder)
        .env("THUCCHAT_LANG", "vi")
        .env_remove("THUCCHAT_VAULT")
        .output()
        .expect("a shell")
}

#[test]
fn the_readme_begins_with_the_two_commands_and_each_is_one_line() {
    let blocks = shell_blocks(&read("README.md"));
    assert_eq!(blocks.first().map(String::as_str), Some("cargo run --release -- demo\n"));
    assert_eq!(blocks.get(1).map(String::as_str), Some("cargo test\n"));
}

#[test]
fn the_script_of_checks_runs_the_readmes_commands() {
    let script = read(".ci/run");
    assert!(script.contains("cargo run --release --locked -- demo --text"), "the demonstration, without a terminal");
    assert!(script.contains("cargo test --locked"), "the tests");
}

#[test]
#[cfg(unix)]
fn the_readmes_commands_for_the_command_line_work_as_they_stand() {
    let folder = tempfile::tempdir().expect("a folder");
    let blocks = shell_blocks(&read("README.md"));
    let session = blocks.get(2).expect("the block for the command line");
    let output = run(session, folder.path());
    let (shown, told) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}\n{shown}\n{told}", output.status);
    for words in ["Huyện ủy Tân Hiệp", "ấp Kinh 4A", "Huyện ủy Gò Quao", "K-01"] {
        assert!(shown.to_lowercase().contains(&words.to_lowercase()), "nothing about {words}:\n{shown}");
    }
}

#[test]
fn every_file_and_folder_that_the_documents_name_exists() {
    for document in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        for name in quoted(&read(document)) {
            let is_path = ["src/", "tests/", "checklists/", "keymaps/", ".ci/"].iter().any(|top| name.starts_with(top))
                || ["build.rs", "Cargo.lock"].contains(&name.as_str());
            assert!(!is_path || Path::new(&name).exists(), "{document} names {name}, which is not there");
        }
    }
}

#[test]
fn every_folder_of_the_source_is_in_the_architecture() {
    let named: BTreeSet<String> = quoted(&read("ARCHITECTURE.md")).into_iter().collect();
    for entry in fs::read_dir("src").expect("src") {
        let path = entry.expect("an entry of src").path();
        if path.is_dir() {
            let name = format!("{}/", path.to_string_lossy());
            assert!(named.contains(&name), "ARCHITECTURE.md does not name {name}");
        }
    }
}

#[test]
fn the_architecture_names_the_layers_in_their_order() {
    let layers: Vec<String> = read("src/lib.rs")
        .lines()
        .filter_map(|line| Some(format!("| `src/{}/` |", line.strip_prefix("pub mod ")?.strip_suffix(';')?)))
        .collect();
    let architecture = read("ARCHITECTURE.md");
    let rows: Vec<&str> = architecture.lines().filter(|line| line.starts_with("| `src/")).collect();
    let first: Vec<&String> =
        rows.iter().filter_map(|row| layers.iter().find(|layer| row.starts_with(*layer))).collect();
    assert_eq!(first, layers.iter().collect::<Vec<_>>());
}

#[test]
fn every_dependency_is_in_the_architecture_and_nothing_else() {
    let manifest: toml::Table = read("Cargo.toml").parse().expect("Cargo.toml");
    let architecture = read("ARCHITECTURE.md");
    let (_, section) = architecture.split_once("## Dependencies, and why").expect("the section on dependencies");
    let (section, _) = section.split_once("\n## ").expect("a section after it");
    let cells: String = section
        .lines()
        .filter_map(|line| line.split('|').nth(2))
        .map(|cell| format!("{cell}\n"))
        .collect::<Vec<_>>()
        .concat();
    let told: BTreeSet<String> = quoted(&cells).into_iter().collect();
    let there: BTreeSet<String> = ["dependencies", "dev-dependencies"]
        .iter()
        .filter_map(|table| manifest.get(*table)?.as_table())
        .flat_map(|table| table.keys().cloned())
        .collect();
    assert_eq!(told, there);
}

/// A key as documents write it (`Ctrl+Z`, `Space`) in the words of keymap files.
fn key_name(written: &str) -> String {
    if written.chars().count() == 1 { written.to_owned() } else { written.to_lowercase() }
}

#[test]
fn every_key_that_the_readme_shows_does_what_it_says() {
    let keymap: toml::Table = read("keymaps/default.toml").parse().expect("the default keymap");
    let bound = |context: &str, command: &str, key: &str| {
        let keys = keymap.get(context).and_then(|table| table.get(command)).and_then(toml::Value::as_array);
        keys.is_some_and(|keys| keys.iter().any(|bound| bound.as_str() == Some(&key_name(key))))
    };
    for (context, command, key) in [
        ("queue", "open-inspection", "Enter"),
        ("walk", "rate-3", "3"),
        ("walk", "next-unanswered", "n"),
        ("walk", "next-unanswered", "Space"),
        ("walk", "add-evidence", "e"),
        ("form", "next-field", "Tab"),
        ("form", "save-form", "Enter"),
        ("walk", "not-applicable", "x"),
        ("walk", "not-verified", "u"),
        ("walk", "add-finding", "h"),
        ("walk", "add-recommendation", "k"),
        ("global", "undo", "z"),
        ("walk", "open-report", "r"),
        ("walk", "sign", "s"),
        ("sign-off", "sign-inspection", "Ctrl+K"),
        ("global", "back", "Esc"),
        ("global", "help", "?"),
        ("global", "open-palette", ":"),
        ("global", "quit", "q"),
    ] {
        assert!(bound(context, command, key), "{key} is not {command} in {context}");
        assert!(quoted(&read("README.md")).iter().any(|shown| shown == key), "README.md does not show {key}");
    }
}
