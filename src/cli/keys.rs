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
    domain::look::KeymapName,
    i18n::{Message, key},
    keymap::{
        Keymap,
        choice::{Choice, File},
        help, load,
    },
};
use etcetera::BaseStrategy;
use serde::Serialize;
use std::path::{Path, PathBuf};

pub(super) fn run(call: &Call, command: Keys) -> Outcome {
    call.refuse_today()?;
    match command {
        Keys::Check { file } => check(call, file),
        Keys::Print => print(call),
    }
}

#[derive(Serialize)]
struct Checked {
    file: String,
    mistakes: Vec<Place>,
}

fn check(call: &Call, file: Option<PathBuf>) -> Outcome {
    let lang = call.out.lang;
    let Some(path) = file.or_else(own_file) else { return Err(Failure::input(nowhere())) };
    let mistakes = load::check(&file::read_text(&path)?);
    if call.out.is_json() {
        let lines = mistakes.iter().map(|mistake| Place::new(lang, mistake)).collect();
        output::json("keys-check", &Checked { file: path.display().to_string(), mistakes: lines })?;
    } else {
        output::lines(places(&path, lang, &mistakes))?;
    }
    let look = !mistakes.is_empty();
    let message = Message::new(if look { key::CLI_KEYS_LOOK } else { key::CLI_KEYS_GOOD });
    call.out.word(&message.with("file", path.display().to_string()).with("mistakes", mistakes.len()));
    Ok(if look { Exit::Look } else { Exit::Done })
}

fn print(call: &Call) -> Outcome {
    let keymap = match choice(call)? {
        Choice::Settings => Keymap::default_map(),
        Choice::Shipped(name) => Keymap::shipped(name),
        Choice::File(File { path, text }) => {
            let place = path.map(PathBuf::from).or_else(own_file).unwrap_or_default();
            Keymap::load(&text).map_err(|mistakes| Failure::mistakes(&place, mistakes))?
        }
    };
    output::text(&help::plain(&keymap, call.out.lang))?;
    Ok(Exit::Done)
}

/// What `--keymap` names, a shipped keymap or a file; else the person's own file; else nothing but the settings of the vault.
fn choice(call: &Call) -> Result<Choice, Failure> {
    let Some(name) = call.global.keymap.as_deref() else {
        return own_file().map_or(Ok(Choice::Settings), |path| file(None, &path));
    };
    match KeymapName::of_code(name) {
        Some(shipped) => Ok(Choice::Shipped(shipped)),
        None if Path::new(name).is_file() => file(Some(name.to_owned()), Path::new(name)),
        None => Err(unknown(key::CLI_NO_KEYMAP, name, KeymapName::ALL.map(KeymapName::code))),
    }
}

/// The same for the terminal application. What is wrong in a file keeps nobody from a visit: the application says so and goes on with a
/// shipped keymap; also where the person's own file cannot be read at all.
pub(super) fn for_terminal(call: &Call) -> Result<(Choice, Option<Message>), Failure> {
    match (choice(call), own_file()) {
        (Err(_), Some(path)) if call.global.keymap.is_none() => {
            let ignored = Message::new(key::CLI_KEYMAP_IGNORED).with("file", path.display().to_string());
            Ok((Choice::Settings, Some(ignored)))
        }
        (choice, _) => Ok((choice?, None)),
    }
}

fn file(path: Option<String>, place: &Path) -> Result<Choice, Failure> {
    Ok(Choice::File(File { path, text: file::read_text(place)? }))
}

/// `keymap.toml` in the person's configuration folder, when it is there.
fn own_file() -> Option<PathBuf> {
    own_place().filter(|path| path.is_file())
}

/// Where the person's own keymap belongs.
fn own_place() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    Some(strategy.config_dir().join("thucchat").join("keymap.toml"))
}

fn nowhere() -> Message {
    let place = own_place().unwrap_or_else(|| PathBuf::from("keymap.toml"));
    Message::new(key::CLI_KEYS_NONE).with("file", place.display().to_string())
}
