//! One field of a form: words, a choice, several choices, a day or a number.

use crate::{
    i18n::{Key as Sentence, Message, key, parse_day, parse_time},
    keymap::{
        command::Command,
        key::{Code, Key},
    },
    text::{edit::EditBuffer, input::plain},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeSet;

/// An option of a choice: what it stands for, and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it stands for.
    pub id: String,
    /// Its words.
    pub words: String,
}

impl Choice {
    /// An option.
    pub fn new(id: impl Into<String>, words: impl Into<String>) -> Self {
        Self { id: id.into(), words: words.into() }
    }
}

/// What a field takes.
#[derive(Debug, Clone)]
pub enum Input {
    /// Words.
    Words(EditBuffer),
    /// A day, typed as `30/11`, `30/11/2023` or `+14`.
    Day(EditBuffer),
    /// A day and hour, typed as `08:00`, `12/10 8:00` or `12/10/2023 08:00`.
    Moment(EditBuffer),
    /// A count.
    Count(EditBuffer),
    /// One of several.
    One {
        /// The options.
        options: Vec<Choice>,
        /// Which.
        at: usize,
    },
    /// Any of several.
    Many {
        /// The options.
        options: Vec<Choice>,
        /// Where the cursor is.
        at: usize,
        /// Which are chosen.
        chosen: BTreeSet<usize>,
    },
}

/// A field with its name.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name on the screen.
    pub label: Sentence,
    /// What it takes.
    pub input: Input,
    /// Whether it must be filled.
    pub required: bool,
    /// What stands in it is a name for machines – a path, a code: no input method composes it.
    pub technical: bool,
    /// Whether a day in it must have come.
    pub until_today: bool,
    /// What it is for, where that is not plain.
    pub about: Option<Sentence>,
}

impl Field {
    const fn of(label: Sentence, input: Input) -> Self {
        Self { label, input, required: false, technical: false, until_today: false, about: None }
    }

    /// Words, over several lines when they grow.
    #[must_use]
    pub fn words(label: Sentence, text: &str) -> Self {
        Self::of(label, Input::Words(EditBuffer::many_lines().with(text)))
    }
    /// A single line of words.
    #[must_use]
    pub fn short(label: Sentence, text: &str) -> Self {
        Self::of(label, Input::Words(EditBuffer::one_line().with(text)))
    }
    /// A day.
    #[must_use]
    pub fn day(label: Sentence, day: Option<NaiveDate>) -> Self {
        let text = day.map(crate::i18n::date).unwrap_or_default();
        Self::of(label, Input::Day(EditBuffer::one_line().with(&text)))
    }
    /// A day and hour, as [`crate::i18n::time`] writes it.
    #[must_use]
    pub fn moment(label: Sentence, text: &str) -> Self {
        Self::of(label, Input::Moment(EditBuffer::one_line().with(text)))
    }
    /// A count.
    #[must_use]
    pub fn count(label: Sentence, count: Option<u32>) -> Self {
        let text = count.map(|count| count.to_string()).unwrap_or_default();
        Self::of(label, Input::Count(EditBuffer::one_line().with(&text)))
    }
    /// One of several; the option `chosen` stands first under the cursor.
    #[must_use]
    pub fn one(label: Sentence, options: Vec<Choice>, chosen: &str) -> Self {
        let at = options.iter().position(|option| option.id == chosen).unwrap_or(0);
        Self::of(label, Input::One { options, at })
    }
    /// Any of several.
    #[must_use]
    pub fn many(label: Sentence, options: Vec<Choice>, chosen: &BTreeSet<String>) -> Self {
        let chosen = (0..options.len()).filter(|at| chosen.contains(&options[*at].id)).collect();
        Self::of(label, Input::Many { options, at: 0, chosen })
    }
    /// A path or a code, typed as it is whatever input method is on.
    #[must_use]
    pub fn technical(label: Sentence, text: &str) -> Self {
        Self { technical: true, ..Self::short(label, text) }
    }
    /// The same field, which may not stay empty.
    #[must_use]
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The same field, whose day is today or earlier: what is still to come cannot have been done.
    #[must_use]
    pub fn until_today(self) -> Self {
        Self { until_today: true, ..self }
    }

    /// The same field, which says what it is for while it has the cursor.
    #[must_use]
    pub fn about(self, about: Sentence) -> Self {
        Self { about: Some(about), ..self }
    }

    /// The buffer, when the field is typed into.
    #[must_use]
    pub fn buffer(&self) -> Option<&EditBuffer> {
        match &self.input {
            Input::Words(buffer) | Input::Day(buffer) | Input::Moment(buffer) | Input::Count(buffer) => Some(buffer),
            Input::One { .. } | Input::Many { .. } => None,
        }
    }

    /// The buffer, to type into.
    pub fn buffer_mut(&mut self) -> Option<&mut EditBuffer> {
        match &mut self.input {
            Input::Words(buffer) | Input::Day(buffer) | Input::Moment(buffer) | Input::Count(buffer) => Some(buffer),
            Input::One { .. } | Input::Many { .. } => None,
        }
    }

    /// The words typed, trimmed; empty for choices.
    #[must_use]
    pub fn text(&self) -> String {
        self.buffer().map(|buffer| buffer.text().trim().to_owned()).unwrap_or_default()
    }

    /// What was chosen; empty for words.
    #[must_use]
    pub fn choice(&self) -> &str {
        match &self.input {
            Input::One { options, at } => options.get(*at).map_or("", |option| option.id.as_str()),
            _ => "",
        }
    }

    /// All that was chosen.
    #[must_use]
    pub fn choices(&self) -> Vec<&str> {
        match &self.input {
            Input::Many { options, chosen, .. } => {
                chosen.iter().filter_map(|at| options.get(*at)).map(|option| option.id.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The day typed; nothing when it is empty.
    ///
    /// # Errors
    /// A message when it is no day.
    pub fn to_day(&self, today: NaiveDate) -> Result<Option<NaiveDate>, Message> {
        let text = self.text();
        if text.is_empty() {
            return Ok(None);
        }
        parse_day(&text, today).map(Some).ok_or_else(|| Message::new(key::FORM_NO_DAY).with("typed", text))
    }

    /// The day and hour typed, in the offset of `now`; nothing when it is empty.
    ///
    /// # Errors
    /// A message when it is none.
    pub fn to_moment(&self, now: DateTime<FixedOffset>) -> Result<Option<DateTime<FixedOffset>>, Message> {
        let text = self.text();
        if text.is_empty() {
            return Ok(None);
        }
        parse_time(&text, now).map(Some).ok_or_else(|| Message::new(key::FORM_NO_TIME).with("typed", text))
    }

    /// The count typed; nothing when it is empty.
    ///
    /// # Errors
    /// A message when it is no count.
    pub fn to_count(&self) -> Result<Option<u32>, Message> {
        let text = self.text();
        if text.is_empty() {
            return Ok(None);
        }
        text.parse().map(Some).map_err(|_| Message::new(key::FORM_NO_COUNT).with("typed", text))
    }

    /// Why the field cannot be saved as it stands, if it cannot.
    #[must_use]
    pub fn mistake(&self, now: DateTime<FixedOffset>) -> Option<Message> {
        match &self.input {
            Input::Day(_) => self.day_mistake(now.date_naive()),
            Input::Moment(_) => self.to_moment(now).err(),
            Input::Count(_) => self.to_count().err(),
            _ => None,
        }
        .or_else(|| (self.required && self.is_empty()).then(|| Message::new(key::FORM_EMPTY)))
    }

    fn day_mistake(&self, today: NaiveDate) -> Option<Message> {
        match self.to_day(today) {
            Ok(day) => {
                let ahead = day.filter(|day| self.until_today && *day > today)?;
                Some(Message::new(key::FORM_DAY_AHEAD).with("day", crate::i18n::date(ahead)))
            }
            Err(mistake) => Some(mistake),
        }
    }

    fn is_empty(&self) -> bool {
        match &self.input {
            Input::One { options, .. } => options.is_empty(),
            Input::Many { chosen, .. } => chosen.is_empty(),
            _ => self.text().is_empty(),
        }
    }

    /// What stands in it: its words as typed, or the ids of what is chosen.
    #[must_use]
    pub fn values(&self) -> Vec<String> {
        match &self.input {
            Input::Words(_) | Input::Day(_) | Input::Moment(_) | Input::Count(_) => {
                self.buffer().map(|buffer| buffer.text().to_owned()).into_iter().collect()
            }
            Input::One { .. } => vec![self.choice().to_owned()],
            Input::Many { .. } => self.choices().into_iter().map(str::to_owned).collect(),
        }
    }

    /// Puts values in; a choice that is not among the options stays as it is.
    pub fn fill(&mut self, values: &[String]) {
        match &mut self.input {
            Input::Words(buffer) | Input::Day(buffer) | Input::Moment(buffer) | Input::Count(buffer) => {
                buffer.set(values.first().map_or("", String::as_str));
            }
            Input::One { options, at } => {
                let chosen = values.first().and_then(|id| options.iter().position(|option| option.id == *id));
                *at = chosen.unwrap_or(*at);
            }
            Input::Many { options, chosen, .. } => {
                *chosen = (0..options.len()).filter(|at| values.contains(&options[*at].id)).collect();
            }
        }
    }

    /// Takes words typed or pasted. Only words are composed by an input method; paths, codes, days and counts are typed as they are.
    pub fn insert(&mut self, words: &str) {
        if let (Input::Words(buffer), false) = (&mut self.input, self.technical) {
            return buffer.insert(words);
        }
        let words = plain(words);
        match &mut self.input {
            Input::Words(buffer) | Input::Day(buffer) | Input::Moment(buffer) | Input::Count(buffer) => {
                buffer.insert(words);
            }
            // The space bar marks; digits choose; other letters mean nothing to a choice.
            Input::Many { at, chosen, .. } if words == " " => {
                if !chosen.remove(at) {
                    chosen.insert(*at);
                }
            }
            Input::One { options, at } => {
                if let Some(number) = words.parse::<usize>().ok().filter(|number| (1..=options.len()).contains(number))
                {
                    *at = number - 1;
                }
            }
            Input::Many { .. } => {}
        }
    }

    /// Takes a key that edits. `false` when the key means nothing here.
    pub fn edit(&mut self, pressed: Key, columns: usize, page: usize) -> bool {
        match &mut self.input {
            Input::Words(buffer) | Input::Day(buffer) | Input::Moment(buffer) | Input::Count(buffer) => {
                edit_text(buffer, pressed, columns, page)
            }
            Input::One { options, at } | Input::Many { options, at, .. } => {
                let last = options.len().saturating_sub(1);
                match pressed.code {
                    Code::Left => *at = at.checked_sub(1).unwrap_or(last),
                    Code::Right => *at = if *at >= last { 0 } else { *at + 1 },
                    Code::Home => *at = 0,
                    Code::End => *at = last,
                    _ => return false,
                }
                true
            }
        }
    }
}

/// Moves, marks and deletes in a buffer that is wrapped to `columns`, of which `page` rows are a page. `false` when the key means
/// nothing there.
pub fn edit_text(buffer: &mut EditBuffer, pressed: Key, columns: usize, page: usize) -> bool {
    let Some(movement) = movement(pressed, columns, page) else {
        match (pressed.code, pressed.ctrl || pressed.alt) {
            (Code::Backspace, false) => buffer.backspace(),
            (Code::Backspace, true) => buffer.delete_word_back(),
            (Code::Delete, false) => buffer.delete_forward(),
            (Code::Delete, true) => buffer.delete_word_forward(),
            _ => return false,
        }
        return true;
    };
    if pressed.shift {
        buffer.mark(movement);
    } else {
        movement(buffer);
    }
    true
}

/// A way through a buffer.
type Movement = Box<dyn Fn(&mut EditBuffer)>;

/// Where a key moves to, whether it marks or not.
fn movement(pressed: Key, columns: usize, page: usize) -> Option<Movement> {
    let plain: fn(&mut EditBuffer) = match (pressed.code, pressed.ctrl || pressed.alt) {
        (Code::Left, false) => EditBuffer::left,
        (Code::Right, false) => EditBuffer::right,
        (Code::Left, true) => EditBuffer::word_left,
        (Code::Right, true) => EditBuffer::word_right,
        (Code::Home, true) => EditBuffer::text_start,
        (Code::End, true) => EditBuffer::text_end,
        (Code::Home, false) => return Some(Box::new(move |buffer| buffer.row_start(columns))),
        (Code::End, false) => return Some(Box::new(move |buffer| buffer.row_end(columns))),
        (Code::Up, _) => return Some(Box::new(move |buffer| _ = buffer.up(columns))),
        (Code::Down, _) => return Some(Box::new(move |buffer| _ = buffer.down(columns))),
        (Code::PageUp, _) => return Some(Box::new(move |buffer| _ = buffer.page_up(columns, page))),
        (Code::PageDown, _) => return Some(Box::new(move |buffer| _ = buffer.page_down(columns, page))),
        _ => return None,
    };
    Some(Box::new(plain))
}

/// Follows a command of typing in a buffer. `false` when it is none.
pub fn edit_by_command(buffer: &mut EditBuffer, command: Command) -> bool {
    match command {
        Command::DeleteWordBack => buffer.delete_word_back(),
        Command::ClearField => buffer.clear(),
        Command::UndoTyping => _ = buffer.undo(),
        Command::RedoTyping => _ = buffer.redo(),
        Command::SelectAll => buffer.select_all(),
        _ => return false,
    }
    true
}
