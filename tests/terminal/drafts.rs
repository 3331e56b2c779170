//! The real program, ended in the middle of a form: the words are there again.

use super::{open, pty::Pty, vault};
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

const WORDS: &str = "bà Ẵm nói: \"tháng nào cũng họp\"";

fn file(folder: &tempfile::TempDir) -> PathBuf {
    folder.path().join("vault").join("draft.toml")
}

/// Waits until the draft holds the words: less than a second on a good day, and a great deal more on a laptop that is busy.
#[track_caller]
fn waits_for_draft(pty: &mut Pty, path: &Path, words: &str) {
    let end = Instant::now() + Duration::from_secs(20);
    while !std::fs::read_to_string(path).is_ok_and(|text| text.contains(words)) {
        assert!(Instant::now() < end, "no draft holds “{words}”");
        pty.reads_some(1);
    }
}

fn typing(folder: &tempfile::TempDir) -> Pty {
    let mut pty = open(folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("\r").waits_for("C1-01 · 1/");
    pty.send("e").waits_for("Minh chứng mới").send(WORDS).waits_for(WORDS);
    pty
}

#[track_caller]
fn offers_the_words(folder: &tempfile::TempDir) {
    let mut pty = open(folder);
    pty.waits_for("Còn chữ gõ dở").waits_for("Huyện ủy Tân Hiệp").send("\r");
    pty.waits_for("Minh chứng mới").waits_for(WORDS).waits_for("chưa lưu");
    pty.send("\r").waits_for("V-01").waits_for("✓ đã lưu").send("q");
    assert_eq!(pty.ends(), 0);
    assert!(!file(folder).exists(), "a saved form leaves no draft");
}

#[test]
fn words_that_rested_a_moment_survive_a_kill_and_are_offered_again() {
    let folder = vault();
    let mut pty = typing(&folder);
    waits_for_draft(&mut pty, &file(&folder), "tháng nào cũng họp");
    pty.kill();
    offers_the_words(&folder);
}

#[test]
fn a_signal_to_end_keeps_the_words_typed_a_moment_before() {
    let folder = vault();
    let mut pty = typing(&folder);
    pty.signal("TERM");
    assert_eq!(pty.ends(), 130);
    offers_the_words(&folder);
}

#[test]
fn a_hangup_keeps_the_words_too() {
    let folder = vault();
    let mut pty = typing(&folder);
    pty.signal("HUP");
    assert_eq!(pty.ends(), 130);
    offers_the_words(&folder);
}

#[test]
fn words_are_kept_while_somebody_types_on_without_a_rest() {
    let folder = vault();
    let mut pty = typing(&folder);
    // Nobody rests here: the draft must come all the same.
    let end = Instant::now() + Duration::from_secs(20);
    while !file(&folder).exists() {
        assert!(Instant::now() < end, "no draft while typing goes on");
        pty.send("a");
        pty.reads_some(1);
    }
    pty.kill();
    let mut pty = open(&folder);
    pty.waits_for("Còn chữ gõ dở").send("\r").waits_for("bà Ẵm nói").waits_for("aaa");
}

#[test]
fn the_form_that_plans_a_round_survives_a_kill_too() {
    let folder = vault();
    let mut pty = open(&folder);
    pty.waits_for("Huyện ủy Tân Hiệp").send("n").waits_for("Mã đợt");
    pty.send("\t\t\t\x15").send("bà Ẵm").waits_for("bà Ẵm");
    waits_for_draft(&mut pty, &file(&folder), "bà Ẵm");
    pty.kill();
    let mut pty = open(&folder);
    pty.waits_for("Còn chữ gõ dở")
        .waits_for("biểu mẫu lập kế hoạch")
        .send("n")
        .waits_for("bà Ẵm")
        .waits_for("chưa lưu");
    pty.kill();
}

/// Opens a form, goes to a field by `keys`, types words, is killed without a warning, and finds the words when the form is opened again. Then
/// no key more is pressed: the first one takes the line away that says so.
fn survives_a_kill(open_it: &[(&str, &str)], keys: &str, place: &str) {
    let folder = vault();
    let opens = |pty: &mut Pty| {
        pty.waits_for("Hàng chờ");
        for (keys, then) in open_it {
            pty.send(keys).waits_for(then);
        }
    };
    let mut pty = open(&folder);
    opens(&mut pty);
    pty.send(keys).send("bà Ẵm").waits_for("bà Ẵm");
    waits_for_draft(&mut pty, &file(&folder), "bà Ẵm");
    pty.kill();
    let mut pty = open(&folder);
    pty.waits_for("Còn chữ gõ dở").waits_for(place);
    opens(&mut pty);
    pty.waits_for("bà Ẵm").waits_for("chưa lưu");
    pty.kill();
}

#[test]
fn a_unit_that_is_added_survives_a_kill() {
    survives_a_kill(&[("2", "3 đơn vị"), ("a", "Thêm đơn vị")], "", "biểu mẫu đơn vị");
}

#[test]
fn a_unit_that_is_edited_on_its_page_survives_a_kill() {
    survives_a_kill(&[("p", "Tổng quan"), ("e", "Điểm chỉ đạo")], "", "trang đơn vị");
}

#[test]
fn a_model_that_is_added_survives_a_kill() {
    survives_a_kill(&[("p", "Tổng quan"), ("\t\t", "Sổ mô hình"), ("a", "Thêm mô hình")], "", "trang đơn vị");
}

#[test]
fn a_round_planned_on_the_page_of_a_unit_survives_a_kill() {
    survives_a_kill(&[("p", "Tổng quan"), ("n", "Mã đợt")], "\t\t\t\x15", "biểu mẫu lập kế hoạch");
}

#[test]
fn the_settings_survive_a_kill() {
    survives_a_kill(&[("\x1b[21~", "Bảng phím")], "\t", "cài đặt");
}
