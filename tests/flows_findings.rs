//! Following up over all units: what stands on the findings screen, how it is filtered, searched, opened and written.

mod support;

use support::{NAME, Person, UNITS, now};
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
    },
    tui::{
        effect::Effect,
        message::{Answer, Message},
    },
};

/// A shortfall with a recommendation that is overdue by two weeks, in Huyện ủy Tân Hiệp.
fn with_overdue() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types(NAME).keys("enter h").types("Ba mô hình chỉ còn bảng tên").keys("enter");
    person
        .keys("k")
        .types("Dừng ba mô hình")
        .keys("tab")
        .types("Nguyễn Thị Ẵm")
        .keys("tab")
        .types("01/11")
        .keys("enter");
    person
}

/// The same, and in Huyện ủy Gò Quao a shortfall that nobody answers and a recommendation that answers none, for the thirtieth.
fn with_both_units() -> Person {
    let mut person = with_overdue();
    person.keys("f2 = /").types("go quao").keys("enter enter n n");
    person
        .keys("k")
        .types("Họp dân ấp Kinh 4A")
        .keys("tab")
        .types("Ban Dân vận")
        .keys("tab")
        .types("30/11")
        .keys("enter");
    person.keys("n h").types("Không ai biết đường dây nóng").keys("enter");
    person
}

fn rows(person: &Person) -> Vec<usize> {
    let screen = person.screen(200, 60);
    let at = |words: &str| screen.lines().position(|line| line.contains(words));
    let found = ["Dừng ba mô hình", "Họp dân ấp Kinh 4A", "Không ai biết đường dây nóng"].map(at);
    found.into_iter().flatten().collect()
}

#[test]
fn an_overdue_recommendation_stands_first_with_unit_owner_and_days() {
    let mut person = with_both_units();
    person.keys("f4").sees("Còn mở 3 · Quá hạn 1 · 30 ngày tới 1 · Chưa giao 1");
    person.sees("01/11 quá 14 ngày").sees("30/11 còn 15 ngày").sees("chưa kiến nghị").sees("Huyện ủy Gò Quao");
    let rows = rows(&person);
    assert!(rows.len() == 3 && rows.is_sorted(), "by due day, without a day last: {rows:?}");
    assert!(person.screen(200, 60).contains("Nguyễn Thị Ẵm "), "the owner stands in the row where there is room");
}

#[test]
fn what_a_signed_inspection_left_to_do_is_followed_on() {
    let mut person = with_overdue();
    person.keys("f4").sees("chưa ký");
    let sign_off = SignOff { by: NAME.into(), at: now(0).at, journal_head: "0".repeat(64) };
    let edit = Box::new(Edit::SignOff(sign_off));
    let id = person.id_of("904-DU");
    let mut answers = person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }]));
    let committed = answers.pop().expect("an answer");
    assert!(matches!(committed, Answer::Committed { .. }), "{committed:?}");
    person.app.update(Message::Stored(Box::new(committed)), now(99));
    person.keys("f2 f4").sees("Quá hạn 1").sees("K-01 · Sơ kết 2023 · đã ký").keys("enter").sees("F-01");
}

#[test]
fn a_unit_that_got_another_name_is_found_by_it() {
    let mut person = with_overdue();
    let file = person.folder.path().join("renamed.csv");
    std::fs::write(&file, UNITS.replace("Huyện ủy Tân Hiệp", "Đảng bộ Tân Hiệp")).expect("a file");
    person.keys("f4 f3 i").types(&file.display().to_string()).keys("enter").sees("đổi 1");
    person.keys("f4 /").types("dang bo tan").sees("Dừng ba mô hình").sees("Đảng bộ Tân Hiệp");
    person.keys("ctrl+u").types("huyen uy").sees_no("Dừng ba mô hình");
}

#[test]
fn an_unsigned_inspection_without_findings_leaves_nothing_to_follow() {
    let mut person = Person::walking();
    person.keys("3 f4").sees("Chưa có phát hiện, kiến nghị nào").keys("enter r w").sees("Danh sách đang trống");
}

#[test]
fn the_filter_goes_from_open_over_overdue_and_due_to_nobodys_and_strengths() {
    let mut person = with_both_units();
    person.keys("f4 f").sees("Quá hạn 1").sees("Dừng ba mô hình").sees_no("Họp dân");
    person.keys("f").sees("Trong 30 ngày tới 1").sees("Họp dân").sees_no("Dừng ba mô hình");
    person.keys("f").sees("Chưa có người chịu hoặc hạn 1").sees("đường dây nóng").sees_no("Họp dân");
    person.keys("f").sees("Đã báo xong, chờ kiểm chứng 0").keys("f").sees("Đã kiểm chứng 0").keys("f").sees("Đã rút 0");
    person.keys("f").sees("Ưu điểm 0").sees("Không có phát hiện, kiến nghị nào khớp");
    person.keys("f").sees("Còn mở 3").keys("f =").sees("Còn mở 3");
}

#[test]
fn a_search_without_tone_marks_looks_at_unit_text_and_owner() {
    let mut person = with_both_units();
    person.keys("f4 /").types("go quao").sees("Họp dân").sees("Không ai biết").sees_no("Dừng ba");
    person.keys("ctrl+u").types("nguyen thi am").sees("Dừng ba").sees_no("Họp dân");
    person.keys("ctrl+u").types("duong day nong").sees("Không ai biết").sees_no("Dừng ba");
    person.keys("esc").sees("Còn mở 3");
}

#[test]
fn the_detail_tells_the_finding_its_evidence_with_its_grade_and_the_check() {
    let mut person = with_overdue();
    person.keys("f4").sees("Dừng ba mô hình").sees("F-01 hạn chế · vừa").sees("Ba mô hình chỉ còn bảng tên");
    person.sees("Căn cứ: khoản").sees("Cách kiểm: chưa ghi").sees("chưa ký").sees("V-01 E2: ");
}

#[test]
fn enter_opens_the_walk_at_the_item_of_the_finding_and_esc_comes_back_to_the_row() {
    let mut person = with_both_units();
    person.keys("f4 down down enter").sees("Huyện ủy Gò Quao ›").sees("F-01").keys("esc").sees("Còn mở 3");
    person.keys("enter").sees("Không ai biết đường dây nóng").sees_no("K-01");
}

#[test]
fn what_is_changed_in_the_walk_is_on_the_list_when_one_comes_back() {
    let mut person = with_overdue();
    person.keys("f4 enter tab down down enter tab tab ctrl+u").types("+20").keys("enter esc");
    person.sees("Quá hạn 0").sees("05/12 còn 20 ngày");
}

#[test]
fn a_finding_taken_back_is_gone_from_the_list() {
    let mut person = with_overdue();
    person
        .keys("f4")
        .sees("Còn mở 1")
        .keys("enter tab down down delete delete esc")
        .sees("Chưa có phát hiện, kiến nghị nào");
}

#[test]
fn the_list_is_there_again_after_the_program_was_started_anew() {
    let mut person = with_both_units().comes_back();
    person.keys("f4").sees("Còn mở 3 · Quá hạn 1").sees("Nguyễn Thị Ẵm");
}

#[test]
fn what_is_written_holds_every_word_shown_and_nothing_that_is_filtered_out() {
    let mut person = with_both_units();
    let out = person.folder.path().join("phat hien.txt");
    let everything = out.display().to_string();
    person.keys("f4 w").sees("2023-so-ket-all-findings-2023-11-15.txt");
    person.keys("ctrl+u").types(&everything).keys("enter").sees("Đã ghi");
    let text = flat(&everything);
    for words in ["Dừng ba mô hình", "Nguyễn Thị Ẵm", "Ba mô hình chỉ còn bảng tên", NAME, "01/11/2023 (quá hạn "]
    {
        assert!(text.contains(words), "{words} is not in the text:\n{text}");
    }
    for words in ["Họp dân ấp Kinh 4A", "Ban Dân vận", "30/11/2023", "Không ai biết đường dây nóng"] {
        assert!(text.contains(words), "{words} is not in the text:\n{text}");
    }
    let overdue = person.folder.path().join("qua han.txt").display().to_string();
    person.keys("f w").sees("2023-so-ket-904-du-findings-2023-11-15.txt");
    person.keys("ctrl+u").types(&overdue).keys("ctrl+s").sees("Đã ghi");
    let text = flat(&overdue);
    assert!(text.contains("Dừng ba mô hình") && text.contains("Ba mô hình chỉ còn bảng tên"), "{text}");
    assert!(!text.contains("Họp dân") && !text.contains("Gò Quao"), "{text}");
}

#[test]
fn an_existing_file_is_not_written_over() {
    let mut person = with_overdue();
    let out = person.folder.path().join("giu lai.txt");
    std::fs::write(&out, "giữ nguyên").expect("a file");
    person.keys("f4 w ctrl+u").types(&out.display().to_string()).keys("enter").sees("Không làm được");
    assert_eq!(std::fs::read_to_string(&out).expect("the file"), "giữ nguyên");
}

#[test]
fn the_preview_shows_what_the_file_will_hold() {
    let mut person = with_both_units();
    person.keys("f4 f r").sees("Dừng ba mô hình").sees_no("Họp dân");
    let out = person.folder.path().join("xem truoc.txt").display().to_string();
    person.keys("w ctrl+u").types(&out).keys("enter").sees("Đã ghi");
    assert!(flat(&out).contains("Dừng ba mô hình"));
    person.keys("esc").sees("Quá hạn 1");
}

#[test]
fn looking_and_filtering_changes_nothing_in_the_vault() {
    let mut person = with_both_units();
    person.asked.clear();
    person.keys("f4 down f tab = / esc f2 f4 4 3");
    assert!(person.asked.contains(&Effect::GatherFindings));
    assert!(!person.asked.iter().any(|effect| matches!(effect, Effect::Commit(_))));
}

fn flat(path: &str) -> String {
    let text = std::fs::read_to_string(path).expect("the text");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
