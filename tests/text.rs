//! Text in a terminal: what a person types, searches and sees, in Vietnamese first.

use proptest::prelude::*;
use std::borrow::Cow;
use thucchat::text::{
    Align, EditBuffer, finds, fold, nfc, pad, sanitise_line, sanitise_text, truncate, width, wrap, wrap::rows,
};
use unicode_normalization::{UnicodeNormalization, is_nfc};
use unicode_segmentation::UnicodeSegmentation;

const HONEST: &str = "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"";
const FAMILY: &str = "👩‍👩‍👧";

fn nfd(text: &str) -> String {
    text.nfd().collect()
}

#[test]
fn text_that_is_nfc_already_is_borrowed_and_other_text_composed() {
    assert!(matches!(nfc(HONEST), Cow::Borrowed(_)));
    assert_eq!(nfc(&nfd(HONEST)), HONEST);
}

#[test]
fn folding_forgets_marks_capitals_and_the_place_of_the_tone() {
    assert_eq!(fold("ĐẨY MẠNH Ẵm"), "day manh am");
    assert_eq!(fold(&nfd("đẩy mạnh ẵm")), "day manh am");
    assert_eq!(fold("hoà"), fold("hòa"));
}

#[test]
fn a_search_finds_all_its_words_in_any_order_and_misses_when_one_is_absent() {
    let folded = fold(HONEST);
    assert!(finds(&folded, &fold("kinh am")));
    assert!(finds(&folded, ""));
    assert!(!finds(&folded, &fold("kinh 4B")));
}

#[test]
fn width_counts_what_the_screen_shows() {
    assert_eq!(width("Ẵm"), 2);
    assert_eq!(width(&nfd("Ẵm")), 2);
    assert_eq!(width("農村"), 4);
    assert_eq!(width(FAMILY), 2);
}

#[test]
fn a_text_is_cut_between_graphemes_and_says_so() {
    assert_eq!(truncate("đẩy mạnh", 8), "đẩy mạnh");
    assert_eq!(truncate("đẩy mạnh", 7), "đẩy mạ…");
    assert_eq!(truncate(&nfd("đẩy mạnh"), 7), nfd("đẩy mạ") + "…");
    assert_eq!(truncate("農村", 3), "農…");
    assert_eq!(truncate("農村", 2), "…");
    assert_eq!(truncate(FAMILY, 1), "…");
    assert_eq!(truncate("ấp", 0), "");
}

#[test]
fn padding_fills_by_columns_and_cuts_what_is_too_long() {
    assert_eq!(pad(&nfd("ấp"), 4, Align::Left), nfd("ấp") + "  ");
    assert_eq!(pad("ấp", 4, Align::Right), "  ấp");
    assert_eq!(pad("ấp", 5, Align::Centre), " ấp  ");
    assert_eq!(pad("農村", 3, Align::Left), "農…");
    assert_eq!(pad("農村a", 4, Align::Left), "農… ");
}

#[test]
fn wrapping_breaks_at_blanks_and_only_inside_words_that_are_too_long() {
    assert_eq!(wrap("ấp Kinh 4A còn làm", 8), ["ấp Kinh", "4A còn", "làm"]);
    assert_eq!(wrap("khẩuhiệudài quá", 5), ["khẩuh", "iệudà", "i quá"]);
    assert_eq!(wrap("a khẩuhiệu", 5), ["a", "khẩuh", "iệu"]);
    assert_eq!(wrap("一二三", 5), ["一二", "三"]);
    assert_eq!(wrap("dòng một\n\ndòng hai", 20), ["dòng một", "", "dòng hai"]);
    assert_eq!(wrap("", 20), [""]);
    assert_eq!(wrap("  thụt vào", 6), ["  thụt", "vào"]);
    assert_eq!(wrap("農", 1), ["…"]);
}

proptest! {
    #[test]
    fn composed_text_is_broken_as_its_decomposed_twin(text in "[a-d\u{c0}-\u{1b0}\u{1ea0}-\u{1ef9}\u{a0} \n-]{0,60}", columns in 1_usize..20) {
        let twin: Vec<_> = wrap(&nfd(&text), columns).iter().map(|line| nfc(line).into_owned()).collect();
        prop_assert_eq!(wrap(&text, columns), twin);
    }
}

#[test]
fn a_word_that_just_fits_stays_on_its_line() {
    assert_eq!(wrap("ấp Kinh", 7), ["ấp Kinh"]);
    assert_eq!(wrap("ấp Kinh", 6), ["ấp", "Kinh"]);
}

#[test]
fn the_sanitiser_leaves_honest_text_alone() {
    let stack = format!("{FAMILY} {}", nfd(HONEST));
    assert!(matches!(sanitise_line(&stack), Cow::Borrowed(_)));
    assert!(matches!(sanitise_text("một\n\thai"), Cow::Borrowed(_)));
}

#[test]
fn the_sanitiser_drops_everything_that_steers_a_terminal() {
    assert_eq!(sanitise_line("\u{1b}[31mđỏ\u{7f}\u{9b}2J\u{0}"), "[31mđỏ2J");
    let dropped = "\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}\u{FEFF}\u{E0000}\u{E007F}\r\u{8}\u{85}";
    for c in dropped.chars() {
        assert_eq!(sanitise_text(&format!("a{c}b")), "ab", "{:x}", u32::from(c));
    }
    for neighbour in "\u{200D}\u{2028}\u{202F}\u{2065}\u{206A}\u{E0080}".chars() {
        let text = format!("a{neighbour}b");
        assert_eq!(sanitise_text(&text), text, "{:x}", u32::from(neighbour));
    }
    assert_eq!(sanitise_line("một\n\thai"), "một  hai");
}

#[test]
fn eight_marks_on_a_letter_stay_and_the_ninth_goes() {
    let pile = |marks| format!("a{}b", "\u{301}".repeat(marks));
    assert_eq!(sanitise_text(&pile(8)), pile(8));
    assert_eq!(sanitise_text(&pile(9)), pile(8));
    let hidden = format!("a{0}\u{FEFF}{0}", "\u{301}".repeat(8));
    assert_eq!(sanitise_text(&hidden), format!("a{}", "\u{301}".repeat(8)), "a dropped character does not start anew");
}

#[test]
fn a_mark_typed_behind_its_letter_joins_it_and_the_caret_stands_behind_both() {
    let mut field = EditBuffer::one_line().with("bc");
    field.home();
    for typed in ["a", "\u{306}", "\u{303}"] {
        field.insert(typed);
    }
    assert_eq!(field.text(), "ẵbc");
    assert_eq!(field.cursor(), "ẵ".len());
}

#[test]
fn a_letter_put_before_a_lone_mark_takes_it_and_the_caret_is_behind() {
    let mut field = EditBuffer::one_line().with("\u{301}c");
    field.home();
    field.insert("a");
    assert_eq!((field.text(), field.cursor()), ("ác", "á".len()));
}

#[test]
fn deleting_takes_whole_graphemes() {
    let mut field = EditBuffer::one_line().with(&format!("Ẵm{FAMILY}"));
    field.backspace();
    assert_eq!(field.text(), "Ẵm");
    field.home();
    field.delete_forward();
    assert_eq!(field.text(), "m");
    field.backspace();
    assert_eq!(field.text(), "m", "nothing stands before the caret");
}

#[test]
fn a_burst_of_backspaces_and_letters_from_an_input_method_keeps_its_order() {
    let mut field = EditBuffer::one_line();
    for key in ["d", "a", "y"] {
        field.insert(key);
    }
    for _ in 0..3 {
        field.backspace();
    }
    for key in ["đ", "ẩ", "y"] {
        field.insert(key);
    }
    assert_eq!(field.text(), "đẩy");
}

#[test]
fn control_characters_are_dropped_and_line_breaks_follow_the_field() {
    let pasted = "một\t\u{1b}hai\r\nba\rbốn\u{202E}";
    assert_eq!(EditBuffer::one_line().with(pasted).text(), "một hai ba bốn");
    assert_eq!(EditBuffer::many_lines().with(pasted).text(), "một hai\nba\nbốn");
}

#[test]
fn words_and_lines_are_steps_for_the_caret() {
    let mut field = EditBuffer::many_lines().with("ấp Kinh  4A\nđẩy mạnh");
    field.word_left();
    assert_eq!(&field.text()[field.cursor()..], "mạnh");
    field.home();
    assert_eq!(&field.text()[field.cursor()..], "đẩy mạnh");
    field.left();
    field.word_left();
    assert_eq!(&field.text()[field.cursor()..], "4A\nđẩy mạnh");
    field.home();
    field.word_right();
    assert_eq!(&field.text()[..field.cursor()], "ấp");
    field.end();
    assert_eq!(&field.text()[..field.cursor()], "ấp Kinh  4A");
    field.delete_word_back();
    assert_eq!(field.text(), "ấp Kinh  \nđẩy mạnh");
    field.delete_to_line_start();
    assert_eq!(field.text(), "\nđẩy mạnh");
    field.text_end();
    field.word_left();
    field.delete_to_line_end();
    assert_eq!(field.text(), "\nđẩy ");
}

#[test]
fn the_caret_stands_in_the_row_where_its_text_is_drawn() {
    let mut field = EditBuffer::many_lines().with("ấp Kinh 4A còn làm");
    assert_eq!(field.rows(9), ["ấp Kinh ", "4A còn ", "làm"]);
    assert_eq!(field.cursor_at(9), (2, 3));
    assert!(field.up(9));
    assert_eq!(field.cursor_at(9), (1, 3));
    field.home();
    field.word_right();
    field.word_right();
    assert_eq!(field.cursor_at(9), (0, 7));
    field.right();
    assert_eq!(field.cursor_at(9), (1, 0), "behind the blank the next row begins");
}

#[test]
fn behind_a_full_row_the_caret_takes_the_free_column() {
    let field = EditBuffer::many_lines().with("đẩy mạnh");
    assert_eq!(field.rows(9), ["đẩy mạnh"]);
    assert_eq!(field.cursor_at(9), (0, 8));
}

#[test]
fn up_and_down_keep_to_the_column_over_short_rows() {
    let mut field = EditBuffer::many_lines().with("dòng dài\nn\ndòng dài");
    assert!(field.up(20) && field.up(20));
    assert_eq!(field.cursor_at(20), (0, 8));
    assert!(!field.up(20));
    assert!(field.down(20));
    assert_eq!(field.cursor_at(20), (1, 1));
}

#[test]
fn a_click_beyond_the_text_goes_to_its_nearest_place() {
    let mut field = EditBuffer::many_lines().with("ấp\nKinh");
    field.place(0, 99, 20);
    assert_eq!(field.cursor(), "ấp".len());
    field.place(9, 2, 20);
    assert_eq!(field.cursor_at(20), (1, 2));
}

#[test]
fn a_field_of_one_row_shows_the_part_around_its_caret() {
    let mut field = EditBuffer::one_line().with("Nguyễn Thị Ẵm");
    assert_eq!(field.window(20), (["Nguyễn Thị Ẵm", "", ""], 13));
    assert_eq!(field.window(6), (["hị Ẵm", "", ""], 5));
    field.home();
    assert_eq!(field.window(6), (["Nguyễn", "", ""], 0));
    field.mark(EditBuffer::word_right);
    field.mark(EditBuffer::left);
    assert_eq!(field.window(20), (["", "Nguyễ", "n Thị Ẵm"], 5));
}

#[test]
fn undo_goes_back_word_by_word_and_redo_forth() {
    let mut field = EditBuffer::one_line();
    for typed in "ấp Kinh 4A".graphemes(true) {
        field.insert(typed);
    }
    assert!(field.undo());
    assert_eq!(field.text(), "ấp Kinh");
    assert!(field.undo() && field.undo());
    assert_eq!(field.text(), "");
    assert!(!field.undo());
    assert!(field.redo() && field.redo());
    assert_eq!(field.text(), "ấp Kinh");
    field.insert("!");
    assert!(!field.redo(), "a new change leaves nothing to do again");
}

#[test]
fn words_are_marked_by_moving_and_replaced_by_typing_as_one_step() {
    let mut field = EditBuffer::many_lines().with(HONEST);
    field.home();
    field.mark(EditBuffer::word_right);
    assert_eq!(field.selected(), "Nguyễn");
    field.mark(EditBuffer::left);
    assert_eq!(field.selected(), "Nguyễ");
    field.insert("T");
    field.insert("r");
    assert!(field.text().starts_with("Trn Thị"), "{}", field.text());
    assert!(field.undo());
    assert_eq!(field.text(), HONEST, "typing over a selection is one step");
}

#[test]
fn a_selection_ends_where_one_moves_to() {
    let mut field = EditBuffer::one_line().with("ấp Kinh 4A");
    field.mark(EditBuffer::word_left);
    field.left();
    assert_eq!(&field.text()[field.cursor()..], "4A");
    field.mark(EditBuffer::word_left);
    field.right();
    assert_eq!(&field.text()[field.cursor()..], "4A", "to the right is the other end");
    field.select_all();
    field.backspace();
    assert!(field.is_empty() && field.undo());
    assert_eq!(field.text(), "ấp Kinh 4A");
}

#[test]
fn marking_backwards_over_the_beginning_of_the_mark_marks_the_other_side() {
    let mut field = EditBuffer::one_line().with("một hai ba");
    field.home();
    field.word_right();
    field.mark(EditBuffer::word_right);
    assert_eq!(field.selected(), " hai");
    field.mark(EditBuffer::word_left);
    field.mark(EditBuffer::word_left);
    assert_eq!(field.selected(), "một");
}

#[test]
fn home_and_end_are_those_of_the_wrapped_row_and_then_of_the_line() {
    let mut field = EditBuffer::many_lines().with("ấp Kinh 4A còn làm\nhết");
    field.text_start();
    assert!(field.down(9));
    field.row_end(9);
    assert_eq!(&field.text()[..field.cursor()], "ấp Kinh 4A còn");
    field.row_start(9);
    assert_eq!(&field.text()[..field.cursor()], "ấp Kinh ");
    field.row_start(9);
    assert_eq!(field.cursor(), 0);
    assert!(field.down(9));
    field.row_end(9);
    field.row_end(9);
    assert_eq!(&field.text()[..field.cursor()], "ấp Kinh 4A còn làm");
}

#[test]
fn pages_move_by_rows_and_stop_at_the_ends() {
    let mut field = EditBuffer::many_lines().with(&"ấp Kinh\n".repeat(20));
    assert!(field.page_up(20, 8));
    assert_eq!(field.cursor_at(20).0, 12);
    assert!(field.page_up(20, 99));
    assert_eq!(field.cursor_at(20), (0, 0));
    assert!(!field.page_up(20, 8));
    assert!(field.page_down(20, 5));
    assert_eq!(field.cursor_at(20).0, 5);
}

#[test]
fn the_selected_words_of_each_row_stand_apart() {
    let mut field = EditBuffer::many_lines().with("ấp Kinh 4A còn làm");
    field.text_start();
    field.right();
    field.mark(|field| _ = field.down(9));
    assert_eq!(field.marked_rows(9), [["ấ", "p Kinh ", ""], ["", "4", "A còn "], ["", "", "làm"]]);
}

/// Text with what breaks naive code: marks, wide characters, joined emoji, flags, blanks, controls, bidi.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zđĐẵờệ ]{1,6}",
        1 => Just(HONEST.to_owned()),
        1 => Just(nfd(HONEST)),
        1 => Just(FAMILY.to_owned()),
        1 => Just("🇻🇳".to_owned()),
        1 => "[\u{300}\u{301}\u{306}\u{323}]{1,12}",
        1 => "[一-龥]{1,4}",
        1 => "[\n \t\r]{1,3}",
        1 => any::<char>().prop_map(String::from),
        1 => "[\u{1F1E6}\u{200D}\u{202E}\u{FEFF}\u{1b}\u{A0}]{1,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

fn solid(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn widest(text: &str) -> usize {
    text.graphemes(true).map(width).max().unwrap_or(0)
}

#[derive(Debug, Clone)]
enum Key {
    Type(String),
    Do(u8),
}

fn keys() -> impl Strategy<Value = Vec<Key>> {
    prop::collection::vec(prop_oneof![hostile().prop_map(Key::Type), any::<u8>().prop_map(Key::Do)], 0..30)
}

fn press(field: &mut EditBuffer, key: u8, columns: usize) {
    match key % 24 {
        17 => field.mark(EditBuffer::left),
        18 => field.mark(EditBuffer::word_right),
        19 => field.mark(|field| _ = field.up(columns)),
        20 => field.select_all(),
        21 => field.row_start(columns),
        22 => field.mark(|field| field.row_end(columns)),
        23 => field.delete_word_forward(),
        0 => field.backspace(),
        1 => field.delete_forward(),
        2 => field.left(),
        3 => field.right(),
        4 => field.word_left(),
        5 => field.word_right(),
        6 => field.home(),
        7 => field.end(),
        8 => _ = field.up(columns),
        9 => _ = field.down(columns),
        10 => field.delete_word_back(),
        11 => _ = field.undo(),
        12 => _ = field.redo(),
        13 => field.place(usize::from(key) / 17, usize::from(key) % 7, columns),
        14 => field.delete_to_line_end(),
        15 => field.text_start(),
        _ => field.clear(),
    }
}

proptest! {
    #[test]
    fn a_cut_text_never_exceeds_its_columns(text in hostile(), columns in 0_usize..30) {
        prop_assert!(width(&truncate(&text, columns)) <= columns);
        prop_assert_eq!(width(&pad(&text, columns, Align::Right)), columns);
    }

    #[test]
    fn no_wrapped_line_exceeds_its_columns_and_nothing_but_blanks_is_lost(text in hostile(), columns in 2_usize..30) {
        let lines = wrap(&text, columns);
        for line in &lines {
            prop_assert!(width(line) <= columns, "{line:?}");
        }
        if widest(&text) <= columns {
            prop_assert_eq!(solid(&lines.concat()), solid(&text));
        }
    }

    #[test]
    fn rows_cover_the_text_and_end_between_graphemes(text in hostile(), columns in 2_usize..30) {
        let mut places = vec![text.len()];
        let mut start = 0;
        for line in text.split('\n') {
            places.extend(line.grapheme_indices(true).map(|(at, _)| start + at).chain([start + line.len()]));
            start += line.len() + 1;
        }
        let mut next = 0;
        for row in rows(&text, columns) {
            prop_assert!(row.start == next || row.start == next + 1 && text[next..].starts_with('\n'));
            prop_assert!(places.contains(&row.start) && places.contains(&row.end), "{row:?}");
            next = row.end;
        }
        prop_assert_eq!(next, text.len());
    }

    #[test]
    fn sanitised_text_is_clean_and_cleaning_it_again_changes_nothing(text in hostile()) {
        let clean = sanitise_text(&text).into_owned();
        prop_assert!(clean.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\t')));
        prop_assert_eq!(sanitise_text(&clean), clean.as_str());
        prop_assert!(sanitise_line(&text).chars().all(|c| !c.is_control()));
    }

    #[test]
    fn whatever_is_typed_the_text_is_nfc_and_the_caret_between_graphemes(
        keys in keys(), columns in 2_usize..20, many in any::<bool>(),
    ) {
        let mut field = if many { EditBuffer::many_lines() } else { EditBuffer::one_line() };
        for key in keys {
            match key {
                Key::Type(text) => field.insert(&text),
                Key::Do(key) => press(&mut field, key, columns),
            }
            let text = field.text();
            prop_assert!(is_nfc(text));
            prop_assert!(many || !text.contains('\n'));
            let mut places = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]);
            prop_assert!(places.any(|at| at == field.cursor()), "caret {} in {text:?}", field.cursor());
            let (row, column) = field.cursor_at(columns);
            let rows = field.rows(columns);
            prop_assert!(row < rows.len() && column < columns);
            if widest(text) < columns {
                prop_assert!(column <= width(rows[row]), "{column} in {:?}", rows[row]);
            }
            if let Some(selected) = field.selection() {
                let ends = [selected.start, selected.end];
                let at = |end: &usize| text.grapheme_indices(true).any(|(at, _)| at == *end) || *end == text.len();
                prop_assert!(ends.iter().all(at), "{selected:?} in {text:?}");
            }
            let parts: Vec<String> = field.marked_rows(columns).into_iter().map(|row| row.concat()).collect();
            prop_assert_eq!(&parts, &rows);
            prop_assert!(rows.iter().all(|row| width(row) <= columns || widest(text) >= columns), "{rows:?}");
            let (shown, caret) = field.window(columns);
            prop_assert!(width(&shown.concat()) <= columns && caret < columns);
        }
    }

    #[test]
    fn undoing_everything_and_doing_it_again_gives_the_same_text(
        keys in keys(), columns in 2_usize..20,
    ) {
        let mut field = EditBuffer::many_lines().with(HONEST);
        for key in keys {
            match key {
                Key::Type(text) => field.insert(&text),
                // Taking back is what is tried below; here it would only forget the way.
                Key::Do(key) if matches!(key % 24, 11 | 12) => {}
                Key::Do(key) => press(&mut field, key, columns),
            }
        }
        let typed = field.text().to_owned();
        let mut steps = 0;
        while field.undo() {
            steps += 1;
        }
        prop_assert_eq!(field.text(), HONEST);
        for _ in 0..steps {
            prop_assert!(field.redo());
        }
        prop_assert!(!field.redo());
        prop_assert_eq!(field.text(), typed);
    }

    #[test]
    fn what_is_pasted_over_the_selection_stands_in_its_place(keys in keys(), columns in 2_usize..20, new in "[a-zđ ]{1,9}") {
        let mut field = EditBuffer::many_lines().with(HONEST);
        for key in keys {
            if let Key::Do(key) = key {
                press(&mut field, key, columns);
            }
        }
        let before = field.text().to_owned();
        let Some(selected) = field.selection() else { return Ok(()) };
        field.insert(&new);
        prop_assert_eq!(field.text(), format!("{}{new}{}", &before[..selected.start], &before[selected.end..]));
        prop_assert!(field.selected().is_empty());
        field.undo();
        prop_assert_eq!(field.text(), before);
    }
}
