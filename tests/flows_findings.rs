//! Following up over all units: what stands on the findings screen, how it is filtered, searched, opened and written.

mod support;

use support::{NAME, Person, UNITS, now};
use thucchat::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
        life::Stage,
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
fn a_recommendation_that_is_opened_is_in_hand_also_on_a_small_screen() {
    let mut person = with_overdue();
    person.keys("f4 enter");
    for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
        let screen = person.sends(Message::Resized(columns, rows)).screen(columns, rows);
        assert!(screen.contains("▌ K-01"), "{screen}");
    }
}

#[test]
fn what_is_changed_in_the_walk_is_on_the_list_when_one_comes_back() {
    let mut person = with_overdue();
    person.keys("f4 enter enter tab tab ctrl+u").types("+20").keys("enter esc");
    person.sees("Quá hạn 0").sees("05/12 còn 20 ngày");
}

#[test]
fn a_finding_taken_back_is_gone_from_the_list() {
    let mut person = with_overdue();
    person.keys("f4").sees("Còn mở 1").keys("enter delete delete esc").sees("Chưa có phát hiện, kiến nghị nào");
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
fn a_file_is_not_called_a_workbook_when_it_is_none() {
    let mut person = with_overdue();
    let out = person.folder.path().join("phat hien.xlsx");
    person.keys("f4 w ctrl+u").types(&out.display().to_string()).keys("enter").sees("Không làm được").sees("csv");
    assert!(!out.exists());
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

fn follows(person: &mut Person) -> thucchat::domain::inspection::Inspection {
    person.inspection_of("904-DU")
}

/// The overdue recommendation in a signed inspection, the findings screen in front.
fn signed_and_overdue() -> Person {
    let mut person = with_overdue();
    let sign_off = SignOff { by: NAME.into(), at: now(0).at, journal_head: "0".repeat(64) };
    let id = person.id_of("904-DU");
    let edit = Box::new(Edit::SignOff(sign_off));
    for answer in person.keeper.perform(Effect::Commit(vec![Change::Inspection { id, edit }])) {
        person.app.update(Message::Stored(Box::new(answer)), now(99));
    }
    person.keys("f2 f4");
    person
}

#[test]
fn a_signed_recommendation_is_declared_then_verified_by_somebody_else_on_what_was_seen() {
    let mut person = signed_and_overdue();
    person.sees("Quá hạn 1").keys("b").types("BC số 12-BC/BDV").keys("enter").sees("Báo xong 1").sees("Quá hạn 0");
    person
        .keys("f f f f")
        .sees("Đã báo xong, chờ kiểm chứng 1")
        .sees("báo đã làm xong ngày 15/11/2023 – Nguyễn Thị Ẵm");
    person.keys("v").types("Ba bảng đã gỡ").keys("tab").types("ấp Kinh 4A").keys("enter");
    person
        .keys("f")
        .sees("Đã kiểm chứng 1")
        .sees("ngày 15/11/2023 – Trần Thị Bình, bậc E4: Ba")
        .sees("bảng đã gỡ – ấp Kinh 4A");
    let inspection = follows(&mut person);
    assert!(inspection.is_signed(), "following up does not open it again");
    assert_eq!(inspection.stage(&"K-01".into()), Stage::Verified);
}

#[test]
fn the_owner_cannot_verify_and_the_form_says_why_and_stays_open() {
    let mut person = signed_and_overdue();
    person.keys("b enter f f f f v").types("Đã gỡ").keys("tab tab tab ctrl+u").types("Nguyễn Thị Ẵm").keys("enter");
    person.sees("không tự kiểm chứng được");
    assert_eq!(follows(&mut person).stage(&"K-01".into()), Stage::Declared);
}

#[test]
fn a_step_that_does_not_follow_is_refused_in_words() {
    let mut person = signed_and_overdue();
    person.keys("v").sees("Kiến nghị này còn mở, nên không làm bước đó được").keys("o").sees("nên không làm bước đó");
    person.keys("x").types("ấp đã sáp nhập").keys("enter f f f f f f").sees("Đã rút 1").keys("b").sees("đã rút, nên");
}

#[test]
fn a_recommendation_that_was_done_on_paper_only_is_opened_again_and_its_delay_accepted() {
    let mut person = signed_and_overdue();
    person.keys("b enter f f f f o").types("còn một bảng ở ấp Kinh 4A").keys("enter =").sees("Quá hạn 1");
    person.keys("a").types("30/11").keys("tab").types("Lê Văn Cường").keys("tab").types("chờ họp dân").keys("enter");
    person.sees("Quá hạn 0").sees("30/11 còn 15 ngày").sees("lùi hạn đến 30/11/2023 – Lê Văn Cường đồng ý");
    person.keys("a").types("20/11").keys("tab").types("Lê Văn Cường").keys("tab").types("x").keys("enter");
    person.sees("Hạn mới phải sau hạn cũ");
}

#[test]
fn the_units_reply_is_taken_after_the_signature() {
    let mut person = signed_and_overdue();
    person.keys("y").types("Đã họp dân ấp Kinh 4A ngày 12/11").keys("enter").sees("Đã họp dân ấp Kinh 4A");
    let reply = follows(&mut person).replies.remove("F-01").expect("a reply");
    assert_eq!((reply.by.as_str(), reply.words.as_str()), ("Huyện ủy Tân Hiệp", "Đã họp dân ấp Kinh 4A ngày 12/11"));
}

#[test]
fn the_list_is_narrowed_by_place_kind_and_clause_in_one_form_and_the_title_says_it() {
    let mut person = with_both_units();
    person.keys("f4 F").sees("Địa bàn").keys("right right right enter");
    person.sees("Huyện Gò Quao").sees("Họp dân").sees_no("Dừng ba mô hình").keys("=").sees("Dừng ba mô hình");
}

#[test]
fn the_letter_urges_the_unit_of_the_row_with_numbers_names_and_days() {
    let mut person = signed_and_overdue();
    person.keys("c").sees("Kính gửi: Huyện ủy Tân Hiệp").sees("còn 1 kiến nghị quá hạn, lâu nhất");
    person.sees("Số ……-CV/BDVTU").sees("Nguyễn Thị").sees("01/11/2023").sees("(quá hạn");
    person.keys("esc m").sees("Viết 1 công văn");
    let folder = person.folder.path().join("cong-van");
    person.keys("ctrl+u").types(&folder.display().to_string()).keys("enter").sees("Đã viết 1 công văn");
    let written: Vec<_> = std::fs::read_dir(&folder).expect("the folder").collect();
    assert_eq!(written.len(), 1);
}

#[test]
fn a_unit_whose_inspection_is_not_signed_is_not_urged() {
    let mut person = with_overdue();
    person.keys("f4 m").sees("Không đơn vị nào trong danh sách có kiến nghị quá hạn của cuộc kiểm tra đã ký");
}

#[test]
fn the_words_of_a_half_typed_step_are_offered_again() {
    let mut person = signed_and_overdue();
    person.keys("o").sees("nên không làm").keys("b").types("BC số 12 của");
    person.sends(Message::Rested);
    let mut person = person.comes_back();
    person.sees("Huyện ủy Tân Hiệp (theo dõi kiến nghị)").keys("f4").sees("chữ gõ dở lần trước").sees("BC số 12 của");
    person.keys("enter").sees("Báo xong 1");
    assert!(person.app.shared().drafts.is_empty());
}

#[test]
fn the_history_of_an_inspection_and_of_a_unit_stands_on_l_in_queue_and_tree_too() {
    let mut person = signed_and_overdue();
    person.keys("f2 = l").sees("Lịch sử").keys("esc f3 down down l").sees("Lịch sử");
}

#[test]
fn the_history_of_a_matter_stands_on_l() {
    let mut person = signed_and_overdue();
    person
        .keys("b enter f f f f l")
        .sees("K-01: ")
        .sees("theo dõi kiến nghị K-01")
        .sees("báo đã làm xong ngày 15/11/2023")
        .keys("f")
        .sees("ký kết thúc");
}
