//! Which pieces of evidence count, and the grade that those cited at an item give it. Knows no weights and no sums.

use crate::domain::{
    evidence::{Evidence, Family, Grade},
    ids::{EvidenceId, EvidenceKindId},
    inspection::Inspection,
    programme::{EvidenceKind, Programme},
};
use std::collections::{BTreeSet, HashMap};
use unicode_normalization::UnicodeNormalization;

/// The source of the visits to drawn models; no source that people write can be the same, for blanks are trimmed there.
const VISITS: &str = " ";

/// A piece of evidence that counts.
#[derive(Debug)]
pub(super) struct Piece<'a> {
    /// `None` for the visits to drawn models, which are evidence by themselves.
    pub(super) id: Option<&'a EvidenceId>,
    grade: Grade,
    family: Family,
    /// Folded by [`folded`]; empty when nobody said where it comes from.
    source: String,
}

/// Why a piece of evidence carries nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uncounted {
    /// It speaks against the rating.
    Contradicts,
    /// It has expired on [`Inspection::as_of`].
    Expired,
    /// It was collected outside [`Inspection::collecting`]. Without a day of collection a piece counts.
    Outside,
    /// The programme does not know its kind, and so neither its grade nor its family.
    UnknownKind,
}

/// Why a piece of evidence of the inspection carries nothing; `None` when it counts.
#[must_use]
pub fn uncounted(programme: &Programme, inspection: &Inspection, piece: &Evidence) -> Option<Uncounted> {
    judged(programme.evidence_kind(&piece.kind), inspection, piece).err()
}

fn judged<'a>(
    kind: Option<&'a EvidenceKind>,
    inspection: &Inspection,
    piece: &Evidence,
) -> Result<&'a EvidenceKind, Uncounted> {
    if piece.contradicts {
        return Err(Uncounted::Contradicts);
    }
    if piece.expires.zip(inspection.as_of()).is_some_and(|(last_day, as_of)| last_day < as_of) {
        return Err(Uncounted::Expired);
    }
    if piece.collected.is_some_and(|day| !inspection.collecting().holds(day)) {
        return Err(Uncounted::Outside);
    }
    kind.ok_or(Uncounted::UnknownKind)
}

/// The pieces that count, in the order of ids.
pub(super) fn counting<'a>(programme: &'a Programme, inspection: &'a Inspection) -> Vec<Piece<'a>> {
    let kinds: HashMap<&EvidenceKindId, &EvidenceKind> =
        programme.evidence_kinds.iter().map(|kind| (&kind.id, kind)).collect();
    let piece = |(id, piece): (&'a EvidenceId, &Evidence)| {
        let kind = judged(kinds.get(&piece.kind).copied(), inspection, piece).ok()?;
        Some(Piece {
            id: Some(id),
            grade: kind.grade.min(Grade::E4),
            family: kind.family,
            source: folded(&piece.source),
        })
    };
    inspection.evidence.iter().filter_map(piece).collect()
}

/// What the visits to drawn models are as evidence by themselves: one piece of the programme's kind for them, however many there are.
pub(super) fn visits(programme: &Programme) -> Option<Piece<'static>> {
    let kind = programme.evidence_kind(&programme.model_visit.as_ref()?.evidence)?;
    Some(Piece { id: None, grade: kind.grade.min(Grade::E4), family: kind.family, source: VISITS.to_owned() })
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

/// What cited pieces of evidence prove together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The grade they give.
    pub grade: Grade,
    /// Those that count and are of [`Grade::E3`] or more by themselves, in the order of ids.
    pub verified: Vec<EvidenceId>,
}

/// What `cited` proves; `visit` says that a visit to a drawn model stands beside it, which is evidence by itself.
#[must_use]
pub fn proof(programme: &Programme, inspection: &Inspection, cited: &BTreeSet<EvidenceId>, visit: bool) -> Proof {
    let counting = counting(programme, inspection);
    let cited: Vec<&Piece> = counting.iter().filter(|piece| piece.id.is_some_and(|id| cited.contains(id))).collect();
    let visit = visit.then(|| visits(programme)).flatten();
    Proof {
        grade: grade(cited.iter().copied().chain(&visit)),
        verified: cited.iter().filter(|piece| piece.grade >= Grade::E3).filter_map(|piece| piece.id.cloned()).collect(),
    }
}

/// A source as it is compared: trimmed, runs of blanks as one, lower case, NFC. Spacing and capitals make no new witness.
fn folded(source: &str) -> String {
    let words: Vec<&str> = source.split_whitespace().collect();
    words.join(" ").to_lowercase().nfc().collect()
}
