//! The form that plans one round for all units of some kinds under some place.

use crate::{
    domain::{
        ids::{KindId, RoundId},
        period::Period,
        planning::{self, Planning},
        round::{Milestone, Round},
    },
    i18n::{Message, key, say, words},
    tui::{
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The form, filled with the current round when there is one. `unit` plans for this code alone.
#[must_use]
pub fn form(shared: &Shared, today: NaiveDate, unit: Option<&str>) -> Form {
    let lang = shared.lang();
    let round = shared.current_round();
    let kinds =
        shared.programme.unit_kinds.iter().map(|kind| Choice::new(kind.id.as_str(), kind.short.to(lang))).collect();
    let chosen: BTreeSet<String> = unit
        .and_then(|code| shared.units.at(code, today))
        .map(|unit| unit.kind.as_str().to_owned())
        .into_iter()
        .collect();
    let milestones = std::iter::once(Choice::new("", say(lang, key::PLAN_NO_MILESTONE)))
        .chain(Milestone::ALL.map(|milestone| Choice::new(milestone.code(), say(lang, words::milestone(milestone)))))
        .collect();
    let from = round.and_then(|round| round.period.from).or_else(|| NaiveDate::from_ymd_opt(today.year(), 1, 1));
    let to = round.and_then(|round| round.period.to).or_else(|| NaiveDate::from_ymd_opt(today.year(), 12, 31));
    let fields = vec![
        Field::technical(key::PLAN_ROUND, round.map_or("", |round| round.id.as_str())).required(),
        Field::short(key::PLAN_TITLE, round.map_or("", |round| round.title.as_str())),
        Field::day(key::PLAN_FROM, from).required(),
        Field::day(key::PLAN_TO, to).required(),
        Field::one(
            key::PLAN_MILESTONE,
            milestones,
            round.and_then(|round| round.milestone).map_or("", Milestone::code),
        ),
        Field::many(key::PLAN_KINDS, kinds, &chosen).required(),
        Field::technical(key::PLAN_UNDER, unit.unwrap_or("")),
        Field::day(key::PLAN_DUE, None),
        Field::short(key::PLAN_LEAD, &shared.settings.inspector),
    ];
    let focus = if round.is_some() { 5 } else { 0 };
    Form::new(say(lang, key::PLAN_FORM), fields, focus)
}

/// Reads the form.
///
/// # Errors
/// What stands in the way; the form stays open.
pub fn read(form: &Form, shared: &Shared, today: NaiveDate) -> Result<(Round, Planning), Message> {
    let id = form.text(key::PLAN_ROUND);
    if !Round::is_id(&id) {
        return Err(Message::new(key::ROUND_ID).with("id", id));
    }
    let (from, to) = (form.field(key::PLAN_FROM).to_day(today)?, form.field(key::PLAN_TO).to_day(today)?);
    let period = from
        .zip(to)
        .and_then(|(from, to)| Period::between(from, to))
        .ok_or_else(|| Message::new(key::PLAN_BAD_PERIOD))?;
    let title = Some(form.text(key::PLAN_TITLE)).filter(|title| !title.is_empty()).unwrap_or_else(|| id.clone());
    let milestone =
        Milestone::ALL.into_iter().find(|milestone| milestone.code() == form.field(key::PLAN_MILESTONE).choice());
    let round = Round { id: RoundId::new(id), title, period, milestone };
    // A round that is there keeps its title and period: the inspections planned in it were planned with them.
    if let Some(there) = shared.round(&round.id).filter(|there| **there != round) {
        let day = |day: Option<NaiveDate>| day.map(crate::i18n::date).unwrap_or_default();
        return Err(Message::new(key::PLAN_ROUND_IS_THERE)
            .with("round", there.id.as_str())
            .with("title", &there.title)
            .with("from", day(there.period.from))
            .with("to", day(there.period.to)));
    }
    let kinds: Vec<KindId> = form.field(key::PLAN_KINDS).choices().into_iter().map(KindId::from).collect();
    let under = Some(form.text(key::PLAN_UNDER)).filter(|code| !code.is_empty());
    if let Some(code) = &under
        && shared.units.rows(code).next().is_none()
    {
        return Err(Message::new(key::PLAN_NO_SUCH_UNIT).with("code", code));
    }
    let planning = planning::plan(
        &shared.units,
        shared.summaries.heads(),
        &planning::Request {
            round: &round,
            today,
            programme: &shared.programme.hash,
            kinds: &kinds,
            under: under.as_deref(),
            due: form.field(key::PLAN_DUE).to_day(today)?,
            lead: &form.text(key::PLAN_LEAD),
        },
    );
    Ok((round, planning))
}

/// What to say when every unit has its inspection, or none is there.
#[must_use]
pub fn nothing_to_plan(planning: &Planning) -> Message {
    Message::new(key::PLAN_NOTHING).with("skipped", planning.skipped.len())
}

/// What was planned.
#[must_use]
pub fn told(round: &Round, planning: &Planning) -> Message {
    Message::new(key::PLAN_DONE)
        .with("count", planning.plans.len())
        .with("skipped", planning.skipped.len())
        .with("round", round.id.as_str())
}
