//! The register of a unit's models on its page: the form that adds or edits one, and the words for where a model stands. How many there
//! are enters no score; what may follow what is `domain::model`'s. And what was drawn from the register last, with what was found.

use crate::{
    domain::{
        ids::{InspectionId, ModelCode, UnitId},
        model::{Model, ModelKind, State},
        sample::{Found, sampled},
    },
    i18n::{Key, Lang, Message, key, say},
    store::Drawing,
    text::nfc,
    tui::{
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::NaiveDate;
use std::collections::HashMap;

/// What was drawn from the register, and found at what was drawn.
#[derive(Debug)]
pub(super) struct LastDraw {
    /// The title of the round in which it was drawn.
    pub(super) round: String,
    found: HashMap<ModelCode, Found>,
}

impl LastDraw {
    /// The draw of an inspection; nothing when it has none.
    pub(super) fn of(drawing: &Drawing, shared: &Shared) -> Option<Self> {
        let sampled = sampled(&drawing.programme, &drawing.inspection)?;
        let round = &drawing.inspection.plan.round;
        let round = shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone());
        Some(Self { round, found: sampled.models.into_iter().map(|drawn| (drawn.model, drawn.found)).collect() })
    }

    /// What was found at a model; nothing when it was not drawn.
    pub(super) fn at(&self, model: &Model) -> Option<Found> {
        self.found.get(model.code.as_str()).copied()
    }
}

/// The inspection of a unit that drew models last.
pub(super) fn last_draw(unit: UnitId, shared: &Shared) -> Option<InspectionId> {
    shared.history_of(unit).into_iter().find(|summary| summary.sample.is_some()).map(|summary| summary.id)
}

/// Where a model stands, in words.
pub(super) const fn state(state: State) -> Key {
    match state {
        State::Registered => key::REGISTER_STATE_REGISTERED,
        State::Running => key::REGISTER_STATE_RUNNING,
        State::Recognised => key::REGISTER_STATE_RECOGNISED,
        State::Replicated => key::REGISTER_STATE_REPLICATED,
        State::Merged => key::REGISTER_STATE_MERGED,
        State::Stopped => key::REGISTER_STATE_STOPPED,
        State::Refused => key::REGISTER_STATE_REFUSED,
    }
}

/// The form of a model; the states that may follow are offered, and no others.
pub(super) fn form(model: Option<&Model>, lang: Lang) -> Form {
    let now = model.map_or(State::Registered, Model::state);
    let states = std::iter::once(now).chain(now.next().iter().copied());
    let states = states.map(|one| Choice::new(one.code(), say(lang, state(one)))).collect();
    let kinds = vec![
        Choice::new(ModelKind::Collective.code(), say(lang, key::REGISTER_COLLECTIVE)),
        Choice::new(ModelKind::Individual.code(), say(lang, key::REGISTER_INDIVIDUAL)),
    ];
    let text = |of: fn(&Model) -> &str| model.map_or("", of);
    let fields = vec![
        Field::short(key::REGISTER_CODE, text(|it| &it.code)).required(),
        Field::short(key::REGISTER_NAME, text(|it| &it.name)).required(),
        Field::one(key::REGISTER_KIND, kinds, model.map_or("", |it| it.kind.code())),
        Field::short(key::REGISTER_FIELD, text(|it| &it.field)),
        Field::short(key::REGISTER_PLACE, text(|it| &it.place)),
        Field::short(key::REGISTER_OWNER, text(|it| &it.owner)),
        Field::one(key::REGISTER_STATE, states, now.code()),
        Field::day(key::REGISTER_SINCE, model.and_then(|it| it.life.since())),
        Field::day(key::REGISTER_LAST, model.and_then(|it| it.last_activity)),
        Field::short(key::REGISTER_BASELINE, text(|it| &it.baseline)),
        Field::short(key::REGISTER_GOAL, text(|it| &it.goal)),
        Field::short(key::REGISTER_INDICATOR, text(|it| &it.indicator)),
    ];
    let title = if model.is_some() { key::REGISTER_EDIT_FORM } else { key::REGISTER_ADD_FORM };
    Form::new(say(lang, title), fields, 0)
}

/// The model as the form says it.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read(form: &Form, old: Option<&Model>, today: NaiveDate) -> Result<Model, Message> {
    let text = |label| nfc(&form.text(label)).into_owned();
    let since = form.field(key::REGISTER_SINCE).to_day(today)?;
    let mut model = old.cloned().unwrap_or_else(|| Model::new("", "", since));
    model.code = text(key::REGISTER_CODE);
    model.name = text(key::REGISTER_NAME);
    let kind = form.field(key::REGISTER_KIND);
    model.kind = ModelKind::ALL.into_iter().find(|known| known.code() == kind.choice()).unwrap_or_default();
    model.field = text(key::REGISTER_FIELD);
    model.place = text(key::REGISTER_PLACE);
    model.owner = text(key::REGISTER_OWNER);
    model.last_activity = form.field(key::REGISTER_LAST).to_day(today)?;
    model.baseline = text(key::REGISTER_BASELINE);
    model.goal = text(key::REGISTER_GOAL);
    model.indicator = text(key::REGISTER_INDICATOR);
    let wanted = form.field(key::REGISTER_STATE);
    let wanted = State::ALL.into_iter().find(|known| known.code() == wanted.choice()).unwrap_or(model.state());
    if wanted != model.state() {
        // A day that was there before is that of the step before.
        let on = since.filter(|day| Some(*day) != model.life.since() || old.is_none());
        let step = model.life.step(wanted, on);
        step.map_err(|_| Message::new(key::REGISTER_EARLY))?;
    }
    Ok(model)
}
