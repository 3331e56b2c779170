//! Markdown (CommonMark with tables). Text that people typed cannot become markup: what Markdown reads as a sign is escaped, control
//! characters are dropped.

use super::document::{Align, Block, Document};
use crate::domain::share::Share;
use crate::text::bar;

/// Columns of a bar that is full.
const BAR: usize = 20;

/// Renders a document as Markdown.
#[must_use]
pub fn render(document: &Document) -> String {
    let mark = document.mark.as_deref().map(|mark| format!("**{}**", inline(mark)));
    let mut parts: Vec<String> = mark.clone().into_iter().collect();
    parts.extend(document.blocks.iter().map(block));
    parts.extend(mark);
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn block(block: &Block) -> String {
    match block {
        Block::Letterhead { left, right } | Block::Signature { left, right } => {
            [lines(left), lines(right)].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
        }
        Block::Title { lines } => {
            let words: Vec<String> = lines.iter().map(|line| inline(line)).filter(|line| !line.is_empty()).collect();
            format!("# {}", words.join(" – "))
        }
        Block::Heading { level, text } => {
            format!("{} {}", "#".repeat(usize::from(*level).clamp(1, 4) + 1), inline(text))
        }
        Block::Paragraph { text } => text.lines().map(inline).collect::<Vec<_>>().join("  \n"),
        Block::List { items } => items.iter().map(|item| format!("- {}", inline(item))).collect::<Vec<_>>().join("\n"),
        Block::Facts { rows } => {
            let fact = |(name, value): &(String, String)| format!("- **{}:** {}", inline(name), inline(value));
            rows.iter().map(fact).collect::<Vec<_>>().join("\n")
        }
        Block::Table { columns, rows } => {
            let head = row(columns.iter().map(|column| cell(&column.heading)));
            let rule = row(columns.iter().map(|column| match column.align {
                Align::Left => "---".to_owned(),
                Align::Right => "---:".to_owned(),
            }));
            let body = rows.iter().map(|cells| row(cells.iter().map(|words| cell(words))));
            [head, rule].into_iter().chain(body).collect::<Vec<_>>().join("\n")
        }
        Block::Bars { rows } => {
            let one = |(name, share, words): &(String, Option<u16>, String)| {
                let drawn = share.map(|bp| format!("`{}` ", bar(Share::from_bp(bp), BAR, "·"))).unwrap_or_default();
                format!("- {}: {drawn}{}", inline(name), inline(words))
            };
            rows.iter().map(one).collect::<Vec<_>>().join("\n")
        }
        Block::PageBreak => "---".to_owned(),
    }
}

/// Lines that stay apart.
fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| inline(line)).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("  \n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn cell(words: &str) -> String {
    words.lines().map(inline).collect::<Vec<_>>().join("<br>")
}

/// Words on one line in which nothing is markup.
fn inline(words: &str) -> String {
    let words =
        words.split(['\n', '\r', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(words.len());
    for (at, c) in words.char_indices() {
        // Signs that mean something anywhere; those that mean something only at the start of a line.
        let anywhere = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '~' | '&');
        let first = at == 0 && matches!(c, '-' | '+' | '=');
        let numbered =
            matches!(c, '.' | ')') && at > 0 && at < 4 && words[..at].bytes().all(|byte| byte.is_ascii_digit());
        if anywhere || first || numbered {
            out.push('\\');
        }
        if !c.is_control() {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::lang::Lang, report::document::Column};

    fn document() -> Document {
        let mut document = Document::new(Lang::Vi, "Báo cáo");
        document.heading(1, "I- Đặc điểm, tình hình");
        document.paragraph("Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"\n- không phải danh sách");
        document.list(vec!["*không* đậm, [không liên kết](x) <b>".to_owned()]);
        document.facts(vec![("Trưởng đoàn".to_owned(), "1. Bà T.".to_owned())]);
        let columns = vec![Column::words("Nội dung", 3), Column::figures("Điểm", 1)];
        document.table(columns, vec![vec!["một | hai\nba".to_owned(), "61,20".to_owned()]]);
        document.bars(vec![
            ("Mục 1".to_owned(), Some(5000), "50".to_owned()),
            ("Mục 2".to_owned(), None, "chưa đủ".to_owned()),
        ]);
        document
    }

    #[test]
    fn every_block_has_its_form_and_no_word_becomes_markup() {
        let expected = "\
## I- Đặc điểm, tình hình

Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"  
\\- không phải danh sách

- \\*không\\* đậm, \\[không liên kết\\](x) \\<b\\>

- **Trưởng đoàn:** 1\\. Bà T.

| Nội dung | Điểm |
| --- | ---: |
| một \\| hai<br>ba | 61,20 |

- Mục 1: `██████████··········` 50
- Mục 2: chưa đủ
";
        assert_eq!(render(&document()), expected);
    }

    #[test]
    fn the_mark_of_practice_stands_first_and_last() {
        let mut document = document();
        document.mark = Some("TẬP DƯỢT".to_owned());
        let text = render(&document);
        assert!(text.starts_with("**TẬP DƯỢT**\n") && text.ends_with("**TẬP DƯỢT**\n"), "{text}");
    }
}
