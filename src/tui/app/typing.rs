//! What is typed, on its way to the field that takes it: every key passes here, so that no screen has to know of input methods.
//! What the keys of a word give is `text::input`'s matter.

use super::{App, Base};
use crate::{
    domain::{edit::Change, input_method::InputMethod},
    keymap::{
        context::Context,
        key::{Code, Key},
    },
    text::{
        input::{self, Typed},
        sanitise_text,
    },
    tui::{effect::Effect, message::Now},
};

impl App {
    /// The input method that is on.
    pub(super) fn input_method(&self) -> InputMethod {
        self.shared.settings.input
    }

    /// A character was typed into a field.
    pub(super) fn type_into_field(&mut self, character: char, now: Now) -> Vec<Effect> {
        let typed = input::typed(self.input_method(), character);
        self.composing = matches!(input::read(&typed), Typed::Key(..));
        self.insert(&typed, now)
    }

    /// Words were pasted into a field: never composed, whatever they hold.
    pub(super) fn paste_into_field(&mut self, words: &str, now: Now) -> Vec<Effect> {
        let words = sanitise_text(&words.replace("\r\n", "\n").replace('\r', "\n")).into_owned();
        self.insert(&words, now)
    }

    /// Where words go: into the line of the palette or of the help page, else to the screen in front.
    fn insert(&mut self, words: &str, now: Now) -> Vec<Effect> {
        if let Some(open) = &mut self.palette {
            open.finder.insert(words);
            open.find(&self.shared, now.today());
        } else if let Some(open) = &mut self.help {
            open.finder.insert(words);
        } else {
            return self.at_desk(now, |screen, desk| screen.insert(words, desk));
        }
        Vec::new()
    }

    /// A key that edits goes the same way.
    pub(super) fn edit_field(&mut self, pressed: Key, now: Now) -> Vec<Effect> {
        if let Some(open) = &mut self.palette {
            open.finder.edit(pressed);
            open.find(&self.shared, now.today());
        } else if let Some(open) = &mut self.help {
            open.finder.edit(pressed);
        } else {
            return self.at_desk(now, |screen, desk| screen.edit(pressed, desk));
        }
        Vec::new()
    }

    /// Any key but a character and Backspace ends the word that is being composed, before it does what it does: what is saved by
    /// Enter is what a space would have left.
    pub(super) fn end_word_before(&mut self, pressed: Key, context: Context, now: Now) -> Vec<Effect> {
        if !self.composing || !context.is_text() || pressed == Key::new(Code::Backspace) {
            return Vec::new();
        }
        self.composing = false;
        self.insert(input::word_end(), now)
    }

    /// Switches to the next input method, which the team's settings keep. Before there is a vault it is kept for it.
    pub(super) fn switch_input(&mut self) -> Vec<Effect> {
        self.shared.settings.input = self.input_method().next();
        if matches!(self.base, Base::Start(_)) {
            return Vec::new();
        }
        vec![Effect::Commit(vec![Change::Settings(self.shared.settings.clone())])]
    }
}
