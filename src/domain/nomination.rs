//! Who may be put forward for praise, and why somebody is not: only what was verified, of a signed inspection (clause 1 of the letter:
//! praise promptly, and no chasing of numbers). Puts nobody above anybody: a nomination has no score and no rank.

use super::{
    answer::{Entry, Level},
    evidence::Grade,
    finding::{Finding, FindingKind},
    ids::{EvidenceId, FindingId, InspectionId, ItemId, ModelCode, UnitId},
    inspection::Inspection,
    programme::Programme,
    sample::{Found, sampled},
    score::proof,
    verification::Verdict,
};

/// What could be praised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// A strength of the unit.
    Strength(FindingId),
    /// A drawn model that was visited.
    Model(ModelCode),
}

impl Subject {
    /// Its number: `F-01`, or the model's code.
    #[must_use]
    pub fn number(&self) -> &str {
        match self {
            Self::Strength(id) => id.as_str(),
            Self::Model(code) => code.as_str(),
        }
    }
}

/// Why something is not put forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Barrier {
    /// Its evidence carries less than E3: nothing that the unit says of itself is praised.
    Unproven(Grade),
    /// Nobody said that others can take it over.
    NotTransferable,
    /// An item that it belongs to is rated 0 or 1.
    RatedLow(ItemId, Level),
    /// A shortfall of the same inspection belongs to the same item.
    Shortfall(FindingId, ItemId),
    /// The visit did not find the model running as registered.
    NotRunning(Verdict),
    /// The model was drawn and not visited.
    NotVisited,
}

/// Something that could be praised, what proves it, and what stands against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What it is.
    pub subject: Subject,
    /// The condition of the strength, or the name of the model.
    pub words: String,
    /// The items it belongs to, in the order of ids.
    pub items: Vec<ItemId>,
    /// The evidence of E3 or more that counts, in the order of ids. A visit to a model is evidence by itself and stands in no list.
    pub evidence: Vec<EvidenceId>,
    /// What the evidence gives together.
    pub grade: Grade,
    /// What stands against it; it is put forward when nothing does.
    pub barriers: Vec<Barrier>,
}

impl Candidate {
    /// Whether it is put forward.
    #[must_use]
    pub fn is_nominated(&self) -> bool {
        self.barriers.is_empty()
    }
}

/// What of one inspection is put forward, and what is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nominations {
    /// The inspection.
    pub inspection: InspectionId,
    /// Its unit.
    pub unit: UnitId,
    /// Its strengths in the order of their numbers, then the drawn models in the order of the draw.
    pub candidates: Vec<Candidate>,
}

impl Nominations {
    /// The candidates of an inspection; `None` when it is not signed, for until then nothing is settled.
    ///
    /// A strength is put forward when its evidence gives E3 or more together – pieces that contradict, are expired or lie outside the
    /// period do not count –, somebody marked it as one that others can take over, and neither a rating of 0 or 1 nor a shortfall at
    /// the same item speaks against it. A drawn model is put forward when its visit in this inspection found it running as registered.
    #[must_use]
    pub fn of(programme: &Programme, inspection: &Inspection) -> Option<Self> {
        if !inspection.is_signed() {
            return None;
        }
        let strengths = inspection.findings.iter().filter(|(_, finding)| finding.kind == FindingKind::Strength);
        let mut candidates: Vec<Candidate> =
            strengths.map(|(id, finding)| strength(programme, inspection, id, finding)).collect();
        candidates.extend(models(programme, inspection));
        Some(Self { inspection: inspection.id, unit: inspection.plan.unit, candidates })
    }

    /// Whether anything of it is put forward.
    #[must_use]
    pub fn has_any(&self) -> bool {
        self.candidates.iter().any(Candidate::is_nominated)
    }
}

fn strength(programme: &Programme, inspection: &Inspection, id: &FindingId, finding: &Finding) -> Candidate {
    let proof = proof(programme, inspection, &finding.evidence, false);
    let mut barriers: Vec<Barrier> = unproven(proof.grade).into_iter().collect();
    if !finding.is_transferable() {
        barriers.push(Barrier::NotTransferable);
    }
    for item in &finding.items {
        let level = inspection.entries.get(item).and_then(Entry::level).filter(|level| level.get() <= 1);
        barriers.extend(level.map(|level| Barrier::RatedLow(item.clone(), level)));
        let short = inspection
            .findings
            .iter()
            .find(|(_, other)| other.kind == FindingKind::Shortfall && other.items.contains(item));
        barriers.extend(short.map(|(other, _)| Barrier::Shortfall(other.clone(), item.clone())));
    }
    Candidate {
        subject: Subject::Strength(id.clone()),
        words: finding.condition.trim().to_owned(),
        items: finding.items.iter().cloned().collect(),
        evidence: proof.verified,
        grade: proof.grade,
        barriers,
    }
}

/// The models that this inspection drew itself: what an earlier one visited is that one's to put forward.
fn models(programme: &Programme, inspection: &Inspection) -> Vec<Candidate> {
    let Some(sample) = sampled(programme, inspection) else { return Vec::new() };
    let own = sample.models.into_iter().filter(|drawn| !matches!(drawn.found, Found::Earlier(_)));
    let candidate = |drawn: crate::domain::sample::Drawn| {
        let visit = inspection.verifications.get(&drawn.model).cloned().unwrap_or_default();
        let proof = proof(programme, inspection, &visit.evidence, matches!(drawn.found, Found::Visited(_)));
        let barriers = match drawn.found.verdict() {
            Some(Verdict::Verified) => unproven(proof.grade).into_iter().collect(),
            Some(verdict) => vec![Barrier::NotRunning(verdict)],
            None => vec![Barrier::NotVisited],
        };
        Candidate {
            subject: Subject::Model(drawn.model),
            words: drawn.name,
            items: Vec::new(),
            evidence: proof.verified,
            grade: proof.grade,
            barriers,
        }
    };
    own.map(candidate).collect()
}

fn unproven(grade: Grade) -> Option<Barrier> {
    (grade < Grade::E3).then_some(Barrier::Unproven(grade))
}
