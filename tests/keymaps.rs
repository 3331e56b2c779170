//! Keymaps: the shipped map and its rules, lookups, a user's file over it, and one fixture for each mistake a file can have.
//!
//! A fixture in `tests/keymaps/` ends with the lines `# => line:column: …` that checking it must give, all of them and in order, and with
//! the same in Vietnamese (`# vi …`).

use proptest::prelude::*;
use std::{collections::BTreeSet, fs, path::PathBuf};
use thucchat::{
    domain::{lang::Lang, look::KeymapName},
    i18n::{self, say},
    keymap::{
        Keymap, Lookup,
        command::{self, Command, TABLE},
        context::Context,
        help,
        key::{Code, Key},
        label, load,
    },
};

const DEFAULT: &str = include_str!("../keymaps/default.toml");

fn keys(text: &str) -> Vec<Key> {
    text.split(' ').map(|key| key.parse().unwrap_or_else(|e| panic!("{key}: {e}"))).collect()
}
fn pressing(keymap: &Keymap, context: Context, text: &str) -> Lookup {
    keymap.lookup(context, &keys(text))
}
fn user(text: &str) -> Keymap {
    Keymap::load(text).unwrap_or_else(|mistakes| panic!("{}", shown(&mistakes).join("\n")))
}
fn shown(mistakes: &[thucchat::intake::Mistake]) -> Vec<String> {
    mistakes.iter().map(|mistake| mistake.line_in(Lang::En)).collect()
}
fn fixtures() -> Vec<(String, String)> {
    let files = fs::read_dir("tests/keymaps").expect("the fixtures").map(|entry| entry.expect("a file").path());
    let mut files: Vec<PathBuf> = files.collect();
    files.sort();
    let name = |path: &PathBuf| path.file_stem().expect("a name").to_string_lossy().into_owned();
    files.iter().map(|path| (name(path), fs::read_to_string(path).expect("a fixture"))).collect()
}

#[test]
fn every_fixture_gives_exactly_the_mistakes_it_names() {
    for (name, text) in fixtures() {
        let said = |mark| text.lines().filter_map(|line| line.strip_prefix(mark)).collect::<Vec<&str>>();
        let (expected, vietnamese) = (said("# => "), said("# vi "));
        let mistakes = load::check(&text);
        assert_eq!(shown(&mistakes), expected, "{name}");
        let told: Vec<_> = mistakes.iter().map(|mistake| mistake.line_in(Lang::Vi)).collect();
        assert_eq!(told, vietnamese, "{name}");
        assert_eq!(expected.is_empty(), name == "right", "{name} must name its mistakes");
    }
}

#[test]
fn every_kind_of_mistake_has_a_fixture_of_its_name() {
    let kinds = i18n::key::ALL.iter().filter_map(|key| Some((key, key.name().strip_prefix("keymap-")?)));
    let fixtures = fixtures();
    for (key, kind) in kinds {
        let (_, text) = fixtures.iter().find(|(name, _)| name == kind).unwrap_or_else(|| panic!("no {kind}.toml"));
        assert!(load::check(text).iter().any(|mistake| mistake.what.key() == *key), "{kind}.toml does not show {kind}");
    }
}

#[test]
fn a_file_of_rubbish_is_refused_with_places_and_without_a_panic() {
    for text in [
        "[",
        "= =",
        "[walk]\nrate-3 = [[",
        "\u{feff}[walk",
        "[walk]\r\nrate-3 = 3\r\n",
        "\0",
        "ấp = \"Kinh 4A",
        "[[walk]]",
    ] {
        let mistakes = load::check(text);
        assert!(!mistakes.is_empty(), "{text:?}");
        let lines = text.lines().count().max(1) + 1;
        assert!(mistakes.iter().all(|m| (1..=lines).contains(&m.line) && m.column >= 1), "{text:?}: {mistakes:?}");
    }
    assert_eq!(load::check(""), []);
}

proptest! {
    #[test]
    fn no_text_makes_reading_a_key_or_a_file_panic(text in "\\PC*", key in "(ctrl\\+|alt\\+|shift\\+){0,3}\\PC{1,3}") {
        let _ = load::check(&text);
        let _ = load::check(&format!("[walk]\nedit-note = [\"{text}\"]\n{text}"));
        if let Ok(key) = key.parse::<Key>() {
            prop_assert_eq!(key.to_string().parse(), Ok(key), "what was read is written so that it reads the same");
        }
    }
}

#[test]
fn columns_count_characters_not_bytes() {
    let mistakes = load::check("[walk]\nedit-note = [ \"ctrl+g\", \"đđ\", \"ẵm\" ]\n");
    let places: Vec<_> = mistakes.iter().map(|m| (m.line, m.column)).collect();
    assert_eq!(places, [(2, 25), (2, 31)]);
}

mod the_shipped_maps {
    use super::*;

    fn bound(keymap: &Keymap) -> Vec<(Context, Command, Vec<Key>)> {
        let rows = Context::ALL.into_iter().flat_map(|c| command::of_context(c).map(move |row| (c, row.command)));
        rows.flat_map(|(context, command)| {
            let keys: Vec<_> = keymap.keys_of(context, command).into_iter().map(<[Key]>::to_vec).collect();
            keys.into_iter().map(move |keys| (context, command, keys))
        })
        .collect()
    }

    /// Every binding of every shipped map.
    fn all() -> impl Iterator<Item = (KeymapName, Context, Command, Vec<Key>)> {
        let maps = KeymapName::ALL.into_iter().map(|name| (name, Keymap::shipped(name)));
        maps.flat_map(|(name, keymap)| {
            bound(&keymap).into_iter().map(move |(c, command, keys)| (name, c, command, keys))
        })
    }

    #[test]
    fn have_no_mistake_standing_alone_or_over_themselves() {
        for (name, text) in [
            (KeymapName::Default, DEFAULT),
            (KeymapName::Vim, include_str!("../keymaps/vim.toml")),
            (KeymapName::OneHand, include_str!("../keymaps/one-hand.toml")),
        ] {
            assert_eq!(shown(&load::check(text)), Vec::<String>::new(), "{}", name.code());
            assert_eq!(user(text), Keymap::shipped(name));
            let over_itself = Keymap::over(name, text).unwrap_or_else(|mistakes| panic!("{:?}", shown(&mistakes)));
            assert_eq!(over_itself, Keymap::shipped(name));
        }
    }

    #[test]
    fn bind_every_command_also_to_a_key_that_is_not_a_letter() {
        for name in KeymapName::ALL {
            let bound = bound(&Keymap::shipped(name));
            for context in Context::ALL {
                for row in command::of_context(context) {
                    let mut keys = bound.iter().filter(|(c, command, _)| *c == context && *command == row.command);
                    let plain = keys.any(|(.., keys)| keys.iter().all(|key| !key.is_letter()));
                    let context = context.name();
                    assert!(plain, "{}: [{context}] {} has only letters or no key", name.code(), row.name);
                }
            }
        }
    }

    #[test]
    fn double_no_letter_in_a_sequence() {
        for (name, _, command, keys) in all() {
            let doubled = keys.windows(2).any(|two| two[0] == two[1] && two[0].is_letter());
            assert!(!doubled, "{}: {}: Telex changes a doubled letter", name.code(), command.name());
        }
    }

    #[test]
    fn leave_alone_the_backspaces_that_an_input_method_sends_by_itself() {
        for (name, _, command, keys) in all() {
            let backspace = keys.iter().any(|key| key.code == Code::Backspace);
            assert!(!backspace, "{}: {}", name.code(), command.name());
        }
    }

    #[test]
    fn use_no_letter_that_telex_composes_with_the_letters_beside_it_except_where_a_form_opens() {
        let opens_a_form = [
            Command::NotVerified,
            Command::AddEvidence,
            Command::AddRecommendation,
            Command::ImportUnits,
            Command::EditNote,
            Command::ReopenMatter,
            Command::AcceptDelay,
            Command::AddReply,
            Command::Confirm,
            Command::AddUnit,
            Command::ImportModels,
            Command::EditUnit,
            Command::EditSelfScore,
            Command::AddEntry,
            Command::AnswerFlag,
        ];
        for (name, _, command, keys) in all() {
            let vowel = keys.iter().any(|key| "aeiouy".chars().any(|c| *key == Key::char(c)));
            let of_vi = name == KeymapName::Vim && command == Command::Undo;
            let safe = !vowel || opens_a_form.contains(&command) || of_vi;
            assert!(safe, "{}: {}: a tone key after it would be swallowed", name.code(), command.name());
        }
    }

    #[test]
    fn give_what_cannot_be_undone_keys_that_nothing_else_has_or_begins_with() {
        for name in KeymapName::ALL {
            let bound = bound(&Keymap::shipped(name));
            let dangerous = bound.iter().filter(|(_, command, _)| command.row().danger);
            for (_, danger, keys) in dangerous {
                for (context, other, others) in bound.iter().filter(|(_, command, _)| !command.row().danger) {
                    let clash = keys.starts_with(others) || others.starts_with(keys);
                    let (danger, other, context) = (danger.name(), other.name(), context.name());
                    assert!(!clash, "{}: {danger} shares {} with [{context}] {other}", name.code(), label(keys));
                }
            }
        }
    }

    #[test]
    fn show_every_command_of_a_footer_with_a_key_that_works_there() {
        for name in KeymapName::ALL {
            let keymap = Keymap::shipped(name);
            for context in Context::ALL {
                let footer = command::footer(context);
                assert_eq!(keymap.hints(context, &footer).len(), footer.len(), "{}: {}", name.code(), context.name());
            }
        }
    }

    #[test]
    fn give_the_command_of_every_key_they_show_in_every_context() {
        let maps = KeymapName::ALL.map(|name| (name, Keymap::shipped(name)));
        let of = |wanted| maps.iter().find(|(name, _)| *name == wanted).map(|(_, map)| map).expect("a shipped map");
        for (name, context, command, keys) in all() {
            let keymap = of(name);
            for begun in 1..keys.len() {
                let waits = matches!(keymap.lookup(context, &keys[..begun]), Lookup::Prefix(_));
                assert!(waits, "{}: [{}] {}", name.code(), context.name(), label(&keys));
            }
            assert_eq!(keymap.lookup(context, &keys), Lookup::Command(command), "{}: {}", name.code(), label(&keys));
        }
    }

    #[test]
    fn take_a_letter_that_an_input_method_made_for_the_key_that_was_struck() {
        let made = [('d', 'đ'), ('w', 'ư'), ('w', 'ơ'), ('w', 'ă'), ('a', 'â'), ('e', 'ê'), ('o', 'ô'), ('D', 'Đ')];
        let mut met = BTreeSet::new();
        let maps = KeymapName::ALL.map(|name| (name, Keymap::shipped(name)));
        for (name, context, command, keys) in all().filter(|(_, context, ..)| !context.is_text()) {
            let keymap = maps.iter().find(|(of, _)| *of == name).map(|(_, map)| map).expect("a shipped map");
            for (struck, letter) in made {
                let typed: Vec<Key> =
                    keys.iter().map(|key| if *key == Key::char(struck) { Key::char(letter) } else { *key }).collect();
                if typed != keys {
                    met.insert((name.code(), struck));
                    assert_eq!(keymap.lookup(context, &typed), Lookup::Command(command), "{}", label(&typed));
                }
            }
        }
        for name in KeymapName::ALL {
            assert!(met.contains(&(name.code(), 'w')) && met.contains(&(name.code(), 'e')), "{met:?}");
        }
        assert!(met.contains(&("vim", 'd')), "{met:?}");
    }

    #[test]
    fn stand_in_the_readme_as_they_are() {
        let path = "keymaps/README.md";
        let readme = fs::read_to_string(path).expect("the README of keymaps");
        let (begin, end) = ("<!-- table: begin -->\n\n", "<!-- table: end -->");
        let (before, rest) = readme.split_once(begin).expect("the mark before the table");
        let (table, after) = rest.split_once(end).expect("the mark after the table");
        let live = help::markdown();
        if std::env::var_os("UPDATE_README").is_some() {
            fs::write(path, format!("{before}{begin}{live}{end}{after}")).expect("the README is written");
        } else {
            assert!(table == live, "{path} is behind the code: UPDATE_README=1 cargo test --test keymaps");
        }
    }
}

mod the_vim_map {
    use super::*;

    #[test]
    fn moves_with_h_j_k_l_wherever_nothing_is_typed() {
        let keymap = Keymap::shipped(KeymapName::Vim);
        for context in Context::ALL.into_iter().filter(|context| !context.is_closed()) {
            for (letter, arrow) in [("h", "left"), ("j", "down"), ("k", "up"), ("l", "right")] {
                let (letter, arrow) = (pressing(&keymap, context, letter), pressing(&keymap, context, arrow));
                assert_eq!(letter, arrow, "[{}]", context.name());
            }
            assert_eq!(pressing(&keymap, context, "u"), Lookup::Command(Command::Undo), "[{}]", context.name());
        }
    }
}

mod the_one_hand_map {
    use super::*;

    fn on_the_pad(key: Key) -> bool {
        key.printable().is_some_and(|c| "0123456789+-*/.".contains(c))
            || [Code::Enter, Code::Up, Code::Down, Code::Left, Code::Right].map(Key::new).contains(&key)
    }

    /// Where digits are text, Esc helps too: it is large and stands alone.
    fn in_reach(context: Context, key: Key) -> bool {
        on_the_pad(key) || context.is_text() && key == Key::new(Code::Esc)
    }

    #[test]
    fn reaches_what_nobody_can_do_without_and_the_palette_for_all_the_rest_on_the_number_pad() {
        let keymap = Keymap::shipped(KeymapName::OneHand);
        for context in Context::ALL {
            for row in command::of_context(context).filter(|row| row.required) {
                let mut keys = keymap.keys_of(context, row.command).into_iter();
                let reached = keys.any(|keys| keys.iter().all(|key| in_reach(context, *key)));
                assert!(reached, "[{}] {} needs a key of the number pad in one-hand.toml", context.name(), row.name);
            }
        }
        for context in Context::ALL.into_iter().filter(|context| !context.is_closed()) {
            let palette = keymap.keys_of(context, Command::OpenPalette);
            assert!(palette.iter().any(|keys| keys.iter().all(|key| on_the_pad(*key))), "[{}]", context.name());
        }
    }

    #[test]
    fn shows_the_keys_of_the_pad_first() {
        let keymap = Keymap::shipped(KeymapName::OneHand);
        for context in Context::ALL.into_iter().filter(|context| !context.is_text()) {
            for row in command::of_context(context) {
                let keys = keymap.keys_of(context, row.command);
                let reached = |keys: &&[Key]| keys.iter().all(|key| in_reach(context, *key));
                let first = keys.first().is_some_and(reached);
                assert!(first || !keys.iter().any(reached), "[{}] {}", context.name(), row.name);
            }
        }
    }
}

mod the_table {
    use super::*;

    #[test]
    fn names_each_command_once_and_its_sentences_after_it() {
        let names: BTreeSet<&str> = TABLE.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), TABLE.len());
        for row in TABLE {
            assert_eq!(Command::of_name(row.name), Some(row.command));
            assert_eq!(row.label.name(), format!("command-{}", row.name));
            assert_eq!(row.help.name(), format!("command-{}-help", row.name));
            assert!(!row.contexts.is_empty(), "{}", row.name);
            assert!(!row.everywhere || row.contexts == [Context::Global], "{}", row.name);
        }
        for context in Context::ALL {
            assert_eq!(Context::of_name(context.name()), Some(context));
        }
    }

    #[test]
    fn has_short_words_for_footers_and_whole_sentences_for_help() {
        for row in TABLE {
            for lang in Lang::ALL {
                let (short, long) = (say(lang, row.label), say(lang, row.help));
                assert!(thucchat::text::width(&short) <= 16, "{}: {short}", row.name);
                assert!(long.ends_with('.') && long.chars().next().is_some_and(char::is_uppercase), "{long}");
            }
        }
    }

    #[test]
    fn gives_a_level_out_of_range_the_row_of_the_highest() {
        assert_eq!(Command::Rate(3).name(), "rate-3");
        assert_eq!(Command::Rate(4).name(), "rate-4");
        assert_eq!(Command::Rate(5).name(), "rate-4");
    }
}

mod looking_up {
    use super::*;

    #[test]
    fn a_screens_key_comes_before_the_global_one() {
        let keymap = Keymap::default_map();
        assert_eq!(pressing(&keymap, Context::Queue, "1"), Lookup::Command(Command::GoQueue));
        assert_eq!(pressing(&keymap, Context::Walk, "1"), Lookup::Command(Command::Rate(1)));
        assert_eq!(pressing(&keymap, Context::Walk, "F2"), Lookup::Command(Command::GoQueue));
        assert_eq!(pressing(&keymap, Context::Walk, "9"), Lookup::None);
        assert_eq!(keymap.lookup(Context::Walk, &[]), Lookup::None);
    }

    #[test]
    fn letters_of_an_input_method_mean_the_key_that_was_struck() {
        let keymap = user("[queue]\nclear-filter = [\"d\"]\n");
        assert_eq!(keymap.lookup(Context::Queue, &[Key::char('đ')]), Lookup::Command(Command::ClearFilter));
        assert_eq!(keymap.lookup(Context::Preview, &[Key::char('ư')]), Lookup::Command(Command::ExportDocument));
        assert_eq!(keymap.lookup(Context::Queue, &[Key::char('ú')]), Lookup::None);
    }

    #[test]
    fn a_letter_is_looked_up_as_typed_before_it_is_folded() {
        let keymap = user("[queue]\nclear-filter = [\"d\"]\ncycle-filter = [\"đ\"]\n");
        assert_eq!(keymap.lookup(Context::Queue, &[Key::char('đ')]), Lookup::Command(Command::CycleFilter));
    }

    #[test]
    fn in_text_what_a_field_keeps_is_never_a_command() {
        let keymap = Keymap::default_map();
        for context in [Context::Form, Context::Start, Context::Search] {
            for key in ["q", "?", "đ", "ư", "1", "space", "left", "right", "home", "end", "backspace", "delete"] {
                assert_eq!(pressing(&keymap, context, key), Lookup::None, "{key} in [{}]", context.name());
            }
            assert_eq!(pressing(&keymap, context, "ctrl+q"), Lookup::Command(Command::Quit));
            assert_eq!(pressing(&keymap, context, "F1"), Lookup::Command(Command::Help));
        }
    }

    #[test]
    fn nothing_slips_out_from_under_a_form_or_a_dialog() {
        let keymap = Keymap::default_map();
        for context in [Context::Form, Context::Start, Context::Search, Context::Dialog] {
            for key in ["F2", "F4", "alt+s"] {
                assert_eq!(pressing(&keymap, context, key), Lookup::None, "{key} in [{}]", context.name());
            }
            assert_eq!(pressing(&keymap, context, "ctrl+z"), Lookup::Command(Command::Suspend));
            assert_ne!(pressing(&keymap, context, "alt+z"), Lookup::Command(Command::Undo));
        }
        assert_eq!(pressing(&keymap, Context::Dialog, "q"), Lookup::None, "a question is not left by a stray letter");
        assert_eq!(pressing(&keymap, Context::Dialog, "?"), Lookup::None);
        assert_eq!(pressing(&keymap, Context::Dialog, "F1"), Lookup::Command(Command::Help));
        assert_eq!(pressing(&keymap, Context::Dialog, "y"), Lookup::Command(Command::Confirm));
    }

    #[test]
    fn the_first_start_has_the_keys_of_forms() {
        let keymap = Keymap::default_map();
        assert_eq!(pressing(&keymap, Context::Start, "tab"), Lookup::Command(Command::NextField));
        assert_eq!(pressing(&keymap, Context::Start, "enter"), Lookup::Command(Command::SaveForm));
    }

    #[test]
    fn a_sequence_waits_and_says_what_could_follow() {
        let keymap = user("[walk]\nedit-note = [\"j n\"]\nedit-visit = [\"j v\"]\n[global]\nredo = [\"j r\"]\n");
        let Lookup::Prefix(following) = pressing(&keymap, Context::Walk, "j") else { panic!("not a prefix") };
        let following: Vec<_> = following.iter().map(|(key, name)| format!("{key} {}", say(Lang::En, *name))).collect();
        assert_eq!(following, ["n note", "v visit", "r redo"]);
        assert_eq!(pressing(&keymap, Context::Walk, "j v"), Lookup::Command(Command::EditVisit));
        assert_eq!(pressing(&keymap, Context::Walk, "j r"), Lookup::Command(Command::Redo));
        assert_eq!(pressing(&keymap, Context::Walk, "j x"), Lookup::None);
    }

    #[test]
    fn hints_show_the_first_key_that_works_there() {
        let keymap = user("[walk]\nedit-note = []\n");
        let hints = keymap.hints(Context::Walk, &[Command::AddEvidence, Command::GoQueue, Command::EditNote]);
        let hints: Vec<_> = hints.iter().map(|(key, name)| format!("{key} {}", say(Lang::Vi, *name))).collect();
        assert_eq!(hints, ["e minh chứng", "F2 hàng chờ"], "no key, no hint");
        let in_form = keymap.hints(Context::Form, &[Command::Help, Command::SaveForm]);
        assert_eq!(in_form.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["F1", "Enter"]);
    }
}

mod a_users_file {
    use super::*;

    #[test]
    fn replaces_what_it_names_and_keeps_the_rest() {
        let keymap = user("[walk]\nrate-3 = [\"3\", \"j\"]\nedit-note = []\n");
        assert_eq!(pressing(&keymap, Context::Walk, "j"), Lookup::Command(Command::Rate(3)));
        assert_eq!(pressing(&keymap, Context::Walk, "g"), Lookup::None);
        assert_eq!(pressing(&keymap, Context::Walk, "2"), Lookup::Command(Command::Rate(2)));
    }

    #[test]
    fn may_change_two_keys_round() {
        let keymap = user("[walk]\nedit-note = [\"v\"]\nedit-visit = [\"g\"]\n");
        assert_eq!(pressing(&keymap, Context::Walk, "v"), Lookup::Command(Command::EditNote));
        assert_eq!(pressing(&keymap, Context::Walk, "g"), Lookup::Command(Command::EditVisit));
    }

    #[test]
    fn may_take_one_of_several_keys_of_a_global_command_but_not_the_last() {
        let one = user("[walk]\nedit-visit = [\"F1\"]\n");
        let help: Vec<_> = one.keys_of(Context::Walk, Command::Help).into_iter().map(label).collect();
        assert_eq!(help, ["?"]);
        assert_eq!(load::check("[walk]\nedit-visit = [\"F1\", \"?\"]\n").len(), 1);
    }
}

mod help_pages {
    use super::*;

    #[test]
    fn show_every_command_even_one_without_a_key() {
        let sections = help::table(&user("[walk]\nedit-note = []\n"), Lang::Vi);
        let walk = sections.iter().find(|section| section.context == Context::Walk).expect("the walk");
        let note = walk.lines.iter().find(|line| line.command == Command::EditNote).expect("the note");
        assert_eq!((note.keys.len(), note.label.as_str()), (0, "ghi chú"));
        let lines: usize = sections.iter().map(|section| section.lines.len()).sum();
        assert_eq!(lines, TABLE.iter().map(|row| row.contexts.len()).sum::<usize>());
    }

    #[test]
    fn of_a_screen_show_only_keys_that_work_there() {
        let sections = help::of_context(&Keymap::default_map(), Context::Walk, Lang::En);
        let titles: Vec<_> = sections.iter().map(|section| section.title.as_str()).collect();
        assert_eq!(titles, ["Walk through an inspection", "On every screen"]);
        let queue = sections[1].lines.iter().find(|line| line.command == Command::GoQueue).expect("go-queue");
        assert_eq!(queue.keys, ["F2"]);
        let dialog = help::of_context(&Keymap::default_map(), Context::Dialog, Lang::En);
        assert!(dialog.iter().flat_map(|section| &section.lines).all(|line| line.command != Command::Undo));
    }

    #[test]
    fn in_plain_text_stand_in_columns_of_display_width() {
        let text = help::plain(&Keymap::default_map(), Lang::Vi);
        let column = |needle: &str| {
            let line = text.lines().find(|line| line.contains(needle)).expect("the line");
            thucchat::text::width(line.split(needle).next().unwrap_or(""))
        };
        assert_eq!(column("move-up"), column("add-evidence"));
        assert_eq!(column("Thêm một minh chứng"), column("Lên một dòng"));
    }
}
