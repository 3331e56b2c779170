//! What must hold for every inspection, however strange.

use crate::{
    inspection::{inspection, piece, reason},
    programme::{day, item, programme},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use thucchat::domain::{
    answer::{Answer, Entry, Level},
    evidence::{Evidence, Grade},
    ids::{EvidenceId, ItemId},
    inspection::Inspection,
    lang::Bilingual,
    programme::{Constraint, Gate, Item, Measure, Programme, condition::Condition},
    score::{Circumstances, Rest, assess, rests_on},
    share::Share,
};

const ITEMS: [&str; 9] = ["A", "B", "C", "D", "E", "F", "G", "H", "LẠ"];
const PIECES: [&str; 8] = ["V-00", "V-01", "V-02", "V-03", "V-04", "V-05", "V-06", "V-07"];

/// A chain of life items, a circle of them, two sections, an item of another kind, gates.
fn hostile_programme() -> Programme {
    let life = |id: &str, weight: u32, life: &str| Item { life: Some(life.into()), ..item(id, weight) };
    let outcome = |id: &str, weight: u32| Item { measures: Measure::Outcome, ..item(id, weight) };
    let condition = |source: &str| Condition::compile(source).expect("a condition");
    let bound = Constraint { rule: condition("people_asked > 3"), text: Bilingual::default() };
    let mut programme = programme(vec![
        ("s1", vec![life("A", 3, "B"), life("B", 5, "C"), outcome("C", 4), item("G", 1)]),
        (
            "s2",
            vec![
                life("D", 2, "E"),
                life("E", 7, "D"),
                outcome("F", 6),
                Item { constraint: Some(bound), ..item("H", 1) },
            ],
        ),
    ]);
    programme.sections[1].items.push(Item { applies_to: vec!["press".into()], ..item("X", 50) });
    for (id, when, cap) in [("G1", "outcome_supported < 4000", "fair"), ("G2", r#"level("F") == 0"#, "completed")] {
        let gate = Gate { id: id.into(), when: condition(when), cap: cap.into(), text: Bilingual::default() };
        programme.gates.push(gate);
    }
    programme
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    (0..8_u8).prop_map(|mark| match mark {
        0..=4 => Level::new(mark).map(Answer::Rated),
        5 => Some(Answer::NotApplicable(reason())),
        6 => Some(Answer::NotVerified(reason())),
        _ => None,
    })
}

fn any_piece() -> impl Strategy<Value = Evidence> {
    const KINDS: [&str; 8] =
        ["leaders", "document", "staff", "record", "resident", "observation", "recount", "tin đồn"];
    const SOURCES: [&str; 5] = ["", "bà Ẵm", " BÀ ẴM", "sổ hộ nghèo", "ấp Kinh 4A, \"đẩy mạnh\""];
    const DAYS: [&str; 4] = ["2022-06-01", "2023-06-01", "2023-12-31", "2024-06-01"];
    let of_days = || option::weighted(0.3, select(&DAYS[..]));
    (select(&KINDS[..]), select(&SOURCES[..]), of_days(), of_days(), prop::bool::weighted(0.1)).prop_map(
        |(kind, source, collected, expires, contradicts)| Evidence {
            collected: collected.map(day),
            expires: expires.map(day),
            contradicts,
            ..piece(kind, source)
        },
    )
}

fn any_inspection() -> impl Strategy<Value = Inspection> {
    let cites = vec(select(&["V-00", "V-01", "V-02", "V-03", "V-04", "V-05", "V-06", "V-07", "V-99"][..]), 0..5);
    let entries = vec((any_answer(), cites), ITEMS.len());
    let pieces = vec(option::weighted(0.8, any_piece()), PIECES.len());
    (entries, pieces, option::of(0..9_u32), prop::bool::weighted(0.05)).prop_map(
        |(entries, pieces, asked, stranger)| {
            let mut inspection = inspection();
            if stranger {
                inspection.plan.kind = "không có".into();
            }
            inspection.visit.people_asked = asked;
            for (item, (answer, cites)) in ITEMS.into_iter().zip(entries) {
                let evidence = cites.into_iter().map(EvidenceId::from).collect();
                inspection.entries.insert(item.into(), Entry { answer, evidence, ..Entry::default() });
            }
            let pieces = PIECES.into_iter().zip(pieces).filter_map(|(id, piece)| Some((id.into(), piece?)));
            inspection.evidence.extend(pieces);
            inspection
        },
    )
}

fn supported(programme: &Programme, inspection: &Inspection) -> Share {
    assess(programme, inspection, &Circumstances::default()).whole.map_or(Share::NONE, |score| score.supported)
}

/// Every item of the sheet takes these pieces beside its own.
fn with_everywhere(inspection: &Inspection, pieces: impl Iterator<Item = (EvidenceId, Evidence)>) -> Inspection {
    let mut more = inspection.clone();
    for (id, piece) in pieces {
        more.evidence.insert(id.clone(), piece);
        for entry in more.entries.values_mut() {
            entry.evidence.insert(id.clone());
        }
    }
    more
}

proptest! {
    #[test]
    fn shares_stand_in_their_order_and_bounds(inspection in any_inspection()) {
        let assessment = assess(&hostile_programme(), &inspection, &Circumstances::default());
        let scores = assessment.sections.iter().map(|(_, score)| score).chain(&assessment.whole).chain(&assessment.outcome);
        for score in scores {
            prop_assert!(score.supported <= score.claimed);
            prop_assert!(score.supported <= score.high);
            prop_assert!(score.na_low <= score.supported);
            prop_assert_eq!(score.gap.bp(), score.claimed.bp() - score.supported.bp());
            for share in [score.claimed, score.supported, score.gap, score.coverage, score.high, score.na_low] {
                prop_assert!(share <= Share::WHOLE);
            }
            prop_assert!(score.answered <= score.items);
        }
        for item in &assessment.items {
            prop_assert!(item.effective <= item.claimed && item.effective <= item.cap);
            prop_assert_eq!(item.ceiling.is_some(), item.effective < item.claimed);
        }
    }

    #[test]
    fn taking_evidence_away_never_raises_the_supported_score(inspection in any_inspection()) {
        let programme = hostile_programme();
        let before = supported(&programme, &inspection);
        for id in inspection.evidence.keys() {
            let mut less = inspection.clone();
            let taken = less.evidence.remove(id);
            prop_assert!(supported(&programme, &less) <= before);
            if taken.is_some_and(|piece| piece.contradicts) {
                prop_assert_eq!(supported(&programme, &less), before, "what contradicts carries nothing");
            }
        }
        for (item, entry) in &inspection.entries {
            for id in &entry.evidence {
                let mut less = inspection.clone();
                less.entries.entry(item.clone()).or_default().evidence.remove(id);
                prop_assert!(supported(&programme, &less) <= before);
            }
        }
    }

    #[test]
    fn what_the_unit_says_never_carries_more_however_often_it_is_said(inspection in any_inspection(), times in 2..30_usize) {
        let programme = hostile_programme();
        let said = |times: usize| {
            let pieces = (0..times).map(|n| (EvidenceId::new(format!("W-{n}")), piece("leaders", &format!("lãnh đạo {n}"))));
            assess(&programme, &with_everywhere(&inspection, pieces), &Circumstances::default())
        };
        let silent = assess(&programme, &inspection, &Circumstances::default());
        let often = said(times);
        prop_assert_eq!(&said(1), &often, "quantity never scores");
        for (before, after) in silent.items.iter().zip(&often.items) {
            prop_assert_eq!(after.grade, before.grade.max(Grade::E1));
            if before.grade == Grade::E0 {
                prop_assert!(after.effective <= programme.scoring.caps[1]);
            }
        }
    }

    #[test]
    fn documents_asked_for_and_time_on_paper_enter_no_score(inspection in any_inspection(), asked in 0..9999_u32) {
        let programme = hostile_programme();
        let mut busy = inspection.clone();
        busy.visit.documents_asked = Some(asked);
        busy.visit.minutes_on_paper = Some(asked);
        let about = Circumstances::default();
        prop_assert_eq!(assess(&programme, &inspection, &about), assess(&programme, &busy, &about));
    }

    #[test]
    fn the_order_in_which_things_were_recorded_plays_no_part(
        (inspection, entries, pieces) in any_inspection().prop_flat_map(|inspection| {
            let entries: Vec<(ItemId, Entry)> = inspection.entries.clone().into_iter().collect();
            let pieces: Vec<(EvidenceId, Evidence)> = inspection.evidence.clone().into_iter().collect();
            (Just(inspection), Just(entries).prop_shuffle(), Just(pieces).prop_shuffle())
        })
    ) {
        let mut again = Inspection::new(inspection.id, inspection.plan.clone());
        again.visit = inspection.visit.clone();
        for (id, piece) in pieces {
            again.evidence.insert(id, piece);
        }
        for (item, entry) in entries {
            again.entries.insert(item, entry);
        }
        let (programme, about) = (hostile_programme(), Circumstances::default());
        prop_assert_eq!(assess(&programme, &inspection, &about), assess(&programme, &again, &about));
    }

    #[test]
    fn the_band_rests_on_exactly_what_changes_it_when_it_is_taken_away(inspection in any_inspection()) {
        let (programme, about) = (hostile_programme(), Circumstances::default());
        let band = |programme: &Programme, inspection: &Inspection| assess(programme, inspection, &about).band;
        let standing = band(&programme, &inspection);
        let mut expected = Vec::new();
        for id in inspection.evidence.keys() {
            let mut less = inspection.clone();
            less.evidence.remove(id);
            let left = band(&programme, &less);
            if left != standing {
                expected.push(Rest::Evidence(id.clone(), left));
            }
        }
        let mut items: Vec<ItemId> = programme.items_for(&inspection.plan.kind).map(|(_, item)| item.id.clone()).collect();
        items.sort();
        for id in items {
            let mut less = programme.clone();
            for section in &mut less.sections {
                section.items.retain(|item| item.id != id);
            }
            let left = band(&less, &inspection);
            if left != standing {
                expected.push(Rest::Item(id, left));
            }
        }
        prop_assert_eq!(rests_on(&programme, &inspection, &about), expected);
    }
}
