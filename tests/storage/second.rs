//! Second looks in a vault: they come back, and stand in no list of inspections.

use super::samples::*;
use thucchat::{
    domain::{
        draw::{Draw, FrozenList, Order},
        edit::{Change, Edit},
        inspection::{SignOff, State},
        second::Second,
    },
    store::Vault,
};

/// A second look at inspection 1 that drew three of its items.
fn second() -> Second {
    let draw = Draw::new(Order {
        list: FrozenList::freeze(
            [1, 2, 3, 4].map(|number| (["C1-01", "C1-02", "C1-03", "C1-04"][number - 1], HOSTILE)),
        )
        .expect("a list"),
        unit_seed: "246813579024".into(),
        team_seed: "681357902468".into(),
        code: "904-1".into(),
        day: day("2023-10-20"),
        size: 3,
        at: time("2023-10-20T08:00:00+07:00"),
        by: ACTOR.into(),
        instead: None,
        earlier: Vec::new(),
    });
    let (draw, opened) = (draw.expect("a draw"), Vec::new());
    let mut second = Second { of: id(1), version: 1, by: HOSTILE.into(), draw, marks: [].into(), opened };
    let marks = second.items().into_iter().zip([3, 1]);
    second.marks = marks
        .map(|(item, level)| {
            let level = thucchat::domain::answer::Level::new(level).expect("a level");
            (item, thucchat::domain::answer::Answer::Rated(level))
        })
        .collect();
    second
}

#[test]
fn a_second_look_comes_back_after_reopening_and_after_a_rebuild_and_is_counted_nowhere() {
    let mut sample = Sample::new();
    let programme = sample.programme.clone();
    let items = second().items();
    let edit = |edit| Change::Inspection { id: id(7), edit: Box::new(edit) };
    let vault = sample.vault();
    vault.commit(ACTOR, vec![plan(7, &programme), edit(Edit::Second(Box::new(second())))]).expect("drawn");
    for item in &items {
        let level = thucchat::domain::answer::Level::new(2).map(thucchat::domain::answer::Answer::Rated);
        vault.commit(ACTOR, vec![edit(Edit::Answer(item.clone(), level))]).expect("a mark");
    }
    let late = vault.commit(ACTOR, vec![edit(Edit::Second(Box::new(second())))]);
    assert!(late.is_err(), "nothing is drawn once something is recorded");
    let sign_off = SignOff { by: HOSTILE.into(), ..sign_off() };
    vault.commit(ACTOR, vec![edit(Edit::SignOff(sign_off))]).expect("signed");
    let before = vault.inspection(id(7)).expect("readable").expect("it is there");
    let is_right = |vault: &Vault| {
        assert_eq!(vault.inspection(id(7)).expect("readable").as_ref(), Some(&before));
        assert_eq!(vault.summaries().len(), 1, "the second look is in no list");
        let looks: Vec<_> = vault.looks_at(id(1)).collect();
        assert_eq!(looks.len(), 1);
        assert_eq!(looks[0].state, State::Signed);
        let looked = looks[0].second.as_ref().expect("a second look");
        assert_eq!((looked.of, looked.by.as_str(), looked.pairs.len()), (id(1), HOSTILE, 3));
        assert_eq!(looked.pairs.iter().filter(|pair| pair.first.is_some()).count(), 2);
        assert!(looked.pairs.iter().all(|pair| pair.second.map(thucchat::domain::answer::Level::get) == Some(2)));
        assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    };
    is_right(sample.vault());
    assert_eq!(sample.reopen(), Vec::<String>::new());
    is_right(sample.vault());
    let history = sample.vault().history(id(7)).expect("readable");
    assert!(history.iter().any(|line| line.field == "second" && line.to.contains(items[0].as_str())));
    let dir = sample.dir();
    sample.close();
    std::fs::remove_dir_all(dir.join("index")).expect("the index is gone");
    is_right(&Vault::open(&dir).expect("rebuilt").vault);
}
