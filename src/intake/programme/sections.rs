//! Sections and items.

use super::{
    condition::condition,
    reading::{Reading, Thing},
    table::{LABEL_COLUMNS, Table, Value},
};
use crate::{
    domain::{
        ids::{EvidenceKindId, ItemId, KindId, SectionId},
        lang::Bilingual,
        programme::{Constraint, Item, Measure, Programme, Section},
    },
    i18n::{Message, key},
    text::truncate,
};

const MEASURES: [(&str, Measure); 3] =
    [("paper", Measure::Paper), ("process", Measure::Process), ("outcome", Measure::Outcome)];

/// The heaviest item; what is a hundred times another is a checklist of its own.
const MOST_WEIGHT: u32 = 100;

const ITEM_KEYS: &[&str] = &[
    "id",
    "clause",
    "applies_to",
    "measures",
    "weight",
    "question",
    "label",
    "look_at",
    "ask_whom",
    "levels",
    "evidence",
    "relevant",
    "constraint",
    "life",
    "critical",
    "measures_sample",
];

/// `[[section]]` with its `[[section.item]]`, at least one section.
pub(super) fn sections(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<Section>> {
    root.some(("section", "[[section]]", &["id", "clause", "title", "item"]), reading, |table, reading| {
        let id = table.id(Thing::Section, reading);
        let clause = table.need("clause", reading).and_then(|clause| clause.words(reading));
        let title = table.need("title", reading).and_then(|title| title.text(reading));
        let items = table.each(("item", "[[section.item]]", ITEM_KEYS), reading, |table, reading| {
            item(table, clause.as_deref(), reading)
        });
        Some(Section { id: SectionId::new(id?), clause: clause?, title: title?, items: items? })
    })
}

/// One item. Its clause is its section's when it gives none.
fn item(table: &Table<'_>, section_clause: Option<&str>, reading: &mut Reading<'_>) -> Option<Item> {
    let id = table.id(Thing::Item, reading);
    let clause = match table.may("clause") {
        Some(clause) => clause.words(reading),
        None => section_clause.map(str::to_owned),
    };
    let applies_to = table.need("applies_to", reading).and_then(|kinds| kinds.references(Thing::UnitKind, reading));
    let measures = table.need("measures", reading).and_then(|word| word.one_of(&MEASURES, reading));
    let weight = table.need("weight", reading).and_then(|weight| weight.number(1, MOST_WEIGHT, reading));
    let question = table.need("question", reading).and_then(|question| question.text(reading));
    let label = table.may("label").and_then(|label| label.label(reading));
    let look_at = table.may("look_at").and_then(|text| text.text(reading));
    let ask_whom = table.may("ask_whom").and_then(|text| text.text(reading));
    let levels = table.need("levels", reading).and_then(|levels| levels.texts(reading));
    let evidence = table.may("evidence").and_then(|kinds| kinds.references(Thing::EvidenceKind, reading));
    let relevant = table.may("relevant").and_then(|rule| condition(&rule, Some(table.at), reading));
    let constraint = table.may("constraint").and_then(|rule| constraint(&rule, reading));
    let life = table.may("life").and_then(|life| tied(id.as_deref(), &life, reading));
    let critical = table.may("critical").and_then(|yes| yes.yes_no(reading));
    let measures_sample = table.may("measures_sample").and_then(|yes| yes.yes_no(reading));
    let question = question?;
    Some(Item {
        id: ItemId::new(id?),
        clause: clause?,
        applies_to: applies_to?.into_iter().map(KindId::new).collect(),
        measures: measures?,
        weight: weight?,
        label: label.unwrap_or_else(|| beginning(&question)),
        question,
        look_at: look_at.unwrap_or_default(),
        ask_whom: ask_whom.unwrap_or_default(),
        levels: levels?,
        evidence: evidence.unwrap_or_default().into_iter().map(EvidenceKindId::new).collect(),
        relevant,
        constraint,
        life,
        critical: critical.unwrap_or_default(),
        measures_sample: measures_sample.unwrap_or_default(),
    })
}

/// `constraint = { rule, text }`. It is asked at the end, so it may ask about any item.
fn constraint(value: &Value<'_>, reading: &mut Reading<'_>) -> Option<Constraint> {
    let table = value.table("constraint", &["rule", "text"], reading)?;
    let rule = table.need("rule", reading).and_then(|rule| condition(&rule, None, reading));
    let text = table.need("text", reading).and_then(|text| text.text(reading));
    Some(Constraint { rule: rule?, text: text? })
}

fn tied(item: Option<&str>, value: &Value<'_>, reading: &mut Reading<'_>) -> Option<ItemId> {
    let life = value.words(reading)?;
    reading.tie(item.unwrap_or_default(), &life, value.at.start);
    Some(ItemId::new(life))
}

/// The beginning of a question, as wide as a label may be.
fn beginning(question: &Bilingual) -> Bilingual {
    let cut = |words| truncate(words, LABEL_COLUMNS).into_owned();
    Bilingual { vi: cut(&question.vi), en: cut(&question.en) }
}

/// Warns of what is right by itself and does nothing: kinds that see no item, items that no kind sees, life items that some of the
/// paper item's kinds do not see.
pub(super) fn look_over(programme: &Programme, reading: &mut Reading<'_>) {
    for kind in &programme.unit_kinds {
        if programme.items_for(&kind.id).next().is_none() {
            let at = reading.place_of(Thing::UnitKind, kind.id.as_str());
            reading.warn(at, Message::new(key::PROGRAMME_KIND_SEES_NOTHING).with("id", kind.id.as_str()));
        }
    }
    for (_, item) in programme.items() {
        let at = reading.place_of(Thing::Item, item.id.as_str());
        if item.applies_to.is_empty() {
            reading.warn(at, Message::new(key::PROGRAMME_ITEM_UNSEEN).with("id", item.id.as_str()));
        }
        let Some(life) = item.life.as_ref().and_then(|life| programme.item(life)) else { continue };
        let unseen = item.applies_to.iter().filter(|kind| !life.applies_to.contains(kind));
        let unseen: Vec<&str> = unseen.map(KindId::as_str).collect();
        if !unseen.is_empty() {
            let what = Message::new(key::PROGRAMME_LIFE_UNSEEN).with("id", item.id.as_str());
            reading.warn(at, what.with("life", life.id.as_str()).with("kinds", unseen.join(", ")));
        }
    }
}
