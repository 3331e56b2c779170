//! Layouts: head and foot of official documents as templates (`MiniJinja`) with the days they are in force. The shipped ones are those of the
//! Party and of the State; a team's own lie over them. Opens no files. What a document says between head and foot is the builders' matter.

mod bounds;
mod read;

pub use read::{VARIABLES, read};

use crate::domain::{period::Period, programme::Body};
use chrono::{Datelike, NaiveDate};
use minijinja::{
    Environment,
    value::{Kwargs, Value},
};
use std::sync::LazyLock;

/// The layout of Party documents, as it ships.
pub const PARTY: &str = include_str!("party.toml");
/// The layout of documents of the State, as it ships.
pub const STATE: &str = include_str!("state.toml");

/// A part of a layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Bodies and number, top left.
    HeadLeft,
    /// Party or country, place and day, top right.
    HeadRight,
    /// Recipients, bottom left.
    FootLeft,
    /// Authority, title, room to sign, name, bottom right.
    FootRight,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::HeadLeft, Self::HeadRight, Self::FootLeft, Self::FootRight];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HeadLeft => "head_left",
            Self::HeadRight => "head_right",
            Self::FootLeft => "foot_left",
            Self::FootRight => "foot_right",
        }
    }
}

/// A layout: for which bodies, in force when, and its four parts.
#[derive(Debug)]
pub struct Layout {
    body: Body,
    valid: Period,
    parts: Environment<'static>,
}

/// What the templates can name. Every variable always has a value; what is not known is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Superior body.
    pub superior: String,
    /// Issuing body.
    pub issuer: String,
    /// What stands after `Số`, where the office has a pattern of its own for it.
    pub number: String,
    /// Code of the issuing body: `BDVTU`.
    pub code: String,
    /// Sign of the kind of document: `BC`, `BB`, `CV`, `TTr`.
    pub sign: String,
    /// Place in the date line.
    pub place: String,
    /// The day of the document.
    pub day: NaiveDate,
    /// The subject of a letter.
    pub subject: String,
    /// Kind of document: `report`, `minutes`, `letter`, `nominations`.
    pub document: &'static str,
    /// Its language: `vi`, `en`.
    pub lang: &'static str,
    /// Recipients, last the archive.
    pub recipients: Vec<String>,
    /// Authority above the signature.
    pub authority: String,
    /// Title of the signer.
    pub title: String,
    /// Who signs, or where.
    pub signer: String,
    /// When it was signed off, in words.
    pub signed_at: String,
}

impl Facts {
    fn value(&self) -> Value {
        let word = |words: &str| Value::from(words.trim());
        Value::from(Kwargs::from_iter([
            ("superior", word(&self.superior)),
            ("issuer", word(&self.issuer)),
            ("number", word(&self.number)),
            ("code", word(&self.code)),
            ("sign", word(&self.sign)),
            ("place", word(&self.place)),
            ("day", Value::from(self.day.day())),
            ("month", Value::from(self.day.month())),
            ("month_name", Value::from(self.day.format("%B").to_string())),
            ("year", Value::from(self.day.year())),
            ("subject", word(&self.subject)),
            ("document", Value::from(self.document)),
            ("lang", Value::from(self.lang)),
            ("recipients", self.recipients.iter().map(|name| word(name)).collect()),
            ("authority", word(&self.authority)),
            ("title", word(&self.title)),
            ("signer", word(&self.signer)),
            ("signed_at", word(&self.signed_at)),
        ]))
    }
}

impl Layout {
    /// The lines of a part.
    ///
    /// # Errors
    /// What the template does that it must not.
    fn lines(&self, part: Part, facts: &Facts) -> Result<Vec<String>, minijinja::Error> {
        let text = self.parts.get_template(part.name())?.render(facts.value())?;
        let line = |line: &str| match line {
            "" => None,
            "." => Some(String::new()),
            "---" => Some("─".repeat(RULE)),
            words => Some(words.to_owned()),
        };
        Ok(text.lines().filter_map(|words| line(words.trim())).collect())
    }
}

/// Columns of a line that is drawn.
const RULE: usize = 22;

/// The layouts of a team: its own, then the shipped ones.
#[derive(Debug, Default)]
pub struct Layouts(Vec<Layout>);

static SHIPPED: LazyLock<Vec<Layout>> =
    LazyLock::new(|| [PARTY, STATE].iter().filter_map(|text| read(text).ok()).collect());

impl Layouts {
    /// The shipped layouts with a team's own over them, the first one that fits in force.
    #[must_use]
    pub const fn over_shipped(own: Vec<Layout>) -> Self {
        Self(own)
    }

    /// The lines of a part for a body on the day of the document. A team's own template that fails on these facts gives way to the shipped
    /// one: a document is never without its head.
    #[must_use]
    pub fn lines(&self, body: Body, part: Part, facts: &Facts) -> Vec<String> {
        let of_body = |layout: &&Layout| layout.body == body;
        let in_force = |layout: &&Layout| of_body(layout) && layout.valid.holds(facts.day);
        let shipped = SHIPPED.iter().filter(in_force).chain(SHIPPED.iter().filter(of_body));
        let mut candidates = self.0.iter().filter(in_force).chain(shipped);
        candidates.find_map(|layout| layout.lines(part, facts).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
