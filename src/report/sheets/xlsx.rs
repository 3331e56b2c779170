//! Sheets as a workbook (Office Open XML): numbers and days that can be reckoned with, a head that stays in sight, bands in colours that
//! follow the cell. Words are words: no cell is a formula.

use super::{Cell, Sheet};
use crate::text::{nfc, sanitise_text};
use chrono::Datelike;
use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeSet;

/// The most letters that a cell takes.
const LONGEST: usize = 32_767;
/// Colours of the bands, best first; bands beyond share the last.
const BANDS: [u32; 5] = [0x9B_D5_9B, 0xCF_E8_B5, 0xFF_F2_B3, 0xFA_D2_A5, 0xF4_B4_A8];

/// Why a workbook was not made: more rows than a sheet holds, or two sheets of one name.
pub type Unmade = XlsxError;

/// The workbook as the bytes of an `.xlsx` file: the same sheets give the same bytes.
///
/// # Errors
/// [`Unmade`] when a sheet has over 1,048,575 rows.
pub fn render(title: &str, mark: Option<&str>, sheets: &[Sheet]) -> Result<Vec<u8>, Unmade> {
    let mut book = Workbook::new();
    // No clock: the day of a document is among its words.
    let epoch = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(clean(title)).set_creation_datetime(&epoch));
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(&sheet.name)?;
        fill(page, sheet)?;
        page.set_freeze_panes(1, 2)?;
        page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
        if let Some(mark) = mark {
            page.set_header(format!("&C*** {} ***", clean(mark).replace('&', "&&")));
        }
    }
    book.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet) -> Result<(), Unmade> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0xED_ED_ED))
        .set_border(FormatBorder::Thin);
    let points = Format::new().set_num_format("0.00");
    let change = Format::new().set_num_format("+0.00;-0.00;0.00");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let words = Format::new().set_align(FormatAlign::Top);
    for (at, column) in (0..).zip(&sheet.columns) {
        page.set_column_width(at, f64::from(column.width))?;
        page.write_string_with_format(0, at, clean(&column.heading), &head)?;
    }
    for (row, cells) in (1..).zip(&sheet.rows) {
        for (at, cell) in (0..).zip(cells) {
            match cell {
                Cell::Empty => &mut *page,
                Cell::Text(text) | Cell::Band(_, text) => {
                    page.write_string_with_format(row, at, clean(text), &words)?
                }
                #[expect(clippy::cast_precision_loss, reason = "counts of units and seconds stay far below 2^52")]
                Cell::Count(number) => page.write_number(row, at, *number as f64)?,
                Cell::Points(share) => {
                    page.write_number_with_format(row, at, f64::from(share.bp()) / 100.0, &points)?
                }
                Cell::Change(bp) => page.write_number_with_format(row, at, f64::from(*bp) / 100.0, &change)?,
                Cell::Day(date) => {
                    match (u16::try_from(date.year()), u8::try_from(date.month()), u8::try_from(date.day())) {
                        // A workbook knows no day before 1900; such a day stands there as words.
                        (Ok(year), Ok(month), Ok(number)) if (1900..=9999).contains(&year) => page
                            .write_datetime_with_format(row, at, ExcelDateTime::from_ymd(year, month, number)?, &day)?,
                        _ => page.write_string(row, at, date.to_string())?,
                    }
                }
            };
        }
    }
    let last = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    if let Some(columns) = u16::try_from(sheet.columns.len()).ok().and_then(|count| count.checked_sub(1)) {
        page.autofilter(0, 0, last, columns)?;
    }
    colour(page, sheet, last)
}

/// Gives each band its colour by a rule, so that a cell that is changed by hand changes its colour, too.
fn colour(page: &mut Worksheet, sheet: &Sheet, last: u32) -> Result<(), Unmade> {
    let mut bands: BTreeSet<(u16, usize, &str)> = BTreeSet::new();
    for cells in &sheet.rows {
        bands.extend((0..).zip(cells).filter_map(|(at, cell)| match cell {
            Cell::Band(place, name) => Some((at, *place, name.as_str())),
            _ => None,
        }));
    }
    for (column, place, name) in bands {
        let colour = BANDS.get(place).or(BANDS.last()).copied().unwrap_or_default();
        let format = Format::new().set_background_color(Color::RGB(colour));
        let rule = ConditionalFormatCellRule::EqualTo(clean(name));
        let rule = ConditionalFormatCell::new().set_rule(rule).set_format(format);
        page.add_conditional_format(1, column, last.max(1), column, &rule)?;
    }
    Ok(())
}

/// Words without what a workbook cannot carry, no longer than a cell takes.
fn clean(text: &str) -> String {
    let text = nfc(&sanitise_text(text)).into_owned();
    text.chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).take(LONGEST).collect()
}

#[cfg(test)]
mod tests;
