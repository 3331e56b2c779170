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
use serde::Serialize;
use std::path::Path;

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
    output::text(&help::plain(&keymap(call.global.keymap.as_deref())?, call.out.lang))?;
    Ok(Exit::Done)
}

/// The keymap that `--keymap` names: the shipped one, or a file laid over it.
fn keymap(name: Option<&str>) -> Result<Keymap, Failure> {
    match name {
        None | Some("default") => Ok(Keymap::default_map()),
        Some(name) => {
            let path = Path::new(name);
            if !path.is_file() {
                return Err(unknown(key::CLI_NO_KEYMAP, name, ["default"]));
            }
            Keymap::load(&file::read_text(path)?).map_err(|mistakes| Failure::mistakes(path, mistakes))
        }
    }
}
