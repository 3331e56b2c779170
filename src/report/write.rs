//! Writes a rendered document to a file: to a temporary name in the same folder, synced, renamed; never over an existing file
//! without a word. Knows no format. The only file of `report` that touches the disk.

use crate::{
    domain::ids::RoundId,
    i18n::{Message, key},
    journal::folder,
    text::fold,
};
use chrono::NaiveDate;
use std::{
    ffi::OsString,
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};
use thiserror::Error;

/// What to do about a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Overwrite {
    /// Leave it and say so.
    #[default]
    No,
    /// Replace it: the user has said so.
    Yes,
}

/// Why a file was not written. What stood there before stands there still.
#[derive(Debug, Error)]
pub enum WriteError {
    /// There is a file of that name.
    #[error("{} exists", .0.display())]
    Exists(PathBuf),
    /// The path names a folder, or nothing.
    #[error("{} is no file name", .0.display())]
    NoFile(PathBuf),
    /// The folder to write into is missing.
    #[error("{} is missing", .0.display())]
    NoFolder(PathBuf),
    /// The system refused.
    #[error("{}: {why}", path.display())]
    Io {
        /// The file that was to be written.
        path: PathBuf,
        /// What the system said.
        why: io::Error,
    },
}

impl WriteError {
    /// What happened, what was kept, what to do next.
    #[must_use]
    pub fn message(&self) -> Message {
        let (key, path) = match self {
            Self::Exists(path) => (key::REPORT_FILE_EXISTS, path),
            Self::NoFile(path) => (key::REPORT_NO_FILE_NAME, path),
            Self::NoFolder(path) => (key::REPORT_NO_FOLDER, path),
            Self::Io { path, why } => {
                let message = Message::new(key::REPORT_FILE_NOT_WRITTEN);
                return message.with("path", path.display().to_string()).with("why", why.to_string());
            }
        };
        Message::new(key).with("path", path.display().to_string())
    }
}

/// Writes `content` to `path`, whole or not at all.
///
/// # Errors
/// [`WriteError`]; no partial file is left then, and a file that stood there is untouched.
pub fn write(path: &Path, content: &[u8], overwrite: Overwrite) -> Result<(), WriteError> {
    let Some(name) = path.file_name().filter(|_| !path.is_dir()) else {
        return Err(WriteError::NoFile(path.to_owned()));
    };
    // A link that points nowhere is something there, too.
    if overwrite == Overwrite::No && path.symlink_metadata().is_ok() {
        return Err(WriteError::Exists(path.to_owned()));
    }
    let dir = match path.parent() {
        Some(dir) if !dir.as_os_str().is_empty() => dir,
        _ => Path::new("."),
    };
    if !dir.is_dir() {
        return Err(WriteError::NoFolder(dir.to_owned()));
    }
    let io = |why| WriteError::Io { path: path.to_owned(), why };
    let (mut file, temporary) = create_beside(dir, name).map_err(io)?;
    let written = file.write_all(content).and_then(|()| file.sync_all());
    drop(file);
    let done = written.and_then(|()| fs::rename(&temporary, path)).and_then(|()| folder::sync(dir));
    done.map_err(|why| {
        // Best effort: the error that counts is the first one.
        let _ = fs::remove_file(&temporary);
        io(why)
    })
}

/// Files on their way into a folder: all of them stay once [`Batch::keep`] says so, and none before. What was written goes again with it,
/// and the folder when it was made for it.
#[derive(Debug)]
pub struct Batch {
    folder: PathBuf,
    is_new: bool,
    is_kept: bool,
    written: Vec<PathBuf>,
}

impl Batch {
    /// Into a folder, which is made when it is missing.
    ///
    /// # Errors
    /// [`WriteError`] when it cannot be made.
    pub fn begin(folder: &Path) -> Result<Self, WriteError> {
        let is_new = !folder.exists();
        fs::create_dir_all(folder).map_err(|why| WriteError::Io { path: folder.to_owned(), why })?;
        Ok(Self { folder: folder.to_owned(), is_new, is_kept: false, written: Vec::new() })
    }

    /// Writes one more file; one that is there already is left, and said.
    ///
    /// # Errors
    /// [`WriteError`], as of a single file.
    pub fn put(&mut self, name: &str, content: &[u8]) -> Result<(), WriteError> {
        let path = self.folder.join(name);
        write(&path, content, Overwrite::No)?;
        self.written.push(path);
        Ok(())
    }

    /// How many files are written.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.written.len()
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All of them are written: they stay.
    pub const fn keep(&mut self) {
        self.is_kept = true;
    }
}

impl Drop for Batch {
    fn drop(&mut self) {
        if self.is_kept {
            return;
        }
        for path in self.written.drain(..) {
            // Best effort: a file that somebody took away meanwhile is gone already.
            let _ = fs::remove_file(path);
        }
        if self.is_new {
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

/// A new file of a name nobody uses, in the same folder and so on the same disk.
fn create_beside(folder: &Path, name: &std::ffi::OsStr) -> io::Result<(File, PathBuf)> {
    let mut turn = 0_u32;
    loop {
        // The name may be as long as the system allows: the temporary one must not grow out of it.
        let short: String =
            fold(&name.to_string_lossy()).chars().filter(char::is_ascii_alphanumeric).take(40).collect();
        let temporary = folder.join(OsString::from(format!(".{short}.{}-{turn}.tmp", std::process::id())));
        match OpenOptions::new().write(true).create_new(true).open(&temporary) {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists && turn < 1000 => turn += 1,
            made => return made.map(|file| (file, temporary)),
        }
    }
}

/// `{round}-{unit}-{kind}-{date}.{extension}` in ASCII, safe as a file name on every system, at most 171 bytes.
///
/// `unit` is the unit's code or name, or the place of a roll-up; `kind` the kind of document.
#[must_use]
pub fn file_name(round: &RoundId, unit: &str, kind: &str, day: NaiveDate, extension: &str) -> String {
    let parts = [safe(round.as_str()), safe(unit), safe(kind), day.format("%Y-%m-%d").to_string()];
    format!("{}.{}", parts.join("-"), safe(extension))
}

/// Letters and digits of the folded text, the rest as single hyphens, at most 48 bytes; `x` when nothing is left.
fn safe(part: &str) -> String {
    let mut name = String::new();
    for c in fold(part).chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.len() == 48 {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "x".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day")
    }

    fn names(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).expect("the folder");
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn a_file_is_written_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("báo cáo.txt");
        write(&path, "Nguyễn Thị Ẵm\n".as_bytes(), Overwrite::No).expect("written");
        assert_eq!(fs::read_to_string(&path).expect("the file"), "Nguyễn Thị Ẵm\n");
        assert_eq!(names(folder.path()), ["báo cáo.txt"]);
    }

    #[test]
    fn an_existing_file_is_replaced_only_when_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        write(&path, b"one", Overwrite::No).expect("written");
        let refused = write(&path, b"two", Overwrite::No).expect_err("refused");
        assert!(matches!(refused, WriteError::Exists(_)), "{refused:?}");
        assert_eq!(fs::read(&path).expect("the file"), b"one");
        write(&path, b"two", Overwrite::Yes).expect("replaced");
        assert_eq!(fs::read(&path).expect("the file"), b"two");
        assert_eq!(names(folder.path()), ["a.txt"]);
    }

    #[test]
    fn of_many_files_all_stay_or_none_and_what_was_there_is_not_touched() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("đợt");
        let mut batch = Batch::begin(&place).expect("begun");
        batch.put("a.txt", b"one").expect("written");
        drop(batch);
        assert!(!place.exists(), "neither file nor folder");
        fs::create_dir(&place).expect("a folder");
        fs::write(place.join("b.txt"), b"before").expect("a file");
        let mut batch = Batch::begin(&place).expect("begun");
        batch.put("a.txt", b"one").expect("written");
        assert!(matches!(batch.put("b.txt", b"two"), Err(WriteError::Exists(_))));
        drop(batch);
        assert_eq!(names(&place), ["b.txt"]);
        assert_eq!(fs::read(place.join("b.txt")).expect("the file"), b"before");
        let mut batch = Batch::begin(&place).expect("begun");
        batch.put("a.txt", b"one").expect("written");
        batch.keep();
        drop(batch);
        assert!(place.join("a.txt").exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_that_points_nowhere_counts_as_a_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        std::os::unix::fs::symlink(folder.path().join("nowhere"), &path).expect("a link");
        assert!(matches!(write(&path, b"x", Overwrite::No), Err(WriteError::Exists(_))));
    }

    #[test]
    fn a_folder_and_a_missing_folder_are_refused_by_name() {
        let folder = tempfile::tempdir().expect("a folder");
        assert!(matches!(write(folder.path(), b"x", Overwrite::Yes), Err(WriteError::NoFile(_))));
        let missing = folder.path().join("xa").join("a.txt");
        let refused = write(&missing, b"x", Overwrite::No).expect_err("refused");
        assert!(refused.message().to(crate::domain::lang::Lang::Vi).contains("xa"), "{refused:?}");
    }

    #[test]
    fn a_name_as_long_as_the_system_allows_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("n".repeat(255));
        write(&path, b"x", Overwrite::No).expect("written");
    }

    #[test]
    fn file_names_are_ascii_after_the_pattern() {
        let name = |unit: &str| file_name(&RoundId::from("2023-so-ket"), unit, "báo cáo", day(), "txt");
        assert_eq!(name("904-DU"), "2023-so-ket-904-du-bao-cao-2023-11-15.txt");
        assert_eq!(name("Đảng ủy xã Tân Hiệp A"), "2023-so-ket-dang-uy-xa-tan-hiep-a-bao-cao-2023-11-15.txt");
    }

    #[test]
    fn hostile_names_become_safe_names() {
        let hostile = ["../../etc/passwd", "C:\\CON", "a\0b\n", "", "漢字", "…", &"ơ".repeat(300), "-rf", ".ẩn"];
        for unit in hostile {
            let name = file_name(&RoundId::from("../.."), unit, "report", day(), "txt");
            let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'));
            assert!(plain && name.matches('.').count() == 1 && name.len() <= 171, "{unit:?} gave {name:?}");
            assert!(name.starts_with(|c: char| c.is_ascii_alphanumeric()), "{unit:?} gave {name:?}");
        }
    }
}
