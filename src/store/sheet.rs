//! A sheet: one inspection with the record that set each of its fields, as the index keeps it.

use super::codec;
use crate::{
    domain::{
        edit::{Edit, Refusal},
        ids::InspectionId,
        inspection::{Inspection, Plan},
    },
    journal::{DeviceId, Stamp},
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One inspection and where its values come from. Devices are named by their place in `devices`, and fields of one item
/// share its id, so that the stamps take few bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sheet {
    /// The inspection.
    pub inspection: Inspection,
    /// The devices that wrote here, each with its last record that is applied.
    devices: Vec<(DeviceId, u64)>,
    /// Id (of an item, a finding …; empty for the inspection's own fields) → field → place of the device and number.
    stamps: BTreeMap<String, BTreeMap<u8, (u32, u64)>>,
    /// The record applied last.
    last: Stamp,
}

impl Sheet {
    /// A planned inspection, not yet applied from any record.
    pub(super) fn new(id: InspectionId, plan: Plan, stamp: Stamp) -> Self {
        let inspection = Inspection::new(id, plan);
        Self { inspection, devices: Vec::new(), stamps: BTreeMap::new(), last: stamp }
    }

    /// Whether the record is applied here already. A crash between the writes of a record leaves some sheets ahead of the
    /// index's mark; replaying skips them, because reopening a signed inspection twice is not the same as once.
    pub(super) fn has(&self, stamp: Stamp) -> bool {
        is_applied(&self.devices, stamp)
    }

    /// The devices that wrote here, each with its last record that is applied.
    pub(super) fn devices(&self) -> &[(DeviceId, u64)] {
        &self.devices
    }

    /// The record applied last.
    pub(super) const fn last(&self) -> Stamp {
        self.last
    }

    /// The record that set the field which `edit` sets.
    pub(super) fn base(&self, edit: &Edit) -> Option<Stamp> {
        let (id, field) = codec::field(edit);
        let (device, seq) = self.stamps.get(&id)?.get(&field)?;
        let (device, _) = self.devices.get(usize::try_from(*device).ok()?)?;
        Some(Stamp(*device, *seq))
    }

    /// Applies an edit of a record.
    pub(super) fn apply(&mut self, edit: Edit, stamp: Stamp) -> Result<(), Refusal> {
        let (id, field) = codec::field(&edit);
        self.inspection.apply(edit)?;
        let device = self.device(stamp.0);
        self.stamps.entry(id).or_default().insert(field, (device, stamp.1));
        Ok(())
    }

    /// Notes that all edits of a record are applied.
    pub(super) fn done(&mut self, stamp: Stamp) {
        let place = self.device(stamp.0);
        if let Some((_, applied)) = usize::try_from(place).ok().and_then(|place| self.devices.get_mut(place)) {
            *applied = stamp.1;
        }
        self.last = stamp;
    }

    fn device(&mut self, device: DeviceId) -> u32 {
        let place = self.devices.iter().position(|(known, _)| *known == device).unwrap_or_else(|| {
            self.devices.push((device, 0));
            self.devices.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }
}

/// Whether a record is among those that are applied.
pub(super) fn is_applied(devices: &[(DeviceId, u64)], Stamp(device, seq): Stamp) -> bool {
    devices.iter().any(|(known, applied)| *known == device && *applied >= seq)
}
