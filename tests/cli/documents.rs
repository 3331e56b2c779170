//! Documents in every format, without a terminal: what is asked for by `--format` or by the file's ending is what is written.

use super::team::{Ran, Team};
use calamine::{Data, Reader, Xlsx};

/// Runs a line for a team.
pub type Call = fn(&Team, &[&str]) -> Ran;

/// A practice province, and the program run on it.
pub fn province() -> (Team, Call) {
    let team = Team::without_vault();
    let run: fn(&Team, &[&str]) -> Ran = |team, line| {
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
        (&["nominations", "--round", "2023-so-ket"], "de-nghi.docx"),
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
fn a_letter_says_of_which_round_each_number_is() {
    let (team, run) = province();
    let letter = run(&team, &["report", "907-DU", "--kind", "letter"]);
    let lines: Vec<&str> = letter.out.lines().collect();
    let first_cell = |line: &&str| line.trim_start_matches('│').split('│').next().unwrap_or_default().trim().to_owned();
    let rounds: Vec<String> = (0..lines.len())
        .filter(|at| lines[*at].starts_with("│ K-02"))
        .map(|at| lines[at + 1..at + 4].iter().map(first_cell).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(rounds, ["Sơ kết năm 2022", "Sơ kết giữa kỳ 2023"]);
}

#[test]
fn a_report_says_once_what_became_of_a_recommendation_and_its_table_only_where_it_stands() {
    let (team, run) = province();
    let report = run(&team, &["report", "2022/907-DU", "--format", "md"]).out;
    assert_eq!(report.matches("kiểm chứng ngày 12/10/2023 – Lê Văn Cường, bậc E3").count(), 1, "{report}");
    assert_eq!(report.matches("08/03/2024<br>đã kiểm chứng |").count(), 1, "{report}");
}

#[test]
fn a_roll_up_lets_go_of_the_vault_although_it_leaves_its_memory_to_the_system() {
    let (team, run) = province();
    let line = ["rollup", "--round", "2023-so-ket"];
    let first = run(&team, &line);
    first.ends_with(0);
    let lock = std::fs::metadata(team.path("tập-dượt").join("vault.lock")).expect("the lock file");
    assert_eq!(lock.len(), 0, "no process stands in it");
    run(&team, &["vault", "verify"]).ends_with(0);
    assert_eq!(run(&team, &line).out, first.out);
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
        rows[0].iter().position(|cell| *cell == heading).unwrap_or_else(|| panic!("no column {heading}"))
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
    run(&team, &["rollup", "--round", "2023-so-ket", "--by", "answer", "--format", "docx"])
        .ends_with(4)
        .says(["csv, json"]);
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

#[test]
fn a_file_whose_ending_promises_what_the_document_is_not_made_as_is_not_written() {
    let (team, run) = province();
    for (line, name, made) in [
        (&["report", "2023-so-ket/907-DU"][..], "bao-cao.xlsx", "txt, docx, html, md, json"),
        (&["findings", "export", "--under", "907"], "phat-hien.XLSX", "txt, docx, html, md, csv, json"),
        (&["rollup", "--round", "2023-so-ket", "--by", "answer"], "cau-tra-loi.xlsx", "csv, json"),
    ] {
        let path = team.path(name);
        let line = [line, &["-o", path.to_str().expect("UTF-8")]].concat();
        run(&team, &line).ends_with(4).says(["chưa ghi gì", "xlsx", made]);
        assert!(!path.exists(), "{name}");
    }
    // Any other ending is the person's own business.
    let path = team.path("bao-cao.ban-in");
    run(&team, &["report", "2023-so-ket/907-DU", "-o", path.to_str().expect("UTF-8")]).ends_with(0);
    assert!(path.exists());
}

#[test]
fn a_text_report_is_checked_against_the_vault_it_was_made_from() {
    let (team, run) = province();
    for (number, line) in [
        &["report", "2023-so-ket/907-DU"][..],
        &["report", "2023-so-ket/907-DU", "--kind", "minutes", "--lang", "en"],
        &["report", "907-DU", "--kind", "letter"],
        &["rollup", "--round", "2023-so-ket", "--under", "907", "--by", "kind"],
    ]
    .into_iter()
    .enumerate()
    {
        let path = team.path(&format!("{number}.txt"));
        let path = path.to_str().expect("UTF-8");
        run(&team, &[line, &["-o", path]].concat()).ends_with(0);
        // The day on which it is checked does not count, only the one on which it was made.
        let later = ["--today", "2024-02-01", "report", "verify", path];
        run(&team, &later).ends_with(0).prints([
            "✓ Chữ trong tệp đúng như lúc lập",
            "✓ Lập từ kho này",
            "✓ Kho hiện nay",
        ]);
    }
}

#[test]
fn a_report_that_was_changed_by_hand_or_overtaken_is_told_line_by_line() {
    let (team, run) = province();
    let path = team.path("bao-cao.txt");
    let file = path.to_str().expect("UTF-8");
    run(&team, &["report", "2023-so-ket/907-DU", "-o", file]).ends_with(0);
    let text = std::fs::read_to_string(&path).expect("the report");
    let changed = team.write("sua.txt", text.replacen("Gò Quao", "Gò Quai", 1));
    let changed = changed.to_str().expect("UTF-8");
    run(&team, &["report", "verify", changed]).ends_with(2).prints(["✗ Chữ trong tệp đã bị sửa", "Gò Quai", "+ "]);
    run(&team, &["inspection", "reopen", "2023-so-ket/907-DU", "--why", "thiếu chữ ký"]).ends_with(0);
    let overtaken = run(&team, &["report", "verify", file]);
    overtaken.ends_with(2).prints(["✓ Chữ trong tệp đúng như lúc lập", "✓ Lập từ kho này", "✗ Kho hiện nay"]);
    let json = run(&team, &["report", "verify", file, "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json.ends_with(2).out).expect("JSON");
    assert_eq!((&json["unaltered"], &json["current"]), (&true.into(), &false.into()));
    let other = team.write("khac.txt", "không phải báo cáo\n");
    run(&team, &["report", "verify", other.to_str().expect("UTF-8")]).ends_with(4).says(["không có phần chân"]);
}

#[test]
fn a_report_of_another_vault_is_told_apart() {
    let (team, run) = province();
    let path = team.path("bao-cao.txt");
    let file = path.to_str().expect("UTF-8");
    run(&team, &["report", "2023-so-ket/907-DU", "-o", file]).ends_with(0);
    let text = std::fs::read_to_string(&path).expect("the report");
    let head = text.lines().find_map(|line| line.strip_prefix("Nhật ký: ")).expect("a journal in the foot");
    std::fs::write(&path, text.replace(head, &"ab".repeat(32))).expect("written");
    run(&team, &["report", "verify", file]).ends_with(2).prints(["✗ Nhật ký của kho này không có bản ghi ấy"]);
}

#[test]
fn the_reports_of_a_round_are_all_written_with_their_hashes_or_none_is() {
    let (team, run) = province();
    let folder = team.path("so-ket");
    let dir = folder.to_str().expect("UTF-8");
    run(&team, &["report", "--round", "2023-so-ket", "--all", "--format", "html", "--out", dir])
        .ends_with(0)
        .says(["12"]);
    let list = std::fs::read_to_string(folder.join("SHA256SUMS")).expect("the list");
    assert_eq!(list.lines().count(), 12);
    for line in list.lines() {
        let (hash, name) = line.split_once("  ").expect("a hash and a name");
        let file = std::fs::read(folder.join(name)).expect("the report");
        let digest = <sha2::Sha256 as sha2::Digest>::digest(&file);
        let digest: Vec<String> = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(digest.concat(), hash);
    }
    // One file in the way of the last report: nothing new is left, and the file stays.
    let other = team.path("khac");
    std::fs::create_dir(&other).expect("a folder");
    let in_the_way = list.lines().last().and_then(|line| line.split_once("  ")).expect("a report").1;
    std::fs::write(other.join(in_the_way), "ở đây trước").expect("a file");
    let dir = other.to_str().expect("UTF-8");
    run(&team, &["report", "--round", "2023-so-ket", "--all", "--format", "html", "--out", dir]).ends_with(4);
    let left: Vec<_> = std::fs::read_dir(&other).expect("the folder").collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn findings_are_chosen_by_place_clause_weight_and_day() {
    let (team, run) = province();
    let rows = |line: &[&str]| {
        let line = [&["findings", "export", "--round", "2023-so-ket", "--format", "csv"], line].concat();
        let out = run(&team, &line);
        out.ends_with(0);
        let mut reader = out.out.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        reader.sort();
        reader
    };
    let all = rows(&[]);
    let grave = rows(&["--severity", "high"]);
    let clause = rows(&["--clause", "2a"]);
    let soon = rows(&["--state", "open", "--due", "2023-11-30"]);
    let place = rows(&["--under", "907"]);
    for (some, sign) in [(&grave, ",high,"), (&place, ",907-")] {
        assert!(!some.is_empty() && some.len() < all.len() && some.iter().all(|row| row.contains(sign)), "{some:?}");
    }
    assert!(!clause.is_empty() && clause.len() < all.len(), "{clause:?}");
    assert!(!soon.is_empty() && soon.len() < rows(&["--state", "open"]).len(), "{soon:?}");
    let wrong = ["findings", "export", "--clause", "2z"];
    run(&team, &wrong).ends_with(4).says(["không có khoản", "2a"]);
}

#[test]
fn a_teams_own_layout_is_checked_and_then_used_and_one_with_a_mistake_is_told() {
    let (team, run) = province();
    let shipped = run(&team, &["template", "print", "party"]);
    let own = shipped.ends_with(0).out.replace("{{ issuer | upper }}", "ĐOÀN CỦA {{ issuer | upper }}");
    let good = team.write("dang.toml", &own);
    run(&team, &["template", "check", good.to_str().expect("UTF-8")]).ends_with(0);
    let wrong = team.write("sai.toml", own.replace("{{ issuer", "{{ isuer"));
    let told = run(&team, &["template", "check", wrong.to_str().expect("UTF-8")]);
    told.ends_with(2).prints(["sai.toml:", "isuer", "issuer", "recipients"]);
    let folder = team.path(".config/thucchat/layouts");
    std::fs::create_dir_all(&folder).expect("the folder of layouts");
    std::fs::copy(&good, folder.join("dang.toml")).expect("copied");
    let report = run(&team, &["report", "2023-so-ket/907-DU"]);
    report.ends_with(0).prints(["ĐOÀN CỦA BAN DÂN VẬN"]);
    std::fs::copy(&wrong, folder.join("dang.toml")).expect("copied");
    let report = run(&team, &["report", "2023-so-ket/907-DU"]);
    report.ends_with(0).prints(["BAN DÂN VẬN"]).says(["dang.toml có lỗi", "isuer"]);
    assert!(!report.out.contains("ĐOÀN CỦA"));
}

#[test]
fn nominations_are_a_document_of_their_own_with_their_evidence_and_why_others_are_none() {
    let (team, run) = province();
    let text = run(&team, &["nominations", "--round", "2023-so-ket"]);
    text.ends_with(0).prints(["TỜ TRÌNH", "-TTr/BDVTU", "I- Nội dung đề nghị", "II- Đơn vị khác trong đợt", "V-"]);
    let one = run(&team, &["nominations", "--round", "2023-so-ket", "--under", "907"]);
    one.ends_with(0).prints(["Gò Quao"]);
    assert!(!one.out.contains("Tân Hiệp"), "{}", one.out);
    for (format, holds) in [("md", "## "), ("html", "<!DOCTYPE html>"), ("json", "thucchat.document")] {
        run(&team, &["nominations", "--round", "2023-so-ket", "--format", format]).ends_with(0).prints([holds]);
    }
    run(&team, &["nominations", "--round", "không-có"]).ends_with(4);
}

#[test]
fn the_table_of_nominations_has_a_row_for_everything_that_could_be_praised() {
    let (team, run) = province();
    let table = run(&team, &["nominations", "--round", "2023-so-ket", "--format", "csv"]);
    table.ends_with(0).prints(["round,unit_code,unit,unit_kind,signed_by,subject,number"]);
    let rolled = run(&team, &["rollup", "--round", "2023-so-ket", "--format", "json"]);
    let rolled: serde_json::Value = serde_json::from_str(&rolled.out).expect("JSON");
    let count = |name: &str| -> usize {
        let units = rolled["nominations"].as_array().expect("units");
        units.iter().map(|unit| unit[name].as_array().map_or(0, Vec::len)).sum()
    };
    // A field of several lines is one row: rows begin with the round.
    let rows: Vec<&str> = table.out.lines().filter(|line| line.starts_with("2023-so-ket,")).collect();
    assert_eq!(rows.len(), count("nominated") + count("not_nominated"));
    assert_eq!(table.out.matches(",yes,").count(), count("nominated"), "{}", table.out);
}

#[test]
fn nominations_are_verified_like_every_document() {
    let (team, run) = province();
    let path = team.path("de-nghi.txt");
    let file = path.to_str().expect("UTF-8");
    run(&team, &["nominations", "--round", "2023-so-ket", "--under", "907", "-o", file]).ends_with(0);
    run(&team, &["report", "verify", file]).ends_with(0);
}
