//! The index: everything the program reads, kept in sled and, for the sheets that were many when it was made, in a volume beside (`volume`);
//! rebuildable from the journal at any time. The only file that names sled. Knows shelves, keys and bytes; what a value means is `sheet`'s
//! and `memory`'s matter.
//!
//! Facts about sled 0.34.7 (read in its source) that this file is built around:
//! - a message over `segment_size / 4` (128 KiB) spills to a blob file that is never synced, and a leaf holds up to about 20
//!   items: values are cut into chunks of [`CHUNK`] bytes, so that a leaf never gets there;
//! - `flush_every_ms` keeps a thread that syncs twice a second for ever: it is off, and [`Index::written`] flushes now and then
//!   (what a crash loses is replayed from the journal);
//! - a damaged file can panic anywhere, or repeat its error for ever in an iterator: every call is guarded, every iteration
//!   ends at the first error, and `len()` is never asked;
//! - the threads of its pool hold the file, and with it the lock, for a moment after the database was dropped: opening waits
//!   for that lock before it calls sled, which would fail at once.

use super::{guard::guarded, volume::Volume};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::{
    fs::{self, File},
    io, mem,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
    time::{Duration, Instant},
};

/// The most bytes of one sled value, its header apart.
const CHUNK: usize = 6 << 10;

/// First byte of every value: `MessagePack` by position, cut into chunks.
const FORMAT: u8 = 8;

/// Writes after which the index is flushed: what must be replayed at most after a crash.
const FLUSH_AFTER: u32 = 256;

/// The page cache, in bytes (sled's own default is 1 GiB): small, because what is read often is in memory already.
const CACHE: u64 = 4 << 20;

/// The page cache while a whole index is built.
const CACHE_TO_BUILD: u64 = 64 << 20;

/// The key of the mark of the volume of sheets.
const VOLUME: Key = [2; 16];

/// How long an opening waits for the lock of the database.
const PATIENCE: Duration = Duration::from_secs(5);

/// A part of the index; a sled tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shelf {
    /// How far the journal is applied. Written last for each record.
    Applied,
    /// The settings, one value.
    Settings,
    /// Units by id, those that are in no pack or newer than there (`packs`).
    Units,
    /// Values of indicators by the hash of unit, indicator and year; those taken away among them.
    Indicators,
    /// Rounds by the hash of their id.
    Rounds,
    /// Programme versions by the hash of their hash.
    Programmes,
    /// Summaries of inspections by id, those that are in no pack or newer than there (`packs`).
    Summaries,
    /// Inspections by id, those that are in no volume or newer than there (`volume`).
    Sheets,
    /// Registers of models by the id of their unit.
    Registers,
    /// What is counted of each register, by the same id.
    Censuses,
    /// Which packs of summaries and units are in force, and the mark of the volume of sheets.
    Packs,
}

impl Shelf {
    const ALL: [(Self, &'static str); 11] = [
        (Self::Applied, "applied"),
        (Self::Settings, "settings"),
        (Self::Units, "units"),
        (Self::Indicators, "indicators"),
        (Self::Rounds, "rounds"),
        (Self::Programmes, "programmes"),
        (Self::Summaries, "summaries"),
        (Self::Sheets, "sheets"),
        (Self::Registers, "registers"),
        (Self::Censuses, "censuses"),
        (Self::Packs, "packs"),
    ];

    /// The shelves whose bytes are the same in two indexes of the same journal: without the marks, and without what is packed or not,
    /// as it came.
    pub(super) fn plain() -> impl Iterator<Item = (Self, &'static str)> {
        let packed = [Self::Units, Self::Summaries, Self::Packs];
        Self::ALL.into_iter().filter(move |(shelf, _)| *shelf != Self::Applied && !packed.contains(shelf))
    }
}

/// Why the index could not be read or written; the journal is not touched by it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(super) struct IndexError(pub String);

impl From<io::Error> for IndexError {
    fn from(error: io::Error) -> Self {
        Self(error.to_string())
    }
}

impl From<sled::Error> for IndexError {
    fn from(error: sled::Error) -> Self {
        match error {
            sled::Error::Io(error) => Self(plain(&error.to_string())),
            other => Self(plain(&other.to_string())),
        }
    }
}

/// The system's own words in place of what sled makes of them for programmers.
fn plain(words: &str) -> String {
    let code = words.split_once("code: ").map(|(_, rest)| rest.split(',').next().unwrap_or_default());
    let code = code.and_then(|code| code.parse().ok());
    code.map_or_else(|| words.to_owned(), |code| io::Error::from_raw_os_error(code).to_string())
}

/// An open index.
#[derive(Debug)]
pub(super) struct Index {
    /// `None` only while it is being dropped.
    open: Option<Open>,
    /// The sheets that stood here when it was made, unless they were few; those that changed since stand in sled too.
    volume: Option<Volume>,
    path: PathBuf,
    writes: u32,
    /// Values that were read.
    reads: AtomicU64,
}

#[derive(Debug)]
struct Open {
    db: sled::Db,
    trees: Vec<sled::Tree>,
}

pub(super) type Key = [u8; 16];

impl Index {
    /// Opens the index in `path`, which is made when it is missing.
    pub(super) fn open(path: &Path) -> Result<Self, IndexError> {
        Self::open_with(path, CACHE)
    }

    /// The same, to write all of it.
    pub(super) fn open_to_build(path: &Path) -> Result<Self, IndexError> {
        Self::open_with(path, CACHE_TO_BUILD)
    }

    fn open_with(path: &Path, cache: u64) -> Result<Self, IndexError> {
        wait_until_let_go(path)?;
        let begin = Instant::now();
        let open = loop {
            let opened = guarded(|| -> Result<Open, sled::Error> {
                let db = sled::Config::new().path(path).cache_capacity(cache).flush_every_ms(None).open()?;
                let trees = Shelf::ALL.iter().map(|(_, name)| db.open_tree(name)).collect::<Result<_, _>>()?;
                Ok(Open { db, trees })
            });
            match opened.map_err(IndexError)? {
                Err(sled::Error::Io(error)) if is_busy(&error) && begin.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(1));
                }
                opened => break opened?,
            }
        };
        let path = path.to_owned();
        let mut index = Self { open: Some(open), volume: None, path, writes: 0, reads: AtomicU64::new(0) };
        let bound = index.get(Shelf::Packs, VOLUME)?;
        index.volume = bound.map(|mark| Volume::open(&index.path, mark)).transpose()?;
        Ok(index)
    }

    /// The folder it lies in.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Reads a value.
    pub(super) fn get<T: DeserializeOwned>(&self, on: Shelf, key: Key) -> Result<Option<T>, IndexError> {
        self.bytes(on, key)?.map(|bytes| decode(&bytes)).transpose()
    }

    /// Reads the bytes of a value.
    pub(super) fn bytes(&self, on: Shelf, key: Key) -> Result<Option<Vec<u8>>, IndexError> {
        self.count();
        let tree = self.tree(on)?;
        let loose = guarded(|| read(tree, key)).map_err(IndexError)??;
        match self.bound(on) {
            Some(volume) if loose.is_none() => Ok(volume.get(key)?),
            _ => Ok(loose),
        }
    }

    fn bound(&self, on: Shelf) -> Option<&Volume> {
        self.volume.as_ref().filter(|_| on == Shelf::Sheets)
    }

    /// How many values were read since it was opened.
    pub(super) fn reads(&self) -> u64 {
        self.reads.load(Ordering::Relaxed)
    }

    fn count(&self) {
        self.reads.fetch_add(1, Ordering::Relaxed);
    }

    /// Takes the values out whose key is asked for.
    pub(super) fn remove(&self, on: Shelf, asked: impl Fn(&[u8]) -> bool) -> Result<(), IndexError> {
        let tree = self.tree(on)?;
        guarded(|| {
            for key in tree.iter().keys() {
                let key = key?;
                if asked(&key[..key.len().saturating_sub(2)]) {
                    tree.remove(key)?;
                }
            }
            Ok(())
        })
        .map_err(IndexError)?
    }

    /// Gives every value of a shelf in the order of keys.
    pub(super) fn each<T: DeserializeOwned>(&self, on: Shelf, mut each: impl FnMut(T)) -> Result<(), IndexError> {
        self.each_bytes(on, |_, bytes| {
            each(decode(bytes)?);
            Ok(())
        })
    }

    /// Gives the bytes of every value of a shelf in the order of keys.
    pub(super) fn each_bytes(
        &self,
        on: Shelf,
        mut each: impl FnMut(&[u8], &[u8]) -> Result<(), IndexError>,
    ) -> Result<(), IndexError> {
        let mut bound = self.bound(on).into_iter().flat_map(Volume::sheets).inspect(|_| self.count()).peekable();
        self.each_loose(on, |key, bytes| {
            let comes_first =
                |sheet: &io::Result<(Key, _)>| sheet.as_ref().map_or(true, |(of, _)| of.as_slice() <= key);
            while let Some(sheet) = bound.next_if(comes_first) {
                let (of, sheet) = sheet?;
                if of != key {
                    each(&of, &sheet)?;
                }
            }
            each(key, bytes)
        })?;
        bound.try_for_each(|sheet| sheet.map_err(IndexError::from).and_then(|(key, sheet)| each(&key, &sheet)))
    }

    /// The same of what stands in sled.
    fn each_loose(
        &self,
        on: Shelf,
        mut each: impl FnMut(&[u8], &[u8]) -> Result<(), IndexError>,
    ) -> Result<(), IndexError> {
        let tree = self.tree(on)?;
        guarded(|| {
            let mut iter = tree.iter();
            while let Some(entry) = iter.next() {
                let (key, first) = entry?;
                self.count();
                let (chunks, part) = header(&first)?;
                let name = &key[..key.len().saturating_sub(2)];
                if chunks == 1 {
                    each(name, part)?;
                    continue;
                }
                let mut bytes = part.to_vec();
                for _ in 1..chunks {
                    let (next, part) = iter.next().ok_or_else(|| IndexError("a value is cut off".into()))??;
                    if !next.starts_with(name) {
                        return Err(IndexError("a value is cut off".into()));
                    }
                    bytes.extend_from_slice(&part);
                }
                each(name, &bytes)?;
            }
            Ok(())
        })
        .map_err(IndexError)?
    }

    /// Writes a value, all its chunks at once.
    pub(super) fn put<T: Serialize>(&self, on: Shelf, key: Key, value: &T) -> Result<(), IndexError> {
        self.put_bytes(on, key, &encode(value)?)
    }

    /// Writes the bytes of a value, all its chunks at once.
    pub(super) fn put_bytes(&self, on: Shelf, key: Key, bytes: &[u8]) -> Result<(), IndexError> {
        let tree = self.tree(on)?;
        guarded(|| write(tree, key, bytes)).map_err(IndexError)?
    }

    /// Binds sheets in a volume, in the order of their keys: for an index that is being made and holds none yet.
    pub(super) fn bind(&mut self, sheets: impl Iterator<Item = io::Result<(Key, Vec<u8>)>>) -> Result<(), IndexError> {
        let mark = Volume::bind(&self.path, sheets)?;
        self.put(Shelf::Packs, VOLUME, &mark)?;
        self.volume = Some(Volume::open(&self.path, mark)?);
        Ok(())
    }

    /// Counts a record as written, and flushes when enough were.
    pub(super) fn written(&mut self) -> Result<(), IndexError> {
        self.writes += 1;
        if self.writes >= FLUSH_AFTER { self.flush() } else { Ok(()) }
    }

    /// Hands everything to the system.
    pub(super) fn flush(&mut self) -> Result<(), IndexError> {
        self.writes = 0;
        let open = self.open.as_ref().ok_or_else(closed)?;
        guarded(|| open.db.flush()).map_err(IndexError)??;
        Ok(())
    }

    /// Hands everything to the system, and leaves memory and lock of the file until the program ends.
    pub(super) fn leave(mut self) {
        // What fails here is in the journal.
        let _ = self.flush();
        mem::forget(self);
    }

    fn tree(&self, on: Shelf) -> Result<&sled::Tree, IndexError> {
        let place = Shelf::ALL.iter().position(|(known, _)| *known == on);
        place.and_then(|place| self.open.as_ref()?.trees.get(place)).ok_or_else(closed)
    }
}

impl Drop for Index {
    /// Waits until sled's threads let go of the file, so that it can be opened or moved at once.
    fn drop(&mut self) {
        let open = self.open.take();
        // sled flushes while it is dropped, and panics when that fails; the journal has everything.
        let _ = guarded(move || drop(open));
        let _ = wait_until_let_go(&self.path);
    }
}

fn closed() -> IndexError {
    IndexError("closed".into())
}

/// Waits (a few milliseconds, five seconds at most) until nobody holds the lock of the database in `path`.
fn wait_until_let_go(path: &Path) -> Result<(), IndexError> {
    let Ok(file) = File::open(path.join("db")) else { return Ok(()) };
    let begin = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(_) if begin.elapsed() < PATIENCE => std::thread::sleep(Duration::from_millis(1)),
            Err(error) => return Err(IndexError(error.to_string())),
        }
    }
}

/// Whether sled could not have the lock just now, although nobody held it a moment ago: a process that is being started, as an editor is,
/// holds every open file, and its locks, until it has become another program. No damage.
fn is_busy(error: &io::Error) -> bool {
    error.to_string().starts_with("could not acquire lock")
}

/// The snapshot files in `path` that sled did not finish; a short one makes opening fail.
pub(super) fn unfinished(path: &Path) -> Vec<PathBuf> {
    let Ok(listing) = fs::read_dir(path) else { return Vec::new() };
    let files = listing.flatten().map(|entry| entry.path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "generating")).collect()
}

fn chunk_key(key: Key, chunk: u16) -> [u8; 18] {
    let mut name = [0; 18];
    name[..16].copy_from_slice(&key);
    name[16..].copy_from_slice(&chunk.to_be_bytes());
    name
}

/// The number of chunks of a value, and the bytes of its first.
fn header(first: &[u8]) -> Result<(u16, &[u8]), IndexError> {
    match first {
        [FORMAT, high, low, part @ ..] => Ok((u16::from_be_bytes([*high, *low]), part)),
        _ => Err(IndexError("a value has another format".into())),
    }
}

fn read(tree: &sled::Tree, key: Key) -> Result<Option<Vec<u8>>, IndexError> {
    let Some(first) = tree.get(chunk_key(key, 0))? else { return Ok(None) };
    let (chunks, part) = header(&first)?;
    let mut bytes = part.to_vec();
    for chunk in 1..chunks {
        let part = tree.get(chunk_key(key, chunk))?.ok_or_else(|| IndexError("a value is cut off".into()))?;
        bytes.extend_from_slice(&part);
    }
    Ok(Some(bytes))
}

fn write(tree: &sled::Tree, key: Key, bytes: &[u8]) -> Result<(), IndexError> {
    let count = chunks(bytes.len())?;
    let before = match tree.get(chunk_key(key, 0))? {
        Some(first) => header(&first)?.0,
        None => 0,
    };
    let (first, rest) = first(bytes)?;
    if count == 1 && before <= 1 {
        tree.insert(chunk_key(key, 0), first)?;
        return Ok(());
    }
    let mut batch = sled::Batch::default();
    batch.insert(&chunk_key(key, 0), first);
    for (chunk, part) in (1..count).zip(rest.chunks(CHUNK)) {
        batch.insert(&chunk_key(key, chunk), part);
    }
    for chunk in count..before {
        batch.remove(&chunk_key(key, chunk));
    }
    tree.apply_batch(batch)?;
    Ok(())
}

/// Of how many chunks a value of so many bytes is made.
fn chunks(length: usize) -> Result<u16, IndexError> {
    u16::try_from(length.div_ceil(CHUNK).max(1)).map_err(|_| IndexError("a value is too long".into()))
}

/// The first chunk of a value with its header, and the bytes of the others.
fn first(bytes: &[u8]) -> Result<(Vec<u8>, &[u8]), IndexError> {
    let (first, rest) = bytes.split_at(bytes.len().min(CHUNK));
    let [high, low] = chunks(bytes.len())?.to_be_bytes();
    Ok(([&[FORMAT, high, low], first].concat(), rest))
}

pub(super) fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, IndexError> {
    rmp_serde::to_vec(value).map_err(|error| IndexError(error.to_string()))
}

pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, IndexError> {
    rmp_serde::from_slice(bytes).map_err(|error| IndexError(error.to_string()))
}

/// A value and the record that set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Row<T> {
    /// The record that set it last.
    pub at: crate::journal::Stamp,
    /// The value.
    pub value: T,
}
