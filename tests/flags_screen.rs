//! Flags while walking, on their own screen, and at sign-off: what is seen, answered in writing, and printed.

mod support;

use support::{NAME, Person};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// A person who rated the first item low, with a finding that names nothing and a recommendation that is a wish.
fn asked() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ không còn làm").keys("tab").types("bà T., hộ 17").keys("enter");
    person.keys("h").types("Một số nơi làm chưa thường xuyên").keys("enter");
    person.keys("k").types("Đẩy mạnh công tác này").keys("enter");
    person
}

#[test]
fn an_item_that_is_asked_about_has_a_mark_and_the_strip_counts_while_it_is_filled_in() {
    let mut person = Person::walking();
    person.keys("1");
    let screen = person.screen(120, 40);
    let row = screen.lines().find(|line| line.contains("Nói rõ việc gỡ cho dân")).expect("the item");
    assert!(row.contains('⚑'), "rated 1 without a finding: {row}");
    assert!(screen.contains("⚑ 1"), "{screen}");
    person.keys("3");
    assert!(!person.screen(120, 40).contains('⚑'), "the cause is gone, and the flag with it");
}

#[test]
fn the_flags_screen_names_code_numbers_and_way_out_and_goes_to_the_item() {
    let mut person = asked();
    person.keys("right right f").sees("T06").sees("T11").sees("T12");
    person.keys("end enter").sees("C1-01 · 1/16");
}

#[test]
fn an_answer_in_writing_is_kept_and_a_blank_one_takes_it_back() {
    let mut person = asked();
    person.keys("f a").types(NAME).keys("enter").sees("đã trả lời (Trần Thị Bình)").sees("Nguyễn Thị Ẵm");
    let answers = person.inspection_of("904-DU").flag_answers;
    assert_eq!(answers.values().map(|answer| answer.words.as_str()).collect::<Vec<_>>(), [NAME]);
    person.keys("a ctrl+u enter");
    assert!(person.inspection_of("904-DU").flag_answers.is_empty());
}

#[test]
fn an_answer_outlives_the_program_and_stands_in_the_report() {
    let mut person = asked();
    person.keys("f a").types(NAME).keys("enter");
    let mut person = person.comes_back();
    person.keys("/").types("tan hiep").keys("enter enter r end");
    let annex = (0..20).find_map(|_| {
        let screen = person.screen(120, 40);
        person.keys("pageup");
        screen.contains("CỜ VỀ HÌNH THỨC").then_some(screen)
    });
    let annex = annex.expect("the annex of flags");
    assert!(annex.contains("T06") && annex.contains("Nguyễn Thị Ẵm"), "{annex}");
}

#[test]
fn the_sign_off_says_how_many_flags_wait_and_opens_them() {
    let mut person = asked();
    person.keys("s").sees("cờ chưa trả lời").keys("f").sees("T11");
}

#[test]
fn the_flags_look_as_they_should_at_every_size_in_both_languages() {
    let mut person = asked();
    person.keys("f a").types(NAME).keys("enter down");
    for lang in ["vi", "en"] {
        for (columns, rows) in SIZES {
            insta::assert_snapshot!(format!("flags_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("ctrl+t");
    }
}
