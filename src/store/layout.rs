//! Where things lie in a vault, and the quarantine: what is damaged is moved there, never deleted.

use super::{VaultError, error::io};
use crate::journal::{folder, segment};
use chrono::Utc;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of a vault.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    dir: PathBuf,
    /// Where the index lies: in the same folder, but for a disk that is full (`lodging`).
    index: PathBuf,
}

impl Layout {
    pub(super) fn at(dir: &Path) -> Self {
        Self { dir: dir.to_owned(), index: dir.to_owned() }
    }

    /// The same with the index in another folder.
    pub(super) fn with_index_in(&self, folder: &Path) -> Self {
        Self { index: folder.to_owned(), ..self.clone() }
    }

    pub(super) fn dir(&self) -> &Path {
        &self.dir
    }

    /// The folder that the index and the fresh one lie in.
    pub(super) fn index_folder(&self) -> &Path {
        &self.index
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.dir.join("journal")
    }

    pub(super) fn index(&self) -> PathBuf {
        self.index.join("index")
    }

    /// Where a new index is built before it takes the place of the old one, or is only compared with it.
    pub(super) fn fresh(&self) -> PathBuf {
        self.index.join("index.new")
    }

    pub(super) fn files(&self) -> PathBuf {
        self.dir.join("files")
    }

    pub(super) fn quarantine(&self) -> PathBuf {
        self.dir.join("quarantine")
    }

    /// Makes the folders that are missing. The journal is not among them: without it there is no vault.
    pub(super) fn make(&self) -> Result<(), VaultError> {
        for dir in [self.files(), self.quarantine()] {
            folder::make(&dir).map_err(io(&dir))?;
        }
        Ok(())
    }

    /// Moves a file or folder of the index into the quarantine, under a name of its own.
    pub(super) fn set_aside(&self, path: &Path) -> Result<(), VaultError> {
        if !path.exists() {
            return Ok(());
        }
        let quarantine = self.quarantine();
        folder::make(&quarantine).map_err(io(&quarantine))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let now = Utc::now().format("%Y%m%d-%H%M%S");
        let mut count = 0_u32;
        let aside = loop {
            let aside = quarantine.join(format!("{now}-{count}-{name}"));
            if !aside.exists() {
                break aside;
            }
            count += 1;
        };
        fs::rename(path, &aside).map_err(io(path))
    }

    /// Removes a half-built index: it holds nothing that the journal does not.
    pub(super) fn clear_fresh(&self) -> Result<(), VaultError> {
        let fresh = self.fresh();
        if fresh.exists() { fs::remove_dir_all(&fresh).map_err(io(&fresh)) } else { Ok(()) }
    }

    /// Whether a new vault may be made here: the folder is missing or empty, or holds only what an attempt left that was cut
    /// off before it wrote `vault.toml`.
    pub(super) fn is_free(&self) -> Result<bool, VaultError> {
        if !self.dir.exists() {
            return Ok(true);
        }
        for entry in fs::read_dir(&self.dir).map_err(io(&self.dir))? {
            let name = entry.map_err(io(&self.dir))?.file_name();
            let ours = match name.to_str() {
                Some("vault.lock" | "vault.toml.new") => true,
                Some("journal") => segment::list(&self.journal())?.iter().all(|(_, bytes)| *bytes == 0),
                Some("files" | "quarantine") => super::files::entries(&self.dir.join(&name))?.is_empty(),
                _ => false,
            };
            if !ours {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
