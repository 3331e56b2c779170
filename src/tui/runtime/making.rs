//! A document on its way: what it is made from was gathered, and a thread beside the storage thread rolls up, words and lays it out – on
//! big data that takes seconds. Meanwhile commits are served, and who stops it hears no more of it. Writes nothing (`documents`).

use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    report::{
        Issue,
        asked::{Gathered, Made},
        layout::Layouts,
    },
};
use chrono::NaiveDate;
use std::{
    sync::{
        Arc,
        mpsc::{Receiver, RecvTimeoutError, channel},
    },
    thread,
    time::Duration,
};

/// How long the storage thread waits for it before it looks after everything else.
const MOMENT: Duration = Duration::from_millis(10);

/// A document that is being made.
#[derive(Debug)]
pub(super) struct Making(Receiver<Result<Made, Message>>);

impl Making {
    /// Begins to make it, in a language, dated this day, in these layouts.
    pub(super) fn begin(gathered: Gathered, lang: Lang, today: NaiveDate, layouts: Arc<Layouts>) -> Self {
        let (sender, made) = channel();
        // Where the system has no thread to give, the sender is gone at once, and that is told.
        let _ = thread::Builder::new().spawn(move || {
            let issue = Issue { lang, today, layouts: &layouts, compared: None };
            let made = gathered.make(&issue).map_err(|why| crate::report::asked::Unmade::from(why).message());
            // Nobody waits for it any more when it was stopped.
            let _ = sender.send(made);
        });
        Self(made)
    }

    /// Waits a moment for it; nothing while it is not made.
    pub(super) fn wait(&self) -> Option<Result<Made, Message>> {
        match self.0.recv_timeout(MOMENT) {
            Ok(made) => Some(made),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(Message::new(key::REPORTS_UNMADE))),
        }
    }
}
