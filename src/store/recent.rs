//! The user actions of a day, read from the journal with what stood there before, so that they can be taken back after a restart.
//! Which of them still can be is the domain's matter.

use super::{Vault, VaultError, codec};
use crate::{
    domain::{
        edit::Change,
        indicator::Yearly,
        undo::{Action, standing},
    },
    journal::{
        DeviceId, JournalError, Op, Record, SharedBytes, Stamp,
        record::named,
        scan::{bodies, bodies_backwards},
    },
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

/// One field of one thing, as operations name it.
type Field = (Arc<str>, SharedBytes, String);

/// What names a record; its operations are not read.
#[derive(Deserialize)]
struct Head {
    device: DeviceId,
    seq: u64,
}

impl Vault {
    /// The actions of `actor` on this laptop on `day` – by the laptop's clock, also in a practice vault – that still stand, the
    /// last one last; an empty `back` says that one cannot be taken back. Whether what one set has been changed elsewhere since:
    /// [`Vault::holds`].
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn recent_actions(&self, actor: &str, day: NaiveDate) -> Result<Vec<Action>, VaultError> {
        let records = self.records_of(actor, day)?;
        let before = self.values_before(&records)?;
        Ok(standing(records.iter().map(|record| action(record, &before)).collect()))
    }

    /// Whether the vault holds what each of these changes sets, just now.
    ///
    /// # Errors
    /// [`VaultError`] when an inspection or a register cannot be read.
    pub fn holds<'a>(&self, changes: impl IntoIterator<Item = &'a Change>) -> Result<bool, VaultError> {
        for change in changes {
            let now = match change {
                Change::Unit(unit) => self.units().get(unit.id).cloned().map(Change::Unit),
                Change::Round(round) => self.round(&round.id).cloned().map(Change::Round),
                Change::Settings(_) => Some(Change::Settings(self.settings().clone())),
                Change::Programme(_) => None,
                Change::Indicator(of) => {
                    let figure = self.indicators().get(of.unit, &of.indicator, of.year).cloned();
                    Some(Change::Indicator(Yearly { figure, ..of.clone() }))
                }
                Change::Model { unit, id, .. } => {
                    let model = self.register(*unit)?.get(*id).cloned().map(Box::new);
                    Some(Change::Model { unit: *unit, id: *id, model })
                }
                Change::Inspection { id, edit } => {
                    let edit = self.inspection(*id)?.and_then(|inspection| inspection.current(edit)).map(Box::new);
                    edit.map(|edit| Change::Inspection { id: *id, edit })
                }
            };
            if now.as_ref() != Some(change) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The records of a day, oldest first. They stand at the end of the journal, and only that is read.
    fn records_of(&self, actor: &str, day: NaiveDate) -> Result<Vec<Record>, VaultError> {
        let device = self.journal.device();
        let mut records = Vec::new();
        bodies_backwards(&self.layout.journal(), |body| {
            let Ok(decoded) = Record::decode(body) else { return Ok(true) };
            let record = decoded.record;
            if record.device != device {
                return Ok(true);
            }
            let on = DateTime::<FixedOffset>::from(record.at).date_naive();
            if on == day && record.actor == actor {
                records.push(record);
            }
            Ok::<_, JournalError>(on >= day)
        })?;
        records.reverse();
        Ok(records)
    }

    /// The values that these records replaced, by the record and field that had set them.
    fn values_before(&self, records: &[Record]) -> Result<HashMap<(Stamp, Field), Op>, VaultError> {
        let mut values: HashMap<(Stamp, Field), Op> = HashMap::new();
        let mut keep = |record: &Record, asked: &HashSet<(Stamp, Field)>| {
            let stamp = Stamp(record.device, record.seq);
            for op in &record.ops {
                let key = (stamp, field(op));
                if asked.contains(&key) {
                    values.insert(key, op.clone());
                }
            }
        };
        let asked = records.iter().flat_map(|record| &record.ops).filter_map(|op| Some((op.base?, field(op))));
        let asked: HashSet<(Stamp, Field)> = asked.collect();
        let own: HashSet<Stamp> = records.iter().map(|record| Stamp(record.device, record.seq)).collect();
        for record in records {
            keep(record, &asked);
        }
        let older: HashSet<Stamp> =
            asked.iter().map(|(stamp, _)| *stamp).filter(|stamp| !own.contains(stamp)).collect();
        if !older.is_empty() {
            bodies(&self.layout.journal(), |body| {
                let head = body.split_first().and_then(|(_, map)| named::<Head>(map));
                let is_asked = head.is_some_and(|(head, _)| older.contains(&Stamp(head.device, head.seq)));
                if let (true, Ok(decoded)) = (is_asked, Record::decode(body)) {
                    keep(&decoded.record, &asked);
                }
                Ok::<(), JournalError>(())
            })?;
        }
        Ok(values)
    }
}

fn field(op: &Op) -> Field {
    (op.kind.clone(), op.id.clone(), op.field.clone())
}

/// An action with what takes it back: nothing where one of its changes cannot be.
fn action(record: &Record, before: &HashMap<(Stamp, Field), Op>) -> Action {
    let decoded: Option<Vec<Change>> =
        record.ops.iter().map(|op| codec::decode(op).map(|(change, _)| change)).collect();
    let forth = decoded.unwrap_or_default();
    let mut seen = HashSet::new();
    let back = record.ops.iter().zip(&forth).filter(|(op, _)| seen.insert(field(op))).map(|(op, change)| {
        let base = op.base.map(|base| before.get(&(base, field(op))));
        match base {
            _ if change.is_final() => None,
            None => change.emptied(),
            Some(found) => codec::decode(found?).map(|(change, _)| change),
        }
    });
    let mut back: Vec<Change> = back.collect::<Option<_>>().unwrap_or_default();
    back.reverse();
    Action { seq: record.seq, at: record.at.into(), forth, back }
}
