//! `history`: who changed what of a thing, when, from what, to what.

use super::{
    Outcome,
    exit::Exit,
    failure::Failure,
    output::Table,
    session::{Call, Session},
};
use crate::{
    domain::{
        ids::{ModelId, UnitId},
        round::Round,
        thing::Thing,
    },
    i18n::{
        Message,
        changes::{self, Known},
        key, say, time,
    },
};
use chrono::{DateTime, FixedOffset};
use serde::Serialize;

#[derive(Serialize)]
struct History<'a> {
    id: &'a str,
    changes: Vec<Change>,
}

/// A change as files say it; the table says the same in words.
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
    let mut session = call.open()?;
    let lang = session.out.lang;
    let (thing, model) = session.thing(name)?;
    if let Thing::Inspection(id) = &thing {
        session.expect_open(*id)?;
    }
    let programme = session.vault.current_programme()?;
    let rounds: Vec<Round> = session.vault.rounds().into_iter().cloned().collect();
    let known = Known { lang, programme: &programme, rounds: &rounds };
    let mut table = Table::default()
        .figures(say(lang, key::CLI_COL_SEQ))
        .words(say(lang, key::CLI_COL_AT))
        .words(say(lang, key::CLI_COL_ACTOR))
        .words(say(lang, key::CLI_COL_FIELD))
        .words(say(lang, key::CLI_COL_FROM))
        .words(say(lang, key::CLI_COL_TO));
    let mut told = Vec::new();
    let only = model.map(|id| format!("model/{id}"));
    for line in session.vault.history(thing.clone())? {
        if only.as_ref().is_some_and(|only| *only != line.field) {
            continue;
        }
        let (before, after) = (line.before.as_ref(), line.after.as_ref());
        let name = changes::name(known, before, after).filter(|_| after.is_some());
        let (from, to) = match name {
            Some(_) => changes::from_to(known, before, after),
            None => (line.from.clone(), line.to.clone()),
        };
        let name = name.unwrap_or_else(|| line.field.clone());
        table.row(vec![line.seq.to_string(), time(line.at), line.actor.clone(), name, from, to]);
        let (seq, at, actor, field, from, to) = (line.seq, line.at, line.actor, line.field, line.from, line.to);
        told.push(Change { seq, at, actor, field, from, to });
    }
    let id = match (&thing, model) {
        (_, Some(model)) => model.to_string(),
        (Thing::Inspection(id), _) => id.to_string(),
        (Thing::Unit(id), _) => id.to_string(),
        (Thing::Round(id), _) => id.to_string(),
        (Thing::Settings, _) => SETTINGS.to_owned(),
    };
    session.out.table("history", &History { id: &id, changes: told }, &table)?;
    Ok(Exit::Done)
}

/// The word for the settings, which have no id.
const SETTINGS: &str = "settings";

impl Session {
    /// What `name` means, and the model of it that is meant: a round's id, a unit's code, a model's id or UNITCODE/MODELCODE, `settings`,
    /// else an inspection as everywhere. An exact name goes before the beginning of an id.
    fn thing(&self, name: &str) -> Result<(Thing, Option<ModelId>), Failure> {
        if name == SETTINGS {
            return Ok((Thing::Settings, None));
        }
        if let Some(round) = self.vault.rounds().into_iter().find(|round| round.id.as_str() == name) {
            return Ok((round.id.clone().into(), None));
        }
        let units = self.vault.units();
        let now = units.at(name, self.today).or_else(|| units.rows(name).last());
        if let Some(unit) = now {
            return Ok((unit.id.into(), None));
        }
        if let Some((unit, model)) = self.model(name)? {
            return Ok((unit.into(), Some(model)));
        }
        self.find(name).map(|id| (id.into(), None)).map_err(|failure| failure.and(Message::new(key::CLI_HISTORY_OF)))
    }

    /// The model that an id, or a unit's code with a model's code, names.
    fn model(&self, name: &str) -> Result<Option<(UnitId, ModelId)>, Failure> {
        let units = self.vault.units();
        if let Some((unit, code)) = name.split_once('/') {
            let Some(unit) = units.at(unit, self.today).or_else(|| units.rows(unit).last()) else { return Ok(None) };
            return Ok(self.vault.register(unit.id)?.coded(code).map(|(model, _)| (unit.id, model)));
        }
        let Ok(id) = name.parse().map(ModelId) else { return Ok(None) };
        for (unit, _) in self.vault.censuses() {
            if self.vault.register(unit)?.get(id).is_some() {
                return Ok(Some((unit, id)));
            }
        }
        Ok(None)
    }
}
