//! The screens around one unit, as a person uses them: real keymap, real update, real temporary store.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::{ids::UnitId, indicator::Hundredths, unit::Unit},
    keymap::key::Key,
    tui::message::Message,
};

/// The newest row of a code.
fn unit<'a>(person: &'a Person, code: &str) -> &'a Unit {
    person.app.shared().units.rows(code).last().unwrap_or_else(|| panic!("no unit {code}"))
}

fn id(person: &Person, code: &str) -> UnitId {
    unit(person, code).id
}

/// The page of UBND huyện Tân Hiệp, at its indicators.
fn at_indicators() -> Person {
    let mut person = Person::with_round();
    person.keys("2 /").types("ubnd tan hiep").keys("enter enter tab tab tab").sees("Chỉ số theo năm");
    person
}

#[test]
fn enter_opens_the_page_of_a_body_and_enter_again_its_inspection_and_esc_comes_back() {
    let mut person = Person::with_round();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter").sees("Cuộc kiểm tra đợt Sơ kết 2023");
    person.sees("Huyện Tân Hiệp ‹ Tỉnh Kiên Giang").keys("enter 3");
    assert_eq!(person.inspection_of("904-DU").entries.len(), 1, "the walk is in front");
    person.keys("esc").sees("Cuộc kiểm tra đợt Sơ kết 2023").sees("1/16");
    person.keys("esc").sees("đơn vị ─");
}

#[test]
fn the_page_opens_from_queue_and_walk_and_never_stands_on_the_stack_twice() {
    let mut person = Person::with_round();
    person.keys("/").types("go quao").keys("enter p").sees("907-DU").keys("enter p").sees("907-DU");
    person.keys("esc").sees("Hàng chờ");
    person.keys("enter 3 p tab enter 2 esc").sees("Hàng chờ");
    let answers = person.inspection_of("907-DU").entries;
    assert!(answers.len() <= 2 && !answers.is_empty(), "the walk below came back to the front, not a second one");
}

#[test]
fn the_page_of_a_unit_without_inspection_says_what_to_do_and_plans() {
    let mut person = Person::with_round();
    person.keys("2 /").types("ban dan van").keys("enter enter").sees("Bấm n để lập đợt");
    person.keys("enter").sees("chưa có cuộc kiểm tra nào").keys("n enter").sees("Lập 1 cuộc kiểm tra");
    person.sees("Cuộc kiểm tra đợt Sơ kết 2023");
}

#[test]
fn open_recommendations_stand_on_the_page_and_lead_to_their_item() {
    let mut person = Person::walking();
    person
        .keys("1 h")
        .types("Mô hình ấp Kinh 4A dừng")
        .keys("enter k")
        .types("Dừng ba mô hình")
        .keys("tab")
        .types(NAME);
    person.keys("tab").types("01/11").keys("enter p").sees("Còn mở 1 kiến nghị, 1 quá hạn").sees("Dừng ba mô hình");
    person.keys("down").sees(NAME).keys("enter").sees("Nội dung");
    assert_eq!(person.app.saved(), thucchat::tui::app::Saved::All);
}

#[test]
fn a_value_is_typed_with_its_source_and_stands_in_the_table_of_years() {
    let mut person = at_indicators();
    person.keys("left left a tab tab").types("86,7").keys("enter").sees("Ô này không được để trống");
    person.types(NAME).keys("enter").sees("86,70").sees("Nguồn: Nguyễn Thị Ẵm");
    let pages = id(&person, "904-UB");
    let figure = |person: &Person, year| {
        person.app.shared().indicators.get(pages, &"PAR-INDEX".into(), year).map(|it| it.number)
    };
    assert_eq!(figure(&person, 2021), Some(Hundredths(8670)));
    person.keys("enter ctrl+u").types("87").keys("enter").sees("87,00");
    assert_eq!(figure(&person, 2021), Some(Hundredths(8700)), "Enter edits the value in hand");
    person.keys("l").sees("PAR INDEX").sees("2021").sees("86,70").keys("esc");
    person.keys("delete").sees("Năm 2021 chưa ghi");
    assert_eq!(figure(&person, 2021), None);
    person
        .keys("z")
        .sees("87,00")
        .keys("z")
        .sees("86,70")
        .keys("z")
        .sees("2021 chưa ghi")
        .keys("z")
        .sees("Không còn gì để hoàn tác");
    person.keys("ctrl+y").sees("86,70");
    let mut person = person.comes_back();
    person.keys("2 /").types("ubnd tan hiep").keys("enter enter tab tab tab").sees("86,70");
}

#[test]
fn what_is_no_value_of_the_indicator_is_refused_with_its_reason_and_stays_in_the_form() {
    let mut person = at_indicators();
    person.keys("a tab ctrl+u").types("2024").keys("tab").types("1").keys("tab").types("x").keys("enter");
    person.sees("Năm phải từ 1990 đến 2023").keys("shift+tab shift+tab ctrl+u").types("2022").keys("tab ctrl+u");
    person.types("8.670,5").keys("enter").sees("không phải số").keys("ctrl+u").types("100,01").keys("enter");
    person.sees("nằm trong khoảng 0,00 đến 100,00").keys("ctrl+u").types("100").keys("enter").sees("100,00");
}

#[test]
fn indicators_never_move_a_score() {
    let mut person = at_indicators();
    let before: Vec<_> = person.app.shared().summaries.values().map(|summary| (summary.id, summary.whole)).collect();
    person.keys("a tab tab").types("1").keys("tab").types("x").keys("enter").sees("1,00");
    assert!(before.iter().all(|(id, whole)| person.app.shared().summaries.get(id).expect("it").whole == *whole));
}

#[test]
fn a_unit_is_edited_by_form_and_its_history_says_who_changed_what() {
    let mut person = Person::with_round();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter e ctrl+u").types("Huyện ủy Tân Hiệp (mới)");
    person.keys("tab tab tab tab").types(NAME).keys("enter").sees("Huyện ủy Tân Hiệp (mới)").sees(NAME);
    assert_eq!(unit(&person, "904-DU").contact, NAME);
    person.keys("l").sees("thông tin đơn vị").sees("Trần Thị Bình").keys("esc z").sees("Đã hoàn tác");
    assert_eq!(unit(&person, "904-DU").name, "Huyện ủy Tân Hiệp");
    person.keys("esc").sees("Huyện ủy Tân Hiệp ★");
}

#[test]
fn the_rules_of_the_unit_file_hold_in_the_form() {
    let mut person = Person::with_units();
    person.keys("2 /").types("907").keys("enter a").types("904-DU").keys("tab tab ctrl+u").types("907");
    person.keys("tab tab").types("Hội Nông dân huyện Gò Quao").keys("enter").sees("trùng ngày với “Huyện ủy Tân Hiệp”");
    person.keys("shift+tab shift+tab shift+tab shift+tab ctrl+u").types("907-ND").keys("tab tab ctrl+u").types("999");
    person.keys("enter").sees("Không có đơn vị nào mang mã 999").keys("ctrl+u enter").sees("phải có mã cấp trên");
    person.types("907").keys("enter").sees("Đã thêm Hội Nông dân huyện Gò Quao");
    let added = unit(&person, "907-ND").clone();
    assert_eq!((added.parent.as_deref(), added.tier.code()), (Some("907"), "district"));
    let mut person = person.comes_back();
    person.keys("2 /").types("nong dan").keys("enter").sees("907-ND");
    assert_eq!(unit(&person, "907-ND"), &added, "it is in the vault");
}

#[test]
fn a_code_goes_to_a_successor_once_the_days_of_the_first_are_over() {
    let mut person = Person::with_units();
    person.keys("2 /").types("huyen uy go quao").keys("enter e tab tab tab").types("30/06/2023").keys("enter");
    assert!(unit(&person, "907-DU").valid.to.is_some());
    person.keys("a").types("907-DU").keys("tab tab tab tab").types("Đảng ủy khu vực Gò Quao").keys("tab tab");
    person.types("30/06/2023").keys("enter").sees("trùng ngày").keys("ctrl+u").types("01/07/2023").keys("enter");
    assert_eq!(person.app.shared().units.rows("907-DU").count(), 2);
}

#[test]
fn the_page_of_a_place_shows_how_the_units_below_stand_and_opens_them() {
    let mut person = Person::with_round();
    person.keys("2 /").types("904").keys("enter /").keys("ctrl+u").types("huyen tan hiep 904").keys("enter p");
    person.sees("2 đơn vị · đã ký 0").sees("còn 15 ngày").sees("chưa lập");
    person.keys("enter").sees("904-DU").keys("esc tab").sees("Địa bàn không bị kiểm tra");
    person.keys("esc /").keys("ctrl+u").types("91").keys("enter p").sees("Huyện Gò Quao").sees("đã ký 0/2");
}

#[test]
fn the_tree_shows_how_each_body_stands_and_finds_by_first_letters() {
    let mut person = Person::with_round();
    person.keys("2 /").types("hugq").keys("enter").sees("Huyện ủy Gò Quao").sees("0/16");
    person.sees_no("UBND huyện Tân Hiệp");
}

#[test]
fn a_place_that_is_found_opens_its_page_and_going_back_shows_the_whole_tree() {
    let mut person = Person::with_units();
    person.keys("2");
    let tree = person.screen(120, 40);
    person.keys("/").types("tan hiep").keys("enter");
    let found = person.screen(120, 40);
    assert_ne!(found, tree);
    person.keys("enter").sees("Esc quay lại").keys("esc");
    assert_eq!(person.screen(120, 40), found, "back where it was opened");
    person.keys("esc").sees("/ tìm");
}

#[test]
fn a_click_chooses_a_part_a_row_and_opens_it() {
    let mut person = Person::with_round();
    person.sends(Message::Resized(80, 24)).keys("2 /").types("huyen uy tan hiep").keys("enter enter");
    let screen = person.screen(80, 24);
    let parts = screen.lines().nth(2).expect("the parts").to_owned();
    let column = parts.split("Các đợt").next().expect("its name").chars().count();
    person.sends(Message::Clicked(u16::try_from(column).expect("a column"), 2));
    assert!(person.screen(80, 24).contains("xếp loại"), "{}", person.screen(80, 24));
    person.sends(Message::Clicked(5, 5)).keys("3");
    assert_eq!(person.inspection_of("904-DU").entries.len(), 1, "a click on the selected row opened the walk");
}

/// The models screen of Huyện ủy Tân Hiệp, whose register has six models.
fn at_models() -> Person {
    let mut person = Person::with_round();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter tab tab").sees("Sổ chưa có mô hình nào");
    for number in 1..=6 {
        person
            .keys("a")
            .types(&format!("MH-0{number}"))
            .keys("tab")
            .types(&format!("Tổ thu gom rác ấp Kinh {number}A"));
        person.keys("enter");
    }
    person.sees("Sổ mô hình: 6, còn hoạt động 6").keys("w").sees("Danh sách có 6 mô hình");
    person
}

fn draws(person: &mut Person) {
    person
        .keys("b")
        .types("314159265358")
        .keys("tab")
        .types("271828182845")
        .keys("enter")
        .sees("0 trong 3, danh sách 6");
}

#[test]
fn a_model_is_registered_edited_and_refused_a_code_that_another_has() {
    let mut person = at_models();
    person.keys("esc a").types("MH-01").keys("tab").types("Trùng mã").keys("enter").sees("mang mã MH-01").keys("esc");
    person.keys("home enter tab tab tab tab tab tab right enter").sees("đang làm");
    person.keys("l").sees("MH-01");
    let mut person = person.comes_back();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter tab tab").sees("đang làm").sees("MH-06");
}

#[test]
fn models_are_drawn_with_the_digits_of_both_sides_visited_and_the_draw_is_replayed() {
    let mut person = at_models();
    person.keys("3").sees("Chưa bốc thăm mô hình nào").keys("b").types("12345").keys("tab").types("271828182845");
    person.keys("enter").sees("Đơn vị phải đưa ít nhất 12 chữ số, mới có 5").keys("esc b esc");
    draws(&mut person);
    person.keys("3 4").sees("đã kiểm chứng").sees("1 trong 3");
    person.keys("e").types(NAME).keys("enter").sees("V-01").keys("g").types("ba hộ còn làm").keys("enter");
    person.sees("ba hộ còn làm").keys("v").sees("Khớp").sees("lượt 1 → số").keys("v down 0").sees("không chạy");
    let inspection = person.inspection_of("904-DU");
    let draw = inspection.draw().expect("a draw");
    assert_eq!(inspection.picks(), draw.drawn());
    let first = draw.line(draw.drawn()[0]).0;
    assert_eq!(inspection.verifications[&first].evidence.len(), 1);
    person.keys("z").sees("Đã hoàn tác").sees_no("không chạy");
    let mut person = person.comes_back();
    person.keys("/").types("tan hiep").keys("enter enter w").sees("1 trong 3, danh sách 6").sees("ba hộ còn làm");
}

#[test]
fn a_drawn_model_that_cannot_be_visited_is_replaced_with_a_reason_by_the_next_of_the_same_seed() {
    let mut person = at_models();
    draws(&mut person);
    person.keys("k enter").sees("không được để trống").types("Nước lũ, đò không chạy").keys("enter").sees("đã thay");
    person.sees("0 trong 4, danh sách 6").sees("Nước lũ");
    assert_eq!(person.inspection_of("904-DU").picks().len(), 4);
    person.keys("b").types("314159265358").keys("tab").types("271828182845").keys("enter").sees("không được để trống");
}

#[test]
fn the_models_screen_opens_from_the_walk_and_holds_at_any_size() {
    let mut person = Person::walking();
    person.keys("w").sees("chưa có mô hình nào còn hoạt động").keys("b").sees("chưa có gì để bốc").keys("esc 3");
    assert_eq!(person.inspection_of("904-DU").entries.len(), 1);
    let mut person = at_models();
    draws(&mut person);
    for keys in ["", "3", "v", "v e"] {
        person.keys(keys);
        for (columns, rows) in [(1, 1), (60, 16), (80, 24), (110, 24), (200, 60), (300, 17)] {
            assert_eq!(person.screen(columns, rows).lines().count(), usize::from(rows), "after {keys}");
        }
    }
}

#[test]
fn pages_hold_at_any_size() {
    let mut person = Person::with_round();
    person.keys("2 /").types("ubnd tan hiep").keys("enter enter");
    for keys in ["", "tab", "tab", "a", "esc e", "esc esc / ctrl+u 9 0 4 enter p", "tab", "e"] {
        for key in keys.split_whitespace() {
            person.sends(Message::Pressed(key.parse::<Key>().expect("a key")));
        }
        for (columns, rows) in
            [(1, 1), (59, 15), (60, 16), (61, 17), (109, 24), (110, 24), (110, 40), (200, 60), (300, 17)]
        {
            assert_eq!(person.screen(columns, rows).lines().count(), usize::from(rows), "after {keys}");
        }
    }
}

/// Snapshots of the screen in Vietnamese and English at every size. Hashes differ with nothing here: list and digits are the test's.
fn pictures(name: &str, person: &mut Person) {
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            insta::assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("ctrl+t");
    }
}

#[test]
fn the_pages_in_pictures() {
    let mut person = Person::with_round();
    pictures("unit_overview", person.keys("2 /").types("huyen uy tan hiep").keys("enter enter"));
    pictures("unit_rounds", person.keys("tab"));
    let mut person = at_indicators();
    pictures("unit_indicators", person.keys("left a tab tab").types("86,7").keys("tab").types(NAME).keys("enter"));
    let mut person = Person::with_round();
    pictures("unit_below", person.keys("2 /").types("huyen tan hiep 904").keys("enter p"));
}

#[test]
fn the_models_in_pictures() {
    let mut person = at_models();
    pictures("models_list", &mut person);
    draws(&mut person);
    pictures("models_visit", person.keys("3 2"));
    pictures("models_replay", person.keys("v"));
    pictures("unit_register", person.keys("esc esc"));
}
