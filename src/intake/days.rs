//! Days as people and spreadsheets write them in tables.

use chrono::NaiveDate;

/// `2021-03-01` or `01/03/2021`; day and month of the latter may have one digit, as spreadsheets write them.
pub(super) fn read_day(text: &str) -> Option<NaiveDate> {
    let number = |digits: &str, least: usize, most: usize| {
        let right = (least..=most).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        right.then(|| digits.parse().ok()).flatten()
    };
    let (day, month, year) = match text.split(['/', '-']).collect::<Vec<_>>()[..] {
        [day, month, year] if text.contains('/') && !text.contains('-') => {
            (number(day, 1, 2)?, number(month, 1, 2)?, number(year, 4, 4)?)
        }
        [year, month, day] if !text.contains('/') => (number(day, 2, 2)?, number(month, 2, 2)?, number(year, 4, 4)?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}
