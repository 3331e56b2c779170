//! Which matters the list shows: where they stand, and narrower by place, kind of unit, round, clause, how grave, found before. The form
//! in which all of it is chosen at once, and the words of it for the title.

use crate::{
    domain::{
        finding::Severity,
        follow_up::{Matter, Which},
        ids::{KindId, RoundId, UnitId},
    },
    i18n::{Key, Lang, key, say, words},
    tui::{
        message::{Gathered, Now},
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashSet};

/// What is asked for; nothing chosen takes everything that is open.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) which: Which,
    /// A place by its code, and the units below it.
    place: Option<(String, HashSet<UnitId>)>,
    kind: Option<KindId>,
    round: Option<RoundId>,
    clause: Option<String>,
    severity: Option<Severity>,
    /// Only shortfalls that were found before.
    repeated: bool,
}

impl Filter {
    /// Whether it is narrower than where matters stand.
    pub(super) fn is_narrow(&self) -> bool {
        *self != Self { which: self.which, ..Self::default() }
    }

    /// Whether a matter is asked for.
    pub(super) fn takes(
        &self,
        case: &Gathered,
        matter: &Matter,
        repeated: bool,
        kind: Option<&KindId>,
        today: NaiveDate,
    ) -> bool {
        self.which.takes(matter, today)
            && self.place.as_ref().is_none_or(|(_, below)| below.contains(&case.matters.unit))
            && self.kind.as_ref().is_none_or(|asked| kind == Some(asked))
            && self.round.as_ref().is_none_or(|round| case.matters.round == *round)
            && self.severity.is_none_or(|severity| matter.severity == Some(severity))
            && (!self.repeated || repeated)
            && self.clause.as_ref().is_none_or(|clause| clauses(case, matter).any(|known| known == clause))
    }

    /// What is chosen beside where matters stand, for the title.
    pub(super) fn told(&self, shared: &Shared) -> String {
        let lang = shared.lang();
        let mut told = Vec::new();
        if let Some((code, _)) = &self.place {
            told.push(shared.units.rows(code).last().map_or_else(|| code.clone(), |unit| unit.name.clone()));
        }
        told.extend(self.kind.as_ref().map(|kind| shared.kind_name(kind)));
        told.extend(self.round.as_ref().map(ToString::to_string));
        told.extend(self.clause.clone());
        told.extend(self.severity.map(|severity| say(lang, words::severity(severity))));
        told.extend(self.repeated.then(|| say(lang, key::FINDINGS_REPEATED)));
        told.join(" · ")
    }

    /// The form in which it is chosen.
    pub(super) fn form(&self, shared: &Shared, now: Now) -> Form {
        let lang = shared.lang();
        let states = Which::ALL.map(|which| Choice::new(name(which).name(), say(lang, name(which)))).into();
        let kinds = shared.programme.unit_kinds.iter().map(|kind| Choice::new(kind.id.as_str(), kind.name.to(lang)));
        let rounds = shared.rounds.iter().rev().map(|round| Choice::new(round.id.as_str(), round.title.as_str()));
        let items = shared.programme.sections.iter().flat_map(|section| &section.items);
        let clauses: BTreeSet<&str> = items.map(|item| item.clause.as_str()).collect();
        let clauses = clauses.into_iter().map(|clause| Choice::new(clause, clause));
        let grave = Severity::ALL.into_iter().rev();
        let grave = grave.map(|severity| Choice::new(severity.code(), say(lang, words::severity(severity))));
        let repeated = Choice::new("repeated", say(lang, key::FINDINGS_REPEATED));
        let chosen = |id: Option<&str>| id.unwrap_or_default().to_owned();
        let any = |label, options: Vec<Choice>, at: String| Field::one(label, with_all(lang, options), &at);
        let fields = vec![
            Field::one(key::FIELD_STANDS, states, name(self.which).name()),
            any(
                key::FIELD_UNDER,
                places(shared, now.today()),
                chosen(self.place.as_ref().map(|(code, _)| code.as_str())),
            ),
            any(key::FIELD_KIND, kinds.collect(), chosen(self.kind.as_ref().map(KindId::as_str))),
            any(key::FIELD_ROUND, rounds.collect(), chosen(self.round.as_ref().map(RoundId::as_str))),
            any(key::FIELD_CLAUSE, clauses.collect(), chosen(self.clause.as_deref())),
            any(key::FIELD_SEVERITY, grave.collect(), chosen(self.severity.map(Severity::code))),
            any(key::FIELD_REPEATED, vec![repeated], chosen(self.repeated.then_some("repeated"))),
        ];
        Form::new(say(lang, key::FINDINGS_FILTER_FORM), fields, 1)
    }

    /// What was chosen in the form.
    pub(super) fn read(form: &Form, shared: &Shared, now: Now) -> Self {
        let chosen = |label: Key| Some(form.field(label).choice().to_owned()).filter(|id| !id.is_empty());
        let stands = form.field(key::FIELD_STANDS);
        let severity = chosen(key::FIELD_SEVERITY);
        Self {
            which: Which::ALL.into_iter().find(|which| name(*which).name() == stands.choice()).unwrap_or_default(),
            place: chosen(key::FIELD_UNDER).map(|code| {
                let below = shared.units.iter().filter(|unit| {
                    let day = unit.valid.to.map_or(now.today(), |last| last.min(now.today()));
                    shared.units.is_under(unit, &code, day)
                });
                let below = below.map(|unit| unit.id).collect();
                (code, below)
            }),
            kind: chosen(key::FIELD_KIND).map(|id| KindId::from(id.as_str())),
            round: chosen(key::FIELD_ROUND).map(|id| RoundId::from(id.as_str())),
            clause: chosen(key::FIELD_CLAUSE),
            severity: Severity::ALL.into_iter().find(|one| Some(one.code()) == severity.as_deref()),
            repeated: chosen(key::FIELD_REPEATED).is_some(),
        }
    }
}

fn with_all(lang: Lang, options: Vec<Choice>) -> Vec<Choice> {
    std::iter::once(Choice::new("", say(lang, key::FINDINGS_ANY))).chain(options).collect()
}

/// The province and its districts: communes are found by searching, a list of 145 is gone through by nobody.
fn places(shared: &Shared, today: NaiveDate) -> Vec<Choice> {
    let is_wide = |tier| tier != crate::domain::unit::Tier::Commune;
    let valid =
        shared.units.iter().filter(|unit| unit.kind.is_place() && unit.valid.holds(today) && is_wide(unit.tier));
    let mut places: Vec<_> = valid.map(|unit| (unit.tier, unit.code.clone(), unit.name.clone())).collect();
    places.sort();
    places.into_iter().map(|(_, code, name)| Choice::new(code, name)).collect()
}

/// The clauses of the items that a matter is about.
fn clauses<'a>(case: &'a Gathered, matter: &'a Matter) -> impl Iterator<Item = &'a String> {
    let findings = case.matters.findings_of(&matter.number).into_iter();
    let items = findings.flat_map(|(_, finding)| &finding.items);
    items.filter_map(|item| case.programme.item(item)).map(|item| &item.clause)
}

/// The name of where matters stand.
pub(super) const fn name(which: Which) -> Key {
    match which {
        Which::Open => key::FINDINGS_OPEN,
        Which::Overdue => key::FINDINGS_OVERDUE,
        Which::DueSoon => key::FINDINGS_DUE_SOON,
        Which::Unassigned => key::FINDINGS_UNASSIGNED,
        Which::Declared => key::FINDINGS_DECLARED,
        Which::Verified => key::FINDINGS_VERIFIED,
        Which::Withdrawn => key::FINDINGS_WITHDRAWN,
        Which::Strengths => key::FINDINGS_STRENGTHS,
    }
}
