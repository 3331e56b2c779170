//! One self-contained page for the browser, on the screen and on paper: own style sheet, bars as inline SVG, no script, nothing fetched.
//! What people typed stays text, whatever signs it holds.

use super::{
    document::{Align, Block, Column, Document, is_rule},
    txt,
};
use crate::{
    domain::lang::Lang,
    text::{nfc, sanitise_line},
};
use std::fmt::Write;

/// Basis points of a whole: the width of a bar's drawing, so that no figure has to be rounded.
const WHOLE: u16 = 10_000;

/// The most letters of a cell that is not wrapped: numbers of items and days.
const SHORT: usize = 11;

const STYLE: &str = include_str!("html.css");

/// Renders a document as HTML.
#[must_use]
pub fn render(document: &Document) -> String {
    let lang = match document.lang {
        Lang::Vi => "vi",
        Lang::En => "en",
    };
    let mark = document.mark.as_deref().map(|mark| format!("<p class=\"mark\">*** {} ***</p>\n", inline(mark)));
    let mark = mark.unwrap_or_default();
    let body: String = document.blocks.iter().map(|block| self::block(block, &mark)).collect();
    let foot: Vec<String> = txt::foot(document).iter().map(|line| inline(line)).collect();
    let foot = if foot.is_empty() { String::new() } else { format!("<footer>{}</footer>\n", foot.join("<br>")) };
    let title = inline(&document.title);
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n{mark}{body}{foot}{mark}</main>\n</body>\n</html>\n"
    );
    nfc(&page).into_owned()
}

fn block(block: &Block, mark: &str) -> String {
    match block {
        Block::Letterhead { left, right } => halves("letterhead", left, right),
        Block::Title { lines } => title(lines),
        Block::Heading { level, text } => {
            let level = (*level).clamp(1, 4) + 1;
            format!("<h{level}>{}</h{level}>\n", inline(text))
        }
        Block::Paragraph { text } => format!("<p>{}</p>\n", lines(text)),
        Block::List { items } => {
            let items: Vec<String> = items.iter().map(|item| format!("<li>{}</li>\n", lines(item))).collect();
            format!("<ul>\n{}</ul>\n", items.concat())
        }
        Block::Facts { rows } => {
            let row = |(name, value): &(String, String)| {
                format!("<tr><th scope=\"row\">{}:</th><td>{}</td></tr>\n", lines(name), lines(value))
            };
            format!("<table class=\"facts\">\n{}</table>\n", rows.iter().map(row).collect::<String>())
        }
        Block::Table { columns, rows } => table(columns, rows),
        Block::Bars { rows } => bars(rows),
        Block::Signature { left, right } => halves("signature", left, right),
        Block::PageBreak => format!("<hr>\n{mark}"),
    }
}

/// The first line is the heading of the page; lines that only draw a line are left to the style sheet.
fn title(words: &[String]) -> String {
    let mut page = String::from("<header>\n");
    for (row, line) in words.iter().filter(|line| !is_rule(line)).enumerate() {
        let tag = if row == 0 { "h1" } else { "p" };
        let _ = writeln!(page, "<{tag}>{}</{tag}>", inline(line));
    }
    page + "</header>\n"
}

fn halves(class: &str, left: &[String], right: &[String]) -> String {
    let half = |words: &[String]| {
        let line = |line: &String| match line {
            line if is_rule(line) => "<hr class=\"below\">".to_owned(),
            line if line.trim().is_empty() => "<br>".to_owned(),
            line => format!("<div>{}</div>", lines(line)),
        };
        words.iter().map(line).collect::<String>()
    };
    format!("<section class=\"{class}\"><div>{}</div><div>{}</div></section>\n", half(left), half(right))
}

fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let class = |column: &Column| if column.align == Align::Right { " class=\"figure\"" } else { "" };
    let head =
        columns.iter().map(|column| format!("<th scope=\"col\"{}>{}</th>", class(column), lines(&column.heading)));
    let row = |cells: &Vec<String>| {
        let cells = columns.iter().enumerate().map(|(at, column)| {
            let text = cells.get(at).map_or("", String::as_str);
            let is_short = column.align == Align::Left && text.chars().count() <= SHORT;
            let class = if is_short { " class=\"short\"" } else { class(column) };
            format!("<td{class}>{}</td>", lines(text))
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    format!(
        "<table class=\"grid\">\n<thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody>\n</table>\n",
        head.collect::<String>(),
        rows.iter().map(row).collect::<String>()
    )
}

/// Bars to a common scale of 100 points; where there is none, the words beside stand in its place.
fn bars(rows: &[(String, Option<u16>, String)]) -> String {
    let row = |(name, share, words): &(String, Option<u16>, String)| {
        let name = lines(name);
        let words = lines(words);
        let Some(share) = share else {
            return format!("<tr><th scope=\"row\">{name}</th><td colspan=\"2\">{words}</td></tr>\n");
        };
        let share = (*share).min(WHOLE);
        format!(
            "<tr><th scope=\"row\">{name}</th><td class=\"bar\"><svg viewBox=\"0 0 {WHOLE} 600\" preserveAspectRatio=\"none\" \
             aria-hidden=\"true\"><rect class=\"rest\" width=\"{WHOLE}\" height=\"600\"/>\
             <rect class=\"full\" width=\"{share}\" height=\"600\"/></svg></td><td>{words}</td></tr>\n"
        )
    };
    format!("<table class=\"bars\">\n{}</table>\n", rows.iter().map(row).collect::<String>())
}

/// Words on the lines that people gave them.
fn lines(text: &str) -> String {
    text.split('\n').map(inline).collect::<Vec<_>>().join("<br>")
}

/// One line in which no sign means anything to HTML.
fn inline(line: &str) -> String {
    let line = sanitise_line(line);
    let mut out = String::with_capacity(line.len());
    for character in line.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_typed_is_never_a_sign_of_html() {
        let mut document = Document::new(Lang::Vi, "Ẵm <script>");
        document.paragraph("\u{1b}[31m<img src=x onerror=alert(1)> & \"đẩy mạnh\"\nấp Kinh 4A\u{202E}");
        document.bars(vec![("</td>".into(), Some(12_000), "'61'".into()), ("xã".into(), None, "chưa đủ".into())]);
        let page = render(&document);
        assert!(page.contains("<title>Ẵm &lt;script&gt;</title>"), "{page}");
        let paragraph = "<p>[31m&lt;img src=x onerror=alert(1)&gt; &amp; &quot;đẩy mạnh&quot;<br>ấp Kinh 4A</p>";
        assert!(page.contains(paragraph), "{page}");
        assert!(page.contains("<rect class=\"full\" width=\"10000\""), "a bar never runs over: {page}");
        assert!(page.contains("<td colspan=\"2\">chưa đủ</td>"), "{page}");
        assert!(!page.contains("<script") && !page.contains("http://"), "{page}");
    }

    #[test]
    fn the_mark_of_a_practice_vault_stands_first_last_and_on_every_page() {
        let mut document = Document::new(Lang::En, "x");
        document.mark = Some("PRACTICE".into());
        document.page_break();
        assert_eq!(render(&document).matches("*** PRACTICE ***").count(), 3);
    }
}
