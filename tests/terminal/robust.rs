//! The terminal under strain: a panic, a storm of sizes while somebody types, a laptop that hangs up, and nobody at the keyboard.

#[cfg(debug_assertions)]
use super::{BINARY, pty::Pty};
use super::{open, run, vault};
#[cfg(target_os = "linux")]
use std::fs;

/// A small generator (`SplitMix64`), so that a failing storm can be met again.
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_tells_and_loses_nothing_that_was_saved() {
    let folder = vault();
    let dir = folder.path().join("vault").display().to_string();
    let mut pty = Pty::start(BINARY, &["--vault", &dir, "--lang", "vi"], &[("THUCCHAT_PANIC_AT", "f12")], (100, 30));
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("1/").send("4").waits_for("[4]").waits_for("✓ đã lưu");
    pty.send("\x1b[24~");
    assert_ne!(pty.ends(), 0);
    assert!(pty.left_alternate_screen() && pty.cursor_is_shown() && !pty.takes_the_mouse());
    // Where, and not what: words of a panic can hold what was typed.
    let said = pty.screen();
    assert!(
        said.contains("src/tui/runtime/mod.rs") && !said.contains("asked for by"),
        "the message of the panic:\n{said}"
    );
    let shown = run(&folder.path().join("vault"), &["inspection", "show", "2023/904-DU", "--format", "toml"]);
    assert!(shown.contains("rating = 4"), "{shown}");
}

#[test]
fn a_storm_of_sizes_while_typing_loses_no_letter() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("1/").send("g").waits_for("Ghi chú");
    let words = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\" ".repeat(5);
    let mut state = 16;
    for letter in words.chars() {
        let (columns, rows) = (20 + next(&mut state) % 181, 5 + next(&mut state) % 56);
        pty.resize(u16::try_from(columns).expect("columns"), u16::try_from(rows).expect("rows"));
        pty.send(&letter.to_string());
    }
    pty.resize(100, 30).send("\r").waits_for("✓ đã lưu").send("q");
    assert_eq!(pty.ends(), 0);
    let shown = run(&folder.path().join("vault"), &["inspection", "show", "2023/904-DU"]);
    assert!(shown.matches("Nguyễn Thị Ẵm, ấp Kinh 4A").count() >= 5, "{shown}");
}

#[cfg(debug_assertions)]
#[test]
fn a_screen_that_nobody_attends_covers_itself_once_its_minutes_are_over_and_a_key_opens_it() {
    let folder = vault();
    let dir = folder.path().join("vault").display().to_string();
    let mut pty = Pty::start(BINARY, &["--vault", &dir, "--lang", "vi"], &[("THUCCHAT_MINUTE", "700")], (100, 30));
    pty.waits_for("Huyện ủy Tân Hiệp")
        .send("\x1b[21~")
        .waits_for("Cài đặt")
        .send(&"\x1b[Z".repeat(8))
        .waits_for("‹ không tự che ›");
    pty.send("\x1b[1;5C").waits_for("‹ sau 2 phút").send("\r").waits_for("Màn hình đang che");
    assert!(!pty.screen().contains("Tân Hiệp"), "{}", pty.screen());
    pty.send("3").waits_for("Huyện ủy Tân Hiệp").waits_for("Màn hình đang che");
    pty.send("qq");
    assert_eq!(pty.ends(), 0);
}

/// Both may stand ready when the program looks up. Waiting by edges (epoll) would then hear of the size alone and leave the key until another
/// comes: with that way of waiting one of these keys is lost in nearly every run.
#[test]
fn a_key_that_comes_together_with_a_change_of_size_is_heard() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("1/");
    for columns in 80..180 {
        let rating = columns % 5;
        pty.resize(columns, 30).send(&rating.to_string()).waits_for(&format!("[{rating}]"));
    }
}

#[test]
fn a_connection_that_hangs_up_saves_what_was_decided() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("1/").send("2").waits_for("[2]");
    pty.signal("HUP");
    assert_eq!(pty.ends(), 130);
    assert!(pty.left_alternate_screen() && pty.cursor_is_shown());
    let shown = run(&folder.path().join("vault"), &["inspection", "show", "2023/904-DU", "--format", "toml"]);
    assert!(shown.contains("rating = 2"), "{shown}");
}

/// What the program's own threads did so far: clock ticks of the processor, and how often one went to sleep. Not those of sled's pool, each of
/// which looks up once a second for ever, some microseconds long; that is sled's to change.
#[cfg(target_os = "linux")]
fn done_by(pid: u32) -> (u64, u64) {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).expect("threads");
    let number = |text: &str| text.trim().parse::<u64>().expect("a number");
    // A thread may end while it is looked at.
    let done = threads.flatten().filter_map(|thread| {
        let read = |name: &str| fs::read_to_string(thread.path().join(name)).ok();
        let (name, stat, status) = (read("comm")?, read("stat")?, read("status")?);
        let ticks: Vec<&str> = stat.rsplit(')').next().expect("fields").split_whitespace().collect();
        let sleeps = status.lines().find_map(|line| line.strip_prefix("voluntary_ctxt_switches:")).expect("sleeps");
        let ours = !name.starts_with("sled-io-");
        ours.then(|| (number(ticks[11]) + number(ticks[12]), number(sleeps)))
    });
    done.fold((0, 0), |(ticks, sleeps), one| (ticks + one.0, sleeps + one.1))
}

/// Counted by the system, not timed by us: however busy the machine is, who sleeps uses nothing.
#[cfg(target_os = "linux")]
#[test]
fn nobody_at_the_keyboard_costs_no_processor_time() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").is_quiet();
    // The daily backup comes after the first frame, and is work.
    let backups = folder.path().join("vault/backups");
    let is_whole = |entry: std::io::Result<std::fs::DirEntry>| {
        entry.is_ok_and(|entry| entry.path().extension().is_some_and(|ending| ending == "backup"))
    };
    let begin = std::time::Instant::now();
    while !std::fs::read_dir(&backups).is_ok_and(|mut entries| entries.any(is_whole)) {
        assert!(begin.elapsed().as_secs() < 30, "no backup came");
        pty.is_quiet_for(std::time::Duration::from_millis(50));
    }
    // What comes after the backup may take a moment, once. Whoever asks again and again whether there is a key shows it in every look.
    let slept = |look: &(u64, u64)| *look == (0, 0);
    let mut looks = Vec::new();
    while looks.len() < 5 && !looks.last().is_some_and(slept) {
        let before = done_by(pty.pid());
        pty.is_quiet_for(std::time::Duration::from_secs(2));
        let after = done_by(pty.pid());
        looks.push((after.0.abs_diff(before.0), after.1.abs_diff(before.1)));
    }
    assert!(looks.last().is_some_and(slept), "ticks and sleeps in two seconds each: {looks:?}");
    pty.send("q");
    assert_eq!(pty.ends(), 0);
}
