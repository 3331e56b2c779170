//! Two at once: of many starts one runs, a lock that was left behind stops nobody, and a vault that was closed opens at once.

use super::{
    preload::{FOLDER, WORK, kill, worker},
    samples::*,
    work::{both, open, prepared, times},
};
use std::{
    io::{BufRead as _, BufReader},
    path::PathBuf,
    process::{Child, Command},
    thread,
};
use thucchat::store::VaultError;

/// Not a test of its own: a start that says how it went, and holds the vault until it is killed.
#[test]
fn start() {
    let (Some(work), Some(home)) = (std::env::var_os(WORK), std::env::var_os(FOLDER)) else { return };
    if work != "hold" {
        return;
    }
    match open(&PathBuf::from(home).join("kho")) {
        Ok(_opened) => {
            println!("\n:holds");
            loop {
                thread::park();
            }
        }
        Err(VaultError::InUse { pid }) => println!("\n:in use {pid}"),
        Err(error) => println!("\n:failed {error}"),
    }
}

fn begin(home: &std::path::Path) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", "twice::start", "--nocapture"]).env(WORK, "hold").env(FOLDER, home);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null());
    command.spawn().expect("a start")
}

/// The first thing a start says.
fn says(child: &mut Child) -> String {
    let lines = BufReader::new(child.stdout.take().expect("its words")).lines();
    let said = lines.map_while(Result::ok).find_map(|line| line.strip_prefix(':').map(str::to_owned));
    said.unwrap_or_else(|| "nothing".into())
}

#[test]
fn of_twenty_starts_one_runs_and_the_others_say_which() {
    let sample = prepared();
    let mut starts: Vec<Child> = (0..20).map(|_| begin(sample.home.path())).collect();
    let said: Vec<String> = starts.iter_mut().map(says).collect();
    let running: Vec<usize> = (0..20).filter(|at| said[*at] == "holds").collect();
    assert_eq!(running.len(), 1, "{said:?}");
    // A start that comes between the lock and the number in it hears of a process that it cannot name.
    let known = [format!("in use {}", starts[running[0]].id()), "in use 0".to_owned()];
    assert!(said.iter().enumerate().all(|(at, said)| at == running[0] || known.contains(said)), "{said:?}");
    assert!(said.iter().filter(|said| **said == known[0]).count() > 10, "{said:?}");
    // From the command line: exit code 3, and nothing is changed.
    let refused = Command::new(env!("CARGO_BIN_EXE_thucchat"))
        .args(["--lang", "vi", "--vault"])
        .arg(sample.dir())
        .args(["vault", "info"])
        .output()
        .expect("the program");
    assert_eq!(refused.status.code(), Some(3));
    let words = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(words.contains(&format!("tiến trình {}", starts[running[0]].id())) && words.contains("Hãy"), "{words}");
    // The lock of a process that was killed is left behind, and stops nobody.
    kill(&mut starts[running[0]]);
    let opened = open(&sample.dir()).expect("it opens at once");
    assert!(opened.notices.is_empty(), "{:?}", opened.notices);
    for start in &mut starts {
        start.wait().expect("gone");
    }
}

#[test]
fn a_vault_opens_at_once_a_hundred_times_after_it_was_closed_or_killed() {
    let mut sample = prepared();
    for again in 0..times(100) {
        sample.vault = Some(open(&sample.dir()).unwrap_or_else(|error| panic!("{again}: {error}")).vault);
        if again % 10 == 0 {
            sample.edit(rate(1, (again / 10 % 5) as u8));
        }
        sample.close();
    }
    for again in 0..10 {
        let mut child = begin(sample.home.path());
        assert_eq!(says(&mut child), "holds", "{again}");
        kill(&mut child);
        assert!(open(&sample.dir()).is_ok(), "{again}");
    }
    let done = worker("answer:3", sample.home.path()).output().expect("a worker");
    assert!(done.status.success());
}

/// The control: a second opening while the first is held is refused, in this process too.
#[test]
fn a_second_opening_would_be_found_out() {
    let sample = prepared();
    let held = open(&sample.dir()).expect("it opens");
    let refused = open(&sample.dir()).expect_err("held");
    assert!(both(&refused.message()).contains(&std::process::id().to_string()));
    drop(held);
    assert!(open(&sample.dir()).is_ok());
}
