//! `model import`, `model list`.

use super::{
    Outcome,
    args::Model as Args,
    exit::Exit,
    failure::Failure,
    file,
    output::{self, Table},
    session::{Call, Session},
};
use crate::{
    domain::{
        edit::Change,
        ids::{ModelId, UnitId},
        model::{Model, Register, Step},
    },
    i18n::{Lang, Message, date, key, say, words},
    intake::models::{self, Row, RowDoes},
};
use chrono::NaiveDate;
use serde::Serialize;
use std::path::Path;
use uuid::Uuid;

pub(super) fn run(call: &mut Call, args: Args) -> Outcome {
    let mut session = call.open()?;
    match args {
        Args::Import { file, unit, dry_run } => import(&mut session, &file, &unit, dry_run),
        Args::List { unit } => list(&session, &unit),
    }
}

#[derive(Serialize)]
struct Imported {
    unit: String,
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
    state: &'static str,
}

fn import(session: &mut Session, path: &Path, code: &str, dry_run: bool) -> Outcome {
    let (unit, name) = unit(session, code)?;
    let content = file::read(path, file::LIMIT)?;
    let known = session.vault.register(unit)?;
    let rows = models::read(&content, &known, &mut || ModelId(Uuid::new_v4()))
        .map_err(|mistakes| Failure::mistakes(path, mistakes))?;
    let count = |does| rows.iter().filter(|row| row.does == does).count();
    let body = Imported {
        unit: code.to_owned(),
        added: count(RowDoes::Adds),
        changed: count(RowDoes::Changes),
        unchanged: count(RowDoes::Nothing),
        dry_run,
        rows: rows.iter().map(imported_row).collect(),
    };
    let sentence = if dry_run { key::MODELS_IMPORT_WOULD } else { key::MODELS_IMPORTED };
    let message = Message::new(sentence)
        .with("unit", name)
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
        let change = |row: Row| Change::Model { unit, id: row.id, model: Some(Box::new(row.model)) };
        session.commit(fresh.map(change).collect())?;
    }
    session.out.done("model-import", &body, &message)?;
    Ok(Exit::Done)
}

/// The unit whose register is meant, and its name. A place has none.
fn unit(session: &Session, code: &str) -> Result<(UnitId, String), Failure> {
    let unit = session.unit(code, session.today)?;
    if unit.kind.is_place() {
        return Err(Failure::input(Message::new(key::MODELS_OF_PLACE).with("unit", unit.name.clone())));
    }
    Ok((unit.id, unit.name.clone()))
}

fn imported_row(row: &Row) -> ImportedRow {
    let does = match row.does {
        RowDoes::Adds => "adds",
        RowDoes::Changes => "changes",
        RowDoes::Nothing => "nothing",
    };
    let Model { code, name, .. } = row.model.clone();
    ImportedRow { line: row.line, does, code, name, state: row.model.state().code() }
}

fn import_table(lang: Lang, rows: &[Row]) -> Table {
    let heading = |key| say(lang, key);
    let mut table = Table::default()
        .figures(heading(key::CLI_COL_LINE))
        .words(heading(key::CLI_COL_DOES))
        .words(heading(key::CLI_COL_CODE))
        .words(heading(key::CLI_COL_NAME))
        .words(heading(key::CLI_COL_STATE));
    for row in rows {
        let does = match row.does {
            RowDoes::Adds => key::CLI_ADDS,
            RowDoes::Changes => key::CLI_CHANGES,
            RowDoes::Nothing => key::CLI_NOTHING,
        };
        let state = say(lang, words::model_state(row.model.state()));
        table.row(vec![row.line.to_string(), say(lang, does), row.model.code.clone(), row.model.name.clone(), state]);
    }
    table
}

#[derive(Serialize)]
struct List<'a> {
    unit: &'a str,
    living: u32,
    recognised: u32,
    models: Vec<ModelRow<'a>>,
}

/// A model as JSON gives it.
#[derive(Serialize)]
struct ModelRow<'a> {
    id: String,
    code: &'a str,
    name: &'a str,
    kind: &'static str,
    field: &'a str,
    place: &'a str,
    owner: &'a str,
    partners: &'a str,
    registered: Option<NaiveDate>,
    state: &'static str,
    life: &'a [Step],
    recognised: Option<NaiveDate>,
    awarded: Option<NaiveDate>,
    last_activity: Option<NaiveDate>,
    baseline: &'a str,
    goal: &'a str,
    indicator: &'a str,
    leader: bool,
    beneficiaries: Option<u32>,
}

impl<'a> From<(ModelId, &'a Model)> for ModelRow<'a> {
    fn from((id, model): (ModelId, &'a Model)) -> Self {
        Self {
            id: id.to_string(),
            code: &model.code,
            name: &model.name,
            kind: model.kind.code(),
            field: &model.field,
            place: &model.place,
            owner: &model.owner,
            partners: &model.partners,
            registered: model.life.registration(),
            state: model.state().code(),
            life: model.life.steps(),
            recognised: model.recognised,
            awarded: model.awarded,
            last_activity: model.last_activity,
            baseline: &model.baseline,
            goal: &model.goal,
            indicator: &model.indicator,
            leader: model.leader,
            beneficiaries: model.beneficiaries,
        }
    }
}

fn list(session: &Session, code: &str) -> Outcome {
    let (unit, name) = unit(session, code)?;
    let register = session.vault.register(unit)?;
    let census = register.census();
    let models = register.in_order().into_iter().map(ModelRow::from).collect();
    let body = List { unit: code, living: census.living(), recognised: census.recognised(), models };
    session.out.table("model-list", &body, &table(session.out.lang, &register))?;
    if register.is_empty() {
        session.out.word(&Message::new(key::MODELS_NONE).with("unit", name));
    }
    Ok(Exit::Done)
}

fn table(lang: Lang, register: &Register) -> Table {
    let heading = |key| say(lang, key);
    let mut table = Table::default()
        .words(heading(key::CLI_COL_CODE))
        .words(heading(key::CLI_COL_NAME))
        .words(heading(key::CLI_COL_KIND))
        .words(heading(key::CLI_COL_STATE))
        .words(heading(key::MODELS_COL_SINCE))
        .words(heading(key::CLI_COL_PLACE));
    for (_, model) in register.in_order() {
        table.row(vec![
            model.code.clone(),
            model.name.clone(),
            say(lang, words::model_kind(model.kind)),
            say(lang, words::model_state(model.state())),
            model.life.since().map(date).unwrap_or_default(),
            model.place.clone(),
        ]);
    }
    table
}
