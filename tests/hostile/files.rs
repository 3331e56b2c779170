//! Files taken apart strictly: each gives its text, or tells what is wrong with it.

use quick_xml::{Reader, events::Event};
use std::io::{Cursor, Read};
use thucchat::{
    report::txt,
    text::{sanitise::is_harmless, width},
};
use unicode_normalization::is_nfc;

/// Nothing that steers a terminal or turns the order of reading.
fn harmless<'a>(content: &'a [u8], what: &str) -> &'a str {
    let text = std::str::from_utf8(content).unwrap_or_else(|why| panic!("{what}: {why}"));
    if let Some(c) = text.chars().find(|c| !is_harmless(*c) && *c != '\n' && *c != '\t') {
        panic!("{what}: {c:?}");
    }
    text
}

pub fn text(content: &[u8], what: &str) -> String {
    let text = harmless(content, what);
    assert!(is_nfc(text), "{what}: not NFC");
    for line in text.lines() {
        // The commands of the foot are copied, and never broken.
        let is_foot = line.starts_with("thucchat ") || line.chars().all(|c| c.is_ascii_hexdigit());
        assert!(width(line) <= txt::WIDTH || is_foot, "{what}: {} columns: {line}", width(line));
        assert_eq!(line.trim_end(), line, "{what}");
    }
    assert!(text.ends_with('\n'), "{what}");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub fn markdown(content: &[u8], what: &str) -> String {
    let text = harmless(content, what);
    assert!(is_nfc(text), "{what}: not NFC");
    // With a backslash before it a sign is a letter.
    let unescaped = text.replace("\\<", "").replace("\\]", "");
    assert!(
        !unescaped.contains("<script") && !unescaped.contains("](e)"),
        "{what}: a tag or a link that somebody typed"
    );
    text.to_owned()
}

/// The page is strict enough for this: every tag is closed in order, no script, nothing from outside.
pub fn html(content: &[u8], what: &str) -> String {
    let text = harmless(content, what);
    assert!(text.starts_with("<!DOCTYPE html>"), "{what}");
    for wrong in ["<script", "javascript:", "http://", "https://", "onload", "</w:t>"] {
        assert!(!text.contains(wrong), "{what}: {wrong}");
    }
    let mut open: Vec<String> = Vec::new();
    let mut rest = text.trim_start_matches("<!DOCTYPE html>");
    while let Some((_, after)) = rest.split_once('<') {
        let (tag, after) = after.split_once('>').unwrap_or_else(|| panic!("{what}: a tag without an end"));
        rest = after;
        let name: String = tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "{what}: </{name}>");
        } else if !tag.ends_with('/') && !["meta", "br", "hr", "col"].contains(&name.as_str()) {
            open.push(name.clone());
        }
        if name == "style" && !tag.starts_with('/') {
            rest = &rest[rest.find("</style>").expect("the end of the styles")..];
        }
    }
    assert!(open.is_empty(), "{what}: {open:?} stay open");
    text.to_owned()
}

pub fn json(content: &[u8], what: &str) -> String {
    harmless(content, what);
    let value: serde_json::Value = serde_json::from_slice(content).unwrap_or_else(|why| panic!("{what}: {why}"));
    assert!(value["schema"].as_str().is_some_and(|schema| schema.starts_with("thucchat.")), "{what}");
    assert_eq!(value["version"], 1, "{what}");
    value.to_string()
}

/// Every row has as many cells as the head, and none is a formula.
pub fn csv(content: &[u8], what: &str) -> String {
    let text = harmless(content, what);
    let rows = rows(text.trim_start_matches('\u{feff}'), what);
    let columns = rows.first().map_or(0, Vec::len);
    for row in &rows {
        assert_eq!(row.len(), columns, "{what}: {row:?}");
        for cell in row {
            let is_number = cell.parse::<f64>().is_ok();
            assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']) || is_number, "{what}: a formula: {cell}");
        }
    }
    rows.concat().join(" ")
}

/// RFC 4180, to the letter.
fn rows(text: &str, what: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = letters.next() {
        match (quoted, c) {
            (true, '"') if letters.peek() == Some(&'"') => cell.extend(letters.next()),
            (true, '"') => {
                quoted = false;
                assert!(matches!(letters.peek(), None | Some(',' | '\n' | '\r')), "{what}: words after a quotation");
            }
            (false, '"') => {
                assert!(cell.is_empty(), "{what}: a quotation within a cell: {cell}");
                quoted = true;
            }
            (false, ',') => row.push(std::mem::take(&mut cell)),
            (false, '\n') => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            (_, c) => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty() && row.is_empty(), "{what}: the end is open");
    rows
}

/// The parts of an archive, each XML that is closed in order; and all its text.
fn parts(content: &[u8], what: &str) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(content)).unwrap_or_else(|why| panic!("{what}: {why}"));
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap_or_else(|why| panic!("{what}: {why}"));
        let name = part.name().to_owned();
        assert!(!name.contains("..") && !name.contains("vba"), "{what}: {name}");
        let mut xml = Vec::new();
        part.read_to_end(&mut xml).expect("a part");
        if std::path::Path::new(&name).extension().is_some_and(|ending| ending == "xml" || ending == "rels") {
            parts.push((name.clone(), well_formed(&xml, &format!("{what}: {name}"))));
        }
    }
    assert!(parts.len() > 3, "{what}: {parts:?}");
    parts
}

/// The text of an XML part.
fn well_formed(xml: &[u8], what: &str) -> String {
    let source = harmless_xml(xml, what);
    let mut reader = Reader::from_str(source);
    reader.config_mut().check_end_names = true;
    let (mut text, mut depth) = (String::new(), 0_i32);
    loop {
        match reader.read_event().unwrap_or_else(|why| panic!("{what}: {why}")) {
            Event::Eof => break,
            Event::Start(tag) => {
                depth += 1;
                no_formula(tag.name().as_ref(), what);
            }
            Event::Empty(tag) => no_formula(tag.name().as_ref(), what),
            Event::End(_) => depth -= 1,
            Event::Text(words) => text.push_str(&words.decode().unwrap_or_else(|why| panic!("{what}: {why}"))),
            Event::GeneralRef(entity) => {
                let name = entity.decode().unwrap_or_else(|why| panic!("{what}: {why}"));
                let letter = match &*name {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    other => panic!("{what}: the entity {other}"),
                };
                text.push(letter);
            }
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{what}");
    text
}

fn no_formula(tag: &[u8], what: &str) {
    assert_ne!(tag, b"f", "{what}: a cell with a formula");
    assert_ne!(tag, b"w:fldSimple", "{what}: a field");
}

/// Characters of XML 1.0 alone, and none that turns the order of reading.
fn harmless_xml<'a>(xml: &'a [u8], what: &str) -> &'a str {
    let text = std::str::from_utf8(xml).unwrap_or_else(|why| panic!("{what}: {why}"));
    let wrong = text
        .chars()
        .find(|c| !is_harmless(*c) && !matches!(c, '\n' | '\r' | '\t') || matches!(c, '\u{fffe}' | '\u{ffff}'));
    assert_eq!(wrong, None, "{what}");
    assert!(!text.contains("TargetMode=\"External\""), "{what}: something from outside");
    text
}

pub fn docx(content: &[u8], what: &str) -> String {
    let parts = parts(content, what);
    docx_rs::read_docx(content).unwrap_or_else(|why| panic!("{what}: {why}"));
    parts.into_iter().filter(|(name, _)| name == "word/document.xml").map(|(_, text)| text).collect()
}

pub fn xlsx(content: &[u8], what: &str) -> String {
    let parts = parts(content, what);
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(Cursor::new(content)).unwrap_or_else(|why| panic!("{what}: {why}"));
    for sheet in calamine::Reader::sheet_names(&book) {
        let formulas =
            calamine::Reader::worksheet_formula(&mut book, &sheet).unwrap_or_else(|why| panic!("{what}: {why}"));
        assert!(formulas.used_cells().next().is_none(), "{what}: a formula in {sheet}");
    }
    parts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ")
}
