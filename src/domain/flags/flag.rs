//! The flags themselves: code, weight, place, and the numbers that tripped each. When one is raised, its rule says.

use super::{Place, TextPlace};
use crate::domain::{
    answer::Level,
    evidence::{Family, Grade},
    flag_answer::FlagKey,
    ids::{EvidenceId, FindingId, InspectionId, ItemId, RecommendationId, RoundId, SectionId},
    share::Share,
};
use chrono::NaiveDate;

/// How loudly a flag asks. It says nothing of how grave the matter is, and is never counted into anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a look.
    Info,
    /// Should be mended or explained.
    Warning,
    /// Hard to explain in an honest inspection.
    Alert,
}

impl Weight {
    /// The word used in JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Alert => "alert",
        }
    }
}

/// What a finding or a recommendation lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// What is.
    Condition,
    /// The clause or rule.
    Criterion,
    /// Why.
    Cause,
    /// What it rests on.
    Evidence,
    /// Who must do it.
    Owner,
    /// By when.
    Due,
    /// How it will be verified.
    Check,
}

/// A flag that is up, with the numbers that tripped it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the numbers that the doc comment of the variant and of its rule name")]
pub enum Flag {
    /// T01: `run` of `of` rated items got the same level; the mean grade of their evidence, in tenths, is below E3.
    StraightLine { section: Option<SectionId>, run: u32, of: u32, level: Level, grade_tenths: u32 },
    /// T02: less active time on an item than its question takes to read and its evidence to write.
    TooFast { item: ItemId, seconds: u32, least: u32 },
    /// T02: so many answers were given within `seconds`; reading their questions alone takes `least`.
    AllAtOnce { of: u32, seconds: u32, least: u32 },
    /// T03: so many of the answers were given outside the visit.
    FilledAfterwards { outside: u32, of: u32 },
    /// T03: all answers were given in the last part of the visit.
    FilledAtTheEnd { of: u32 },
    /// T03: something that was seen on the spot, on a day when the team was not there.
    NotThere { evidence: EvidenceId, day: NaiveDate },
    /// T03: signed on a day before the visit was over.
    SignedBefore { signed: NaiveDate, until: NaiveDate },
    /// T04: rated like another unit, more often than chance allows.
    Twin { other: InspectionId, equal: u32, common: u32, expected: Share },
    /// T05: a text that stands in another inspection too.
    Copied { text: TextPlace, other: InspectionId, other_text: TextPlace, share: Share },
    /// T05: one text stands at so many items of the inspection; `item` is the first of them.
    SameNote { item: ItemId, items: u32 },
    /// T06: an empty phrase with nothing to hold on to beside it; `kind` is the id of its kind.
    EmptyWords { text: TextPlace, phrase: String, kind: String },
    /// T07: the same file stands under another unit.
    Recycled { evidence: EvidenceId, other: InspectionId, other_evidence: EvidenceId },
    /// T07: a file of a day outside the period.
    FileOutside { evidence: EvidenceId, day: NaiveDate },
    /// T08: too much of the weight is not applicable.
    MuchNotApplicable { share: Share, most: Share },
    /// T09: only 3 and 4, and no shortfall.
    NothingFound { rated: u32 },
    /// T11: a finding that lacks a part.
    HalfFinding { finding: FindingId, missing: Vec<Missing> },
    /// T12: a recommendation that lacks a part.
    Wish { recommendation: RecommendationId, missing: Vec<Missing> },
    /// T13: a recommendation that answers no finding.
    AnswersNothing { recommendation: RecommendationId },
    /// T13: a low rating without a finding.
    LowWithoutFinding { item: ItemId, level: Level },
    /// T13: a shortfall without a recommendation.
    LeftAlone { finding: FindingId },
    /// T14: nearly all evidence is of one family.
    OneFamily { family: Family, share: Share, pieces: u32 },
    /// T14: nobody outside the leadership was heard.
    NobodyOutside,
    /// T15: people asked and minutes at sites, as recorded; `no_model` when none of the drawn models was visited.
    InTheHall { people: u32, minutes: u32, no_model: bool },
    /// T16: a rating went up after the closing meeting, without new evidence.
    RaisedAfter { item: ItemId, from: Level, to: Level },
    /// T17: praise of an item that is rated low.
    PraiseAgainst { finding: FindingId, item: ItemId, level: Level },
    /// T18: evidence that was no longer valid on the day of the visit.
    Expired { evidence: EvidenceId, day: NaiveDate },
    /// T18: evidence from before the period.
    Old { evidence: EvidenceId, day: NaiveDate },
    /// T19: something that was meant to be replaced.
    Leftover { text: TextPlace, what: String },
    /// T20: a high rating whose evidence carries less; `needs` is the least grade that would carry it.
    WeakProof { item: ItemId, level: Level, grade: Grade, needs: Grade },
    /// T21: no strength is marked as transferable, and nothing says that none was found; `strengths` are recorded.
    NothingCarriedOver { strengths: u32 },
    /// U01: nearly all registered models were recognised.
    NearlyAllRecognised { registered: u32, recognised: u32 },
    /// U02: few registered models were recognised.
    FewRecognised { registered: u32, recognised: u32 },
    /// U02: few drawn models were found running.
    FewRunning { drawn: u32, running: u32 },
    /// U03: so many models were registered within so many days before a review or their recognition.
    RegisteredLate { late: u32, of: u32, days: u32 },
    /// U03: the median of days from registration to recognition.
    RecognisedSoon { median: u32, of: u32 },
    /// U04: nothing was done any more soon after the award.
    StoppedAfterAward { model: String, award: NaiveDate, last: NaiveDate },
    /// U05: nearly all models are in one field.
    OneField { field: String, models: u32, of: u32 },
    /// U05: fields of the programme, by their ids, in which none of so many models is.
    EmptyFields { fields: Vec<String>, of: u32 },
    /// U06: two models of different owners at one place bear nearly the same name.
    CountedTwice { model: String, other: String, share: Share },
    /// U07: individual awards go to leaders.
    LeaderAwards { leaders: u32, of: u32 },
    /// U08: the unit's score of itself stands above what its evidence carries.
    SelfPraise { given: Share, supported: Share },
    /// U09: the unit says that a recommendation is done, and nobody has seen it.
    OnPaper { inspection: InspectionId, recommendation: RecommendationId },
    /// U09: a recommendation is past its day, and no delay was accepted.
    PastDue { inspection: InspectionId, recommendation: RecommendationId, due: NaiveDate },
    /// U10: so many of the rates that the unit reports are 100 %.
    SmoothRates { whole: u32, of: u32 },
    /// U10: all of the rates that the unit reports are multiples of five.
    RoundRates { of: u32 },
    /// U11: a shortfall at an item that had one in an earlier round.
    OldMatter { item: ItemId, finding: FindingId, round: RoundId },
}

impl Flag {
    /// Its code, the same in every language: `T01`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::StraightLine { .. } => "T01",
            Self::TooFast { .. } | Self::AllAtOnce { .. } => "T02",
            Self::FilledAfterwards { .. }
            | Self::FilledAtTheEnd { .. }
            | Self::NotThere { .. }
            | Self::SignedBefore { .. } => "T03",
            Self::Twin { .. } => "T04",
            Self::Copied { .. } | Self::SameNote { .. } => "T05",
            Self::EmptyWords { .. } => "T06",
            Self::Recycled { .. } | Self::FileOutside { .. } => "T07",
            Self::MuchNotApplicable { .. } => "T08",
            Self::NothingFound { .. } => "T09",
            Self::HalfFinding { .. } => "T11",
            Self::Wish { .. } => "T12",
            Self::AnswersNothing { .. } | Self::LowWithoutFinding { .. } | Self::LeftAlone { .. } => "T13",
            Self::OneFamily { .. } | Self::NobodyOutside => "T14",
            Self::InTheHall { .. } => "T15",
            Self::RaisedAfter { .. } => "T16",
            Self::PraiseAgainst { .. } => "T17",
            Self::Expired { .. } | Self::Old { .. } => "T18",
            Self::Leftover { .. } => "T19",
            Self::WeakProof { .. } => "T20",
            Self::NothingCarriedOver { .. } => "T21",
            Self::NearlyAllRecognised { .. } => "U01",
            Self::FewRecognised { .. } | Self::FewRunning { .. } => "U02",
            Self::RegisteredLate { .. } | Self::RecognisedSoon { .. } => "U03",
            Self::StoppedAfterAward { .. } => "U04",
            Self::OneField { .. } | Self::EmptyFields { .. } => "U05",
            Self::CountedTwice { .. } => "U06",
            Self::LeaderAwards { .. } => "U07",
            Self::SelfPraise { .. } => "U08",
            Self::OnPaper { .. } | Self::PastDue { .. } => "U09",
            Self::SmoothRates { .. } | Self::RoundRates { .. } => "U10",
            Self::OldMatter { .. } => "U11",
        }
    }

    /// How loudly it asks.
    #[must_use]
    pub const fn weight(&self) -> Weight {
        match self {
            Self::StraightLine { .. }
            | Self::FilledAfterwards { .. }
            | Self::FilledAtTheEnd { .. }
            | Self::SignedBefore { .. }
            | Self::Twin { .. }
            | Self::Copied { .. }
            | Self::Recycled { .. }
            | Self::RaisedAfter { .. }
            | Self::PraiseAgainst { .. }
            | Self::StoppedAfterAward { .. } => Weight::Alert,
            Self::OneField { .. }
            | Self::EmptyFields { .. }
            | Self::EmptyWords { .. }
            | Self::SmoothRates { .. }
            | Self::RoundRates { .. }
            | Self::WeakProof { .. }
            | Self::Leftover { .. }
            | Self::NothingCarriedOver { .. } => Weight::Info,
            _ => Weight::Warning,
        }
    }

    /// What it points at.
    #[must_use]
    pub fn place(&self) -> Place {
        match self {
            Self::StraightLine { section: Some(section), .. } => Place::Section(section.clone()),
            Self::TooFast { item, .. }
            | Self::SameNote { item, .. }
            | Self::LowWithoutFinding { item, .. }
            | Self::RaisedAfter { item, .. }
            | Self::WeakProof { item, .. }
            | Self::OldMatter { item, .. } => Place::Item(item.clone()),
            Self::Copied { text, .. } | Self::EmptyWords { text, .. } | Self::Leftover { text, .. } => text.place(),
            Self::Recycled { evidence, .. }
            | Self::NotThere { evidence, .. }
            | Self::FileOutside { evidence, .. }
            | Self::Expired { evidence, .. }
            | Self::Old { evidence, .. } => Place::Evidence(evidence.clone()),
            Self::HalfFinding { finding, .. } | Self::LeftAlone { finding } | Self::PraiseAgainst { finding, .. } => {
                Place::Finding(finding.clone())
            }
            Self::Wish { recommendation, .. } | Self::AnswersNothing { recommendation } => {
                Place::Recommendation(recommendation.clone())
            }
            Self::StoppedAfterAward { model, .. } | Self::CountedTwice { model, .. } => Place::Model(model.clone()),
            _ => Place::Whole,
        }
    }
}

impl Flag {
    /// The other inspection that it names.
    #[must_use]
    pub const fn other(&self) -> Option<InspectionId> {
        match self {
            Self::Twin { other, .. } | Self::Copied { other, .. } | Self::Recycled { other, .. } => Some(*other),
            Self::OnPaper { inspection, .. } | Self::PastDue { inspection, .. } => Some(*inspection),
            _ => None,
        }
    }

    /// What a written answer to this flag belongs to.
    #[must_use]
    pub fn key(&self) -> FlagKey {
        let place = self.place().to_string();
        let more = match self {
            Self::Twin { other, .. } | Self::Recycled { other, .. } => other.to_string(),
            Self::Copied { text, other, .. } => format!("{}/{other}", text.part()),
            Self::EmptyWords { text, phrase, .. } => format!("{}/{phrase}", text.part()),
            Self::Leftover { text, .. } => text.part().to_owned(),
            Self::FilledAtTheEnd { .. } => "end".to_owned(),
            Self::AllAtOnce { .. } => "once".to_owned(),
            Self::SignedBefore { .. } => "signed".to_owned(),
            Self::SameNote { .. } => "same".to_owned(),
            Self::RoundRates { .. } => "round".to_owned(),
            Self::FewRunning { .. } => "running".to_owned(),
            Self::EmptyFields { .. } => "empty".to_owned(),
            Self::OldMatter { finding, .. } => finding.to_string(),
            Self::RecognisedSoon { .. } => "soon".to_owned(),
            Self::CountedTwice { other, .. } => other.clone(),
            Self::OnPaper { inspection, recommendation } | Self::PastDue { inspection, recommendation, .. } => {
                format!("{inspection}/{recommendation}")
            }
            Self::OneFamily { .. } => "family".to_owned(),
            Self::NobodyOutside => "people".to_owned(),
            Self::PraiseAgainst { item, .. } => item.to_string(),
            _ => String::new(),
        };
        let parts = [self.code(), &place, &more];
        FlagKey::new(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("/"))
    }
}
