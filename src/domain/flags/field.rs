//! T15: inspection in the hall.

use super::{Case, Flag};

/// T15, when the visit comes to its end: fewer people asked than `people_asked`, or fewer minutes at sites than `minutes_on_sites`, or
/// no drawn model visited although models were drawn. What was not recorded counts as nothing: "as recorded" is the rule, and
/// recording it is one way out.
pub(super) fn in_the_hall(case: &Case) -> Option<Flag> {
    let limits = &case.programme.thresholds;
    let visit = &case.inspection.visit;
    let (people, minutes) = (visit.people_asked.unwrap_or(0), visit.minutes_on_sites.unwrap_or(0));
    let no_model = case.inspection.draw().is_some() && case.inspection.verifications.is_empty();
    let hall = people < limits.people_asked || minutes < limits.minutes_on_sites || no_model;
    (case.is_closing() && hall).then_some(Flag::InTheHall { people, minutes, no_model })
}
