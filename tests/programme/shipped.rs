//! The shipped programme, and one of another field beside it.

use super::{KITCHENS, clean};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};
use thucchat::{
    domain::{
        evidence::{Family, Grade},
        ids::{ItemId, KindId, UnitId},
        indicator::Hundredths,
        lang::Bilingual,
        period::Period,
        programme::{Facts, Item, Measure, Programme, condition},
        round::Milestone,
        share::Share,
        unit::{Tier, Unit},
    },
    intake::programme::SHIPPED,
    text::width,
};
use unicode_normalization::is_nfc;
use uuid::Uuid;

fn shipped() -> Programme {
    clean(SHIPPED)
}

fn item<'a>(programme: &'a Programme, id: &str) -> &'a Item {
    programme.item(&ItemId::from(id)).unwrap_or_else(|| panic!("no item {id}"))
}

/// Every text of a programme with the place it stands at.
fn texts(programme: &Programme) -> Vec<(String, &Bilingual)> {
    let mut texts = vec![
        ("title".to_owned(), &programme.title),
        ("basis".to_owned(), &programme.basis),
        ("not_applicable".to_owned(), &programme.scale.not_applicable),
        ("not_verified".to_owned(), &programme.scale.not_verified),
    ];
    texts.extend(programme.scale.anchors.iter().map(|text| ("anchors".to_owned(), text)));
    texts.extend(programme.bands.iter().map(|band| (band.id.to_string(), &band.name)));
    texts.extend(programme.gates.iter().map(|gate| (gate.id.to_string(), &gate.text)));
    for kind in &programme.unit_kinds {
        texts.extend([&kind.name, &kind.short, &kind.examples].map(|text| (kind.id.to_string(), text)));
    }
    // Their short names are proper names, the same in every language.
    texts.extend(programme.indicators.iter().map(|indicator| (indicator.id.to_string(), &indicator.name)));
    texts.extend(programme.evidence_kinds.iter().map(|kind| (kind.id.to_string(), &kind.name)));
    texts.extend(programme.sections.iter().map(|section| (section.id.to_string(), &section.title)));
    for (_, item) in programme.items() {
        let own = [&item.question, &item.label, &item.look_at, &item.ask_whom];
        let constraint = item.constraint.as_ref().map(|constraint| &constraint.text);
        texts.extend(own.into_iter().chain(&item.levels).chain(constraint).map(|text| (item.id.to_string(), text)));
    }
    texts.extend(programme.resident_questions.iter().map(|question| (question.id.clone(), &question.text)));
    texts.extend(programme.milestones.iter().map(|milestone| (milestone.due.to_string(), &milestone.name)));
    texts
}

#[test]
fn the_shipped_programme_has_no_mistake_no_warning_and_no_flag() {
    let programme = shipped();
    assert_eq!(programme.hash, blake3::hash(SHIPPED).to_hex().to_string());
    assert_eq!(programme.items().count(), 43);
    let walk: Vec<&str> = programme.model_items().map(|item| item.id.as_str()).collect();
    assert_eq!(walk, ["M-01", "M-02", "M-03"], "three of them are asked at a drawn model, and of no unit");
}

#[test]
fn every_clause_of_the_letter_is_asked_about() {
    let programme = shipped();
    let clauses: BTreeSet<&str> = programme.items().map(|(_, item)| item.clause.as_str()).collect();
    assert_eq!(clauses, BTreeSet::from(["1", "2a", "2b", "2c", "3", "4", "5"]));
}

#[test]
fn no_kind_is_asked_more_than_twenty_items_and_none_is_left_out() {
    let programme = shipped();
    let seen: Vec<(&str, usize)> =
        programme.unit_kinds.iter().map(|kind| (kind.id.as_str(), programme.items_for(&kind.id).count())).collect();
    assert!(seen.iter().all(|(_, items)| (1..=20).contains(items)), "{seen:?}");
    // The kinds that the units of the province really have; a model is no unit.
    let real = [
        "party_committee",
        "government",
        "state_agency",
        "front_and_mass_organisation",
        "association",
        "press",
        "steering_committee",
        "standing_body",
    ];
    assert_eq!(seen.iter().map(|(kind, _)| *kind).collect::<Vec<_>>(), real);
}

#[test]
fn every_text_has_words_of_its_own_in_both_languages() {
    for programme in [shipped(), clean(KITCHENS.as_bytes())] {
        for (place, text) in texts(&programme) {
            assert_eq!(text.vi.trim().is_empty(), text.en.trim().is_empty(), "{place}: {text:?}");
            assert!(is_nfc(&text.vi) && is_nfc(&text.en), "{place}: {text:?}");
        }
    }
    let programme = shipped();
    let blank: Vec<_> = texts(&programme).into_iter().filter(|(_, text)| text.vi.is_empty()).collect();
    assert!(blank.is_empty(), "{blank:?}");
    let same: Vec<_> = texts(&programme).into_iter().filter(|(_, text)| text.vi == text.en).collect();
    assert!(same.is_empty(), "{same:?}");
}

#[test]
fn labels_and_short_names_fit_their_columns_and_differ() {
    for programme in [shipped(), clean(KITCHENS.as_bytes())] {
        let labels = programme.items().map(|(_, item)| &item.label);
        let shorts = programme.unit_kinds.iter().map(|kind| &kind.short);
        for label in labels.chain(shorts) {
            assert!(width(&label.vi) <= 24 && width(&label.en) <= 24, "{label:?}");
        }
        let distinct: BTreeSet<&str> = programme.items().map(|(_, item)| item.label.vi.as_str()).collect();
        assert_eq!(distinct.len(), programme.items().count());
    }
}

#[test]
fn kinds_of_evidence_carry_what_the_method_gives_them() {
    let programme = shipped();
    let given: Vec<(&str, Family, Grade)> =
        programme.evidence_kinds.iter().map(|kind| (kind.id.as_str(), kind.family, kind.grade)).collect();
    assert_eq!(
        given,
        [
            ("leaders_statement", Family::Testimonial, Grade::E1),
            ("document", Family::Documentary, Grade::E2),
            ("minutes", Family::Documentary, Grade::E2),
            ("photo", Family::Documentary, Grade::E2),
            ("interview_staff", Family::Testimonial, Grade::E2),
            ("record_sample", Family::Documentary, Grade::E3),
            ("financial", Family::Documentary, Grade::E3),
            ("interview_people", Family::Testimonial, Grade::E3),
            ("survey", Family::Testimonial, Grade::E3),
            ("observation", Family::Physical, Grade::E4),
            ("data", Family::Analytical, Grade::E4),
            ("comparison", Family::Analytical, Grade::E4),
        ]
    );
}

#[test]
fn level_four_is_within_reach_of_the_evidence_that_suits_each_item() {
    let programme = shipped();
    for (_, item) in programme.items() {
        let kinds: Vec<_> = item.evidence.iter().filter_map(|id| programme.evidence_kind(id)).collect();
        let strong: BTreeSet<String> =
            kinds.iter().filter(|kind| kind.grade >= Grade::E3).map(|kind| format!("{:?}", kind.family)).collect();
        assert!(!strong.is_empty(), "{}: nothing beyond the unit's own word suits it", item.id);
    }
}

#[test]
fn paper_items_are_capped_by_what_happens_in_fact() {
    let programme = shipped();
    for (_, paper) in programme.items().filter(|(_, item)| item.measures == Measure::Paper) {
        let life = paper.life.as_ref().unwrap_or_else(|| panic!("{} has no life item", paper.id));
        assert_ne!(item(&programme, life.as_str()).measures, Measure::Paper, "{}", paper.id);
    }
    assert_eq!(item(&programme, "C4-02").life, Some("C5-04".into()));
    assert_eq!(item(&programme, "C5-03").life, Some("C5-02".into()));
}

#[test]
fn each_kind_has_a_critical_item_and_outcome_to_be_judged_by() {
    let programme = shipped();
    for kind in &programme.unit_kinds {
        let items: Vec<&Item> = programme.items_for(&kind.id).map(|(_, item)| item).collect();
        assert!(items.iter().any(|item| item.critical), "{}", kind.id);
        assert!(items.iter().any(|item| item.measures == Measure::Outcome), "{}", kind.id);
    }
    let sampled: Vec<&str> =
        programme.items().filter(|(_, item)| item.measures_sample).map(|(_, item)| item.id.as_str()).collect();
    assert_eq!(sampled, ["C1-05"]);
}

#[test]
fn gates_close_on_weak_outcome_dead_models_and_nobody_asked() {
    let programme = shipped();
    let closed = |facts: &Facts| -> Vec<String> {
        programme
            .gates
            .iter()
            .filter(|gate| gate.when.holds(facts))
            .map(|gate| format!("{}≤{}", gate.id, gate.cap))
            .collect()
    };
    let mut facts = Facts { people_asked: 1, outcome_supported: Share::from_bp(5000), ..Facts::default() };
    assert_eq!(closed(&facts), [""; 0]);
    facts.outcome_supported = Share::from_bp(4999);
    assert_eq!(closed(&facts), ["G1≤fair"]);
    facts.people_asked = 0;
    facts.sample_share_failed = Share::from_bp(3333);
    assert_eq!(closed(&facts), ["G1≤fair", "G2≤completed", "G3≤fair"]);
    facts =
        Facts { people_asked: 1, outcome_supported: Share::WHOLE, sample_share_failed: Share::from_bp(3332), ..facts };
    assert_eq!(closed(&facts), [""; 0]);
    facts.levels.insert("C1-05".into(), thucchat::domain::answer::Level::ALL[0]);
    assert_eq!(closed(&facts), ["G2≤completed"]);
}

#[test]
fn pilots_and_reviews_are_asked_about_only_where_there_are_any() {
    let programme = shipped();
    let asked = |id: &str, facts: &Facts| item(&programme, id).relevant.as_ref().is_none_or(|rule| rule.holds(facts));
    let facts = |tier, pilot, milestone| Facts { tier: Some(tier), pilot, milestone, ..Facts::default() };
    assert!(asked("C4-03", &facts(Tier::District, false, None)));
    assert!(asked("C4-03", &facts(Tier::Commune, true, None)));
    assert!(!asked("C4-03", &facts(Tier::Commune, false, None)));
    assert!(asked("C4-06", &facts(Tier::District, false, Some(Milestone::MidTerm))));
    assert!(!asked("C4-06", &facts(Tier::District, false, None)));
}

#[test]
fn high_levels_of_what_people_say_need_five_of_them() {
    let programme = shipped();
    let rule = &item(&programme, "C1-07").constraint.as_ref().expect("a constraint").rule;
    let facts = |level: usize, people_asked| Facts {
        people_asked,
        levels: [("C1-07".into(), thucchat::domain::answer::Level::ALL[level])].into(),
        ..Facts::default()
    };
    assert!(rule.holds(&facts(2, 0)) && rule.holds(&facts(3, 5)) && rule.holds(&Facts::default()));
    assert!(!rule.holds(&facts(3, 4)));
}

#[test]
fn the_reviews_of_the_letter_have_their_days() {
    let programme = shipped();
    let day = |kind| {
        let days = programme.milestones.iter().filter(move |milestone| milestone.milestone == kind);
        days.map(|milestone| milestone.due.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(day(Milestone::MidTerm), ["2023-12-31"]);
    assert_eq!(day(Milestone::Annual), ["2021-12-31", "2022-12-31", "2024-12-31"]);
    assert!(day(Milestone::Final).contains(&"2025-10-15".to_owned()), "commendation");
    assert_eq!(programme.resident_questions.len(), 5);
    assert!(programme.documents.recipients.last().is_some_and(|last| last.starts_with("Lưu")));
}

#[test]
fn numbers_that_a_file_leaves_out_are_those_of_the_method() {
    let (shipped, kitchens) = (shipped(), clean(KITCHENS.as_bytes()));
    assert_eq!(kitchens.scoring.caps, shipped.scoring.caps);
    assert_eq!(kitchens.scoring.sample_levels, shipped.scoring.sample_levels);
    assert_eq!(kitchens.scoring.min_coverage, Share::from_bp(8000), "the file's own");
    assert_eq!(kitchens.thresholds.items_per_kind, 20);
}

#[test]
fn a_programme_of_another_field_loads_with_its_own_clauses_bands_and_evidence() {
    let kitchens = clean(KITCHENS.as_bytes());
    let items = |kind: &str| {
        let kind = KindId::from(kind);
        kitchens.items_for(&kind).map(|(_, item)| item.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(items("school"), ["BEP-1", "BEP-2", "BEP-3", "BEP-5", "BEP-6"]);
    assert_eq!(items("caterer"), ["BEP-1", "BEP-2", "BEP-3", "BEP-4"]);
    let clauses: Vec<&str> = kitchens.items().map(|(_, item)| item.clause.as_str()).collect();
    assert_eq!(clauses, ["bếp", "bếp", "bếp", "bếp", "bếp", "công khai, 2"]);
    assert_eq!(item(&kitchens, "BEP-2").label.vi, "Đồ sống, đồ chín có để …", "a label is cut from the question");
    assert_eq!(kitchens.valid.to, None);
}

/// Rust files of a folder, tests apart.
fn code(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the source").map(|entry| entry.expect("an entry").path()) {
        if entry.file_stem().is_some_and(|name| name == "tests") {
            continue;
        }
        if entry.is_dir() {
            code(&entry, files);
        } else if entry.extension().is_some_and(|end| end == "rs") {
            files.push(entry);
        }
    }
}

#[test]
fn no_code_knows_the_movement_whose_programme_is_shipped() {
    let programme = shipped();
    let mut words: BTreeSet<String> = ["dan-van-kheo", "Dân vận", "kg-dvk", "70-CV"].map(str::to_owned).into();
    words.extend(programme.items().map(|(_, item)| item.id.to_string()));
    words.extend(programme.sections.iter().map(|section| section.id.to_string()));
    words.extend(programme.unit_kinds.iter().map(|kind| format!("\"{}\"", kind.id)));
    let mut files = Vec::new();
    for folder in ["domain", "text", "intake", "journal", "store", "report", "keymap", "tui"] {
        code(&Path::new("src").join(folder), &mut files);
    }
    assert!(files.len() > 40, "the source was read");
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a file of the source");
        let tests = text.find("#[cfg(test)]").unwrap_or(text.len());
        for (number, line) in text[..tests].lines().enumerate() {
            // What stands in comments explains and decides nothing; the shipped file is embedded in one place.
            let line = line.trim_start();
            let said = ["//", "#[doc"].iter().any(|mark| line.starts_with(mark)) || line.contains("include_bytes!");
            let known = words.iter().filter(|word| !said && line.contains(word.as_str()));
            found.extend(known.map(|word| format!("{}:{}: {word}", file.display(), number + 1)));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_description_of_the_format_names_every_key_and_every_fact() {
    let description = fs::read_to_string("checklists/README.md").expect("the description");
    let shipped = String::from_utf8_lossy(SHIPPED);
    let keys: BTreeSet<&str> = shipped
        .lines()
        .chain(KITCHENS.lines())
        .filter_map(|line| line.split_once(" = "))
        .map(|(key, _)| key)
        .filter(|key| key.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'))
        .collect();
    assert!(keys.len() > 40, "{keys:?}");
    for word in keys.iter().chain(&condition::NAMES).chain(&condition::FUNCTIONS) {
        assert!(
            [format!("`{word}`"), format!("`{word}(")].iter().any(|form| description.contains(form)),
            "{word} is not described"
        );
    }
}

#[test]
fn the_four_indices_of_clause_two_are_of_those_who_have_them() {
    let programme = shipped();
    let of = |kind: &str, tier: Tier| -> Vec<&str> {
        let unit = unit(kind, tier);
        programme.indicators.iter().filter(|one| one.is_of(&unit)).map(|one| one.id.as_str()).collect()
    };
    assert_eq!(of("government", Tier::Province), ["PCI", "PAR-INDEX", "PAPI", "SIPAS"]);
    assert_eq!(of("government", Tier::District), ["PAR-INDEX", "SIPAS"]);
    assert_eq!(of("party_committee", Tier::Province), [""; 0]);
    let papi = programme.indicators.iter().find(|one| one.id.as_str() == "PAPI").expect("PAPI");
    assert!(papi.can_be(Hundredths(1000)) && papi.can_be(Hundredths(8000)), "both ends are of the scale");
    assert!(!papi.can_be(Hundredths(999)) && !papi.can_be(Hundredths(8001)));
}

fn unit(kind: &str, tier: Tier) -> Unit {
    Unit {
        id: UnitId(Uuid::from_u128(1)),
        code: "91-UB".into(),
        name: "UBND tỉnh Kiên Giang".into(),
        kind: kind.into(),
        parent: Some("91".into()),
        tier,
        valid: Period::default(),
        pilot: false,
        address: String::new(),
        contact: String::new(),
        note: String::new(),
    }
}
