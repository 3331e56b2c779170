//! How dates, times and numbers are written for people, and how a day that they type is read. Data files use ISO dates and plain integers.

use super::Lang;
use crate::domain::{indicator::Hundredths, period::Period, share::Share};
use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate};

/// `12/10/2023` in both languages.
#[must_use]
pub fn date(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// `12/10`, where the year is plain from what stands around it.
#[must_use]
pub fn day_of(day: NaiveDate) -> String {
    format!("{:02}/{:02}", day.day(), day.month())
}

/// `12/10/2023 16:30`.
#[must_use]
pub fn time(at: DateTime<FixedOffset>) -> String {
    at.format("%d/%m/%Y %H:%M").to_string()
}

/// `01/03/2021 – 30/06/2025`, with `…` where an end is open.
#[must_use]
pub fn period(period: Period) -> String {
    let end = |day: Option<NaiveDate>| day.map_or_else(|| "…".to_owned(), date);
    format!("{} – {}", end(period.from), end(period.to))
}

/// Reads a day as people type it: `30/11/2023`, `30-11-2023`, `2023-11-30`, `30/11` (the one nearest to today: a day more than half a
/// year back is next year's, more than half a year ahead last year's), `+14` and `-3` (days from today). `None` when it is no day.
#[must_use]
pub fn parse_day(typed: &str, today: NaiveDate) -> Option<NaiveDate> {
    let typed = typed.trim();
    if let Some(days) = typed.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.trim().parse().ok()?));
    }
    if let Some(days) = typed.strip_prefix('-') {
        return today.checked_sub_days(Days::new(days.trim().parse().ok()?));
    }
    let numbers: Vec<&str> = typed.split(['/', '-', '.', ' ']).collect();
    let number = |at: usize| numbers.get(at)?.parse::<u32>().ok();
    match numbers.as_slice() {
        [year, _, _] if year.len() == 4 => NaiveDate::from_ymd_opt(year.parse().ok()?, number(1)?, number(2)?),
        [_, _, year] if year.len() == 4 => NaiveDate::from_ymd_opt(year.parse().ok()?, number(1)?, number(0)?),
        [_, _, year] if year.len() == 2 => {
            NaiveDate::from_ymd_opt(2000 + year.parse::<i32>().ok()?, number(1)?, number(0)?)
        }
        [_, _] => (today.year() - 1..=today.year() + 1)
            .filter_map(|year| NaiveDate::from_ymd_opt(year, number(1)?, number(0)?))
            .min_by_key(|day| (*day - today).num_days().abs()),
        _ => None,
    }
}

/// Reads a day and hour as people type them: `08:00`, `8:00`, `8h30` (today), `12/10 8:00`, `12/10/2023 08:00`; in the offset of
/// `now`. `None` when it is none.
#[must_use]
pub fn parse_time(typed: &str, now: DateTime<FixedOffset>) -> Option<DateTime<FixedOffset>> {
    let (day, hour) = typed.trim().rsplit_once(' ').unwrap_or(("", typed.trim()));
    let day = if day.is_empty() { now.date_naive() } else { parse_day(day, now.date_naive())? };
    let (hours, minutes) = hour.split_once([':', 'h'])?;
    let minutes = if minutes.is_empty() { 0 } else { minutes.parse().ok()? };
    let local = day.and_hms_opt(hours.parse().ok()?, minutes, 0)?;
    local.and_local_timezone(*now.offset()).single()
}

/// A share as whole points of 100, rounded half up: `61`. For narrow places; figures that are compared use [`decimal_points`].
#[must_use]
pub fn points(share: Share) -> String {
    ((u32::from(share.bp()) + 50) / 100).to_string()
}

/// What stands before the decimals of a number.
#[must_use]
pub const fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Vi => ',',
        Lang::En => '.',
    }
}

/// A share in points of 100 with its two decimals, so that no basis point is hidden: `61,04` in Vietnamese, `61.04` in English.
#[must_use]
pub fn decimal_points(lang: Lang, share: Share) -> String {
    let mark = decimal_mark(lang);
    format!("{}{mark}{:02}", share.bp() / 100, share.bp() % 100)
}

/// Points of 100 as short as they go without losing a basis point: `60`, `60,42`. For narrow columns.
#[must_use]
pub fn short_points(lang: Lang, share: Share) -> String {
    if share.bp().is_multiple_of(100) { (share.bp() / 100).to_string() } else { decimal_points(lang, share) }
}

/// A difference in basis points with its sign: `+2,50`, `-0,75`.
#[must_use]
pub fn signed_points(lang: Lang, bp: i32) -> String {
    let mark = decimal_mark(lang);
    let size = bp.unsigned_abs();
    format!("{}{}{mark}{:02}", if bp < 0 { '-' } else { '+' }, size / 100, size % 100)
}

/// A number held in hundredths, with its two decimals: `62,96` in Vietnamese, `62.96` in English.
#[must_use]
pub fn hundredths(lang: Lang, number: Hundredths) -> String {
    let mark = if lang == Lang::Vi { ',' } else { '.' };
    let size = number.0.unsigned_abs();
    format!("{}{}{mark}{:02}", if number.0 < 0 { "-" } else { "" }, size / 100, size % 100)
}

/// Reads a number as people type it, with a comma or a point and at most two decimals: `62,96`, `62.9`, `62`. `None` when it is none.
#[must_use]
pub fn parse_hundredths(typed: &str) -> Option<Hundredths> {
    let typed = typed.trim();
    let (sign, digits) = typed.strip_prefix('-').map_or((1, typed), |digits| (-1, digits));
    let (whole, part) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|digit| digit.is_ascii_digit());
    if !all_digits(whole) || !all_digits(part) || part.len() > 2 {
        return None;
    }
    let part = part.parse::<i32>().ok()? * if part.len() == 1 { 10 } else { 1 };
    Some(Hundredths(sign * whole.parse::<i32>().ok()?.checked_mul(100)?.checked_add(part)?))
}

/// A count with its thousands apart: `1.000` in Vietnamese, `1,000` in English.
#[must_use]
pub fn count(lang: Lang, number: u64) -> String {
    let digits = number.to_string();
    let mark = if lang == Lang::Vi { '.' } else { ',' };
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}

/// The beginning of a hash, enough for people to tell files apart.
#[must_use]
pub fn short_hash(hash: &str) -> String {
    hash.chars().take(12).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let today = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day");
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d);
        assert_eq!(parse_day("30/11", today), day(2023, 11, 30));
        assert_eq!(parse_day("15/01", today), day(2024, 1, 15), "the next January, not the last");
        assert_eq!(parse_day(" 1-2-2024 ", today), day(2024, 2, 1));
        assert_eq!(parse_day("2024-02-01", today), day(2024, 2, 1));
        assert_eq!(parse_day("1/2/24", today), day(2024, 2, 1));
        assert_eq!(parse_day("+14", today), day(2023, 11, 29));
        assert_eq!(parse_day("-15", today), day(2023, 10, 31));
        for wrong in ["", "31/02/2024", "mai", "+x", "1/2/3/4", "+99999999999999999999"] {
            assert_eq!(parse_day(wrong, today), None, "{wrong}");
        }
    }

    #[test]
    fn hours_are_read_as_people_type_them() {
        let now = DateTime::parse_from_rfc3339("2023-11-15T16:30:00+07:00").expect("a time");
        let read = |typed: &str| parse_time(typed, now).map(|at| at.to_rfc3339());
        assert_eq!(read("8:05").as_deref(), Some("2023-11-15T08:05:00+07:00"));
        assert_eq!(read("7h30").as_deref(), Some("2023-11-15T07:30:00+07:00"));
        assert_eq!(read("12/10 8h").as_deref(), Some("2023-10-12T08:00:00+07:00"));
        assert_eq!(read(&time(now)).as_deref(), Some("2023-11-15T16:30:00+07:00"));
        for wrong in ["", "8", "25:00", "8:61", "mai 8:00", "12/13 8:00"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn hundredths_are_read_as_people_type_them_and_come_back_as_they_are_shown() {
        for (typed, number) in [("62,96", 6296), (" 62.9 ", 6290), ("62", 6200), ("-0,05", -5), ("0", 0)] {
            assert_eq!(parse_hundredths(typed), Some(Hundredths(number)), "{typed}");
        }
        for wrong in ["", "-", ",5", "62,", "62,967", "1.234,5", "6e2", "+62", "٦٢", "99999999"] {
            assert_eq!(parse_hundredths(wrong), None, "{wrong}");
        }
        for number in [0, 5, -5, 100, -12_345, 6296].map(Hundredths) {
            for lang in [Lang::Vi, Lang::En] {
                assert_eq!(parse_hundredths(&hundredths(lang, number)), Some(number));
            }
        }
    }

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
