//! What workers do to a vault until they are stopped, and what they say of it: each thing that is durable is acknowledged in one line, on
//! the pipe and – for the recorder – in a file, in the order in which it happened. And the other side: whether a vault has what was acknowledged.

use super::{
    preload::{FOLDER, WORK},
    samples::*,
};
use std::{
    collections::BTreeMap,
    fs::OpenOptions,
    io::Write as _,
    path::{Path, PathBuf},
};
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::Reopening,
        unit::Unit,
    },
    i18n::{Lang, Message},
    store::{CommitError, Opened, Vault, VaultError},
};

pub const INSPECTIONS: u64 = 4;
pub const ITEMS: u64 = 12;
/// Units of one import.
const BATCH: u128 = 40;
/// The inspection that is signed and opened again.
const SIGNED: u128 = 9;

/// Where the answer number `number` goes: an inspection and an item of it.
pub fn target(number: u64) -> (u128, usize) {
    let place = usize::try_from(number / INSPECTIONS % ITEMS).expect("small");
    (u128::from(number % INSPECTIONS) + 1, place)
}

/// A vault in which workers can begin: everything planned, nothing answered.
pub fn prepared() -> Sample {
    prepared_in(tempfile::tempdir_in(quick_folder()).expect("a folder"))
}

fn prepared_in(home: tempfile::TempDir) -> Sample {
    let mut vault = Vault::create(&home.path().join("kho"), None).expect("a vault");
    let programme = programme(&mut vault);
    plan_all(&mut vault, &programme).expect("planned");
    Sample { home, vault: None, programme }
}

fn plan_all(vault: &mut Vault, programme: &str) -> Result<(), CommitError> {
    let mut changes = vec![Change::Unit(unit(1)), Change::Round(round())];
    changes.extend((1..=u128::from(INSPECTIONS)).chain([SIGNED]).map(|number| plan(number, programme)));
    vault.commit(ACTOR, changes).map(|_| ())
}

/// The words of a failure, in both languages.
pub fn both(message: &Message) -> String {
    format!("{} | {}", message.to(Lang::Vi), message.to(Lang::En))
}

/// Says a line on the pipe, and to the recorder.
struct Mouth(Option<std::fs::File>);

impl Mouth {
    fn open() -> Self {
        let path = std::env::var_os("THUCCHAT_FAULT_ACKS");
        Self(
            path.map(|path| {
                OpenOptions::new().append(true).create(true).open(path).expect("the file of acknowledgements")
            }),
        )
    }

    fn say(&mut self, line: &str) {
        let mut out = std::io::stdout();
        writeln!(out, "\n:{line}").and_then(|()| out.flush()).expect("the parent listens");
        if let Some(file) = &mut self.0 {
            file.write_all(format!("{line}\n").as_bytes()).expect("written");
        }
    }
}

/// Not a test of its own: as a child process it works until it is done, or is killed.
#[test]
fn worker() {
    let Some(work) = std::env::var_os(WORK) else { return };
    let home = PathBuf::from(std::env::var_os(FOLDER).expect("a folder"));
    let work = work.into_string().expect("plain words");
    let (what, times) = work.split_once(':').unwrap_or((&work, ""));
    let times = times.parse().unwrap_or(u64::MAX);
    let mut mouth = Mouth::open();
    mouth.say("opening");
    if what == "tour" {
        return super::errors::tour(&home, &mut |line| mouth.say(line));
    }
    let dir = home.join("kho");
    if what == "create" {
        let mut vault = Vault::create(&dir, None).expect("a vault");
        let programme = programme(&mut vault);
        plan_all(&mut vault, &programme).expect("planned");
        mouth.say("planned");
    }
    let mut vault = Vault::open(&dir).map(|Opened { vault, .. }| vault).expect("the worker opens the vault");
    mouth.say("opened");
    let begin = vault.info().expect("info").records;
    for number in (begin..).take(usize::try_from(times).unwrap_or(usize::MAX)) {
        answer(&mut vault, number).expect("a kept answer");
        mouth.say(&format!("answer {number}"));
        match what {
            "import" => import(&mut vault, number, &mut mouth),
            "rebuild" => {
                vault.rebuild(&mut |_| {}).expect("a rebuild");
            }
            "backup" => {
                let made = vault.back_up(&vault.backup_folder()).expect("a backup");
                mouth.say(&format!("backup {} {}", made.backup.records(), made.backup.path.display()));
            }
            "sign" => sign(&mut vault, number, &mut mouth),
            "files" => attach(&mut vault, number, &mut mouth),
            _ => {}
        }
    }
}

/// One user action of three changes: all of them are there or none.
pub fn answer(vault: &mut Vault, number: u64) -> Result<u64, CommitError> {
    let (inspection, place) = target(number);
    let seconds = u32::try_from(number).expect("few answers");
    let changes = vec![
        change(inspection, rate(place, (number % 5) as u8)),
        change(inspection, Edit::Note(item(place), format!("{HOSTILE} {number}"))),
        change(inspection, Edit::Timing(item(place), seconds, None)),
    ];
    vault.commit(ACTOR, changes).map(|done| done.seq)
}

fn import(vault: &mut Vault, number: u64, mouth: &mut Mouth) {
    let unit = |place: u128| Unit { note: format!("lần {number}"), ..unit(100 + place) };
    vault.commit(ACTOR, (0..BATCH).map(|place| Change::Unit(unit(place))).collect()).expect("imported");
    mouth.say(&format!("import {number}"));
}

/// A signature, or – every second time – its reopening.
fn sign(vault: &mut Vault, number: u64, mouth: &mut Mouth) {
    let signed = vault.summary(id(SIGNED)).expect("planned").signed_at.is_some();
    let edit = if signed {
        let at = time("2023-10-12T10:20:00+07:00");
        Edit::Reopen(Reopening { signed: sign_off(), by: ACTOR.into(), at, why: format!("lần {number}") })
    } else {
        Edit::SignOff(sign_off())
    };
    vault.commit(ACTOR, vec![change(SIGNED, edit)]).expect("signed");
    let versions = versions(vault);
    mouth.say(&format!("signed {versions}"));
}

/// How often it was opened again, twice, and one more when it is signed: it only goes up.
fn versions(vault: &Vault) -> u64 {
    let summary = vault.summary(id(SIGNED)).expect("planned");
    2 * u64::from(summary.version) + u64::from(summary.signed_at.is_some())
}

fn attach(vault: &mut Vault, number: u64, mouth: &mut Mouth) {
    let file = vault.attach("anh.jpg", format!("{HOSTILE} {number}").repeat(60).as_bytes()).expect("kept");
    let piece = thucchat::domain::evidence::Evidence { file: Some(file.clone()), ..evidence() };
    vault
        .commit(ACTOR, vec![change(1, Edit::Evidence(format!("V-{number}").as_str().into(), Some(piece)))])
        .expect("kept");
    mouth.say(&format!("file {}", file.hash));
}

/// What a worker acknowledged.
#[derive(Debug, Clone, Default)]
pub struct Acked {
    answers: BTreeMap<(u128, usize), u64>,
    import: Option<u64>,
    signed: u64,
    backups: Vec<(u64, PathBuf)>,
    files: Vec<String>,
    pub opened: bool,
    pub planned: bool,
    pub count: u64,
}

impl Acked {
    /// Nothing yet; in a vault where everything is planned, or where that is still to be acknowledged.
    pub fn when(planned: bool) -> Self {
        Self { planned, ..Self::default() }
    }

    /// Takes in a line of a worker.
    pub fn hear(&mut self, line: &str) {
        let mut words = line.split_whitespace();
        let what = words.next().unwrap_or_default();
        let rest = words.next().unwrap_or_default();
        let number = || rest.parse::<u64>().expect("a number");
        match what {
            "opened" => self.opened = true,
            "planned" => self.planned = true,
            "answer" => {
                self.answers.insert(target(number()), number());
            }
            "import" => self.import = Some(number()),
            "signed" => self.signed = number(),
            "backup" => self.backups.push((number(), PathBuf::from(words.next().expect("a path")))),
            "file" => self.files.push(rest.to_owned()),
            _ => return,
        }
        self.count += 1;
    }

    /// What of it a vault does not have, or has by half; empty when nothing is lost.
    pub fn missing_in(&self, vault: &Vault, home: &Path) -> Vec<String> {
        let mut wrong = Vec::new();
        for inspection in 1..=u128::from(INSPECTIONS) {
            self.check_answers(vault, inspection, &mut wrong);
        }
        let notes: Vec<&str> =
            vault.units().iter().map(|unit| unit.note.as_str()).filter(|note| !note.is_empty()).collect();
        let batch =
            notes.first().and_then(|note| note.strip_prefix("lần ")).and_then(|number| number.parse::<u64>().ok());
        if !(notes.is_empty() || notes.len() as u128 == BATCH && notes.iter().all(|note| *note == notes[0])) {
            wrong.push("half an import".into());
        }
        if self.import > batch {
            wrong.push(format!("import {:?} is lost: {batch:?}", self.import));
        }
        if vault.summary(id(SIGNED)).is_some_and(|_| versions(vault) < self.signed) {
            wrong.push(format!("signature {} is lost", self.signed));
        }
        for hash in &self.files {
            if !vault.attached(hash).is_ok_and(|content| content.is_some()) {
                wrong.push(format!("the file {hash} is lost"));
            }
        }
        wrong.extend(self.check_backups(vault, home));
        wrong
    }

    fn check_answers(&self, vault: &Vault, inspection: u128, wrong: &mut Vec<String>) {
        let sheet = match vault.inspection(id(inspection)) {
            Ok(Some(sheet)) => sheet,
            Ok(None) if !self.planned && self.answers.is_empty() => return,
            other => return wrong.push(format!("inspection {inspection}: {other:?}")),
        };
        for place in 0..usize::try_from(ITEMS).expect("small") {
            let entry = sheet.entries.get(&item(place)).cloned().unwrap_or_default();
            let number = u64::from(entry.seconds);
            if self.answers.get(&(inspection, place)).is_some_and(|acknowledged| number < *acknowledged) {
                wrong.push(format!("answer {:?} is lost: {number}", self.answers.get(&(inspection, place))));
            }
            let level = entry.level().map(|level| u64::from(level.get()));
            let whole = number == 0 && entry.note.is_empty() && level.is_none()
                || target(number) == (inspection, place)
                    && entry.note == format!("{HOSTILE} {number}")
                    && level == Some(number % 5);
            if !whole {
                wrong.push(format!("half an action: {entry:?}"));
            }
        }
    }

    /// Of the copies that were acknowledged the newest must be whole, and there must be no copy that is not.
    fn check_backups(&self, vault: &Vault, home: &Path) -> Vec<String> {
        let mut wrong = Vec::new();
        let Some((records, _)) = self.backups.last() else { return wrong };
        let copies = vault.backups(&home.join("kho/backups"));
        for copy in &copies {
            if let Err(error) = copy.verify() {
                wrong.push(format!("{}: {error}", copy.path.display()));
            }
        }
        if copies.last().is_none_or(|copy| copy.records() < *records) {
            wrong.push(format!("the backup of {records} records is lost"));
        }
        wrong
    }
}

/// Opens a vault; the words of what was wrong when it does not open.
pub fn open(dir: &Path) -> Result<Opened, VaultError> {
    Vault::open(dir)
}

/// A small generator with a seed, so that a failing run can be had again.
#[derive(Debug, Clone)]
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Mixed, because neighbouring seeds would walk side by side.
        let mut mixed = self.0 ^ (self.0 >> 33);
        mixed = mixed.wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^= mixed >> 33;
        mixed % limit.max(1)
    }

    pub fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }
}

/// How often a test does what it does: the number of the issue, or so many times that by `THUCCHAT_FAULTS`.
pub fn times(number: u64) -> u64 {
    number * std::env::var("THUCCHAT_FAULTS").ok().and_then(|times| times.parse().ok()).unwrap_or(1)
}
