//! The columns of the model file: their names in both languages.

use crate::{
    i18n::{Key, key},
    intake::columns,
};

/// A column of the model file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Code,
    Name,
    Kind,
    Field,
    Place,
    Owner,
    Partners,
    Registered,
    State,
    Since,
    Recognised,
    Awarded,
    LastActivity,
    Baseline,
    Goal,
    Indicator,
    Leader,
    Beneficiaries,
}

impl columns::Column for Column {
    const ALL: &'static [Self] = &[
        Self::Code,
        Self::Name,
        Self::Kind,
        Self::Field,
        Self::Place,
        Self::Owner,
        Self::Partners,
        Self::Registered,
        Self::State,
        Self::Since,
        Self::Recognised,
        Self::Awarded,
        Self::LastActivity,
        Self::Baseline,
        Self::Goal,
        Self::Indicator,
        Self::Leader,
        Self::Beneficiaries,
    ];
    const UNKNOWN: Key = key::MODELS_COLUMN_UNKNOWN;

    fn names(self) -> [&'static str; 2] {
        match self {
            Self::Code => ["code", "mã"],
            Self::Name => ["name", "tên"],
            Self::Kind => ["kind", "loại"],
            Self::Field => ["field", "lĩnh vực"],
            Self::Place => ["place", "địa điểm"],
            Self::Owner => ["owner", "chủ trì"],
            Self::Partners => ["partners", "phối hợp"],
            Self::Registered => ["registered", "ngày đăng ký"],
            Self::State => ["state", "trạng thái"],
            Self::Since => ["since", "từ ngày"],
            Self::Recognised => ["recognised", "ngày công nhận"],
            Self::Awarded => ["awarded", "ngày khen thưởng"],
            Self::LastActivity => ["last_activity", "hoạt động gần nhất"],
            Self::Baseline => ["baseline", "ban đầu"],
            Self::Goal => ["goal", "mục tiêu"],
            Self::Indicator => ["indicator", "chỉ số"],
            Self::Leader => ["leader", "lãnh đạo"],
            Self::Beneficiaries => ["beneficiaries", "số người được lợi"],
        }
    }

    fn is_required(self) -> bool {
        matches!(self, Self::Code | Self::Name)
    }

    fn is_free_text(self) -> bool {
        matches!(self, Self::Baseline | Self::Goal | Self::Indicator)
    }
}
