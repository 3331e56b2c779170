//! The walk as it looks and as it costs keys: last time beside the item, boxes to read in, what is not asked and why, and the ten items
//! that an inspector must be able to rate with few keys.

mod support;

use insta::assert_snapshot;
use ratatui::{backend::TestBackend, style::Modifier};
use support::{NAME, Person, now};
use thucchat::{
    domain::answer::Answer as Mark,
    tui::{app::view, message::Message, ui::canvas::Canvas},
};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// A practice vault, where rounds were signed before.
fn practising() -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    person
}

/// The same, at an inspection whose unit was inspected before.
fn walking_again() -> Person {
    let mut person = practising();
    person.keys("/").types("huyen uy tan hiep").keys("enter enter");
    person
}

fn pictures(name: &str, person: &mut Person) {
    for lang in ["vi", "en"] {
        for (columns, rows) in SIZES {
            person.sends(Message::Resized(columns, rows));
            assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("ctrl+t");
    }
}

#[test]
fn ten_items_with_one_piece_of_evidence_each_cost_at_most_six_keys_an_item_beside_rating_and_words() {
    let mut person = Person::with_round();
    person.keys("/").types("tan hiep").keys("enter");
    let mut keys = 0;
    let mut press = |person: &mut Person, pressed: &str| {
        keys += pressed.split_whitespace().count();
        person.keys(pressed);
    };
    press(&mut person, "enter");
    for item in 0..10 {
        person.keys("3");
        press(&mut person, "e");
        person.types(&format!("Ấp Kinh {item}A: ba trong bốn hộ còn làm"));
        press(&mut person, "tab");
        if item == 0 {
            person.types("đoàn, tại chỗ");
        } else {
            // The source last named is offered and taken with one key.
            press(&mut person, "right");
        }
        press(&mut person, "f8");
    }
    assert!(keys <= 10 * 4 + 1, "{keys} keys for ten items");
    let inspection = person.inspection_of("904-DU");
    let rated = inspection.entries.values().filter(|entry| matches!(entry.answer, Some(Mark::Rated(_)))).count();
    assert_eq!((rated, inspection.evidence.len()), (10, 10));
    assert!(inspection.evidence.values().all(|evidence| evidence.source == "đoàn, tại chỗ"));
    assert!(inspection.entries.values().all(|entry| entry.evidence.len() == 1), "each at its own item");
}

#[test]
fn an_offered_source_is_never_taken_by_itself() {
    let mut person = Person::walking();
    person.keys("3 e").types("một").keys("tab").types(NAME).keys("f8 2 e").types("hai");
    person.keys("tab").sees(&format!("→ lấy: {NAME}")).keys("enter");
    let inspection = person.inspection_of("904-DU");
    assert_eq!(inspection.evidence["V-02"].source, "");
}

#[test]
fn saving_and_going_on_from_the_last_open_item_says_so() {
    let mut person = Person::walking();
    for _ in 0..15 {
        person.keys("3 n");
    }
    person.keys("3 e").types("ba hộ").keys("f8").sees("Mọi nội dung đã có mức");
}

#[test]
fn last_time_stands_beside_the_item_and_opens_in_a_box_where_there_is_no_room() {
    let mut person = walking_again();
    person.sees("Lần trước · Sơ kết năm 2022").sees("Mức 3 (75 điểm), minh chứng E2");
    let narrow = person.screen(80, 24);
    assert!(narrow.contains("─ lần trước 3 → đỡ được 60 ─"), "{narrow}");
    assert!(!narrow.contains("Mức 3 (75 điểm)"), "{narrow}");
    person.keys("t");
    let boxed = person.screen(80, 24);
    assert!(boxed.contains("Mức 3 (75 điểm), minh chứng E2 đỡ được 60"), "{boxed}");
    // Going back closes the box, not the walk; the next time it leaves the walk.
    person
        .keys("esc")
        .sees("Nội dung 0/17")
        .sees_no("┌ Lần trước · Sơ kết năm 2022 ─────────────────────────────────────────");
    person.keys("esc").sees("Hàng chờ");
}

#[test]
fn a_unit_that_was_never_inspected_says_so_and_shows_its_sections() {
    let mut person = Person::walking();
    person.sees("Chưa có lần trước").sees("Các mục");
    let narrow = person.screen(80, 24);
    assert!(!narrow.contains("lần trước"), "{narrow}");
}

#[test]
fn what_is_open_from_last_time_stands_at_its_item_and_its_section_with_the_days() {
    let mut person = walking_again();
    let mut seen = Vec::new();
    for _ in 0..17 {
        let screen = person.screen(160, 60);
        seen.push((screen.contains("Còn mở"), screen.contains("quá "), screen.contains("cùng mục")));
        person.keys("right");
    }
    assert!(seen.iter().any(|(open, overdue, _)| *open && *overdue), "{seen:?}");
    assert!(seen.iter().any(|(.., section)| *section), "an item of the same section hears of it, too: {seen:?}");
    assert!(seen.iter().any(|(open, ..)| !open), "an item it does not touch stays silent: {seen:?}");
}

#[test]
fn an_item_that_is_not_asked_says_why_in_words() {
    let person = Person::walking();
    let screen = person.screen(200, 60);
    assert!(screen.contains("· (không hỏi) Sơ kết nói thẳng"), "{screen}");
    assert!(screen.contains("C4-06 Sơ kết nói thẳng: chỉ hỏi khi mốc của đợt"), "{screen}");
}

#[test]
fn the_whole_guidance_can_be_read_on_the_smallest_window() {
    let mut person = Person::walking();
    person.sends(Message::Resized(60, 16)).keys("3 e").types("ba hộ").keys("enter m");
    let mut read = String::new();
    for _ in 0..40 {
        read.push_str(&person.screen(60, 16));
        person.keys("down");
    }
    for part in ["Xem: Nghị quyết", "Hỏi: Người đứng đầu", "từng người.", "Nêu trùng, có số liệu"]
    {
        assert!(read.contains(part), "{part}:\n{read}");
    }
    // Any other key closes it and does what it does.
    person.keys("4").sees("[4] Nêu trùng");
}

#[test]
fn a_long_list_of_evidence_says_how_much_is_below_and_is_scrolled_record_by_record() {
    let mut person = Person::walking();
    person.keys("3");
    for piece in 1..=12 {
        person.keys("e").types(&format!("Minh chứng thứ {piece} của ấp Kinh 4A")).keys("enter");
    }
    let screen = person.screen(80, 24);
    assert!(screen.contains("dòng nữa"), "{screen}");
    person.keys("tab");
    for piece in 1..=12 {
        let screen = person.screen(80, 24);
        let row = screen.lines().find(|row| row.contains(&format!("▌ V-{piece:02}")));
        assert!(row.is_some(), "record {piece} is not in sight:\n{screen}");
        person.keys("down");
    }
}

#[test]
fn a_note_is_written_at_the_item_with_its_levels_in_sight() {
    let mut person = Person::walking();
    person.keys("3 g").types("Hỏi lại bà T.");
    let screen = person.screen(80, 24);
    assert!(screen.contains("Ghi chú  Hỏi lại bà T.") && screen.contains("[3] Cả hai"), "{screen}");
}

#[test]
fn a_click_beside_the_item_opens_last_time_and_a_click_in_the_box_closes_it() {
    let mut person = walking_again();
    person.sends(Message::Resized(80, 24)).sends(Message::Clicked(40, 20));
    assert!(person.screen(80, 24).contains("Mức 3 (75 điểm), minh chứng E2 đỡ được 60"));
    person.sends(Message::Clicked(40, 10));
    assert!(!person.screen(80, 24).contains("Mức 3 (75 điểm)"));
}

#[test]
fn what_the_evidence_does_not_carry_is_warned_of_and_what_is_saved_is_marked() {
    let mut person = Person::walking();
    person.keys("4");
    let mut canvas = Canvas::new(TestBackend::new(120, 40));
    canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
    let buffer = canvas.terminal().buffer();
    let row = |words: &str| {
        (0..40).find_map(|y| {
            let text: String = (0..120).map(|x| buffer[(x, y)].symbol()).collect();
            text.find(words).map(|at| (u16::try_from(text[..at].chars().count()).expect("a column"), y))
        })
    };
    let cap = row("▽ Chấm 100").expect("the ceiling is told");
    assert!(buffer[cap].modifier.contains(Modifier::BOLD), "the ceiling stands out");
    assert!(row("✓ đã lưu").is_some());
    let here = row("▌▽").expect("the item in hand");
    assert!((here.0..30).all(|x| buffer[(x, here.1)].modifier.contains(Modifier::REVERSED)), "the bar has holes");
}

#[test]
fn pictures_of_the_walk_with_last_time() {
    let mut person = walking_again();
    person.keys("3 e").types("Ba trong bốn hộ còn làm").keys("tab").types("bà T., hộ 17").keys("enter");
    pictures("again", &mut person);
    pictures("last_time", person.keys("t"));
    pictures("guidance", person.keys("esc m"));
    pictures("note", person.keys("esc g").types(NAME));
}

#[test]
fn the_unit_s_own_score_is_sealed_from_the_first_mark_and_opened_by_the_last() {
    let mut person = Person::walking();
    person.keys("o").sees("Đơn vị tự chấm (trước khi kiểm tra)");
    person.types("101").keys("tab").types(NAME).keys("f8").sees("“101” không phải điểm");
    person.keys("shift+tab backspace backspace backspace").types("78,5").keys("f8");
    let given = person.inspection_of("904-DU").self_score.expect("a self-score");
    assert_eq!((given.share.bp(), given.by.as_str()), (7850, NAME));
    // Before the first mark it may be seen, changed and taken back.
    person.keys("o").sees("78,50").keys("esc z").sees("Đã hoàn tác: điểm tự chấm");
    assert_eq!(person.inspection_of("904-DU").self_score, None);
    person.keys("ctrl+y 2 o").sees("Điểm được niêm phong").sees_no("78,5");
    person.keys("s").sees("niêm phong").sees_no("78,5").keys("esc");
    for _ in 0..17 {
        person.keys("2 n");
    }
    person.keys("o").sees("Đơn vị tự chấm 78,50 điểm").sees("tự chấm cao hơn");
    person.keys("s").sees("tự chấm cao hơn");
}

#[test]
fn a_unit_without_a_self_score_can_give_none_once_judging_has_begun() {
    let mut person = Person::walking();
    person.keys("2 #").sees("Đơn vị không tự chấm trước");
    assert_eq!(person.inspection_of("904-DU").self_score, None);
}

#[test]
fn an_undone_self_score_is_not_taken_back_through_the_seal() {
    let mut person = Person::walking();
    person.keys("o").types("60").keys("tab").types(NAME).keys("f8 2");
    person.keys("z z").sees("Đã hoàn tác: điểm tự chấm");
    assert_eq!(person.inspection_of("904-DU").self_score, None, "mark and seal went first");
}

#[test]
fn a_low_rating_on_words_alone_proposes_not_verified_with_its_key_and_its_reason() {
    let mut person = Person::walking();
    let footer = |person: &Person| person.screen(120, 40).lines().last().unwrap_or_default().to_owned();
    assert!(!footer(&person).trim_start().starts_with("u "), "{}", footer(&person));
    person.keys("1").sees("nên ghi “chưa rõ”");
    assert!(footer(&person).trim_start().starts_with("u "), "{}", footer(&person));
    person.keys("u").sees("Mới có lời của đơn vị").keys("f8");
    let inspection = person.inspection_of("904-DU");
    let Some(Mark::NotVerified(reason)) = inspection.entries.values().find_map(|entry| entry.answer.as_ref()) else {
        panic!("{:?}", inspection.entries)
    };
    assert!(reason.as_str().starts_with("Mới có lời của đơn vị"), "{}", reason.as_str());
    person.sees_no("nên ghi “chưa rõ”");
    // Where the method proposes nothing, the reason is the inspector's own.
    person.keys("n 3 u").sees_no("Mới có lời của đơn vị, chưa có giấy tờ");
}

#[test]
fn a_strength_is_marked_for_others_and_the_visit_says_why_there_is_none() {
    let mut person = Person::walking();
    person.keys("v").keys("shift+tab").sees("Vì sao chưa có gì để nhân rộng");
    person.types("Mô hình dựa vào một nhà tài trợ").keys("f8");
    let reason = person.inspection_of("904-DU").visit.no_transferable.expect("a reason");
    assert_eq!(reason.as_str(), "Mô hình dựa vào một nhà tài trợ");
}

#[test]
fn what_the_inspection_costs_stands_beside_last_time_and_the_round() {
    let person = walking_again();
    // Four rows of figures, whole also where the pane is narrow.
    for (columns, rows) in [(120, 40), (160, 70)] {
        let shown = person.screen(columns, rows);
        let row =
            |name: &str| shown.lines().find(|row| row.contains(name)).unwrap_or_else(|| panic!("{name}:\n{shown}"));
        assert!(row("Đơn vị bỏ ra").contains("nay trước   đợt"), "{shown}");
        for (name, figures) in
            [("văn bản ", "–     6    10"), ("phút giấy", "–    84    85"), ("phút gặp dân", "–   152   160")]
        {
            assert!(row(name).contains(figures), "{shown}");
        }
    }
}
