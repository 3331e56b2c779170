//! State is told by characters, with full signs and with ASCII ones: rows that differ in state alone never look alike without colours.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use support::{Person, now};
use thucchat::{
    domain::{
        edit::{Change, Settings},
        inspection::State,
        look::Signs,
    },
    tui::effect::Effect,
};

/// A practice vault with these signs.
fn practising(signs: Signs) -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    let settings = Settings { signs, ..person.app.shared().settings.clone() };
    for answer in person.keeper.perform(Effect::Commit(vec![Change::Settings(settings)])) {
        person.sends(thucchat::tui::message::Message::Stored(Box::new(answer)));
    }
    person
}

/// What stands before and after the name of each inspection in the queue, by how it stands.
fn marks(person: &mut Person) -> BTreeMap<String, BTreeSet<char>> {
    let today = now(0).today();
    let mut seen: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    let screens = [(false, person.screen(120, 60)), (true, person.keys("f f f f f").screen(120, 60))];
    let shared = person.app.shared();
    for (signed, row) in screens.iter().flat_map(|(signed, screen)| screen.lines().map(|row| (*signed, row))) {
        let cells: Vec<char> = row.chars().collect();
        let Some(mark) = cells.get(2).copied() else { continue };
        let rest: String = cells.iter().skip(4).collect();
        let of = |unit| shared.unit_name(unit);
        // The longest name that begins the row is the unit's.
        let found = shared.summaries.values().filter(|it| rest.starts_with(&format!("{}  ", of(it.unit))));
        for summary in found.filter(|it| it.signed_at.is_some() == signed) {
            let state = match summary.state {
                State::Planned | State::Underway if summary.is_overdue(today) => "overdue".to_owned(),
                State::Planned if summary.is_due_soon(today) => "due soon".to_owned(),
                other => format!("{other:?}"),
            };
            seen.entry(state).or_default().insert(mark);
        }
    }
    seen
}

#[test]
fn inspections_that_differ_in_state_alone_differ_in_their_mark() {
    for signs in [Signs::Unicode, Signs::Ascii] {
        let mut person = practising(signs);
        let seen = marks(&mut person);
        assert!(seen.len() >= 5, "{signs:?}: {seen:?}");
        let all: Vec<char> = seen.values().flatten().copied().collect();
        let distinct: BTreeSet<char> = all.iter().copied().collect();
        assert_eq!(all.len(), distinct.len(), "{signs:?}: {seen:?}");
        assert!(seen.values().all(|marks| marks.len() == 1), "{signs:?}: one mark for one state: {seen:?}");
        assert!(signs == Signs::Unicode || all.iter().all(char::is_ascii), "{seen:?}");
    }
}

#[test]
fn items_that_differ_in_their_mark_differ_in_the_list_of_items() {
    for signs in [Signs::Unicode, Signs::Ascii] {
        let mut person = practising(signs);
        person.keys("/").types("huyen uy tan hiep").keys("enter enter");
        person
            .keys("x")
            .types("không có việc này")
            .keys("enter right u")
            .types("chưa gặp được ai")
            .keys("enter right 1");
        let screen = person.screen(120, 40);
        let mark = |label: &str| {
            let row = screen.lines().find(|row| row.contains(label)).unwrap_or_else(|| panic!("{label}:\n{screen}"));
            row.chars().nth(2).unwrap_or(' ')
        };
        let labels = ["Nói rõ việc gỡ cho dân", "Bắt đầu từ khó khăn", "Bớt số lượng", "Mô hình đang chạy"];
        let seen: BTreeSet<char> = labels.iter().map(|label| mark(label)).collect();
        assert_eq!(seen.len(), labels.len(), "{signs:?}: {seen:?}\n{screen}");
    }
}

#[test]
fn a_font_without_arrows_reads_the_names_of_keys_and_no_sign_that_is_a_key_itself() {
    for (signs, named) in [(Signs::Unicode, "←"), (Signs::Ascii, "Left")] {
        let mut person = practising(signs);
        person.keys("4");
        let foot = person.app.keys_at_the_foot(200);
        assert!(foot.iter().any(|keys| keys == named), "{foot:?}");
        let help = person.keys("?").screen(120, 40);
        assert!(help.contains(named), "{help}");
    }
}
