//! The journal: an append-only log of every change, and the truth of a vault.
//!
//! Knows records, their order and their proofs; what an operation means is `store`'s matter (names and bytes here).
//! Layout: `journal/00000001.log` and on, a new segment past 64 MiB; each holds frames ([`frame`]) of records
//! ([`record`]); the records of a device make a hash chain ([`chain`]). Reading is [`mod@scan`], writing is [`Journal`].

pub mod chain;
pub mod clock;
pub mod damage;
pub mod folder;
pub mod frame;
pub mod record;
pub mod scan;
pub mod segment;
#[cfg(test)]
mod tests;
mod write;

pub use chain::{Chain, Tip};
pub use damage::{Damage, Harm};
pub use record::{Bytes, DeviceId, Hash, Op, Record, SharedBytes, Stamp};
pub use scan::{Found, Scan, Torn, scan};
pub use segment::Position;
pub use write::{AppendError, Appended, Journal};

use crate::i18n::{Message, key};
use std::{io, path::PathBuf};

/// Why the journal cannot be read or opened. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum JournalError {
    /// There is no segment at all: the folder was emptied or taken away.
    #[error("the journal is missing")]
    Missing,
    /// A record is written in a format of a newer program.
    #[error("the journal holds records of format {format}")]
    Newer {
        /// The format byte found.
        format: u8,
    },
    /// The folder or a file cannot be read or written.
    #[error("{}: {source}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl JournalError {
    /// The words for the user.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Missing => Message::new(key::STORE_JOURNAL_MISSING),
            Self::Newer { format } => Message::new(key::STORE_NEWER).with("format", u32::from(*format)),
            Self::Io { path, source } => {
                Message::new(key::STORE_IO).with("path", path.display().to_string()).with("reason", source.to_string())
            }
        }
    }
}

/// Names the file in an error of the system.
pub(crate) fn at(path: &std::path::Path) -> impl FnOnce(io::Error) -> JournalError {
    let path = path.to_owned();
    move |source| JournalError::Io { path, source }
}
