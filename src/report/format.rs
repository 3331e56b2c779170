//! The formats that documents are written in: name, ending, renderer. What a document says is the builders' matter.

use super::{document::Document, docx, html, json, md, txt};
use crate::i18n::{Message, key};
use std::path::Path;

/// A format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// Plain text of 80 columns.
    #[default]
    Text,
    /// Word.
    Docx,
    /// One page for the browser.
    Html,
    /// Markdown.
    Markdown,
    /// JSON, for programs.
    Json,
    /// A table, for spreadsheets.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Format {
    /// The formats of every document, the one to propose first.
    pub const OF_DOCUMENTS: &'static [Self] = &[Self::Text, Self::Docx, Self::Html, Self::Markdown, Self::Json];
    /// The formats of a list of findings, the one to propose first.
    pub const OF_MATTERS: &'static [Self] =
        &[Self::Text, Self::Docx, Self::Html, Self::Markdown, Self::Csv, Self::Json];

    /// The formats of a round's figures, the one to propose first.
    pub const OF_ROUNDS: &'static [Self] =
        &[Self::Text, Self::Docx, Self::Xlsx, Self::Html, Self::Markdown, Self::Csv, Self::Json];

    /// Every format.
    pub const ALL: &'static [Self] = Self::OF_ROUNDS;

    /// Why a file is not written: its ending names a format, and none of `made`. Who opens it would find something else than its name says.
    /// An ending that names no format is the person's own business.
    #[must_use]
    pub fn refused(path: &Path, made: &[Self]) -> Option<Message> {
        let ending = path.extension()?;
        let named = Self::ALL.iter().find(|format| ending.eq_ignore_ascii_case(format.ending()))?;
        (!made.contains(named)).then(|| {
            let made: Vec<&str> = made.iter().map(|format| format.ending()).collect();
            Message::new(key::REPORT_NO_SUCH_FORMAT).with("format", named.ending()).with("made", made.join(", "))
        })
    }

    /// The ending of its files, which is also its name.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Whether people read it as it stands; the others are shown as text before they are written.
    #[must_use]
    pub const fn is_read_as_it_is(self) -> bool {
        !matches!(self, Self::Docx | Self::Html | Self::Xlsx)
    }

    /// The document in this format; as text where the format holds no document.
    #[must_use]
    pub fn render(self, document: &Document) -> Vec<u8> {
        match self {
            Self::Text | Self::Csv | Self::Xlsx => txt::render(document).into_bytes(),
            Self::Docx => docx::render(document),
            Self::Html => html::render(document).into_bytes(),
            Self::Markdown => md::render(document).into_bytes(),
            Self::Json => json::render(document).into_bytes(),
        }
    }
}
