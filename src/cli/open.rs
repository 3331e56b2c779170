//! Opens the terminal application: gathers its options and turns its end into an exit code.

use super::{
    Outcome,
    args::ThemeArg,
    exit::Exit,
    failure::Failure,
    keys,
    session::{Call, data_dir},
};
use crate::{
    domain::{lang::Lang, look::ThemeName},
    i18n::{Message, key, system_lang},
    store::{Claim, Opened, Vault},
    tui::{Door, Options, RunError, run, runtime::Ending, ui::theme::Theme},
};
use std::{
    env,
    io::{IsTerminal, stdin, stdout},
    path::PathBuf,
};

/// Whether a person sits in front of it: keys come in and the screen goes out.
pub(super) fn is_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// `thucchat` without a command.
pub(super) fn application(call: &Call) -> Outcome {
    if !is_terminal() {
        return Err(Failure::input(key::CLI_NO_TERMINAL));
    }
    let dir = call.vault_dir()?;
    // Taken here, so that a vault in use, or a day it refuses, is told before the screen is touched; read behind the screen.
    let claim = if Vault::is_at(&dir) { Some(Vault::claim(&dir)?) } else { None };
    if claim.as_ref().and_then(Claim::practice).is_none() {
        call.refuse_today()?;
    }
    run_with(call, dir, claim.map_or(Door::Nowhere, Door::Claimed), Vec::new())
}

/// Runs the terminal application on a vault that is open already, until the person leaves it. It is passed on: a store that was closed
/// is not opened again in one process.
pub(super) fn open_terminal(call: &Call, dir: PathBuf, Opened { vault, notices }: Opened) -> Outcome {
    if vault.practice().is_none() {
        call.refuse_today()?;
    }
    run_with(call, dir, Door::Open(Box::new(vault)), notices)
}

/// Runs it; without a vault its first start makes one in `dir`.
fn run_with(call: &Call, dir: PathBuf, door: Door, mut notices: Vec<Message>) -> Outcome {
    let (keys, ignored) = keys::for_terminal(call)?;
    notices.extend(ignored);
    let options = Options {
        folder: dir,
        practice: data_dir("practice")?,
        door,
        lang: call.global.lang.map(Lang::from),
        system_lang: system_lang(),
        keys,
        notices,
        theme: theme(call.global.theme),
        today: call.global.today,
    };
    match run(options)? {
        Ending::Quit => Ok(Exit::Done),
        Ending::Interrupted => Ok(Exit::Interrupted),
    }
}

/// The theme this session is bound to, if any: the one asked for; else the one without colour where `NO_COLOR` is set (<https://no-color.org>) or the terminal knows none.
fn theme(asked: Option<ThemeArg>) -> Option<Theme> {
    let colourless = || {
        env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
            || env::var_os("TERM").is_some_and(|term| term == "dumb")
    };
    let name = asked.map(ThemeName::from).or_else(|| colourless().then_some(ThemeName::Mono));
    name.map(Theme::named)
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Terminal(error) => {
                Self::failed(Message::new(key::CLI_TERMINAL).with("reason", error.to_string()))
            }
            RunError::StorageGone => Self::failed(key::STORE_THREAD_GONE),
            RunError::Unopened(error) => error.into(),
            RunError::Unusable(why) => why.into_iter().fold(Self::failed(key::CLI_UNUSABLE), Self::and),
        }
    }
}
