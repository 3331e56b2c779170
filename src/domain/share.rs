//! Shares of a whole, held as integers in basis points, and the one rounding rule of the product.
//! Knows nothing of what is shared; scores are made of it in `score`.

use serde::{Deserialize, Serialize};

/// A share of a whole in basis points: 0 is nothing, 10 000 everything. Always within 0..=10 000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Share(u16);

impl Share {
    /// 0 basis points.
    pub const NONE: Self = Self(0);
    /// 10 000 basis points.
    pub const WHOLE: Self = Self(10_000);

    /// The share of `bp` basis points; what lies above the whole is the whole.
    #[must_use]
    pub const fn from_bp(bp: u16) -> Self {
        Self(if bp > 10_000 { 10_000 } else { bp })
    }

    /// `part / whole`, rounded half up once, in basis points. `None` when the whole is 0; a part above the whole is
    /// the whole. Every named result of design "scoring" is rounded by this function and nowhere else.
    #[must_use]
    pub const fn of(part: u64, whole: u64) -> Option<Self> {
        if whole == 0 {
            return None;
        }
        if part >= whole {
            return Some(Self::WHOLE);
        }
        let (part, whole) = (part as u128, whole as u128);
        #[expect(clippy::cast_possible_truncation, reason = "part < whole, so the quotient is at most 10 000")]
        Some(Self(((part * 20_000 + whole) / (2 * whole)) as u16))
    }

    /// The share in basis points, 0..=10 000.
    #[must_use]
    pub const fn bp(self) -> u16 {
        self.0
    }

    /// How far `self` lies above `other`; nothing when it does not.
    #[must_use]
    pub const fn above(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The sum, at most the whole.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self::from_bp(self.0.saturating_add(other.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_round_half_up_once() {
        assert_eq!(Share::of(1, 3).map(Share::bp), Some(3333));
        assert_eq!(Share::of(2, 3).map(Share::bp), Some(6667));
        assert_eq!(Share::of(1, 20_000).map(Share::bp), Some(1), "half a basis point goes up");
        assert_eq!(Share::of(1, 20_001).map(Share::bp), Some(0));
        assert_eq!(Share::of(7, 7), Some(Share::WHOLE));
        assert_eq!(Share::of(0, 0), None);
    }
}
