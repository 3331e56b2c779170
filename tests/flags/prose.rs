//! T06 and T19 on the programme's own phrases.

use crate::case::{flags, shipped};
use thucchat::domain::flags::{Flag, PhraseBook};
use unicode_normalization::UnicodeNormalization;

#[test]
fn every_phrase_of_the_programme_is_found_composed_and_decomposed_and_none_beside_a_number() {
    let programme = shipped();
    let book = PhraseBook::of(&programme.empty_phrases);
    let phrases: Vec<&String> = programme.empty_phrases.iter().flat_map(|kind| &kind.phrases).collect();
    assert_eq!(phrases.len(), 97, "all phrases that were gathered");
    for phrase in phrases {
        let shouted = phrase.to_uppercase();
        let decomposed: String = phrase.nfd().collect();
        for text in [phrase.as_str(), &shouted, &decomposed] {
            let found = book.alone(&format!("công tác {text} ở cơ sở"));
            assert_eq!(found.len(), 1, "{text}: {found:?}");
        }
        let held = format!("công tác {phrase} ở 3 ấp");
        assert!(book.alone(&held).is_empty(), "{held}");
    }
}

#[test]
fn t06_asks_the_question_of_the_phrases_kind_in_the_teams_own_texts_only() {
    let finding =
        "[[finding]]\nid = \"F-01\"\nkind = \"shortfall\"\ncondition = \"Một số nơi làm chưa thường xuyên.\"\n";
    let found = flags(finding, "T06");
    assert!(
        matches!(&found[..], [Flag::EmptyWords { phrase, kind, .. }] if phrase == "một số nơi" && kind == "vague_limit"),
        "{found:?}"
    );
    let evidence =
        "[[evidence]]\nid = \"V-01\"\nkind = \"document\"\ntext = \"Báo cáo: một số nơi làm chưa thường xuyên\"\n";
    assert_eq!(flags(evidence, "T06"), [], "the unit's words, not the team's");
}

#[test]
fn t19_finds_guidance_left_unchanged_and_marks_of_unfinished_text() {
    let guidance = shipped().item(&"C1-01".into()).expect("it ships").look_at.vi.clone();
    let note = |text: &str| {
        flags(&format!("[[answer]]\nitem = \"C1-01\"\nrating = 2\nnote = \"{}\"\n", text.replace('"', "\\\"")), "T19")
            .len()
    };
    assert_eq!(note(&guidance), 1);
    assert_eq!(note(&format!("{guidance} Đã xem đủ, thiếu số 43.")), 0);
    assert_eq!(note("TODO hỏi lại chị Bình"), 1);
    assert_eq!(note("Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\""), 0);
}
