//! The short forms of the walk: how each is laid out for an item, and the edits that saving it makes.

mod build;
mod draft;
mod read;

pub(super) use build::form;
pub(super) use draft::{form_id, purpose};
pub(super) use read::read;

use super::records::Record;
use crate::domain::{
    edit::Edit,
    ids::{EvidenceId, FindingId, ItemId, RecommendationId},
};

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Purpose {
    NotApplicable(ItemId),
    NotVerified(ItemId),
    Note(ItemId),
    Evidence(ItemId, Option<EvidenceId>),
    Cite(ItemId),
    Finding(ItemId, Option<FindingId>),
    Recommendation(ItemId, Option<RecommendationId>),
    Visit,
    SelfScore,
}

impl Purpose {
    /// The form that changes a record.
    pub(super) fn of_record(item: ItemId, record: Record) -> Self {
        match record {
            Record::Evidence(id) => Self::Evidence(item, Some(id)),
            Record::Finding(id) => Self::Finding(item, Some(id)),
            Record::Recommendation(id) => Self::Recommendation(item, Some(id)),
        }
    }
}

/// What saving a form comes to.
#[derive(Debug)]
pub(super) struct Read {
    /// The edits, one user action.
    pub(super) edits: Vec<Edit>,
    /// A file for a piece of evidence among them, by its path as typed.
    pub(super) attach: Option<(EvidenceId, String)>,
}
