//! A sheet as CSV: columns are named the same in every language, figures have a point, days are ISO, bands the words of the programme.

use super::{Cell, Column, Sheet};
use crate::{
    domain::share::Share,
    report::csv::{guarded, line},
};

/// Renders a sheet as CSV.
#[must_use]
pub fn render(sheet: &Sheet) -> String {
    let mut text = line(sheet.columns.iter().map(named));
    text.extend(sheet.rows.iter().map(|row| line(row.iter().map(written))));
    text
}

/// Bands are as many as the programme has, and named by it.
fn named(column: &Column) -> String {
    if column.name == "units_in_band" { format!("{}: {}", column.name, column.heading) } else { column.name.to_owned() }
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(words) | Cell::Band(_, words) => guarded(words),
        Cell::Count(number) => number.to_string(),
        Cell::Points(share) => points(*share),
        Cell::Change(change) => {
            let sign = if *change < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", change.unsigned_abs() / 100, change.unsigned_abs() % 100)
        }
        Cell::Day(day) => day.to_string(),
    }
}

/// `61.20`.
fn points(share: Share) -> String {
    format!("{}.{:02}", share.bp() / 100, share.bp() % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    #[test]
    fn figures_stand_as_they_are_and_words_are_guarded() {
        let column = |name| Column { heading: "Nhóm".into(), name, width: 8 };
        let sheet = Sheet {
            name: "x".into(),
            columns: ["name", "mean", "change", "due", "open", "units_in_band"].map(column).into(),
            rows: vec![vec![
                Cell::Text("=Nguyễn Thị Ẵm, ấp Kinh 4A".into()),
                Cell::Points(Share::from_bp(6120)),
                Cell::Change(-5),
                Cell::Day(NaiveDate::from_ymd_opt(2023, 11, 5).expect("a day")),
                Cell::Count(-3),
                Cell::Empty,
            ]],
        };
        let expected = "name,mean,change,due,open,units_in_band: Nhóm\n\
                        \"'=Nguyễn Thị Ẵm, ấp Kinh 4A\",61.20,-0.05,2023-11-05,-3,\n";
        assert_eq!(render(&sheet), expected);
    }
}
