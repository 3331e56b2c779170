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

/// Opens a form, types into the field the cursor is brought to, is killed, opens it again, gives it up.
fn survives(mut person: Person, name: &str, open: &[&str], to_field: &str) {
    let goes = |person: &mut Person| {
        for (at, part) in open.iter().enumerate() {
            if at % 2 == 0 {
                person.keys(part)
            } else {
                person.types(part)
            };
        }
    };
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

/// A form that nobody names keeps no words: whoever adds a screen with one is told here.
#[test]
fn every_screen_with_a_form_names_it_for_its_draft() {
    let screens =
        std::fs::read_dir("src/tui/screens").expect("the screens").map(|entry| entry.expect("a folder").path());
    let mut checked = 0;
    for path in
        screens.map(|folder| folder.join("mod.rs")).filter(|path| path.is_file() && !path.ends_with("start/mod.rs"))
    {
        let source = std::fs::read_to_string(&path).expect("a source");
        if source.contains("fn form(&mut self)") {
            checked += 1;
            assert!(source.contains("fn drafted(&self)"), "{} names no form", path.display());
        }
    }
    assert!(checked > 8, "{checked}");
}
