//! What was typed in an open form and is saved nowhere yet. Not for: how a form is laid out (`tui`), where drafts lie (`store`).

use super::ids::{InspectionId, ItemId};
use serde::{Deserialize, Serialize};

/// The words of one open form. An inspection has at most one: one form is open at a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which inspection.
    pub inspection: InspectionId,
    /// Which form: `evidence`, `note`. A name that is unknown here was written by a newer program.
    pub form: String,
    /// The item it was opened at; none for a form of the whole inspection.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<ItemId>,
    /// Label of the record it changes; none when it makes a new one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// Which field had the cursor, from 0.
    #[serde(default)]
    pub focus: usize,
    /// What stands in its fields.
    #[serde(default, rename = "field")]
    pub fields: Vec<Typed>,
}

/// What stands in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Name of the field.
    pub name: String,
    /// Its words as typed, or the ids of what is chosen.
    #[serde(default)]
    pub values: Vec<String>,
}
