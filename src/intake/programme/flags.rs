//! What the flags go by: `[thresholds]` and `[[empty_phrase]]`.

use super::{
    reading::{Reading, Thing},
    table::Table,
};
use crate::domain::{
    programme::{EmptyPhrases, Thresholds},
    share::Share,
};

/// The share of a threshold.
type ShareOf = fn(&mut Thresholds) -> &mut Share;
/// The number of a threshold.
type NumberOf = fn(&mut Thresholds) -> &mut u32;

const SHARES: &[(&str, ShareOf)] = &[
    ("paper_weight", |all| &mut all.paper_weight),
    ("outcome_share", |all| &mut all.outcome_share),
    ("line_share", |all| &mut all.line_share),
    ("line_most", |all| &mut all.line_most),
    ("afterwards_share", |all| &mut all.afterwards_share),
    ("afterwards_tail", |all| &mut all.afterwards_tail),
    ("copied_share", |all| &mut all.copied_share),
    ("na_share", |all| &mut all.na_share),
    ("bunched_margin", |all| &mut all.bunched_margin),
    ("family_share", |all| &mut all.family_share),
    ("nearly_all_recognised", |all| &mut all.nearly_all_recognised),
    ("few_recognised", |all| &mut all.few_recognised),
    ("few_running", |all| &mut all.few_running),
    ("late_share", |all| &mut all.late_share),
    ("field_share", |all| &mut all.field_share),
    ("same_name", |all| &mut all.same_name),
    ("leader_share", |all| &mut all.leader_share),
    ("self_gap", |all| &mut all.self_gap),
    ("smooth_share", |all| &mut all.smooth_share),
];

const NUMBERS: &[(&str, NumberOf)] = &[
    ("items_per_kind", |all| &mut all.items_per_kind),
    ("line_run", |all| &mut all.line_run),
    ("line_section", |all| &mut all.line_section),
    ("syllables_a_second", |all| &mut all.syllables_a_second),
    ("seconds_a_piece", |all| &mut all.seconds_a_piece),
    ("twin_items", |all| &mut all.twin_items),
    ("twin_chance", |all| &mut all.twin_chance),
    ("copied_letters", |all| &mut all.copied_letters),
    ("note_letters", |all| &mut all.note_letters),
    ("same_notes", |all| &mut all.same_notes),
    ("nothing_found_items", |all| &mut all.nothing_found_items),
    ("bunched_scores", |all| &mut all.bunched_scores),
    ("bunched_chance", |all| &mut all.bunched_chance),
    ("family_pieces", |all| &mut all.family_pieces),
    ("people_asked", |all| &mut all.people_asked),
    ("minutes_on_sites", |all| &mut all.minutes_on_sites),
    ("register_models", |all| &mut all.register_models),
    ("late_days", |all| &mut all.late_days),
    ("recognised_days", |all| &mut all.recognised_days),
    ("award_days", |all| &mut all.award_days),
    ("silent_days", |all| &mut all.silent_days),
    ("field_models", |all| &mut all.field_models),
    ("leader_awards", |all| &mut all.leader_awards),
    ("round_rates", |all| &mut all.round_rates),
    ("smooth_rates", |all| &mut all.smooth_rates),
];

/// The largest number of a threshold: a chance of one, in millionths.
const MOST: u32 = 1_000_000;

/// `[thresholds]`; what is left out keeps the numbers of the method.
pub(super) fn thresholds(root: &Table<'_>, reading: &mut Reading<'_>) -> Thresholds {
    let mut thresholds = Thresholds::default();
    let keys: Vec<&str> = SHARES.iter().map(|(key, _)| *key).chain(NUMBERS.iter().map(|(key, _)| *key)).collect();
    let Some(table) = root.may("thresholds").and_then(|table| table.table("[thresholds]", &keys, reading)) else {
        return thresholds;
    };
    for (key, of) in SHARES {
        if let Some(share) = table.may(key).and_then(|share| share.share(reading)) {
            *of(&mut thresholds) = share;
        }
    }
    for (key, of) in NUMBERS {
        if let Some(number) = table.may(key).and_then(|number| number.number(1, MOST, reading)) {
            *of(&mut thresholds) = number;
        }
    }
    thresholds
}

/// `[[empty_phrase]]`: kinds of empty phrases, each with the question that shows the way out.
pub(super) fn empty_phrases(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<EmptyPhrases>> {
    let keys = ["id", "name", "ask", "phrases"];
    root.each(("empty_phrase", "[[empty_phrase]]", &keys), reading, |table, reading| {
        let id = table.id(Thing::Phrases, reading);
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let ask = table.need("ask", reading).and_then(|ask| ask.text(reading));
        let phrases = table.need("phrases", reading).and_then(|list| list.list(reading));
        let phrases = phrases?.iter().map(|phrase| phrase.words(reading)).collect::<Option<_>>();
        Some(EmptyPhrases { id: id?, name: name?, ask: ask?, phrases: phrases? })
    })
}
