//! Who changed what of an inspection, read from the journal.

use super::{Vault, VaultError, codec};
use crate::{
    domain::{
        answer::Answer,
        edit::{Change, Edit},
        ids::{EvidenceId, InspectionId},
    },
    journal::{JournalError, Op, Record, scan::bodies},
    text::truncate,
};
use chrono::{DateTime, FixedOffset};
use std::collections::HashMap;

/// The most columns of a value that a line shows.
const SHORT: usize = 60;

/// One line of an object's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryLine {
    /// Sequence number of the journal record.
    pub seq: u64,
    /// When, by the laptop's clock.
    pub at: DateTime<FixedOffset>,
    /// Who.
    pub actor: String,
    /// Which field: `answer/C1-05`.
    pub field: String,
    /// The value it replaced, in short words; empty when there was none.
    pub from: String,
    /// The new value, in short words; empty when it was taken away.
    pub to: String,
}

impl Vault {
    /// Who changed what of an inspection, oldest first.
    ///
    /// # Errors
    /// [`VaultError`] when the journal cannot be read.
    pub fn history(&self, id: InspectionId) -> Result<Vec<HistoryLine>, VaultError> {
        let mut lines = Vec::new();
        let mut values: HashMap<String, String> = HashMap::new();
        bodies(&self.layout.journal(), |body| {
            // Most records are about other inspections; looking for the bytes of the id is far cheaper than reading them.
            if !body.windows(16).any(|bytes| bytes == id.0.as_bytes()) {
                return Ok(());
            }
            let Ok(decoded) = Record::decode(body) else { return Ok(()) };
            let Record { seq, at, actor, ops, .. } = decoded.record;
            for op in ops.iter().filter(|op| codec::inspection_of(op) == Some(id)) {
                let to = words(op);
                let from = values.insert(op.field.clone(), to.clone()).unwrap_or_default();
                lines.push(HistoryLine { seq, at: at.into(), actor: actor.clone(), field: op.field.clone(), from, to });
            }
            Ok::<(), JournalError>(())
        })?;
        Ok(lines)
    }
}

/// A value in short words that need no language: data, codes and what people wrote.
fn words(op: &Op) -> String {
    let Some((Change::Inspection { edit, .. }, _)) = codec::decode(op) else { return "?".to_owned() };
    let words = match *edit {
        Edit::Plan(plan) => {
            let due = plan.due.map(|due| due.to_string()).unwrap_or_default();
            join(&[plan.round.as_str(), &due, &plan.lead])
        }
        Edit::Visit(visit) => {
            let time = |at: Option<DateTime<FixedOffset>>| at.map(|at| at.format("%Y-%m-%d %H:%M").to_string());
            join(&[&time(visit.from).unwrap_or_default(), &time(visit.to).unwrap_or_default(), &visit.team.join(", ")])
        }
        Edit::Answer(_, answer) => match answer {
            Some(Answer::Rated(level)) => level.get().to_string(),
            Some(Answer::NotApplicable(reason)) => format!("N/A: {}", reason.as_str()),
            Some(Answer::NotVerified(reason)) => format!("N/V: {}", reason.as_str()),
            None => String::new(),
        },
        Edit::Cite(_, evidence) => evidence.iter().map(EvidenceId::as_str).collect::<Vec<_>>().join(", "),
        Edit::Note(_, note) => note,
        Edit::Timing(_, seconds, _) => format!("{seconds} s"),
        Edit::Evidence(_, evidence) => evidence.map(|it| join(&[it.kind.as_str(), &it.text])).unwrap_or_default(),
        Edit::Finding(_, finding) => finding.map(|it| it.condition).unwrap_or_default(),
        Edit::Recommendation(_, recommendation) => recommendation.map(|it| it.action).unwrap_or_default(),
        Edit::AnswerFlag(_, answer) => answer.map(|it| it.words).unwrap_or_default(),
        Edit::SignOff(sign_off) => sign_off.by,
        Edit::Reopen(reopening) => join(&[&reopening.by, &reopening.why]),
    };
    shorten(&words)
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// The beginning, on one line.
fn shorten(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    truncate(&line, SHORT).into_owned()
}
