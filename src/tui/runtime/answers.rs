//! What the storage thread says when something could not be done.

use crate::{i18n::Message, store::CommitError, tui::message::Answer};

/// What came of something asked for.
pub(super) type Answers = Result<Vec<Answer>, Answer>;

/// Something could not be done; nothing was changed.
pub(super) fn failed(why: Message) -> Answer {
    Answer::Failed { why: vec![why] }
}

/// A user action was not kept.
pub(super) fn not_committed(error: &CommitError) -> Answer {
    Answer::NotCommitted {
        why: vec![error.message()],
        stopped: matches!(error, CommitError::Stopped | CommitError::NotSaved { .. }),
    }
}
