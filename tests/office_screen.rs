//! What a person says of the office in the settings, from keys to the vault, to documents and back.

mod support;

use support::Person;
use thucchat::domain::{office::Office, programme::Body};

/// From the first field of the settings back to the place: the fields of the office stand last.
const TO_PLACE: &str = "F10 backtab backtab backtab";

#[test]
fn what_is_said_of_the_office_is_kept_and_comes_back() {
    let mut person = Person::with_round();
    person.keys(TO_PLACE).sees("Địa danh").types("Gò Quao").keys("tab");
    person.types("Chủ tịch; Trần Thị Bình").keys("alt+enter").types("KT. Chủ tịch; Phó Chủ tịch; Lê Văn Cường");
    person.keys("backtab backtab backtab backtab backtab right right enter").sees("Đã lưu cài đặt");
    let office = person.app.shared().settings.office.clone();
    assert_eq!((office.body, office.place.as_str()), (Some(Body::State), "Gò Quao"));
    let names: Vec<&str> = office.signers.iter().map(|signer| signer.name.as_str()).collect();
    assert_eq!(names, ["Trần Thị Bình", "Lê Văn Cường"]);
    let mut person = person.comes_back();
    assert_eq!(person.app.shared().settings.office, office);
    person.keys(TO_PLACE).sees("Gò Quao").sees("KT. Chủ tịch; Phó Chủ tịch; Lê Văn Cường");
}

#[test]
fn an_empty_field_shows_what_the_programme_proposes_and_stays_empty() {
    let mut person = Person::with_round();
    person.keys(TO_PLACE).sees("Kiên Giang").keys("backtab").sees("BDVTU").keys("enter");
    assert_eq!(person.app.shared().settings.office, Office::default());
}

#[test]
fn what_is_wrong_is_said_with_the_cursor_in_its_field_and_nothing_is_kept() {
    let mut person = Person::with_round();
    person.keys("F10 backtab backtab").types("Chủ tịch").keys("backtab enter").sees("thẩm quyền; chức vụ; họ tên");
    assert_eq!(person.app.shared().settings.office, Office::default());
    person.keys("end").types("; Trần Thị Bình").keys("enter").sees("Đã lưu cài đặt");
    assert_eq!(person.app.shared().settings.office.signers.len(), 1);
}

#[test]
fn it_is_taken_back_and_has_a_history() {
    let mut person = Person::with_round();
    person.keys(TO_PLACE).types("Gò Quao").keys("enter F10 ctrl+l").sees("Địa danh: Gò Quao").keys("esc esc");
    assert_eq!(person.app.shared().settings.office.place, "Gò Quao");
    person.keys("z");
    assert_eq!(person.app.shared().settings.office.place, "");
}

#[test]
fn a_document_made_from_the_screen_bears_it() {
    let mut person = Person::walking();
    person.keys("3").keys(TO_PLACE).types("Gò Quao").keys("enter r").sees("Gò Quao, ngày ");
}
