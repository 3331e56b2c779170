//! A vault from a copy: beside, in a folder of its own, never over something. What the damaged vault still holds of later records comes with it, as
//! far as it follows on the copy without a gap.

use super::{
    BackupError, Pool,
    file::{Reader, check},
    newest_whole,
};
use crate::{
    journal::{self, Found, JournalError, Tip, chain::Link, folder, segment},
    store::{error::io, files::Files, layout::Layout, manifest::Manifest},
};
use std::{
    fs::{self, File},
    io::{Read as _, Seek as _, SeekFrom, Write as _},
    path::{Path, PathBuf},
};
use uuid::Uuid;

/// A vault that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The copy it came from.
    pub from: PathBuf,
    /// Records of the copy.
    pub records: u64,
    /// Records after the copy that the damaged vault still held.
    pub later: u64,
    /// Attachments that neither the copy nor the vault holds as they were.
    pub lost: Vec<String>,
}

/// Makes a vault in `to` (missing or empty) from the copy `from`, or from the newest whole one in the folder `from`. Of the vault in `vault`, when the
/// copy is of it, later records and attachments are taken over as far as they are sound; nothing there is changed.
///
/// # Errors
/// [`BackupError`]; nothing was restored then, and nothing is left in `to`.
pub fn restore(from: &Path, to: &Path, vault: Option<&Path>) -> Result<Restored, BackupError> {
    let from = &if from.is_dir() { newest(from)? } else { from.to_owned() };
    check(from)?;
    if to.exists() && !super::entries(to)?.is_empty() || to.is_file() {
        return Err(BackupError::NotEmpty { path: to.to_owned() });
    }
    let name = to.file_name().unwrap_or_default().to_string_lossy();
    let beside = to.with_file_name(format!(".{name}.{}", Uuid::new_v4().simple()));
    let done = write(from, &beside, vault).and_then(|restored| {
        fs::rename(&beside, to).map_err(io(to))?;
        to.parent().filter(|parent| !parent.as_os_str().is_empty()).map_or(Ok(()), folder::sync).map_err(io(to))?;
        Ok(restored)
    });
    if done.is_err() {
        // Best effort: it has a name of its own and is in nobody's way.
        let _ = fs::remove_dir_all(&beside);
    }
    done
}

/// The newest whole copy in a folder, of whichever vault.
fn newest(folder: &Path) -> Result<PathBuf, BackupError> {
    let mut all: Vec<_> = super::named(folder).iter().filter_map(|path| super::read(path).ok()).collect();
    all.sort_by_key(|copy| (copy.made(), copy.head.number));
    newest_whole(all).map(|copy| copy.path).ok_or_else(|| BackupError::NoBackup { path: folder.to_owned() })
}

fn write(from: &Path, dir: &Path, vault: Option<&Path>) -> Result<Restored, BackupError> {
    let layout = Layout::at(dir);
    layout.make()?;
    let journal = layout.journal();
    folder::make(&journal).map_err(io(&journal))?;
    let mut reader = Reader::open(from)?;
    for (number, bytes) in reader.head.segments.clone() {
        let path = segment::path(&journal, number);
        let mut file = folder::private().write(true).create_new(true).open(&path).map_err(io(&path))?;
        let mut left = bytes;
        while left > 0 {
            let piece = reader.next(from, left)?;
            file.write_all(&piece).map_err(io(&path))?;
            left -= piece.len() as u64;
        }
        file.sync_all().map_err(io(&path))?;
    }
    let head = reader.finish(from)?;
    let damaged = vault.filter(|dir| Manifest::read(dir).map_or(true, |found| found.vault == head.vault));
    let later = damaged.map_or(Ok(0), |damaged| take_later(&Layout::at(damaged).journal(), &journal, &head.tip))?;
    let lost = take_files(from, &head.files, damaged, dir)?;
    folder::sync(&journal).map_err(io(&journal))?;
    let path = dir.join("vault.toml");
    let manifest = Manifest::of_text(&head.manifest, &path)?.for_another_device();
    manifest.write(dir)?;
    Ok(Restored { from: from.to_owned(), records: head.tip.records, later, lost })
}

/// Appends the records of the damaged journal that follow on `tip` in one unbroken chain, up to the first that is not whole.
fn take_later(damaged: &Path, ours: &Path, tip: &Tip) -> Result<u64, BackupError> {
    let mut chain = tip.chain.clone();
    let mut end = tip.end;
    let mut later = 0;
    let mut broken = false;
    let scanned = journal::scan(damaged, tip.clone(), |found: Found| {
        let follows = found.at == end || found.at.segment == end.segment + 1 && found.at.offset == 0;
        broken = broken || !follows || chain.follow(&found.read.record, found.hash) != Link::Next;
        if broken {
            return Ok(());
        }
        later += 1;
        end = found.end;
        Ok::<(), JournalError>(())
    });
    // A journal that is gone, or that a newer program wrote on, gives nothing.
    if scanned.is_err() || later == 0 {
        return Ok(0);
    }
    for number in tip.end.segment..=end.segment {
        let (begin, path) =
            (if number == tip.end.segment { tip.end.offset } else { 0 }, segment::path(damaged, number));
        let mut bytes = Vec::new();
        let mut file = File::open(&path).map_err(io(&path))?;
        file.seek(SeekFrom::Start(begin)).map_err(io(&path))?;
        if number == end.segment {
            file.take(end.offset.saturating_sub(begin)).read_to_end(&mut bytes).map_err(io(&path))?;
        } else {
            file.read_to_end(&mut bytes).map_err(io(&path))?;
        }
        let path = segment::path(ours, number);
        let mut file = folder::private().append(true).create(true).open(&path).map_err(io(&path))?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(io(&path))?;
    }
    Ok(later)
}

/// Takes the attachments over: those of the copy, and of the damaged vault those that are as their hash says.
fn take_files(
    from: &Path,
    named: &[(String, u64)],
    damaged: Option<&Path>,
    dir: &Path,
) -> Result<Vec<String>, BackupError> {
    let ours = Files::in_vault(dir);
    let Pool(pool) = Pool::beside(from);
    let theirs = damaged.map(Files::in_vault);
    let mut hashes: Vec<String> = named.iter().map(|(hash, _)| hash.clone()).collect();
    if let Some(theirs) = &theirs {
        hashes.extend(theirs.all()?.into_iter().map(|(hash, _)| hash));
    }
    hashes.sort_unstable();
    hashes.dedup();
    let mut lost = Vec::new();
    for hash in hashes {
        let sound = |files: &Files| files.read(&hash).ok().flatten();
        match sound(&pool).or_else(|| theirs.as_ref().and_then(sound)) {
            Some(content) => {
                ours.keep(&content)?;
            }
            None => lost.push(hash),
        }
    }
    Ok(lost)
}
