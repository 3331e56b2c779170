//! What a drawn sample proves about its list: the Wilson interval with the finite-population adjustment, and the level it gives.
//!
//! The only floating-point numbers of the domain. They meet no operation but + − × ÷ and the square root, which IEEE 754 fixes to
//! the last bit, so the rounded ends are the same on every machine.

use crate::domain::{answer::Level, share::Share};

/// One-sided 95 %.
const Z: f64 = 1.644_853_626_951_472_2;

/// A sample: so many of the drawn ones were verified, from a list of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    verified: u32,
    drawn: u32,
    population: Option<u32>,
}

/// The ends of an interval, each holding with 95 % by itself; rounded half up to basis points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub lower: Share,
    /// The upper end.
    pub upper: Share,
}

impl Sample {
    /// A sample of `drawn` from a list of `population` (`None`: a list without end), of which `verified` were found as they should
    /// be. A drawn one that was not visited counts as drawn. `None` when nothing was drawn or the numbers cannot be.
    #[must_use]
    pub fn new(verified: u32, drawn: u32, population: Option<u32>) -> Option<Self> {
        let possible = drawn > 0 && verified <= drawn && population.is_none_or(|population| drawn <= population);
        possible.then_some(Self { verified, drawn, population })
    }

    /// How long the list is that was drawn from; `None` for a list without end.
    #[must_use]
    pub const fn population(&self) -> Option<u32> {
        self.population
    }

    /// The share verified.
    #[must_use]
    pub fn share(&self) -> Share {
        Share::of(self.verified.into(), self.drawn.into()).unwrap_or_default()
    }

    /// The Wilson interval of the share in the whole list, with n replaced by `n·(N−1)/(N−n)`. `None` when the whole list was
    /// drawn: then the share is known and has no interval.
    #[must_use]
    pub fn interval(&self) -> Option<Interval> {
        let n = f64::from(self.drawn);
        let m = match self.population {
            Some(population) if population == self.drawn => return None,
            Some(population) => n * f64::from(population - 1) / f64::from(population - self.drawn),
            None => n,
        };
        let p = f64::from(self.verified) / n;
        let z2 = Z * Z;
        let centre = p + z2 / (2.0 * m);
        let half = Z * (p * (1.0 - p) / m + z2 / (4.0 * m * m)).sqrt();
        let scale = 1.0 + z2 / m;
        Some(Interval { lower: rounded((centre - half) / scale), upper: rounded((centre + half) / scale) })
    }

    /// The lower end of the interval, or the share itself when the whole list was drawn.
    #[must_use]
    pub fn lower(&self) -> Share {
        self.interval().map_or_else(|| self.share(), |interval| interval.lower)
    }

    /// The level that the lower end gives: the number of `least` lower ends it reaches, which are those of levels 1, 2, 3 and 4
    /// ([`Scoring::sample_levels`](crate::domain::programme::Scoring)).
    #[must_use]
    pub fn level(&self, least: &[Share; 4]) -> Level {
        let lower = self.lower();
        Level::ALL[least.iter().take_while(|least| **least <= lower).count()]
    }
}

fn rounded(share: f64) -> Share {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=10 000 before")]
    let bp = (share * 10_000.0).round().clamp(0.0, 10_000.0) as u16;
    Share::from_bp(bp)
}
