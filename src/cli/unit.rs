//! `unit import`, `unit list`, `unit show`.

use super::{
    Outcome,
    args::Unit as Args,
    exit::Exit,
    failure::Failure,
    file, find,
    meter::Meter,
    output::{self, Table},
    session::{Call, Session},
};
use crate::{
    domain::{
        edit::Change,
        ids::{InspectionId, UnitId},
        inspection::State,
        programme::Programme,
        summary::Summary,
        unit::Unit,
    },
    i18n::{Key, Lang, Message, date, key, period, say, words},
    intake::units::{self, Row, RowDoes},
    store::Progress,
};
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;
use uuid::Uuid;

pub(super) fn run(call: &mut Call, args: Args) -> Outcome {
    let mut session = call.open()?;
    match args {
        Args::Import { file, dry_run } => import(&mut session, &file, dry_run),
        Args::List { under, kind, on } => list(&mut session, under.as_deref(), kind.as_deref(), on),
        Args::Show { code } => show(&mut session, &code),
    }
}

#[derive(Serialize)]
struct Imported {
    added: usize,
    changed: usize,
    unchanged: usize,
    dry_run: bool,
    rows: Vec<ImportedRow>,
}

#[derive(Serialize)]
struct ImportedRow {
    line: usize,
    does: &'static str,
    code: String,
    name: String,
}

fn import(session: &mut Session, path: &Path, dry_run: bool) -> Outcome {
    // Three stages: read, checked, kept. The last is one record, there whole or not at all.
    let mut meter = Meter::of(key::CLI_DOES_UNITS, session.out);
    let mut stage = |done| meter.at(Progress { done, total: 3 });
    let content = file::read(path, file::LIMIT)?;
    stage(1);
    let programme = session.vault.current_programme()?;
    let kinds: Vec<_> = programme.unit_kinds.iter().map(|kind| kind.id.clone()).collect();
    let mut new_id = || UnitId(Uuid::new_v4());
    let rows = units::read(&content, session.vault.units(), &kinds, &mut new_id)
        .map_err(|mistakes| Failure::mistakes(path, mistakes))?;
    stage(2);
    let count = |does| rows.iter().filter(|row| row.does == does).count();
    let body = Imported {
        added: count(RowDoes::Adds),
        changed: count(RowDoes::Changes),
        unchanged: count(RowDoes::Nothing),
        dry_run,
        rows: rows.iter().map(imported_row).collect(),
    };
    let sentence = if dry_run { key::CLI_IMPORT_WOULD } else { key::CLI_IMPORTED };
    let message = Message::new(sentence)
        .with("added", body.added)
        .with("changed", body.changed)
        .with("unchanged", body.unchanged);
    if dry_run {
        if !session.out.is_json() {
            output::text(&import_table(session.out.lang, &rows).render())?;
        }
    } else if body.added + body.changed > 0 {
        session.back_up();
        let fresh = rows.into_iter().filter(|row| row.does != RowDoes::Nothing);
        session.commit(fresh.map(|row| Change::Unit(row.unit)).collect())?;
    }
    drop(meter);
    session.out.done("unit-import", &body, &message)?;
    Ok(Exit::Done)
}

fn imported_row(row: &Row) -> ImportedRow {
    let does = match row.does {
        RowDoes::Adds => "adds",
        RowDoes::Changes => "changes",
        RowDoes::Nothing => "nothing",
    };
    ImportedRow { line: row.line, does, code: row.unit.code.clone(), name: row.unit.name.clone() }
}

fn import_table(lang: Lang, rows: &[Row]) -> Table {
    let heading = |key| say(lang, key);
    let mut table = Table::default()
        .figures(heading(key::CLI_COL_LINE))
        .words(heading(key::CLI_COL_DOES))
        .words(heading(key::CLI_COL_CODE))
        .words(heading(key::CLI_COL_NAME));
    for row in rows {
        let does = match row.does {
            RowDoes::Adds => key::CLI_ADDS,
            RowDoes::Changes => key::CLI_CHANGES,
            RowDoes::Nothing => key::CLI_NOTHING,
        };
        table.row(vec![row.line.to_string(), say(lang, does), row.unit.code.clone(), row.unit.name.clone()]);
    }
    table
}

/// A unit as JSON gives it.
#[derive(Serialize)]
struct UnitRow<'a> {
    id: String,
    code: &'a str,
    name: &'a str,
    kind: &'a str,
    parent: Option<&'a str>,
    tier: &'static str,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    pilot: bool,
    address: &'a str,
    contact: &'a str,
    note: &'a str,
}

impl<'a> From<&'a Unit> for UnitRow<'a> {
    fn from(unit: &'a Unit) -> Self {
        Self {
            id: unit.id.to_string(),
            code: &unit.code,
            name: &unit.name,
            kind: unit.kind.as_str(),
            parent: unit.parent.as_deref(),
            tier: unit.tier.code(),
            from: unit.valid.from,
            to: unit.valid.to,
            pilot: unit.pilot,
            address: &unit.address,
            contact: &unit.contact,
            note: &unit.note,
        }
    }
}

#[derive(Serialize)]
struct UnitList<'a> {
    day: NaiveDate,
    units: Vec<UnitRow<'a>>,
}

fn list(session: &mut Session, under: Option<&str>, kind: Option<&str>, on: Option<NaiveDate>) -> Outcome {
    let programme = session.vault.current_programme()?;
    session.expect_unit(under)?;
    let kind = kind
        .filter(|kind| *kind != "place")
        .map_or(Ok(kind.map(Into::into)), |kind| Session::kind(&programme, kind).map(Some))?;
    let (units, day) = (session.vault.units(), on.unwrap_or(session.today));
    let asked = |unit: &&Unit| {
        kind.as_ref().is_none_or(|kind| unit.kind == *kind) && under.is_none_or(|code| units.is_under(unit, code, day))
    };
    let (holding, past): (Vec<&Unit>, Vec<&Unit>) = units.iter().filter(asked).partition(|unit| unit.valid.holds(day));
    let body = UnitList { day, units: holding.iter().map(|unit| UnitRow::from(*unit)).collect() };
    session.out.table("unit-list", &body, &list_table(session, &programme, &holding))?;
    if !past.is_empty() {
        session.out.word(&Message::new(key::CLI_UNITS_PAST).with("n", past.len()).with("day", date(day)));
    } else if holding.is_empty() {
        session.out.word(&Message::new(if units.is_empty() { key::CLI_NO_UNITS_YET } else { key::CLI_NO_MATCH }));
    }
    Ok(Exit::Done)
}

fn list_table(session: &Session, programme: &Programme, units: &[&Unit]) -> Table {
    let heading = |key| say(session.out.lang, key);
    let mut table = Table::default()
        .words(heading(key::CLI_COL_CODE))
        .words(heading(key::CLI_COL_NAME))
        .words(heading(key::CLI_COL_KIND))
        .words(heading(key::CLI_COL_PARENT))
        .words(heading(key::CLI_COL_PILOT));
    for unit in units {
        let pilot = if unit.pilot { heading(key::CLI_YES) } else { String::new() };
        let parent = unit.parent.clone().unwrap_or_default();
        let kind = words::short_kind(session.out.lang, programme, &unit.kind);
        table.row(vec![unit.code.clone(), unit.name.clone(), kind, parent, pilot]);
    }
    table
}

#[derive(Serialize)]
struct UnitShown<'a> {
    periods: Vec<UnitPeriod<'a>>,
}

#[derive(Serialize)]
struct UnitPeriod<'a> {
    #[serde(flatten)]
    unit: UnitRow<'a>,
    inspections: Vec<UnitInspection>,
}

#[derive(Serialize)]
struct UnitInspection {
    id: InspectionId,
    name: String,
    state: State,
    supported: Option<u16>,
}

fn show(session: &mut Session, code: &str) -> Outcome {
    session.unit(code, session.today)?;
    let programme = session.vault.current_programme()?;
    let rows: Vec<&Unit> = session.vault.units().rows(code).collect();
    let periods =
        rows.iter().map(|unit| UnitPeriod { unit: UnitRow::from(*unit), inspections: inspections(session, unit) });
    let body = UnitShown { periods: periods.collect() };
    if session.out.is_json() {
        output::json("unit", &body)?;
        return Ok(Exit::Done);
    }
    let sheets =
        rows.iter().zip(&body.periods).map(|(unit, period)| sheet(session, &programme, unit, &period.inspections));
    output::text(&sheets.collect::<Vec<_>>().join("\n"))?;
    Ok(Exit::Done)
}

fn inspections(session: &Session, unit: &Unit) -> Vec<UnitInspection> {
    let mut of_unit: Vec<_> = session.vault.summaries_of(unit.id).collect();
    of_unit.sort_by(|a, b| (&a.round, a.id).cmp(&(&b.round, b.id)));
    let row = |summary: &Summary| UnitInspection {
        id: summary.id,
        name: session.label(summary),
        state: summary.state,
        supported: summary.whole.map(|whole| whole.supported.bp()),
    };
    of_unit.into_iter().map(row).collect()
}

/// A unit in one period, a line for each thing known of it.
fn sheet(session: &Session, programme: &Programme, unit: &Unit, inspections: &[UnitInspection]) -> String {
    let lang = session.out.lang;
    let path = session.vault.units().path(unit, session.today);
    let path = path.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(" › ");
    let pilot = say(lang, if unit.pilot { key::CLI_YES } else { key::CLI_NO });
    let facts: [(Key, String); 10] = [
        (key::CLI_COL_CODE, unit.code.clone()),
        (key::CLI_COL_NAME, unit.name.clone()),
        (key::CLI_COL_KIND, words::short_kind(session.out.lang, programme, &unit.kind)),
        (key::CLI_COL_PLACE, path),
        (key::CLI_COL_TIER, say(lang, words::tier(unit.tier))),
        (key::CLI_COL_VALID, period(unit.valid)),
        (key::CLI_COL_PILOT, pilot),
        (key::CLI_COL_ADDRESS, unit.address.clone()),
        (key::CLI_COL_CONTACT, unit.contact.clone()),
        (key::CLI_COL_NOTE, unit.note.clone()),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    let facts = facts.map(|(name, value)| format!("{}: {value}\n", say(lang, name)));
    let inspections = inspections.iter().map(|inspection| {
        let state = say(lang, words::state(inspection.state));
        format!("- {}  {}  {state}\n", find::short(inspection.id), inspection.name)
    });
    facts.chain(inspections).collect()
}
