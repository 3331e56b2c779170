//! The sheets of an index that was made anew, bound in one file in the order of their keys. What changes later stands in sled and wins.
//!
//! Not in sled, which keeps a place in memory for every write of a value and reads them all at each opening: of fifty thousand sheets that
//! nobody looks at, nine megabytes and a third of the time. Of a volume an opening reads where every fourth sheet begins. The file is
//! synced before its mark is written into sled, and is never written again; one that is damaged or missing is a damaged index, which is
//! rebuilt.

use crate::journal::{
    folder,
    frame::{HEADER, MAX_BODY, body_at, frame},
};
use serde::{Deserialize, Serialize};
use std::{
    fs::File,
    io::{self, BufWriter, ErrorKind, Read as _, Seek as _, SeekFrom, Write as _},
    iter,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// What a sheet is found by: the id of its inspection.
type Key = [u8; 16];

/// Sheets of a span: so many are read to find one of them, and of so many the first is kept in memory.
const SPAN: usize = 4;

/// The longest sheet that a volume takes, in bytes; what is longer stays in sled.
pub(super) const LONGEST: usize = MAX_BODY - size_of::<Key>();

/// Bytes of a span in the directory: the key of its first sheet, and where it begins.
const ENTRY: usize = 24;

/// Where the directory of a volume begins, which is where its sheets end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Mark(u64);

/// An open volume. Each sheet is a frame, its key before its bytes; the directory is the last frame.
#[derive(Debug)]
pub(super) struct Volume {
    file: Mutex<File>,
    /// The first key of each span, and where it begins.
    spans: Box<[(Key, u64)]>,
    end: u64,
}

impl Volume {
    /// Writes a volume into `folder`: sheets in the order of their keys, each key once.
    pub(super) fn bind(folder: &Path, sheets: impl Iterator<Item = io::Result<(Key, Vec<u8>)>>) -> io::Result<Mark> {
        let file = folder::private().write(true).create(true).truncate(true).open(path(folder))?;
        let (mut file, mut end, mut directory) = (BufWriter::new(file), 0_u64, Vec::new());
        for (place, sheet) in sheets.enumerate() {
            let (key, bytes) = sheet?;
            if place.is_multiple_of(SPAN) {
                directory.extend(key);
                directory.extend(end.to_le_bytes());
            }
            let frame = framed(&[&key, bytes.as_slice()].concat())?;
            file.write_all(&frame)?;
            end += frame.len() as u64;
        }
        file.write_all(&framed(&directory)?)?;
        file.into_inner()?.sync_all()?;
        folder::sync(folder)?;
        Ok(Mark(end))
    }

    /// Opens the volume in `folder` that this is the mark of.
    pub(super) fn open(folder: &Path, Mark(end): Mark) -> io::Result<Self> {
        let mut file = File::open(path(folder))?;
        let mut directory = Vec::new();
        file.seek(SeekFrom::Start(end)).and_then(|_| file.read_to_end(&mut directory))?;
        let entries = body_at(&directory, 0).filter(|entries| entries.len() + HEADER == directory.len());
        let spans = entries.ok_or_else(damaged)?.chunks_exact(ENTRY).map(entry).collect::<Option<Vec<_>>>();
        Ok(Self { file: Mutex::new(file), spans: spans.ok_or_else(damaged)?.into(), end })
    }

    /// The bytes of a sheet.
    pub(super) fn get(&self, key: Key) -> io::Result<Option<Vec<u8>>> {
        let Some(span) = self.spans.partition_point(|(first, _)| *first <= key).checked_sub(1) else { return Ok(None) };
        let bytes = self.span(span)?;
        let found = sheets(&bytes).find(|sheet| sheet.as_ref().map_or(true, |(of, _)| *of == key)).transpose()?;
        Ok(found.map(|(_, sheet)| sheet.to_vec()))
    }

    /// Every sheet, in the order of keys.
    pub(super) fn sheets(&self) -> impl Iterator<Item = io::Result<(Key, Vec<u8>)>> {
        (0..self.spans.len()).flat_map(|span| match self.span(span) {
            Ok(bytes) => sheets(&bytes).map(|sheet| sheet.map(|(key, sheet)| (key, sheet.to_vec()))).collect(),
            Err(error) => vec![Err(error)],
        })
    }

    /// The bytes of a span.
    fn span(&self, place: usize) -> io::Result<Vec<u8>> {
        let begin = |place: usize| self.spans.get(place).map_or(self.end, |(_, begin)| *begin);
        let (begin, end) = (begin(place), begin(place + 1));
        let length = end.checked_sub(begin).and_then(|length| usize::try_from(length).ok()).ok_or_else(damaged)?;
        let mut bytes = vec![0; length];
        // A lock that a panic left is taken all the same: every reading begins with a seek.
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(begin)).and_then(|_| file.read_exact(&mut bytes))?;
        Ok(bytes)
    }
}

/// The sheets of a span with their keys; ends at the first that is damaged.
fn sheets(span: &[u8]) -> impl Iterator<Item = io::Result<(Key, &[u8])>> {
    let mut at = 0;
    iter::from_fn(move || {
        if at >= span.len() {
            return None;
        }
        let sheet = body_at(span, at).and_then(|body| body.split_first_chunk());
        at = sheet.map_or(span.len(), |(key, sheet)| at + HEADER + key.len() + sheet.len());
        Some(sheet.map(|(key, sheet)| (*key, sheet)).ok_or_else(damaged))
    })
}

fn entry(bytes: &[u8]) -> Option<(Key, u64)> {
    let (key, begin) = bytes.split_first_chunk()?;
    Some((*key, u64::from_le_bytes(*begin.first_chunk()?)))
}

fn framed(body: &[u8]) -> io::Result<Vec<u8>> {
    frame(body).ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "a sheet is too long"))
}

fn path(folder: &Path) -> PathBuf {
    folder.join("sheets.volume")
}

fn damaged() -> io::Error {
    io::Error::new(ErrorKind::InvalidData, "a volume of sheets is damaged")
}
