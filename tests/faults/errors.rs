//! Calls that fail once, disks that are full, folders that cannot be written: nothing acknowledged is lost, nothing is tried again that must
//! not be, and the person is told in words what happened, what was kept and what to do.

use super::{
    preload::{FOLDER, WORK, library, watched},
    replay::{Call, calls},
    samples::*,
    work::{self, Acked, answer, both, open, prepared},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    process::Command,
    sync::Mutex,
    thread,
};
use thucchat::{
    domain::{
        answer::Level,
        draft::{Draft, Typed},
        edit::Edit,
        evidence::Evidence,
    },
    i18n::Lang,
    store::{CommitError, Opened, Vault},
};

/// What a person does on a short visit; each word of it said. Errors end nothing: the next thing is tried, as a person would.
pub fn tour(home: &Path, say: &mut dyn FnMut(&str)) {
    let dir = home.join("kho");
    let Opened { mut vault, notices } = match Vault::open(&dir) {
        Ok(opened) => opened,
        Err(error) => return say(&format!("told opening | {}", both(&error.message()))),
    };
    say("opened");
    for notice in &notices {
        say(&format!("told notice | {}", both(notice)));
    }
    let begin = 100 + vault.info().map_or(0, |info| info.records);
    for number in begin..begin + 3 {
        match answer(&mut vault, number) {
            Ok(_) => say(&format!("answer {number}")),
            Err(error) => say(&format!("told commit | {}", both(&error.message()))),
        }
    }
    match vault.attach("anh.jpg", format!("{HOSTILE} {begin}").repeat(30).as_bytes()) {
        Ok(file) => {
            let piece = Evidence { file: Some(file.clone()), ..evidence() };
            match vault.commit(ACTOR, vec![change(1, Edit::Evidence("V-01".into(), Some(piece)))]) {
                Ok(_) => say(&format!("file {}", file.hash)),
                Err(error) => say(&format!("told commit | {}", both(&error.message()))),
            }
        }
        Err(error) => say(&format!("told attach | {}", both(&error.message()))),
    }
    let draft = Draft {
        inspection: Some(id(1)),
        screen: String::new(),
        form: "evidence".into(),
        item: Some(item(1)),
        record: None,
        focus: 0,
        fields: vec![Typed { name: "field-evidence-text".into(), values: vec![HOSTILE.into()] }],
    };
    if let Err(error) = vault.keep_draft(draft) {
        say(&format!("told draft | {}", both(&error.message())));
    }
    match vault.back_up(&vault.backup_folder()) {
        Ok(made) => say(&format!("backup {} {}", made.backup.records(), made.backup.path.display())),
        Err(error) => say(&format!("told backup | {}", both(&error.message()))),
    }
    if let Err(error) = vault.rebuild(&mut |_| {}) {
        say(&format!("told rebuild | {}", both(&error.message())));
    }
    if vault.is_stopped() {
        // The cause is gone: the person goes on.
        match vault.resume() {
            Ok(()) => match answer(&mut vault, begin + 4) {
                Ok(_) => say(&format!("answer {}", begin + 4)),
                Err(error) => say(&format!("told after resuming | {}", both(&error.message()))),
            },
            Err(error) => say(&format!("told resuming | {}", both(&error.message()))),
        }
    }
}

/// What came of one session with one failing call.
struct Session {
    /// The call that failed; nothing when there were fewer calls.
    fired: Option<String>,
    told: Vec<String>,
    wrong: Vec<String>,
}

fn session(library: &Path, kind: &str, at: u64) -> Session {
    let sample = prepared();
    let home = sample.home.path();
    let (fired, log) = (home.join("fired"), home.join("calls"));
    let done = watched(library, "tour", home)
        .env("THUCCHAT_FAULT_KIND", kind)
        .env("THUCCHAT_FAULT_AT", at.to_string())
        .env("THUCCHAT_FAULT_FIRED", &fired)
        .env("THUCCHAT_FAULT_LOG", &log)
        .stderr(std::process::Stdio::piped())
        .output()
        .expect("a worker");
    let fired = std::fs::read_to_string(&fired).ok();
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    let said: Vec<&str> = said.lines().filter_map(|line| line.strip_prefix(':')).collect();
    let mut acked = Acked::when(true);
    for line in &said {
        acked.hear(line);
    }
    let mut wrong = Vec::new();
    if !done.status.success() {
        wrong.push(format!("it ended badly: {}", String::from_utf8_lossy(&done.stderr)));
    }
    wrong.extend(synced_again(&calls(&log)));
    match open(&sample.dir()) {
        Ok(opened) => {
            wrong.extend(acked.missing_in(&opened.vault, home));
            let report = opened.vault.verify(&mut |_| {}).expect("a look");
            wrong.extend((!report.is_sound()).then(|| format!("{report:?}")));
        }
        Err(error) => wrong.push(format!("does not open: {error}")),
    }
    let told = said.iter().filter_map(|line| line.strip_prefix("told ")).map(str::to_owned).collect();
    Session { fired, told, wrong }
}

/// A sync of the journal that failed and was tried again before anything was cut off: the system may have forgotten what it did not write.
fn synced_again(calls: &[Call]) -> Vec<String> {
    let mut failed: BTreeSet<&str> = BTreeSet::new();
    let mut wrong = Vec::new();
    for call in calls {
        match call {
            Call::SyncFailed { path } if path.starts_with("/journal/") => {
                failed.insert(path);
            }
            // Cutting it off – resuming, or opening anew – is a new beginning.
            Call::Length { .. } => failed.clear(),
            Call::Sync { path, .. } if failed.contains(path.as_str()) => {
                wrong.push(format!("{path} was synced again after a sync failed"));
            }
            _ => {}
        }
    }
    wrong
}

/// Words without the names of folders and copies, which differ from session to session.
fn without_places(words: &str) -> String {
    let place = |word: &str| {
        let Some(at) = word.find("/kho/") else { return word.to_owned() };
        let place = word[at + 5..].split('/').next().unwrap_or_default();
        format!("…/kho/{place}")
    };
    words.split(' ').map(place).collect::<Vec<_>>().join(" ")
}

/// Runs sessions with the first, second, third … call failing, until none is left to fail.
fn every_call_fails_once(kind: &str) -> BTreeMap<String, BTreeSet<String>> {
    let Some(library) = library() else { return BTreeMap::new() };
    let next = Mutex::new((1, false));
    let told: Mutex<BTreeMap<String, BTreeSet<String>>> = Mutex::default();
    let wrong: Mutex<Vec<String>> = Mutex::default();
    let work = || loop {
        let at = {
            let mut next = next.lock().expect("no panic");
            if next.1 {
                return;
            }
            next.0 += 1;
            next.0 - 1
        };
        let Session { fired, told: heard, wrong: faults } = session(library, kind, at);
        let Some(fired) = fired else {
            next.lock().expect("no panic").1 = true;
            return;
        };
        let call = fired.trim().replace('\n', " ");
        wrong
            .lock()
            .expect("no panic")
            .extend(faults.into_iter().map(|fault| format!("{kind} {at} ({call}): {fault}")));
        let call = fired.split_whitespace().next().unwrap_or_default().to_owned();
        told.lock().expect("no panic").entry(call).or_default().extend(heard.iter().map(|words| without_places(words)));
    };
    thread::scope(|scope| {
        scope.spawn(work);
        scope.spawn(work);
    });
    let (told, wrong) = (told.into_inner().expect("no panic"), wrong.into_inner().expect("no panic"));
    let sessions = next.lock().expect("no panic").0;
    println!("{kind}: {sessions} sessions");
    for (call, words) in &told {
        for line in words {
            println!("  {call}: {line}");
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(sessions > 20, "{kind}: only {sessions} calls");
    told
}

/// Words are whole in both languages, and the reason of the system is not all that is said.
fn expect_words(told: &BTreeMap<String, BTreeSet<String>>) {
    for line in told.values().flatten() {
        let words: Vec<&str> = line.split(" | ").collect();
        assert_eq!(words.len(), 3, "{line}");
        assert!(words[0] == "notice" || words[1].contains("Hãy"), "{line}");
        assert!(words[1] != words[2] && !words[1].contains('{') && !words[2].contains('{'), "{line}");
    }
}

#[test]
fn every_call_fails_once_with_an_error_of_the_disk() {
    let told = every_call_fails_once("eio");
    expect_words(&told);
    if let Some(words) = told.get("fdatasync") {
        assert!(words.iter().any(|line| line.contains("kho ngừng ghi từ đây")), "{words:?}");
    }
}

#[test]
fn every_call_fails_once_for_want_of_space() {
    let told = every_call_fails_once("enospc");
    expect_words(&told);
    if let Some(words) = told.get("write") {
        assert!(words.iter().any(|line| line.contains("Ổ đĩa đầy") && line.contains("disk is full")), "{words:?}");
    }
}

#[test]
fn every_write_is_short_once() {
    let told = every_call_fails_once("short");
    // A short write is no fault: the rest is written.
    assert!(told.values().flatten().next().is_none(), "{told:?}");
}

/// The control: a program that acknowledges before it syncs, or syncs again, is found out.
#[test]
fn a_second_sync_after_a_failed_one_would_be_found_out() {
    let failed = Call::SyncFailed { path: "/journal/00000001.log".into() };
    let again = Call::Sync { number: 1, path: "/journal/00000001.log".into() };
    assert_eq!(synced_again(&[failed.clone(), again.clone()]).len(), 1);
    assert!(synced_again(&[failed, Call::Length { number: 1, length: 0 }, again]).is_empty());
}

/// Runs a worker of this file on a small disk of its own; nothing when the system does not allow that, which is said loudly.
fn on_a_small_disk(work: &str) -> Option<Vec<String>> {
    let home = tempfile::tempdir().expect("a folder");
    let script = format!(
        "mount -t tmpfs -o size=6m tmpfs '{}' && exec \"$0\" --exact errors::small_disk --nocapture",
        home.path().display()
    );
    let done = Command::new("unshare")
        .args(["-rm", "sh", "-c", &script])
        .arg(std::env::current_exe().expect("this test"))
        .env(WORK, work)
        .env(FOLDER, home.path())
        .output();
    let done = match done {
        Ok(done) if done.status.success() => done,
        other => {
            let why = other.map_or_else(
                |error| error.to_string(),
                |done| {
                    assert!(
                        !String::from_utf8_lossy(&done.stdout).contains(":begun"),
                        "{}",
                        String::from_utf8_lossy(&done.stderr)
                    );
                    String::from_utf8_lossy(&done.stderr).into_owned()
                },
            );
            eprintln!("\n\n!!! NOT TESTED on a real small disk (no mount namespace here): {why}\n\n");
            return None;
        }
    };
    let said = String::from_utf8_lossy(&done.stdout).into_owned();
    Some(said.lines().filter_map(|line| line.strip_prefix(':')).map(str::to_owned).collect())
}

/// Not a test of its own: the worker on the small disk.
#[test]
fn small_disk() {
    let (Some(work), Some(home)) = (std::env::var_os(WORK), std::env::var_os(FOLDER)) else { return };
    let home = Path::new(&home);
    println!("\n:begun");
    match work.to_str() {
        Some("full") => full(home),
        Some("full-at-open") => full_at_open(home),
        Some("at-the-keyboard") => at_the_keyboard(home),
        Some("read-only") => read_only(home),
        _ => {}
    }
}

fn say(line: &str) {
    println!("\n:{line}");
}

fn small_vault(home: &Path) -> Vault {
    let mut vault = Vault::create(&home.join("kho"), None).expect("a vault");
    let programme = programme(&mut vault);
    let changes = vec![thucchat::domain::edit::Change::Unit(unit(1)), thucchat::domain::edit::Change::Round(round())];
    vault.commit(ACTOR, changes).expect("kept");
    let plans = (1..=u128::from(work::INSPECTIONS)).map(|number| plan(number, &programme)).collect();
    vault.commit(ACTOR, plans).expect("kept");
    vault
}

/// Takes what is left of the disk, but for so many bytes.
fn fill(home: &Path, leave: u64) {
    use std::io::Write as _;
    let mut file = std::fs::File::create(home.join("filler")).expect("a file");
    while file.write_all(&[7; 4096]).is_ok() {}
    let length = file.metadata().expect("a length").len();
    file.set_len(length.saturating_sub(leave)).expect("some room");
}

fn full(home: &Path) {
    let mut vault = small_vault(home);
    fill(home, 64 << 10);
    let mut number = 5;
    let error = loop {
        match answer(&mut vault, number) {
            Ok(_) => number += 1,
            Err(error) => break error,
        }
    };
    say(&format!("told commit | {}", both(&error.message())));
    let (inspection, place) = work::target(number - 1);
    let sheet = vault.inspection(id(inspection)).expect("still readable").expect("planned");
    assert_eq!(u64::from(sheet.entries[&item(place)].seconds), number - 1, "the last answer that was kept");
    let stopped = answer(&mut vault, number).expect_err("nothing is taken before there is room");
    assert!(matches!(stopped, CommitError::Stopped));
    say(&format!("told stopped | {}", both(&stopped.message())));
    match vault.back_up(&vault.backup_folder()) {
        Ok(_) => say("backed up on a full disk"),
        Err(error) => say(&format!("told backup | {}", both(&error.message()))),
    }
    std::fs::remove_file(home.join("filler")).expect("room");
    vault.resume().expect("there is room");
    answer(&mut vault, number).expect("kept");
    drop(vault);
    let vault = open(&home.join("kho")).expect("it opens").vault;
    let (inspection, place) = work::target(number);
    let sheet = vault.inspection(id(inspection)).expect("readable").expect("planned");
    assert_eq!(u64::from(sheet.entries[&item(place)].seconds), number);
    assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    say("went on");
}

fn full_at_open(home: &Path) {
    let mut vault = small_vault(home);
    for number in 5..40 {
        answer(&mut vault, number).expect("kept");
    }
    drop(vault);
    fill(home, 0);
    match open(&home.join("kho")) {
        Ok(Opened { mut vault, notices }) => {
            for notice in &notices {
                say(&format!("told notice | {}", both(notice)));
            }
            let (inspection, place) = work::target(39);
            let sheet = vault.inspection(id(inspection)).expect("readable").expect("planned");
            assert_eq!(u64::from(sheet.entries[&item(place)].seconds), 39);
            say("read on a full disk");
            match answer(&mut vault, 41) {
                Ok(_) => say("kept on a full disk"),
                Err(error) => say(&format!("told commit | {}", both(&error.message()))),
            }
        }
        Err(error) => say(&format!("told opening | {}", both(&error.message()))),
    }
    std::fs::remove_file(home.join("filler")).expect("room");
    let mut vault = open(&home.join("kho")).expect("it opens once there is room").vault;
    answer(&mut vault, 42).expect("kept");
    assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    say("went on");
}

/// The real program on the screen: the disk fills while somebody rates, room is made, Enter saves what was not saved.
fn at_the_keyboard(home: &Path) {
    use crate::pty::Pty;
    const PROGRAM: &str = env!("CARGO_BIN_EXE_thucchat");
    const UNITS: &str =
        "mã,tên,loại,mã cấp trên,cấp\n91,Tỉnh Kiên Giang,place,,province\n91-DU,Tỉnh ủy,party_committee,91,province\n";
    let (dir, units) = (home.join("kho").display().to_string(), home.join("units.csv").display().to_string());
    std::fs::write(&units, UNITS).expect("the file of units");
    for args in [
        &["init", "--name", "Nguyễn Thị Ẵm"][..],
        &["unit", "import", &units],
        &["round", "add", "2023", "--title", "Sơ kết", "--from", "2023-01-01", "--to", "2023-12-31"],
        &["round", "plan", "2023", "--kind", "party_committee"],
    ] {
        let done = Command::new(PROGRAM).args(["--vault", &dir]).args(args).output().expect("the program runs");
        assert!(done.status.success(), "{args:?}: {}", String::from_utf8_lossy(&done.stderr));
    }
    let mut pty = Pty::start(PROGRAM, &["--vault", &dir, "--lang", "vi"], &[], (100, 30));
    pty.waits_for("Hàng chờ").send("\r").waits_for("1/").send("2").waits_for("[2]").waits_for("đã lưu");
    fill(home, 0);
    let mut state = 0;
    // The last page of the journal's file has some room.
    while !pty.screen().contains("Chưa lưu được") {
        assert!(state < 2_000, "the disk never filled: {}", pty.screen());
        state += 1;
        let key = if state % 2 == 0 { "2" } else { "3" };
        pty.send(key).waits_until(|screen| {
            let saved = screen.contains(&format!("[{key}]")) && screen.contains("✓ đã lưu");
            saved || screen.contains("Chưa lưu được")
        });
    }
    let rated = if state % 2 == 0 { "2" } else { "3" };
    pty.waits_for("Ổ đĩa đầy").waits_for("Enter để lưu lại");
    say("told on the screen");
    // Esc reads on, the next change waits behind the first.
    pty.send("\x1b").waits_until_gone("Chưa lưu được").send("\x1b[B").waits_for("2/");
    pty.send("4").waits_for("Chưa lưu được").send("\x1b").waits_until_gone("Chưa lưu được");
    // Nobody leaves without being asked.
    pty.send("q").waits_for("ổ đĩa chưa nhận").send("\x1b").waits_until_gone("ổ đĩa chưa nhận");
    std::fs::remove_file(home.join("filler")).expect("room");
    pty.send("1").waits_for("Enter để lưu lại").send("\r").waits_for("Đã lưu những gì lúc trước");
    pty.send("q");
    assert_eq!(pty.ends(), 0);
    let vault = open(&home.join("kho")).expect("it opens").vault;
    assert!(vault.verify(&mut |_| {}).expect("a look").is_sound());
    let all = vault.summaries();
    let sheet = vault.inspection(all[0].id).expect("readable").expect("planned");
    let mut levels: Vec<_> = sheet.entries.values().filter_map(|entry| entry.answer.as_ref()?.level()).collect();
    levels.sort_unstable();
    let first = Level::new(rated.parse().expect("a level"));
    assert_eq!(levels, [Level::new(1), first].map(|level| level.expect("a level")), "what was tried last of each item");
    say("saved again");
}

fn read_only(home: &Path) {
    drop(small_vault(home));
    let mounted = |options: &str| {
        let done = Command::new("mount").args(["-o", options]).arg(home).status();
        assert!(done.is_ok_and(|status| status.success()), "remounted");
    };
    mounted("remount,ro");
    match open(&home.join("kho")) {
        Ok(_) => say("opened what cannot be written"),
        Err(error) => say(&format!("told opening | {}", both(&error.message()))),
    }
    mounted("remount,rw");
    let mut vault = open(&home.join("kho")).expect("it opens again").vault;
    answer(&mut vault, 42).expect("kept");
    say("went on");
}

fn expect_said(said: &[String], words: &str) {
    assert!(said.iter().any(|line| line.contains(words)), "“{words}” was not said: {said:#?}");
}

#[test]
fn a_full_disk_stops_the_writing_and_room_lets_it_go_on() {
    let Some(said) = on_a_small_disk("full") else { return };
    println!("{said:#?}");
    for words in ["Ổ đĩa đầy, thiếu ít nhất 1 MB", "The disk is full", "went on"] {
        expect_said(&said, words);
    }
}

#[test]
fn whoever_is_at_the_keyboard_makes_room_and_saves_again_in_order() {
    let Some(said) = on_a_small_disk("at-the-keyboard") else { return };
    println!("{said:#?}");
    for words in ["told on the screen", "saved again"] {
        expect_said(&said, words);
    }
}

#[test]
fn a_vault_on_a_full_disk_can_be_read() {
    let Some(said) = on_a_small_disk("full-at-open") else { return };
    println!("{said:#?}");
    for words in ["read on a full disk", "went on"] {
        expect_said(&said, words);
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_is_changed() {
    let Some(said) = on_a_small_disk("read-only") else { return };
    println!("{said:#?}");
    for words in ["chỉ cho đọc", "read-only", "went on"] {
        expect_said(&said, words);
    }
}

/// Every failure of the store has words in both languages that say what to do.
#[test]
fn words_of_failures_differ_by_language() {
    for error in [CommitError::Stopped, CommitError::ReadOnly, CommitError::TooLong] {
        assert_ne!(error.message().to(Lang::Vi), error.message().to(Lang::En));
    }
}
