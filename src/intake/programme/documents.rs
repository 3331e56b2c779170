//! What surrounds the questions: a talk with residents, days of reviews, defaults of documents.

use super::{
    reading::{Reading, Thing},
    table::Table,
};
use crate::domain::{
    ids::ItemId,
    programme::{Body, Documents, MilestoneDate, ResidentQuestion},
    round::Milestone,
};

/// `[[resident_question]]`.
pub(super) fn resident_questions(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<ResidentQuestion>> {
    root.each(("resident_question", "[[resident_question]]", &["id", "text", "supports"]), reading, |table, reading| {
        let id = table.id(Thing::Question, reading);
        let text = table.need("text", reading).and_then(|text| text.text(reading));
        let supports = table.need("supports", reading).and_then(|items| items.references(Thing::Item, reading));
        let supports = supports?.into_iter().map(ItemId::new).collect();
        Some(ResidentQuestion { id: id?, text: text?, supports })
    })
}

/// `[[milestone]]`.
pub(super) fn milestones(root: &Table<'_>, reading: &mut Reading<'_>) -> Option<Vec<MilestoneDate>> {
    root.each(("milestone", "[[milestone]]", &["review", "due", "name"]), reading, |table, reading| {
        let review = table
            .need("review", reading)
            .and_then(|word| word.one_of(&Milestone::ALL.map(|milestone| (milestone.code(), milestone)), reading));
        let due = table.need("due", reading).and_then(|day| day.day(reading));
        let name = table.need("name", reading).and_then(|name| name.text(reading));
        Some(MilestoneDate { milestone: review?, due: due?, name: name? })
    })
}

/// `[documents]`; what is left out is empty.
pub(super) fn documents(root: &Table<'_>, reading: &mut Reading<'_>) -> Documents {
    const KEYS: &[&str] = &["body", "superior", "issuer", "code", "place", "authority", "signer_title", "recipients"];
    let Some(table) = root.may("documents").and_then(|table| table.table("[documents]", KEYS, reading)) else {
        return Documents::default();
    };
    let body = table.may("body").and_then(|word| word.one_of(&Body::ALL.map(|body| (body.code(), body)), reading));
    let body = body.unwrap_or_default();
    let mut words = |key| table.may(key).and_then(|words| words.words_or_none(reading)).unwrap_or_default();
    let (superior, issuer, code) = (words("superior"), words("issuer"), words("code"));
    let (place, authority, signer_title) = (words("place"), words("authority"), words("signer_title"));
    let recipients = table.may("recipients").and_then(|list| list.list(reading)).unwrap_or_default();
    let recipients = recipients.iter().filter_map(|recipient| recipient.words(reading)).collect();
    Documents { body, superior, issuer, code, place, authority, signer_title, recipients }
}
