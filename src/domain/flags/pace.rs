//! Flags about when the work was done: too fast (T02), filled afterwards (T03), raised after the meeting (T16). Durations come from a
//! monotonic clock, times of day from the laptop's, which may be wrong: that is why these ask and never judge.

use super::{Case, Flag, ratings::count};
use crate::domain::{
    ids::{EvidenceId, ItemId},
    programme::Item,
    share::Share,
};
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeSet;

/// T02, too fast. Active time on a rated item is shorter than its question and guidance take to read (`syllables_a_second`) plus
/// `seconds_a_piece` for each piece of evidence that was written down there. Pauses of more than two minutes are not active time;
/// an item whose time was not measured (a fill file) is not asked about. A Vietnamese word as written is one syllable.
///
/// A piece that several items cite was written once: it counts at the first of them.
pub(super) fn too_fast(case: &Case) -> Vec<Flag> {
    let mut written: BTreeSet<&EvidenceId> = BTreeSet::new();
    let mut flags = Vec::new();
    for score in &case.assessment.items {
        let Some(entry) = case.inspection.entries.get(&score.item) else { continue };
        let pieces = entry.evidence.iter().filter(|id| written.insert(id)).count();
        let Some(item) = case.programme.item(&score.item).filter(|_| entry.level().is_some() && entry.seconds > 0)
        else {
            continue;
        };
        let least = least_seconds(case, item, count(pieces));
        if entry.seconds < least {
            flags.push(Flag::TooFast { item: score.item.clone(), seconds: entry.seconds, least });
        }
    }
    flags
}

fn least_seconds(case: &Case, item: &Item, pieces: u32) -> u32 {
    let limits = &case.programme.thresholds;
    let texts = [&item.question, &item.look_at, &item.ask_whom];
    let syllables: usize = texts.iter().map(|text| text.vi.split_whitespace().count()).sum();
    count(syllables) / limits.syllables_a_second.max(1) + limits.seconds_a_piece.saturating_mul(pieces)
}

/// T03, filled afterwards. At least `afterwards_share` of the answers with a time were given outside the visit, or all of them in
/// its last `afterwards_tail`. Needs a visit with both ends and five answers: fewer say nothing about a habit.
pub(super) fn filled_afterwards(case: &Case) -> Option<Flag> {
    let (from, to) = case.inspection.visit.from.zip(case.inspection.visit.to).filter(|(from, to)| from < to)?;
    let answered = case.inspection.entries.values().filter(|entry| entry.answer.is_some());
    let times: Vec<DateTime<FixedOffset>> = answered.filter_map(|entry| entry.at).collect();
    if times.len() < 5 {
        return None;
    }
    let limits = &case.programme.thresholds;
    let outside = times.iter().filter(|at| **at < from || to < **at).count();
    if Share::of(outside as u64, times.len() as u64)? >= limits.afterwards_share {
        return Some(Flag::FilledAfterwards { outside: count(outside), of: count(times.len()) });
    }
    let tail = (to - from).num_seconds() * i64::from(limits.afterwards_tail.bp()) / i64::from(Share::WHOLE.bp());
    let begins = to - chrono::TimeDelta::seconds(tail);
    let all = times.iter().all(|at| begins <= *at && *at <= to);
    all.then(|| Flag::FilledAtTheEnd { of: count(times.len()) })
}

/// T16, raised after the meeting. After the closing meeting a rating went up – from what it was when the meeting began to what it is
/// now – and no evidence collected after the day of the meeting stands at the item. Ratings that were lowered, or raised and set back, raise nothing.
pub(super) fn raised_after_the_meeting(case: &Case) -> Vec<Flag> {
    let Some(meeting) = case.inspection.visit.closing_meeting else { return Vec::new() };
    let mut seen: BTreeSet<&ItemId> = BTreeSet::new();
    let after = case.beyond.changes.iter().filter(|change| change.at > meeting && seen.insert(&change.item));
    let flag = |change: &super::RatingChange| {
        let entry = case.inspection.entries.get(&change.item)?;
        let now = entry.level()?;
        let fresh = |id: &EvidenceId| {
            let day = case.inspection.evidence.get(id).and_then(|piece| piece.collected);
            day.is_some_and(|day| day > meeting.date_naive())
        };
        (now > change.from && !entry.evidence.iter().any(fresh)).then(|| Flag::RaisedAfter {
            item: change.item.clone(),
            from: change.from,
            to: now,
        })
    };
    after.filter_map(flag).collect()
}
