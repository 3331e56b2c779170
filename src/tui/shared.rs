//! What every screen reads: settings, units, rounds, summaries. Changed only by answers of the storage thread.

use super::{message::Snapshot, summaries::Summaries};
use crate::domain::{
    draft::{Draft, Seat},
    edit::Settings,
    ids::{InspectionId, KindId, RoundId, UnitId},
    indicator::Indicators,
    inspected::Inspected as _,
    inspection::Plan,
    lang::Lang,
    programme::Programme,
    round::Round,
    score::Circumstances,
    summary::Summary,
    unit::Units,
};
use crate::{
    i18n::{key, say_with, words},
    report::asked::Asked,
    store::Head,
};
use chrono::NaiveDate;
use std::{borrow::Cow, sync::Arc};

/// The read model of the terminal application.
#[derive(Debug)]
pub struct Shared {
    /// The team's settings; its language is the interface's.
    pub settings: Settings,
    /// All units.
    pub units: Units,
    /// All values of indicators.
    pub indicators: Indicators,
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
    /// Columns of the screen's body, for what must be wrapped to know how far it scrolls.
    pub columns: u16,
}

impl Shared {
    /// Takes everything from a snapshot.
    #[must_use]
    pub fn new(snapshot: Snapshot) -> Self {
        Self {
            settings: snapshot.settings,
            units: snapshot.units,
            indicators: snapshot.indicators,
            rounds: snapshot.rounds,
            summaries: snapshot.summaries.into(),
            programme: snapshot.programme,
            head: snapshot.head,
            practice: snapshot.practice,
            drafts: snapshot.drafts,
            page: 10,
            columns: 80,
        }
    }

    /// The name proposed for the file of a document.
    #[must_use]
    pub fn file_name(&self, asked: &Asked, today: NaiveDate) -> String {
        let of = |id| self.summaries.get(&id).map(|summary| (&summary.round, summary.unit));
        asked.file_name(&self.units, of, today)
    }

    /// What screens read before a vault is open: nothing, in a language.
    #[must_use]
    pub fn empty(programme: Arc<Programme>, lang: Lang) -> Self {
        Self {
            settings: Settings { lang, ..Settings::default() },
            units: Units::default(),
            indicators: Indicators::default(),
            rounds: Vec::new(),
            summaries: Summaries::default(),
            programme,
            head: String::new(),
            practice: None,
            drafts: Vec::new(),
            page: 10,
            columns: 80,
        }
    }

    /// Rows of the screen's body.
    #[must_use]
    pub fn rows(&self) -> u16 {
        u16::try_from(self.page + 2).unwrap_or(u16::MAX)
    }

    /// The language of the interface.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.settings.lang
    }

    /// What was typed in a form and is saved nowhere yet.
    #[must_use]
    pub fn draft(&self, seat: &Seat) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.is_in(seat))
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
        self.name_of(id).into_owned()
    }

    /// The name of an inspection's unit, with a word before it where it is a second look.
    #[must_use]
    pub fn called(&self, summary: &Summary) -> Cow<'_, str> {
        let unit = self.name_of(summary.unit);
        match summary.second {
            Some(_) => say_with(self.lang(), key::QUEUE_SECOND, &[("unit", (&*unit).into())]).into(),
            None => unit,
        }
    }

    fn name_of(&self, id: UnitId) -> Cow<'_, str> {
        self.units.get(id).map_or_else(|| id.to_string().into(), |unit| unit.name.as_str().into())
    }

    /// What conditions may ask about the unit and round of a plan.
    #[must_use]
    pub fn circumstances(&self, plan: &Plan) -> Circumstances {
        Circumstances::of(self.units.get(plan.unit), self.round(&plan.round))
    }

    /// What stands for a unit now: its inspection of the current round, else the one that is pending longest, else nothing.
    #[must_use]
    pub fn now_of(&self, unit: UnitId) -> Option<&Summary> {
        let current = self.current_round().map(|round| &round.id);
        let place =
            |summary: &Summary| (Some(&summary.round) == current, summary.signed_at.is_none(), summary.signed_at);
        self.summaries
            .of_unit(unit)
            .filter(|summary| Some(&summary.round) == current || summary.signed_at.is_none())
            .max_by_key(|summary| place(summary))
    }

    /// The inspections of a unit, the latest round first.
    #[must_use]
    pub fn history_of(&self, unit: UnitId) -> Vec<&Summary> {
        let place = |summary: &Summary| self.rounds.iter().position(|round| round.id == summary.round);
        let mut all: Vec<&Summary> = self.summaries.of_unit(unit).collect();
        all.sort_by_key(|summary| std::cmp::Reverse((place(summary), summary.signed_at.is_none(), summary.signed_at)));
        all
    }

    /// The signed inspections of the same unit in earlier rounds, in no promised order.
    pub fn earlier(&self, than: InspectionId) -> impl Iterator<Item = &Summary> {
        let place = |summary: &Summary| self.rounds.iter().position(|round| round.id == summary.round);
        let here = self.summaries.get(&than).filter(|here| here.second.is_none());
        let of_unit = here.into_iter().flat_map(|here| self.summaries.of_unit(here.unit));
        of_unit.filter(move |other| other.signed_at.is_some() && place(other) < here.and_then(place))
    }

    /// The latest signed inspection of a unit before the round that `than` belongs to. None for a second look: who looks again is not
    /// shown what was found before.
    #[must_use]
    pub fn previous(&self, than: &Summary) -> Option<&Summary> {
        self.last_time(than).and_then(|last| self.summaries.get(&last.id()))
    }

    /// The same, as lists ask.
    #[must_use]
    pub fn last_time(&self, than: &Summary) -> Option<Head<'_>> {
        if than.second.is_some() {
            return None;
        }
        let place = |of: &str| self.rounds.iter().position(|round| round.id.as_str() == of);
        let here = place(than.round.as_str());
        let earlier = self.summaries.heads_beside(than).filter_map(|other| {
            let place = place(other.round());
            let signed = if place < here { other.signed_at()? } else { return None };
            Some(((place, signed), other))
        });
        earlier.max_by_key(|(when, _)| *when).map(|(_, last)| last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{inspection::Inspection, period::Period, summary::without_programme},
        store::shipped,
    };
    use chrono::DateTime;
    use uuid::Uuid;

    #[test]
    fn the_last_time_is_the_latest_signed_inspection_of_an_earlier_round() {
        let mut shared = Shared::empty(Arc::new(shipped().expect("the shipped programme")), Lang::Vi);
        let rounds = ["2021", "2022", "2023"];
        shared.rounds = rounds
            .map(|id| Round { id: id.into(), title: id.into(), period: Period::default(), milestone: None })
            .into();
        let mut put = |number: u128, unit: u128, round: &str, signed: Option<&str>| {
            let plan = Plan {
                unit: UnitId(Uuid::from_u128(unit)),
                kind: "party_committee".into(),
                round: round.into(),
                period: Period::default(),
                programme: String::new(),
                due: None,
                lead: String::new(),
            };
            let mut summary = without_programme(&Inspection::new(InspectionId(Uuid::from_u128(number)), plan));
            summary.signed_at = signed.and_then(|at| DateTime::parse_from_rfc3339(at).ok());
            shared.summaries.extend([(summary.id, summary)]);
        };
        put(1, 7, "2021", Some("2021-12-01T08:00:00+07:00"));
        put(2, 7, "2022", Some("2022-12-01T08:00:00+07:00"));
        put(3, 7, "2023", Some("2023-10-01T08:00:00+07:00"));
        put(4, 7, "2023", None);
        put(5, 8, "2022", Some("2022-12-20T08:00:00+07:00"));
        let one = |number| shared.summaries.get(&InspectionId(Uuid::from_u128(number))).expect("an inspection");
        let last = |number| shared.previous(one(number));
        assert_eq!(last(4).map(|one| one.id.0.as_u128()), Some(2), "not of this round, not of another unit");
        assert_eq!(last(1), None);
    }
}
