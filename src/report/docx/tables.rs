//! The tables of Word documents: two halves of a letterhead, names and values, grids with repeated heads, bars as shaded cells.

use super::{ROOM, drawn, run, styles, words};
use crate::report::document::{Align, Column, is_rule};
use docx_rs::{
    BorderType, BuildXML, Paragraph, Shading, ShdType, Table, TableBorder, TableBorderPosition, TableCell,
    TableLayoutType, TableRow, WidthType,
};
use std::io::{self, Write};

/// The height that marks a row as a head, and how the library writes it.
const MARK: f32 = 1.0;
const HEIGHT: &str = "<w:trHeight w:val=\"1\" w:hRule=\"atLeast\" />";
/// Columns that a bar is drawn with: one for each 2.5 points.
const BAR: usize = 40;
/// Basis points of a whole.
const WHOLE: usize = 10_000;

/// Two columns without lines: of a letterhead both centred, of a signature the left one as it is written.
pub(super) fn halves(left: &[String], right: &[String], is_head: bool) -> Table {
    // The name of the country is longer than any office's.
    let narrow = if is_head { ROOM * 2 / 5 } else { ROOM * 9 / 20 };
    let left = if is_head { head(left, narrow, false) } else { foot(left, narrow, false) };
    let right = if is_head { head(right, ROOM - narrow, true) } else { foot(right, ROOM - narrow, true) };
    plain(vec![TableRow::new(vec![left, right])], &[narrow, ROOM - narrow])
}

/// A half of a letterhead: the office that issues, or Party and country with place and day below. Source of the letters: HD 36-HD/VPTW
/// (2018) and Decree 30/2020, Annex I.
fn head(lines: &[String], width: usize, is_right: bool) -> TableCell {
    /// A longer line of capitals is set smaller, so that it stands on one line (12 points, as the Decree allows).
    const LONG: usize = 30;
    let mut cell = TableCell::new().width(width, WidthType::Dxa);
    for (row, line) in lines.iter().enumerate() {
        let next = lines.get(row + 1);
        let mut run = run(line);
        if is_rule(line) {
            // On the right the line is as long as the words, which are underlined.
            if !is_right {
                cell = cell.add_paragraph(drawn(width * 3 / 10));
            }
            continue;
        }
        let is_ruled = next.is_some_and(|next| is_rule(next));
        // Of two bodies the one that issues is bold, not the one above it; of a motto all is.
        if is_ruled || (is_capital(line) && !next.is_some_and(|next| is_capital(next) && !is_right)) {
            run = run.bold();
        }
        if is_right && is_ruled {
            run = run.underline("single");
        }
        if is_right && next.is_none() && row > 0 {
            run = run.italic();
        }
        if is_right && is_capital(line) && line.chars().count() > LONG {
            run = run.size(styles::SMALL);
        }
        cell = cell.add_paragraph(Paragraph::new().style("Half").keep_next(true).add_run(run));
    }
    or_empty(cell, lines, "Half")
}

/// A half of a foot: recipients, or who signs.
fn foot(lines: &[String], width: usize, is_right: bool) -> TableCell {
    let style = if is_right { "Half" } else { "HalfLeft" };
    let paragraph = |line: &String| {
        let run = if is_right && is_capital(line) { run(line).bold() } else { run(line) };
        Paragraph::new().style(style).keep_next(true).add_run(run)
    };
    let cell = TableCell::new().width(width, WidthType::Dxa);
    or_empty(lines.iter().fold(cell, |cell, line| cell.add_paragraph(paragraph(line))), lines, style)
}

/// A cell needs a paragraph.
fn or_empty(cell: TableCell, lines: &[String], style: &str) -> TableCell {
    if lines.is_empty() { cell.add_paragraph(Paragraph::new().style(style)) } else { cell }
}

/// Whether a line is written in capitals.
fn is_capital(line: &str) -> bool {
    line.chars().any(char::is_alphabetic) && line.to_uppercase() == line
}

/// Names and values without lines.
pub(super) fn facts(rows: &[(String, String)]) -> Table {
    let widths = [ROOM * 3 / 10, ROOM - ROOM * 3 / 10];
    let row = |(name, value): &(String, String)| {
        TableRow::new(vec![
            TableCell::new().width(widths[0], WidthType::Dxa).add_paragraph(words("Cell", &format!("{name}:"))),
            TableCell::new().width(widths[1], WidthType::Dxa).add_paragraph(words("Cell", value)),
        ])
    };
    plain(rows.iter().map(row).collect(), &widths)
}

/// A table with lines and a head that stands on each of its pages. Its rows are written one by one: a province has a hundred thousand.
pub(super) fn grid(body: &mut dyn Write, columns: &[Column], rows: &[Vec<String>]) -> io::Result<()> {
    const END: &[u8] = b"</w:tbl>";
    let widths = share_out(columns, rows);
    let table =
        Table::new(Vec::new()).set_grid(widths.clone()).width(ROOM, WidthType::Dxa).layout(TableLayoutType::Fixed);
    let table = table.build();
    body.write_all(table.strip_suffix(END).unwrap_or(&table))?;
    let place = |at: usize| widths.get(at).copied().unwrap_or(0);
    let head = columns.iter().enumerate().map(|(at, column)| {
        let cell = TableCell::new().width(place(at), WidthType::Dxa).shading(fill("EDEDED"));
        cell.add_paragraph(words("CellHead", &column.heading))
    });
    body.write_all(&repeated(&TableRow::new(head.collect()).cant_split().row_height(MARK).build()))?;
    for cells in rows {
        let cells = columns.iter().enumerate().map(|(at, column)| {
            let style = if column.align == Align::Right { "CellFigure" } else { "Cell" };
            let text = cells.get(at).map_or("", String::as_str);
            TableCell::new().width(place(at), WidthType::Dxa).add_paragraph(words(style, text))
        });
        body.write_all(&TableRow::new(cells.collect()).cant_split().build())?;
    }
    body.write_all(END)
}

/// The library has no word for a row that is repeated on each page: it takes the place of a height, which no row has, for a row is as high
/// as its words. What people typed cannot hold such a tag, for its signs are escaped.
fn repeated(head: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(head).replacen(HEIGHT, "<w:tblHeader />", 1).into_bytes()
}

/// Bars to a common scale: name, shaded cells, words; where there is no share, the words stand alone.
pub(super) fn bars(rows: &[(String, Option<u16>, String)]) -> Table {
    let step = ROOM * 2 / 5 / BAR;
    let name = ROOM * 7 / 20;
    let beside = ROOM - name - step * BAR;
    let row = |(title, share, text): &(String, Option<u16>, String)| {
        let mut cells = vec![TableCell::new().width(name, WidthType::Dxa).add_paragraph(words("Cell", title))];
        let words_cell = |width, span| {
            TableCell::new().width(width, WidthType::Dxa).grid_span(span).add_paragraph(words("Cell", text))
        };
        let Some(share) = share else {
            cells.push(words_cell(step * BAR + beside, BAR + 1));
            return TableRow::new(cells);
        };
        let full = ((usize::from(*share) * BAR + WHOLE / 2) / WHOLE).min(BAR);
        for (columns, colour) in [(full, "4472C4"), (BAR - full, "EDEDED")] {
            if columns > 0 {
                let part = TableCell::new().width(step * columns, WidthType::Dxa).grid_span(columns);
                cells.push(part.shading(fill(colour)).add_paragraph(words("Cell", "")));
            }
        }
        cells.push(words_cell(beside, 1));
        TableRow::new(cells)
    };
    let mut widths = vec![name];
    widths.extend(std::iter::repeat_n(step, BAR));
    widths.push(beside);
    // White lines keep the bars of two rows apart.
    let line = |at| TableBorder::new(at).border_type(BorderType::Single).color("FFFFFF").size(24);
    plain(rows.iter().map(row).collect(), &widths).set_border(line(TableBorderPosition::InsideH))
}

fn plain(rows: Vec<TableRow>, widths: &[usize]) -> Table {
    Table::without_borders(rows).set_grid(widths.to_vec()).width(ROOM, WidthType::Dxa).layout(TableLayoutType::Fixed)
}

fn fill(colour: &str) -> Shading {
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(colour)
}

/// What each column gets of the page: at least its longest word, the rest by its need against the others.
fn share_out(columns: &[Column], rows: &[Vec<String>]) -> Vec<usize> {
    /// Beside its words a cell has its own margins.
    const MARGINS: usize = 320;
    /// A longer word may be broken, a longer line is wrapped.
    const LONG_WORD: usize = 1_750;
    const LONG_LINE: usize = 11_000;
    let texts = |at: usize| {
        let head = columns.get(at).map(|column| column.heading.as_str());
        head.into_iter().chain(rows.iter().filter_map(move |cells| cells.get(at).map(String::as_str)))
    };
    let word = |at| texts(at).flat_map(|text| text.split([' ', '\n'])).map(breadth).max().unwrap_or(0).min(LONG_WORD);
    let line = |at| texts(at).flat_map(|text| text.split('\n')).map(breadth).max().unwrap_or(0).min(LONG_LINE);
    let least: Vec<usize> = (0..columns.len()).map(|at| word(at) + MARGINS).collect();
    let wants: Vec<usize> =
        least.iter().enumerate().map(|(at, least)| (line(at) + MARGINS).saturating_sub(*least).max(1)).collect();
    let (sure, wanted) = (least.iter().sum::<usize>(), wants.iter().sum::<usize>().max(1));
    if sure >= ROOM {
        return least.iter().map(|width| width * ROOM / sure.max(1)).collect();
    }
    let spare = ROOM - sure;
    least.iter().zip(&wants).map(|(least, want)| least + want * spare / wanted).collect()
}

/// About how broad words are in bold Times of 12 points, in twentieths of a point.
fn breadth(text: &str) -> usize {
    let letter = |c: char| match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | '.' | ',' | ':' | ';' | '-' | '(' | ')' => 85,
        'm' | 'w' | 'M' | 'W' => 205,
        c if c.is_uppercase() => 180,
        _ => 125,
    };
    text.chars().map(letter).sum()
}
