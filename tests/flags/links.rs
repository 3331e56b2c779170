//! T11, T12, T13, T17: what belongs together.

use crate::case::{codes, flags};
use thucchat::domain::flags::{Flag, Missing};

const WHOLE: &str = "[[evidence]]\nid = \"V-01\"\nkind = \"document\"\ntext = \"Sổ ghi 3 buổi\"\n\
    [[answer]]\nitem = \"C1-01\"\nrating = 1\nevidence = [\"V-01\"]\n\
    [[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\nitems = [\"C1-01\"]\nevidence = [\"V-01\"]\n\
    condition = \"Nguyễn Thị Ẵm, ấp Kinh 4A, 3/4 hộ bỏ\"\ncriterion = \"khoản 1\"\ncause = \"Tổ trưởng đi làm xa từ tháng 3\"\n\
    [[recommendation]]\nid = \"K-01\"\nfindings = [\"F-01\"]\naction = \"Bầu lại tổ trưởng\"\nowner = \"Chi bộ\"\n\
    due = 2024-01-31\ncheck = \"dự một buổi họp\"\n";

fn without(line: &str) -> String {
    assert!(WHOLE.contains(line), "{line}");
    WHOLE.replacen(line, "", 1)
}

#[test]
fn a_shortfall_with_all_its_parts_and_a_recommendation_with_all_of_its_raises_nothing() {
    for code in ["T11", "T12", "T13", "T17", "T19", "T06"] {
        assert_eq!(flags(WHOLE, code), [], "{code}");
    }
}

#[test]
fn t11_names_each_missing_part_of_a_shortfall() {
    let missing = |file: &str| match &flags(file, "T11")[..] {
        [Flag::HalfFinding { missing, .. }] => missing.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(missing(&without("criterion = \"khoản 1\"\n")), [Missing::Criterion]);
    assert_eq!(missing(&without("cause = \"Tổ trưởng đi làm xa từ tháng 3\"\n")), [Missing::Cause]);
    let bare = "[[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\ncondition = \"Sổ thiếu\"\n";
    assert_eq!(missing(bare), [Missing::Criterion, Missing::Cause, Missing::Evidence]);
}

#[test]
fn t11_a_strength_needs_evidence_like_a_shortfall_and_no_clause() {
    let strength = "[[finding]]\nid = \"F-02\"\nkind = \"strength\"\ncondition = \"15/17 vụ xong thật\"\n";
    assert!(
        matches!(&flags(strength, "T11")[..], [Flag::HalfFinding { missing, .. }] if *missing == [Missing::Evidence])
    );
    let proved =
        format!("[[evidence]]\nid = \"V-01\"\nkind = \"data\"\ntext = \"đếm sổ\"\n{strength}evidence = [\"V-01\"]\n");
    assert_eq!(flags(&proved, "T11"), []);
}

#[test]
fn t12_a_recommendation_without_owner_day_or_test_is_a_wish() {
    for (line, part) in [
        ("owner = \"Chi bộ\"\n", Missing::Owner),
        ("due = 2024-01-31\n", Missing::Due),
        ("check = \"dự một buổi họp\"\n", Missing::Check),
    ] {
        assert!(
            matches!(&flags(&without(line), "T12")[..], [Flag::Wish { missing, .. }] if *missing == [part]),
            "{part:?}"
        );
    }
}

#[test]
fn t13_loose_ends_on_each_side() {
    let free = WHOLE.replace("findings = [\"F-01\"]\n", "");
    let found = flags(&free, "T13");
    assert!(found.iter().any(|flag| matches!(flag, Flag::AnswersNothing { .. })), "{found:?}");
    assert!(found.iter().any(|flag| matches!(flag, Flag::LeftAlone { .. })), "{found:?}");
    let low = |level: u8| flags(&format!("[[answer]]\nitem = \"C1-01\"\nrating = {level}\n"), "T13");
    assert!(matches!(low(1)[..], [Flag::LowWithoutFinding { .. }]));
    assert_eq!(low(2), []);
}

#[test]
fn t17_praise_of_what_is_rated_low_is_asked_about() {
    let praise = |level: u8| {
        let file = format!(
            "[[answer]]\nitem = \"C1-01\"\nrating = {level}\n\
             [[finding]]\nid = \"F-01\"\nkind = \"strength\"\nitems = [\"C1-01\"]\ncondition = \"Nêu đúng 2 việc\"\n"
        );
        codes(&file).contains("T17")
    };
    assert!(praise(1));
    assert!(!praise(2));
}
