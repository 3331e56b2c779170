//! Bits flip, files are cut off, pages are zeroed. Nobody sees a wrong value and nothing panics: what is damaged is named, everything else is there,
//! and a rebuild or a backup brings all of it back.

use super::{
    samples::*,
    work::{Random, both, open, times},
};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    thread,
};
use tempfile::TempDir;
use thucchat::{
    domain::{
        draft::{Draft, Typed},
        edit::{Change, Edit},
        evidence::Evidence,
        inspection::Inspection,
    },
    store::{Opened, Vault, VaultError, newest_in, restore},
};

const INSPECTIONS: u128 = 12;

/// A closed vault with something of everything, and what it shows.
struct Known {
    home: TempDir,
    shows: Shows,
    content: String,
    files: BTreeMap<String, Vec<u8>>,
    drafts: Vec<Draft>,
}

/// What a person can see of a vault.
#[derive(Debug, Clone, PartialEq)]
struct Shows {
    inspections: Vec<Option<Inspection>>,
    units: Vec<String>,
    team: String,
}

fn shows(vault: &Vault) -> Result<Shows, VaultError> {
    let inspections = (1..=INSPECTIONS).map(|number| vault.inspection(id(number))).collect::<Result<_, _>>()?;
    let mut units: Vec<String> = vault.units().iter().map(|unit| format!("{unit:?}")).collect();
    units.sort();
    Ok(Shows { inspections, units, team: vault.settings().team.clone() })
}

fn known() -> Known {
    let home = tempfile::tempdir_in(quick_folder()).expect("a folder");
    let mut vault = Vault::create(&home.path().join("kho"), None).expect("a vault");
    let programme = programme(&mut vault);
    let mut changes: Vec<Change> = (1..30).map(|number| Change::Unit(unit(number))).collect();
    changes.push(Change::Round(round()));
    changes
        .push(Change::Settings(thucchat::domain::edit::Settings { team: HOSTILE.into(), ..vault.settings().clone() }));
    vault.commit(ACTOR, changes).expect("kept");
    let mut files = BTreeMap::new();
    for number in 1..=INSPECTIONS {
        vault.commit(ACTOR, vec![plan(number, &programme)]).expect("planned");
        for place in 0..8 {
            let note = Edit::Note(item(place), format!("{HOSTILE} {number} {place}"));
            vault.commit(ACTOR, vec![change(number, rate(place, 3)), change(number, note)]).expect("kept");
        }
        let content = format!("ảnh {number} {HOSTILE}").repeat(20).into_bytes();
        let file = vault.attach("anh.jpg", &content).expect("kept");
        let piece = Evidence { file: Some(file.clone()), ..evidence() };
        vault.commit(ACTOR, vec![change(number, Edit::Evidence("V-01".into(), Some(piece)))]).expect("kept");
        files.insert(file.hash, content);
    }
    let draft = Draft {
        inspection: Some(id(1)),
        screen: String::new(),
        form: "evidence".into(),
        item: Some(item(1)),
        record: None,
        focus: 0,
        fields: vec![Typed { name: "field-evidence-text".into(), values: vec![HOSTILE.repeat(5)] }],
    };
    vault.keep_draft(draft).expect("kept");
    vault.back_up(&vault.backup_folder()).expect("backed up");
    // What a backup does not hold yet comes from the journal when the vault is restored.
    vault.commit(ACTOR, vec![change(1, Edit::Note(item(1), "sau bản sao lưu".into()))]).expect("kept");
    let (shows, content, drafts) =
        (shows(&vault).expect("shown"), vault.content_hash().expect("a hash"), vault.drafts().to_vec());
    Known { home, shows, content, files, drafts }
}

/// Every file of a vault, by its path within.
fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if fs::metadata(&path).is_ok_and(|about| about.len() > 0) {
                found.push(path.strip_prefix(dir).expect("within").to_owned());
            }
        }
    }
    found.sort();
    found
}

/// Some damage: to which file, and the words for it.
type Damage = (PathBuf, String);

/// What is wrong with how a damaged vault behaves; empty when it is as promised.
fn look(known: &Known, damage: impl FnOnce(&Path) -> Damage) -> Vec<String> {
    let home = tempfile::tempdir_in(quick_folder()).expect("a folder");
    let dir = home.path().join("kho");
    copy(&known.home.path().join("kho"), &dir);
    let (file, what) = damage(&dir);
    let mut wrong = Vec::new();
    let told = match open(&dir) {
        Ok(opened) => look_at(known, opened, &mut wrong),
        Err(error) => vec![both(&error.message())],
    };
    // A lock holds nothing, and an index is made anew: whatever else is damaged is named.
    let silent = file.starts_with("vault.lock") || file.starts_with("index");
    if told.is_empty() && !silent {
        wrong.push("nobody is told".into());
    }
    if told.iter().any(|line| line.contains("{ $")) {
        wrong.push(format!("words are not whole: {told:?}"));
    }
    wrong.extend(bring_back(known, home.path()));
    wrong.iter().map(|line| format!("{}: {what}: {line}", file.display())).collect()
}

/// Everything the vault shows is right, or is said to be missing. What was told.
fn look_at(known: &Known, Opened { vault, notices }: Opened, wrong: &mut Vec<String>) -> Vec<String> {
    let mut told: Vec<String> = notices.iter().map(both).collect();
    match shows(&vault) {
        Ok(shown) if shown == known.shows => {}
        Ok(shown) => {
            // Older or fewer, and that was said; never anything that nobody wrote.
            let fits = |(shown, known): (&Option<Inspection>, &Option<Inspection>)| match (shown, known) {
                (Some(shown), Some(known)) => shown.entries.iter().all(|(item, entry)| {
                    let whole = &known.entries[item];
                    let note = entry.note.is_empty() || entry.note == whole.note || whole.note == "sau bản sao lưu";
                    note && (entry.answer.is_none() || entry.answer == whole.answer)
                }),
                (shown, _) => shown.is_none(),
            };
            if !shown.inspections.iter().zip(&known.shows.inspections).all(fits) {
                wrong.push("it shows what nobody wrote".into());
            }
            if notices.is_empty() {
                wrong.push("it shows less and says nothing".into());
            }
        }
        Err(error) => told.push(both(&error.message())),
    }
    for (hash, content) in &known.files {
        match vault.attached(hash) {
            Ok(Some(read)) if read == *content => {}
            Ok(Some(_)) => wrong.push("an attachment is another".into()),
            Ok(None) => told.push("an attachment is missing".into()),
            Err(error) => told.push(both(&error.message())),
        }
    }
    let (drafts, kept) = (vault.drafts(), &known.drafts);
    if !drafts.is_empty() && drafts != kept.as_slice() {
        wrong.push(format!("it offers words that nobody typed: {drafts:?}"));
    }
    match vault.verify(&mut |_| {}) {
        Ok(report) if !report.is_sound() => told.extend(report.lines().iter().map(both)),
        Ok(_) => {}
        Err(error) => told.push(both(&error.message())),
    }
    told
}

/// Whether a rebuild alone brings everything back; else why it does not.
fn rebuilt(known: &Known, dir: &Path) -> Result<(), String> {
    let mut vault = open(dir).map_err(|error| error.to_string())?.vault;
    vault.rebuild(&mut |_| {}).map_err(|error| error.to_string())?;
    if vault.is_read_only() {
        return Err("the journal is damaged".into());
    }
    if !known.files.keys().all(|hash| vault.attached(hash).is_ok_and(|file| file.is_some())) {
        return Err("an attachment is damaged".into());
    }
    let content = vault.content_hash().map_err(|error| error.to_string())?;
    if content == known.content { Ok(()) } else { Err("it shows something else".into()) }
}

/// A rebuild, or else the backup with what came after it, shows everything again.
fn bring_back(known: &Known, home: &Path) -> Option<String> {
    let dir = home.join("kho");
    let why = match rebuilt(known, &dir) {
        Ok(()) => return None,
        Err(why) => why,
    };
    let Some(copy) = newest_in(&dir) else { return Some(format!("there is no good backup, and it is needed: {why}")) };
    let beside = home.join("khôi-phục");
    if let Err(error) = restore(&copy.path, &beside, Some(&dir)) {
        return Some(format!("it cannot be restored: {error}"));
    }
    let vault = match open(&beside) {
        Ok(opened) => opened.vault,
        Err(error) => return Some(format!("the restored vault does not open: {error}")),
    };
    let files = known.files.iter().all(|(hash, _)| vault.attached(hash).is_ok_and(|file| file.is_some()));
    let shown = shows(&vault).ok()?;
    // All of it but what was written after the backup, when that is what is damaged.
    let later = |seen: &Shows| {
        let mut copied = seen.clone();
        copied.inspections[0].as_mut()?.entries.get_mut(&item(1))?.note.clear();
        Some(copied)
    };
    let same = files && later(&shown) == later(&known.shows);
    (!same).then(|| "the restored vault shows something else".to_owned())
}

/// Damages seeded places, in two threads.
fn at_places(known: &Known, count: u64, damage: impl Fn(&Path, &mut Random) -> Damage + Sync) -> Vec<String> {
    let some = |from: u64| -> Vec<String> {
        (from..count)
            .step_by(2)
            .flat_map(|number| look(known, |dir| damage(dir, &mut Random(1_000 + number))))
            .collect()
    };
    thread::scope(|scope| {
        let odd = scope.spawn(|| some(1));
        let mut wrong = some(0);
        wrong.extend(odd.join().expect("the other half"));
        wrong
    })
}

/// A file of a vault: in turn any of them, and any byte of all of them, so that large ones get their part.
fn choose(dir: &Path, random: &mut Random) -> (PathBuf, usize, Vec<u8>) {
    let all = files(dir);
    let length = |file: &PathBuf| fs::metadata(dir.join(file)).expect("a file").len();
    let file = if random.one_in(2) {
        all[usize::try_from(random.below(all.len() as u64)).expect("small")].clone()
    } else {
        let mut at = random.below(all.iter().map(length).sum());
        all.iter()
            .find(|file| at.checked_sub(length(file)).map(|left| at = left).is_none())
            .expect("one of them")
            .clone()
    };
    let bytes = fs::read(dir.join(&file)).expect("a file");
    let at = usize::try_from(random.below(bytes.len() as u64)).expect("small");
    (file, at, bytes)
}

#[test]
fn a_flipped_bit_anywhere_is_named_or_healed_and_never_shown() {
    let known = known();
    let wrong = at_places(&known, times(200), |dir, random| {
        let (file, at, mut bytes) = choose(dir, random);
        let bit = random.below(8);
        bytes[at] ^= 1 << bit;
        fs::write(dir.join(&file), bytes).expect("written");
        (file, format!("bit {bit} of byte {at}"))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_file_cut_off_anywhere_is_named_or_healed_and_never_shown() {
    let known = known();
    let wrong = at_places(&known, times(50), |dir, random| {
        let (file, at, bytes) = choose(dir, random);
        fs::write(dir.join(&file), &bytes[..at]).expect("written");
        (file, format!("cut at {at} of {}", bytes.len()))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_zeroed_page_anywhere_is_named_or_healed_and_never_shown() {
    let known = known();
    let wrong = at_places(&known, times(50), |dir, random| {
        let (file, at, mut bytes) = choose(dir, random);
        let begin = at / 4096 * 4096;
        let end = bytes.len().min(begin + 4096);
        bytes[begin..end].fill(0);
        fs::write(dir.join(&file), bytes).expect("written");
        (file, format!("zeroes from {begin}"))
    });
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The content of the vault after each record, by where the record ends.
fn history() -> (Sample, BTreeMap<usize, String>) {
    let mut sample = Sample::new();
    let mut contents = BTreeMap::new();
    for number in 0..14 {
        let length = fs::metadata(sample.segment()).expect("the journal").len();
        contents.insert(usize::try_from(length).expect("small"), sample.hash());
        sample.edit(Edit::Note(item(number), format!("{HOSTILE} {number}").repeat(4)));
    }
    let length = fs::metadata(sample.segment()).expect("the journal").len();
    contents.insert(usize::try_from(length).expect("small"), sample.hash());
    sample.close();
    (sample, contents)
}

/// What is wrong with a vault whose journal ends at `cut`.
fn cut_off(vault: &Path, contents: &BTreeMap<usize, String>, cut: usize) -> Option<String> {
    let home = tempfile::tempdir_in(quick_folder()).expect("a folder");
    let dir = home.path().join("kho");
    copy(vault, &dir);
    let path = dir.join("journal/00000001.log");
    let bytes = fs::read(&path).expect("the journal");
    fs::write(&path, &bytes[..cut]).expect("cut");
    let (whole, expected) = contents.range(..=cut).next_back().expect("the beginning is whole");
    let Opened { vault, notices } = match open(&dir) {
        Ok(opened) => opened,
        Err(error) => return Some(format!("cut at {cut}: does not open: {error}")),
    };
    if vault.content_hash().ok().as_ref() != Some(expected) {
        return Some(format!("cut at {cut}: it shows something else than up to {whole}"));
    }
    let told: Vec<String> = notices.iter().map(both).collect();
    let lost = contents.range(whole + 1..).count();
    let named = told.iter().any(|line| line.contains(&format!("{lost} bản ghi cuối không còn trong nhật ký")));
    (!named && cut < bytes.len()).then(|| format!("cut at {cut}: {lost} lost records are not named: {told:?}"))
}

#[test]
fn a_journal_cut_at_each_of_its_last_two_thousand_bytes_shows_what_is_whole_and_says_how_much_is_gone() {
    let (sample, contents) = history();
    let vault = sample.dir();
    let length = *contents.keys().next_back().expect("the end");
    let some = |from: usize| -> Vec<String> {
        (length - 2_000 + from..=length).step_by(2).filter_map(|cut| cut_off(&vault, &contents, cut)).collect()
    };
    let wrong = thread::scope(|scope| {
        let odd = scope.spawn(|| some(1));
        let mut wrong = some(0);
        wrong.extend(odd.join().expect("the other half"));
        wrong
    });
    assert!(wrong.is_empty(), "{} of 2000: {:#?}", wrong.len(), &wrong[..wrong.len().min(5)]);
}

/// The control: a value that is another, with every sum right, is seen; and a vault that is well is not blamed.
#[test]
fn another_value_and_a_silent_damage_would_be_found_out() {
    let known = known();
    assert!(look(&known, |_| (PathBuf::from("vault.lock"), "nothing".into())).is_empty(), "a vault that is well");
    let wrong = look(&known, |dir| {
        let mut vault = open(dir).expect("it opens").vault;
        vault.commit(ACTOR, vec![change(2, Edit::Note(item(2), "điều không ai ghi".into()))]).expect("kept");
        (PathBuf::from("journal"), "another value".into())
    });
    assert!(wrong.iter().any(|line| line.contains("what nobody wrote")), "{wrong:?}");
    assert!(wrong.iter().any(|line| line.contains("nobody is told")), "{wrong:?}");
}
