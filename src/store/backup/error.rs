//! Why there is no new copy, or nothing was restored.

use crate::{
    i18n::{Message, key},
    journal::{Damage, JournalError},
    store::VaultError,
};
use std::path::PathBuf;

/// Why a copy was not made, is not whole, or was not restored. No copy that was there is touched by it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BackupError {
    /// The vault's journal is damaged: a copy of it would be worth less than those there are.
    #[error("the journal is damaged")]
    Damaged {
        /// The first damage, when its place is known.
        damage: Option<Damage>,
    },
    /// A copy knows records that the vault does not hold any more.
    #[error("{} holds more than the vault", copy.display())]
    Behind {
        /// The copy.
        copy: PathBuf,
        /// Its records.
        theirs: u64,
        /// The vault's.
        ours: u64,
    },
    /// What was written is not what was read again: the medium is bad.
    #[error("{} is not as it was written", path.display())]
    Unequal {
        /// The file that was to become a copy; it is gone.
        path: PathBuf,
    },
    /// A copy, or an attachment of it, is not as it was written.
    #[error("{} is damaged", path.display())]
    Spoilt {
        /// Which.
        path: PathBuf,
    },
    /// The file is no copy.
    #[error("{} is no backup", path.display())]
    NoBackup {
        /// Which.
        path: PathBuf,
    },
    /// The copy was made by a newer program.
    #[error("{} was made by a newer version", path.display())]
    Newer {
        /// Which.
        path: PathBuf,
    },
    /// There is something where the vault was to be restored.
    #[error("{} is not empty", path.display())]
    NotEmpty {
        /// The folder.
        path: PathBuf,
    },
    /// The vault, a file or a folder cannot be read or written.
    #[error("{0}")]
    Vault(#[from] VaultError),
}

impl From<JournalError> for BackupError {
    fn from(error: JournalError) -> Self {
        Self::Vault(error.into())
    }
}

impl BackupError {
    /// The words for the user, one sentence each line.
    #[must_use]
    pub fn message(&self) -> Message {
        let named = |key, path: &std::path::Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::Damaged { .. } => key::BACKUP_SOURCE_DAMAGED.into(),
            Self::Behind { copy, theirs, ours } => {
                named(key::BACKUP_BEHIND, copy).with("theirs", theirs.to_string()).with("ours", ours.to_string())
            }
            Self::Unequal { path } => named(key::BACKUP_UNEQUAL, path),
            Self::Spoilt { path } => named(key::BACKUP_SPOILT, path),
            Self::NoBackup { path } => named(key::BACKUP_IS_NONE, path),
            Self::Newer { path } => named(key::BACKUP_NEWER, path),
            Self::NotEmpty { path } => named(key::BACKUP_NOT_EMPTY, path),
            Self::Vault(error) => error.message(),
        }
    }
}
