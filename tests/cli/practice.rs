//! The practice province without a terminal.

use super::team::{Ran, Team};

/// Runs `demo` without naming a vault, as a newcomer does.
fn demo(team: &Team, line: &[&str]) -> Ran {
    Ran::from(team.command().env_remove("THUCCHAT_VAULT").args(line).output().expect("the program runs"))
}

#[test]
fn the_demonstration_prints_queue_report_and_roll_up_and_runs_again() {
    let team = Team::without_vault();
    let first = demo(&team, &["demo", "--text"]);
    first.ends_with(0).prints(["Huyện ủy Tân Hiệp", "Huyện ủy Gò Quao", "quá hạn"]);
    let second = demo(&team, &["demo", "--text"]);
    second.ends_with(0);
    assert_eq!(first.out, second.out, "the same province every time");
    assert!(team.path("data/thucchat/practice/vault.toml").is_file());
}

#[test]
fn every_document_of_the_practice_vault_is_marked() {
    let team = Team::without_vault();
    let dir = team.path("tập-dượt");
    let dir = dir.to_str().expect("UTF-8");
    demo(&team, &["demo", "--dir", dir]).ends_with(0);
    for line in [
        &["report", "2023-so-ket/907-DU"][..],
        &["rollup", "--round", "2023-so-ket"],
        &["findings", "export", "--under", "907-DU"],
    ] {
        let line = [&["--vault", dir], line].concat();
        demo(&team, &line).ends_with(0).prints(["SỐ LIỆU TẬP DƯỢT"]);
    }
}

#[test]
fn the_practice_day_moves_only_there() {
    let team = Team::without_vault();
    let dir = team.path("tập-dượt");
    let dir = dir.to_str().expect("UTF-8");
    demo(&team, &["demo", "--dir", dir]).ends_with(0);
    let on = |day: &str| {
        let list =
            demo(&team, &["--vault", dir, "--today", day, "inspection", "list", "--pending", "--format", "json"]);
        let list: serde_json::Value = serde_json::from_str(&list.ends_with(0).out).expect("JSON");
        assert_eq!(list["today"], day);
        list["inspections"].as_array().expect("a list").iter().filter(|one| one["overdue"] == true).count()
    };
    assert!(on("2023-12-31") > on("2023-10-01"), "more is overdue later");
}

#[test]
fn the_demonstration_leaves_a_real_vault_alone() {
    let team = Team::planned();
    let dir = team.vault();
    let dir = dir.to_str().expect("UTF-8");
    let head = team.json(["vault", "info"])["head"].clone();
    demo(&team, &["demo", "--text", "--dir", dir]).ends_with(4).says(["--dir"]);
    assert_eq!(team.json(["vault", "info"])["head"], head);
}

#[test]
fn the_roll_up_puts_forward_only_what_was_verified_and_says_why_not_of_the_rest() {
    let team = Team::without_vault();
    let dir = team.path("tập-dượt");
    let dir = dir.to_str().expect("UTF-8");
    demo(&team, &["demo", "--dir", dir]).ends_with(0);
    let line = ["--vault", dir, "rollup", "--round", "2023-so-ket"];
    demo(&team, &line).ends_with(0).prints(["ĐỀ NGHỊ BIỂU DƯƠNG", "CHO TRƯỞNG ĐOÀN", "cần từ E3"]);
    let json = demo(&team, &[&line[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.ends_with(0).out).expect("JSON");
    let units = json["nominations"].as_array().expect("a list");
    let all = |part: &str| -> Vec<serde_json::Value> {
        units.iter().flat_map(|unit| unit[part].as_array().cloned().unwrap_or_default()).collect()
    };
    let grade = |one: &serde_json::Value| one["grade"].as_str().unwrap_or_default().to_owned();
    let (yes, no) = (all("nominated"), all("not_nominated"));
    assert!(
        !yes.is_empty() && yes.iter().all(|one| grade(one).as_str() >= "E3" && one["why_not"].is_null()),
        "{yes:#?}"
    );
    assert!(!no.is_empty() && no.iter().all(|one| !one["why_not"].as_array().expect("reasons").is_empty()), "{no:#?}");
    let lines = json["lines"].as_array().expect("a list");
    assert!(lines.iter().all(|line| line["above"].as_u64() <= line["of"].as_u64()), "{lines:#?}");
}
