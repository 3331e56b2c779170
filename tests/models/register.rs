//! The register in the vault: what is kept comes back, what is refused changes nothing, and every value has a history.

use super::samples::*;
use thucchat::{
    domain::{
        ids::ModelId,
        model::{Model, NotTaken, State},
    },
    store::CommitError,
};
use uuid::Uuid;

fn full() -> Model {
    let mut model = running("MH-01");
    model.life.step(State::Recognised, Some(day("2022-09-02"))).expect("it is recognised");
    Model {
        field: "Kinh tế".into(),
        place: "ấp Kinh 4A".into(),
        owner: "Chi hội Nông dân".into(),
        partners: "Đoàn xã".into(),
        recognised: Some(day("2022-09-02")),
        awarded: Some(day("2022-11-20")),
        last_activity: Some(day("2023-09-30")),
        baseline: "17 hộ nghèo (sổ xã, 2021)".into(),
        goal: "còn 5 hộ".into(),
        indicator: "số hộ nghèo, sổ của xã".into(),
        leader: true,
        beneficiaries: Some(42),
        ..model
    }
}

#[test]
fn a_register_comes_back_after_reopening_and_after_a_rebuild_and_counts_without_being_read() {
    let mut home = Home::new();
    home.commit(vec![put(1, 1, Some(full())), put(1, 2, Some(running("MH-02"))), put(2, 3, Some(running("MH-01")))]);
    let mut stopped = running("MH-02");
    stopped.life.step(State::Stopped, None).expect("it stops");
    home.commit(vec![put(1, 2, Some(stopped.clone()))]);
    for _ in 0..2 {
        let register = home.vault().register(unit(1).id).expect("a register");
        assert_eq!(register.len(), 2);
        assert_eq!(register.get(ModelId(Uuid::from_u128(1))), Some(&full()));
        assert_eq!(register.coded("MH-02").map(|(_, model)| model), Some(&stopped));
        let census = home.vault().census(unit(1).id);
        assert_eq!((census.all(), census.living(), census.recognised()), (2, 1, 1));
        assert_eq!(census.in_state(State::Stopped), 1);
        assert_eq!(home.vault().census(unit(2).id).all(), 1);
        assert_eq!(home.vault().censuses().count(), 2);
        assert_eq!(home.reopen(), 0);
    }
    let hash = home.vault().content_hash().expect("a hash");
    assert_eq!(home.vault().rebuild(&mut |_| {}).expect("a rebuild").content_hash, hash);
    assert!(home.vault().verify(&mut |_| {}).expect("a look").is_sound());
    assert_eq!(home.vault().register(unit(1).id).expect("a register").len(), 2);
}

#[test]
fn an_entry_made_by_mistake_is_taken_out_and_can_be_put_back() {
    let mut home = Home::new();
    home.commit(vec![put(1, 1, Some(full()))]);
    home.commit(vec![put(1, 1, None)]);
    assert!(home.vault().register(unit(1).id).expect("a register").is_empty());
    assert_eq!(home.vault().census(unit(1).id).all(), 0);
    home.reopen();
    home.commit(vec![put(1, 1, Some(full()))]);
    let mut lines = home.vault().history(unit(1).id).expect("a history");
    lines.retain(|line| line.field.starts_with("model/"));
    let told: Vec<(&str, &str)> = lines.iter().map(|line| (line.from.as_str(), line.to.as_str())).collect();
    let words = lines[0].to.as_str();
    assert!(words.starts_with("MH-01 · recognised · 2022-09-02 · Nguyễn Thị Ẵm"), "{words}");
    assert_eq!(told, [("", words), (words, ""), ("", words)]);
    assert!(lines.iter().all(|line| line.actor == ACTOR));
}

#[test]
fn a_code_stands_once_in_a_register_and_a_register_is_a_known_units() {
    let mut home = Home::new();
    home.commit(vec![put(1, 1, Some(running("MH-01")))]);
    let head = home.vault().head();
    let mut refused = |change| home.vault().commit(ACTOR, vec![change]).expect_err("refused");
    assert!(matches!(
        refused(put(1, 2, Some(running("MH-01")))),
        CommitError::NotTaken(NotTaken::Twice(code)) if code == "MH-01"
    ));
    assert!(matches!(refused(put(1, 2, Some(running(" ")))), CommitError::NotTaken(NotTaken::NoCode)));
    let nameless = Model { name: "\t".into(), ..running("MH-02") };
    assert!(matches!(refused(put(1, 2, Some(nameless))), CommitError::NotTaken(NotTaken::NoName)));
    assert!(matches!(refused(put(7, 2, Some(running("MH-02")))), CommitError::UnknownUnit { .. }));
    assert_eq!(home.vault().head(), head, "nothing of it was kept");
    // Within one action codes may change hands.
    home.commit(vec![put(1, 1, Some(running("MH-02"))), put(1, 2, Some(running("MH-01")))]);
}

#[test]
fn a_list_holds_what_the_unit_counts_as_living_in_the_order_of_codes() {
    let mut home = Home::new();
    let ended = |code: &str, state| {
        let mut model = Model::new(code, "Tổ tự quản", None);
        model.life.step(state, None).expect("it ends");
        Some(model)
    };
    home.commit(vec![
        put(1, 1, Some(running("MH-09"))),
        put(1, 2, Some(Model::new("MH-03", "Chỉ mới đăng ký", None))),
        put(1, 3, ended("MH-04", State::Merged)),
        put(1, 4, ended("MH-05", State::Stopped)),
        put(1, 5, ended("MH-06", State::Refused)),
    ]);
    let list = home.vault().register(unit(1).id).expect("a register").freeze().expect("a list");
    assert_eq!(list.lines().map(|(code, _)| code).collect::<Vec<_>>(), ["MH-03", "MH-09"]);
    assert_eq!((list.number("MH-09"), list.number("MH-04")), (Some(2), None));
}
