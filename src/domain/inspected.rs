//! What lists, plans and roll-ups ask of an inspection: few things of many inspections, so that none needs to be more than what can
//! answer them.

use super::{
    burden::Burden,
    ids::{InspectionId, ItemId, SectionId, UnitId},
    inspection::State,
    sample::Tally,
    standing::Standing,
    summary::{Summary, Totals},
};
use chrono::{DateTime, FixedOffset};

/// An inspection as far as lists, plans and roll-ups ask. A [`Summary`] can answer, and so can a row of thousands that lie packed.
pub trait Inspected<'a>: Copy {
    /// Which inspection.
    fn id(self) -> InspectionId;
    /// Of which unit.
    fn unit(self) -> UnitId;
    /// In which round.
    fn round(self) -> &'a str;
    /// Where it stands.
    fn state(self) -> State;
    /// When it was signed.
    fn signed_at(self) -> Option<DateTime<FixedOffset>>;
    /// Which version it is, 1 at first.
    fn version(self) -> u32;
    /// Figures of the whole; `None` when no item applies.
    fn whole(self) -> Option<Totals>;
    /// Figures of a section.
    fn section(self, section: &SectionId) -> Option<Totals>;
    /// The band, when there is one.
    fn band(self) -> Option<&'a str>;
    /// What it cost the unit.
    fn burden(self) -> Burden;
    /// What its draw of models gave; nothing without a draw.
    fn sample(self) -> Option<Tally>;
    /// Items that a shortfall names, each once.
    fn shortfalls(self) -> impl Iterator<Item = &'a str>;
    /// Where the recommendations stand, one entry each.
    fn standings(self) -> impl Iterator<Item = Standing>;
}

impl<'a> Inspected<'a> for &'a Summary {
    fn id(self) -> InspectionId {
        self.id
    }

    fn unit(self) -> UnitId {
        self.unit
    }

    fn round(self) -> &'a str {
        self.round.as_str()
    }

    fn state(self) -> State {
        self.state
    }

    fn signed_at(self) -> Option<DateTime<FixedOffset>> {
        self.signed_at
    }

    fn version(self) -> u32 {
        self.version
    }

    fn whole(self) -> Option<Totals> {
        self.whole
    }

    fn section(self, section: &SectionId) -> Option<Totals> {
        self.sections.of(section)
    }

    fn band(self) -> Option<&'a str> {
        Some(self.band.as_ref()?.as_str())
    }

    fn burden(self) -> Burden {
        self.burden
    }

    fn sample(self) -> Option<Tally> {
        self.sample
    }

    fn shortfalls(self) -> impl Iterator<Item = &'a str> {
        self.shortfalls.iter().map(ItemId::as_str)
    }

    fn standings(self) -> impl Iterator<Item = Standing> {
        self.recommendations.iter().copied()
    }
}
