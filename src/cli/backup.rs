//! `vault backup`, `vault restore`, and the copies that commands make by themselves: before an import, after a signature.

use super::{
    Outcome,
    exit::Exit,
    failure::Failure,
    meter::Meter,
    output,
    session::{Call, Session},
};
use crate::{
    i18n::{Lang, Message, key, say_with},
    store::{self, Backup, BackupError, Made, Restored, Vault, VaultError},
};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;
use std::path::Path;

/// A copy, for programs.
#[derive(Serialize)]
pub(super) struct About {
    path: String,
    made: DateTime<FixedOffset>,
    records: u64,
    head: String,
    bytes: u64,
}

impl About {
    pub(super) fn of(copy: &Backup) -> Self {
        let (path, head) = (copy.path.display().to_string(), copy.newest_record());
        Self { path, made: copy.made(), records: copy.records(), head, bytes: copy.bytes }
    }
}

/// A copy in one line.
pub(super) fn line(lang: Lang, copy: &Backup) -> String {
    let made = copy.made().format("%d/%m/%Y %H:%M").to_string();
    let (path, records) = (copy.path.display().to_string(), copy.records().to_string());
    say_with(
        lang,
        key::CLI_INFO_BACKUP_LINE,
        &[("path", path.into()), ("made", made.into()), ("records", records.into())],
    )
}

#[derive(Serialize)]
struct BackedUp {
    #[serde(flatten)]
    backup: About,
    /// Whether it was made now; else the newest one held everything already and was read again.
    fresh: bool,
    /// Attachments that no copy holds as they were.
    lost: usize,
}

/// `vault backup [DIR]`.
pub(super) fn make(session: &Session, dir: Option<&Path>) -> Outcome {
    let folder = dir.map_or_else(|| session.vault.backup_folder(), Path::to_owned);
    let made = copy(session, &folder)?;
    for message in made.messages().iter().skip(1) {
        session.out.word(message);
    }
    let exit = if made.lost > 0 { Exit::Look } else { Exit::Done };
    let done = made.messages().swap_remove(0);
    let body = BackedUp { backup: About::of(&made.backup), fresh: made.fresh, lost: made.lost };
    if session.out.is_json() {
        output::json("vault-backup", &body)?;
    } else {
        output::text(&format!("{}\n", done.to(session.out.lang)))?;
    }
    Ok(exit)
}

fn copy(session: &Session, folder: &Path) -> Result<Made, BackupError> {
    let mut meter = Meter::of(key::CLI_DOES_BACKUP, session.out);
    let mut copying = session.vault.begin_backup(folder)?;
    loop {
        meter.at(copying.progress());
        if let Some(made) = copying.go_on()? {
            return Ok(made);
        }
    }
}

impl Session {
    /// Makes a copy within the vault, of a real one. What goes wrong is told, and hinders nothing.
    pub(super) fn back_up(&self) {
        if self.vault.practice().is_some() {
            return;
        }
        match copy(self, &self.vault.backup_folder()) {
            Ok(made) => made.messages().iter().skip(1).for_each(|message| self.out.word(message)),
            Err(error) => {
                let why = error.message().to(self.out.lang);
                self.out.word(&Message::new(key::BACKUP_FAILED).with("why", why));
            }
        }
    }
}

#[derive(Serialize)]
struct Body {
    from: String,
    to: String,
    records: u64,
    /// Records after the copy, taken from the vault it was made of.
    later: u64,
    lost: Vec<String>,
    sound: bool,
}

/// `vault restore FILE --to DIR`. The vault that would be opened is not, and may be damaged beyond that: what it holds of later records comes with it.
pub(super) fn restore(call: &mut Call, file: &Path, to: &Path) -> Outcome {
    let damaged = call.vault_dir().ok().filter(|dir| dir.is_dir());
    let Restored { from, later, lost, .. } = store::restore(file, to, damaged.as_deref())?;
    let mut meter = Meter::of(key::CLI_DOES_RESTORE, call.out);
    let opened = Vault::open_telling(to, &mut |progress| meter.at(progress))?;
    drop(meter);
    if call.global.lang.is_none() {
        call.out.lang = opened.vault.settings().lang;
    }
    let report = opened.vault.verify(&mut |_| {})?;
    let (out, place) = (call.out, to.display().to_string());
    let told = |name| Message::new(name).with("to", place.clone());
    if later > 0 {
        out.word(&Message::new(key::CLI_RESTORED_LATER).with("later", later.to_string()));
    }
    if !lost.is_empty() {
        out.word(&Message::new(key::CLI_RESTORED_LOST).with("count", lost.len()).with("hashes", lost.join(", ")));
    }
    if !report.is_sound() {
        out.word(&told(key::CLI_RESTORED_UNSOUND));
    }
    let (records, sound) = (report.records, report.is_sound());
    let done = told(key::CLI_RESTORED).with("records", records.to_string());
    let whole = sound && lost.is_empty();
    out.done(
        "vault-restore",
        &Body { from: from.display().to_string(), to: place, records, later, lost, sound },
        &done,
    )?;
    Ok(if whole { Exit::Done } else { Exit::Look })
}

impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        match error {
            BackupError::NoBackup { .. } | BackupError::NotEmpty { .. } => Self::input(error.message()),
            BackupError::Vault(error @ VaultError::InUse { .. }) => error.into(),
            _ => Self::failed(error.message()),
        }
    }
}
