//! Catches the panics of sled, which can come from a damaged file, without a word on the terminal.

use std::{
    cell::Cell,
    panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook},
    sync::Once,
};

thread_local! {
    static GUARDED: Cell<u32> = const { Cell::new(0) };
}

/// Whether a panic of this thread is expected and will be caught. A hook that restores the terminal or writes about the
/// panic asks this first and does nothing when it holds.
#[must_use]
pub fn panic_is_caught() -> bool {
    GUARDED.with(|depth| depth.get() > 0) || std::thread::current().name().is_some_and(|name| name.starts_with("sled-"))
}

/// Runs `work`; a panic in it becomes an error that holds its words.
pub(super) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    static SILENCE: Once = Once::new();
    SILENCE.call_once(|| {
        let hook = take_hook();
        set_hook(Box::new(move |panic| {
            if !panic_is_caught() {
                hook(panic);
            }
        }));
    });
    GUARDED.with(|depth| depth.set(depth.get() + 1));
    // What the closure leaves half done is sled's own state, and that database is not used again after a panic.
    let done = catch_unwind(AssertUnwindSafe(work));
    GUARDED.with(|depth| depth.set(depth.get().saturating_sub(1)));
    done.map_err(|panic| {
        let words = panic.downcast_ref::<String>().map(String::as_str);
        words.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic").to_owned()
    })
}
