//! What comes in: files – programmes, units, models, filled inspections, records of draws – and what a team says of its office. Each is parsed at this border into values of `domain`, with all its
//! mistakes reported at once and their places; nothing is applied before the whole file is right. Opens no files.

mod columns;
mod days;
mod encoding;
pub mod fill;
mod mistakes;
pub mod models;
pub mod nearest;
pub mod office;
pub mod places;
pub mod programme;
pub mod replay;
mod sheet;
pub mod units;

use crate::{
    domain::lang::Lang,
    i18n::{Message, key},
    text::sanitise_line,
};

/// A mistake in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong and what was expected.
    pub what: Message,
    /// The nearest right name, when there is one near.
    pub nearest: Option<String>,
}

impl Mistake {
    /// `12:5: … (did you mean …?)` in `lang`, on one line and without anything of the file that a terminal would obey; the caller puts the
    /// file's name before it.
    #[must_use]
    pub fn line_in(&self, lang: Lang) -> String {
        let place = format!("{}:{}: {}", self.line, self.column, self.what.to(lang));
        let line = match &self.nearest {
            None => place,
            Some(name) => {
                let meant = Message::new(key::INTAKE_NEAREST).with("name", name).to(lang);
                format!("{place} ({meant})")
            }
        };
        sanitise_line(&line).into_owned()
    }
}
