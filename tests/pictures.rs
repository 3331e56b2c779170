//! Pictures of what is seen seldom – follow-up forms, the burden, the self-score, copied prose side by side, letters, what undo says – and of the
//! large screens, in both languages.

mod support;

use insta::assert_snapshot;
use support::{NAME, Person, now};
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
    },
    tui::{effect::Effect, message::Message},
};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// Takes the pictures of what `open` leads to, in each language: words of a form are those of the language it was opened in.
fn pictures(name: &str, sizes: &[(u16, u16)], vault: fn() -> Person, open: impl Fn(&mut Person)) {
    for (lang, switch) in [("vi", ""), ("en", "ctrl+t")] {
        let mut person = vault();
        person.keys(switch);
        open(&mut person);
        for (columns, rows) in sizes {
            person.sends(Message::Resized(*columns, *rows));
            assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), masked(&person.screen(*columns, *rows)));
        }
    }
}

/// Hashes differ from vault to vault, and the clock that a journal is kept by from run to run; the rest must not.
fn masked(screen: &str) -> String {
    let mut out = String::with_capacity(screen.len());
    for part in screen.split_inclusive(|letter: char| !letter.is_ascii_hexdigit()) {
        let run = part.trim_end_matches(|letter: char| !letter.is_ascii_hexdigit());
        out.push_str(&if run.len() > 12 { part.replace(run, &"#".repeat(run.len())) } else { part.to_owned() });
    }
    out
}

/// A practice vault in the middle of a round: its day never changes.
fn practising() -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    person
}

/// A vault whose one recommendation is overdue, of an inspection that is signed.
fn signed_and_overdue() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types(NAME).keys("enter h").types("Ba mô hình chỉ còn bảng tên").keys("enter k");
    person.types("Dừng ba mô hình").keys("tab").types("Ban Dân vận").keys("tab").types("01/11").keys("enter");
    let (id, by) = (person.id_of("904-DU"), "Danh Thanh Hải".to_owned());
    let edit = Box::new(Edit::SignOff(SignOff { by, at: now(0).at, journal_head: "0".repeat(64) }));
    person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }]));
    person.comes_back()
}

const COPIED: &str = "Tháng 6 ba mô hình ở ấp Kinh 4A dừng hẳn, bảng vẫn treo, không ai báo; danh sách gửi lên vẫn ghi đang chạy, \
                      hộ dân nói từ tết chưa họp lần nào";

/// Two inspections of one round with the same prose.
fn with_copied_prose() -> Person {
    let mut person = Person::with_round();
    for unit in ["go quao", "tan hiep"] {
        person.keys("f2 = /").types(unit).keys("enter enter 1 h").types(COPIED).keys("enter");
    }
    person
}

fn opens(person: &mut Person, unit: &str) {
    person.keys("1 /").types(unit).keys("enter enter");
}

#[test]
fn the_forms_in_which_a_matter_goes_on() {
    let forms = [("declare", "b"), ("verify", "v"), ("reopen", "o"), ("withdraw", "x"), ("delay", "a"), ("reply", "y")];
    for (name, key) in forms {
        pictures(&format!("form_{name}"), &SIZES, signed_and_overdue, |person| {
            person.keys("3");
            if ["reopen", "verify"].contains(&name) {
                person.keys("b enter f f f f");
            }
            person.keys(key);
        });
    }
}

#[test]
fn the_forms_of_the_visit_and_of_the_self_score_and_the_strip_with_both() {
    pictures("form_burden", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("v").keys("end").keys("tab tab tab tab tab tab");
    });
    pictures("form_self_score", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("o").types("82").keys("tab").types(NAME);
    });
    pictures("strip_after_self_score", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("o").types("82").keys("tab").types(NAME).keys("enter 3 o");
    });
}

#[test]
fn copied_prose_stands_side_by_side() {
    pictures("copied_prose", &SIZES, with_copied_prose, |person| {
        opens(person, "tan hiep");
        person.keys("f");
        for _ in 0..20 {
            if person.screen(120, 40).lines().any(|row| row.contains("▌") && row.contains("T05")) {
                return;
            }
            person.keys("down");
        }
        panic!("no copied prose:\n{}", person.screen(120, 40));
    });
}

#[test]
fn copied_prose_is_read_on_by_key_where_the_screen_is_too_small_for_it() {
    let mut person = with_copied_prose();
    opens(&mut person, "tan hiep");
    person.keys("f").sends(Message::Resized(60, 16));
    let small = |person: &Person| person.screen(60, 16);
    assert!(small(&person).contains("còn ") && small(&person).contains("→ đọc tiếp"), "{}", small(&person));
    let mut seen = small(&person);
    for _ in 0..5 {
        person.keys("right");
        seen.push_str(&small(&person));
    }
    for words in ["Ở đây: Tháng 6 ba mô hình", "Ở nơi kia: Tháng 6 ba mô hình", "nói từ tết chưa họp lần nào"]
    {
        assert!(seen.contains(words), "{words}:\n{seen}");
    }
    assert!(!small(&person).contains("còn ") && !small(&person).contains("đọc tiếp"), "{}", small(&person));
    assert_snapshot!("copied_prose_read_on_vi_60x16", masked(&small(&person)));
    person.keys("left left left left left");
    assert!(small(&person).contains("Thực trạng của F-01 giống 100 %"), "{}", small(&person));
    // Where all of it is on the screen there is nothing to read on.
    person.sends(Message::Resized(120, 40)).sees_no("đọc tiếp").keys("right").sees("Thực trạng của F-01 giống 100 %");
}

#[test]
fn minutes_and_a_letter_before_they_are_written() {
    pictures("minutes", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("3 esc r tab");
    });
    pictures("letter", &SIZES, practising, |person| {
        person.keys("3 c");
    });
}

#[test]
fn what_undo_says() {
    pictures("undone", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("3 e").types(NAME).keys("enter z");
    });
    pictures("undo_refused", &SIZES, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("z");
    });
}

#[test]
fn large_screens_use_their_room() {
    const LARGE: [(u16, u16); 1] = [(200, 60)];
    pictures("large_walk", &LARGE, practising, |person| {
        opens(person, "huyen uy tan hiep");
        person.keys("3 e").types(NAME).keys("enter h").types("Ba mô hình chỉ còn bảng tên").keys("enter");
    });
    pictures("large_findings", &LARGE, practising, |person| {
        person.keys("3 down");
    });
    pictures("large_rollup", &LARGE, practising, |person| {
        person.keys("4 down");
    });
    pictures("large_heat", &LARGE, practising, |person| {
        person.keys("4 tab tab tab down");
    });
}
