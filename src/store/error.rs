//! What can go wrong with a vault, each with its words: what happened, what was kept, what to do next.

use super::index::IndexError;
use crate::{
    domain::{edit::Refusal, model::NotTaken},
    i18n::{Message, key, short_hash, words},
    journal::{AppendError, JournalError},
};
use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

/// Why a vault could not be made, opened or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
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
    /// A part of the vault is a link to somewhere else.
    #[error("{} is a link", path.display())]
    Link {
        /// Which part.
        path: PathBuf,
    },
    /// There is something in the folder already.
    #[error("the folder is not empty")]
    NotEmpty,
    /// It was written by a newer program.
    #[error("written by a newer version (format {format})")]
    Newer {
        /// The format found.
        format: u32,
    },
    /// `vault.toml` cannot be read.
    #[error("{}: {reason}", path.display())]
    Manifest {
        /// The file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// The journal cannot be read.
    #[error("{0}")]
    Journal(#[from] JournalError),
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The index cannot be read and could not be rebuilt.
    #[error("the index cannot be read: {reason}")]
    Index {
        /// Why.
        reason: String,
    },
    /// The vault does not hold the programme.
    #[error("no programme {hash}")]
    ProgrammeUnknown {
        /// Its hash.
        hash: String,
    },
    /// The vault's programme file cannot be used by this program.
    #[error("the programme {hash} cannot be used")]
    ProgrammeBroken {
        /// Its hash.
        hash: String,
    },
    /// The content of the vault's programme file is not what its hash says.
    #[error("the programme {hash} is damaged")]
    ProgrammeDamaged {
        /// Its hash.
        hash: String,
    },
    /// The file given is not the one the programme was read from.
    #[error("the file is not that of the programme")]
    ProgrammeOther,
    /// The content of a file is not what its hash says.
    #[error("the file {hash} is damaged")]
    FileDamaged {
        /// Its hash.
        hash: String,
    },
    /// The index was not rebuilt, because the journal is damaged and the index knows more.
    #[error("the journal is damaged in the middle")]
    RebuildRefused,
}

impl VaultError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::InUse { pid: 0 } => Message::new(key::STORE_IN_USE_UNKNOWN),
            Self::InUse { pid } => Message::new(key::STORE_IN_USE).with("pid", pid.to_string()),
            Self::Missing => Message::new(key::STORE_MISSING),
            Self::NotEmpty => Message::new(key::STORE_NOT_EMPTY),
            Self::Link { path } => Message::new(key::STORE_LINK).with("path", path.display().to_string()),
            Self::Newer { format } => Message::new(key::STORE_NEWER).with("format", *format),
            Self::Manifest { path, reason } => {
                Message::new(key::STORE_MANIFEST).with("path", path.display().to_string()).with("reason", reason)
            }
            Self::Io { path, source } | Self::Journal(JournalError::Io { path, source }) => words_of(path, source),
            Self::Journal(error) => error.message(),
            Self::Index { reason } => Message::new(key::STORE_INDEX).with("reason", reason),
            Self::ProgrammeUnknown { hash } => {
                Message::new(key::STORE_PROGRAMME_UNKNOWN).with("hash", short_hash(hash))
            }
            Self::ProgrammeBroken { hash } => Message::new(key::STORE_PROGRAMME_BROKEN).with("hash", short_hash(hash)),
            Self::ProgrammeDamaged { hash } => {
                Message::new(key::STORE_PROGRAMME_DAMAGED).with("hash", short_hash(hash))
            }
            Self::ProgrammeOther => Message::new(key::STORE_PROGRAMME_OTHER),
            Self::FileDamaged { hash } => Message::new(key::STORE_FILE_DAMAGED).with("hash", short_hash(hash)),
            Self::RebuildRefused => Message::new(key::STORE_REBUILD_REFUSED),
        }
    }
}

/// The words for a file or folder that cannot be read or written.
pub(super) fn words_of(path: &Path, source: &std::io::Error) -> Message {
    let named = |key| Message::new(key).with("path", path.display().to_string());
    match source.kind() {
        ErrorKind::StorageFull => named(key::STORE_IO_FULL),
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => named(key::STORE_IO_DENIED),
        _ => named(key::STORE_IO).with("reason", source.to_string()),
    }
}

impl From<IndexError> for VaultError {
    fn from(error: IndexError) -> Self {
        Self::Index { reason: error.0 }
    }
}

/// Why a user action was not kept. Nothing of it was.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CommitError {
    /// The inspection's state forbids it.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The register does not take the model.
    #[error("{0}")]
    NotTaken(#[from] NotTaken),
    /// The inspection was never planned.
    #[error("no inspection {id}")]
    UnknownInspection {
        /// Its id.
        id: String,
    },
    /// A plan names a unit that the vault does not know.
    #[error("no unit {id}")]
    UnknownUnit {
        /// Its id.
        id: String,
    },
    /// A plan names a round that the vault does not know.
    #[error("no round {id}")]
    UnknownRound {
        /// Its id.
        id: String,
    },
    /// A plan or the settings name a programme that was not kept first.
    #[error("no programme {hash}")]
    UnknownProgramme {
        /// Its hash.
        hash: String,
    },
    /// The file a piece of evidence or a programme version names was not kept first.
    #[error("no file {name}")]
    FileMissing {
        /// The file's name.
        name: String,
    },
    /// The action is too large for one record.
    #[error("too much for one record")]
    TooLong,
    /// The journal is damaged in its middle; the vault is open for reading only.
    #[error("open for reading only")]
    ReadOnly,
    /// An earlier write failed; the vault accepts no changes until [`super::Vault::resume`] or it is opened again.
    #[error("writing stopped after an earlier error")]
    Stopped,
    /// The write or the sync failed; the vault accepts no changes any more.
    #[error("not saved: {source}")]
    NotSaved {
        /// Bytes that were to be written.
        bytes: u64,
        /// What the system said.
        source: std::io::Error,
    },
    /// The index could not be read to check the changes.
    #[error("{0}")]
    Vault(#[from] VaultError),
}

impl CommitError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(refusal) => words::refusal(*refusal).into(),
            Self::NotTaken(NotTaken::NoCode) => Message::new(key::MODELS_NO_CODE),
            Self::NotTaken(NotTaken::NoName) => Message::new(key::MODELS_NO_NAME),
            Self::NotTaken(NotTaken::Twice(code)) => Message::new(key::MODELS_CODE_TWICE).with("code", code),
            Self::UnknownInspection { id } => Message::new(key::STORE_UNKNOWN_INSPECTION).with("id", id),
            Self::UnknownUnit { id } => Message::new(key::STORE_UNKNOWN_UNIT).with("id", id),
            Self::UnknownRound { id } => Message::new(key::STORE_UNKNOWN_ROUND).with("id", id),
            Self::UnknownProgramme { hash } => {
                Message::new(key::STORE_PROGRAMME_UNKNOWN).with("hash", short_hash(hash))
            }
            Self::FileMissing { name } => Message::new(key::STORE_FILE_MISSING).with("name", name),
            Self::TooLong => Message::new(key::STORE_TOO_LONG),
            Self::ReadOnly => Message::new(key::STORE_READ_ONLY),
            Self::Stopped => Message::new(key::STORE_STOPPED),
            Self::NotSaved { bytes, source } if source.kind() == ErrorKind::StorageFull => {
                Message::new(key::STORE_DISK_FULL).with("megabytes", (bytes.div_ceil(1 << 20)).max(1).to_string())
            }
            Self::NotSaved { source, .. } => Message::new(key::STORE_NOT_SAVED).with("reason", source.to_string()),
            Self::Vault(error) => error.message(),
        }
    }
}

impl From<AppendError> for CommitError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::TooLong => Self::TooLong,
            AppendError::Stopped => Self::Stopped,
            AppendError::Io { bytes, source } => Self::NotSaved { bytes, source },
        }
    }
}

/// Names the file in an error of the system.
pub(super) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> VaultError {
    let path = path.to_owned();
    move |source| VaultError::Io { path, source }
}
