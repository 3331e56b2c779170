//! Texts in which every typed word is sought by itself, because a thing has several of them and one word may stand here, another there. A
//! word that was sought already is not sought again, and a letter more looks only at what the letters before it left.

use super::rank::{Look, Words};

/// What each typed word finds among texts that stay the same; how many texts were looked at for it.
#[derive(Debug, Default)]
pub struct Sought {
    words: Vec<Word>,
    looks: u64,
}

/// What a word finds.
#[derive(Debug)]
struct Word {
    typed: String,
    folded: String,
    /// By the place of the text how well the word fits it; zero where it does not.
    fits: Vec<u32>,
    /// The texts that the word, or one that begins with it, may fit.
    may: Vec<u32>,
}

impl Sought {
    /// Seeks each of `words` in the texts: their number, and of each the text folded and in small letters. The texts must be those of the
    /// last search.
    pub fn find<'a>(&mut self, words: &mut Words, texts: usize, text: impl Fn(usize) -> (&'a str, &'a str)) {
        let wanted: Vec<(String, String)> =
            words.typed().map(|(typed, folded)| (typed.to_owned(), folded.to_owned())).collect();
        let mut found = Vec::with_capacity(wanted.len());
        for (at, (typed, folded)) in wanted.into_iter().enumerate() {
            if let Some(known) = self.words.iter().position(|word| word.typed == typed) {
                found.push(self.words.swap_remove(known));
                continue;
            }
            let shorter = self.words.iter().chain(&found).filter(|word| folded.starts_with(&word.folded));
            let may = shorter.map(|word| word.may.clone()).min_by_key(Vec::len);
            let may = may.unwrap_or_else(|| (0..u32::try_from(texts).unwrap_or(u32::MAX)).collect());
            self.looks += may.len() as u64;
            let mut word = Word { typed, folded, fits: vec![0; texts], may };
            word.may.retain(|place| {
                let place = *place as usize;
                let (folded, said) = text(place);
                let look = words.look_for(at, folded, said);
                if let (Look::Fits(fit), Some(known)) = (look, word.fits.get_mut(place)) {
                    *known = fit;
                }
                look != Look::Never
            });
            found.push(word);
        }
        self.words = found;
    }

    /// How well each of the words fits the text at a place, in the order they were typed; zero for one that does not.
    pub fn fits(&self, place: usize) -> impl Iterator<Item = u32> {
        self.words.iter().map(move |word| word.fits.get(place).copied().unwrap_or(0))
    }

    /// How many texts were looked at so far, over all searches: what a key costs.
    #[must_use]
    pub const fn looks(&self) -> u64 {
        self.looks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{fold::fold, rank::said};
    use proptest::prelude::*;

    const TEXTS: [&str; 6] = [
        "Huyện ủy Tân Hiệp 904-DU",
        "UBND huyện Tân Hiệp",
        "Đảng ủy xã Thạnh Đông A",
        "Hội LHPN tỉnh, ấp Kinh 4A, \"đẩy mạnh\"",
        "Hòi Tân",
        "Nguyễn Thị Ẵm",
    ];

    fn ready() -> Vec<(String, String)> {
        TEXTS.iter().map(|text| (fold(text), said(text))).collect()
    }

    fn find(sought: &mut Sought, typed: &str) -> Vec<Vec<u32>> {
        let texts = ready();
        let text = |at: usize| (texts[at].0.as_str(), texts[at].1.as_str());
        sought.find(&mut Words::new(typed), texts.len(), text);
        (0..texts.len()).map(|at| sought.fits(at).collect()).collect()
    }

    #[test]
    fn a_letter_more_looks_only_at_what_is_left_and_a_word_more_only_for_itself() {
        let mut sought = Sought::default();
        let mut cost = |typed| {
            let before = sought.looks();
            find(&mut sought, typed);
            sought.looks() - before
        };
        assert_eq!(cost("n"), 6);
        assert_eq!(cost("ng"), 6, "every text has an n");
        assert!(cost("ngu") < 6);
        assert_eq!(cost("ngu "), 0, "nothing new was typed");
        assert_eq!(cost("ngu h"), 6, "the first word is known");
    }

    proptest! {
        #[test]
        fn what_was_kept_says_what_seeking_afresh_says(typed in "[a-gnhtyđòệ ]{1,9}", erased in 0_usize..4) {
            let mut sought = Sought::default();
            let letters: Vec<char> = typed.chars().collect();
            let ways = (0..=letters.len()).chain([letters.len() - erased.min(letters.len()), letters.len()]);
            for end in ways {
                let words: String = letters[..end].iter().collect();
                let texts = ready();
                let mut fresh = Words::new(&words);
                let expected: Vec<Vec<u32>> = texts
                    .iter()
                    .map(|(folded, said)| fresh.fits(folded, said).into_iter().map(Option::unwrap_or_default).collect())
                    .collect();
                prop_assert_eq!(find(&mut sought, &words), expected, "{}", words);
            }
        }
    }
}
