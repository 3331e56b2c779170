//! What an inspection is worth: claimed, supported, gap, coverage, range, band – and what that rests on.
//!
//! A score can never exceed what its evidence carries. Every named result is a [`Share`], rounded half up once at its end by
//! [`Share::of`]; sums run in integers over basis points, so the same inputs give the same bytes on every machine. Thresholds
//! (bands, coverage) are held against the rounded result, so that what is printed and what is decided never differ.
//!
//! The way of a score: `seen` picks the items, `grade` the evidence that counts, `sheet` lays both out, `effective` settles
//! what each item may earn, `sum` adds, `band` judges, `fragile` asks what the judgement rests on. Draws nothing, sums no flags.

mod band;
mod effective;
mod fragile;
mod grade;
mod seen;
mod sheet;
mod sum;

use super::{
    evidence::Grade,
    ids::{BandId, EvidenceId, GateId, ItemId, SectionId},
    inspection::Inspection,
    programme::Programme,
    round::{Milestone, Round},
    share::Share,
    unit::{Tier, Unit},
};
pub use grade::{Proof, Uncounted, proof, uncounted};
pub use seen::asked;
use sheet::Sheet;
use sum::Sums;

/// What conditions may ask about the unit and round and the inspection itself does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// The unit's level, when known.
    pub tier: Option<Tier>,
    /// Whether the unit is a pilot.
    pub pilot: bool,
    /// What the round is held for.
    pub milestone: Option<Milestone>,
}

impl Circumstances {
    /// Those of a unit in a round, as far as they are known.
    #[must_use]
    pub fn of(unit: Option<&Unit>, round: Option<&Round>) -> Self {
        Self {
            tier: unit.map(|unit| unit.tier),
            pilot: unit.is_some_and(|unit| unit.pilot),
            milestone: round.and_then(|round| round.milestone),
        }
    }
}

/// What holds an item's effective share below its rating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ceiling {
    /// Its evidence carries less than the rating.
    Evidence(Grade),
    /// It is paper, and the life item beside it stands lower.
    Life(ItemId),
    /// It takes its level from the drawn sample, and the lower end of what that proves gives less.
    Sample,
    /// It takes its level from the drawn sample, and no sample speaks yet: a mark by hand carries less ([`by_hand`]).
    ///
    /// [`by_hand`]: crate::domain::sample::by_hand
    Undrawn,
}

/// How an item stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// Rated.
    Rated,
    /// Does not apply, with a reason.
    NotApplicable,
    /// Not verified, with a reason.
    NotVerified,
    /// No mark yet.
    Open,
}

/// One item's part in the score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemScore {
    /// Which item.
    pub item: ItemId,
    /// Its section.
    pub section: SectionId,
    /// Its weight.
    pub weight: u32,
    /// How it stands.
    pub state: ItemState,
    /// Level / 4; nothing unless rated.
    pub claimed: Share,
    /// Grade of the evidence that counts.
    pub grade: Grade,
    /// The most that grade carries.
    pub cap: Share,
    /// What enters the supported score.
    pub effective: Share,
    /// What holds it below its rating, if anything does.
    pub ceiling: Option<Ceiling>,
    /// A rating of 0 or 1 on E0 or E1 only: proposed to the inspector as not verified. Fairness works both ways.
    pub propose_not_verified: bool,
}

/// The figures of a section or of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// Σ w·s / Σ w.
    pub claimed: Share,
    /// Σ w·eff / Σ w; also the low end of the range.
    pub supported: Share,
    /// `claimed − supported`, the difference of the rounded two.
    pub gap: Share,
    /// Σ w(rated) / Σ w.
    pub coverage: Share,
    /// High end of the range: everything open or not verified turns out full.
    pub high: Share,
    /// Supported, with every N/A item counted as 0 with its weight.
    pub na_low: Share,
    /// Σ w over the items that apply.
    pub weight: u32,
    /// Items with any mark, N/A among them.
    pub answered: u32,
    /// Items seen, N/A among them.
    pub items: u32,
}

/// Something whose removal changes the band.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rest {
    /// Without this piece of evidence.
    Evidence(EvidenceId, Option<BandId>),
    /// Without this item.
    Item(ItemId, Option<BandId>),
}

/// What an inspection is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The items that the unit sees, in the order of the programme.
    pub items: Vec<ItemScore>,
    /// Sections with at least one item that applies, in the order of the programme.
    pub sections: Vec<(SectionId, Score)>,
    /// The whole; `None` when no item applies.
    pub whole: Option<Score>,
    /// Over items that measure outcome; `None` when none applies.
    pub outcome: Option<Score>,
    /// The band, after gates; none when coverage is below the programme's minimum.
    pub band: Option<BandId>,
    /// The gates that closed.
    pub gates: Vec<GateId>,
    /// The band at `na_low` differs from the band of `supported`.
    pub depends_on_na: bool,
    /// Items whose constraint is broken; the inspection cannot be signed before they are mended.
    pub broken: Vec<ItemId>,
}

/// Assesses an inspection. Pure and fast enough to run at every key.
#[must_use]
pub fn assess(programme: &Programme, inspection: &Inspection, about: &Circumstances) -> Assessment {
    let mut sheet = Sheet::lay_out(programme, inspection, *about);
    let carried = sheet.carried();
    let effective = effective::settle(&sheet.rows, &carried, programme.scoring.life_margin);
    let sums = Sums::over(&sheet.rows, &effective, None);
    let (whole, outcome) = (sums.whole.score(), sums.outcome.score());
    let gates = band::closed(programme, sheet.facts_with(whole, outcome));
    let broken = band::broken(&sheet);
    Assessment {
        items: sheet.scores(&carried, &effective),
        sections: sum::sections(&sheet.rows, &effective),
        band: whole
            .and_then(|whole| band::reached(programme, &whole, &gates))
            .map(|band| programme.bands[band].id.clone()),
        depends_on_na: whole.is_some_and(|whole| band::depends_on_na(programme, &whole, &gates)),
        gates: gates.into_iter().map(|gate| gate.id.clone()).collect(),
        whole,
        outcome,
        broken,
    }
}

/// The pieces of evidence and items whose removal alone changes the band, evidence first, each in the order of its id.
///
/// A removed piece is as if it had never been collected; a removed item is as if the unit did not see it: it leaves the
/// denominator, puts no ceiling on its paper item, and gates no longer find its level. Which other items the unit sees stays as
/// it is. From no band to a band, and back, is a change too.
#[must_use]
pub fn rests_on(programme: &Programme, inspection: &Inspection, about: &Circumstances) -> Vec<Rest> {
    fragile::rests_on(Sheet::lay_out(programme, inspection, *about))
}
