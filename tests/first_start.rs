//! The first start as a guide, the programme of a team's own, and the mark of a practice vault on everything that is shown.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::input_method::InputMethod,
    i18n::{self, key},
    tui::message::Message,
};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

fn at_programme(person: &mut Person) -> &mut Person {
    person.keys("enter").types(NAME).keys("enter").types("Đoàn số 1").keys("enter right right enter")
}

/// Somebody who brought a programme with six mistakes, and that file.
fn with_six_mistakes() -> (Person, std::path::PathBuf) {
    let mut person = Person::at_first_start();
    let wrong = person.folder.path().join("sai.toml");
    std::fs::write(&wrong, include_str!("programmes/six-mistakes.toml")).expect("a file");
    at_programme(&mut person).types(&wrong.display().to_string()).keys("enter");
    (person, wrong)
}

#[test]
fn what_an_opening_has_to_say_is_read_to_its_end() {
    let opened = |notice: i18n::Message| {
        let mut before = Person::with_round();
        let snapshot = before.keeper.snapshot(vec![notice]).expect("a vault is open").expect("a snapshot");
        Person::looking_at(snapshot)
    };
    let long = i18n::Message::new(key::STORE_SHARED_FOLDER).with("path", "/mnt/kho").with("kind", "FUSE");
    let mut person = opened(long);
    for (columns, rows) in SIZES {
        let screen = person
            .screen(columns, rows)
            .split(['│', ' ', '\n'])
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ");
        assert!(
            screen.contains("Hãy chuyển kho về ổ đĩa của máy này"),
            "{columns}×{rows}:\n{}",
            person.screen(columns, rows)
        );
    }
    person.keys("enter").sees_no("Hãy chuyển kho");
    // What fits in a line stops nobody: the first key is the screen's already.
    opened(key::SETTINGS_SAVED.into()).sees("Đã lưu cài đặt").keys("2").sees("Tỉnh Kiên Giang");
}

#[test]
fn what_does_not_fit_into_a_small_window_is_read_on_and_nothing_but_reading_is_offered() {
    let (mut person, _) = with_six_mistakes();
    person.sends(Message::Resized(60, 16));
    let shown = |person: &Person| person.screen(60, 16);
    assert!(shown(&person).contains("1:1: ") && !shown(&person).contains("58:10: "), "{}", shown(&person));
    assert!(shown(&person).contains('…') && !shown(&person).contains("không  "), "{}", shown(&person));
    person.keys(&"down ".repeat(60));
    assert!(shown(&person).contains("58:10: ") && !shown(&person).contains("1:1: "), "{}", shown(&person));
    person.keys("up");
    assert!(shown(&person).contains('…'), "one step back is one row back, however often down was pressed");
    person.keys("pageup pageup pageup");
    assert!(shown(&person).contains("1:1: "), "{}", shown(&person));
    person.keys("enter").sees_no("1:1: ");
}

#[test]
fn every_step_explains_itself_in_both_languages_and_in_the_smallest_window() {
    let steps = [
        ("Chọn ngôn ngữ", "Choose the language"),
        ("Tên đứng bên mọi thay đổi", "It stands beside every change"),
        ("Có thể để trống", "It may stay empty"),
        ("kho tập dượt có một tỉnh mẫu", "a sample province"),
    ];
    for lang in 0..2 {
        let mut person = Person::at_first_start();
        person.keys(if lang == 1 { "F9" } else { "" });
        for (vi, en) in steps {
            for (columns, rows) in SIZES {
                let screen = person.screen(columns, rows).split_whitespace().collect::<Vec<_>>().join(" ");
                let wanted = if lang == 1 { en } else { vi };
                assert!(
                    screen.contains(wanted),
                    "{columns}×{rows} has no “{wanted}”:\n{}",
                    person.screen(columns, rows)
                );
            }
            person.keys("tab");
        }
    }
}

#[test]
fn a_programme_with_mistakes_is_shown_with_their_places_and_nothing_is_made() {
    let (mut person, wrong) = with_six_mistakes();
    person.sees("Tệp chương trình có 6 chỗ sai; chưa lập kho");
    for place in ["1:1: ", "5:1: ", "21:7: ", "31:30: ", "56:22: ", "58:10: "] {
        person.sees(place);
    }
    let small = person.screen(60, 16);
    assert!(small.contains("1:1: ") && small.contains("Enter đã đọc"), "it can be read and left:\n{small}");
    assert!(!person.folder.path().join("vault").exists(), "nothing was made");
    // What was typed is still there; the file is mended and the same Enter makes the vault.
    std::fs::write(&wrong, include_str!("cli/programme.toml")).expect("a file");
    person.keys("enter enter").sees("Kho đã tạo");
    assert_eq!(person.app.shared().programme.id, "vi-du");
    assert_eq!(person.app.shared().settings.inspector, NAME);
    assert_eq!(person.comes_back().app.shared().programme.id, "vi-du", "and it stays");
}

#[test]
fn a_programme_that_is_not_there_is_said_and_nothing_is_made() {
    let mut person = Person::at_first_start();
    at_programme(&mut person).types("/không/có/tệp.toml").keys("enter").sees("Không đọc được /không/có/tệp.toml");
    assert!(!person.folder.path().join("vault").exists());
}

#[test]
fn only_who_brings_a_programme_is_asked_for_its_file() {
    let mut person = Person::at_first_start();
    person.keys("tab tab tab right right").sees("chương trình từ tệp riêng").sees("Chương trình");
    person.keys("right").sees_no("chương trình từ tệp riêng").sees("kho của đoàn");
}

#[test]
fn after_the_first_start_the_empty_queue_says_what_comes_next() {
    let mut person = Person::at_first_start();
    person.keys("enter").types(NAME).keys("enter enter enter").sees("Nhập danh sách đơn vị").sees("thucchat demo");
}

#[test]
fn the_practice_vault_is_marked_on_every_screen_at_every_size() {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter enter right enter");
    let ways = [
        "", "2", "3", "4", "tab", "tab", "tab", "tab", "1", "/", "esc", "n", "esc", "r", "esc", "s", "esc", "enter",
        "e", "esc", "h", "esc", "l", "esc", "s", "esc", "esc", "F10", "esc", "?", "esc",
    ];
    for (lang, mark) in [("vi", "TẬP DƯỢT"), ("en", "PRACTICE")] {
        let mut way = Vec::new();
        for keys in ways {
            person.keys(keys);
            way.push(keys);
            for (columns, rows) in SIZES {
                let screen = person.screen(columns, rows);
                assert!(screen.contains(mark), "{lang}, {columns}×{rows}, after {way:?}:\n{screen}");
            }
        }
        person.keys("1 F9");
    }
}

#[test]
fn the_settings_say_the_programme_and_keep_the_input_method() {
    let mut person = Person::with_units();
    let hash = person.app.shared().programme.hash.clone();
    let version = person.app.shared().programme.version.clone();
    person.keys("F10").sees(&format!("bản {version}")).sees(hash.get(..12).expect("a hash"));
    person.keys(&"shift+tab ".repeat(12)).sees("cho máy không có bộ gõ").keys("right enter").sees("Đã lưu cài đặt.");
    assert_eq!(person.comes_back().app.shared().settings.input, InputMethod::Telex);
}
