//! Where summaries and units lie in the index: most of them in packs, many to a value, so that an opening reads tens of values in place of
//! tens of thousands; what changed since stands loose beside them, a row to a value, so that an action writes one small row and never a
//! pack. What is in a row is the matter of `packed` and `unit_row`.
//!
//! Packs are made anew in another generation and come in force with their mark, which is written after the last of them; only then the old
//! generation and the loose rows go. So a crash on the way leaves the old packs with what stood loose, or the new ones beside loose rows
//! that say the same.

use super::{
    index::{Index, IndexError, Key, Row, Shelf},
    memory::Memory,
    packed::{Known, Pack},
    summaries::Summaries,
    unit_row::UnitRow,
};
use crate::domain::summary::Summary;
use crate::journal::Stamp;
use std::{collections::HashSet, sync::Arc};

/// Rows of one pack: some hundred kilobytes, which is what reading needs at once beside the result.
const PACK: usize = 1_000;

/// Loose rows from which an opening packs them; reading fewer takes some milliseconds.
const MANY: usize = 1_000;

/// Key of the mark that says which packs are in force: number of their generation, and how many there are. Before all packs.
const MARK: Key = [0; 16];

/// The two shelves of one kind of rows.
#[derive(Debug, Clone, Copy)]
struct Pile {
    packs: Shelf,
    loose: Shelf,
}

const SUMMARIES: Pile = Pile { packs: Shelf::PackedSummaries, loose: Shelf::Summaries };
const UNITS: Pile = Pile { packs: Shelf::PackedUnits, loose: Shelf::Units };

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

/// Reads every unit into the memory; how many stood loose.
pub(super) fn units(index: &Index, memory: &mut Memory) -> Result<usize, IndexError> {
    let mut known = Known::default();
    read_packs(index, UNITS, |bytes| {
        UnitRow::read_many(bytes, &mut known)?.into_iter().for_each(|row| memory.put_unit(row));
        Ok(())
    })?;
    let mut loose = 0;
    index.each_bytes(UNITS.loose, |_, bytes| {
        UnitRow::read_many(bytes, &mut known)?.into_iter().for_each(|row| memory.put_unit(row));
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
pub(super) fn put_unit(index: &Index, row: &Row<crate::domain::unit::Unit>) -> Result<(), IndexError> {
    index.put_bytes(UNITS.loose, row.value.id.0.into_bytes(), &UnitRow::write(&[row])?)
}

/// Packs what stands loose when that saves the next opening much.
pub(super) fn tidy(index: &Index, memory: &mut Memory) -> Result<(), IndexError> {
    if memory.summaries.loose() >= MANY {
        pack_summaries(index, memory)?;
    }
    if memory.loose_units >= MANY {
        pack_units(index, memory)?;
    }
    Ok(())
}

/// Writes the summaries and units of an index that holds none yet.
pub(super) fn write_all(index: &Index, memory: &mut Memory) -> Result<(), IndexError> {
    memory.loose_units = memory.units.len();
    tidy(index, memory)?;
    let loose = if memory.summaries.loose() > 0 { memory.summaries.rows() } else { Vec::new() };
    for (at, summary) in loose.into_iter().chain(memory.summaries.second_rows()) {
        put_summary(index, at, summary)?;
    }
    if memory.loose_units > 0 {
        for row in memory.unit_rows() {
            put_unit(index, &row)?;
        }
    }
    Ok(())
}

/// Packs every summary; what was in memory one by one is packed there too.
pub(super) fn pack_summaries(index: &Index, memory: &mut Memory) -> Result<(), IndexError> {
    let packs = {
        let rows = memory.summaries.rows();
        rows.chunks(PACK).map(Pack::write).collect::<Result<Vec<_>, _>>()?
    };
    // Second looks are few and stay loose.
    let second: HashSet<Key> = memory.summaries.second_looks().map(|summary| summary.id.0.into_bytes()).collect();
    write_packs(index, SUMMARIES, &packs, |key| second.contains(key))?;
    let mut known = Known::default();
    let packs = packs.iter().map(|bytes| Pack::read(bytes, &mut known)).collect::<Result<_, _>>()?;
    memory.summaries.repacked(packs);
    Ok(())
}

/// Packs every unit.
pub(super) fn pack_units(index: &Index, memory: &mut Memory) -> Result<(), IndexError> {
    let rows = memory.unit_rows();
    let rows: Vec<&Row<_>> = rows.iter().collect();
    let packs = rows.chunks(PACK).map(UnitRow::write).collect::<Result<Vec<_>, _>>()?;
    write_packs(index, UNITS, &packs, |_| false)?;
    memory.loose_units = 0;
    Ok(())
}

/// Gives the packs that are in force, in their order.
fn read_packs(
    index: &Index,
    pile: Pile,
    mut each: impl FnMut(&[u8]) -> Result<(), IndexError>,
) -> Result<(), IndexError> {
    let (generation, packs) = mark(index, pile)?;
    let mut found = 0;
    index.each_bytes(pile.packs, |key, bytes| {
        if key.starts_with(&generation.to_be_bytes()) && key != MARK {
            found += 1;
            each(bytes)?;
        }
        Ok(())
    })?;
    if found == packs { Ok(()) } else { Err(IndexError("a pack is missing".into())) }
}

fn write_packs(index: &Index, pile: Pile, packs: &[Vec<u8>], stays: impl Fn(&[u8]) -> bool) -> Result<(), IndexError> {
    let generation = mark(index, pile)?.0.wrapping_add(1).max(1);
    // What an attempt left that was cut off must not be taken for a pack of this one.
    index.remove(pile.packs, |key| key.starts_with(&generation.to_be_bytes()))?;
    let mut count = 0_u32;
    for pack in packs {
        count += 1;
        index.put_bytes(pile.packs, key(generation, count), pack)?;
    }
    index.put(pile.packs, MARK, &(generation, count))?;
    index.remove(pile.packs, |key| !key.starts_with(&generation.to_be_bytes()) && key != MARK)?;
    index.remove(pile.loose, |key| !stays(key))
}

fn mark(index: &Index, pile: Pile) -> Result<(u32, u32), IndexError> {
    Ok(index.get(pile.packs, MARK)?.unwrap_or_default())
}

fn key(generation: u32, number: u32) -> Key {
    let mut key = [0; 16];
    key[..4].copy_from_slice(&generation.to_be_bytes());
    key[4..8].copy_from_slice(&number.to_be_bytes());
    key
}
