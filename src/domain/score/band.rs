//! Bands and what caps them: coverage, gates, constraints.

use super::{ItemState, Score, sheet::Sheet};
use crate::domain::{
    ids::ItemId,
    programme::{Facts, Gate, Programme},
    share::Share,
};

/// The gates that close, in the order of the programme.
pub(super) fn closed<'a>(programme: &'a Programme, facts: &Facts) -> Vec<&'a Gate> {
    programme.gates.iter().filter(|gate| gate.when.holds(facts)).collect()
}

/// The band: the best whose `min` is reached, then at most what the closed gates leave; its place among [`Programme::bands`], best
/// first. `None` when too little was rated to judge.
pub(super) fn reached(programme: &Programme, whole: &Score, closed: &[&Gate]) -> Option<usize> {
    if whole.coverage < programme.scoring.min_coverage {
        return None;
    }
    at(programme, whole.supported, closed)
}

/// Whether the band would be another one if every item that was marked not applicable had earned nothing. The same gates cap both:
/// where a gate leaves the same band, nothing depends on those items.
pub(super) fn depends_on_na(programme: &Programme, whole: &Score, closed: &[&Gate]) -> bool {
    reached(programme, whole, closed).is_some_and(|band| at(programme, whole.na_low, closed) != Some(band))
}

/// Items that are rated and whose rule does not hold, in the order of the programme.
pub(super) fn broken(sheet: &Sheet) -> Vec<ItemId> {
    let rated = sheet.rows.iter().filter(|row| row.state == ItemState::Rated);
    rated
        .filter(|row| row.item.constraint.as_ref().is_some_and(|constraint| !constraint.rule.holds(&sheet.facts)))
        .map(|row| row.item.id.clone())
        .collect()
}

fn at(programme: &Programme, share: Share, closed: &[&Gate]) -> Option<usize> {
    let place = programme.bands.iter().position(|band| band.min <= share)?;
    let caps = closed.iter().filter_map(|gate| programme.bands.iter().position(|band| band.id == gate.cap));
    Some(caps.fold(place, usize::max))
}
