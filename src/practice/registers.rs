//! The registers of models that the invented units keep: what each claims of itself, from `registers.toml`. What an inspection finds at a
//! model is not told here.

use super::{
    chance::Chance,
    data::{Data, District, Keeper, RegisterKind},
};
use crate::domain::{
    edit::Change,
    ids::ModelId,
    model::{Model, State},
    unit::{Tier, Unit, Units},
};
use chrono::{Days, NaiveDate};

/// The first day of the years of the registers.
const BEGINNING: NaiveDate = NaiveDate::from_ymd_opt(2021, 2, 1).expect("a day of the calendar");
/// From when the units last heard of their living models.
const LATELY: NaiveDate = NaiveDate::from_ymd_opt(2023, 8, 10).expect("a day of the calendar");

/// Every model of every register as a change; none for a unit that is not there, which a test would tell.
pub fn invent(data: &Data, units: &Units) -> Vec<Change> {
    let unit = |keeper: &Keeper| units.rows(&keeper.code).next();
    let keepers = data.registers.unit.iter().filter_map(|keeper| Some((keeper, unit(keeper)?)));
    keepers.flat_map(|(keeper, unit)| models(keeper, unit, data, units)).collect()
}

fn models(keeper: &Keeper, unit: &Unit, data: &Data, units: &Units) -> Vec<Change> {
    let home = units.place_of(unit, Tier::District, LATELY).map(|place| place.code.as_str());
    let districts: Vec<&District> =
        data.districts.iter().filter(|district| home.is_none_or(|home| home == district.code)).collect();
    let mut chance = Chance::new(&format!("register|{}", keeper.code));
    let kinds = &data.registers.kind;
    let mut changes = Vec::new();
    for (nth, kind) in (0..keeper.models).zip(kinds.iter().cycle()) {
        let at = nth as usize;
        // The second time round the kinds, the same kind is at another place.
        let turn = at + at / kinds.len();
        let Some(district) = districts.get(turn % districts.len().max(1)) else { break };
        let place = district.places[turn % district.places.len()].as_str();
        let id = ModelId(chance.uuid());
        let model = model(nth, kind, place, keeper.easy, &mut chance);
        changes.push(Change::Model { unit: unit.id, id, model: Some(Box::new(model)) });
    }
    changes
}

fn model(nth: u32, kind: &RegisterKind, place: &str, easy: bool, chance: &mut Chance) -> Model {
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
