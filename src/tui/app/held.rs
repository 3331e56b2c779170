//! Keys that come before the screen in front has what it is about: they wait in their order and lose nothing. Enter and the first rating
//! may come in one burst, and a disk is slower than that.

use super::App;
use crate::{
    keymap::{
        Lookup,
        command::Command,
        context::Context,
        key::{Code, Key},
    },
    tui::{effect::Effect, message::Now},
};

impl App {
    /// Whether a key has to wait for the screen in front. Once one waits, those behind it do too: they may be words for the form it
    /// opens. Esc gives up what waits, and what leaves the application or the screen does so at once.
    pub(super) fn holds(&mut self, pressed: Key) -> bool {
        let over = self.dialog.is_some() || self.help.is_some() || self.palette.is_some();
        if over || !self.waits_for_the_screen() {
            return false;
        }
        if pressed == Key::new(Code::Esc) || self.leaves(pressed) {
            self.held.clear();
            return false;
        }
        let context = self.context();
        let own = match self.keymap.lookup(context, &[pressed]) {
            Lookup::Command(command) => command.belongs_to(context) || !command.belongs_to(Context::Global),
            Lookup::Prefix(_) => true,
            Lookup::None => false,
        };
        let waits = own || self.undoing || !self.held.is_empty();
        if waits {
            self.held.push(pressed);
        }
        waits
    }

    /// While something is being taken back the screen does not know yet what it is about either: a mark set on what stood there before would
    /// be shown away by what comes.
    fn waits_for_the_screen(&self) -> bool {
        self.undoing || self.screen().waits()
    }

    /// A key for the end that is no letter: a letter may be a word behind a key that opens a form.
    fn leaves(&self, pressed: Key) -> bool {
        let leaving = [Command::Quit, Command::Suspend].map(Lookup::Command);
        pressed.printable().is_none() && leaving.contains(&self.keymap.lookup(self.context(), &[pressed]))
    }

    /// Presses what waited, now that the screen has what it is about.
    pub(super) fn release(&mut self, now: Now) -> Vec<Effect> {
        if self.held.is_empty() || self.waits_for_the_screen() {
            return Vec::new();
        }
        let mut effects = Vec::new();
        let mut held = std::mem::take(&mut self.held).into_iter();
        for key in held.by_ref() {
            effects.extend(self.press(key, now));
            effects.extend(self.attend_form());
            if self.waits_for_the_screen() {
                break;
            }
        }
        self.held.extend(held);
        effects
    }
}
