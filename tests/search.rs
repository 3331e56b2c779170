//! Searching is the same everywhere: without tone marks, with letters left out, the best first and at hand.

mod support;

use support::Person;

fn practising() -> Person {
    let mut person = Person::at_first_start();
    person.keys("enter").types("Trần Thị Bình").keys("enter").types("Ban Dân vận Tỉnh ủy").keys("enter right enter");
    person
}

/// The row in hand of the list in front.
fn in_hand(person: &Person) -> String {
    let screen = person.screen(120, 40);
    // Of a box over the list, the row in the box: it stands further in.
    let row = screen.lines().filter(|row| row.contains('▌')).max_by_key(|row| row.chars().position(|sign| sign == '▌'));
    row.unwrap_or_else(|| panic!("no row is in hand:\n{screen}")).to_owned()
}

#[test]
fn every_list_finds_words_without_marks_and_with_letters_left_out_the_best_first() {
    for (list, keys) in [("the queue", "1 /"), ("the units", "2 /"), ("the findings", "3 /"), ("the palette", ":")] {
        // A finding is a long text, in which words in any order and the letters of short words stand almost always: there a word may lack a
        // letter only when no text has the words as typed, and none of them is short.
        let loose = match list {
            "the findings" => ["tân hiệp", "huyện ủy tân"],
            _ => ["huyn uy tan hip", "tân hiệp huyện ủy"],
        };
        let strict = ["huyen uy tan hiep", "huyện ủy tân hiệp", "huyện uỷ tân hiệp"];
        for typed in strict.into_iter().chain(loose) {
            let mut person = practising();
            person.keys(keys).types(typed);
            let row = in_hand(&person);
            assert!(row.contains("Huyện ủy Tân Hiệp"), "{list}, “{typed}”: {row}\n{}", person.screen(120, 40));
        }
    }
}

#[test]
fn a_search_that_finds_nothing_says_so_and_esc_brings_everything_back() {
    for keys in ["1 /", "2 /", "3 /"] {
        let mut person = practising();
        let before = person.keys(&keys[..1]).screen(120, 40);
        person.keys("/").types("qzxqzx");
        assert!(!person.screen(120, 40).contains('▌'), "{}", person.screen(120, 40));
        person.keys("esc");
        assert_eq!(person.screen(120, 40), before);
    }
}
