//! Where summaries and units lie in the index: most of them in packs, a thousand to a pack, all of them in one file that an opening reads
//! from end to end; what changed since stands loose in sled, a row to a value, so that an action writes one small row and never a pack.
//! What is in a row is the matter of `packed` and `unit_row`.
//!
//! Not in sled, which keeps every page it ever read until each of 256 parts of its cache has been asked 64 times: the packs would be held
//! twice. The file is synced before its mark is written into sled, and only then the loose rows go; the file before it stays until the
//! next one. So a crash on the way leaves the old packs with what stood loose, or the new ones beside loose rows that say the same; a file
//! that is damaged or missing is a damaged index, which is rebuilt.

use super::{
    index::{Index, IndexError, Key, Row, Shelf},
    packed::{Known, Pack},
    summaries::Summaries,
    unit_row,
};
use crate::{
    domain::{summary::Summary, unit::Unit},
    journal::{
        Stamp, folder,
        frame::{HEADER, body_at, frame},
    },
};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashSet,
    fs::{self, File},
    io::{BufReader, Read as _},
    path::{Path, PathBuf},
    sync::Arc,
    thread::{self, Scope, ScopedJoinHandle},
};

/// Rows of one pack: some hundred kilobytes, which is what reading needs at once beside the result.
const PACK: usize = 1_000;

/// Loose rows from which an opening packs them; reading fewer takes some milliseconds.
pub(super) const MANY: usize = 1_000;

/// One kind of rows: the name of its files, the key of its mark, and where its loose rows lie.
#[derive(Debug, Clone, Copy)]
struct Pile {
    name: &'static str,
    mark: Key,
    loose: Shelf,
}

const SUMMARIES: Pile = Pile { name: "summaries", mark: [0; 16], loose: Shelf::Summaries };
const UNITS: Pile = Pile { name: "units", mark: [1; 16], loose: Shelf::Units };

/// What is in force: which file, and how many packs it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Mark {
    generation: u32,
    packs: u32,
}

/// What a file of packs holds, and the texts its rows share.
#[derive(Debug)]
pub(super) struct Contents<T> {
    mark: Mark,
    rows: Vec<T>,
    known: Known,
}

impl<T> Default for Contents<T> {
    fn default() -> Self {
        Self { mark: Mark::default(), rows: Vec::new(), known: Known::default() }
    }
}

/// A file of packs that is being read before its mark is known.
pub(super) type Reading<'scope, T> = ScopedJoinHandle<'scope, Result<Contents<T>, IndexError>>;

/// The files of packs, read while sled opens: nearly always the newest file is the one in force. Which one is, sled says.
#[derive(Debug, Default)]
pub(super) struct ReadAhead<'scope> {
    pub(super) summaries: Option<Reading<'scope, Pack>>,
    pub(super) units: Option<Reading<'scope, Vec<Row<Unit>>>>,
}

impl<'scope> ReadAhead<'scope> {
    /// Begins to read the newest files of the index in `folder`, each in a thread of its own.
    pub(super) fn begin<'env>(scope: &'scope Scope<'scope, 'env>, folder: &'env Path) -> Self {
        Self {
            summaries: begin(scope, folder, SUMMARIES, Pack::read),
            units: begin(scope, folder, UNITS, unit_row::read),
        }
    }
}

/// Begins to read the newest file of a pile; nothing where there is none, or no thread for it.
fn begin<'scope, 'env, T: Send + 'scope>(
    scope: &'scope Scope<'scope, 'env>,
    folder: &'env Path,
    pile: Pile,
    read: fn(&[u8], &mut Known) -> Result<T, IndexError>,
) -> Option<Reading<'scope, T>> {
    let newest = newest(folder, pile)?;
    thread::Builder::new().spawn_scoped(scope, move || contents(folder, pile, newest, read)).ok()
}

/// The generation of the newest file of packs that is there.
fn newest(folder: &Path, pile: Pile) -> Option<u32> {
    let generation = |name: &str| name.strip_prefix(pile.name)?.strip_prefix('-')?.strip_suffix(".packs")?.parse().ok();
    let entries = fs::read_dir(folder).ok()?;
    entries.filter_map(|entry| generation(entry.ok()?.file_name().to_str()?)).max()
}

/// What was read ahead when it is what the mark names, else what the mark names.
fn in_force<T>(
    index: &Index,
    pile: Pile,
    ahead: Option<Reading<'_, T>>,
    read: impl Fn(&[u8], &mut Known) -> Result<T, IndexError>,
) -> Result<Contents<T>, IndexError> {
    let mark = mark(index, pile)?;
    if mark.packs == 0 {
        return Ok(Contents::default());
    }
    match ahead.and_then(|reading| reading.join().ok()) {
        Some(Ok(contents)) if contents.mark == mark => Ok(contents),
        _ => contents(index.path(), pile, mark.generation, read)
            .and_then(|contents| if contents.mark == mark { Ok(contents) } else { Err(damaged()) }),
    }
}

/// Reads every summary.
pub(super) fn summaries(index: &Index) -> Result<Summaries, IndexError> {
    summaries_ahead(index, None)
}

/// The same, when the files may have been read already.
pub(super) fn summaries_ahead(index: &Index, ahead: Option<Reading<'_, Pack>>) -> Result<Summaries, IndexError> {
    let Contents { rows, mut known, .. } = in_force(index, SUMMARIES, ahead, Pack::read)?;
    let mut all = Summaries::of(rows);
    index.each_bytes(SUMMARIES.loose, |_, bytes| {
        let pack = Pack::read(bytes, &mut known)?;
        let row = pack.stamp(0).zip(pack.summary(0));
        let (at, summary) = row.ok_or_else(|| IndexError("a summary is damaged".into()))?;
        all.put_row(Some(at), Arc::new(summary.clone()));
        Ok(())
    })?;
    Ok(all)
}

/// Every unit: those that are packed, a pack at a time, and those that stand loose.
type AllUnits = (Vec<Vec<Row<Unit>>>, Vec<Row<Unit>>);

/// Reads every unit.
pub(super) fn units(index: &Index) -> Result<AllUnits, IndexError> {
    units_ahead(index, None)
}

/// The same, when the files may have been read already.
pub(super) fn units_ahead(index: &Index, ahead: Option<Reading<'_, Vec<Row<Unit>>>>) -> Result<AllUnits, IndexError> {
    let Contents { rows, mut known, .. } = in_force(index, UNITS, ahead, unit_row::read)?;
    let mut loose = Vec::new();
    index.each_bytes(UNITS.loose, |_, bytes| {
        loose.extend(unit_row::read(bytes, &mut known)?);
        Ok(())
    })?;
    Ok((rows, loose))
}

/// Writes a summary that changed.
pub(super) fn put_summary(index: &Index, at: Stamp, summary: &Summary) -> Result<(), IndexError> {
    index.put_bytes(SUMMARIES.loose, summary.id.0.into_bytes(), &Pack::write(&[(at, summary)])?)
}

/// Writes a unit that changed.
pub(super) fn put_unit(index: &Index, row: &Row<Unit>) -> Result<(), IndexError> {
    index.put_bytes(UNITS.loose, row.value.id.0.into_bytes(), &unit_row::write(&[row])?)
}

/// Packs every summary; what was in memory one by one is packed there too.
pub(super) fn pack_summaries(index: &Index, all: &mut Summaries) -> Result<(), IndexError> {
    let packs = all.rows().chunks(PACK).map(Pack::write).collect::<Result<Vec<_>, _>>()?;
    // Second looks are few and stay loose.
    let second: HashSet<Key> = all.second_looks().map(|summary| summary.id.0.into_bytes()).collect();
    write_packs(index, SUMMARIES, &packs, |key| second.contains(key))?;
    let mut known = Known::default();
    let packs = packs.iter().map(|bytes| Pack::read(bytes, &mut known)).collect::<Result<_, _>>()?;
    all.repacked(packs);
    Ok(())
}

/// Packs these units, which are all there are.
pub(super) fn pack_units(index: &Index, all: &[Row<Unit>]) -> Result<(), IndexError> {
    let rows: Vec<&Row<Unit>> = all.iter().collect();
    let packs = rows.chunks(PACK).map(unit_row::write).collect::<Result<Vec<_>, _>>()?;
    write_packs(index, UNITS, &packs, |_| false)
}

/// Reads a file of packs to its end.
fn contents<T>(
    folder: &Path,
    pile: Pile,
    generation: u32,
    read: impl Fn(&[u8], &mut Known) -> Result<T, IndexError>,
) -> Result<Contents<T>, IndexError> {
    let file = File::open(path(folder, pile, generation))?;
    let (mut file, mut frame) = (BufReader::new(file), Vec::new());
    let mut all = Contents { mark: Mark { generation, packs: 0 }, ..Contents::default() };
    loop {
        frame.clear();
        let head = file.by_ref().take(HEADER as u64).read_to_end(&mut frame)?;
        if head == 0 {
            return Ok(all);
        }
        let length = frame.first_chunk().map_or(0, |length| u32::from_le_bytes(*length));
        let bytes = file.by_ref().take(length.into()).read_to_end(&mut frame)?;
        let body = body_at(&frame, 0).filter(|body| body.len() == bytes).ok_or_else(damaged)?;
        all.rows.push(read(body, &mut all.known)?);
        all.mark.packs += 1;
    }
}

fn write_packs(index: &Index, pile: Pile, packs: &[Vec<u8>], stays: impl Fn(&[u8]) -> bool) -> Result<(), IndexError> {
    let before = mark(index, pile)?.generation;
    let generation = before.wrapping_add(1);
    let frames = packs.iter().map(|pack| frame(pack).ok_or_else(|| IndexError("a pack is too long".into())));
    let file = frames.collect::<Result<Vec<_>, _>>()?.concat();
    folder::write_whole(&path(index.path(), pile, generation), &file)?;
    let count = u32::try_from(packs.len()).map_err(|_| IndexError("too many packs".into()))?;
    index.put(Shelf::Packs, pile.mark, &Mark { generation, packs: count })?;
    index.remove(pile.loose, |key| !stays(key))?;
    // The mark may not be on the disk yet: the file before this one goes when the next one comes.
    let _ = fs::remove_file(path(index.path(), pile, before.wrapping_sub(1)));
    Ok(())
}

fn mark(index: &Index, pile: Pile) -> Result<Mark, IndexError> {
    Ok(index.get(Shelf::Packs, pile.mark)?.unwrap_or_default())
}

fn path(folder: &Path, pile: Pile, generation: u32) -> PathBuf {
    folder.join(format!("{}-{generation}.packs", pile.name))
}

fn damaged() -> IndexError {
    IndexError("a pack is damaged".into())
}
