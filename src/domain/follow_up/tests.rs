//! What is followed: states of a day, filters, matters, narrowing.

use super::*;
use crate::domain::{
    edit::Edit,
    evidence::{Evidence, Grade},
    finding::{Finding, FindingKind},
    ids::{EvidenceId, InspectionId, ItemId, UnitId},
    inspection::{Inspection, Plan},
    life::{Deed, Life, Proof},
    period::Period,
    recommendation::Recommendation,
    summary::without_programme,
};
use chrono::{DateTime, Days};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

fn today() -> NaiveDate {
    "2023-11-15".parse().expect("a day")
}

fn in_days(days: i64) -> Option<NaiveDate> {
    let far = Days::new(days.unsigned_abs());
    if days < 0 { today().checked_sub_days(far) } else { today().checked_add_days(far) }
}

fn matter(due: Option<NaiveDate>, has_owner: bool) -> Matter {
    let number = Number::Recommendation("K-01".into());
    Matter { number, due, stage: Stage::Open, has_owner, severity: None, strength: false }
}

fn finding(kind: FindingKind, severity: Severity, evidence: &[&str]) -> Finding {
    let evidence = evidence.iter().map(|id| EvidenceId::from(*id)).collect();
    let (condition, criterion) = ("Ấp Kinh 4A: \"đẩy mạnh\"".to_owned(), String::new());
    let (cause, effect, reply) = (String::new(), String::new(), String::new());
    Finding {
        kind,
        items: BTreeSet::new(),
        evidence,
        severity,
        condition,
        criterion,
        cause,
        effect,
        reply,
        transferable: false,
    }
}

fn recommendation(findings: &[&str], owner: &str, due: Option<NaiveDate>) -> Recommendation {
    let findings = findings.iter().map(|id| FindingId::from(*id)).collect();
    let (action, owner) = ("Dừng ba mô hình".to_owned(), owner.to_owned());
    Recommendation { findings, action, owner, due, check: String::new(), followed_by: String::new() }
}

fn piece() -> Evidence {
    Evidence {
        kind: "observation".into(),
        text: "3/4 hộ còn làm".into(),
        source: String::new(),
        collected: None,
        expires: None,
        file: None,
        contradicts: false,
    }
}

fn inspection() -> Inspection {
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(1)),
        kind: "party_committee".into(),
        round: "2023-so-ket".into(),
        period: Period::default(),
        programme: "ab12".into(),
        due: None,
        lead: String::new(),
    };
    let mut inspection = Inspection::new(InspectionId(Uuid::from_u128(9)), plan);
    inspection.evidence.extend([("V-01".into(), piece()), ("V-02".into(), piece())]);
    inspection.findings.extend([
        ("F-01".into(), finding(FindingKind::Shortfall, Severity::Low, &["V-01"])),
        ("F-02".into(), finding(FindingKind::Shortfall, Severity::High, &[])),
        ("F-03".into(), finding(FindingKind::Shortfall, Severity::Medium, &[])),
        ("F-04".into(), finding(FindingKind::Strength, Severity::High, &[])),
    ]);
    inspection.recommendations.extend([
        ("K-01".into(), recommendation(&["F-01", "F-02"], "Ban Dân vận", in_days(-1))),
        ("K-02".into(), recommendation(&[], " ", None)),
        ("K-03".into(), recommendation(&["F-02"], "Nguyễn Thị Ẵm", in_days(40))),
    ]);
    inspection
}

fn matters() -> Matters {
    Matters::of(&inspection()).expect("matters")
}

fn numbers(list: &[Matter]) -> Vec<&str> {
    list.iter().map(|matter| matter.number.as_str()).collect()
}

#[test]
fn a_day_is_overdue_from_the_next_day_on_and_soon_up_to_the_thirtieth() {
    assert_eq!(state(in_days(-1), today()), State::Overdue(1));
    assert_eq!(state(in_days(0), today()), State::DueSoon(0));
    assert_eq!(state(in_days(30), today()), State::DueSoon(30));
    assert_eq!(state(in_days(31), today()), State::Later(31));
    assert_eq!(state(None, today()), State::NoDay);
}

#[test]
fn each_filter_takes_its_side_of_the_threshold() {
    let takes = |which: Which, days, owner| which.takes(&matter(in_days(days), owner), today());
    assert!(takes(Which::Overdue, -1, true) && !takes(Which::Overdue, 0, true));
    assert!(takes(Which::DueSoon, 0, true) && takes(Which::DueSoon, 30, true));
    assert!(!takes(Which::DueSoon, -1, true) && !takes(Which::DueSoon, 31, true));
    assert!(takes(Which::Unassigned, 5, false) && !takes(Which::Unassigned, 5, true));
    assert!(Which::Unassigned.takes(&matter(None, true), today()));
    assert!(takes(Which::Open, 400, true) && !takes(Which::Strengths, 400, true));
}

#[test]
fn a_strength_is_never_something_to_be_done() {
    let strength = Matter { strength: true, ..matter(None, false) };
    for which in Which::ALL {
        assert_eq!(which.takes(&strength, today()), which == Which::Strengths, "{which:?}");
    }
}

#[test]
fn the_filters_go_around_and_miss_none() {
    let mut gone = vec![Which::Open];
    while gone.last().map(|last| last.next()) != Some(Which::Open) && gone.len() < 9 {
        gone.extend(gone.last().map(|last| last.next()));
    }
    assert_eq!(gone, Which::ALL);
}

#[test]
fn matters_are_recommendations_shortfalls_without_one_and_strengths() {
    let list = matters().list();
    assert_eq!(numbers(&list), ["K-01", "K-02", "K-03", "F-03", "F-04"]);
    assert_eq!(list[0].severity, Some(Severity::High), "the gravest of the two shortfalls it answers");
    assert_eq!((list[1].severity, list[1].has_owner), (None, false), "blanks name nobody");
    assert_eq!((list[3].severity, list[3].strength), (Some(Severity::Medium), false));
    assert_eq!((list[4].severity, list[4].strength), (None, true));
}

#[test]
fn the_earliest_day_comes_first_the_gravest_of_a_day_next_and_no_day_last() {
    let grave = Matter { severity: Some(Severity::High), ..matter(in_days(3), true) };
    let slight = Matter { severity: Some(Severity::Low), ..grave.clone() };
    let unanswered = Matter { severity: None, ..grave.clone() };
    let sooner = matter(in_days(2), true);
    let undated = Matter { due: None, ..grave.clone() };
    let ordered = [&sooner, &grave, &slight, &unanswered, &undated];
    assert!(ordered.windows(2).all(|pair| pair[0].place() < pair[1].place()));
}

#[test]
fn what_is_followed_keeps_only_the_evidence_of_findings() {
    assert_eq!(matters().evidence.keys().map(EvidenceId::as_str).collect::<Vec<_>>(), ["V-01"]);
    let mut blank = inspection();
    (blank.findings, blank.recommendations) = (BTreeMap::new(), BTreeMap::new());
    assert_eq!(Matters::of(&blank), None);
}

#[test]
fn narrowing_leaves_what_is_shown_with_what_belongs_to_it() {
    let narrowed = |shown: &[Number]| {
        let mut inspection = inspection();
        narrow(&mut inspection, &shown.iter().cloned().collect());
        let findings = inspection.findings.keys().map(ToString::to_string);
        findings.chain(inspection.recommendations.keys().map(ToString::to_string)).collect::<Vec<_>>()
    };
    assert_eq!(narrowed(&[Number::Recommendation("K-03".into())]), ["F-02", "K-03"]);
    assert_eq!(narrowed(&[Number::Finding("F-02".into())]), ["F-02", "K-01", "K-03"]);
    assert_eq!(narrowed(&[Number::Finding("F-03".into())]), ["F-03"]);
    assert!(narrowed(&[Number::Recommendation("K-99".into())]).is_empty());
}

/// The inspection with the life of `K-01` gone on by these deeds.
fn lived(deeds: Vec<Deed>) -> Inspection {
    let mut inspection = inspection();
    let at = DateTime::parse_from_rfc3339("2023-11-15T08:15:00+07:00").expect("a time");
    let what = inspection.recommendations[&RecommendationId::from("K-01")].clone();
    let fits = |life: Life, deed| life.then(&what, deed, "Trần Thị Bình", at).expect("it fits");
    let life = deeds.into_iter().fold(Life::default(), fits);
    inspection.apply(Edit::Life("K-01".into(), life)).expect("there is such a recommendation");
    inspection
}

fn declared() -> Deed {
    Deed::Declared { by: "Nguyễn Thị Ẵm".into(), on: today(), paper: "BC số 12-BC/BDV".into() }
}

fn verified() -> Deed {
    let (text, source) = ("Ba bảng đã gỡ".to_owned(), "ấp Kinh 4A".to_owned());
    let proof = Proof { kind: "observation".into(), grade: Grade::E4, text, source };
    Deed::Verified { by: "Trần Thị Bình".into(), on: today(), proof }
}

fn taken(inspection: &Inspection, which: Which) -> Vec<String> {
    let list = Matters::of(inspection).expect("matters").list();
    list.iter().filter(|matter| which.takes(matter, today())).map(|matter| matter.number.as_str().to_owned()).collect()
}

#[test]
fn what_is_declared_verified_or_withdrawn_is_no_longer_open_and_stands_under_its_own_name() {
    assert_eq!(taken(&lived(Vec::new()), Which::Overdue), ["K-01"]);
    for (deeds, which) in [
        (vec![declared()], Which::Declared),
        (vec![declared(), verified()], Which::Verified),
        (vec![Deed::Withdrawn { why: "ấp đã sáp nhập".into() }], Which::Withdrawn),
    ] {
        let inspection = lived(deeds);
        assert_eq!(taken(&inspection, which), ["K-01"]);
        assert_eq!(taken(&inspection, Which::Open), ["K-02", "K-03", "F-03"]);
        assert!(taken(&inspection, Which::Overdue).is_empty());
    }
}

#[test]
fn an_accepted_delay_makes_an_overdue_matter_due_later() {
    let until = in_days(10).expect("a day");
    let inspection =
        lived(vec![Deed::Delayed { until, by: "Lê Văn Cường".into(), why: "chờ họp dân".into() }]);
    assert_eq!(taken(&inspection, Which::DueSoon), ["K-01"]);
    assert_eq!(inspection.due(&"K-01".into()), Some(until));
}

#[test]
fn the_next_inspection_hears_what_is_open_or_only_declared_and_what_was_found_at_its_items() {
    let mut before = lived(vec![declared()]);
    before.findings.get_mut(&FindingId::from("F-02")).expect("a finding").items.insert("C1-05".into());
    let earlier = Earlier::of([&before]);
    let item = ItemId::from("C1-05");
    let here: Vec<_> = earlier.open_at(&item).map(|matter| (matter.number.as_str(), matter.stage)).collect();
    assert_eq!(here, [("K-01", Stage::Declared), ("K-03", Stage::Open)]);
    assert_eq!(earlier.open_elsewhere().map(|matter| matter.number.as_str()).collect::<Vec<_>>(), ["K-02"]);
    assert_eq!(earlier.shortfalls_at(&item).map(|found| found.number.as_str()).collect::<Vec<_>>(), ["F-02"]);
    assert!(!earlier.shortfalls[1].closed, "K-03 is still open");
    let closed = Earlier::of([&lived(vec![declared(), verified()])]);
    assert!(!closed.open.iter().any(|matter| matter.number.as_str() == "K-01"), "what was verified comes up no more");
}

#[test]
fn a_shortfall_at_an_item_of_an_earlier_shortfall_is_a_repeated_one() {
    let mut before = inspection();
    before.findings.get_mut(&FindingId::from("F-02")).expect("a finding").items.insert("C1-05".into());
    let summary = without_programme(&before);
    let rounds = |items: &[&str]| {
        let items: BTreeSet<ItemId> = items.iter().map(|item| ItemId::from(*item)).collect();
        repeats(&items, [&summary]).map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(rounds(&["C1-04", "C1-05"]), ["2023-so-ket"]);
    assert!(rounds(&["C1-04"]).is_empty());
}
