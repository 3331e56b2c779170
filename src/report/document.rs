//! The document model that every format renders. Knows no format: no widths, no escapes, no styles.
//!
//! Texts are as people typed them; a line break in a text begins a new line within its block or cell. Each renderer takes out
//! what its format cannot carry.

use crate::domain::lang::Lang;
use chrono::NaiveDate;
use serde::Serialize;
use std::sync::OnceLock;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Language of its own words.
    pub lang: Lang,
    /// Its title, for file properties and previews.
    pub title: String,
    /// The office that issues it; empty for what none issues.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// What must stand on every page, first and last: the mark of a practice vault.
    pub mark: Option<String>,
    /// How it was made, by which it can be checked; nothing for what no command makes again.
    pub stamp: Option<Stamp>,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
    /// The hash of its plain text, which every format bears in its foot.
    #[serde(skip)]
    pub text_hash: TextHash,
}

/// The hash of a document's plain text, reckoned when it is first asked for: the text of a whole province is long, and a document that
/// was looked at and then written asks twice. Two documents do not differ by it. What changes a document afterwards must take a new one.
#[derive(Debug, Clone, Default)]
pub struct TextHash(OnceLock<String>);

impl TextHash {
    /// The hash, by `reckon` when it is not known yet.
    pub fn or_reckon(&self, reckon: impl FnOnce() -> String) -> &str {
        self.0.get_or_init(reckon)
    }
}

impl PartialEq for TextHash {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for TextHash {}

impl Document {
    /// A document without any block yet.
    #[must_use]
    pub fn new(lang: Lang, title: impl Into<String>) -> Self {
        Self {
            lang,
            title: title.into(),
            issuer: String::new(),
            mark: None,
            stamp: None,
            blocks: Vec::new(),
            text_hash: TextHash::default(),
        }
    }
    /// Adds a heading: level 1 for `I-`, 2 for `1-`, 3 for `a)`.
    pub fn heading(&mut self, level: u8, text: impl Into<String>) {
        self.blocks.push(Block::Heading { level, text: text.into() });
    }
    /// Adds a paragraph.
    pub fn paragraph(&mut self, text: impl Into<String>) {
        self.blocks.push(Block::Paragraph { text: text.into() });
    }
    /// Adds a list; nothing when it has no lines.
    pub fn list(&mut self, items: Vec<String>) {
        if !items.is_empty() {
            self.blocks.push(Block::List { items });
        }
    }
    /// Adds names and values; nothing when there are none.
    pub fn facts(&mut self, rows: Vec<(String, String)>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Facts { rows });
        }
    }
    /// Adds a table; nothing when it has no rows.
    pub fn table(&mut self, columns: Vec<Column>, rows: Vec<Vec<String>>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Table { columns, rows });
        }
    }
    /// Adds bars; nothing when there are none.
    pub fn bars(&mut self, rows: Vec<(String, Option<u16>, String)>) {
        if !rows.is_empty() {
            self.blocks.push(Block::Bars { rows });
        }
    }
    /// Begins a new page.
    pub fn page_break(&mut self) {
        self.blocks.push(Block::PageBreak);
    }
}

/// How a document was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stamp {
    /// The command that makes it again: `report 2023-so-ket/907-DU --kind report`.
    pub command: String,
    /// The day it was made.
    pub day: NaiveDate,
    /// Hash of the journal's newest record at that time.
    pub head: String,
}

/// One block of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// The head of an official document: what stands left and what stands right, lines centred in their halves.
    Letterhead {
        /// Superior body, issuing body, `*`, number.
        left: Vec<String>,
        /// `ĐẢNG CỘNG SẢN VIỆT NAM`, a line, place and date.
        right: Vec<String>,
    },
    /// Kind and summary of the document, centred.
    Title {
        /// Centred lines; the first is the kind.
        lines: Vec<String>,
    },
    /// A heading.
    Heading {
        /// 1 for `I-`, 2 for `1-`, 3 for `a)`.
        level: u8,
        /// Its words, number included.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
    },
    /// A list with a hyphen before each line.
    List {
        /// Its lines.
        items: Vec<String>,
    },
    /// Names and values.
    Facts {
        /// Name, value.
        rows: Vec<(String, String)>,
    },
    /// A table.
    Table {
        /// Columns.
        columns: Vec<Column>,
        /// Rows, each with a cell for every column.
        rows: Vec<Vec<String>>,
    },
    /// Bars drawn to a common scale.
    Bars {
        /// Name, share in basis points (`None`: no bar, the words beside say why), what stands beside the bar.
        rows: Vec<(String, Option<u16>, String)>,
    },
    /// The foot of an official document: recipients left, signature right.
    Signature {
        /// `Nơi nhận:` and the recipients.
        left: Vec<String>,
        /// Authority, title, room to sign, name.
        right: Vec<String>,
    },
    /// A new page.
    PageBreak,
}

/// Whether a line of a letterhead or title only draws a line, which formats with real lines draw themselves.
pub(super) fn is_rule(line: &str) -> bool {
    is_drawn(line) || (!line.is_empty() && line.chars().all(|c| c == '-'))
}

/// Whether a line is a rule that is drawn; the others are hyphens, which are written.
pub(super) fn is_drawn(line: &str) -> bool {
    !line.is_empty() && line.chars().all(|c| c == '─')
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// Where its cells stand.
    pub align: Align,
    /// Its share of the width against the other columns.
    pub weight: u16,
}

impl Column {
    /// A column of words.
    #[must_use]
    pub fn words(heading: impl Into<String>, weight: u16) -> Self {
        Self { heading: heading.into(), align: Align::Left, weight }
    }
    /// A column of figures.
    #[must_use]
    pub fn figures(heading: impl Into<String>, weight: u16) -> Self {
        Self { heading: heading.into(), align: Align::Right, weight }
    }
}

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Left, for words.
    Left,
    /// Right, for figures.
    Right,
}
