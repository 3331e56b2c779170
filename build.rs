//! Makes a constant for every sentence of the interface and refuses to build when one is missing in a language, or when the
//! two languages of a sentence ask for different arguments.

use std::{collections::BTreeMap, collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=src/i18n");
    let vi = sentences("src/i18n/vi");
    let en = sentences("src/i18n/en");
    for (key, arguments) in &vi {
        match en.get(key) {
            None => fail(&format!("{key} has no English sentence")),
            Some(other) if other != arguments => {
                fail(&format!("{key} asks for {arguments:?} in Vietnamese and {other:?} in English"));
            }
            Some(_) => {}
        }
    }
    for key in en.keys().filter(|key| !vi.contains_key(*key)) {
        fail(&format!("{key} has no Vietnamese sentence"));
    }
    let mut code = String::new();
    for (key, arguments) in &vi {
        let name = key.to_uppercase().replace('-', "_");
        let takes = if arguments.is_empty() {
            "nothing".to_owned()
        } else {
            arguments.iter().map(|a| format!("`{a}`")).collect::<Vec<_>>().join(", ")
        };
        let _ = writeln!(code, "/// Takes {takes}.\npub const {name}: Key = Key(\"{key}\");");
    }
    let all = vi.keys().map(|key| format!("Key(\"{key}\")")).collect::<Vec<_>>().join(", ");
    let _ = writeln!(code, "/// Every sentence.\npub const ALL: &[Key] = &[{all}];");
    fs::write(Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("keys.rs"), code)
        .expect("OUT_DIR can be written");
}

/// Sentence keys of all `.ftl` files of a folder, each with the arguments it names (its indented lines belong to it).
fn sentences(folder: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder of sentences").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file of sentences");
        let mut current = String::new();
        for (number, line) in text.lines().enumerate() {
            if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                key.clone_into(&mut current);
                if found.insert(current.clone(), BTreeSet::new()).is_some() {
                    fail(&format!("{}:{}: {key} stands twice", file.display(), number + 1));
                }
            }
            if let Some(arguments) = found.get_mut(&current) {
                let names = line.split('$').skip(1).map(|rest| {
                    rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect::<String>()
                });
                arguments.extend(names);
            }
        }
    }
    found
}

fn fail(why: &str) {
    println!("cargo::error=sentences: {why}");
}
