//! Sums over items: the figures of a section, of the whole, of what measures outcome.
//!
//! Sums run over weight × basis points in `u64` and are divided and rounded once, by [`Share::of`].

use super::{ItemState, Score, sheet::Row};
use crate::domain::{ids::SectionId, programme::Measure, share::Share};

/// A running sum over items.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    /// Σ w over the items that apply.
    weight: u64,
    /// Σ w over the rated ones.
    rated: u64,
    /// Σ w over the items that do not apply.
    not_applicable: u64,
    /// Σ w·s in weight × basis points.
    claimed: u64,
    /// Σ w·eff in weight × basis points.
    effective: u64,
    answered: u32,
    items: u32,
}

impl Sum {
    fn add(&mut self, row: &Row, effective: Share) {
        let weight = u64::from(row.item.weight);
        self.items += 1;
        self.answered += u32::from(row.state != ItemState::Open);
        if row.state == ItemState::NotApplicable {
            self.not_applicable += weight;
            return;
        }
        self.weight += weight;
        if row.state == ItemState::Rated {
            self.rated += weight;
            self.claimed += weight * u64::from(row.claimed.bp());
            self.effective += weight * u64::from(effective.bp());
        }
    }

    /// The figures; `None` when no item applies.
    pub(super) fn score(&self) -> Option<Score> {
        let whole = u64::from(Share::WHOLE.bp());
        let of = |part: u64, weight: u64| Share::of(part, weight * whole);
        let claimed = of(self.claimed, self.weight)?;
        let supported = of(self.effective, self.weight)?;
        Some(Score {
            claimed,
            supported,
            gap: claimed.above(supported),
            coverage: Share::of(self.rated, self.weight)?,
            high: of(self.effective + (self.weight - self.rated) * whole, self.weight)?,
            na_low: of(self.effective, self.weight + self.not_applicable)?,
            weight: u32::try_from(self.weight).unwrap_or(u32::MAX),
            answered: self.answered,
            items: self.items,
        })
    }
}

/// The sums that the band is judged by.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sums {
    /// Over every row.
    pub(super) whole: Sum,
    /// Over the rows that measure outcome.
    pub(super) outcome: Sum,
}

impl Sums {
    /// Sums up all rows but `without`.
    pub(super) fn over(rows: &[Row], effective: &[Share], without: Option<usize>) -> Self {
        let mut sums = Self::default();
        for (place, (row, &effective)) in rows.iter().zip(effective).enumerate() {
            if without == Some(place) {
                continue;
            }
            sums.whole.add(row, effective);
            if row.item.measures == Measure::Outcome {
                sums.outcome.add(row, effective);
            }
        }
        sums
    }
}

/// The figures of each section with an item that applies, in the order of the programme.
pub(super) fn sections(rows: &[Row], effective: &[Share]) -> Vec<(SectionId, Score)> {
    let mut sums: Vec<(&SectionId, Sum)> = Vec::new();
    for (row, &effective) in rows.iter().zip(effective) {
        match sums.last_mut() {
            Some((section, sum)) if **section == row.section.id => sum.add(row, effective),
            _ => {
                let mut sum = Sum::default();
                sum.add(row, effective);
                sums.push((&row.section.id, sum));
            }
        }
    }
    sums.into_iter().filter_map(|(section, sum)| Some((section.clone(), sum.score()?))).collect()
}
