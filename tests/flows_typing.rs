//! Built-in Telex and VNI at the keyboard: from the key that switches them to the words in the vault.

mod support;

use support::Person;
use thucchat::{
    domain::input_method::InputMethod,
    tui::{effect::Effect, message::Message},
};

#[test]
fn one_key_goes_round_the_methods_and_the_tab_line_says_which() {
    let mut person = Person::walking();
    person.sees_no("Telex").keys("F6").sees("VI · Telex").keys("alt+i").sees("VI · VNI").keys("F6").sees_no("VI ·");
}

#[test]
fn the_method_is_kept_in_the_vault() {
    let mut person = Person::with_round();
    person.keys("F6");
    let mut person = person.comes_back();
    assert_eq!(person.app.shared().settings.input, InputMethod::Telex);
    person.sees("VI · Telex");
}

#[test]
fn a_name_typed_in_telex_is_in_the_vault() {
    let mut person = Person::walking();
    person.keys("F6 3 e").types("Nguyeenx Thij AWm").keys("enter").sees("Nguyễn Thị Ăm");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "Nguyễn Thị Ăm");
}

#[test]
fn a_name_typed_in_vni_is_in_the_vault() {
    let mut person = Person::walking();
    person.keys("F6 F6 3 e").types("Nguye6n4 Thi5 A8m4, a6p1 Kinh 4A").keys("enter");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "Nguyễn Thị Ẵm, ấp Kinh 4A");
}

#[test]
fn saving_ends_the_last_word_as_a_space_would() {
    let mut person = Person::walking();
    person.keys("F6 3 e").types("ddaayr majnh browser user").keys("enter");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "đẩy mạnh browser user");
}

#[test]
fn moving_the_caret_or_the_field_ends_the_word() {
    let mut person = Person::walking();
    person.keys("F6 3 e").types("a").keys("left right").types("s").keys("tab").types("baf Aams").keys("enter");
    let piece = person.inspection_of("904-DU").evidence["V-01"].clone();
    assert_eq!((piece.text.as_str(), piece.source.as_str()), ("as", "bà Ấm"));
}

#[test]
fn pasted_words_are_never_composed() {
    let mut person = Person::walking();
    person.keys("F6 3 e").pastes("ddaayr \u{11}s").types(" majnh").keys("enter");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "ddaayr s mạnh");
}

#[test]
fn days_counts_and_choices_are_typed_as_they_are() {
    let mut person = Person::walking();
    person.keys("F6 F6 v tab tab tab tab").types("a1").keys("enter").sees("a1");
    person.keys("ctrl+u").types("12").keys("enter");
    assert_eq!(person.inspection_of("904-DU").visit.people_asked, Some(12));
    // A digit chooses; what was typed before it means nothing to a choice.
    person.keys("3 e shift+tab").types("a2").keys("tab").types("so63 go61c").keys("enter");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "sổ gốc");
}

#[test]
fn a_search_hears_the_method_and_finds_with_and_without_marks() {
    let mut person = Person::with_round();
    person.keys("F6 /").types("Taan Hieepj").sees("Tân Hiệp").sees("Huyện ủy Tân Hiệp").sees_no("Huyện ủy Gò Quao");
    person.keys("ctrl+u").types("go quao").sees("Huyện ủy Gò Quao").sees_no("Huyện ủy Tân Hiệp");
}

#[test]
fn commands_are_keys_as_ever_while_a_method_is_on() {
    let mut person = Person::walking();
    person.keys("F6 4 e").types("soor").keys("enter").sees("V-01").keys("4").sees("[4]");
}

#[test]
fn the_method_of_a_first_start_goes_into_the_vault_it_makes() {
    let mut person = Person::at_first_start();
    person.keys("F6 enter").types("Traanf Thij Binhf").keys("enter").types("Ban Daan vaanj").keys("enter enter");
    let settings = &person.app.shared().settings;
    assert_eq!((settings.inspector.as_str(), settings.team.as_str()), ("Trần Thị Bình", "Ban Dân vận"));
    assert_eq!(person.comes_back().app.shared().settings.input, InputMethod::Telex);
}

#[test]
fn paths_and_codes_are_typed_as_they_are_whatever_method_is_on() {
    let mut person = Person::with_units();
    person.keys("F6 1 n").types("dot-aas-2023").keys("tab").types("Sow keets").sees("dot-aas-2023").sees("Sơ kết");
    person.keys("esc 2 i").types("/home/anh/ddaayr/units.csv").sees("/home/anh/ddaayr/units.csv");
    person.keys("esc 1").keys("esc");
    let mut person = Person::walking();
    person.keys("F6 3 e").types("ddaays").keys("tab tab tab tab").types("/home/aas/wow.txt").sees("/home/aas/wow.txt");
}

/// The note of the first item, opened.
fn noting() -> Person {
    let mut person = Person::walking();
    person.keys("g");
    person
}

fn note(person: &mut Person) -> String {
    person
        .inspection_of("904-DU")
        .entries
        .values()
        .map(|entry| entry.note.clone())
        .find(|note| !note.is_empty())
        .unwrap_or_default()
}

#[test]
fn selected_words_are_copied_cut_and_pasted() {
    let mut person = noting();
    person.types("bà Ẵm đẩy mạnh").keys("ctrl+shift+left ctrl+shift+left ctrl+x home ctrl+v space enter");
    assert_eq!(note(&mut person), "đẩy mạnh bà Ẵm");
    let mut person = noting();
    person.types("ấp Kinh").keys("shift+home alt+c end space alt+v enter");
    assert_eq!(note(&mut person), "ấp Kinh ấp Kinh");
}

#[test]
fn ctrl_c_copies_while_something_is_selected_and_quits_otherwise() {
    let mut person = noting();
    person.types("ấp").keys("ctrl+a ctrl+c end ctrl+v enter");
    assert!(!person.quit);
    assert_eq!(note(&mut person), "ấpấp");
    person.keys("ctrl+c");
    assert!(person.quit);
}

#[test]
fn typing_replaces_what_is_selected_and_one_undo_brings_it_back() {
    let mut person = noting();
    person.types("ấp Kinh 4A").keys("alt+a").types("x").keys("alt+z enter");
    assert_eq!(note(&mut person), "ấp Kinh 4A");
    let mut person = noting();
    person.keys("F6").types("soor goocs ").keys("alt+a").types("ddaayr").keys("enter");
    assert_eq!(note(&mut person), "đẩy");
}

#[test]
fn copying_leaves_the_program_only_when_the_settings_say_so() {
    let copied =
        |person: &Person| person.asked.iter().any(|effect| matches!(effect, Effect::CopyOut(words) if words == "ấp"));
    let mut person = noting();
    person.types("ấp").keys("ctrl+a alt+c enter");
    assert!(!copied(&person));
    person.keys("F10").keys(&"shift+tab ".repeat(11)).keys("ctrl+right enter").keys("g ctrl+a alt+c");
    assert!(copied(&person), "{:?}", person.asked);
}

#[test]
fn the_editor_outside_is_off_until_switched_on_and_gives_its_words_back_clean() {
    let asked = |person: &Person| person.asked.contains(&Effect::EditOutside("ấp".into()));
    let mut person = noting();
    person.types("ấp").keys("alt+e").sees("Trình soạn thảo ngoài đang tắt");
    assert!(!asked(&person));
    person.keys("enter F10").keys(&"shift+tab ".repeat(10)).keys("ctrl+right enter g alt+e");
    assert!(asked(&person), "{:?}", person.asked);
    let decomposed = "a\u{302}\u{301}p Kinh\u{1b}[31m\nđẩy mạnh\n";
    person.sends(Message::Edited(Ok(decomposed.into()))).keys("enter");
    assert_eq!(note(&mut person), "ấp Kinh[31m\nđẩy mạnh");
    person.keys("left g").sends(Message::Edited(Err(thucchat::i18n::key::OUTSIDE_NO_EDITOR.into())));
    person.sees("$VISUAL và $EDITOR đều trống").keys("enter");
    assert_eq!(note(&mut person), "ấp Kinh[31m\nđẩy mạnh");
}

#[test]
fn the_arrows_move_within_a_field_of_several_rows_and_leave_it_at_its_ends() {
    let mut person = Person::walking();
    person
        .keys("3 e")
        .types("dòng một")
        .keys("alt+enter")
        .types("dòng hai")
        .keys("up")
        .types("X")
        .keys("up up down down down down");
    person.types("sổ gốc").keys("enter");
    let piece = person.inspection_of("904-DU").evidence["V-01"].clone();
    assert_eq!((piece.text.as_str(), piece.source.as_str()), ("dòng mộtX\ndòng hai", "sổ gốc"));
}

#[test]
fn a_click_places_the_caret_among_the_words() {
    let mut person = noting();
    person.sends(Message::Resized(120, 40)).types("bà Ẵm, ấp Kinh 4A");
    let screen = person.screen(120, 40);
    let (row, line) = screen.lines().enumerate().find(|(_, line)| line.contains("ấp Kinh 4A")).expect("the note");
    let column = thucchat::text::width(&line[..line.find("Kinh").expect("the word")]);
    let at = |n: usize| u16::try_from(n).expect("a small screen");
    person.sends(Message::Clicked(at(column), at(row))).types("X").keys("enter");
    assert_eq!(note(&mut person), "bà Ẵm, ấp XKinh 4A");
}
