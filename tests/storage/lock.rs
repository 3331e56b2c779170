//! One process at a time.

use super::samples::*;
use std::{
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{Child, Command, Stdio},
};
use thucchat::{
    i18n::Lang,
    store::{Vault, VaultError},
};

const HOLD: &str = "THUCCHAT_TEST_HOLD";

/// Not a test of its own: as a child process it opens the vault, says so and waits to be killed.
#[test]
fn holder() {
    let Some(dir) = std::env::var_os(HOLD).map(PathBuf::from) else { return };
    let _held = Vault::open(&dir).expect("the child opens the vault").vault;
    println!("\nheld");
    let _ = std::io::stdin().lines().next();
}

fn hold(dir: &std::path::Path) -> Child {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args(["--exact", "lock::holder", "--nocapture"])
        .env(HOLD, dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a child process");
    let said = BufReader::new(child.stdout.take().expect("its words")).lines();
    assert!(said.map_while(Result::ok).any(|line| line == "held"), "the child holds the vault");
    child
}

#[test]
fn a_second_instance_is_told_the_process_that_has_the_vault() {
    let mut sample = Sample::new();
    sample.close();
    let mut child = hold(&sample.dir());
    let refused = Vault::open(&sample.dir()).expect_err("it is in use");
    assert!(matches!(refused, VaultError::InUse { pid } if pid == child.id()), "{refused:?}");
    assert!(refused.message().to(Lang::Vi).contains(&child.id().to_string()));
    child.kill().expect("killed");
    child.wait().expect("gone");
    assert!(sample.dir().join("vault.lock").is_file(), "its lock file is left behind");
    sample.reopen();
    sample.edit(rate(1, 1));
}

#[test]
fn the_same_process_cannot_open_it_twice_but_again_after_closing() {
    let mut sample = Sample::new();
    let pid = std::process::id();
    assert!(matches!(Vault::open(&sample.dir()), Err(VaultError::InUse { pid: found }) if found == pid));
    for _ in 0..20 {
        assert_eq!(sample.reopen(), [""; 0], "closing waits for sled's threads");
        sample.edit(rate(1, 1));
    }
}
