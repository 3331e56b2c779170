//! Flags about single texts: empty words (T06) and leftovers (T19).

use super::{
    Case, Flag, TextPlace, texts,
    words::{Word, folded, has_hold, sentences},
};
use crate::domain::{
    ids::ItemId,
    programme::{EmptyPhrases, Item},
};
use std::collections::HashMap;

/// The empty phrases of a programme, made ready: by their first word, longer ones first, so that a page is read once.
#[derive(Debug, Default)]
pub struct PhraseBook {
    by_first: HashMap<String, Vec<Phrase>>,
}

#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    shown: String,
    kind: String,
}

impl PhraseBook {
    /// The book of these kinds of phrases.
    #[must_use]
    pub fn of(kinds: &[EmptyPhrases]) -> Self {
        let mut by_first: HashMap<String, Vec<Phrase>> = HashMap::new();
        for kind in kinds {
            for shown in &kind.phrases {
                let words: Vec<String> = sentences(shown).into_iter().flatten().map(|word| word.folded).collect();
                let Some(first) = words.first().cloned() else { continue };
                let phrase = Phrase { words, shown: shown.clone(), kind: kind.id.clone() };
                by_first.entry(first).or_default().push(phrase);
            }
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Self { by_first }
    }

    /// The first empty phrase of each sentence that stands alone: neither the sentence nor the next one holds a number, a day, a
    /// document, a place or a person. Phrases inside quotation marks are somebody else's words.
    ///
    /// Each comes as the phrase of the book and the id of its kind.
    #[must_use]
    pub fn alone<'a>(&'a self, text: &str) -> Vec<(&'a str, &'a str)> {
        let sentences = sentences(text);
        let holds: Vec<bool> = sentences.iter().map(|sentence| has_hold(sentence)).collect();
        let mut alone = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            if holds[at] || holds.get(at + 1).is_some_and(|next| *next) {
                continue;
            }
            alone.extend((0..sentence.len()).find_map(|from| self.phrase_at(&sentence[from..])));
        }
        alone
    }

    /// The longest phrase that the words begin with.
    fn phrase_at(&self, words: &[Word]) -> Option<(&str, &str)> {
        let first = words.first().filter(|word| !word.quoted)?;
        let begins = |phrase: &&Phrase| {
            phrase.words.len() <= words.len()
                && phrase.words.iter().zip(words).all(|(phrase, word)| *phrase == word.folded && !word.quoted)
        };
        let phrase = self.by_first.get(&first.folded)?.iter().find(begins)?;
        Some((&phrase.shown, &phrase.kind))
    }
}

/// T06, empty words, in the team's own judgements: findings, notes, recommendations. The question of the phrase's kind is the way out.
/// Source: the letter's warning against heavy form; the phrases are the programme's, gathered from public reports of this kind.
pub(super) fn empty_words(case: &Case) -> Vec<Flag> {
    let judgements = texts(case.inspection).into_iter().filter(|(place, _)| place.is_judgement());
    let flags = judgements.flat_map(|(place, text)| {
        let alone = case.phrases.alone(text);
        alone.into_iter().map(move |(phrase, kind)| Flag::EmptyWords {
            text: place.clone(),
            phrase: phrase.to_owned(),
            kind: kind.to_owned(),
        })
    });
    let mut flags: Vec<Flag> = flags.collect();
    // The same phrase twice in one text is one question.
    flags.dedup();
    flags
}

/// Words that were meant to be replaced, as whole words.
const MARKS: &[&str] = &["todo", "fixme", "xxx", "tbd", "abc", "asdf"];

/// T19, leftovers: `TODO`, `xxx`, a text of dots or dashes only or one that trails off in dots, or the programme's own guidance left unchanged.
pub(super) fn leftovers(case: &Case) -> Vec<Flag> {
    let left = texts(case.inspection).into_iter().filter_map(|(text, words)| {
        let what = leftover(words).map(str::to_owned).or_else(|| {
            let guidance = items_of(case, &text).iter().find_map(|item| guidance(case, item, words));
            guidance.map(str::to_owned)
        })?;
        Some(Flag::Leftover { text, what })
    });
    left.collect()
}

/// What of a text was meant to be replaced.
fn leftover(text: &str) -> Option<&'static str> {
    let text = text.trim();
    if text.chars().all(|c| c.is_whitespace() || c.is_ascii_punctuation() || "…–—".contains(c))
        || text.ends_with('…')
        || text.ends_with("...")
    {
        return Some("…");
    }
    let words: Vec<String> = sentences(text).into_iter().flatten().map(|word| word.folded).collect();
    MARKS.iter().copied().find(|mark| words.iter().any(|word| word == mark))
}

fn items_of(case: &Case, text: &TextPlace) -> Vec<ItemId> {
    text.place().items(case.inspection)
}

/// The guidance of an item that a text repeats, apart from spacing and capitals.
fn guidance<'a>(case: &'a Case, item: &ItemId, words: &str) -> Option<&'a str> {
    let item: &Item = case.programme.item(item)?;
    let texts = [&item.question, &item.look_at, &item.ask_whom].into_iter().chain(&item.levels);
    let same = |a: &str| folded_line(a) == folded_line(words);
    texts.flat_map(|text| [text.vi.as_str(), text.en.as_str()]).find(|guidance| !guidance.is_empty() && same(guidance))
}

fn folded_line(text: &str) -> Vec<String> {
    text.split_whitespace().map(|word| folded(word.trim_matches(|c: char| c.is_ascii_punctuation()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::lang::Bilingual;

    fn book(phrases: &[&str]) -> PhraseBook {
        let text = |text: &str| Bilingual { vi: text.into(), en: text.into() };
        let phrases = phrases.iter().map(|phrase| (*phrase).to_owned()).collect();
        PhraseBook::of(&[EmptyPhrases { id: "k".into(), name: text("Loại"), ask: text("Bao nhiêu?"), phrases }])
    }

    fn found(phrases: &[&str], text: &str) -> Vec<String> {
        book(phrases).alone(text).into_iter().map(|(phrase, _)| phrase.to_owned()).collect()
    }

    #[test]
    fn a_phrase_is_found_whatever_its_capitals_commas_tone_places_and_decomposition() {
        let phrases = ["từng lúc, từng nơi", "cả hoà"];
        assert_eq!(found(&phrases, "TỪNG LÚC từng nơi còn yếu"), ["từng lúc, từng nơi"]);
        assert_eq!(found(&phrases, "cả hòa"), ["cả hoà"]);
        assert_eq!(found(&phrases, "ca\u{309} hoa\u{300}"), ["cả hoà"]);
    }

    #[test]
    fn only_whole_words_count_and_the_longest_phrase_speaks() {
        let phrases = ["tăng cường", "chưa cao", "chưa", "nhiều nơi"];
        assert_eq!(found(&phrases, "Việc này chưa cao lắm"), ["chưa cao"]);
        assert!(found(&["cao"], "caocao").is_empty());
        assert!(found(&phrases, "tăng cườngg").is_empty());
    }

    #[test]
    fn a_hold_in_the_sentence_or_the_next_one_is_enough_and_one_before_is_not() {
        let phrases = ["nhìn chung"];
        assert_eq!(found(&phrases, "Nhìn chung khá tốt."), ["nhìn chung"]);
        assert!(found(&phrases, "Nhìn chung khá: 15/17 vụ xong.").is_empty());
        assert!(found(&phrases, "Nhìn chung khá. Ấp Kinh 4A có 3 hộ làm.").is_empty());
        assert_eq!(found(&phrases, "Ấp Kinh 4A có 3 hộ làm. Nhìn chung khá."), ["nhìn chung"]);
        assert_eq!(found(&phrases, "Nhìn chung khá. Nói vậy thôi. Ấp Kinh 4A có 3 hộ."), ["nhìn chung"]);
    }

    #[test]
    fn what_stands_in_quotation_marks_is_somebody_elses() {
        let phrases = ["đẩy mạnh"];
        assert!(found(&phrases, "Báo cáo chỉ viết “đẩy mạnh” mà thôi").is_empty());
        assert!(found(&phrases, "Báo cáo chỉ viết \"đẩy mạnh\" mà thôi").is_empty());
        assert_eq!(found(&phrases, "\"Được\" rồi đẩy mạnh thêm"), ["đẩy mạnh"]);
    }

    #[test]
    fn leftovers_are_told_from_sentences_that_only_hold_such_letters() {
        for text in ["TODO: hỏi lại", "xxx", "…", "...", " – ", "Đang viết…"] {
            assert!(leftover(text).is_some(), "{text}");
        }
        for text in ["Sổ ghi đủ, có chữ ký", "Bà Tư nói: \"thôi… kệ\", rồi đi", "xxxx không phải"]
        {
            assert_eq!(leftover(text), None, "{text}");
        }
    }
}
