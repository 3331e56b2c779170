//! What may happen to a recommendation, and what may not.

use super::*;

const TEAM: &str = "Trần Thị Bình";

fn at() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2023-11-15T08:15:00+07:00").expect("a time")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn what() -> Recommendation {
    Recommendation {
        findings: std::collections::BTreeSet::new(),
        action: "Dừng ba mô hình ở ấp Kinh 4A".into(),
        owner: "Ban Dân vận Huyện ủy (Nguyễn Thị Ẵm)".into(),
        due: Some(day("2023-11-01")),
        check: String::new(),
        followed_by: String::new(),
    }
}

fn declared() -> Deed {
    Deed::Declared { by: "Nguyễn Thị Ẵm".into(), on: day("2023-11-10"), paper: "BC số 12-BC/BDV".into() }
}

fn verified(grade: Grade, by: &str) -> Deed {
    let proof =
        Proof { kind: "observation".into(), grade, text: "Ba bảng đã gỡ".into(), source: "ấp Kinh 4A".into() };
    Deed::Verified { by: by.into(), on: day("2023-11-14"), proof }
}

fn reopened() -> Deed {
    Deed::Reopened { why: "còn một bảng".into() }
}

fn withdrawn() -> Deed {
    Deed::Withdrawn { why: "đã sáp nhập ấp".into() }
}

fn delayed(until: &str) -> Deed {
    Deed::Delayed { until: day(until), by: "Lê Văn Cường".into(), why: "chờ họp dân".into() }
}

fn lived(deeds: impl IntoIterator<Item = Deed>) -> Result<Life, Unfit> {
    deeds.into_iter().try_fold(Life::default(), |life, deed| life.then(&what(), deed, TEAM, at()))
}

#[test]
fn a_recommendation_is_declared_then_verified_and_may_be_opened_again() {
    let stages = |deeds: &[Deed]| lived(deeds.to_vec()).expect("it fits").stage();
    assert_eq!(stages(&[]), Stage::Open);
    assert_eq!(stages(&[declared()]), Stage::Declared);
    assert_eq!(stages(&[declared(), verified(Grade::E3, TEAM)]), Stage::Verified);
    assert_eq!(stages(&[declared(), reopened()]), Stage::Open);
    assert_eq!(stages(&[declared(), verified(Grade::E4, TEAM), reopened()]), Stage::Open);
    assert_eq!(stages(&[withdrawn()]), Stage::Withdrawn);
    assert_eq!(stages(&[withdrawn(), reopened(), declared()]), Stage::Declared);
    assert_eq!(stages(&[delayed("2023-12-15")]), Stage::Open);
}

#[test]
fn steps_out_of_order_are_refused() {
    let closed = [declared(), verified(Grade::E3, TEAM)];
    for (before, deed, from) in [
        (&[][..], verified(Grade::E4, TEAM), Stage::Open),
        (&[][..], reopened(), Stage::Open),
        (&closed[..1], declared(), Stage::Declared),
        (&closed[..1], delayed("2023-12-15"), Stage::Declared),
        (&closed[..], declared(), Stage::Verified),
        (&closed[..], withdrawn(), Stage::Verified),
        (&[withdrawn()][..], declared(), Stage::Withdrawn),
    ] {
        let life = lived(before.to_vec()).expect("it fits so far");
        assert_eq!(life.then(&what(), deed.clone(), TEAM, at()), Err(Unfit::NotFrom(from)), "{deed:?}");
    }
}

#[test]
fn only_evidence_from_e3_on_verifies() {
    for grade in Grade::ALL {
        let told = lived([declared(), verified(grade, TEAM)]).map(|life| life.stage());
        assert_eq!(told, if grade < Grade::E3 { Err(Unfit::Weak(grade)) } else { Ok(Stage::Verified) });
    }
}

#[test]
fn neither_the_owner_nor_who_declared_it_verifies() {
    for name in ["Nguyễn Thị Ẵm", "nguyễn  thị ẵm, phó ban", "Ban Dân vận Huyện ủy"] {
        assert_eq!(lived([declared(), verified(Grade::E4, name)]), Err(Unfit::OwnWork), "{name}");
    }
    let by_another = Deed::Declared { by: "Lê Văn Cường".into(), on: day("2023-11-10"), paper: String::new() };
    assert_eq!(lived([by_another, verified(Grade::E4, "Lê Văn Cường")]), Err(Unfit::OwnWork));
    assert!(lived([declared(), verified(Grade::E4, "Nguyễn Thị Ẵ")]).is_ok(), "part of a word is another name");
}

#[test]
fn names_reasons_and_proof_may_not_be_blank_and_days_not_lie_ahead() {
    let blank = |deed| lived([deed]).expect_err("it is refused");
    assert_eq!(blank(Deed::Declared { by: " ".into(), on: day("2023-11-10"), paper: String::new() }), Unfit::Blank);
    assert_eq!(blank(Deed::Withdrawn { why: "\t".into() }), Unfit::Blank);
    assert_eq!(blank(Deed::Declared { by: TEAM.into(), on: day("2023-11-16"), paper: String::new() }), Unfit::Ahead);
    assert!(lived([Deed::Declared { by: TEAM.into(), on: day("2023-11-15"), paper: String::new() }]).is_ok());
}

#[test]
fn an_accepted_delay_moves_the_day_forward_only() {
    assert_eq!(lived([delayed("2023-11-15")]), Err(Unfit::NotLater), "today is no delay");
    let life = lived([delayed("2023-11-30")]).expect("later than both");
    assert_eq!(life.due(what().due), Some(day("2023-11-30")));
    assert_eq!(life.then(&what(), delayed("2023-11-20"), TEAM, at()), Err(Unfit::NotLater));
    assert_eq!(Life::default().due(what().due), what().due);
}

#[test]
fn what_was_verified_and_did_not_last_is_told_apart_from_what_was_never_true() {
    let never = lived([declared(), reopened()]).expect("it fits");
    assert_eq!((never.was_verified(), never.did_not_last()), (false, false));
    let lasted_not = lived([declared(), verified(Grade::E3, TEAM), reopened()]).expect("it fits");
    assert_eq!((lasted_not.was_verified(), lasted_not.did_not_last()), (true, true));
}

#[test]
fn a_life_is_read_back_as_written_and_a_broken_one_not_at_all() {
    let life = lived([declared(), reopened(), delayed("2023-12-01")]).expect("it fits");
    let written = serde_json::to_string(&life).expect("it is written");
    assert_eq!(serde_json::from_str::<Life>(&written).expect("it is read"), life);
    let mut steps: Vec<Step> = life.into();
    steps.remove(0);
    let broken = serde_json::to_string(&steps).expect("it is written");
    assert!(serde_json::from_str::<Life>(&broken).is_err());
}
