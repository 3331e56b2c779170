//! An inspection as lists and roll-ups look at it: a row that lies packed, or a summary that is newer. Both answer the same questions, so
//! that tens of thousands need not be made whole summaries to be listed, counted and reckoned with.

use super::packed::Row;
use crate::domain::{
    burden::Burden,
    ids::{InspectionId, KindId, RoundId, SectionId, UnitId},
    inspected::Inspected,
    inspection::State,
    sample::Tally,
    standing::Standing,
    summary::{Summary, Totals},
};
use chrono::{DateTime, FixedOffset, NaiveDate};

/// An inspection, wherever what is known of it stands.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a>(pub(super) Source<'a>);

/// Where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    Packed(Row<'a>),
    Whole(&'a Summary),
}

use Source::{Packed, Whole};

impl<'a> Head<'a> {
    /// By when it is due.
    #[must_use]
    pub fn due(self) -> Option<NaiveDate> {
        match self.0 {
            Packed(row) => row.due(),
            Whole(summary) => summary.due,
        }
    }

    /// Its kind, round and leader.
    #[must_use]
    pub fn about(self) -> Option<(KindId, RoundId, &'a str)> {
        match self.0 {
            Packed(row) => row.about(),
            Whole(summary) => Some((summary.kind.clone(), summary.round.clone(), &summary.lead)),
        }
    }

    /// The one of the two that it is.
    fn one(self) -> (Option<Row<'a>>, Option<&'a Summary>) {
        match self.0 {
            Packed(row) => (Some(row), None),
            Whole(summary) => (None, Some(summary)),
        }
    }
}

impl<'a> Inspected<'a> for Head<'a> {
    fn id(self) -> InspectionId {
        match self.0 {
            Packed(row) => row.id(),
            Whole(summary) => Inspected::id(summary),
        }
    }

    fn unit(self) -> UnitId {
        match self.0 {
            Packed(row) => row.unit(),
            Whole(summary) => Inspected::unit(summary),
        }
    }

    fn round(self) -> &'a str {
        match self.0 {
            Packed(row) => row.round(),
            Whole(summary) => Inspected::round(summary),
        }
    }

    fn state(self) -> State {
        match self.0 {
            Packed(row) => row.state(),
            Whole(summary) => Inspected::state(summary),
        }
    }

    fn signed_at(self) -> Option<DateTime<FixedOffset>> {
        match self.0 {
            Packed(row) => row.signed_at(),
            Whole(summary) => Inspected::signed_at(summary),
        }
    }

    fn version(self) -> u32 {
        match self.0 {
            Packed(row) => row.version(),
            Whole(summary) => Inspected::version(summary),
        }
    }

    fn whole(self) -> Option<Totals> {
        match self.0 {
            Packed(row) => row.whole(),
            Whole(summary) => Inspected::whole(summary),
        }
    }

    fn section(self, section: &SectionId) -> Option<Totals> {
        match self.0 {
            Packed(row) => row.section(section),
            Whole(summary) => Inspected::section(summary, section),
        }
    }

    fn band(self) -> Option<&'a str> {
        match self.0 {
            Packed(row) => row.band(),
            Whole(summary) => Inspected::band(summary),
        }
    }

    fn burden(self) -> Burden {
        match self.0 {
            Packed(row) => row.burden(),
            Whole(summary) => Inspected::burden(summary),
        }
    }

    fn sample(self) -> Option<Tally> {
        match self.0 {
            Packed(row) => row.sample(),
            Whole(summary) => Inspected::sample(summary),
        }
    }

    fn shortfalls(self) -> impl Iterator<Item = &'a str> {
        let (row, summary) = self.one();
        row.into_iter().flat_map(Inspected::shortfalls).chain(summary.into_iter().flat_map(Inspected::shortfalls))
    }

    fn standings(self) -> impl Iterator<Item = Standing> {
        let (row, summary) = self.one();
        row.into_iter().flat_map(Inspected::standings).chain(summary.into_iter().flat_map(Inspected::standings))
    }
}
