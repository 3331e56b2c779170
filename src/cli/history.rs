//! `history`: who changed what of an inspection, when, from what, to what.

use super::{Outcome, exit::Exit, output::Table, session::Call};
use crate::{
    domain::ids::InspectionId,
    i18n::{key, say, time},
};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;

#[derive(Serialize)]
struct History {
    id: InspectionId,
    changes: Vec<Change>,
}

#[derive(Serialize)]
struct Change {
    seq: u64,
    at: DateTime<FixedOffset>,
    actor: String,
    field: String,
    from: String,
    to: String,
}

pub(super) fn run(call: &mut Call, name: &str) -> Outcome {
    let session = call.open()?;
    let lang = session.out.lang;
    let id = session.find(name)?;
    let mut table = Table::default()
        .figures(say(lang, key::CLI_COL_SEQ))
        .words(say(lang, key::CLI_COL_AT))
        .words(say(lang, key::CLI_COL_ACTOR))
        .words(say(lang, key::CLI_COL_FIELD))
        .words(say(lang, key::CLI_COL_FROM))
        .words(say(lang, key::CLI_COL_TO));
    let mut changes = Vec::new();
    for line in session.vault.history(id)? {
        let (seq, at, actor, field, from, to) = (line.seq, line.at, line.actor, line.field, line.from, line.to);
        table.row(vec![seq.to_string(), time(at), actor.clone(), field.clone(), from.clone(), to.clone()]);
        changes.push(Change { seq, at, actor, field, from, to });
    }
    session.out.table("history", &History { id, changes }, &table)?;
    Ok(Exit::Done)
}
