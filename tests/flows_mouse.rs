//! What a person does with the mouse and in the settings, from click to vault and back to the screen.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::{
        answer::Answer,
        lang::Lang,
        look::{Mouse, Signs, ThemeName},
    },
    text::width::width,
    tui::message::Message,
};

const SIZE: (u16, u16) = (120, 40);

/// Column and row where the words stand on the screen.
#[track_caller]
fn place(person: &Person, words: &str) -> (u16, u16) {
    let screen = person.screen(SIZE.0, SIZE.1);
    let found = screen.lines().enumerate().find_map(|(row, line)| Some((row, width(&line[..line.find(words)?]))));
    let (row, column) = found.unwrap_or_else(|| panic!("“{words}” is not on the screen:\n{screen}"));
    (u16::try_from(column).expect("a column"), u16::try_from(row).expect("a row"))
}

/// Clicks on the words.
#[track_caller]
fn click<'a>(person: &'a mut Person, words: &str) -> &'a mut Person {
    person.sends(Message::Resized(SIZE.0, SIZE.1));
    let (column, row) = place(person, words);
    person.sends(Message::Clicked(column, row))
}

/// Turns the wheel over the words.
#[track_caller]
fn wheel<'a>(person: &'a mut Person, words: &str, down: bool) -> &'a mut Person {
    person.sends(Message::Resized(SIZE.0, SIZE.1));
    let (column, row) = place(person, words);
    person.sends(Message::Wheeled { column, row, down })
}

#[test]
fn a_click_on_a_tab_goes_there() {
    let mut person = Person::with_round();
    click(&mut person, "2 Đơn vị").sees("8 đơn vị");
    click(&mut person, "1 Hàng chờ").sees("Huyện ủy Gò Quao").sees_no("8 đơn vị");
}

#[test]
fn a_click_on_a_row_selects_it_and_another_one_opens_it() {
    let mut person = Person::with_round();
    let other = if person.screen(120, 40).contains("▌  Huyện ủy Gò Quao") {
        "Huyện ủy Tân Hiệp"
    } else {
        "Huyện ủy Gò Quao"
    };
    click(&mut person, other).sees(&format!("▌  {other}"));
    click(&mut person, other).sees("1/");
}

#[test]
fn a_click_below_the_last_row_changes_nothing() {
    let mut person = Person::with_round();
    let before = person.screen(120, 40);
    person.sends(Message::Resized(120, 40)).sends(Message::Clicked(20, 30)).sends(Message::Clicked(0, 0));
    let after = person.screen(120, 40);
    assert_eq!(before.lines().skip(2).take(36).collect::<Vec<_>>(), after.lines().skip(2).take(36).collect::<Vec<_>>());
}

#[test]
fn a_click_opens_a_branch_of_the_units() {
    let mut person = Person::with_round();
    person.keys("2");
    click(&mut person, "▸ Huyện Gò Quao");
    click(&mut person, "▸ Huyện Gò Quao").sees("UBND huyện Gò Quao");
}

#[test]
fn a_click_on_a_level_rates_the_item_and_saves_it() {
    let mut person = Person::walking();
    click(&mut person, " 3  ").sees("[3]");
    click(&mut person, " 1  ").sees("[1]");
    let answer = person.inspection_of("904-DU").entries.into_values().find_map(|entry| entry.answer);
    assert!(matches!(answer, Some(Answer::Rated(level)) if level.get() == 1), "{answer:?}");
}

#[test]
fn every_line_of_every_level_rates_that_level() {
    let mut person = Person::walking();
    person.sends(Message::Resized(120, 40));
    for level in 0..5 {
        let (column, row) = place(&person, &format!(" {level}  "));
        person.sends(Message::Clicked(column + 20, row)).sees(&format!("[{level}]"));
        person.keys("b");
    }
}

#[test]
fn a_click_on_an_item_of_the_list_brings_it_to_hand() {
    let mut person = Person::walking();
    person.sends(Message::Resized(120, 40));
    let first = place(&person, "▌");
    person.sends(Message::Clicked(first.0 + 4, first.1 + 1)).sees("2/");
    assert_eq!(place(&person, "▌").1, first.1 + 1);
    // The title of the section above is no item.
    person.sends(Message::Clicked(first.0 + 4, first.1 - 1)).sees("2/");
}

#[test]
fn a_click_on_a_record_brings_it_to_hand() {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter");
    click(&mut person, "V-01").sees("▌ V-01").keys("delete").sees_no("▌ V-01").sees("Đã bỏ V-01 ở C1-01");
}

#[test]
fn a_signed_inspection_cannot_be_rated_by_a_click_while_a_dialog_is_open() {
    let mut person = Person::walking();
    person.sends(Message::Resized(120, 40));
    let (column, row) = place(&person, " 3  ");
    person.keys("?").sends(Message::Clicked(column, row)).keys("esc").sees_no("[3]");
}

#[test]
fn a_click_on_a_hint_does_what_its_key_does() {
    let mut person = Person::walking();
    click(&mut person, "minh chứng").sees("Minh chứng mới");
}

#[test]
fn a_click_on_a_field_of_a_form_takes_the_typing_there() {
    let mut person = Person::with_round();
    person.keys("n");
    click(&mut person, "Tên đợt").types("Kiểm tra bổ sung").sees("Kiểm tra bổ sung");
    let (_, row) = place(&person, "Kiểm tra bổ sung");
    assert_eq!(row, place(&person, "Tên đợt").1);
}

#[test]
fn a_tab_does_not_slip_an_open_form_away() {
    let mut person = Person::with_round();
    person.keys("n");
    click(&mut person, "2 Đơn vị").sees("Mã đợt");
}

#[test]
fn the_wheel_moves_in_the_list_under_it_and_nowhere_else() {
    let mut person = Person::walking();
    let item = place(&person, "1/");
    wheel(&mut person, "Nội dung", true).sees("4/");
    person.sends(Message::Wheeled { column: item.0, row: item.1, down: true }).sees("4/");
    wheel(&mut person, "Nội dung", false).sees("1/");
}

#[test]
fn the_wheel_moves_in_the_queue_and_in_help() {
    let mut person = Person::with_round();
    let first = place(&person, "▌").1;
    wheel(&mut person, "▌", true);
    assert_eq!(place(&person, "▌").1, first + 1);
    person.sends(Message::Resized(60, 16)).keys("?");
    let before = person.screen(60, 16);
    for _ in 0..5 {
        person.sends(Message::Wheeled { column: 10, row: 8, down: true });
    }
    assert_ne!(before, person.screen(60, 16));
}

#[test]
fn settings_are_saved_count_at_once_and_are_there_after_a_restart() {
    let mut person = Person::with_round();
    person
        .keys("F10")
        .sees("Cài đặt")
        .keys("tab ctrl+u")
        .types(NAME)
        .keys("tab tab tab tab right tab right tab right enter");
    let settings = person.app.shared().settings.clone();
    assert_eq!(settings.inspector, NAME);
    assert_eq!((settings.theme, settings.signs, settings.mouse), (ThemeName::Light, Signs::Ascii, Mouse::Off));
    person.sees("Đã lưu cài đặt").sees("v đã lưu");
    let person = person.comes_back();
    assert_eq!(person.app.shared().settings, settings);
}

#[test]
fn settings_given_up_change_nothing() {
    let mut person = Person::with_round();
    let before = person.app.shared().settings.clone();
    person.keys("alt+s right tab").types("x").keys("esc").sees("Hàng chờ");
    assert_eq!(person.app.shared().settings, before);
}

#[test]
fn settings_without_a_name_say_what_is_missing() {
    let mut person = Person::with_round();
    person.keys("F10 tab ctrl+u enter").sees("Ô này không được để trống.");
}

#[test]
fn the_language_chosen_in_the_settings_speaks_at_once() {
    let mut person = Person::with_round();
    person.keys("F10 right enter").sees("Settings saved.");
    assert_eq!(person.app.shared().lang(), Lang::En);
}

#[test]
fn the_settings_follow_the_language_key_and_keep_what_was_typed() {
    let mut person = Person::with_round();
    person.keys("F10 tab ctrl+u").types(NAME).keys("ctrl+t").sees("Settings").sees(NAME).sees("English");
}

#[test]
fn settings_open_from_the_walk_and_lead_back_to_it() {
    let mut person = Person::walking();
    person.keys("3 F10").sees("Cài đặt").keys("esc").sees("[3]");
}

#[test]
fn a_click_on_what_hinders_the_signature_selects_it_and_a_second_one_goes_there() {
    let mut person = Person::walking();
    person.keys("s");
    let third = "C1-03";
    click(&mut person, third);
    click(&mut person, third).sees("Nội dung 0/16").sees("C1-03 · 3/16");
}

#[test]
fn the_sign_off_scrolls_by_the_wheel_to_what_stands_below() {
    let mut person = Person::walking();
    person.keys("s").sends(Message::Resized(60, 16));
    let before = person.screen(60, 16);
    for _ in 0..6 {
        person.sends(Message::Wheeled { column: 20, row: 8, down: true });
    }
    assert_ne!(person.screen(60, 16), before);
    person.keys("end");
    assert!(person.screen(60, 16).contains("C5-03"), "{}", person.screen(60, 16));
}

#[test]
fn a_click_on_a_view_of_the_roll_up_turns_to_it_and_a_click_on_a_row_opens_it() {
    let mut person = Person::walking();
    person.keys("F5");
    click(&mut person, "Loại đơn vị").sees("Cấp ủy");
    click(&mut person, "▌Cấp ủy").sees("Loại đơn vị › Cấp ủy").sees("Huyện ủy Gò Quao");
}

#[test]
fn a_click_on_a_cell_of_the_heat_map_goes_to_that_section_of_that_unit() {
    let mut person = Person::walking();
    person.keys("F5");
    click(&mut person, "Bản đồ nhiệt");
    let (_, row) = place(&person, "▌Huyện ủy Tân Hiệp");
    let (column, _) = place(&person, "1   2 ");
    person.sends(Message::Clicked(column + 4, row)).sees("Mục 2");
    person.sends(Message::Clicked(column + 4, row)).sees("Huyện ủy Tân Hiệp ›");
}

#[test]
fn a_click_turns_the_pages_of_a_preview() {
    let mut person = Person::walking();
    person.keys("r").sends(Message::Resized(80, 24));
    let first = person.screen(80, 24);
    person.sends(Message::Clicked(40, 18));
    assert_ne!(person.screen(80, 24), first);
    person.sends(Message::Clicked(40, 4));
    assert_eq!(person.screen(80, 24), first);
}
