//! Long work on the command line: a bar where somebody sees it, none in a pipe, and an interrupt that leaves nothing half done.

use super::{BINARY, run, vault};
use crate::pty::Pty;
use std::{
    fmt::Write as _,
    process::Command,
    time::{Duration, Instant},
};

/// A file of so many units.
fn many(path: &std::path::Path, units: usize) {
    let mut rows = String::from("mã,tên,loại,mã cấp trên,cấp\n91,Tỉnh Kiên Giang,place,,province\n");
    for n in 0..units {
        writeln!(rows, "91-{n:05},Huyện ủy Tân Hiệp {n},party_committee,91,district").expect("a string");
    }
    std::fs::write(path, rows).expect("the file of units");
}

#[test]
fn a_bar_stands_on_a_terminal_and_never_in_a_pipe() {
    let folder = tempfile::TempDir::new().expect("a temporary folder");
    let dir = folder.path().join("sample").display().to_string();
    let mut pty =
        Pty::start(BINARY, &["demo", "--scale", "s", "--dir", &dir, "--text", "--lang", "vi"], &[], (100, 30));
    pty.waits_for("%  Đang tạo bộ dữ liệu lớn để thử").signal("INT");
    assert_eq!(pty.ends(), 130);
    // What was made is whole; asked for again it goes on from there, and a pipe hears words instead of a bar.
    let output = Command::new(BINARY).args(["demo", "--scale", "s", "--dir", &dir, "--text", "--lang", "vi"]).output();
    let output = output.expect("the program runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("Đã tạo 5.000 trên 5.000"), "{said}");
    assert!(!said.contains('█') && !said.contains('\r'), "{said}");
}

#[test]
fn an_interrupted_import_keeps_all_units_or_none() {
    let folder = vault();
    let (dir, file) = (folder.path().join("vault"), folder.path().join("many.csv"));
    many(&file, 4_000);
    let count = || run(&dir, &["unit", "list", "--format", "json"]).matches("\"code\"").count();
    let before = count();
    let (vault, path) = (dir.display().to_string(), file.display().to_string());
    let mut pty = Pty::start(BINARY, &["--vault", &vault, "--lang", "vi", "unit", "import", &path], &[], (100, 30));
    // Once it has the vault it takes interrupts, whatever it is at.
    let (lock, pid) = (dir.join("vault.lock"), pty.pid().to_string());
    while std::fs::read_to_string(&lock).is_ok_and(|holder| holder != pid) {
        pty.reads_until(Instant::now() + Duration::from_millis(1));
    }
    pty.signal("INT");
    let code = pty.ends();
    let after = count();
    assert!(code == 130 || code == 0, "{code}");
    assert!(after == before || after == before + 4_000, "{before} units before, {after} after");
    run(&dir, &["vault", "verify"]);
}
