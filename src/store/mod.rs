//! The vault: the journal, which is the truth, and its projection in sled, which is what the program reads.
//! The only folder that names sled. One thread owns a [`Vault`].

mod ahead;
mod backup;
mod codec;
mod commit;
mod current;
mod draft;
mod drawing;
mod error;
mod files;
mod guard;
mod head;
mod history;
mod index;
mod known;
mod layout;
mod lock;
mod lodging;
mod manifest;
mod medium;
mod memory;
mod open;
mod packed;
mod packs;
mod ratings;
mod reading;
mod recent;
mod register;
mod replay;
mod second;
mod sheet;
mod spool;
mod staged;
mod summaries;
#[cfg(test)]
mod tests;
mod trust;
mod unit_row;
mod verify;
mod volume;

pub use backup::{
    Backup, BackupError, Copying, DAYS, Made, Restored, WEEKS, advice, newest_in, restore, sends_to_a_backup,
};
pub use commit::Committed;
pub use current::shipped;
pub use drawing::{Drawing, Said};
pub use error::{CommitError, VaultError};
pub use guard::panic_is_caught;
pub use head::Head;
pub use history::HistoryLine;
pub use replay::Progress;
pub use second::Undrawn;
pub use summaries::Summaries;
pub use verify::{Info, VerifyReport};

use crate::domain::{
    edit::{Change, ProgrammeVersion, Settings},
    evidence::Attachment,
    ids::{InspectionId, RoundId, UnitId},
    indicator::Indicators,
    inspection::Inspection,
    programme::Programme,
    round::Round,
    summary::Summary,
    unit::Units,
};
use crate::i18n::Message;
use crate::journal::Journal;
use crate::text::nfc;
use ahead::Ahead;
use chrono::NaiveDate;
use draft::Drafts;
use files::Files;
use index::Index;
use layout::Layout;
use lock::Lock;
use lodging::Lodging;
use manifest::Manifest;
use memory::Memory;
use replay::Applied;
use std::{cell::RefCell, mem, path::Path, sync::Arc};

/// An open vault. Reading is from memory (settings, units, rounds, summaries) or one sled value (an inspection).
///
/// The fields are dropped in this order: the index is closed before the lock is let go.
#[derive(Debug)]
pub struct Vault {
    /// `None` only after it was found damaged and could not be rebuilt.
    index: RefCell<Option<Index>>,
    applied: RefCell<Applied>,
    memory: Memory,
    ahead: Ahead,
    journal: Journal,
    files: Files,
    drafts: Drafts,
    manifest: Manifest,
    layout: Layout,
    _lodging: Option<Lodging>,
    _lock: Lock,
}

/// A vault that was opened, and what had to be said about it.
#[derive(Debug)]
pub struct Opened {
    /// The vault.
    pub vault: Vault,
    /// What was repaired, one line each; empty on a good day.
    pub notices: Vec<Message>,
}

impl Vault {
    /// Makes a new vault in `dir` (made when missing, must be empty) and opens it. A practice vault carries a fixed day.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn create(dir: &Path, practice: Option<NaiveDate>) -> Result<Self, VaultError> {
        open::create(dir, practice)
    }

    /// Opens the vault in `dir`.
    ///
    /// # Errors
    /// [`VaultError`]; [`VaultError::InUse`] ends the program with code 3.
    pub fn open(dir: &Path) -> Result<Opened, VaultError> {
        open::open(dir, &mut |_| {})
    }

    /// The same; `progress` hears of a rebuild, which takes long. A program that ends meanwhile leaves everything as it was.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_telling(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Opened, VaultError> {
        open::open(dir, progress)
    }

    /// Whether `dir` holds a vault.
    #[must_use]
    pub fn is_at(dir: &Path) -> bool {
        dir.join(manifest::NAME).is_file()
    }

    /// The fixed day of a practice vault; `None` for a real one.
    #[must_use]
    pub fn practice(&self) -> Option<NaiveDate> {
        self.manifest.practice
    }

    /// Keeps a file under the hash of its content, synced before this returns. The record that names it comes after.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn attach(&mut self, name: &str, content: &[u8]) -> Result<Attachment, VaultError> {
        let name = nfc(name.rsplit(['/', '\\']).next().unwrap_or_default()).into_owned();
        Ok(Attachment { hash: self.files.keep(content)?, name, bytes: content.len() as u64 })
    }

    /// The content of an attached file; `None` when the vault does not hold it.
    ///
    /// # Errors
    /// [`VaultError::FileDamaged`] when it is not what its hash says.
    pub fn attached(&self, hash: &str) -> Result<Option<Vec<u8>>, VaultError> {
        self.files.read(hash)
    }

    /// The team's settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.memory.settings
    }

    /// All units.
    #[must_use]
    pub fn units(&self) -> &Units {
        &self.memory.units
    }

    /// All values of indicators.
    #[must_use]
    pub fn indicators(&self) -> &Indicators {
        &self.memory.indicators
    }

    /// All rounds, in the order of their periods.
    #[must_use]
    pub fn rounds(&self) -> Vec<&Round> {
        let mut rounds: Vec<&Round> = self.memory.rounds.values().map(|row| &row.value).collect();
        rounds.sort_by(|a, b| (a.period.from, a.period.to, &a.id).cmp(&(b.period.from, b.period.to, &b.id)));
        rounds
    }

    /// A round.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.memory.rounds.get(id).map(|row| &row.value)
    }

    /// The programme versions that the vault keeps, in the order of their hashes.
    #[must_use]
    pub fn programme_versions(&self) -> Vec<&ProgrammeVersion> {
        self.memory.versions.values().map(|row| &row.value).collect()
    }

    /// The summaries of all inspections, in no promised order. Second looks are not among them: they enter no count, score or list of
    /// their unit ([`Vault::second_looks`]).
    #[must_use]
    pub fn summaries(&self) -> Vec<&Summary> {
        self.memory.summaries.values().collect()
    }

    /// All inspections as lists and roll-ups ask, second looks apart, in no promised order.
    pub fn heads(&self) -> impl Iterator<Item = Head<'_>> + Clone {
        self.memory.summaries.heads()
    }

    /// The inspections of some rounds as lists and roll-ups ask, second looks apart, in no promised order.
    pub fn heads_of_rounds<'a, 'r>(
        &'a self,
        rounds: &'r [&'r RoundId],
    ) -> impl Iterator<Item = Head<'a>> + Clone + use<'a, 'r> {
        self.memory.summaries.heads_of_rounds(rounds)
    }

    /// The summaries of one unit, second looks apart, in no promised order.
    pub fn summaries_of(&self, unit: UnitId) -> impl Iterator<Item = &Summary> {
        self.memory.summaries.of_unit(unit).filter_map(|id| self.memory.summaries.get(id))
    }

    /// All summaries, those of second looks among them, to be held on to: they are shared with the vault, not copied.
    #[must_use]
    pub fn shared_summaries(&self) -> Summaries {
        self.memory.summaries.clone()
    }

    /// The summary of one inspection.
    #[must_use]
    pub fn summary(&self, id: InspectionId) -> Option<&Summary> {
        self.memory.summaries.get(id)
    }

    /// One inspection.
    ///
    /// # Errors
    /// [`VaultError`] when the projection cannot be read, nor rebuilt.
    pub fn inspection(&self, id: InspectionId) -> Result<Option<Inspection>, VaultError> {
        if let Some(read) = self.ahead.take(id) {
            return Ok(Some(read));
        }
        self.indexed(|index| Ok(reading::one(self.ground(index), id)?))
    }

    /// Closes the vault where the program ends: everything is handed to the system and the vault's lock is let go, but what stands in memory
    /// is left for the system to take back at once. To free the pages of a whole round piece by piece takes a sixth of its report.
    pub fn leave(self) {
        let Self { index, memory, ahead, .. } = self;
        if let Some(index) = index.into_inner() {
            index.leave();
        }
        mem::forget((memory, ahead));
    }

    /// The programme version with this hash, parsed once and kept.
    ///
    /// # Errors
    /// [`VaultError`] when the vault does not hold it.
    pub fn programme(&mut self, hash: &str) -> Result<Arc<Programme>, VaultError> {
        self.memory.programmes.get(&self.files, hash)
    }

    /// Keeps a programme file among the vault's files and gives the change that records it.
    ///
    /// # Errors
    /// [`VaultError`]; [`VaultError::ProgrammeOther`] when `file` is not what `programme` was read from.
    pub fn keep_programme(&mut self, programme: &Programme, file: &[u8]) -> Result<Change, VaultError> {
        if blake3::hash(file).to_hex().as_str() != programme.hash {
            return Err(VaultError::ProgrammeOther);
        }
        let hash = self.files.keep(file)?;
        self.memory.programmes.keep(programme.clone());
        let (id, version) = (programme.id.clone(), programme.version.clone());
        Ok(Change::Programme(ProgrammeVersion { hash, id, version }))
    }

    /// Hash of the journal's newest record, 64 hexadecimal digits; zeros before the first.
    #[must_use]
    pub fn head(&self) -> String {
        self.journal.tip().head.to_string()
    }

    /// `fdatasync` calls for records since the vault was opened: one for each commit.
    #[must_use]
    pub fn syncs(&self) -> u64 {
        self.journal.syncs()
    }

    /// Values read from the index since it was opened: what tests hold an opening to.
    #[must_use]
    pub fn index_reads(&self) -> u64 {
        self.index.borrow().as_ref().map_or(0, Index::reads)
    }

    /// Whether the vault is open for reading only, because its journal is damaged and something is missing.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.applied.borrow().lacks()
    }

    /// Whether it accepts no changes because a write or sync failed ([`Vault::resume`]).
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.journal.is_stopped()
    }

    /// Goes on after a failed write, when its cause is gone (space was made): cuts off what was not acknowledged and
    /// accepts changes again.
    ///
    /// # Errors
    /// [`VaultError`]; the vault stays as it is.
    pub fn resume(&mut self) -> Result<(), VaultError> {
        Ok(self.journal.resume()?)
    }
}
