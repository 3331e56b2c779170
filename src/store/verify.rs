//! Looks at everything a vault holds: every record and chain, every file, and whether the index is what the journal says.

use super::{
    Vault, VaultError,
    codec::Key as _,
    files::{Look, size},
    index::{Index, Shelf},
    memory::Memory,
    packed::Pack,
    packs,
    replay::{Progress, Replayed, build, lacks},
    sheet::Sheet,
    unit_row,
};
use crate::{
    i18n::{Message, key},
    journal::{Damage, segment},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What a vault holds, in numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Info {
    /// Records of the journal.
    pub records: u64,
    /// Segments of the journal.
    pub segments: usize,
    /// Size of the journal.
    pub journal_bytes: u64,
    /// Size of the index.
    pub index_bytes: u64,
    /// Size of the attached files and programmes.
    pub files_bytes: u64,
    /// Rows of units, of all periods.
    pub units: usize,
    /// Rounds.
    pub rounds: usize,
    /// Inspections.
    pub inspections: usize,
    /// Programme versions.
    pub programmes: usize,
    /// Hash of the newest record, 64 hexadecimal digits.
    pub head: String,
    /// Hash of everything the program reads, 64 hexadecimal digits, whatever sled made of it on disk.
    pub content_hash: String,
    /// Parts that a newer program wrote: kept, not shown.
    pub unknown: u64,
    /// The fixed day of a practice vault.
    pub practice: Option<NaiveDate>,
    /// Whether it is open for reading only.
    pub read_only: bool,
}

/// What a look at everything found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyReport {
    /// Records read.
    pub records: u64,
    /// Segments read.
    pub segments: usize,
    /// What is wrong in the journal, in order.
    pub damage: Vec<Damage>,
    /// Files whose hash is right.
    pub files: usize,
    /// Hashes of files whose content has changed.
    pub files_damaged: Vec<String>,
    /// Hashes of files that the records name and the vault does not hold.
    pub files_missing: Vec<String>,
    /// Whether the index is the same as one rebuilt from the journal.
    pub index_same: bool,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.damage.is_empty() && self.files_damaged.is_empty() && self.files_missing.is_empty() && self.index_same
    }

    /// What was found, one line each.
    #[must_use]
    pub fn lines(&self) -> Vec<Message> {
        let mut lines: Vec<Message> = self.damage.iter().map(Damage::message).collect();
        if lines.is_empty() {
            let records = Message::new(key::STORE_VERIFY_RECORDS).with("records", self.records.to_string());
            lines.push(records.with("segments", self.segments.to_string()));
        }
        let file = |key, hash: &String| Message::new(key).with("hash", hash);
        lines.extend(self.files_missing.iter().map(|hash| file(key::STORE_VERIFY_FILE_MISSING, hash)));
        lines.extend(self.files_damaged.iter().map(|hash| file(key::STORE_VERIFY_FILE_DAMAGED, hash)));
        if self.files_missing.is_empty() && self.files_damaged.is_empty() {
            lines.push(Message::new(key::STORE_VERIFY_FILES).with("files", self.files.to_string()));
        }
        if self.index_same {
            lines.push(Message::new(key::STORE_VERIFY_INDEX_SAME));
        } else if lacks(&self.damage) {
            lines.push(Message::new(key::STORE_REBUILD_REFUSED));
        } else {
            lines.push(Message::new(key::STORE_VERIFY_INDEX_DIFFERS));
        }
        lines
    }
}

impl Vault {
    /// What the vault holds, in numbers. Reads the whole index.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn info(&self) -> Result<Info, VaultError> {
        let content_hash = self.content_hash()?;
        let segments = segment::list(&self.layout.journal())?;
        Ok(Info {
            records: self.journal.tip().records,
            segments: segments.len(),
            journal_bytes: segments.iter().map(|(_, bytes)| bytes).sum(),
            index_bytes: size(&self.layout.index()),
            files_bytes: size(&self.layout.files()),
            units: self.memory.units.len(),
            rounds: self.memory.rounds.len(),
            inspections: self.memory.summaries.len() + self.memory.summaries.second_looks().count(),
            programmes: self.memory.versions.len(),
            head: self.head(),
            content_hash,
            unknown: self.applied.borrow().unknown,
            practice: self.practice(),
            read_only: self.is_read_only(),
        })
    }

    /// BLAKE3 over everything the program reads, in the order of shelves and keys: two vaults with the same journal have the
    /// same one, whatever sled made of it on disk.
    ///
    /// # Errors
    /// [`VaultError`].
    pub fn content_hash(&self) -> Result<String, VaultError> {
        self.indexed(content_hash)
    }

    /// Reads every record, every chain and every file, and compares the index with one rebuilt from the journal. Repairs
    /// nothing.
    ///
    /// # Errors
    /// [`VaultError`] when the look itself cannot be had.
    pub fn verify(&self, progress: &mut dyn FnMut(Progress)) -> Result<VerifyReport, VaultError> {
        let fresh = build(&self.layout, &self.files, self.manifest.vault, progress)?;
        let wanted = content_hash(&fresh.index)?;
        // Without healing: a damaged index is what this is to find.
        let same =
            self.index.borrow().as_ref().is_some_and(|index| content_hash(index).is_ok_and(|hash| hash == wanted));
        let damage = fresh.scan.damage.clone();
        let records = fresh.applied.tip.records;
        let named = named_files(&fresh)?;
        drop(fresh);
        self.layout.clear_fresh()?;
        let mut report = VerifyReport {
            records,
            segments: segment::list(&self.layout.journal())?.len(),
            damage,
            files: 0,
            files_damaged: Vec::new(),
            files_missing: Vec::new(),
            index_same: same,
        };
        let kept = self.files.all()?.into_iter().map(|(hash, _)| hash);
        for hash in named.into_iter().chain(kept).collect::<BTreeSet<_>>() {
            match self.files.look(&hash)? {
                Look::Right => report.files += 1,
                Look::Damaged => report.files_damaged.push(hash),
                Look::Missing => report.files_missing.push(hash),
            }
        }
        Ok(report)
    }
}

/// The files that programme versions and pieces of evidence name.
fn named_files(replayed: &Replayed) -> Result<BTreeSet<String>, VaultError> {
    let mut named: BTreeSet<String> = replayed.memory.versions.keys().cloned().collect();
    replayed.index.each(Shelf::Sheets, |sheet: Sheet| {
        let evidence = sheet.inspection.evidence.into_values();
        named.extend(evidence.filter_map(|evidence| evidence.file).map(|file| file.hash));
    })?;
    Ok(named)
}

fn content_hash(index: &Index) -> Result<String, VaultError> {
    let mut hasher = blake3::Hasher::new();
    for (shelf, name) in Shelf::plain() {
        hasher.update(&name.key());
        index.each_bytes(shelf, |key, bytes| {
            hasher.update(key).update(&(bytes.len() as u64).to_be_bytes()).update(bytes);
            Ok(())
        })?;
    }
    // Summaries and units row by row, whichever of them are packed.
    let mut put = |name: &str, bytes: &[u8]| {
        hasher.update(&name.key()).update(&(bytes.len() as u64).to_be_bytes()).update(bytes);
    };
    let summaries = packs::summaries(index)?;
    for (at, summary) in summaries.rows().into_iter().chain(summaries.second_rows()) {
        put("summary", &Pack::write(&[(at, summary)])?);
    }
    let mut units = Memory::default();
    let (packed, loose) = packs::units(index)?;
    units.put_units(packed.into_iter().flatten().chain(loose));
    for row in units.unit_rows() {
        put("unit", &unit_row::write(&[&row])?);
    }
    Ok(hasher.finalize().to_hex().to_string())
}
