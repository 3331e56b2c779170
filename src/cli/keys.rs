//! `keys check`, `keys print`: keymaps without a terminal.

use super::{
    Outcome,
    args::Keys,
    checklist::{Place, places},
    exit::Exit,
    failure::Failure,
    file, output,
    session::{Call, unknown},
};
use crate::{
    i18n::{Message, key},
    keymap::{Keymap, help, load},
};
use etcetera::BaseStrategy;
use serde::Serialize;
use std::path::{Path, PathBuf};

pub(super) fn run(call: &Call, command: Keys) -> Outcome {
    call.refuse_today()?;
    match command {
        Keys::Check { file } => check(call, &file),
        Keys::Print => print(call),
    }
}

#[derive(Serialize)]
struct Checked {
    file: String,
    mistakes: Vec<Place>,
}

fn check(call: &Call, path: &Path) -> Outcome {
    let lang = call.out.lang;
    let mistakes = load::check(&file::read_text(path)?);
    if call.out.is_json() {
        let lines = mistakes.iter().map(|mistake| Place::new(lang, mistake)).collect();
        output::json("keys-check", &Checked { file: path.display().to_string(), mistakes: lines })?;
    } else {
        output::lines(places(path, lang, &mistakes))?;
    }
    let look = !mistakes.is_empty();
    let message = Message::new(if look { key::CLI_KEYS_LOOK } else { key::CLI_KEYS_GOOD });
    call.out.word(&message.with("file", path.display().to_string()).with("mistakes", mistakes.len()));
    Ok(if look { Exit::Look } else { Exit::Done })
}

fn print(call: &Call) -> Outcome {
    output::text(&help::plain(&keymap(call)?, call.out.lang))?;
    Ok(Exit::Done)
}

/// The keymap that is in force: the one that `--keymap` names, else the person's own file over the shipped one.
fn keymap(call: &Call) -> Result<Keymap, Failure> {
    match call.global.keymap.as_deref() {
        Some("default") => Ok(Keymap::default_map()),
        Some(name) if Path::new(name).is_file() => over_default(Path::new(name)),
        Some(name) => Err(unknown(key::CLI_NO_KEYMAP, name, ["default"])),
        None => own_file().map_or_else(|| Ok(Keymap::default_map()), |path| over_default(&path)),
    }
}

/// The same for the terminal application. A mistake in the person's own file keeps nobody from a visit: the shipped keymap is
/// used, with a word about it.
pub(super) fn for_terminal(call: &Call) -> Result<(Keymap, Option<Message>), Failure> {
    match (keymap(call), call.global.keymap.is_none().then(own_file).flatten()) {
        (Err(_), Some(path)) => {
            let ignored = Message::new(key::CLI_KEYMAP_IGNORED).with("file", path.display().to_string());
            Ok((Keymap::default_map(), Some(ignored)))
        }
        (keymap, _) => Ok((keymap?, None)),
    }
}

/// `keymap.toml` in the person's configuration folder, when it is there.
fn own_file() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("thucchat").join("keymap.toml")).filter(|path| path.is_file())
}

/// A file laid over the shipped keymap.
fn over_default(path: &Path) -> Result<Keymap, Failure> {
    Keymap::load(&file::read_text(path)?).map_err(|mistakes| Failure::mistakes(path, mistakes))
}
