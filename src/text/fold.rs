//! Folding for search and comparison: what is left of a text without marks and without capitals. Never shown, never kept.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The text in lower case without any mark: `Ấp Kinh 4A` and `ap kinh 4a` are one. Where a tone mark stands does not matter
/// (`hoà`, `hòa`). `đ` has no decomposition in Unicode and becomes `d` by hand.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Whether every word of `needle` occurs in `haystack`, in any order; both are folded already. An empty needle finds all.
#[must_use]
pub fn finds(haystack: &str, needle: &str) -> bool {
    needle.split_whitespace().all(|word| haystack.contains(word))
}
