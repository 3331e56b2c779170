//! The way of the models as people see it: where an item's level comes from while walking, and the funnel of the roll-up down to a draw.

mod support;

use insta::assert_snapshot;
use support::Person;
use thucchat::tui::message::Message;

/// A practice vault, in which models were drawn and visited.
fn practising() -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    person
}

/// To the queue of what is signed.
const SIGNED: &str = "f f f f f";

/// To the view of models.
fn looking() -> Person {
    let mut person = practising();
    person.keys("4 tab tab tab tab tab").sees("Huyện Gò Quao");
    person
}

#[test]
fn the_funnel_counts_registers_and_opens_down_to_the_draw_of_a_unit() {
    let mut person = looking();
    person.sees("271 đăng ký").sees("bốc 16").sees("8,32–73,36 %");
    person.keys("down down down down down down down down enter").sees("Huyện ủy Gò Quao");
    person.keys("enter").sees("1 trong 3, danh sách 23").sees("Một lịch lấy nước mặn");
    let mut person = looking();
    // Where nothing was drawn the register itself is opened.
    person.keys("down down enter").sees("Thành ủy Hà Tiên").keys("enter").sees("Mô hình 16");
}

/// The walk through the inspection of a unit, at the item that models decide; `filter` leads to the queue that it stands in.
fn at_models_of(filter: &str, unit: &str) -> Person {
    let mut person = practising();
    person.keys(filter).keys("/").types(unit).keys("enter enter home");
    for _ in 0..20 {
        if person.screen(80, 24).contains("C1-05 · ") {
            return person;
        }
        person.keys("right");
    }
    panic!("no C1-05:\n{}", person.screen(80, 24));
}

fn pictures(name: &str, mut person: Person) {
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            person.sends(Message::Resized(columns, rows));
            assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("ctrl+t");
    }
}

#[test]
fn an_item_whose_level_comes_from_the_draw_says_so_in_pictures() {
    let mut person = at_models_of(SIGNED, "huyen uy go quao");
    person.sees("◇ Mức lấy từ bốc thăm");
    pictures("level_from_the_draw", person);
    pictures("level_without_a_draw", at_models_of("", "huyen uy tan hiep"));
}

#[test]
fn the_register_of_a_unit_marks_what_was_drawn_and_what_was_found_there() {
    let mut person = at_models_of(SIGNED, "huyen uy go quao");
    person.keys("p tab tab").sees("Sổ mô hình");
    for _ in 0..40 {
        if person.screen(120, 40).contains("▌✓ MH-") {
            break;
        }
        person.keys("down");
    }
    // What was found stands in the pane beside the list, broken where it ends.
    person.sees("▌✓ MH-21").sees("! MH-05").sees("~ MH-27").sees("✓ Bốc thăm, Sơ kết giữa kỳ 2023:");
    pictures("register_drawn", person);
}

#[test]
fn a_model_that_was_drawn_and_not_visited_is_marked_with_ascii_signs_too() {
    let mut person = at_models_of("", "huyen uy tan hiep");
    person.keys("w b").types("123456789012").keys("tab").types("210987654321").keys("enter").sees("chưa đến");
    person
        .keys("esc p tab tab")
        .sees("◇ MH-")
        .keys("F10 tab tab tab tab tab tab right enter")
        .sees("o MH-")
        .sees_no("◇");
}

#[test]
fn an_item_that_the_draw_decides_says_so_and_names_the_way_to_the_models() {
    let mut person = at_models_of("", "huyen uy tan hiep");
    person.sees("Mức của nội dung này lấy từ mô hình bốc thăm").sees("w mô hình");
    person.keys("w").sees("Chưa bốc thăm");
}

#[test]
fn the_funnel_in_pictures() {
    let mut person = looking();
    person.keys("down down down down down down down down");
    pictures("funnel", person);
}
