//! The application for those who read it line by line: the screen in front in words, what it waits for, and what can be done. The
//! updates are the same; only the drawing is left out.

use super::{App, Base};
use crate::{
    i18n::{key, say},
    keymap::{
        Keymap,
        command::{Command, of_context},
        context::Context,
    },
    tui::{
        message::Now,
        parts::{dialog::Dialog, form::Form, notice::Notice, page::Page},
    },
};

/// What goes on only with the eyes on a screen: cursors, panes, fields, composing of letters, the page of keys.
const FOR_EYES: [Command; 17] = [
    Command::MoveUp,
    Command::MoveDown,
    Command::GoFirst,
    Command::GoLast,
    Command::PageUp,
    Command::PageDown,
    Command::ScrollLeft,
    Command::ScrollRight,
    Command::Rate(0),
    Command::Rate(1),
    Command::Rate(2),
    Command::Rate(3),
    Command::Rate(4),
    Command::Help,
    Command::ShowGuidance,
    Command::ShowLastTime,
    Command::OpenPalette,
];

/// The same: they mean nothing where a terminal sends whole lines.
const FOR_KEYS: [Command; 2] = [Command::SwitchInput, Command::Suspend];

/// What the application waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waits {
    /// Something to be chosen on a page.
    Choice,
    /// The fields of a form.
    Fields,
    /// The words of a search.
    Search,
    /// The answer to a dialog.
    Answer,
}

impl App {
    /// What is waited for now.
    #[must_use]
    pub fn waits(&self) -> Waits {
        match self.context() {
            Context::Dialog => Waits::Answer,
            Context::Search => Waits::Search,
            context if context.is_text() => Waits::Fields,
            _ => Waits::Choice,
        }
    }

    /// The screen in front, in words.
    #[must_use]
    pub fn page(&self, now: Now) -> Page {
        self.screen().words(&self.shared, now)
    }

    /// Where the person is; a practice vault says so everywhere.
    #[must_use]
    pub fn place(&self) -> String {
        let lang = self.lang();
        let place = self.screen().place(&self.shared).to(lang);
        if self.shared.practice.is_some() { format!("{} · {place}", say(lang, key::PRACTICE)) } else { place }
    }

    /// The form that is open.
    pub fn open_form(&mut self, now: Now) -> Option<Form> {
        let mut form = None;
        self.at_desk(now, |screen, _| form = screen.form().cloned());
        form
    }

    /// The dialog that is open.
    #[must_use]
    pub fn open_dialog(&self) -> Option<&Dialog> {
        self.dialog.as_ref()
    }

    /// What happened last, told once.
    pub fn take_notice(&mut self) -> Option<Notice> {
        self.notice.take()
    }

    /// The keys.
    #[must_use]
    pub fn keymap(&self) -> &Keymap {
        &self.keymap
    }

    /// The context in which a key would be looked up.
    #[must_use]
    pub fn front(&self) -> Context {
        self.context()
    }

    /// Everything that can be done on the screen in front: its own commands, what it hints at first, then those of everywhere.
    #[must_use]
    pub fn deeds(&self) -> Vec<Command> {
        let context = self.context();
        let hinted = self.screen().hints(&self.shared);
        let own = of_context(context).map(|row| row.command);
        let everywhere = of_context(Context::Global).map(|row| row.command);
        let mut deeds: Vec<Command> = Vec::new();
        for command in hinted.into_iter().chain(own).chain(everywhere) {
            let goes = match command {
                Command::Back => !self.stack.is_empty() || self.screen().hints(&self.shared).contains(&Command::Back),
                Command::GoQueue | Command::GoUnits | Command::GoFindings | Command::GoRollup => {
                    matches!(self.base, Base::Tabs { .. })
                }
                other => !FOR_EYES.contains(&other) && !FOR_KEYS.contains(&other),
            };
            if goes && !deeds.contains(&command) {
                deeds.push(command);
            }
        }
        deeds
    }
}
