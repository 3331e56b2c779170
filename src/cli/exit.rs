//! The exit codes: a contract with scripts (README, "Exit codes").

use std::process::ExitCode;

/// How the program ends. Without the terminal application, an interrupt ends it with 130 from the signal's
/// own handler.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Exit {
    /// It did what was asked.
    Done = 0,
    /// It could not; the reason is on stderr.
    Failed = 1,
    /// It did, and there is something to look at: mistakes in a checked file, flags, differences.
    Look = 2,
    /// Another process has the vault open.
    InUse = 3,
    /// The arguments or the files given are wrong; nothing was changed.
    BadInput = 4,
    /// The system asked the terminal application to end.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}
