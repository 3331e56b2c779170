//! What a Word document says of itself: title, office, day and language in its properties, and the language that its words are checked in.

use super::clean;
use crate::{domain::lang::Lang, report::document::Document};
use std::fmt::Write as _;

/// Who made it, where no office issues it.
const PROGRAM: &str = env!("CARGO_PKG_NAME");

/// The language as Word names it.
const fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Vi => "vi-VN",
        Lang::En => "en-GB",
    }
}

/// The core properties (ECMA-376, part 2, clause 11; ISO 8601 for days). A document that bears no day has none here.
pub(super) fn core(document: &Document) -> Vec<u8> {
    let issuer = document.issuer.trim();
    let creator = escaped(if issuer.is_empty() { PROGRAM } else { issuer });
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:dcmitype=\"http://purl.org/dc/dcmitype/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">",
    );
    let _ = write!(xml, "<dc:title>{}</dc:title>", escaped(&document.title));
    let _ = write!(xml, "<dc:creator>{creator}</dc:creator><cp:lastModifiedBy>{creator}</cp:lastModifiedBy>");
    let _ = write!(xml, "<dc:language>{}</dc:language>", tag(document.lang));
    if let Some(stamp) = &document.stamp {
        for name in ["created", "modified"] {
            let day = stamp.day.format("%Y-%m-%dT00:00:00Z");
            let _ = write!(xml, "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:{name}>");
        }
    }
    xml.push_str("</cp:coreProperties>");
    xml.into_bytes()
}

/// The styles with the language that words are checked in, which the library has no word for. It stands last in the defaults of runs.
pub(super) fn in_language(styles: &[u8], lang: Lang) -> Vec<u8> {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let tag = tag(lang);
    let language = format!("<w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" w:bidi=\"{tag}\" />{END}");
    String::from_utf8_lossy(styles).replacen(END, &language, 1).into_bytes()
}

fn escaped(words: &str) -> String {
    clean(words).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
