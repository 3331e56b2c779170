//! Folding for search and comparison: what is left of a text without marks and without capitals. Never shown, never kept.

use std::sync::LazyLock;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The text in lower case without any mark: `Ấp Kinh 4A` and `ap kinh 4a` are one. Where a tone mark stands does not matter
/// (`hoà`, `hòa`). `đ` has no decomposition in Unicode and becomes `d` by hand.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match LATIN.get((u32::from(c) as usize).wrapping_sub(FIRST)) {
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            Some(letter @ 1..) => folded.push(char::from(*letter)),
            _ => fold_one(c, &mut folded),
        }
    }
    folded
}

/// One letter by the tables of Unicode.
fn fold_one(c: char, folded: &mut String) {
    // Marks go, so that their order within a letter does not matter and each letter can be taken by itself.
    for lower in c.to_lowercase() {
        decompose_canonical(lower, |part| match part {
            'đ' => folded.push('d'),
            part if is_combining_mark(part) => {}
            part => folded.push(part),
        });
    }
}

/// The first letter that is not ASCII.
const FIRST: usize = 0x80;

/// What the letters of Latin scripts fold to where that is one letter of ASCII, else 0: an opening folds ten thousand names.
static LATIN: LazyLock<[u8; 0x1F00 - FIRST]> = LazyLock::new(|| {
    let mut letters = [0; 0x1F00 - FIRST];
    for (c, letter) in ('\u{80}'..'\u{1F00}').zip(&mut letters) {
        if !matches!(c, '\u{80}'..'\u{250}' | '\u{1E00}'..) {
            continue;
        }
        let mut folded = String::new();
        fold_one(c, &mut folded);
        if let [one] = folded.as_bytes() {
            *letter = *one;
        }
    }
    letters
});

/// Whether every word of `needle` occurs in `haystack`, in any order; both are folded already. An empty needle finds all.
#[must_use]
pub fn finds(haystack: &str, needle: &str) -> bool {
    needle.split_whitespace().all(|word| haystack.contains(word))
}
