//! From a list of models to a draw that a printed report proves.

use super::team::{TAN_HIEP, Team};

const MODELS: &str = "code,name,kind,field,place,registered,state
MH-01,Tổ hòa giải ấp Kinh 4A,collective,An ninh,ấp Kinh 4A,2021-03-01,running
MH-02,\"Nguyễn Thị Ẵm, ấp Kinh 4A, \"\"đẩy mạnh\"\"\",individual,Kinh tế,ấp Kinh 4A,2021-04-01,recognised
MH-03,Đường hoa,collective,Môi trường,ấp Tân Hà,2021-05-01,stopped
MH-04,Tiếng loa an ninh,collective,An ninh,ấp Tân Hà,2021-06-01,registered
MH-05,Hụi không lãi,collective,Kinh tế,ấp Tân Phú,2021-07-01,replicated
";

fn with_models() -> Team {
    let team = Team::planned_with_the_shipped_programme();
    team.write("mo-hinh.csv", MODELS);
    team.run(["model", "import", "mo-hinh.csv", "--unit", "904-DU"]).ends_with(0).says(["thêm 5", "Huyện ủy Tân Hiệp"]);
    team
}

fn draw<'a>(team: &'a Team, more: &'a [&'a str]) -> super::team::Ran {
    let line = ["draw", "new", TAN_HIEP, "--unit-seed", "246813579024", "--team-seed", "681357902468"];
    team.run(line.into_iter().chain(more.iter().copied()))
}

#[test]
fn models_are_imported_once_and_listed() {
    let team = Team::planned();
    team.write("mo-hinh.csv", MODELS);
    let import = ["model", "import", "mo-hinh.csv", "--unit", "904-DU"];
    team.run(import.into_iter().chain(["--dry-run"])).ends_with(0).prints(["thêm", "MH-05"]).says(["Chưa ghi gì"]);
    team.run(["model", "list", "--unit", "904-DU"]).ends_with(0).says(["chưa có mô hình nào"]);
    team.run(import).ends_with(0).says(["thêm 5"]);
    team.run(import).ends_with(0).says(["giữ nguyên 5"]);
    team.run(["model", "list", "--unit", "904-DU"]).ends_with(0).prints(["MH-02", "đã công nhận", "đã dừng"]);
    let list = team.json(["model", "list", "--unit", "904-DU"]);
    assert_eq!(list["schema"], "thucchat.model-list");
    assert_eq!((list["living"].as_u64(), list["recognised"].as_u64()), (Some(4), Some(2)));
    assert_eq!(list["models"][1]["name"], "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"");
    assert_eq!(list["models"][1]["life"][1]["state"], "recognised");
}

#[test]
fn a_file_with_mistakes_is_refused_whole() {
    let team = with_models();
    team.write("sai.csv", "code,name,state\nMH-06,Tổ mới,running\nMH-03,Đường hoa,recognised\n");
    let refused = team.run(["model", "import", "sai.csv", "--unit", "904-DU"]);
    refused.ends_with(4).says(["sai.csv:3:17:", "stopped", "running"]);
    assert!(!team.run(["model", "list", "--unit", "904-DU"]).out.contains("MH-06"));
    team.run(["model", "import", "mo-hinh.csv", "--unit", "904"]).ends_with(4).says(["địa bàn"]);
    team.run(["model", "import", "mo-hinh.csv", "--unit", "904-DX"]).ends_with(4).says(["904-DU"]);
}

#[test]
fn a_draw_is_made_once_and_proven_by_its_print_its_json_and_the_report() {
    let team = with_models();
    draw(&team, &["--size", "5"]).ends_with(4).says(["danh sách 4"]);
    let drawn = draw(&team, &[]);
    drawn.ends_with(0).prints(["N = 4", "sha256 = ", "#1 · 1 → ", "seed = 246813579024681357902468|904-DU|"]);
    assert!(!drawn.out.contains("MH-03"), "a stopped model is not on the list:\n{}", drawn.out);
    team.write("boc.txt", &drawn.out);
    team.run(["draw", "replay", "boc.txt"]).ends_with(0).prints(["Bốc lại đúng như bản ghi"]);
    draw(&team, &[]).ends_with(1).says(["đã bốc thăm"]);
    let shown = team.run(["inspection", "show", TAN_HIEP, "--format", "json"]);
    team.write("boc.json", &shown.out);
    team.run(["draw", "replay", "boc.json"]).ends_with(0);

    let report = team.run(["report", TAN_HIEP]);
    report.ends_with(0).prints(["PHỤ LỤC 7: BỐC THĂM VÀ KIỂM CHỨNG MÔ HÌNH", "PHỤ LỤC 8"]);
    team.write("bao-cao.txt", &report.out);
    let proof = team.json(["draw", "replay", "bao-cao.txt"]);
    assert_eq!((proof["schema"].as_str(), proof["proven"].as_bool()), (Some("thucchat.draw-replay"), Some(true)));
    team.write("sua.txt", report.out.replace("Hụi không lãi", "Hụi có lãi"));
    team.run(["draw", "replay", "sua.txt"]).ends_with(2).prints(["KHÁC", "SHA-256"]);
    team.write("khong.txt", "Báo cáo");
    team.run(["draw", "replay", "khong.txt"]).ends_with(4).says(["khong.txt"]);

    let again = draw(&team, &["--instead", "danh sách thiếu MH-03"]);
    again.ends_with(0);
    team.run(["report", TAN_HIEP]).prints(["Lần bốc đã hủy", "danh sách thiếu MH-03"]);
}

#[test]
fn visits_come_in_by_a_fill_file_and_go_out_again() {
    let team = with_models();
    let drawn = team.json(["draw", "new", TAN_HIEP, "--unit-seed", "246813579024", "--team-seed", "681357902468"]);
    let codes: Vec<&str> =
        drawn["models"].as_array().expect("models").iter().filter_map(|it| it["code"].as_str()).collect();
    assert_eq!(codes.len(), 3);
    let visits: Vec<String> = codes
        .iter()
        .map(|code| format!("[[verification]]\nmodel = \"{code}\"\nnote = \"ấp Kinh 4A\"\n[[verification.answer]]\nitem = \"M-01\"\nrating = 4\n"))
        .collect();
    team.write("tham.toml", visits.concat());
    team.run(["inspection", "fill", TAN_HIEP, "tham.toml"]).ends_with(0);
    let shown = team.json(["inspection", "show", TAN_HIEP]);
    let item = shown["items"].as_array().expect("items").iter().find(|item| item["item"] == "C1-05");
    let item = item.expect("the item that takes its level from the draw");
    assert_eq!((item["state"].as_str(), item["grade"].as_str()), (Some("rated"), Some("E4")));
    let out = team.run(["inspection", "show", TAN_HIEP, "--format", "toml"]).out;
    team.write("ra.toml", &out);
    team.run(["inspection", "fill", TAN_HIEP, "ra.toml"]).ends_with(0).says(["0"]);
    assert_eq!(team.run(["inspection", "show", TAN_HIEP, "--format", "toml"]).out, out);
    team.run(["report", TAN_HIEP]).prints(["Đang chạy đúng đăng ký: 3 trong 3 mô hình"]);
}
