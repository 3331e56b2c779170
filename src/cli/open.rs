//! Opens the terminal application.

use super::{Outcome, failure::Failure, session::Call};
use crate::{domain::lang::Lang, i18n::key, store::Vault};
use chrono::NaiveDate;
use std::{
    io::{IsTerminal, stdin, stdout},
    path::PathBuf,
};

/// What the terminal application is opened with.
#[derive(Debug)]
#[expect(dead_code, reason = "the terminal application reads it when it lands")]
pub(super) struct Terminal {
    /// Folder of the vault. It may hold none yet: a first start makes one.
    pub(super) dir: PathBuf,
    /// The vault itself, when it is open already (a store that was closed is not opened again in one process).
    pub(super) vault: Option<Vault>,
    /// Language, when one was asked for; else the vault's settings say, else the system.
    pub(super) lang: Option<Lang>,
    /// Keymap: a name, or a file.
    pub(super) keymap: Option<String>,
    /// Theme.
    pub(super) theme: Option<String>,
    /// The day it is, in a practice vault.
    pub(super) today: Option<NaiveDate>,
}

/// Whether a person sits in front of it: keys come in and the screen goes out.
pub(super) fn is_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// `thucchat` without a command.
pub(super) fn application(call: &Call) -> Outcome {
    if !is_terminal() {
        return Err(Failure::input(key::CLI_NO_TERMINAL));
    }
    open_terminal(terminal(call, call.vault_dir()?, None))
}

/// What the global options say about the terminal application.
pub(super) fn terminal(call: &Call, dir: PathBuf, vault: Option<Vault>) -> Terminal {
    Terminal {
        dir,
        vault,
        lang: call.global.lang.map(Lang::from),
        keymap: call.global.keymap.clone(),
        theme: call.global.theme.clone(),
        today: call.global.today,
    }
}

/// Runs the terminal application until the person leaves it.
pub(super) fn open_terminal(terminal: Terminal) -> Outcome {
    drop(terminal);
    Err(Failure::failed(key::CLI_NO_TERMINAL))
}
