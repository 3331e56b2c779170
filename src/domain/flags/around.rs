//! What comparing the inspections of a round – and those of the round before – says about one of them: twins, recycled files, copied
//! prose. Made once over all of them; asked for each.

use super::{
    Flag, TextPlace,
    prose::{Prose, Texts, masked},
    twins::Twins,
};
use crate::domain::{
    ids::{InspectionId, UnitId},
    inspection::Inspection,
    programme::Thresholds,
};
use std::collections::HashMap;

/// The text at a place as T05 compares it.
#[must_use]
pub fn compared(inspection: &Inspection, place: &TextPlace) -> Option<String> {
    prose(inspection).find(|(here, _)| here == place).map(|(_, text)| text)
}

/// What T05 compares: each finding as a whole – condition, cause and effect, since a cause alone may well be common – and each note.
/// A recommendation is not prose of its own: the same remedy may be right in many places.
fn prose(inspection: &Inspection) -> impl Iterator<Item = (TextPlace, String)> {
    let findings = inspection.findings.iter().map(|(id, finding)| {
        let parts = [finding.condition.as_str(), &finding.cause, &finding.effect];
        (TextPlace::Condition(id.clone()), parts.join(" "))
    });
    let notes = inspection.entries.iter().map(|(item, entry)| (TextPlace::Note(item.clone()), entry.note.clone()));
    findings.chain(notes)
}

/// An inspection to compare with, and the names that make no difference in its texts: its unit's and those of its places.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'a> {
    /// The inspection.
    pub inspection: &'a Inspection,
    /// Names to mask, the longest first.
    pub names: &'a [String],
    /// It belongs to the round itself; otherwise only its prose is compared, and only with inspections of the same unit.
    pub in_round: bool,
}

/// The inspections of a round that are taken in, a few at a time.
#[derive(Debug)]
pub struct Round {
    limits: Thresholds,
    twins: Twins,
    texts: Texts,
    whose: Vec<(InspectionId, TextPlace)>,
    of: HashMap<InspectionId, (usize, usize)>,
    before: HashMap<InspectionId, UnitId>,
}

impl Round {
    /// No inspection yet.
    #[must_use]
    pub fn new(limits: &Thresholds) -> Self {
        let texts = Texts::new(limits.copied_letters, limits.copied_share);
        let (twins, whose, of, before) = (Twins::default(), Vec::new(), HashMap::new(), HashMap::new());
        Self { limits: limits.clone(), twins, texts, whose, of, before }
    }

    /// Takes in an inspection.
    pub fn add(&mut self, Neighbour { inspection, names, in_round }: Neighbour) {
        if in_round {
            self.twins.add(inspection);
        } else {
            self.before.insert(inspection.id, inspection.plan.unit);
        }
        let first = self.whose.len();
        for (place, text) in prose(inspection) {
            self.whose.push((inspection.id, place));
            self.texts.add(&masked(&text, names));
        }
        self.of.insert(inspection.id, (first, self.whose.len()));
    }

    /// Makes them ready to be compared.
    #[must_use]
    pub fn ready(self) -> Around {
        let Self { limits, twins, texts, whose, of, before } = self;
        Around { limits, twins: twins.ready(), prose: texts.ready(), whose, of, before }
    }
}

/// The inspections of a round, ready to be compared.
#[derive(Debug)]
pub struct Around {
    limits: Thresholds,
    twins: Twins,
    prose: Prose,
    /// Whose text each number of the prose is.
    whose: Vec<(InspectionId, TextPlace)>,
    /// The first and the last but one number of an inspection's texts.
    of: HashMap<InspectionId, (usize, usize)>,
    /// Inspections of earlier rounds, with their units.
    before: HashMap<InspectionId, UnitId>,
}

impl Around {
    /// Takes in inspections, all at once.
    #[must_use]
    pub fn of<'a>(inspections: impl IntoIterator<Item = Neighbour<'a>>, limits: &Thresholds) -> Self {
        let mut round = Round::new(limits);
        inspections.into_iter().for_each(|neighbour| round.add(neighbour));
        round.ready()
    }

    /// T04, T05 and T07 of an inspection that was taken in. Of a text that stands in many others the likest one is named; within one
    /// inspection a person may repeat a text.
    #[must_use]
    pub fn flags(&self, inspection: &Inspection) -> Vec<Flag> {
        let mut flags = self.twins.flags(inspection, &self.limits);
        let (first, end) = self.of.get(&inspection.id).copied().unwrap_or_default();
        for text in first..end {
            let counts = |(other, _): &(usize, _)| {
                let unit = self.before.get(&self.whose[*other].0);
                !(first..end).contains(other) && unit.is_none_or(|unit| *unit == inspection.plan.unit)
            };
            let copies = self.prose.copies(text).into_iter().filter(counts);
            // The likest, and of equals the first.
            let likest = copies.min_by_key(|(other, share)| (std::cmp::Reverse(*share), *other));
            flags.extend(likest.map(|(other, share)| Flag::Copied {
                text: self.whose[text].1.clone(),
                other: self.whose[other].0,
                other_text: self.whose[other].1.clone(),
                share,
            }));
        }
        flags.extend(self.twins.recycled(inspection));
        flags
    }

    /// How many inspections of the round are compared.
    #[must_use]
    pub fn inspections(&self) -> u32 {
        self.twins.rows()
    }
}
