//! Every screen as it looks, in both languages, from the smallest size on; and that what must stand out does.

mod support;

use ratatui::{
    backend::{Backend, TestBackend},
    style::{Color, Modifier},
};
use support::{NAME, Person, now};
use thucchat::tui::{app::view, ui::canvas::Canvas};

const SIZES: [(u16, u16); 3] = [(60, 16), (80, 24), (120, 40)];

/// Snapshots of the screen in Vietnamese and English at every size.
fn pictures(name: &str, person: &mut Person) {
    for lang in ["vi", "en"] {
        for (columns, rows) in SIZES {
            insta::assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), masked(&person.screen(columns, rows)));
        }
        person.keys("ctrl+t");
    }
}

/// Hashes differ from vault to vault; the rest of the screen must not.
fn masked(screen: &str) -> String {
    let mut out = String::with_capacity(screen.len());
    let mut run = String::new();
    for character in screen.chars().chain(['\n']) {
        if character.is_ascii_hexdigit() && !character.is_ascii_uppercase() {
            run.push(character);
            continue;
        }
        // A journal head is 64 digits; narrow screens wrap it.
        out.push_str(&if run.len() > 12 { "#".repeat(run.len()) } else { run.clone() });
        run.clear();
        out.push(character);
    }
    out.truncate(out.len() - 1);
    out
}

/// A person who recorded, at the first item, all that the findings screen can tell apart.
fn person_with_matters() -> Person {
    let mut person = Person::walking();
    person.keys("1 e").types("3/4 hộ không còn làm").keys("tab").types("bà T., hộ 17").keys("enter");
    person.keys("h").types("Mô hình ấp Kinh 4A dừng từ tháng 6").keys("enter");
    person.keys("tab down enter tab tab").types("Thiếu người làm").keys("enter tab");
    person.keys("k").types("Dừng ba mô hình, gộp phần còn lại").keys("tab").types(NAME).keys("tab");
    person.types("01/11").keys("enter k").types("Công khai sổ thu chi tại ấp Kinh 4A").keys("enter n");
    person
        .keys("k")
        .types("Họp dân nghe góp ý")
        .keys("tab")
        .types("Ban Dân vận")
        .keys("tab")
        .types("+14")
        .keys("enter");
    person.keys("h").types("Không ai biết đường dây nóng ở ấp Kinh 4A").keys("enter");
    person
}

#[test]
fn the_first_start_asks_four_things() {
    pictures("start", &mut Person::at_first_start());
}

#[test]
fn the_empty_queue_says_what_to_do_first() {
    pictures("queue_empty", Person::with_units().keys("1"));
}

#[test]
fn the_queue_shows_what_is_pending() {
    pictures("queue", Person::walking().keys("3 e").types(NAME).keys("enter esc ="));
}

#[test]
fn the_units_stand_in_a_tree() {
    pictures("units", Person::with_round().keys("2 down right"));
}

#[test]
fn the_findings_of_all_units_stand_together() {
    pictures("findings", person_with_matters().keys("f4"));
}

#[test]
fn the_findings_are_filtered_and_searched() {
    pictures("findings_filtered", person_with_matters().keys("f4 f f f /").types("kinh 4a").keys("enter"));
}

#[test]
fn the_walk_shows_an_item_with_what_is_recorded() {
    pictures(
        "walk",
        Person::walking().keys("3 e").types(NAME).keys("enter g").types("hỏi lại tháng sau").keys("enter"),
    );
}

#[test]
fn the_form_of_evidence_stands_over_the_item() {
    pictures("evidence", Person::walking().keys("3 e").types(NAME));
}

#[test]
fn the_sign_off_names_what_is_missing() {
    pictures("sign_off", Person::walking().keys("3 s"));
}

#[test]
fn the_terminals_cursor_leaves_the_field_for_the_answers_of_a_dialog_over_it() {
    let mut person = Person::walking();
    person.keys("g").types("Ẵm đẩy");
    let mut canvas = Canvas::new(TestBackend::new(80, 24));
    let mut place = |person: &Person| {
        canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
        let position = canvas.terminal().get_cursor_position().expect("a cursor");
        let buffer = canvas.terminal().buffer();
        let row: String = (position.x..80).map(|column| buffer[(column, position.y)].symbol()).collect();
        (position, row)
    };
    let (field, _) = place(&person);
    let (answers, row) = place(person.keys("ctrl+q"));
    assert_ne!(answers, field);
    assert!(row.starts_with("Enter "), "{row}");
    let (again, _) = place(person.keys("esc"));
    assert_eq!(again, field, "the dialog is answered, and letters go to the field again");
}

#[test]
fn the_help_lists_the_keys_of_the_screen() {
    pictures("help", Person::walking().keys("?"));
}

#[test]
fn the_settings() {
    pictures("settings", Person::with_round().keys("F10"));
}

/// The cells of a screen of 100×30.
fn cells(person: &Person) -> ratatui::buffer::Buffer {
    let mut canvas = Canvas::new(TestBackend::new(100, 30));
    canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
    canvas.terminal().buffer().clone()
}

#[test]
fn mono_colours_no_cell_of_any_screen() {
    let mut person = Person::walking();
    for keys in ["", "3 e", "esc s", "esc F10", "esc ?", "esc esc", "2", "3", "1 n"] {
        for cell in &cells(person.keys(keys)).content {
            assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "after {keys}");
        }
    }
}

#[test]
fn every_other_theme_colours_every_cell_and_lifts_the_selected_row_from_its_ground() {
    let mut person = Person::with_round();
    for theme in ["dark", "light", "high-contrast"] {
        person = person.comes_back_in_the_theme_of_the_settings();
        assert_eq!(person.app.shared().settings.theme.code(), theme);
        let buffer = cells(&person);
        assert!(buffer.content.iter().all(|cell| cell.fg != Color::Reset && cell.bg != Color::Reset), "{theme}");
        let (selected, next) = (&buffer[(5, 3)], &buffer[(5, 4)]);
        assert!(selected.bg != next.bg && selected.fg != selected.bg, "{theme}: {selected:?} {next:?}");
        assert!((1..99).all(|column| buffer[(column, 3)].bg == selected.bg), "{theme}: the bar has holes");
        // A box over the screen has the same ground.
        let boxed = cells(person.keys("n"));
        assert!(boxed.content.iter().all(|cell| cell.bg != Color::Reset), "{theme}");
        person.keys("esc F10 tab tab tab tab tab right enter");
    }
}

#[test]
fn ascii_signs_leave_only_letters_and_ascii_on_the_screen() {
    let mut person = Person::walking();
    person.keys("F10 tab tab tab tab tab tab right enter 4 e").types("ấp Kinh 4A").keys("enter");
    for keys in ["", "e", "esc s", "esc F10", "esc ?", "esc esc", "/", "esc 2"] {
        let screen = person.keys(keys).screen(120, 40);
        let strange: String = screen.chars().filter(|c| !c.is_ascii() && !c.is_alphabetic()).collect();
        // The choice of signs shows the others for comparison as they come out here.
        assert_eq!(strange, "", "after {keys}:\n{screen}");
    }
}

#[test]
fn no_screen_breaks_at_any_size_a_person_may_drag_the_window_to() {
    let mut person = Person::walking();
    person.keys("3 e").types(NAME).keys("enter");
    for keys in [
        "",
        "e",
        "esc h",
        "esc v",
        "esc c",
        "esc s",
        "r",
        "esc esc ?",
        "esc 2",
        "i",
        "esc 1 n",
        "esc f4",
        "/",
        "esc w",
        "esc f5",
    ] {
        person.keys(keys);
        for (columns, rows) in [
            (1, 1),
            (2, 40),
            (59, 15),
            (60, 16),
            (61, 17),
            (71, 20),
            (72, 20),
            (109, 24),
            (110, 24),
            (200, 60),
            (300, 3),
        ] {
            assert_eq!(person.screen(columns, rows).lines().count(), usize::from(rows));
        }
    }
}

#[test]
fn the_selected_row_is_reversed_over_its_whole_width() {
    let person = Person::with_round();
    let mut canvas = Canvas::new(TestBackend::new(80, 24));
    canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
    let buffer = canvas.terminal().buffer();
    let reversed = (1..79).filter(|column| buffer[(*column, 3)].modifier.contains(Modifier::REVERSED)).count();
    assert_eq!(reversed, 78);
}

#[test]
fn the_terminals_cursor_stands_behind_the_last_letter_typed() {
    let mut person = Person::walking();
    person.keys("g").types("Ẵm đẩy");
    let mut canvas = Canvas::new(TestBackend::new(80, 24));
    canvas.draw(|frame| view(&person.app, frame, now(0))).expect("a frame");
    let position = canvas.terminal().get_cursor_position().expect("a cursor");
    let buffer = canvas.terminal().buffer();
    let before: String = (0..position.x).map(|column| buffer[(column, position.y)].symbol()).collect();
    assert!(before.ends_with("Ẵm đẩy"), "{before}");
}
