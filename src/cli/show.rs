//! `inspection show`: what is recorded of one inspection, for people, for programs, or as a fill file.

use super::{Outcome, args::Format, exit::Exit, find, output, session::Session};
use crate::{
    domain::{
        answer::Answer,
        ids::ItemId,
        inspection::{Inspection, State},
        score::{Assessment, ItemState, Score},
        share::Share,
    },
    i18n::{Lang, date, decimal_points, key, period, say, time, words},
    intake::fill,
    report::gather::Folder,
    report::{
        document::{Align, Column, Document},
        txt,
    },
};
use serde::Serialize;

pub(super) fn run(session: &mut Session, name: &str) -> Outcome {
    let id = session.find_open(name)?;
    let mut folder = session.folder(id)?;
    match session.out.format {
        Format::Toml => output::text(&fill::write(&folder.inspection))?,
        Format::Json => {
            folder.inspection = folder.inspection.blinded();
            output::json("inspection", &Shown::new(&folder))?;
        }
        _ => output::text(&txt::render(&sheet(session, &folder)))?,
    }
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Shown<'a> {
    name: String,
    unit_code: &'a str,
    unit_name: &'a str,
    score: Option<Figures>,
    band: Option<String>,
    items: Vec<ItemFigures>,
    inspection: &'a Inspection,
}

/// Figures in basis points.
#[derive(Serialize)]
struct Figures {
    claimed: Share,
    supported: Share,
    gap: Share,
    coverage: Share,
    high: Share,
    answered: u32,
    items: u32,
}

impl From<Score> for Figures {
    fn from(score: Score) -> Self {
        let Score { claimed, supported, gap, coverage, high, answered, items, .. } = score;
        Self { claimed, supported, gap, coverage, high, answered, items }
    }
}

#[derive(Serialize)]
struct ItemFigures {
    item: ItemId,
    state: &'static str,
    weight: u32,
    claimed: Share,
    grade: String,
    cap: Share,
    effective: Share,
}

impl<'a> Shown<'a> {
    fn new(folder: &'a Folder) -> Self {
        let Assessment { items, whole, band, .. } = folder.assessment();
        let figures = items.into_iter().map(|item| ItemFigures {
            item: item.item,
            state: match item.state {
                ItemState::Rated => "rated",
                ItemState::NotApplicable => "not-applicable",
                ItemState::NotVerified => "not-verified",
                ItemState::Open => "open",
            },
            weight: item.weight,
            claimed: item.claimed,
            grade: item.grade.to_string(),
            cap: item.cap,
            effective: item.effective,
        });
        Self {
            name: format!("{}/{}", folder.round.id, folder.unit.code),
            unit_code: &folder.unit.code,
            unit_name: &folder.unit.name,
            score: whole.map(Figures::from),
            band: band.map(|band| band.to_string()),
            items: figures.collect(),
            inspection: &folder.inspection,
        }
    }
}

/// The sheet of an inspection: what is known, then each item with its mark, then evidence, findings and recommendations.
fn sheet(session: &Session, folder: &Folder) -> Document {
    let lang = session.out.lang;
    let assessment = folder.assessment();
    let state = session.vault.summary(folder.inspection.id).map_or(State::Planned, |summary| summary.state);
    let mut document = Document::new(lang, folder.unit.name.clone());
    document.heading(1, format!("{} · {}", folder.unit.name, folder.round.title));
    document.facts(facts(session, folder, &assessment, state));
    items(&mut document, folder, &assessment);
    records(&mut document, folder);
    document
}

fn facts(session: &Session, folder: &Folder, assessment: &Assessment, state: State) -> Vec<(String, String)> {
    let lang = session.out.lang;
    let (plan, visit) = (&folder.inspection.plan, &folder.inspection.visit);
    let mut rows = vec![
        (key::CLI_COL_ID, find::short(folder.inspection.id)),
        (key::CLI_COL_INSPECTION, format!("{}/{}", folder.round.id, folder.unit.code)),
        (key::CLI_COL_KIND, words::short_kind(lang, &folder.programme, &plan.kind)),
        (key::CLI_COL_VALID, period(plan.period)),
        (key::CLI_COL_DUE, plan.due.map(date).unwrap_or_default()),
        (key::CLI_COL_LEAD, plan.lead.clone()),
        (key::CLI_COL_STATE, say(lang, words::state(state))),
        (key::CLI_COL_VISIT, [visit.from, visit.to].into_iter().flatten().map(time).collect::<Vec<_>>().join(" – ")),
        (key::CLI_COL_TEAM, visit.team.join(", ")),
    ];
    if let Some(score) = assessment.whole {
        let band = assessment.band.as_ref().and_then(|band| folder.programme.band(band));
        rows.extend([
            (key::CLI_COL_ANSWERED, format!("{}/{}", score.answered, score.items)),
            (key::CLI_COL_CLAIMED, decimal_points(lang, score.claimed)),
            (key::CLI_COL_SUPPORTED, decimal_points(lang, score.supported)),
            (key::CLI_COL_GAP, decimal_points(lang, score.gap)),
            (key::CLI_COL_COVERAGE, format!("{} %", decimal_points(lang, score.coverage))),
            (key::CLI_COL_BAND, band.map(|band| band.name.to(lang).to_owned()).unwrap_or_default()),
        ]);
    }
    if let Some(signed) = &folder.inspection.sign_off {
        rows.push((key::CLI_COL_SIGNED_BY, format!("{}, {}", signed.by, time(signed.at))));
    }
    rows.into_iter().filter(|(_, value)| !value.is_empty()).map(|(name, value)| (say(lang, name), value)).collect()
}

fn items(document: &mut Document, folder: &Folder, assessment: &Assessment) {
    let lang = document.lang;
    document.heading(2, say(lang, key::CLI_ITEMS));
    let rows = assessment.items.iter().map(|score| {
        let entry = folder.inspection.entries.get(&score.item);
        let label = folder.programme.item(&score.item).map(|item| item.label.to(lang).to_owned()).unwrap_or_default();
        let evidence = entry.map(|entry| entry.evidence.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
        let note = entry.map(|entry| entry.note.clone()).filter(|note| !note.is_empty());
        let lines = [Some(label), reason(folder.inspection.answer(&score.item)), note];
        vec![
            score.item.to_string(),
            lines.into_iter().flatten().collect::<Vec<_>>().join("\n"),
            mark(lang, folder.inspection.answer(&score.item)),
            score.grade.to_string(),
            evidence.unwrap_or_default(),
        ]
    });
    let rows = rows.collect();
    let columns = vec![
        column(lang, key::CLI_COL_ITEM, 3),
        column(lang, key::CLI_COL_ITEM_WORDS, 12),
        column(lang, key::CLI_COL_MARK, 3),
        column(lang, key::CLI_COL_GRADE, 2),
        column(lang, key::CLI_COL_EVIDENCE, 4),
    ];
    document.table(columns, rows);
}

fn column(lang: Lang, heading: crate::i18n::Key, weight: u16) -> Column {
    Column { heading: say(lang, heading), align: Align::Left, weight }
}

/// The mark in its shortest form: `3`, `x` for not applicable, `u` for not verified – the keys that give them.
fn mark(lang: Lang, answer: Option<&Answer>) -> String {
    match answer {
        Some(Answer::Rated(level)) => level.get().to_string(),
        Some(Answer::NotApplicable(_)) => say(lang, key::CLI_MARK_NA),
        Some(Answer::NotVerified(_)) => say(lang, key::CLI_MARK_NV),
        None => "–".into(),
    }
}

fn reason(answer: Option<&Answer>) -> Option<String> {
    match answer {
        Some(Answer::NotApplicable(reason) | Answer::NotVerified(reason)) => Some(reason.as_str().to_owned()),
        _ => None,
    }
}

fn records(document: &mut Document, folder: &Folder) {
    let lang = document.lang;
    let inspection = &folder.inspection;
    let evidence = inspection.evidence.iter().map(|(id, evidence)| {
        let kind = folder.programme.evidence_kind(&evidence.kind);
        let kind = kind.map_or_else(|| evidence.kind.to_string(), |kind| kind.name.to(lang).to_owned());
        line(id.as_str(), &[&kind, &evidence.text, &evidence.source])
    });
    section(document, key::CLI_EVIDENCE, evidence.collect());
    let findings = inspection.findings.iter().map(|(id, finding)| {
        let kind = say(lang, words::finding_kind(finding.kind));
        line(id.as_str(), &[&kind, &finding.condition, &finding.criterion])
    });
    section(document, key::CLI_FINDINGS, findings.collect());
    let recommendations = inspection.recommendations.iter().map(|(id, recommendation)| {
        let due = recommendation.due.map(date).unwrap_or_default();
        line(id.as_str(), &[&recommendation.action, &recommendation.owner, &due])
    });
    section(document, key::CLI_RECOMMENDATIONS, recommendations.collect());
}

fn section(document: &mut Document, heading: crate::i18n::Key, lines: Vec<String>) {
    if !lines.is_empty() {
        document.heading(2, say(document.lang, heading));
        document.list(lines);
    }
}

/// `V-03 · quan sát · ấp Kinh 4A …`, without the parts that are empty.
fn line(id: &str, parts: &[&str]) -> String {
    std::iter::once(id).chain(parts.iter().copied()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
