//! Which pieces of evidence count, and the grade that those cited at an item give it. Knows no weights and no sums.

use crate::domain::{
    evidence::{Evidence, Family, Grade},
    ids::{EvidenceId, EvidenceKindId},
    inspection::Inspection,
    programme::{EvidenceKind, Programme},
};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A piece of evidence that counts.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    pub(super) id: &'a EvidenceId,
    grade: Grade,
    family: Family,
    /// Folded by [`folded`]; empty when nobody said where it comes from.
    source: String,
}

/// The pieces that count, in the order of ids. A piece does not count when it contradicts the rating, has expired on
/// [`Inspection::as_of`], was collected outside the period under review, or is of a kind that the programme does not know. Without
/// a day of collection it counts: that gap is a flag's matter.
pub(super) fn counting<'a>(programme: &'a Programme, inspection: &'a Inspection) -> Vec<Piece<'a>> {
    let kinds: HashMap<&EvidenceKindId, &EvidenceKind> =
        programme.evidence_kinds.iter().map(|kind| (&kind.id, kind)).collect();
    let counts = |piece: &Evidence| {
        let expired = piece.expires.zip(inspection.as_of()).is_some_and(|(last_day, as_of)| last_day < as_of);
        let outside = piece.collected.is_some_and(|day| !inspection.plan.period.holds(day));
        !piece.contradicts && !expired && !outside
    };
    inspection
        .evidence
        .iter()
        .filter(|(_, piece)| counts(piece))
        .filter_map(|(id, piece)| {
            let kind = kinds.get(&piece.kind)?;
            Some(Piece { id, grade: kind.grade.min(Grade::E4), family: kind.family, source: folded(&piece.source) })
        })
        .collect()
}

/// The grade that these pieces give: E5 when two of them agree from different families and different named sources, each at
/// least E3; else the best among them. How many there are plays no part.
pub(super) fn grade<'a>(pieces: impl Iterator<Item = &'a Piece<'a>>) -> Grade {
    let mut best = Grade::E0;
    // Two sources of a family are enough to find a partner for a piece of any other.
    let mut strong: Vec<&Piece> = Vec::new();
    for piece in pieces {
        best = best.max(piece.grade);
        if piece.grade < Grade::E3 || piece.source.is_empty() {
            continue;
        }
        if strong.iter().any(|other| other.family != piece.family && other.source != piece.source) {
            return Grade::E5;
        }
        let mut family = strong.iter().filter(|other| other.family == piece.family);
        if !family.clone().any(|other| other.source == piece.source) && family.nth(1).is_none() {
            strong.push(piece);
        }
    }
    best
}

/// A source as it is compared: trimmed, runs of blanks as one, lower case, NFC. Spacing and capitals make no new witness.
fn folded(source: &str) -> String {
    let words: Vec<&str> = source.split_whitespace().collect();
    words.join(" ").to_lowercase().nfc().collect()
}
