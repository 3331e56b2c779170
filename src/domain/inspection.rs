//! One inspection of one unit in one round: everything that is recorded on the visit. How it changes is `edit`'s matter,
//! what it is worth `score`'s.

use super::{
    answer::{Answer, Entry, Reason},
    draw::{Draw, Pick},
    evidence::Evidence,
    finding::{Finding, Reply},
    flag_answer::{FlagAnswer, FlagKey},
    ids::{EvidenceId, FindingId, InspectionId, ItemId, KindId, ModelCode, RecommendationId, RoundId, UnitId},
    life::{Life, Stage},
    period::Period,
    recommendation::Recommendation,
    second::{Looked, Second},
    self_score::SelfScore,
    verification::Verification,
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was decided when the inspection was planned. The unit's kind and the programme's hash are kept here, so that an
/// inspection stays readable when the unit or the programme changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The unit inspected.
    pub unit: UnitId,
    /// Its kind on the day of planning.
    pub kind: KindId,
    /// The round it belongs to.
    pub round: RoundId,
    /// The period under review: evidence collected outside it does not count.
    pub period: Period,
    /// BLAKE3 of the programme file it is filled with, 64 hexadecimal digits.
    pub programme: String,
    /// By when it should be done.
    pub due: Option<NaiveDate>,
    /// Who leads it; may be empty.
    pub lead: String,
}

/// The visit itself: when, who, and how the time was spent.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Visit {
    /// Arrival.
    pub from: Option<DateTime<FixedOffset>>,
    /// Departure.
    pub to: Option<DateTime<FixedOffset>>,
    /// When the closing meeting began.
    pub closing_meeting: Option<DateTime<FixedOffset>>,
    /// The inspectors.
    pub team: Vec<String>,
    /// Residents or users asked, not officials, not picked by the unit. `None` when not recorded.
    pub people_asked: Option<u32>,
    /// Minutes spent at sites.
    pub minutes_on_sites: Option<u32>,
    /// Documents the team asked the unit for.
    pub documents_asked: Option<u32>,
    /// Minutes spent on paper.
    pub minutes_on_paper: Option<u32>,
    /// Minutes spent with people.
    pub minutes_with_people: Option<u32>,
    /// Why no strength of the unit can be carried over to others, when the team looked and found none.
    pub no_transferable: Option<Reason>,
}

/// The closing signature; it freezes the inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// Who signed.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Hash of the last journal record before the signature, 64 hexadecimal digits: whoever holds a printed report can
    /// prove that nothing before it was changed.
    pub journal_head: String,
}

/// A signed version that was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopening {
    /// The signature that was set aside.
    pub signed: SignOff,
    /// Who opened it again.
    pub by: String,
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Why.
    pub why: String,
}

/// Where an inspection stands. Whether it is overdue follows from the day and is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Nothing recorded yet.
    Planned,
    /// Begun, with items still open.
    Underway,
    /// Every item that applies is answered; waiting for the signature.
    Ready,
    /// Signed and frozen.
    Signed,
}

/// One inspection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inspection {
    /// Identity.
    pub id: InspectionId,
    /// What was planned.
    pub plan: Plan,
    /// What makes it a second look at another inspection; it then asks about the drawn items alone and enters no score of its unit.
    #[serde(default)]
    pub second: Option<Box<Second>>,
    /// The visit.
    pub visit: Visit,
    /// The unit's score of itself, given before the visit. Who may see it when, `seal` says.
    #[serde(default)]
    pub self_score: Option<SelfScore>,
    /// What was recorded at each item; an item without anything has no entry.
    pub entries: BTreeMap<ItemId, Entry>,
    /// The evidence collected.
    pub evidence: BTreeMap<EvidenceId, Evidence>,
    /// The findings.
    pub findings: BTreeMap<FindingId, Finding>,
    /// The recommendations.
    pub recommendations: BTreeMap<RecommendationId, Recommendation>,
    /// Written answers to flags. An answer whose flag is gone stays: the flag may come back.
    #[serde(default)]
    pub flag_answers: BTreeMap<FlagKey, FlagAnswer>,
    /// The draws of models to visit, oldest first. The last one holds; the others were drawn from a list that was found wrong, and
    /// are kept and printed.
    pub draws: Vec<Draw>,
    /// Drawn models that could not be visited, each with why. Others of the same seed are visited too; these stay in the sample as
    /// not verified.
    pub replaced: BTreeMap<ModelCode, Reason>,
    /// The visits to drawn models.
    pub verifications: BTreeMap<ModelCode, Verification>,
    /// The signature, when it is closed.
    pub sign_off: Option<SignOff>,
    /// Earlier signed versions, oldest first.
    pub reopenings: Vec<Reopening>,
    /// What became of the recommendations; one that nothing happened to has no life here. Goes on after the signature: following up is
    /// no change of what was found.
    pub lives: BTreeMap<RecommendationId, Life>,
    /// What the unit said about findings after the signature.
    pub replies: BTreeMap<FindingId, Reply>,
}

impl Inspection {
    /// A planned inspection with nothing recorded.
    #[must_use]
    pub fn new(id: InspectionId, plan: Plan) -> Self {
        Self {
            id,
            plan,
            second: None,
            visit: Visit::default(),
            self_score: None,
            entries: BTreeMap::new(),
            evidence: BTreeMap::new(),
            findings: BTreeMap::new(),
            recommendations: BTreeMap::new(),
            flag_answers: BTreeMap::new(),
            draws: Vec::new(),
            replaced: BTreeMap::new(),
            verifications: BTreeMap::new(),
            sign_off: None,
            reopenings: Vec::new(),
            lives: BTreeMap::new(),
            replies: BTreeMap::new(),
        }
    }

    /// Where a recommendation stands.
    #[must_use]
    pub fn stage(&self, id: &RecommendationId) -> Stage {
        self.lives.get(id).map(Life::stage).unwrap_or_default()
    }

    /// By when a recommendation is to be done, accepted delays counted in.
    #[must_use]
    pub fn due(&self, id: &RecommendationId) -> Option<NaiveDate> {
        let first_set = self.recommendations.get(id).and_then(|what| what.due);
        self.lives.get(id).map_or(first_set, |life| life.due(first_set))
    }

    /// The mark of an item, or none yet.
    #[must_use]
    pub fn answer(&self, item: &ItemId) -> Option<&Answer> {
        self.entries.get(item)?.answer.as_ref()
    }

    /// What is known of a second look; `None` for any other inspection.
    #[must_use]
    pub fn looked(&self) -> Option<Looked> {
        self.second.as_deref().map(|second| Looked::new(second, |item| self.answer(item)))
    }

    /// The same as whoever may look at it meanwhile sees it: of a second look that is not signed, without the marks of the first.
    #[must_use]
    pub fn blinded(mut self) -> Self {
        if let Some(second) = self.second.as_mut().filter(|_| self.sign_off.is_none()) {
            second.marks.clear();
        }
        self
    }

    /// Whether any item has a mark: from then on the unit's score of itself stays as it is.
    #[must_use]
    pub fn has_marks(&self) -> bool {
        self.entries.values().any(|entry| entry.answer.is_some())
    }

    /// Whether it is signed and frozen.
    #[must_use]
    pub fn is_signed(&self) -> bool {
        self.sign_off.is_some()
    }

    /// Whether nothing was recorded yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.entries.is_empty()
            && self.evidence.is_empty()
            && self.findings.is_empty()
            && self.recommendations.is_empty()
            && self.draws.is_empty()
            && self.self_score.is_none()
            && self.visit == Visit::default()
    }

    /// The draw that holds, if there was one.
    #[must_use]
    pub fn draw(&self) -> Option<&Draw> {
        self.draws.last()
    }

    /// The numbers to visit, in the order of the draw that holds: those drawn at first, then one more of the same seed for each that
    /// was replaced, as far as the list reaches.
    #[must_use]
    pub fn picks(&self) -> Vec<Pick> {
        self.draw().map(|draw| self.picks_of(draw)).unwrap_or_default()
    }

    fn picks_of(&self, draw: &Draw) -> Vec<Pick> {
        let mut replaced = 0;
        loop {
            let picks = draw.picks(replaced);
            let count = picks.iter().filter(|pick| self.replaced.contains_key(&draw.line(**pick).0)).count();
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            if count <= replaced {
                return picks;
            }
            replaced = count;
        }
    }

    /// Whether any draw of this inspection drew this model, replacements among them. What a draw drew that was set aside may have
    /// been visited; it counts only where the draw that holds drew it, too.
    #[must_use]
    pub fn is_drawn(&self, model: &ModelCode) -> bool {
        let drew = |draw: &Draw| self.picks_of(draw).into_iter().any(|pick| draw.line(pick).0 == *model);
        self.draws.iter().any(drew)
    }

    /// Which version this is: 1 until it is opened again for the first time.
    #[must_use]
    pub fn version(&self) -> usize {
        self.reopenings.len() + 1
    }

    /// The days on which evidence is collected: the period under review, and beyond it up to the end of the visit. A team that comes in
    /// January about last year sees in January what it sees; what was collected before the period is of another time.
    #[must_use]
    pub fn collecting(&self) -> Period {
        let Period { from, to } = self.plan.period;
        Period { from, to: to.map(|to| self.visit.to.map_or(to, |left| to.max(left.date_naive()))) }
    }

    /// The day on which evidence must still be valid: the end of the visit, else the end of the period.
    #[must_use]
    pub fn as_of(&self) -> Option<NaiveDate> {
        self.visit.to.map(|to| to.date_naive()).or(self.plan.period.to)
    }
}
