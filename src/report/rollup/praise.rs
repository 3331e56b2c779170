//! The annex of nominations for praise, and why other units are not put forward. The rule is `domain::nomination`.

use super::{
    super::{
        document::{Column, Document},
        words,
    },
    Matter,
};
use crate::{
    domain::{
        inspection::Inspection,
        nomination::{Candidate, Nominations},
    },
    i18n::{key, praise, say, say_with},
};

/// Adds the rule, the nominations, and the reasons against the others.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let programme = matter.material.scope.programme;
    let all: Vec<(&Inspection, Nominations)> = matter
        .inspections
        .iter()
        .filter_map(|inspection| Some((*inspection, Nominations::of(programme, inspection)?)))
        .collect();
    document.paragraph(say(lang, key::PRAISE_RULE));
    let args = [
        ("nominated", all.iter().filter(|(_, one)| one.has_any()).count().into()),
        ("signed", all.len().into()),
        ("missing", matter.rollup.not_inspected.len().into()),
    ];
    document.paragraph(say_with(lang, key::PRAISE_COUNTS, &args));
    nominated(document, matter, &all);
    let others: Vec<_> = all.iter().filter(|(_, one)| !one.has_any()).collect();
    if others.is_empty() {
        return;
    }
    document.heading(2, say(lang, key::PRAISE_WHY_NOT));
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 5),
        Column::words(say(lang, key::PRAISE_COLUMN_WHY), 12),
    ];
    let rows = others.iter().map(|(inspection, one)| vec![matter.unit(inspection), reasons(matter, one)]);
    document.table(columns, rows.collect());
}

fn nominated(document: &mut Document, matter: &Matter, all: &[(&Inspection, Nominations)]) {
    let lang = matter.material.lang;
    let rows: Vec<Vec<String>> = all
        .iter()
        .flat_map(|(inspection, one)| {
            let praised = one.candidates.iter().filter(|candidate| candidate.is_nominated());
            praised.map(|candidate| {
                vec![
                    matter.unit(inspection),
                    praise::candidate(lang, candidate),
                    evidence(matter, inspection, candidate),
                ]
            })
        })
        .collect();
    if rows.is_empty() {
        document.paragraph(matter.about(key::PRAISE_NONE));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 5),
        Column::words(say(lang, key::PRAISE_COLUMN_WHAT), 7),
        Column::words(say(lang, key::PRAISE_COLUMN_EVIDENCE), 9),
    ];
    document.table(columns, rows);
}

/// Every piece with what it says and where it comes from: who was not there can follow the praise down to it.
fn evidence(matter: &Matter, inspection: &Inspection, candidate: &Candidate) -> String {
    let lang = matter.material.lang;
    let piece = |id| {
        let piece = inspection.evidence.get(id)?;
        let source = piece.source.trim();
        let source = (!source.is_empty()).then(|| say_with(lang, key::PRAISE_SOURCE, &[("source", source.into())]));
        let day = piece.collected.map(|day| words::day(lang, Some(day)));
        let beside: Vec<String> = source.into_iter().chain(day).collect();
        let beside = if beside.is_empty() { String::new() } else { format!(" ({})", beside.join(", ")) };
        Some(format!("{id}: {}{beside}", piece.text.trim()))
    };
    let lines = std::iter::once(praise::evidence(lang, candidate)).chain(candidate.evidence.iter().filter_map(piece));
    lines.collect::<Vec<_>>().join("\n")
}

fn reasons(matter: &Matter, one: &Nominations) -> String {
    let lang = matter.material.lang;
    if one.candidates.is_empty() {
        return say(lang, key::PRAISE_NO_STRENGTH);
    }
    let line = |candidate: &Candidate| {
        format!("{} – {}", praise::candidate(lang, candidate), praise::why_not(lang, candidate))
    };
    one.candidates.iter().map(line).collect::<Vec<_>>().join("\n")
}
