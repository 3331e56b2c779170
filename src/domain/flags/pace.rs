//! Flags about when the work was done: too fast (T02), filled afterwards (T03), raised after the meeting (T16). Durations come from a
//! monotonic clock, times of day from the laptop's, which may be wrong: that is why these ask and never judge.

use super::{Case, Flag, ratings::count};
use crate::domain::{
    evidence::Family,
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
    reading(case, item) + case.programme.thresholds.seconds_a_piece.saturating_mul(pieces)
}

/// Seconds that question and guidance of an item take to read.
fn reading(case: &Case, item: &Item) -> u32 {
    let limits = &case.programme.thresholds;
    let texts = [&item.question, &item.look_at, &item.ask_whom];
    let syllables: usize = texts.iter().map(|text| text.vi.split_whitespace().count()).sum();
    count(syllables) / limits.syllables_a_second.max(1)
}

/// T02, second part, all at once: from the first mark to the last, of five or more, less time went by than reading the questions of all
/// but the first takes (`syllables_a_second`). It is asked by the times of the marks, so that it also speaks where nobody measured the
/// active time: marks that came in a file, or were given with the laptop open at another item. Its limit: who read the questions on
/// paper and only carries the marks over is asked, too, and says so.
pub(super) fn all_at_once(case: &Case) -> Option<Flag> {
    let rated = case.assessment.items.iter().filter_map(|score| {
        let entry = case.inspection.entries.get(&score.item)?;
        Some((entry.level().and(entry.at)?, case.programme.item(&score.item)?))
    });
    let mut marks: Vec<(DateTime<FixedOffset>, &Item)> = rated.collect();
    marks.sort_by_key(|(at, _)| *at);
    let ((first, _), (last, _)) = (marks.first()?, marks.last()?);
    let seconds = u32::try_from((*last - *first).num_seconds()).ok()?;
    let needed = marks.iter().skip(1).map(|(_, item)| reading(case, item)).sum();
    (marks.len() >= HABIT && seconds < needed).then(|| Flag::AllAtOnce {
        of: count(marks.len()),
        seconds,
        least: needed,
    })
}

/// Fewer answers than these say nothing about a habit.
const HABIT: usize = 5;

/// T03, filled afterwards. At least `afterwards_share` of the answers with a time were given outside the visit, or all of them in
/// its last `afterwards_tail`. Needs a visit with both ends and [`HABIT`] answers.
pub(super) fn filled_afterwards(case: &Case) -> Option<Flag> {
    let (from, to) = case.inspection.visit.from.zip(case.inspection.visit.to).filter(|(from, to)| from < to)?;
    let answered = case.inspection.entries.values().filter(|entry| entry.answer.is_some());
    let times: Vec<DateTime<FixedOffset>> = answered.filter_map(|entry| entry.at).collect();
    if times.len() < HABIT {
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

/// T03, second part, not there: a piece of the physical family – what the team saw on the spot – is of a day on which the team was not
/// at the unit. Needs a visit with both ends. A visit to a drawn model on another day is that day's reason. Papers may be older than the
/// visit, people may be asked by telephone, and figures are compared at the desk: of those nothing is asked.
pub(super) fn not_there(case: &Case) -> Vec<Flag> {
    let Some((from, to)) = case.inspection.visit.from.zip(case.inspection.visit.to) else { return Vec::new() };
    let there = from.date_naive()..=to.date_naive();
    let at_a_model = |id: &EvidenceId, day| {
        case.inspection.verifications.values().any(|visit| visit.on == Some(day) && visit.evidence.contains(id))
    };
    let seen = case.inspection.evidence.iter().filter(|(_, piece)| {
        case.programme.evidence_kind(&piece.kind).is_some_and(|kind| kind.family == Family::Physical)
    });
    let flags = seen.filter_map(|(id, piece)| {
        let day = piece.collected.filter(|day| !there.contains(day) && !at_a_model(id, *day))?;
        Some(Flag::NotThere { evidence: id.clone(), day })
    });
    flags.collect()
}

/// T03, third part, signed before: the signature is of a day before the last day of the visit. What was not over cannot have been
/// judged. By days only, since the end of a visit is often written down as it was planned.
pub(super) fn signed_before(case: &Case) -> Option<Flag> {
    let signed = case.inspection.sign_off.as_ref()?.at.date_naive();
    let until = case.inspection.visit.to.or(case.inspection.visit.from)?.date_naive();
    (signed < until).then_some(Flag::SignedBefore { signed, until })
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
