//! What every screen reads: settings, units, rounds, summaries. Changed only by answers of the storage thread.

use super::{message::Snapshot, summaries::Summaries};
use crate::domain::{
    draft::Draft,
    edit::Settings,
    ids::{InspectionId, KindId, RoundId, UnitId},
    inspection::Plan,
    lang::Lang,
    programme::Programme,
    round::Round,
    score::Circumstances,
    summary::Summary,
    unit::Units,
};
use crate::i18n::words;
use chrono::NaiveDate;
use std::sync::Arc;

/// The read model of the terminal application.
#[derive(Debug)]
pub struct Shared {
    /// The team's settings; its language is the interface's.
    pub settings: Settings,
    /// All units.
    pub units: Units,
    /// All rounds, in the order of their periods.
    pub rounds: Vec<Round>,
    /// The summaries of all inspections.
    pub summaries: Summaries,
    /// The programme new inspections are planned with.
    pub programme: Arc<Programme>,
    /// Hash of the journal's newest record.
    pub head: String,
    /// The fixed day of a practice vault.
    pub practice: Option<NaiveDate>,
    /// What was typed in open forms and is saved nowhere yet.
    pub drafts: Vec<Draft>,
    /// Rows that fit on the screen's body, for page keys.
    pub page: usize,
}

impl Shared {
    /// Takes everything from a snapshot.
    #[must_use]
    pub fn new(snapshot: Snapshot) -> Self {
        Self {
            settings: snapshot.settings,
            units: snapshot.units,
            rounds: snapshot.rounds,
            summaries: snapshot.summaries.into_iter().collect(),
            programme: snapshot.programme,
            head: snapshot.head,
            practice: snapshot.practice,
            drafts: snapshot.drafts,
            page: 10,
        }
    }

    /// What screens read before a vault is open: nothing, in a language.
    #[must_use]
    pub fn empty(programme: Arc<Programme>, lang: Lang) -> Self {
        Self {
            settings: Settings { lang, ..Settings::default() },
            units: Units::default(),
            rounds: Vec::new(),
            summaries: Summaries::default(),
            programme,
            head: String::new(),
            practice: None,
            drafts: Vec::new(),
            page: 10,
        }
    }

    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// What was typed in an inspection and is saved nowhere yet.
    #[must_use]
    pub fn draft(&self, id: InspectionId) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.inspection == id)
    }

    /// A round.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// The round that ends last: the one people work on.
    #[must_use]
    pub fn current_round(&self) -> Option<&Round> {
        self.rounds.last()
    }

    /// The short name of a kind of unit.
    #[must_use]
    pub fn kind_name(&self, kind: &KindId) -> String {
        words::short_kind(self.lang(), &self.programme, kind)
    }

    /// The name of a unit; its id when it is unknown here.
    #[must_use]
    pub fn unit_name(&self, id: UnitId) -> String {
        self.units.get(id).map_or_else(|| id.to_string(), |unit| unit.name.clone())
    }

    /// What conditions may ask about the unit and round of a plan.
    #[must_use]
    pub fn circumstances(&self, plan: &Plan) -> Circumstances {
        Circumstances::of(self.units.get(plan.unit), self.round(&plan.round))
    }

    /// The latest signed inspection of a unit before the round that `than` belongs to.
    #[must_use]
    pub fn previous(&self, than: &Summary) -> Option<&Summary> {
        let place = |summary: &Summary| self.rounds.iter().position(|round| round.id == summary.round);
        let here = place(than);
        self.summaries
            .of_unit(than.unit)
            .filter(|other| other.signed_at.is_some() && place(other) < here)
            .max_by_key(|other| (place(other), other.signed_at))
    }
}
