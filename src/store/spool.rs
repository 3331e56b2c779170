//! Where the sheets of an index that is being made wait until all are known: one behind the other in a file, of which only the end is held
//! in memory. Then they are bound in a volume in the order of their keys, or go into sled where they are few or huge. Not for an index that is in
//! use.

use super::{
    codec::Key as _,
    index::{self, Index, IndexError, Shelf},
    packs::MANY,
    sheet::Sheet,
    volume,
};
use crate::{beside::in_halves, domain::ids::InspectionId, journal::folder};
use std::{
    collections::HashMap,
    fs::{self, File},
    io::{self, Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};

/// Bytes that wait in memory at most; a vault of a team never gets to the file.
const IN_MEMORY: usize = 1 << 20;

/// Sheets that are encoded on two cores: the fewest that are worth a thread.
const WORTH: usize = 64;

/// The sheets that wait.
#[derive(Debug)]
pub(super) struct Spool {
    path: PathBuf,
    file: Option<File>,
    /// Bytes in the file.
    written: u64,
    /// What stands behind them.
    rest: Vec<u8>,
    /// Where each sheet begins, and its length.
    places: HashMap<InspectionId, (u64, usize)>,
}

impl Spool {
    /// An empty one, for the index in `folder`.
    pub(super) fn new(folder: &Path) -> Self {
        let path = folder.join("sheets.spool");
        Self { path, file: None, written: 0, rest: Vec::new(), places: HashMap::new() }
    }

    /// Takes sheets in, each in the place of what was there of it.
    pub(super) fn put(&mut self, sheets: &[(&InspectionId, &Sheet)]) -> Result<(), IndexError> {
        let encode = |some: &[(&InspectionId, &Sheet)]| {
            let encoded = some.iter().map(|(id, sheet)| Ok((**id, index::encode(sheet)?)));
            encoded.collect::<Result<Vec<_>, IndexError>>()
        };
        for encoded in in_halves(sheets, WORTH, encode) {
            for (id, bytes) in encoded? {
                self.places.insert(id, (self.written + self.rest.len() as u64, bytes.len()));
                self.rest.extend(bytes);
            }
        }
        if self.rest.len() > IN_MEMORY { Ok(self.write()?) } else { Ok(()) }
    }

    /// A sheet as it was taken in last.
    pub(super) fn get(&self, id: InspectionId) -> Result<Option<Sheet>, IndexError> {
        let Some((begin, length)) = self.places.get(&id) else { return Ok(None) };
        index::decode(&self.bytes(*begin, *length)?).map(Some)
    }

    /// Fills the index with them; the file goes.
    pub(super) fn fill(self, index: &mut Index) -> Result<(), IndexError> {
        let mut places: Vec<_> = self.places.iter().map(|(id, place)| (id.key(), *place)).collect();
        places.sort_unstable();
        let few = places.len() < MANY;
        let (loose, bound): (Vec<_>, Vec<_>) =
            places.into_iter().partition(|(_, (_, length))| few || *length > volume::LONGEST);
        let read = |(key, (begin, length))| Ok((key, self.bytes(begin, length)?));
        for sheet in loose.into_iter().map(read) {
            let (key, bytes) = sheet?;
            index.put_bytes(Shelf::Sheets, key, &bytes)?;
        }
        if !bound.is_empty() {
            index.bind(bound.into_iter().map(read))?;
        }
        if self.file.is_some() { Ok(fs::remove_file(&self.path)?) } else { Ok(()) }
    }

    fn write(&mut self) -> io::Result<()> {
        let mut file = match self.file.take() {
            Some(file) => file,
            None => folder::private().read(true).write(true).create(true).truncate(true).open(&self.path)?,
        };
        file.seek(SeekFrom::Start(self.written))?;
        file.write_all(&self.rest)?;
        self.written += self.rest.len() as u64;
        self.rest.clear();
        self.file = Some(file);
        Ok(())
    }

    fn bytes(&self, begin: u64, length: usize) -> io::Result<Vec<u8>> {
        if let Some(begin) = begin.checked_sub(self.written) {
            let begin = usize::try_from(begin).unwrap_or(usize::MAX);
            let held = begin.checked_add(length).and_then(|end| self.rest.get(begin..end));
            return held.map(<[u8]>::to_vec).ok_or_else(|| io::ErrorKind::UnexpectedEof.into());
        }
        let mut file = self.file.as_ref().ok_or(io::ErrorKind::NotFound)?;
        let mut bytes = vec![0; length];
        file.seek(SeekFrom::Start(begin))?;
        file.read_exact(&mut bytes)?;
        Ok(bytes)
    }
}
