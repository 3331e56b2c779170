//! The summaries once more, many in one value, so that an opening reads tens of values in place of tens of thousands. Only a faster
//! way to what [`Shelf::Summaries`] holds: without a mirror that one is read, and the content hash is said of that one alone. `verify`
//! compares what came out of the mirror too.
//!
//! What changes after the mirror was made stands loose beside it ([`Shelf::Loose`]), so that an action writes one small row and never a
//! pack; an opening that finds too many of these makes the mirror anew. The mark is taken away first and written last: a crash on the way
//! leaves no mirror, never half a one.

use super::{
    index::{Index, IndexError, Key, MARK, Row, Shelf},
    kept::{Kept, Known},
};
use crate::domain::{ids::InspectionId, summary::Summary};
use std::{collections::HashMap, sync::Arc};

/// Summaries of one pack: some hundred kilobytes, which is what reading needs at once beside the result.
const PACK: usize = 1_000;

/// Loose rows, or rows without any mirror, from which an opening makes the mirror anew; reading fewer takes some milliseconds.
const MANY: usize = 1_000;

/// The summaries as the memory holds them.
type Rows = HashMap<InspectionId, Row<Arc<Summary>>>;

/// Reads every summary: from the mirror and what stands loose beside it, or one by one where there is no mirror.
pub(super) fn load(index: &Index) -> Result<Rows, IndexError> {
    let mut rows = Rows::new();
    let mut known = Known::default();
    let Some((packs, summaries)) = index.get::<(u32, u64)>(Shelf::Mirror, MARK)? else {
        index.each_bytes(Shelf::Summaries, |_, bytes| put(&mut rows, Kept::read(bytes, &mut known)?))?;
        return Ok(rows);
    };
    rows.reserve(usize::try_from(summaries).unwrap_or(0).min(1 << 20));
    for number in 1..=packs {
        let bytes = index.bytes(Shelf::Mirror, key(number))?.ok_or_else(|| IndexError("a pack is missing".into()))?;
        Kept::read_many(&bytes, &mut known, |row| put(&mut rows, row))?;
    }
    index.each_bytes(Shelf::Loose, |_, bytes| put(&mut rows, Kept::read(bytes, &mut known)?))?;
    Ok(rows)
}

#[expect(clippy::unnecessary_wraps, reason = "what reads a shelf may fail at any of its rows")]
fn put(rows: &mut Rows, row: Row<Arc<Summary>>) -> Result<(), IndexError> {
    rows.insert(row.value.id, row);
    Ok(())
}

/// Makes the mirror, or makes it anew, when that saves the next opening much.
pub(super) fn refresh(index: &Index, all: &Rows) -> Result<(), IndexError> {
    let many = match index.loose() {
        Some(loose) => loose >= MANY,
        None => all.len() >= MANY,
    };
    if many { make(index, all) } else { Ok(()) }
}

/// Makes the mirror of all summaries.
pub(super) fn make(index: &Index, all: &Rows) -> Result<(), IndexError> {
    index.clear(Shelf::Mirror)?;
    index.clear(Shelf::Loose)?;
    let mut rows: Vec<(&InspectionId, &Row<Arc<Summary>>)> = all.iter().collect();
    rows.sort_unstable_by_key(|(id, _)| **id);
    let mut packs = 0;
    for pack in rows.chunks(PACK) {
        packs += 1;
        let kept: Vec<Kept> = pack.iter().map(|(_, row)| Kept::of(row)).collect();
        index.put(Shelf::Mirror, key(packs), &kept)?;
    }
    index.put(Shelf::Mirror, MARK, &(packs, rows.len() as u64))?;
    index.mirrored();
    Ok(())
}

fn key(number: u32) -> Key {
    let mut key = [0; 16];
    key[..4].copy_from_slice(&number.to_be_bytes());
    key
}
