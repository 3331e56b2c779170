//! Appends records: one write and one `fdatasync` for each, which is the acknowledgement.
//!
//! The first error of a write or sync ends the writing: an `fsync` that failed is never tried again, because the system may have
//! forgotten which pages were not written. What is acknowledged stays; the half-written rest is cut off when writing is resumed
//! or the journal is opened again.

use super::{
    JournalError, Tip, Torn, at,
    clock::Wall,
    folder,
    frame::frame,
    record::{DeviceId, Hash, Op, Record},
    segment::{self, Position},
};
use chrono::{DateTime, FixedOffset};
use std::{
    fs::{self, File},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// A segment past this size, in bytes, is followed by a new one.
pub const SEGMENT_LIMIT: u64 = 64 << 20;

/// A journal that is being written.
#[derive(Debug)]
pub struct Journal {
    dir: PathBuf,
    device: DeviceId,
    tip: Tip,
    file: File,
    limit: u64,
    syncs: u64,
    stopped: bool,
}

/// A record that is durable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// Its number on this device.
    pub seq: u64,
    /// Hash of its body.
    pub hash: Hash,
}

/// Why a record was not appended.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The record is longer than a frame may be. Nothing was written and writing goes on.
    #[error("the record is too long")]
    TooLong,
    /// An earlier write failed.
    #[error("writing stopped after an earlier error")]
    Stopped,
    /// The write or the sync failed; writing has stopped.
    #[error("{source}")]
    Io {
        /// Bytes that were to be written.
        bytes: u64,
        /// What the system said.
        source: io::Error,
    },
}

impl Journal {
    /// Makes an empty journal in `dir`.
    ///
    /// # Errors
    /// [`JournalError::Io`].
    pub fn create(dir: &Path) -> Result<(), JournalError> {
        folder::make(dir).map_err(at(dir))?;
        let first = segment::path(dir, 1);
        let file = folder::private().write(true).create(true).truncate(false).open(&first).map_err(at(&first))?;
        file.sync_all().map_err(at(&first))?;
        folder::sync(dir).map_err(at(dir))
    }

    /// Opens the journal in `dir` for writing, where a scan came to its end. A torn tail is moved into `quarantine` first.
    ///
    /// # Errors
    /// [`JournalError::Io`].
    pub fn open(
        dir: &Path,
        device: DeviceId,
        tip: Tip,
        torn: Option<Torn>,
        quarantine: &Path,
    ) -> Result<Self, JournalError> {
        let path = segment::path(dir, tip.end.segment);
        if let Some(torn) = torn {
            cut(&path, torn, quarantine)?;
        }
        let file = open_at(&path, tip.end.offset).map_err(at(&path))?;
        Ok(Self { dir: dir.to_owned(), device, tip, file, limit: SEGMENT_LIMIT, syncs: 0, stopped: false })
    }

    /// How far it is written.
    #[must_use]
    pub const fn tip(&self) -> &Tip {
        &self.tip
    }

    /// The device that writes.
    #[must_use]
    pub const fn device(&self) -> DeviceId {
        self.device
    }

    /// The number that the next record will have.
    #[must_use]
    pub fn next_seq(&self) -> u64 {
        self.tip.chain.last(self.device).0 + 1
    }

    /// `fdatasync` calls for records since it was opened.
    #[must_use]
    pub const fn syncs(&self) -> u64 {
        self.syncs
    }

    /// Whether writing has stopped after an error.
    #[must_use]
    pub const fn is_stopped(&self) -> bool {
        self.stopped
    }

    /// Lets segments end earlier than [`SEGMENT_LIMIT`], for tests.
    #[cfg(test)]
    pub(crate) const fn limit_segments(&mut self, bytes: u64) {
        self.limit = bytes;
    }

    /// Appends one record and makes it durable.
    ///
    /// # Errors
    /// [`AppendError`]; the record is then not part of the journal.
    pub fn append(&mut self, now: DateTime<FixedOffset>, actor: &str, ops: Vec<Op>) -> Result<Appended, AppendError> {
        if self.stopped {
            return Err(AppendError::Stopped);
        }
        let (last, prev) = self.tip.chain.last(self.device);
        let (seq, clock, at) = (last + 1, self.tip.clock.next(now), Wall::from(now));
        let record = Record { device: self.device, seq, clock, at, actor: actor.to_owned(), prev, ops };
        let body = record.clone().encode().map_err(|_| AppendError::TooLong)?;
        let frame = frame(&body).ok_or(AppendError::TooLong)?;
        let bytes = frame.len() as u64;
        let begin = self.write(&frame).map_err(|source| {
            self.stopped = true;
            // Best effort, and no sync: whoever opens the journal next cuts what is left of it.
            let _ = self.file.set_len(self.tip.end.offset);
            AppendError::Io { bytes, source }
        })?;
        let end = Position { segment: begin.segment, offset: begin.offset + bytes };
        let hash = Hash::of(&body);
        self.tip.advance(&record, hash, begin, end);
        Ok(Appended { seq, hash })
    }

    /// Takes up writing after an error, when its cause is gone: cuts off what was not acknowledged, which is all that
    /// can be there, and opens the file anew.
    ///
    /// # Errors
    /// [`JournalError::Io`]; writing then stays stopped.
    pub fn resume(&mut self) -> Result<(), JournalError> {
        let end = self.tip.end;
        for (number, _) in segment::list(&self.dir)?.into_iter().filter(|(number, _)| *number > end.segment) {
            let begun = segment::path(&self.dir, number);
            fs::remove_file(&begun).map_err(at(&begun))?;
        }
        let path = segment::path(&self.dir, end.segment);
        let file = open_at(&path, end.offset).map_err(at(&path))?;
        file.set_len(end.offset).and_then(|()| file.sync_all()).map_err(at(&path))?;
        (self.file, self.stopped) = (file, false);
        Ok(())
    }

    fn write(&mut self, frame: &[u8]) -> io::Result<Position> {
        let mut begin = self.tip.end;
        if begin.offset >= self.limit {
            begin = Position { segment: begin.segment + 1, offset: 0 };
            let path = segment::path(&self.dir, begin.segment);
            let next = folder::private().write(true).create_new(true).open(&path)?;
            folder::sync(&self.dir)?;
            // From here on the new segment is the journal's end, so that a failed write is cut off there.
            (self.file, self.tip.end) = (next, begin);
        }
        self.file.write_all(frame)?;
        self.file.sync_data()?;
        self.syncs += 1;
        Ok(begin)
    }
}

fn open_at(path: &Path, offset: u64) -> io::Result<File> {
    let mut file = File::options().write(true).open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    Ok(file)
}

/// Moves a torn tail into `quarantine` and makes the cut durable.
fn cut(path: &Path, torn: Torn, quarantine: &Path) -> Result<(), JournalError> {
    let file = File::options().read(true).write(true).open(path).map_err(at(path))?;
    let mut bytes = Vec::new();
    let mut reader = &file;
    reader.seek(SeekFrom::Start(torn.at.offset)).and_then(|_| reader.read_to_end(&mut bytes)).map_err(at(path))?;
    folder::make(quarantine).map_err(at(quarantine))?;
    let kept = quarantine.join(format!("{:08}-{}.torn", torn.at.segment, torn.at.offset));
    folder::write_whole(&kept, &bytes).map_err(at(&kept))?;
    file.set_len(torn.at.offset).and_then(|()| file.sync_all()).map_err(at(path))
}
