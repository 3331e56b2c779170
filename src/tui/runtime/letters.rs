//! Letters written into a folder, some at a time. Either all of them are there in the end, or none: those written go again when one
//! cannot be, or the rest is not wanted any more.

use super::{answers::failed, keeper::Keeper};
use crate::{
    domain::ids::UnitId,
    i18n::{Message, key},
    report::{
        asked::{About, Asked},
        write::{Overwrite, write},
    },
    tui::message::Answer,
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Letters on their way into a folder.
#[derive(Debug)]
pub(super) struct Letters {
    place: PathBuf,
    /// Whether the folder was made for them.
    is_new: bool,
    units: Vec<UnitId>,
    written: Vec<PathBuf>,
}

impl Letters {
    /// To each of `units`; the folder, as typed, is made when it is missing.
    pub(super) fn begin(folder: &str, units: Vec<UnitId>) -> Result<Self, Answer> {
        let place = Path::new(folder.trim()).to_owned();
        let is_new = !place.exists();
        fs::create_dir_all(&place).map_err(|error| {
            failed(Message::new(key::PATH_UNREADABLE).with("path", folder.trim()).with("why", error.to_string()))
        })?;
        Ok(Self { place, is_new, units, written: Vec::new() })
    }

    /// How many are written, of how many.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.written.len(), self.units.len())
    }

    /// Writes at most `most` more. Once the last one is written, what is to be told.
    pub(super) fn write_some(&mut self, keeper: &mut Keeper, most: usize) -> Result<Option<Answer>, Answer> {
        let begun = self.written.len();
        for unit in self.units.iter().skip(begun).take(most) {
            match write_one(keeper, *unit, &self.place) {
                Ok(path) => self.written.push(path),
                Err(failure) => {
                    self.take_back();
                    return Err(failure);
                }
            }
        }
        if self.written.len() < self.units.len() {
            return Ok(None);
        }
        let shown = fs::canonicalize(&self.place).unwrap_or_else(|_| self.place.clone()).display().to_string();
        Ok(Some(Answer::LettersWritten { count: self.units.len(), folder: shown }))
    }

    /// Removes what was written, and the folder when it was made for it.
    pub(super) fn take_back(&mut self) {
        for path in self.written.drain(..) {
            // Best effort: a file that somebody took away meanwhile is gone already.
            let _ = fs::remove_file(path);
        }
        if self.is_new {
            let _ = fs::remove_dir(&self.place);
        }
    }
}

fn write_one(keeper: &mut Keeper, unit: UnitId, place: &Path) -> Result<PathBuf, Answer> {
    let letter = Asked::from(About::Letter(unit));
    let today = keeper.day();
    let path = place.join(letter.file_name(keeper.vault()?.units(), |_| None, today));
    let made = keeper.issue(&letter)?;
    write(&path, &made.content, Overwrite::No).map_err(|error| failed(error.message()))?;
    Ok(path)
}
