//! The registers of models that the invented units keep: what each claims of itself, from `registers.toml`. What an inspection finds at a
//! model is not told here.

use super::{
    chance::Chance,
    data::{Data, District, Keeper, RegisterKind},
};
use crate::domain::{
    edit::Change,
    ids::{ModelCode, ModelId, UnitId},
    model::{Life, Model, Register, State},
    unit::{Tier, Unit, Units},
};
use chrono::{Days, NaiveDate};

/// The first day of the years of the registers.
const BEGINNING: NaiveDate = NaiveDate::from_ymd_opt(2021, 2, 1).expect("a day of the calendar");
/// From when the units last heard of their living models.
const LATELY: NaiveDate = NaiveDate::from_ymd_opt(2023, 8, 10).expect("a day of the calendar");

/// The register of one unit, while what is drawn from it is still written into it.
pub struct Kept {
    pub unit: UnitId,
    models: Vec<(ModelId, Model)>,
}

impl Kept {
    /// The register as the unit keeps it.
    pub fn register(&self) -> Register {
        self.models.iter().cloned().collect()
    }

    /// A model by its code.
    pub fn model(&mut self, code: &ModelCode) -> Option<&mut Model> {
        self.models.iter_mut().map(|(_, model)| model).find(|model| model.code == code.as_str())
    }

    /// Every model as a change.
    pub fn changes(self) -> impl Iterator<Item = Change> {
        let unit = self.unit;
        self.models.into_iter().map(move |(id, model)| Change::Model { unit, id, model: Some(Box::new(model)) })
    }
}

/// Every register; none for a unit that is not there, which a test would tell.
pub fn invent(data: &Data, units: &Units) -> Vec<Kept> {
    let unit = |keeper: &Keeper| units.rows(&keeper.code).next();
    let keepers = data.registers.unit.iter().filter_map(|keeper| Some((keeper, unit(keeper)?)));
    keepers.map(|(keeper, unit)| Kept { unit: unit.id, models: models(keeper, unit, data, units) }).collect()
}

fn models(keeper: &Keeper, unit: &Unit, data: &Data, units: &Units) -> Vec<(ModelId, Model)> {
    let home = units.place_of(unit, Tier::District, LATELY).map(|place| place.code.as_str());
    let districts: Vec<&District> =
        data.districts.iter().filter(|district| home.is_none_or(|home| home == district.code)).collect();
    let mut chance = Chance::new(&format!("register|{}", keeper.code));
    let kinds = &data.registers.kind;
    let mut models = Vec::new();
    for (nth, kind) in (0..keeper.models).zip(kinds.iter().cycle()) {
        let at = nth as usize;
        // The second time round the kinds, the same kind is at another place.
        let turn = at + at / kinds.len();
        let Some(district) = districts.get(turn % districts.len().max(1)) else { break };
        let place = district.places[turn % district.places.len()].as_str();
        let id = ModelId(chance.uuid());
        models.push((id, model(nth, kind, place, keeper, &mut chance)));
    }
    models
}

fn model(nth: u32, kind: &RegisterKind, place: &str, keeper: &Keeper, chance: &mut Chance) -> Model {
    let (hamlet, commune) = place.split_once(", ").unwrap_or((place, place));
    let households = chance.between(8, 46).to_string();
    let fill = |text: &str| text.replace("{xa}", commune).replace("{n}", &households);
    let later = |day: NaiveDate, days: u32| day + Days::new(days.into());
    let registered = later(BEGINNING, chance.between(0, 420));
    let mut model = Model::new(&format!("MH-{:02}", nth + 1), &format!("{} {hamlet}", kind.name), Some(registered));
    kind.field.clone_into(&mut model.field);
    place.clone_into(&mut model.place);
    model.owner = fill(&kind.owner);
    model.baseline = fill(&kind.baseline);
    model.goal = fill(&kind.goal);
    model.indicator = fill(&kind.indicator);
    model.beneficiaries = Some(chance.between(12, 140));
    model.last_activity = Some(later(LATELY, chance.between(0, 60)));
    if let Some(recognised) = keeper.recognised {
        return counted(nth, keeper.models, (recognised, keeper.ended), model);
    }
    let easy = keeper.easy;
    let mut step =
        |state, on: NaiveDate| model.life.step(state, Some(on)).expect("the steps are in the order of a life");
    let running = later(registered, chance.between(10, 30));
    step(State::Running, running);
    let wait = if easy { chance.between(5, 40) } else { chance.between(170, 330) };
    let recognised = later(running, wait);
    match nth % 8 {
        // Work goes on, and nobody has recognised it yet.
        3 | 7 if !easy => return model,
        6 if !easy => {
            // Given up: the register says so, and so it hides nothing.
            let end = later(running, 260);
            step(State::Stopped, end);
            model.last_activity = Some(end);
            return model;
        }
        _ => step(State::Recognised, recognised),
    }
    if nth % 8 == 5 {
        step(State::Replicated, later(recognised, 120));
    }
    model.recognised = Some(recognised);
    if nth.is_multiple_of(5) {
        let awarded = later(recognised, 30);
        model.awarded = Some(awarded);
        if easy && nth == 0 {
            model.last_activity = Some(later(awarded, 12));
        }
    }
    model
}

/// A model of a register that says itself how many were recognised and how many ended; both are spread over it.
fn counted(nth: u32, all: u32, (recognised, ended): (u32, u32), mut model: Model) -> Model {
    let falls = |count: u32| (nth + 1) * count / all > nth * count / all;
    let registered = model.life.steps().first().and_then(|step| step.on);
    let on = registered.filter(|_| falls(recognised)).map(|day| day + Days::new(120));
    model.life = life(registered, on);
    model.recognised = on;
    if falls(ended) {
        let end = NaiveDate::from_ymd_opt(2023, 1, 15).expect("a day of the calendar");
        let how = if nth.is_multiple_of(2) { State::Merged } else { State::Stopped };
        model.life.step(how, Some(end)).expect("what runs may end");
        model.last_activity = Some(end);
    }
    model
}

/// The life of a model that runs since it was registered, recognised on a day or never.
pub fn life(registered: Option<NaiveDate>, recognised: Option<NaiveDate>) -> Life {
    let registered = registered.map(|day| recognised.map_or(day, |other| day.min(other)));
    let mut life = Life::registered(registered);
    life.step(State::Running, registered).expect("what is registered may run");
    if let Some(day) = recognised {
        life.step(State::Recognised, Some(day)).expect("what runs may be recognised");
    }
    life
}
