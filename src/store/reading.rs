//! Inspections as the index holds them, for who reads and changes nothing: the records that set their fields are passed over, and many are
//! read on two cores.

use super::{
    Vault,
    codec::Key as _,
    files::Files,
    index::{self, Index, IndexError, Shelf},
    memory::Memory,
    sheet::{Sheet, is_applied},
    spool::Spool,
};
use crate::{
    beside::each,
    domain::{ids::InspectionId, inspection::Inspection},
    journal::{DeviceId, Stamp},
};
use serde::{Deserialize, de::IgnoredAny};

/// The fewest that are worth a thread.
const WORTH: usize = 64;

/// What is read, and what a change is checked against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ground<'a> {
    pub index: &'a Index,
    pub memory: &'a Memory,
    pub files: &'a Files,
    /// Where the sheets are while the index is being made.
    pub spool: Option<&'a Spool>,
}

impl Ground<'_> {
    /// A sheet.
    pub(super) fn sheet(self, id: InspectionId) -> Result<Option<Sheet>, IndexError> {
        self.spool.map_or_else(|| self.index.get(Shelf::Sheets, id.key()), |spool| spool.get(id))
    }
}

/// A `Sheet` as it is written, without what sets its fields.
#[derive(Deserialize)]
pub(super) struct Bare {
    inspection: Inspection,
    devices: Vec<(DeviceId, u64)>,
    #[serde(rename = "stamps")]
    _stamps: IgnoredAny,
    #[serde(rename = "last")]
    _last: IgnoredAny,
}

impl Vault {
    /// What is read in this index.
    pub(super) const fn ground<'a>(&'a self, index: &'a Index) -> Ground<'a> {
        Ground { index, memory: &self.memory, files: &self.files, spool: None }
    }
}

/// An inspection.
pub(super) fn one(on: Ground<'_>, id: InspectionId) -> Result<Option<Inspection>, IndexError> {
    let bytes = on.index.bytes(Shelf::Sheets, id.key())?;
    checked(on, id, bytes.as_deref().map(index::decode).transpose()?)
}

/// These inspections, without those that are not there.
pub(super) fn many(on: Ground<'_>, ids: &[InspectionId]) -> Result<Vec<(InspectionId, Box<Inspection>)>, IndexError> {
    let read = |id: &InspectionId| one(on, *id).map(|read| read.map(|read| (*id, Box::new(read)))).transpose();
    each(ids, WORTH, read).into_iter().collect()
}

fn checked(on: Ground<'_>, id: InspectionId, bare: Option<Bare>) -> Result<Option<Inspection>, IndexError> {
    expect_current(on, id, bare.as_ref().map(|bare| bare.devices.as_slice()))?;
    Ok(bare.map(|bare| bare.inspection))
}

/// A sheet that is older than its summary, or missing although there is a summary, is damage; one that is newer was written just before a
/// crash, and replay makes its summary anew. `applied` are the records that each device's part of it is made of.
pub(super) fn expect_current(
    on: Ground<'_>,
    id: InspectionId,
    applied: Option<&[(DeviceId, u64)]>,
) -> Result<(), IndexError> {
    let at: Option<Stamp> = on.memory.summaries.stamp(id);
    match (applied, at) {
        (None, Some(_)) => Err(IndexError("a sheet is missing".into())),
        (Some(applied), Some(at)) if !is_applied(applied, at) => {
            Err(IndexError("a sheet is older than its summary".into()))
        }
        _ => Ok(()),
    }
}
