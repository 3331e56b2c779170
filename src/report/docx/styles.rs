//! The styles of the documents, which a clerk can change at one place in Word: body, headings, title, lists, cells.

use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, Level, LevelJc, LevelText, LineSpacing, NumberFormat, Numbering, RunFonts,
    SpecialIndentType, Start, Style, StyleType,
};

/// The list with a hyphen before each line.
pub(super) const HYPHENS: usize = 2;

/// Half points: 14 for text, 12 for tables.
const TEXT: usize = 28;
pub(super) const SMALL: usize = 24;
/// A first line's indent: one centimetre, in twentieths of a point.
const INDENT: i32 = 567;

/// Adds them.
pub(super) fn add(word: Docx) -> Docx {
    let font = || {
        let name = "Times New Roman";
        RunFonts::new().ascii(name).hi_ansi(name).cs(name).east_asia(name)
    };
    let spaced = |before: u32, after: u32| LineSpacing::new().before(before).after(after);
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    let heading = |level: usize| {
        let heading = style(&format!("Heading{level}"), &format!("heading {level}")).next("BodyText");
        heading.outline_lvl(level - 1).bold().size(TEXT).q_format(true).line_spacing(spaced(200, 80))
    };
    word.default_fonts(font())
        .default_size(TEXT)
        .add_style(
            style("BodyText", "Body Text")
                .align(AlignmentType::Both)
                .indent(None, Some(SpecialIndentType::FirstLine(INDENT)), None, None)
                .line_spacing(spaced(60, 60)),
        )
        .add_style(style("Title", "Title").align(AlignmentType::Center).bold().line_spacing(spaced(60, 0)))
        .add_style(heading(1))
        .add_style(heading(2))
        .add_style(heading(3).italic())
        .add_style(style("ListBullet", "List Bullet").align(AlignmentType::Both).line_spacing(spaced(40, 40)))
        .add_style(style("Cell", "Cell").size(SMALL).line_spacing(spaced(20, 20)))
        .add_style(style("CellHead", "Cell Head").based_on("Cell").size(SMALL).bold().align(AlignmentType::Center))
        .add_style(style("CellFigure", "Cell Figure").based_on("Cell").size(SMALL).align(AlignmentType::Right))
        .add_style(style("Half", "Half").align(AlignmentType::Center).line_spacing(spaced(0, 0)))
        .add_style(style("HalfLeft", "Half Left").size(SMALL).line_spacing(spaced(0, 0)))
        .add_style(style("Mark", "Mark").align(AlignmentType::Center).bold().color("A00000").size(SMALL))
        .add_style(style("Foot", "Foot").size(16).line_spacing(spaced(20, 0)))
        .add_style(style("Apart", "Apart").size(8).line_spacing(spaced(0, 0)))
        .add_abstract_numbering(
            AbstractNumbering::new(HYPHENS).add_level(
                Level::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("-"), LevelJc::new("left"))
                    .indent(Some(INDENT), Some(SpecialIndentType::Hanging(INDENT / 2)), None, None),
            ),
        )
        .add_numbering(Numbering::new(HYPHENS, HYPHENS))
}
