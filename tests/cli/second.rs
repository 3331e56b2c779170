//! From a signed inspection to a second look that the report proves.

use super::team::{FILL, Ran, TAN_HIEP, Team};

const BY: &str = "Danh Thị Sa Rây";

fn draw<'a>(team: &'a Team, by: &'a str, more: &'a [&'a str]) -> Ran {
    let seeds = ["--team-seed", "246813579024", "--second-seed", "681357902468"];
    let line = ["second", "new", TAN_HIEP, "--by", by];
    team.run(line.into_iter().chain(seeds).chain(more.iter().copied()))
}

/// The id of the second look, as JSON tells it.
fn id(team: &Team) -> String {
    let shown = team.run(["second", "show", TAN_HIEP, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    shown["id"].as_str().expect("an id").to_owned()
}

#[test]
fn a_second_look_is_drawn_filled_blind_signed_and_compared() {
    let team = Team::signed();
    let listed = || team.json(["inspection", "list"])["inspections"].as_array().expect("a list").len();
    let before = listed();
    team.run(["second", "show", TAN_HIEP]).ends_with(1).says(["chưa có lần xem lại", "second new"]);
    let drawn = draw(&team, BY, &[]);
    drawn.ends_with(0).prints(["seed = 246813579024681357902468|904-DU|", "sha256 = "]).says([BY, "inspection fill"]);
    team.write("boc.txt", &drawn.out);
    team.run(["draw", "replay", "boc.txt"]).ends_with(0);

    let id = id(&team);
    let waiting = team.json(["second", "show", TAN_HIEP]);
    assert_eq!((waiting["signed"].as_bool(), waiting["agreement"].is_null()), (Some(false), true));
    let items: Vec<String> = waiting["items"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| one["item"].as_str().expect("an item").to_owned())
        .collect();
    assert!(
        waiting["items"]
            .as_array()
            .expect("a list")
            .iter()
            .all(|one| one["first"].is_null() && one["differs"].is_null())
    );
    let blind = team.json(["inspection", "show", &id]);
    assert_eq!(
        blind["inspection"]["second"]["marks"],
        serde_json::json!({}),
        "nor does another way show the first marks"
    );

    let answer = |item: &String| ["[[answer]]\nitem = \"", item, "\"\nrating = 1\n"].concat();
    let answers: String = items.iter().map(answer).collect();
    team.write("lai.toml", answers);
    team.run(["inspection", "fill", &id, "lai.toml"]).ends_with(0);
    team.run(["second", "show", &id]).ends_with(0).says(["đang xem lại"]);
    team.run(["inspection", "sign", &id, "--by", "Lê Văn Cường"]).ends_with(1).says(["chỉ Danh Thị Sa Rây ký"]);
    team.run(["inspection", "sign", &id, "--by", BY]).ends_with(0);
    team.run(["inspection", "reopen", &id, "--why", "nhầm"]).ends_with(1).says(["không mở lại"]);

    let shown = team.run(["second", "show", TAN_HIEP]);
    shown.ends_with(2).prints([BY, "Lần đầu", "Lần xem lại", "trùng", "seed = "]);
    let shown = team.run(["second", "show", TAN_HIEP, "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&shown.out).expect("JSON");
    assert_eq!(shown["schema"], "thucchat.second");
    assert_eq!(shown["agreement"]["items"], items.len());
    assert!(shown["items"].as_array().expect("a list").iter().any(|one| one["differs"] == true));

    let report = team.run(["report", TAN_HIEP]);
    report.ends_with(0).prints(["XEM LẠI ĐỘC LẬP", BY]);
    team.write("bao-cao.txt", &report.out);
    team.run(["draw", "replay", "bao-cao.txt"]).ends_with(0);
    team.run(["report", &id]).ends_with(4).says(["phụ lục", TAN_HIEP]);
    let rollup = team.json(["rollup", "--round", "2023-so-ket"]);
    assert_eq!((rollup["second_looks"]["count"].as_u64(), rollup["whole"]["signed"].as_u64()), (Some(1), Some(1)));
    team.run(["rollup", "--round", "2023-so-ket"]).prints(["1 lần xem lại đã ký", BY]);
    assert_eq!(listed(), before, "it is in no list");
}

#[test]
fn what_stands_in_the_way_is_said() {
    let team = Team::signed();
    draw(&team, "Lê Văn Cường", &[]).ends_with(4).says(["Lê Văn Cường đã ở trong đoàn"]);
    draw(&team, BY, &["--size", "99"]).ends_with(4).says(["không bốc được 99"]);
    let few = ["second", "new", TAN_HIEP, "--by", BY, "--team-seed", "123", "--second-seed", "681357902468"];
    team.run(few).ends_with(4).says(["Đoàn kiểm tra mới đọc 3 chữ số"]);
    let pending = ["second", "new", "2023-so-ket/907-DU", "--by", BY];
    let seeds = ["--team-seed", "246813579024", "--second-seed", "681357902468"];
    team.run(pending.into_iter().chain(seeds)).ends_with(4).says(["còn nội dung chưa có mức"]);
    draw(&team, BY, &[]).ends_with(0);
    draw(&team, BY, &[]).ends_with(4).says(["đang có một lần xem lại chưa ký"]);
    let id = id(&team);
    team.write("lai.toml", "[[answer]]\nitem = \"Z9-99\"\nrating = 1\n");
    team.run(["inspection", "fill", &id, "lai.toml"]).ends_with(4);
}

/// Who is at this laptop, as the settings say.
const HERE: &str = "Nguyễn Thị Ẵm";

/// The inspection of Tân Hiệp, done and signed by others.
fn signed_by_others() -> Team {
    let team = Team::planned();
    team.write("fill.toml", FILL.replace("\"Nguyễn Thị Ẵm\"]", "\"Danh Sóc\"]"));
    team.write("anh/kinh4a.txt", "ảnh chụp lúc 9 giờ");
    team.run(["inspection", "fill", TAN_HIEP, "fill.toml"]).ends_with(0);
    team.run(["inspection", "sign", TAN_HIEP, "--by", "Lê Văn Cường"]).ends_with(0);
    team
}

#[test]
fn the_first_look_stays_closed_to_who_looks_again_until_the_second_is_signed() {
    let team = signed_by_others();
    let ways: [&[&str]; 8] = [
        &["inspection", "show", TAN_HIEP],
        &["inspection", "show", TAN_HIEP, "--format", "json"],
        &["inspection", "show", TAN_HIEP, "--format", "toml"],
        &["inspection", "lint", TAN_HIEP],
        &["report", TAN_HIEP],
        &["report", TAN_HIEP, "--kind", "minutes"],
        &["history", TAN_HIEP],
        &["report", "--round", "2023-so-ket", "--all", "--out", "ho-so"],
    ];
    draw(&team, HERE, &[]).ends_with(0);
    for way in ways {
        let closed = team.run(way.iter().copied());
        closed.ends_with(1).says(["còn đóng với Nguyễn Thị Ẵm", "second open"]);
        assert_eq!(closed.out, "", "{way:?}");
        team.run(way.iter().copied().chain(["--lang", "en"])).ends_with(1).says(["stays closed to Nguyễn Thị Ẵm"]);
    }
    let id = id(&team);
    team.run(["inspection", "show", &id]).ends_with(0);
    team.run(["history", &id]).ends_with(0);
    let items = team.json(["second", "show", TAN_HIEP])["items"].clone();
    let items = items.as_array().expect("a list").iter().map(|one| one["item"].as_str().expect("an item").to_owned());
    team.write(
        "lai.toml",
        items.map(|item| format!("[[answer]]\nitem = \"{item}\"\nrating = 1\n")).collect::<Vec<_>>().concat(),
    );
    team.run(["inspection", "fill", &id, "lai.toml"]).ends_with(0);
    team.run(["inspection", "sign", &id, "--by", HERE]).ends_with(0);
    for way in ways {
        let open = team.run(way.iter().copied());
        assert!(!open.err.contains("còn đóng"), "{way:?}: {}", open.err);
    }
    assert!(!team.run(["report", TAN_HIEP]).ends_with(0).out.contains("Lần đầu đã được mở"), "it was not");
}

#[test]
fn the_first_look_stays_open_to_everybody_else() {
    let team = signed_by_others();
    draw(&team, BY, &[]).ends_with(0);
    team.run(["inspection", "show", TAN_HIEP]).ends_with(0);
    team.run(["report", TAN_HIEP]).ends_with(0);
}

#[test]
fn the_head_of_team_may_open_the_first_look_and_journal_and_report_tell() {
    let team = signed_by_others();
    team.run(["second", "open", TAN_HIEP, "--by", "Lê Văn Cường", "--why", "x"])
        .ends_with(1)
        .says(["không có lần xem lại"]);
    draw(&team, HERE, &[]).ends_with(0);
    let open = |by, why| team.run(["second", "open", TAN_HIEP, "--by", by, "--why", why]);
    open("nguyễn thị  ẵm", "tò mò").ends_with(4).says(["không tự mở lần đầu cho mình"]);
    open("  ", "vì sao").ends_with(4).says(["Chưa ghi tên"]);
    open("Lê Văn Cường", " ").ends_with(4).says(["Hãy ghi vì sao"]);
    team.run(["inspection", "show", TAN_HIEP]).ends_with(1);
    let why = "Hai người phải đi chung một xe, sổ đã nằm trên bàn";
    open("Lê Văn Cường", why).ends_with(0).says(["Lê Văn Cường đã mở lần đầu", "báo cáo sẽ in"]);
    team.run(["inspection", "show", TAN_HIEP]).ends_with(0);
    let id = id(&team);
    team.run(["history", &id]).ends_with(0).prints(["mở lần đầu", "Lê Văn Cường", why]);
    team.run(["history", &id, "--lang", "en"]).prints(["first look opened", why]);
    assert_eq!(team.json(["second", "show", TAN_HIEP])["opened"][0]["by"], "Lê Văn Cường");
    team.run(["second", "show", TAN_HIEP]).prints(["Lần đầu đã được mở", "Lê Văn Cường"]);
    let items = team.json(["second", "show", TAN_HIEP])["items"].clone();
    let items = items.as_array().expect("a list").iter().map(|one| one["item"].as_str().expect("an item").to_owned());
    team.write(
        "lai.toml",
        items.map(|item| format!("[[answer]]\nitem = \"{item}\"\nrating = 1\n")).collect::<Vec<_>>().concat(),
    );
    team.run(["inspection", "fill", &id, "lai.toml"]).ends_with(0);
    team.run(["inspection", "sign", &id, "--by", HERE]).ends_with(0);
    // Lines of a report break anywhere.
    let told = |lang| {
        let report = team.run(["report", TAN_HIEP, "--lang", lang]);
        report.ends_with(0).out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(told("vi").contains("Lần đầu đã được mở cho Nguyễn Thị Ẵm trước khi ký: Lê Văn Cường"), "{}", told("vi"));
    assert!(told("vi").contains(why) && told("en").contains(why));
    assert!(told("en").contains("The first look was opened to Nguyễn Thị Ẵm before the signature: Lê Văn Cường"));
    open("Lê Văn Cường", why).ends_with(1).says(["không có lần xem lại nào chưa ký"]);
    team.run(["vault", "verify"]).ends_with(0);
    team.run(["vault", "rebuild"]).ends_with(0);
    // The looks differ, and there is something to look at.
    let shown = team.run(["second", "show", TAN_HIEP, "--format", "json"]);
    shown.ends_with(2).prints(["\"by\": \"Lê Văn Cường\"", why]);
}
