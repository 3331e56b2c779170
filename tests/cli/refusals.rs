//! What is refused, with which code and which words, and that nothing of it was kept.

use super::team::{FILL, PROGRAMME, TAN_HIEP, Team, UNITS, bare};
use std::{fs, process::Command};

#[test]
fn without_a_vault_every_command_says_how_to_make_one() {
    let team = Team::without_vault();
    for line in [["unit", "list"], ["inspection", "list"], ["round", "list"], ["vault", "info"]] {
        team.run(line).ends_with(4).says(["thucchat init", "--vault"]);
    }
    assert!(!team.vault().exists());
}

#[test]
fn a_vault_is_never_made_over_another_or_among_other_files() {
    let team = Team::planned();
    team.run(["init"]).ends_with(4).says(["--vault"]);
    assert_eq!(team.json(["unit", "list"])["units"].as_array().map(Vec::len), Some(8));
    let full = Team::without_vault();
    full.write("vault/thư.txt", "của người khác");
    full.run(["init"]).ends_with(4);
    assert_eq!(full.read("vault/thư.txt"), "của người khác");
}

#[test]
fn a_second_program_on_the_same_vault_ends_with_three_and_names_the_first() {
    let team = Team::planned();
    let _open = thucchat::store::Vault::open(&team.vault()).expect("the vault opens");
    let second = team.run(["unit", "list"]);
    second.ends_with(3).says([std::process::id().to_string().as_str()]);
    assert!(second.out.is_empty());
}

#[test]
fn a_csv_with_mistakes_is_told_row_by_row_and_nothing_of_it_is_taken() {
    let team = Team::new();
    let bad = format!("{UNITS}912-DU,,party_committee,904,district,,,,\n913-DU,Huyện ủy,khong_co,904,district,,,,\n");
    team.write("bad.csv", bad);
    let import = team.run(["unit", "import", "bad.csv"]);
    import.ends_with(4).says(["bad.csv:11:", "bad.csv:12:"]);
    assert_eq!(team.json(["unit", "list"])["units"].as_array().map(Vec::len), Some(0));
}

#[test]
fn six_mistakes_in_a_programme_are_told_at_once_and_end_the_check_with_two() {
    let team = Team::without_vault();
    let bad = PROGRAMME
        .replace("schema = 1", "schema = 99")
        .replace("min = 8000", "min = 80000")
        .replace("family = \"physical\"", "family = \"fysical\"")
        .replace("measures = \"outcome\"", "measures = \"outcom\"")
        .replace("weight = 2", "weight = 0")
        .replace(
            "applies_to = [\"party_committee\"]\nmeasures = \"process\"\nweight = 3",
            "applies_to = [\"party_comittee\"]\nmeasures = \"process\"\nweight = 3",
        );
    team.write("bad.toml", &bad);
    let check = team.run(["checklist", "check", "bad.toml"]);
    check.ends_with(2);
    assert_eq!(check.out.lines().filter(|line| line.starts_with("bad.toml:")).count(), 6, "{}", check.out);
    check.prints(["party_committee", "outcome", "physical"]).says(["6"]);
    let json = team.command().args(["checklist", "check", "bad.toml", "--format", "json"]).output().expect("it runs");
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("JSON");
    assert_eq!(json["mistakes"].as_array().map(Vec::len), Some(6));
    team.run(["init", "--programme", "bad.toml"]).ends_with(4);
    assert!(!team.vault().exists(), "a bad programme leaves no vault behind");
}

#[test]
fn a_good_programme_passes_and_a_flag_ends_the_check_with_two() {
    let team = Team::without_vault();
    team.write("good.toml", PROGRAMME);
    team.run(["checklist", "check", "good.toml"]).ends_with(0);
    team.write("silent.toml", PROGRAMME.replace("ask_whom = { vi = \"cán bộ\", en = \"staff\" }\n", ""));
    team.run(["checklist", "check", "silent.toml"]).ends_with(2).prints(["P03"]);
}

#[test]
fn a_fill_file_with_mistakes_changes_nothing() {
    let team = Team::planned();
    let head = team.json(["vault", "info"])["head"].clone();
    let bad = FILL
        .replace("item = \"B\"", "item = \"BB\"")
        .replace("rating = 2", "rating = 7")
        .replace("findings = [\"F-01\"]", "findings = [\"F-99\"]");
    team.write("bad.toml", bad);
    team.write("anh/kinh4a.txt", "ảnh");
    team.run(["inspection", "fill", TAN_HIEP, "bad.toml"]).ends_with(4).says(["bad.toml:", "BB", "F-99"]);
    assert_eq!(team.json(["vault", "info"])["head"], head);
}

#[test]
fn evidence_files_that_are_missing_or_elsewhere_refuse_the_whole_fill_file() {
    let team = Team::planned();
    let head = team.json(["vault", "info"])["head"].clone();
    team.write("fill.toml", FILL);
    team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]).ends_with(4).says(["anh/kinh4a.txt"]);
    team.write("outside.toml", FILL.replace("anh/kinh4a.txt", "../secret.txt"));
    team.run(["inspection", "fill", TAN_HIEP, "outside.toml"]).ends_with(4).says(["../secret.txt"]);
    assert_eq!(team.json(["vault", "info"])["head"], head);
}

#[test]
fn a_signed_inspection_refuses_to_be_filled_and_to_be_signed_again() {
    let team = Team::signed();
    let fill = team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]);
    fill.ends_with(1).says(["Lê Văn Cường", "inspection reopen"]);
    team.run(["inspection", "sign", TAN_HIEP, "--by", "Trần Thị Bình"]).ends_with(1).says(["Lê Văn Cường"]);
    team.run(["inspection", "reopen", "2023-so-ket/904-UB", "--why", "thử"]).ends_with(1);
}

#[test]
fn an_inspection_with_open_items_or_no_name_is_not_signed_and_all_of_it_is_told() {
    let team = Team::planned();
    let sign = team.run(["inspection", "sign", TAN_HIEP, "--by", " "]);
    sign.ends_with(1).says(["A chưa trả lời", "B chưa trả lời", "C chưa trả lời", "D chưa trả lời", "--by"]);
    let state = team.json(["inspection", "list", "--unit", "904-DU"])["inspections"][0]["state"].clone();
    assert_eq!(state, "planned");
}

#[test]
fn unknown_names_end_with_four_and_the_nearest_right_one() {
    let team = Team::planned();
    team.run(["inspection", "show", "2023-so-ket/904-DX"]).ends_with(4).says(["2023-so-ket/904-D"]);
    team.run(["inspection", "show", "904-DU"]).ends_with(4).says([TAN_HIEP]);
    team.run(["report", "ffffffff"]).ends_with(4);
    team.run(["unit", "show", "904-DV"]).ends_with(4).says(["904-D"]);
    team.run(["rollup", "--round", "2023-so-kat"]).ends_with(4).says(["2023-so-ket"]);
    let kind = team.run(["round", "plan", "2023-so-ket", "--kind", "goverment"]);
    kind.ends_with(4).says(["government", "party_committee"]);
    let finding = Team::signed().run(["findings", "export", "--finding", "F-07"]);
    finding.ends_with(4).says(["F-01"]);
}

#[test]
fn rounds_with_a_bad_id_swapped_days_or_a_taken_id_are_refused() {
    let team = Team::planned();
    let add =
        |id: &str, from: &str, to: &str| team.run(["round", "add", id, "--title", "Đợt", "--from", from, "--to", to]);
    add("có khoảng trắng", "2023-01-01", "2023-12-31").ends_with(4).says(["2023-so-ket"]);
    add("a/b", "2023-01-01", "2023-12-31").ends_with(4);
    add("moi", "2023-12-31", "2023-01-01").ends_with(4).says(["31/12/2023", "01/01/2023"]);
    add("2023-so-ket", "2022-01-01", "2022-12-31").ends_with(4);
    add("moi", "hôm qua", "2023-01-01").ends_with(4).says(["2023-11-30"]);
    assert_eq!(team.json(["round", "list"])["rounds"].as_array().map(Vec::len), Some(1));
}

#[test]
fn planning_where_there_are_no_units_says_what_to_import() {
    let team = Team::new();
    team.run(["round", "add", "r", "--title", "Đợt", "--from", "01/01/2023", "--to", "31/12/2023"]).ends_with(0);
    team.run(["round", "plan", "r", "--kind", "government"]).ends_with(4).says(["unit import"]);
}

#[test]
fn files_that_are_missing_folders_too_large_or_not_text_are_named() {
    let team = Team::planned();
    team.run(["unit", "import", "không-có.csv"]).ends_with(4).says(["không-có.csv"]);
    team.write("folder/x", "");
    team.run(["checklist", "check", "folder"]).ends_with(4).says(["folder"]);
    team.write("latin.toml", b"text = \"\xe9\"");
    team.run(["inspection", "fill", TAN_HIEP, "latin.toml"]).ends_with(4).says(["latin.toml", "UTF-8"]);
    let large = fs::File::create(team.path("large.csv")).expect("a file");
    large.set_len(17 * 1024 * 1024).expect("a sparse file");
    team.run(["unit", "import", "large.csv"]).ends_with(4).says(["large.csv", "16 MB"]);
}

#[test]
fn a_document_is_never_written_over_another_file() {
    let team = Team::signed();
    team.write("bc.txt", "của người khác");
    team.run(["report", TAN_HIEP, "-o", "bc.txt"]).ends_with(4).says(["bc.txt"]);
    assert_eq!(team.read("bc.txt"), "của người khác");
    team.run(["report", TAN_HIEP, "-o", "new.txt"]).ends_with(0);
    assert!(team.read("new.txt").contains("Huyện ủy Tân Hiệp"));
    team.run(["report", TAN_HIEP, "-o", "không-có/new.txt"]).ends_with(4).says(["không-có"]);
}

#[test]
fn wrong_arguments_end_with_four_and_help_with_zero() {
    let team = Team::without_vault();
    team.run(["không-có-lệnh"]).ends_with(4);
    team.run(["round", "plan", "r"]).ends_with(4).says(["--kind"]);
    team.run(["unit", "list", "--format", "pdf"]).ends_with(4);
    team.run(["keys", "print", "--format", "json"]).ends_with(4).says(["txt"]);
    team.run(["unit", "list", "--format", "toml"]).ends_with(4).says(["txt, json"]);
    team.run(["--help"]).ends_with(0).prints(["inspection", "rollup"]);
    team.run(["--version"]).ends_with(0).prints(["thucchat"]);
}

#[test]
fn the_terminal_application_is_not_opened_without_a_terminal() {
    let ran = Team::without_vault().run([]);
    ran.ends_with(4).says(["demo --text"]);
    assert!(ran.out.is_empty());
}

#[test]
fn today_is_refused_for_a_real_vault() {
    let team = Team::planned();
    team.run(["inspection", "list", "--today", "2023-11-20"]).ends_with(4).says(["--today", "demo"]);
}

#[test]
fn without_a_home_the_vault_must_be_named() {
    let team = Team::without_vault();
    let mut command = bare(team.vault().parent().expect("a folder"));
    command.env_remove("HOME").env_remove("XDG_DATA_HOME").env("THUCCHAT_LANG", "vi").args(["unit", "list"]);
    // Where the system still knows a home, the default vault is simply not there.
    assert_eq!(command.output().expect("it runs").status.code(), Some(4));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_with_130_and_leaves_the_vault_as_it_was() {
    let team = Team::planned();
    let head = team.json(["vault", "info"])["head"].clone();
    let pipe = team.path("units.pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let mut child = team.command().args(["unit", "import", "units.pipe"]).spawn().expect("the program starts");
    // Opening the pipe returns when the program has opened its other end: it reads now, and there is nothing to read.
    let _writer = fs::OpenOptions::new().write(true).open(&pipe).expect("the pipe opens");
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill").success());
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    assert_eq!(team.json(["vault", "info"])["head"], head);
}
