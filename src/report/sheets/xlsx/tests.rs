use super::*;
use crate::domain::share::Share;
use crate::report::sheets::Column;
use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use std::io::Cursor;

const NAME: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";

fn sheet(words: &str) -> Sheet {
    let column = |name| Column { heading: format!("Cột {name}"), name, width: 10 };
    Sheet {
        name: "Đơn vị".into(),
        columns: ["name", "mean", "change", "due", "open", "band", "nothing"].map(column).into(),
        rows: vec![vec![
            Cell::Text(words.into()),
            Cell::Points(Share::from_bp(6120)),
            Cell::Change(-250),
            Cell::Day(NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day")),
            Cell::Count(12),
            Cell::Band(2, "Khá".into()),
            Cell::Empty,
        ]],
    }
}

fn read(words: &str) -> Vec<Vec<Data>> {
    let file = render("Báo cáo", Some("TẬP DƯỢT"), &[sheet(words)]).expect("a workbook");
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(file)).expect("a workbook that can be read");
    let range = book.worksheet_range("Đơn vị").expect("the sheet");
    assert!(book.worksheet_formula("Đơn vị").expect("the sheet").is_empty(), "no cell is a formula");
    range.rows().map(<[Data]>::to_vec).collect()
}

#[test]
fn figures_are_numbers_days_are_days_and_what_is_not_known_is_empty() {
    let rows = read(NAME);
    assert_eq!(rows[0][1], Data::String("Cột mean".into()));
    assert_eq!(rows[1][0], Data::String(NAME.into()));
    assert_eq!(rows[1][1], Data::Float(61.2));
    assert_eq!(rows[1][2], Data::Float(-2.5));
    assert!(matches!(&rows[1][3], Data::DateTime(day) if day.to_ymd_hms_milli().0 == 2023), "{:?}", rows[1][3]);
    assert_eq!(rows[1][4], Data::Float(12.0));
    assert_eq!(rows[1][5], Data::String("Khá".into()));
    assert!(rows[1].get(6).is_none_or(|cell| *cell == Data::Empty));
}

#[test]
fn hostile_words_are_words() {
    for words in ["=cmd|' /C calc'!A0", "<b>&amp;</b>", "@SUM(A1)", "-2+3", "ấp\u{202E}Kinh\u{0}\u{1b}[31m"] {
        let shown = read(words)[1][0].to_string();
        assert!(!shown.contains(['\u{202E}', '\u{0}', '\u{1b}']), "{shown:?}");
        assert_eq!(shown, clean(words));
    }
    assert_eq!(read(&"ơ".repeat(40_000))[1][0].to_string().chars().count(), LONGEST);
}

#[test]
fn the_same_sheets_are_the_same_file() {
    let made = || render("x", None, &[sheet(NAME)]).expect("a workbook");
    assert_eq!(made(), made());
}
