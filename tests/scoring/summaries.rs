//! What the queue and the roll-up read of an inspection.

use crate::{
    inspection::{collect, inspection, not_applicable, piece, rate, reason},
    programme::{day, item, programme},
};
use std::collections::BTreeSet;
use thucchat::domain::{
    answer::Answer,
    finding::{Finding, FindingKind, Severity},
    inspection::{Inspection, Reopening, SignOff, State},
    programme::Programme,
    recommendation::Recommendation,
    score::Circumstances,
    summary::{Summary, summarise},
};

fn two_items() -> Programme {
    programme(vec![("s", vec![item("A", 1), item("B", 1)])])
}

fn summary(inspection: &Inspection) -> Summary {
    summarise(&two_items(), inspection, &Circumstances::default())
}

fn signature() -> SignOff {
    SignOff {
        by: "Lê Văn Cường".into(),
        at: "2023-10-13T08:00:00+07:00".parse().expect("a moment"),
        journal_head: "0".repeat(64),
    }
}

#[test]
fn an_inspection_goes_from_planned_to_signed_and_back() {
    let mut inspection = inspection();
    assert_eq!(summary(&inspection).state, State::Planned);
    rate(&mut inspection, "A", 3, &[]);
    assert_eq!(summary(&inspection).state, State::Underway);
    not_applicable(&mut inspection, "B");
    assert_eq!(summary(&inspection).state, State::Ready, "a mark that is no number is a mark");
    inspection.sign_off = Some(signature());
    let signed = summary(&inspection);
    assert_eq!((signed.state, signed.signed_at, signed.version), (State::Signed, Some(signature().at), 1));
    let again = Reopening { signed: signature(), by: "đoàn".into(), at: signature().at, why: "thiếu sổ".into() };
    inspection.sign_off = None;
    inspection.reopenings.push(again);
    assert_eq!((summary(&inspection).state, summary(&inspection).version), (State::Ready, 2));
}

#[test]
fn an_inspection_that_sees_no_item_is_never_ready() {
    let mut inspection = inspection();
    inspection.plan.kind = "press".into();
    inspection.visit.people_asked = Some(3);
    let summary = summary(&inspection);
    assert_eq!((summary.state, summary.items, summary.whole), (State::Underway, 0, None));
}

#[test]
fn a_mark_on_an_item_that_the_unit_does_not_see_is_not_counted() {
    let mut inspection = inspection();
    inspection.entries.entry("LẠ".into()).or_default().answer = Some(Answer::NotVerified(reason()));
    rate(&mut inspection, "A", 3, &[]);
    let summary = summary(&inspection);
    assert_eq!((summary.answered, summary.items, summary.state), (1, 2, State::Underway));
}

#[test]
fn figures_shortfalls_and_days_are_those_of_the_inspection() {
    let mut inspection = inspection();
    collect(&mut inspection, "V-01", piece("resident", "bà Ẵm"));
    rate(&mut inspection, "A", 4, &["V-01"]);
    rate(&mut inspection, "B", 2, &["V-01"]);
    let finding = |kind, items: &[&str]| Finding {
        kind,
        items: items.iter().map(|item| (*item).into()).collect(),
        evidence: BTreeSet::new(),
        severity: Severity::Medium,
        condition: "3 trong 4 hộ đã bỏ".into(),
        criterion: String::new(),
        cause: String::new(),
        effect: String::new(),
        reply: String::new(),
        transferable: false,
    };
    inspection.findings.insert("F-01".into(), finding(FindingKind::Shortfall, &["B", "A"]));
    inspection.findings.insert("F-02".into(), finding(FindingKind::Shortfall, &["B"]));
    inspection.findings.insert("F-03".into(), finding(FindingKind::Strength, &["C"]));
    for (id, due) in [("K-01", None), ("K-02", Some(day("2024-01-31")))] {
        let recommendation = Recommendation {
            findings: BTreeSet::new(),
            action: "Hỏi lại 4 hộ".into(),
            owner: String::new(),
            due,
            check: String::new(),
            followed_by: String::new(),
        };
        inspection.recommendations.insert(id.into(), recommendation);
    }
    let summary = summary(&inspection);
    let totals = summary.whole.expect("both apply");
    assert_eq!((totals.claimed.bp(), totals.supported.bp(), totals.coverage.bp()), (7500, 6500, 10_000));
    assert_eq!(summary.band, Some("fair".into()));
    assert_eq!(summary.sections, [("s".into(), totals)].into());
    assert_eq!(summary.shortfalls, ["A".into(), "B".into()]);
    let due: Vec<_> = summary.recommendations.iter().map(|one| one.due).collect();
    assert_eq!(due, [None, Some(day("2024-01-31"))]);
    assert_eq!(summary.lead, "Nguyễn Thị Ẵm");
}
