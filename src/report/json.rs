//! A document as JSON, for programs: `schema` and `version` on top, then the document as the model holds it.

use super::{document::Document, txt};
use crate::text::escape_in_json;
use serde::Serialize;

/// Name of the schema.
pub const SCHEMA: &str = "thucchat.document";
/// Version of the schema; goes up when a reader of the old one would misread the new one.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Envelope<'a> {
    schema: &'a str,
    version: u32,
    /// The hash that the foot of the plain text bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    text_hash: Option<String>,
    #[serde(flatten)]
    document: &'a Document,
}

/// Renders a document as JSON, indented, with a line end.
#[must_use]
pub fn render(document: &Document) -> String {
    let envelope = Envelope { schema: SCHEMA, version: VERSION, text_hash: txt::hash(document), document };
    // Strings, integers and string-tagged enums only: serialising them into memory has no way to fail.
    let text = serde_json::to_string_pretty(&envelope).unwrap_or_default();
    escape_in_json(&text) + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Lang;

    #[test]
    fn schema_and_version_stand_before_the_document_and_texts_are_as_typed() {
        let mut document = Document::new(Lang::Vi, "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
        document.heading(1, "I- Đặc điểm, tình hình");
        document.bars(vec![("Huyện Tân Hiệp".to_owned(), None, "chưa đủ".to_owned())]);
        let text = render(&document);
        assert!(text.starts_with("{\n  \"schema\": \"thucchat.document\",\n  \"version\": 1,"), "{text}");
        let read: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(read["title"], "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
        assert_eq!(read["lang"], "vi");
        assert_eq!(read["blocks"][0]["block"], "heading");
        assert_eq!(read["blocks"][0]["text"], "I- Đặc điểm, tình hình");
        assert_eq!(read["blocks"][1]["rows"][0][1], serde_json::Value::Null);
    }
}
