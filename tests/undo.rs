//! Undo of the day's actions from any screen, said in words, also after a restart: what it takes back, what it refuses, what redo makes again.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::{
        answer::{Entry, Level},
        edit::{Change, Edit, Settings},
        inspection::SignOff,
        model::Model,
    },
    tui::{
        effect::Effect,
        message::{Answer, Message},
    },
};

fn level(person: &mut Person) -> Option<u8> {
    person.inspection_of("904-DU").entries.values().find_map(Entry::level).map(Level::get)
}

#[test]
fn after_a_restart_undo_goes_on_from_the_queue_and_says_what_and_where() {
    let mut person = Person::walking();
    person.keys("2 left 3");
    let mut person = person.comes_back();
    person.keys("z").sees("Đã hoàn tác: Huyện ủy Tân Hiệp · mức đánh giá C1-01: 3 → 2");
    assert_eq!(level(&mut person), Some(2));
    let mut person = person.comes_back();
    person.keys("z").sees("2 → chưa có");
    assert_eq!(level(&mut person), None);
    person.keys("ctrl+y").sees("Đã làm lại: Huyện ủy Tân Hiệp · mức đánh giá C1-01: chưa có → 2");
    assert_eq!(level(&mut person), Some(2));
    person.keys("z z").sees("Cuộc kiểm tra đã lập không hoàn tác được");
    assert_eq!(level(&mut person), None);
}

#[test]
fn it_is_said_in_english_too() {
    let mut person = Person::walking();
    person.keys("2 ctrl+t z").sees("Undone: answer C1-01: 2 → none");
}

#[test]
fn an_action_of_several_changes_goes_back_whole_and_a_new_one_ends_redo() {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter");
    let before = person.inspection_of("904-DU");
    let mut person = person.comes_back();
    person.keys("z").sees("minh chứng V-01, dẫn minh chứng ở C1-01");
    let inspection = person.inspection_of("904-DU");
    assert!(inspection.evidence.is_empty() && inspection.entries.values().all(|entry| entry.evidence.is_empty()));
    person.keys("ctrl+y");
    assert_eq!(person.inspection_of("904-DU").evidence, before.evidence);
    person.keys("z /").types("tan hiep").keys("enter enter 1 ctrl+y").sees("Không còn gì để làm lại");
    assert!(person.inspection_of("904-DU").evidence.is_empty());
}

#[test]
fn evidence_with_a_file_is_one_action_and_one_key_takes_it_back() {
    let mut person = Person::walking();
    let path = person.folder.path().join("ấp Kinh 4A.jpg");
    std::fs::write(&path, "ảnh").expect("a file");
    person.keys("e").types(NAME).keys("tab tab tab tab").types(&path.display().to_string()).keys("enter");
    assert!(person.inspection_of("904-DU").evidence["V-01"].file.is_some());
    person.keys("z").sees("Đã hoàn tác: minh chứng V-01, dẫn minh chứng ở C1-01");
    let inspection = person.inspection_of("904-DU");
    assert!(inspection.evidence.is_empty() && inspection.entries.values().all(|entry| entry.evidence.is_empty()));
    person.keys("ctrl+y");
    assert!(person.inspection_of("904-DU").evidence["V-01"].file.is_some(), "made again with its file");
}

#[test]
fn keys_behind_undo_in_one_burst_wait_for_it_and_none_is_lost() {
    let mut person = Person::walking();
    person.keys("2 left 3 left");
    let now = support::now(500);
    let press = |person: &mut Person, key: &str| {
        let key = key.parse().expect("a key");
        person.app.update(Message::Pressed(key), now)
    };
    let asked = press(&mut person, "z");
    assert!(press(&mut person, "z").is_empty() && press(&mut person, "4").is_empty(), "they wait");
    let mut asked = std::collections::VecDeque::from(asked);
    while let Some(effect) = asked.pop_front() {
        for answer in person.keeper.perform(effect) {
            asked.extend(person.app.update(Message::Stored(Box::new(answer)), now));
        }
    }
    assert_eq!(level(&mut person), Some(4));
    person.sees("[4]");
}

#[test]
fn what_somebody_else_changed_since_is_never_overwritten() {
    let mut person = Person::walking();
    person.keys("3 g").types("của tôi").keys("enter");
    let id = person.id_of("904-DU");
    let item = person.inspection_of("904-DU").entries.keys().next().cloned().expect("an item");
    let mine = person.app.shared().settings.clone();
    let theirs = Settings { inspector: NAME.into(), ..mine.clone() };
    let note = Edit::Note(item.clone(), "của người khác".into());
    for change in [Change::Settings(theirs), Change::Inspection { id, edit: Box::new(note) }, Change::Settings(mine)] {
        person.keeper.perform(Effect::Commit(vec![change]));
    }
    let mut person = person.comes_back();
    person.keys("/").types("tan hiep").keys("enter enter left z").sees("Không hoàn tác được: ghi chú");
    assert_eq!(person.inspection_of("904-DU").entries[&item].note, "của người khác");
    person.keys("z").sees("Đã hoàn tác: mức đánh giá");
    assert_eq!(person.inspection_of("904-DU").entries[&item].note, "của người khác");
}

#[test]
fn settings_go_back_and_so_do_units_from_another_screen() {
    let mut person = Person::with_units();
    person.keys("2 /").types("huyen uy tan hiep").keys("enter enter e ctrl+u").types(NAME).keys("enter esc 1");
    person.keys("ctrl+t").sees("Queue").keys("z").sees("Hàng chờ").sees("Đã hoàn tác: cài đặt");
    person.keys("z").sees("Đã hoàn tác: thông tin Nguyễn Thị Ẵm");
    let units = &person.app.shared().units;
    assert_eq!(units.rows("904-DU").next().map(|unit| unit.name.as_str()), Some("Huyện ủy Tân Hiệp"));
    person.keys("z").sees("Đơn vị đã thêm không hoàn tác được");
}

#[test]
fn the_answer_to_a_flag_is_taken_back_where_it_was_given() {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ").keys("enter f a").types(NAME).keys("enter").sees("đã trả lời");
    person.keys("z").sees("Đã hoàn tác: trả lời cờ T").sees_no("/people").sees_no("đã trả lời (");
    assert!(person.inspection_of("904-DU").flag_answers.is_empty());
}

#[test]
fn a_step_of_a_recommendation_is_taken_back_on_the_findings_screen_and_a_signature_is_not() {
    let mut person = Person::walking();
    person
        .keys("3 k")
        .types("Gỡ ba bảng")
        .keys("tab")
        .types("Ban Dân vận")
        .keys("tab")
        .types("13/11/2023")
        .keys("enter");
    let id = person.id_of("904-DU");
    let sign_off = SignOff { by: NAME.into(), at: support::now(0).at, journal_head: "0".repeat(64) };
    let edit = Box::new(Edit::SignOff(sign_off));
    person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }]));
    assert!(person.inspection_of("904-DU").is_signed());
    person.keys("z").sees("Chữ ký không hoàn tác được").sees("mở lại cuộc kiểm tra");
    assert!(person.inspection_of("904-DU").is_signed());
    person.keys("f4 b").types("BC số 12").keys("enter");
    assert_eq!(person.inspection_of("904-DU").lives.len(), 1);
    let mut person = person.comes_back();
    person.keys("3 z").sees("Đã hoàn tác: Huyện ủy Tân Hiệp · theo dõi kiến nghị K-01").sees("Báo xong 0");
    assert!(person.inspection_of("904-DU").lives.is_empty());
    person.keys("ctrl+y").sees("Báo xong 1").keys("z z").sees("Chữ ký không hoàn tác được");
    assert!(person.inspection_of("904-DU").is_signed());
}

#[test]
fn a_model_that_was_added_leaves_the_register_again() {
    let mut person = Person::with_units();
    let unit = person.app.shared().units.rows("904-DU").next().expect("a unit").id;
    person.keeper.perform(Effect::AddModel(unit, Box::new(Model::new("MH-001", NAME, None))));
    let mut person = person.comes_back();
    person.keys("z").sees("Đã hoàn tác: Huyện ủy Tân Hiệp · mô hình MH-001");
    let answers = person.keeper.perform(Effect::LoadRegister(unit));
    let [Answer::Register { register, .. }] = answers.as_slice() else { panic!("{answers:?}") };
    assert!(register.is_empty());
}
