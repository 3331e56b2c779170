//! The columns of the unit file: their names in both languages.

use crate::{
    i18n::{Key, key},
    intake::columns,
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

impl columns::Column for Column {
    const ALL: &'static [Self] = &[
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
    const UNKNOWN: Key = key::UNITS_COLUMN_UNKNOWN;

    fn names(self) -> [&'static str; 2] {
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

    fn is_required(self) -> bool {
        matches!(self, Self::Code | Self::Name | Self::Kind | Self::Tier)
    }

    fn is_free_text(self) -> bool {
        matches!(self, Self::Address | Self::Contact | Self::Note)
    }
}
