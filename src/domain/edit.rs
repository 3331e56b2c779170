//! What can be changed, one field at a time, and how a change is applied, refused and reversed.
//!
//! Every change names one field of one thing and its new value. That makes history, undo and the exchange between laptops the
//! same mechanism: to undo an edit is to set its field back ([`Inspection::current`]).

use super::{
    answer::Answer,
    evidence::Evidence,
    finding::Finding,
    flags::answer::{FlagAnswer, FlagKey},
    ids::{EvidenceId, FindingId, InspectionId, ItemId, RecommendationId},
    input_method::InputMethod,
    inspection::{Inspection, Plan, Reopening, SignOff, Visit},
    lang::Lang,
    look::{Mouse, Signs, ThemeName},
    recommendation::Recommendation,
    round::Round,
    unit::Unit,
};
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use thiserror::Error;

/// One change to the vault; a user action is one or more of them, applied together or not at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A unit is added or replaced.
    Unit(Unit),
    /// A round is added or replaced.
    Round(Round),
    /// A version of a programme file is taken into the vault, where it stays readable for ever.
    Programme(ProgrammeVersion),
    /// The team's settings are replaced.
    Settings(Settings),
    /// One field of one inspection is set.
    Inspection {
        /// Which inspection.
        id: InspectionId,
        /// Which field, and its new value. Boxed: a plan or finding is far larger than the other changes.
        edit: Box<Edit>,
    },
}

/// A programme file kept in the vault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeVersion {
    /// BLAKE3 of the file, 64 hexadecimal digits; its content lies under this name among the vault's files.
    pub hash: String,
    /// The programme's id.
    pub id: String,
    /// The version the file gives itself.
    pub version: String,
}

/// What the team says of itself once.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Language of the interface.
    pub lang: Lang,
    /// The person at this laptop; the actor of journal records.
    pub inspector: String,
    /// The team or body that inspects, as reports print it.
    pub team: String,
    /// Hash of the programme that new inspections are planned with.
    pub programme: Option<String>,
    /// How Vietnamese letters are typed. Older records do not name it.
    pub input: InputMethod,
    /// The theme of the terminal application.
    pub theme: ThemeName,
    /// Its signs.
    pub signs: Signs,
    /// Whether it takes the mouse.
    pub mouse: Mouse,
}

/// One field of an inspection and its new value; `None` takes the thing away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    /// The plan. The first of an inspection's edits; later it moves the due day or the lead.
    Plan(Plan),
    /// The visit.
    Visit(Visit),
    /// The mark of an item.
    Answer(ItemId, Option<Answer>),
    /// The evidence an item rests on.
    Cite(ItemId, BTreeSet<EvidenceId>),
    /// The note at an item.
    Note(ItemId, String),
    /// Active seconds at an item, and when its mark was given.
    Timing(ItemId, u32, Option<DateTime<FixedOffset>>),
    /// A piece of evidence.
    Evidence(EvidenceId, Option<Evidence>),
    /// A finding.
    Finding(FindingId, Option<Finding>),
    /// A recommendation.
    Recommendation(RecommendationId, Option<Recommendation>),
    /// The written answer to a flag.
    AnswerFlag(FlagKey, Option<FlagAnswer>),
    /// The closing signature.
    SignOff(SignOff),
    /// A signed inspection is opened again as a new version.
    Reopen(Reopening),
}

/// Why an edit was refused. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The inspection is signed; only opening it again changes it.
    #[error("the inspection is signed and frozen")]
    Frozen,
    /// There is no signature to set aside.
    #[error("the inspection is not signed")]
    NotSigned,
    /// The unit, kind, round or programme of a plan cannot change once something was recorded.
    #[error("something is recorded already; the unit, round and programme of the plan stay as they are")]
    PlanHeld,
}

impl Edit {
    /// Name of the field it sets, as the journal and the history write it: `answer/C1-05`, `visit`.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::Plan(_) => "plan".into(),
            Self::Visit(_) => "visit".into(),
            Self::Answer(item, _) => format!("answer/{item}"),
            Self::Cite(item, _) => format!("cite/{item}"),
            Self::Note(item, _) => format!("note/{item}"),
            Self::Timing(item, ..) => format!("timing/{item}"),
            Self::Evidence(id, _) => format!("evidence/{id}"),
            Self::Finding(id, _) => format!("finding/{id}"),
            Self::Recommendation(id, _) => format!("recommendation/{id}"),
            Self::AnswerFlag(flag, _) => format!("flag/{flag}"),
            Self::SignOff(_) | Self::Reopen(_) => "sign-off".into(),
        }
    }
}

impl Inspection {
    /// Sets the field that `edit` names.
    ///
    /// # Errors
    /// [`Refusal`] when the inspection's state forbids it; the inspection is then as it was.
    pub fn apply(&mut self, edit: Edit) -> Result<(), Refusal> {
        match (&edit, self.is_signed()) {
            (Edit::Reopen(_), false) => return Err(Refusal::NotSigned),
            (Edit::Reopen(_), true) | (_, false) => {}
            (_, true) => return Err(Refusal::Frozen),
        }
        match edit {
            Edit::Plan(plan) => self.replan(plan)?,
            Edit::Visit(visit) => self.visit = visit,
            Edit::Answer(item, answer) => self.entries.entry(item).or_default().answer = answer,
            Edit::Cite(item, evidence) => self.entries.entry(item).or_default().evidence = evidence,
            Edit::Note(item, note) => self.entries.entry(item).or_default().note = note,
            Edit::Timing(item, seconds, at) => {
                let entry = self.entries.entry(item).or_default();
                (entry.seconds, entry.at) = (seconds, at);
            }
            Edit::Evidence(id, evidence) => set(&mut self.evidence, id, evidence),
            Edit::Finding(id, finding) => set(&mut self.findings, id, finding),
            Edit::Recommendation(id, recommendation) => set(&mut self.recommendations, id, recommendation),
            Edit::AnswerFlag(flag, answer) => set(&mut self.flag_answers, flag, answer),
            Edit::SignOff(sign_off) => self.sign_off = Some(sign_off),
            Edit::Reopen(reopening) => {
                self.sign_off = None;
                self.reopenings.push(reopening);
            }
        }
        self.entries.retain(|_, entry| *entry != super::answer::Entry::default());
        Ok(())
    }

    fn replan(&mut self, plan: Plan) -> Result<(), Refusal> {
        let same =
            |a: &Plan, b: &Plan| (a.unit, &a.kind, &a.round, &a.programme) == (b.unit, &b.kind, &b.round, &b.programme);
        if !self.is_blank() && !same(&self.plan, &plan) {
            return Err(Refusal::PlanHeld);
        }
        self.plan = plan;
        Ok(())
    }

    /// The edit that sets the field of `edit` back to what it holds now. `None` for signing and opening again, which are
    /// not undone but answered by each other.
    #[must_use]
    pub fn current(&self, edit: &Edit) -> Option<Edit> {
        let entry = |item: &ItemId| self.entries.get(item).cloned().unwrap_or_default();
        Some(match edit {
            Edit::Plan(_) => Edit::Plan(self.plan.clone()),
            Edit::Visit(_) => Edit::Visit(self.visit.clone()),
            Edit::Answer(item, _) => Edit::Answer(item.clone(), entry(item).answer),
            Edit::Cite(item, _) => Edit::Cite(item.clone(), entry(item).evidence),
            Edit::Note(item, _) => Edit::Note(item.clone(), entry(item).note),
            Edit::Timing(item, ..) => {
                let entry = entry(item);
                Edit::Timing(item.clone(), entry.seconds, entry.at)
            }
            Edit::Evidence(id, _) => Edit::Evidence(id.clone(), self.evidence.get(id).cloned()),
            Edit::Finding(id, _) => Edit::Finding(id.clone(), self.findings.get(id).cloned()),
            Edit::Recommendation(id, _) => Edit::Recommendation(id.clone(), self.recommendations.get(id).cloned()),
            Edit::AnswerFlag(flag, _) => Edit::AnswerFlag(flag.clone(), self.flag_answers.get(flag).cloned()),
            Edit::SignOff(_) | Edit::Reopen(_) => return None,
        })
    }
}

fn set<K: Ord, V>(map: &mut std::collections::BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
