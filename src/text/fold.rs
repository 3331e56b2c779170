//! Folding for search and comparison: what is left of a text without marks and without capitals. Never shown, never kept.

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// The text in lower case without any mark: `Ấp Kinh 4A` and `ap kinh 4a` are one. Where a tone mark stands does not matter
/// (`hoà`, `hòa`). `đ` has no decomposition in Unicode and becomes `d` by hand.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
            continue;
        }
        // Marks go, so that their order within a letter does not matter and each letter can be taken by itself.
        for lower in c.to_lowercase() {
            decompose_canonical(lower, |part| match part {
                'đ' => folded.push('d'),
                part if is_combining_mark(part) => {}
                part => folded.push(part),
            });
        }
    }
    folded
}

/// Whether every word of `needle` occurs in `haystack`, in any order; both are folded already. An empty needle finds all.
#[must_use]
pub fn finds(haystack: &str, needle: &str) -> bool {
    needle.split_whitespace().all(|word| haystack.contains(word))
}
