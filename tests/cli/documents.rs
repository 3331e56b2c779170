//! Documents in every format, without a terminal: what is asked for by `--format` or by the file's ending is what is written.

use super::team::{Ran, Team};
use calamine::{Data, Reader, Xlsx};

/// A practice province, and the program run on it.
fn province() -> (Team, impl Fn(&Team, &[&str]) -> Ran) {
    let team = Team::without_vault();
    let run = |team: &Team, line: &[&str]| {
        let dir = team.path("tập-dượt");
        let mut command = team.command();
        command.env_remove("THUCCHAT_VAULT");
        if line.first() != Some(&"demo") {
            command.arg("--vault").arg(&dir);
        }
        Ran::from(command.args(line).output().expect("the program runs"))
    };
    let dir = team.path("tập-dượt");
    run(&team, &["demo", "--dir", dir.to_str().expect("UTF-8")]).ends_with(0);
    (team, run)
}

#[test]
fn every_document_is_a_word_document_that_opens() {
    let (team, run) = province();
    for (line, name) in [
        (&["report", "2023-so-ket/907-DU"][..], "bao-cao.docx"),
        (&["report", "2023-so-ket/907-DU", "--kind", "minutes"], "bien-ban.docx"),
        (&["report", "907-DU", "--kind", "letter"], "cong-van.docx"),
        (&["rollup", "--round", "2023-so-ket"], "tong-hop.docx"),
        (&["findings", "export", "--under", "907"], "phat-hien.docx"),
    ] {
        let path = team.path(name);
        let line = [line, &["-o", path.to_str().expect("UTF-8")]].concat();
        run(&team, &line).ends_with(0).says([name]);
        let file = std::fs::read(&path).expect("the file");
        let read = docx_rs::read_docx(&file).unwrap_or_else(|error| panic!("{name}: {error}")).json();
        assert!(read.contains("Gò Quao") && read.contains("SỐ LIỆU TẬP DƯỢT"), "{name}");
    }
}

#[test]
fn a_page_for_the_browser_asks_for_nothing_outside() {
    let (team, run) = province();
    let page = run(&team, &["rollup", "--round", "2023-so-ket", "--format", "html"]);
    page.ends_with(0).prints(["<!DOCTYPE html>", "<svg", "Huyện Gò Quao", "SỐ LIỆU TẬP DƯỢT"]);
    for outside in ["http:", "https:", "<script", "@import", "url("] {
        assert!(!page.out.contains(outside), "{outside}");
    }
}

#[test]
fn a_workbook_has_a_sheet_for_every_level_with_real_figures() {
    let (team, run) = province();
    let path = team.path("so-lieu.xlsx");
    run(&team, &["rollup", "--round", "2023-so-ket", "-o", path.to_str().expect("UTF-8")]).ends_with(0);
    let mut book: Xlsx<_> = calamine::open_workbook(&path).expect("a workbook");
    assert_eq!(book.sheet_names(), ["Toàn đợt", "Địa bàn", "Loại đơn vị", "Mục", "Đơn vị", "Trả lời"]);
    let column = |rows: &[Vec<Data>], heading: &str| {
        rows[0].iter().position(|cell| cell.to_string() == heading).unwrap_or_else(|| panic!("no column {heading}"))
    };
    let rows = |book: &mut Xlsx<_>, name: &str| -> Vec<Vec<Data>> {
        book.worksheet_range(name).expect("the sheet").rows().map(<[Data]>::to_vec).collect()
    };
    let units = rows(&mut book, "Đơn vị");
    let score = column(&units, "Có minh chứng");
    let scores: Vec<f64> = units[1..].iter().filter_map(|row| calamine::DataType::as_f64(&row[score])).collect();
    assert_eq!(scores.len(), 12, "only what is signed has a score");
    let mean = scores.iter().sum::<f64>() / 12.0;
    let whole = rows(&mut book, "Toàn đợt");
    let told = calamine::DataType::as_f64(&whole[1][column(&whole, "Điểm trung bình")]).expect("a mean");
    assert!((told - mean).abs() < 0.01, "{told} is not the mean {mean} of the units");
    assert_eq!(units.len() - 1, 92, "units that were not inspected are there, too");
}

#[test]
fn answers_and_groups_are_tables_for_other_programs() {
    let (team, run) = province();
    let answers = run(&team, &["rollup", "--round", "2023-so-ket", "--by", "answer", "--format", "csv"]);
    answers.ends_with(0).prints(["code,unit,item,title", ",C1-05,"]);
    let unit = |code: &str| answers.out.lines().filter(|line| line.starts_with(code)).count();
    assert_eq!(unit("907-DU"), 17, "every item of the unit once");
    run(&team, &["rollup", "--round", "2023-so-ket", "--by", "answer", "--format", "docx"]).ends_with(4).says(["csv"]);
    let groups = run(&team, &["rollup", "--round", "2023-so-ket", "--format", "csv"]);
    groups.ends_with(0).prints(["code,name,in_scope", "907,Huyện Gò Quao,5,"]);
}

#[test]
fn a_file_that_is_there_is_kept_whatever_its_format() {
    let (team, run) = province();
    let path = team.path("a.docx");
    std::fs::write(&path, b"kept").expect("a file");
    run(&team, &["report", "907-DU", "--kind", "letter", "-o", path.to_str().expect("UTF-8")]).ends_with(4);
    assert_eq!(std::fs::read(&path).expect("the file"), b"kept");
}
