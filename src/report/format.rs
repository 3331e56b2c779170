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
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Text, Self::Markdown, Self::Json];

    /// The ending of its files, which is also its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
        }
    }

    /// The document in this format.
    #[must_use]
    pub fn render(self, document: &Document) -> String {
        match self {
            Self::Text => txt::render(document),
            Self::Markdown => md::render(document),
            Self::Json => json::render(document),
        }
    }
}
