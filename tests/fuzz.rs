//! What comes from outside is bent in every way that chance finds, for a while, and nothing may panic, hang or come out otherwise than it
//! went in. Seven targets: programme, keymap, units, fill file, journal record, template, sanitiser.
//!
//! This is mutation of seeds without a look at coverage: it runs on the Rust that everyone has, and finds less than a fuzzer that sees which
//! way the code goes. Seeds are what ships, the files of the other tests and `fuzz/seeds/`; what was found once stands there too. A target runs
//! for a second of processor time, so that a busy machine takes nothing away; `THUCCHAT_FUZZ_SECONDS=3600 cargo test --release --test fuzz` is
//! the long run, `THUCCHAT_FUZZ_SEED` plays another game.

#[path = "fuzz/mutate.rs"]
mod mutate;
#[path = "fuzz/targets.rs"]
mod targets;

use mutate::Mutator;
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::{Duration, Instant},
};

/// The longest that one input may take, on a slow machine with an unoptimised build. Processor time, like all times here.
const LONGEST: Duration = Duration::from_secs(20);

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// How long this thread has had a processor; where the system does not say, how long it has run.
fn worked(since: Instant) -> Duration {
    let said = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = said.and_then(|said| said.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// Feeds a target with its seeds as they are, and with what is made of them until the time is up.
fn feed(name: &str, words: &[&str], shipped: &[&[u8]], mut target: impl FnMut(&[u8])) {
    let folder = PathBuf::from("tests/fuzz/seeds").join(name);
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    files.sort();
    let mut seeds: Vec<Vec<u8>> = shipped.iter().map(|seed| seed.to_vec()).collect();
    seeds.extend(files.iter().map(|path| fs::read(path).expect("a seed")));
    let seconds = Duration::from_secs(number("THUCCHAT_FUZZ_SECONDS", 1));
    let mut mutator = Mutator::new(number("THUCCHAT_FUZZ_SEED", 20_231_115), words, seeds.clone());
    let (since, mut fed) = (Instant::now(), 0_u64);
    let before = worked(since);
    let (mut known, mut inputs) = (before, seeds.into_iter());
    while fed == 0 || known.saturating_sub(before) < seconds || inputs.len() > 0 {
        let input = inputs.next().unwrap_or_else(|| mutator.next());
        let began = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| target(&input)));
        fed += 1;
        let hung = began.elapsed() > LONGEST && worked(since).saturating_sub(known) > LONGEST;
        if outcome.is_err() || hung {
            let found = std::env::temp_dir().join(format!("thucchat-{name}-{fed}"));
            fs::write(&found, &input).expect("what was found is written");
            panic!("{name}: input {fed} failed after {:?}; it stands in {}", began.elapsed(), found.display());
        }
        // Asked now and then: some inputs take microseconds only.
        if fed.is_multiple_of(16) || began.elapsed() > Duration::from_millis(1) {
            known = worked(since);
        }
    }
    println!("{name}: {fed} inputs in {:?} of processor time", known.saturating_sub(before));
}

#[test]
fn programmes() {
    let shipped = include_bytes!("../checklists/dan-van-kheo-2021-2025.toml");
    let small = include_bytes!("cli/programme.toml");
    feed("programme", targets::PROGRAMME_WORDS, &[small, shipped], targets::programme);
}

#[test]
fn keymaps() {
    let shipped: [&[u8]; 3] = [
        include_bytes!("../keymaps/default.toml"),
        include_bytes!("../keymaps/vim.toml"),
        include_bytes!("keymaps/several.toml"),
    ];
    feed("keymap", targets::KEYMAP_WORDS, &shipped, targets::keymap);
}

#[test]
fn units() {
    let shipped: [&[u8]; 3] = [
        include_bytes!("fixtures/units/excel.csv"),
        include_bytes!("fixtures/units/province.csv"),
        include_bytes!("cli/units.csv"),
    ];
    feed("units", targets::UNIT_WORDS, &shipped, targets::units);
}

#[test]
fn fill_files() {
    let shipped: [&[u8]; 3] = [
        include_bytes!("fixtures/fill/whole.toml"),
        include_bytes!("cli/fill.toml"),
        include_bytes!("../src/practice/showcase/go-quao.toml"),
    ];
    let mut target = targets::Fill::new();
    feed("fill", targets::FILL_WORDS, &shipped, |input| target.read(input));
}

#[test]
fn journal_records() {
    let mut target = targets::Record::new();
    let shipped = target.bodies();
    let shipped: Vec<&[u8]> = shipped.iter().map(Vec::as_slice).collect();
    feed("record", targets::RECORD_WORDS, &shipped, |input| target.read(input));
}

#[test]
fn templates() {
    use thucchat::report::layout::{PARTY, STATE};
    feed("template", targets::TEMPLATE_WORDS, &[PARTY.as_bytes(), STATE.as_bytes()], targets::template);
}

#[test]
fn the_sanitiser() {
    feed("sanitiser", targets::SANITISER_WORDS, &["Nguyễn Thị Ẵm\n\tấp Kinh 4A".as_bytes()], targets::sanitiser);
}
