//! U08 and T21, and the seal on the unit's score of itself.

use crate::case::{VISIT, codes, filled, flags, item, shipped};
use thucchat::{
    domain::{
        answer::{Answer, Level},
        edit::{Edit, Refusal},
        flags::Flag,
        inspection::Inspection,
        score::{Circumstances, assess},
        seal::Seal,
        self_score::SelfScore,
        share::Share,
    },
    intake::fill,
};

/// Every item that the unit sees rated 2 on evidence that carries it: supported is 50.
fn judged(points: &str) -> String {
    let kind = "party_committee".into();
    let answer = |id: &str| format!("[[answer]]\nitem = \"{id}\"\nrating = 2\nevidence = [\"V-01\"]\n");
    let answers: String = shipped().items_for(&kind).map(|(_, item)| answer(item.id.as_str())).collect();
    let evidence = "[[evidence]]\nid = \"V-01\"\nkind = \"observation\"\ntext = \"Sổ ghi 3 buổi\"\n";
    format!("{}{evidence}{answers}", own(points))
}

fn own(points: &str) -> String {
    format!("[self_score]\npoints = \"{points}\"\nby = \"Nguyễn Thị Ẵm\"\non = 2023-10-02\n")
}

fn score(bp: u16) -> SelfScore {
    let on = "2023-10-02".parse().expect("a day");
    SelfScore { share: Share::from_bp(bp), by: "Nguyễn Thị Ẵm".into(), on }
}

fn seal(inspection: &Inspection) -> Seal<'_> {
    Seal::of(inspection, &assess(shipped(), inspection, &Circumstances::default()))
}

fn mark(id: &str, level: Option<u8>) -> Edit {
    Edit::Answer(item(id), level.and_then(Level::new).map(Answer::Rated))
}

#[test]
fn u08_a_self_score_ten_points_above_the_evidence_is_asked_about_and_less_is_not() {
    assert!(matches!(flags(&judged("60"), "U08")[..], [Flag::SelfPraise { .. }]));
    assert_eq!(flags(&judged("59,99"), "U08"), []);
    assert_eq!(flags(&judged("20"), "U08"), [], "modesty is no question");
}

#[test]
fn u08_waits_until_every_item_has_a_mark_since_it_would_break_the_seal() {
    let open = format!("{}{VISIT}[[answer]]\nitem = \"C1-01\"\nrating = 0\n", own("100"));
    assert_eq!(flags(&open, "U08"), [], "the team has left, but items are open");
}

#[test]
fn a_self_score_is_given_and_changed_before_the_first_mark_only() {
    let mut inspection = filled(1, &own("78,5"));
    assert_eq!(seal(&inspection), Seal::Before(&score(7850)));
    inspection.apply(Edit::SelfScore(Some(score(8000)))).expect("no item has a mark");
    inspection.apply(mark("C1-01", Some(3))).expect("nothing is signed");
    assert_eq!(inspection.apply(Edit::SelfScore(Some(score(5000)))), Err(Refusal::Sealed));
    assert_eq!(inspection.apply(Edit::SelfScore(None)), Err(Refusal::Sealed));
    assert_eq!(inspection.apply(Edit::SelfScore(Some(score(8000)))), Ok(()), "the same again changes nothing");
    assert!(matches!(seal(&inspection), Seal::Sealed(_)));
    inspection.apply(mark("C1-01", None)).expect("nothing is signed");
    assert_eq!(inspection.apply(Edit::SelfScore(None)), Ok(()), "with the last mark the seal goes, too");
}

#[test]
fn the_seal_opens_when_every_item_has_a_mark_and_tells_the_difference() {
    let inspection = filled(1, &judged("62,5"));
    let Seal::Opened(_, beside) = seal(&inspection) else { panic!("{:?}", seal(&inspection)) };
    assert_eq!((beside.supported.bp(), beside.difference), (5000, 1250));
}

#[test]
fn a_sealed_inspection_is_written_and_read_back_and_another_score_is_refused_in_the_file() {
    let inspection = filled(1, &judged("62,5"));
    let file = fill::write(&inspection);
    assert!(file.contains("points = \"62,50\""), "{file}");
    assert_eq!(filled(1, &file), inspection, "into an empty one");
    fill::read(&file, shipped(), &inspection).expect("into itself");
    let mistakes = fill::read(&own("99"), shipped(), &inspection).expect_err("sealed");
    assert_eq!(mistakes.len(), 1, "{mistakes:?}");
    for wrong in ["100,5", "-3", "tám mươi", "78,555"] {
        fill::read(&own(wrong), shipped(), &filled(1, "")).expect_err(wrong);
    }
}

const STRENGTH: &str =
    "[[finding]]\nid = \"F-01\"\nkind = \"strength\"\nitems = [\"C1-01\"]\ncondition = \"26 trong 30 hồ sơ\"\n";

#[test]
fn t21_asks_what_can_be_carried_over_once_the_visit_closes() {
    assert_eq!(flags(STRENGTH, "T21"), [], "the visit goes on");
    let strengths = |file: &str| match &flags(&(VISIT.to_owned() + file), "T21")[..] {
        [] => None,
        [Flag::NothingCarriedOver { strengths }] => Some(*strengths),
        other => panic!("{other:?}"),
    };
    assert_eq!(strengths(""), Some(0));
    assert_eq!(strengths(STRENGTH), Some(1));
    assert_eq!(strengths(&format!("{STRENGTH}transferable = true\n")), None);
    assert_eq!(strengths(&STRENGTH.replace("strength", "shortfall")), Some(0));
    let shortfall = STRENGTH.replace("strength", "shortfall");
    assert_eq!(strengths(&format!("{shortfall}transferable = true\n")), Some(0), "only strengths are carried over");
    let reason = format!("{VISIT}no_transferable = \"Mô hình dựa vào một nhà tài trợ, nơi khác không có\"\n");
    assert!(!codes(&reason).contains("T21"));
    assert!(
        codes(&VISIT.replace("[visit]\n", "[visit]\nno_transferable = \"  \"\n")).contains("T21"),
        "a blank is no reason"
    );
}
