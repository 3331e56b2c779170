//! Inspections read before they are asked for, so that work on very many of them can go in steps: reading is what takes long. Each is
//! handed out once. What a commit changes is read anew. Nothing here is kept longer than the work that it is read for.

use super::{Vault, VaultError, reading};
use crate::domain::{ids::InspectionId, inspection::Inspection};
use std::{cell::RefCell, collections::HashMap};

/// What was read ahead.
#[derive(Debug, Default)]
pub(super) struct Ahead(RefCell<HashMap<InspectionId, Box<Inspection>>>);

impl Ahead {
    /// Hands an inspection out, if it was read ahead.
    pub(super) fn take(&self, id: InspectionId) -> Option<Inspection> {
        self.0.borrow_mut().remove(&id).map(|read| *read)
    }

    /// Forgets an inspection: it changed.
    pub(super) fn forget(&self, id: InspectionId) {
        self.0.borrow_mut().remove(&id);
    }
}

impl Vault {
    /// Reads inspections ahead, so that asking for each of them once costs nothing later. Many go fastest in the order of their ids, which is
    /// the one they lie in.
    ///
    /// # Errors
    /// As [`Vault::inspection`].
    pub fn read_ahead(&self, ids: &[InspectionId]) -> Result<(), VaultError> {
        let read = self.indexed(|index| Ok(reading::many(self.ground(index), ids)?))?;
        self.ahead.0.borrow_mut().extend(read);
        Ok(())
    }

    /// Forgets what was read ahead and nobody asked for.
    pub fn forget_ahead(&self) {
        self.ahead.0.take();
    }
}
