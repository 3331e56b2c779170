//! What was typed in an open form and is saved nowhere yet. Not for: how a form is laid out (`tui`), where drafts lie (`store`).

use super::ids::{InspectionId, ItemId};
use serde::{Deserialize, Serialize};

/// Where a draft lies: there is at most one in each seat, since one form is open at a time.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Seat {
    /// The inspection that the form is about; none when it is about none.
    pub inspection: Option<InspectionId>,
    /// The screen whose form it is; empty for the walk.
    pub screen: String,
}

impl Seat {
    /// The seat of the walk's forms.
    #[must_use]
    pub const fn walk(inspection: InspectionId) -> Self {
        Self { inspection: Some(inspection), screen: String::new() }
    }

    /// The seat of a screen's forms about an inspection.
    #[must_use]
    pub fn of(inspection: InspectionId, screen: &str) -> Self {
        Self { inspection: Some(inspection), screen: screen.to_owned() }
    }

    /// The seat of a screen's forms that are about no inspection.
    #[must_use]
    pub fn screen(name: &str) -> Self {
        Self { inspection: None, screen: name.to_owned() }
    }
}

/// Which form is open, and what for: what its words are kept under, and found again by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormId {
    /// Where its words are kept.
    pub seat: Seat,
    /// Which form: `evidence`, `note`.
    pub form: String,
    /// The item it was opened at; none for a form that is about no item.
    pub item: Option<ItemId>,
    /// Label of the record it changes; none when it makes a new one.
    pub record: Option<String>,
}

impl FormId {
    /// A form in a seat, about no item and no record.
    #[must_use]
    pub fn new(seat: Seat, form: &str) -> Self {
        Self { seat, form: form.to_owned(), item: None, record: None }
    }

    /// The same, opened for a record.
    #[must_use]
    pub fn with_record(self, record: Option<impl ToString>) -> Self {
        Self { record: record.map(|record| record.to_string()), ..self }
    }

    /// Its words as a draft.
    #[must_use]
    pub fn draft(self, focus: usize, fields: Vec<Typed>) -> Draft {
        let Self { seat: Seat { inspection, screen }, form, item, record } = self;
        Draft { inspection, screen, form, item, record, focus, fields }
    }
}

/// The words of one open form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Which inspection; none for forms that are about none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inspection: Option<InspectionId>,
    /// The screen whose form it is; empty for the walk, whose drafts were the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub screen: String,
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

impl Draft {
    /// Where it lies.
    #[must_use]
    pub fn seat(&self) -> Seat {
        Seat { inspection: self.inspection, screen: self.screen.clone() }
    }

    /// Whether it holds the words of this form.
    #[must_use]
    pub fn is_of(&self, id: &FormId) -> bool {
        self.is_in(&id.seat) && (&self.form, &self.item, &self.record) == (&id.form, &id.item, &id.record)
    }

    /// Whether it lies there.
    #[must_use]
    pub fn is_in(&self, seat: &Seat) -> bool {
        self.inspection == seat.inspection && self.screen == seat.screen
    }
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
