//! What the draws of a group prove together. Knows no registers: how many models are registered is a census, and enters no score.

use crate::domain::{
    draw::{Interval, Sample},
    sample::Tally,
    share::Share,
};

/// Models drawn and found running over the inspections that count in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sampling {
    /// Units with a draw.
    pub units: u32,
    /// Models on the lists that were drawn from.
    pub listed: u32,
    /// Models drawn.
    pub drawn: u32,
    /// Of these, found running as registered.
    pub verified: u32,
    /// Of these, found not running.
    pub failed: u32,
    /// Σ list × lower end, and Σ list × upper end, in models × basis points.
    ends: (u64, u64),
}

impl Sampling {
    /// Adds the draws up.
    #[must_use]
    pub fn of(tallies: impl IntoIterator<Item = Tally>) -> Self {
        let mut sum = Self::default();
        for tally in tallies {
            let Some(sample) = Sample::new(tally.verified, tally.drawn, Some(tally.population)) else { continue };
            let whole = || Interval { lower: sample.share(), upper: sample.share() };
            let Interval { lower, upper } = sample.interval().unwrap_or_else(whole);
            sum.units += 1;
            sum.listed = sum.listed.saturating_add(tally.population);
            sum.drawn = sum.drawn.saturating_add(tally.drawn);
            sum.verified = sum.verified.saturating_add(tally.verified);
            sum.failed = sum.failed.saturating_add(tally.failed);
            let models = u64::from(tally.population);
            sum.ends.0 += models * u64::from(lower.bp());
            sum.ends.1 += models * u64::from(upper.bp());
        }
        sum
    }

    /// Between which shares of the listed models run as registered: of one list its Wilson interval, of several the mean of their ends,
    /// each weighed by its list, rounded half up once. Lists of different units are not thrown together: they were drawn from apart
    /// and at different rates, so the range of a group is never narrower than what its units prove. `None` without a draw.
    #[must_use]
    pub fn range(&self) -> Option<Interval> {
        let models = u64::from(self.listed) * u64::from(Share::WHOLE.bp());
        Some(Interval { lower: Share::of(self.ends.0, models)?, upper: Share::of(self.ends.1, models)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(verified: u32, drawn: u32, population: u32) -> Tally {
        Tally { population, drawn, verified, failed: drawn - verified }
    }

    fn ends(tallies: &[Tally]) -> Option<(u16, u16)> {
        let range = Sampling::of(tallies.iter().copied()).range()?;
        Some((range.lower.bp(), range.upper.bp()))
    }

    #[test]
    fn one_list_has_its_own_interval_and_several_the_mean_of_their_ends_by_length() {
        // The design's vectors: 4/5/23 gives 4680 to 9479, 12/18/50 gives 5100 to 7935;
        // (4680·23 + 5100·50) / 73 and (9479·23 + 7935·50) / 73.
        assert_eq!(ends(&[tally(4, 5, 23)]), Some((4680, 9479)));
        assert_eq!(ends(&[tally(3, 3, 3)]), Some((10_000, 10_000)), "the whole list is known");
        assert_eq!(ends(&[tally(4, 5, 23), tally(12, 18, 50)]), Some((4968, 8421)));
        assert_eq!(ends(&[]), None);
    }

    #[test]
    fn counts_are_added_and_what_cannot_be_is_left_out() {
        let sum = Sampling::of([tally(4, 5, 23), tally(0, 3, 300), tally(2, 4, 3)]);
        assert_eq!((sum.units, sum.listed, sum.drawn, sum.verified, sum.failed), (2, 323, 8, 4, 4));
    }
}
