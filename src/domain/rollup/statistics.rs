//! Mean, quartiles, spread and margin of one group's scores, in whole numbers: the same bytes on every machine.

use super::{Statistics, student};
use crate::domain::{programme::Scoring, share::Share, summary::Totals};

/// Basis points of the whole.
const WHOLE: u64 = 10_000;

/// The figures of a group of `in_scope` units of which `scores` were inspected. `None` when too few were: less than the
/// programme's share of them and fewer than its number.
pub(super) fn figures(scores: &[Totals], in_scope: u32, scoring: &Scoring) -> Option<Statistics> {
    let inspected = u32::try_from(scores.len()).unwrap_or(u32::MAX);
    let share = Share::of(inspected.into(), in_scope.into())?;
    if inspected == 0 || (share < scoring.min_units_share && inspected < scoring.min_units) {
        return None;
    }
    let mut supported: Vec<u16> = scores.iter().map(|score| score.supported.bp()).collect();
    supported.sort_unstable();
    let gaps = scores.iter().map(|score| u64::from(score.claimed.above(score.supported).bp()));
    let squares = squares(&supported);
    Some(Statistics {
        mean: mean(supported.iter().copied().map(u64::from), inspected),
        median: quartile(&supported, 2),
        lower_quartile: quartile(&supported, 1),
        upper_quartile: quartile(&supported, 3),
        spread: spread(squares, inspected),
        gap: mean(gaps, inspected),
        margin: margin(squares, inspected, in_scope),
    })
}

fn mean(shares: impl Iterator<Item = u64>, count: u32) -> Share {
    Share::of(shares.sum(), u64::from(count) * WHOLE).unwrap_or_default()
}

/// The `q`-th quartile of sorted basis points by linear interpolation between order statistics (Hyndman and Fan's type 7): the
/// value at place `(n−1)·q/4`.
fn quartile(sorted: &[u16], q: usize) -> Share {
    let quarters = sorted.len().saturating_sub(1) * q;
    let at = |place: usize| sorted.get(place).copied().map_or(0, u64::from);
    let (place, part) = (quarters / 4, (quarters % 4) as u64);
    Share::of((4 - part) * at(place) + part * at(place + 1), 4 * WHOLE).unwrap_or_default()
}

/// `n·Σx² − (Σx)²`, which is n·(n−1) times the sample variance.
fn squares(values: &[u16]) -> u128 {
    let sum: u64 = values.iter().map(|value| u64::from(*value)).sum();
    let of_squares: u64 = values.iter().map(|value| u64::from(*value) * u64::from(*value)).sum();
    (values.len() as u128 * u128::from(of_squares)).saturating_sub(u128::from(sum) * u128::from(sum))
}

/// Sample standard deviation; 0 for one unit.
fn spread(squares: u128, n: u32) -> Share {
    let n = u128::from(n);
    root(squares, n * (n - 1))
}

/// Half the width of the 90 % interval of the mean: `t·√(s²/n)·√((N−n)/(N−1))`, Student's t with n − 1 degrees of freedom, two-sided.
/// `None` for one unit of several. Exact up to ten million units.
fn margin(squares: u128, n: u32, population: u32) -> Option<Share> {
    if n >= population {
        return Some(Share::NONE);
    }
    let t = u128::from(student::t90(n.checked_sub(1)?)?);
    let (n, population) = (u128::from(n), u128::from(population));
    let above = (t * t).saturating_mul(squares).saturating_mul(population - n);
    let below = (student::UNIT * student::UNIT * n * n).saturating_mul((n - 1) * (population - 1));
    Some(root(above, below))
}

/// `√(above/below)` in basis points, rounded half up: the largest r with `(2r − 1)²·below ≤ 4·above`. 0 where `below` is 0.
fn root(above: u128, below: u128) -> Share {
    let Some(fourfold) = above.saturating_mul(4).checked_div(below) else { return Share::NONE };
    Share::from_bp(u16::try_from(fourfold.isqrt().div_ceil(2)).unwrap_or(u16::MAX))
}
