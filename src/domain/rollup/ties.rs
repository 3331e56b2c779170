//! Rank steps: groups whose ranges overlap are a tie. Changes no figure.

use super::Group;

/// Gives each group with a range its step, 1 the best.
///
/// A range is mean − margin to mean + margin, ends included. Two groups whose ranges share a point are in one step, and so is
/// whatever hangs together through others: A with B and B with C puts A and C in one step even when theirs do not meet, since no order
/// that keeps both ties could tell them apart. Steps are the islands that are left.
pub(super) fn rank(groups: &mut [Group]) {
    let mut ranges: Vec<(i32, i32, usize)> = groups
        .iter()
        .enumerate()
        .filter_map(|(place, group)| {
            let figures = group.figures?;
            let (mean, margin) = (i32::from(figures.mean.bp()), i32::from(figures.margin?.bp()));
            Some((mean + margin, mean - margin, place))
        })
        .collect();
    // From the highest upper end down, a range belongs to the island whose lowest point it reaches.
    ranges.sort_by(|a, b| b.cmp(a));
    let mut step = 0;
    let mut lowest = i32::MAX;
    for (upper, lower, place) in ranges {
        if upper < lowest {
            step += 1;
            lowest = lower;
        }
        lowest = lowest.min(lower);
        groups[place].step = Some(step);
    }
}
