//! The matters of one inspection, and what they are made of.

use super::{Matter, Number};
use crate::domain::{
    evidence::Evidence,
    finding::{Finding, FindingKind, Reply, Severity},
    ids::{EvidenceId, FindingId, InspectionId, RecommendationId, RoundId, UnitId},
    inspection::Inspection,
    life::{Life, Stage},
    recommendation::Recommendation,
};
use std::collections::{BTreeMap, BTreeSet};

/// What is followed of one inspection: its matters, and what they are made of. Leaves out the answers, which are most of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matters {
    /// Of which inspection.
    pub inspection: InspectionId,
    /// Of which unit.
    pub unit: UnitId,
    /// In which round.
    pub round: RoundId,
    /// Whether the inspection is signed.
    pub signed: bool,
    /// What became of its recommendations.
    pub lives: BTreeMap<RecommendationId, Life>,
    /// What the unit said about its findings after the signature.
    pub replies: BTreeMap<FindingId, Reply>,
    /// Its findings.
    pub findings: BTreeMap<FindingId, Finding>,
    /// Its recommendations.
    pub recommendations: BTreeMap<RecommendationId, Recommendation>,
    /// The evidence that its findings rest on.
    pub evidence: BTreeMap<EvidenceId, Evidence>,
}

impl Matters {
    /// What is followed of an inspection; `None` when it has neither findings nor recommendations.
    #[must_use]
    pub fn of(inspection: &Inspection) -> Option<Self> {
        let Inspection { id, plan, evidence, findings, recommendations, lives, replies, .. } = inspection;
        if findings.is_empty() && recommendations.is_empty() {
            return None;
        }
        let cited = |id: &EvidenceId| findings.values().any(|finding| finding.evidence.contains(id));
        let evidence = evidence.iter().filter(|(id, _)| cited(id)).map(|(id, piece)| (id.clone(), piece.clone()));
        Some(Self {
            inspection: *id,
            unit: plan.unit,
            round: plan.round.clone(),
            signed: inspection.is_signed(),
            lives: lives.clone(),
            replies: replies.clone(),
            findings: findings.clone(),
            recommendations: recommendations.clone(),
            evidence: evidence.collect(),
        })
    }

    /// The matters: every recommendation, every shortfall that none answers, every strength.
    #[must_use]
    pub fn list(&self) -> Vec<Matter> {
        let recommendations = self.recommendations.iter().map(|(id, recommendation)| Matter {
            number: Number::Recommendation(id.clone()),
            due: self.life(id).map_or(recommendation.due, |life| life.due(recommendation.due)),
            stage: self.life(id).map(Life::stage).unwrap_or_default(),
            has_owner: !recommendation.owner.trim().is_empty(),
            severity: self.answered_by(recommendation).filter_map(|(_, finding)| severity(finding)).max(),
            strength: false,
        });
        let alone = self.findings.iter().filter(|(id, finding)| {
            finding.kind == FindingKind::Strength || answers(&self.recommendations, id).next().is_none()
        });
        let findings = alone.map(|(id, finding)| Matter {
            number: Number::Finding(id.clone()),
            due: None,
            stage: Stage::Open,
            has_owner: false,
            severity: severity(finding),
            strength: finding.kind == FindingKind::Strength,
        });
        recommendations.chain(findings).collect()
    }

    /// What became of a recommendation; `None` when nothing happened yet.
    #[must_use]
    pub fn life(&self, id: &RecommendationId) -> Option<&Life> {
        self.lives.get(id)
    }

    /// The findings that a recommendation answers.
    pub fn answered_by<'a>(
        &'a self,
        recommendation: &'a Recommendation,
    ) -> impl Iterator<Item = (&'a FindingId, &'a Finding)> {
        recommendation.findings.iter().filter_map(|id| self.findings.get_key_value(id))
    }

    /// The findings that a matter is about.
    #[must_use]
    pub fn findings_of(&self, number: &Number) -> Vec<(&FindingId, &Finding)> {
        match number {
            Number::Finding(id) => self.findings.get_key_value(id).into_iter().collect(),
            Number::Recommendation(id) => {
                self.recommendations.get(id).into_iter().flat_map(|what| self.answered_by(what)).collect()
            }
        }
    }
}

/// How grave a finding is; `None` for a strength.
pub(super) fn severity(finding: &Finding) -> Option<Severity> {
    (finding.kind == FindingKind::Shortfall).then_some(finding.severity)
}

/// The recommendations that answer a finding.
pub fn answers<'a>(
    recommendations: &'a BTreeMap<RecommendationId, Recommendation>,
    finding: &'a FindingId,
) -> impl Iterator<Item = (&'a RecommendationId, &'a Recommendation)> {
    recommendations.iter().filter(move |(_, recommendation)| recommendation.findings.contains(finding))
}

/// Leaves of an inspection's findings and recommendations only what `shown` is made of: a recommendation with the findings it answers,
/// a finding with the recommendations that answer it. Everything else of the inspection stays.
pub fn narrow(inspection: &mut Inspection, shown: &BTreeSet<Number>) {
    let mut recommendations = BTreeSet::new();
    let mut findings = BTreeSet::new();
    for number in shown {
        match number {
            Number::Recommendation(id) => {
                let what = inspection.recommendations.get(id);
                findings.extend(what.into_iter().flat_map(|what| what.findings.iter().cloned()));
                recommendations.insert(id.clone());
            }
            Number::Finding(id) => {
                recommendations.extend(answers(&inspection.recommendations, id).map(|(id, _)| id.clone()));
                findings.insert(id.clone());
            }
        }
    }
    inspection.findings.retain(|id, _| findings.contains(id));
    inspection.recommendations.retain(|id, _| recommendations.contains(id));
}
