//! Words on their way out of a field and back: the clipboard of the application, and the person's own editor. What is selected in a
//! field, and what a change of it is, is `text::edit`'s matter.

use super::{App, Context};
use crate::{
    domain::look::{Clipboard, OutsideEditor},
    i18n::{Message, key},
    keymap::key::{Code, Key},
    tui::{
        effect::Effect,
        message::Now,
        parts::notice::Notice,
        ui::{Rect, form, layout::areas},
    },
};

impl App {
    /// The words selected in whatever takes what is typed now.
    pub(super) fn selected(&mut self) -> String {
        let context = self.context();
        if let Some(open) = &self.palette {
            return open.finder.selected().to_owned();
        }
        if let Some(open) = &self.help {
            return open.finder.selected().to_owned();
        }
        let screen = self.screen_mut();
        if context == Context::Search {
            return screen.searched().unwrap_or_default().to_owned();
        }
        let buffer = screen.form().and_then(|form| form.buffer());
        buffer.map(|buffer| buffer.selected().to_owned()).unwrap_or_default()
    }

    /// Copies what is selected; the clipboard of the terminal gets it too where the settings say so.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let words = self.selected();
        if words.is_empty() {
            self.notice = Some(Notice::warning(key::COPY_NOTHING));
            return Vec::new();
        }
        self.clipboard = words;
        let out = self.shared.settings.clipboard == Clipboard::Terminal;
        out.then(|| Effect::CopyOut(self.clipboard.clone())).into_iter().collect()
    }

    /// Copies what is selected and deletes it.
    pub(super) fn cut(&mut self, now: Now) -> Vec<Effect> {
        let had = !self.selected().is_empty();
        let mut effects = self.copy();
        if had {
            effects.extend(self.edit_field(Key::new(Code::Delete), now));
        }
        effects
    }

    /// Puts in what was copied or cut, in place of what is selected.
    pub(super) fn paste_copied(&mut self, now: Now) -> Vec<Effect> {
        if self.clipboard.is_empty() {
            self.notice = Some(Notice::warning(key::PASTE_NOTHING));
            return Vec::new();
        }
        self.paste_into_field(&self.clipboard.clone(), now)
    }

    /// Moves by rows within the field of a form that has several. `false` where the key means something else.
    pub(super) fn move_in_form(&mut self, pressed: Key) -> bool {
        if !self.context().is_form() {
            return false;
        }
        let body = areas(Rect::new(0, 0, self.size.0, self.size.1)).body;
        let lang = self.shared.lang();
        let screen = self.screen_mut();
        let area = screen.form_area(body, lang);
        screen.form().is_some_and(|open| {
            form::fit(open, area, lang);
            open.move_rows(pressed)
        })
    }

    /// Opens the words of the field at hand in the person's own editor, where that is switched on.
    pub(super) fn edit_outside(&mut self) -> Vec<Effect> {
        if self.shared.settings.editor == OutsideEditor::Off {
            self.notice = Some(Notice::warning(key::OUTSIDE_OFF));
            return Vec::new();
        }
        let in_form = self.context().is_form();
        let buffer = self.screen_mut().form().filter(|_| in_form).and_then(|form| form.buffer());
        let Some(words) = buffer.map(|buffer| buffer.text().to_owned()) else {
            self.notice = Some(Notice::warning(key::OUTSIDE_NO_FIELD));
            return Vec::new();
        };
        self.keep_words().into_iter().chain([Effect::EditOutside(words)]).collect()
    }

    /// The editor came back: its words are the field's, as one step that can be undone; or they stay as they were, and why is said.
    pub(super) fn take_edited(&mut self, edited: Result<String, Message>) -> Vec<Effect> {
        match edited {
            Ok(words) => {
                // Editors end a file with a line break; nobody typed it.
                let words = words.strip_suffix('\n').map_or(words.as_str(), |words| words.trim_end_matches('\r'));
                if let Some(buffer) = self.screen_mut().form().and_then(|form| form.buffer_mut())
                    && buffer.text() != words
                {
                    buffer.set(words);
                }
            }
            Err(why) => self.notice = Some(Notice::failure(why)),
        }
        Vec::new()
    }
}
