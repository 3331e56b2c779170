//! Builds the recorder (`recorder.c`) once, and starts this test program with it as a worker.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

/// What a worker is told to do; its folder is in [`FOLDER`].
pub const WORK: &str = "THUCCHAT_TEST_WORK";
/// The folder a worker works in: `kho` within is the vault.
pub const FOLDER: &str = "THUCCHAT_TEST_FOLDER";

/// The recorder as a library; nothing where no C compiler is, or the system knows no preloading. That is said loudly, and CI has one.
pub fn library() -> Option<&'static Path> {
    static BUILT: OnceLock<Option<PathBuf>> = OnceLock::new();
    BUILT
        .get_or_init(|| {
            let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("recorder-{}.so", std::process::id()));
            let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/recorder.c");
            let built = cfg!(target_os = "linux")
                && Command::new("cc")
                    .args(["-shared", "-fPIC", "-O1", "-Wall", "-o"])
                    .arg(&out)
                    .arg(&source)
                    .arg("-ldl")
                    .status()
                    .is_ok_and(|status| status.success());
            if !built {
                assert!(std::env::var_os("CI").is_none(), "CI has a C compiler: these tests must run there");
                eprintln!(
                    "\n\n!!! NOT TESTED: no C compiler (cc), so faults of the disk and the clock are not tried.\n\n"
                );
            }
            built.then_some(out)
        })
        .as_deref()
}

/// A worker of this test program in `folder`, not started yet. Its words come on a pipe.
pub fn worker(work: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command
        .args(["--exact", "work::worker", "--nocapture"])
        .env(WORK, work)
        .env(FOLDER, folder)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// The same, with the recorder about the vault.
pub fn watched(library: &Path, work: &str, folder: &Path) -> Command {
    let mut command = worker(work, folder);
    command.env("LD_PRELOAD", library).env("THUCCHAT_FAULT_ROOT", folder.join("kho"));
    command
}

/// Kills a worker and waits until it is gone.
pub fn kill(child: &mut Child) {
    child.kill().expect("killed");
    child.wait().expect("gone");
}
