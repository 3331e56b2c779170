//! The numbers of a programme: scale, scoring, bands, gates.

use super::{
    condition::condition,
    reading::{Reading, Thing},
    table::Table,
};
use crate::{
    domain::{
        ids::{BandId, GateId},
        programme::{Band, Gate, Scale, Scoring},
        share::Share,
    },
    i18n::key,
};

/// `[scale]`.
pub(super) fn scale(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Scale> {
    let table = root.need("scale", reading)?;
    let table = table.table("[scale]", &["anchors", "not_applicable", "not_verified"], reading)?;
    let anchors = table.need("anchors", reading).and_then(|anchors| anchors.texts(reading));
    let not_applicable = table.need("not_applicable", reading).and_then(|mark| mark.text(reading));
    let not_verified = table.need("not_verified", reading).and_then(|mark| mark.text(reading));
    Some(Scale { anchors: anchors?, not_applicable: not_applicable?, not_verified: not_verified? })
}

/// `[scoring]`; what is left out keeps the numbers of the method. A number that is refused has left its mistake.
pub(super) fn scoring(root: &Table<'_>, reading: &mut Reading<'_>) -> Scoring {
    const KEYS: &[&str] =
        &["caps", "life_margin", "min_coverage", "min_units_share", "min_units", "sample_levels", "sample_min"];
    let mut scoring = Scoring::default();
    let Some(table) = root.may("scoring").and_then(|table| table.table("[scoring]", KEYS, reading)) else {
        return scoring;
    };
    let mut share = |key, into: &mut Share| {
        if let Some(share) = table.may(key).and_then(|share| share.share(reading)) {
            *into = share;
        }
    };
    share("life_margin", &mut scoring.life_margin);
    share("min_coverage", &mut scoring.min_coverage);
    share("min_units_share", &mut scoring.min_units_share);
    if let Some(caps) = table.may("caps").and_then(|caps| caps.shares(false, reading)) {
        scoring.caps = caps;
    }
    if let Some(levels) = table.may("sample_levels").and_then(|levels| levels.shares(true, reading)) {
        scoring.sample_levels = levels;
    }
    if let Some(units) = table.may("min_units").and_then(|units| units.number(1, 10_000, reading)) {
        scoring.min_units = units;
    }
    if let Some(models) = table.may("sample_min").and_then(|models| models.number(1, 1_000, reading)) {
        scoring.sample_min = models;
    }
    scoring
}

/// `[[band]]`, best first, the last from 0.
pub(super) fn bands(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<Band>> {
    let mut last: Option<(Share, usize)> = None;
    let bands = root.some(("band", "[[band]]", &["id", "min", "name"]), reading, |table, reading| {
        let id = table.id(Thing::Band, reading);
        let value = table.need("min", reading);
        let min = value.as_ref().and_then(|min| min.share(reading));
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let at = value?.at.start;
        if last.is_some_and(|(above, _)| min.is_some_and(|min| above <= min)) {
            reading.mistake(at, key::PROGRAMME_BANDS_ORDER);
        }
        last = min.map(|min| (min, at));
        Some(Band { id: BandId::new(id?), min: min?, name: name? })
    });
    if let Some((_, at)) = last.filter(|(min, _)| *min != Share::NONE) {
        reading.mistake(at, key::PROGRAMME_BANDS_FROM_NOTHING);
    }
    bands
}

/// `[[gate]]`.
pub(super) fn gates(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<Gate>> {
    root.each(("gate", "[[gate]]", &["id", "when", "cap", "text"]), reading, |table, reading| {
        let id = table.id(Thing::Gate, reading);
        let when = table.need("when", reading).and_then(|when| condition(&when, None, reading));
        let cap = table.need("cap", reading).and_then(|cap| cap.reference(Thing::Band, reading));
        let text = table.need("text", reading).and_then(|text| text.text(reading));
        Some(Gate { id: GateId::new(id?), when: when?, cap: BandId::new(cap?), text: text? })
    })
}
