//! Lines that nobody should type, and ends of input at every moment.

use super::Team;

#[test]
fn hostile_lines_are_answered_in_words_and_change_nothing() {
    let team = Team::planned("vi");
    let mut lines = b"\x1b[2J\x1b]0;x\x07\n\xff\xfe\xfd\n99\n-1\n184467440737095516160\n\0\n".to_vec();
    lines.extend("\u{202e}q\u{200f}x\n漢字\n  \n".as_bytes());
    lines.extend(std::iter::repeat_n(b'a', 70_000));
    lines.extend(b"\nq\n");
    let talked = team.talk(lines);
    talked.ends_well().says("không phải số, phím hay việc nào ở đây").says("phần sau bị bỏ").says("Tạm biệt");
    assert!(team.show("2023-so-ket/904-DU")["inspection"]["entries"].as_object().is_none_or(serde_json::Map::is_empty));
}

#[test]
fn what_is_no_choice_no_day_and_no_count_is_asked_again() {
    let team = Team::planned("vi");
    let lines =
        "/\ntan hiep\n1\ne\n77\nx\n2\n\nẤp Kinh 4A\n\n32/13/2023\n12/10/2023\n=\nv\n\n\n\n\nmười hai\n12\n=\nq\n";
    let talked = team.talk(lines);
    talked
        .ends_well()
        .says("“77” không phải số từ 1 đến")
        .says("không được để trống")
        .says("“32/13/2023” không phải ngày");
    talked.says("“mười hai” không phải số đếm");
    let inspection = &team.show("2023-so-ket/904-DU")["inspection"];
    assert_eq!(inspection["evidence"]["V-01"]["collected"], "2023-10-12");
    assert_eq!(inspection["visit"]["people_asked"], 12);
}

#[test]
fn words_come_in_composed_and_without_what_steers_a_terminal() {
    let team = Team::planned("vi");
    let typed =
        "/\ntan hiep\n1\ng\nNguye\u{302}\u{303}n Thi\u{323} A\u{306}\u{303}m \u{1b}[31m\u{202e}đẩy\u{7} mạnh\nq\n";
    team.talk(typed).ends_well();
    let note = team.show("2023-so-ket/904-DU")["inspection"]["entries"]["A"]["note"].clone();
    assert_eq!(note, "Nguyễn Thị Ẵm [31mđẩy mạnh");
}

#[test]
fn the_end_of_input_at_any_line_is_an_orderly_quit() {
    let team = Team::planned("vi");
    let lines = ["/", "tan hiep", "1", "3", "e", "2", "Ấp Kinh 4A", "đoàn"];
    for end in 0..=lines.len() {
        // A draft of an earlier talk would take the words meant for the queue's page.
        team.talk("/\ntan hiep\n1\n.\n").ends_well();
        let talked = team.talk(lines[..end].join("\n"));
        talked.ends_well();
    }
    let talked = team.talk("/\ntan hiep\n1\n\n=\nq\n");
    talked.ends_well().says("đang là: Ấp Kinh 4A");
    let inspection = &team.show("2023-so-ket/904-DU")["inspection"];
    assert_eq!(inspection["evidence"]["V-01"]["source"], "đoàn", "the words of the open form were kept");
    assert_eq!(inspection["entries"]["A"]["answer"]["rated"], 3);
}
