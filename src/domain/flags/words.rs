//! A text as sentences and words, for rules that read prose. Vietnamese as it is written: a word between blanks is a syllable, tone
//! marks may stand on either vowel (`hoà`, `hòa`), and names are capitalised syllable by syllable.

use std::{collections::HashSet, sync::LazyLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One word of a sentence.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// In lower case, NFD, its tone mark at the end: what words are compared by.
    pub(super) folded: String,
    /// Whether it begins with a capital and goes on in small letters: `UBND` and shouting name nobody.
    pub(super) capital: bool,
    /// Whether it holds a digit.
    pub(super) digit: bool,
    /// Whether it stands inside quotation marks.
    pub(super) quoted: bool,
}

impl Word {
    fn new(word: &str, quoted: bool) -> Self {
        let mut letters = word.chars().filter(|c| !is_combining_mark(*c));
        let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none_or(char::is_lowercase);
        let digit = word.chars().any(|c| c.is_ascii_digit());
        Self { folded: folded(word), capital, digit, quoted }
    }
}

/// The sentences of a text, each as its words; sentences without words are left out. A full stop ends a sentence only before a blank
/// or the end, so that `3.5`, `70-CV/TU` and `1.200` stay whole; a new line ends one always.
pub(super) fn sentences(text: &str) -> Vec<Vec<Word>> {
    let mut sentences = Vec::new();
    let mut sentence = Vec::new();
    let mut word = String::new();
    let (mut quoted, mut letters) = (false, text.chars().peekable());
    while let Some(letter) = letters.next() {
        if letter.is_alphanumeric() || is_combining_mark(letter) || (!word.is_empty() && "-/".contains(letter)) {
            word.push(letter);
            continue;
        }
        let next = letters.peek().copied();
        let inside = !word.is_empty() && next.is_some_and(char::is_alphanumeric);
        if inside && word.ends_with(|c: char| c.is_ascii_digit()) && ".,%".contains(letter) {
            word.push(letter);
            continue;
        }
        if !word.is_empty() {
            sentence.push(Word::new(&word, quoted));
            word.clear();
        }
        quoted = match letter {
            '“' | '«' => true,
            '”' | '»' => false,
            '"' => !quoted,
            _ => quoted,
        };
        let ends = letter == '\n' || ("!?….".contains(letter) && next.is_none_or(char::is_whitespace));
        if ends && !sentence.is_empty() {
            // A quotation that is never closed must not hide the rest of the text.
            quoted = quoted && letter != '\n';
            sentences.push(std::mem::take(&mut sentence));
        }
    }
    if !word.is_empty() {
        sentence.push(Word::new(&word, quoted));
    }
    if !sentence.is_empty() {
        sentences.push(sentence);
    }
    sentences
}

/// A word as it is compared: NFD, lower case, its tone mark last, so that `hoà` and `hòa`, `uỷ` and `ủy` are one.
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len() + 4);
    let mut tone = None;
    for part in word.chars().flat_map(char::to_lowercase).nfd() {
        match part {
            // Grave, acute, tilde, hook above, dot below.
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tone = Some(part),
            part => folded.push(part),
        }
    }
    folded.extend(tone);
    folded
}

/// Words as they are compared, folded once.
fn all_folded(words: &[&str]) -> HashSet<String> {
    words.iter().map(|word| folded(word)).collect()
}

/// Words of counting that need no noun to be a number.
static NUMBERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    all_folded(&["hai", "bốn", "sáu", "bảy", "tám", "chín", "mười", "chục", "trăm", "nghìn", "ngàn", "triệu"])
});

/// Words of counting that mean other things too (`năm` is a year, `ba` a father), and what they count.
static NUMBERS_BEFORE: LazyLock<HashSet<String>> = LazyLock::new(|| all_folded(&["một", "ba", "năm"]));
static COUNTED: LazyLock<HashSet<String>> = LazyLock::new(|| {
    all_folded(&[
        "hộ", "người", "ấp", "xã", "mô", "lần", "cuộc", "tháng", "ngày", "nơi", "bà", "ông", "em", "vụ", "đơn", "tổ",
        "chi", "cán", "phần",
    ])
});

/// Words before which a capitalised one names a place or a person: `ấp Sáu`, `bà Tư`.
static TITLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    all_folded(&[
        "ấp",
        "xã",
        "huyện",
        "tỉnh",
        "thị",
        "trấn",
        "phường",
        "khóm",
        "phố",
        "ông",
        "bà",
        "anh",
        "chị",
        "cô",
        "chú",
        "bác",
        "em",
        "sư",
        "linh",
        "mục",
        "chùa",
        "kênh",
        "kinh",
        "đồng",
        "chí",
        "trưởng",
        "tổ",
    ])
});

/// Words that begin the name of an institution: two capitals in a row are then no name of a place or person.
static INSTITUTIONS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    all_folded(&[
        "ban", "hội", "đảng", "đoàn", "ủy", "mặt", "bộ", "sở", "nhà", "liên", "tỉnh", "huyện", "thành", "xã", "trung",
        "việt", "hồ", "chỉ", "nghị", "kết", "chương", "kế", "dân",
    ])
});

/// Whether a sentence holds something to hold on to: a number, a day, the number of a document, a place or a person.
pub(super) fn has_hold(sentence: &[Word]) -> bool {
    let is = |word: &Word, list: &HashSet<String>| list.contains(&word.folded);
    let follows = |at: usize| sentence.get(at + 1);
    sentence.iter().enumerate().any(|(at, word)| {
        word.digit
            || is(word, &NUMBERS)
            || (is(word, &NUMBERS_BEFORE) && follows(at).is_some_and(|next| is(next, &COUNTED)))
            || (is(word, &TITLES) && follows(at).is_some_and(|next| next.capital))
            || (word.capital && !is(word, &INSTITUTIONS) && follows(at).is_some_and(|next| next.capital))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(text: &str) -> bool {
        sentences(text).iter().any(|sentence| has_hold(sentence))
    }

    #[test]
    fn a_number_a_day_a_document_a_place_and_a_person_are_something_to_hold_on_to() {
        for text in [
            "Có 15/17 vụ xong thật.",
            "Từ tháng ba hộ ấy đã thoát nghèo", // "ba hộ"
            "Theo Công văn 70-CV/TU.",
            "Hai hộ chưa vào tổ.",
            "Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"",
            "Người dân ấp Sáu nói vậy.",
            "Bà Tư nuôi heo.",
            "Ở Gò Quao thì khác.",
            "Ban Dân vận Huyện ủy Giồng Riềng nhận phụ trách.",
        ] {
            assert!(holds(text), "{text}");
        }
    }

    #[test]
    fn institutions_years_and_beginnings_of_sentences_are_nothing_to_hold_on_to() {
        for text in [
            "Đảng bộ quan tâm.",
            "Ban Dân vận tham mưu kịp thời.",
            "Mặt trận Tổ quốc phối hợp tốt.",
            "Trong năm qua đã cố gắng.",
            "Một số nơi còn chậm.",
            "Nhìn chung phong trào khá.",
        ] {
            assert!(!holds(text), "{text}");
        }
    }

    #[test]
    fn the_place_of_a_tone_mark_and_decomposition_do_not_matter() {
        assert_eq!(folded("hoà"), folded("Hòa"));
        assert_eq!(folded("uỷ"), folded("ủy"));
        assert_eq!(folded("ca\u{302}\u{301}p"), folded("cấp"));
        assert_ne!(folded("hòa"), folded("hóa"));
        assert_ne!(folded("đơn"), folded("don"));
    }

    #[test]
    fn numbers_keep_their_points_and_sentences_end_at_theirs() {
        let read = sentences("Đạt 3.5 điểm, chi 1.200 đồng. Xong chưa? “Chưa.” Thôi");
        let words: Vec<Vec<&str>> =
            read.iter().map(|sentence| sentence.iter().map(|word| word.folded.as_str()).collect()).collect();
        assert_eq!(words.len(), 3, "{words:?}");
        assert_eq!(words[0][1], "3.5");
        assert_eq!(words[0][4], "1.200");
    }
}
