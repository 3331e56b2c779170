//! Where the index lies when the disk of the vault is full: in memory, for as long as the vault is open. What was saved can then be read and
//! exported, though nothing can be kept until there is room. The journal is never anywhere else.

use super::layout::Layout;
use crate::journal::folder;
use std::{
    env, fs,
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// Bytes that an opening may need: below that the disk counts as full.
const ROOM: u64 = 4 << 20;

/// A folder of its own that goes with the vault.
#[derive(Debug)]
pub(super) struct Lodging(PathBuf);

impl Lodging {
    /// A folder in memory, or at least on another disk than `layout` lies on; `None` when that has room, or there is no such folder.
    pub(super) fn when_full(layout: &Layout) -> Option<Self> {
        if room(layout.dir())? >= ROOM {
            return None;
        }
        let memory = env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from).into_iter();
        let mut folders = memory.chain([PathBuf::from("/dev/shm"), env::temp_dir()]);
        folders.find_map(|folder| {
            let own = folder.join(format!("thucchat-{}", Uuid::new_v4().simple()));
            let fits = room(&folder).is_some_and(|room| room >= 2 * ROOM) && folder::make(&own).is_ok();
            fits.then_some(Self(own))
        })
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Lodging {
    fn drop(&mut self) {
        // It holds nothing that the journal does not; the system clears such folders when it starts.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Bytes that are free on the disk of a folder.
#[cfg(unix)]
fn room(folder: &Path) -> Option<u64> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some(disk.f_bavail.saturating_mul(disk.f_frsize))
}

#[cfg(not(unix))]
fn room(_: &Path) -> Option<u64> {
    None
}
