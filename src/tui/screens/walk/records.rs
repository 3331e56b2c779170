//! What hangs at an item: its evidence, the findings that name it, the recommendations that answer those.

use crate::domain::{
    edit::Edit,
    ids::{EvidenceId, FindingId, ItemId, RecommendationId},
    inspection::Inspection,
};

/// A record at an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Record {
    Evidence(EvidenceId),
    Finding(FindingId),
    Recommendation(RecommendationId),
}

impl Record {
    /// Its number in the inspection: `V-03`.
    pub(super) fn number(&self) -> &str {
        match self {
            Self::Evidence(id) => id.as_str(),
            Self::Finding(id) => id.as_str(),
            Self::Recommendation(id) => id.as_str(),
        }
    }
}

/// The records of an item, in the order they are shown.
pub(super) fn records(inspection: &Inspection, item: &ItemId) -> Vec<Record> {
    let cited = inspection
        .entries
        .get(item)
        .into_iter()
        .flat_map(|entry| &entry.evidence)
        .filter(|id| inspection.evidence.contains_key(*id));
    let findings: Vec<&FindingId> =
        inspection.findings.iter().filter(|(_, finding)| finding.items.contains(item)).map(|(id, _)| id).collect();
    let answering = inspection
        .recommendations
        .iter()
        .filter(|(_, recommendation)| recommendation.findings.iter().any(|id| findings.contains(&id)));
    cited
        .cloned()
        .map(Record::Evidence)
        .chain(findings.iter().map(|id| Record::Finding((*id).clone())))
        .chain(answering.map(|(id, _)| Record::Recommendation(id.clone())))
        .collect()
}

/// The edits that take a record away from `item`. Evidence that other items or findings use is only no longer cited here; what
/// nobody else uses goes, and nothing is left pointing at it.
pub(super) fn removal(inspection: &Inspection, item: &ItemId, record: &Record) -> Vec<Edit> {
    match record {
        Record::Evidence(id) => remove_evidence(inspection, item, id),
        Record::Finding(id) => {
            let mut edits: Vec<Edit> = inspection
                .recommendations
                .iter()
                .filter(|(_, recommendation)| recommendation.findings.contains(id))
                .map(|(number, recommendation)| {
                    let mut left = recommendation.clone();
                    left.findings.remove(id);
                    Edit::Recommendation(number.clone(), Some(left))
                })
                .collect();
            edits.push(Edit::Finding(id.clone(), None));
            edits
        }
        Record::Recommendation(id) => vec![Edit::Recommendation(id.clone(), None)],
    }
}

fn remove_evidence(inspection: &Inspection, item: &ItemId, id: &EvidenceId) -> Vec<Edit> {
    let mut cited = inspection.entries.get(item).map(|entry| entry.evidence.clone()).unwrap_or_default();
    cited.remove(id);
    let mut edits = vec![Edit::Cite(item.clone(), cited)];
    let elsewhere = inspection.entries.iter().any(|(other, entry)| other != item && entry.evidence.contains(id))
        || inspection.findings.values().any(|finding| finding.evidence.contains(id));
    if !elsewhere {
        edits.push(Edit::Evidence(id.clone(), None));
    }
    edits
}
