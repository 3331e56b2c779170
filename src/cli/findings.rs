//! `findings export`: findings of many inspections as one text.

use super::{
    Outcome,
    args::{Export, SeverityArg, StateArg},
    failure::Failure,
    give,
    session::{Call, Session, unknown},
};
use crate::{
    domain::{finding::Severity, ids::FindingId},
    i18n::{Message, key},
    report::{
        asked::About,
        findings::{Wanted, Which},
    },
};
use std::collections::BTreeSet;

pub(super) fn run(call: &mut Call, args: &Export) -> Outcome {
    let mut session = call.open()?;
    let wanted = wanted(&mut session, args)?;
    let (only, about) = (wanted.only.clone(), About::Findings(wanted));
    let known = known(&mut session, &about)?;
    if let Some(only) = &only
        && !known.contains(only)
    {
        return Err(unknown(key::CLI_NO_FINDING, only.as_str(), known.iter().map(FindingId::as_str)));
    }
    if known.is_empty() {
        session.out.word(&Message::new(key::CLI_NO_FINDINGS));
    }
    give::made(&mut session, about, "", args.out.as_deref())
}

fn wanted(session: &mut Session, args: &Export) -> Result<Wanted, Failure> {
    session.expect_unit(args.under.as_deref())?;
    let round = args.round.as_deref().map(|round| session.round(round).map(|round| round.id.clone())).transpose()?;
    let programme = session.vault.current_programme()?;
    let kind = args.kind.as_deref();
    if let Some(clause) = &args.clause {
        let clauses: BTreeSet<&str> = programme.items().map(|(_, item)| item.clause.as_str()).collect();
        if !clauses.contains(clause.as_str()) {
            return Err(unknown(key::CLI_NO_CLAUSE, clause, clauses));
        }
    }
    Ok(Wanted {
        round,
        under: args.under.clone(),
        kind: kind.map(|kind| Session::kind(&programme, kind)).transpose()?,
        which: match args.state {
            StateArg::All => Which::All,
            StateArg::Open => Which::Open,
            StateArg::Overdue => Which::Overdue,
            StateArg::Declared => Which::Declared,
            StateArg::Verified => Which::Verified,
        },
        clause: args.clause.clone(),
        severity: args.severity.map(|severity| match severity {
            SeverityArg::Low => Severity::Low,
            SeverityArg::Medium => Severity::Medium,
            SeverityArg::High => Severity::High,
        }),
        due: args.due,
        only: args.finding.as_deref().map(FindingId::from),
    })
}

/// The findings of the inspections in scope.
fn known(session: &mut Session, about: &About) -> Result<BTreeSet<FindingId>, Failure> {
    let mut known = BTreeSet::new();
    for id in about.reads(&session.vault, session.today) {
        known.extend(session.inspection(id)?.findings.into_keys());
    }
    Ok(known)
}
