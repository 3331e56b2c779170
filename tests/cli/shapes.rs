//! Shapes of what is printed: languages, JSON, quiet, pipes, keys, care of the vault.

use super::team::{TAN_HIEP, Team};
use std::process::Stdio;

#[test]
fn data_stands_on_stdout_words_on_stderr_and_quiet_leaves_only_data() {
    let team = Team::planned();
    let init = Team::new().run(["unit", "list"]);
    init.ends_with(0).says(["unit import"]);
    assert!(init.out.is_empty());
    let quiet = team.run(["round", "plan", "2023-so-ket", "--kind", "government", "--quiet"]);
    quiet.ends_with(0);
    assert!(quiet.out.is_empty() && quiet.err.is_empty(), "{}{}", quiet.out, quiet.err);
}

#[test]
fn every_list_parses_as_json_with_schema_and_version_on_top() {
    let team = Team::signed();
    for (line, schema) in [
        (&["unit", "list"][..], "thucchat.unit-list"),
        (&["unit", "show", "904-DU"], "thucchat.unit"),
        (&["round", "list"], "thucchat.round-list"),
        (&["inspection", "list"], "thucchat.inspection-list"),
        (&["inspection", "show", TAN_HIEP], "thucchat.inspection"),
        (&["report", TAN_HIEP], "thucchat.document"),
        (&["rollup", "--round", "2023-so-ket"], "thucchat.rollup"),
        (&["findings", "export"], "thucchat.document"),
        (&["history", TAN_HIEP], "thucchat.history"),
        (&["vault", "info"], "thucchat.vault-info"),
        (&["vault", "verify"], "thucchat.vault-verify"),
        (&["vault", "rebuild"], "thucchat.vault-rebuild"),
    ] {
        assert_eq!(team.json(line.iter().copied())["schema"], schema, "{line:?}");
    }
}

#[test]
fn words_come_in_the_language_that_is_asked_for_and_else_in_the_vaults() {
    let team = Team::without_vault();
    let in_lang = |lang: Option<&str>, line: &[&str]| {
        let mut command = team.command();
        command.env_remove("THUCCHAT_LANG").env("LANG", "vi_VN.UTF-8").args(line);
        lang.map(|lang| command.args(["--lang", lang]));
        super::team::Ran::from(command.output().expect("it runs"))
    };
    in_lang(Some("en"), &["init"]).ends_with(0).says(["Made a vault"]);
    in_lang(None, &["round", "list"]).ends_with(0).says(["no rounds yet"]);
    in_lang(Some("vi"), &["round", "list"]).ends_with(0).says(["Chưa có đợt nào"]);
}

#[test]
fn columns_stand_under_each_other_whatever_marks_the_names_carry() {
    let list = Team::planned().run(["unit", "list"]);
    let column = |line: &str| line.split("  ").next().map(str::len);
    let starts: Vec<usize> = list
        .out
        .lines()
        .filter_map(|line| {
            let name = ["Tên", "Tỉnh Kiên Giang", "Huyện ủy Tân Hiệp", "UBND huyện Tân Hiệp"]
                .iter()
                .find_map(|name| line.find(name))?;
            line.get(..name).map(|before| before.chars().count())
        })
        .collect();
    assert_eq!(starts.len(), 4, "{}", list.out);
    assert!(starts.iter().all(|start| *start == starts[0]), "{starts:?}\n{}", list.out);
    assert!(list.out.lines().all(|line| line == line.trim_end()), "no trailing blanks");
    assert!(column(&list.out).is_some());
}

#[test]
fn nothing_that_steers_a_terminal_is_printed() {
    let team = Team::new();
    team.write("units.csv", "code,name,kind,parent,tier\n1,\"Xã \u{1b}[31mĐỏ\u{202e}\",place,,commune\n");
    let import = team.run(["unit", "import", "units.csv"]);
    let list = team.run(["unit", "list"]);
    let json = team.run(["unit", "list", "--format", "json"]);
    for text in [&import.err, &list.out, &json.out] {
        assert!(!text.contains(['\u{1b}', '\u{202e}']), "{text:?}");
    }
    let unknown = team.run(["unit", "show", "\u{1b}[2J"]);
    assert!(!unknown.err.contains('\u{1b}'), "{:?}", unknown.err);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let team = Team::planned();
    let mut child = team
        .command()
        .args(["keys", "print"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn keymap_files_are_checked_with_the_place_of_each_mistake() {
    let team = Team::without_vault();
    team.run(["keys", "print"]).ends_with(0).prints(["rate-3"]);
    team.write("good.toml", "");
    team.run(["keys", "check", "good.toml"]).ends_with(0);
    team.write("bad.toml", "[walk]\nrate-9 = [\"9\"]\n");
    team.run(["keys", "check", "bad.toml"]).ends_with(2).prints(["bad.toml:2:"]);
    team.run(["keys", "print", "--keymap", "bad.toml"]).ends_with(4);
    team.run(["keys", "print", "--keymap", "defualt"]).ends_with(4).says(["default"]);
}

#[test]
fn the_persons_own_keymap_is_in_force_without_being_named() {
    let team = Team::without_vault();
    assert!(!team.run(["keys", "print"]).out.contains("Alt+7"));
    team.write(".config/thucchat/keymap.toml", "[walk]\nrate-3 = [\"alt+7\"]\n");
    team.run(["keys", "print"]).ends_with(0).prints(["Alt+7"]);
    assert!(!team.run(["keys", "print", "--keymap", "default"]).out.contains("Alt+7"));
    team.write(".config/thucchat/keymap.toml", "[walk]\nrate-9 = [\"alt+7\"]\n");
    team.run(["keys", "print"]).ends_with(4).says(["keymap.toml:2:"]);
    team.run(["keys", "check"]).ends_with(2).prints(["keymap.toml:2:"]);
}

#[test]
fn every_shipped_keymap_is_printed_by_its_name_and_a_file_lies_over_its_base() {
    let team = Team::without_vault();
    team.run(["keys", "print", "--keymap", "vim"]).ends_with(0).prints(["Ctrl+F", "Z Q"]);
    team.run(["keys", "print", "--keymap", "one-hand"]).ends_with(0).prints(["/ . +"]);
    team.run(["keys", "print", "--keymap", "wim"]).ends_with(4).says(["vim"]);
    team.run(["keys", "check"]).ends_with(4).says(["keymap.toml"]);
    team.write("mine.toml", "base = \"vim\"\n[walk]\nrate-3 = [\"alt+7\"]\n");
    team.run(["keys", "print", "--keymap", "mine.toml"]).ends_with(0).prints(["Alt+7", "Z Q"]);
    team.write("wrong.toml", "base = \"wim\"\n");
    team.run(["keys", "check", "wrong.toml"]).ends_with(2).prints(["wrong.toml:1:8:", "vim"]);
}

#[test]
fn the_vault_tells_what_it_holds_verifies_and_rebuilds_itself() {
    let team = Team::signed();
    let info = team.json(["vault", "info"]);
    assert_eq!((&info["units"], &info["rounds"], &info["inspections"]), (&9.into(), &1.into(), &4.into()));
    team.run(["vault", "info"]).ends_with(0).prints([info["head"].as_str().expect("a hash"), "Nguyễn Thị Ẵm"]);
    team.run(["vault", "verify"]).ends_with(0);
    team.run(["vault", "rebuild"]).ends_with(0);
    let again = team.json(["vault", "info"]);
    for part in ["content_hash", "head", "records", "units", "inspections"] {
        assert_eq!(again[part], info[part], "{part}");
    }
    team.run(["report", TAN_HIEP]).ends_with(0).prints(["60,42"]);
}
