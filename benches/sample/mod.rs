//! The big sample L that benches open: 10,000 units, 50,000 inspections, 1,000,000 answers. Made once (a minute) and kept among the
//! build's files, unless `THUCCHAT_BENCH_VAULT=FOLDER` names one.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The program that is measured.
pub const BINARY: &str = env!("CARGO_BIN_EXE_thucchat");

/// The folder of the sample.
pub fn folder() -> PathBuf {
    std::env::var_os("THUCCHAT_BENCH_VAULT").map_or_else(made, PathBuf::from)
}

fn made() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sample-l");
    if !folder.join("vault.toml").is_file() {
        let made =
            Command::new(BINARY).args(["demo", "--scale", "L", "--dir"]).arg(&folder).stdout(Stdio::null()).status();
        assert!(made.is_ok_and(|made| made.success()), "the sample was not made");
    }
    folder
}
