//! The columns of the unit file: their names in both languages, and which cell of a row is which.

use crate::{
    i18n::{Message, key},
    intake::{
        mistakes::{Mistakes, shown},
        sheet::{Cell, Row},
    },
    text::fold,
};

/// A column of the unit file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Code,
    Name,
    Kind,
    Parent,
    Tier,
    From,
    To,
    Pilot,
    Address,
    Contact,
    Note,
}

impl Column {
    const ALL: [Self; 11] = [
        Self::Code,
        Self::Name,
        Self::Kind,
        Self::Parent,
        Self::Tier,
        Self::From,
        Self::To,
        Self::Pilot,
        Self::Address,
        Self::Contact,
        Self::Note,
    ];
    const REQUIRED: [Self; 4] = [Self::Code, Self::Name, Self::Kind, Self::Tier];

    /// The English name and the Vietnamese one.
    const fn names(self) -> [&'static str; 2] {
        match self {
            Self::Code => ["code", "mã"],
            Self::Name => ["name", "tên"],
            Self::Kind => ["kind", "loại"],
            Self::Parent => ["parent", "mã cấp trên"],
            Self::Tier => ["tier", "cấp"],
            Self::From => ["from", "từ"],
            Self::To => ["to", "đến"],
            Self::Pilot => ["pilot", "điểm chỉ đạo"],
            Self::Address => ["address", "địa chỉ"],
            Self::Contact => ["contact", "liên hệ"],
            Self::Note => ["note", "ghi chú"],
        }
    }

    /// The name as messages write it.
    pub(super) const fn name(self) -> &'static str {
        self.names()[0]
    }

    /// The column that a header means, with or without marks and capitals, its words parted by blanks or `_`.
    fn named(header: &str) -> Option<Self> {
        let plain =
            |name: &str| fold(name).split(|c: char| c.is_whitespace() || c == '_').collect::<Vec<_>>().join(" ");
        let header = plain(header);
        Self::ALL.into_iter().find(|column| column.names().into_iter().any(|name| plain(name) == header))
    }

    /// Whether a cell may hold more than one line.
    pub(super) const fn is_free_text(self) -> bool {
        matches!(self, Self::Address | Self::Contact | Self::Note)
    }
}

/// Which cell of a row is which.
#[derive(Debug, Default)]
pub(super) struct Columns {
    order: Vec<Option<Column>>,
    nameless: Vec<usize>,
    count: usize,
}

impl Columns {
    /// Reads the header. A column without a name is let pass: spreadsheets leave some behind; its cells must be empty.
    pub(super) fn read(header: &Row, mistakes: &mut Mistakes) -> Self {
        let (mut columns, mut nameless) = (Vec::with_capacity(header.cells.len()), Vec::new());
        for (at, cell) in header.cells.iter().enumerate() {
            let column = Column::named(&cell.text);
            if cell.text.is_empty() {
                nameless.push(at);
            } else if column.is_none() {
                let what = Message::new(key::UNITS_COLUMN_UNKNOWN).with("found", shown(&cell.text));
                mistakes.wrong_name(cell.place, what, &cell.text, Column::ALL.into_iter().flat_map(Column::names));
            }
            if let Some(twice) = column.filter(|column| columns.contains(&Some(*column))) {
                mistakes.add(cell.place, Message::new(key::UNITS_COLUMN_TWICE).with("column", twice.name()));
            }
            columns.push(column);
        }
        for missing in Column::REQUIRED.into_iter().filter(|column| !columns.contains(&Some(*column))) {
            let [name, vietnamese] = missing.names();
            let what = Message::new(key::UNITS_COLUMN_MISSING).with("column", name).with("vietnamese", vietnamese);
            mistakes.add((header.line, 1), what);
        }
        Self { order: columns, nameless, count: header.count }
    }

    /// How many cells a row has.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The cell of a column; nothing when the file has no such column.
    pub(super) fn cell<'a>(&self, row: &'a Row, column: Column) -> Option<&'a Cell> {
        let at = self.order.iter().position(|found| *found == Some(column))?;
        row.cells.get(at)
    }

    /// The cells under no name.
    pub(super) fn nameless<'a>(&self, row: &'a Row) -> impl Iterator<Item = &'a Cell> {
        self.nameless.iter().filter_map(|at| row.cells.get(*at))
    }
}
