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
    let keymap = match overlay(call)? {
        None => Keymap::default_map(),
        Some(path) => {
            let text = file::read_text(&path)?;
            Keymap::load(&text).map_err(|mistakes| Failure::mistakes(&path, mistakes))?
        }
    };
    output::text(&help::plain(&keymap, call.out.lang))?;
    Ok(Exit::Done)
}

/// The file that is laid over the shipped keymap: the one that `--keymap` names, else the person's own `keymap.toml`, if any.
pub(super) fn overlay(call: &Call) -> Result<Option<PathBuf>, Failure> {
    match call.global.keymap.as_deref() {
        Some("default") => Ok(None),
        Some(name) if Path::new(name).is_file() => Ok(Some(PathBuf::from(name))),
        Some(name) => Err(unknown(key::CLI_NO_KEYMAP, name, ["default"])),
        None => Ok(own_file()),
    }
}

/// `keymap.toml` in the person's configuration folder, when it is there.
fn own_file() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("thucchat").join("keymap.toml")).filter(|path| path.is_file())
}
