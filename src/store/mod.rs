//! The vault: the journal, which is the truth, and its projection in sled, which is what the program reads.
//! The only folder that names sled. One thread owns a [`Vault`].

use crate::domain::{
    edit::{Change, Refusal, Settings},
    evidence::Attachment,
    ids::{InspectionId, RoundId},
    inspection::Inspection,
    programme::Programme,
    round::Round,
    summary::Summary,
    unit::Units,
};
use crate::i18n::Message;
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::{path::Path, sync::Arc};

/// An open vault. Reading is from memory (settings, units, rounds, summaries) or one sled value (an inspection).
#[derive(Debug)]
pub struct Vault {}

/// A vault that was opened, and what had to be said about it.
#[derive(Debug)]
pub struct Opened {
    /// The vault.
    pub vault: Vault,
    /// What was repaired, one line each; empty on a good day.
    pub notices: Vec<Message>,
}

/// Why a vault could not be made, opened or read.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// Another process has it open.
    #[error("open in process {pid}")]
    InUse {
        /// Its process id; 0 when the lock file did not tell.
        pid: u32,
    },
    /// There is no vault in the folder.
    #[error("no vault")]
    Missing,
    /// There is something in the folder already.
    #[error("the folder is not empty")]
    NotEmpty,
    // more are coming with the code
}

/// Why a user action was not kept. Nothing of it was.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// The inspection's state forbids it.
    #[error("{0}")]
    Refused(#[from] Refusal),
    // more are coming with the code
}

/// A user action that is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Sequence number of its journal record.
    pub seq: u64,
    /// Hash of its journal record, 64 hexadecimal digits: the journal's head now.
    pub head: String,
    /// The summaries that changed.
    pub summaries: Vec<Summary>,
}

/// One line of an object's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// Sequence number of the journal record.
    pub seq: u64,
    /// When, by the laptop's clock.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: String,
    /// Which field: `answer/C1-05`.
    pub field: String,
    /// The value it replaced, in short words; empty when there was none.
    pub from: String,
    /// The new value, in short words; empty when it was taken away.
    pub to: String,
}

impl Vault {
    /// Makes a new vault in `dir` (made when missing, must be empty) and opens it. A practice vault carries a fixed day.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn create(dir: &Path, practice: Option<NaiveDate>) -> Result<Self, VaultError> {
        todo!("{dir:?}{practice:?}")
    }

    /// Opens the vault in `dir`.
    ///
    /// # Errors
    /// [`VaultError`]; [`VaultError::InUse`] ends the program with code 3.
    pub fn open(dir: &Path) -> Result<Opened, VaultError> {
        todo!("{dir:?}")
    }

    /// Whether `dir` holds a vault.
    #[must_use]
    pub fn is_at(dir: &Path) -> bool {
        dir.join("vault.toml").is_file()
    }

    /// The fixed day of a practice vault; `None` for a real one.
    #[must_use]
    pub fn practice(&self) -> Option<NaiveDate> {
        todo!()
    }

    /// Makes one user action durable: one journal record, one `fdatasync`, then the projection.
    ///
    /// # Errors
    /// [`CommitError`]; nothing of the action was kept then.
    pub fn commit(&mut self, actor: &str, changes: Vec<Change>) -> Result<Committed, CommitError> {
        todo!("{actor}{changes:?}")
    }

    /// Keeps a file under the hash of its content, synced before this returns. The record that names it comes after.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn attach(&mut self, name: &str, content: &[u8]) -> Result<Attachment, VaultError> {
        todo!("{name}{content:?}")
    }

    /// The team's settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        todo!()
    }

    /// All units.
    #[must_use]
    pub fn units(&self) -> &Units {
        todo!()
    }

    /// All rounds, in the order of their periods.
    #[must_use]
    pub fn rounds(&self) -> Vec<&Round> {
        todo!()
    }

    /// A round.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        todo!("{id}")
    }

    /// The summaries of all inspections, in no promised order.
    #[must_use]
    pub fn summaries(&self) -> Vec<&Summary> {
        todo!()
    }

    /// One inspection.
    ///
    /// # Errors
    /// [`VaultError`] when the projection cannot be read.
    pub fn inspection(&self, id: InspectionId) -> Result<Option<Inspection>, VaultError> {
        todo!("{id}")
    }

    /// The programme version with this hash, parsed once and kept.
    ///
    /// # Errors
    /// [`VaultError`] when the vault does not hold it.
    pub fn programme(&mut self, hash: &str) -> Result<Arc<Programme>, VaultError> {
        todo!("{hash}")
    }

    /// Keeps a programme file among the vault's files and gives the change that records it.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn keep_programme(&mut self, programme: &Programme, file: &[u8]) -> Result<Change, VaultError> {
        todo!("{programme:?}{file:?}")
    }

    /// Hash of the journal's newest record, 64 hexadecimal digits.
    #[must_use]
    pub fn head(&self) -> String {
        todo!()
    }

    /// Who changed what of an inspection, oldest first.
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn history(&self, id: InspectionId) -> Result<Vec<HistoryLine>, VaultError> {
        todo!("{id}")
    }
}
