//! The annexes, in which a reader who was not there can follow every judgement: answers, evidence, what does not apply or was not
//! verified, burden, what was not answered, flags with their answers, the draw where there was one, and the yardstick with the
//! journal.

mod answers;
mod burden;
mod flags;

use super::{
    super::{
        document::{Column, Document},
        draw, letterhead, second, words, yardstick,
    },
    Matter,
};
use crate::{
    domain::{
        answer::Answer,
        evidence::Evidence,
        ids::EvidenceId,
        inspection::{Reopening, SignOff},
        score::{ItemState, Uncounted, uncounted},
    },
    i18n::{count, date, key, say, say_with, short_hash, time},
};

/// Adds all annexes, each on its page.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    letterhead::annex(document, 1, key::REPORT_ANNEX_ANSWERS);
    answers::add(document, matter);
    letterhead::annex(document, 2, key::REPORT_ANNEX_EVIDENCE);
    evidence(document, matter);
    letterhead::annex(document, 3, key::REPORT_ANNEX_REASONS);
    reasons(document, matter);
    letterhead::annex(document, 4, key::REPORT_ANNEX_BURDEN);
    burden::add(document, matter);
    letterhead::annex(document, 5, key::REPORT_ANNEX_OPEN);
    open(document, matter);
    let mut last = 6;
    if let Some(flagged) = matter.case.flags {
        letterhead::annex(document, last, key::REPORT_ANNEX_FLAGS);
        flags::add(document, matter, flagged);
        last += 1;
    }
    if matter.case.inspection.draw().is_some() {
        letterhead::annex(document, last, key::MODELS_ANNEX);
        draw::add(document, matter.case.programme, matter.case.inspection);
        last += 1;
    }
    if !matter.case.seconds.is_empty() {
        letterhead::annex(document, last, key::SECOND_ANNEX);
        second::add(document, matter.case.programme, matter.case.inspection, matter.case.seconds);
        last += 1;
    }
    letterhead::annex(document, last, key::REPORT_ANNEX_YARDSTICK);
    yardstick::add(document, matter.case.programme);
    document.heading(2, say(document.lang, key::REPORT_JOURNAL));
    journal(document, matter);
}

fn evidence(document: &mut Document, matter: &Matter) {
    let lang = matter.case.lang;
    let pieces = &matter.case.inspection.evidence;
    if pieces.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_EVIDENCE_AT_ALL));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 2),
        Column::words(say(lang, key::REPORT_COLUMN_KIND), 6),
        Column::words(say(lang, key::REPORT_COLUMN_WHAT), 14),
        Column::words(say(lang, key::REPORT_COLUMN_COLLECTED), 4),
    ];
    let rows = pieces
        .iter()
        .map(|(id, piece)| vec![id.to_string(), kind(matter, piece), content(matter, id, piece), days(matter, piece)]);
    document.table(columns, rows.collect());
}

/// Name of the kind, its grade and family.
fn kind(matter: &Matter, piece: &Evidence) -> String {
    let lang = matter.case.lang;
    matter.case.programme.evidence_kind(&piece.kind).map_or_else(
        || piece.kind.to_string(),
        |kind| format!("{}\n{}, {}", kind.name.to(lang), kind.grade, say(lang, words::family(kind.family))),
    )
}

/// What was seen, where from, the file, and what it is used for.
fn content(matter: &Matter, id: &EvidenceId, piece: &Evidence) -> String {
    let lang = matter.case.lang;
    let inspection = matter.case.inspection;
    let source = words::typed(lang, &piece.source);
    let mut lines =
        vec![words::typed(lang, &piece.text), say_with(lang, key::REPORT_SOURCE, &[("source", source.into())])];
    if let Some(file) = &piece.file {
        let args = [
            ("name", file.name.as_str().into()),
            ("hash", short_hash(&file.hash).into()),
            ("bytes", count(lang, file.bytes).into()),
        ];
        lines.push(say_with(lang, key::REPORT_FILE, &args));
    }
    lines.extend(carries_nothing(matter, id, piece));
    let items =
        inspection.entries.iter().filter(|(_, entry)| entry.evidence.contains(id)).map(|(item, _)| item.as_str());
    let findings =
        inspection.findings.iter().filter(|(_, finding)| finding.evidence.contains(id)).map(|(id, _)| id.as_str());
    let uses = words::joined(items.chain(findings));
    lines.push(if uses.is_empty() {
        say_with(lang, key::REPORT_UNUSED, &[("id", id.as_str().into())])
    } else {
        say_with(lang, key::REPORT_USED_FOR, &[("uses", uses.into())])
    });
    lines.join("\n")
}

/// Why a piece carries nothing, if it does.
fn carries_nothing(matter: &Matter, id: &EvidenceId, piece: &Evidence) -> Option<String> {
    let (lang, inspection) = (matter.case.lang, matter.case.inspection);
    let mut args = vec![("id", id.as_str().into())];
    let key = match uncounted(matter.case.programme, inspection, piece)? {
        Uncounted::Contradicts => key::REPORT_CONTRADICTS,
        Uncounted::Expired => {
            args.push(("date", inspection.as_of().map(date).unwrap_or_default().into()));
            key::REPORT_EXPIRED
        }
        Uncounted::Outside => key::REPORT_OUTSIDE,
        Uncounted::UnknownKind => key::REPORT_UNKNOWN_KIND,
    };
    Some(say_with(lang, key, &args))
}

fn days(matter: &Matter, piece: &Evidence) -> String {
    let lang = matter.case.lang;
    let collected = words::day(lang, piece.collected);
    match piece.expires {
        None => collected,
        Some(expires) => {
            format!("{collected}\n{}", say_with(lang, key::REPORT_EXPIRES, &[("date", date(expires).into())]))
        }
    }
}

fn reasons(document: &mut Document, matter: &Matter) {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let rows = matter.assessment.items.iter().filter_map(|item| {
        let (mark, reason) = match matter.case.inspection.answer(&item.item)? {
            Answer::Rated(_) => return None,
            Answer::NotApplicable(reason) => (key::REPORT_NOT_APPLICABLE, reason),
            Answer::NotVerified(reason) => (key::REPORT_NOT_VERIFIED, reason),
        };
        let question = programme.item(&item.item).map(|item| item.question.to(lang).to_owned());
        Some(vec![item.item.to_string(), question.unwrap_or_default(), say(lang, mark), reason.as_str().to_owned()])
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_REASONS));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_NUMBER), 2),
        Column::words(say(lang, key::REPORT_COLUMN_ITEM), 8),
        Column::words(say(lang, key::REPORT_COLUMN_MARK), 4),
        Column::words(say(lang, key::REPORT_COLUMN_REASON), 8),
    ];
    document.table(columns, rows);
}

fn open(document: &mut Document, matter: &Matter) {
    let (lang, programme) = (matter.case.lang, matter.case.programme);
    let open = matter.assessment.items.iter().filter(|item| item.state == ItemState::Open);
    let lines: Vec<_> = open
        .map(|item| {
            let question = programme.item(&item.item).map_or("", |item| item.question.to(lang));
            format!("{}: {question}", item.item)
        })
        .collect();
    if lines.is_empty() {
        document.paragraph(matter.about(key::REPORT_NOTHING_OPEN));
    } else {
        let args = [("open", lines.len().into()), ("items", matter.items().into())];
        document.paragraph(say_with(lang, key::REPORT_OPEN_ITEMS, &args));
        document.list(lines);
    }
}

/// Version, signatures, reopenings with their reasons, and the journal's head.
fn journal(document: &mut Document, matter: &Matter) {
    let case = matter.case;
    let lang = case.lang;
    let mut lines: Vec<String> = case
        .inspection
        .reopenings
        .iter()
        .enumerate()
        .map(|(place, again)| reopening(matter, place + 1, again))
        .collect();
    let version = case.inspection.version();
    lines.push(match &case.inspection.sign_off {
        None => say_with(lang, key::REPORT_VERSION_UNSIGNED, &[("version", version.into())]),
        Some(SignOff { by, at, journal_head }) => say_with(
            lang,
            key::REPORT_VERSION_SIGNED,
            &[
                ("version", version.into()),
                ("by", by.as_str().into()),
                ("at", time(*at).into()),
                ("head", journal_head.as_str().into()),
            ],
        ),
    });
    let now = [("date", date(case.today).into()), ("head", case.head.into())];
    lines.push(say_with(lang, key::REPORT_JOURNAL_NOW, &now));
    document.list(lines);
}

fn reopening(matter: &Matter, version: usize, again: &Reopening) -> String {
    let args = [
        ("version", version.into()),
        ("signer", again.signed.by.as_str().into()),
        ("signed", time(again.signed.at).into()),
        ("head", again.signed.journal_head.as_str().into()),
        ("by", again.by.as_str().into()),
        ("at", time(again.at).into()),
        ("why", again.why.as_str().into()),
    ];
    say_with(matter.case.lang, key::REPORT_REOPENED, &args)
}
