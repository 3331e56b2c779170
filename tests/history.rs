//! The history of whatever is in front, by one key: who changed what, when, from what, to what – in the words of the language, never in those
//! of files.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::{edit::Change, model::Model},
    tui::{effect::Effect, message::Message},
};

fn at_a_unit_with_a_model() -> Person {
    let mut person = Person::with_units();
    let unit = person.app.shared().units.rows("904-DU").next().expect("a unit").id;
    let registered = "2023-10-12".parse().ok();
    person.keeper.perform(Effect::AddModel(unit, Box::new(Model::new("MH-001", "Tổ hòa giải", registered))));
    person.keeper.perform(Effect::AddModel(unit, Box::new(Model::new("MH-002", "Camera an ninh", registered))));
    let mut person = person.comes_back();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter tab tab").sees("MH-001");
    person
}

#[test]
fn a_model_in_hand_has_a_history_of_its_own_and_f_shows_that_of_its_unit() {
    let mut person = at_a_unit_with_a_model();
    person.keys("enter tab ctrl+u").types(NAME).keys("enter l");
    person.sees("MH-001: 2 thay đổi").sees("mô hình MH-001").sees("Tên: Tổ hòa giải").sees("Từ ngày: 12/10/2023");
    person.sees(&format!("Tên: {NAME}")).sees_no("2023-10-12").sees_no("registered").sees_no("MH-002");
    person.keys("f").sees("MH-002").sees("thông tin đơn vị");
}

#[test]
fn dates_marks_and_choices_are_said_as_the_language_says_them() {
    let mut person = Person::walking();
    person.keys("x").types(NAME).keys("enter left e").types("3/4 hộ còn làm").keys("tab tab ctrl+u");
    person.types("12/10/2023").keys("enter l down");
    person.sees("Không áp dụng: Nguyễn Thị Ẵm").sees("12/10/2023").sees_no("2023-10-12").sees_no("N/A");
    person.keys("ctrl+t").sees("Not applicable: Nguyễn Thị Ẵm").sees("Collected: 12/10/2023");
}

#[test]
fn a_round_the_settings_and_a_draw_have_a_history_too() {
    let mut person = Person::with_round();
    person.keys("4 l").sees("Sơ kết 2023 › Lịch sử").sees("Tên đợt: Sơ kết 2023").sees("01/01/2023 – 31/12/2023");
    person.keys("esc 5 l").sees("Sơ kết 2023 › Lịch sử").keys("esc");
    person.keys("F10 tab ctrl+u").types(NAME).keys("enter F10 ctrl+l").sees("Cài đặt › Lịch sử");
    person.sees(&format!("Họ tên: {NAME}")).keys("esc").sees("Bảng phím");
    let mut person = Person::walking();
    person.keys("w l").sees("Bốc thăm: 0 thay đổi").keys("f").sees("kế hoạch");
}

#[test]
fn where_there_is_no_one_thing_it_says_so_and_a_document_of_one_shows_it() {
    let mut person = Person::walking();
    person.keys("3 r l").sees("Huyện ủy Tân Hiệp › Lịch sử").sees("mức đánh giá C1-01");
    let mut person = Person::walking();
    person.keys("1 k").types("đẩy mạnh").keys("enter F4 r l").sees("gộp nhiều cuộc kiểm tra");
}

#[test]
fn the_value_before_and_the_value_after_stand_side_by_side_on_a_wide_screen() {
    let mut person = Person::walking();
    person.keys("2 left 3 l").sees("2 → 3");
    let wide = person.screen(120, 40);
    let row = wide.lines().find(|row| row.contains("Trước")).expect("the value before");
    assert!(row.contains("Sau"), "{wide}");
    let narrow = person.screen(80, 24);
    let row = narrow.lines().find(|row| row.contains("Trước")).expect("the value before");
    assert!(!row.contains("Sau"), "{narrow}");
}

#[test]
fn a_value_that_a_small_screen_cuts_is_read_on_to_its_end() {
    let mut person = Person::walking();
    // Words of every length, so that rows end short and full.
    let told = format!("{} HẾT", [NAME, "một hai ba bốn năm", "x"].repeat(6).join("; "));
    person.keys("g").types(&told).keys("enter l").sends(Message::Resized(60, 16));
    let mut screens = Vec::new();
    while screens.last() != Some(&person.screen(60, 16)) {
        screens.push(person.screen(60, 16));
        person.keys("right");
    }
    assert!(!screens[0].contains("HẾT"), "{}", screens[0]);
    let last = screens.last().expect("a screen");
    let ends_cut = |screen: &String| screen.lines().filter(|row| row.trim_end().ends_with('…')).count();
    let before_last = &screens[..screens.len() - 1];
    assert!(before_last.iter().all(|screen| ends_cut(screen) > ends_cut(last)), "{screens:?}");
    assert!(screens.len() > 2 && last.contains("HẾT") && !last.contains("đọc tiếp"), "{last}");
    (1..screens.len()).for_each(|_| {
        person.keys("left");
    });
    assert_eq!(person.screen(60, 16), screens[0]);
}

#[test]
fn an_indicator_in_hand_has_a_history_of_its_own() {
    let mut person = at_a_unit_with_a_model();
    let unit = person.app.shared().units.rows("904-DU").next().expect("a unit").id;
    let figure = thucchat::domain::indicator::Figure {
        number: thucchat::domain::indicator::Hundredths(6296),
        source: thucchat::domain::indicator::Source::new("VCCI").expect("a source"),
        note: String::new(),
    };
    let yearly =
        thucchat::domain::indicator::Yearly { unit, indicator: "X-1".into(), year: 2023, figure: Some(figure) };
    person.keeper.perform(Effect::Commit(vec![Change::Indicator(yearly)]));
    let mut person = person.comes_back();
    person
        .keys("2 /")
        .types("huyen uy tan hiep")
        .keys("enter enter tab tab tab end l")
        .sees("X-1: 1 thay đổi")
        .sees("62,96");
}
