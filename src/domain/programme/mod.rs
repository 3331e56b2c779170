//! A programme: scale, evidence, kinds of unit, sections, items, bands and gates. Everything about one movement lives here, as
//! data; nothing of it is in code. Files are read by `intake::programme`; a value of this type is always whole and consistent.

pub mod condition;
mod thresholds;

pub use thresholds::Thresholds;

use super::{
    answer::Level,
    evidence::{Family, Grade},
    ids::{BandId, EvidenceKindId, GateId, ItemId, KindId, SectionId},
    indicator::Indicator,
    lang::Bilingual,
    period::Period,
    round::Milestone,
    share::Share,
    unit::Tier,
};
use chrono::NaiveDate;
use condition::Condition;
use serde::{Deserialize, Serialize};

/// An inspection programme.
#[derive(Debug, Clone)]
pub struct Programme {
    /// Id of the programme, the same over its versions.
    pub id: String,
    /// Version the file gives itself.
    pub version: String,
    /// BLAKE3 of the file, 64 hexadecimal digits.
    pub hash: String,
    /// Title.
    pub title: Bilingual,
    /// What people call it, for heads of screens; the title where the file says nothing.
    pub short: Bilingual,
    /// The document it rests on: `Công văn số 70-CV/TU, ngày 02-02-2021`.
    pub basis: Bilingual,
    /// When it may be used.
    pub valid: Period,
    /// The scale and the two marks that are no number.
    pub scale: Scale,
    /// Numbers of the scoring rules.
    pub scoring: Scoring,
    /// Bands, best first; the last begins at 0.
    pub bands: Vec<Band>,
    /// Gates, in the order of the file.
    pub gates: Vec<Gate>,
    /// Kinds of unit that are inspected, in the order of the file.
    pub unit_kinds: Vec<UnitKind>,
    /// Indicators, in the order of the file.
    pub indicators: Vec<Indicator>,
    /// Kinds of evidence, in the order of the file.
    pub evidence_kinds: Vec<EvidenceKind>,
    /// Sections with their items, in the order of the file.
    pub sections: Vec<Section>,
    /// What the visit to a drawn model is; `None` when the programme draws no models.
    pub model_visit: Option<ModelVisit>,
    /// Fields that models are expected in, in the order of the file; empty when the programme expects none in particular.
    pub model_fields: Vec<ModelField>,
    /// A short talk with residents, in the order of the file.
    pub resident_questions: Vec<ResidentQuestion>,
    /// Reviews with their days.
    pub milestones: Vec<MilestoneDate>,
    /// Defaults of documents.
    pub documents: Documents,
    /// Thresholds of the flags.
    pub thresholds: Thresholds,
    /// Empty phrases, in the order of the file.
    pub empty_phrases: Vec<EmptyPhrases>,
}

/// A field in which a unit is expected to have a model (U05).
#[derive(Debug, Clone)]
pub struct ModelField {
    /// Id; a register may name the field by it or by either name.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// The kinds of unit that are expected to have one; empty is all.
    pub applies_to: Vec<KindId>,
}

/// The words of the scale.
#[derive(Debug, Clone)]
pub struct Scale {
    /// What each level means in general, 0 first.
    pub anchors: [Bilingual; 5],
    /// Name of the mark "not applicable".
    pub not_applicable: Bilingual,
    /// Name of the mark "not verified".
    pub not_verified: Bilingual,
}

/// Numbers of the scoring rules (design "scoring"); all are programme data.
#[derive(Debug, Clone)]
pub struct Scoring {
    /// The most that each grade carries, E0 first.
    pub caps: [Share; 6],
    /// How far a paper item may stand above its life item.
    pub life_margin: Share,
    /// Share of the weight that must be rated before a band is given.
    pub min_coverage: Share,
    /// A group of the roll-up has a mean when at least this share of its units …
    pub min_units_share: Share,
    /// … or at least so many of them were inspected.
    pub min_units: u32,
    /// Lower ends of the share verified that give levels 1, 2, 3, 4 to an item with `measures_sample`.
    pub sample_levels: [Share; 4],
    /// How many models are drawn at least.
    pub sample_min: u32,
}

impl Default for Scoring {
    /// The numbers of the method, for programmes that give none of their own.
    fn default() -> Self {
        Self {
            caps: [0, 4000, 6000, 8000, 9000, 10_000].map(Share::from_bp),
            life_margin: Share::from_bp(2500),
            min_coverage: Share::from_bp(7000),
            min_units_share: Share::from_bp(3000),
            min_units: 3,
            sample_levels: [2500, 5000, 7000, 8500].map(Share::from_bp),
            sample_min: 3,
        }
    }
}

/// A band: a name for scores from `min` on.
#[derive(Debug, Clone)]
pub struct Band {
    /// Id.
    pub id: BandId,
    /// Lowest supported score.
    pub min: Share,
    /// Name.
    pub name: Bilingual,
}

/// A gate: where its condition holds, the band is at most `cap`.
#[derive(Debug, Clone)]
pub struct Gate {
    /// Id.
    pub id: GateId,
    /// When it closes.
    pub when: Condition,
    /// The best band left.
    pub cap: BandId,
    /// What it says, in words.
    pub text: Bilingual,
}

/// A kind of unit that is inspected.
#[derive(Debug, Clone)]
pub struct UnitKind {
    /// Id.
    pub id: KindId,
    /// Name.
    pub name: Bilingual,
    /// Short name for narrow columns; the name when the file gives none.
    pub short: Bilingual,
    /// Examples.
    pub examples: Bilingual,
}

/// A kind of evidence.
#[derive(Debug, Clone)]
pub struct EvidenceKind {
    /// Id.
    pub id: EvidenceKindId,
    /// Name.
    pub name: Bilingual,
    /// Family of the pair rule.
    pub family: Family,
    /// What one piece of it carries; E1..=E4 (E5 needs a pair).
    pub grade: Grade,
}

/// A section of the programme.
#[derive(Debug, Clone)]
pub struct Section {
    /// Id.
    pub id: SectionId,
    /// Clause of the basis it comes from.
    pub clause: String,
    /// Title.
    pub title: Bilingual,
    /// Items, in the order of the file.
    pub items: Vec<Item>,
}

/// What an item measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A paper: a plan, a report, a list.
    Paper,
    /// How work is done.
    Process,
    /// What came of it for people.
    Outcome,
}

/// One item of the checklist.
#[derive(Debug, Clone)]
pub struct Item {
    /// Id.
    pub id: ItemId,
    /// Clause of the basis.
    pub clause: String,
    /// Kinds of unit that see it.
    pub applies_to: Vec<KindId>,
    /// What it measures.
    pub measures: Measure,
    /// Its weight, 1 or more.
    pub weight: u32,
    /// The question.
    pub question: Bilingual,
    /// Short label for lists; the question's beginning when the file gives none.
    pub label: Bilingual,
    /// What to look at.
    pub look_at: Bilingual,
    /// Whom to ask.
    pub ask_whom: Bilingual,
    /// What each level means here, 0 first.
    pub levels: [Bilingual; 5],
    /// Kinds of evidence that suit it.
    pub evidence: Vec<EvidenceKindId>,
    /// Seen only where this holds.
    pub relevant: Option<Condition>,
    /// Must hold before signing.
    pub constraint: Option<Constraint>,
    /// The life item that caps this paper item.
    pub life: Option<ItemId>,
    /// Named in the report's summary when it is rated 0 or 1.
    pub critical: bool,
    /// Takes its level from the lower end of the drawn sample.
    pub measures_sample: bool,
}

/// The visit to a drawn model. Its walk are the items of the kind [`KindId::model`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelVisit {
    /// The item that says whether the model runs; one of the walk.
    pub running: ItemId,
    /// From this level on the model was found running as registered: it is verified.
    pub verified_from: Level,
    /// Up to this level it was found not running. Below `verified_from`; a level between the two is neither.
    pub failed_to: Level,
    /// What the visit itself is as evidence, whatever papers were collected there.
    pub evidence: EvidenceKindId,
}

/// What must hold before an inspection is signed.
#[derive(Debug, Clone)]
pub struct Constraint {
    /// The rule.
    pub rule: Condition,
    /// What to tell the inspector when it is broken.
    pub text: Bilingual,
}

/// A question for residents.
#[derive(Debug, Clone)]
pub struct ResidentQuestion {
    /// Id.
    pub id: String,
    /// The question.
    pub text: Bilingual,
    /// Items its answer supports.
    pub supports: Vec<ItemId>,
}

/// The day of a review.
#[derive(Debug, Clone)]
pub struct MilestoneDate {
    /// Which review.
    pub milestone: Milestone,
    /// By when.
    pub due: NaiveDate,
    /// Its name.
    pub name: Bilingual,
}

/// Whose layout a body's documents have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Body {
    /// A committee or body of the Party.
    #[default]
    Party,
    /// A body of the State.
    State,
}

impl Body {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Party, Self::State];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Party => "party",
            Self::State => "state",
        }
    }
}

/// Defaults of documents; the team's settings replace them.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    /// Whose layout they have.
    pub body: Body,
    /// Superior body, top left: `TỈNH ỦY KIÊN GIANG`.
    pub superior: String,
    /// Issuing body: `BAN DÂN VẬN`.
    pub issuer: String,
    /// Code after the number: `BC/BDVTU`.
    pub code: String,
    /// Place in the date line: `Kiên Giang`.
    pub place: String,
    /// Authority above the signature: `T/M`, `K/T`, `T/L`, or empty.
    pub authority: String,
    /// Title of the signer.
    pub signer_title: String,
    /// Recipients, last the archive.
    pub recipients: Vec<String>,
}

/// Empty phrases of one kind. They are common style; what is wrong is that they stand alone (flag T06).
#[derive(Debug, Clone)]
pub struct EmptyPhrases {
    /// Id.
    pub id: String,
    /// What they have in common.
    pub name: Bilingual,
    /// The question that shows the way out: "how many out of how many?".
    pub ask: Bilingual,
    /// The phrases, in the language that documents are written in.
    pub phrases: Vec<String>,
}

impl Programme {
    /// Every item with its section, in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = (&Section, &Item)> {
        self.sections.iter().flat_map(|section| section.items.iter().map(move |item| (section, item)))
    }

    /// The item with this id.
    #[must_use]
    pub fn item(&self, id: &ItemId) -> Option<&Item> {
        self.items().map(|(_, item)| item).find(|item| item.id == *id)
    }

    /// The items that a kind of unit may see, whatever their `relevant` says.
    pub fn items_for<'a>(&'a self, kind: &'a KindId) -> impl Iterator<Item = (&'a Section, &'a Item)> {
        self.items().filter(move |(_, item)| item.applies_to.contains(kind))
    }

    /// The walk of a visit to a drawn model, in the order of the file; nothing when the programme draws no models.
    pub fn model_items(&self) -> impl Iterator<Item = &Item> {
        let asked = self.model_visit.is_some();
        self.items().map(|(_, item)| item).filter(move |item| asked && item.applies_to.contains(&KindId::model()))
    }

    /// The kind of unit with this id.
    #[must_use]
    pub fn unit_kind(&self, id: &KindId) -> Option<&UnitKind> {
        self.unit_kinds.iter().find(|kind| kind.id == *id)
    }

    /// The kind of evidence with this id.
    #[must_use]
    pub fn evidence_kind(&self, id: &EvidenceKindId) -> Option<&EvidenceKind> {
        self.evidence_kinds.iter().find(|kind| kind.id == *id)
    }

    /// The band with this id.
    #[must_use]
    pub fn band(&self, id: &BandId) -> Option<&Band> {
        self.bands.iter().find(|band| band.id == *id)
    }
}

/// What conditions may ask about: the unit, the visit, and the answers so far. Names are documented in `checklists/README.md`.
#[derive(Debug, Clone, Default)]
pub struct Facts {
    /// `kind`.
    pub kind: String,
    /// `tier`, empty when unknown.
    pub tier: Option<Tier>,
    /// `pilot`.
    pub pilot: bool,
    /// `milestone`.
    pub milestone: Option<Milestone>,
    /// `people_asked`, 0 when not recorded.
    pub people_asked: u32,
    /// `minutes_on_sites`, 0 when not recorded.
    pub minutes_on_sites: u32,
    /// `outcome_supported`, basis points; 0 when nothing measures outcome.
    pub outcome_supported: Share,
    /// `supported`, basis points.
    pub supported: Share,
    /// `sample_drawn`: models drawn.
    pub sample_drawn: u32,
    /// `sample_share_failed`, basis points of the drawn models found not running.
    pub sample_share_failed: Share,
    /// `level("C1-05")`: the level of each rated item.
    pub levels: std::collections::BTreeMap<ItemId, Level>,
}
