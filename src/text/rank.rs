//! Ranked search: how well typed words fit a text, however they were typed – without tone marks, in any order, first letters alone, a
//! letter left out. What is searched, and what is shown of it, is the list's matter; what a letter folds to is `fold`'s.

use super::{fold, nfc};
use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{Atom, AtomKind, CaseMatching, Normalization},
};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// What the matcher gives for each letter that fits, before what it adds and takes away for its place.
const LETTER: u32 = 16;

/// A typed word.
#[derive(Debug)]
struct Wanted {
    folded: String,
    /// As it was typed, where it has marks: texts that have them too fit better.
    marked: Option<String>,
    atom: Atom,
}

/// A text as searches go through it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Findable {
    /// Folded.
    pub folded: Box<str>,
    /// In small letters with its marks.
    pub said: Box<str>,
}

impl Findable {
    /// A text made ready.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self { folded: fold(text).into(), said: said(text).into() }
    }
}

/// What comes of looking at a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A letter typed is not there, or stands before those typed earlier: however the words go on, they will not fit.
    Never,
    /// All letters are there, too far apart; with more of them the words may fit.
    NotYet,
    /// The words fit so well.
    Fits(u32),
}

/// Typed words, ready to be compared with many texts.
#[derive(Debug)]
pub struct Words {
    wanted: Vec<Wanted>,
    /// Made for the first word: every frame asks for what is typed, and mostly nothing is.
    matcher: Option<Matcher>,
    letters: Vec<char>,
}

impl Words {
    /// The words of what was typed; blanks part them, no character means anything but itself.
    #[must_use]
    pub fn new(typed: &str) -> Self {
        let typed = said(typed);
        let word = |word: &str| {
            let folded = fold(word);
            let atom = Atom::new(&folded, CaseMatching::Respect, Normalization::Never, AtomKind::Fuzzy, false);
            Wanted { marked: (folded != word).then(|| word.to_owned()), folded, atom }
        };
        Self {
            wanted: typed.split_whitespace().map(word).filter(|word| !word.folded.is_empty()).collect(),
            matcher: None,
            letters: Vec::new(),
        }
    }

    /// Whether nothing was typed: every text fits then, each as well as the other.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty()
    }

    /// How well the words fit a text that is folded already ([`super::fold()`]); nothing when one of them does not. Only the order of
    /// these figures means something, and only for the same words.
    ///
    /// Letters of a word may stand apart in the text (`ubth` finds *UBND huyện Tân Hiệp*), but what they gain by beginning words or
    /// standing together must make up for the gaps: letters found here and there within words find nothing.
    #[must_use]
    pub fn fit(&mut self, folded: &str) -> Option<u32> {
        self.fits(folded, "").into_iter().sum()
    }

    /// The same for each word alone, in the order they were typed. `words` is the text in small letters with its marks ([`said`]): where
    /// marks were typed, what has the same ones fits better.
    #[must_use]
    pub fn fits(&mut self, folded: &str, words: &str) -> Vec<Option<u32>> {
        let fit = |look| if let Look::Fits(fit) = look { Some(fit) } else { None };
        self.each(folded, words).map(fit).collect()
    }

    /// All words at once, and whether they could fit yet.
    #[must_use]
    pub fn look(&mut self, text: &Findable) -> Look {
        let mut sum = Look::Fits(0);
        for look in self.each(&text.folded, &text.said) {
            sum = match (sum, look) {
                (_, Look::Never) => return Look::Never,
                (Look::Fits(sum), Look::Fits(fit)) => Look::Fits(sum.saturating_add(fit)),
                _ => Look::NotYet,
            };
        }
        sum
    }

    /// One of the words – counted from the first – in a text as [`Self::fits`] takes it, and whether it could fit yet.
    #[must_use]
    pub fn look_for(&mut self, word: usize, folded: &str, words: &str) -> Look {
        let text = Utf32Str::new(folded, &mut self.letters);
        let matcher = self.matcher.get_or_insert_with(matcher);
        self.wanted.get(word).map_or(Look::Never, |wanted| wanted.look(text, folded, words, matcher))
    }

    /// Whether one of them was typed with marks: only then the marks of a text mean anything.
    #[must_use]
    pub fn have_marks(&self) -> bool {
        self.wanted.iter().any(|wanted| wanted.marked.is_some())
    }

    /// The words as they were typed, in small letters, each beside what it folds to.
    pub fn typed(&self) -> impl Iterator<Item = (&str, &str)> {
        self.wanted.iter().map(|wanted| (wanted.marked.as_deref().unwrap_or(&wanted.folded), wanted.folded.as_str()))
    }

    /// The words, folded, in the order they were typed.
    pub fn folded(&self) -> impl Iterator<Item = &str> {
        self.wanted.iter().map(|wanted| wanted.folded.as_str())
    }

    /// Which bytes of a shown text the words fit, from left to right, whole letters with their marks; of a word that stands there whole,
    /// that place alone. A word that is not in it marks nothing.
    #[must_use]
    pub fn places(&mut self, shown: &str) -> Vec<Range<usize>> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut folded = Vec::new();
        let mut letters: Vec<Range<usize>> = Vec::new();
        for (at, letter) in shown.grapheme_indices(true) {
            for c in fold(letter).chars() {
                folded.push(c);
                letters.push(at..at + letter.len());
            }
        }
        let mut at: Vec<usize> = Vec::new();
        for wanted in &self.wanted {
            at.extend(wanted.letters(&folded, self.matcher.get_or_insert_with(matcher)));
        }
        at.sort_unstable();
        let mut places: Vec<Range<usize>> = Vec::new();
        for letter in at.into_iter().filter_map(|at| letters.get(at)) {
            match places.last_mut() {
                Some(last) if last.end >= letter.start => last.end = last.end.max(letter.end),
                _ => places.push(letter.clone()),
            }
        }
        places
    }

    /// What comes of each word, in the order they were typed.
    fn each<'a>(&'a mut self, folded: &'a str, words: &'a str) -> impl Iterator<Item = Look> + 'a {
        let text = Utf32Str::new(folded, &mut self.letters);
        let matcher = self.matcher.get_or_insert_with(matcher);
        self.wanted.iter().map(move |wanted| wanted.look(text, folded, words, matcher))
    }
}

fn matcher() -> Matcher {
    Matcher::new(Config::DEFAULT)
}

impl Wanted {
    /// What it must reach to fit.
    fn least(&self) -> u32 {
        LETTER * u32::try_from(self.folded.chars().count()).unwrap_or(u32::MAX / LETTER)
    }

    fn look(&self, text: Utf32Str, folded: &str, words: &str, matcher: &mut Matcher) -> Look {
        let least = self.least();
        let Some(score) = self.atom.score(text, matcher) else { return Look::Never };
        let score = u32::from(score);
        // In a very long text the matcher takes the first letters it meets; a word that stands there whole is found all the same.
        let score = if score < least && folded.contains(self.folded.as_str()) { least } else { score };
        let alike = self.marked.as_ref().is_some_and(|marked| words.contains(marked.as_str()));
        if score < least {
            return Look::NotYet;
        }
        Look::Fits(score.saturating_add(if alike { least } else { 0 }))
    }

    /// The places of its letters in a folded text; none where it does not fit.
    fn letters(&self, folded: &[char], matcher: &mut Matcher) -> Vec<usize> {
        let own: Vec<char> = self.folded.chars().collect();
        if let Some(whole) = folded.windows(own.len().max(1)).position(|window| *window == *own) {
            return (whole..whole + own.len()).collect();
        }
        let mut at = Vec::new();
        match self.atom.indices(Utf32Str::Unicode(folded), matcher, &mut at) {
            Some(score) if u32::from(score) >= self.least() => at.into_iter().map(|at| at as usize).collect(),
            _ => Vec::new(),
        }
    }
}

/// A text as typed words with marks are compared with it: small letters, NFC.
#[must_use]
pub fn said(text: &str) -> String {
    nfc(&text.to_lowercase()).into_owned()
}

/// Those of `rows` whose text fits what was typed, the best first; equals keep their order. All of them as they stand when nothing
/// was typed.
pub fn ranked<'a, T>(typed: &str, rows: impl IntoIterator<Item = (T, &'a Findable)>) -> Vec<T> {
    let mut words = Words::new(typed);
    let fitting = rows.into_iter().filter_map(|(row, text)| match words.look(text) {
        Look::Fits(fit) => Some((fit, row)),
        Look::Never | Look::NotYet => None,
    });
    let mut fitting: Vec<(u32, T)> = fitting.collect();
    fitting.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    fitting.into_iter().map(|(_, row)| row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNITS: [&str; 6] = [
        "Huyện ủy Tân Hiệp",
        "UBND huyện Tân Hiệp",
        "Đảng ủy xã Thạnh Đông A",
        "Hội LHPN tỉnh, ấp Kinh 4A, \"đẩy mạnh\"",
        "Huyện ủy Gò Quao",
        "Tân Hiệp",
    ];

    fn among<const N: usize>(rows: [&'static str; N], typed: &str) -> Vec<&'static str> {
        let texts = rows.map(Findable::of);
        ranked(typed, rows.into_iter().zip(&texts))
    }

    fn found(typed: &str) -> Vec<&'static str> {
        among(UNITS, typed)
    }

    fn marked(typed: &str, shown: &str) -> Vec<String> {
        Words::new(typed).places(shown).into_iter().map(|place| shown[place].to_owned()).collect()
    }

    #[test]
    fn what_was_found_is_marked_letter_by_letter_with_its_marks() {
        assert_eq!(marked("tan hiep", "UBND huyện Tân Hiệp"), ["Tân", "Hiệp"]);
        assert_eq!(marked("ubth", "UBND huyện Tân Hiệp"), ["UB", "T", "H"]);
        assert_eq!(marked("đẩy", "ấp Kinh 4A, \"đẩy mạnh\" 👩‍👩‍👧"), ["đẩy"]);
        assert_eq!(marked("go", "Huyện ủy Tân Hiệp"), [""; 0]);
        assert_eq!(marked("", "Tân Hiệp"), [""; 0]);
        assert_eq!(marked("tan", "Ta\u{302}n"), ["Ta\u{302}n"]);
    }

    #[test]
    fn words_are_found_without_marks_with_them_and_in_any_order() {
        for typed in ["go quao", "Gò Quao", "quao go", "GO QUAO", "goquao", "go\u{300} Quao"] {
            assert_eq!(found(typed), ["Huyện ủy Gò Quao"], "{typed}");
        }
        assert_eq!(found("day manh"), ["Hội LHPN tỉnh, ấp Kinh 4A, \"đẩy mạnh\""]);
        assert_eq!(found("đang uy"), ["Đảng ủy xã Thạnh Đông A"]);
    }

    #[test]
    fn first_letters_and_a_letter_left_out_find_too() {
        assert_eq!(found("ubth"), ["UBND huyện Tân Hiệp"]);
        assert_eq!(found("hugq").first(), Some(&"Huyện ủy Gò Quao"));
        assert_eq!(found("huye go"), ["Huyện ủy Gò Quao"]);
        assert_eq!(found("thnh dong"), ["Đảng ủy xã Thạnh Đông A"]);
    }

    #[test]
    fn letters_strewn_within_words_find_nothing() {
        for typed in ["yao", "neaq", "zzz", "tan hiep xx"] {
            assert!(found(typed).is_empty(), "{typed}: {:?}", found(typed));
        }
    }

    #[test]
    fn what_fits_better_stands_before_and_equals_keep_their_order() {
        assert_eq!(found("huyen uy"), ["Huyện ủy Tân Hiệp", "Huyện ủy Gò Quao", "UBND huyện Tân Hiệp"]);
        let rows = ["một cuộc họp", "cuộc", "hộp cuốc"];
        assert_eq!(among(rows, "hop"), ["một cuộc họp", "hộp cuốc"]);
        let rows = ["Bảng thanh hiếp", "Tân Hiệp"];
        assert_eq!(among(rows, "tan hiep").first(), Some(&"Tân Hiệp"));
    }

    #[test]
    fn a_word_that_stands_in_a_text_is_found_however_long_the_text_is() {
        let text = fold(&format!("{} bà T. ở tổ 3", "Các hộ ấp Kinh 4A còn hát, tát ao. ".repeat(4_000)));
        assert!(Words::new("ba t. to 3").fit(&text).is_some());
    }

    #[test]
    fn typed_marks_prefer_what_has_them_and_still_find_the_rest() {
        let rows = ["Hội Cựu chiến binh", "Hòi Tân", "hoi"];
        let mut words = Words::new("hòi");
        let mut fit = |text: &str| words.fits(&fold(text), &said(text)).into_iter().sum::<Option<u32>>();
        let fits = rows.map(&mut fit);
        assert!(fits[1] > fits[0] && fits[1] > fits[2] && fits.iter().all(Option::is_some), "{fits:?}");
    }

    #[test]
    fn nothing_typed_leaves_all_as_they_stand() {
        assert_eq!(found("  "), UNITS);
        assert!(Words::new(" ").is_empty());
    }

    #[test]
    fn no_character_has_a_meaning_of_its_own_and_nothing_panics() {
        for typed in ["!go", "^huyen", "'tan", "tan$", "\\ ", "\0", "👩‍👩‍👧", &"ấ".repeat(5_000)] {
            assert!(found(typed).is_empty(), "{typed:?}: {:?}", found(typed));
        }
        assert_eq!(found("\"day"), ["Hội LHPN tỉnh, ấp Kinh 4A, \"đẩy mạnh\""]);
    }
}
