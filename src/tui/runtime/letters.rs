//! Letters written into a folder, some at a time. Either all of them are there in the end, or none: those written go again when one
//! cannot be, or the rest is not wanted any more.

use super::{answers::failed, keeper::Keeper};
use crate::{
    domain::ids::UnitId,
    report::{
        asked::{About, Asked},
        format::Format,
        write::Batch,
    },
    tui::message::Answer,
};
use std::{fs, path::Path};

/// Letters on their way into a folder.
#[derive(Debug)]
pub(super) struct Letters {
    batch: Batch,
    units: Vec<UnitId>,
    format: Format,
}

impl Letters {
    /// To each of `units`; the folder, as typed, is made when it is missing.
    pub(super) fn begin(folder: &str, units: Vec<UnitId>, format: Format) -> Result<Self, Answer> {
        let batch = Batch::begin(Path::new(folder.trim())).map_err(|error| failed(error.message()))?;
        Ok(Self { batch, units, format })
    }

    /// How many are written, of how many.
    pub(super) const fn progress(&self) -> (usize, usize) {
        (self.batch.count(), self.units.len())
    }

    /// Writes at most `most` more. Once the last one is written, what is to be told.
    pub(super) fn write_some(&mut self, keeper: &mut Keeper, most: usize) -> Result<Option<Answer>, Answer> {
        let begun = self.batch.count();
        for unit in self.units.iter().skip(begun).take(most) {
            let letter = Asked { about: About::Letter(*unit), format: self.format };
            let today = keeper.day();
            let name = letter.file_name(keeper.vault()?.units(), |_| None, today);
            let made = keeper.issue(&letter)?;
            self.batch.put(&name, &made.content).map_err(|error| failed(error.message()))?;
        }
        if self.batch.count() < self.units.len() {
            return Ok(None);
        }
        self.batch.keep();
        let place = self.batch.folder();
        let shown = fs::canonicalize(place).unwrap_or_else(|_| place.to_owned()).display().to_string();
        Ok(Some(Answer::LettersWritten { count: self.units.len(), folder: shown }))
    }
}
