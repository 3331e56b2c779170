//! Conditions of a programme: CEL expressions over the names of [`Facts`], compiled once when the programme is loaded.

use super::Facts;
use crate::domain::ids::ItemId;
use std::{fmt, sync::Arc};

/// A compiled condition.
#[derive(Clone)]
pub struct Condition {
    source: Arc<str>,
    program: Arc<cel::Program>,
}

/// Why an expression is no condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConditionError {
    /// Byte offset within the expression.
    pub offset: usize,
    /// What is wrong, in words.
    pub message: String,
    /// An unknown name, when that is what is wrong.
    pub unknown: Option<String>,
}

impl Condition {
    /// Compiles an expression.
    ///
    /// # Errors
    /// [`ConditionError`] when it is not CEL, or names something that [`Facts`] does not hold.
    pub fn compile(source: &str) -> Result<Self, ConditionError> {
        todo!("{source}")
    }

    /// The expression as written.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// The items it asks about.
    #[must_use]
    pub fn items(&self) -> Vec<ItemId> {
        todo!()
    }

    /// Whether it holds. An expression that fails while it is evaluated does not hold.
    #[must_use]
    pub fn holds(&self, facts: &Facts) -> bool {
        todo!("{facts:?}{:?}", self.program)
    }
}

impl fmt::Debug for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Condition({:?})", self.source)
    }
}
