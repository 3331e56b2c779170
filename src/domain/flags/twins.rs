//! Flags that compare an inspection with others of its round: twins (T04) and recycled files (T07, first part).

use super::{Flag, chance::at_least, ratings::count};
use crate::domain::{
    answer::Level,
    ids::{EvidenceId, InspectionId, ItemId, KindId, UnitId},
    inspection::Inspection,
    programme::Thresholds,
    share::Share,
};
use std::collections::{BTreeMap, HashMap};

/// The ratings of a round, kind by kind, and who stands behind each file.
#[derive(Debug, Default)]
pub(super) struct Twins {
    kinds: HashMap<KindId, Ratings>,
    files: HashMap<String, Vec<(InspectionId, UnitId, EvidenceId)>>,
}

/// The ratings of one kind of unit: a row of levels for each inspection, in one order of items.
#[derive(Debug, Default)]
struct Ratings {
    columns: BTreeMap<ItemId, usize>,
    rows: Vec<(InspectionId, Vec<Option<Level>>)>,
    /// For each item, the chance that two inspections rate it alike; reckoned once all are taken in.
    agreement: Vec<f64>,
}

impl Twins {
    pub(super) fn add(&mut self, inspection: &Inspection) {
        for (id, piece) in &inspection.evidence {
            if let Some(file) = &piece.file {
                let whose = (inspection.id, inspection.plan.unit, id.clone());
                self.files.entry(file.hash.clone()).or_default().push(whose);
            }
        }
        let ratings = self.kinds.entry(inspection.plan.kind.clone()).or_default();
        let mut row = Vec::new();
        for (item, entry) in &inspection.entries {
            let Some(level) = entry.level() else { continue };
            let next = ratings.columns.len();
            let column = *ratings.columns.entry(item.clone()).or_insert(next);
            if row.len() <= column {
                row.resize(column + 1, None);
            }
            row[column] = Some(level);
        }
        if !row.is_empty() {
            ratings.rows.push((inspection.id, row));
        }
    }

    /// Reckons what is the same for every inspection of the round.
    pub(super) fn ready(mut self) -> Self {
        for ratings in self.kinds.values_mut() {
            ratings.agreement = ratings.agreement();
        }
        self
    }

    /// T04, twin of another unit. Over the `m` items that both rated, `X` of them equal: chance alone would make `Bin(m, pₑ)` equal,
    /// `pₑ` being the mean over these items of Σ(share of each level in the round)². Flagged when
    /// `P(Bin(m, pₑ) ≥ X) × pairs of this kind < twin_chance` (the Bonferroni correction: with many pairs some are alike by accident).
    ///
    /// Shares are smoothed with one count for each level, or two inspections alone could never be told from a habit of the round. A
    /// fixed line ("85 % equal") is not used: studies of near-duplicates in surveys show that it raises false alarms where a round
    /// agrees for good reasons.
    pub(super) fn flags(&self, inspection: &Inspection, limits: &Thresholds) -> Vec<Flag> {
        let Some(ratings) = self.kinds.get(&inspection.plan.kind) else { return Vec::new() };
        let Some((_, own)) = ratings.rows.iter().find(|(id, _)| *id == inspection.id) else { return Vec::new() };
        let rows = ratings.rows.len();
        #[expect(clippy::cast_precision_loss, reason = "a count of pairs, far below 2^52")]
        let pairs = (rows * rows.saturating_sub(1) / 2) as f64;
        let others = ratings.rows.iter().filter(|(id, _)| *id != inspection.id);
        let twin = |(other, row): &(InspectionId, Vec<Option<Level>>)| {
            let common = own
                .iter()
                .zip(row)
                .zip(&ratings.agreement)
                .filter_map(|((a, b), chance)| Some((a.as_ref()?, b.as_ref()?, chance)));
            let (mut m, mut equal, mut expected) = (0_u32, 0_u32, 0.0);
            for (a, b, chance) in common {
                m += 1;
                equal += u32::from(a == b);
                expected += chance;
            }
            if m < limits.twin_items {
                return None;
            }
            expected /= f64::from(m);
            let likely = at_least(equal, m, expected) * pairs;
            (likely < f64::from(limits.twin_chance) / 1e6).then(|| Flag::Twin {
                other: *other,
                equal,
                common: m,
                expected: share_of(expected),
            })
        };
        others.filter_map(twin).collect()
    }

    /// T07, recycled evidence: the same file (by hash) stands under another unit. Two inspections of one unit may share a file.
    pub(super) fn recycled(&self, inspection: &Inspection) -> Vec<Flag> {
        let mut flags = Vec::new();
        for (id, piece) in &inspection.evidence {
            let Some(owners) = piece.file.as_ref().and_then(|file| self.files.get(&file.hash)) else { continue };
            let other = owners.iter().find(|(_, unit, _)| *unit != inspection.plan.unit);
            flags.extend(other.map(|(other, _, theirs)| Flag::Recycled {
                evidence: id.clone(),
                other: *other,
                other_evidence: theirs.clone(),
            }));
        }
        flags
    }
}

impl Ratings {
    /// For each item, the chance that two inspections rate it alike.
    fn agreement(&self) -> Vec<f64> {
        let chance = |column: usize| {
            let levels = self.rows.iter().filter_map(|(_, row)| row.get(column).copied().flatten());
            let mut counts = [1.0_f64; Level::ALL.len()];
            for level in levels {
                counts[usize::from(level.get())] += 1.0;
            }
            let all: f64 = counts.iter().sum();
            counts.iter().map(|count| (count / all).powi(2)).sum()
        };
        (0..self.columns.len()).map(chance).collect()
    }
}

/// A chance of 0 to 1 in basis points, to print it.
fn share_of(chance: f64) -> Share {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 10 000")]
    let bp = (chance.clamp(0.0, 1.0) * 10_000.0).round() as u16;
    Share::from_bp(bp)
}

impl Twins {
    /// How many inspections it holds.
    pub(super) fn rows(&self) -> u32 {
        count(self.kinds.values().map(|ratings| ratings.rows.len()).sum())
    }
}
