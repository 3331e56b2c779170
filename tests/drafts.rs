//! Words in an open form that are saved nowhere yet, the history of an inspection, and undo that outlives the walk.

mod support;

use std::path::PathBuf;
use support::{NAME, Person};
use thucchat::{
    domain::edit::{Change, Edit, Settings},
    tui::{effect::Effect, message::Message},
};

/// The time that the loop counts is up: what was typed is to be kept.
fn rests(person: &mut Person) {
    if person.app.has_unkept_words() {
        person.sends(Message::Rested);
    }
    assert!(!person.app.has_unkept_words(), "everything typed is kept now");
}

fn file(person: &Person) -> PathBuf {
    person.folder.path().join("vault").join("draft.toml")
}

/// The item that the title of the open form names: `C1-05 · Minh chứng mới`.
fn item_in_form(person: &Person) -> String {
    let screen = person.screen(120, 40);
    let title = screen.lines().find_map(|line| line.split_once(" · Minh chứng mới"));
    let words = title.unwrap_or_else(|| panic!("no form for evidence:\n{screen}")).0;
    words.split_whitespace().next_back().unwrap_or_default().to_owned()
}

/// Opens Huyện ủy Tân Hiệp from the queue.
fn opens_it(person: &mut Person) {
    person.keys("/").types("tan hiep").keys("enter enter");
}

#[test]
fn words_typed_and_not_saved_are_there_when_the_inspection_is_opened_again() {
    let mut person = Person::walking();
    person.keys("n right e").types(NAME).keys("tab").types("hộ 17");
    rests(&mut person);
    let item = item_in_form(&person);
    let mut person = person.comes_back();
    person.sees("Còn chữ gõ dở chưa lưu ở Huyện ủy Tân Hiệp");
    opens_it(&mut person);
    person.sees("Đây là chữ gõ dở lần trước").sees(NAME).sees("hộ 17");
    assert_eq!(item_in_form(&person), item, "the form is that of the same item");
    // The cursor stands where it stood, and saving needs nothing more.
    person.types(" ấp 2").keys("enter").sees("V-01");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, NAME);
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].source, "hộ 17 ấp 2");
    assert!(!file(&person).exists(), "a saved form leaves no draft");
    person.comes_back().sees_no("Còn chữ gõ dở");
}

#[test]
fn every_form_of_the_walk_comes_back_with_its_words() {
    for key in ["x", "u", "g", "e", "h", "k", "v"] {
        let mut person = Person::walking();
        person.keys(key).types("12 chữ dở");
        rests(&mut person);
        let before = person.screen(120, 40);
        let mut person = person.comes_back();
        opens_it(&mut person);
        person.sees("12 chữ dở").sees("Đây là chữ gõ dở lần trước");
        let title = |screen: &str| screen.lines().find(|line| line.contains("12 chữ dở")).map(str::to_owned);
        assert_eq!(title(&person.screen(120, 40)), title(&before), "{key}");
        person.keys("esc");
        assert!(!file(&person).exists(), "{key}: a form that was given up leaves no draft");
    }
}

#[test]
fn a_record_being_changed_comes_back_as_that_record_with_its_choices() {
    let mut person = Person::walking();
    person.keys("3 e").types("một").keys("enter h").types("hạn chế").keys("enter tab end enter");
    person.types(" nặng").keys("ctrl+right");
    rests(&mut person);
    let mut person = person.comes_back();
    opens_it(&mut person);
    person.sees("hạn chế nặng").keys("enter");
    let inspection = person.inspection_of("904-DU");
    assert_eq!(inspection.findings.len(), 1, "the finding was changed, not made a second time");
    assert_eq!(inspection.findings["F-01"].condition, "hạn chế nặng");
    assert!(inspection.findings["F-01"].evidence.contains("V-01"));
}

#[test]
fn nothing_is_written_while_nobody_types() {
    let mut person = Person::walking();
    assert!(!person.app.has_unkept_words());
    person.asked.clear();
    for keys in ["e", "tab", "right right left", "left", "shift+tab", "f1", "esc"] {
        person.keys(keys);
    }
    // A form that was opened, looked at and left as it was is no draft.
    rests(&mut person);
    let kept = |person: &Person| person.asked.iter().filter(|asked| matches!(asked, Effect::KeepDraft(_))).count();
    assert_eq!(kept(&person), 0);
    person.keys("esc g").types("chữ");
    assert!(person.app.has_unkept_words());
    rests(&mut person);
    assert_eq!(kept(&person), 1);
    let written = std::fs::metadata(file(&person)).and_then(|file| file.modified()).expect("a draft");
    // Resting on and looking on after that writes nothing either.
    for _ in 0..5 {
        rests(&mut person);
        person.sends(Message::Resized(100, 30));
    }
    assert_eq!(kept(&person), 1);
    assert_eq!(std::fs::metadata(file(&person)).and_then(|file| file.modified()).expect("a draft"), written);
}

#[test]
fn a_form_given_up_keeps_what_was_typed_until_it_is_given_up_once_more() {
    let mut person = Person::walking();
    for rested in [true, false] {
        person.keys("e").types("bỏ đi");
        if rested {
            rests(&mut person);
        }
        person.keys("esc").sees("chữ vừa gõ được giữ lại");
        assert!(file(&person).exists());
        person.keys("e").sees("Đây là chữ gõ dở lần trước").sees("bỏ đi").keys("esc").sees_no("được giữ lại");
        assert!(!file(&person).exists());
    }
    person.keys("e").sees_no("bỏ đi").types("x").keys("backspace esc").sees_no("được giữ lại");
    let mut person = person.comes_back();
    opens_it(&mut person);
    person.sees_no("bỏ đi").sees("Huyện ủy Tân Hiệp");
}

#[test]
fn words_taken_back_to_how_the_form_was_opened_are_no_draft_any_more() {
    let mut person = Person::walking();
    person.keys("g").types("x");
    rests(&mut person);
    person.keys("backspace");
    rests(&mut person);
    assert!(!file(&person).exists());
}

#[test]
fn a_signal_to_end_keeps_what_was_typed_a_moment_before() {
    let mut person = Person::walking();
    person.keys("k").types(NAME);
    person.sends(Message::Interrupted);
    assert!(person.quit);
    let mut person = person.comes_back();
    opens_it(&mut person);
    person.sees(NAME);
}

#[test]
fn quitting_from_a_form_keeps_its_words_and_says_so() {
    let mut person = Person::walking();
    person.keys("g").types(NAME).keys("ctrl+q").sees("chữ được giữ lại").keys("enter");
    assert!(person.quit);
    let mut person = person.comes_back();
    opens_it(&mut person);
    person.sees(NAME);
}

#[test]
fn two_inspections_keep_their_words_apart() {
    let mut person = Person::walking();
    person.keys("g").types("chữ của Tân Hiệp");
    rests(&mut person);
    let mut person = person.comes_back();
    person
        .keys("/")
        .types("go quao")
        .keys("enter enter")
        .sees_no("chữ của Tân Hiệp")
        .keys("g")
        .types("chữ của Gò Quao");
    rests(&mut person);
    let mut person = person.comes_back();
    person.sees("Huyện ủy Tân Hiệp, Huyện ủy Gò Quao");
    opens_it(&mut person);
    person.sees("chữ của Tân Hiệp").keys("esc esc /").keys("ctrl+u").types("go quao").keys("enter enter");
    person.sees("chữ của Gò Quao").keys("esc");
    assert!(!file(&person).exists());
}

#[test]
fn a_damaged_draft_is_told_and_stops_nobody() {
    let person = Person::walking();
    std::fs::write(file(&person), b"format = 1\n[[draft]]\n\xff").expect("a damaged file");
    let mut person = person.comes_back();
    person.sees("Huyện ủy Tân Hiệp");
    opens_it(&mut person);
    person.keys("g").types("mới").keys("enter").sees("mới");
    assert!(!file(&person).exists());
}

#[test]
fn the_history_says_who_changed_what_from_what_to_what() {
    let mut person = Person::walking();
    person.keys("2 3 g").types("hỏi lại").keys("enter l").sees("Lịch sử").sees("Trần Thị Bình");
    let screen = person.screen(120, 40);
    let rows: Vec<&str> = screen.lines().filter(|line| line.contains(" → ")).collect();
    assert_eq!(rows.len(), 4, "a note, two marks, the plan; no line for seconds:\n{screen}");
    assert!(rows[0].contains("ghi chú") && rows[0].contains("(trống) → hỏi lại"), "the newest first:\n{screen}");
    assert!(rows[1].contains("mức đánh giá") && rows[1].contains("2 → 3"), "{screen}");
    assert!(rows[2].contains("(trống) → 2"), "{screen}");
    // The change in hand stands whole below; Esc goes back to the same item.
    let whole = person.keys("down").screen(80, 24);
    assert!(whole.contains("Trước  2") && whole.contains("Sau    3"), "{whole}");
    person.keys("esc").sees("hỏi lại");
}

#[test]
fn the_history_can_be_of_the_item_in_hand_alone() {
    let mut person = Person::walking();
    person
        .keys("2 n 3 e")
        .types("sổ gốc")
        .keys("enter l")
        .sees("5 thay đổi")
        .keys("f")
        .sees(": 3 thay đổi")
        .sees("V-01");
    person.keys("f").sees("5 thay đổi").keys("esc right right l f").sees("chưa có thay đổi nào");
}

#[test]
fn the_history_opens_from_the_sign_off_too() {
    let mut person = Person::walking();
    person.keys("3 s l").sees("Lịch sử").sees("mức đánh giá").keys("esc").sees("việc phải làm trước khi ký");
}

#[test]
fn the_answer_to_a_flag_that_was_not_saved_is_offered_at_its_flag() {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ").keys("enter f end a").types(NAME);
    rests(&mut person);
    let mut person = person.comes_back();
    person
        .sees("trả lời cờ")
        .keys("/")
        .types("tan hiep")
        .keys("enter enter f")
        .sees(NAME)
        .sees("chưa lưu")
        .keys("enter");
    let answers = person.inspection_of("904-DU").flag_answers;
    assert_eq!(answers.values().map(|answer| answer.words.as_str()).collect::<Vec<_>>(), [NAME]);
    assert!(!file(&person).exists());
}

#[test]
fn undo_goes_on_after_leaving_the_walk_and_coming_back() {
    let mut person = Person::walking();
    person.keys("2 3 esc").sees("Hàng chờ").keys("enter z").sees("Đã hoàn tác");
    let level = |person: &mut Person| {
        let inspection = person.inspection_of("904-DU");
        inspection
            .entries
            .values()
            .find_map(thucchat::domain::answer::Entry::level)
            .map(thucchat::domain::answer::Level::get)
    };
    assert_eq!(level(&mut person), Some(2));
    person.keys("f3 f2 enter z");
    assert_eq!(level(&mut person), None);
    person.keys("esc enter ctrl+y ctrl+y");
    assert_eq!(level(&mut person), Some(3));
}

#[test]
fn undo_never_takes_away_what_was_changed_elsewhere_meanwhile() {
    let mut person = Person::walking();
    person.keys("3 g").types("của tôi").keys("enter esc");
    // Another person at the same laptop writes to the same note while the walk is closed.
    let id = person.id_of("904-DU");
    let item = person.inspection_of("904-DU").entries.keys().next().cloned().expect("an item");
    let edit = Box::new(Edit::Note(item.clone(), "của người khác".into()));
    let mine = person.app.shared().settings.clone();
    let theirs = Settings { inspector: NAME.into(), ..mine.clone() };
    person.keeper.perform(Effect::Commit(vec![Change::Settings(theirs)]));
    person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }]));
    person.keeper.perform(Effect::Commit(vec![Change::Settings(mine)]));
    person.keys("enter left z").sees("Không hoàn tác được: ghi chú").sees("của người khác");
    assert_eq!(person.inspection_of("904-DU").entries[&item].note, "của người khác");
    // What nobody touched can still be taken back.
    person.keys("z").sees("Đã hoàn tác");
    assert_eq!(person.inspection_of("904-DU").entries[&item].answer, None);
}

#[test]
fn undo_of_one_inspection_never_touches_another() {
    let mut person = Person::walking();
    person.keys("3 esc /").keys("ctrl+u").types("go quao").keys("enter enter z").sees("Không còn gì để hoàn tác");
    assert!(!person.inspection_of("904-DU").is_blank());
}

#[test]
fn pictures_of_the_history() {
    let mut person = Person::walking();
    person
        .keys("2 3 e")
        .types(NAME)
        .keys("enter u")
        .types("chưa gặp được hộ nào trong danh sách bốc thăm")
        .keys("enter l");
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            let picture = without_times(&person.screen(columns, rows));
            insta::assert_snapshot!(format!("history_{lang}_{columns}x{rows}"), picture);
        }
        person.keys("ctrl+t");
    }
    person.keys("esc g").types(NAME);
    rests(&mut person);
    let mut person = person.comes_back();
    opens_it(&mut person);
    insta::assert_snapshot!("draft_offered_vi_80x24", person.screen(80, 24));
}

/// The journal has the clock of the day the test runs: `12/10/2023 08:15` becomes `dd/mm/yyyy hh:mm`.
fn without_times(screen: &str) -> String {
    const SHAPE: &str = "dd/mm/yyyy hh:mm";
    let mut letters: Vec<char> = screen.chars().collect();
    let is_time = |letters: &[char]| {
        letters
            .iter()
            .zip(SHAPE.chars())
            .all(|(is, shape)| if shape.is_ascii_alphabetic() { is.is_ascii_digit() } else { *is == shape })
    };
    for at in 0..letters.len().saturating_sub(SHAPE.len()) {
        if is_time(&letters[at..at + SHAPE.len()]) {
            letters.splice(at..at + SHAPE.len(), SHAPE.chars());
        }
    }
    letters.into_iter().collect()
}
