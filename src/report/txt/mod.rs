//! Plain text: 80 columns by display width, real tables, no trailing blanks, NFC, `\n`.

use super::document::Document;

/// Renders a document as text.
#[must_use]
pub fn render(document: &Document) -> String {
    todo!("{document:?}")
}
