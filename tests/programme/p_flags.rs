//! P01–P05, each on both sides of its threshold, on the programme of school kitchens. The weights there: a school sees
//! BEP-1 2, BEP-2 3, BEP-3 4, BEP-5 2, BEP-6 2 (13 in all), a caterer BEP-1 2, BEP-2 3, BEP-3 4, BEP-4 2 (11 in all).

use super::{KITCHENS, lines};
use thucchat::{
    domain::{
        flags::programme::{ProgrammeFlag, flags},
        lang::Lang,
        share::Share,
    },
    intake::programme,
};

/// The flags of the good file after some edits, each of which must find its place.
fn raised(edits: &[(&str, &str)]) -> Vec<ProgrammeFlag> {
    let mut file = KITCHENS.to_owned();
    for (right, wrong) in edits {
        assert!(file.contains(right), "{right:?}");
        file = file.replacen(right, wrong, 1);
    }
    let read = programme::read(file.as_bytes()).unwrap_or_else(|mistakes| panic!("{:#?}", lines(&mistakes, Lang::En)));
    flags(&read.programme)
}

/// An edit that sets a threshold.
fn threshold(line: &str) -> String {
    format!("[thresholds]\n{line}\n\n[scoring]")
}

/// BEP-2 with these kinds of evidence alone.
const BEP_2: &str = "evidence = [\"nhin-bep\", \"do-nhiet\"]\ncritical = true";

#[test]
fn p01_speaks_when_a_document_alone_can_satisfy_more_weight_than_allowed() {
    let paper = (BEP_2, "evidence = [\"so-luu\"]\ncritical = true");
    let flag = |most| ProgrammeFlag::PaperWeight {
        kind: "caterer".into(),
        share: Share::from_bp(2727),
        most: Share::from_bp(most),
    };
    assert_eq!(raised(&[paper, ("[scoring]", &threshold("paper_weight = 2727"))]), [], "3 of 11");
    assert_eq!(raised(&[paper, ("[scoring]", &threshold("paper_weight = 2726"))]), [flag(2726)], "for that kind alone");
    assert_eq!(flag(2726).code(), "P01");
    let more = ("[scoring]", &*threshold("paper_weight = 0"));
    let beyond = (BEP_2, "evidence = [\"so-luu\", \"nhin-bep\"]\ncritical = true");
    assert_eq!(raised(&[beyond, more]), [], "one kind of evidence beyond paper is enough");
    let record = ("family = \"documentary\"\ngrade = \"E2\"", "family = \"documentary\"\ngrade = \"E3\"");
    assert_eq!(raised(&[paper, more, record]), [], "a record that the team samples is no paper of the unit");
    let said = ("family = \"documentary\"\ngrade = \"E2\"", "family = \"testimonial\"\ngrade = \"E2\"");
    assert_eq!(raised(&[paper, more, said]), [], "what people say is no document");
    let about = ("measures = \"process\"\nweight = 3", "measures = \"paper\"\nweight = 3");
    assert_eq!(raised(&[about, more]), [], "an item about paper may be proved otherwise");
}

#[test]
fn p02_speaks_when_a_kind_sees_more_items_than_allowed() {
    assert_eq!(raised(&[("[scoring]", &threshold("items_per_kind = 5"))]), []);
    let flag = ProgrammeFlag::TooManyItems { kind: "school".into(), items: 5, most: 4 };
    assert_eq!(flag.code(), "P02");
    assert_eq!(raised(&[("[scoring]", &threshold("items_per_kind = 4"))]), [flag], "a caterer sees four");
}

#[test]
fn p03_speaks_of_items_without_evidence_or_anyone_to_ask() {
    let flag = |item: &str| ProgrammeFlag::NothingToAsk { item: item.into() };
    assert_eq!(raised(&[("ask_whom = { vi = \"Tài xế.\", en = \"Drivers.\" }\n", "")]), [flag("BEP-4")]);
    assert_eq!(raised(&[(BEP_2, "critical = true")]), [flag("BEP-2")], "which is no paper for P01");
    assert_eq!(raised(&[(BEP_2, "evidence = []")]), [flag("BEP-2")]);
    assert_eq!(flag("BEP-2").code(), "P03");
}

#[test]
fn p04_speaks_of_sections_that_no_kind_can_reach() {
    let flag = |section: &str| ProgrammeFlag::Unreachable { section: section.into() };
    let unseen = ("\"công khai, 2\"\napplies_to = [\"school\"]", "\"công khai, 2\"\napplies_to = []");
    assert_eq!(raised(&[unseen]), [flag("open")]);
    let empty =
        "[[section]]\nid = \"x\"\nclause = \"x\"\ntitle = { vi = \"Trống\", en = \"Empty\" }\n\n[[resident_question]]";
    assert_eq!(raised(&[("[[resident_question]]", empty)]), [flag("x")]);
    let one_left = ("\"BEP-5\"\napplies_to = [\"school\"]", "\"BEP-5\"\napplies_to = []");
    assert_eq!(raised(&[one_left]), [], "others of its section are seen");
    assert_eq!(flag("x").code(), "P04");
}

#[test]
fn p05_speaks_when_outcome_weighs_less_than_allowed() {
    assert_eq!(raised(&[("[scoring]", &threshold("outcome_share = 3636"))]), [], "4 of 11");
    let flag = ProgrammeFlag::LittleOutcome {
        kind: "caterer".into(),
        share: Share::from_bp(3636),
        least: Share::from_bp(3637),
    };
    assert_eq!(flag.code(), "P05");
    assert_eq!(raised(&[("[scoring]", &threshold("outcome_share = 3637"))]), [flag], "a school has 8 of 13");
}

#[test]
fn flags_come_by_code_and_then_in_the_order_of_the_file() {
    let all = "[thresholds]\npaper_weight = 0\nitems_per_kind = 3\noutcome_share = 9999\n\n[scoring]";
    let edits = [
        ("[scoring]", all),
        (BEP_2, "evidence = [\"so-luu\"]\ncritical = true"),
        ("ask_whom = { vi = \"Tài xế.\", en = \"Drivers.\" }\n", ""),
    ];
    let codes: Vec<&str> = raised(&edits).iter().map(ProgrammeFlag::code).collect();
    assert_eq!(codes, ["P01", "P01", "P02", "P02", "P03", "P05", "P05"]);
}

#[test]
fn a_kind_that_sees_nothing_raises_no_flag_of_its_own() {
    let market =
        "[[unit_kind]]\nid = \"cho\"\nname = { vi = \"Chợ\", en = \"Market\" }\n\n[[section]]\nid = \"kitchen\"";
    assert_eq!(raised(&[("[[section]]\nid = \"kitchen\"", market)]), []);
}
