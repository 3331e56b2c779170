//! One user action: checked, appended and synced, then published. Nothing that happens after the sync can refuse it.

use super::{CommitError, Vault, VaultError, codec, open::now, staged::Staged};
use crate::{
    domain::{edit::Change, summary::Summary},
    journal::{Op, Stamp},
};

/// A user action that is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Sequence number of its journal record.
    pub seq: u64,
    /// Hash of its journal record, 64 hexadecimal digits: the journal's head now.
    pub head: String,
    /// The summaries that changed.
    pub summaries: Vec<Summary>,
}

impl Vault {
    /// Makes one user action durable: one journal record, one `fdatasync`, then the projection. No changes, no record.
    ///
    /// # Errors
    /// [`CommitError`]; nothing of the action was kept then.
    #[expect(clippy::needless_pass_by_value, reason = "an action is handed over: who commits has no more use for it")]
    pub fn commit(&mut self, actor: &str, changes: Vec<Change>) -> Result<Committed, CommitError> {
        let seq = self.journal.next_seq();
        if changes.is_empty() {
            return Ok(Committed { seq: seq - 1, head: self.head(), summaries: Vec::new() });
        }
        if self.is_read_only() {
            return Err(CommitError::ReadOnly);
        }
        let stamp = Stamp(self.journal.device(), seq);
        let (staged, bases) = match self.stage(stamp, &changes) {
            Err(CommitError::Vault(VaultError::Index { .. })) => {
                self.heal()?;
                self.stage(stamp, &changes)?
            }
            staged => staged?,
        };
        let ops = changes.iter().zip(bases).map(|(change, base)| codec::encode(change, base));
        let ops: Vec<Op> = ops.collect::<Result<_, _>>().map_err(|_| CommitError::TooLong)?;
        let appended = self.journal.append(now(), actor, ops)?;
        // Acknowledged. Should the index fail now, it is rebuilt from the journal, at the latest by the next opening.
        let summaries = staged.publish(&mut self.memory);
        for summary in &summaries {
            self.ahead.forget(summary.id);
        }
        if self.settle(&staged).is_err() {
            let _ = self.heal();
        }
        Ok(Committed { seq: appended.seq, head: appended.hash.to_string(), summaries })
    }

    fn stage(&self, stamp: Stamp, changes: &[Change]) -> Result<(Staged, Vec<Option<Stamp>>), CommitError> {
        let index = self.index.borrow();
        let index = index.as_ref().ok_or_else(|| VaultError::Index { reason: String::new() })?;
        let ground = self.ground(index);
        let mut staged = Staged::default();
        let bases = staged.action(ground, stamp, changes)?;
        staged.finish(ground).map_err(VaultError::from)?;
        Ok((staged, bases))
    }

    /// Writes what was committed into the index, its mark last.
    fn settle(&mut self, staged: &Staged) -> Result<(), VaultError> {
        let mut index = self.index.borrow_mut();
        let index = index.as_mut().ok_or_else(|| VaultError::Index { reason: String::new() })?;
        staged.write(index)?;
        staged.write_rows(index)?;
        if self.memory.is_much_loose() {
            self.memory.tidy(index)?;
        }
        let mut applied = self.applied.borrow_mut();
        applied.tip = self.journal.tip().clone();
        applied.things = self.memory.things();
        applied.write(index)?;
        Ok(index.written()?)
    }
}
