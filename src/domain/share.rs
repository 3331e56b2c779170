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

    /// Reads points as people write them: 0 to 100 with at most two decimals after a comma or a point, `78,5`. `None` for anything else.
    #[must_use]
    pub fn from_points(written: &str) -> Option<Self> {
        let (whole, rest) = written.trim().split_once([',', '.']).unwrap_or((written.trim(), "0"));
        let digits = |text: &str, most: usize| {
            (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        if !digits(whole, 3) || !digits(rest, 2) {
            return None;
        }
        let hundredths = rest.parse::<u16>().ok()? * if rest.len() == 1 { 10 } else { 1 };
        let bp = whole.parse::<u16>().ok()?.checked_mul(100)?.checked_add(hundredths)?;
        (bp <= Self::WHOLE.0).then_some(Self(bp))
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
    fn points_are_read_with_comma_and_point_and_nothing_is_guessed() {
        let bp = |written: &str| Share::from_points(written).map(Share::bp);
        assert_eq!(bp("78,5"), Some(7850));
        assert_eq!(bp(" 78.05 "), Some(7805));
        assert_eq!((bp("0"), bp("100"), bp("100,00")), (Some(0), Some(10_000), Some(10_000)));
        for wrong in ["100,01", "101", "999", "-1", "78,", ",5", "7 8", "78,505", "tám", "", "１２"] {
            assert_eq!(bp(wrong), None, "{wrong:?}");
        }
    }

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
