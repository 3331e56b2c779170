//! The limits of what comes in, as ARCHITECTURE.md states them: what stands at one is read or told of in other words, what is beyond it is
//! refused as a whole, quickly, with a word that says so.

use std::{fs, process::Command};
use tempfile::TempDir;
use thucchat::{
    domain::{
        ids::{InspectionId, ModelId, UnitId},
        inspection::{Inspection, Plan},
        lang::Lang,
        model::Register,
        period::Period,
        unit::Units,
    },
    intake::{self, Mistake, fill, models, office, programme, units},
    report::layout,
};
use uuid::Uuid;

const MIB: usize = 1 << 20;

fn says(mistakes: &[Mistake], word: &str) -> bool {
    mistakes.iter().any(|mistake| mistake.line_in(Lang::Vi).contains(word))
}

/// A table of so many rows below its head.
fn lines(head: &str, rows: std::ops::Range<usize>, row: impl Fn(usize) -> String) -> String {
    rows.fold(head.to_owned(), |table, number| table + &row(number))
}

fn blank(bytes: usize) -> Vec<u8> {
    vec![b'\n'; bytes]
}

#[test]
fn a_programme_of_more_than_a_mebibyte_is_not_read() {
    let told = |bytes| programme::read(&blank(bytes)).expect_err("blank is no programme");
    assert!(says(&told(MIB + 1), "lớn hơn 1 MiB"));
    assert!(!says(&told(MIB), "lớn hơn"));
}

#[test]
fn a_list_of_units_has_its_size_and_its_rows() {
    let read = |file: &[u8]| {
        let mut number = 0;
        let mut new_id = || {
            number += 1;
            UnitId(Uuid::from_u128(number))
        };
        units::read(file, &Units::default(), &["government".into()], &mut new_id)
    };
    assert!(says(&read(&blank(32 * MIB + 1)).expect_err("too large"), "lớn hơn 32 MiB"));
    let rows = |count: usize| {
        lines("code,name,kind,parent,tier\n0,Tỉnh,place,,province\n", 1..count, |row| {
            format!("{row},Ấp {row},place,0,commune\n")
        })
        .into_bytes()
    };
    assert_eq!(read(&rows(100_000)).map(|rows| rows.len()).ok(), Some(100_000));
    assert!(read(&rows(100_001)).is_err());
}

#[test]
fn a_register_of_models_has_its_size_and_its_rows() {
    let read = |file: &[u8]| models::read(file, &Register::default(), &mut || ModelId(Uuid::from_u128(1)));
    assert!(says(&read(&blank(8 * MIB + 1)).expect_err("too large"), "lớn hơn 8 MiB"));
    let rows = |count: usize| {
        lines("code,name,kind,state\n", 0..count, |row| format!("MH-{row},Tổ {row},collective,registered\n"))
            .into_bytes()
    };
    let too_many =
        |count| read(&rows(count)).err().is_some_and(|mistakes| says(&mistakes, "10.000") || says(&mistakes, "10000"));
    assert!(too_many(10_001) && !too_many(10_000));
}

#[test]
fn a_fill_file_of_more_than_four_mebibytes_is_not_read() {
    let programme = programme::read(programme::SHIPPED).expect("the shipped one").programme;
    let plan = Plan {
        unit: UnitId(Uuid::from_u128(1)),
        kind: "party_committee".into(),
        round: "2023-so-ket".into(),
        period: Period::default(),
        programme: programme.hash.clone(),
        due: None,
        lead: String::new(),
    };
    let inspection = Inspection::new(InspectionId(Uuid::from_u128(7)), plan);
    let read = |bytes| fill::read(&"\n".repeat(bytes), &programme, &inspection);
    assert!(says(&read(4 * MIB + 1).expect_err("too large"), "lớn hơn 4 MiB"));
    assert!(read(4 * MIB).is_ok());
}

#[test]
fn a_layout_has_its_size_and_cannot_run_for_ever() {
    let large = format!("{}\n{}", layout::PARTY, "#".repeat(32 << 10));
    assert!(says(&layout::read(&large).expect_err("too large"), "32 KB"));
    assert!(layout::read(&format!("{}\n{}", layout::PARTY, "#".repeat(24 << 10))).is_ok());
    let many = "x".repeat(20_001);
    let endless = layout::PARTY.replace("{{ signer }}", &format!("{{% for a in '{many}' %}}x{{% endfor %}}"));
    assert!(says(&layout::read(&endless).expect_err("endless"), "fuel"));
}

#[test]
fn what_an_office_says_has_lines_that_fit() {
    let said = office::Said { place: "x".repeat(office::LONGEST + 1), ..office::Said::default() };
    assert!(office::read(&said).is_err());
    let said = office::Said { recipients: vec!["Lưu".into(); office::MOST + 1], ..office::Said::default() };
    assert!(office::read(&said).is_err());
}

#[test]
fn a_thousand_mistakes_are_told_and_that_there_are_more() {
    let file = lines("code,name,kind\n", 0..5_000, |row| format!("{row},,không-có\n"));
    let told = intake::units::read(file.as_bytes(), &Units::default(), &[], &mut || UnitId(Uuid::from_u128(1)));
    assert_eq!(told.expect_err("nothing is right").len(), 1001);
}

/// Files named on the command line: refused by their size before their content is looked at, and nothing is kept.
#[test]
fn a_file_of_more_than_sixteen_mebibytes_is_not_taken_from_the_command_line() {
    let dir = TempDir::new().expect("a folder");
    let run = |line: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_thucchat"));
        command.current_dir(dir.path()).args(["--vault", "kho", "--lang", "vi"]).args(line);
        let output = command.output().expect("the program runs");
        (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
    };
    assert_eq!(run(&["init"]).0, Some(0));
    fs::write(dir.path().join("lớn.csv"), blank(16 * MIB + 1)).expect("a file");
    for line in [
        &["unit", "import", "lớn.csv"][..],
        &["checklist", "check", "lớn.csv"],
        &["keys", "check", "lớn.csv"],
        &["template", "check", "lớn.csv"],
        &["report", "verify", "lớn.csv"],
        &["draw", "replay", "lớn.csv"],
    ] {
        let (code, said) = run(line);
        assert_eq!(code, Some(4), "{line:?}: {said}");
        assert!(said.contains("16 MB"), "{line:?}: {said}");
    }
}
