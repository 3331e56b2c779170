//! What an answer of the storage thread changes: what every screen reads, what is saved, what is told; then the screens hear it.

use super::{App, Base, Saved, Tab, drafts, tabs, work::stopped};
use crate::{
    i18n::{Message, key},
    tui::{
        effect::Effect,
        message::{Answer, Now, Snapshot},
        parts::{dialog::Dialog, notice::Notice},
        screens::{Desk, Screen as _},
        shared::Shared,
        ui::theme::Theme,
    },
};

impl App {
    pub(super) fn hear(&mut self, answer: &Answer, now: Now) -> Vec<Effect> {
        match answer {
            Answer::Opened(snapshot) => self.open((**snapshot).clone(), now),
            Answer::Committed { head, summaries, rounds, units, indicators, settings } => {
                // While something is unsaved only saving again commits, and that says itself when it is done.
                if self.unsaved == 0 {
                    self.settle();
                }
                self.shared.head.clone_from(head);
                self.shared.summaries.extend(summaries.iter().map(|summary| (summary.id, summary.clone())));
                if !rounds.is_empty() {
                    self.shared.rounds.clone_from(rounds);
                }
                if let Some(units) = units {
                    self.shared.units.clone_from(units);
                }
                if let Some(indicators) = indicators {
                    self.shared.indicators.clone_from(indicators);
                }
                if let Some(settings) = settings {
                    // What a key of its own changes holds at once; what the form changes is said when it is durable, and holds from then on.
                    if **settings != self.shared.settings {
                        self.notice = Some(Notice::done(key::SETTINGS_SAVED));
                    }
                    self.shared.settings.clone_from(settings);
                    self.theme = self.bound.unwrap_or_else(|| Theme::named(settings.theme));
                    self.take_keymap();
                }
            }
            Answer::TookBack { what } => self.took_back(Notice::done(what.clone())),
            Answer::NotTakenBack { why } => {
                self.settle();
                self.took_back(Notice::warning(why.clone()));
            }
            Answer::NotCommitted { why, stopped } => self.not_saved(why.clone(), *stopped),
            Answer::SavedAgain => self.saved_again(),
            Answer::Imported { added, changed, unchanged } => {
                let told = Message::new(key::UNITS_IMPORTED);
                self.notice = Some(Notice::done(
                    told.with("added", *added).with("changed", *changed).with("unchanged", *unchanged),
                ));
            }
            Answer::ModelsImported { unit, added, changed, unchanged } => {
                let name = self.shared.units.get(*unit).map(|unit| unit.name.clone()).unwrap_or_default();
                let told = Message::new(key::MODELS_IMPORTED).with("unit", name);
                self.notice = Some(Notice::done(
                    told.with("added", *added).with("changed", *changed).with("unchanged", *unchanged),
                ));
            }
            Answer::LettersWritten { count, folder } => {
                let told = Message::new(key::LETTERS_WRITTEN).with("count", *count).with("folder", folder);
                self.notice = Some(Notice::done(told));
            }
            Answer::Exported { path } => {
                self.notice = Some(Notice::done(Message::new(key::EXPORTED).with("path", path)));
            }
            Answer::NotAttached { why } | Answer::Failed { why } => {
                if matches!(answer, Answer::Failed { .. }) && std::mem::take(&mut self.undoing) {
                    self.settle();
                }
                self.dialog = Some(Dialog::to_read(key::DIALOG_FAILED, why.clone()));
            }
            Answer::Working(progress) => self.work = Some(*progress),
            Answer::WorkDone => self.work = None,
            Answer::WorkStopped(job) => {
                self.work = None;
                self.notice = Some(Notice::warning(stopped(*job)));
            }
            Answer::BackedUp { told, well, asked } => self.hear_of_backup(told, *well, *asked),
            Answer::Drafts(drafts) => self.shared.drafts.clone_from(drafts),
            Answer::DraftNotKept { why } => {
                let lang = self.shared.lang();
                let told = Message::new(key::DRAFT_NOT_KEPT).with("why", why.to(lang));
                self.notice = Some(Notice::failure(told));
            }
            Answer::Loaded { .. }
            | Answer::Earlier { .. }
            | Answer::History { .. }
            | Answer::Flags(_)
            | Answer::Register { .. }
            | Answer::Censuses(_)
            | Answer::Praise { .. }
            | Answer::Drawing(_)
            | Answer::Findings(_)
            | Answer::UnitFindings { .. }
            | Answer::Built { .. } => {}
        }
        self.tell_the_tabs(answer, now);
        self.at_desk(now, |screen, desk| {
            screen.hear(answer, desk);
            if matches!(answer, Answer::TookBack { .. }) {
                screen.read_again(desk);
            }
        })
    }

    /// The queue and the tree show what changed even while another screen is in front of them.
    fn tell_the_tabs(&mut self, answer: &Answer, now: Now) {
        if let Base::Tabs { queue, units, findings, at, .. } = &mut self.base {
            let mut desk = Desk::new(&self.shared, now);
            queue.hear(answer, &mut desk);
            units.hear(answer, &mut desk);
            if !(self.stack.is_empty() && *at == Tab::Findings) {
                findings.hear(answer, &mut desk);
            }
        }
    }

    /// A backup that somebody asked for is told in full; of one that went wrong by itself a line is told and nobody is stopped.
    fn hear_of_backup(&mut self, told: &[Message], well: bool, asked: bool) {
        let Some(first) = told.first() else { return };
        if !asked || self.dialog.is_some() {
            self.notice = Some(if well { Notice::done(first.clone()) } else { Notice::warning(first.clone()) });
            return;
        }
        let title = if well { key::DIALOG_BACKED_UP } else { key::DIALOG_FAILED };
        self.dialog = Some(Dialog::to_read(title, told.to_vec()));
    }

    fn took_back(&mut self, told: Notice) {
        self.undoing = false;
        self.notice = Some(told);
    }

    pub(super) fn open(&mut self, snapshot: Snapshot, now: Now) {
        let of_vault = snapshot.notices.clone();
        let mut waiting = None;
        let (page, columns) = (self.shared.page, self.shared.columns);
        self.shared = Shared { page, columns, ..Shared::new(snapshot) };
        self.theme = self.bound.unwrap_or_else(|| Theme::named(self.shared.settings.theme));
        self.take_keymap();
        if matches!(self.base, Base::Start(_)) {
            self.base = tabs(&self.shared, now);
            waiting = drafts::waiting(&self.shared);
            self.notice =
                Some(Notice::done(if self.shared.units.is_empty() { key::START_DONE_EMPTY } else { key::START_DONE }));
        }
        self.tell(of_vault, waiting);
    }

    /// An action was not kept; where the disk did not take it, it can be saved again.
    fn not_saved(&mut self, why: Vec<Message>, stopped: bool) {
        self.undoing = false;
        self.saved = Saved::Failed;
        let (mut body, mut on_confirm) = (why, Vec::new());
        if stopped {
            self.unsaved += 1;
            body.push(key::DIALOG_STOPPED.into());
            on_confirm.push(Effect::SaveAgain);
        }
        self.dialog = Some(Dialog::to_answer(key::DIALOG_NOT_SAVED, body, on_confirm));
    }

    /// Everything that the disk did not take before is kept.
    fn saved_again(&mut self) {
        self.unsaved = 0;
        self.saved = match self.saved {
            Saved::Waiting(waiting) if waiting > 1 => Saved::Waiting(waiting - 1),
            _ => Saved::All,
        };
        self.notice = Some(Notice::done(key::SAVED_AGAIN));
    }

    pub(super) fn settle(&mut self) {
        self.saved = match self.saved {
            Saved::Waiting(waiting) if waiting > 1 => Saved::Waiting(waiting - 1),
            Saved::Failed => Saved::Failed,
            _ => Saved::All,
        };
    }
}
