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

#[test]
fn an_item_that_the_draw_decides_says_so_and_names_the_way_to_the_models() {
    let mut person = practising();
    person.keys("/").types("huyen uy tan hiep").keys("enter enter home");
    for _ in 0..20 {
        if person.screen(80, 24).contains("C1-05 · ") {
            break;
        }
        person.keys("right");
    }
    person.sees("Mức của nội dung này lấy từ mô hình bốc thăm").sees("w mô hình");
    person.keys("w").sees("Chưa bốc thăm");
}

#[test]
fn the_funnel_in_pictures() {
    let mut person = looking();
    person.keys("down down down down down down down down");
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            person.sends(Message::Resized(columns, rows));
            assert_snapshot!(format!("funnel_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("ctrl+t");
    }
}
