//! From the journal to the index: all of it into a new index, or the rest of it into one that is behind.

use super::{
    VaultError, codec,
    files::Files,
    index::{Index, IndexError, Shelf},
    layout::Layout,
    memory::Memory,
    reading::Ground,
    spool::Spool,
    staged::Staged,
};
use crate::{
    beside::in_halves,
    domain::edit::Change,
    journal::{self, Damage, Found, Harm, Op, Position, Scan, Stamp, Tip, segment},
};
use serde::{Deserialize, Serialize};
use std::path::Path;
use uuid::Uuid;

/// The layout of the index; an index of another layout is rebuilt.
pub(super) const LAYOUT: u32 = 11;

/// Sheets that wait at most before they are written, so that a rebuild needs little memory; more than a team has in hand at a time.
const SHEETS: usize = 250;

/// Operations from which what was read is decoded and applied.
const OPS: usize = 4_096;

/// Operations that are decoded on two cores: the fewest that are worth a thread.
const WORTH: usize = 256;

const LAYOUT_KEY: [u8; 16] = [0; 16];
const APPLIED_KEY: [u8; 16] = [1; 16];

/// How far a long task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the journal – or whatever the task counts – that are done.
    pub done: u64,
    /// How many there are.
    pub total: u64,
}

/// How far the index has applied the journal, and what was not whole in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Applied {
    /// The vault it belongs to.
    pub vault: Uuid,
    /// The last record applied.
    pub tip: Tip,
    /// Parts that a newer program wrote.
    pub unknown: u64,
    /// Changes that have no place, because what they build on is lost.
    pub skipped: u64,
    /// Units, rounds, programmes, inspections and registers in the index: fewer of them later is damage.
    pub things: u64,
    /// What is wrong in the middle of the journal.
    pub damage: Vec<Damage>,
}

impl Applied {
    /// Of an empty index.
    pub(super) fn nothing(vault: Uuid) -> Self {
        Self { vault, tip: Tip::default(), unknown: 0, skipped: 0, things: 0, damage: Vec::new() }
    }

    /// Reads the mark: `None` when there is none or it has another layout.
    pub(super) fn read(index: &Index) -> Result<Result<Self, Option<u32>>, IndexError> {
        match index.get::<u32>(Shelf::Applied, LAYOUT_KEY)? {
            Some(LAYOUT) => Ok(index.get(Shelf::Applied, APPLIED_KEY)?.ok_or(None)),
            other => Ok(Err(other)),
        }
    }

    /// Writes the mark; always the last write of a record.
    pub(super) fn write(&self, index: &Index) -> Result<(), IndexError> {
        index.put(Shelf::Applied, APPLIED_KEY, self)
    }

    /// Whether records are lost or were changed. A record that is there twice is harmless.
    pub(super) fn lacks(&self) -> bool {
        lacks(&self.damage)
    }
}

/// Whether damage means that records are lost or were changed.
pub(super) fn lacks(damage: &[Damage]) -> bool {
    damage.iter().any(|damage| !matches!(damage.harm, Harm::Repeated { .. }))
}

/// A whole projection and the scan it came from.
#[derive(Debug)]
pub(super) struct Replayed {
    pub index: Index,
    pub memory: Memory,
    pub applied: Applied,
    pub scan: Scan,
}

/// Builds a new index beside the one in use, from the whole journal, and leaves it open.
pub(super) fn build(
    layout: &Layout,
    files: &Files,
    vault: Uuid,
    progress: &mut dyn FnMut(Progress),
) -> Result<Replayed, VaultError> {
    layout.clear_fresh()?;
    let index = Index::open_to_build(&layout.fresh())?;
    index.put(Shelf::Applied, LAYOUT_KEY, &LAYOUT)?;
    catch_up(layout, files, index, Memory::default(), Applied::nothing(vault), progress)
}

/// Applies what the journal holds after the mark.
pub(super) fn catch_up(
    layout: &Layout,
    files: &Files,
    mut index: Index,
    mut memory: Memory,
    mut applied: Applied,
    progress: &mut dyn FnMut(Progress),
) -> Result<Replayed, VaultError> {
    let sizes = segment::list(&layout.journal())?;
    let total = sizes.iter().map(|(_, bytes)| bytes).sum();
    let mut staged = Staged::default();
    let (mut unknown, mut skipped) = (0, 0);
    // A new index gets its sheets, summaries and units in the end, all at once.
    let mut spool = (applied.tip.records == 0).then(|| Spool::new(index.path()));
    let from = applied.tip.clone();
    let scan = read(&layout.journal(), from, |read: Read| {
        let before = sizes.iter().filter(|(number, _)| *number < read.at.segment).map(|(_, bytes)| bytes).sum::<u64>();
        progress(Progress { done: before + read.at.offset, total });
        unknown += read.unknown;
        skipped += staged.replay(
            Ground { index: &index, memory: &memory, files, spool: spool.as_ref() },
            read.stamp,
            read.changes,
        )?;
        if staged.sheets() >= SHEETS {
            settle(&mut staged, &index, &mut memory, files, spool.as_mut())?;
        }
        Ok(())
    })?;
    settle(&mut staged, &index, &mut memory, files, spool.as_mut())?;
    match spool {
        Some(spool) => {
            spool.fill(&mut index)?;
            memory.write_rows(&index)?;
        }
        None => memory.tidy(&index)?,
    }
    progress(Progress { done: total, total });
    if scan.tip != applied.tip || !scan.damage.is_empty() || applied.tip.records == 0 {
        applied.tip = scan.tip.clone();
        applied.unknown += unknown;
        applied.skipped += skipped;
        applied.damage.extend(&scan.damage);
        applied.things = memory.things();
        applied.write(&index)?;
        index.flush()?;
    }
    Ok(Replayed { index, memory, applied, scan })
}

/// A record that was read and decoded.
#[derive(Debug)]
struct Read {
    at: Position,
    stamp: Stamp,
    changes: Vec<Change>,
    /// Parts that a newer program wrote.
    unknown: u64,
}

/// Reads the journal on from `from` and hands its records on, in order. Decoding, which is much of the work, is done of many operations at
/// a time, on two cores – not ahead in a thread of its own: two threads of which one makes thousands of small things and the other frees
/// them wait for each other more than they work.
fn read(journal: &Path, from: Tip, mut each: impl FnMut(Read) -> Result<(), VaultError>) -> Result<Scan, VaultError> {
    let (mut waiting, mut ops) = (Vec::new(), 0);
    let scan = journal::scan(journal, from, |found: Found| {
        ops += found.read.record.ops.len();
        waiting.push(found);
        if ops < OPS {
            return Ok(());
        }
        ops = 0;
        decoded(std::mem::take(&mut waiting)).into_iter().try_for_each(&mut each)
    })?;
    decoded(waiting).into_iter().try_for_each(each)?;
    Ok(scan)
}

fn decoded(records: Vec<Found>) -> Vec<Read> {
    let ops: Vec<&Op> = records.iter().flat_map(|found| &found.read.record.ops).collect();
    let decode = |ops: &[&Op]| ops.iter().map(|op| codec::decode(op)).collect::<Vec<_>>();
    let mut decoded = in_halves(&ops, WORTH, decode).into_iter().flatten();
    let read = |found: Found| {
        let record = found.read.record;
        let mut read = Read {
            at: found.at,
            stamp: Stamp(record.device, record.seq),
            changes: Vec::with_capacity(record.ops.len()),
            unknown: found.read.unknown,
        };
        for change in decoded.by_ref().take(record.ops.len()) {
            read.unknown += change.as_ref().map_or(1, |(_, fields)| *fields);
            read.changes.extend(change.map(|(change, _)| change));
        }
        read
    };
    records.into_iter().map(read).collect()
}

/// Publishes and writes what is staged, and begins anew.
fn settle(
    staged: &mut Staged,
    index: &Index,
    memory: &mut Memory,
    files: &Files,
    spool: Option<&mut Spool>,
) -> Result<(), VaultError> {
    staged.finish(Ground { index, memory, files, spool: spool.as_deref() })?;
    staged.publish(memory);
    staged.write(index)?;
    match spool {
        Some(spool) => staged.spool(spool)?,
        None => staged.write_rows(index)?,
    }
    *staged = Staged::default();
    Ok(())
}
