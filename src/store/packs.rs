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
    unit_row::UnitRow,
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
    io::{self, BufReader, Read as _},
    path::PathBuf,
    sync::Arc,
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
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
struct Mark {
    generation: u32,
    packs: u32,
}

/// Reads every summary.
pub(super) fn summaries(index: &Index) -> Result<Summaries, IndexError> {
    let mut known = Known::default();
    let mut packs = Vec::new();
    read_packs(index, SUMMARIES, |bytes| {
        packs.push(Pack::read(bytes, &mut known)?);
        Ok(())
    })?;
    let mut all = Summaries::of(packs);
    index.each_bytes(SUMMARIES.loose, |_, bytes| {
        let pack = Pack::read(bytes, &mut known)?;
        let row = pack.stamp(0).zip(pack.summary(0));
        let (at, summary) = row.ok_or_else(|| IndexError("a summary is damaged".into()))?;
        all.put_row(Some(at), Arc::new(summary.clone()));
        Ok(())
    })?;
    Ok(all)
}

/// Gives every unit; how many stood loose.
pub(super) fn units(index: &Index, mut each: impl FnMut(Row<Unit>)) -> Result<usize, IndexError> {
    let mut known = Known::default();
    read_packs(index, UNITS, |bytes| {
        UnitRow::read_many(bytes, &mut known)?.into_iter().for_each(&mut each);
        Ok(())
    })?;
    let mut loose = 0;
    index.each_bytes(UNITS.loose, |_, bytes| {
        UnitRow::read_many(bytes, &mut known)?.into_iter().for_each(&mut each);
        loose += 1;
        Ok(())
    })?;
    Ok(loose)
}

/// Writes a summary that changed.
pub(super) fn put_summary(index: &Index, at: Stamp, summary: &Summary) -> Result<(), IndexError> {
    index.put_bytes(SUMMARIES.loose, summary.id.0.into_bytes(), &Pack::write(&[(at, summary)])?)
}

/// Writes a unit that changed.
pub(super) fn put_unit(index: &Index, row: &Row<Unit>) -> Result<(), IndexError> {
    index.put_bytes(UNITS.loose, row.value.id.0.into_bytes(), &UnitRow::write(&[row])?)
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
    let packs = rows.chunks(PACK).map(UnitRow::write).collect::<Result<Vec<_>, _>>()?;
    write_packs(index, UNITS, &packs, |_| false)
}

/// Gives the packs that are in force, in their order.
fn read_packs(
    index: &Index,
    pile: Pile,
    mut each: impl FnMut(&[u8]) -> Result<(), IndexError>,
) -> Result<(), IndexError> {
    let Mark { generation, packs } = mark(index, pile)?;
    if packs == 0 {
        return Ok(());
    }
    let mut file = BufReader::new(File::open(path(index, pile, generation)).map_err(|error| unreadable(&error))?);
    let mut frame = Vec::new();
    for _ in 0..packs {
        frame.resize(HEADER, 0);
        file.read_exact(&mut frame).map_err(|error| unreadable(&error))?;
        let length = frame.first_chunk().map_or(0, |length| u32::from_le_bytes(*length));
        let bytes = file.by_ref().take(length.into()).read_to_end(&mut frame).map_err(|error| unreadable(&error))?;
        let body = body_at(&frame, 0).filter(|body| body.len() == bytes);
        each(body.ok_or_else(|| IndexError("a pack is damaged".into()))?)?;
    }
    Ok(())
}

fn write_packs(index: &Index, pile: Pile, packs: &[Vec<u8>], stays: impl Fn(&[u8]) -> bool) -> Result<(), IndexError> {
    let before = mark(index, pile)?.generation;
    let generation = before.wrapping_add(1);
    let frames = packs.iter().map(|pack| frame(pack).ok_or_else(|| IndexError("a pack is too long".into())));
    let file = frames.collect::<Result<Vec<_>, _>>()?.concat();
    folder::write_whole(&path(index, pile, generation), &file).map_err(|error| unreadable(&error))?;
    let count = u32::try_from(packs.len()).map_err(|_| IndexError("too many packs".into()))?;
    index.put(Shelf::Packs, pile.mark, &Mark { generation, packs: count })?;
    index.remove(pile.loose, |key| !stays(key))?;
    // The mark may not be on the disk yet: the file before this one goes when the next one comes.
    let _ = fs::remove_file(path(index, pile, before.wrapping_sub(1)));
    Ok(())
}

fn mark(index: &Index, pile: Pile) -> Result<Mark, IndexError> {
    Ok(index.get(Shelf::Packs, pile.mark)?.unwrap_or_default())
}

fn path(index: &Index, pile: Pile, generation: u32) -> PathBuf {
    index.path().join(format!("{}-{generation}.packs", pile.name))
}

fn unreadable(error: &io::Error) -> IndexError {
    IndexError(error.to_string())
}
