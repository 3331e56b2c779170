//! The office that issues documents: what it says of itself stands in head and foot of them, in the form of the Party or of the State.

use super::team::{Ran, Team};

fn province() -> Team {
    let team = Team::without_vault();
    let dir = team.path("tập-dượt");
    let mut command = team.command();
    command.env_remove("THUCCHAT_VAULT").args(["demo", "--dir", dir.to_str().expect("UTF-8")]);
    Ran::from(command.output().expect("the program runs")).ends_with(0);
    team
}

fn run(team: &Team, line: &[&str]) -> Ran {
    let mut command = team.command();
    command.env_remove("THUCCHAT_VAULT").arg("--vault").arg(team.path("tập-dượt")).args(line);
    Ran::from(command.output().expect("the program runs"))
}

/// The words of a Word document, a line for each paragraph.
fn words(team: &Team, line: &[&str]) -> Vec<String> {
    let path = team.path("van-ban.docx");
    run(team, &[line, &["--format", "docx", "-o", path.to_str().expect("UTF-8")]].concat()).ends_with(0);
    let file = std::fs::read(&path).expect("the file");
    std::fs::remove_file(&path).expect("it goes");
    let read: serde_json::Value =
        serde_json::from_str(&docx_rs::read_docx(&file).expect("a Word document").json()).expect("JSON");
    let mut lines = Vec::new();
    paragraphs(&read["document"], &mut lines);
    lines
}

fn paragraphs(value: &serde_json::Value, lines: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(fields) => {
            if fields.get("type").is_some_and(|kind| kind == "paragraph") {
                lines.push(String::new());
            }
            if let Some(text) = fields.get("text").and_then(serde_json::Value::as_str)
                && let Some(line) = lines.last_mut()
            {
                line.push_str(text);
            }
            fields.values().for_each(|value| paragraphs(value, lines));
        }
        serde_json::Value::Array(values) => values.iter().for_each(|value| paragraphs(value, lines)),
        _ => {}
    }
}

#[track_caller]
fn bears(lines: &[String], wanted: &[&str]) {
    for line in wanted {
        assert!(lines.iter().any(|known| known.trim() == *line), "“{line}” is no line of\n{}", lines.join("\n"));
    }
}

const REPORT: &[&str] = &["report", "2023-so-ket/907-DU"];

#[test]
fn a_report_of_the_party_bears_the_head_and_foot_of_instruction_36() {
    let team = province();
    let word = words(&team, REPORT);
    bears(&word, &["TỈNH ỦY KIÊN GIANG", "*", "Số ……-BC/BDVTU", "ĐẢNG CỘNG SẢN VIỆT NAM"]);
    bears(&word, &["Kiên Giang, ngày 15 tháng 11 năm 2023", "Nơi nhận:", "- Lưu Ban Dân vận Tỉnh ủy.", "TRƯỞNG BAN"]);
    bears(&word, &["I- Đặc điểm, tình hình", "III- Kiến nghị, đề xuất"]);
    let text = run(&team, REPORT);
    text.prints(["Số ……-BC/BDVTU", "ĐẢNG CỘNG SẢN VIỆT NAM", "-----", "I- Đặc điểm, tình hình"]);
    assert!(!text.out.contains("CỘNG HÒA"), "{}", text.out);
}

#[test]
fn a_report_of_the_state_bears_the_head_and_foot_of_decree_30() {
    let team = province();
    let set = [
        &["office", "set", "--body", "state", "--superior", "UBND tỉnh Kiên Giang", "--code", "UBND"][..],
        &["--place", "Gò Quao", "--signer", "KT. Chủ tịch; Phó Chủ tịch; Trần Thị Bình"],
        &["--recipient", "Như trên", "--recipient", "Lưu: VT"],
    ];
    run(&team, &set.concat()).ends_with(0);
    let text = run(&team, REPORT);
    let head = ["UBND TỈNH KIÊN GIANG", "Số: ……/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"];
    text.prints(head).prints(["Độc lập - Tự do - Hạnh phúc", "Gò Quao, ngày 15 tháng 11 năm 2023"]);
    text.prints(["- Như trên;", "- Lưu: VT.", "I. Đặc điểm, tình hình", "1. Ưu điểm"]);
    for party in ["ĐẢNG CỘNG SẢN", "I- Đặc điểm", "1- Ưu điểm", "Số ……-BC"] {
        assert!(!text.out.contains(party), "{party} is of the Party:\n{}", text.out);
    }
    let word = words(&team, REPORT);
    bears(&word, &head);
    bears(&word, &["Độc lập - Tự do - Hạnh phúc", "- Như trên;", "- Lưu: VT.", "II. Kết quả kiểm tra"]);
    // A document that nobody signed off yet bears the first signer of the office.
    bears(&words(&team, &["rollup", "--round", "2023-so-ket"]), &["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Bình"]);
}

#[test]
fn a_pattern_of_numbers_stands_in_every_kind_of_document() {
    let team = province();
    run(&team, &["office", "set", "--number", "……/{year}/{sign}-{code}"]).ends_with(0);
    run(&team, REPORT).prints(["Số ……/2023/BC-BDVTU"]);
    run(&team, &["report", "2023-so-ket/907-DU", "--kind", "minutes"]).prints(["Số ……/2023/BB-BDVTU"]);
    run(&team, &["report", "907-DU", "--kind", "letter"]).prints(["Số ……/2023/CV-BDVTU"]);
}

#[test]
fn what_is_said_is_shown_with_where_it_comes_from_and_has_a_history() {
    let team = province();
    run(&team, &["office", "show"]).prints(["Kiên Giang", "BDVTU", "TRƯỞNG BAN", "chương trình"]);
    run(&team, &["office", "set", "--place", "Gò Quao"]).ends_with(0).says(["Đã lưu"]).prints(["Gò Quao"]);
    run(&team, &["office", "set", "--code", "HU"]).ends_with(0);
    let shown: serde_json::Value =
        serde_json::from_str(&run(&team, &["office", "show", "--format", "json"]).out).expect("JSON");
    assert_eq!((shown["place"].as_str(), shown["code"].as_str()), (Some("Gò Quao"), Some("HU")));
    assert_eq!(shown["own"], serde_json::json!(["code", "place"]));
    run(&team, &["history", "settings"]).prints(["Địa danh", "Gò Quao", "Ký hiệu cơ quan: HU"]);
    // Empty is as the programme says again.
    run(&team, &["office", "set", "--place", ""]).ends_with(0);
    run(&team, REPORT).prints(["Kiên Giang, ngày 15 tháng 11 năm 2023", "Số ……-BC/HU"]);
}

#[test]
fn what_is_wrong_is_named_and_nothing_is_kept() {
    let team = province();
    for (line, word) in [
        (&["--code", "BC/UBND"][..], "Ký hiệu cơ quan"),
        (&["--number", "{so}"], "{so}"),
        (&["--signer", "Chủ tịch"], "Người ký"),
        (&["--place", "Gò\u{202e}Quao"], "Địa danh"),
        (&[], "--code UBND"),
    ] {
        run(&team, &[&["office", "set"], line].concat()).ends_with(4).says([word]);
    }
    run(&team, &["office", "set", "--place", "Kiên  Giang", "--code", "a b"]).ends_with(4);
    let shown = run(&team, &["office", "show", "--format", "json"]);
    assert!(shown.out.contains("\"own\": []"), "{}", shown.out);
}
