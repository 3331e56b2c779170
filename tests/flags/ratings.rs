//! T01, T08, T09, T20.

use crate::case::{VISIT, codes, flags, flags_of, honest, piece, rated, shipped};
use thucchat::domain::flags::{Beyond, Flag, Weight};

#[test]
fn t01_a_section_of_seven_equal_ratings_on_paper_is_a_straight_line_and_on_sight_it_is_not() {
    let levels = [1, 2, 0, 3, 3, 3, 3, 3, 3, 3];
    let on = |kind: &str| flags(&(piece("V-01", kind) + &rated(&levels, "\"V-01\"")), "T01");
    let [Flag::StraightLine { section: Some(section), run: 7, of: 7, level, grade_tenths: 20 }] = &on("document")[..]
    else {
        panic!("{:?}", on("document"))
    };
    assert_eq!((section.as_str(), level.get()), ("c1_models", 3));
    assert_eq!(on("observation"), [], "good throughout, and seen");
    assert_eq!(on("record_sample"), [], "E3 is not below E3");
}

#[test]
fn t01_one_other_level_breaks_the_line_of_a_short_section() {
    let levels = [1, 2, 0, 3, 3, 3, 2, 3, 3, 3];
    assert_eq!(flags(&(piece("V-01", "document") + &rated(&levels, "\"V-01\"")), "T01"), []);
}

#[test]
fn t01_short_sections_do_not_hide_a_line_through_the_whole() {
    // 11 of 17 equal in a row (65 %), no section equal throughout.
    let levels = [2, 2, 3, 3, 3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3, 3, 3];
    let run = [2, 2, 1, 1, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2];
    assert_eq!(flags(&(piece("V-01", "document") + &rated(&levels, "\"V-01\"")), "T01"), [], "a run of 7 is too short");
    let found = flags(&(piece("V-01", "document") + &rated(&run, "\"V-01\"")), "T01");
    assert!(matches!(found[..], [Flag::StraightLine { section: None, run: 11, of: 17, .. }]), "{found:?}");
}

#[test]
fn t08_counts_weight_not_items() {
    let away = |items: &[&str]| {
        let rest: Vec<String> = crate::case::ITEMS
            .iter()
            .map(|item| {
                let mark =
                    if items.contains(item) { "not_applicable = \"không có việc này\"" } else { "rating = 2" };
                format!("[[answer]]\nitem = \"{item}\"\n{mark}\n")
            })
            .collect();
        flags(&rest.concat(), "T08")
    };
    // The items weigh 62 together: 12 of them are 19.35 %, 13 are 20.97 %.
    assert_eq!(away(&["C1-05", "C1-09", "C1-03"]), []);
    let found = away(&["C1-05", "C1-02", "C1-09"]);
    assert!(matches!(found[..], [Flag::MuchNotApplicable { share, .. }] if share.bp() == 2097), "{found:?}");
}

#[test]
fn t09_is_asked_at_the_end_and_only_when_nothing_low_and_no_shortfall_stands() {
    let all = |level: u8| piece("V-01", "observation") + &rated(&[level; 17], "\"V-01\"");
    assert!(matches!(flags(&all(3), "T09")[..], [Flag::NothingFound { rated: 17 }]));
    assert_eq!(flags(&(piece("V-01", "observation") + &rated(&[3; 16], "\"V-01\"")), "T09"), [], "one item is open");
    let mut levels = [4; 17];
    levels[5] = 2;
    assert_eq!(flags(&(piece("V-01", "observation") + &rated(&levels, "\"V-01\"")), "T09"), []);
    let shortfall = "[[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\ncondition = \"Sổ thiếu 3 trang\"\n";
    assert_eq!(flags(&(all(4) + shortfall), "T09"), []);
    let few = VISIT.to_owned() + &piece("V-01", "observation") + &rated(&[3; 4], "\"V-01\"");
    assert_eq!(flags(&few, "T09"), [], "four items say nothing");
    assert_eq!(
        flags(&(VISIT.to_owned() + &piece("V-01", "observation") + &rated(&[3; 5], "\"V-01\"")), "T09").len(),
        1
    );
}

#[test]
fn t20_asks_for_the_least_grade_that_would_carry_the_level() {
    let with = |kind: &str, level: u8| flags(&(piece("V-01", kind) + &rated(&[level], "\"V-01\"")), "T20");
    let needs = |found: &[Flag]| match found {
        [Flag::WeakProof { needs, .. }] => needs.to_string(),
        other => format!("{other:?}"),
    };
    assert_eq!(needs(&with("document", 3)), "E3");
    assert_eq!(needs(&with("observation", 4)), "E5", "one sight carries 90, the full mark needs a pair");
    assert_eq!(with("record_sample", 3), [], "80 carries 75");
    assert_eq!(with("document", 2), [], "60 carries 50");
}

#[test]
fn an_honest_inspection_raises_no_alert_and_next_to_nothing_else() {
    let flags = flags_of(shipped(), &honest(1, "ấp Kinh 4A"), &Beyond::default());
    let loud: Vec<&Flag> = flags.iter().filter(|flag| flag.weight() > Weight::Info).collect();
    assert!(loud.is_empty(), "{loud:#?}");
}

#[test]
fn a_rubber_stamp_of_threes_on_paper_raises_line_nothing_found_and_hall() {
    let stamp = VISIT.replace("people_asked = 12", "people_asked = 0")
        + &piece("V-01", "document")
        + &rated(&[3; 17], "\"V-01\"");
    let raised = codes(&stamp);
    for code in ["T01", "T09", "T14", "T15", "T20"] {
        assert!(raised.contains(code), "{code} is missing in {raised:?}");
    }
}
