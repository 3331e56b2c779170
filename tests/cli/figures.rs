//! Figures for programs: the way of the models, the two rates of follow-up, kinds of unit, every answer, and reports of a round that are
//! those of each inspection. On the practice province, whose figures stand in its own data.

use super::documents::province;
use serde_json::Value;

type Province = (super::team::Team, fn(&super::team::Team, &[&str]) -> super::team::Ran);

fn json((team, run): &Province, line: &[&str]) -> Value {
    let ran = run(team, &[line, &["--format", "json"]].concat());
    serde_json::from_str(&ran.ends_with(0).out).expect("JSON")
}

fn rollup(province: &Province, round: &str, more: &[&str]) -> Value {
    json(province, &[&["rollup", "--round", round], more].concat())
}

fn group<'a>(rollup: &'a Value, key: &str) -> &'a Value {
    let groups = rollup["groups"].as_array().expect("groups");
    groups.iter().find(|group| group["key"] == key).unwrap_or_else(|| panic!("no group {key}"))
}

/// The fields of a way of models, in their order.
fn way(group: &Value) -> Vec<Value> {
    let fields =
        ["registered", "living", "recognised", "sampled_units", "listed", "drawn", "verified", "failed", "range"];
    let models = group["models"].as_object().expect("models");
    assert_eq!(models.len(), fields.len(), "{models:?}");
    fields.map(|field| models[field].clone()).into()
}

#[test]
fn the_way_of_the_models_is_told_field_by_field_for_the_whole_and_for_each_place() {
    let province: Province = province();
    let now = rollup(&province, "2023-so-ket", &[]);
    // Registered, living, recognised: from the registers; lists, draws and visits: from the draws of the round.
    let whole = serde_json::json!([271, 242, 192, 4, 107, 16, 11, 2, [2985, 8726]]);
    assert_eq!(Value::from(way(&now["whole"])), whole);
    // Huyện ủy Gò Quao: 34 registered, 11 ended, 33 ever recognised; 3 of 23 drawn, 1 runs, 1 does not.
    assert_eq!(Value::from(way(group(&now, "907"))), serde_json::json!([34, 23, 33, 1, 23, 3, 1, 1, [832, 7336]]));
    // Nobody drew there: no range, which is not a range of 0.
    assert_eq!(Value::from(way(group(&now, "899"))), serde_json::json!([24, 21, 15, 0, 0, 0, 0, 0, null]));
    let before = rollup(&province, "2022", &[]);
    assert_eq!(Value::from(way(group(&before, "900"))), serde_json::json!([16, 14, 10, 1, 14, 4, 1, 1, [682, 6029]]));
    let groups = now["groups"].as_array().expect("groups");
    for (at, field) in ["registered", "living", "recognised", "sampled_units", "drawn"].iter().enumerate() {
        let sum: u64 = groups.iter().map(|group| group["models"][field].as_u64().expect("a count")).sum();
        assert_eq!(sum, now["whole"]["models"][field].as_u64().expect("a count"), "{at}: the places add up in {field}");
    }
}

#[test]
fn the_two_rates_of_follow_up_are_told_in_words_and_figures_in_both_languages() {
    let province: Province = province();
    let whole = rollup(&province, "2022", &[])["whole"].clone();
    for (field, figure) in [("due", 26), ("due_and_verified", 1), ("ever_verified", 3), ("did_not_last", 1)] {
        assert_eq!(whole[field], figure, "{field}");
    }
    assert_eq!(whole["overdue"], 25, "the delay that was accepted is not overdue");
    let told = |lang: &str, round: &str| {
        let (team, run) = &province;
        let text = run(team, &["rollup", "--round", round, "--lang", lang]);
        text.ends_with(0).out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for (lang, verified, reopened) in [
        (
            "vi",
            "Trong 26 kiến nghị đã đến hạn, 1 việc đã kiểm chứng (3,85 %)",
            "Trong 3 việc từng kiểm chứng, 1 việc phải mở lại (33,33 %)",
        ),
        (
            "en",
            "Of 26 recommendations due, 1 are verified (3.85 %)",
            "Of 3 once verified, 1 had to be opened again (33.33 %)",
        ),
    ] {
        let told = told(lang, "2022");
        assert!(told.contains(verified) && told.contains(reopened), "{lang}: {told}");
    }
    // What was never verified has no share that lasted.
    for lang in ["vi", "en"] {
        let told = told(lang, "2023-so-ket");
        assert!(!told.contains("từng kiểm chứng, ") && !told.contains("once verified, "), "{told}");
    }
}

#[test]
fn a_kind_of_unit_has_a_roll_up_of_its_own_in_every_format_and_it_is_checked() {
    let province: Province = province();
    let of_kind = ["--kind", "party_committee"];
    let figures = rollup(&province, "2023-so-ket", &of_kind);
    assert_eq!(figures["kind"], "party_committee");
    let all = rollup(&province, "2023-so-ket", &["--by", "kind"]);
    assert_eq!(figures["whole"]["figures"], group(&all, "party_committee")["figures"], "the same as its group");
    let inspected = figures["nominations"].as_array().expect("a list");
    assert!(inspected.iter().all(|one| one["unit"].as_str().expect("a code").ends_with("-DU")), "{inspected:?}");
    let (team, run) = &province;
    let line = ["rollup", "--round", "2023-so-ket", "--kind", "party_committee"];
    for format in ["txt", "md", "docx", "html", "csv", "xlsx"] {
        let path = team.path(&format!("cap-uy.{format}"));
        run(team, &[&line[..], &["-o", path.to_str().expect("UTF-8")]].concat()).ends_with(0);
        assert!(std::fs::metadata(&path).expect("the file").len() > 500, "{format}");
    }
    let path = team.path("cap-uy.txt");
    let text = std::fs::read_to_string(&path).expect("the report");
    assert!(text.contains("– Cấp ủy") && !text.contains("UBND huyện Giồng Riềng\n"), "{text}");
    assert!(text.contains("rollup --round 2023-so-ket --kind party_committee --by district"), "{text}");
    run(team, &["report", "verify", path.to_str().expect("UTF-8")]).ends_with(0);
    let district = [&line[..], &["--under", "906", "--by", "unit"]].concat();
    let path = team.path("huyen.txt");
    run(team, &[&district[..], &["-o", path.to_str().expect("UTF-8")]].concat()).ends_with(0);
    run(team, &["report", "verify", path.to_str().expect("UTF-8")]).ends_with(0);
    run(team, &["rollup", "--round", "2023-so-ket", "--kind", "cap-uy"]).ends_with(4).says(["party_committee"]);
}

#[test]
fn every_answer_is_a_row_for_programs_with_the_figures_of_its_item() {
    let province: Province = province();
    let body = rollup(&province, "2023-so-ket", &["--by", "answer", "--under", "907"]);
    assert_eq!((&body["schema"], &body["version"]), (&"thucchat.answers".into(), &1.into()));
    assert_eq!((&body["round"], &body["under"], &body["kind"]), (&"2023-so-ket".into(), &"907".into(), &Value::Null));
    let rows = body["answers"].as_array().expect("answers");
    let own: Vec<&Value> = rows.iter().filter(|row| row["code"] == "907-DU").collect();
    assert_eq!(own.len(), 17, "every item of the unit once");
    let shown = json(&province, &["inspection", "show", "2023-so-ket/907-DU"]);
    for item in shown["items"].as_array().expect("items") {
        let row = own.iter().find(|row| row["item"] == item["item"]).expect("a row for every item");
        assert_eq!((&row["mark"], &row["weight"], &row["grade"]), (&item["state"], &item["weight"], &item["grade"]));
        if row["mark"] == "rated" {
            assert_eq!((&row["claimed"], &row["supported"]), (&item["claimed"], &item["effective"]), "{row}");
        } else {
            assert!(row["level"].is_null() && row["claimed"].is_null() && row["reason"].is_string(), "{row}");
        }
    }
    let in_english = rollup(&province, "2023-so-ket", &["--by", "answer", "--under", "907", "--lang", "en"]);
    let keys = |body: &Value| -> Vec<Value> {
        let rows = body["answers"].as_array().expect("answers");
        rows.iter().flat_map(|row| [row["mark"].clone(), row["item"].clone(), row["grade"].clone()]).collect()
    };
    assert_eq!(keys(&body), keys(&in_english), "what programs go by is the same in every language");
    let (team, run) = &province;
    let path = team.path("tra-loi.json");
    let line = ["rollup", "--round", "2023-so-ket", "--by", "answer", "--under", "907", "-o"];
    run(team, &[&line[..], &[path.to_str().expect("UTF-8")]].concat()).ends_with(0);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(path).expect("the file")).expect("JSON");
    assert_eq!(written, body);
}

#[test]
fn the_reports_of_a_round_written_at_once_are_those_of_each_inspection() {
    let (team, run): Province = province();
    let folder = team.path("dot");
    run(&team, &["report", "--round", "2022", "--all", "--out", folder.to_str().expect("UTF-8")]).ends_with(0);
    let files = std::fs::read_dir(&folder).expect("the folder").map(|file| file.expect("a file").path());
    let mut compared = 0;
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending == "txt")) {
        let text = std::fs::read_to_string(&path).expect("a report");
        let line = text.lines().find_map(|line| line.strip_prefix("thucchat report 2022/")).expect("the command");
        let code = line.split_once(' ').expect("a code").0;
        let alone = run(&team, &["report", &format!("2022/{code}")]);
        assert_eq!(alone.ends_with(0).out, text, "{code}");
        compared += 1;
    }
    assert_eq!(compared, 25);
}
