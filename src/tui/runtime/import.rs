//! Units taken in from a file in three steps: read, checked, kept. Until the last one nothing is changed, and that one is a single record of
//! the journal: there whole or not at all.

use super::{
    answers::{failed, not_committed},
    reading::{read, told},
};
use crate::{
    domain::{edit::Change, ids::UnitId, lang::Lang},
    i18n::{Message, key},
    intake::units::{self, Row, RowDoes},
    store::Vault,
    tui::message::Answer,
};
use std::fs;
use uuid::Uuid;

/// So many bytes of a file are about one inspection's worth of work.
const BYTES: u64 = 128;

/// How many steps there are.
const STEPS: usize = 3;

/// An import on its way.
#[derive(Debug)]
pub(super) enum Import {
    /// The file, as typed.
    Read(String),
    /// Its content.
    Check(Vec<u8>),
    /// What it adds and changes, seen against the vault as it was at this record.
    Keep { content: Vec<u8>, rows: Vec<Row>, head: String },
}

/// What a step came to.
pub(super) enum Next {
    /// There is more to do.
    More(Import),
    /// That was the last one; what came of it.
    Done(Answer),
}

impl Import {
    pub(super) const fn begin(path: String) -> Self {
        Self::Read(path)
    }

    /// Whether the file at `path` is more work than `step` inspections are.
    pub(super) fn is_long(path: &str, step: usize) -> bool {
        fs::metadata(path.trim()).is_ok_and(|file| file.len() > (step as u64).saturating_mul(BYTES))
    }

    /// How many steps are done, of how many.
    pub(super) const fn progress(&self) -> (usize, usize) {
        let done = match self {
            Self::Read(_) => 0,
            Self::Check(_) => 1,
            Self::Keep { .. } => 2,
        };
        (done, STEPS)
    }

    /// Takes the next step.
    pub(super) fn go_on(self, vault: &mut Vault, lang: Lang) -> Result<Next, Answer> {
        match self {
            Self::Read(path) => Ok(Next::More(Self::Check(read(&path)?))),
            Self::Check(content) => {
                let programme = vault.current_programme().map_err(|error| failed(error.message()))?;
                let kinds: Vec<_> = programme.unit_kinds.iter().map(|kind| kind.id.clone()).collect();
                let rows = units::read(&content, vault.units(), &kinds, &mut || UnitId(Uuid::new_v4()));
                let rows = rows.map_err(|mistakes| {
                    let first = Message::new(key::UNITS_NOT_IMPORTED).with("count", mistakes.len());
                    Answer::Failed { why: told(first, &mistakes, lang) }
                })?;
                Ok(Next::More(Self::Keep { content, rows, head: vault.head() }))
            }
            // Somebody changed something since the rows were seen against it.
            Self::Keep { content, head, .. } if vault.head() != head => Ok(Next::More(Self::Check(content))),
            Self::Keep { rows, .. } => keep(rows, vault).map(Next::Done),
        }
    }
}

fn keep(rows: Vec<Row>, vault: &mut Vault) -> Result<Answer, Answer> {
    let count = |does| rows.iter().filter(|row| row.does == does).count();
    let (added, changed, unchanged) = (count(RowDoes::Adds), count(RowDoes::Changes), count(RowDoes::Nothing));
    if added + changed > 0 {
        let actor = vault.settings().inspector.clone();
        let fresh = rows.into_iter().filter(|row| row.does != RowDoes::Nothing).map(|row| Change::Unit(row.unit));
        vault.commit(&actor, fresh.collect()).map_err(|error| not_committed(&error))?;
    }
    Ok(Answer::Imported { added, changed, unchanged })
}
