//! Opens the terminal application.

use super::{
    Outcome,
    args::ThemeArg,
    exit::Exit,
    failure::Failure,
    file, keys,
    session::{Call, data_dir},
};
use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    intake::Mistake,
    keymap::Keymap,
    store::{Opened, Vault},
    tui::{self, Ending, RunError, ui::theme::Theme},
};
use std::{
    env,
    io::{IsTerminal, stdin, stdout},
    path::PathBuf,
};

/// How many mistakes of a keymap are told at the start; `thucchat keys check` tells all.
const MISTAKES_TOLD: usize = 6;

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
    // Opened before the terminal is touched, so that a vault in use is told plainly.
    let opened = if Vault::is_at(&dir) { Some(Vault::open(&dir)?) } else { None };
    open_terminal(call, dir, opened)
}

/// Runs the terminal application until the person leaves it.
pub(super) fn open_terminal(call: &Call, folder: PathBuf, opened: Option<Opened>) -> Outcome {
    let (vault, mut notices) = opened.map_or((None, Vec::new()), |opened| (Some(opened.vault), opened.notices));
    if vault.as_ref().and_then(Vault::practice).is_none() {
        call.refuse_today()?;
    }
    let (keymap, told) = keymap(call)?;
    notices.extend(told);
    let options = tui::Options {
        folder,
        practice: data_dir("practice")?,
        vault,
        lang: call.global.lang.map(Lang::from),
        system_lang: call.out.lang,
        keymap,
        notices,
        theme: theme(call.global.theme),
        today: call.global.today,
    };
    match tui::run(options) {
        Ok(Ending::Quit) => Ok(Exit::Done),
        Ok(Ending::Interrupted) => Ok(Exit::Interrupted),
        Err(RunError::Terminal(error)) => {
            Err(Failure::failed(Message::new(key::CLI_TERMINAL).with("reason", error.to_string())))
        }
        Err(RunError::Unusable(why)) => Err(why.into_iter().fold(Failure::failed(key::CLI_UNUSABLE), Failure::and)),
    }
}

/// The keymap in force. A file with mistakes starts the program with the shipped map and says so: a typing mistake must not keep an
/// inspector from the work.
fn keymap(call: &Call) -> Result<(Keymap, Vec<Message>), Failure> {
    let Some(path) = keys::overlay(call)? else {
        return Ok((Keymap::default_map(), Vec::new()));
    };
    match Keymap::load(&file::read_text(&path)?) {
        Ok(keymap) => Ok((keymap, Vec::new())),
        Err(mistakes) => {
            let told = Message::new(key::CLI_KEYMAP_IGNORED).with("file", path.display().to_string());
            let mut told = vec![told.with("n", mistakes.len())];
            let line =
                |mistake: &Mistake| Message::new(key::MISTAKE_LINE).with("mistake", mistake.line_in(call.out.lang));
            told.extend(mistakes.iter().take(MISTAKES_TOLD).map(line));
            Ok((Keymap::default_map(), told))
        }
    }
}

/// The theme asked for, else colours – unless `NO_COLOR` says otherwise (<https://no-color.org>).
fn theme(asked: Option<ThemeArg>) -> Theme {
    let no_colour = || env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let mono = asked.map_or_else(no_colour, |asked| asked == ThemeArg::Mono);
    if mono { Theme::mono() } else { Theme::colour() }
}
