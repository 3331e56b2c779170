//! What can be changed, one field at a time, and how a change is applied, refused and reversed.
//!
//! Every change names one field of one thing and its new value. That makes history, undo and the exchange between laptops the
//! same mechanism: to undo an edit is to set its field back ([`Inspection::current`]).

use super::{
    answer::{Answer, Reason},
    draw::Draw,
    evidence::Evidence,
    finding::{Finding, Reply},
    flag_answer::{FlagAnswer, FlagKey},
    ids::{EvidenceId, FindingId, InspectionId, ItemId, ModelCode, ModelId, RecommendationId, UnitId},
    indicator::Yearly,
    input_method::InputMethod,
    inspection::{Inspection, Plan, Reopening, SignOff, Visit},
    lang::Lang,
    life::Life,
    look::{Clipboard, KeymapName, Mouse, OutsideEditor, Signs, ThemeName},
    model::Model,
    office::Office,
    recommendation::Recommendation,
    round::Round,
    second::{Opened, Second},
    self_score::SelfScore,
    unit::Unit,
    verification::Verification,
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
    /// The value of an indicator of a unit for a year is set, or taken away.
    Indicator(Yearly),
    /// A round is added or replaced.
    Round(Round),
    /// A version of a programme file is taken into the vault, where it stays readable for ever.
    Programme(ProgrammeVersion),
    /// The team's settings are replaced.
    Settings(Settings),
    /// A model of a unit's register is added or replaced; `None` takes out an entry made by mistake. Boxed: a model is far larger than
    /// most other changes.
    Model {
        /// Whose register.
        unit: UnitId,
        /// Which model.
        id: ModelId,
        /// The model as it is now.
        model: Option<Box<Model>>,
    },
    /// One field of one inspection is set.
    Inspection {
        /// Which inspection.
        id: InspectionId,
        /// Which field, and its new value. Boxed: a plan or finding is far larger than the other changes.
        edit: Box<Edit>,
    },
}

impl Change {
    /// The unit whose register it changes, if it changes one.
    #[must_use]
    pub const fn register(&self) -> Option<UnitId> {
        match self {
            Self::Model { unit, .. } => Some(*unit),
            _ => None,
        }
    }
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
    /// Its keymap.
    pub keymap: KeymapName,
    /// Who gets what is copied.
    pub clipboard: Clipboard,
    /// Whether fields can be opened in another editor.
    pub editor: OutsideEditor,
    /// The second folder for backups, such as one on a USB stick; empty when there is none.
    pub backup_folder: String,
    /// Megabytes (2²⁰ bytes) that the backups in one folder may have together; [`BACKUP_MEGABYTES`] when nobody said it.
    pub backup_megabytes: Option<u32>,
    /// The office that issues documents.
    pub office: Office,
    /// Minutes without a key after which the screen is covered; 0: never.
    pub cover_after: u16,
}

/// What backups may have when the team said nothing, in megabytes.
pub const BACKUP_MEGABYTES: u32 = 2_000;

impl Settings {
    /// Bytes that the backups in one folder may have together. The newest stays, however large it is.
    #[must_use]
    pub fn backup_bytes(&self) -> u64 {
        u64::from(self.backup_megabytes.unwrap_or(BACKUP_MEGABYTES)) << 20
    }
}

/// One field of an inspection and its new value; `None` takes the thing away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Edit {
    /// The plan. The first of an inspection's edits; later it moves the due day or the lead.
    Plan(Plan),
    /// It is a second look at another inspection. Only before anything is recorded, and once for all.
    Second(Box<Second>),
    /// The first look is opened to who looks again, before the second look is signed.
    OpenFirst(Opened),
    /// The visit.
    Visit(Visit),
    /// The unit's score of itself. Only before the first mark; sealed from then on.
    SelfScore(Option<SelfScore>),
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
    /// Models to visit are drawn. The first draw of an inspection, or one instead of a draw whose list was wrong. Boxed: it holds the
    /// whole list.
    Draw(Box<Draw>),
    /// A drawn model that cannot be visited is replaced, with why; `None` takes that back.
    Replace(ModelCode, Option<Reason>),
    /// The visit to a drawn model.
    Verify(ModelCode, Option<Verification>),
    /// What became of a recommendation, all of it. Counts after the signature, too.
    Life(RecommendationId, Life),
    /// The unit's later reply to a finding. Counts after the signature, too.
    Reply(FindingId, Option<Reply>),
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
    /// There is a draw; another one needs to say what was wrong with its list. Who may draw again as he likes, draws what he likes.
    #[error("models are drawn already; another draw must say what was wrong with the list")]
    DrawnAlready,
    /// The model was not drawn: what the unit shows of its own accord proves nothing about the rest.
    #[error("the model was not drawn")]
    NotDrawn,
    /// The model was replaced, and is not visited any more.
    #[error("the model was replaced")]
    Replaced,
    /// The model, or the one in its place, was visited already.
    #[error("the model was visited already")]
    Visited,
    /// An item has a mark: whoever knows how the judgement goes cannot give or mend a self-score any more.
    #[error("the self-score is sealed, since an item has a mark")]
    Sealed,
    /// The item was not drawn for this second look.
    #[error("the item was not drawn for this second look")]
    NotAsked,
    /// Only who was named looks again, and signs.
    #[error("a second look is signed by who was named for it")]
    NotTheSecond,
    /// A signed second look stays as it is: who opened it again would know what the first look gave.
    #[error("a signed second look is not opened again")]
    BothKnown,
    /// Only a second look has a first one that can be opened.
    #[error("it is no second look")]
    NoFirst,
    /// The recommendation whose life it is, or the finding that is replied to, is not there.
    #[error("the recommendation or finding it is about is not there")]
    Missing,
}

impl Edit {
    /// Name of the field it sets, as the journal and the history write it: `answer/C1-05`, `visit`.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::Plan(_) => "plan".into(),
            Self::Second(_) => "second".into(),
            Self::OpenFirst(_) => "opened".into(),
            Self::Visit(_) => "visit".into(),
            Self::SelfScore(_) => "self-score".into(),
            Self::Answer(item, _) => format!("answer/{item}"),
            Self::Cite(item, _) => format!("cite/{item}"),
            Self::Note(item, _) => format!("note/{item}"),
            Self::Timing(item, ..) => format!("timing/{item}"),
            Self::Evidence(id, _) => format!("evidence/{id}"),
            Self::Finding(id, _) => format!("finding/{id}"),
            Self::Recommendation(id, _) => format!("recommendation/{id}"),
            Self::AnswerFlag(flag, _) => format!("flag/{flag}"),
            Self::Draw(_) => "draw".into(),
            Self::Replace(model, _) => format!("replaced/{model}"),
            Self::Verify(model, _) => format!("verification/{model}"),
            Self::Life(id, _) => format!("life/{id}"),
            Self::Reply(id, _) => format!("reply/{id}"),
            Self::SignOff(_) | Self::Reopen(_) => "sign-off".into(),
        }
    }

    /// Whether it follows up what was found: such edits are made before and after the signature alike, and change nothing that was signed.
    #[must_use]
    pub const fn follows_up(&self) -> bool {
        matches!(self, Self::Life(..) | Self::Reply(..))
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
            (follow_up, true) if follow_up.follows_up() => {}
            (_, true) => return Err(Refusal::Frozen),
        }
        self.expect_place(&edit)?;
        self.expect_drawn(&edit)?;
        match edit {
            Edit::Plan(plan) => self.replan(plan)?,
            Edit::Second(second) => self.look_again(second)?,
            Edit::OpenFirst(opened) => self.second.as_mut().ok_or(Refusal::NoFirst)?.opened.push(opened),
            Edit::Visit(visit) => self.visit = visit,
            Edit::SelfScore(score) => self.score_itself(score)?,
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
            Edit::Draw(draw) => self.drawn(*draw)?,
            Edit::Replace(model, reason) => self.replace(model, reason)?,
            Edit::Verify(model, visit) => self.verify(model, visit)?,
            Edit::Life(id, life) => set(&mut self.lives, id, (!life.steps().is_empty()).then_some(life)),
            Edit::Reply(id, reply) => set(&mut self.replies, id, reply),
            Edit::SignOff(sign_off) => self.sign_off = Some(sign_off),
            Edit::Reopen(reopening) => {
                self.sign_off = None;
                self.reopenings.push(reopening);
            }
        }
        self.entries.retain(|_, entry| *entry != super::answer::Entry::default());
        Ok(())
    }

    /// What follows up must have something to follow; taking it back needs nothing.
    fn expect_place(&self, edit: &Edit) -> Result<(), Refusal> {
        let there = match edit {
            Edit::Life(id, life) => life.steps().is_empty() || self.recommendations.contains_key(id),
            Edit::Reply(id, reply) => reply.is_none() || self.findings.contains_key(id),
            _ => true,
        };
        there.then_some(()).ok_or(Refusal::Missing)
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

    fn look_again(&mut self, second: Box<Second>) -> Result<(), Refusal> {
        if self.second.as_ref().is_some_and(|known| *known != second) || !self.is_blank() {
            return Err(Refusal::PlanHeld);
        }
        self.second = Some(second);
        Ok(())
    }

    /// A second look holds nothing but the drawn items, and is signed by who was named.
    fn expect_drawn(&self, edit: &Edit) -> Result<(), Refusal> {
        let Some(second) = &self.second else { return Ok(()) };
        match edit {
            Edit::Answer(item, Some(_)) | Edit::Cite(item, _) | Edit::Note(item, _)
                if !second.items().contains(item) =>
            {
                Err(Refusal::NotAsked)
            }
            Edit::Reopen(_) => Err(Refusal::BothKnown),
            Edit::SignOff(sign_off) if !second.is_by(&sign_off.by) => Err(Refusal::NotTheSecond),
            _ => Ok(()),
        }
    }

    /// The same score again is no change, so that a file that was written can be read back.
    fn score_itself(&mut self, score: Option<SelfScore>) -> Result<(), Refusal> {
        if self.has_marks() && self.self_score != score {
            return Err(Refusal::Sealed);
        }
        self.self_score = score;
        Ok(())
    }

    fn drawn(&mut self, draw: Draw) -> Result<(), Refusal> {
        if self.draw().is_some() && draw.order().instead.is_none() {
            return Err(Refusal::DrawnAlready);
        }
        self.draws.push(draw);
        Ok(())
    }

    fn replace(&mut self, model: ModelCode, reason: Option<Reason>) -> Result<(), Refusal> {
        let visited =
            |inspection: &Self| inspection.verifications.keys().filter(|code| inspection.is_drawn(code)).count();
        match reason {
            Some(_) if self.verifications.contains_key(&model) => Err(Refusal::Visited),
            Some(_) if !self.is_drawn(&model) => Err(Refusal::NotDrawn),
            Some(reason) => {
                self.replaced.insert(model, reason);
                Ok(())
            }
            None => {
                let before = visited(self);
                let Some((model, reason)) = self.replaced.remove_entry(&model) else { return Ok(()) };
                if visited(self) == before {
                    return Ok(());
                }
                self.replaced.insert(model, reason);
                Err(Refusal::Visited)
            }
        }
    }

    fn verify(&mut self, model: ModelCode, visit: Option<Verification>) -> Result<(), Refusal> {
        if visit.is_some() && self.replaced.contains_key(&model) {
            return Err(Refusal::Replaced);
        }
        if visit.is_some() && !self.is_drawn(&model) {
            return Err(Refusal::NotDrawn);
        }
        set(&mut self.verifications, model, visit);
        Ok(())
    }

    /// The edit that sets the field of `edit` back to what it holds now. `None` for signing and opening again, which are
    /// not undone but answered by each other, and for a draw, which is never undone: its seed is known now.
    #[must_use]
    pub fn current(&self, edit: &Edit) -> Option<Edit> {
        let entry = |item: &ItemId| self.entries.get(item).cloned().unwrap_or_default();
        Some(match edit {
            Edit::Plan(_) => Edit::Plan(self.plan.clone()),
            Edit::Visit(_) => Edit::Visit(self.visit.clone()),
            Edit::SelfScore(_) => Edit::SelfScore(self.self_score.clone()),
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
            Edit::Life(id, _) => Edit::Life(id.clone(), self.lives.get(id).cloned().unwrap_or_default()),
            Edit::Reply(id, _) => Edit::Reply(id.clone(), self.replies.get(id).cloned()),
            Edit::Replace(model, _) => Edit::Replace(model.clone(), self.replaced.get(model).cloned()),
            Edit::Verify(model, _) => Edit::Verify(model.clone(), self.verifications.get(model).cloned()),
            Edit::Second(_) | Edit::OpenFirst(_) | Edit::Draw(_) | Edit::SignOff(_) | Edit::Reopen(_) => return None,
        })
    }
}

fn set<K: Ord, V>(map: &mut std::collections::BTreeMap<K, V>, key: K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    };
}
