//! From an empty folder to the roll-up, the way a team works.

use super::team::{FILL, TAN_HIEP, Team, UNITS};

/// Every word that a person typed into the fill file: the strings of free text, blank by blank.
fn typed_words() -> Vec<String> {
    let fill: toml::Table = FILL.parse().expect("the example is TOML");
    let free = [
        "team",
        "text",
        "source",
        "note",
        "not_applicable",
        "condition",
        "criterion",
        "cause",
        "effect",
        "reply",
        "action",
        "owner",
        "check",
        "followed_by",
    ];
    let mut words = Vec::new();
    let mut gather = |table: &toml::Table| {
        for (_, value) in table.iter().filter(|(key, _)| free.contains(&key.as_str())) {
            let texts = value.as_array().map_or(vec![value], |list| list.iter().collect());
            let texts = texts.into_iter().filter_map(toml::Value::as_str);
            words.extend(texts.flat_map(str::split_whitespace).map(str::to_owned));
        }
    };
    for value in fill.values() {
        match value {
            toml::Value::Table(table) => gather(table),
            toml::Value::Array(tables) => tables.iter().filter_map(toml::Value::as_table).for_each(&mut gather),
            _ => {}
        }
    }
    words
}

#[test]
fn a_team_goes_from_an_empty_folder_to_a_signed_report() {
    let team = Team::planned();
    let list = team.run(["inspection", "list", "--pending"]);
    list.ends_with(0).prints([TAN_HIEP, "Huyện ủy Tân Hiệp", "UBND huyện Tân Hiệp", "Thành ủy Phú Quốc", "chưa làm"]);

    team.write("fill.toml", FILL);
    team.write("anh/kinh4a.txt", "ảnh chụp lúc 9 giờ");
    let filled = team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]);
    filled.ends_with(0).says(["4/4"]);
    team.run(["inspection", "list"]).prints(["chờ ký", "60,42"]);

    let signed = team.run(["inspection", "sign", TAN_HIEP, "--by", "Lê Văn Cường"]);
    signed.ends_with(0).says(["Lê Văn Cường", "Huyện ủy Tân Hiệp"]);

    let report = team.run(["report", TAN_HIEP]);
    report.ends_with(0).prints(["Huyện ủy Tân Hiệp", "60,42", "77,08", "16,66", "Lê Văn Cường"]);
    for word in typed_words() {
        assert!(report.out.contains(&word), "the report has no {word:?}:\n{}", report.out);
    }
}

#[test]
fn the_figures_are_those_of_the_worked_example() {
    let shown = Team::filled().json(["inspection", "show", TAN_HIEP]);
    let score = &shown["score"];
    assert_eq!(score["claimed"], 7708);
    assert_eq!(score["supported"], 6042);
    assert_eq!(score["gap"], 1666);
    assert_eq!(score["coverage"], 10_000);
    assert_eq!(shown["band"], "fair");
    assert_eq!(
        shown["inspection"]["findings"]["F-01"]["cause"],
        "Giao một người kiêm bốn việc, \"đẩy mạnh\" trên giấy"
    );
}

#[test]
fn what_is_shown_as_toml_fills_another_inspection_to_the_same_content_and_figures() {
    let team = Team::filled();
    let toml = team.run(["inspection", "show", TAN_HIEP, "--format", "toml"]);
    toml.ends_with(0);
    team.write("again.toml", &toml.out);
    team.run(["inspection", "fill", "2023-so-ket/907-DU", "again.toml"]).ends_with(0);
    let (one, other) =
        (team.json(["inspection", "show", TAN_HIEP]), team.json(["inspection", "show", "2023-so-ket/907-DU"]));
    assert_eq!(one["score"], other["score"]);
    for part in ["visit", "entries", "evidence", "findings", "recommendations"] {
        assert_eq!(one["inspection"][part], other["inspection"][part], "{part}");
    }
}

#[test]
fn filling_the_same_file_twice_changes_nothing_the_second_time() {
    let team = Team::filled();
    let head = team.json(["vault", "info"])["head"].clone();
    let again = team.json(["inspection", "fill", TAN_HIEP, "fill.toml"]);
    assert_eq!(again["changes"], 0);
    assert_eq!(team.json(["vault", "info"])["head"], head);
}

#[test]
fn planning_again_skips_what_is_planned_and_takes_only_new_units() {
    let team = Team::planned();
    team.write("more.csv", "code,name,kind,parent,tier\n907-UB,UBND huyện Gò Quao,government,907,district\n");
    team.run(["unit", "import", "more.csv"]).ends_with(0);
    let plan = team.json(["round", "plan", "2023-so-ket", "--kind", "government,party_committee"]);
    let codes = |list: &serde_json::Value| {
        list.as_array()
            .expect("a list")
            .iter()
            .map(|unit| unit["code"].as_str().unwrap_or("?").to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(codes(&plan["planned"]), ["907-UB"]);
    assert_eq!(codes(&plan["skipped"]), ["904-DU", "904-UB", "907-DU", "911-DU"]);
}

#[test]
fn a_dry_run_of_an_import_says_what_it_would_do_and_does_nothing() {
    let team = Team::new();
    team.write("units.csv", UNITS);
    let dry = team.run(["unit", "import", "units.csv", "--dry-run"]);
    dry.ends_with(0).prints(["904-DU", "Huyện ủy Tân Hiệp", "thêm"]).says(["9"]);
    assert_eq!(team.json(["unit", "list"])["units"].as_array().map(Vec::len), Some(0));
}

#[test]
fn units_are_listed_by_place_and_kind_and_shown_in_all_their_periods() {
    let team = Team::planned();
    let under = team.run(["unit", "list", "--under", "904", "--kind", "party_committee"]);
    under.ends_with(0).prints(["904-DU"]);
    assert!(!under.out.contains("904-UB") && !under.out.contains("907-DU"), "{}", under.out);
    team.run(["unit", "show", "911"]).ends_with(0).prints([
        "Huyện Phú Quốc",
        "28/02/2021",
        "Thành phố Phú Quốc",
        "01/03/2021",
    ]);
    team.run(["unit", "show", "904-DU"]).ends_with(0).prints(["Tỉnh Kiên Giang › Huyện Tân Hiệp", TAN_HIEP, "có"]);
}

#[test]
fn the_roll_up_gives_a_mean_only_where_enough_was_inspected() {
    let team = Team::signed();
    let province = team.json(["rollup", "--round", "2023-so-ket", "--by", "unit"]);
    assert_eq!(province["whole"]["in_scope"], 4);
    assert_eq!(province["whole"]["signed"], 1);
    assert!(province["whole"]["figures"].is_null(), "one of four is below thirty percent: {province}");
    let district = team.json(["rollup", "--round", "2023-so-ket", "--under", "904", "--by", "kind"]);
    assert_eq!(district["whole"]["figures"]["mean"], 6042, "one of two is enough: {district}");
    assert_eq!(district["whole"]["figures"]["gap"], 1666);
    assert_eq!(district["not_inspected"], serde_json::json!(["904-UB"]));
    let text = team.run(["rollup", "--round", "2023-so-ket", "--under", "904"]);
    text.ends_with(0).prints(["60,42", "UBND huyện Tân Hiệp"]);
}

#[test]
fn findings_are_exported_by_state_unit_and_id() {
    let team = Team::signed();
    let all = team.run(["findings", "export"]);
    all.ends_with(0).prints(["F-01", "Huyện ủy Tân Hiệp"]);
    for word in "Tổ tự quản ngưng sinh hoạt từ tháng 6 Hai mươi hộ bỏ cuộc Phân công lại".split(' ')
    {
        assert!(all.out.contains(word), "no {word:?} in\n{}", all.out);
    }
    team.run(["findings", "export", "--state", "overdue", "--round", "2023-so-ket"]).ends_with(0).prints(["F-01"]);
    let elsewhere = team.run(["findings", "export", "--under", "907"]);
    elsewhere.ends_with(0);
    assert!(!elsewhere.out.contains("F-01"), "{}", elsewhere.out);
    let written = team.run(["findings", "export", "--finding", "F-01", "-o", "f01.txt"]);
    written.ends_with(0).says(["f01.txt"]);
    assert!(written.out.is_empty());
    assert!(team.read("f01.txt").contains("F-01"));
}

#[test]
fn a_signed_inspection_is_opened_again_only_with_a_reason_and_as_a_new_version() {
    let team = Team::signed();
    team.run(["inspection", "reopen", TAN_HIEP, "--why", "  "]).ends_with(4);
    team.run(["inspection", "reopen", TAN_HIEP, "--why", "nhập nhầm biểu 2"]).ends_with(0).says(["2"]);
    team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]).ends_with(0);
    team.run(["inspection", "sign", TAN_HIEP, "--by", "Lê Văn Cường"]).ends_with(0);
    let list = team.json(["inspection", "list", "--unit", "904-DU"]);
    assert_eq!(list["inspections"][0]["version"], 2);
    assert_eq!(list["inspections"][0]["state"], "signed");
}

#[test]
fn the_history_tells_who_changed_what_from_what_to_what() {
    let team = Team::filled();
    let lower = FILL.replace("item = \"D\"\nrating = 2", "item = \"D\"\nrating = 1");
    team.write("lower.toml", lower);
    team.run(["inspection", "fill", TAN_HIEP, "lower.toml"]).ends_with(0);
    let history = team.json(["history", TAN_HIEP]);
    let changes = history["changes"].as_array().expect("a list");
    let of_d: Vec<_> = changes.iter().filter(|change| change["field"] == "answer/D").collect();
    assert_eq!(of_d.len(), 2, "{history}");
    assert_eq!(of_d[1]["actor"], "Nguyễn Thị Ẵm");
    assert_eq!((of_d[1]["from"].as_str(), of_d[1]["to"].as_str()), (Some("2"), Some("1")));
    team.run(["history", TAN_HIEP]).ends_with(0).prints(["mức đánh giá D", "Nguyễn Thị Ẵm"]);
}

#[test]
fn the_history_of_a_unit_a_round_and_the_settings_is_told_by_their_names() {
    let team = Team::planned();
    let unit = team.json(["history", "904-DU"]);
    assert_eq!(unit["changes"][0]["field"], "whole", "{unit}");
    let round = TAN_HIEP.split_once('/').expect("ROUND/UNITCODE").0;
    let history = team.run(["history", round]);
    history.ends_with(0).prints(["thông tin đợt kiểm tra"]);
    assert!(!history.out.contains("whole"), "{}", history.out);
    team.run(["history", "settings"]).ends_with(0).prints(["cài đặt"]);
    team.run(["history", "904-XX"]).ends_with(4).says(["mã đơn vị"]);
}

#[test]
fn an_inspection_is_meant_by_the_beginning_of_its_id_too() {
    let team = Team::planned();
    let list = team.json(["inspection", "list", "--unit", "904-DU"]);
    let id = list["inspections"][0]["id"].as_str().expect("an id").to_owned();
    team.run(["inspection", "show", &id[..8]]).ends_with(0).prints(["Huyện ủy Tân Hiệp"]);
    team.run(["inspection", "show", &id]).ends_with(0).prints(["Huyện ủy Tân Hiệp"]);
}

#[test]
fn findings_come_as_csv_for_spreadsheets_and_as_markdown_for_pages() {
    let team = Team::signed();
    let csv = team.run(["findings", "export", "--format", "csv"]);
    csv.ends_with(0);
    let mut lines = csv.out.lines();
    assert!(
        lines.next().is_some_and(|head| head.starts_with("round,unit_code,unit,") && head.ends_with("followed_by"))
    );
    assert!(lines.next().is_some_and(|row| row.starts_with("2023-so-ket,904-DU,Huyện ủy Tân Hiệp,")), "{}", csv.out);
    team.run(["findings", "export", "--format", "md"]).ends_with(0).prints(["# ", "F-01"]);
    team.run(["findings", "export", "--format", "csv", "--state", "declared"]).ends_with(0).prints(["round,unit_code"]);
    assert_eq!(team.run(["findings", "export", "--format", "csv", "--state", "verified"]).out.lines().count(), 1);
}

#[test]
fn minutes_and_the_urging_letter_are_documents_of_their_own() {
    let team = Team::signed();
    let minutes = team.run(["report", TAN_HIEP, "--kind", "minutes"]);
    minutes.ends_with(0).prints(["BIÊN BẢN", "THƯ KÝ", "CHỦ TRÌ", "F-01", "đầu nhật ký"]);
    let letter = team.run(["report", "904-DU", "--kind", "letter", "-o", "cv.txt"]);
    letter.ends_with(0).says(["cv.txt"]);
    let letter = team.read("cv.txt");
    for part in ["Kính gửi: Huyện ủy Tân Hiệp", "quá hạn", "K-01", "Nơi nhận:"] {
        assert!(letter.contains(part), "no {part:?} in\n{letter}");
    }
    assert_eq!(team.json(["report", TAN_HIEP, "--kind", "letter"])["schema"], "thucchat.document");
}
