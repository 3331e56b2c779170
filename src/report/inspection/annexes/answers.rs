//! Annex 1: every item with its mark, grade, cap, claimed and effective points, evidence; below each section what the marks mean,
//! what holds a mark down, and the inspector's notes.

use super::super::{
    super::{
        document::{Column, Document},
        words,
    },
    Matter,
};
use crate::{
    domain::{
        answer::{Answer, Entry},
        ids::ItemId,
        programme::Section,
        score::ItemScore,
    },
    i18n::{key, say, say_with, short_points},
};

/// Adds the annex.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.case.lang;
    document.paragraph(matter.about(key::REPORT_ANSWERS_LEGEND));
    for section in &matter.case.programme.sections {
        let items: Vec<_> = matter.assessment.items.iter().filter(|item| item.section == section.id).collect();
        if !items.is_empty() {
            document.heading(2, heading(matter, section));
            document.table(columns(matter), items.iter().map(|item| row(matter, item)).collect());
            document.list(items.iter().filter_map(|item| said(matter, item)).collect());
        }
    }
    let strays = strays(matter);
    if !strays.is_empty() {
        document.paragraph(say_with(lang, key::REPORT_STRAYS, &[("number", strays.len().into())]));
        document.list(strays);
    }
}

fn heading(matter: &Matter, section: &Section) -> String {
    let args = [("title", section.title.to(matter.case.lang).into()), ("clause", section.clause.as_str().into())];
    say_with(matter.case.lang, key::REPORT_SECTION_HEADING, &args)
}

fn columns(matter: &Matter) -> Vec<Column> {
    let lang = matter.case.lang;
    vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 2),
        Column::words(say(lang, key::REPORT_COLUMN_ITEM), 12),
        Column::figures(say(lang, key::REPORT_COLUMN_WEIGHT), 1),
        Column::words(say(lang, key::REPORT_COLUMN_MARK_SHORT), 1),
        Column::words(say(lang, key::REPORT_COLUMN_GRADE_AND_CAP), 2),
        Column::words(say(lang, key::REPORT_COLUMN_POINTS), 2),
        Column::words(say(lang, key::REPORT_EVIDENCE), 3),
    ]
}

fn entry<'a>(matter: &Matter<'a>, id: &ItemId) -> Option<&'a Entry> {
    matter.case.inspection.entries.get(id)
}

fn row(matter: &Matter, item: &ItemScore) -> Vec<String> {
    let lang = matter.case.lang;
    let question = matter.case.programme.item(&item.item).map_or("", |item| item.question.to(lang));
    let entry = entry(matter, &item.item);
    let rated = entry.and_then(Entry::level).is_some();
    let mark = match entry.and_then(|entry| entry.answer.as_ref()) {
        None => "–".to_owned(),
        Some(Answer::Rated(level)) => level.get().to_string(),
        Some(Answer::NotApplicable(_)) => say(lang, key::REPORT_MARK_NA),
        Some(Answer::NotVerified(_)) => say(lang, key::REPORT_MARK_NV),
    };
    let points = |share| short_points(lang, share);
    let evidence = match entry {
        Some(entry) if !entry.evidence.is_empty() || rated => words::evidence(lang, &entry.evidence),
        _ => "–".to_owned(),
    };
    vec![
        item.item.to_string(),
        question.to_owned(),
        item.weight.to_string(),
        mark,
        if rated { format!("{}:\u{a0}{}", item.grade, points(item.cap)) } else { "–".to_owned() },
        if rated {
            format!("{}\u{a0}→\u{a0}{}", points(item.claimed), points(item.effective))
        } else {
            "–".to_owned()
        },
        evidence,
    ]
}

/// What the level means at this item, what holds it down, the note. `None` when there is nothing to say.
fn said(matter: &Matter, item: &ItemScore) -> Option<String> {
    let lang = matter.case.lang;
    let entry = entry(matter, &item.item)?;
    let mut lines = Vec::new();
    if let Some(level) = entry.level() {
        let means = matter.case.programme.item(&item.item).map(|item| item.levels[usize::from(level.get())].to(lang));
        let args = [
            ("item", item.item.as_str().into()),
            ("level", u32::from(level.get()).into()),
            ("means", means.unwrap_or_default().into()),
        ];
        lines.push(say_with(lang, key::REPORT_LEVEL_SAYS, &args));
    }
    lines.extend(item.ceiling.as_ref().map(|ceiling| words::held(lang, item, ceiling)));
    lines.extend(note(matter, entry));
    if lines.is_empty() {
        return None;
    }
    if entry.level().is_none() {
        lines.insert(0, format!("{}:", item.item));
    }
    Some(lines.join("\n"))
}

fn note(matter: &Matter, entry: &Entry) -> Option<String> {
    let note = entry.note.trim();
    (!note.is_empty()).then(|| say_with(matter.case.lang, key::REPORT_NOTE, &[("note", note.into())]))
}

/// What was recorded at items that the unit does not see (any more): never lost, never counted.
fn strays(matter: &Matter) -> Vec<String> {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let seen = |id: &ItemId| matter.assessment.items.iter().any(|item| item.item == *id);
    let strays = matter.case.inspection.entries.iter().filter(|(id, _)| !seen(id));
    strays
        .map(|(id, entry)| {
            let mut lines = vec![words::item(lang, programme, id)];
            lines.extend(match &entry.answer {
                None => None,
                Some(Answer::Rated(level)) => {
                    let level = u32::from(level.get());
                    Some(say_with(lang, key::REPORT_STRAY_LEVEL, &[("level", level.into())]))
                }
                Some(Answer::NotApplicable(reason)) => {
                    Some(format!("{}: {}", say(lang, key::REPORT_NOT_APPLICABLE), reason.as_str()))
                }
                Some(Answer::NotVerified(reason)) => {
                    Some(format!("{}: {}", say(lang, key::REPORT_NOT_VERIFIED), reason.as_str()))
                }
            });
            if !entry.evidence.is_empty() {
                lines.push(format!("{}: {}", say(lang, key::REPORT_EVIDENCE), words::joined(&entry.evidence)));
            }
            lines.extend(note(matter, entry));
            lines.join("\n")
        })
        .collect()
}
