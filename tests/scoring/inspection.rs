//! An inspection by hand: marks, evidence and what they rest on, in as few words as a test wants to read.

use crate::programme::day;
use thucchat::domain::{
    answer::{Answer, Level, Reason},
    evidence::Evidence,
    ids::{EvidenceId, InspectionId, UnitId},
    inspection::{Inspection, Plan},
    period::Period,
};
use uuid::Uuid;

/// An inspection of a party committee over the year 2023.
pub fn inspection() -> Inspection {
    Inspection::new(
        InspectionId(Uuid::from_u128(1)),
        Plan {
            unit: UnitId(Uuid::from_u128(2)),
            kind: "party_committee".into(),
            round: "2023-so-ket".into(),
            period: Period::between(day("2023-01-01"), day("2023-12-31")).expect("a year"),
            programme: "0".repeat(64),
            due: None,
            lead: "Nguyễn Thị Ẵm".into(),
        },
    )
}

/// A piece of evidence of this kind from this source, collected on the visit.
pub fn piece(kind: &str, source: &str) -> Evidence {
    Evidence {
        kind: kind.into(),
        text: "Ấp Kinh 4A: 3 trong 4 hộ còn làm".into(),
        source: source.into(),
        collected: Some(day("2023-10-12")),
        expires: None,
        file: None,
        contradicts: false,
    }
}

/// Rates an item on the evidence named.
pub fn rate(inspection: &mut Inspection, item: &str, level: u8, evidence: &[&str]) {
    mark(inspection, item, Answer::Rated(Level::new(level).expect("a level")));
    cite(inspection, item, evidence);
}

/// Marks an item as not applicable.
pub fn not_applicable(inspection: &mut Inspection, item: &str) {
    mark(inspection, item, Answer::NotApplicable(reason()));
}

/// Marks an item as not verified.
pub fn not_verified(inspection: &mut Inspection, item: &str) {
    mark(inspection, item, Answer::NotVerified(reason()));
}

/// Rests an item on the evidence named, and nothing else.
pub fn cite(inspection: &mut Inspection, item: &str, evidence: &[&str]) {
    let cited = evidence.iter().copied().map(EvidenceId::from).collect();
    inspection.entries.entry(item.into()).or_default().evidence = cited;
}

/// Adds a piece of evidence.
pub fn collect(inspection: &mut Inspection, id: &str, evidence: Evidence) {
    inspection.evidence.insert(id.into(), evidence);
}

/// A reason in words.
pub fn reason() -> Reason {
    Reason::new("“đẩy mạnh”, không có tại ấp Kinh 4A").expect("words")
}

fn mark(inspection: &mut Inspection, item: &str, answer: Answer) {
    inspection.entries.entry(item.into()).or_default().answer = Some(answer);
}
