//! Which items a unit sees: those of its kind whose `relevant` holds. What they are worth is decided elsewhere.

use super::Circumstances;
use crate::domain::{
    answer::{Answer, Level},
    ids::ItemId,
    inspection::Inspection,
    programme::{Facts, Item, Programme, Section},
    sample::{self, Sampled, sampled},
};
use std::collections::{BTreeMap, BTreeSet};

/// An item with its section.
pub(super) type Place<'a> = (&'a Section, &'a Item);

/// The items that the unit sees, in the order of the programme, and the facts with the levels of those that are rated. An item
/// that takes its level from the drawn sample has the level that the sample supports, or without one no more than a mark by hand carries.
///
/// A `relevant` may ask for levels but not for scores, which do not exist yet and read 0. The level of an item that is itself
/// hidden is no fact, so hiding is repeated until it settles: once for each link of a chain of conditions. A circle of conditions
/// never settles; it ends after as many rounds as there are conditions.
pub(super) fn seen<'a>(
    programme: &'a Programme,
    inspection: &'a Inspection,
    about: Circumstances,
) -> (Vec<Place<'a>>, Facts) {
    let of_kind: Vec<Place> = asked(programme, inspection);
    let sample = sampled(programme, inspection);
    let by_hand = sample::by_hand(programme);
    let mut facts = facts(inspection, about, sample.as_ref());
    facts.levels = levels(inspection, sample.as_ref(), by_hand, &of_kind);
    // The unit saw the drawn items the first time; what else was marked then is not known here.
    if inspection.second.is_some() {
        return (of_kind, facts);
    }
    let conditions = of_kind.iter().filter(|(_, item)| item.relevant.is_some()).count();
    let mut seen = of_kind.clone();
    for _ in 0..conditions {
        seen.clone_from(&of_kind);
        seen.retain(|(_, item)| item.relevant.as_ref().is_none_or(|condition| condition.holds(&facts)));
        let settled = levels(inspection, sample.as_ref(), by_hand, &seen);
        if settled == facts.levels {
            break;
        }
        facts.levels = settled;
    }
    (seen, facts)
}

/// The items that an inspection asks about: all of its kind, or those that were drawn for a second look; in the order of the programme.
#[must_use]
pub fn asked<'a>(programme: &'a Programme, inspection: &'a Inspection) -> Vec<(&'a Section, &'a Item)> {
    let drawn = inspection.second.as_ref().map(|second| second.items().into_iter().collect::<BTreeSet<_>>());
    let of_kind = programme.items_for(&inspection.plan.kind);
    of_kind.filter(|(_, item)| drawn.as_ref().is_none_or(|drawn| drawn.contains(&item.id))).collect()
}

/// What the inspection and its circumstances say before anything is scored.
fn facts(inspection: &Inspection, about: Circumstances, sample: Option<&Sampled>) -> Facts {
    Facts {
        kind: inspection.plan.kind.as_str().to_owned(),
        tier: about.tier,
        pilot: about.pilot,
        milestone: about.milestone,
        people_asked: inspection.visit.people_asked.unwrap_or(0),
        minutes_on_sites: inspection.visit.minutes_on_sites.unwrap_or(0),
        sample_drawn: sample.map_or(0, Sampled::drawn),
        sample_share_failed: sample.map(Sampled::share_failed).unwrap_or_default(),
        ..Facts::default()
    }
}

fn levels(
    inspection: &Inspection,
    sample: Option<&Sampled>,
    by_hand: Option<Level>,
    items: &[Place],
) -> BTreeMap<ItemId, Level> {
    let level = |item: &Item| {
        let answer = inspection.answer(&item.id);
        let most = by_hand.filter(|_| item.measures_sample);
        match sample.filter(|sample| item.measures_sample && sample.speaks()) {
            Some(sample) => Some(sample.claimed(answer).min(sample.level())),
            None => answer.and_then(Answer::level).map(|level| most.map_or(level, |most| level.min(most))),
        }
    };
    items.iter().filter_map(|(_, item)| Some((item.id.clone(), level(item)?))).collect()
}
