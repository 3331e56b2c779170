//! The formats that documents are written in: name, ending, renderer. What a document says is the builders' matter.

use super::{document::Document, json, md, txt};

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text of 80 columns.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// JSON, for programs.
    Json,
    /// A table, for spreadsheets.
    Csv,
}

impl Format {
    /// The formats of every document, the one to propose first.
    pub const OF_DOCUMENTS: &'static [Self] = &[Self::Text, Self::Markdown, Self::Json];
    /// The formats of a list of findings, the one to propose first.
    pub const OF_MATTERS: &'static [Self] = &[Self::Text, Self::Markdown, Self::Csv, Self::Json];

    /// The ending of its files, which is also its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
        }
    }

    /// The document in this format; as text where the format holds no document.
    #[must_use]
    pub fn render(self, document: &Document) -> String {
        match self {
            Self::Text | Self::Csv => txt::render(document),
            Self::Markdown => md::render(document),
            Self::Json => json::render(document),
        }
    }
}
