//! Making a copy, a step at a time, so that changes of the vault are served meanwhile: attachments first, then the journal up to where it was at the
//! beginning, then everything that was written is read again and compared. Only a copy that came through gets its name.

use super::{
    Backup, BackupError, ENDING, Pool, copies,
    file::{Head, PIECE, Reader, Writer, check},
    read, ring, same,
};
use crate::{
    i18n::{Message, key},
    journal::{Damage, Position, Tip, folder, scan, segment},
    store::{
        error::io,
        files::{Files, Look},
        layout::Layout,
        manifest::Manifest,
        replay::Progress,
    },
};
use chrono::Local;
use std::{
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
};

/// A copy that is whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The copy.
    pub backup: Backup,
    /// Whether it was made now; else the newest one held everything already, and was read again.
    pub fresh: bool,
    /// Attachments of the vault that are damaged or gone and of which no copy holds a good one.
    pub lost: usize,
    /// Bytes of all copies of the vault in the folder.
    pub size: u64,
    /// Bytes they may have by the settings; one copy alone may be larger.
    pub limit: u64,
}

impl Made {
    /// The words for the user: what was made, then what else is to be said of it.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        let done = Message::new(if self.fresh { key::BACKUP_DONE } else { key::BACKUP_SAME })
            .with("records", self.backup.records().to_string())
            .with("path", self.backup.path.display().to_string());
        let lost = (self.lost > 0).then(|| Message::new(key::BACKUP_LOST).with("count", self.lost));
        let large = (self.size > self.limit).then(|| {
            Message::new(key::BACKUP_LARGE)
                .with("megabytes", (self.size >> 20).to_string())
                .with("limit", (self.limit >> 20).to_string())
        });
        std::iter::once(done).chain(lost).chain(large).collect()
    }
}

/// A copy on its way. Dropped before its end it leaves nothing but attachments, which the next one uses.
#[derive(Debug)]
pub struct Copying {
    folder: PathBuf,
    journal: PathBuf,
    ours: Files,
    head: Head,
    /// The newest copy, when it holds everything already.
    before: Option<Backup>,
    limit: u64,
    lost: usize,
    stage: Stage,
    done: u64,
    total: u64,
}

#[derive(Debug)]
enum Stage {
    /// Attachments, up to this one.
    Files(usize),
    /// The segment, bytes of it that wait, and how far it is.
    Journal {
        writer: Box<Writer>,
        segment: usize,
        waiting: Vec<u8>,
        offset: usize,
    },
    Again(Box<Reader>),
    Done,
}

impl Copying {
    pub(super) fn begin(
        to: &Path,
        layout: &Layout,
        manifest: &Manifest,
        tip: &Tip,
        limit: u64,
    ) -> Result<Self, BackupError> {
        let journal = layout.journal();
        let there = copies(to, manifest.vault);
        if let Some(newest) = there.last()
            && !scan::holds(&journal, &newest.head.tip)?
        {
            return Err(BackupError::Behind { copy: newest.path.clone(), theirs: newest.records(), ours: tip.records });
        }
        let before = there.last().filter(|newest| same(&newest.head.tip, tip)).cloned();
        let number = there.last().map_or(0, |newest| newest.head.number) + 1;
        let ours = Files::in_vault(layout.dir());
        let head = Head {
            vault: manifest.vault,
            number,
            made: Local::now().fixed_offset(),
            manifest: manifest.text()?,
            tip: tip.clone(),
            segments: segments(&journal, tip)?,
            files: ours.all()?,
        };
        let bytes: u64 = head.segments.iter().map(|(_, bytes)| bytes).sum();
        let total = head.files.iter().map(|(_, bytes)| bytes).sum::<u64>() + 2 * bytes;
        Ok(Self {
            folder: to.to_owned(),
            journal,
            ours,
            head,
            before,
            limit,
            lost: 0,
            stage: Stage::Files(0),
            done: 0,
            total: total.max(1),
        })
    }

    /// How far it is, in bytes.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress { done: self.done.min(self.total), total: self.total }
    }

    /// Takes a step of about a megabyte; what was made, once it is whole.
    ///
    /// # Errors
    /// [`BackupError`]; there is no new copy then, and those there were are as they were.
    pub fn go_on(&mut self) -> Result<Option<Made>, BackupError> {
        match std::mem::replace(&mut self.stage, Stage::Done) {
            Stage::Files(at) if at < self.head.files.len() => {
                self.file(at)?;
                self.stage = Stage::Files(at + 1);
            }
            Stage::Files(_) => self.stage = self.begin_journal()?,
            Stage::Journal { writer, segment, waiting, offset } if offset < waiting.len() => {
                self.stage = self.write(writer, segment, waiting, offset)?;
            }
            Stage::Journal { writer, segment, .. } if segment < self.head.segments.len() => {
                let waiting = self.segment(segment)?;
                self.stage = Stage::Journal { writer, segment: segment + 1, waiting, offset: 0 };
            }
            Stage::Journal { writer, .. } => {
                let path = self.unnamed();
                writer.end().map_err(io(&path))?;
                self.stage = Stage::Again(Box::new(Reader::open(&path).map_err(|_| self.unequal())?));
            }
            Stage::Again(mut reader) if reader.left() > 0 => {
                let piece = reader.next(&self.unnamed(), u64::MAX).map_err(|_| self.unequal())?;
                self.done += piece.len() as u64;
                self.stage = Stage::Again(reader);
            }
            Stage::Again(reader) => {
                let head = reader.finish(&self.unnamed()).map_err(|_| self.unequal())?;
                if head != self.head {
                    return Err(self.unequal());
                }
                return self.give_name().map(Some);
            }
            Stage::Done => return self.made(false).map(Some),
        }
        Ok(None)
    }

    /// Keeps one attachment beside the copies, unless it is there already as it should be.
    fn file(&mut self, at: usize) -> Result<(), BackupError> {
        let Some((hash, bytes)) = self.head.files.get(at) else { return Ok(()) };
        let Pool(theirs) = Pool::within(&self.folder);
        if theirs.look(hash)? != Look::Right {
            match self.ours.read(hash) {
                Ok(Some(content)) => {
                    folder::make(&self.folder).map_err(io(&self.folder))?;
                    theirs.keep(&content)?;
                    Pool(theirs).expect(hash).map_err(|_| self.unequal())?;
                }
                // Damaged or gone in the vault as well: `verify` names it; what there is of everything else is copied.
                Ok(None) | Err(crate::store::VaultError::FileDamaged { .. }) => self.lost += 1,
                Err(error) => return Err(error.into()),
            }
        }
        self.done += bytes;
        Ok(())
    }

    /// After the attachments: the newest copy when it holds everything and is whole, else the file of a new one.
    fn begin_journal(&mut self) -> Result<Stage, BackupError> {
        let Pool(theirs) = Pool::within(&self.folder);
        if self.lost > 0 {
            self.head.files.retain(|(hash, _)| theirs.look(hash).is_ok_and(|look| look == Look::Right));
        }
        if let Some(before) = &self.before
            && check(&before.path).is_ok()
            && self.head.files.iter().all(|file| before.head.files.contains(file))
        {
            return Ok(Stage::Done);
        }
        self.before = None;
        folder::make(&self.folder).map_err(io(&self.folder))?;
        let path = self.unnamed();
        let file = folder::private().write(true).create(true).truncate(true).open(&path).map_err(io(&path))?;
        let writer = Writer::begin(file, &self.head).map_err(io(&path))?;
        Ok(Stage::Journal { writer: Box::new(writer), segment: 0, waiting: Vec::new(), offset: 0 })
    }

    /// The bytes of a segment, which must be whole records from end to end.
    fn segment(&self, at: usize) -> Result<Vec<u8>, BackupError> {
        let Some(&(number, bytes)) = self.head.segments.get(at) else { return Ok(Vec::new()) };
        let path = segment::path(&self.journal, number);
        let mut content = Vec::new();
        let file = File::open(&path).map_err(io(&path))?;
        file.take(bytes).read_to_end(&mut content).map_err(io(&path))?;
        let at = |offset: u64| Position { segment: number, offset };
        match scan::first_harm(&content) {
            Some((offset, harm)) => Err(BackupError::Damaged { damage: Some(Damage { at: at(offset), harm }) }),
            None if content.len() as u64 != bytes => Err(BackupError::Damaged { damage: None }),
            None => Ok(content),
        }
    }

    fn write(
        &mut self,
        mut writer: Box<Writer>,
        segment: usize,
        waiting: Vec<u8>,
        offset: usize,
    ) -> Result<Stage, BackupError> {
        let end = waiting.len().min(offset + PIECE);
        writer.put(&waiting[offset..end]).map_err(io(&self.unnamed()))?;
        self.done += (end - offset) as u64;
        Ok(Stage::Journal { writer, segment, waiting, offset: end })
    }

    fn give_name(&mut self) -> Result<Made, BackupError> {
        let path = self.named();
        fs::rename(self.unnamed(), &path).map_err(io(&path))?;
        folder::sync(&self.folder).map_err(io(&self.folder))?;
        self.before = Some(read(&path)?);
        self.made(true)
    }

    fn made(&self, fresh: bool) -> Result<Made, BackupError> {
        let Some(backup) = self.before.clone() else { return Err(self.unequal()) };
        let size = ring::tidy(&self.folder, self.head.vault, &self.journal, self.limit)?;
        Ok(Made { backup, fresh, lost: self.lost, size, limit: self.limit })
    }

    /// The name of the copy: which vault, which number, which day.
    fn named(&self) -> PathBuf {
        let vault = self.head.vault.simple().to_string();
        let day = self.head.made.format("%Y-%m-%d");
        self.folder.join(format!("{}-{:05}-{day}{ENDING}", &vault[..8], self.head.number))
    }

    /// The same, while it is not whole.
    fn unnamed(&self) -> PathBuf {
        self.named().with_extension("backup.new")
    }

    fn unequal(&self) -> BackupError {
        BackupError::Unequal { path: self.unnamed() }
    }
}

impl Drop for Copying {
    fn drop(&mut self) {
        // What is not whole is no copy. After a crash it stays until the next copy of this number takes its place.
        let _ = fs::remove_file(self.unnamed());
    }
}

/// The segments up to where the journal is, each with its length up to there.
fn segments(journal: &Path, tip: &Tip) -> Result<Vec<(u32, u64)>, BackupError> {
    let mut segments = segment::list(journal)?;
    segments.retain(|(number, _)| *number <= tip.end.segment);
    let gap = (1..).zip(&segments).any(|(wanted, (number, _))| wanted != *number);
    if gap || segments.last().is_none_or(|(number, _)| *number != tip.end.segment) {
        return Err(BackupError::Damaged { damage: None });
    }
    if let Some((_, bytes)) = segments.last_mut() {
        *bytes = tip.end.offset;
    }
    Ok(segments)
}
