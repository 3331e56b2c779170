//! `[model_visit]`: what the visit to a drawn model is; `[[model_field]]`: in which fields a unit is expected to have one.

use super::{
    reading::{Reading, Thing},
    table::Table,
};
use crate::{
    domain::{
        answer::Level,
        ids::{EvidenceKindId, ItemId, KindId},
        programme::{ModelField, ModelVisit, Programme},
    },
    i18n::{Message, key},
};

const KEYS: &[&str] = &["running", "verified_from", "failed_to", "evidence"];

/// `[model_visit]`; a programme without it draws no models. A part that is refused has left its mistake.
pub(super) fn model_visit(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<ModelVisit> {
    let table = root.may("model_visit")?.table("[model_visit]", KEYS, reading)?;
    let running = table.need("running", reading).and_then(|item| item.reference(Thing::Item, reading));
    let verified = table.need("verified_from", reading);
    let verified_from = verified.as_ref().and_then(|level| level.number(1, 4, reading));
    let failed = table.need("failed_to", reading);
    let failed_to = failed.as_ref().and_then(|level| level.number(0, 3, reading));
    let evidence = table.need("evidence", reading).and_then(|kind| kind.reference(Thing::EvidenceKind, reading));
    if let (Some(verified), Some(failed)) = (verified_from, failed_to)
        && failed >= verified
    {
        let at = table.may("failed_to").map_or(table.at, |value| value.at.start);
        reading.mistake(at, Message::new(key::MODELS_VISIT_LEVELS).with("failed", failed).with("verified", verified));
        return None;
    }
    let level = |level: u32| u8::try_from(level).ok().and_then(Level::new);
    Some(ModelVisit {
        running: ItemId::new(running?),
        verified_from: level(verified_from?)?,
        failed_to: level(failed_to?)?,
        evidence: EvidenceKindId::new(evidence?),
    })
}

/// `[[model_field]]`; a programme may name none.
pub(super) fn model_fields(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<ModelField>> {
    root.each(("model_field", "[[model_field]]", &["id", "name", "applies_to"]), reading, |table, reading| {
        let id = table.id(Thing::ModelField, reading);
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        let kinds = match table.may("applies_to") {
            Some(kinds) => kinds.references(Thing::UnitKind, reading),
            None => Some(Vec::new()),
        };
        Some(ModelField { id: id?, name: name?, applies_to: kinds?.into_iter().map(KindId::new).collect() })
    })
}

/// What only the whole programme shows: the item that says whether a model runs must be asked at models; items for models, or that
/// take their level from visits to them, do nothing in a programme that knows no visit.
pub(super) fn look_over(programme: &Programme, reading: &mut Reading<'_>) {
    if let Some(visit) = &programme.model_visit {
        let running = programme.item(&visit.running);
        if let Some(item) = running.filter(|item| !item.applies_to.contains(&KindId::model())) {
            let at = reading.place_of(Thing::Item, item.id.as_str());
            reading.mistake(at, Message::new(key::MODELS_VISIT_RUNNING).with("id", item.id.as_str()));
        }
        return;
    }
    for (_, item) in programme.items().filter(|(_, item)| item.applies_to.contains(&KindId::model())) {
        let at = reading.place_of(Thing::Item, item.id.as_str());
        reading.warn(at, Message::new(key::MODELS_NO_VISIT).with("id", item.id.as_str()));
    }
}
