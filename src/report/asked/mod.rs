//! A document that is asked for: what it is about and in which format. The one place that knows how each is gathered and built, so that
//! screens and commands give the same document for the same wish. Writes no file (`write`).

mod figures;
mod gathered;
mod matters;

pub use gathered::Gathered;

use super::{
    Issue,
    findings::Wanted,
    flags::compared_with,
    format::Format,
    gather::{Extent, signed},
    sheets, write,
};
use crate::{
    domain::{
        follow_up::Number,
        ids::{InspectionId, KindId, RoundId, UnitId},
        rollup::By,
        thing::Thing,
        unit::Units,
    },
    i18n::{Message, key},
    store::{Vault, VaultError},
};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use thiserror::Error;

/// A document that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// What it is about.
    pub about: About,
    /// Its format.
    pub format: Format,
}

/// What a document is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// One inspection: its report, with its flags.
    Inspection(InspectionId),
    /// One inspection: its working minutes.
    Minutes(InspectionId),
    /// One unit: the letter that urges it.
    Letter(UnitId),
    /// A round over many units.
    Rollup {
        /// The round.
        round: RoundId,
        /// What units are grouped by.
        by: By,
        /// Code of the place whose units count; all where there is none.
        under: Option<String>,
        /// The kind of the units that count; all where there is none.
        kind: Option<KindId>,
    },
    /// What of a round is put forward for praise.
    Nominations {
        /// The round.
        round: RoundId,
        /// Code of the place whose units count; all where there is none.
        under: Option<String>,
    },
    /// Findings and recommendations of many inspections.
    Findings(Wanted),
    /// These findings and recommendations, as a list showed them.
    Matters(Vec<(InspectionId, Number)>),
}

impl About {
    /// The one thing it is about; nothing when it puts several together.
    #[must_use]
    pub fn thing(&self) -> Option<Thing> {
        match self {
            Self::Inspection(id) | Self::Minutes(id) => Some((*id).into()),
            Self::Letter(unit) => Some((*unit).into()),
            Self::Rollup { round, .. } | Self::Nominations { round, .. } => Some(round.clone().into()),
            Self::Findings(_) | Self::Matters(_) => None,
        }
    }
}

/// Why a document was not made. The vault is as it was.
#[derive(Debug, Error)]
pub enum Unmade {
    /// The vault cannot be read.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The workbook cannot be made.
    #[error(transparent)]
    Workbook(#[from] sheets::xlsx::Unmade),
}

impl Unmade {
    /// What happened and what to do.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Vault(error) => error.message(),
            Self::Workbook(why) => Message::new(key::SHEET_UNMADE).with("why", why.to_string()),
        }
    }
}

/// A document in a format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its title.
    pub title: String,
    /// The content of its file.
    pub content: Vec<u8>,
}

impl From<About> for Asked {
    /// In plain text, which is what is shown first.
    fn from(about: About) -> Self {
        Self { about, format: Format::default() }
    }
}

impl About {
    /// The formats it can be written in, the one to propose first.
    #[must_use]
    pub const fn formats(&self) -> &'static [Format] {
        match self {
            Self::Findings(_) | Self::Matters(_) | Self::Nominations { .. } => Format::OF_MATTERS,
            Self::Rollup { .. } => Format::OF_ROUNDS,
            _ => Format::OF_DOCUMENTS,
        }
    }

    /// The inspections that are read for it, where they may be very many, in the order in which they lie in the index; nothing for what reads
    /// few by its nature.
    #[must_use]
    pub fn reads(&self, vault: &Vault, today: NaiveDate) -> Vec<InspectionId> {
        let mut reads = self.all_reads(vault, today);
        reads.sort_unstable();
        reads
    }

    fn all_reads(&self, vault: &Vault, today: NaiveDate) -> Vec<InspectionId> {
        match self {
            Self::Inspection(id) => compared_with(vault, *id),
            Self::Minutes(_) | Self::Letter(_) => Vec::new(),
            Self::Rollup { round, under, kind, .. } => {
                let extent = Extent { under: under.as_deref(), kind: kind.as_ref() };
                vault.round(round).map(|round| signed(vault, round, extent)).unwrap_or_default()
            }
            Self::Nominations { round, under } => {
                let extent = Extent { under: under.as_deref(), kind: None };
                vault.round(round).map(|round| signed(vault, round, extent)).unwrap_or_default()
            }
            Self::Findings(wanted) => matters::in_scope(vault, wanted, today),
            Self::Matters(shown) => {
                let ids: BTreeSet<InspectionId> = shown.iter().map(|(id, _)| *id).collect();
                ids.into_iter().collect()
            }
        }
    }

    /// The command that makes it again; none for a list that a screen put together.
    fn command(&self, vault: &Vault) -> Option<String> {
        let code = |id: UnitId| vault.units().get(id).map(|unit| unit.code.as_str());
        let label = |id: InspectionId| {
            let summary = vault.summary(id)?;
            Some(format!("{}/{}", summary.round, code(summary.unit)?))
        };
        match self {
            Self::Inspection(id) | Self::Minutes(id) => Some(format!("report {} --kind {}", label(*id)?, self.kind())),
            Self::Letter(unit) => Some(format!("report {} --kind {}", code(*unit)?, self.kind())),
            Self::Rollup { round, by, under, kind } => {
                let under = under.as_ref().map(|code| format!(" --under {code}")).unwrap_or_default();
                let kind = kind.as_ref().map(|kind| format!(" --kind {kind}")).unwrap_or_default();
                Some(format!("rollup --round {round}{under}{kind} --by {}", by.code()))
            }
            Self::Nominations { round, under } => {
                let under = under.as_ref().map(|code| format!(" --under {code}")).unwrap_or_default();
                Some(format!("nominations --round {round}{under}"))
            }
            Self::Findings(_) | Self::Matters(_) => None,
        }
    }

    /// Its kind, as file names and the command line have it.
    const fn kind(&self) -> &'static str {
        match self {
            Self::Inspection(_) => "report",
            Self::Minutes(_) => "minutes",
            Self::Letter(_) => "letter",
            Self::Rollup { .. } => "rollup",
            Self::Nominations { .. } => "nominations",
            Self::Findings(_) | Self::Matters(_) => "findings",
        }
    }
}

impl Asked {
    /// Gathers everything it is made from; `None` when what it is about is no longer there.
    ///
    /// # Errors
    /// [`VaultError`] when the vault cannot be read.
    pub fn gather(&self, vault: &mut Vault, issue: &Issue) -> Result<Option<Gathered>, VaultError> {
        Gathered::of(self, vault, issue)
    }

    /// The document in its format; `None` when what it is about is no longer there.
    ///
    /// # Errors
    /// [`Unmade`] when the vault cannot be read, or the format cannot hold so much.
    pub fn make(&self, vault: &mut Vault, issue: &Issue) -> Result<Option<Made>, Unmade> {
        let Some(gathered) = self.gather(vault, issue)? else { return Ok(None) };
        Ok(Some(gathered.make(issue)?))
    }

    /// The same as it is shown on a screen: in its own format where people read that, else as text.
    #[must_use]
    pub fn shown(&self) -> Self {
        let format = if self.format.is_read_as_it_is() { self.format } else { Format::Text };
        Self { format, ..self.clone() }
    }

    /// The name proposed for its file; `of` tells the round and the unit of an inspection.
    pub fn file_name<'a>(
        &self,
        units: &Units,
        of: impl Fn(InspectionId) -> Option<(&'a RoundId, UnitId)>,
        day: NaiveDate,
    ) -> String {
        let all = RoundId::from("all");
        let code = |id: UnitId| units.get(id).map_or("", |unit| unit.code.as_str());
        let (round, unit) = match &self.about {
            About::Inspection(id) | About::Minutes(id) => {
                of(*id).map_or((&all, ""), |(round, unit)| (round, code(unit)))
            }
            About::Letter(unit) => (&all, code(*unit)),
            About::Rollup { round, under, kind, .. } => {
                (round, under.as_deref().or(kind.as_ref().map(KindId::as_str)).unwrap_or("all"))
            }
            About::Nominations { round, under } => (round, under.as_deref().unwrap_or("all")),
            About::Findings(Wanted { round, under, .. }) => {
                (round.as_ref().unwrap_or(&all), under.as_deref().unwrap_or("all"))
            }
            About::Matters(shown) => {
                let rounds: BTreeSet<&RoundId> =
                    shown.iter().filter_map(|(id, _)| of(*id)).map(|(round, _)| round).collect();
                let units: BTreeSet<UnitId> =
                    shown.iter().filter_map(|(id, _)| of(*id)).map(|(_, unit)| unit).collect();
                let round = rounds.first().filter(|_| rounds.len() == 1).copied().unwrap_or(&all);
                (round, units.first().filter(|_| units.len() == 1).map_or("all", |unit| code(*unit)))
            }
        };
        write::file_name(round, unit, self.about.kind(), day, self.format.ending())
    }

    /// The same in the format that the ending of a path names, when it can be written in that.
    #[must_use]
    pub fn for_path(mut self, path: &std::path::Path) -> Self {
        let ends =
            |format: &&Format| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.ending()));
        if let Some(format) = self.about.formats().iter().find(ends) {
            self.format = *format;
        }
        self
    }
}
