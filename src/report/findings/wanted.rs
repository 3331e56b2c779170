//! Which findings and recommendations a text is about.

use super::Which;
use crate::domain::{
    finding::{Finding, Severity},
    follow_up::{Number, answers, narrow},
    ids::{FindingId, KindId, RecommendationId, RoundId},
    inspected::Inspected,
    inspection::{Inspection, State},
    programme::Programme,
    round::Round,
    unit::Units,
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Which findings of which inspections; nothing chosen takes all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The round.
    pub round: Option<RoundId>,
    /// Code of the unit that counts with those below it.
    pub under: Option<String>,
    /// Kind of unit.
    pub kind: Option<KindId>,
    /// Where their recommendations stand.
    pub which: Which,
    /// Clause of one of their items.
    pub clause: Option<String>,
    /// How grave.
    pub severity: Option<Severity>,
    /// The last day by which one of their recommendations is due.
    pub due: Option<NaiveDate>,
    /// The one finding.
    pub only: Option<FindingId>,
}

impl Wanted {
    /// Whether an inspection, of a round, can have any of them: it is begun, of the unit, the kind and the round asked for.
    #[must_use]
    pub fn takes<'a>(
        &self,
        inspection: impl Inspected<'a>,
        round: Option<&Round>,
        units: &Units,
        today: NaiveDate,
    ) -> bool {
        let day = round.and_then(Round::day).unwrap_or(today);
        let unit = || units.get(inspection.unit());
        inspection.state() != State::Planned
            && self.round.as_ref().is_none_or(|round| round.as_str() == inspection.round())
            && self.kind.as_ref().is_none_or(|kind| unit().is_some_and(|unit| unit.kind == *kind))
            && self.under.as_ref().is_none_or(|code| unit().is_some_and(|unit| units.is_under(unit, code, day)))
    }

    /// Leaves of an inspection only what is of the clause, as grave, and due as asked for.
    pub fn narrow(&self, inspection: &mut Inspection, programme: &Programme) {
        if self.clause.is_none() && self.severity.is_none() && self.due.is_none() {
            return;
        }
        let due = |id: &RecommendationId| self.due.is_none_or(|last| inspection.due(id).is_some_and(|due| due <= last));
        let fits = |(id, finding): &(&FindingId, &Finding)| {
            self.severity.is_none_or(|severity| finding.severity == severity)
                && self.clause.as_ref().is_none_or(|clause| is_of(finding, clause, programme))
                && (self.due.is_none() || answers(&inspection.recommendations, id).any(|(id, _)| due(id)))
        };
        let found = inspection.findings.iter().filter(fits).map(|(id, _)| Number::Finding(id.clone()));
        let mut shown: BTreeSet<Number> = found.collect();
        // A recommendation that answers no finding has neither clause nor weight.
        if self.clause.is_none() && self.severity.is_none() {
            let alone = inspection.recommendations.iter().filter(|(id, what)| what.findings.is_empty() && due(id));
            shown.extend(alone.map(|(id, _)| Number::Recommendation(id.clone())));
        }
        narrow(inspection, &shown);
    }
}

/// Whether a finding is about an item of a clause.
fn is_of(finding: &Finding, clause: &str, programme: &Programme) -> bool {
    finding.items.iter().filter_map(|item| programme.item(item)).any(|item| item.clause == clause)
}
