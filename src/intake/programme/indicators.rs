//! Indicators: what others measure and publish, and of which units.

use super::{
    reading::{Reading, Thing},
    table::{Table, Value},
};
use crate::{
    domain::{
        ids::{IndicatorId, KindId},
        indicator::{Hundredths, Indicator},
        unit::Tier,
    },
    i18n::{Message, key},
};

/// The words for administrative levels.
const TIERS: [(&str, Tier); 3] = [
    (Tier::Province.code(), Tier::Province),
    (Tier::District.code(), Tier::District),
    (Tier::Commune.code(), Tier::Commune),
];

/// The highest end of a scale, in hundredths: a million.
const MOST: u32 = 100_000_000;

/// `[[indicator]]`.
pub(super) fn indicators(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<Indicator>> {
    let keys = &["id", "name", "short", "higher_is_better", "scale", "applies_to", "tiers"];
    root.each(("indicator", "[[indicator]]", keys), reading, |table, reading| {
        let id = table.id(Thing::Indicator, reading).map(IndicatorId::new);
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let short = table.may("short").and_then(|short| short.label(reading));
        let better = table.need("higher_is_better", reading).and_then(|yes| yes.yes_no(reading));
        let scale = table.need("scale", reading).and_then(|scale| ends(&scale, reading));
        let kinds = table.need("applies_to", reading).and_then(|kinds| kinds.references(Thing::UnitKind, reading));
        let tiers = match table.may("tiers") {
            Some(tiers) => tiers_of(&tiers, reading),
            None => Some(Vec::new()),
        };
        let name = name?;
        Some(Indicator {
            id: id?,
            short: short.unwrap_or_else(|| name.clone()),
            name,
            higher_is_better: better?,
            scale: scale?,
            applies_to: kinds?.into_iter().map(KindId::new).collect(),
            tiers: tiers?,
        })
    })
}

/// Both ends of a scale, in hundredths; the second lies above the first.
fn ends(scale: &Value<'_>, reading: &mut Reading<'_>) -> Option<(Hundredths, Hundredths)> {
    let ends = scale.exactly::<2>(reading)?;
    let ends: Vec<Option<u32>> = ends.iter().map(|end| end.number(0, MOST, reading)).collect();
    let [Some(least), Some(most)] = ends[..] else { return None };
    if most <= least {
        reading.mistake(scale.at.start, Message::new(key::PROGRAMME_NOT_RISING).with("key", scale.key));
        return None;
    }
    Some((Hundredths(i32::try_from(least).ok()?), Hundredths(i32::try_from(most).ok()?)))
}

fn tiers_of(tiers: &Value<'_>, reading: &mut Reading<'_>) -> Option<Vec<Tier>> {
    let tiers: Vec<Option<Tier>> = tiers.list(reading)?.iter().map(|tier| tier.one_of(&TIERS, reading)).collect();
    tiers.into_iter().collect()
}
