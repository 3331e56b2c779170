//! How dates, times and numbers are written for people. Data files use ISO dates and plain integers.

use super::Lang;
use crate::domain::share::Share;
use chrono::{DateTime, FixedOffset, NaiveDate};

/// `12/10/2023` in both languages.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// `12/10`, where the year is plain from what stands around it.
#[must_use]
pub fn day_of(day: NaiveDate) -> String {
    day.format("%d/%m").to_string()
}

/// `12/10/2023 16:30`.
#[must_use]
pub fn time(at: DateTime<FixedOffset>) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// A share as whole points of 100, rounded half up: `61`. For narrow places; figures that are compared use [`decimal_points`].
#[must_use]
pub fn points(share: Share) -> String {
    ((u32::from(share.bp()) + 50) / 100).to_string()
}

/// A share in points of 100 with its two decimals, so that no basis point is hidden: `61,04` in Vietnamese, `61.04` in English.
#[must_use]
pub fn decimal_points(lang: Lang, share: Share) -> String {
    let mark = if lang == Lang::Vi { ',' } else { '.' };
    format!("{}{mark}{:02}", share.bp() / 100, share.bp() % 100)
}

/// A difference in basis points with its sign: `+2,50`, `-0,75`.
#[must_use]
pub fn signed_points(lang: Lang, bp: i32) -> String {
    let mark = if lang == Lang::Vi { ',' } else { '.' };
    let size = bp.unsigned_abs();
    format!("{}{}{mark}{:02}", if bp < 0 { '-' } else { '+' }, size / 100, size % 100)
}

/// A count with its thousands apart: `1.000` in Vietnamese, `1,000` in English.
#[must_use]
pub fn count(lang: Lang, number: u64) -> String {
    let digits = number.to_string();
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(decimal_points(Lang::Vi, Share::from_bp(6042)), "60,42");
        assert_eq!(decimal_points(Lang::En, Share::from_bp(6042)), "60.42");
        assert_eq!(points(Share::from_bp(6050)), "61");
        assert_eq!(signed_points(Lang::Vi, -75), "-0,75");
        assert_eq!(count(Lang::Vi, 1_234_567), "1.234.567");
        assert_eq!(count(Lang::En, 999), "999");
    }
}
