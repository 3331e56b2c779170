//! Models and exemplary persons, and the register of a unit that holds them. How many there are enters no score: a register says what
//! a unit claims, and only what is drawn from it and visited says what is so.

mod census;
mod life;

pub use census::Census;
pub use life::{Life, LifeError, State, Step};

use super::{
    draw::{FrozenList, ListError},
    ids::ModelId,
};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use thiserror::Error;

/// Whether a model is people working together or one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModelKind {
    /// A model (mô hình tập thể).
    #[default]
    Collective,
    /// An exemplary person (điển hình cá nhân).
    Individual,
}

impl ModelKind {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Collective, Self::Individual];

    /// The word used in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Collective => "collective",
            Self::Individual => "individual",
        }
    }
}

/// A model as its unit registered it. Every text may be empty but code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Model {
    /// Its code in the register, each once: `MH-07`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// A model or a person.
    pub kind: ModelKind,
    /// Its field, as the unit names it: economy, society, environment.
    pub field: String,
    /// Where it is done.
    pub place: String,
    /// Who runs it.
    pub owner: String,
    /// Who runs it together with the owner.
    pub partners: String,
    /// Its life: registration, state and the days of both.
    pub life: Life,
    /// When it was recognised, when the unit says so.
    pub recognised: Option<NaiveDate>,
    /// When it was praised or awarded.
    pub awarded: Option<NaiveDate>,
    /// When something was last done.
    pub last_activity: Option<NaiveDate>,
    /// How things stood before, with the figure.
    pub baseline: String,
    /// What is to be reached.
    pub goal: String,
    /// What it is measured by, and where that figure comes from.
    pub indicator: String,
    /// The person (or the model's owner) is a leader.
    pub leader: bool,
    /// How many people it serves; `None` when nobody counted.
    pub beneficiaries: Option<u32>,
}

impl Model {
    /// A model of which nothing is known but its code, name and registration.
    #[must_use]
    pub fn new(code: &str, name: &str, registered: Option<NaiveDate>) -> Self {
        Self {
            code: code.to_owned(),
            name: name.to_owned(),
            kind: ModelKind::default(),
            field: String::new(),
            place: String::new(),
            owner: String::new(),
            partners: String::new(),
            life: Life::registered(registered),
            recognised: None,
            awarded: None,
            last_activity: None,
            baseline: String::new(),
            goal: String::new(),
            indicator: String::new(),
            leader: false,
            beneficiaries: None,
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> State {
        self.life.state()
    }

    /// Whether the unit says that it was ever recognised, by a day or by a step of its life.
    #[must_use]
    pub fn was_recognised(&self) -> bool {
        self.recognised.is_some() || self.life.reached(State::Recognised) || self.life.reached(State::Replicated)
    }
}

/// Why a register does not take a model.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotTaken {
    /// It has no code.
    #[error("a model has no code")]
    NoCode,
    /// It has no name.
    #[error("a model has no name")]
    NoName,
    /// Another model has this code.
    #[error("the code {0} stands twice in the register")]
    Twice(String),
}

/// The register of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Register(BTreeMap<ModelId, Model>);

impl Register {
    /// Adds or replaces a model; `None` takes it out, which is for entries made by mistake (a model that ended is
    /// [`State::Stopped`] and stays).
    ///
    /// # Errors
    /// [`NotTaken`]; the register is then as it was.
    pub fn set(&mut self, id: ModelId, model: Option<Model>) -> Result<(), NotTaken> {
        let Some(model) = model else {
            self.0.remove(&id);
            return Ok(());
        };
        if model.code.trim().is_empty() {
            return Err(NotTaken::NoCode);
        }
        if model.name.trim().is_empty() {
            return Err(NotTaken::NoName);
        }
        if self.0.iter().any(|(other, known)| *other != id && known.code == model.code) {
            return Err(NotTaken::Twice(model.code));
        }
        self.0.insert(id, model);
        Ok(())
    }

    /// How many models it holds, whatever their state.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One model.
    #[must_use]
    pub fn get(&self, id: ModelId) -> Option<&Model> {
        self.0.get(&id)
    }

    /// The model with this code.
    #[must_use]
    pub fn coded(&self, code: &str) -> Option<(ModelId, &Model)> {
        self.iter().find(|(_, model)| model.code == code)
    }

    /// Every model, in the order of ids, which says nothing.
    pub fn iter(&self) -> impl Iterator<Item = (ModelId, &Model)> {
        self.0.iter().map(|(id, model)| (*id, model))
    }

    /// Every model, in the order of codes.
    #[must_use]
    pub fn in_order(&self) -> Vec<(ModelId, &Model)> {
        let mut models: Vec<_> = self.iter().collect();
        models.sort_by(|(_, a), (_, b)| a.code.cmp(&b.code));
        models
    }

    /// How many stand where.
    #[must_use]
    pub fn census(&self) -> Census {
        self.0.values().collect()
    }

    /// The list that a draw draws from: every model that the unit counts as living ([`State::is_alive`]).
    ///
    /// # Errors
    /// [`ListError`]; a register that [`Register::set`] made gives none but for codes that differ by blanks alone.
    pub fn freeze(&self) -> Result<FrozenList, ListError> {
        let living = self.0.values().filter(|model| model.state().is_alive());
        FrozenList::freeze(living.map(|model| (model.code.as_str(), model.name.as_str())))
    }
}

impl FromIterator<(ModelId, Model)> for Register {
    fn from_iter<T: IntoIterator<Item = (ModelId, Model)>>(models: T) -> Self {
        Self(models.into_iter().collect())
    }
}
