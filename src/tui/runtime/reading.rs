//! Files that people name: read whole, within bounds, and what is wrong with one told in words.

use super::answers::failed;
use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    intake::Mistake,
    tui::message::Answer,
};
use std::fs;

/// Files larger than this are not read: no list of units and no attachment of a visit comes near.
const LARGEST_FILE: u64 = 64 << 20;

/// So many mistakes of a file are shown at once.
const SHOWN: usize = 8;

/// What the file at `path`, as typed, holds.
pub(super) fn read(path: &str) -> Result<Vec<u8>, Answer> {
    let path = path.trim();
    let cannot = |why: String| failed(Message::new(key::PATH_UNREADABLE).with("path", path).with("why", why));
    let size = fs::metadata(path).map_err(|error| cannot(error.to_string()))?;
    if !size.is_file() || size.len() > LARGEST_FILE {
        return Err(failed(
            Message::new(key::PATH_TOO_LARGE).with("path", path).with("most", (LARGEST_FILE >> 20).to_string()),
        ));
    }
    fs::read(path).map_err(|error| cannot(error.to_string()))
}

/// What is wrong with a file: how many mistakes, and the first of them with their places.
pub(super) fn told(first: Message, mistakes: &[Mistake], lang: Lang) -> Vec<Message> {
    let lines = mistakes.iter().take(SHOWN);
    let lines = lines.map(|mistake| Message::new(key::MISTAKE_LINE).with("mistake", mistake.line_in(lang)));
    std::iter::once(first).chain(lines).collect()
}
