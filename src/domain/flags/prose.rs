//! Copied prose (T05): which texts of many are nearly the same.
//!
//! Two texts are compared by their sets of character 5-shingles after NFC, lower case, digits as `#` and unit names as `U`, with
//! Jaccard's coefficient. All pairs of a round are too many to look at, so candidates come from an index: with the shingles of each
//! text ordered from the rarest on, two texts can only reach a likeness `t` when they share one of their first
//! `|x| − ⌈t·|x|⌉ + 1` shingles (prefix filtering: Bayardo, Ma, Srikant, "Scaling up all pairs similarity search", 2007; Xiao and
//! others, “Efficient similarity joins for near duplicate detection”, 2008). The result is exact.

use crate::domain::share::Share;
use std::{
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
};
use unicode_normalization::UnicodeNormalization;

/// Letters of a shingle.
const SHINGLE: usize = 5;

/// Many texts, ready to be compared.
#[derive(Debug)]
pub struct Prose {
    /// Sets of shingles as ranks, the rarest first.
    sets: Vec<Vec<u32>>,
    /// Which texts have a rank among their first shingles.
    by_prefix: Vec<Vec<u32>>,
    least: Share,
}

impl Prose {
    /// Takes in texts that [`masked`] made; one of fewer than `letters` letters is never compared. `least` is the likeness from which
    /// two texts count as copies.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = &'a str>, letters: u32, least: Share) -> Self {
        let hashed: Vec<Vec<u64>> = texts.into_iter().map(|text| shingles(text, letters as usize)).collect();
        let mut counts: HashMap<u64, u32, BuildHasherDefault<Hashed>> = HashMap::default();
        hashed.iter().flatten().for_each(|shingle| *counts.entry(*shingle).or_default() += 1);
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
        let mut by_prefix = vec![Vec::new(); by_rarity.len()];
        for (text, set) in (0..).zip(&sets) {
            for rank in &set[..prefix(set.len(), least)] {
                by_prefix[*rank as usize].push(text);
            }
        }
        Self { sets, by_prefix, least }
    }

    /// The texts that are copies of text number `of`, itself apart, with their likeness; in the order of their numbers.
    #[must_use]
    pub fn copies(&self, of: usize) -> Vec<(usize, Share)> {
        let Some(set) = self.sets.get(of).filter(|set| !set.is_empty()) else { return Vec::new() };
        let begin = &set[..prefix(set.len(), self.least)];
        let mut candidates: Vec<u32> =
            begin.iter().flat_map(|rank| self.by_prefix[*rank as usize].iter().copied()).collect();
        candidates.sort_unstable();
        candidates.dedup();
        let likeness = |other: u32| {
            let other = other as usize;
            if other == of {
                return None;
            }
            Some((other, alike(set, &self.sets[other], self.least)?))
        };
        candidates.into_iter().filter_map(likeness).collect()
    }
}

/// How many of the rarest shingles of a set must be looked at to miss no copy.
fn prefix(len: usize, least: Share) -> usize {
    let must_share = (len * usize::from(least.bp())).div_ceil(usize::from(Share::WHOLE.bp()));
    if len == 0 { 0 } else { (len - must_share + 1).min(len) }
}

/// The likeness of two sorted sets, when it is `least` or more. Most candidates are no copies, and are given up as soon as what they
/// lack already is too much.
fn alike(a: &[u32], b: &[u32], least: Share) -> Option<Share> {
    let (t, whole) = (usize::from(least.bp()), usize::from(Share::WHOLE.bp()));
    let must_share = (t * (a.len() + b.len())).div_ceil(whole + t);
    if a.len().min(b.len()) < must_share {
        return None;
    }
    let mut may_lack = a.len() - must_share;
    let mut at = 0;
    for rank in a {
        while b.get(at).is_some_and(|other| other < rank) {
            at += 1;
        }
        if b.get(at) != Some(rank) {
            may_lack = may_lack.checked_sub(1)?;
        }
    }
    Some(jaccard(a, b)).filter(|share| *share >= least)
}

/// |a ∩ b| / |a ∪ b| of two sorted sets.
fn jaccard(a: &[u32], b: &[u32]) -> Share {
    let (mut at, mut both) = (0, 0_u64);
    for rank in a {
        while b.get(at).is_some_and(|other| other < rank) {
            at += 1;
        }
        both += u64::from(b.get(at) == Some(rank));
    }
    Share::of(both, a.len() as u64 + b.len() as u64 - both).unwrap_or(Share::NONE)
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

    #[test]
    fn the_index_finds_exactly_what_comparing_every_pair_finds() {
        let texts: Vec<String> = (0..200)
            .map(|n: usize| {
                let word = |k: usize| ["tổ", "hộ", "sổ", "vụ", "ấp", "dân", "nhà", "giải"][(n * k + n / 7 + k) % 8];
                let tail: Vec<&str> = (1..30).map(|k| word(k * (1 + n % 3))).collect();
                masked(&format!("{TEXT} {}", tail.join(" ")), &[])
            })
            .collect();
        let least = Share::from_bp(8000);
        let prose = Prose::of(texts.iter().map(String::as_str), 60, least);
        let mut found = 0;
        for (a, set) in prose.sets.iter().enumerate() {
            let every: Vec<(usize, Share)> = prose
                .sets
                .iter()
                .enumerate()
                .map(|(b, other)| (b, jaccard(set, other)))
                .filter(|(b, share)| *b != a && *share >= least)
                .collect();
            found += every.len();
            assert_eq!(prose.copies(a), every);
        }
        assert!(found > 0, "the sample has copies");
    }
}
