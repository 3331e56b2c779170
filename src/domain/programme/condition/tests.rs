//! Tests of conditions: what holds, what is refused and where.

use super::*;
use crate::domain::{answer::Level, round::Milestone, share::Share, unit::Tier};

fn condition(source: &str) -> Condition {
    Condition::compile(source).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

fn refused(source: &str) -> (usize, Wrong) {
    let error = Condition::compile(source).expect_err(source);
    (error.offset, error.wrong)
}

fn facts() -> Facts {
    Facts {
        kind: "kitchen".to_owned(),
        tier: Some(Tier::Commune),
        pilot: true,
        milestone: Some(Milestone::MidTerm),
        people_asked: 5,
        minutes_on_sites: 90,
        outcome_supported: Share::from_bp(4999),
        supported: Share::from_bp(6042),
        sample_drawn: 3,
        sample_share_failed: Share::from_bp(3333),
        levels: [(ItemId::from("A-1"), Level::ALL[0]), (ItemId::from("A-2"), Level::ALL[3])].into(),
    }
}

#[test]
fn every_name_of_the_facts_can_be_asked() {
    for holds in [
        r#"kind == "kitchen""#,
        r#"tier == "commune""#,
        "pilot",
        r#"milestone == "mid-term""#,
        "people_asked == 5",
        "minutes_on_sites == 90",
        "outcome_supported < 5000",
        "supported == 6042",
        "sample_drawn == 3",
        "sample_share_failed >= 3333",
        r#"level("A-1") == 0 && level("A-2") == 3"#,
        r#"rated("A-1") && !rated("A-9")"#,
        r#"kind in ["ward", "kitchen"]"#,
        "pilot ? people_asked >= 5 : false",
        "people_asked * 2 - 1 + minutes_on_sites / 3 > 0 && -people_asked < 0",
    ] {
        assert!(condition(holds).holds(&facts()), "{holds}");
        assert!(!condition(&format!("!({holds})")).holds(&facts()), "not {holds}");
    }
}

#[test]
fn what_is_not_known_reads_as_nothing() {
    let nothing = Facts::default();
    assert!(condition(r#"tier == "" && milestone == "" && kind == "" && !pilot"#).holds(&nothing));
    assert!(condition(r#"level("A-1") == -1 && !rated("A-1")"#).holds(&nothing));
}

#[test]
fn an_expression_that_fails_while_it_is_evaluated_does_not_hold() {
    assert!(!condition("10 / sample_drawn > 0").holds(&Facts::default()));
    assert!(!condition("10 / sample_drawn <= 0").holds(&Facts::default()));
    assert!(!condition("9223372036854775807 + people_asked > 0").holds(&facts()));
}

#[test]
fn the_items_asked_about_are_listed_once_and_every_mention_has_its_place() {
    let asked = condition(r#"level("C-1") < 2 || rated("B-2") && level("C-1") > 3"#);
    assert_eq!(asked.items(), [ItemId::from("C-1"), ItemId::from("B-2")]);
    assert_eq!(asked.item_places().iter().map(|(_, at)| *at).collect::<Vec<_>>(), [6, 26, 42]);
    let kinds = condition(r#"kind == "ward" || "kitchen" != kind || kind in ["đội"]"#);
    let places: Vec<_> = kinds.kind_places().iter().map(|(kind, at)| (kind.as_str(), *at)).collect();
    assert_eq!(places, [("ward", 8), ("kitchen", 18), ("đội", 48)]);
}

#[test]
fn unknown_names_and_functions_are_refused_at_their_place() {
    assert_eq!(refused("pilot && people_aksed > 5"), (9, Wrong::UnknownName("people_aksed".into())));
    assert_eq!(refused(r#"pilot || levle("A-1") > 2"#), (9, Wrong::UnknownFunction("levle".into())));
    assert_eq!(refused("size(kind) > 2"), (0, Wrong::UnknownFunction("size".into())));
    let (at, wrong) = refused(r#"kind == "đội Ẵm" && tier == "communes""#);
    assert_eq!(at, 33, "bytes, not letters");
    let Wrong::UnknownWord { word, words } = wrong else { panic!("{wrong:?}") };
    assert_eq!((word.as_str(), words), ("communes", ["province", "district", "commune", ""].as_slice()));
    assert!(matches!(refused("milestone in ['final', 'yearly']"), (23, Wrong::UnknownWord { .. })));
}

#[test]
fn ill_typed_expressions_are_refused_before_they_are_evaluated() {
    assert_eq!(refused("people_asked"), (0, Wrong::NotYesOrNo));
    assert_eq!(refused("'đẩy mạnh'"), (0, Wrong::NotYesOrNo));
    assert_eq!(refused("pilot || people_asked == 'năm'"), (22, Wrong::Mismatch("==".into())));
    assert_eq!(refused("people_asked && pilot"), (13, Wrong::Mismatch("&&".into())));
    assert_eq!(refused("kind > 2"), (5, Wrong::Mismatch(">".into())));
    assert_eq!(refused("kind in [1, 2]"), (5, Wrong::Mismatch("in".into())));
    assert_eq!(refused("pilot ? 1 : 'a' == 'b'").1, Wrong::Mismatch("?:".into()));
    assert_eq!(refused("level(kind) > 2"), (6, Wrong::NotAnItem));
    assert_eq!(refused("rated()").1, Wrong::NotAnItem);
    assert_eq!(refused(r#"rated("A", "B")"#).1, Wrong::NotAnItem);
}

#[test]
fn loops_fields_and_fractions_are_refused() {
    for beyond in
        ["[1].all(x, x > 0)", "kind.size() > 2", "kind.name", "supported > 0.5", "{'a': 1} == {'a': 1}", "null"]
    {
        assert_eq!(refused(beyond).1, Wrong::Beyond, "{beyond}");
    }
}

#[test]
fn what_is_no_cel_is_refused_where_reading_stopped() {
    for (source, offset) in [
        ("", 0),
        ("pilot and pilot", 6),
        ("people_asked = 5", 13),
        (r#"kind == "đội Ẵm" &&"#, 24),
        ("kind == 'đội", 8),
        ("pilot // ghi chú", 6),
        ("pilot &&\npilot", 8),
        (r#"kind == "a\"b""#, 10),
        ("kind == '''a'''", 8),
        ("level(\"A\"", 9),
    ] {
        assert_eq!(refused(source), (offset, Wrong::Syntax), "{source:?}");
    }
}

#[test]
fn brackets_may_stand_five_deep_and_no_deeper() {
    let nested = |depth: usize| format!("{}pilot{}", "(".repeat(depth), ")".repeat(depth));
    assert!(condition(&nested(MOST_DEPTH)).holds(&facts()));
    assert_eq!(refused(&nested(MOST_DEPTH + 1)), (MOST_DEPTH, Wrong::TooDeep));
    assert_eq!(refused(&"(".repeat(400)).1, Wrong::TooDeep);
    assert_eq!(refused(&format!("kind == ')))))))' && {}", "[".repeat(9))).1, Wrong::TooDeep);
}

#[test]
fn a_condition_may_be_five_hundred_bytes_long_and_no_longer() {
    let long = |bytes: usize| format!("kind == '{}'", "x".repeat(bytes - 10));
    assert!(!condition(&long(MOST_BYTES)).holds(&facts()));
    assert_eq!(refused(&long(MOST_BYTES + 1)), (MOST_BYTES, Wrong::TooLong));
    assert_eq!(refused(&"ẵ".repeat(400)), (498, Wrong::TooLong));
}

#[test]
fn conditions_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&condition("pilot"));
}

proptest::proptest! {
    #[test]
    fn no_expression_whatever_makes_it_panic(source in r#"(level\(|rated\(|"A-1"|'|"|\)|\(|\[|\]|\{|\}|&&|\|\||!|in|kind|pilot|tier|[0-9]{1,3}|==|<|>=|\?|:|\+|-|\.|,| |Ẵ|\PC){0,40}"#) {
        match Condition::compile(&source) {
            Ok(condition) => { let _ = condition.holds(&facts()); }
            Err(error) => proptest::prop_assert!(source.is_char_boundary(error.offset), "{error:?}"),
        }
    }
}
