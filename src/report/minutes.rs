//! The working minutes (BB) that are signed on site: who was there, what was gone through, what was found on which evidence, what the unit
//! says, what is recommended, and the journal's head, so that the paper proves what stood in the laptop when it was signed. Secretary
//! left, chair right.

use super::{
    Case,
    document::{Block, Column, Document},
    letterhead, mark_practice, words,
};
use crate::{
    domain::{
        answer::Answer,
        finding::FindingKind,
        score::{self, Assessment, ItemState},
    },
    i18n::{Key, date, key, say, say_with, short_hash, time},
};

/// Builds the minutes.
#[must_use]
pub fn build(case: &Case) -> Document {
    let lang = case.lang;
    let assessment = score::assess(case.programme, case.inspection, &case.about);
    let unit = || [("unit", case.unit.name.as_str().into())];
    let mut document =
        Document::new(lang, say_with(lang, key::MINUTES_PROPERTY, &[("unit", words::unit(case.unit).into())]));
    if case.practice {
        mark_practice(&mut document);
    }
    let summary = vec![
        say_with(lang, key::MINUTES_TITLE, &unit()),
        case.programme.title.to(lang).to_owned(),
        say_with(lang, key::REPORT_ROUND_LINE, &[("round", words::round(case.round).into())]),
    ];
    letterhead::begin_minutes(&mut document, &case.paper(), summary);
    present(&mut document, case);
    gone_through(&mut document, case, &assessment);
    found(&mut document, case);
    recommended(&mut document, case);
    document.heading(1, say(lang, key::MINUTES_CLOSING));
    closing(&mut document, case);
    document.blocks.push(Block::Signature {
        left: vec![
            say(lang, key::MINUTES_SECRETARY),
            String::new(),
            String::new(),
            String::new(),
            say(lang, key::REPORT_SIGN_HERE),
        ],
        right: vec![say(lang, key::MINUTES_CHAIR), String::new(), String::new(), String::new(), chair(case)],
    });
    document.blocks.push(Block::Signature {
        left: Vec::new(),
        right: vec![
            say(lang, key::MINUTES_FOR_UNIT),
            case.unit.name.to_uppercase(),
            String::new(),
            String::new(),
            say(lang, key::REPORT_SIGN_HERE),
        ],
    });
    document
}

fn chair(case: &Case) -> String {
    let lead = case.inspection.plan.lead.trim();
    if lead.is_empty() { say(case.lang, key::REPORT_SIGN_HERE) } else { lead.to_owned() }
}

fn present(document: &mut Document, case: &Case) {
    let lang = case.lang;
    document.heading(1, say(lang, key::MINUTES_PRESENT));
    let visit = &case.inspection.visit;
    let moment =
        |at: Option<chrono::DateTime<chrono::FixedOffset>>| at.map_or_else(|| say(lang, key::REPORT_UNRECORDED), time);
    let day = case.inspection.as_of().unwrap_or(case.today);
    let place = words::place(case.units, case.unit, day);
    let mut rows = vec![
        words::fact(lang, key::MINUTES_BEGAN, moment(visit.from)),
        words::fact(lang, key::MINUTES_ENDED, moment(visit.to)),
        words::fact(lang, key::REPORT_UNIT, words::unit(case.unit)),
        words::fact(lang, key::REPORT_TEAM, words::typed(lang, &words::joined(&visit.team))),
        words::fact(lang, key::REPORT_LEAD, words::typed(lang, &case.inspection.plan.lead)),
        words::fact(lang, key::MINUTES_UNIT_PRESENT, say(lang, key::MINUTES_TO_BE_WRITTEN)),
    ];
    if !place.is_empty() {
        rows.insert(3, words::fact(lang, key::REPORT_PLACE, place));
    }
    document.facts(rows);
}

/// What was gone through: counts, then each item that does not apply or could not be verified, with its reason.
fn gone_through(document: &mut Document, case: &Case, assessment: &Assessment) {
    let lang = case.lang;
    document.heading(1, say(lang, key::MINUTES_GONE_THROUGH));
    let count = |state| assessment.items.iter().filter(|item| item.state == state).count();
    let args = [
        ("items", assessment.items.len().into()),
        ("rated", count(ItemState::Rated).into()),
        ("unasked", count(ItemState::NotApplicable).into()),
        ("unverified", count(ItemState::NotVerified).into()),
        ("open", count(ItemState::Open).into()),
        ("evidence", case.inspection.evidence.len().into()),
    ];
    document.paragraph(say_with(lang, key::MINUTES_COUNTS, &args));
    let columns = vec![
        Column::words(say(lang, key::MINUTES_COLUMN_ITEM), 10),
        Column::words(say(lang, key::MINUTES_COLUMN_MARK), 6),
        Column::words(say(lang, key::REPORT_EVIDENCE), 5),
    ];
    let rows = assessment.items.iter().map(|score| {
        let entry = case.inspection.entries.get(&score.item);
        let mark = match entry.and_then(|entry| entry.answer.as_ref()) {
            Some(Answer::Rated(level)) => level.get().to_string(),
            Some(Answer::NotApplicable(why)) => {
                format!("{}: {}", case.programme.scale.not_applicable.to(lang), why.as_str())
            }
            Some(Answer::NotVerified(why)) => {
                format!("{}: {}", case.programme.scale.not_verified.to(lang), why.as_str())
            }
            None => say(lang, key::MINUTES_OPEN),
        };
        let cited = entry.map(|entry| words::joined(&entry.evidence)).unwrap_or_default();
        let cited = if cited.is_empty() { "–".to_owned() } else { cited };
        vec![words::item(lang, case.programme, &score.item), mark, cited]
    });
    document.table(columns, rows.collect());
}

fn found(document: &mut Document, case: &Case) {
    let lang = case.lang;
    document.heading(1, say(lang, key::MINUTES_FOUND));
    let findings = &case.inspection.findings;
    if findings.is_empty() {
        document.paragraph(about(case, key::MINUTES_NONE_FOUND));
        return;
    }
    for (id, finding) in findings {
        document.heading(3, format!("{id}: {}", words::finding(lang, finding)));
        let mut rows = vec![
            words::fact(lang, key::REPORT_CONDITION, words::typed(lang, &finding.condition)),
            words::fact(lang, key::REPORT_CRITERION, words::criterion(lang, case.programme, finding)),
            words::fact(lang, key::REPORT_EVIDENCE, words::evidence(lang, &finding.evidence)),
        ];
        if finding.kind == FindingKind::Shortfall {
            rows.push(words::fact(lang, key::REPORT_REPLY, words::reply(lang, case.inspection, id, finding)));
        }
        document.facts(rows);
    }
}

fn recommended(document: &mut Document, case: &Case) {
    let lang = case.lang;
    document.heading(1, say(lang, key::MINUTES_RECOMMENDED));
    let all = &case.inspection.recommendations;
    if all.is_empty() {
        document.paragraph(about(case, key::MINUTES_NONE_RECOMMENDED));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 3),
        Column::words(say(lang, key::REPORT_COLUMN_ACTION), 9),
        Column::words(say(lang, key::REPORT_COLUMN_OWNER), 5),
        Column::words(say(lang, key::REPORT_COLUMN_DUE), 4),
    ];
    let rows = all.iter().map(|(id, what)| {
        let due = words::day(lang, what.due);
        vec![id.to_string(), what.action.trim().to_owned(), words::typed(lang, &what.owner), due]
    });
    document.table(columns, rows.collect());
}

/// Who stands in for the paper: the head of the journal, in full, and its short form to read aloud.
fn closing(document: &mut Document, case: &Case) {
    let args = [("date", date(case.today).into()), ("short", short_hash(case.head).into()), ("head", case.head.into())];
    document.paragraph(say_with(case.lang, key::MINUTES_HEAD, &args));
}

fn about(case: &Case, sentence: Key) -> String {
    say_with(case.lang, sentence, &[("unit", case.unit.name.as_str().into()), ("date", date(case.today).into())])
}
