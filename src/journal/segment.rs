//! The segment files of a journal: their names, their order, and places in them.

use super::{JournalError, at};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A place in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Number of the segment, from 1.
    pub segment: u32,
    /// Bytes from its beginning.
    pub offset: u64,
}

impl Default for Position {
    /// The beginning of the journal.
    fn default() -> Self {
        Self { segment: 1, offset: 0 }
    }
}

/// The file of a segment.
#[must_use]
pub fn path(dir: &Path, segment: u32) -> PathBuf {
    dir.join(format!("{segment:08}.log"))
}

/// The segments in `dir`, in order, each with its size in bytes. Other files are none of ours.
///
/// # Errors
/// [`JournalError::Io`].
pub fn list(dir: &Path) -> Result<Vec<(u32, u64)>, JournalError> {
    let entries = match fs::read_dir(dir) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.map_err(at(dir))?,
    };
    let mut segments = Vec::new();
    for entry in entries {
        let entry = entry.map_err(at(dir))?;
        let name = entry.file_name();
        let number = name.to_str().and_then(|name| name.strip_suffix(".log")).filter(|digits| digits.len() == 8);
        if let Some(number) = number.and_then(|digits| digits.parse().ok()) {
            segments.push((number, entry.metadata().map_err(at(&entry.path()))?.len()));
        }
    }
    segments.sort_unstable();
    Ok(segments)
}
