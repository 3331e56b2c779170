//! The same figures over many units: groups, coverage beside every mean, ties in place of ranks, and nothing hidden.
//!
//! `found` reads off what inspections say, `members` finds the units in scope, `groups` sorts them into groups, `statistics` reckons over one
//! group's scores, `ties` gives rank steps. What an inspection is worth was settled in `score`.

mod found;
mod groups;
mod members;
mod sampling;
mod statistics;
mod student;
mod ties;

use super::{
    burden::Middle,
    flags::{NearLine, near_lines},
    ids::{BandId, InspectionId, ItemId, KindId, RoundId, SectionId, UnitId},
    inspected::Inspected,
    programme::Programme,
    share::Share,
    standing::Standings,
    unit::Units,
};
use chrono::NaiveDate;
pub use found::latest_signed;
use found::{Counted, Found};
use members::Member;
pub use sampling::Sampling;
use std::cmp::Reverse;

/// What units are grouped by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum By {
    /// District places; bodies of the province itself form a group of their own.
    District,
    /// Kinds of unit.
    Kind,
    /// Sections of the programme.
    Section,
    /// Single units.
    Unit,
}

impl By {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::District, Self::Kind, Self::Section, Self::Unit];

    /// The name used on the command line and in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::Kind => "kind",
            Self::Section => "section",
            Self::Unit => "unit",
        }
    }
}

/// Which units and which round a roll-up is about.
#[derive(Debug, Clone)]
pub struct Scope<'a> {
    /// The programme; its kinds are what is in scope.
    pub programme: &'a Programme,
    /// The units.
    pub units: &'a Units,
    /// The round.
    pub round: RoundId,
    /// The round to compare with.
    pub previous: Option<RoundId>,
    /// The day that picks the right rows of units.
    pub day: NaiveDate,
    /// Today, for what is overdue.
    pub today: NaiveDate,
    /// Only units under this code.
    pub under: Option<&'a str>,
    /// Only units of this kind.
    pub kind: Option<&'a KindId>,
}

/// What a group stands for. A place is a district; the province for bodies of the province itself; the topmost unit above a body
/// for one that hangs below neither.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum GroupKey {
    /// Everything in scope.
    Whole,
    /// A place and everything below it.
    Place(UnitId),
    /// A kind of unit.
    Kind(KindId),
    /// A section.
    Section(SectionId),
    /// One unit.
    Unit(UnitId),
}

/// Mean, spread and margin of the supported scores of a group's signed inspections.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statistics {
    /// Arithmetic mean.
    pub mean: Share,
    /// Median; quartiles by linear interpolation between order statistics (type 7).
    pub median: Share,
    /// First quartile.
    pub lower_quartile: Share,
    /// Third quartile.
    pub upper_quartile: Share,
    /// Sample standard deviation; 0 for one unit.
    pub spread: Share,
    /// Mean gap.
    pub gap: Share,
    /// Half the width of the 90 % interval of the mean (Student t, finite population); `None` for a single unit that is not
    /// the whole population, 0 when every unit was inspected.
    pub margin: Option<Share>,
}

/// One group: units, the figures of their latest signed inspections, and what is beside them.
///
/// A section's units are those of the kinds that see one of its items, and its figures and change are of the section alone;
/// bands and recommendations belong to whole inspections, so those of one unit show up in each of its sections.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What it stands for.
    pub key: GroupKey,
    /// The units in scope, in the order of codes: what the group opens down to.
    pub units: Vec<UnitId>,
    /// How many they are: of a kind that the programme inspects, valid on the day.
    pub in_scope: u32,
    /// Units with an inspection planned in the round.
    pub planned: u32,
    /// Units with a signed inspection in the round.
    pub signed: u32,
    /// Figures; `None` reads *not enough inspected*.
    pub figures: Option<Statistics>,
    /// How many units stand in each band, best first; every band of the programme once.
    pub bands: Vec<(BandId, u32)>,
    /// Signed units without a band.
    pub no_band: u32,
    /// Where the recommendations of signed inspections stand.
    pub followed: Standings,
    /// What the draws of models prove together.
    pub sampling: Sampling,
    /// Mean change of the supported score since the previous round over the same units, in basis points, and their number.
    pub change: Option<(i32, u32)>,
    /// Rank step among its siblings, 1 the best; groups whose ranges overlap, directly or through others, share one. `None` without
    /// figures or without a margin, since one unit of several has no range; the whole has no siblings and no step.
    pub step: Option<u32>,
}

/// An item that units fall short on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CommonShortfall {
    /// The item.
    pub item: ItemId,
    /// The units, in the order of codes.
    pub units: Vec<UnitId>,
}

/// The roll-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollup {
    /// Everything in scope.
    pub whole: Group,
    /// The groups, in the order of places' levels and codes, the programme, or unit codes.
    pub groups: Vec<Group>,
    /// The inspections that count, one for each unit in scope that has one, in the order of unit codes.
    pub inspected: Vec<InspectionId>,
    /// Units in scope without a signed inspection, in the order of codes.
    pub not_inspected: Vec<UnitId>,
    /// Items that shortfalls name, most units first.
    pub shortfalls: Vec<CommonShortfall>,
    /// How the scores lie around the lines of the bands (T10): for the head of team.
    pub lines: Vec<NearLine>,
    /// What the inspections that count cost the units, in the middle.
    pub burden: Middle,
    /// The same of the previous round, over the units in scope.
    pub burden_before: Middle,
}

/// Rolls up. Only the latest signed inspection of a unit in the round counts; a unit that was not inspected is never averaged in
/// and never hidden. In scope are the units of a kind that the programme inspects, valid on the day, below `under` (or that unit
/// itself) and of `kind` where these are given. Groups without a unit in scope are left out.
#[must_use]
pub fn roll_up<'a, T: Inspected<'a>>(inspections: impl IntoIterator<Item = T>, scope: &Scope<'a>, by: By) -> Rollup {
    let found = Found::among(inspections, scope);
    let members = members::in_scope(&found, scope);
    let all: Vec<&Member<T>> = members.iter().collect();
    let mut groups = groups::split(&members, scope, by);
    ties::rank(&mut groups);
    let signed = || members.iter().filter_map(|member| member.signed);
    let before = members.iter().filter_map(|member| member.before);
    let scores: Vec<Share> = signed().filter_map(|counted| counted.whole).map(|whole| whole.supported).collect();
    Rollup {
        whole: groups::group(GroupKey::Whole, &all, scope, |counted| counted.whole),
        groups,
        inspected: signed().map(Counted::id).collect(),
        not_inspected: members.iter().filter(|member| member.signed.is_none()).map(|member| member.unit.id).collect(),
        shortfalls: common_shortfalls(&members, &found),
        lines: near_lines(scope.programme, &scores),
        burden: Middle::of(signed().map(|counted| counted.burden)),
        burden_before: Middle::of(before.map(|counted| counted.burden)),
    }
}

/// Items by the number of units that fall short on them, most first; then in the order of the programme, items it does not know
/// last in the order of their ids.
fn common_shortfalls<'a, T: Inspected<'a>>(
    members: &[Member<'a, '_, T>],
    found: &Found<'a, T>,
) -> Vec<CommonShortfall> {
    let mut units: Vec<Vec<UnitId>> = vec![Vec::new(); found.items()];
    for member in members {
        for item in member.signed.into_iter().flat_map(|counted| found.shortfalls(counted)) {
            if let Some(units) = units.get_mut(*item as usize) {
                units.push(member.unit.id);
            }
        }
    }
    let common = units.into_iter().enumerate().filter(|(_, units)| !units.is_empty());
    let mut common: Vec<_> = common.filter_map(|(place, units)| Some((place, found.item(place)?, units))).collect();
    common.sort_by_cached_key(|(place, item, units)| {
        let known = *place < found.known_items();
        (Reverse(units.len()), if known { *place } else { usize::MAX }, item.clone())
    });
    common.into_iter().map(|(_, item, units)| CommonShortfall { item, units }).collect()
}
