//! What has a history of its own. Not for: what undo means on a screen (`undo::Reach`), nor reading the history (`store`).

use super::ids::{InspectionId, RoundId, UnitId};

/// A thing whose changes can be listed: who, when, from what, to what. The models of a register and the values of indicators are part of
/// their unit's history; draws, visits and records part of their inspection's.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Thing {
    /// An inspection with everything recorded in it.
    Inspection(InspectionId),
    /// A unit with its register of models and its indicators.
    Unit(UnitId),
    /// A round.
    Round(RoundId),
    /// The team's settings.
    Settings,
}

impl From<InspectionId> for Thing {
    fn from(id: InspectionId) -> Self {
        Self::Inspection(id)
    }
}

impl From<UnitId> for Thing {
    fn from(id: UnitId) -> Self {
        Self::Unit(id)
    }
}

impl From<RoundId> for Thing {
    fn from(id: RoundId) -> Self {
        Self::Round(id)
    }
}
