//! The document model that every format renders.

use serde::Serialize;

/// A document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its title, for file properties and previews.
    pub title: String,
    /// Its blocks, in reading order.
    pub blocks: Vec<Block>,
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
        /// Name, share in basis points (`None`: not enough inspected), what stands beside the bar.
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

/// Where the words of a column stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Align {
    /// Left, for words.
    Left,
    /// Right, for figures.
    Right,
}
