//! Files and folders of a vault as they must be made: readable by their owner only, durable when a function returns. What is exported for
//! others to read is `report::write`'s.

use std::{
    fs::{self, File, OpenOptions},
    io,
    path::Path,
};

/// Makes a folder (0700) when it is missing.
///
/// # Errors
/// Those of the system.
pub fn make(dir: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(dir)
}

/// Options that make new files readable by their owner only (0600).
#[must_use]
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes what was created, renamed or removed in a folder durable.
///
/// # Errors
/// Those of the system.
pub fn sync(dir: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(dir)?.sync_all() } else { Ok(()) }
}

/// Writes a file whole or not at all: beside under another name, synced, renamed, the folder synced.
///
/// # Errors
/// Those of the system; the file is then as it was.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!("{name}.new"));
    let mut file = private().write(true).create(true).truncate(true).open(&beside)?;
    io::Write::write_all(&mut file, content)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    path.parent().map_or(Ok(()), sync)
}
