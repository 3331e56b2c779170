//! The queue: what it shows where there is room, what is chosen from it, and that what presses stands out.

mod support;

use insta::assert_snapshot;
use ratatui::{backend::TestBackend, style::Modifier};
use support::{Person, now};
use thucchat::tui::{app::view, message::Message, ui::canvas::Canvas};

/// A practice vault: a province in the middle of a round, with a round before it.
fn practising() -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    person
}

#[test]
fn pictures_of_a_full_queue() {
    let mut person = practising();
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40), (200, 60)] {
            person.sends(Message::Resized(columns, rows)).keys("down up");
            assert_snapshot!(format!("full_{lang}_{columns}x{rows}"), person.screen(columns, rows));
        }
        person.keys("F");
        assert_snapshot!(format!("sieve_{lang}_80x24"), person.screen(80, 24));
        person.keys("esc ctrl+t");
    }
}

#[test]
fn the_pane_beside_the_list_tells_who_leads_how_it_stood_and_what_was_left_open() {
    let mut person = practising();
    person.sends(Message::Resized(120, 40));
    for words in ["Trưởng đoàn: ", "Hạn: ", "Lần trước (2022): 68,42", "Còn mở 3 kiến nghị, 1 quá hạn", "! K-02 "]
    {
        assert!(person.screen(120, 40).contains(words), "{words}:\n{}", person.screen(120, 40));
    }
    // The most urgent stands first, with its day.
    let screen = person.screen(200, 60);
    let (first, next) = (screen.find("K-02"), screen.find("K-01"));
    assert!(first < next && screen.contains("hạn 05/11/2022, quá 375 ngày"), "{screen}");
    // One that is under way says how far each section is.
    person.keys("/").types("ubnd thanh pho phu quoc").keys("enter").sees("Độ phủ theo mục");
}

#[test]
fn a_step_to_a_neighbour_shows_at_once_all_there_is_and_what_is_read_ahead_draws_nothing() {
    let mut person = practising();
    person.sends(Message::Resized(120, 40)).keys("down up");
    let mut read = 0;
    for _ in 0..12 {
        let mut asked = person.app.update(Message::Pressed("down".parse().expect("a key")), now(1));
        let at_once = person.screen(120, 40);
        while let Some(effect) = asked.pop() {
            for answer in person.keeper.perform(effect) {
                let answer = Message::Stored(Box::new(answer));
                assert!(person.app.goes_unseen(&answer), "{answer:?}");
                read += 1;
                asked.extend(person.app.update(answer, now(1)));
            }
        }
        assert_eq!(at_once, person.screen(120, 40));
    }
    assert!(read > 0, "nothing was read ahead");
    // What the row in front waits for is drawn.
    let mut person = practising();
    person.app.update(Message::Resized(120, 40), now(1));
    let asked = person.app.update(Message::Pressed("down".parse().expect("a key")), now(1));
    let answers: Vec<_> = asked.into_iter().flat_map(|effect| person.keeper.perform(effect)).collect();
    assert!(!answers.is_empty());
    assert!(answers.into_iter().all(|answer| !person.app.goes_unseen(&Message::Stored(Box::new(answer)))));
}

#[test]
fn a_wide_window_shows_more_columns() {
    let mut person = practising();
    person.sees("đơn vị").sees_no("trưởng đoàn");
    let screen = person.screen(200, 60);
    assert!(screen.contains("trưởng đoàn") && screen.contains("trước"), "{screen}");
    assert!(!person.screen(80, 24).contains("trưởng đoàn"));
}

#[test]
fn the_queue_is_filtered_by_kind_district_round_leader_and_state_together() {
    let mut person = practising();
    let shown = |person: &Person| person.screen(120, 40).lines().filter(|row| row.contains("/1")).count();
    let all = shown(&person);
    person.keys("F tab right enter").sees("Cấp ủy").sees("· Cấp ủy ─").sees_no("UBND huyện");
    assert!(shown(&person) < all);
    // District on top of the kind, by the last one of the list.
    person.keys("F tab tab left enter").sees("1/1").sees("Huyện ủy Giang Thành");
    // Everything again with one key.
    person.keys("=").sees("UBND huyện Gò Quao");
    // The round before, signed.
    person.keys("F left tab tab tab right enter").sees("Đã ký").sees("ký 25/11/2022").sees_no("ký 14/11/2023");
    person.keys("=");
    person.keys("F tab tab tab tab right enter").sees("Danh Thanh Hải").sees_no("Phạm Thúy Oanh");
}

#[test]
fn rounds_are_named_in_the_rows_once_several_are_pending() {
    let mut person = Person::with_round();
    person.sees_no("2024-so-ket");
    person.keys("n shift+tab shift+tab shift+tab shift+tab shift+tab ctrl+u").types("2024-so-ket");
    person.keys("tab ctrl+u").types("Sơ kết 2024").keys("tab ctrl+u").types("01/01/2024").keys("tab ctrl+u");
    person.types("31/12/2024").keys("tab tab space tab tab").types("30/11/2024").keys("enter");
    let screen = person.screen(120, 40);
    assert!(screen.contains("2023-so-ket") && screen.contains("2024-so-ket"), "{screen}");
}

#[test]
fn an_overdue_row_stands_out_whole_and_a_signed_one_does_not() {
    let mut person = practising();
    person.keys("end");
    let mut canvas = Canvas::new(TestBackend::new(80, 24));
    let mut bold = |person: &Person, words: &str| {
        canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
        let buffer = canvas.terminal().buffer();
        let row = (0..24).find(|y| (0..80).map(|x| buffer[(x, *y)].symbol()).collect::<String>().contains(words));
        let row = row.unwrap_or_else(|| panic!("no row with {words}"));
        buffer[(6, row)].modifier.contains(Modifier::BOLD)
    };
    person.keys("home down down");
    assert!(bold(&person, "quá 11 ngày"));
    person.keys("f f f f f down down");
    assert!(!bold(&person, "ký 01/11/2023"));
}
