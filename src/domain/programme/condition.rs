//! Conditions of a programme: CEL expressions over the names of [`Facts`], compiled once when the programme is loaded.
//!
//! Only the plain part of CEL is taken – names, words, whole numbers, comparisons, sums, `&& || ! ?:`, `in [ … ]`, `level("ID")`
//! and `rated("ID")`. There are no loops and no other functions, so every condition ends, and `check` knows the type of every
//! part before anything is evaluated. Knows no programme: whether items and kinds exist is asked by who loads it.

mod check;
mod form;

use super::Facts;
use crate::domain::ids::{ItemId, KindId};
use cel::{Context, Env, Program, Value};
use std::{
    collections::BTreeMap,
    fmt,
    sync::{Arc, LazyLock},
};

pub use check::{FUNCTIONS, NAMES};
pub use form::{MOST_BYTES, MOST_DEPTH};

/// A compiled condition.
#[derive(Clone)]
pub struct Condition {
    source: Arc<str>,
    program: Arc<Program>,
    asks: Arc<check::Asks>,
}

/// Why an expression is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionError {
    /// Byte offset within the expression, at the start of a character or at its end.
    pub offset: usize,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It cannot be read on from here.
    Syntax,
    /// It is longer than [`MOST_BYTES`].
    TooLong,
    /// Brackets stand deeper in each other than [`MOST_DEPTH`].
    TooDeep,
    /// A name that [`Facts`] does not hold.
    UnknownName(String),
    /// A function other than `level` and `rated`.
    UnknownFunction(String),
    /// A word that the fact can never be.
    UnknownWord {
        /// The word.
        word: String,
        /// What the fact can be.
        words: &'static [&'static str],
    },
    /// `level` and `rated` take the id of one item, in quotes.
    NotAnItem,
    /// An operator between things that it does not go with: a number and a word, say.
    Mismatch(String),
    /// The whole is a number or a word, not yes or no.
    NotYesOrNo,
    /// CEL that conditions do without: loops, fields, maps, fractions.
    Beyond,
}

/// The standard operators; making them takes longer than evaluating with them.
static ENV: LazyLock<Arc<Env>> = LazyLock::new(|| Arc::new(Env::stdlib()));

impl Condition {
    /// Compiles an expression.
    ///
    /// # Errors
    /// [`ConditionError`] when it is not CEL, names something that [`Facts`] does not hold, or is not yes or no.
    pub fn compile(source: &str) -> Result<Self, ConditionError> {
        form::check(source)?;
        let program = Program::compile(source).map_err(|errors| form::first(source, &errors))?;
        let asks = check::check(source, &program)?;
        Ok(Self { source: source.into(), program: Arc::new(program), asks: Arc::new(asks) })
    }

    /// The expression as written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The items it asks about, each once, in the order of their first place.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        let mut items: Vec<ItemId> = Vec::new();
        for (item, _) in &self.asks.items {
            if !items.contains(item) {
                items.push(item.clone());
            }
        }
        items
    }

    /// Every fact it names, with its byte offset within the expression.
    #[must_use]
    pub fn name_places(&self) -> &[(&'static str, usize)] {
        &self.asks.names
    }

    /// Every mention of an item, with its byte offset within the expression.
    #[must_use]
    pub fn item_places(&self) -> &[(ItemId, usize)] {
        &self.asks.items
    }

    /// Every kind of unit that `kind` is compared with, with its byte offset within the expression.
    #[must_use]
    pub fn kind_places(&self) -> &[(KindId, usize)] {
        &self.asks.kinds
    }

    /// Whether it holds. An expression that fails while it is evaluated (a division by 0) does not hold.
    #[must_use]
    pub fn holds(&self, facts: &Facts) -> bool {
        let Ok(context) = self.context(facts) else { return false };
        matches!(self.program.execute(&context), Ok(Value::Bool(true)))
    }

    /// What the expression names, and no more: making what it does not ask for would be most of the work.
    fn context(&self, facts: &Facts) -> Result<Context<'static, 'static>, cel::DeclarationError> {
        let mut context = Context::with_env(Arc::clone(&ENV));
        for (name, _) in &self.asks.names {
            let number = |number: u32| Value::Int(number.into());
            let value = match *name {
                "kind" => Value::from(facts.kind.as_str()),
                "tier" => facts.tier.map_or("", |tier| tier.code()).into(),
                "milestone" => facts.milestone.map_or("", |milestone| milestone.code()).into(),
                "pilot" => facts.pilot.into(),
                "people_asked" => number(facts.people_asked),
                "minutes_on_sites" => number(facts.minutes_on_sites),
                "supported" => number(facts.supported.bp().into()),
                "outcome_supported" => number(facts.outcome_supported.bp().into()),
                "sample_drawn" => number(facts.sample_drawn),
                "sample_share_failed" => number(facts.sample_share_failed.bp().into()),
                _ => continue,
            };
            context.add_variable_from_value(*name, value);
        }
        if self.asks.items.is_empty() {
            return Ok(context);
        }
        let asked = self.asks.items.iter().filter_map(|(item, _)| {
            facts.levels.get(item).map(|level| (item.as_str().to_owned(), i64::from(level.get())))
        });
        let levels: Arc<BTreeMap<String, i64>> = Arc::new(asked.collect());
        let rated = Arc::clone(&levels);
        context.add_function("level", move |id: Arc<String>| levels.get(id.as_str()).copied().unwrap_or(-1))?;
        context.add_function("rated", move |id: Arc<String>| rated.contains_key(id.as_str()))?;
        Ok(context)
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Condition({:?})", self.source)
    }
}

#[cfg(test)]
mod tests;
