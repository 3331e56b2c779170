//! `findings export`: findings of many inspections as one text.

use super::{
    Outcome,
    args::{Export, Format, StateArg},
    failure::Failure,
    report,
    session::{Call, Session, unknown},
};
use crate::{
    domain::{
        ids::{FindingId, InspectionId},
        inspection::Inspection,
        programme::Programme,
        round::Round,
        unit::Unit,
    },
    i18n::{Message, key},
    report::{
        findings::{self, Source, Which},
        mark_practice,
    },
};
use std::sync::Arc;

pub(super) fn run(call: &mut Call, args: &Export) -> Outcome {
    let mut session = call.open()?;
    session.expect_unit(args.under.as_deref())?;
    args.round.as_deref().map(|round| session.round(round).map(|_| ())).transpose()?;
    let programme = session.vault.current_programme()?;
    args.kind.as_deref().map(|kind| Session::kind(&programme, kind)).transpose()?;
    let read = read(&mut session, args)?;
    let only = args.finding.as_deref().map(FindingId::from);
    if let Some(only) = &only {
        expect_finding(only, &read)?;
    }
    let sources: Vec<Source> = read.iter().filter_map(|part| source(&session, part)).collect();
    let which = match args.state {
        StateArg::All => Which::All,
        StateArg::Open => Which::Open,
        StateArg::Overdue => Which::Overdue,
        StateArg::Declared => Which::Declared,
        StateArg::Verified => Which::Verified,
    };
    if session.out.format == Format::Csv {
        let text = findings::csv(&sources, which, only.as_ref(), session.today);
        return report::give_content(&session, text.as_bytes(), args.out.as_deref());
    }
    let units = session.vault.units();
    let mut document = findings::build(session.out.lang, units, &sources, which, only.as_ref(), session.today);
    if session.vault.practice().is_some() {
        mark_practice(&mut document);
    }
    if sources.is_empty() {
        session.out.word(&Message::new(key::CLI_NO_FINDINGS));
    }
    report::give(&session, &document, args.out.as_deref())
}

type Part = (Arc<Programme>, Inspection);

/// The inspections in scope that have findings, in the order of unit codes, then rounds.
fn read(session: &mut Session, args: &Export) -> Result<Vec<Part>, Failure> {
    let units = session.vault.units();
    let in_scope = |unit: &Unit, round: Option<&Round>| {
        let day = round.and_then(Round::day).unwrap_or(session.today);
        args.kind.as_deref().is_none_or(|kind| unit.kind.as_str() == kind)
            && args.under.as_deref().is_none_or(|code| units.is_under(unit, code, day))
    };
    let mut asked: Vec<(String, String, InspectionId)> = session
        .vault
        .summaries()
        .into_iter()
        .filter(|summary| args.round.as_deref().is_none_or(|round| summary.round.as_str() == round))
        .filter_map(|summary| {
            let unit = units.get(summary.unit)?;
            let wanted = in_scope(unit, session.vault.round(&summary.round));
            wanted.then(|| (unit.code.clone(), summary.round.to_string(), summary.id))
        })
        .collect();
    asked.sort();
    let mut parts = Vec::new();
    for (_, _, id) in asked {
        let inspection = session.inspection(id)?;
        if !(inspection.findings.is_empty() && inspection.recommendations.is_empty()) {
            parts.push((session.programme_of(&inspection)?, inspection));
        }
    }
    Ok(parts)
}

fn source<'a>(session: &'a Session, (programme, inspection): &Part) -> Option<Source<'a>> {
    Some(Source {
        programme: Arc::clone(programme),
        unit: session.vault.units().get(inspection.plan.unit)?,
        round: session.vault.round(&inspection.plan.round)?,
        inspection: inspection.clone(),
    })
}

/// Refuses an id that no finding in scope has.
fn expect_finding(id: &FindingId, parts: &[Part]) -> Result<(), Failure> {
    let mut known = parts.iter().flat_map(|(_, inspection)| inspection.findings.keys());
    if known.clone().any(|finding| finding == id) {
        return Ok(());
    }
    Err(unknown(key::CLI_NO_FINDING, id.as_str(), known.by_ref().map(FindingId::as_str)))
}
