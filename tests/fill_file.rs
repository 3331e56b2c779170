//! The fill file: what design 10 shows is read into edits, every mistake is told at its place, and what is written reads back.

use chrono::{DateTime, FixedOffset, NaiveDate};
use proptest::prelude::*;
use std::collections::BTreeSet;
use thucchat::{
    domain::{
        answer::{Answer, Entry, Level, Reason},
        edit::Edit,
        evidence::{Attachment, Evidence, Family, Grade},
        finding::{Finding, FindingKind, Severity},
        ids::{EvidenceId, EvidenceKindId, FindingId, InspectionId, ItemId, KindId, RecommendationId, RoundId, UnitId},
        inspection::{Inspection, Plan, Visit},
        lang::{Bilingual, Lang},
        period::Period,
        programme::{Documents, EvidenceKind, Item, Measure, Programme, Scale, Scoring, Section, Thresholds, UnitKind},
        recommendation::Recommendation,
        self_score::SelfScore,
        share::Share,
    },
    intake::fill::{Filled, read, write},
};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

const WHOLE: &str = include_str!("fixtures/fill/whole.toml");
const ITEMS: [&str; 3] = ["C1-05", "C1-06", "C2-01"];

fn both(text: &str) -> Bilingual {
    Bilingual { vi: text.to_owned(), en: text.to_owned() }
}

fn item(id: &str, kinds: &[&str]) -> Item {
    Item {
        id: id.into(),
        clause: "1".to_owned(),
        applies_to: kinds.iter().map(|kind| KindId::from(*kind)).collect(),
        measures: Measure::Outcome,
        weight: 1,
        question: both("?"),
        label: both("?"),
        look_at: Bilingual::default(),
        ask_whom: Bilingual::default(),
        levels: std::array::from_fn(|_| both("mức")),
        evidence: Vec::new(),
        relevant: None,
        constraint: None,
        life: None,
        critical: false,
        measures_sample: false,
    }
}

/// Three items for party committees and one for the press.
fn programme() -> Programme {
    let mut items: Vec<Item> = ITEMS.iter().map(|id| item(id, &["party_committee"])).collect();
    items.push(item("C9-01", &["press"]));
    let evidence = |id: &str, grade| EvidenceKind { id: id.into(), name: both(id), family: Family::Physical, grade };
    let kind = |id: &str| UnitKind { id: id.into(), name: both(id), short: both(id), examples: Bilingual::default() };
    Programme {
        id: "thu".to_owned(),
        version: "1".to_owned(),
        hash: "0".repeat(64),
        title: both("Thử"),
        short: both("Thử"),
        basis: both("Thử"),
        valid: Period::default(),
        scale: Scale {
            anchors: std::array::from_fn(|_| both("mức")),
            not_applicable: both("không áp dụng"),
            not_verified: both("chưa rõ"),
        },
        scoring: Scoring {
            caps: [Share::WHOLE; 6],
            life_margin: Share::NONE,
            min_coverage: Share::NONE,
            min_units_share: Share::NONE,
            min_units: 1,
            sample_levels: [Share::NONE; 4],
            sample_min: 1,
        },
        bands: Vec::new(),
        gates: Vec::new(),
        unit_kinds: vec![kind("party_committee"), kind("press")],
        indicators: Vec::new(),
        evidence_kinds: vec![evidence("observation", Grade::E4), evidence("document", Grade::E2)],
        sections: vec![Section { id: "c1".into(), clause: "1".to_owned(), title: both("Mục"), items }],
        model_visit: None,
        model_fields: Vec::new(),
        resident_questions: Vec::new(),
        milestones: Vec::new(),
        documents: Documents::default(),
        thresholds: Thresholds::default(),
        empty_phrases: Vec::new(),
    }
}

fn blank() -> Inspection {
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(1)),
        kind: "party_committee".into(),
        round: RoundId::from("2023"),
        period: Period::default(),
        programme: "0".repeat(64),
        due: None,
        lead: String::new(),
    };
    Inspection::new(InspectionId(Uuid::from_u128(2)), plan)
}

fn filled(file: &str, inspection: &Inspection) -> Filled {
    read(file, &programme(), inspection).unwrap_or_else(|mistakes| {
        panic!("{:#?}\n{file}", mistakes.iter().map(|mistake| mistake.line_in(Lang::En)).collect::<Vec<_>>())
    })
}

fn apply(mut inspection: Inspection, filled: Filled) -> Inspection {
    for edit in filled.edits {
        inspection.apply(edit).expect("an open inspection");
    }
    inspection
}

/// What the file makes of a blank inspection.
fn made(file: &str) -> Inspection {
    apply(blank(), filled(file, &blank()))
}

fn mistakes(file: &str) -> Vec<String> {
    let found = read(file, &programme(), &blank()).expect_err("a mistake");
    found.iter().map(|mistake| mistake.line_in(Lang::En)).collect()
}

/// The file holds one mistake, at this place, told with these words.
#[track_caller]
fn one(file: &str, place: &str, words: &str) {
    let found = mistakes(file);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with(&format!("{place}: ")) && found[0].contains(words), "{}", found[0]);
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).expect("a time")
}

#[test]
fn the_file_of_the_contract_fills_an_inspection() {
    let inspection = made(WHOLE);
    assert_eq!(inspection.visit.from, Some(time("2023-10-12T08:00:00+07:00")));
    assert_eq!(inspection.visit.team, ["Trần Thị Bình", "Lê Văn Cường"]);
    assert_eq!((inspection.visit.people_asked, inspection.visit.minutes_with_people), (Some(12), Some(200)));
    let evidence = &inspection.evidence["V-01"];
    assert_eq!((evidence.collected, evidence.expires), (Some(day("2023-10-12")), Some(day("2024-10-12"))));
    assert_eq!(evidence.file, None, "the file is not in the vault yet");
    let entry = &inspection.entries["C1-05"];
    assert_eq!(entry.level(), Level::new(3));
    assert_eq!(entry.note, "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
    assert_eq!((entry.seconds, entry.at), (240, Some(time("2023-10-12T10:20:00+07:00"))));
    assert!(entry.evidence.contains("V-01"));
    assert!(
        matches!(inspection.answer(&"C1-06".into()), Some(Answer::NotApplicable(why)) if why.as_str() == "xã chưa có mô hình")
    );
    let finding = &inspection.findings["F-01"];
    assert_eq!((finding.kind, finding.severity), (FindingKind::Shortfall, Severity::High));
    assert!(finding.items.contains("C1-05") && finding.evidence.contains("V-01"));
    let recommendation = &inspection.recommendations["K-01"];
    assert_eq!(recommendation.due, Some(day("2024-01-31")));
    assert!(recommendation.findings.contains("F-01"));
}

#[test]
fn a_file_to_attach_is_told_with_its_evidence_and_its_line() {
    let files = filled(WHOLE, &blank()).files;
    assert_eq!(files, [(EvidenceId::from("V-01"), "anh/kinh4a.jpg".to_owned(), 19)]);
}

#[test]
fn only_what_the_contract_requires_is_required() {
    let inspection = made(
        "[[evidence]]\nid = \"V-01\"\nkind = \"document\"\ntext = \"a\"\n\
         [[answer]]\nitem = \"C1-05\"\nrating = 0\n\
         [[finding]]\nid = \"F-01\"\nkind = \"strength\"\ncondition = \"a\"\n\
         [[recommendation]]\nid = \"K-01\"\naction = \"a\"\n[visit]\n",
    );
    assert_eq!(inspection.findings["F-01"].severity, Severity::Medium);
    assert!(inspection.recommendations.contains_key("K-01") && inspection.evidence.contains_key("V-01"));
    assert!(made("").is_blank(), "an empty file changes nothing");
}

#[test]
fn what_a_file_does_not_name_stays_as_it_is() {
    let before = made(WHOLE);
    let file = "[visit]\npeople_asked = 13\n[[answer]]\nitem = \"C1-05\"\nrating = 4\nseconds = 7\n";
    let after = apply(before.clone(), filled(file, &before));
    assert_eq!((after.visit.people_asked, after.visit.from), (Some(13), before.visit.from));
    let (was, is) = (&before.entries["C1-05"], &after.entries["C1-05"]);
    assert_eq!((is.level(), is.seconds), (Level::new(4), 7));
    assert_eq!((&is.note, &is.evidence, is.at), (&was.note, &was.evidence, was.at));
}

#[test]
fn references_may_point_at_what_the_inspection_holds() {
    let file = "[[answer]]\nitem = \"C2-01\"\nrating = 2\nevidence = [\"V-01\"]\n\
                [[recommendation]]\nid = \"K-02\"\nfindings = [\"F-01\"]\naction = \"a\"\n";
    assert_eq!(filled(file, &made(WHOLE)).edits.len(), 3);
    let found = mistakes(file);
    assert_eq!(found.len(), 2, "{found:#?}");
    assert!(found[0].starts_with("4:13: ") && found[0].contains("V-01"), "{}", found[0]);
    assert!(found[1].starts_with("7:13: ") && found[1].contains("F-01"), "{}", found[1]);
}

#[test]
fn texts_become_nfc() {
    let file = format!("[[answer]]\nitem = \"C1-05\"\nrating = 1\nnote = \"{}\"\n", "Ẵm".nfd());
    assert_eq!(made(&file).entries["C1-05"].note, "Ẵm");
}

#[test]
fn an_unknown_key_is_told_with_the_nearest_one_wherever_it_stands() {
    for (file, place, near) in [
        ("[vist]\n", "1:2", "visit"),
        ("[visit]\npeople_aked = 1\n", "2:1", "people_asked"),
        ("[[answer]]\nitem = \"C1-05\"\nrating = 1\nnotee = \"a\"\n", "4:1", "note"),
        ("[[evidence]]\nid = \"V\"\nkind = \"document\"\ntext = \"a\"\nsorce = \"\"\n", "5:1", "source"),
        ("[[finding]]\nid = \"F\"\nkind = \"strength\"\ncondition = \"a\"\n  efect = \"\"\n", "5:3", "effect"),
        ("[[recommendation]]\nid = \"K\"\naction = \"a\"\nownr = \"\"\n", "4:1", "owner"),
    ] {
        one(file, place, &format!("(did you mean “{near}”?)"));
    }
}

#[test]
fn an_item_must_be_in_the_programme_and_for_this_kind_of_unit() {
    one("[[answer]]\nitem = \"C1-5\"\nrating = 1\n", "2:8", "no item “C1-5”. (did you mean “C1-05”?)");
    one("[[answer]]\nitem = \"C9-01\"\nrating = 1\n", "2:8", "not for units of kind party_committee");
    one(
        "[[finding]]\nid = \"F\"\nkind = \"strength\"\ncondition = \"a\"\nitems = [\"C1-05\", \"C9-01\"]\n",
        "5:19",
        "C9-01",
    );
}

#[test]
fn words_that_mean_nothing_are_told_with_the_nearest_right_one() {
    one("[[evidence]]\nid = \"V\"\nkind = \"documnt\"\ntext = \"a\"\n", "3:8", "“document”");
    one("[[finding]]\nid = \"F\"\nkind = \"shortfal\"\ncondition = \"a\"\n", "3:8", "“shortfall”");
    let file = "[[finding]]\nid = \"F\"\nkind = \"strength\"\ncondition = \"a\"\nseverity = \"medum\"\n";
    one(file, "5:12", "“medium”");
}

#[test]
fn an_answer_has_exactly_one_mark() {
    one("[[answer]]\nitem = \"C1-05\"\nnote = \"a\"\n", "1:1", "no mark");
    one("[[answer]]\nitem = \"C1-05\"\nrating = 1\nnot_verified = \"a\"\n", "4:16", "more than one mark");
    one("[[answer]]\nitem = \"C1-05\"\nunanswered = false\n", "3:14", "no mark");
}

#[test]
fn a_rating_is_a_whole_number_from_nought_to_four() {
    for rating in 0..=4 {
        let inspection = made(&format!("[[answer]]\nitem = \"C1-05\"\nrating = {rating}\n"));
        assert_eq!(inspection.entries["C1-05"].level(), Level::new(rating));
    }
    for rating in ["5", "-1", "2.0", "\"3\"", "260", "99999999999999999999999999999999999999999999"] {
        one(&format!("[[answer]]\nitem = \"C1-05\"\nrating = {rating}\n"), "3:10", "from 0 to 4");
    }
}

#[test]
fn a_reason_is_not_blank() {
    one("[[answer]]\nitem = \"C1-05\"\nnot_applicable = \"  \"\n", "3:18", "not_applicable must give a reason");
    one("[[answer]]\nitem = \"C1-05\"\nnot_verified = \"\"\n", "3:16", "not_verified must give a reason");
}

#[test]
fn what_is_required_must_be_there_and_hold_something() {
    let found = mistakes("[[evidence]]\n[[answer]]\n[[finding]]\n[[recommendation]]\n");
    let told: Vec<_> = found.iter().map(|line| line.split(':').take(2).collect::<Vec<_>>().join(":")).collect();
    assert_eq!(told, ["1:1", "1:1", "1:1", "2:1", "2:1", "3:1", "3:1", "3:1", "4:1", "4:1"], "{found:#?}");
    one("[[recommendation]]\nid = \"K\"\naction = \" \"\n", "3:10", "action must not be blank");
}

#[test]
fn a_name_is_given_once() {
    let twice = "[[answer]]\nitem = \"C1-05\"\nrating = 1\n[[answer]]\nitem = \"C1-05\"\nrating = 2\n";
    one(twice, "5:8", "“C1-05” stands on line 2 already");
    let evidence = "[[evidence]]\nid = \"V\"\nkind = \"document\"\ntext = \"a\"\n";
    one(&evidence.repeat(2), "6:6", "stands on line 2 already");
}

#[test]
fn days_and_times_are_toml_and_times_have_an_offset() {
    let evidence =
        |value: &str| format!("[[evidence]]\nid = \"V\"\nkind = \"document\"\ntext = \"a\"\ncollected = {value}\n");
    for value in ["\"2023-10-12\"", "2023-10-12T08:00:00", "2023-10-12T08:00:00+07:00", "08:00:00"] {
        one(&evidence(value), "5:13", "collected must be a real day");
    }
    for value in ["2023-10-12", "2023-10-12T08:00:00", "08:00:00", "12"] {
        one(&format!("[visit]\nfrom = {value}\n"), "2:8", "from must be a real day and time with its offset");
    }
    assert!(mistakes(&evidence("2023-02-29"))[0].starts_with("5:"), "29 February of a common year");
    assert_eq!(made("[visit]\nto = 2023-10-12T01:00:00Z\n").visit.to, Some(time("2023-10-12T08:00:00+07:00")));
}

#[test]
fn counts_are_not_negative_and_not_endless() {
    assert_eq!(made("[visit]\npeople_asked = 4294967295\n").visit.people_asked, Some(u32::MAX));
    for value in ["-1", "4294967296", "1.5", "\"1\""] {
        one(&format!("[visit]\npeople_asked = {value}\n"), "2:16", "people_asked must be a whole number");
    }
}

#[test]
fn a_value_of_the_wrong_type_is_told_with_the_right_one() {
    one("[[visit]]\n", "1:1", "written as [visit]");
    one("[answer]\nitem = \"C1-05\"\n", "1:1", "[[answer]]");
    one("answer = [1]\n", "1:11", "[[answer]]");
    one("[visit]\nteam = \"Bình\"\n", "2:8", "a list of texts");
    one("[visit]\nteam = [\"Bình\", 7]\n", "2:17", "a list of texts");
    one("[[answer]]\nitem = \"C1-05\"\nrating = 1\nnote = 7\n", "4:8", "quotation marks");
    let file = "[[evidence]]\nid = \"V\"\nkind = \"document\"\ntext = \"a\"\ncontradicts = \"no\"\n";
    one(file, "5:15", "true or false");
}

#[test]
fn all_mistakes_come_at_once_in_the_order_of_their_places() {
    let file = "[[recommendation]]\nid = \"K\"\naction = \"a\"\nfindings = [\"F-9\"]\n\n\
                [[answer]]\nitem = \"C7\"\nrating = 9\nevidence = [\"V-9\", \"V-8\"]\n\n[visit]\npeople_asked = -1\n";
    let told: Vec<_> =
        mistakes(file).iter().map(|line| line.split(':').take(2).collect::<Vec<_>>().join(":")).collect();
    assert_eq!(told, ["4:13", "7:8", "8:10", "9:13", "9:20", "12:16"]);
}

#[test]
fn columns_are_characters_not_bytes() {
    one("[visit]\nteam = [\"Nguyễn Thị Ẵm\", 7]\n", "2:26", "a list of texts");
}

#[test]
fn what_is_not_toml_is_told_at_its_place() {
    let found = mistakes("[visit]\npeople_asked = \nteam = [\"a\"\n");
    assert!(found[0].starts_with("2:") && found[0].contains("not TOML"), "{found:#?}");
    assert!(found.len() > 1, "both lines are told: {found:#?}");
}

#[test]
fn a_file_over_four_mib_is_not_read() {
    assert!(made(&format!("#{}", " ".repeat((4 << 20) - 1))).is_blank());
    one(&format!("#{}", " ".repeat(4 << 20)), "1:1", "4 MiB");
}

#[test]
fn an_attached_file_is_written_with_its_hash_and_kept_when_read_back() {
    let mut inspection = made(WHOLE);
    let attachment = Attachment { hash: "0a".repeat(32), name: "kinh4a.jpg".to_owned(), bytes: 7 };
    if let Some(evidence) = inspection.evidence.get_mut("V-01") {
        evidence.file = Some(attachment);
    }
    let back = filled(&write(&inspection), &blank());
    assert!(back.files.is_empty(), "nothing is to be attached again");
    assert_eq!(apply(blank(), back), inspection);
}

#[test]
fn a_hash_needs_a_name_without_a_folder_and_a_size() {
    let evidence = "[[evidence]]\nid = \"V\"\nkind = \"document\"\ntext = \"a\"\n";
    let hash = "0a".repeat(32);
    one(&format!("{evidence}file_hash = \"{hash}\"\nfile_bytes = 1\n"), "5:13", "belong together");
    one(&format!("{evidence}file = \"a\"\nfile_hash = \"{hash}\"\n"), "6:13", "belong together");
    one(&format!("{evidence}file = \"../a\"\nfile_hash = \"{hash}\"\nfile_bytes = 1\n"), "5:8", "without a folder");
    one(&format!("{evidence}file = \"a\"\nfile_hash = \"{hash}0\"\nfile_bytes = 1\n"), "6:13", "64 hexadecimal");
    one(&format!("{evidence}file = \"\"\n"), "5:8", "file must not be blank");
}

#[test]
fn an_entry_without_a_mark_reads_back_without_one() {
    let mut inspection = blank();
    inspection.apply(Edit::Note("C1-05".into(), "xem lại".to_owned())).expect("an open inspection");
    let text = write(&inspection);
    assert!(text.contains("unanswered = true"), "{text}");
    assert_eq!(made(&text), inspection);
    let marked = made("[[answer]]\nitem = \"C1-05\"\nrating = 1\n");
    assert_eq!(apply(marked.clone(), filled(&text, &marked)).answer(&"C1-05".into()), None, "it takes a mark away");
}

#[test]
fn the_written_file_is_readable_and_stands_still() {
    let inspection = made(WHOLE);
    let text = write(&inspection);
    assert_eq!(text, WHOLE.replace("file = \"anh/kinh4a.jpg\"\ncontradicts = false\n", ""));
    assert_eq!(write(&made(&text)), text);
}

#[test]
fn lines_stay_lines_and_what_could_mislead_is_written_by_its_number() {
    let mut inspection = blank();
    let note = "dòng một\n\t\"\"\"dòng hai\\\r\u{202E}\u{1b}\n";
    inspection.apply(Edit::Note("C1-05".into(), note.to_owned())).expect("an open inspection");
    let text = write(&inspection);
    assert!(text.contains("note = \"\"\"\ndòng một\n"), "{text}");
    assert!(text.contains("\\U0000202E\\U0000001B"), "{text}");
    assert_eq!(made(&text), inspection);
}

#[test]
fn nothing_recorded_is_an_empty_file() {
    assert_eq!(write(&blank()), "");
}

#[test]
fn a_file_full_of_mistakes_ends_with_saying_that_there_are_more() {
    let found = mistakes(&format!("answer = [{}]", "1,".repeat(1 << 20)));
    assert_eq!(found.len(), 1001);
    assert!(found[1000].contains("only the first 1000"), "{}", found[1000]);
}

#[test]
fn names_of_a_megabyte_are_compared_with_none() {
    let name = |end: &str| "a".repeat(1 << 20) + end;
    let piece = format!("[[evidence]]\nid = \"{}\"\nkind = \"document\"\ntext = \"a\"\n", name("b"));
    one(&format!("{piece}[[answer]]\nitem = \"C1-05\"\nrating = 1\nevidence = [\"{}\"]\n", name("c")), "8:13", "…");
}

#[test]
fn mistakes_show_no_control_characters_of_the_file() {
    for line in mistakes("\"\\u001b]0;\" = 1\n[[answer]]\nitem = \"\\u009b2J\\u202e\"\nrating = 1\n") {
        assert!(!line.contains(|c: char| c.is_control() || c == '\u{202E}'), "{line:?}");
    }
}

/// Text with what breaks naive writers: quotes, backslashes, line ends, controls, bidi, wide and joined characters. NFC.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        2 => Just("Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"".to_owned()),
        2 => "[\"'\\\\\n\r\t#=\\[\\]{}]{1,4}",
        1 => "[\u{0}\u{1b}\u{7f}\u{85}\u{202E}\u{2028}\u{FEFF}\u{200D}]{1,2}",
        1 => any::<char>().prop_map(String::from),
        2 => "[a-zđẵ ]{1,6}",
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat().nfc().collect())
}

fn solid() -> impl Strategy<Value = String> {
    hostile().prop_map(|text| format!("a{text}").nfc().collect())
}

fn moment() -> impl Strategy<Value = DateTime<FixedOffset>> {
    (0_i64..4_000_000_000, 0_u32..1_000_000_000, -720_i32..=840).prop_map(|(second, nano, minutes)| {
        let utc = DateTime::from_timestamp(second, nano).expect("within this century");
        utc.with_timezone(&FixedOffset::east_opt(minutes * 60).expect("an offset on earth"))
    })
}

fn a_day() -> impl Strategy<Value = NaiveDate> {
    (0_i32..800_000).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days + 1).expect("a day"))
}

fn reason() -> impl Strategy<Value = Reason> {
    solid().prop_map(|words| Reason::new(&words).expect("not blank"))
}

fn a_visit() -> impl Strategy<Value = Visit> {
    use prop::option::of;
    let times = (of(moment()), of(moment()), of(moment()));
    let counts = prop::array::uniform5(of(any::<u32>()));
    let words = (prop::collection::vec(hostile(), 0..3), of(reason()));
    (times, words, counts).prop_map(|((from, to, closing_meeting), (team, no_transferable), counts)| {
        let [people_asked, minutes_on_sites, documents_asked, minutes_on_paper, minutes_with_people] = counts;
        Visit {
            from,
            to,
            closing_meeting,
            team,
            people_asked,
            minutes_on_sites,
            documents_asked,
            minutes_on_paper,
            minutes_with_people,
            no_transferable,
        }
    })
}

fn a_self_score() -> impl Strategy<Value = SelfScore> {
    (0_u16..=10_000, solid(), a_day()).prop_map(|(bp, by, on)| SelfScore { share: Share::from_bp(bp), by, on })
}

fn a_piece() -> impl Strategy<Value = Evidence> {
    use prop::option::of;
    let file = of(("[0-9a-f]{64}", "[a-zđ .]{1,9}", any::<u64>()));
    (solid(), hostile(), of(a_day()), of(a_day()), file, any::<bool>()).prop_map(
        |(text, source, collected, expires, file, contradicts)| Evidence {
            kind: EvidenceKindId::from("document"),
            text,
            source,
            collected,
            expires,
            file: file.map(|(hash, name, bytes)| Attachment { hash, name, bytes }),
            contradicts,
        },
    )
}

fn an_entry() -> impl Strategy<Value = Entry> {
    let answer = prop_oneof![
        Just(None),
        (0_u8..=4).prop_map(|level| Level::new(level).map(Answer::Rated)),
        reason().prop_map(|reason| Some(Answer::NotApplicable(reason))),
        reason().prop_map(|reason| Some(Answer::NotVerified(reason))),
    ];
    (answer, hostile(), any::<u32>(), prop::option::of(moment())).prop_map(|(answer, note, seconds, at)| Entry {
        answer,
        evidence: BTreeSet::new(),
        note,
        seconds,
        at,
    })
}

fn a_finding() -> impl Strategy<Value = Finding> {
    let kind = prop_oneof![Just(FindingKind::Strength), Just(FindingKind::Shortfall)];
    let severity = prop_oneof![Just(Severity::Low), Just(Severity::Medium), Just(Severity::High)];
    let items = prop::sample::subsequence(ITEMS.to_vec(), 0..=ITEMS.len());
    (kind, severity, items, solid(), prop::array::uniform4(hostile()), any::<bool>()).prop_map(
        |(kind, severity, items, condition, [criterion, cause, effect, reply], transferable)| Finding {
            kind,
            items: items.into_iter().map(ItemId::from).collect(),
            evidence: BTreeSet::new(),
            severity,
            condition,
            criterion,
            cause,
            effect,
            reply,
            transferable,
        },
    )
}

fn a_recommendation() -> impl Strategy<Value = Recommendation> {
    (solid(), prop::option::of(a_day()), prop::array::uniform3(hostile())).prop_map(
        |(action, due, [owner, check, followed_by])| Recommendation {
            findings: BTreeSet::new(),
            action,
            owner,
            due,
            check,
            followed_by,
        },
    )
}

/// Any inspection, its references pointing at what it holds.
fn an_inspection() -> impl Strategy<Value = Inspection> {
    use prop::collection::btree_map;
    let item = prop::sample::select(ITEMS.to_vec()).prop_map(ItemId::from);
    (
        (a_visit(), prop::option::of(a_self_score())),
        btree_map(item, an_entry(), 0..3),
        btree_map(solid().prop_map(EvidenceId::new), a_piece(), 0..3),
        btree_map(solid().prop_map(FindingId::new), a_finding(), 0..3),
        btree_map(solid().prop_map(RecommendationId::new), a_recommendation(), 0..3),
    )
        .prop_map(|((visit, self_score), mut entries, evidence, mut findings, mut recommendations)| {
            let cited: BTreeSet<EvidenceId> = evidence.keys().cloned().collect();
            let answered: BTreeSet<FindingId> = findings.keys().cloned().collect();
            for entry in entries.values_mut() {
                entry.evidence.clone_from(&cited);
            }
            entries.retain(|_, entry| *entry != Entry::default());
            for finding in findings.values_mut() {
                finding.evidence.clone_from(&cited);
            }
            for recommendation in recommendations.values_mut() {
                recommendation.findings.clone_from(&answered);
            }
            Inspection { visit, self_score, entries, evidence, findings, recommendations, ..blank() }
        })
}

proptest! {
    #[test]
    fn what_is_written_reads_back_to_the_same_inspection(inspection in an_inspection()) {
        let text = write(&inspection);
        prop_assert_eq!(&made(&text), &inspection);
        prop_assert_eq!(&apply(inspection.clone(), filled(&text, &inspection)), &inspection);
    }

    #[test]
    fn random_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&String::from_utf8_lossy(&bytes), &programme(), &blank());
    }

    #[test]
    fn a_file_cut_and_patched_anywhere_never_panics(at in 0..WHOLE.len(), patch in hostile(), cut in 0_usize..40) {
        let chars: Vec<char> = WHOLE.chars().collect();
        let (head, tail) = chars.split_at(at.min(chars.len()));
        let file: String = head.iter().copied().chain(patch.chars()).chain(tail.iter().skip(cut).copied()).collect();
        if let Err(mistakes) = read(&file, &programme(), &blank()) {
            prop_assert!(!mistakes.is_empty());
            prop_assert!(mistakes.is_sorted_by_key(|mistake| (mistake.line, mistake.column)));
        }
    }
}
