//! Reads and writes the fill file of one inspection (TOML).

use super::Mistake;
use crate::domain::{edit::Edit, ids::EvidenceId, inspection::Inspection, programme::Programme};

/// A fill file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// What it sets, in an order that can be applied.
    pub edits: Vec<Edit>,
    /// Files to attach to pieces of evidence, by the path the fill file gives, and the line that gives it.
    pub files: Vec<(EvidenceId, String, usize)>,
}

/// Reads a fill file for `inspection`. References may point at what the file brings or the inspection holds.
///
/// # Errors
/// All mistakes of the file, in the order of their places.
pub fn read(file: &str, programme: &Programme, inspection: &Inspection) -> Result<Filled, Vec<Mistake>> {
    todo!("{file}{programme:?}{inspection:?}")
}

/// Writes an inspection as a fill file that reads back to the same inspection.
#[must_use]
pub fn write(inspection: &Inspection) -> String {
    todo!("{inspection:?}")
}
