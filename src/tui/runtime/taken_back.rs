//! What a session remembers of taking back; how it is done stands in `undo`.

use crate::domain::undo::Action;
use std::collections::HashSet;

/// What a session knows of it.
#[derive(Debug, Default)]
pub(super) struct TakenBack {
    /// What was taken back, the latest last.
    pub(super) again: Vec<Action>,
    /// Sequence numbers of what cannot be taken back and was said to be so: the next time goes on to what was done before.
    pub(super) passed: HashSet<u64>,
}

impl TakenBack {
    /// Something new was done; what was taken back before can no longer be made again.
    pub(super) fn end(&mut self) {
        self.again.clear();
    }
}
