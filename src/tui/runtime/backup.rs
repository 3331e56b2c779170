//! Backups as the storage thread makes them: when one is due, into which folders, in steps, and what is told of it. What a copy is, is the
//! store's matter (`store::backup`).

use super::keeper::Keeper;
use crate::{
    i18n::{Message, key},
    store::{BackupError, Copying, Vault, advice, newest_in, sends_to_a_backup},
    tui::{effect::Occasion, message::Answer},
};
use chrono::Local;
use std::{
    collections::VecDeque,
    path::{Path, PathBuf},
};

/// Bytes that are copied at once, without steps: a blink.
const AT_ONCE: u64 = 8 << 20;

/// Bytes of a megabyte, as it is counted for people.
const MEGABYTE: u64 = 1 << 20;

/// A backup on its way.
#[derive(Debug)]
pub(super) struct BackingUp {
    occasion: Occasion,
    /// The journal's newest record when it began: what will be backed up.
    head: String,
    folders: VecDeque<PathBuf>,
    copying: Option<Copying>,
    told: Vec<Message>,
    well: bool,
}

impl BackingUp {
    /// Whether somebody waits for it and sees how far it is.
    pub(super) fn is_asked(&self) -> bool {
        self.occasion == Occasion::Asked
    }

    /// Whether it may be left off at the end of the program: the next start makes it.
    pub(super) fn can_wait(&self) -> bool {
        self.occasion == Occasion::Daily
    }

    /// How many megabytes are done, of how many.
    pub(super) fn progress(&self) -> (usize, usize) {
        let progress = self.copying.as_ref().map(Copying::progress);
        let megabytes = |bytes: u64| usize::try_from(bytes.div_ceil(MEGABYTE)).unwrap_or(usize::MAX);
        progress.map_or((0, 1), |progress| (megabytes(progress.done), megabytes(progress.total)))
    }

    /// Takes a step; what is told, after the last one.
    pub(super) fn go_on(&mut self, vault: &Vault) -> Option<Answer> {
        if let Some(copying) = &mut self.copying {
            match copying.go_on() {
                Ok(None) => return None,
                Ok(Some(made)) => self.told.extend(made.messages()),
                Err(error) => self.fail(&error, vault),
            }
            self.copying = None;
        } else if let Some(folder) = self.folders.pop_front() {
            match vault.begin_backup(&folder) {
                Ok(copying) => self.copying = Some(copying),
                Err(error) => self.fail(&error, vault),
            }
            return None;
        }
        self.folders.is_empty().then(|| self.end(vault))
    }

    fn fail(&mut self, error: &BackupError, vault: &Vault) {
        self.well = false;
        // At the start a damage was told already.
        if self.can_wait() && matches!(error, BackupError::Damaged { .. }) {
            return;
        }
        self.told.push(failure(error, vault));
        if matches!(error, BackupError::Damaged { .. }) {
            self.told.push(advice(vault.newest_backup().as_ref()));
        }
    }

    fn end(&mut self, vault: &Vault) -> Answer {
        if self.is_asked() {
            self.told.extend(second(vault).err());
        } else if self.well {
            self.told.clear();
        }
        Answer::BackedUp { told: std::mem::take(&mut self.told), well: self.well, asked: self.is_asked() }
    }
}

/// What is told when there is no new copy.
fn failure(error: &BackupError, vault: &Vault) -> Message {
    let lang = vault.settings().lang;
    Message::new(key::BACKUP_FAILED).with("why", error.message().to(lang))
}

/// The second folder, or why there is no copy in it. A stick that is not plugged in has no folder; where one would have to be made on the
/// way to it as well, that is taken for the same.
fn second(vault: &Vault) -> Result<PathBuf, Message> {
    let folder = vault.second_folder().ok_or_else(|| Message::new(key::BACKUP_NO_SECOND))?;
    let there = folder.is_dir() || folder.parent().is_some_and(Path::is_dir);
    if !there {
        return Err(Message::new(key::BACKUP_SECOND_AWAY).with("path", folder.display().to_string()));
    }
    Ok(folder)
}

impl Keeper {
    /// Words that send to a backup say which, once.
    pub(super) fn name_backup(&self, answer: &mut Answer) {
        let (Answer::Failed { why } | Answer::NotCommitted { why, .. } | Answer::NotAttached { why }) = answer else {
            return;
        };
        let is_named = why.iter().any(|words| [key::BACKUP_NEWEST, key::BACKUP_NONE].contains(&words.key()));
        if !is_named && why.iter().any(sends_to_a_backup) {
            let newest = self.vault.as_ref().map_or_else(|| newest_in(&self.folder), Vault::newest_backup);
            why.push(advice(newest.as_ref()));
        }
    }

    /// Begins a backup, unless none is due: a practice vault has none by itself, and what was backed up in this session and did not change
    /// since is not backed up again.
    pub(super) fn begin_backup(&self, occasion: Occasion) -> Option<BackingUp> {
        let vault = self.vault.as_ref()?;
        let due = match occasion {
            Occasion::Asked => true,
            _ if vault.practice().is_some() => false,
            Occasion::Daily => !vault.is_backed_up_on(Local::now().date_naive()),
            Occasion::Signed | Occasion::Import => self.backed_up.as_ref() != Some(&vault.head()),
        };
        let asked = (occasion == Occasion::Asked).then(|| second(vault).ok()).flatten();
        due.then(|| BackingUp {
            occasion,
            head: vault.head(),
            folders: std::iter::once(vault.backup_folder()).chain(asked).collect(),
            copying: None,
            told: Vec::new(),
            well: true,
        })
    }

    /// Takes a step of a backup; what is told, after the last one.
    pub(super) fn back_up_some(&mut self, backup: &mut BackingUp) -> Option<Answer> {
        let vault = self.vault.as_ref()?;
        let answer = backup.go_on(vault)?;
        if backup.well {
            self.backed_up = Some(backup.head.clone());
        }
        Some(answer)
    }

    /// Makes a backup to its end.
    pub(super) fn back_up(&mut self, occasion: Occasion) -> Vec<Answer> {
        let Some(mut backup) = self.begin_backup(occasion) else { return Vec::new() };
        while self.vault.is_some() {
            if let Some(answer) = self.back_up_some(&mut backup) {
                return vec![answer];
            }
        }
        Vec::new()
    }

    /// Whether copying the vault takes so long that it goes in steps.
    pub(super) fn backup_is_long(&self) -> bool {
        self.vault.as_ref().is_some_and(|vault| vault.truth_bytes() > AT_ONCE)
    }
}
