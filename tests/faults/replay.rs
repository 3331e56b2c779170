//! What is on the disk when the power goes: everything that was synced before, and of the rest what the system happened to have written –
//! some sectors of 512 bytes and not others, in any order, the length of a file old or new, a name there or not yet.
//!
//! The model is strict: a file's content is on the disk only after fsync or fdatasync of that file, a name only after fsync of its folder,
//! and `sync_file_range` promises nothing. Within one folder names appear in their order, as every journaling file system does it.

use super::work::Random;
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    os::unix::fs::MetadataExt as _,
    path::Path,
};

const SECTOR: usize = 512;

/// One call of the program, as the recorder wrote it down.
#[derive(Debug, Clone)]
pub enum Call {
    /// A file was opened and made if it was missing.
    Create {
        number: u64,
        path: String,
    },
    Write {
        number: u64,
        at: usize,
        bytes: Vec<u8>,
    },
    Length {
        number: u64,
        length: usize,
    },
    Sync {
        number: u64,
        path: String,
    },
    SyncFailed {
        path: String,
    },
    Rename {
        from: String,
        to: String,
    },
    Link {
        from: String,
        to: String,
    },
    Remove {
        path: String,
    },
    Acknowledged {
        line: String,
    },
}

/// Reads what the recorder wrote.
pub fn calls(log: &Path) -> Vec<Call> {
    let bytes = fs::read(log).expect("the log");
    let mut rest = bytes.as_slice();
    let mut calls = Vec::new();
    while let Some((head, after)) = rest.split_first_chunk::<25>() {
        let wide = |at: usize| u64::from_le_bytes(head[at..at + 8].try_into().expect("eight bytes"));
        let narrow = |at: usize| u32::from_le_bytes(head[at..at + 4].try_into().expect("four bytes")) as usize;
        let (one, two) = (&after[..narrow(17)], &after[narrow(17)..narrow(17) + narrow(21)]);
        rest = &after[one.len() + two.len()..];
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let (number, at) = (wide(1), usize::try_from(wide(9)).expect("small files"));
        match head[0] {
            b'C' => calls.push(Call::Create { number, path: text(one) }),
            b'W' => calls.push(Call::Write { number, at, bytes: one.to_vec() }),
            b'T' => calls.push(Call::Length { number, length: at }),
            b'S' => calls.push(Call::Sync { number, path: text(one) }),
            b'F' => calls.push(Call::SyncFailed { path: text(one) }),
            b'R' => calls.push(Call::Rename { from: text(one), to: text(two) }),
            b'L' => calls.push(Call::Link { from: text(one), to: text(two) }),
            b'U' => calls.push(Call::Remove { path: text(one) }),
            // Folders come with the files in them.
            b'D' => {}
            b'A' => calls.extend(text(one).lines().map(|line| Call::Acknowledged { line: line.to_owned() })),
            other => panic!("the recorder writes no {other}"),
        }
    }
    assert!(rest.is_empty(), "the log is whole");
    calls
}

/// A file: what is on the disk for certain, and what was done to it since.
#[derive(Debug, Clone, Default)]
struct File {
    safe: Vec<u8>,
    since: Vec<Change>,
}

#[derive(Debug, Clone)]
enum Change {
    Write(usize, Vec<u8>),
    Length(usize),
}

/// What happened to the names of a folder.
#[derive(Debug, Clone)]
enum Naming {
    Add(String, usize),
    Move(String, String),
    Remove(String),
}

/// The state of a disk while a program works on it.
#[derive(Debug, Clone, Default)]
pub struct Disk {
    files: Vec<File>,
    /// The system's number of a file, as it is now.
    numbers: HashMap<u64, usize>,
    /// Names as the program sees them.
    seen: BTreeMap<String, usize>,
    /// Names that are on the disk for certain.
    safe: BTreeMap<String, usize>,
    /// What was done to names since, in order, each with the folder that has to be synced.
    namings: Vec<(String, Naming)>,
}

fn folder_of(path: &str) -> String {
    path.rsplit_once('/').map(|(folder, _)| folder.to_owned()).unwrap_or_default()
}

fn put(content: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    content.resize(content.len().max(at + bytes.len()), 0);
    content[at..at + bytes.len()].copy_from_slice(bytes);
}

impl Disk {
    /// The disk as it is: everything in `root` is on it.
    pub fn of(root: &Path) -> Self {
        let mut disk = Self::default();
        disk.take(root, root);
        disk
    }

    fn take(&mut self, root: &Path, folder: &Path) {
        let Ok(entries) = fs::read_dir(folder) else { return };
        for entry in entries {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                self.take(root, &path);
                continue;
            }
            let number = fs::metadata(&path).expect("a file").ino();
            let file = self.add(number, File { safe: fs::read(&path).expect("a file"), since: Vec::new() });
            let name = format!("/{}", path.strip_prefix(root).expect("within").display());
            self.seen.insert(name.clone(), file);
            self.safe.insert(name, file);
        }
    }

    fn add(&mut self, number: u64, file: File) -> usize {
        self.files.push(file);
        self.numbers.insert(number, self.files.len() - 1);
        self.files.len() - 1
    }

    /// Takes in a call; words of an acknowledgement are given back.
    pub fn follow<'a>(&mut self, call: &'a Call) -> Option<&'a str> {
        match call {
            Call::Create { number, path } => {
                if !self.seen.contains_key(path) {
                    let file = self.add(*number, File::default());
                    self.seen.insert(path.clone(), file);
                    self.namings.push((folder_of(path), Naming::Add(path.clone(), file)));
                }
            }
            Call::Write { number, at, bytes } => self.change(*number, Change::Write(*at, bytes.clone())),
            Call::Length { number, length } => self.change(*number, Change::Length(*length)),
            Call::Sync { number, path } => match self.numbers.get(number) {
                Some(file) if self.seen.get(path) == Some(file) => self.sync(*file),
                _ => self.sync_names(path),
            },
            Call::Rename { from, to } => {
                self.move_seen(from, to);
                self.namings.push((folder_of(to), Naming::Move(from.clone(), to.clone())));
            }
            Call::Link { from, to } => {
                if let Some(file) = self.seen.get(from).copied() {
                    self.seen.insert(to.clone(), file);
                    self.namings.push((folder_of(to), Naming::Add(to.clone(), file)));
                }
            }
            Call::Remove { path } => {
                self.seen.remove(path);
                self.namings.push((folder_of(path), Naming::Remove(path.clone())));
            }
            Call::SyncFailed { .. } => {}
            Call::Acknowledged { line } => return Some(line),
        }
        None
    }

    fn change(&mut self, number: u64, change: Change) {
        if let Some(file) = self.numbers.get(&number) {
            self.files[*file].since.push(change);
        }
    }

    fn sync(&mut self, file: usize) {
        let File { safe, since } = &mut self.files[file];
        for change in since.drain(..) {
            match change {
                Change::Write(at, bytes) => put(safe, at, &bytes),
                Change::Length(length) => safe.resize(length, 0),
            }
        }
    }

    fn move_seen(&mut self, from: &str, to: &str) {
        rename(&mut self.seen, from, to);
    }

    /// The names of a folder are on the disk now.
    fn sync_names(&mut self, folder: &str) {
        let namings = std::mem::take(&mut self.namings);
        for (within, naming) in namings {
            if within == folder {
                name(&mut self.safe, &naming);
            } else {
                self.namings.push((within, naming));
            }
        }
    }

    /// What is there after a cut: a folder in `to`.
    pub fn cut(&self, random: &mut Random, to: &Path) {
        let mut names = self.safe.clone();
        let mut stuck: Vec<&str> = Vec::new();
        let calm = random.one_in(4);
        for (folder, naming) in &self.namings {
            // In its folder a name comes only after those before it.
            if stuck.contains(&folder.as_str()) || (!calm && random.one_in(3)) {
                stuck.push(folder);
                continue;
            }
            self::name(&mut names, naming);
        }
        for (name, file) in names {
            let path = to.join(name.trim_start_matches('/'));
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, self.files[file].torn(random)).expect("written");
        }
    }
}

fn rename(names: &mut BTreeMap<String, usize>, from: &str, to: &str) {
    let below = format!("{from}/");
    let moved: Vec<String> = names.keys().filter(|name| *name == from || name.starts_with(&below)).cloned().collect();
    for name in moved {
        if let Some(file) = names.remove(&name) {
            names.insert(format!("{to}{}", &name[from.len()..]), file);
        }
    }
}

fn name(names: &mut BTreeMap<String, usize>, naming: &Naming) {
    match naming {
        Naming::Add(path, file) => {
            names.insert(path.clone(), *file);
        }
        Naming::Move(from, to) => rename(names, from, to),
        Naming::Remove(path) => {
            names.remove(path);
        }
    }
}

impl File {
    /// The file after a cut.
    fn torn(&self, random: &mut Random) -> Vec<u8> {
        let mut content = self.safe.clone();
        let mut latest = self.safe.len();
        // Mostly most of it is there, sometimes nothing, sometimes all.
        let missing = match random.below(4) {
            0 => u64::MAX,
            1 => 1,
            2 => 4,
            _ => 2,
        };
        for change in &self.since {
            match change {
                Change::Length(length) => {
                    latest = *length;
                    if missing == u64::MAX || random.one_in(2) {
                        content.resize(*length, 0);
                    }
                }
                Change::Write(at, bytes) => {
                    latest = latest.max(at + bytes.len());
                    let mut begin = 0;
                    while begin < bytes.len() {
                        let end = bytes.len().min((at + begin) / SECTOR * SECTOR + SECTOR - at);
                        let there = missing == u64::MAX || !random.one_in(missing + 1);
                        if there && missing != 1 {
                            put(&mut content, at + begin, &bytes[begin..end]);
                        }
                        begin = end;
                    }
                }
            }
        }
        // The length is the old one or the new one, whatever of the content is there.
        match random.below(3) {
            0 => content.truncate(self.safe.len()),
            1 => content.resize(latest, 0),
            _ => {}
        }
        content
    }
}
