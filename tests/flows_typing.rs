//! Built-in Telex and VNI at the keyboard: from the key that switches them to the words in the vault.

mod support;

use support::Person;
use thucchat::domain::input_method::InputMethod;

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
