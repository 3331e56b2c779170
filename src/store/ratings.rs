//! How the ratings of an inspection changed, read from the journal.

use super::{Vault, VaultError, codec};
use crate::{
    domain::{
        answer::{Answer, Level},
        edit::{Change, Edit},
        flags::RatingChange,
        ids::{InspectionId, ItemId},
    },
    journal::{JournalError, Record, scan::bodies},
};
use std::collections::HashMap;

impl Vault {
    /// Every rating of an inspection that took the place of another, oldest first.
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn rating_changes(&self, id: InspectionId) -> Result<Vec<RatingChange>, VaultError> {
        let mut levels: HashMap<ItemId, Level> = HashMap::new();
        let mut changes = Vec::new();
        bodies(&self.layout.journal(), |body| {
            // Most records are about other inspections; looking for the bytes of the id is far cheaper than reading them.
            if !body.windows(16).any(|bytes| bytes == id.0.as_bytes()) {
                return Ok(());
            }
            let Ok(decoded) = Record::decode(body) else { return Ok(()) };
            for op in decoded.record.ops.iter().filter(|op| codec::inspection_of(op) == Some(id)) {
                let Some((Change::Inspection { edit, .. }, _)) = codec::decode(op) else { continue };
                let Edit::Answer(item, Some(Answer::Rated(to))) = *edit else { continue };
                let before = levels.insert(item.clone(), to).filter(|from| *from != to);
                let at = decoded.record.at.into();
                changes.extend(before.map(|from| RatingChange { item, from, to, at }));
            }
            Ok::<(), JournalError>(())
        })?;
        Ok(changes)
    }
}
