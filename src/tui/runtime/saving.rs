//! Makes user actions durable, and again what the disk did not take before, once the person says so.

use super::{
    answers::{Answers, not_committed},
    keeper::Keeper,
};
use crate::{domain::edit::Change, tui::message::Answer};

impl Keeper {
    /// Makes one user action durable. What the disk does not take is kept for [`Keeper::save_again`].
    pub(super) fn commit(&mut self, changes: Vec<Change>) -> Answers {
        let kept = changes.clone();
        let done = self.commit_once(changes);
        if matches!(done, Err(Answer::NotCommitted { stopped: true, .. })) {
            self.unsaved.0.push_back(kept);
        }
        done
    }

    /// Takes up writing, and makes durable what could not be written before, in its order. What still cannot stays kept; what the vault refuses
    /// by now is said and given up.
    pub(super) fn save_again(&mut self) -> Vec<Answer> {
        let resumed = match self.vault() {
            Ok(vault) => vault.resume().map_err(|error| not_committed(&error.into())),
            Err(failure) => Err(failure),
        };
        if let Err(failure) = resumed {
            return vec![failure];
        }
        let mut answers = Vec::new();
        while let Some(changes) = self.unsaved.0.front().cloned() {
            match self.commit_once(changes) {
                Ok(done) => answers.extend(done),
                Err(failure) => {
                    let stays = matches!(failure, Answer::NotCommitted { stopped: true, .. });
                    answers.push(failure);
                    if stays {
                        return answers;
                    }
                }
            }
            self.unsaved.0.pop_front();
        }
        answers.push(Answer::SavedAgain);
        answers
    }
}
