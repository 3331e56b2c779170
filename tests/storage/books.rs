//! What a vault says of itself.

use super::samples::*;
use thucchat::{i18n::Lang, store::Progress};

#[test]
fn info_counts_what_is_there() {
    let mut sample = Sample::new();
    let info = sample.vault().info().expect("info");
    assert_eq!((info.records, info.segments, info.unknown), (2, 1, 0));
    assert_eq!((info.units, info.rounds, info.inspections, info.programmes), (1, 1, 1, 1));
    assert_eq!(info.journal_bytes, std::fs::metadata(sample.segment()).expect("the journal").len());
    assert!(info.index_bytes > 0 && info.files_bytes > 0);
    assert_eq!((info.head.len(), info.content_hash.len()), (64, 64));
    assert!(!info.read_only);
}

#[test]
fn the_content_hash_follows_the_content() {
    let mut sample = Sample::new();
    let before = sample.hash();
    sample.edit(rate(1, 1));
    let after = sample.hash();
    assert_ne!(before, after);
    sample.reopen();
    assert_eq!(sample.hash(), after);
}

#[test]
fn long_tasks_tell_how_far_they_are() {
    let mut sample = Sample::new();
    for number in 0..50 {
        sample.edit(rate(number, 1));
    }
    let mut seen: Vec<Progress> = Vec::new();
    sample.vault().rebuild(&mut |progress| seen.push(progress)).expect("a rebuild");
    assert!(seen.windows(2).all(|pair| pair[0].done <= pair[1].done));
    assert_eq!(seen.last().map(|last| last.done), seen.last().map(|last| last.total));
    assert!(seen.len() > 50);
}

#[test]
fn what_verify_found_has_words_in_both_languages() {
    let mut sample = Sample::new();
    let report = sample.vault().verify(&mut |_| {}).expect("a look");
    for lang in Lang::ALL {
        assert_eq!(report.lines().iter().map(|line| line.to(lang)).filter(|line| !line.contains('{')).count(), 3);
    }
    assert_eq!(words(&report.lines())[0], "2 bản ghi trong 1 đoạn nhật ký: chuỗi băm liền mạch.");
}
