//! What the process does so that nothing of a vault gets out of it by accident: files that it makes are its user's alone, it leaves no picture of
//! its memory, and a panic says where and not what.

use std::{
    io::{self, Write},
    panic,
};

/// The words of a panic are printed where this is set, for whoever looks for a mistake in the program with data that may be seen.
const WORDS: &str = "THUCCHAT_PANIC_WORDS";

/// Begins: before anything is opened.
pub(super) fn begin() {
    close_to_others();
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let _ = writeln!(io::stderr(), "thucchat: a mistake of the program at {place}; what was saved is on the disk");
        if std::env::var_os(WORDS).is_some() {
            let _ = writeln!(io::stderr(), "{panic}");
        }
    }));
}

/// Failing leaves things as the system has them: no reason to refuse work.
#[cfg(unix)]
fn close_to_others() {
    use rustix::process::{Resource, Rlimit, setrlimit, umask};
    umask(rustix::fs::Mode::from_raw_mode(0o077));
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
    // Where a collector takes the pictures of dead programs, the limit alone does not hold it back.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_dumpable_behavior(rustix::process::DumpableBehavior::NotDumpable);
}

#[cfg(not(unix))]
fn close_to_others() {}
