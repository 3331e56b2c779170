//! `vault info`, `vault verify`, `vault rebuild`: care of the vault.

use super::{
    Outcome,
    args::Vault as Args,
    exit::Exit,
    output,
    session::{Call, Session},
};
use crate::i18n::{date, key, say};
use chrono::NaiveDate;
use serde::Serialize;

pub(super) fn run(call: &mut Call, command: &Args) -> Outcome {
    match command {
        Args::Info => {
            let dir = call.vault_dir()?.display().to_string();
            info(&call.open()?, dir)
        }
        Args::Verify | Args::Rebuild => todo!(),
    }
}

#[derive(Serialize)]
struct Info {
    dir: String,
    practice: Option<NaiveDate>,
    inspector: String,
    team: String,
    programme: Option<String>,
    units: usize,
    rounds: usize,
    inspections: usize,
    head: String,
}

fn info(session: &Session, dir: String) -> Outcome {
    let vault = &session.vault;
    let settings = vault.settings();
    let body = Info {
        dir,
        practice: vault.practice(),
        inspector: settings.inspector.clone(),
        team: settings.team.clone(),
        programme: settings.programme.clone(),
        units: vault.units().len(),
        rounds: vault.rounds().len(),
        inspections: vault.summaries().len(),
        head: vault.head(),
    };
    if session.out.is_json() {
        output::json("vault-info", &body)?;
        return Ok(Exit::Done);
    }
    let rows = [
        (key::CLI_INFO_DIR, body.dir),
        (key::CLI_INFO_PRACTICE, body.practice.map(date).unwrap_or_default()),
        (key::CLI_INFO_INSPECTOR, body.inspector),
        (key::CLI_INFO_TEAM, body.team),
        (key::CLI_INFO_PROGRAMME, body.programme.unwrap_or_default()),
        (key::CLI_INFO_UNITS, body.units.to_string()),
        (key::CLI_INFO_ROUNDS, body.rounds.to_string()),
        (key::CLI_INFO_INSPECTIONS, body.inspections.to_string()),
        (key::CLI_INFO_HEAD, body.head),
    ];
    let lines = rows.into_iter().filter(|(_, value)| !value.is_empty());
    output::lines(lines.map(|(name, value)| format!("{}: {value}", say(session.out.lang, name))))?;
    Ok(Exit::Done)
}
