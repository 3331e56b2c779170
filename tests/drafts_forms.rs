//! Every form of the application but the first start's, which has no vault yet: what is typed in it and not saved is there again after a kill, and
//! nothing is kept of one that was saved or given up. The walk’s own forms stand in `drafts`, those that open by themselves in `flows_findings`.

mod support;

use support::Person;
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
        model::Model,
    },
    tui::{effect::Effect, message::Message},
};

const WORDS: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A";

/// A vault with a round, an inspection with a recommendation that is overdue, a model in the register and a draw.
fn vault() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ").keys("enter h").types("Danh sách không có").keys("enter");
    person.keys("k").types("Gỡ ba bảng").keys("tab").types("Ban Dân vận").keys("tab").types("13/10/2023").keys("enter");
    let unit = person.app.shared().units.rows("904-DU").next().expect("a unit").id;
    for (code, name) in [("MH-1", "Tổ hòa giải"), ("MH-2", "Camera an ninh"), ("MH-3", "Hẻm sạch")] {
        person.keeper.perform(Effect::AddModel(unit, Box::new(Model::new(code, name, "2023-02-01".parse().ok()))));
    }
    let mut person = person.comes_back();
    person.keys("/").types("tan hiep").keys("enter enter w b").types("123456789012").keys("tab").types("210987654321");
    person.keys("enter").sees("Tổ hòa giải");
    person
}

fn signed() -> Person {
    let mut person = vault();
    let id = person.id_of("904-DU");
    let sign_off = SignOff { by: WORDS.into(), at: support::now(0).at, journal_head: "0".repeat(64) };
    let edit = Box::new(Edit::SignOff(sign_off));
    person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }]));
    person
}

/// An inspection of which every item is answered: only the signature is left.
fn answered() -> Person {
    let mut person = Person::walking();
    person.keys("v tab tab tab tab").types("12").keys("enter");
    for number in 1..=40 {
        person.keys("3 e").types(&format!("thấy tại chỗ, hộ {number}")).keys("enter n");
        if person.screen(120, 40).contains("Mọi nội dung đã có mức") {
            return person;
        }
    }
    panic!("forty items were not enough:\n{}", person.screen(120, 40));
}

/// Presses keys and types words in turn.
fn goes(person: &mut Person, way: &[&str]) {
    for (at, part) in way.iter().enumerate() {
        if at % 2 == 0 {
            person.keys(part)
        } else {
            person.types(part)
        };
    }
}

/// Opens a form, makes choices in it, is killed, opens it again, gives it up.
fn choices_survive(person: Person, name: &str, open: &str, choose: &str, seen: &[&str]) {
    let mut person = person.comes_back();
    person.keys(open);
    let fresh = person.screen(120, 40);
    assert!(seen.iter().all(|words| !fresh.contains(words)), "{name}: chosen already:\n{fresh}");
    person.keys(choose).sends(Message::Rested);
    let mut person = person.comes_back();
    person.sees("Còn chữ gõ dở").keys(open).sees("Đây là chữ gõ dở");
    for words in seen {
        assert!(person.screen(120, 40).contains(words), "{name}: no “{words}”:\n{}", person.screen(120, 40));
    }
    person.keys("esc");
    assert!(!person.folder.path().join("vault").join("draft.toml").exists(), "{name}: given up, and still a draft");
    let mut person = person.comes_back();
    person.sees_no("Còn chữ gõ dở").keys(open).keys(choose).keys("enter");
    person.comes_back().sees_no("Còn chữ gõ dở");
}

/// Opens a form, types into the field the cursor is brought to, is killed, opens it again, gives it up.
fn survives(mut person: Person, name: &str, open: &[&str], to_field: &str) {
    let goes = |person: &mut Person| goes(person, open);
    person = person.comes_back();
    goes(&mut person);
    person.keys(to_field).types(WORDS);
    assert!(person.app.has_unkept_words(), "{name}: nothing is to be kept:\n{}", person.screen(120, 40));
    person.sends(Message::Rested);
    assert!(!person.app.has_unkept_words(), "{name}");
    let mut person = person.comes_back();
    person.sees("Còn chữ gõ dở");
    goes(&mut person);
    assert!(person.screen(120, 40).contains("Đây là chữ gõ dở"), "{name}: not offered:\n{}", person.screen(120, 40));
    assert!(person.screen(120, 40).contains(WORDS), "{name}: no words:\n{}", person.screen(120, 40));
    person.keys("esc");
    let draft = person.folder.path().join("vault").join("draft.toml");
    assert!(!draft.exists(), "{name}: a form that was given up leaves no draft");
    person.comes_back().sees_no("Còn chữ gõ dở");
}

const UNIT: [&str; 3] = ["2 /", "huyen uy tan hiep", "enter enter"];

#[test]
fn the_forms_of_the_units_and_of_one_unit() {
    let at = |keys: &'static str| [UNIT[0], UNIT[1], keys];
    survives(vault(), "a unit is added", &["2 a"], "tab tab tab tab");
    survives(vault(), "a unit is edited in the tree", &at("enter e"), "");
    survives(vault(), "units are imported", &["2 i"], "");
    survives(vault(), "a unit is planned from the tree", &at("enter n"), "tab tab tab ctrl+u");
    survives(vault(), "a unit is edited on its page", &at("enter enter e"), "");
    survives(vault(), "a unit is planned on its page", &at("enter enter n"), "tab tab tab ctrl+u");
    survives(vault(), "a model is added", &at("enter enter tab tab a"), "tab");
    survives(vault(), "a model is edited", &at("enter enter tab tab enter"), "tab");
    survives(vault(), "models are imported", &at("enter enter tab tab i"), "");
    let indicators = ["2 /", "ubnd tan hiep", "enter enter tab tab tab a"];
    survives(vault(), "a value is typed", &indicators, "tab tab tab");
}

#[test]
fn the_forms_of_a_draw_and_its_visits() {
    let at = |keys: &'static str| ["/", "tan hiep", keys];
    survives(vault(), "a model is replaced", &at("enter enter w k"), "");
    survives(vault(), "a mark needs a reason", &at("enter enter w u"), "");
    survives(vault(), "a mark needs another reason", &at("enter enter w x"), "");
    survives(vault(), "evidence of a visit", &at("enter enter w e"), "");
    survives(vault(), "the note of a visit", &at("enter enter w g"), "");
    survives(vault(), "another draw", &at("enter enter w b"), "");
}

#[test]
fn the_forms_over_lists_documents_signature_and_settings() {
    survives(vault(), "a round is planned", &["1 n"], "tab tab tab ctrl+u");
    survives(vault(), "the settings", &["F10"], "tab ctrl+u");
    survives(vault(), "a document is chosen", &["5 enter"], "");
    survives(vault(), "a document is written", &["/", "tan hiep", "enter r w"], "");
    survives(vault(), "findings are written", &["3 w"], "");
    let reopening = [UNIT[0], UNIT[1], "enter enter enter s ctrl+r"];
    survives(signed(), "an inspection is opened again", &reopening, "");
    survives(signed(), "letters are written", &["3 m"], "");
}

#[test]
fn the_form_of_the_signature() {
    let to_sign = ["/", "tan hiep", "enter enter s ctrl+k"];
    survives(answered(), "an inspection is signed", &to_sign, "ctrl+u");
}

#[test]
fn the_forms_that_narrow_the_queue_and_the_findings() {
    let queue = ["Trạng thái   Trong 7 ngày tới", "Địa bàn      ‹ Huyện Tân Hiệp ›"];
    choices_survive(vault(), "the queue is narrowed", "F", "ctrl+right ctrl+right tab tab right", &queue);
    let findings = ["Địa bàn      ‹ Tỉnh Kiên Giang ›", "Loại đơn vị  Cấp ủy"];
    choices_survive(vault(), "the findings are narrowed", "3 F", "tab right shift+tab right", &findings);
}

/// A form that nobody names keeps no words: whoever adds a screen with one is told here.
#[test]
fn every_screen_with_a_form_names_it_for_its_draft() {
    let paths = |folder: &std::path::Path| -> Vec<std::path::PathBuf> {
        let entries = std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        entries.collect()
    };
    let folders = paths("src/tui/screens".as_ref()).into_iter();
    let mut checked = 0;
    for folder in folders.filter(|folder| folder.is_dir() && !folder.ends_with("start")) {
        let sources = paths(&folder).into_iter().filter(|path| path.is_file());
        let sources: String = sources.map(|path| std::fs::read_to_string(path).expect("a source")).collect();
        if sources.contains("form = Some(") || sources.contains("fn form(&mut self)") {
            checked += 1;
            assert!(sources.contains("fn drafted(&self)"), "{} names no form", folder.display());
        }
    }
    assert!(checked > 8, "{checked}");
}
