//! What of the queue is shown beside its state: a kind of unit, a district, a round, a leader. The form that chooses them, and what they
//! are called. What a search finds is the list's matter.

use super::rows::Filter;
use crate::{
    domain::{
        ids::{KindId, RoundId},
        unit::{Tier, Unit},
    },
    i18n::{key, say},
    tui::{
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What is shown; nothing chosen shows everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sieve {
    pub(super) kind: Option<KindId>,
    /// Code of the district.
    pub(super) district: Option<String>,
    pub(super) round: Option<RoundId>,
    pub(super) lead: Option<String>,
}

impl Sieve {
    /// Whether everything is shown.
    pub(super) fn is_open(&self) -> bool {
        *self == Self::default()
    }

    /// What was chosen, in words, for the head of the list.
    pub(super) fn words(&self, shared: &Shared) -> Vec<String> {
        let mut words = Vec::new();
        words.extend(self.kind.as_ref().map(|kind| shared.kind_name(kind)));
        words.extend(self.district.as_ref().map(|code| {
            let name = shared.units.rows(code).next().map(|unit| unit.name.clone());
            name.unwrap_or_else(|| code.clone())
        }));
        words.extend(self.round.as_ref().map(ToString::to_string));
        words.extend(self.lead.clone());
        words
    }

    /// Whether a unit stands under the district chosen.
    pub(super) fn takes_unit(&self, unit: Option<&Unit>, shared: &Shared, today: NaiveDate) -> bool {
        let Some(code) = &self.district else { return true };
        unit.is_some_and(|unit| shared.units.is_under(unit, code, today))
    }

    /// Whether kind, round and leader are those chosen.
    pub(super) fn takes(&self, kind: &KindId, round: &RoundId, lead: &str) -> bool {
        self.kind.as_ref().is_none_or(|wanted| wanted == kind)
            && self.round.as_ref().is_none_or(|wanted| wanted == round)
            && self.lead.as_ref().is_none_or(|wanted| wanted == lead)
    }
}

/// The form that chooses, with what is chosen now.
pub(super) fn form(filter: Filter, sieve: &Sieve, shared: &Shared, today: NaiveDate) -> Form {
    let lang = shared.lang();
    let all = || std::iter::once(Choice::new("", say(lang, key::SIEVE_ALL)));
    let states = Filter::ALL.map(|filter| Choice::new(filter.name().name(), say(lang, filter.name())));
    let kinds = shared.programme.unit_kinds.iter().map(|kind| Choice::new(kind.id.as_str(), kind.short.to(lang)));
    let mut districts: Vec<&Unit> = shared
        .units
        .iter()
        .filter(|unit| unit.kind.is_place() && unit.tier == Tier::District && unit.valid.holds(today))
        .collect();
    districts.sort_by(|a, b| a.code.cmp(&b.code));
    let districts = districts.into_iter().map(|unit| Choice::new(unit.code.as_str(), unit.name.as_str()));
    let rounds = shared.rounds.iter().map(|round| Choice::new(round.id.as_str(), round.title.as_str()));
    let leads: BTreeSet<String> = shared
        .summaries
        .heads()
        .filter_map(|head| head.about().map(|(_, _, lead)| lead.to_owned()))
        .filter(|lead| !lead.is_empty())
        .collect();
    let leads = leads.into_iter().map(|lead| Choice::new(lead.clone(), lead));
    let chosen = |what: Option<&str>| what.unwrap_or("").to_owned();
    let fields = vec![
        Field::one(key::SIEVE_STATE, states.into(), filter.name().name()),
        Field::one(key::PLAN_KINDS, all().chain(kinds).collect(), &chosen(sieve.kind.as_ref().map(KindId::as_str))),
        Field::one(key::SIEVE_DISTRICT, all().chain(districts).collect(), &chosen(sieve.district.as_deref())),
        Field::one(key::SIEVE_ROUND, all().chain(rounds).collect(), &chosen(sieve.round.as_ref().map(RoundId::as_str))),
        Field::one(key::PLAN_LEAD, all().chain(leads).collect(), &chosen(sieve.lead.as_deref())),
    ];
    Form::new(say(lang, key::SIEVE_FORM), fields, 0)
}

/// What the form says.
pub(super) fn read(form: &Form) -> (Filter, Sieve) {
    let chosen = |label| Some(form.field(label).choice().to_owned()).filter(|id| !id.is_empty());
    let state = form.field(key::SIEVE_STATE);
    let filter = Filter::ALL.into_iter().find(|filter| filter.name().name() == state.choice()).unwrap_or_default();
    let sieve = Sieve {
        kind: chosen(key::PLAN_KINDS).map(|id| KindId::from(id.as_str())),
        district: chosen(key::SIEVE_DISTRICT),
        round: chosen(key::SIEVE_ROUND).map(|id| RoundId::from(id.as_str())),
        lead: chosen(key::PLAN_LEAD),
    };
    (filter, sieve)
}
