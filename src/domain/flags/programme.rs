//! P01–P05: flags about a programme, raised when it is loaded. They look at what the programme asks for; what a mistake in its file
//! is, `intake::programme` says.

use crate::domain::{
    evidence::{Family, Grade},
    ids::{ItemId, KindId, SectionId},
    programme::{Item, Measure, Programme},
    share::Share,
};

/// A flag about a programme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProgrammeFlag {
    /// P01: items that a document alone can satisfy carry too much of a kind's weight.
    PaperWeight {
        /// The kind of unit.
        kind: KindId,
        /// Their share of its weight.
        share: Share,
        /// The most the programme allows.
        most: Share,
    },
    /// P02: a kind of unit sees too many scored items.
    TooManyItems {
        /// The kind of unit.
        kind: KindId,
        /// How many it sees.
        items: u32,
        /// The most the programme allows.
        most: u32,
    },
    /// P03: an item names no evidence, or no one to ask.
    NothingToAsk {
        /// The item.
        item: ItemId,
    },
    /// P04: a section that no kind of unit can reach.
    Unreachable {
        /// The section.
        section: SectionId,
    },
    /// P05: outcome carries too little of a kind's weight.
    LittleOutcome {
        /// The kind of unit.
        kind: KindId,
        /// The share of outcome items.
        share: Share,
        /// The least the programme allows.
        least: Share,
    },
}

impl ProgrammeFlag {
    /// Its code, the same in every language: `P01`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::PaperWeight { .. } => "P01",
            Self::TooManyItems { .. } => "P02",
            Self::NothingToAsk { .. } => "P03",
            Self::Unreachable { .. } => "P04",
            Self::LittleOutcome { .. } => "P05",
        }
    }
}

/// The flags of a programme, by code, then in the order of the file. Kinds of unit that see no item raise none.
#[must_use]
pub fn flags(programme: &Programme) -> Vec<ProgrammeFlag> {
    let mut flags = Vec::new();
    flags.extend(programme.unit_kinds.iter().filter_map(|kind| paper_weight(programme, &kind.id)));
    flags.extend(programme.unit_kinds.iter().filter_map(|kind| too_many_items(programme, &kind.id)));
    let nothing_to_ask = programme.items().filter(|(_, item)| names_nothing(item));
    flags.extend(nothing_to_ask.map(|(_, item)| ProgrammeFlag::NothingToAsk { item: item.id.clone() }));
    let unreachable =
        programme.sections.iter().filter(|section| !section.items.iter().any(|item| seen(programme, item)));
    flags.extend(unreachable.map(|section| ProgrammeFlag::Unreachable { section: section.id.clone() }));
    flags.extend(programme.unit_kinds.iter().filter_map(|kind| little_outcome(programme, &kind.id)));
    flags
}

/// P01. The weight of what a document alone can satisfy, for one kind of unit.
fn paper_weight(programme: &Programme, kind: &KindId) -> Option<ProgrammeFlag> {
    let share = weight_share(programme, kind, |item| paper_is_enough(programme, item))?;
    let most = programme.thresholds.paper_weight;
    (share > most).then(|| ProgrammeFlag::PaperWeight { kind: kind.clone(), share, most })
}

/// Whether a document alone can satisfy an item: every kind of evidence it names is paper that the unit wrote about itself
/// (documentary, at most E2). One kind beyond that is enough to ask the team to look further, which is the way out the flag names;
/// a record that the team samples (E3) is such a kind. Its `measures` says what the item is about, not what proves it, and does not
/// matter here. An item that names no evidence is P03's.
fn paper_is_enough(programme: &Programme, item: &Item) -> bool {
    let kinds: Vec<_> = item.evidence.iter().filter_map(|id| programme.evidence_kind(id)).collect();
    !kinds.is_empty() && kinds.iter().all(|kind| kind.family == Family::Documentary && kind.grade <= Grade::E2)
}

/// P02. Every item carries weight, so every item is scored; `relevant` may hide some, and those count: they must fit a visit too.
fn too_many_items(programme: &Programme, kind: &KindId) -> Option<ProgrammeFlag> {
    let items = u32::try_from(programme.items_for(kind).count()).unwrap_or(u32::MAX);
    let most = programme.thresholds.items_per_kind;
    (items > most).then(|| ProgrammeFlag::TooManyItems { kind: kind.clone(), items, most })
}

/// P03. No kind of evidence, or no one to ask.
fn names_nothing(item: &Item) -> bool {
    item.evidence.is_empty() || (item.ask_whom.vi.trim().is_empty() && item.ask_whom.en.trim().is_empty())
}

/// P04, for one item: whether some kind of unit sees it, or who visits a model.
fn seen(programme: &Programme, item: &Item) -> bool {
    item.applies_to.iter().any(|kind| kind.is_model() || programme.unit_kind(kind).is_some())
}

/// P05. The weight of outcome for one kind of unit.
fn little_outcome(programme: &Programme, kind: &KindId) -> Option<ProgrammeFlag> {
    let share = weight_share(programme, kind, |item| item.measures == Measure::Outcome)?;
    let least = programme.thresholds.outcome_share;
    (share < least).then(|| ProgrammeFlag::LittleOutcome { kind: kind.clone(), share, least })
}

/// Share of the weight that a kind sees in the items that `counts` picks. `None` when it sees nothing.
fn weight_share(programme: &Programme, kind: &KindId, counts: impl Fn(&Item) -> bool) -> Option<Share> {
    let weight = |items: &mut dyn Iterator<Item = &Item>| items.map(|item| u64::from(item.weight)).sum::<u64>();
    let whole = weight(&mut programme.items_for(kind).map(|(_, item)| item));
    let part = weight(&mut programme.items_for(kind).map(|(_, item)| item).filter(|item| counts(item)));
    Share::of(part, whole)
}
