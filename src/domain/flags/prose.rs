//! Copied prose (T05): which texts of many are nearly the same.
//!
//! Two texts are compared by their sets of character 5-shingles after NFC, lower case, digits as `#` and unit names as `U`, with
//! Jaccard's coefficient. All pairs of a round are too many to look at, so candidates come from an index of the rarest shingles of
//! each text. Sets of likeness `t` or more share at least `⌈t·|x|⌉` members, so at least `k` of the first `|x| − ⌈t·|x|⌉ + k` of each
//! in one order – the rarest first – are shared too (prefix filter: Bayardo, Ma, Srikant, “Scaling up all pairs similarity search”,
//! 2007; Xiao, Wang, Lin, Yu, “Efficient similarity joins for near duplicate detection”, 2008; with `k` above 1: Wang, Li, Feng, “Can
//! we beat the prefix filtering?”, 2012). Of a round most texts share one rare shingle with thousands of others, hardly any shares
//! several. What is left is compared, and given up as soon as too much is missing. The result is exactly that of comparing all pairs.

use crate::domain::share::Share;
use std::{
    cmp::Ordering,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};
use unicode_normalization::UnicodeNormalization;

/// Letters of a shingle.
const SHINGLE: usize = 5;

/// How many of their rarest shingles two texts must share to be compared (`k`). More leave fewer pairs, but ask for more common
/// shingles, which stand in more texts: measured over 20,000 texts of random syllables and over as many of stock phrases, 8 is cheap for
/// both.
const RARE: u8 = 8;

/// Texts that are taken in, a few at a time: taking them apart is most of the work.
#[derive(Debug)]
pub struct Texts {
    letters: usize,
    alike: Alike,
    hashed: Vec<Vec<u64>>,
    /// How many texts have each shingle.
    counts: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
}

impl Texts {
    /// No text yet. One of fewer than `letters` letters is never compared; `least` is the likeness from which two texts count as copies;
    /// texts that share nothing never do.
    #[must_use]
    pub fn new(letters: u32, least: Share) -> Self {
        let alike = Alike { least: usize::from(least.bp()) };
        Self { letters: letters as usize, alike, hashed: Vec::new(), counts: HashMap::default() }
    }

    /// Takes in a text that [`masked`] made.
    pub fn add(&mut self, text: &str) {
        let shingles = shingles(text, self.letters);
        for shingle in &shingles {
            *self.counts.entry(*shingle).or_default() += 1;
        }
        self.hashed.push(shingles);
    }

    /// Makes them ready to be compared.
    #[must_use]
    pub fn ready(self) -> Prose {
        let Self { alike, hashed, mut counts, .. } = self;
        let mut by_rarity: Vec<(u32, u64)> = counts.iter().map(|(shingle, count)| (*count, *shingle)).collect();
        by_rarity.sort_unstable();
        for (rank, (_, shingle)) in (0..).zip(&by_rarity) {
            counts.insert(*shingle, rank);
        }
        let ranks = |set: Vec<u64>| {
            let mut set: Vec<u32> = set.into_iter().filter_map(|shingle| counts.get(&shingle).copied()).collect();
            set.sort_unstable();
            set
        };
        let sets: Vec<Vec<u32>> = hashed.into_iter().map(ranks).collect();
        let mut by_rare = vec![Vec::new(); by_rarity.len()];
        for (text, set) in (0..).zip(&sets) {
            for rank in alike.rarest(set) {
                by_rare[*rank as usize].push(text);
            }
        }
        Prose { sets, by_rare, alike }
    }
}

/// Many texts, ready to be compared.
#[derive(Debug)]
pub struct Prose {
    /// Sets of shingles as ranks, the rarest first.
    sets: Vec<Vec<u32>>,
    /// By rank, the texts that have it among their rarest shingles.
    by_rare: Vec<Vec<u32>>,
    alike: Alike,
}

impl Prose {
    /// Takes in texts that [`masked`] made, all at once; as [`Texts::new`].
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, letters: u32, least: Share) -> Self {
        let mut all = Texts::new(letters, least);
        texts.into_iter().for_each(|text| all.add(text));
        all.ready()
    }

    /// The texts that are copies of text number `of`, itself apart, with their likeness; in the order of their numbers.
    #[must_use]
    pub fn copies(&self, of: usize) -> Vec<(usize, Share)> {
        let Some(set) = self.sets.get(of) else { return Vec::new() };
        let enough = self.alike.rare_in_common(set.len());
        let mut in_common = vec![0_u8; self.sets.len()];
        let mut candidates = Vec::new();
        for rank in self.alike.rarest(set) {
            for other in &self.by_rare[*rank as usize] {
                let common = &mut in_common[*other as usize];
                *common = common.saturating_add(1);
                if *common == enough {
                    candidates.push(*other as usize);
                }
            }
        }
        candidates.sort_unstable();
        let others = candidates.into_iter().filter(|other| *other != of);
        others.filter_map(|other| Some((other, self.alike.likeness(set, &self.sets[other])?))).collect()
    }
}

/// When two sets count as alike: `|a ∩ b| / |a ∪ b|` is `least` or more, in basis points. Exact; only what is shown is rounded.
#[derive(Debug, Clone, Copy)]
struct Alike {
    least: usize,
}

impl Alike {
    const WHOLE: usize = Share::WHOLE.bp() as usize;

    /// How many members a set of `len` shares at least with any that is like it, which therefore has no fewer.
    fn shared(self, len: usize) -> usize {
        (len * self.least).div_ceil(Self::WHOLE).max(1)
    }

    /// The rarest members of a set, as many as must be looked at to miss no copy.
    fn rarest(self, set: &[u32]) -> &[u32] {
        let shared = self.shared(set.len());
        &set[..(set.len() + shared.min(RARE.into())).saturating_sub(shared)]
    }

    /// How many of their rarest members a set of `len` and any like it share at least. The other may be the shorter one, and then has
    /// fewer to share.
    fn rare_in_common(self, len: usize) -> u8 {
        u8::try_from(self.shared(self.shared(len))).unwrap_or(RARE).min(RARE)
    }

    /// The likeness of two sorted sets, when they are alike. Most are not, and are given up as soon as one lacks too much of the other.
    fn likeness(self, a: &[u32], b: &[u32]) -> Option<Share> {
        let together = a.len() + b.len();
        // |a ∩ b| / (|a| + |b| − |a ∩ b|) ≥ t, solved for |a ∩ b|.
        let must_share = (self.least * together).div_ceil(Self::WHOLE + self.least);
        let (mut may_lack_a, mut may_lack_b) = (a.len().checked_sub(must_share)?, b.len().checked_sub(must_share)?);
        let (mut at_a, mut at_b, mut both) = (0, 0, 0);
        while let (Some(in_a), Some(in_b)) = (a.get(at_a), b.get(at_b)) {
            match in_a.cmp(in_b) {
                Ordering::Equal => (at_a, at_b, both) = (at_a + 1, at_b + 1, both + 1),
                Ordering::Less => (at_a, may_lack_a) = (at_a + 1, may_lack_a.checked_sub(1)?),
                Ordering::Greater => (at_b, may_lack_b) = (at_b + 1, may_lack_b.checked_sub(1)?),
            }
        }
        Share::of(both, together as u64 - both).filter(|_| both >= must_share.max(1) as u64)
    }
}

/// A text as it is compared: NFC, lower case, blanks as one, digits as `#`, each of `names` as `U`.
#[must_use]
pub fn masked(text: &str, names: &[String]) -> String {
    let plain = |text: &str| {
        let lower: String = text.chars().flat_map(char::to_lowercase).nfc().collect();
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut text = plain(text);
    for name in names {
        let name = plain(name);
        if !name.is_empty() {
            text = text.replace(&name, "U");
        }
    }
    text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect()
}

/// The set of shingles of a text, hashed; empty when it is too short.
fn shingles(text: &str, letters: usize) -> Vec<u64> {
    let characters: Vec<char> = text.chars().collect();
    if characters.len() < letters.max(SHINGLE) {
        return Vec::new();
    }
    let mut set: Vec<u64> = characters.windows(SHINGLE).map(hash).collect();
    set.sort_unstable();
    set.dedup();
    set
}

/// A good hash of five characters: multiply and shift (splitmix64), so that it can be used as it is.
fn hash(letters: &[char]) -> u64 {
    letters.iter().fold(0x9e37_79b9_7f4a_7c15, |sum, letter| {
        let mixed = (sum ^ u64::from(u32::from(*letter))).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed ^ (mixed >> 29)
    })
}

/// Passes a number on that is a hash already.
#[derive(Debug, Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }
    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};
    use std::collections::HashSet;

    const TEXT: &str =
        "Mô hình tổ hòa giải ấp chạy đều, sổ ghi đủ từng vụ, người dân xác nhận có đến tận nhà khuyên giải.";

    fn copies(texts: &[&str], of: usize, names: &[&str]) -> Vec<(usize, u16)> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let masked: Vec<String> = texts.iter().map(|text| masked(text, &names)).collect();
        let prose = Prose::of(masked.iter().map(String::as_str), 60, Share::from_bp(8000));
        prose.copies(of).into_iter().map(|(other, share)| (other, share.bp())).collect()
    }

    #[test]
    fn another_unit_another_number_and_decomposition_make_no_other_text() {
        let a = "Huyện ủy Tân Hiệp có 12 mô hình, đoàn đến 3 nơi, người dân nói rõ việc đã làm trong năm 2023.";
        let b: String = "Huyện ủy Gò Quao có 47 mô hình, đoàn đến 9 nơi, người dân nói rõ việc đã làm trong năm 2022."
            .nfd()
            .collect();
        assert_eq!(copies(&[a, &b], 0, &["Huyện ủy Tân Hiệp", "Huyện ủy Gò Quao"]), [(1, 10_000)]);
    }

    #[test]
    fn both_sides_of_the_line_and_texts_that_are_too_short() {
        let changed = TEXT.replace("khuyên giải", "khuyên bảo");
        assert_eq!(copies(&[TEXT, &changed], 0, &[]).len(), 1, "a word changed");
        let other =
            TEXT.replace("người dân xác nhận có đến tận nhà khuyên giải", "chưa ai ở ấp nghe nói tới tổ này bao giờ");
        assert_eq!(copies(&[TEXT, &other], 0, &[]), [], "another finding about the same thing");
        assert_eq!(copies(&["Không có.", "Không có."], 0, &[]), [], "too short to be anybody's prose");
    }

    /// Comparing every pair, by sets of letters as they are.
    fn every_pair(texts: &[String], letters: usize, least: u64) -> Vec<Vec<(usize, Share)>> {
        let set = |text: &String| {
            let all: Vec<char> = text.chars().collect();
            let long = all.len() >= letters;
            all.windows(5).filter(|_| long).map(|five| five.iter().collect::<String>()).collect::<HashSet<_>>()
        };
        let sets: Vec<HashSet<String>> = texts.iter().map(set).collect();
        let copies = |of: usize| {
            let like = |other: usize| {
                let both = sets[of].intersection(&sets[other]).count() as u64;
                let either = sets[of].union(&sets[other]).count() as u64;
                let alike = other != of && both > 0 && both * 10_000 >= least * either;
                Some((other, Share::of(both, either)?)).filter(|_| alike)
            };
            (0..sets.len()).filter_map(like).collect()
        };
        (0..sets.len()).map(copies).collect()
    }

    #[test]
    fn the_index_finds_exactly_what_comparing_every_pair_finds() {
        let texts: Vec<String> = (0..200)
            .map(|n: usize| {
                let word = |k: usize| ["tổ", "hộ", "sổ", "vụ", "ấp", "dân", "nhà", "giải"][(n * k + n / 7 + k) % 8];
                let tail: Vec<&str> = (1..30).map(|k| word(k * (1 + n % 3))).collect();
                masked(&format!("{TEXT} {}", tail.join(" ")), &[])
            })
            .collect();
        let prose = Prose::of(texts.iter().map(String::as_str), 60, Share::from_bp(8000));
        let every = every_pair(&texts, 60, 8000);
        assert!(every.iter().any(|copies| !copies.is_empty()), "the sample has copies");
        for (text, copies) in every.into_iter().enumerate() {
            assert_eq!(prose.copies(text), copies);
        }
    }

    proptest! {
        /// Few letters and words, so that likeness of every degree comes up, from sets of one shingle to those of forty.
        #[test]
        fn whatever_the_texts_and_the_line_the_index_misses_none_and_adds_none(
            texts in vec(vec(prop::sample::select(vec!["ấp", "tổ ", "hộ dân", "a", "đẩy mạnh ", "#"]), 0..12), 1..24),
            line in 0_u16..=10_000,
            letters in 0_u32..20,
        ) {
            let texts: Vec<String> = texts.into_iter().map(|words| words.concat()).collect();
            let prose = Prose::of(texts.iter().map(String::as_str), letters, Share::from_bp(line));
            for (text, copies) in every_pair(&texts, letters as usize, line.into()).into_iter().enumerate() {
                prop_assert_eq!(prose.copies(text), copies);
            }
        }
    }
}
