//! `inspection list`, `sign`, `reopen`; `show` and `fill` have files of their own.

use super::{
    Outcome,
    args::Inspection as Args,
    exit::Exit,
    failure::Failure,
    fill, lint,
    output::Table,
    session::{Call, Session},
    show,
};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::InspectionId,
        inspection::State,
        programme::Programme,
        sign_off::{self, Hindrance, Shut},
        summary::Summary,
    },
    i18n::{Message, date, decimal_points, key, say, time, words},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::cmp::Reverse;

pub(super) fn run(call: &mut Call, args: Args) -> Outcome {
    let mut session = call.open()?;
    match args {
        Args::List { pending, round, unit } => {
            let wish = Wish { pending, round: round.as_deref(), unit: unit.as_deref() };
            list(&session, &wish)
        }
        Args::Show { id } => show::run(&mut session, &id),
        Args::Fill { id, file } => fill::run(&mut session, &id, &file),
        Args::Lint { id } => lint::run(&mut session, &id),
        Args::Sign { id, by } => sign(&mut session, &id, &by),
        Args::Reopen { id, why } => reopen(&mut session, &id, &why),
    }
}

/// Which inspections are listed.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Wish<'a> {
    /// Only those without a signature.
    pub(super) pending: bool,
    /// Only of this round.
    pub(super) round: Option<&'a str>,
    /// Only of the unit with this code.
    pub(super) unit: Option<&'a str>,
}

#[derive(Serialize)]
struct List {
    today: NaiveDate,
    inspections: Vec<ListRow>,
}

#[derive(Serialize)]
struct ListRow {
    id: InspectionId,
    name: String,
    unit: String,
    kind: String,
    round: String,
    due: Option<NaiveDate>,
    overdue: bool,
    lead: String,
    state: State,
    answered: u32,
    items: u32,
    claimed: Option<u16>,
    supported: Option<u16>,
    coverage: Option<u16>,
    band: Option<String>,
    version: u32,
}

fn list(session: &Session, wish: &Wish) -> Outcome {
    wish.round.map(|round| session.round(round).map(|_| ())).transpose()?;
    session.expect_unit(wish.unit)?;
    let summaries = listed(session, wish);
    let body = List {
        today: session.today,
        inspections: summaries.iter().map(|summary| list_row(session, summary)).collect(),
    };
    session.out.table("inspection-list", &body, &table(session, &summaries))?;
    if summaries.is_empty() {
        let any = session.vault.heads().next().is_some();
        session.out.word(&Message::new(if any { key::CLI_NO_MATCH } else { key::CLI_NO_INSPECTIONS_YET }));
    }
    Ok(Exit::Done)
}

/// The inspections of a wish: by their day, those without one after the others, signed ones last.
pub(super) fn listed<'a>(session: &'a Session, wish: &Wish) -> Vec<&'a Summary> {
    let code = |summary: &Summary| session.vault.units().get(summary.unit).map(|unit| unit.code.clone());
    let asked = |summary: &&Summary| {
        (!wish.pending || summary.state != State::Signed)
            && wish.round.is_none_or(|round| summary.round.as_str() == round)
            && wish.unit.is_none_or(|unit| code(summary).as_deref() == Some(unit))
    };
    let mut summaries: Vec<&Summary> = session.vault.summaries().into_iter().filter(asked).collect();
    summaries.sort_by_cached_key(|summary| {
        let signed = summary.state == State::Signed;
        (signed, summary.due.is_none(), summary.due, Reverse(summary.signed_at), code(summary), summary.id)
    });
    summaries
}

fn list_row(session: &Session, summary: &Summary) -> ListRow {
    let unit = session.vault.units().get(summary.unit).map(|unit| unit.name.clone()).unwrap_or_default();
    ListRow {
        id: summary.id,
        name: session.label(summary),
        unit,
        kind: summary.kind.to_string(),
        round: summary.round.to_string(),
        due: summary.due,
        overdue: summary.is_overdue(session.today),
        lead: summary.lead.clone(),
        state: summary.state,
        answered: summary.answered,
        items: summary.items,
        claimed: summary.whole.map(|whole| whole.claimed.bp()),
        supported: summary.whole.map(|whole| whole.supported.bp()),
        coverage: summary.whole.map(|whole| whole.coverage.bp()),
        band: summary.band.as_ref().map(ToString::to_string),
        version: summary.version,
    }
}

/// The table of inspections, as `inspection list` and `demo` print it.
pub(super) fn table(session: &Session, summaries: &[&Summary]) -> Table {
    let lang = session.out.lang;
    let heading = |key| say(lang, key);
    let mut table = Table::default()
        .words(heading(key::CLI_COL_ID))
        .words(heading(key::CLI_COL_UNIT))
        .words(heading(key::CLI_COL_DUE))
        .words(heading(key::CLI_COL_STATE))
        .figures(heading(key::CLI_COL_ANSWERED))
        .figures(heading(key::CLI_COL_SCORE))
        .words(heading(key::CLI_COL_LEAD));
    for (summary, shown_id) in summaries.iter().zip(session.shown_ids(summaries)) {
        let unit = session.vault.units().get(summary.unit).map(|unit| unit.name.clone()).unwrap_or_default();
        let supported = summary.whole.filter(|_| summary.answered > 0);
        table.row(vec![
            shown_id,
            unit,
            due_words(session, summary),
            say(lang, words::state(summary.state)),
            format!("{}/{}", summary.answered, summary.items),
            supported.map(|whole| decimal_points(lang, whole.supported)).unwrap_or_default(),
            summary.lead.clone(),
        ]);
    }
    table
}

/// The day, and how many days it is past.
fn due_words(session: &Session, summary: &Summary) -> String {
    match summary.due {
        Some(due) if summary.is_overdue(session.today) => {
            let days = (session.today - due).num_days();
            format!("{} ({})", date(due), Message::new(key::CLI_LATE).with("days", days).to(session.out.lang))
        }
        Some(due) => date(due),
        None => String::new(),
    }
}

#[derive(Serialize)]
struct Signed {
    id: InspectionId,
    name: String,
    version: usize,
    journal_head: String,
}

fn sign(session: &mut Session, name: &str, by: &str) -> Outcome {
    let id = session.find_open(name)?;
    let folder = session.folder(id)?;
    let head = session.vault.head();
    let signed = sign_off::sign(&folder.inspection, &folder.assessment(), by, session.now, head)
        .map_err(|hindrances| hindered(&folder.programme, session, &hindrances))?;
    let name = format!("{}/{}", folder.round.id, folder.unit.code);
    let message = Message::new(key::CLI_SIGNED)
        .with("name", name.clone())
        .with("unit", folder.unit.name.clone())
        .with("by", signed.by.clone());
    let body = Signed { id, name, version: folder.inspection.version(), journal_head: signed.journal_head.clone() };
    session.commit(vec![Change::Inspection { id, edit: Box::new(Edit::SignOff(signed)) }])?;
    session.back_up();
    session.out.done("inspection-sign", &body, &message)?;
    Ok(Exit::Done)
}

/// Everything that hinders the signature, one line each.
fn hindered(programme: &Programme, session: &Session, hindrances: &[Hindrance]) -> Failure {
    let lang = session.out.lang;
    let mut failure = Failure::failed(Message::new(key::CLI_HINDERED).with("n", hindrances.len()));
    let any_open = hindrances.iter().any(|hindrance| matches!(hindrance, Hindrance::Open(_)));
    for hindrance in hindrances {
        failure = failure.and(match hindrance {
            Hindrance::Signed(signed) => {
                Message::new(key::CLI_SIGNED_ALREADY).with("by", signed.by.clone()).with("at", time(signed.at))
            }
            Hindrance::Open(id) => Message::new(key::CLI_HINDERED_OPEN)
                .with("item", id.as_str())
                .with("label", programme.item(id).map(|item| item.label.to(lang).to_owned()).unwrap_or_default()),
            Hindrance::Broken(id) => Message::new(key::CLI_HINDERED_BROKEN).with("item", id.as_str()).with(
                "rule",
                programme
                    .item(id)
                    .and_then(|item| item.constraint.as_ref())
                    .map_or("", |constraint| constraint.text.to(lang)),
            ),
            Hindrance::NotBy(name) => Message::new(key::SECOND_HINDERED_NAME).with("name", name.clone()),
            Hindrance::NoName => Message::new(key::CLI_HINDERED_NAME),
        });
    }
    if any_open { failure.and(key::CLI_HINDERED_HOW) } else { failure }
}

#[derive(Serialize)]
struct Reopened {
    id: InspectionId,
    name: String,
    version: usize,
}

fn reopen(session: &mut Session, name: &str, why: &str) -> Outcome {
    let id = session.find_open(name)?;
    let folder = session.folder(id)?;
    let reopening =
        sign_off::reopen(&folder.inspection, &session.actor(), session.now, why).map_err(|shut| match shut {
            Shut::NotSigned => Failure::failed(key::CLI_NOT_SIGNED),
            Shut::BothKnown => Failure::failed(key::SECOND_REFUSED_REOPEN),
            Shut::NoReason => Failure::input(key::CLI_NO_REASON),
        })?;
    session.commit(vec![Change::Inspection { id, edit: Box::new(Edit::Reopen(reopening)) }])?;
    let name = format!("{}/{}", folder.round.id, folder.unit.code);
    let version = folder.inspection.version() + 1;
    let message = Message::new(key::CLI_REOPENED).with("name", name.clone()).with("version", version);
    session.out.done("inspection-reopen", &Reopened { id, name, version }, &message)?;
    Ok(Exit::Done)
}
