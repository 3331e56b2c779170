//! Ctrl+Z in a real shell: the terminal is given back, nothing typed is lost, and going on finds everything where it was.

use super::{BINARY, open, pty::Pty, run, vault};

const WORDS: &str = "bà Ẵm nói: \"tháng nào cũng họp\"";

/// A shell with job control that starts the program, and when it stops says how, shows the modes of its terminal, and waits for a line
/// before it brings the program back.
const SHELL: &str =
    "set -m; \"$0\" \"$@\"; echo \"ngưng $?\"; stty -a; echo 'gõ Enter'; read line; fg; echo \"xong $?\"";

fn in_a_shell(folder: &tempfile::TempDir) -> Pty {
    let vault = folder.path().join("vault").display().to_string();
    let mut pty = Pty::start("sh", &["-c", SHELL, BINARY, "--vault", &vault, "--lang", "vi"], &[], (100, 30));
    pty.waits_for("Huyện ủy Tân Hiệp");
    pty
}

/// What a shell says of a program that SIGTSTP stopped: 128 and the number of the signal.
const STOPPED: &str = "ngưng 148";

#[test]
fn ctrl_z_in_a_form_keeps_the_words_gives_the_terminal_back_and_fg_finds_all_as_it_was() {
    let folder = vault();
    let mut pty = in_a_shell(&folder);
    pty.send("\r").waits_for("C1-01 · 1/").send("e").waits_for("Minh chứng mới").send(WORDS).waits_for(WORDS);
    pty.send("\x1a").waits_for(STOPPED).waits_for("gõ Enter");
    assert!(pty.left_alternate_screen() && pty.cursor_is_shown() && !pty.takes_the_mouse());
    let modes = pty.screen();
    for mode in ["icanon", "echo", "isig"] {
        assert!(modes.split_whitespace().any(|word| word == mode), "{mode} is not on:\n{modes}");
    }
    // Whoever kills it now loses nothing.
    let draft = std::fs::read_to_string(folder.path().join("vault").join("draft.toml")).expect("the words are kept");
    assert!(draft.contains("tháng nào cũng họp"), "{draft}");
    // The window changes its size while another program has it.
    pty.resize(80, 24).send("\n").waits_for("Minh chứng mới").waits_for(WORDS).waits_for("Huyện ủy Tân Hiệp");
    assert!(!pty.left_alternate_screen());
    pty.send(" và góp ý").waits_for("và góp ý").send("\r").waits_for("V-01").waits_for("✓ đã lưu").send("q");
    assert_eq!(pty.ends(), 0);
    assert!(pty.left_alternate_screen() && pty.screen().contains("xong 0"), "{}", pty.screen());
    let shown = run(&folder.path().join("vault"), &["inspection", "show", "2023/904-DU", "--format", "toml"]);
    assert!(shown.contains("và góp ý"), "{shown}");
}

#[test]
fn ctrl_z_works_in_a_dialog_and_the_question_still_stands_afterwards() {
    let folder = vault();
    let mut pty = in_a_shell(&folder);
    pty.send("n").waits_for("Esc").send("\x11").waits_for("Thoát").send("\x1a").waits_for(STOPPED).send("\n");
    pty.waits_for("Huyện ủy Tân Hiệp").waits_for("Thoát").send("\r");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn where_no_shell_could_bring_it_back_it_says_so_and_goes_on() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\x1a").waits_for("Không có shell nào").send("\r").waits_for("C1-01 · 1/");
    pty.send("4").waits_for("[4]").send("q");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn stopped_from_outside_it_draws_everything_anew_when_it_goes_on() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp");
    pty.signal("STOP");
    pty.shows("\x1b[2J\x1b[?1049l\x1b[?1000lmột chương trình khác");
    pty.signal("CONT");
    pty.waits_for("Huyện ủy Tân Hiệp").waits_for("Hàng chờ");
    assert!(!pty.screen().contains("chương trình khác") && pty.takes_the_mouse() && !pty.left_alternate_screen());
    pty.send("\r").waits_for("C1-01 · 1/").send("q");
    assert_eq!(pty.ends(), 0);
}
