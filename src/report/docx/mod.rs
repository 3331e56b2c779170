//! Word documents (Office Open XML): real styles, real tables whose heads are repeated, Times New Roman 14 on A4 with the margins of
//! Party documents. No macro, no outward link. What people typed stays text: what XML and a reader cannot carry is dropped.

mod properties;
mod styles;
mod tables;

use super::{
    document::{Block, Document, is_drawn},
    txt,
};
use crate::text::{nfc, sanitise_line};
use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, Header, IndentLevel, LineSpacing, NumberingId, PageMargin, PageNum,
    Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Run,
};
use std::io::Cursor;

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Margins in twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right; what stands in them keeps 10 mm from the edge.
/// Source: HD 36-HD/VPTW (2018) and Decree 30/2020, which agree.
const MARGINS: PageMargin =
    PageMargin { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567, gutter: 0 };
/// Room for words between the margins, in twentieths of a point.
const ROOM: usize = 9354;

/// The document as the bytes of a `.docx` file: the same document gives the same bytes.
#[must_use]
pub fn render(document: &Document) -> Vec<u8> {
    let mut word = styles::add(Docx::new());
    word = word.page_size(PAGE.0, PAGE.1).page_margin(MARGINS);
    let mark = document.mark.as_deref();
    // The first page bears no number: it has the letterhead.
    word = word.first_header(head(mark, false)).header(head(mark, true)).title_pg();
    for block in &document.blocks {
        word = add(word, block);
    }
    word = txt::foot(document).iter().fold(word, |word, line| word.add_paragraph(words("Foot", line)));
    if let Some(mark) = mark {
        word = word.add_paragraph(marked(mark));
    }
    let mut parts = word.build();
    parts.document = tables::with_repeated_heads(&parts.document);
    parts.doc_props.core = properties::core(document);
    parts.styles = properties::in_language(&parts.styles, document.lang);
    let mut file = Cursor::new(Vec::new());
    // Written into memory: there is no disk that could be full.
    let _ = parts.pack(&mut file);
    file.into_inner()
}

fn add(word: Docx, block: &Block) -> Docx {
    match block {
        Block::Letterhead { left, right } => apart(word.add_table(tables::halves(left, right, true))),
        Block::Title { lines } => {
            let paragraph = |line: &String| if is_drawn(line) { drawn(ROOM * 2 / 5) } else { words("Title", line) };
            lines.iter().fold(word, |word, line| word.add_paragraph(paragraph(line)))
        }
        Block::Heading { level, text } => {
            word.add_paragraph(words(&format!("Heading{}", (*level).clamp(1, 3)), text).keep_next(true))
        }
        Block::Paragraph { text } => word.add_paragraph(words("BodyText", text)),
        Block::List { items } => items.iter().fold(word, |word, item| {
            let bullet = (NumberingId::new(styles::HYPHENS), IndentLevel::new(0));
            word.add_paragraph(words("ListBullet", item).numbering(bullet.0, bullet.1))
        }),
        Block::Facts { rows } => apart(word.add_table(tables::facts(rows))),
        Block::Table { columns, rows } => apart(word.add_table(tables::grid(columns, rows))),
        Block::Bars { rows } => apart(word.add_table(tables::bars(rows))),
        Block::Signature { left, right } => apart(apart(word).add_table(tables::halves(left, right, false))),
        Block::PageBreak => word.add_paragraph(Paragraph::new().add_run(Run::new().add_break(BreakType::Page))),
    }
}

/// A line that is drawn, `beside` of the room left free on both of its sides.
fn drawn(beside: usize) -> Paragraph {
    let mut paragraph = Paragraph::new().style("Apart").line_spacing(LineSpacing::new().before(0).after(60));
    let beside = i32::try_from(beside).unwrap_or(0);
    let line = ParagraphBorder::new(ParagraphBorderPosition::Bottom).val(BorderType::Single).size(6).color("000000");
    paragraph.property = paragraph
        .property
        .indent(Some(beside), None, Some(beside), None)
        .set_borders(ParagraphBorders::with_empty().set(line));
    paragraph
}

/// A narrow empty line: two tables that touch would be one.
fn apart(word: Docx) -> Docx {
    word.add_paragraph(Paragraph::new().style("Apart"))
}

/// A page's head: the mark of a practice vault, and the number of the page.
fn head(mark: Option<&str>, numbered: bool) -> Header {
    let mut head = Header::new();
    if numbered {
        head = head.add_paragraph(Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new()));
    }
    match mark {
        Some(mark) => head.add_paragraph(marked(mark)),
        None if numbered => head,
        None => head.add_paragraph(Paragraph::new()),
    }
}

fn marked(mark: &str) -> Paragraph {
    words("Mark", &format!("*** {mark} ***"))
}

/// Words in a style; their line breaks stay.
fn words(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(run(text))
}

/// A run of words without anything that XML or a reader of it would obey; its line breaks stay.
fn run(text: &str) -> Run {
    text.split('\n').enumerate().fold(Run::new(), |run, (row, line)| {
        let run = if row == 0 { run } else { run.add_break(BreakType::TextWrapping) };
        run.add_text(clean(line))
    })
}

fn clean(line: &str) -> String {
    // Two code points are harmless to a terminal and no characters of XML 1.0.
    nfc(&sanitise_line(line)).chars().filter(|c| !matches!(c, '\u{FFFE}' | '\u{FFFF}')).collect()
}

#[cfg(test)]
mod tests;
