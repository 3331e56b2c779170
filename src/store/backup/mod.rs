//! Backups: verified copies of a vault. A copy is one file with `vault.toml` and every record of the journal ([`mod@file`]); attachments lie once for all
//! copies in `files/` beside them, by their hash. It is copied, synced, read again, compared, and only then gets its name ([`copy`]).
//! A copy goes only when a newer one that was verified holds everything it held ([`ring`]), and nothing is ever restored over something ([`mod@restore`]).
//!
//! Not for: deciding when (`tui::runtime`, `cli`).

mod copy;
mod error;
mod file;
mod restore;
mod ring;
#[cfg(test)]
mod tests;

pub use copy::{Copying, Made};
pub use error::BackupError;
pub use restore::{Restored, restore};
pub use ring::{DAYS, WEEKS};

use super::{Vault, error::io, files::entries, manifest::Manifest};
use crate::{
    i18n::{Key, Message, key},
    journal::Hash,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use file::Head;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The folder of copies within a vault.
const FOLDER: &str = "backups";

/// The ending of a copy's name.
const ENDING: &str = ".backup";

/// A copy that lies in a folder. Whether it is whole says [`Backup::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    head: Head,
    /// Size of its own file, in bytes.
    pub bytes: u64,
}

impl Backup {
    /// When it was made, by the laptop's clock.
    #[must_use]
    pub const fn made(&self) -> DateTime<FixedOffset> {
        self.head.made
    }

    /// How many records it holds.
    #[must_use]
    pub const fn records(&self) -> u64 {
        self.head.tip.records
    }

    /// Hash of its newest record, 64 hexadecimal digits.
    #[must_use]
    pub fn newest_record(&self) -> String {
        self.head.tip.head.to_string()
    }

    /// Reads all of it, and every attachment that it names, and compares the hashes.
    ///
    /// # Errors
    /// [`BackupError`]: what is not as it was written.
    pub fn verify(&self) -> Result<(), BackupError> {
        file::check(&self.path)?;
        let pool = Pool::beside(&self.path);
        self.head.files.iter().try_for_each(|(hash, _)| pool.expect(hash))
    }

    /// The words that name it and say how to restore from it.
    #[must_use]
    pub fn message(&self) -> Message {
        let made = self.made().format("%d/%m/%Y %H:%M").to_string();
        Message::new(key::BACKUP_NEWEST)
            .with("path", self.path.display().to_string())
            .with("made", made)
            .with("records", self.records().to_string())
    }
}

/// Attachments of copies, by their hash: a folder of files like the vault's own.
#[derive(Debug)]
struct Pool(super::files::Files);

impl Pool {
    fn beside(copy: &Path) -> Self {
        Self::within(copy.parent().unwrap_or_else(|| Path::new(".")))
    }

    fn within(folder: &Path) -> Self {
        Self(super::files::Files::in_vault(folder))
    }

    fn expect(&self, hash: &str) -> Result<(), BackupError> {
        match self.0.look(hash)? {
            super::files::Look::Right => Ok(()),
            _ => Err(BackupError::Spoilt { path: self.0.path(hash).unwrap_or_default() }),
        }
    }
}

/// The copies of the vault `vault` that lie in `folder`, oldest first. What cannot be read as a copy is left out.
fn copies(folder: &Path, vault: Uuid) -> Vec<Backup> {
    let mut copies: Vec<Backup> = named(folder).into_iter().filter_map(|path| read(&path).ok()).collect();
    copies.retain(|copy| copy.head.vault == vault);
    copies.sort_by_key(|copy| copy.head.number);
    copies
}

/// The files in `folder` that have the name of a copy, of any vault.
fn named(folder: &Path) -> Vec<PathBuf> {
    let names = entries(folder).unwrap_or_default().into_iter().map(|(name, _)| name);
    names.filter(|name| name.ends_with(ENDING)).map(|name| folder.join(name)).collect()
}

fn read(path: &Path) -> Result<Backup, BackupError> {
    let head = file::head(path)?;
    let bytes = std::fs::metadata(path).map_err(io(path))?.len();
    Ok(Backup { path: path.to_owned(), head, bytes })
}

/// The newest of these copies that is whole.
fn newest_whole(copies: Vec<Backup>) -> Option<Backup> {
    copies.into_iter().rev().find(|copy| copy.verify().is_ok())
}

/// The newest whole copy within the vault in `dir`, also when the vault itself cannot be opened. It is read and compared now.
#[must_use]
pub fn newest_in(dir: &Path) -> Option<Backup> {
    let folder = dir.join(FOLDER);
    let Ok(manifest) = Manifest::read(dir) else {
        let mut copies: Vec<Backup> = named(&folder).iter().filter_map(|path| read(path).ok()).collect();
        copies.sort_by_key(|copy| copy.head.number);
        return newest_whole(copies);
    };
    newest_whole(copies(&folder, manifest.vault))
}

impl Vault {
    /// The folder within the vault where copies lie.
    #[must_use]
    pub fn backup_folder(&self) -> PathBuf {
        self.layout.dir().join(FOLDER)
    }

    /// The second folder that the settings name, if they name one.
    #[must_use]
    pub fn second_folder(&self) -> Option<PathBuf> {
        let folder = self.settings().backup_folder.trim();
        (!folder.is_empty()).then(|| PathBuf::from(folder))
    }

    /// Bytes of the journal and the attachments: what a backup copies.
    #[must_use]
    pub fn truth_bytes(&self) -> u64 {
        super::files::size(&self.layout.journal()) + super::files::size(&self.layout.files())
    }

    /// Begins a copy into `folder` (made when it is missing), or the look at the newest one when that holds everything already. Nothing is
    /// done before [`Copying::go_on`]; the vault may be changed meanwhile, the copy holds what there is now.
    ///
    /// # Errors
    /// [`BackupError`]: the vault is damaged, or lacks what a copy in the folder holds. That copy stays.
    pub fn begin_backup(&self, folder: &Path) -> Result<Copying, BackupError> {
        if self.is_read_only() {
            return Err(BackupError::Damaged { damage: self.applied.borrow().damage.first().copied() });
        }
        let limit = self.settings().backup_bytes();
        Copying::begin(folder, &self.layout, &self.manifest, self.journal.tip(), limit)
    }

    /// Makes a copy at once.
    ///
    /// # Errors
    /// As [`Vault::begin_backup`] and [`Copying::go_on`].
    pub fn back_up(&self, folder: &Path) -> Result<Made, BackupError> {
        let mut copying = self.begin_backup(folder)?;
        loop {
            if let Some(made) = copying.go_on()? {
                return Ok(made);
            }
        }
    }

    /// The copies of this vault in `folder`, oldest first.
    #[must_use]
    pub fn backups(&self, folder: &Path) -> Vec<Backup> {
        copies(folder, self.manifest.vault)
    }

    /// The files within the vault that have the name of a copy and are none any more.
    pub(super) fn damaged_backups(&self) -> Vec<PathBuf> {
        let mut damaged = named(&self.backup_folder());
        damaged.retain(|path| read(path).and_then(|copy| copy.verify()).is_err());
        damaged
    }

    /// Whether a copy within the vault was made on `day` or later: the daily one is not due.
    #[must_use]
    pub fn is_backed_up_on(&self, day: NaiveDate) -> bool {
        let newest = self.backups(&self.backup_folder()).pop();
        newest.is_some_and(|copy| copy.made().date_naive() == day)
    }

    /// The newest whole copy, within the vault or in the second folder. It is read and compared now.
    #[must_use]
    pub fn newest_backup(&self) -> Option<Backup> {
        let folders = std::iter::once(self.backup_folder()).chain(self.second_folder());
        let whole = folders.filter_map(|folder| newest_whole(self.backups(&folder)));
        whole.max_by_key(|copy| (copy.records(), copy.made()))
    }
}

/// What is said after a damage that a copy can repair: which copy, or that there is none.
#[must_use]
pub fn advice(newest: Option<&Backup>) -> Message {
    newest.map_or_else(|| key::BACKUP_NONE.into(), Backup::message)
}

/// Whether these words send the person to a copy: then they should also say which ([`advice`]).
#[must_use]
pub fn sends_to_a_backup(words: &Message) -> bool {
    const SENDING: [Key; 10] = [
        key::STORE_DAMAGED_KNOWN,
        key::STORE_FILE_DAMAGED,
        key::STORE_JOURNAL_MISSING,
        key::STORE_MANIFEST,
        key::STORE_OPENED_READ_ONLY,
        key::STORE_PROGRAMME_DAMAGED,
        key::STORE_READ_ONLY,
        key::STORE_REBUILD_REFUSED,
        key::STORE_REBUILT_AHEAD,
        key::BACKUP_SOURCE_DAMAGED,
    ];
    SENDING.contains(&words.key())
}

/// The last record of a copy, as it is compared with a journal.
fn same(one: &crate::journal::Tip, other: &crate::journal::Tip) -> bool {
    let (of_one, of_other): (Hash, Hash) = (one.head, other.head);
    of_one == of_other && one.end == other.end
}
