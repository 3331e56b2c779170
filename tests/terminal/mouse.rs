//! Mouse and themes in a real pseudo-terminal.

use super::{BINARY, open, pty::Pty, run, vault};

#[test]
fn clicks_open_an_inspection_and_rate_and_leaving_gives_the_mouse_back() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp");
    assert!(pty.takes_the_mouse());
    let row = pty.row_of("Huyện ủy Tân Hiệp");
    pty.clicks(10, row).waits_for("C1-01 · 1/").waits_for(" 3  ");
    let row = pty.row_of(" 3  ");
    pty.clicks(50, row).waits_for("[3]").waits_for("✓ đã lưu");
    pty.send("\x1b[<65;5;8M").waits_for("4/").send("\x1b[<64;5;8M").waits_for("[3]").send("q");
    assert_eq!(pty.ends(), 0);
    assert!(!pty.takes_the_mouse() && pty.left_alternate_screen());
    let shown = run(&folder.path().join("vault"), &["inspection", "show", "2023/904-DU", "--format", "toml"]);
    assert!(shown.contains("rating = 3"), "{shown}");
}

#[test]
fn a_signal_gives_the_mouse_back() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp");
    pty.signal("TERM");
    assert_eq!(pty.ends(), 130);
    assert!(!pty.takes_the_mouse());
}

#[test]
fn one_setting_leaves_the_mouse_to_the_terminal_at_once_and_after_a_restart() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\x1b[21~").waits_for("Chuột");
    pty.send("\t\t\t\t\t\t\t\x1b[C\r").waits_for("Đã lưu cài đặt").waits_for("✓ đã lưu");
    pty.send("q");
    assert_eq!(pty.ends(), 0);
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp");
    assert!(!pty.takes_the_mouse());
}

#[test]
fn a_theme_asked_for_wins_for_the_session_and_the_settings_say_so() {
    let folder = vault();
    let dir = folder.path().join("vault").display().to_string();
    let mut pty = Pty::start(
        BINARY,
        &["--vault", &dir, "--lang", "vi", "--theme", "high-contrast"],
        &[("NO_COLOR", "1")],
        (100, 30),
    );
    pty.waits_for("Huyện ủy Tân Hiệp");
    assert!(pty.has_any_colour());
    pty.send("\x1b[21~").waits_for("--theme hoặc NO_COLOR");
}

#[test]
fn a_terminal_that_says_nothing_of_colour_gets_it() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp");
    assert!(pty.has_any_colour());
}
