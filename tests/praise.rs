//! Nominations for praise: only what was verified, and with the reason where nothing is put forward.

#[path = "flags/case.rs"]
#[expect(dead_code, reason = "shared with the tests of flags")]
mod case;

use case::{filled, piece, shipped};
use proptest::{collection::vec, prelude::*};
use thucchat::domain::{
    edit::Edit,
    evidence::Grade,
    inspection::{Inspection, SignOff},
    nomination::{Barrier, Candidate, Nominations, Subject},
};

/// A strength at C1-01 that rests on `evidence`, with whatever else the file says.
fn strength(transferable: bool, evidence: &str, more: &str) -> String {
    format!(
        "[[finding]]\nid = \"F-01\"\nkind = \"strength\"\nitems = [\"C1-01\"]\nevidence = [{evidence}]\ntransferable = {transferable}\n\
         condition = \"Nguyễn Thị Ẵm, ấp Kinh 4A, \\\"đẩy mạnh\\\": 12/12 hộ làm\"\n{more}"
    )
}

fn signed(file: &str) -> Inspection {
    let mut inspection = filled(1, file);
    let at = "2023-10-12T16:30:00+07:00".parse().expect("a time");
    let sign_off = SignOff { by: "Trần Thị Bình".into(), at, journal_head: "0".repeat(64) };
    inspection.apply(Edit::SignOff(sign_off)).expect("it is not signed");
    inspection
}

fn candidate(file: &str) -> Candidate {
    let nominations = Nominations::of(shipped(), &signed(file)).expect("it is signed");
    nominations.candidates.into_iter().next().expect("a strength")
}

#[test]
fn a_transferable_strength_on_a_sampled_record_is_put_forward_with_its_evidence() {
    let file = piece("V-01", "record_sample") + &piece("V-02", "document") + &strength(true, "\"V-01\", \"V-02\"", "");
    let candidate = candidate(&file);
    assert!(candidate.is_nominated());
    assert_eq!(candidate.subject, Subject::Strength("F-01".into()));
    assert_eq!(candidate.grade, Grade::E3);
    assert_eq!(candidate.evidence, ["V-01".into()], "the unit's own paper is no proof, and is not shown as one");
}

#[test]
fn what_the_unit_says_of_itself_is_not_put_forward() {
    for (kind, grade) in [("leaders_statement", Grade::E1), ("document", Grade::E2), ("photo", Grade::E2)] {
        let file = piece("V-01", kind) + &strength(true, "\"V-01\"", "");
        assert_eq!(candidate(&file).barriers, [Barrier::Unproven(grade)], "{kind}");
    }
    assert_eq!(candidate(&strength(true, "", "")).barriers, [Barrier::Unproven(Grade::E0)]);
}

#[test]
fn evidence_that_speaks_against_it_has_expired_or_is_of_another_year_proves_nothing() {
    for mark in ["contradicts = true\n", "expires = 2023-01-31\n"] {
        let file = piece("V-01", "observation") + mark + &strength(true, "\"V-01\"", "");
        assert_eq!(candidate(&file).barriers, [Barrier::Unproven(Grade::E0)], "{mark}");
    }
    let old = piece("V-01", "observation").replace("2023-10-12", "2021-10-12");
    assert_eq!(candidate(&(old + &strength(true, "\"V-01\"", ""))).barriers, [Barrier::Unproven(Grade::E0)]);
}

#[test]
fn a_strength_that_nobody_can_take_over_or_that_other_findings_contradict_is_not_put_forward() {
    let seen = piece("V-01", "observation");
    let of = |more: &str, transferable| candidate(&(seen.clone() + &strength(transferable, "\"V-01\"", more))).barriers;
    assert_eq!(of("", false), [Barrier::NotTransferable]);
    let rated = |level: u8| format!("[[answer]]\nitem = \"C1-01\"\nrating = {level}\nevidence = [\"V-01\"]\n");
    let low = thucchat::domain::answer::Level::new(1).expect("a level");
    assert_eq!(of(&rated(1), true), [Barrier::RatedLow("C1-01".into(), low)]);
    assert_eq!(of(&rated(2), true), [], "level 2 does not speak against it");
    let short = |item: &str| {
        format!(
            "[[finding]]\nid = \"F-02\"\nkind = \"shortfall\"\nitems = [\"{item}\"]\ncondition = \"sổ thiếu 3 trang\"\n"
        )
    };
    assert_eq!(of(&short("C1-01"), true), [Barrier::Shortfall("F-02".into(), "C1-01".into())]);
    assert_eq!(of(&short("C1-02"), true), [], "a shortfall elsewhere does not");
}

#[test]
fn nothing_is_put_forward_before_the_signature() {
    let file = piece("V-01", "observation") + &strength(true, "\"V-01\"", "");
    assert_eq!(Nominations::of(shipped(), &filled(1, &file)), None);
    let nothing = Nominations::of(shipped(), &signed("")).expect("it is signed");
    assert!(nothing.candidates.is_empty() && !nothing.has_any());
}

proptest! {
    /// However many pieces of E0–E2 there are, and of however many sources: praise cannot be bought with paper.
    #[test]
    fn no_number_of_papers_and_statements_makes_a_nomination(kinds in vec(0_usize..5, 0..20)) {
        let papers = ["leaders_statement", "document", "minutes", "photo", "interview_staff"];
        let pieces: String = kinds.iter().enumerate().map(|(n, kind)| piece(&format!("V-{n:02}"), papers[*kind])).collect();
        let cited: Vec<String> = (0..kinds.len()).map(|n| format!("\"V-{n:02}\"")).collect();
        let candidate = candidate(&(pieces + &strength(true, &cited.join(", "), "")));
        prop_assert!(!candidate.is_nominated() && candidate.evidence.is_empty());
    }
}
