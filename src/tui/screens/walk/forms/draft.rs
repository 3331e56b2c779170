//! Which form a draft is of, and back. The names are those of the file: one that was written stays readable.

use super::Purpose;
use crate::domain::{
    draft::{Draft, FormId, Seat},
    ids::{EvidenceId, FindingId, InspectionId, ItemId, RecommendationId},
};

/// Which form is open, as drafts name it.
pub(in super::super) fn form_id(inspection: InspectionId, purpose: &Purpose) -> FormId {
    let (form, item, record) = match purpose {
        Purpose::NotApplicable(item) => ("not-applicable", Some(item), None),
        Purpose::NotVerified(item) => ("not-verified", Some(item), None),
        Purpose::Note(item) => ("note", Some(item), None),
        Purpose::Evidence(item, id) => ("evidence", Some(item), id.as_ref().map(EvidenceId::as_str)),
        Purpose::Cite(item) => ("cite", Some(item), None),
        Purpose::Finding(item, id) => ("finding", Some(item), id.as_ref().map(FindingId::as_str)),
        Purpose::Recommendation(item, id) => ("recommendation", Some(item), id.as_ref().map(RecommendationId::as_str)),
        Purpose::Visit => ("visit", None, None),
        Purpose::SelfScore => ("self-score", None, None),
    };
    FormId { item: item.cloned(), ..FormId::new(Seat::walk(inspection), form).with_record(record) }
}

/// The form a draft is of; none when its name or its item is missing here.
pub(in super::super) fn purpose(draft: &Draft) -> Option<Purpose> {
    let item = || draft.item.clone();
    let record = draft.record.as_deref();
    Some(match draft.form.as_str() {
        "not-applicable" => Purpose::NotApplicable(item()?),
        "not-verified" => Purpose::NotVerified(item()?),
        "note" => Purpose::Note(item()?),
        "evidence" => Purpose::Evidence(item()?, record.map(EvidenceId::from)),
        "cite" => Purpose::Cite(item()?),
        "finding" => Purpose::Finding(item()?, record.map(FindingId::from)),
        "recommendation" => Purpose::Recommendation(item()?, record.map(RecommendationId::from)),
        "visit" => Purpose::Visit,
        "self-score" => Purpose::SelfScore,
        _ => return None,
    })
}

impl Purpose {
    /// The item the form was opened at.
    pub(in super::super) fn item(&self) -> Option<&ItemId> {
        match self {
            Self::NotApplicable(item)
            | Self::NotVerified(item)
            | Self::Note(item)
            | Self::Evidence(item, _)
            | Self::Cite(item)
            | Self::Finding(item, _)
            | Self::Recommendation(item, _) => Some(item),
            Self::Visit | Self::SelfScore => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn every_form_is_found_again_from_its_draft() {
        let item = || ItemId::from("C1-05");
        for form in [
            Purpose::NotApplicable(item()),
            Purpose::NotVerified(item()),
            Purpose::Note(item()),
            Purpose::Evidence(item(), None),
            Purpose::Evidence(item(), Some("V-01".into())),
            Purpose::Cite(item()),
            Purpose::Finding(item(), None),
            Purpose::Finding(item(), Some("F-01".into())),
            Purpose::Recommendation(item(), None),
            Purpose::Recommendation(item(), Some("K-01".into())),
            Purpose::Visit,
            Purpose::SelfScore,
        ] {
            let written = form_id(InspectionId(Uuid::nil()), &form).draft(0, Vec::new());
            assert_eq!(purpose(&written), Some(form));
        }
    }

    #[test]
    fn a_form_of_a_newer_program_is_none_of_ours() {
        let mut written = form_id(InspectionId(Uuid::nil()), &Purpose::Visit).draft(0, Vec::new());
        written.form = "model".into();
        assert_eq!(purpose(&written), None);
        written.form = "note".into();
        assert_eq!(purpose(&written), None, "a note without an item");
    }
}
