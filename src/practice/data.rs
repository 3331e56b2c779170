//! The embedded data of the practice province, read into plain structs. What the fields mean stands at the head of each data file.

use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Facts: places of the statistics office, and the bodies in them.
pub const UNITS: &[u8] = include_bytes!("units.csv");
/// Inspections written out by hand, by the name the schedule gives.
pub const SHOWCASE: &[(&str, &str)] =
    &[("go-quao", include_str!("showcase/go-quao.toml")), ("giong-rieng", include_str!("showcase/giong-rieng.toml"))];

/// What was recorded at the second look.
pub const SECOND_LOOK: &str = include_str!("showcase/giong-rieng-again.toml");

/// All the invented data.
#[derive(Debug)]
pub struct Data {
    pub rounds: Vec<RoundRow>,
    pub visits: Vec<VisitRow>,
    pub districts: Vec<District>,
    pub people: People,
    pub models: Vec<Model>,
    pub indicators: Vec<IndicatorRow>,
    pub registers: Registers,
    pub draws: Vec<DrawRow>,
    pub lives: Vec<LifeRow>,
    pub matters: Vec<Matter>,
    pub on_paper: OnPaper,
    /// Why an item could not be verified once a visit is cut short.
    pub hindered: Vec<String>,
    /// What a clause asks, as the criterion of a finding.
    pub clauses: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoundRow {
    pub id: String,
    pub title: String,
    pub from: NaiveDay,
    pub to: NaiveDay,
    pub milestone: crate::domain::round::Milestone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Stage {
    Planned,
    Underway,
    Ready,
    Signed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Proof {
    Strong,
    #[default]
    Mixed,
    Paper,
    Thin,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VisitRow {
    pub unit: String,
    pub round: String,
    pub state: Stage,
    pub due: NaiveDay,
    pub day: Option<NaiveDay>,
    #[serde(default)]
    pub aim: u8,
    #[serde(default)]
    pub proof: Proof,
    pub done: Option<usize>,
    pub people: Option<u32>,
    pub from: Option<String>,
    pub signed: Option<NaiveDay>,
    pub lead: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct District {
    pub code: String,
    pub name: String,
    pub land: Vec<String>,
    /// Hamlet and commune, parted by a comma.
    pub places: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub officials: Vec<String>,
    pub residents: Vec<String>,
    pub leads: Vec<String>,
}

/// What is said at each height of the scale: levels 3–4, 2, and 0–1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heights<T> {
    pub hi: T,
    pub mid: T,
    pub lo: T,
}

impl<T> Heights<T> {
    pub fn at(&self, level: u8) -> &T {
        match level {
            3.. => &self.hi,
            2 => &self.mid,
            _ => &self.lo,
        }
    }
}

/// What was found of a model, and what a finding that rests on it says, in wordings parted by ` || `.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Shown {
    pub text: String,
    pub says: String,
}

impl TryFrom<String> for Shown {
    type Error = String;
    fn try_from(written: String) -> Result<Self, String> {
        let (text, says) = written.split_once(" | ").ok_or_else(|| format!("no finding can say: {written}"))?;
        Ok(Self { text: text.to_owned(), says: says.to_owned() })
    }
}

/// A piece of evidence, and what a finding that rests on it says; empty where no finding follows from it.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Piece {
    pub kind: String,
    pub source: String,
    pub text: String,
    pub says: String,
}

impl TryFrom<String> for Piece {
    type Error = String;
    fn try_from(written: String) -> Result<Self, String> {
        let mut parts = written.splitn(4, " | ").map(str::to_owned);
        let mut next = || parts.next().ok_or_else(|| format!("a piece without kind, source or text: {written}"));
        let (kind, source, text) = (next()?, next()?, next()?);
        Ok(Self { kind, source, text, says: next().unwrap_or_default() })
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    pub name: String,
    pub land: Vec<String>,
    pub n: [u32; 2],
    pub problem: String,
    pub see: Heights<Shown>,
    pub say: Heights<Shown>,
    pub count: Heights<Shown>,
    pub paper: Shown,
    pub shortfall: Shortfall,
    pub strength: Strength,
}

#[derive(Debug, Deserialize)]
pub struct Matter {
    pub item: String,
    /// The offices of the officials {o} and {o2}.
    pub o: Option<String>,
    pub o2: Option<String>,
    /// Range of {n}.
    pub n: [u32; 2],
    /// {k} at each level, where the programme's thresholds hang on it.
    pub kept: Option<[u32; 5]>,
    #[serde(flatten)]
    pub said: Heights<Vec<Piece>>,
    pub paper: Piece,
    pub note: Option<String>,
    pub na: Option<String>,
    pub unverified: Option<String>,
    pub shortfall: Shortfall,
    pub strength: Option<Strength>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shortfall {
    pub cause: String,
    pub effect: String,
    pub action: String,
    pub owner: String,
    pub check: String,
    pub reply: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strength {
    /// What it says when only the paper of the unit shows it.
    pub on_paper: String,
    pub cause: String,
    pub effect: String,
}

/// What may be judged of a thing that only the unit's own paper shows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnPaper {
    /// Of any strength.
    pub strength: Judged,
    /// Of a model; the papers of matters show their own.
    pub shortfall: Judged,
}

/// Why something is so, and what comes of it, in wordings parted by ` || `.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    pub cause: String,
    pub effect: String,
}

/// A yearly value of an indicator.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndicatorRow {
    pub unit: String,
    pub indicator: String,
    pub year: u16,
    /// In hundredths of a point.
    pub number: i32,
    pub source: String,
    #[serde(default)]
    pub note: String,
}

/// A day written bare in TOML.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(try_from = "toml::value::Datetime")]
pub struct NaiveDay(pub NaiveDate);

impl TryFrom<toml::value::Datetime> for NaiveDay {
    type Error = String;
    fn try_from(written: toml::value::Datetime) -> Result<Self, String> {
        written.to_string().parse().map(Self).map_err(|_| format!("{written} is no day"))
    }
}

#[derive(Deserialize)]
struct Schedule {
    round: Vec<RoundRow>,
    visit: Vec<VisitRow>,
}

#[derive(Deserialize)]
struct Places {
    district: Vec<District>,
    people: People,
}

#[derive(Deserialize)]
struct Models {
    model: Vec<Model>,
}

#[derive(Deserialize)]
struct Indicators {
    value: Vec<IndicatorRow>,
}

#[derive(Deserialize)]
struct Draws {
    draw: Vec<DrawRow>,
}

/// A draw at the inspection of a unit in the round that holds its day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawRow {
    pub unit: String,
    pub day: NaiveDay,
    pub unit_seed: String,
    pub team_seed: String,
    pub size: u32,
    #[serde(default)]
    pub visit: Vec<FoundRow>,
}

/// What stands at a number that was drawn, and what was found there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FoundRow {
    /// The number, where the texts of the inspection name it; a draw that gives another is none.
    pub number: Option<u32>,
    pub model: Option<usize>,
    pub name: Option<String>,
    pub place: Option<String>,
    pub field: Option<String>,
    pub owner: Option<String>,
    pub baseline: Option<String>,
    pub goal: Option<String>,
    pub indicator: Option<String>,
    pub recognised: Option<NaiveDay>,
    #[serde(default)]
    pub unrecognised: bool,
    pub level: Option<u8>,
    pub recounted: Option<u8>,
    pub asked: Option<u8>,
    #[serde(default)]
    pub evidence: Vec<String>,
    pub note: Option<String>,
    pub replaced: Option<String>,
}

#[derive(Deserialize)]
struct Lives {
    life: Vec<LifeRow>,
}

/// What became of a recommendation after the signature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifeRow {
    pub unit: String,
    pub round: String,
    pub recommendation: String,
    pub deed: Vec<DeedRow>,
}

/// A deed, and the day on which it was written down.
#[derive(Debug, Deserialize)]
pub struct DeedRow {
    pub on: NaiveDay,
    /// Who wrote it down.
    pub recorded_by: String,
    #[serde(flatten)]
    pub what: Deed,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Deed {
    Declared { by: String, paper: String },
    Verified { by: String, kind: String, text: String, source: String },
    Reopened { why: String },
    Delayed { until: NaiveDay, by: String, why: String },
    Withdrawn { why: String },
}

#[derive(Deserialize)]
struct Matters {
    hindered: Vec<String>,
    clauses: BTreeMap<String, String>,
    on_paper: OnPaper,
    matter: Vec<Matter>,
}

impl Data {
    /// Reads everything.
    pub fn read() -> Self {
        let schedule: Schedule = embedded(include_str!("schedule.toml"));
        let places: Places = embedded(include_str!("places.toml"));
        let models: Models = embedded(include_str!("models.toml"));
        let indicators: Indicators = embedded(include_str!("indicators.toml"));
        let matters: Matters = embedded(include_str!("matters.toml"));
        Self {
            rounds: schedule.round,
            visits: schedule.visit,
            districts: places.district,
            people: places.people,
            models: models.model,
            indicators: indicators.value,
            registers: embedded(include_str!("registers.toml")),
            draws: embedded::<Draws>(include_str!("draws.toml")).draw,
            lives: embedded::<Lives>(include_str!("followed.toml")).life,
            matters: matters.matter,
            on_paper: matters.on_paper,
            hindered: matters.hindered,
            clauses: matters.clauses,
        }
    }

    /// What is found at an item.
    pub fn matter(&self, item: &str) -> Option<&Matter> {
        self.matters.iter().find(|matter| matter.item == item)
    }
}

fn embedded<T: serde::de::DeserializeOwned>(file: &str) -> T {
    // As words: the error itself would print the whole file.
    toml::from_str(file)
        .map_err(|error| error.message().to_owned())
        .expect("the embedded data of the practice province is read by its tests")
}

/// Who keeps how many models, and which kinds of models there are.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Registers {
    pub unit: Vec<Keeper>,
    pub kind: Vec<RegisterKind>,
}

/// One unit with a register.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keeper {
    pub code: String,
    pub models: u32,
    /// Nearly all recognised, soon, and one stopped after its award: planted, so that there are flags to look at.
    #[serde(default)]
    pub easy: bool,
    /// How many were ever recognised, where the register says so itself.
    pub recognised: Option<u32>,
    /// How many ended; without it none does where `recognised` is said.
    #[serde(default)]
    pub ended: u32,
}

/// What the models of one kind have in common.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RegisterKind {
    pub name: String,
    pub field: String,
    pub owner: String,
    pub baseline: String,
    pub goal: String,
    pub indicator: String,
}
