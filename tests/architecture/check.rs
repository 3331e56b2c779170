//! The rules of the house over (path, text) pairs: layers, circles, who may name what, size. Opens no files.

use crate::source::{Named, Token, layers, paths, tokens, without_tests};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
};

/// Lines a file may have, its tests apart.
const MOST_LINES: usize = 500;

/// A broken rule and its place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Complaint {
    path: String,
    line: usize,
    what: String,
}

impl fmt::Display for Complaint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "src/{}:{}: {}", self.path, self.line, self.what)
    }
}

/// One file, read.
struct Source<'a> {
    path: &'a str,
    /// Words of its module from the root of the crate: `domain/score/mod.rs` is `domain`, `score`.
    module: Vec<String>,
    lines: usize,
    tokens: Vec<Token>,
    named: Vec<Named>,
}

impl<'a> Source<'a> {
    fn read(path: &'a str, text: &str) -> Self {
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let code = without_tests(text);
        let tokens = tokens(code);
        let named = paths(&tokens, &module);
        Self { path, lines: code.lines().count(), named, module, tokens }
    }

    fn complain(&self, line: usize, what: impl Into<String>) -> Complaint {
        Complaint { path: self.path.to_owned(), line, what: what.into() }
    }

    fn folder(&self) -> &str {
        &self.module[0]
    }
}

/// Everything that breaks a rule, in the order of files and lines. `files` are all files of `src/`, `lib.rs` among them; tests beside
/// their file (`tests.rs`, `tests/`) are left out.
pub fn check(files: &[(String, String)]) -> Vec<Complaint> {
    let order = files.iter().find(|(path, _)| path == "lib.rs").map(|(_, text)| layers(text)).unwrap_or_default();
    let sources: Vec<Source> = files
        .iter()
        .filter(|(path, _)| !path.split('/').any(|part| part == "tests" || part == "tests.rs"))
        .map(|(path, text)| Source::read(path, text))
        .collect();
    let mut complaints: Vec<Complaint> = sources
        .iter()
        .flat_map(|source| {
            let mut of_file = upward(source, &order);
            of_file.extend(out_of_place(source));
            of_file.extend(too_long(source));
            of_file
        })
        .collect();
    complaints.extend(circles(&sources));
    complaints.sort();
    complaints.dedup();
    complaints
}

fn upward(source: &Source, order: &[String]) -> Vec<Complaint> {
    let place = |folder: &str| order.iter().position(|layer| layer == folder);
    let Some(own) = place(source.folder()) else { return Vec::new() };
    let edge = |named: &Named| {
        let (root, to) = (named.words.first()?, named.words.get(1)?);
        let below = root == "crate" && place(to).is_some_and(|to| to > own);
        below.then(|| {
            let what = format!("{} uses {to}, which stands below it in src/lib.rs", source.folder());
            source.complain(named.line, what)
        })
    };
    source.named.iter().filter_map(edge).collect()
}

fn out_of_place(source: &Source) -> Vec<Complaint> {
    let path = source.path;
    let within = |places: &[&str]| {
        places.iter().any(|place| path == *place || path.strip_prefix(place).is_some_and(|rest| rest.starts_with('/')))
    };
    let draws = within(&["tui/ui", "tui/runtime"])
        || (path.starts_with("tui/") && path.split('/').any(|part| part == "view.rs" || part == "view"));
    let shell = within(&[
        "beside",
        "journal",
        "store",
        "report/write.rs",
        "tui/runtime",
        "cli",
        "practice",
        "main.rs",
        "cli.rs",
    ]);
    let pure = within(&["domain", "text", "i18n", "intake", "keymap"]) || (within(&["report"]) && !shell);
    let mut complaints = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let follows = |words: [&str; 2]| {
            source.tokens.get(at + 1..at + 3).is_some_and(|next| next[0].text == words[0] && next[1].text == words[1])
        };
        let wrong = match token.text.as_str() {
            "ratatui" if !draws => Some("ratatui outside tui/ui, tui/runtime and view files"),
            "crossterm" if !within(&["keymap/key.rs", "tui/runtime"]) => {
                Some("crossterm outside keymap/key.rs and tui/runtime")
            }
            "sled" if !within(&["store"]) => Some("sled outside store"),
            "Utc" if follows(["::", "now"]) && !shell => Some("the clock outside the shell"),
            "new_v4" if pure => Some("chance in a pure folder"),
            "unsafe" => Some("unsafe"),
            _ => None,
        };
        complaints.extend(wrong.map(|what| source.complain(token.line, what)));
    }
    if !shell {
        let outside = source.named.iter().filter_map(|named| {
            let words: Vec<&str> = named.words.iter().map(String::as_str).collect();
            let what = match words.as_slice() {
                ["std", "fs", ..] => "files outside the shell",
                ["std", "thread", ..] => "threads outside the shell",
                ["std", "time", "Instant" | "SystemTime", ..] | ["chrono", "Local", ..] => {
                    "the clock outside the shell"
                }
                _ => return None,
            };
            Some(source.complain(named.line, what))
        });
        complaints.extend(outside);
    }
    complaints
}

fn too_long(source: &Source) -> Option<Complaint> {
    let what = || format!("{} lines, {MOST_LINES} is the most; make a folder of it", source.lines);
    (source.lines > MOST_LINES).then(|| source.complain(source.lines, what()))
}

/// Where one child of a folder first names another.
type Edges<'a> = BTreeMap<&'a str, BTreeMap<&'a str, (&'a str, usize)>>;

/// Circles among the direct children of each folder; among the folders of `src/` themselves the layers leave none. A folder's own
/// `mod.rs` is its face, not one of its children.
fn circles(sources: &[Source]) -> Vec<Complaint> {
    let folders: BTreeSet<&[String]> =
        sources.iter().flat_map(|source| (1..source.module.len()).map(|upto| &source.module[..upto])).collect();
    folders.into_iter().flat_map(|folder| circles_in(folder, sources)).collect()
}

fn circles_in(folder: &[String], sources: &[Source]) -> Vec<Complaint> {
    let below = |source: &&Source| source.module.len() > folder.len() && source.module.starts_with(folder);
    let inside: Vec<&Source> = sources.iter().filter(below).collect();
    let children: BTreeSet<&str> = inside.iter().map(|source| source.module[folder.len()].as_str()).collect();
    let mut edges = Edges::new();
    for source in &inside {
        let from = source.module[folder.len()].as_str();
        for named in &source.named {
            let Some(rest) = named.words.strip_prefix(&["crate".to_owned()]).and_then(|rest| rest.strip_prefix(folder))
            else {
                continue;
            };
            if let Some(to) = rest.first().and_then(|to| children.get(to.as_str())).filter(|to| **to != from) {
                edges.entry(from).or_default().entry(to).or_insert((source.path, named.line));
            }
        }
    }
    let mut told = BTreeSet::new();
    let mut complaints = Vec::new();
    for start in &children {
        let Some(round) = way_back(start, &edges) else { continue };
        let members: BTreeSet<&str> = round.iter().copied().collect();
        if !told.insert(members) {
            continue;
        }
        let hop = |at: usize| edges[round[at]][round[(at + 1) % round.len()]];
        let ((path, line), (back, back_line)) = (hop(0), hop(round.len() - 1));
        let (name, round) = (folder.join("/"), round.join(" → "));
        let what = format!("a circle in {name}: {round} → {start} (src/{back}:{back_line})");
        complaints.push(Complaint { path: path.to_owned(), line, what });
    }
    complaints
}

/// The shortest way from `start` back to itself, when there is one.
fn way_back<'a>(start: &'a str, edges: &Edges<'a>) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            for next in edges.get(way.last().copied()?).into_iter().flat_map(BTreeMap::keys) {
                if *next == start {
                    return Some(way);
                }
                if seen.insert(*next) {
                    longer.push(way.iter().copied().chain([*next]).collect());
                }
            }
        }
        ways = longer;
    }
    None
}
