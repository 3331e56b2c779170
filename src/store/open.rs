//! Making and opening a vault: lock, manifest, index against journal, and a rebuild where they do not agree.
//!
//! A journal that is damaged in its middle: what can be read is shown, and when the index in use still knows everything
//! (it had applied the records before they were damaged) work goes on, because nothing is missing; every opening tells of it.
//! When the index itself had to be made from the damaged journal, something is missing, and the vault opens for reading only,
//! so that nothing is built on a gap. An index that knows more is never given up for one that knows less.

use super::{
    Opened, Vault, VaultError,
    ahead::Ahead,
    backup,
    draft::Drafts,
    error::io,
    files::Files,
    index::{Index, unfinished},
    layout::Layout,
    lock::Lock,
    lodging::Lodging,
    manifest::{self, Manifest},
    medium,
    memory::Memory,
    packs::ReadAhead,
    replay::{Applied, Progress, Replayed, build, catch_up},
    trust,
};
use crate::{
    i18n::{Key, Message, key},
    journal::{self, Journal, Tip, folder},
};
use chrono::{DateTime, FixedOffset, Local, NaiveDate};
use std::{cell::RefCell, fs, path::Path, thread};

/// Hours by which the laptop's clock may be behind the last record before a word is said.
const CLOCK_HOURS: i64 = 1;

/// Bytes of a journal up to which every opening reads it for damage: some milliseconds. Of a longer one only `verify` reads it all.
const CHECKED: u64 = 16 << 20;

/// Why the index must be rebuilt.
enum Why {
    Missing,
    Layout,
    Damaged,
    /// It does not match the journal: the tip it had applied.
    Different(Box<Tip>),
}

/// What came of the index that was there.
enum Found {
    /// Brought up to the journal by so many records.
    Usable(Box<Replayed>, u64),
    Rebuild(Why),
}

pub(super) fn create(dir: &Path, practice: Option<NaiveDate>) -> Result<Vault, VaultError> {
    let layout = Layout::at(dir);
    if !layout.is_free()? {
        return Err(VaultError::NotEmpty);
    }
    folder::make(dir).map_err(io(dir))?;
    let lock = Lock::take(dir)?;
    // The journal before `vault.toml`: a vault without a journal is damaged, a folder without `vault.toml` is no vault.
    layout.make()?;
    Journal::create(&layout.journal())?;
    Manifest::new(now(), practice).write(dir)?;
    Ok(open_locked(&layout, lock, &mut |_| {})?.vault)
}

pub(super) fn open(dir: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Opened, VaultError> {
    if !dir.join(manifest::NAME).is_file() {
        return Err(VaultError::Missing);
    }
    // Before the lock: that would be written through a link.
    let mut notices = trust::look(dir)?;
    let layout = Layout::at(dir);
    let lock = Lock::take(dir)?;
    let mut opened = open_locked(&layout, lock, progress)?;
    notices.append(&mut opened.notices);
    Ok(Opened { notices, ..opened })
}

fn open_locked(layout: &Layout, lock: Lock, progress: &mut dyn FnMut(Progress)) -> Result<Opened, VaultError> {
    let manifest = Manifest::read(layout.dir())?;
    layout.make()?;
    layout.clear_fresh()?;
    let files = Files::in_vault(layout.dir());
    let mut notices = Vec::new();
    let (replayed, lodging) = match indexed(layout, &files, &manifest, progress, &mut notices) {
        Ok(replayed) => (replayed, None),
        // On a full disk what was saved can still be read.
        Err(error) => {
            let lodging = Lodging::when_full(layout).ok_or(error)?;
            let replayed = build(&layout.with_index_in(lodging.path()), &files, manifest.vault, progress)?;
            notices = vec![key::STORE_OPENED_FULL.into()];
            (replayed, Some(lodging))
        }
    };
    let layout = &lodging.as_ref().map_or_else(|| layout.clone(), |lodging| layout.with_index_in(lodging.path()));
    let Replayed { index, memory, applied, scan } = replayed;
    if let Some(torn) = scan.torn {
        let place = Message::new(key::STORE_TORN).with("segment", torn.at.segment.to_string());
        notices.push(place.with("offset", torn.at.offset.to_string()).with("bytes", torn.bytes.to_string()));
    }
    let journal = Journal::open(&layout.journal(), manifest.device, scan.tip, scan.torn, &layout.quarantine())?;
    notices.extend(standing(&applied));
    notices.extend(damaged_since(layout, &applied)?);
    if notices.iter().any(backup::sends_to_a_backup) {
        notices.push(backup::advice(backup::newest_in(layout.dir()).as_ref()));
    }
    notices.extend(medium::notice(layout.dir()));
    let drafts = Drafts::open(layout, &mut notices);
    let vault = Vault {
        index: RefCell::new(Some(index)),
        applied: RefCell::new(applied),
        memory,
        ahead: Ahead::default(),
        journal,
        files,
        drafts,
        manifest,
        layout: layout.clone(),
        _lodging: lodging,
        _lock: lock,
    };
    Ok(Opened { vault, notices })
}

/// The index, as it is or made anew.
fn indexed(
    layout: &Layout,
    files: &Files,
    manifest: &Manifest,
    progress: &mut dyn FnMut(Progress),
    notices: &mut Vec<Message>,
) -> Result<Replayed, VaultError> {
    match existing(layout, files, manifest, progress)? {
        Found::Usable(replayed, records) => {
            notices.extend((records > 0).then(|| Message::new(key::STORE_REPLAYED).with("records", count(records))));
            Ok(*replayed)
        }
        Found::Rebuild(why) => {
            let replayed = build(layout, files, manifest.vault, progress)?;
            notices.extend(rebuilt(&why, &replayed.applied, manifest));
            put_in_place(layout, replayed)
        }
    }
}

/// Opens the index that is there and brings it up to the journal.
fn existing(
    layout: &Layout,
    files: &Files,
    manifest: &Manifest,
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, VaultError> {
    let path = layout.index();
    for snapshot in unfinished(&path) {
        layout.set_aside(&snapshot)?;
    }
    if !path.join("db").is_file() {
        return Ok(Found::Rebuild(Why::Missing));
    }
    thread::scope(|scope| {
        let ahead = ReadAhead::begin(scope, &path);
        opened(layout, files, manifest, ahead, progress)
    })
}

/// The same, while the files of packs are being read.
fn opened(
    layout: &Layout,
    files: &Files,
    manifest: &Manifest,
    ahead: ReadAhead<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Found, VaultError> {
    let Ok(index) = Index::open(&layout.index()) else { return Ok(Found::Rebuild(Why::Damaged)) };
    let applied = match Applied::read(&index) {
        Ok(Ok(applied)) => applied,
        Ok(Err(Some(_))) => return Ok(Found::Rebuild(Why::Layout)),
        Ok(Err(None)) | Err(_) => return Ok(Found::Rebuild(Why::Damaged)),
    };
    if applied.vault != manifest.vault || !journal::scan::holds(&layout.journal(), &applied.tip)? {
        return Ok(Found::Rebuild(Why::Different(Box::new(applied.tip))));
    }
    let Ok(memory) = Memory::load(&index, files, ahead) else { return Ok(Found::Rebuild(Why::Damaged)) };
    if memory.things() < applied.things {
        return Ok(Found::Rebuild(Why::Damaged));
    }
    let before = applied.tip.records;
    match catch_up(layout, files, index, memory, applied, progress) {
        Ok(replayed) => {
            let records = replayed.applied.tip.records.saturating_sub(before);
            Ok(Found::Usable(Box::new(replayed), records))
        }
        Err(VaultError::Index { .. }) => Ok(Found::Rebuild(Why::Damaged)),
        Err(error) => Err(error),
    }
}

/// Puts a fresh index into the place of the old one, which goes into the quarantine, and opens it there. sled names its
/// files by path, so the index is closed for the move; closing waits until its threads let go of the file.
pub(super) fn put_in_place(layout: &Layout, replayed: Replayed) -> Result<Replayed, VaultError> {
    let Replayed { index, memory, applied, scan } = replayed;
    drop(index);
    layout.set_aside(&layout.index())?;
    fs::rename(layout.fresh(), layout.index()).map_err(io(&layout.index()))?;
    folder::sync(layout.index_folder()).map_err(io(layout.index_folder()))?;
    let index = Index::open(&layout.index())?;
    Ok(Replayed { index, memory, applied, scan })
}

/// What is said of a rebuild; nothing for a vault that was just made.
fn rebuilt(why: &Why, applied: &Applied, manifest: &Manifest) -> Option<Message> {
    let records = applied.tip.records;
    let say = |key: Key| Some(Message::new(key).with("records", records.to_string()));
    match why {
        Why::Missing if records == 0 => None,
        Why::Missing => say(key::STORE_REBUILT_MISSING),
        Why::Layout => say(key::STORE_REBUILT_LAYOUT),
        Why::Damaged => say(key::STORE_REBUILT_DAMAGED),
        Why::Different(tip) => {
            let newest = |tip: &Tip| tip.chain.last(manifest.device).0;
            match newest(tip).checked_sub(newest(&applied.tip)) {
                Some(lost) if lost > 0 => {
                    say(key::STORE_REBUILT_AHEAD).map(|message| message.with("lost", lost.to_string()))
                }
                _ => say(key::STORE_REBUILT_DIFFERENT),
            }
        }
    }
}

/// What is said at every opening while it lasts.
fn standing(applied: &Applied) -> Vec<Message> {
    let mut notices: Vec<Message> = applied.damage.iter().map(journal::Damage::message).collect();
    if applied.lacks() {
        notices.push(Message::new(key::STORE_OPENED_READ_ONLY));
    }
    if applied.unknown > 0 {
        notices.push(Message::new(key::STORE_UNKNOWN_KEPT).with("count", applied.unknown.to_string()));
    }
    if applied.skipped > 0 {
        notices.push(Message::new(key::STORE_SKIPPED).with("count", applied.skipped.to_string()));
    }
    let last = DateTime::<FixedOffset>::from(applied.tip.wall);
    if applied.tip.records > 0 && (last - now()).num_hours() >= CLOCK_HOURS {
        let words = last.format("%Y-%m-%d %H:%M").to_string();
        notices.push(Message::new(key::STORE_CLOCK_BEHIND).with("last", words));
    }
    notices
}

/// What was damaged in the journal after the index had applied it. Everything is still known; a copy should be made while that is so.
fn damaged_since(layout: &Layout, applied: &Applied) -> Result<Vec<Message>, VaultError> {
    let found = journal::scan::harms(&layout.journal(), CHECKED)?;
    let fresh = found.iter().filter(|damage| !applied.damage.contains(damage));
    let mut notices: Vec<Message> = fresh.map(journal::Damage::message).collect();
    if !notices.is_empty() && !applied.lacks() {
        notices.push(key::STORE_DAMAGED_KNOWN.into());
    }
    Ok(notices)
}

fn count(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// The laptop's clock.
pub(super) fn now() -> DateTime<FixedOffset> {
    Local::now().fixed_offset()
}

impl Vault {
    /// Runs a read of the index; when the index turns out to be damaged, rebuilds it once and tries again.
    pub(super) fn indexed<T>(&self, read: impl Fn(&Index) -> Result<T, VaultError>) -> Result<T, VaultError> {
        let first = self.index.borrow().as_ref().map(&read);
        match first {
            Some(Err(VaultError::Index { .. })) | None => {}
            Some(done) => return done,
        }
        self.heal()?;
        match self.index.borrow().as_ref() {
            Some(index) => read(index),
            None => Err(VaultError::Index { reason: String::new() }),
        }
    }

    /// Rebuilds a damaged index. What is in memory stays: it came from the same journal.
    pub(super) fn heal(&self) -> Result<(), VaultError> {
        let damaged = self.index.borrow_mut().take();
        drop(damaged);
        let replayed = build(&self.layout, &self.files, self.manifest.vault, &mut |_| {})?;
        let replayed = put_in_place(&self.layout, replayed)?;
        *self.applied.borrow_mut() = replayed.applied;
        *self.index.borrow_mut() = Some(replayed.index);
        Ok(())
    }

    /// Rebuilds the index from the journal, whatever its state. The old one goes into the quarantine.
    ///
    /// # Errors
    /// [`VaultError::RebuildRefused`] when the journal is damaged in its middle: the index in use knows more and stays.
    pub fn rebuild(&mut self, progress: &mut dyn FnMut(Progress)) -> Result<super::Info, VaultError> {
        let replayed = self.anew(progress)?;
        let old = self.index.borrow_mut().take();
        drop(old);
        self.take(put_in_place(&self.layout, replayed)?);
        self.info()
    }

    /// Makes the index anew and tight, in the place of one that is whole but was written in many pieces, which goes. For who filled a
    /// vault in one go.
    ///
    /// # Errors
    /// As [`Vault::rebuild`].
    pub fn tighten(&mut self, progress: &mut dyn FnMut(Progress)) -> Result<(), VaultError> {
        let replayed = self.anew(progress)?;
        let old = self.index.borrow_mut().take();
        drop(old);
        fs::remove_dir_all(self.layout.index()).map_err(io(&self.layout.index()))?;
        self.take(put_in_place(&self.layout, replayed)?);
        Ok(())
    }

    /// A new index, beside the one in use, that knows no less.
    fn anew(&self, progress: &mut dyn FnMut(Progress)) -> Result<Replayed, VaultError> {
        let replayed = build(&self.layout, &self.files, self.manifest.vault, progress)?;
        if replayed.applied.lacks() && !self.applied.borrow().lacks() {
            drop(replayed);
            self.layout.clear_fresh()?;
            return Err(VaultError::RebuildRefused);
        }
        Ok(replayed)
    }

    fn take(&mut self, replayed: Replayed) {
        self.memory = replayed.memory;
        *self.applied.borrow_mut() = replayed.applied;
        *self.index.borrow_mut() = Some(replayed.index);
    }
}
