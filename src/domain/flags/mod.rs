//! Flags: lints against form without substance. A flag is a question with a code, the place it points at, the rule with the numbers
//! that tripped it, and the way out – never a verdict, never summed, never a score, never a comparison of people.
//!
//! Each rule is a small pure function over a [`Case`]; thresholds are programme data ([`crate::domain::programme::Thresholds`]). What
//! needs more than one inspection – twins, copied prose, recycled files – is reckoned over a round in [`around`] and handed in.
//! Words are `i18n::flags`'s, keeping answers is `flag_answer`'s.

pub mod around;
mod bunching;
mod chance;
mod evidence;
mod field;
mod flag;
mod links;
mod outside;
mod pace;
mod phrases;
mod place;
pub mod programme;
pub mod prose;
mod ratings;
mod register;
mod repeats;
mod twins;
mod words;

pub use around::Around;
pub use bunching::{NearLine, near_lines};
pub use flag::{Flag, Missing, Weight};
pub use phrases::PhraseBook;
pub use place::{Place, TextPlace, texts};

use super::{
    answer::Level,
    ids::{InspectionId, ItemId, RecommendationId, RoundId},
    inspection::Inspection,
    life::Stage,
    model::Register,
    programme::Programme,
    score::{Assessment, ItemState},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;

/// Everything that the rules about one inspection look at.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// The programme it is filled with.
    pub programme: &'a Programme,
    /// The empty phrases of that programme, made ready.
    pub phrases: &'a PhraseBook,
    /// The inspection.
    pub inspection: &'a Inspection,
    /// What it is worth.
    pub assessment: &'a Assessment,
    /// What is known beyond it.
    pub beyond: &'a Beyond,
}

/// What is known beyond the inspection itself; what nobody looked up is empty and raises nothing.
#[derive(Debug, Clone, Default)]
pub struct Beyond {
    /// Flags that come from comparing it with others of the round, as [`Around::flags`] gives them.
    pub around: Vec<Flag>,
    /// Ratings that were changed, oldest first, as the journal tells.
    pub changes: Vec<RatingChange>,
    /// Items with a shortfall in an earlier round, each with the latest such round.
    pub earlier: BTreeMap<ItemId, RoundId>,
    /// The unit's register of models.
    pub register: Register,
    /// Recommendations of earlier inspections of the unit that are still followed.
    pub followed: Vec<Followed>,
    /// Inspections compared with, by name; only to print them.
    pub names: BTreeMap<InspectionId, String>,
}

/// A recommendation of an earlier inspection that is still followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Followed {
    /// Which inspection.
    pub inspection: InspectionId,
    /// Which recommendation.
    pub recommendation: RecommendationId,
    /// Where it stands.
    pub stage: Stage,
    /// By when it is to be done, accepted delays counted in.
    pub due: Option<NaiveDate>,
}

/// A rating that took the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatingChange {
    /// At which item.
    pub item: ItemId,
    /// The level before.
    pub from: Level,
    /// The level after.
    pub to: Level,
    /// When, by the laptop's clock.
    pub at: DateTime<FixedOffset>,
}

impl Case<'_> {
    /// Whether the inspection has come to its end: every item has a mark, or the team has left. What is only missing because the
    /// visit is still going on is not asked before.
    #[must_use]
    pub fn is_closing(&self) -> bool {
        let open = self.assessment.items.iter().any(|item| item.state == ItemState::Open);
        !open && !self.assessment.items.is_empty() || self.inspection.visit.to.is_some()
    }
}

/// The flags of an inspection, in the order of their codes, then of the programme.
#[must_use]
pub fn raised(case: &Case) -> Vec<Flag> {
    let mut flags = ratings::straight_lines(case);
    flags.extend(pace::too_fast(case));
    flags.extend(pace::all_at_once(case));
    flags.extend(pace::filled_afterwards(case));
    flags.extend(pace::not_there(case));
    flags.extend(pace::signed_before(case));
    flags.extend(case.beyond.around.iter().cloned());
    flags.extend(repeats::same_note(case));
    flags.extend(phrases::empty_words(case));
    flags.extend(evidence::outside_the_period(case));
    flags.extend(ratings::much_not_applicable(case));
    flags.extend(ratings::nothing_found(case));
    flags.extend(links::half_findings(case));
    flags.extend(links::wishes(case));
    flags.extend(links::loose_ends(case));
    flags.extend(evidence::one_sided(case));
    flags.extend(field::in_the_hall(case));
    flags.extend(pace::raised_after_the_meeting(case));
    flags.extend(links::praise_against(case));
    flags.extend(evidence::stale(case));
    flags.extend(phrases::leftovers(case));
    flags.extend(ratings::weak_proof(case));
    flags.extend(links::nothing_carried_over(case));
    flags.extend(register::register(case));
    flags.extend(outside::self_praise(case));
    flags.extend(outside::paper_remedies(case));
    flags.extend(outside::smooth_rates(case));
    flags.extend(outside::round_rates(case));
    flags.extend(outside::old_matters(case));
    if case.inspection.second.is_some() {
        flags.retain(is_about_marks);
    }
    flags.sort_by_key(Flag::code);
    flags
}

/// Whether a flag asks about a mark, a finding or a text. A second look is no visit and no judgement of the unit: what is asked about
/// those was asked the first time.
fn is_about_marks(flag: &Flag) -> bool {
    flag.code().starts_with('T') && !matches!(flag.place(), Place::Whole | Place::Section(_) | Place::Model(_))
}
