//! Which copies stay: the newest of each of the last [`DAYS`] days and of the last [`WEEKS`] weeks that have one, less when they are larger than the
//! settings allow; the newest always. And only what the newest holds as well may go.

use super::{Backup, Pool, copies, named, read};
use crate::{
    journal::scan::holds,
    store::{VaultError, error::io, files::Files},
};
use chrono::Datelike as _;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use uuid::Uuid;

/// Days of which the newest copy stays.
pub const DAYS: usize = 7;

/// Weeks (from Monday) of which the newest copy stays.
pub const WEEKS: usize = 4;

/// The numbers of the copies that stay, by days and weeks. `copies` are oldest first; days are counted in the order in which copies were
/// made, so that a clock that was set back costs nothing.
fn stay(copies: &[Backup]) -> BTreeSet<u64> {
    let (mut days, mut weeks) = (BTreeSet::new(), BTreeSet::new());
    let mut stay = BTreeSet::new();
    for copy in copies.iter().rev() {
        let day = copy.made().date_naive();
        let week = (day.iso_week().year(), day.iso_week().week());
        let of_day = days.len() < DAYS && days.insert(day);
        let of_week = weeks.len() < WEEKS && weeks.insert(week);
        if of_day || of_week {
            stay.insert(copy.head.number);
        }
    }
    stay
}

/// Takes copies of `vault` out of `folder` that are not in the ring, then the oldest ones while they are larger than `limit` bytes together; then
/// attachments that no copy names. The journal in `journal` is what the newest copy holds. Gives how many bytes are left.
pub(super) fn tidy(folder: &Path, vault: Uuid, journal: &Path, limit: u64) -> Result<u64, VaultError> {
    let mut left = copies(folder, vault);
    let stay = stay(&left);
    let goes = |copy: &Backup| -> Result<bool, VaultError> {
        if !holds(journal, &copy.head.tip)? {
            return Ok(false);
        }
        fs::remove_file(&copy.path).map_err(io(&copy.path))?;
        Ok(true)
    };
    let mut kept = Vec::new();
    for copy in left {
        if stay.contains(&copy.head.number) || !goes(&copy)? {
            kept.push(copy);
        }
    }
    left = kept;
    let mut oldest = 0;
    while size(&left) > limit && oldest + 1 < left.len() {
        if goes(&left[oldest])? {
            left.remove(oldest);
        } else {
            oldest += 1;
        }
    }
    sweep(folder)?;
    Ok(size(&left))
}

/// The size of copies with the attachments they name, each counted once.
fn size(copies: &[Backup]) -> u64 {
    let files: BTreeMap<&str, u64> =
        copies.iter().flat_map(|copy| &copy.head.files).map(|(hash, bytes)| (hash.as_str(), *bytes)).collect();
    copies.iter().map(|copy| copy.bytes).sum::<u64>() + files.values().sum::<u64>()
}

/// Removes attachments that no copy in the folder names, of whichever vault. While a copy cannot be read nobody knows what it names, and
/// everything stays.
fn sweep(folder: &Path) -> Result<(), VaultError> {
    let mut wanted = BTreeSet::new();
    for path in named(folder) {
        match read(&path) {
            Ok(copy) => wanted.extend(copy.head.files.into_iter().map(|(hash, _)| hash)),
            Err(_) => return Ok(()),
        }
    }
    let Pool(files): Pool = Pool::within(folder);
    for (hash, _) in Files::all(&files)? {
        if let Some(path) = files.path(&hash).filter(|_| !wanted.contains(&hash)) {
            fs::remove_file(&path).map_err(io(&path))?;
        }
    }
    Ok(())
}
