//! Renders a document as Markdown (`CommonMark` with tables): what people typed stays text, whatever signs it holds.

use super::{
    document::{Align, Block, Column, Document},
    txt,
};
use crate::text::{nfc, sanitise_line};

/// The document as Markdown, its last line ended.
#[must_use]
pub fn render(document: &Document) -> String {
    let mut parts: Vec<String> = document.mark.iter().map(|mark| format!("> **{}**", escaped(mark))).collect();
    parts.extend(document.blocks.iter().map(block));
    let foot = txt::foot(document);
    parts.push(foot.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("  \n"));
    parts.extend(document.mark.iter().map(|mark| format!("> **{}**", escaped(mark))));
    let mut text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n");
    text.push('\n');
    nfc(&text).into_owned()
}

fn block(block: &Block) -> String {
    match block {
        Block::Letterhead { left, right } => {
            let half = |lines: &[String]| lines.iter().map(|line| cell(line)).collect::<Vec<_>>().join("<br>");
            format!("| {} | {} |\n|:-:|:-:|", half(left), half(right))
        }
        Block::Title { lines } => {
            let rest = lines.iter().skip(1).map(|line| format!("**{}**", escaped(line)));
            let first = lines.first().map(|line| format!("# {}", escaped(line)));
            first.into_iter().chain(rest).collect::<Vec<_>>().join("\n\n")
        }
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from((*level).clamp(1, 5)) + 1), escaped(text))
        }
        Block::Paragraph { text } => broken(text),
        Block::List { items } => items.iter().map(|item| format!("- {}", broken(item))).collect::<Vec<_>>().join("\n"),
        Block::Facts { rows } => {
            let rows = rows.iter().map(|(name, value)| format!("- **{}:** {}", escaped(name), broken(value)));
            rows.collect::<Vec<_>>().join("\n")
        }
        Block::Table { columns, rows } => table(columns, rows),
        Block::Bars { rows } => {
            let rows = rows.iter().map(|(name, _, words)| format!("- {}: {}", escaped(name), escaped(words)));
            rows.collect::<Vec<_>>().join("\n")
        }
        Block::Signature { left, right } => {
            let half = |lines: &[String]| lines.iter().map(|line| cell(line)).collect::<Vec<_>>().join("<br>");
            format!("| {} | {} |\n|:--|:-:|", half(left), half(right))
        }
        Block::PageBreak => "---".to_owned(),
    }
}

fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
    let rule = |column: &Column| if column.align == Align::Right { "--:" } else { ":--" }.to_owned();
    let mut lines =
        vec![line(&mut columns.iter().map(|column| cell(&column.heading))), line(&mut columns.iter().map(rule))];
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(|words| cell(words)))));
    lines.join("\n")
}

/// Words on the lines that people gave them.
fn broken(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("  \n  ")
}

fn cell(text: &str) -> String {
    text.lines().map(escaped).collect::<Vec<_>>().join("<br>")
}

/// One line in which no sign means anything to Markdown.
fn escaped(line: &str) -> String {
    let line = sanitise_line(line);
    let mut out = String::with_capacity(line.len());
    for (at, character) in line.chars().enumerate() {
        let special = matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~');
        let at_beginning = at == 0 && matches!(character, '#' | '+' | '-' | '=');
        if special || at_beginning {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    #[test]
    fn what_people_typed_is_never_a_sign_of_markdown() {
        let mut document = Document::new(Lang::Vi, "thử");
        document.paragraph("# 3 | 4 *hộ* <b>\n- ấp Kinh 4A");
        document.table(vec![Column::words("A|B", 1), Column::figures("C", 1)], vec![vec!["x\ny".into(), "1|2".into()]]);
        let text = render(&document);
        assert!(text.starts_with("\\# 3 \\| 4 \\*hộ\\* \\<b\\>  \n  \\- ấp Kinh 4A\n"), "{text}");
        assert!(text.ends_with("| A\\|B | C |\n| :-- | --: |\n| x<br>y | 1\\|2 |\n"), "{text}");
    }
}
