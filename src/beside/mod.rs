//! Two reckonings at a time. The one place outside the shell where a thread begins: what comes out is what one after the other would give,
//! so pure code stays pure. The store reads its index with it as well. Not for what waits for somebody.

use std::{panic::resume_unwind, thread};

/// Both of two, the second in a thread of its own; one after the other where the system has none to give just now.
pub fn both<A, B: Send>(first: impl FnOnce() -> A, second: impl Fn() -> B + Sync) -> (A, B) {
    thread::scope(|scope| {
        let beside = thread::Builder::new().spawn_scoped(scope, &second);
        let first = first();
        let second = match beside {
            Ok(beside) => beside.join().unwrap_or_else(|panic| resume_unwind(panic)),
            Err(_) => second(),
        };
        (first, second)
    })
}

/// What `of` makes of all things, or of their two halves, in order: fewer than `worth` are done sooner than a thread is made.
pub fn in_halves<T: Sync, R: Send>(all: &[T], worth: usize, of: impl Fn(&[T]) -> R + Sync) -> Vec<R> {
    if all.len() < worth.max(2) {
        return vec![of(all)];
    }
    let (first, second) = all.split_at(all.len() / 2);
    let (first, second) = both(|| of(first), || of(second));
    vec![first, second]
}

/// All that `of` makes of each, in order, the second half beside the first; fewer than `worth` one after the other.
pub fn each<'a, T: Sync, R: Send, I>(all: &'a [T], worth: usize, of: impl Fn(&'a T) -> I + Sync) -> Vec<R>
where
    I: IntoIterator<Item = R>,
{
    let made = |some: &'a [T]| some.iter().flat_map(&of).collect::<Vec<R>>();
    if all.len() < worth.max(2) {
        return made(all);
    }
    let (first, second) = all.split_at(all.len() / 2);
    let (mut first, second) = both(|| made(first), || made(second));
    first.extend(second);
    first
}

/// Frees something big beside whoever goes on; here where there is no thread. What has a file open is not for this: the program may end
/// before.
pub fn free(what: impl Send + 'static) {
    // Without a thread the closure goes at once, and what it holds with it.
    let _ = thread::Builder::new().spawn(move || drop(what));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_come_in_order_and_lose_nothing() {
        for count in 0..9_usize {
            let all: Vec<usize> = (0..count).collect();
            let parts = in_halves(&all, 4, <[usize]>::to_vec);
            assert_eq!(parts.len(), if count < 4 { 1 } else { 2 });
            assert_eq!(parts.concat(), all);
            let smaller = |of: &usize| (0..*of).collect::<Vec<_>>();
            assert_eq!(each(&all, 4, smaller), all.iter().flat_map(smaller).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_panic_beside_is_a_panic_here() {
        let caught = std::panic::catch_unwind(|| both(|| 1, || -> u8 { panic!("beside") }));
        assert_eq!(caught.expect_err("a panic").downcast_ref::<&str>(), Some(&"beside"));
    }
}
