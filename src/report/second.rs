//! Second looks in documents: both marks of each drawn item side by side with what was noted, how far they agree, and the draw to repeat.
//! Tells only of what is signed.

use super::{
    document::{Column, Document},
    draw, words,
};
use crate::{
    domain::{
        answer::Answer,
        evidence::Evidence,
        ids::{EvidenceId, ItemId},
        inspection::Inspection,
        programme::Programme,
        second::{Agreement, Second},
    },
    i18n::{date, key, say, say_with, second as said},
};

/// Adds the second looks at an inspection that are signed, in the order given.
pub fn add(document: &mut Document, programme: &Programme, first: &Inspection, looks: &[Inspection]) {
    for look in looks {
        if let (Some(second), Some(signed), Some(looked)) = (&look.second, &look.sign_off, look.looked()) {
            let args = [
                ("by", second.by.as_str().into()),
                ("items", looked.pairs.len().into()),
                ("population", second.draw.population().into()),
                ("day", date(signed.at.date_naive()).into()),
            ];
            document.paragraph(say_with(document.lang, key::SECOND_ABOUT, &args));
            for opened in said::opened(document.lang, second) {
                document.paragraph(opened);
            }
            side_by_side(document, programme, first, look, second);
            document.list(said::agreement(document.lang, &Agreement::of(&looked.pairs)));
            evidence(document, look);
            document.heading(2, say(document.lang, key::SECOND_PROOF));
            draw::proof(document, &second.draw, second.draw.drawn());
        }
    }
}

fn side_by_side(
    document: &mut Document,
    programme: &Programme,
    first: &Inspection,
    look: &Inspection,
    second: &Second,
) {
    let lang = document.lang;
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_ITEM), 5),
        Column::words(say(lang, key::SECOND_COLUMN_FIRST), 6),
        Column::words(say(lang, key::SECOND_COLUMN_SECOND), 6),
        Column::words(say(lang, key::SECOND_COLUMN_DIFFERS), 4),
    ];
    let pairs = look.looked().map(|looked| looked.pairs).unwrap_or_default();
    let rows = pairs.iter().map(|pair| {
        let cell = |answer: Option<&Answer>, of: &Inspection| {
            let (note, evidence) = recorded(of, &pair.item);
            let reason = said::reason(answer).map(str::to_owned);
            let lines = [Some(said::mark(lang, answer)), reason, note, evidence];
            lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
        };
        vec![
            words::item(lang, programme, &pair.item),
            cell(second.marks.get(&pair.item), first),
            cell(look.answer(&pair.item), look),
            said::differs(lang, pair.differs()),
        ]
    });
    document.table(columns, rows.collect());
}

/// What the second look's own evidence says: its numbers are not those of the inspection.
fn evidence(document: &mut Document, look: &Inspection) {
    if look.evidence.is_empty() {
        return;
    }
    let lang = document.lang;
    document.heading(2, say(lang, key::SECOND_EVIDENCE));
    let line = |(id, piece): (&EvidenceId, &Evidence)| {
        let source = piece.source.trim();
        let source = (!source.is_empty()).then(|| say_with(lang, key::PRAISE_SOURCE, &[("source", source.into())]));
        let beside: Vec<String> = source.into_iter().chain(piece.collected.map(date)).collect();
        let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
        format!("{id}: {}{beside}", piece.text.trim())
    };
    document.list(look.evidence.iter().map(line).collect());
}

/// The note and the numbers of the evidence at an item.
fn recorded(of: &Inspection, item: &ItemId) -> (Option<String>, Option<String>) {
    let Some(entry) = of.entries.get(item) else { return (None, None) };
    let note = entry.note.trim();
    let evidence = words::joined(&entry.evidence);
    (Some(note.to_owned()).filter(|note| !note.is_empty()), Some(evidence).filter(|numbers| !numbers.is_empty()))
}
