//! Files that people name: read whole, within bounds, and what is wrong with one told in words.

use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    intake::Mistake,
    tui::message::Answer,
};
use std::{
    fs,
    io::{self, ErrorKind},
};

/// Files larger than this are not read: no list of units and no attachment of a visit comes near.
const LARGEST_FILE: u64 = 64 << 20;

/// So many mistakes of a file are shown at once.
const SHOWN: usize = 8;

/// What the file at `path`, as typed, holds.
///
/// # Errors
/// Why it cannot be read, and that nothing was changed for it.
pub(super) fn read(path: &str) -> Result<Vec<u8>, Answer> {
    content(path).map_err(|why| Answer::Failed { why: vec![why, key::PATH_NOTHING_CHANGED.into()] })
}

/// The same where something is changed all the same.
///
/// # Errors
/// Why it cannot be read.
pub(super) fn content(path: &str) -> Result<Vec<u8>, Message> {
    let path = path.trim();
    let cannot = |error: io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => Message::new(key::PATH_MISSING).with("path", path),
        ErrorKind::PermissionDenied => Message::new(key::PATH_FORBIDDEN).with("path", path),
        _ => Message::new(key::PATH_UNREADABLE).with("path", path).with("why", error.to_string()),
    };
    let size = fs::metadata(path).map_err(cannot)?;
    if !size.is_file() || size.len() > LARGEST_FILE {
        let most = (LARGEST_FILE >> 20).to_string();
        return Err(Message::new(key::PATH_TOO_LARGE).with("path", path).with("most", most));
    }
    fs::read(path).map_err(cannot)
}

/// What is wrong with a file: how many mistakes, and the first of them with their places.
pub(super) fn told(first: Message, mistakes: &[Mistake], lang: Lang) -> Vec<Message> {
    let lines = mistakes.iter().take(SHOWN);
    let lines = lines.map(|mistake| Message::new(key::MISTAKE_LINE).with("mistake", mistake.line_in(lang)));
    std::iter::once(first).chain(lines).collect()
}
