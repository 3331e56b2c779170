//! `vault.lock`: one process at a time has a vault open. The system lets go of the lock when the process ends in any way,
//! so a lock file that was left behind stops nobody.

use super::{VaultError, error::io};
use crate::journal::folder;
use std::{
    fs::{self, File, TryLockError},
    io::{ErrorKind, Write},
    path::Path,
};

/// Name of the lock file.
pub(super) const NAME: &str = "vault.lock";

/// The lock; let go when dropped.
#[derive(Debug)]
pub(super) struct Lock(File);

impl Lock {
    /// Takes the lock of the vault in `dir` and writes our process id into it.
    pub(super) fn take(dir: &Path) -> Result<Self, VaultError> {
        let path = dir.join(NAME);
        let mut file =
            folder::private().read(true).write(true).create(true).truncate(false).open(&path).map_err(io(&path))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let pid = fs::read_to_string(&path).ok().and_then(|pid| pid.trim().parse().ok()).unwrap_or(0);
                return Err(VaultError::InUse { pid });
            }
            Err(TryLockError::Error(error)) => return Err(io(&path)(error)),
        }
        match file.set_len(0).and_then(|()| write!(file, "{}", std::process::id())) {
            // On a full disk what is there can still be read; only the number of the process is not there to be told.
            Err(error) if error.kind() != ErrorKind::StorageFull => Err(io(&path)(error)),
            _ => Ok(Self(file)),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The id of a process that is done would only mislead; when this fails the next owner overwrites it.
        let _ = self.0.set_len(0);
        // Said, and not left to closing: a process that is just being started from this one holds every open file, and its lock, until it has
        // become another program.
        let _ = self.0.unlock();
    }
}
