//! `vault info`, `vault verify`, `vault rebuild`: care of the vault. Backups are `backup`'s matter.

use super::{
    Outcome,
    args::Vault as Args,
    backup,
    exit::Exit,
    meter::Meter,
    output,
    session::{Call, Session},
};
use crate::{
    i18n::{Message, count, date, key, say},
    store,
};
use chrono::NaiveDate;
use serde::Serialize;

pub(super) fn run(call: &mut Call, command: &Args) -> Outcome {
    if let Args::Restore { file, to } = command {
        return backup::restore(call, file, to);
    }
    let mut session = call.open()?;
    match command {
        Args::Backup { dir } => backup::make(&session, dir.as_deref()),
        Args::Restore { .. } | Args::Info => info(&session, call.vault_dir()?.display().to_string()),
        Args::Verify => verify(&session),
        Args::Rebuild => rebuild(&mut session),
    }
}

#[derive(Serialize)]
struct Info {
    dir: String,
    practice: Option<NaiveDate>,
    read_only: bool,
    inspector: String,
    team: String,
    programme: Option<String>,
    units: usize,
    rounds: usize,
    inspections: usize,
    records: u64,
    journal_bytes: u64,
    index_bytes: u64,
    files_bytes: u64,
    /// Parts that a newer program wrote: kept, not shown.
    unknown: u64,
    head: String,
    content_hash: String,
    /// The newest whole backup; it was read and compared just now.
    backup: Option<backup::About>,
}

fn info(session: &Session, dir: String) -> Outcome {
    let settings = session.vault.settings();
    let info = session.vault.info()?;
    let newest = session.vault.newest_backup();
    let body = Info {
        dir,
        practice: info.practice,
        read_only: info.read_only,
        inspector: settings.inspector.clone(),
        team: settings.team.clone(),
        programme: settings.programme.clone(),
        units: info.units,
        rounds: info.rounds,
        inspections: info.inspections,
        records: info.records,
        journal_bytes: info.journal_bytes,
        index_bytes: info.index_bytes,
        files_bytes: info.files_bytes,
        unknown: info.unknown,
        head: info.head,
        content_hash: info.content_hash,
        backup: newest.as_ref().map(backup::About::of),
    };
    if session.out.is_json() {
        output::json("vault-info", &body)?;
        return Ok(Exit::Done);
    }
    let lang = session.out.lang;
    let kilobytes = |bytes: u64| format!("{} KB", count(lang, bytes.div_ceil(1024)));
    let rows = [
        (key::CLI_INFO_DIR, body.dir),
        (key::CLI_INFO_PRACTICE, body.practice.map(date).unwrap_or_default()),
        (key::CLI_INFO_INSPECTOR, body.inspector),
        (key::CLI_INFO_TEAM, body.team),
        (key::CLI_INFO_PROGRAMME, body.programme.unwrap_or_default()),
        (key::CLI_INFO_UNITS, body.units.to_string()),
        (key::CLI_INFO_ROUNDS, body.rounds.to_string()),
        (key::CLI_INFO_INSPECTIONS, body.inspections.to_string()),
        (key::CLI_INFO_RECORDS, body.records.to_string()),
        (key::CLI_INFO_JOURNAL, kilobytes(body.journal_bytes)),
        (key::CLI_INFO_INDEX, kilobytes(body.index_bytes)),
        (key::CLI_INFO_FILES, kilobytes(body.files_bytes)),
        (key::CLI_INFO_HEAD, body.head),
        (key::CLI_INFO_CONTENT, body.content_hash),
        (
            key::CLI_INFO_BACKUP,
            newest.map_or_else(|| say(lang, key::CLI_INFO_NO_BACKUP), |copy| backup::line(lang, &copy)),
        ),
    ];
    let lines = rows.into_iter().filter(|(_, value)| !value.is_empty());
    output::lines(lines.map(|(name, value)| format!("{}: {value}", say(lang, name))))?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Verified {
    sound: bool,
    records: u64,
    segments: usize,
    files: usize,
    files_missing: Vec<String>,
    files_damaged: Vec<String>,
    backups_damaged: Vec<String>,
    index_same: bool,
    lines: Vec<String>,
}

/// Ends with 2 when something is not as it should be.
fn verify(session: &Session) -> Outcome {
    let mut meter = Meter::of(key::CLI_DOES_VERIFY, session.out);
    let report = session.vault.verify(&mut |progress| meter.at(progress))?;
    drop(meter);
    let sound = report.is_sound();
    let mut messages = report.lines();
    if !sound {
        messages.push(store::advice(session.vault.newest_backup().as_ref()));
    }
    let lines: Vec<String> = messages.iter().map(|line| line.to(session.out.lang)).collect();
    if session.out.is_json() {
        let backups_damaged = report.backups_damaged.iter().map(|path| path.display().to_string()).collect();
        let store::VerifyReport { records, segments, files, files_missing, files_damaged, index_same, .. } = report;
        let body = Verified {
            sound,
            records,
            segments,
            files,
            files_missing,
            files_damaged,
            backups_damaged,
            index_same,
            lines,
        };
        output::json("vault-verify", &body)?;
    } else {
        output::lines(lines.into_iter())?;
    }
    Ok(if sound { Exit::Done } else { Exit::Look })
}

#[derive(Serialize)]
struct Rebuilt {
    records: u64,
    content_hash: String,
}

fn rebuild(session: &mut Session) -> Outcome {
    let mut meter = Meter::of(key::CLI_DOES_REBUILD, session.out);
    let store::Info { records, content_hash, .. } = session.vault.rebuild(&mut |progress| meter.at(progress))?;
    drop(meter);
    let message = Message::new(key::CLI_REBUILT).with("records", records.to_string());
    session.out.done("vault-rebuild", &Rebuilt { records, content_hash }, &message)?;
    Ok(Exit::Done)
}
