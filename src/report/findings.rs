//! Findings text: all, one unit's, or one finding on one sheet.

use super::document::Document;
use crate::domain::{
    ids::FindingId,
    inspection::Inspection,
    lang::Lang,
    programme::Programme,
    round::Round,
    unit::{Unit, Units},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// One inspection whose findings are exported.
#[derive(Debug, Clone)]
pub struct Source<'a> {
    /// The programme version it was filled with.
    pub programme: Arc<Programme>,
    /// Its unit.
    pub unit: &'a Unit,
    /// Its round.
    pub round: &'a Round,
    /// The inspection.
    pub inspection: Inspection,
}

/// Which findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Which {
    /// Every finding.
    #[default]
    All,
    /// Findings with an open recommendation.
    Open,
    /// Findings with an open recommendation past its day.
    Overdue,
}

/// Builds the text of findings, grouped by unit in the order of `sources`.
#[must_use]
pub fn build(
    lang: Lang,
    units: &Units,
    sources: &[Source],
    which: Which,
    only: Option<&FindingId>,
    today: NaiveDate,
) -> Document {
    todo!("{lang:?}{units:?}{sources:?}{which:?}{only:?}{today}")
}
