//! Nominations for praise, and why other units are not put forward: an annex of the roll-up, and a document and a table of their own. The
//! rule is `domain::nomination`.

use super::{
    super::{
        csv,
        document::{Block, Column, Document},
        letterhead, mark_practice, words,
    },
    Matter, WORTH,
};
use crate::{
    beside::each,
    domain::{
        inspection::Inspection,
        nomination::{Candidate, Nominations, Subject},
    },
    i18n::{key, praise, say, say_with},
};

/// The inspections with what could be praised of each.
type Praised<'a> = Vec<(&'a Inspection, Nominations)>;

fn gather<'a>(matter: &Matter<'a>) -> Praised<'a> {
    let programme = matter.material.scope.programme;
    each(matter.inspections, WORTH, |inspection| Some((*inspection, Nominations::of(programme, inspection)?)))
}

/// Adds the annex: the rule, the nominations, and the reasons against the others.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let all = gather(matter);
    rule(document, matter, &all);
    nominated(document, matter, &all);
    if all.iter().any(|(_, one)| !one.has_any()) {
        document.heading(2, say(lang, key::PRAISE_WHY_NOT));
        others(document, matter, &all);
    }
}

/// The document of its own (`TTr`), to whoever praises.
pub(super) fn document(matter: &Matter) -> Document {
    let material = matter.material;
    let lang = material.lang;
    let mut document = Document::new(lang, matter.about(key::PRAISE_PROPERTY));
    if material.practice {
        mark_practice(&mut document);
    }
    let paper = matter.paper();
    let all = gather(matter);
    letterhead::begin_nominations(&mut document, &paper, matter.summary(key::PRAISE_TITLE));
    document.blocks.extend(paper.addressed(lang).map(|text| Block::Paragraph { text }));
    rule(&mut document, matter, &all);
    document.heading(1, say(lang, key::PRAISE_NOMINATED));
    nominated(&mut document, matter, &all);
    if all.iter().any(|(_, one)| !one.has_any()) {
        document.heading(1, say(lang, key::PRAISE_OTHERS));
        others(&mut document, matter, &all);
    }
    letterhead::end(&mut document, &paper, letterhead::Signing::ByHand);
    document
}

const HEAD: [&str; 13] = [
    "round",
    "unit_code",
    "unit",
    "unit_kind",
    "signed_by",
    "subject",
    "number",
    "words",
    "items",
    "nominated",
    "grade",
    "evidence",
    "why_not",
];

/// A row for everything that could be praised, put forward or not; states and days are the words of files.
pub(super) fn csv(matter: &Matter) -> String {
    let mut text = csv::line(HEAD.map(str::to_owned));
    for (inspection, one) in gather(matter) {
        for candidate in &one.candidates {
            let cells = row(matter, inspection, candidate);
            text += &csv::line(cells.iter().map(|words| csv::guarded(words)));
        }
    }
    text
}

fn row(matter: &Matter, inspection: &Inspection, candidate: &Candidate) -> [String; 13] {
    let lang = matter.material.lang;
    let unit = matter.material.scope.units.get(inspection.plan.unit);
    let nominated = candidate.is_nominated();
    [
        inspection.plan.round.to_string(),
        unit.map(|unit| unit.code.clone()).unwrap_or_default(),
        unit.map(|unit| unit.name.clone()).unwrap_or_default(),
        inspection.plan.kind.to_string(),
        inspection.sign_off.as_ref().map(|sign_off| sign_off.by.clone()).unwrap_or_default(),
        if matches!(candidate.subject, Subject::Model(_)) { "model" } else { "strength" }.to_owned(),
        candidate.subject.number().to_owned(),
        candidate.words.clone(),
        words::joined(&candidate.items),
        if nominated { "yes" } else { "no" }.to_owned(),
        candidate.grade.to_string(),
        if nominated { evidence(matter, inspection, candidate) } else { words::joined(&candidate.evidence) },
        praise::barriers(lang, candidate).join("\n"),
    ]
}

fn rule(document: &mut Document, matter: &Matter, all: &Praised) {
    let lang = matter.material.lang;
    document.paragraph(say(lang, key::PRAISE_RULE));
    let args = [
        ("nominated", all.iter().filter(|(_, one)| one.has_any()).count().into()),
        ("signed", all.len().into()),
        ("missing", matter.rollup.not_inspected.len().into()),
    ];
    document.paragraph(say_with(lang, key::PRAISE_COUNTS, &args));
}

/// The units of which nothing is put forward, with why.
fn others(document: &mut Document, matter: &Matter, all: &Praised) {
    let lang = matter.material.lang;
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 5),
        Column::words(say(lang, key::PRAISE_COLUMN_WHY), 12),
    ];
    let others = all.iter().filter(|(_, one)| !one.has_any());
    let rows = others.map(|(inspection, one)| vec![matter.unit(inspection), reasons(matter, one)]);
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
