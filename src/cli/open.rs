//! Opens the terminal application: gathers its options and turns its end into an exit code.

use super::{
    Outcome,
    args::ThemeArg,
    end_with_130_on_interrupt,
    exit::Exit,
    failure::Failure,
    keys, layouts,
    session::{Call, data_dir},
};
use crate::{
    domain::{lang::Lang, look::ThemeName},
    i18n::{Message, key, system_lang},
    plain,
    store::{Opened, Vault},
    tui::{Options, RunError, run, runtime::Ending, ui::theme::Theme},
};
use std::{
    env,
    io::{IsTerminal, stdin, stdout},
    path::PathBuf,
    sync::Arc,
};

/// Whether a person sits in front of it: keys come in and the screen goes out.
pub(super) fn is_terminal() -> bool {
    stdin().is_terminal() && stdout().is_terminal()
}

/// `thucchat` without a command.
pub(super) fn application(call: &Call) -> Outcome {
    if !is_terminal() && !call.global.plain {
        return Err(Failure::input(key::CLI_NO_TERMINAL));
    }
    let dir = call.vault_dir()?;
    // Opened here, so that a vault in use, or a day it refuses, is told before the screen is touched.
    let opened = if Vault::is_at(&dir) { Some(call.unlock(&dir)?) } else { None };
    open_terminal(call, dir, opened)
}

/// Runs the terminal application until the person leaves it. Without a vault its first start makes one in `dir`. A vault that
/// is open already is passed on: a store that was closed is not opened again in one process.
pub(super) fn open_terminal(call: &Call, dir: PathBuf, opened: Option<Opened>) -> Outcome {
    let (vault, mut notices) = opened.map_or((None, Vec::new()), |opened| (Some(opened.vault), opened.notices));
    if vault.as_ref().and_then(Vault::practice).is_none() {
        call.refuse_today()?;
    }
    let (keys, ignored) = keys::for_terminal(call)?;
    notices.extend(ignored);
    let (layouts, wrong) = layouts::own(call.out.lang);
    notices.extend(wrong);
    let options = Options {
        folder: dir,
        practice: data_dir("practice")?,
        vault,
        lang: call.global.lang.map(Lang::from),
        system_lang: system_lang(),
        keys,
        notices,
        theme: theme(call.global.theme),
        today: call.global.today,
        layouts: Arc::new(layouts),
    };
    let ending = if is_plain(call) { talk(options) } else { run(options) };
    match ending? {
        Ending::Quit => Ok(Exit::Done),
        Ending::Interrupted => Ok(Exit::Interrupted),
    }
}

/// Whether the person is to be talked with line by line: asked for, or all that the terminal can do.
pub(super) fn is_plain(call: &Call) -> bool {
    call.global.plain || is_terminal() && env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The same work line by line. Everything decided is on the disk before the next line is asked for, so an interrupt may end the
/// program at any moment.
fn talk(options: Options) -> Result<Ending, RunError> {
    end_with_130_on_interrupt();
    plain::run(options, &mut stdin().lock(), &mut stdout().lock(), stdin().is_terminal())
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
            RunError::Unusable(why) => why.into_iter().fold(Self::failed(key::CLI_UNUSABLE), Self::and),
        }
    }
}
