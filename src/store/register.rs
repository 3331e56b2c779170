//! A unit's register of models as the index keeps it: every model with the record that set it, and beside it the few counts that stay
//! in memory for all units.

use super::{
    Vault, VaultError,
    codec::Key as _,
    index::{Index, IndexError, Row, Shelf},
};
use crate::{
    domain::{
        ids::{ModelId, UnitId},
        model::{Census, Model, NotTaken, Register},
    },
    journal::Stamp,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The register of one unit. A model that was taken out keeps its stamp, so that who puts it back names what he replaces.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    models: BTreeMap<ModelId, Row<Option<Model>>>,
}

/// What is counted of a register.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub(super) struct Counted {
    /// Whose.
    pub unit: UnitId,
    /// The record that changed it last.
    pub at: Stamp,
    /// The counts.
    pub census: Census,
}

impl Kept {
    /// The register of a unit in the index; an empty one when it has none. One that is missing, or older than what is counted of
    /// it, is damage.
    pub(super) fn fetch(index: &Index, unit: UnitId, counted: Option<&Counted>) -> Result<Self, IndexError> {
        let kept = index.get::<Self>(Shelf::Registers, unit.key())?.unwrap_or_default();
        match counted {
            Some(counted) if !kept.models.values().any(|row| row.at == counted.at) => {
                Err(IndexError("a register is missing or older than its counts".into()))
            }
            _ => Ok(kept),
        }
    }

    /// The record that set a model.
    pub(super) fn base(&self, id: ModelId) -> Option<Stamp> {
        self.models.get(&id).map(|row| row.at)
    }

    /// Sets a model.
    pub(super) fn set(&mut self, id: ModelId, model: Option<Model>, at: Stamp) -> Result<(), NotTaken> {
        self.register().set(id, model.clone())?;
        self.models.insert(id, Row { at, value: model });
        Ok(())
    }

    /// The models.
    pub(super) fn register(&self) -> Register {
        let there = self.models.iter().filter_map(|(id, row)| Some((*id, row.value.clone()?)));
        there.collect()
    }

    /// What is counted of it after the record `at`.
    pub(super) fn counted(&self, unit: UnitId, at: Stamp) -> Counted {
        Counted { unit, at, census: self.models.values().filter_map(|row| row.value.as_ref()).collect() }
    }
}

impl Vault {
    /// The register of a unit, read from the index: registers of all units together may be large, so none is held.
    ///
    /// # Errors
    /// [`VaultError`] when the projection cannot be read, nor rebuilt.
    pub fn register(&self, unit: UnitId) -> Result<Register, VaultError> {
        self.indexed(|index| Ok(Kept::fetch(index, unit, self.memory.registers.get(&unit))?.register()))
    }

    /// How many models of a unit stand where; from memory.
    #[must_use]
    pub fn census(&self, unit: UnitId) -> Census {
        self.memory.registers.get(&unit).map(|counted| counted.census).unwrap_or_default()
    }

    /// The same of every unit that has a register, in no promised order.
    pub fn censuses(&self) -> impl Iterator<Item = (UnitId, Census)> {
        self.memory.registers.values().map(|counted| (counted.unit, counted.census))
    }
}
