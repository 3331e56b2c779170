//! Reads the files that are named on the command line, with a limit, and writes documents where they were asked for.

use super::{failure::Failure, output::Output};
use crate::{
    i18n::{Message, key},
    report::write::{self, Overwrite},
};
use std::{fs::File, io::Read, path::Path};

/// The most that a programme, unit or fill file may hold, in bytes.
pub(super) const LIMIT: u64 = 16 * 1024 * 1024;

/// The most that a file attached to a piece of evidence may hold, in bytes.
pub(super) const ATTACHMENT_LIMIT: u64 = 64 * 1024 * 1024;

/// Reads a whole file of at most `limit` bytes.
pub(super) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let unreadable = |reason: String| {
        let message = Message::new(key::CLI_FILE).with("file", path.display().to_string());
        Failure::input(message.with("reason", reason))
    };
    let file = File::open(path).map_err(|error| unreadable(error.to_string()))?;
    let mut content = Vec::new();
    // One byte more than allowed tells a file that is too large from one that just fits, whatever its size claims to be.
    file.take(limit + 1).read_to_end(&mut content).map_err(|error| unreadable(error.to_string()))?;
    if content.len() as u64 > limit {
        let message = Message::new(key::CLI_FILE_LARGE).with("file", path.display().to_string());
        return Err(Failure::input(message.with("mb", (limit / 1024 / 1024).to_string())));
    }
    Ok(content)
}

/// Reads a text file in UTF-8, with or without a byte order mark.
pub(super) fn read_text(path: &Path) -> Result<String, Failure> {
    let content = read(path, LIMIT)?;
    let text = String::from_utf8(content)
        .map_err(|_| Failure::input(Message::new(key::CLI_FILE_UTF8).with("file", path.display().to_string())))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Writes a document to a file that does not exist yet, and says where.
pub(super) fn write(out: Output, path: &Path, content: &[u8]) -> Result<(), Failure> {
    write::write(path, content, Overwrite::No)?;
    out.word(&Message::new(key::CLI_WRITTEN).with("file", path.display().to_string()));
    Ok(())
}
