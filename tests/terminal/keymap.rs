//! Keymaps in the real program: a bad file starts it all the same, another map answers to real bytes.

use super::{BINARY, pty::Pty, vault};

#[test]
fn a_keymap_file_with_mistakes_starts_the_program_which_says_how_many_and_where_to_look() {
    let folder = vault();
    let dir = folder.path().join("vault").display().to_string();
    let file = folder.path().join("phim.toml");
    std::fs::write(&file, "[walk]\nrate-9 = [\"9\"]\nedit-note = [\"entre\"]\n").expect("a keymap");
    let file = file.display().to_string();
    let mut pty = Pty::start(BINARY, &["--vault", &dir, "--lang", "vi", "--keymap", &file], &[], (160, 30));
    pty.waits_for("Huyện ủy Tân Hiệp").waits_for("Tệp phím có 2 lỗi").waits_for("thucchat keys check");
    pty.send("\r").waits_for("C1-01 · 1/").send("3").waits_for("[3]").send("q");
    assert_eq!(pty.ends(), 0);

    let config = folder.path().join("config");
    std::fs::create_dir_all(config.join("thucchat")).expect("a folder");
    std::fs::write(config.join("thucchat").join("keymap.toml"), "[wark]\n").expect("a keymap");
    let config = config.display().to_string();
    let mut pty = Pty::start(BINARY, &["--vault", &dir, "--lang", "vi"], &[("XDG_CONFIG_HOME", &config)], (100, 30));
    pty.waits_for("Huyện ủy Tân Hiệp").waits_for("Tệp phím có 1 lỗi nên chưa dùng; xem: thucchat keys check");
    pty.send("q");
    assert_eq!(pty.ends(), 0);
}

#[test]
fn one_hand_opens_rates_and_leaves_with_the_number_pad_alone() {
    let folder = vault();
    let dir = folder.path().join("vault").display().to_string();
    let mut pty = Pty::start(BINARY, &["--vault", &dir, "--lang", "vi", "--keymap", "one-hand"], &[], (60, 16));
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("C1-01 · 1/").send("3").waits_for("✓ đã lưu");
    pty.send("/").waits_for("/ …").waits_for("ký kết thúc").send("\x1b").waits_until_gone("/ …");
    pty.send("8").waits_for("Bảng lệnh").send("\x1b[B\r").send("9").waits_for("Hàng chờ").send("/9");
    assert_eq!(pty.ends(), 0);
}
