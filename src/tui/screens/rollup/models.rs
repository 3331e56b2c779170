//! The funnel of models: the registers as they were last counted, and a row for each place or unit. What enters a score is not told here.

use super::super::{Desk, Go};
use crate::{
    domain::{
        ids::{InspectionId, RoundId, UnitId},
        inspected::Inspected as _,
        model::Census,
        rollup::{Group, GroupKey, Sampling, latest_signed},
    },
    tui::{effect::Effect, shared::Shared},
};
use std::collections::HashMap;

/// A row of the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FunnelRow {
    pub(super) key: GroupKey,
    units: Vec<UnitId>,
    /// The registers of its units together; filled once they are counted.
    pub(super) census: Census,
    pub(super) sampling: Sampling,
    /// Of a unit, the signed inspection that counts.
    signed: Option<InspectionId>,
}

impl FunnelRow {
    /// Of a place.
    pub(super) fn of(group: &Group) -> Self {
        Self {
            key: group.key.clone(),
            units: group.units.clone(),
            census: Census::default(),
            sampling: group.sampling,
            signed: None,
        }
    }

    /// Of each of these units.
    pub(super) fn of_units(shared: &Shared, round: &RoundId, units: &[UnitId]) -> Vec<Self> {
        let signed = latest_signed(shared.summaries.heads_of_rounds(std::slice::from_ref(round)), round);
        let row = |unit: &UnitId| {
            let signed = signed.get(unit);
            Self {
                key: GroupKey::Unit(*unit),
                units: vec![*unit],
                census: Census::default(),
                sampling: Sampling::of(signed.and_then(|inspection| inspection.sample())),
                signed: signed.map(|inspection| inspection.id()),
            }
        };
        units.iter().map(row).collect()
    }

    /// Whether there is anything to tell.
    fn is_blank(&self) -> bool {
        self.census.all() == 0 && self.sampling.units == 0
    }

    /// Down to what was drawn and visited; where nothing was, to the register.
    pub(super) fn go(&self) -> Option<Go> {
        let GroupKey::Unit(unit) = self.key else { return None };
        let drawn = self.signed.filter(|_| self.sampling.units > 0);
        Some(drawn.map_or(Go::Unit(unit), Go::Models))
    }
}

/// The registers as they were counted, and when.
#[derive(Debug, Default)]
pub(super) struct Registers {
    /// The newest record when it was asked for.
    asked: Option<String>,
    counted: Option<HashMap<UnitId, Census>>,
}

impl Registers {
    /// Asks for the counts as they are now, unless they were asked for already.
    pub(super) fn ask(&mut self, desk: &mut Desk) {
        if self.asked.as_ref() != Some(&desk.shared.head) {
            self.asked = Some(desk.shared.head.clone());
            desk.ask(Effect::CountModels);
        }
    }

    pub(super) fn hear(&mut self, counted: &[(UnitId, Census)]) {
        self.counted = Some(counted.iter().copied().collect());
    }

    /// The registers of units together; nothing before they are counted.
    pub(super) fn of(&self, units: &[UnitId]) -> Option<Census> {
        let counted = self.counted.as_ref()?;
        Some(units.iter().filter_map(|unit| counted.get(unit)).copied().sum())
    }

    /// Puts the counts into the rows. Single units that neither keep a register nor drew anything are left out; places never are.
    pub(super) fn fill(&self, rows: &mut Vec<FunnelRow>) {
        if self.counted.is_none() {
            return rows.clear();
        }
        for row in rows.iter_mut() {
            row.census = self.of(&row.units).unwrap_or_default();
        }
        rows.retain(|row| !matches!(row.key, GroupKey::Unit(_)) || !row.is_blank());
    }
}
