//! A short form: fields one below the other, one of them taking what is typed.

use super::field::{Field, edit_by_command};
use crate::{
    domain::draft::Typed,
    i18n::{Message, key},
    keymap::{
        command::Command,
        key::{Code, Key},
    },
    text::EditBuffer,
};
use chrono::{DateTime, FixedOffset};

/// A form over a screen.
#[derive(Debug, Clone)]
pub struct Form {
    /// Its title.
    pub title: String,
    /// Its fields.
    pub fields: Vec<Field>,
    /// Which field takes what is typed.
    pub focus: usize,
    /// Why it could not be saved.
    pub mistake: Option<Message>,
    /// Words that an empty field offers: taken with one key, never by themselves.
    pub offers: Vec<(crate::i18n::Key, String)>,
    /// Columns that its values are wrapped to, and rows that are a page of it: the application says them before a key is taken.
    pub room: (usize, usize),
}

/// What became of a form after a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It stays open.
    Open,
    /// Its fields are in order and are to be saved.
    Save,
    /// It was given up.
    Cancel,
}

impl Form {
    /// A form whose cursor stands in the field `focus`.
    #[must_use]
    pub fn new(title: String, fields: Vec<Field>, focus: usize) -> Self {
        Self { title, fields, focus, mistake: None, offers: Vec::new(), room: (80, 8) }
    }

    /// The keys worth a hint: with a single field there is no other to go to.
    #[must_use]
    pub fn hints(&self) -> Vec<Command> {
        let more = (self.fields.len() > 1).then_some(Command::NextField);
        [Command::SaveForm].into_iter().chain(more).chain([Command::CancelForm]).collect()
    }

    /// Follows a command of a form. `now` is what `+14` and `08:00` are counted from.
    pub fn follow(&mut self, command: Command, now: DateTime<FixedOffset>) -> Outcome {
        let last = self.fields.len().saturating_sub(1);
        match command {
            Command::NextField => self.focus = if self.focus >= last { 0 } else { self.focus + 1 },
            Command::PreviousField => self.focus = self.focus.checked_sub(1).unwrap_or(last),
            Command::NextChoice => self.turn(Code::Right),
            Command::PreviousChoice => self.turn(Code::Left),
            Command::NewLine => self.insert("\n"),
            Command::CancelForm => return Outcome::Cancel,
            Command::SaveForm | Command::SaveAndNext => return self.try_save(now),
            _ => {
                self.buffer_mut().map(|buffer| edit_by_command(buffer, command));
            }
        }
        Outcome::Open
    }

    fn try_save(&mut self, now: DateTime<FixedOffset>) -> Outcome {
        let wrong = self.fields.iter().enumerate().find_map(|(at, field)| Some((at, field.mistake(now)?)));
        let Some((at, mistake)) = wrong else { return Outcome::Save };
        self.focus = at;
        self.mistake = Some(mistake);
        Outcome::Open
    }

    /// Turns the choice under the cursor, or – from a field of words – the form's first choice: the kind of evidence changes while the
    /// words are being typed.
    fn turn(&mut self, direction: Code) {
        let is_choice = |field: &Field| field.buffer().is_none();
        let at = if self.fields.get(self.focus).is_some_and(is_choice) {
            Some(self.focus)
        } else {
            self.fields.iter().position(is_choice)
        };
        if let Some(field) = at.and_then(|at| self.fields.get_mut(at)) {
            field.edit(Key::new(direction), 1, 1);
        }
    }

    /// The buffer that takes what is typed; none at a choice.
    #[must_use]
    pub fn buffer(&self) -> Option<&EditBuffer> {
        self.fields.get(self.focus).and_then(Field::buffer)
    }

    /// The same, to change it.
    pub fn buffer_mut(&mut self) -> Option<&mut EditBuffer> {
        self.fields.get_mut(self.focus).and_then(Field::buffer_mut)
    }

    /// Moves by rows or pages within a field of several rows. `false` where there is no row to move to: the key then means the field
    /// before or behind.
    pub fn move_rows(&mut self, pressed: Key) -> bool {
        let (columns, page) = self.room;
        let Some(buffer) = self.buffer_mut().filter(|buffer| buffer.has_many_lines()) else { return false };
        match (pressed.code, pressed.ctrl || pressed.alt || pressed.shift) {
            (Code::Up, false) => buffer.up(columns),
            (Code::Down, false) => buffer.down(columns),
            (Code::PageUp, false) => buffer.page_up(columns, page),
            (Code::PageDown, false) => buffer.page_down(columns, page),
            _ => false,
        }
    }

    /// Takes words typed or pasted.
    pub fn insert(&mut self, words: &str) {
        self.mistake = None;
        if let Some(field) = self.fields.get_mut(self.focus) {
            field.insert(words);
        }
    }

    /// Puts values into the field of that name, which has the cursor from then on.
    pub fn fill(&mut self, typed: &Typed) {
        self.mistake = None;
        if let Some(at) = self.fields.iter().position(|field| field.label.name() == typed.name) {
            self.focus = at;
            self.fields[at].fill(&typed.values);
        }
    }

    /// The same form, whose field of this name offers words while it is empty.
    #[must_use]
    pub fn offering(mut self, label: crate::i18n::Key, words: &str) -> Self {
        if !words.trim().is_empty() {
            self.offers.push((label, words.trim().to_owned()));
        }
        self
    }

    /// What the field `at` offers: words, while it is empty.
    #[must_use]
    pub fn offer(&self, at: usize) -> Option<&str> {
        let field =
            self.fields.get(at).filter(|field| field.buffer().is_some_and(|buffer| buffer.text().is_empty()))?;
        self.offers.iter().find(|(label, _)| *label == field.label).map(|(_, words)| words.as_str())
    }

    /// Takes a key that edits the field. In an empty field that offers words, going right or to the end takes them.
    pub fn edit(&mut self, pressed: Key) -> bool {
        if matches!(pressed.code, Code::Right | Code::End)
            && let Some(words) = self.offer(self.focus).map(str::to_owned)
        {
            self.insert(&words);
            return true;
        }
        let (columns, page) = self.room;
        self.fields.get_mut(self.focus).is_some_and(|field| field.edit(pressed, columns, page))
    }

    /// What the field with the cursor is for, where it says so.
    #[must_use]
    pub fn about(&self) -> Option<crate::i18n::Key> {
        self.fields.get(self.focus).and_then(|field| field.about)
    }

    /// The field with this name. Forms are built and read by the same file, so a name that is missing there is a mistake of ours;
    /// it reads as an empty field and never ends the program.
    #[must_use]
    pub fn field(&self, label: crate::i18n::Key) -> Field {
        self.fields
            .iter()
            .find(|field| field.label == label)
            .cloned()
            .unwrap_or_else(|| Field::short(key::FORM_EMPTY, ""))
    }

    /// The words of the field with this name.
    #[must_use]
    pub fn text(&self, label: crate::i18n::Key) -> String {
        self.field(label).text()
    }
}
