//! No key at the foot of a screen is dead: pressing it changes what is seen, or asks for something – in every state that the screens can
//! be brought to here, in every shipped keymap.

mod support;

use ratatui::{
    backend::{Backend, TestBackend},
    buffer::Buffer,
    layout::Position,
};
use std::{collections::HashMap, sync::LazyLock};
use support::{NAME, Person, now};
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
        look::KeymapName,
        model::Model,
    },
    keymap::{
        Keymap,
        command::{self, Command},
        context::Context,
        key::Key,
        label,
    },
    tui::{app::view, effect::Effect, message::Message, ui::canvas::Canvas},
};

const SIZE: (u16, u16) = (120, 40);

/// A state of the application: its name, and how a person brings it about with the default keys.
type State = (&'static str, fn() -> Person);

fn after(mut person: Person, keys: &str) -> Person {
    person.keys(keys);
    person
}

fn answered() -> Person {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter h").types("Mô hình ấp Kinh 4A dừng từ tháng 6").keys("enter k");
    person.types("Dừng ba mô hình").keys("tab").types(NAME).keys("tab").types("01/11").keys("enter");
    person
}

/// An inspection with three models in its register, at the screen of its models.
fn registered() -> Person {
    let mut person = Person::walking();
    let unit = person.app.shared().units.rows("904-DU").next().expect("a unit").id;
    for code in ["MH-1", "MH-2", "MH-3"] {
        let model = Model::new(code, NAME, "2023-02-01".parse().ok());
        person.keeper.perform(Effect::AddModel(unit, Box::new(model)));
    }
    after(person.comes_back(), "/ t a n space h i e p enter enter w")
}

fn drawn() -> Person {
    let mut person = after(registered(), "b");
    person.types("123456789012").keys("tab").types("210987654321").keys("enter");
    person
}

/// A signed inspection, at its sign-off.
fn signed() -> Person {
    let mut person = answered();
    let id = person.id_of("904-DU");
    let sign_off = SignOff { by: NAME.into(), at: now(0).at, journal_head: "0".repeat(64) };
    person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit: Box::new(Edit::SignOff(sign_off)) }]));
    let mut person = person.comes_back();
    person.keys("f f f f f enter s");
    person
}

/// Two inspections with the same words in a finding, on a screen too small to show both, at the flags.
fn copied() -> Person {
    let mut person = Person::with_round();
    for unit in ["go quao", "tan hiep"] {
        person.keys("f2 = /").types(unit).keys("enter enter 1 h").types(&format!("{NAME} ").repeat(40)).keys("enter");
    }
    after(person, "f")
}

/// Those that are brought about under every keymap.
const STATES: &[State] = &[
    ("the first start", Person::at_first_start),
    ("the empty queue", || after(Person::with_units(), "1")),
    ("the queue", || after(answered(), "esc")),
    ("the filter of the queue", || after(answered(), "esc F")),
    ("the search of the queue", || after(answered(), "esc /")),
    ("the form of a round", || after(Person::with_units(), "1 n")),
    ("the units", || after(Person::with_round(), "2 down right")),
    ("the import of units", || after(Person::with_round(), "2 i")),
    ("the findings", || after(answered(), "F4")),
    ("the search of the findings", || after(answered(), "F4 /")),
    ("the filter of the findings", || after(answered(), "F4 F")),
    ("the file of the findings", || after(answered(), "F4 w")),
    ("a place among the units", || after(Person::with_round(), "2 p")),
    ("the walk", answered),
    ("the walk before any answer", Person::walking),
    ("the records of an item", || after(answered(), "tab")),
    ("the form of evidence", || after(Person::walking(), "3 e")),
    ("a note", || after(Person::walking(), "g")),
    ("the sign-off", || after(answered(), "s")),
    ("the flags", || after(answered(), "f")),
    ("the history", || after(answered(), "l")),
    ("the preview", || after(answered(), "r")),
    ("the search of the preview", || after(answered(), "r /")),
    ("the settings", || after(Person::with_round(), "F10")),
    ("the roll-up", || after(answered(), "F5")),
    ("help", || after(Person::walking(), "?")),
    ("the palette", || after(Person::walking(), ":")),
    ("a question", || after(Person::walking(), "g a ctrl+q")),
];

/// Those whose hints lead to the same commands, or to none that another keymap binds otherwise.
const MORE: &[State] = &[
    ("the findings narrowed to nothing", || after(answered(), "F4 f f f f f f")),
    ("the reason for a withdrawal", || after(answered(), "F4 x")),
    ("the page of a unit", || after(answered(), "p")),
    ("the register of a unit", || after(registered(), "esc p tab tab")),
    ("the indicators of a unit", || after(answered(), "p tab tab tab")),
    ("the models before a draw", registered),
    ("the models after a draw", drawn),
    ("the replay of a draw", || after(drawn(), "v")),
    ("the second look at what is signed", || after(signed(), "&")),
    ("the guidance", || after(Person::walking(), "m")),
    ("the walk of what is signed", || after(signed(), "esc")),
    ("the sign-off of what is signed", signed),
    ("the flags of copied words", copied),
    ("the answer to a flag", || after(answered(), "f a")),
    ("the history of what has none", || after(Person::walking(), "l")),
    ("the documents", || after(answered(), "5 F2 alt+5")),
    ("the heat map", || after(answered(), "F5 tab tab tab")),
    ("the trend", || after(answered(), "F5 tab tab tab tab")),
    ("the praise", || after(answered(), "F5 tab tab tab tab tab tab")),
    ("the questions to the head of team", || after(answered(), "F5 shift+tab")),
    ("the units of a group", || after(answered(), "F5 enter")),
];

/// Every sequence of a keymap by what screens write for it.
fn by_label(keymap: &Keymap) -> HashMap<String, Vec<Key>> {
    let commands = |context| command::of_context(context).map(|row| row.command).collect::<Vec<Command>>();
    Context::ALL
        .into_iter()
        .flat_map(|context| commands(context).into_iter().map(move |command| (context, command)))
        .flat_map(|(context, command)| keymap.keys_of(context, command))
        .map(|keys| (label(keys), keys.to_vec()))
        .collect()
}

/// The same state after the settings chose another keymap behind it. The first start has no settings yet.
fn under(name: KeymapName, mut person: Person) -> Person {
    let mut settings = person.app.shared().settings.clone();
    if settings.keymap == name || settings.inspector.is_empty() {
        return person;
    }
    settings.keymap = name;
    for answer in person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)])) {
        person.app.update(Message::Stored(Box::new(answer)), now(0));
    }
    assert_eq!(person.app.shared().settings.keymap, name);
    person
}

/// All that a person can tell apart, and how much was asked for outside.
fn seen(person: &Person) -> (Buffer, Position, usize, bool) {
    let mut canvas = Canvas::new(TestBackend::new(SIZE.0, SIZE.1));
    canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
    let cursor = canvas.terminal().get_cursor_position().expect("the cursor of a test terminal");
    (canvas.terminal().buffer().clone(), cursor, person.asked.len(), person.quit)
}

/// The hints of every state under a keymap that does nothing when it is pressed. Of a keymap but the default one only the keys that are
/// its own are pressed: the others lead to the same command.
fn dead(name: KeymapName) -> Vec<String> {
    // Some of the keys write a file under the name that is proposed.
    static APART: LazyLock<tempfile::TempDir> = LazyLock::new(|| {
        let apart = tempfile::tempdir().expect("a folder");
        std::env::set_current_dir(apart.path()).expect("in it");
        apart
    });
    LazyLock::force(&APART);
    let keys = by_label(&Keymap::shipped(name));
    let mut dead = Vec::new();
    let more = if name == KeymapName::Default { MORE } else { &[] };
    for (state, build) in STATES.iter().chain(more) {
        let first = build();
        let usual = first.app.keys_at_the_foot(SIZE.0);
        let own = under(name, first).app.keys_at_the_foot(SIZE.0);
        assert!(!own.is_empty(), "{state} has no hints");
        for hint in own.iter().filter(|hint| name == KeymapName::Default || !usual.contains(hint)) {
            let mut person = under(name, build());
            let before = seen(&person);
            let Some(keys) = keys.get(hint) else {
                dead.push(format!("{state}: “{hint}” is no key of the map"));
                continue;
            };
            for key in keys {
                person.sends(Message::Pressed(*key));
            }
            if seen(&person) == before {
                dead.push(format!("{state}: “{hint}” does nothing"));
            }
        }
    }
    dead
}

#[test]
fn every_hint_of_the_default_keymap_does_something() {
    assert_eq!(dead(KeymapName::Default), Vec::<String>::new());
}

#[test]
fn every_hint_of_the_vim_keymap_does_something() {
    assert_eq!(dead(KeymapName::Vim), Vec::<String>::new());
}

#[test]
fn every_hint_of_the_one_hand_keymap_does_something() {
    assert_eq!(dead(KeymapName::OneHand), Vec::<String>::new());
}
