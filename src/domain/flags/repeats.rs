//! T05 inside one inspection: one text at many items.

use super::{Case, Flag, ratings::count};
use crate::domain::ids::ItemId;
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// T05, second part, one note for all: at `same_notes` or more items stands the same note, capitals and blanks apart. Unlike
/// in the first part figures count: "3 of 4 households" and "1 of 5" at two items are two things that were seen. Notes of fewer than
/// `note_letters` letters ("as above", "see V-01") are asked about nothing: they point, and do not describe. A note that fits everywhere
/// was seen nowhere.
pub(super) fn same_note(case: &Case) -> Vec<Flag> {
    let limits = &case.programme.thresholds;
    let mut at: BTreeMap<String, Vec<&ItemId>> = BTreeMap::new();
    for score in &case.assessment.items {
        let Some(entry) = case.inspection.entries.get(&score.item) else { continue };
        let note = compared(&entry.note);
        if note.chars().count() >= limits.note_letters as usize {
            at.entry(note).or_default().push(&score.item);
        }
    }
    let many = at.into_values().filter(|items| items.len() >= limits.same_notes as usize);
    many.filter_map(|items| Some(Flag::SameNote { item: (*items.first()?).clone(), items: count(items.len()) }))
        .collect()
}

/// A note as it is compared: NFC, lower case, blanks as one.
fn compared(note: &str) -> String {
    note.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().nfc().collect()
}
