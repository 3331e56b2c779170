//! A whole day, from units to a signed report.

use super::{Team, exists};

const TAN_HIEP: &str = "2023-so-ket/904-DU";

/// What is typed at the item after item of Huyện ủy Tân Hiệp, the same in both languages: numbers and keys.
const ITEMS: &str = "\
3
e
2
Ấp Kinh 4A: 3/4 hộ còn làm, \"đẩy mạnh\"\\
bà T., hộ 17
đoàn
12/10/2023
=
g
Nguyễn Thị Ẵm
h
1
Hai hộ không còn làm
-
Giao một người kiêm bốn việc
=
k

Rà lại danh sách
Ban Dân vận
+14
=
n
u

Chưa gặp được dân
n
x
Không có đối tượng
n
4
2
z
2
";

fn script(typed: &[&str]) -> String {
    typed.join("\n") + "\n"
}

#[test]
fn a_script_imports_units_plans_a_round_inspects_signs_and_exports() {
    let team = Team::new("vi");
    let units = team.path("units.csv");
    let report = team.path("bao-cao.txt");
    let begin = script(&[
        "don vi",
        "i",
        &units,
        "hàng chờ",
        "n",
        "2023-so-ket",
        "Sơ kết giữa kỳ",
        "01/01/2023",
        "31/12/2023",
        "3",
        "1",
        "",
        "30/11/2023",
        "=",
        "/",
        "tan hiep",
        "1",
    ]);
    let end =
        script(&["v", "12/10/2023 08:00", "12/10/2023 16:30", "-", "Lê Văn Cường; Trần Thị Bình", "12", "=", "s"]);
    let end = end + &script(&["ky", "", "r", "w", &report, "q"]);
    let talked = team.talk(begin + ITEMS + &end);
    talked.ends_well().says("Đã nhập: thêm 9").says("Lập 3 cuộc kiểm tra").says("đã lưu").says("Đã hoàn tác");
    talked.says("Xem: sổ").says("Hỏi: người dân").says("Chấm 75, minh chứng chỉ đỡ được");

    let shown = team.show(TAN_HIEP);
    let inspection = &shown["inspection"];
    let entries = &inspection["entries"];
    assert_eq!(entries["A"]["answer"]["rated"], 3, "{entries:#}");
    assert_eq!(entries["A"]["note"], "Nguyễn Thị Ẵm");
    assert_eq!(entries["B"]["answer"]["not-verified"], "Chưa gặp được dân");
    assert_eq!(entries["C"]["answer"]["not-applicable"], "Không có đối tượng");
    assert_eq!(entries["D"]["answer"]["rated"], 2, "rated, undone, rated again");
    assert_eq!(inspection["evidence"]["V-01"]["text"], "Ấp Kinh 4A: 3/4 hộ còn làm, \"đẩy mạnh\"\nbà T., hộ 17");
    assert_eq!(inspection["evidence"]["V-01"]["collected"], "2023-10-12");
    assert_eq!(inspection["findings"]["F-01"]["condition"], "Hai hộ không còn làm");
    assert_eq!(inspection["recommendations"]["K-01"]["owner"], "Ban Dân vận");
    assert_eq!(inspection["visit"]["people_asked"], 12);
    assert_eq!(inspection["sign_off"]["by"], "Trần Thị Bình");
    let written = std::fs::read_to_string(&report).expect("the report was exported");
    for words in ["Huyện ủy Tân Hiệp", "Hai hộ không còn làm", "Rà lại danh sách", "Trần Thị Bình"]
    {
        assert!(written.contains(words), "{words}:\n{written}");
    }
}

#[test]
fn the_same_words_work_in_english_with_names_of_commands() {
    let team = Team::planned("en");
    let begin = script(&["search", "tan hiep", "1"]);
    let talked = team.talk(begin + ITEMS + &script(&["sign", "sign-inspection", "", "quit"]));
    talked.ends_well().says("saved").says("Does the model run?").says("Look at: books").says("Everything is saved.");
    let shown = team.show(TAN_HIEP);
    assert_eq!(shown["inspection"]["entries"]["D"]["answer"]["rated"], 2);
    assert_eq!(shown["inspection"]["sign_off"]["by"], "Trần Thị Bình");
}

#[test]
fn other_pages_are_told_in_words() {
    let team = Team::planned("vi");
    let items = script(&["/", "tan hiep", "1"]) + ITEMS + &script(&["s", "ky", ""]);
    team.talk(items + "q\n").ends_well();
    let talked =
        team.talk(script(&["phat hien", "tong hop", "next-view", "1", "1", "l", "quay lại", "hang cho", "f", "q"]));
    talked.ends_well().says("K-01, Huyện ủy Tân Hiệp: Rà lại danh sách; vừa; Ban Dân vận;");
    talked.says("đã kiểm tra 1/").says("Trần Thị Bình: ký kết thúc").says("Lọc Quá hạn: 0 cuộc kiểm tra");
}

#[test]
fn the_page_of_a_unit_and_of_a_place_are_told_in_words() {
    let team = Team::planned("vi");
    let talked = team.talk(script(&["don vi", "/", "huyen uy tan hiep", "open-unit-page", "next-part", "q"]));
    talked.ends_well().says("904-DU, ").says("Huyện Tân Hiệp").says("Sơ kết: chưa làm, 0/4");
    let talked = team.talk(script(&["don vi", "/", "huyen tan hiep", "open-unit-page", "q"]));
    talked.ends_well().says("Huyện ủy Tân Hiệp");
}

#[test]
fn what_stands_in_the_way_of_signing_is_told_and_leads_to_the_item() {
    let team = Team::planned("vi");
    let talked = team.talk(script(&["/", "tan hiep", "1", "s", "2", "q"]));
    talked.ends_well().says("Còn 4 việc phải làm trước khi ký").says("B Dân có biết không?").says("2/4");
}

#[test]
fn a_person_at_a_dumb_terminal_is_talked_with_by_itself() {
    let team = Team::planned("vi");
    let mut pty = team.sits_down("vi");
    pty.waits_for("Chọn:").send("/\n").waits_for("Không cần dấu").send("tân hiệp\n").waits_for("1 cuộc kiểm tra.");
    pty.send("1\n").waits_for("Mức lúc này: chưa có mức").send("3\n").waits_for("Mức lúc này: 3");
    pty.send("g\n").waits_for("1/1 Ghi chú").send("Nguyễn Thị Ẵm\n").waits_for("Ghi chú: Nguyễn Thị Ẵm");
    pty.send("q\n").waits_for("Tạm biệt");
    assert_eq!(pty.ends(), 0);
    assert!(!pty.bytes().contains(&0x1b), "an escape was written");
    assert_eq!(team.show(TAN_HIEP)["inspection"]["entries"]["A"]["note"], "Nguyễn Thị Ẵm");
}

#[test]
fn a_whole_inspection_goes_through_a_dumb_terminal() {
    let team = Team::planned("vi");
    let mut pty = team.sits_down("vi");
    pty.waits_for("Chọn:").send("/\ntan hiep\n1\n").send(ITEMS);
    pty.send("s\n").waits_for("Đủ điều kiện ký").send("ky\n\n").waits_for("đã ký lúc").send("q\n");
    assert_eq!(pty.ends(), 0);
    assert_eq!(team.show(TAN_HIEP)["inspection"]["sign_off"]["by"], "Trần Thị Bình");
}

#[test]
fn an_interrupt_in_the_middle_of_a_form_loses_nothing() {
    let team = Team::planned("vi");
    let mut pty = team.sits_down("vi");
    pty.waits_for("Chọn:").send("/\ntan hiep\n1\n").waits_for("Mức lúc này").send("e\n").waits_for("1/7");
    pty.send("2\n").waits_for("2/7").send("Ấp Kinh 4A\n").waits_for("3/7").send("\u{3}");
    assert_eq!(pty.ends(), 130);
    let talked = team.talk(script(&["/", "tan hiep", "1", "", "=", "q"]));
    talked.ends_well().says("đang là: Ấp Kinh 4A");
    let name = "2023-so-ket/904-DU";
    assert_eq!(team.show(name)["inspection"]["evidence"]["V-01"]["text"], "Ấp Kinh 4A");
}

#[test]
fn a_first_start_is_a_talk_too_and_the_practice_vault_says_so_on_every_page() {
    let team = Team::new("vi");
    std::fs::remove_dir_all(team.vault()).expect("no vault");
    let talked =
        team.talk(script(&["", "Trần Thị Bình", "", "2", "don vi", "phat hien", "tong hop", "cai dat", ".", "q"]));
    talked.ends_well();
    assert!(!exists(&team.vault()), "practice stands in a folder of its own");
    for page in ["Hàng chờ", "Đơn vị", "Phát hiện", "Tổng hợp", "Cài đặt"] {
        talked.says(&format!("TẬP DƯỢT · {page}"));
    }
}
