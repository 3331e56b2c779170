//! A small programme by hand: the first programme's kinds of evidence, caps and bands, and whatever items a test needs.

use chrono::NaiveDate;
use thucchat::domain::{
    evidence::{Family, Grade},
    lang::Bilingual,
    period::Period,
    programme::{
        Band, Documents, EvidenceKind, Item, Measure, Programme, Scale, Scoring, Section, Thresholds, UnitKind,
    },
    share::Share,
};

/// The day written `2023-10-12`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// An item that party committees see.
pub fn item(id: &str, weight: u32) -> Item {
    Item {
        id: id.into(),
        clause: "1".into(),
        applies_to: vec!["party_committee".into()],
        measures: Measure::Process,
        weight,
        question: Bilingual::default(),
        label: Bilingual::default(),
        look_at: Bilingual::default(),
        ask_whom: Bilingual::default(),
        levels: Default::default(),
        evidence: Vec::new(),
        relevant: None,
        constraint: None,
        life: None,
        critical: false,
        measures_sample: false,
    }
}

/// A programme with these sections.
pub fn programme(sections: Vec<(&str, Vec<Item>)>) -> Programme {
    Programme {
        id: "dan-van-kheo".into(),
        version: "1".into(),
        hash: "0".repeat(64),
        title: Bilingual::default(),
        short: Bilingual::default(),
        basis: Bilingual::default(),
        valid: Period::default(),
        scale: Scale {
            anchors: Default::default(),
            not_applicable: Bilingual::default(),
            not_verified: Bilingual::default(),
        },
        scoring: scoring(),
        bands: [("excellent", 9000), ("good", 8000), ("fair", 6500), ("completed", 5000), ("not_completed", 0)]
            .map(|(id, min)| Band { id: id.into(), min: Share::from_bp(min), name: Bilingual::default() })
            .into(),
        gates: Vec::new(),
        unit_kinds: ["party_committee", "government", "press"]
            .map(|id| UnitKind {
                id: id.into(),
                name: Bilingual::default(),
                short: Bilingual::default(),
                examples: Bilingual::default(),
            })
            .into(),
        indicators: Vec::new(),
        evidence_kinds: [
            ("leaders", Family::Testimonial, Grade::E1),
            ("document", Family::Documentary, Grade::E2),
            ("staff", Family::Testimonial, Grade::E2),
            ("record", Family::Documentary, Grade::E3),
            ("resident", Family::Testimonial, Grade::E3),
            ("observation", Family::Physical, Grade::E4),
            ("recount", Family::Analytical, Grade::E4),
        ]
        .map(|(id, family, grade)| EvidenceKind { id: id.into(), name: Bilingual::default(), family, grade })
        .into(),
        sections: sections
            .into_iter()
            .map(|(id, items)| Section { id: id.into(), clause: "1".into(), title: Bilingual::default(), items })
            .collect(),
        model_visit: None,
        model_fields: Vec::new(),
        resident_questions: Vec::new(),
        milestones: Vec::new(),
        documents: Documents::default(),
        thresholds: Thresholds::default(),
        empty_phrases: Vec::new(),
    }
}

/// The defaults of the design.
fn scoring() -> Scoring {
    Scoring {
        caps: [0, 4000, 6000, 8000, 9000, 10_000].map(Share::from_bp),
        life_margin: Share::from_bp(2500),
        min_coverage: Share::from_bp(7000),
        min_units_share: Share::from_bp(3000),
        min_units: 3,
        sample_levels: [2500, 5000, 7000, 8500].map(Share::from_bp),
        sample_min: 3,
    }
}
