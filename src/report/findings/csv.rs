//! Findings as CSV: a row for each finding with each recommendation that answers it, and for each recommendation that answers none. Days
//! are ISO, states are the words of files; a cell that a spreadsheet would take for a formula begins with an apostrophe.

use super::{Source, Which};
use crate::domain::{
    finding::Finding,
    follow_up::answers,
    ids::{FindingId, RecommendationId},
    life::Stage,
    recommendation::Recommendation,
};
use crate::report::csv;
use chrono::NaiveDate;

const HEAD: [&str; 23] = [
    "round",
    "unit_code",
    "unit",
    "unit_kind",
    "signed",
    "finding",
    "kind",
    "severity",
    "items",
    "condition",
    "criterion",
    "cause",
    "effect",
    "evidence",
    "reply",
    "recommendation",
    "action",
    "owner",
    "due",
    "state",
    "days_overdue",
    "check",
    "followed_by",
];

/// The rows asked for, with the names of the columns above them.
#[must_use]
pub fn csv(sources: &[Source], which: Which, only: Option<&FindingId>, today: NaiveDate) -> String {
    let mut text = csv::line(HEAD.iter().map(|name| (*name).to_owned()));
    for source in sources {
        let inspection = &source.inspection;
        let findings = inspection.findings.iter().filter(|(id, _)| only.is_none_or(|only| only == *id));
        for (id, finding) in findings {
            let mut answered = answers(&inspection.recommendations, id).peekable();
            if answered.peek().is_none() {
                if which == Which::All {
                    text += &row(source, Some((id, finding)), None, today);
                }
                continue;
            }
            for (number, what) in answered.filter(|(number, _)| which.takes_recommendation(inspection, number, today)) {
                text += &row(source, Some((id, finding)), Some((number, what)), today);
            }
        }
        if only.is_none() {
            for (number, what) in super::alone(inspection, which, today) {
                text += &row(source, None, Some((number, what)), today);
            }
        }
    }
    text
}

fn row(
    source: &Source,
    finding: Option<(&FindingId, &Finding)>,
    what: Option<(&RecommendationId, &Recommendation)>,
    today: NaiveDate,
) -> String {
    let inspection = &source.inspection;
    let found = |of: fn(&Finding) -> String| finding.map(|(_, finding)| of(finding)).unwrap_or_default();
    let asked = |of: fn(&Recommendation) -> &str| what.map(|(_, what)| of(what).to_owned()).unwrap_or_default();
    let due = what.and_then(|(id, _)| inspection.due(id));
    let stage = what.map(|(id, _)| inspection.stage(id));
    let late = due.filter(|due| stage == Some(Stage::Open) && *due < today).map(|due| (today - due).num_days());
    let later = finding.and_then(|(id, _)| inspection.replies.get(id)).map(|reply| reply.words.clone());
    let reply = [found(|finding| finding.reply.clone()), later.unwrap_or_default()];
    let reply = reply.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n");
    let cells = [
        source.round.id.to_string(),
        source.unit.code.clone(),
        source.unit.name.clone(),
        inspection.plan.kind.to_string(),
        if inspection.is_signed() { "yes" } else { "no" }.to_owned(),
        finding.map(|(id, _)| id.to_string()).unwrap_or_default(),
        found(|finding| finding.kind.code().to_owned()),
        found(|finding| finding.severity.code().to_owned()),
        found(|finding| super::words::joined(&finding.items)),
        found(|finding| finding.condition.clone()),
        found(|finding| finding.criterion.clone()),
        found(|finding| finding.cause.clone()),
        found(|finding| finding.effect.clone()),
        found(|finding| super::words::joined(&finding.evidence)),
        reply,
        what.map(|(id, _)| id.to_string()).unwrap_or_default(),
        asked(|what| &what.action),
        asked(|what| &what.owner),
        due.map(|due| due.to_string()).unwrap_or_default(),
        stage.map(Stage::code).unwrap_or_default().to_owned(),
        late.map(|days| days.to_string()).unwrap_or_default(),
        asked(|what| &what.check),
        asked(|what| &what.followed_by),
    ];
    csv::line(cells.iter().map(|words| csv::guarded(words)))
}
