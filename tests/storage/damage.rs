//! Damaged indexes are healed, damaged journals are named, and nothing is lost in silence.

use super::samples::*;
use std::{
    fs,
    path::{Path, PathBuf},
};
use thucchat::{
    domain::edit::{Change, Edit},
    store::{CommitError, Vault, VaultError},
};

/// A closed vault with enough in it to fill several pages of sled.
fn full() -> (Sample, String) {
    let mut sample = Sample::new();
    let programme = sample.programme.clone();
    for number in 2..60 {
        let mut changes = vec![plan(number, &programme)];
        changes.extend((0..20).map(|place| change(number, Edit::Note(item(place), format!("{HOSTILE} {place}")))));
        sample.vault().commit(ACTOR, changes).expect("kept");
    }
    for edit in every_edit() {
        sample.edit(edit);
    }
    let hash = sample.hash();
    sample.close();
    (sample, hash)
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(dir).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.is_file());
    files.sort();
    files
}

/// Damages the index, opens, and expects the same content without a panic, and a sound vault. Gives what was said at opening
/// and whether the index had to be rebuilt.
fn heals(what: &str, damage: impl FnOnce(&Path)) -> (Vec<String>, bool) {
    let (mut sample, hash) = full();
    damage(&sample.index());
    let notices = sample.reopen();
    assert_eq!(sample.hash(), hash, "{what}");
    assert_eq!(sample.vault().summaries().len(), 59, "{what}");
    let reopening = every_edit().into_iter().find(|edit| matches!(edit, Edit::Reopen(_)));
    sample.edit(Edit::Reopen(match reopening.expect("one of every kind") {
        Edit::Reopen(reopening) => reopening,
        other => panic!("{other:?}"),
    }));
    assert!(sample.vault().verify(&mut |_| {}).expect("a look").is_sound(), "{what}");
    let rebuilt = fs::read_dir(sample.dir().join("quarantine"))
        .expect("the quarantine")
        .any(|entry| entry.expect("an entry").file_name().to_string_lossy().ends_with("-index"));
    (notices, rebuilt)
}

#[test]
fn a_deleted_index_is_rebuilt_and_said() {
    let (notices, _) = heals("deleted", |index| fs::remove_dir_all(index).expect("removed"));
    assert!(notices.iter().any(|line| line.contains("dựng lại")), "{notices:?}");
}

#[test]
fn truncated_files_of_the_index_are_healed() {
    for keep in [0, 7, 100, 4_096, 70_000] {
        heals("truncated", |index| {
            for file in files(index) {
                let bytes = fs::read(&file).expect("a file");
                fs::write(&file, &bytes[..bytes.len().min(keep)]).expect("cut");
            }
        });
    }
}

/// Zeroes 16 KiB of sled's file, at an eighth of it.
fn zero(index: &Path, eighth: usize) {
    let path = index.join("db");
    let mut bytes = fs::read(&path).expect("sled's file");
    let begin = bytes.len() / 8 * eighth;
    let end = bytes.len().min(begin + 16_384);
    bytes[begin..end].fill(0);
    fs::write(&path, bytes).expect("zeroed");
}

#[test]
fn a_zeroed_page_anywhere_in_the_index_is_healed() {
    let mut seen = 0;
    for eighth in 0..8 {
        let (notices, rebuilt) = heals("zeroed", |index| zero(index, eighth));
        seen += u32::from(rebuilt || !notices.is_empty());
    }
    assert!(seen > 3, "most of the pages held something");
}

#[test]
fn a_zeroed_page_that_only_reading_comes_upon_is_healed_while_reading() {
    let mut rebuilt = 0;
    for eighth in 0..8 {
        let (mut sample, hash) = full();
        // Opening once more makes sled take a snapshot, after which it reads old pages only when they are asked for.
        sample.reopen();
        sample.close();
        zero(&sample.index(), eighth);
        sample.reopen();
        let sheet = sample.vault().inspection(id(30)).expect("read").expect("the inspection");
        assert_eq!(sheet.entries.len(), 20);
        assert_eq!(sample.hash(), hash);
        rebuilt += fs::read_dir(sample.dir().join("quarantine")).expect("the quarantine").count();
    }
    assert!(rebuilt > 1, "some of the pages held something");
}

#[test]
fn the_index_of_another_vault_is_found_out() {
    let mut other = Sample::new();
    other.close();
    let (notices, _) = heals("another vault's", |index| {
        fs::remove_dir_all(index).expect("removed");
        copy(&other.index(), index);
    });
    assert!(notices.iter().any(|line| line.contains("không khớp")), "{notices:?}");
}

#[test]
fn garbage_in_place_of_the_index_is_healed() {
    heals("garbage", |index| {
        for (seed, file) in files(index).into_iter().enumerate() {
            let noise: Vec<u8> = (0..9_000_usize).map(|n| (n * 31 + n / 7 * 113 + seed).to_le_bytes()[0]).collect();
            fs::write(file, noise).expect("written");
        }
    });
    heals("a file", |index| {
        fs::remove_dir_all(index).expect("removed");
        fs::write(index, b"not a folder").expect("written");
    });
}

#[test]
fn a_short_snapshot_that_was_left_behind_does_not_hinder() {
    let (notices, rebuilt) = heals("left-over snapshot", |index| {
        fs::write(index.join("snap.0000000000001234.generating"), b"abc").expect("written");
    });
    assert_eq!((notices.len(), rebuilt), (0, false), "nothing had to be rebuilt");
}

#[test]
fn an_index_that_is_behind_is_brought_up_to_the_journal() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    sample.close();
    let old = sample.home.path().join("old");
    copy(&sample.index(), &old);
    sample.reopen();
    for edit in every_edit() {
        sample.edit(edit);
    }
    let hash = sample.hash();
    sample.close();
    fs::remove_dir_all(sample.index()).expect("removed");
    copy(&old, &sample.index());
    let notices = sample.reopen();
    assert_eq!(notices.len(), 1, "{notices:?}");
    let count = every_edit().len();
    assert!(notices[0].contains(&format!("{count} thay đổi cuối")), "{notices:?}");
    assert_eq!(sample.hash(), hash);
    assert_eq!(sample.reopen(), [""; 0]);
}

#[test]
fn a_journal_shorter_than_the_index_is_said_plainly() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    let before = fs::read(sample.segment()).expect("the journal");
    let hash = sample.hash();
    sample.edit(rate(1, 2));
    sample.edit(rate(1, 3));
    sample.close();
    fs::write(sample.segment(), before).expect("an older journal");
    let notices = sample.reopen();
    assert!(notices.iter().any(|line| line.contains("2 bản ghi cuối không còn")), "{notices:?}");
    assert_eq!(sample.hash(), hash);
    let aside = fs::read_dir(sample.dir().join("quarantine")).expect("the quarantine").count();
    assert_eq!(aside, 1, "the index that knew more is kept");
}

#[test]
fn a_torn_tail_is_cut_said_and_nothing_acknowledged_is_lost() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    let hash = sample.hash();
    let whole = fs::read(sample.segment()).expect("the journal");
    sample.edit(rate(2, 2));
    let longer = fs::read(sample.segment()).expect("the journal");
    sample.close();
    let index = sample.home.path().join("index-before");
    // An index that never saw the torn record, as after a crash in the middle of its write.
    fs::write(sample.segment(), &whole).expect("the journal before");
    sample.reopen();
    sample.close();
    copy(&sample.index(), &index);
    for cut in whole.len() + 1..longer.len() {
        fs::write(sample.segment(), &longer[..cut]).expect("a torn write");
        let notices = sample.reopen();
        assert_eq!(notices.len(), 1, "cut at {cut}: {notices:?}");
        assert!(notices[0].contains(&format!("{} byte", cut - whole.len())), "{notices:?}");
        assert_eq!(sample.hash(), hash, "cut at {cut}");
        assert_eq!(fs::read(sample.segment()).expect("the journal"), whole);
        sample.close();
    }
    sample.reopen();
    sample.edit(rate(2, 2));
}

/// Flips a bit in the middle of the journal of a vault with six edits; gives the closed vault.
fn flipped() -> Sample {
    let mut sample = Sample::new();
    for number in 0..6 {
        sample.edit(rate(number, 1));
    }
    sample.close();
    let mut bytes = fs::read(sample.segment()).expect("the journal");
    let middle = bytes.len() * 3 / 4;
    bytes[middle] ^= 1;
    fs::write(sample.segment(), bytes).expect("a flipped bit");
    sample
}

#[test]
fn damage_in_the_middle_is_told_at_every_opening_and_the_index_that_knows_more_stays() {
    let mut sample = flipped();
    for again in 0..2 {
        let notices = sample.reopen();
        assert!(notices[0].contains("Đoạn 1, vị trí"), "{again}: {notices:?}");
        assert!(notices[1].contains("chưa mất gì"), "{again}: the index has everything: {notices:?}");
        assert!(notices[2].contains("Chưa có bản sao lưu nào"), "{again}: {notices:?}");
        assert_eq!(notices.len(), 3);
    }
    let hash = sample.hash();
    let report = sample.vault().verify(&mut |_| {}).expect("a look");
    assert_eq!((report.is_sound(), report.index_same), (false, false));
    let lines = words(&report.lines());
    assert!(lines[0].contains("Đoạn 1, vị trí"), "{lines:?}");
    assert!(matches!(sample.vault().rebuild(&mut |_| {}), Err(VaultError::RebuildRefused)));
    assert_eq!(sample.hash(), hash);
    sample.edit(rate(9, 4));
}

#[test]
fn when_something_is_missing_the_vault_opens_for_reading_only_and_says_so_each_time() {
    let mut sample = flipped();
    fs::remove_dir_all(sample.index()).expect("removed");
    for again in 0..2 {
        let notices = sample.reopen();
        assert!(notices.iter().any(|line| line.contains("Đoạn 1, vị trí")), "{again}: {notices:?}");
        assert!(notices.iter().any(|line| line.contains("chỉ mở để đọc")), "{again}: {notices:?}");
        let sheet = sample.vault().inspection(id(1)).expect("read").expect("the rest is readable");
        assert_eq!(sheet.entries.len(), 5);
        assert!(sample.vault().is_read_only());
        let refused = sample.vault().commit(ACTOR, vec![change(1, rate(1, 2))]);
        assert!(matches!(refused, Err(CommitError::ReadOnly)));
    }
    sample.vault().rebuild(&mut |_| {}).expect("nothing is lost by it now");
}

#[test]
fn edits_whose_plan_is_lost_are_counted_and_harm_nobody() {
    let mut sample = Sample::new();
    sample.edit(rate(1, 1));
    sample.close();
    let bytes = fs::read(sample.segment()).expect("the journal");
    // The second record plans the inspection; its frame follows the first.
    let first = 8 + u32::from_le_bytes(bytes[..4].try_into().expect("four bytes")) as usize;
    let mut damaged = bytes.clone();
    damaged[first + 20] ^= 1;
    fs::write(sample.segment(), damaged).expect("a flipped bit");
    fs::remove_dir_all(sample.index()).expect("removed");
    let notices = sample.reopen();
    assert!(notices.iter().any(|line| line.starts_with("1 thay đổi không đặt được")), "{notices:?}");
    assert_eq!(sample.vault().summaries().len(), 0);
}

#[test]
fn a_vault_without_its_journal_is_not_opened_as_an_empty_one() {
    let mut sample = Sample::new();
    sample.close();
    fs::remove_file(sample.segment()).expect("removed");
    let refused = Vault::open(&sample.dir()).expect_err("no journal");
    assert!(words(&[refused.message()])[0].contains("Không thấy nhật ký"));
    assert!(sample.index().join("db").is_file(), "nothing was touched");
}

#[test]
fn an_unreadable_manifest_is_named() {
    let mut sample = Sample::new();
    sample.close();
    let path = sample.dir().join("vault.toml");
    let text = fs::read_to_string(&path).expect("the manifest");
    fs::write(&path, "format = ").expect("written");
    assert!(matches!(Vault::open(&sample.dir()), Err(VaultError::Manifest { .. })));
    fs::write(&path, text.replace("format = 1", "format = 2")).expect("written");
    assert!(matches!(Vault::open(&sample.dir()), Err(VaultError::Newer { format: 2 })));
    fs::write(&path, format!("{text}\n[keys]\nslot = 1\n")).expect("written");
    sample.reopen();
}

#[test]
fn a_half_built_index_that_was_left_behind_is_cleared() {
    let mut sample = Sample::new();
    sample.close();
    fs::create_dir(sample.dir().join("index.new")).expect("a folder");
    fs::write(sample.dir().join("index.new/db"), b"half").expect("written");
    assert_eq!(sample.reopen(), [""; 0]);
    assert!(!sample.dir().join("index.new").exists());
    sample.vault().commit(ACTOR, vec![Change::Unit(unit(2))]).expect("kept");
}
