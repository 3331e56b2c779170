//! The file of a copy: a line that says what it is, a frame with its [`Head`], the bytes of the journal's segments one after the other, and the
//! BLAKE3 of everything before as its last 32 bytes.

use super::BackupError;
use crate::{
    journal::{
        Tip,
        frame::{HEADER, body_at, frame},
    },
    store::error::io,
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{BufReader, Read, Write},
    path::Path,
};
use uuid::Uuid;

/// The first bytes of every copy; the digit is the layout.
const MAGIC: &[u8] = b"thucchat backup 1\n";

/// The longest head, in bytes: a hundred thousand attachments have room.
const LONGEST_HEAD: u32 = 32 << 20;

/// Bytes that are read or written at once.
pub(super) const PIECE: usize = 1 << 20;

/// What a copy says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Head {
    /// The vault it was made of.
    pub vault: Uuid,
    /// Counts up within a folder, whatever the clock says.
    pub number: u64,
    /// When it was made, by the laptop's clock.
    pub made: DateTime<FixedOffset>,
    /// The text of `vault.toml`.
    pub manifest: String,
    /// How far the journal goes in it.
    pub tip: Tip,
    /// The segments, each with its length in bytes.
    pub segments: Vec<(u32, u64)>,
    /// The attachments and programme files, each with its length in bytes.
    pub files: Vec<(String, u64)>,
}

/// A copy that is being written: everything goes through its hash.
#[derive(Debug)]
pub(super) struct Writer {
    file: File,
    hasher: blake3::Hasher,
}

impl Writer {
    /// Begins with the head.
    pub(super) fn begin(file: File, head: &Head) -> std::io::Result<Self> {
        let body = rmp_serde::to_vec_named(head).map_err(std::io::Error::other)?;
        let framed = frame(&body).ok_or_else(|| std::io::Error::other("the head is too long"))?;
        let mut writer = Self { file, hasher: blake3::Hasher::new() };
        for bytes in [MAGIC, &framed] {
            writer.hasher.update(bytes);
            writer.file.write_all(bytes)?;
        }
        Ok(writer)
    }

    /// Writes some bytes and hands them to the disk.
    pub(super) fn put(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.hasher.update(bytes);
        self.file.write_all(bytes)?;
        self.file.sync_data()
    }

    /// Ends with the hash; everything is on the disk then, and forgotten by the system, so that reading it again asks the disk.
    pub(super) fn end(mut self) -> std::io::Result<()> {
        let hash = self.hasher.finalize();
        self.file.write_all(hash.as_bytes())?;
        self.file.sync_all()?;
        forget(&self.file);
        Ok(())
    }
}

/// Lets the system forget what it holds of a file; where it does not, the file is read from memory, which is no harm.
fn forget(file: &File) {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

/// A copy that is being read from its beginning to its end.
#[derive(Debug)]
pub(super) struct Reader {
    file: BufReader<File>,
    hasher: blake3::Hasher,
    /// Bytes before the hash at the end that are not read yet.
    left: u64,
    pub(super) head: Head,
}

impl Reader {
    /// Opens a copy and reads its head.
    pub(super) fn open(path: &Path) -> Result<Self, BackupError> {
        let spoilt = || BackupError::Spoilt { path: path.to_owned() };
        let file = File::open(path).map_err(io(path))?;
        let length = file.metadata().map_err(io(path))?.len();
        let mut file = BufReader::new(file);
        let mut begin = vec![0; MAGIC.len() + HEADER];
        if !read_all(&mut file, &mut begin).map_err(io(path))? || !begin.starts_with(&MAGIC[..MAGIC.len() - 2]) {
            return Err(BackupError::NoBackup { path: path.to_owned() });
        }
        if !begin.starts_with(MAGIC) {
            return Err(BackupError::Newer { path: path.to_owned() });
        }
        let size = begin[MAGIC.len()..].first_chunk().map_or(0, |size| u32::from_le_bytes(*size));
        if size > LONGEST_HEAD || u64::from(size) > length {
            return Err(spoilt());
        }
        let mut framed = begin[MAGIC.len()..].to_vec();
        framed.resize(HEADER + size as usize, 0);
        if !read_all(&mut file, &mut framed[HEADER..]).map_err(io(path))? {
            return Err(spoilt());
        }
        let head: Head = body_at(&framed, 0).and_then(|body| rmp_serde::from_slice(body).ok()).ok_or_else(spoilt)?;
        let mut hasher = blake3::Hasher::new();
        hasher.update(MAGIC).update(&framed);
        let journal = head.segments.iter().try_fold(0_u64, |sum, (_, bytes)| sum.checked_add(*bytes));
        let whole = journal.and_then(|journal| journal.checked_add((MAGIC.len() + framed.len() + 32) as u64));
        if whole != Some(length) {
            return Err(spoilt());
        }
        Ok(Self { file, hasher, left: journal.unwrap_or(0), head })
    }

    /// Bytes of the journal that are not read yet.
    pub(super) const fn left(&self) -> u64 {
        self.left
    }

    /// The next bytes of the journal, at most `most`; none at the end.
    pub(super) fn next(&mut self, path: &Path, most: u64) -> Result<Vec<u8>, BackupError> {
        let most = most.min(self.left).min(PIECE as u64);
        let mut piece = vec![0; usize::try_from(most).unwrap_or(PIECE)];
        if !read_all(&mut self.file, &mut piece).map_err(io(path))? {
            return Err(BackupError::Spoilt { path: path.to_owned() });
        }
        self.hasher.update(&piece);
        self.left -= most;
        Ok(piece)
    }

    /// Compares the hash at the end, once everything before it was read.
    pub(super) fn finish(mut self, path: &Path) -> Result<Head, BackupError> {
        let mut hash = [0; 32];
        let whole = read_all(&mut self.file, &mut hash).map_err(io(path))?;
        if whole && self.left == 0 && self.hasher.finalize().as_bytes() == &hash {
            return Ok(self.head);
        }
        Err(BackupError::Spoilt { path: path.to_owned() })
    }
}

/// Fills `bytes`; `false` when the file ends before.
fn read_all(file: &mut impl Read, bytes: &mut [u8]) -> std::io::Result<bool> {
    match file.read_exact(bytes) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => Ok(false),
        Err(error) => Err(error),
    }
}

/// The head of a copy; the rest is not looked at.
pub(super) fn head(path: &Path) -> Result<Head, BackupError> {
    Ok(Reader::open(path)?.head)
}

/// Reads a copy from its beginning to its end and compares its hash.
pub(super) fn check(path: &Path) -> Result<Head, BackupError> {
    let mut reader = Reader::open(path)?;
    while reader.left() > 0 {
        reader.next(path, u64::MAX)?;
    }
    reader.finish(path)
}
