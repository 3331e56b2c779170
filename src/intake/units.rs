//! Reads units from CSV (columns in any order, header names in either language).

use super::Mistake;
use crate::domain::{
    ids::{KindId, UnitId},
    unit::{Unit, Units},
};

/// What a row of the file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowDoes {
    /// Brings a unit that was not there.
    Adds,
    /// Changes the unit with its code and period.
    Changes,
    /// Says what is known already.
    Nothing,
}

/// A row of the file and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Line of the file, from 1.
    pub line: usize,
    /// What it does.
    pub does: RowDoes,
    /// The unit as it will be.
    pub unit: Unit,
}

/// Reads units against those already known and the kinds of the programme; `new_id` gives an id to each that is new.
///
/// # Errors
/// All mistakes of the file, in the order of their places; nothing is to be applied then.
pub fn read(
    file: &[u8],
    known: &Units,
    kinds: &[KindId],
    new_id: &mut dyn FnMut() -> UnitId,
) -> Result<Vec<Row>, Vec<Mistake>> {
    let _ = (file, known, kinds, new_id);
    todo!()
}
