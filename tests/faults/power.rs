//! The power goes. Every call of the program is recorded, and images of the disk are built as they may be after a cut at any of them:
//! everything acknowledged is in each of them, and each of them opens.

use super::{
    preload::{library, watched},
    replay::{Call, Disk, calls},
    samples::{copy, quick_folder},
    work::{Acked, Random, open, prepared, times},
};
use std::{path::Path, thread};

/// What a program did: the disk before, and its calls.
struct Recording {
    before: Disk,
    calls: Vec<Call>,
}

/// Records a worker that runs to its end. With `swallow`, `fdatasync` does nothing.
fn record(library: &Path, work: &str, swallow: bool) -> Recording {
    let sample = prepared();
    let home = sample.home.path();
    let (log, vault) = (home.join("calls"), home.join("kho"));
    if work.starts_with("create") {
        std::fs::remove_dir_all(&vault).expect("removed");
    }
    let before = Disk::of(&vault);
    let mut command = watched(library, work, home);
    command.env("THUCCHAT_FAULT_LOG", &log).env("THUCCHAT_FAULT_ACKS", home.join("acks"));
    if swallow {
        command.env("THUCCHAT_FAULT_SWALLOW", "1");
    }
    let done = command.stderr(std::process::Stdio::piped()).output().expect("a worker");
    assert!(done.status.success(), "{work}: {}", String::from_utf8_lossy(&done.stderr));
    let calls = calls(&log);
    assert!(calls.iter().any(|call| matches!(call, Call::Acknowledged { .. })), "{work}: it acknowledges");
    assert!(calls.iter().any(|call| matches!(call, Call::Sync { .. })), "{work}: it syncs");
    Recording { before, calls }
}

/// What is wrong in images of one recording.
fn cut(recording: &Recording, images: u64, seed: u64, planned: bool) -> Vec<String> {
    let mut random = Random(seed);
    let mut cuts: Vec<usize> =
        (0..images).map(|_| usize::try_from(random.below(recording.calls.len() as u64 + 1)).expect("small")).collect();
    cuts.sort_unstable();
    let mut disk = recording.before.clone();
    let mut acked = Acked::when(planned);
    let mut done = 0;
    let mut wrong = Vec::new();
    for at in cuts {
        while done < at {
            if let Some(line) = disk.follow(&recording.calls[done]) {
                acked.hear(line);
            }
            done += 1;
        }
        let home = tempfile::tempdir_in(quick_folder()).expect("a folder");
        let vault = home.path().join("kho");
        std::fs::create_dir_all(&vault).expect("a folder");
        disk.cut(&mut random, &vault);
        let whole = home.path().join("image");
        copy(&vault, &whole);
        let before = wrong.len();
        match open(&vault) {
            Ok(opened) => {
                wrong.extend(acked.missing_in(&opened.vault, home.path()));
                wrong.extend(opened.vault.is_read_only().then(|| "open for reading only".to_owned()));
            }
            // A vault whose making nobody acknowledged need not be one yet.
            Err(thucchat::store::VaultError::Missing) if !acked.planned && !acked.opened => {}
            Err(error) => wrong.push(format!("does not open: {error}")),
        }
        for line in &mut wrong[before..] {
            *line = format!("cut after {at} of {} calls: {line}", recording.calls.len());
        }
    }
    wrong
}

/// Images of a workload, some from each of several recordings.
fn images(library: &Path, work: &str, images: u64, seed: u64) -> Vec<String> {
    let recording = record(library, work, false);
    let planned = !work.starts_with("create");
    let wrong = thread::scope(|scope| {
        let half = scope.spawn(|| cut(&recording, images / 2, seed, planned));
        let mut wrong = cut(&recording, images - images / 2, seed + 1, planned);
        wrong.extend(half.join().expect("the other half"));
        wrong
    });
    println!("{work}: {images} images of {} calls, {} faults", recording.calls.len(), wrong.len());
    wrong
}

#[test]
fn a_power_cut_while_answering_loses_nothing_acknowledged() {
    let Some(library) = library() else { return };
    let wrong = images(library, "answer:60", times(200), 1);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_power_cut_while_files_come_in_and_backups_and_rebuilds_are_made_loses_nothing_acknowledged() {
    let Some(library) = library() else { return };
    for (work, count) in [("files:8", 50), ("backup:6", 60), ("rebuild:5", 40)] {
        let wrong = images(library, work, times(count), 3);
        assert!(wrong.is_empty(), "{work}: {wrong:#?}");
    }
}

#[test]
fn a_power_cut_while_a_vault_is_made_and_units_are_imported_and_signatures_given_loses_nothing_acknowledged() {
    let Some(library) = library() else { return };
    for (work, count) in [("create:6", 70), ("import:8", 40), ("sign:8", 40)] {
        let wrong = images(library, work, times(count), 5);
        assert!(wrong.is_empty(), "{work}: {wrong:#?}");
    }
}

/// The control: where `fdatasync` does nothing, the same images must show losses.
#[test]
fn without_fdatasync_the_same_images_show_losses() {
    let Some(library) = library() else { return };
    let recording = record(library, "answer:60", true);
    let lost = cut(&recording, 40, 1, true).iter().filter(|line| line.contains("is lost")).count();
    assert!(lost > 10, "{lost} losses found");
}
