//! User actions that could not be written: they stand on the screen, so they are kept in their order until the disk takes them (`saving`).
//! Nothing is tried again by itself: after a failed sync the system may have forgotten what it had not written.

use crate::domain::edit::Change;
use std::collections::VecDeque;

/// The actions, the oldest first.
#[derive(Debug, Default)]
pub(super) struct Unsaved(pub(super) VecDeque<Vec<Change>>);
