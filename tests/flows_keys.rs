//! Keymaps in use: the palette, the box of a begun sequence, the help page, another keymap by the settings or by a file.

mod support;

use support::Person;
use thucchat::{
    domain::look::KeymapName,
    keymap::choice::{Choice, File},
    tui::effect::Effect,
};

fn file(text: &str) -> Choice {
    Choice::File(File { path: None, text: text.into() })
}

/// The row of the screen that the words stand in.
#[track_caller]
fn row(person: &Person, words: &str) -> usize {
    let screen = person.screen(120, 40);
    screen.lines().position(|line| line.contains(words)).unwrap_or_else(|| panic!("no “{words}”:\n{screen}"))
}

/// Snapshots of the screen in Vietnamese and English at every size.
fn pictures(name: &str, person: &mut Person) {
    for lang in ["vi", "en"] {
        for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
            let size = thucchat::tui::message::Message::Resized(columns, rows);
            insta::assert_snapshot!(
                format!("{name}_{lang}_{columns}x{rows}"),
                person.sends(size).screen(columns, rows)
            );
        }
        person.keys("F9");
    }
}

mod the_palette {
    use super::*;

    #[test]
    fn in_pictures() {
        pictures("palette", Person::walking().keys(":"));
        pictures("palette_found", Person::walking().keys(":").types("hoan"));
        pictures("palette_units", Person::with_round().keys(":").types("tan hiep"));
        pictures("palette_nothing", Person::with_round().keys(":").types("qqqq"));
    }

    #[test]
    fn runs_what_it_finds_without_tone_marks_and_leaves_everything_else_alone() {
        let mut person = Person::walking();
        person.keys("3 :").sees("Bảng lệnh").types("ghi chu").keys("enter").sees("Ghi chú").sees_no("Bảng lệnh");
        person.types("hỏi lại").keys("enter").sees("hỏi lại").sees("[3]");
        person.keys("alt+x").types("hoan tac").keys("enter").sees("Đã hoàn tác: ghi chú").sees("[3]");
    }

    #[test]
    fn lists_what_counts_on_the_screen_in_front_with_its_keys_and_nothing_else() {
        let mut person = Person::walking();
        person.keys(":").types("minh chung").sees("minh chứng").sees("Thêm một minh chứng").sees("e  +");
        person.keys("ctrl+u").types("nhap don vi").sees("Không có lệnh hay đơn vị nào khớp");
        person.keys("esc F3 :").types("nhap don vi").sees("nhập đơn vị").sees("Ctrl+O");
        person.keys("ctrl+u").types("them mot minh chung").sees("Không có lệnh hay đơn vị nào khớp");
    }

    #[test]
    fn finds_by_name_before_sentence_and_by_the_name_in_files() {
        let mut person = Person::walking();
        person.keys(":").types("kien nghi");
        assert!(row(&person, "Thêm một kiến nghị") < row(&person, "Chuyển qua lại"), "{}", person.screen(120, 40));
        person.keys("ctrl+u").types("redo").sees("Làm lại thay đổi");
    }

    #[test]
    fn shows_what_was_used_last_first() {
        let mut person = Person::walking();
        person.keys(":").types("ghi chu").keys("enter esc :").types("lich su").keys("enter esc :");
        assert!(row(&person, "Xem ai đã đổi gì") < row(&person, "Sửa ghi chú"));
        assert!(row(&person, "Sửa ghi chú") < row(&person, "Đánh giá nội dung ở mức 0"));
    }

    #[test]
    fn goes_to_a_unit_and_opens_an_inspection_from_any_screen() {
        let mut person = Person::walking();
        person.keys("3 s :").types("huyen uy go quao").sees("mở kiểm tra").sees("đến đơn vị").keys("enter");
        person.sees("Huyện ủy Gò Quao ›").sees_no("[3]");
        person.keys(":").types("ubnd tan hiep").keys("enter").sees("UBND huyện Tân Hiệp").sees("904-UB");
    }

    #[test]
    fn is_left_without_a_trace_and_means_text_where_text_is_typed() {
        let mut person = Person::walking();
        let before = person.screen(80, 24);
        person.keys(":").types("xoá").keys("esc");
        assert_eq!(person.screen(80, 24), before);
        person.keys("g").types(":").sees_no("Bảng lệnh").keys("esc");
        person.keys("g ctrl+q").types(":").sees_no("Bảng lệnh");
    }

    #[test]
    fn asks_before_harm_as_the_key_does() {
        let mut person = Person::walking();
        person.keys("3 s :").types("ky").keys("enter");
        assert!(!person.asked.iter().any(|effect| matches!(effect, Effect::Quit)));
        person.sees("ký");
    }

    #[test]
    fn follows_the_language_and_keeps_what_was_typed() {
        let mut person = Person::walking();
        person.keys(":").types("undo").keys("ctrl+t").sees("Palette").sees("Undoes the last change.").sees("undo");
    }
}

mod a_begun_sequence {
    use super::*;

    #[test]
    fn in_pictures() {
        for (name, keys) in [("begun_one_hand", KeymapName::OneHand), ("begun_vim", KeymapName::Vim)] {
            let begins = if keys == KeymapName::Vim { "g" } else { "/" };
            for lang in ["vi", "en"] {
                for (columns, rows) in [(60, 16), (80, 24), (120, 40)] {
                    let mut person = Person::walking();
                    person.keys(if lang == "en" { "F9" } else { "" });
                    let mut person = person.with_keys(Choice::Shipped(keys));
                    let picture = person.keys(begins).screen(columns, rows);
                    insta::assert_snapshot!(format!("{name}_{lang}_{columns}x{rows}"), picture);
                }
            }
        }
    }

    #[test]
    fn shows_what_may_follow_and_esc_leaves_it() {
        let mut person = Person::walking().with_keys(Choice::Shipped(KeymapName::OneHand));
        person.keys("/").sees("/ …").sees("lịch sử").sees("hàng chờ").sees("↓").keys("esc").sees_no("/ …");
        person.sees("Huyện ủy Gò Quao ›");
        person.keys("/ 1").sees("Hàng chờ").sees_no("/ …");
    }

    #[test]
    fn that_nothing_follows_is_forgotten_with_the_key_that_ended_it() {
        let mut person = Person::walking().with_keys(Choice::Shipped(KeymapName::Vim));
        person.keys("g").sees("g …").keys("q").sees_no("g …").keys("3").sees("[3]");
        assert!(!person.quit);
    }

    #[test]
    fn of_what_a_screen_hides_is_not_offered() {
        let mut person =
            Person::walking().with_keys(file("[walk]\nedit-note = [\"j n\"]\n[global]\nredo = [\"j n\", \"j r\"]\n"));
        person.keys("j").sees("ghi chú").sees("làm lại");
        let screen = person.screen(120, 40);
        assert_eq!(screen.lines().filter(|line| line.contains("n  ghi chú")).count(), 1, "{screen}");
        assert!(!screen.contains("n  làm lại"), "{screen}");
    }
}

mod the_help_page {
    use super::*;

    #[test]
    fn in_pictures() {
        pictures("help_searched", Person::walking().keys("?").types("minh chung"));
    }

    #[test]
    fn is_searched_by_typing_without_tone_marks_and_by_key() {
        let mut person = Person::walking();
        person
            .keys("?")
            .sees("Thêm một minh chứng")
            .types("lich su")
            .sees("Xem ai đã đổi gì")
            .sees_no("Thêm một minh chứng");
        person.keys("ctrl+u").types("f10").sees("Mở cài đặt").sees_no("Xem ai đã đổi gì");
        person.keys("ctrl+u").types("qqq").sees("Không có phím nào khớp").keys("esc").sees_no("Không có phím nào khớp");
    }

    #[test]
    fn shows_the_best_first_by_key_then_by_name_then_by_sentence_as_the_palette_does() {
        let first = |typed: &str| {
            let screen = Person::walking().keys("?").types(typed).screen(120, 40);
            let row = screen.lines().nth(5).unwrap_or_default().trim_matches(['│', ' ']).to_owned();
            row.split("  ").map(str::to_owned).collect::<Vec<_>>()
        };
        // Many sentences speak of evidence; the command that is called so stands first.
        assert_eq!(first("minh chung").first().map(String::as_str), Some("e"));
        assert_eq!(first("lich su").first().map(String::as_str), Some("l"));
        assert_eq!(first("hoan tac").first().map(String::as_str), Some("z"));
        // Letters left out, words in another order.
        assert_eq!(first("su lich"), first("lich su"));
        assert_eq!(first("htac"), first("hoan tac"));
        // A key is found by what is written on it, whatever sentences hold the letter too.
        for key in ["z", "?", "f10"] {
            assert!(first(key).iter().any(|it| it.eq_ignore_ascii_case(key)), "{key}: {:?}", first(key));
        }
        let palette = Person::walking().keys(":").types("minh chung").screen(120, 40);
        let row = palette.lines().find(|row| row.contains("▌minh chứng")).unwrap_or_default().to_owned();
        assert!(row.contains(" e "), "{row}");
    }

    #[test]
    fn says_which_keymap_is_in_force() {
        Person::walking().keys("?").sees("bảng mặc định");
        let vim = Choice::Shipped(KeymapName::Vim);
        Person::walking().with_keys(vim).keys("?").sees("bảng vim").sees("g s");
        let over = file("base = \"one-hand\"\n[walk]\nedit-note = [\"alt+7\"]\n");
        Person::walking().with_keys(over).keys("?").sees("bảng một tay + keymap.toml").sees("Alt+7");
    }
}

mod the_keymap_in_force {
    use super::*;

    #[test]
    fn is_chosen_in_the_settings_and_counts_at_once_and_the_next_time() {
        let mut person = Person::walking();
        person
            .keys("F10 tab tab tab tab tab tab tab tab tab tab tab")
            .sees("‹ mặc định")
            .keys("right enter")
            .sees("Đã lưu cài đặt")
            .sees("Huyện ủy Tân Hiệp ›");
        person.keys("l h 3").sees("[3]").keys("u").sees("Đã hoàn tác");
        let mut person = person.comes_back();
        assert_eq!(person.app.shared().settings.keymap, KeymapName::Vim);
        person.keys("j k g 2").sees("đơn vị").keys("?").sees("bảng vim");
    }

    #[test]
    fn of_a_file_lies_over_its_base_whatever_the_settings_choose() {
        let mut person = Person::walking().with_keys(file("base = \"vim\"\n[walk]\nrate-4 = [\"y\"]\n"));
        person.keys("y").sees("[4]").keys("u").sees("Đã hoàn tác").keys("F10").sees("theo tệp keymap.toml");
    }

    #[test]
    fn with_mistakes_is_told_of_and_the_shipped_one_counts() {
        let mut person = Person::with_round().with_keys(file("[walk]\nrate-9 = [\"p\"]\nrate-4 = [\"entre\"]\n"));
        person.sees("Tệp phím có 2 lỗi nên chưa dùng; xem: thucchat keys check").keys("enter 4").sees("[4]");
        let named = Choice::File(File { path: Some("phim.toml".into()), text: "[wark]\n".into() });
        Person::with_round().with_keys(named).sees("có 1 lỗi").sees("thucchat keys check phim.toml");
        Person::starting_with(file("[wark]\n")).sees("Bắt đầu").sees("Tệp phím có 1 lỗi");
    }
}

#[test]
fn keys_that_come_before_the_inspection_is_read_wait_for_it_in_their_order() {
    use thucchat::{keymap::key::Key, tui::message::Message};
    let mut person = Person::with_round();
    let (mut asked, mut now) = (Vec::new(), 100);
    let mut press = |person: &mut Person, keys: &str| {
        for key in keys.split(' ').map(|key| key.parse::<Key>().expect("a key")) {
            now += 1;
            asked.extend(person.app.update(Message::Pressed(key), support::now(now)));
        }
    };
    press(&mut person, "enter 3 e q 1 . ? 4");
    person.sees_no("Minh chứng mới");
    let reads = |effect: &Effect| matches!(effect, Effect::Load(_) | Effect::LoadEarlier(_));
    assert!(asked.iter().all(reads), "only the inspection and what came before it are asked for: {asked:?}");
    let mut more = Vec::new();
    for effect in asked {
        for answer in person.keeper.perform(effect) {
            more.extend(person.app.update(Message::Stored(Box::new(answer)), support::now(200)));
        }
    }
    person.sees("Minh chứng mới").sees("q1.?4").sees("[3]");
    assert!(more.iter().any(|effect| matches!(effect, Effect::Commit(_))), "{more:?}");
}
