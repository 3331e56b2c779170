//! Word documents (Office Open XML): real styles, real tables whose heads are repeated, Times New Roman 14 on A4 with the margins of
//! Party documents. No macro, no outward link. What people typed stays text: what XML and a reader cannot carry is dropped.

mod package;
mod properties;
mod styles;
mod tables;

use super::{
    document::{Block, Document, is_drawn},
    txt,
};
use crate::{
    beside::both,
    text::{nfc, sanitise_line},
};
use docx_rs::{
    AlignmentType, BorderType, BreakType, BuildXML, Docx, Header, IndentLevel, LineSpacing, NumberingId, PageMargin,
    PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition, ParagraphBorders, Run,
};
use std::io::{self, Write};

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Margins in twentieths of a point: 20 mm above and below, 30 mm left, 15 mm right; what stands in them keeps 10 mm from the edge.
/// Source: HD 36-HD/VPTW (2018) and Decree 30/2020, which agree.
const MARGINS: PageMargin =
    PageMargin { top: 1134, bottom: 1134, left: 1701, right: 850, header: 567, footer: 567, gutter: 0 };
/// Room for words between the margins, in twentieths of a point.
const ROOM: usize = 9354;

/// The document as the bytes of a `.docx` file: the same document gives the same bytes.
///
/// The library makes the package around an empty body. The body is written into it piece by piece, for that of a whole province is too
/// long to stand in memory as its trees.
#[must_use]
pub fn render(document: &Document) -> Vec<u8> {
    let mut word = styles::add(Docx::new());
    word = word.page_size(PAGE.0, PAGE.1).page_margin(MARGINS);
    let mark = document.mark.as_deref();
    // The first page bears no number: it has the letterhead.
    word = word.first_header(head(mark, false)).header(head(mark, true)).title_pg();
    // The library would see this by the lists of the body, which is not there yet.
    word.document_rels.has_numberings = true;
    let mut parts = word.build();
    parts.doc_props.core = properties::core(document);
    parts.styles = properties::in_language(&parts.styles, document.lang);
    let body = |body: &mut dyn Write| {
        document.blocks.iter().try_for_each(|block| add(body, block))?;
        txt::foot(document).iter().try_for_each(|line| put(body, &words("Foot", line)))?;
        mark.map_or(Ok(()), |mark| put(body, &marked(mark)))
    };
    // The foot bears the hash of the text, which is laid out meanwhile.
    let (file, _) = both(|| package::with_body(parts, body), || txt::hash(document));
    file
}

/// Writes one piece of the body.
fn put(body: &mut dyn Write, piece: &impl BuildXML) -> io::Result<()> {
    body.write_all(&piece.build())
}

fn add(body: &mut dyn Write, block: &Block) -> io::Result<()> {
    match block {
        Block::Letterhead { left, right } => put(body, &tables::halves(left, right, true)).and_then(|()| apart(body)),
        Block::Title { lines } => {
            let paragraph = |line: &String| if is_drawn(line) { drawn(ROOM * 2 / 5) } else { words("Title", line) };
            lines.iter().try_for_each(|line| put(body, &paragraph(line)))
        }
        Block::Heading { level, text } => {
            put(body, &words(&format!("Heading{}", (*level).clamp(1, 3)), text).keep_next(true))
        }
        Block::Paragraph { text } => put(body, &words("BodyText", text)),
        Block::List { items } => items.iter().try_for_each(|item| {
            let hyphen = (NumberingId::new(styles::HYPHENS), IndentLevel::new(0));
            put(body, &words("ListBullet", item).numbering(hyphen.0, hyphen.1))
        }),
        Block::Facts { rows } => put(body, &tables::facts(rows)).and_then(|()| apart(body)),
        Block::Table { columns, rows } => tables::grid(body, columns, rows).and_then(|()| apart(body)),
        Block::Bars { rows } => put(body, &tables::bars(rows)).and_then(|()| apart(body)),
        Block::Signature { left, right } => {
            apart(body)?;
            put(body, &tables::halves(left, right, false))?;
            apart(body)
        }
        Block::PageBreak => put(body, &Paragraph::new().add_run(Run::new().add_break(BreakType::Page))),
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
fn apart(body: &mut dyn Write) -> io::Result<()> {
    put(body, &Paragraph::new().style("Apart"))
}

/// A page's head: the mark of a practice vault, and the number of the page.
fn head(mark: Option<&str>, numbered: bool) -> Header {
    let number = numbered.then(|| Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new()));
    let mark = mark.map(marked).or_else(|| (!numbered).then(Paragraph::new));
    // The library counts paragraphs from 1 when it makes the package: those of the body. Heads are made before that.
    let first = if numbered { "70000001" } else { "70000011" };
    let ids = [first, "70000002"];
    let paragraphs = number.into_iter().chain(mark).zip(ids).map(|(paragraph, id)| paragraph.id(id));
    paragraphs.fold(Header::new(), Header::add_paragraph)
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
