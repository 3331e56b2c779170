//! Writing Vietnamese on the real terminal: the bytes that input methods, pastes and fast fingers send, and what of them is in the vault.

use super::{BINARY, open, run, vault};
use crate::pty::Pty;
use std::{
    path::Path,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// The note of the first item, open to be typed into.
fn noting(folder: &TempDir) -> Pty {
    let mut pty = open(folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("C1-01 · 1/").send("g").waits_for("Ghi chú");
    pty
}

/// Saves, quits, and gives what the vault holds.
fn saved(pty: &mut Pty, folder: &TempDir) -> String {
    pty.send("\r").waits_for("✓ đã lưu").send("q");
    assert_eq!(pty.ends(), 0);
    shown(&folder.path().join("vault"))
}

fn shown(vault: &Path) -> String {
    run(vault, &["inspection", "show", "2023/904-DU", "--format", "toml"])
}

#[test]
fn whole_bursts_of_backspaces_and_letters_in_one_write_lose_nothing() {
    let folder = vault();
    let mut pty = noting(&folder);
    // fcitx5-unikey without a pre-edit, for "Nguyễn Thị Ẵm đẩy mạnh": each correction is so many backspaces and the letters anew.
    pty.send("Nguye\x7f\x7fyê\x7fễn Thi\x08ị Am\x7f\x7fĂm\x08\x08Ẵm da\x7f\x7fđa\x7fâ\x7f\x7fđẩy ma\x7fạnh");
    pty.waits_for("Nguyễn Thị Ẵm đẩy mạnh");
    assert!(saved(&mut pty, &folder).contains("note = \"Nguyễn Thị Ẵm đẩy mạnh\""));
}

#[test]
fn marks_behind_their_letters_join_them_in_one_read_and_in_several() {
    let folder = vault();
    let mut pty = noting(&folder);
    pty.send("Nguye\u{302}\u{303}n ").waits_for("Nguyễn");
    for piece in ["A", "\u{306}", "\u{303}", "m"] {
        pty.send(piece);
    }
    pty.waits_for("Ẵm");
    assert!(saved(&mut pty, &folder).contains("note = \"Nguyễn Ẵm\""));
}

#[test]
fn a_character_that_comes_in_two_reads_is_one_character() {
    let folder = vault();
    let mut pty = noting(&folder);
    let bytes = "ấp Ẵm đẩy".as_bytes();
    for byte in bytes {
        pty.sends_bytes(&[*byte]);
    }
    pty.waits_for("ấp Ẵm đẩy");
    assert!(saved(&mut pty, &folder).contains("note = \"ấp Ẵm đẩy\""));
}

#[test]
fn a_paste_is_composed_cleaned_and_runs_nothing() {
    let folder = vault();
    let mut pty = noting(&folder);
    pty.send("\x1b[200~Nguye\u{302}\u{303}n\r\nq\t\u{202E}đỏ\u{7}\x1b]0;x\x07 \u{11}s\x1b[201~").waits_for("đỏ");
    let shown = saved(&mut pty, &folder);
    let note = shown.lines().skip_while(|line| !line.starts_with("note = ")).take(3).collect::<Vec<_>>().join("\n");
    assert!(note.contains("Nguyễn") && note.contains("đỏ") && note.contains('q'), "{note}");
    assert!(!shown.contains(['\x1b', '\u{202E}', '\u{7}', '\u{11}', '\r']), "{note:?}");
}

#[test]
fn fast_typing_loses_no_letter_while_words_are_being_kept() {
    let folder = vault();
    let mut pty = noting(&folder);
    // Hundreds of keys at once; drafts are written and answered meanwhile.
    let words: String = (0..90).map(|word| format!("đẩy{word:03} ")).collect::<Vec<_>>().concat();
    for letter in words.chars() {
        let mut bytes = [0; 4];
        pty.sends_bytes(letter.encode_utf8(&mut bytes).as_bytes());
    }
    pty.waits_for("đẩy089");
    let shown = saved(&mut pty, &folder);
    assert!(shown.contains(words.trim_end()), "{shown}");
}

#[test]
fn two_hundred_keys_a_second_for_five_seconds_into_a_long_note_lose_no_letter() {
    let folder = vault();
    let mut pty = noting(&folder);
    let long = "Bà T. ở tổ 3 kể: \"đẩy mạnh\" là trên giấy, ấp Kinh 4A chưa ai tới. ".repeat(300);
    pty.send(&format!("\x1b[200~{long}HẾT\x1b[201~")).waits_for("HẾT");
    // A thousand letters, one each five thousandths of a second; drafts are written and answered meanwhile.
    let mut words: Vec<char> = (0..125).flat_map(|word| format!(" đẩy{word:04}").chars().collect::<Vec<_>>()).collect();
    words.truncate(1_000);
    let begun = Instant::now();
    for (at, letter) in (0_u32..).zip(&words) {
        pty.reads_until(begun + Duration::from_millis(5) * at);
        pty.sends_bytes(letter.encode_utf8(&mut [0; 4]).as_bytes());
    }
    let words: String = words.into_iter().collect();
    pty.waits_for("đẩy0124");
    assert!(folder.path().join("vault").join("draft.toml").exists(), "no draft was written meanwhile");
    let shown = saved(&mut pty, &folder);
    assert!(shown.contains(&words), "{} of {} letters", shown.matches("đẩy").count(), words.matches("đẩy").count());
}

#[test]
fn the_real_cursor_stands_at_the_caret() {
    let folder = vault();
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let mut pty = noting(&folder);
        pty.resize(columns, rows).waits_for("Ghi chú");
        pty.send("e\u{302}\u{301}農村👩‍👩‍👧X").waits_for("X");
        pty.reads_some(u64::MAX);
        let (row, column) = pty.cursor();
        assert_eq!(row, pty.row_of("農村"), "{}", pty.screen());
        assert_eq!(pty.letter_at(row, column - 1), "X", "{columns}×{rows}: {}", pty.screen());
        // A note that is longer than its field scrolls: the caret stays on the screen.
        pty.send(&"\n".repeat(40)).send("cuốiW").waits_for("cuốiW");
        pty.reads_some(u64::MAX);
        let (row, column) = pty.cursor();
        assert_eq!(row, pty.row_of("cuốiW"), "{}", pty.screen());
        assert_eq!(pty.letter_at(row, column - 1), "W", "{}", pty.screen());
        pty.kill();
    }
}

/// From the first setting up over the fields of the office to the one so many above them.
fn up(fields: usize) -> String {
    const OFFICE: usize = 8;
    "\x1b[Z".repeat(OFFICE + fields)
}

#[test]
fn a_copy_reaches_the_terminal_once_the_settings_say_so() {
    let folder = vault();
    let mut pty = noting(&folder);
    let copied = b"\x1b]52;c;4bqlcA==\x07";
    let has = |pty: &Pty| pty.bytes().windows(copied.len()).any(|bytes| bytes == copied);
    pty.send("ấp\x01\x1bc\x1b[F4A").waits_for("ấp4A").send("\r").waits_for("✓ đã lưu");
    assert!(!has(&pty), "nothing leaves the program by itself");
    pty.send("\x1b[21~").waits_for("Khi sao chép").send(&up(3)).send("\x1b[1;5C").waits_for("OSC 52").send("\r");
    pty.waits_for("Đã lưu cài đặt").send("g").waits_for("Ghi chú").send("\x7f\x7f\x01\x1bc\x1b[FX").waits_for("ấpX");
    assert!(has(&pty), "{}", pty.screen());
}

#[cfg(unix)]
#[test]
fn the_editor_outside_has_the_terminal_and_gives_the_words_back() {
    use std::os::unix::fs::PermissionsExt;
    let folder = vault();
    let script = folder.path().join("editor");
    let (seen, go) = (folder.path().join("seen"), folder.path().join("mode"));
    // It takes a line from the terminal, as an editor would, and writes it – decomposed – behind what the field held.
    let lines = [
        "#!/bin/sh".to_owned(),
        format!(
            "cp \"$1\" '{}'; ls -l \"$1\" > '{}'; ls -d \"$1\" >> '{}'",
            seen.display(),
            go.display(),
            go.display()
        ),
        "echo SOAN-O-NGOAI; read -r line; printf '%s a\u{302}\u{301}p\n' \"$line\" >> \"$1\"".to_owned(),
    ];
    std::fs::write(&script, lines.join("\n")).expect("the script");
    std::fs::set_permissions(&script, std::fs::Permissions::from_mode(0o755)).expect("it may run");
    let dir = folder.path().join("vault").display().to_string();
    let editor = script.display().to_string();
    let mut pty =
        Pty::start(BINARY, &["--vault", &dir, "--lang", "vi"], &[("VISUAL", ""), ("EDITOR", &editor)], (100, 30));
    pty.waits_for("Huyện ủy Tân Hiệp").send("\x1b[21~").waits_for("Trình soạn thảo ngoài");
    pty.send(&up(2)).send("\x1b[1;5C").waits_for("bật: mở ô").send("\r").waits_for("Đã lưu cài đặt");
    pty.send("\r").waits_for("C1-01 · 1/").send("g").waits_for("Ghi chú").send("dòng một").waits_for("dòng một");
    pty.send("\x1be").waits_for("SOAN-O-NGOAI");
    assert!(pty.left_alternate_screen());
    // These keys are the editor's, not the application's.
    pty.send("gõ q\n").waits_for("gõ q ấp").waits_for("Ghi chú");
    assert_eq!(std::fs::read_to_string(&seen).expect("what the editor saw"), "dòng một\n");
    let listed = std::fs::read_to_string(&go).expect("what ls said");
    assert!(listed.starts_with("-rw-------"), "{listed}");
    let file = listed.lines().last().expect("the path of the file");
    assert!(!Path::new(file).exists() && !Path::new(file).parent().expect("its folder").exists(), "{file} is left");
    let shown = saved(&mut pty, &folder);
    assert!(shown.contains("dòng một") && shown.contains("gõ q ấp"), "{shown}");
}
