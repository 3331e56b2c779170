//! An interrupt while the reports of a whole round are written: nothing is left half done.

use super::team::{Ran, Team};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    time::{Duration, Instant},
};

fn province() -> (Team, PathBuf) {
    let team = Team::without_vault();
    let dir = team.path("tập-dượt");
    let mut command = team.command();
    command.env_remove("THUCCHAT_VAULT").args(["demo", "--dir", dir.to_str().expect("UTF-8")]);
    Ran::from(command.output().expect("the program runs")).ends_with(0);
    (team, dir)
}

fn writes_a_round(team: &Team, vault: &Path, folder: &Path) -> Child {
    let mut command = team.command();
    command.env_remove("THUCCHAT_VAULT").arg("--vault").arg(vault).args(["report", "--round", "2023-so-ket", "--all"]);
    command.args(["--format", "docx", "--out"]).arg(folder).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program runs")
}

fn files(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}

/// Interrupts the writing once the folder holds more than `before` files; its exit code.
fn interrupted(mut child: Child, folder: &Path, before: usize) -> i32 {
    let since = Instant::now();
    while files(folder).len() <= before && since.elapsed() < Duration::from_mins(1) {
        if child.try_wait().expect("its end").is_some() {
            break;
        }
        std::thread::yield_now();
    }
    let pid = rustix::process::Pid::from_raw(i32::try_from(child.id()).expect("a small number")).expect("a process");
    let _ = rustix::process::kill_process(pid, rustix::process::Signal::INT);
    child.wait().expect("its end").code().expect("it ends by itself")
}

#[test]
fn an_interrupt_takes_back_what_was_written_and_the_folder_that_was_made_for_it() {
    let (team, vault) = province();
    let folder = team.path("báo-cáo");
    assert_eq!(interrupted(writes_a_round(&team, &vault, &folder), &folder, 0), 130);
    assert!(!folder.exists(), "left behind: {:?}", files(&folder));
    // The vault is not in use any more, and as it was: the whole round can be written.
    let code = writes_a_round(&team, &vault, &folder).wait().expect("its end").code();
    assert_eq!((code, files(&folder).len()), (Some(0), 13));
}

#[test]
fn an_interrupt_leaves_what_was_in_the_folder_before() {
    let (team, vault) = province();
    let folder = team.path("báo-cáo");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("của tôi.txt"), "ấp Kinh 4A").expect("a file");
    assert_eq!(interrupted(writes_a_round(&team, &vault, &folder), &folder, 1), 130);
    assert_eq!(files(&folder), ["của tôi.txt"]);
}
