//! What a person does at the keyboard, from key to vault and back to the screen.

mod support;

use support::{NAME, Person};
use thucchat::{
    domain::{answer::Answer as Mark, ids::ItemId, share::Share},
    i18n::key,
    tui::{
        app::Saved,
        effect::Effect,
        message::{Answer, Message},
    },
};

fn first_item(person: &mut Person) -> ItemId {
    let inspection = person.inspection_of("904-DU");
    inspection.entries.keys().next().cloned().expect("an item with an entry")
}

#[test]
fn a_first_start_makes_a_vault_and_opens_on_the_queue() {
    let mut person = Person::at_first_start();
    person.sees("Bắt đầu").keys("enter").types(NAME).keys("enter").types("Đoàn kiểm tra số 1").keys("enter enter");
    person.sees("Hàng chờ").sees("Kho đã tạo");
    assert_eq!(person.app.shared().settings.inspector, NAME);
}

#[test]
fn a_first_start_without_a_name_stays_and_says_why() {
    let mut person = Person::at_first_start();
    person.keys("enter enter enter enter").sees("Ô này không được để trống.");
}

#[test]
fn the_first_start_follows_the_language_and_keeps_what_was_typed() {
    let mut person = Person::at_first_start();
    person.keys("tab").types("Lê Văn Cường").keys("shift+tab right").sees("First start").sees("Lê Văn Cường");
}

#[test]
fn the_key_for_languages_works_in_any_field_of_the_first_start_and_keeps_what_was_chosen() {
    let mut person = Person::at_first_start();
    person.keys("tab").types("Lê Văn Cường").keys("tab tab right").sees("kho tập dượt");
    person.keys("shift+tab F9").sees("First start").sees("practice vault").sees("Lê Văn Cường");
    person.keys("F9").sees("Bắt đầu").sees("kho tập dượt");
}

#[test]
fn units_are_imported_and_stand_in_their_tree() {
    let mut person = Person::with_units();
    person.sees("8 đơn vị").sees("Ban Dân vận Tỉnh ủy").sees_no("Huyện ủy Gò Quao");
    let screen = person.screen(120, 40);
    let (body, place) = (screen.find("Ban Dân vận Tỉnh ủy"), screen.find("Huyện Gò Quao"));
    assert!(body < place && place.is_some(), "bodies stand above the places beside them:\n{screen}");
    person.keys("/").types("uy go quao").keys("enter").sees("Huyện ủy Gò Quao").sees_no("Ban Dân vận");
}

#[test]
fn a_search_brings_the_first_row_it_finds_to_hand() {
    let mut person = Person::with_units();
    person
        .keys("end /")
        .types("-du")
        .sees("Huyện ủy Gò Quao")
        .keys("enter enter")
        .sees("Huyện Tân Hiệp ‹ Tỉnh Kiên Giang")
        .keys("enter")
        .sees("Huyện ủy Tân Hiệp chưa có cuộc");
}

#[test]
fn a_search_longer_than_its_line_shows_its_end() {
    let mut person = Person::with_units();
    person.keys("/").types(&"dài ".repeat(60)).types("cuối").sees("cuối").sees("Không có đơn vị nào khớp");
}

#[test]
fn a_file_with_mistakes_imports_nothing_and_names_the_lines() {
    let mut person = Person::with_units();
    let file = person.folder.path().join("wrong.csv");
    std::fs::write(
        &file,
        "code,name,kind,parent,tier\n1,A,partycommittee,91,district\n2,B,government,nowhere,district\n",
    )
    .expect("a file");
    person.keys("i").types(&file.display().to_string()).keys("enter").sees("2 chỗ sai").sees("party_committee");
    assert_eq!(person.app.shared().units.len(), 8);
}

#[test]
fn what_keeps_a_form_open_is_read_whole_on_the_smallest_window() {
    let mut person = Person::with_units();
    person.keys("1 n").types("Đợt 1/2023").keys("tab tab tab tab tab space enter");
    let screen = person.screen(60, 16);
    let read: String =
        screen.split(['│', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    assert!(read.contains("! “Đợt 1/2023” không dùng làm mã đợt được"), "{screen}");
    assert!(read.contains("Ví dụ: 2023-so-ket."), "{screen}");
}

#[test]
fn a_list_of_choices_says_how_to_mark_and_that_more_stand_below() {
    let mut person = Person::with_units();
    person.keys("1 n tab tab tab tab tab").sees("1/8 · ← → chuyển dòng, dấu cách đánh dấu").sees_no("[ ] Ban Dân vận");
    person.keys("left").sees("8/8").sees("[ ] Ban Dân vận").keys("space").sees("[✓] Ban Dân vận");
}

#[test]
fn a_missing_file_is_told_with_its_path() {
    let mut person = Person::with_units();
    person
        .keys("i")
        .types("/nowhere/ấp Kinh 4A.csv")
        .keys("enter")
        .sees("/nowhere/ấp Kinh 4A.csv")
        .keys("enter")
        .sees("8 đơn vị");
}

#[test]
fn a_round_is_planned_for_all_units_of_a_kind() {
    let mut person = Person::with_round();
    person.sees("Huyện ủy Tân Hiệp").sees("Huyện ủy Gò Quao").sees_no("UBND").sees("Lập 2 cuộc kiểm tra");
    person.keys("n space enter").sees("2 đơn vị đã có cuộc kiểm tra");
}

#[test]
fn a_round_whose_id_could_not_stand_in_a_name_is_not_planned() {
    let mut person = Person::with_units();
    person.keys("1 n").types("2023/sơ kết").keys("tab").types("Sơ kết 2023").keys("tab ctrl+u").types("01/01/2023");
    person.keys("tab ctrl+u").types("31/12/2023").keys("tab tab space enter").sees("không dùng làm mã đợt được");
    assert!(person.app.shared().rounds.is_empty());
}

#[test]
fn a_rating_with_evidence_is_in_the_vault_at_once() {
    let mut person = Person::walking();
    person.keys("4 e").types(NAME).keys("enter").sees("V-01");
    assert_eq!(person.app.saved(), Saved::All);
    let item = first_item(&mut person);
    let inspection = person.inspection_of("904-DU");
    assert_eq!(inspection.answer(&item).and_then(Mark::level).map(thucchat::domain::answer::Level::get), Some(4));
    let piece = &inspection.evidence["V-01"];
    assert_eq!(piece.text, NAME);
    assert!(inspection.entries[&item].evidence.contains("V-01"));
}

#[test]
fn rating_with_one_piece_of_evidence_takes_four_keys_beyond_the_words() {
    let mut person = Person::walking();
    person.keys("3 e").types("sổ gốc").keys("enter n");
    let before = person.inspection_of("904-DU");
    person.keys("3 e").types("sổ gốc").keys("enter n");
    let after = person.inspection_of("904-DU");
    assert_eq!(after.entries.len(), before.entries.len() + 1, "3, e, words, Enter, n: three keys beyond the rating");
}

#[test]
fn the_gap_between_rating_and_evidence_stands_on_the_screen() {
    let mut person = Person::walking();
    person.keys("4").sees("minh chứng chỉ đỡ được 0").sees("Tự nhận");
}

#[test]
fn evidence_cannot_be_collected_on_a_day_that_is_still_to_come() {
    let mut person = Person::walking();
    person.keys("e").types("mai mới đến xem").keys("tab tab ctrl+u").types("+1").keys("enter").sees("chưa đến");
    person.keys("ctrl+u").types("+0").keys("enter").sees("V-01");
    assert_eq!(person.inspection_of("904-DU").evidence.len(), 1);
}

#[test]
fn evidence_that_does_not_count_says_why() {
    let mut person = Person::walking();
    person.keys("3 e").types("giấy xác nhận cũ").keys("tab tab tab").types("01/01/2023").keys("enter");
    person.sees("giấy xác nhận cũ").sees("đã hết hạn");
}

#[test]
fn not_applicable_needs_a_reason() {
    let mut person = Person::walking();
    person.keys("x enter").sees("Ô này không được để trống.").types("chưa có mô hình nào").keys("enter");
    let inspection = person.inspection_of("904-DU");
    let answers: Vec<_> = inspection.entries.values().filter_map(|entry| entry.answer.clone()).collect();
    assert!(matches!(&answers[..], [Mark::NotApplicable(reason)] if reason.as_str() == "chưa có mô hình nào"));
}

#[test]
fn not_verified_keeps_its_words() {
    let mut person = Person::walking();
    person.keys("u").types(NAME).keys("enter").sees(NAME);
}

#[test]
fn undo_takes_back_a_whole_action_and_redo_makes_it_again() {
    let mut person = Person::walking();
    person.keys("2 e").types("biên bản").keys("enter z").sees("Đã hoàn tác: minh chứng V-01").sees("E0");
    assert!(person.inspection_of("904-DU").evidence.is_empty());
    person.keys("z");
    assert!(person.inspection_of("904-DU").is_blank());
    person.keys("z").sees("Không còn gì để hoàn tác");
    person.keys("ctrl+y ctrl+y").sees("V-01");
    assert_eq!(person.inspection_of("904-DU").evidence.len(), 1);
}

#[test]
fn a_finding_and_its_recommendation_hang_at_the_item() {
    let mut person = Person::walking();
    person.keys("1 h").types("Không mô hình nào còn chạy").keys("enter").sees("F-01");
    person
        .keys("k")
        .types("Dừng ba mô hình")
        .keys("tab")
        .types("Ban Dân vận")
        .keys("tab")
        .types("+14")
        .keys("enter")
        .sees("K-01");
    let inspection = person.inspection_of("904-DU");
    let finding = &inspection.findings["F-01"];
    assert!(finding.criterion.contains("70-CV/TU"), "{}", finding.criterion);
    let recommendation = &inspection.recommendations["K-01"];
    assert!(recommendation.findings.contains("F-01"));
    assert_eq!(recommendation.due.map(|due| due.to_string()).as_deref(), Some("2023-11-29"));
}

#[test]
fn a_record_is_changed_and_removed_from_the_item() {
    let mut person = Person::walking();
    person.keys("3 e").types("một").keys("enter tab enter").types(" hai").keys("enter");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].text, "một hai");
    person.keys("delete");
    assert!(person.inspection_of("904-DU").evidence.is_empty());
}

#[test]
fn evidence_used_by_another_item_stays_when_it_is_removed_here() {
    let mut person = Person::walking();
    person.keys("3 e").types("dùng chung").keys("enter n c space enter tab delete");
    let inspection = person.inspection_of("904-DU");
    assert_eq!(inspection.evidence.len(), 1);
    assert_eq!(inspection.entries.values().filter(|entry| !entry.evidence.is_empty()).count(), 1);
}

#[test]
fn evidence_that_a_finding_rests_on_stays_when_it_is_removed_from_the_item() {
    let mut person = Person::walking();
    person.keys("1 e").types("sổ ghi").keys("enter h").types("chỉ có trên sổ").keys("enter");
    let finding = person.inspection_of("904-DU").findings.into_values().next().expect("the finding");
    assert_eq!(finding.evidence.len(), 1, "it takes the item's evidence along");
    person.keys("tab delete");
    let left = person.inspection_of("904-DU");
    assert!(left.entries.values().all(|entry| entry.evidence.is_empty()), "no longer cited here");
    assert!(left.evidence.keys().eq(&finding.evidence), "and not lost to the finding");
}

#[test]
fn the_time_at_an_item_adds_up_when_its_mark_is_given_again() {
    let mut person = Person::walking();
    person.keys("3");
    let item = first_item(&mut person);
    let seconds = |person: &mut Person| person.inspection_of("904-DU").entries[&item].seconds;
    let first = seconds(&mut person);
    person.keys("4");
    assert_eq!((first >= 1, seconds(&mut person)), (true, first + 1), "a key a second");
}

#[test]
fn a_change_that_was_not_kept_stays_told_when_the_next_one_is_kept() {
    let mut person = Person::walking();
    let answers = [
        Answer::NotCommitted { why: vec![key::STORE_TOO_LONG.into()], stopped: false },
        Answer::Committed {
            head: String::new(),
            summaries: Vec::new(),
            rounds: Vec::new(),
            units: None,
            indicators: None,
            settings: None,
        },
    ];
    for answer in answers {
        person.app.update(Message::Stored(Box::new(answer)), support::now(90));
        assert_eq!(person.app.saved(), Saved::Failed);
    }
}

#[test]
fn notes_and_the_visit_are_kept() {
    let mut person = Person::walking();
    person.keys("g").types(NAME).keys("alt+enter").types("dòng hai").keys("enter").sees(NAME).sees("dòng hai");
    person
        .keys("v")
        .types("12/10/2023 08:00")
        .keys("tab")
        .types("12/10/2023 16:30")
        .keys("tab tab")
        .types("Trần Thị Bình, Lê Văn Cường");
    person.keys("tab").types("12").keys("enter");
    let visit = person.inspection_of("904-DU").visit;
    assert_eq!(visit.team, ["Trần Thị Bình", "Lê Văn Cường"]);
    assert_eq!(visit.people_asked, Some(12));
    assert_eq!(visit.from.map(|from| from.to_rfc3339()).as_deref(), Some("2023-10-12T08:00:00+07:00"));
}

#[test]
fn a_wrong_day_is_told_and_nothing_is_lost() {
    let mut person = Person::walking();
    person
        .keys("e")
        .types("chữ đã gõ")
        .keys("tab tab ctrl+u")
        .types("32/13")
        .keys("enter")
        .sees("không phải ngày")
        .sees("chữ đã gõ");
}

#[test]
fn pasted_text_is_typed_and_its_control_characters_are_not() {
    let mut person = Person::walking();
    person.keys("g").pastes("Nguye\u{302}\u{303}n\u{1b}[31m Thị\tẴm").keys("enter");
    let inspection = person.inspection_of("904-DU");
    let note = &inspection.entries.values().next().expect("an entry").note;
    assert_eq!(note, "Nguyễn[31m Thị Ẵm");
}

/// Answers every item, each with a piece of evidence, after asking twelve residents.
fn answer_everything(person: &mut Person) -> usize {
    person.keys("v tab tab tab tab").types("12").keys("enter");
    for number in 1..=40 {
        person.keys("3 e").types(&format!("thấy tại chỗ, hộ {number}")).keys("enter n");
        if person.screen(120, 40).contains("Mọi nội dung đã có mức") {
            return number;
        }
    }
    panic!("forty items were not enough:\n{}", person.screen(120, 40));
}

#[test]
fn a_whole_inspection_is_signed_frozen_and_reported_word_for_word() {
    let mut person = Person::walking();
    let items = answer_everything(&mut person);
    person.keys("s").sees("Đủ điều kiện ký").keys("ctrl+k enter").sees("đã ký lúc").sees("Đầu nhật ký khi ký");
    let inspection = person.inspection_of("904-DU");
    let head = inspection.sign_off.clone().expect("a signature").journal_head;
    person.sees(&head[..32]);
    person.keys("f7");
    let out = person.folder.path().join("bao cao.txt");
    person.keys("w ctrl+u").types(&out.display().to_string()).keys("enter").sees("Đã ghi");
    let report = std::fs::read_to_string(&out).expect("the report");
    let flat = report.split_whitespace().collect::<Vec<_>>().join(" ");
    for number in 1..=items {
        assert!(flat.contains(&format!("hộ {number}")), "hộ {number} is not in the report:\n{report}");
    }
    assert!(report.contains("75,00"), "claimed 75,00:\n{report}");
    // Back in the walk nothing can be changed any more.
    person.keys("esc esc 0").sees("Đã ký kết thúc: không sửa được nữa");
    assert!(
        person
            .inspection_of("904-DU")
            .entries
            .values()
            .all(|entry| entry.level().map(thucchat::domain::answer::Level::get) == Some(3))
    );
}

#[test]
fn an_open_item_hinders_the_signature_and_is_named() {
    let mut person = Person::walking();
    person
        .keys("3 s")
        .sees("việc phải làm trước khi ký")
        .sees("chưa có mức")
        .keys("ctrl+k")
        .sees("việc phải làm trước khi ký");
    assert!(!person.inspection_of("904-DU").is_signed());
}

#[test]
fn a_signed_inspection_is_opened_again_only_with_a_reason() {
    let mut person = Person::walking();
    answer_everything(&mut person);
    person.keys("s ctrl+k enter ctrl+r enter").sees("Ô này không được để trống.").types("gõ nhầm mức").keys("enter");
    let inspection = person.inspection_of("904-DU");
    assert!(!inspection.is_signed());
    assert_eq!(inspection.version(), 2);
    assert_eq!(inspection.reopenings[0].why, "gõ nhầm mức");
}

#[test]
fn work_goes_on_where_it_stopped_after_the_program_was_started_anew() {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter");
    let mut person = person.comes_back();
    person
        .sees("Huyện ủy Tân Hiệp")
        .keys("/")
        .types("tan hiep")
        .keys("enter enter")
        .keys("left")
        .sees("V-01")
        .sees("Ẵm");
}

#[test]
fn the_roll_up_of_the_round_names_what_was_not_inspected() {
    let mut person = Person::walking();
    answer_everything(&mut person);
    person.keys("s ctrl+k enter f5").sees("chưa đủ số đơn vị được kiểm tra").keys("f7").sees("Sơ kết 2023");
    let screen = person.screen(100, 200);
    assert!(screen.contains("Huyện ủy Gò Quao"), "{screen}");
}

#[test]
fn quitting_with_words_in_a_form_asks_first() {
    let mut person = Person::walking();
    person.keys("e").types("chưa lưu").keys("ctrl+q").sees("chưa lưu.");
    assert!(!person.quit);
    person.keys("esc").sees("chưa lưu").keys("ctrl+q enter");
    assert!(person.quit);
}

#[test]
fn help_is_made_from_the_live_keymap_and_closes_again() {
    let mut person = Person::walking();
    person.keys("?").sees("Phím").keys("esc").sees_no("Phím ").sees("Huyện ủy Tân Hiệp");
}

#[test]
fn the_language_changes_everywhere_at_once_and_is_kept() {
    let mut person = Person::walking();
    person.keys("ctrl+t").sees("Items").sees("saved");
    let mut person = person.comes_back();
    person.sees("Queue");
}

#[test]
fn looking_changes_nothing_in_the_vault() {
    let mut person = Person::walking();
    person.asked.clear();
    person.keys("down up right left tab n ? esc f7 pagedown esc s esc f2 f3 f4 r esc f2");
    let commits = person.asked.iter().filter(|effect| matches!(effect, Effect::Commit(_) | Effect::Plan(..))).count();
    assert_eq!(commits, 0);
    assert!(person.inspection_of("904-DU").is_blank());
    assert_eq!(
        person
            .app
            .shared()
            .summaries
            .get(&person.id_of("904-DU"))
            .and_then(|summary| summary.whole)
            .map(|whole| whole.supported),
        Some(Share::NONE)
    );
}

#[test]
fn a_round_that_is_there_keeps_its_title_and_period_when_more_is_planned_in_it() {
    let mut person = Person::with_round();
    person
        .keys("n shift+tab shift+tab ctrl+u")
        .types("31/12/2024")
        .keys("tab tab space enter")
        .sees("Đợt 2023-so-ket đã có");
    let before = person.app.shared().rounds.clone();
    person.keys("esc");
    assert_eq!(person.app.shared().rounds, before);
}

#[test]
fn a_file_that_cannot_be_attached_is_told_and_its_evidence_is_kept_and_saved() {
    let mut person = Person::walking();
    person.keys("e").types("ảnh bảng công khai").keys("tab tab tab tab").types("/nowhere/ảnh.jpg").keys("enter");
    person.sees("Không đọc được /nowhere/ảnh.jpg").keys("enter").sees("V-01").sees("đã lưu");
    assert_eq!(person.app.saved(), Saved::All);
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].file, None);
}

#[test]
fn an_attached_file_is_in_the_vault_under_its_hash() {
    let mut person = Person::walking();
    let path = person.folder.path().join("ấp Kinh 4A.jpg");
    std::fs::write(&path, "ảnh").expect("a file");
    person
        .keys("e")
        .types("ảnh")
        .keys("tab tab tab tab")
        .types(&path.display().to_string())
        .keys("enter")
        .sees("ấp Kinh 4A.jpg");
    let file = person.inspection_of("904-DU").evidence["V-01"].file.clone().expect("an attachment");
    assert_eq!((file.name.as_str(), file.bytes), ("ấp Kinh 4A.jpg", 5));
    assert!(person.folder.path().join("vault/files").join(&file.hash[..2]).join(&file.hash).is_file());
}

#[test]
fn a_round_of_another_year_is_not_filled_with_todays_day() {
    let mut person = Person::with_units();
    person.keys("1 n").types("2022").keys("tab tab ctrl+u").types("01/01/2022").keys("tab ctrl+u").types("31/12/2022");
    person.keys("tab tab space enter").keys("/").types("tan hiep").keys("enter enter");
    person.keys("3 e").types("sổ gốc năm ấy").keys("enter").sees("E2");
    assert_eq!(person.inspection_of("904-DU").evidence["V-01"].collected, None);
}

#[test]
fn in_a_field_undo_takes_back_what_was_typed_there_and_nothing_else() {
    let mut person = Person::walking();
    person.keys("3 e").types("ba hộ thôi làm").keys("alt+z").sees_no("thôi làm").keys("ctrl+y").sees("ba hộ thôi làm");
    person.keys("alt+z alt+y").sees("ba hộ thôi làm").keys("enter left").sees("[3]").sees("V-01");
    person.keys("z").sees("Đã hoàn tác: minh chứng V-01").keys("alt+z").sees_no("[3]");
}

#[test]
fn ctrl_z_suspends_everywhere_and_keeps_the_words_of_an_open_form_first() {
    let mut person = Person::walking();
    person.keys("ctrl+z");
    assert_eq!(person.asked.last(), Some(&Effect::Suspend));
    person.keys("e").types("ba hộ thôi làm").keys("ctrl+z").sees("ba hộ thôi làm");
    let [.., kept, last] = person.asked.as_slice() else { panic!("nothing was asked for") };
    assert!(matches!(kept, Effect::KeepDraft(_)) && *last == Effect::Suspend, "{kept:?}, {last:?}");
    person.keys("ctrl+q ctrl+z").sees("Thoát?");
    assert_eq!(person.asked.last(), Some(&Effect::Suspend));
}
