//! The files of a vault, each under the BLAKE3 of its content: `files/ab/abcdef…`. Attachments and programme files alike.

use super::{VaultError, error::io};
use crate::{domain::evidence::is_hash, journal::folder};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of files.
#[derive(Debug)]
pub(super) struct Files(PathBuf);

/// What a look at one file said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Right,
    Damaged,
    Missing,
}

impl Files {
    pub(super) fn in_vault(vault: &Path) -> Self {
        Self(vault.join("files"))
    }

    /// Where the file with this hash lies; `None` when it is no hash, which a journal of another laptop may hold.
    pub(super) fn path(&self, hash: &str) -> Option<PathBuf> {
        is_hash(hash).then(|| self.0.join(&hash[..2]).join(hash))
    }

    pub(super) fn holds(&self, hash: &str) -> bool {
        self.path(hash).is_some_and(|path| path.is_file())
    }

    /// Keeps a content and gives its hash. When this returns, the file and its name are durable.
    pub(super) fn keep(&self, content: &[u8]) -> Result<String, VaultError> {
        let hash = blake3::hash(content).to_hex().to_string();
        let folder = self.0.join(&hash[..2]);
        let path = folder.join(&hash);
        if self.look(&hash)? == Look::Right {
            return Ok(hash);
        }
        if !folder.is_dir() {
            folder::make(&folder).and_then(|()| folder::sync(&self.0)).map_err(io(&folder))?;
        }
        folder::write_whole(&path, content).map_err(io(&path))?;
        Ok(hash)
    }

    /// The content of the file with this hash; `None` when the vault does not hold it.
    pub(super) fn read(&self, hash: &str) -> Result<Option<Vec<u8>>, VaultError> {
        let Some(path) = self.path(hash) else { return Ok(None) };
        match fs::read(&path) {
            Ok(content) if blake3::hash(&content).to_hex().as_str() == hash => Ok(Some(content)),
            Ok(_) => Err(VaultError::FileDamaged { hash: hash.to_owned() }),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(io(&path)(error)),
        }
    }

    /// Reads a file and compares its hash.
    pub(super) fn look(&self, hash: &str) -> Result<Look, VaultError> {
        match self.read(hash) {
            Ok(Some(_)) => Ok(Look::Right),
            Ok(None) => Ok(Look::Missing),
            Err(VaultError::FileDamaged { .. }) => Ok(Look::Damaged),
            Err(error) => Err(error),
        }
    }

    /// The names of all files kept, in order, with their sizes in bytes.
    pub(super) fn all(&self) -> Result<Vec<(String, u64)>, VaultError> {
        let mut all = Vec::new();
        for (folder, _) in entries(&self.0)? {
            all.extend(entries(&self.0.join(folder))?.into_iter().filter(|(name, _)| self.path(name).is_some()));
        }
        all.sort_unstable();
        Ok(all)
    }
}

/// Names and sizes of what lies in a folder; nothing when it is missing or is a file.
pub(super) fn entries(dir: &Path) -> Result<Vec<(String, u64)>, VaultError> {
    let Ok(listing) = fs::read_dir(dir) else { return Ok(Vec::new()) };
    let mut entries = Vec::new();
    for entry in listing {
        let entry = entry.map_err(io(dir))?;
        let size = entry.metadata().map_err(io(&entry.path()))?.len();
        entries.push((entry.file_name().to_string_lossy().into_owned(), size));
    }
    Ok(entries)
}

/// The size of everything in a folder, in bytes.
pub(super) fn size(dir: &Path) -> u64 {
    let Ok(listing) = fs::read_dir(dir) else { return 0 };
    listing
        .flatten()
        .map(|entry| match entry.metadata() {
            Ok(about) if about.is_dir() => size(&entry.path()),
            Ok(about) => about.len(),
            Err(_) => 0,
        })
        .sum()
}
