//! The corpus of terminal escapes – what steers a terminal, hides text or turns its order round – in every field of a vault, as another laptop or
//! a careless program could have left it: through every screen, and through every command that prints text. Nothing of it comes out.

mod support;

use std::process::Command;
use support::Person;
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::Inspection,
        office::{Office, Signer},
    },
    text::sanitise::is_harmless,
    tui::{effect::Effect, message::Message},
};

/// Cursor, colours, title, clipboard, links, device questions, 8-bit controls, backspaces, directions, tags, piles of marks.
const CORPUS: &str = "ấp\u{1b}[2J\u{1b}[31m\u{1b}]0;t\u{7}\u{1b}]52;c;YQ==\u{7}\u{1b}]8;;http://x\u{1b}\\Kinh\u{1b}[6n\u{1b}P+q\u{1b}\\\
    \u{9b}31m\u{9d}0;x\u{9c}\u{8}\u{8}\u{7f}\u{0}\r\u{b}\u{c}4A\u{202e}olleh\u{2066}\u{200f}\u{61c}\u{feff}\u{e0041}\
    e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}";

fn hostile(inspection: &Inspection) -> Vec<Change> {
    let mut edits = Vec::new();
    for (id, piece) in &inspection.evidence {
        let mut piece = piece.clone();
        (piece.text, piece.source) = (CORPUS.into(), CORPUS.into());
        edits.push(Edit::Evidence(id.clone(), Some(piece)));
    }
    for (id, finding) in &inspection.findings {
        let mut finding = finding.clone();
        for words in [
            &mut finding.condition,
            &mut finding.criterion,
            &mut finding.cause,
            &mut finding.effect,
            &mut finding.reply,
        ] {
            *words = CORPUS.into();
        }
        edits.push(Edit::Finding(id.clone(), Some(finding)));
    }
    for (id, what) in &inspection.recommendations {
        let mut what = what.clone();
        for words in [&mut what.action, &mut what.owner, &mut what.check, &mut what.followed_by] {
            *words = CORPUS.into();
        }
        edits.push(Edit::Recommendation(id.clone(), Some(what)));
    }
    edits.extend(inspection.entries.keys().map(|item| Edit::Note(item.clone(), CORPUS.into())));
    let change = |edit| Change::Inspection { id: inspection.id, edit: Box::new(edit) };
    edits.into_iter().map(change).collect()
}

/// A vault with an inspection, whose every word is the corpus.
fn invaded() -> Person {
    let mut person = Person::walking();
    person.keys("3 e").types("3/4 hộ").keys("enter h").types("dừng").keys("enter k").types("làm lại").keys("tab tab");
    person.types("01/11/2023").keys("enter g").types("ghi").keys("enter 1 esc");
    let mut changes = hostile(&person.inspection_of("904-DU"));
    let shared = person.app.shared();
    for unit in shared.units.iter() {
        let mut unit = unit.clone();
        for words in [&mut unit.name, &mut unit.address, &mut unit.contact, &mut unit.note] {
            *words = format!("{CORPUS} {words}");
        }
        changes.push(Change::Unit(unit));
    }
    for round in &shared.rounds {
        let mut round = round.clone();
        round.title = CORPUS.into();
        changes.push(Change::Round(round));
    }
    let mut settings = shared.settings.clone();
    (settings.inspector, settings.team) = (CORPUS.into(), CORPUS.into());
    let signer = Signer { authority: CORPUS.into(), title: CORPUS.into(), name: CORPUS.into() };
    let (superior, place, recipients) = (CORPUS.into(), CORPUS.into(), vec![CORPUS.into()]);
    settings.office = Office { superior, place, recipients, signers: vec![signer], ..Office::default() };
    changes.push(Change::Settings(settings));
    let kept = person.keeper.perform(Effect::Commit(changes));
    assert!(!kept.is_empty(), "the corpus is in the vault");
    for answer in kept {
        person.app.update(Message::Stored(Box::new(answer)), support::now(900));
    }
    person.comes_back()
}

#[track_caller]
fn is_clean(text: &str, where_from: &str) {
    let obeyed: Vec<char> = text.chars().filter(|c| !matches!(c, '\n' | '\t') && !is_harmless(*c)).collect();
    assert!(obeyed.is_empty(), "{where_from}: a terminal would obey {obeyed:?}");
    assert!(!text.contains(&"\u{301}".repeat(9)), "{where_from}: a pile of marks");
}

/// Keys that lead from the queue to every screen, form and list.
const WAYS: [&str; 24] = [
    "",
    "/ k",
    "f",
    "n",
    "2",
    "2 down right right",
    "2 down down down enter",
    "2 /",
    "3",
    "3 enter",
    "3 /",
    "4",
    "4 tab",
    "4 tab tab",
    "5",
    "5 enter",
    "down enter",
    "down enter tab",
    "down enter r",
    "down enter s",
    "down enter f",
    "down enter l",
    "F10",
    "F10 ctrl+l",
];

#[test]
fn no_screen_lets_an_escape_through() {
    for way in WAYS {
        let mut person = invaded();
        for (step, keys) in std::iter::once("").chain(way.split_whitespace()).enumerate() {
            person.keys(keys);
            for (columns, rows) in [(80, 24), (200, 60)] {
                is_clean(&person.screen(columns, rows), &format!("{way:?} at its step {step}"));
            }
        }
    }
}

#[test]
fn no_command_that_prints_text_lets_an_escape_through() {
    let mut person = invaded();
    person.sees("ấp");
    let Person { app, keeper, folder, .. } = person;
    drop((app, keeper));
    let vault = folder.path().join("vault");
    let mut printed = 0;
    for lang in ["vi", "en"] {
        for line in [
            "unit list",
            "unit show 904-DU",
            "round list",
            "inspection list",
            "inspection show 2023-so-ket/904-DU",
            "inspection lint 2023-so-ket/904-DU",
            "model list",
            "history 2023-so-ket/904-DU",
            "history settings",
            "history 904-DU",
            "report 2023-so-ket/904-DU",
            "report 2023-so-ket/904-DU --kind minutes",
            "report 904-DU --kind letter",
            "report 2023-so-ket/904-DU --format md",
            "rollup --round 2023-so-ket",
            "rollup --round 2023-so-ket --format csv",
            "rollup --round 2023-so-ket --by answer --format csv",
            "nominations --round 2023-so-ket",
            "nominations --round 2023-so-ket --format csv",
            "findings export",
            "findings export --format md",
            "findings export --format csv",
            "office show",
            "vault info",
            "vault verify",
            "report 2023-so-ket/không-có",
            "unit show không-có",
            "report 2023-so-ket/904-DU --format json",
            "rollup --round 2023-so-ket --format json",
            "unit list --format json",
        ] {
            let mut command = Command::new(env!("CARGO_BIN_EXE_thucchat"));
            command.args(["--lang", lang, "--vault"]).arg(&vault).args(line.split(' '));
            let output = command.output().expect("the program runs");
            for words in [&output.stdout, &output.stderr] {
                is_clean(std::str::from_utf8(words).expect("UTF-8"), line);
                printed += words.len();
            }
        }
    }
    assert!(printed > 50_000, "only {printed} bytes were printed");
}
