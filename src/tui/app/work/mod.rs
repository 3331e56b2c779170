//! Long work as the person sees it: what is being done, how far it is, and stopping it. What the work is, and in which steps it goes, is
//! the storage thread's matter.

mod view;

use super::App;
use crate::{
    i18n::{Key, key},
    tui::{effect::Effect, message::Job},
};

/// What is being done; it names how much is done and how much there is.
const fn goes_on(job: Job) -> Key {
    match job {
        Job::Findings => key::WORK_FINDINGS,
        Job::Praise => key::WORK_PRAISE,
        Job::Flags => key::WORK_FLAGS,
        Job::Document => key::WORK_DOCUMENT,
        Job::Export => key::WORK_EXPORT,
        Job::Letters => key::WORK_LETTERS,
        Job::Units => key::WORK_UNITS,
        Job::Backup => key::WORK_BACKUP,
    }
}

/// What is told once it was stopped.
pub(super) const fn stopped(job: Job) -> Key {
    match job {
        Job::Findings => key::WORK_FINDINGS_STOPPED,
        Job::Praise => key::WORK_PRAISE_STOPPED,
        Job::Flags => key::WORK_FLAGS_STOPPED,
        Job::Document => key::WORK_DOCUMENT_STOPPED,
        Job::Export => key::WORK_EXPORT_STOPPED,
        Job::Letters => key::WORK_LETTERS_STOPPED,
        Job::Units => key::WORK_UNITS_STOPPED,
        Job::Backup => key::WORK_BACKUP_STOPPED,
    }
}

impl App {
    /// Stops the long work, if any goes on.
    pub(super) fn cancel_work(&mut self) -> Vec<Effect> {
        self.work.take().map(|_| Effect::CancelWork).into_iter().collect()
    }
}
