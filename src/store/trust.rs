//! Whether a vault's folder can be trusted before anything in it is opened: nothing of it leads elsewhere, nobody else may read or change it,
//! and it belongs to whoever opens it. Knows nothing of what the files hold.

use super::{VaultError, error::io};
use crate::i18n::Message;
use std::{fs, path::Path};

/// What a vault consists of.
const PARTS: [&str; 9] =
    ["vault.toml", "vault.lock", "journal", "index", "index.new", "files", "quarantine", "backups", "draft.toml"];

/// Looks at the folder, and closes it to others where that can be done; what is to be told.
///
/// # Errors
/// [`VaultError::Link`] when a part of the vault is a link: what is written there would be written somewhere else.
pub(super) fn look(dir: &Path) -> Result<Vec<Message>, VaultError> {
    for name in PARTS {
        not_a_link(&dir.join(name))?;
    }
    for name in ["journal", "index"] {
        let folder = dir.join(name);
        if !folder.is_dir() {
            continue;
        }
        for entry in fs::read_dir(&folder).map_err(io(&folder))? {
            not_a_link(&entry.map_err(io(&folder))?.path())?;
        }
    }
    Ok(others(dir))
}

fn not_a_link(path: &Path) -> Result<(), VaultError> {
    match path.symlink_metadata() {
        Ok(data) if data.is_symlink() => Err(VaultError::Link { path: path.to_owned() }),
        _ => Ok(()),
    }
}

/// Takes from others what they may do with the folder. A copy is often readable by everyone, and is closed without a word; a folder that others could
/// change, that cannot be closed, or that is another person's is worth one.
#[cfg(unix)]
fn others(dir: &Path) -> Vec<Message> {
    use crate::i18n::key;
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    const OTHERS: u32 = 0o077;
    const MAY_CHANGE: u32 = 0o022;
    let Ok(data) = dir.metadata() else { return Vec::new() };
    let told = |key| Message::new(key).with("dir", dir.display().to_string());
    let mut notices = Vec::new();
    let mode = data.mode();
    if mode & OTHERS != 0 {
        let closed = fs::set_permissions(dir, fs::Permissions::from_mode(mode & 0o700)).is_ok()
            && dir.metadata().is_ok_and(|data| data.mode() & OTHERS == 0);
        if !closed {
            notices.push(told(key::STORE_OPEN_TO_OTHERS));
        } else if mode & MAY_CHANGE != 0 {
            notices.push(told(key::STORE_CLOSED_TO_OTHERS));
        }
    }
    if data.uid() != rustix::process::geteuid().as_raw() {
        notices.push(told(key::STORE_OTHER_OWNER));
    }
    notices
}

#[cfg(not(unix))]
fn others(_: &Path) -> Vec<Message> {
    Vec::new()
}
