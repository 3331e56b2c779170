//! Cohen's weighted kappa: how far two series of levels agree beyond what chance would give. Knows no items and no people.

use crate::domain::answer::Level;

/// How much a difference weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weights {
    /// As many levels apart as there are between them.
    Linear,
    /// Their square: two levels apart weigh four times as much as one.
    Quadratic,
}

impl Weights {
    fn of(self, a: Level, b: Level) -> i64 {
        let apart = i64::from(a.get().abs_diff(b.get()));
        match self {
            Self::Linear => apart,
            Self::Quadratic => apart * apart,
        }
    }
}

/// Agreement beyond chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kappa {
    /// In ten-thousandths: 10 000 is full agreement, 0 what chance alone would give, below 0 less than that.
    Of(i32),
    /// There is nothing to compare.
    Nothing,
    /// Both gave one and the same level throughout: chance alone would agree as well, and nothing can be said.
    OneLevel,
}

/// Weighted kappa of pairs of levels: `1 − n·Σ w(i, j)·o(i, j) / Σ w(i, j)·r(i)·c(j)`, with `o` how often a pair came, `r` and `c` how
/// often each side gave a level, `n` how many pairs there are. In whole numbers, rounded half up once.
///
/// Source: J. Cohen, “Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit”, Psychological
/// Bulletin 70 (1968). Its limit: few pairs say little, and where nearly all levels are the same it is low although people agree; so the
/// number of pairs and the share of equal ones stand beside it wherever it is shown.
#[must_use]
pub fn kappa(pairs: &[(Level, Level)], weights: Weights) -> Kappa {
    if pairs.is_empty() {
        return Kappa::Nothing;
    }
    let found: i64 = pairs.iter().map(|(a, b)| weights.of(*a, *b)).sum();
    let given = |side: fn(&(Level, Level)) -> Level| {
        Level::ALL.map(|level| pairs.iter().filter(|pair| side(pair) == level).count())
    };
    let (rows, columns) = (given(|pair| pair.0), given(|pair| pair.1));
    let mut by_chance = 0_i64;
    for (a, row) in Level::ALL.into_iter().zip(rows) {
        for (b, column) in Level::ALL.into_iter().zip(columns) {
            by_chance += weights.of(a, b) * count(row) * count(column);
        }
    }
    if by_chance == 0 {
        return Kappa::OneLevel;
    }
    let beyond = by_chance - count(pairs.len()) * found;
    let rounded = (20_000 * beyond + by_chance).div_euclid(2 * by_chance);
    Kappa::Of(i32::try_from(rounded).unwrap_or(i32::MIN))
}

/// A count of items: far below 2³², so that products of a few stay far below 2⁶³.
fn count(of: usize) -> i64 {
    u32::try_from(of).unwrap_or(u32::MAX).into()
}
