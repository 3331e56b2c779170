//! `rollup`: a round over all units.

use super::{
    Outcome,
    args::Rollup as Args,
    exit::Exit,
    failure::Failure,
    file,
    meter::Meter,
    output, report,
    session::{Call, Session},
};
use crate::{
    domain::{
        ids::RoundId,
        programme::Programme,
        rollup::{By, Group, GroupKey, Rollup, Statistics, roll_up},
        share::Share,
    },
    i18n::{Message, key, words},
    report::{
        document::Document,
        gather::{Ground, signed},
        rollup,
    },
    store::Progress,
};
use serde::Serialize;

/// Inspections that are read between two looks of the bar.
const STEP: usize = 200;

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut session = call.open()?;
    let wish = Wish { round: &args.round, under: args.under.as_deref(), by: args.by.into() };
    if session.out.is_json() {
        let json = json(&mut session, &wish)?;
        match args.out.as_deref() {
            Some(path) => file::write(session.out, path, &json)?,
            None => output::text(&json)?,
        }
        return Ok(Exit::Done);
    }
    let document = document(&mut session, &wish)?;
    report::give(&session, &document, args.out.as_deref())
}

/// What is rolled up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) round: &'a str,
    pub(super) under: Option<&'a str>,
    pub(super) by: By,
}

/// The round and everything it is rolled up from.
fn ground(session: &mut Session, wish: &Wish) -> Result<Ground, Failure> {
    let round = session.round(wish.round)?.id.clone();
    session.expect_unit(wish.under)?;
    let programme = session.vault.current_programme()?;
    read_ahead(session, &round, wish.under)?;
    let ground = Ground::of(&mut session.vault, &round, wish.under, programme)?;
    ground.ok_or_else(|| Failure::input(Message::new(key::CLI_NO_ROUND).with("name", wish.round)))
}

/// Reads the inspections of the round, which is what takes long, with a bar.
fn read_ahead(session: &Session, round: &RoundId, under: Option<&str>) -> Result<(), Failure> {
    let Some(round) = session.vault.round(round) else { return Ok(()) };
    let ids = signed(&session.vault, round, under);
    let mut meter = Meter::of(key::CLI_DOES_ROLLUP, session.out);
    for (step, some) in (0..).zip(ids.chunks(STEP)) {
        meter.at(Progress { done: step * STEP as u64, total: ids.len() as u64 });
        session.vault.read_ahead(some)?;
    }
    Ok(())
}

/// The roll-up report.
pub(super) fn document(session: &mut Session, wish: &Wish) -> Result<Document, Failure> {
    let ground = ground(session, wish)?;
    Ok(rollup::build(&ground.material(&session.vault, session.out.lang, session.today), wish.by))
}

/// All shares in basis points.
#[derive(Serialize)]
struct Figures {
    round: String,
    previous: Option<String>,
    under: Option<String>,
    by: &'static str,
    whole: Row,
    groups: Vec<Row>,
    not_inspected: Vec<String>,
    shortfalls: Vec<Shortfall>,
}

#[derive(Serialize)]
struct Shortfall {
    item: String,
    units: Vec<String>,
}

#[derive(Serialize)]
struct Row {
    key: String,
    name: String,
    in_scope: u32,
    planned: u32,
    signed: u32,
    figures: Option<Numbers>,
    bands: Vec<(String, u32)>,
    no_band: u32,
    open: u32,
    overdue: u32,
    change: Option<(i32, u32)>,
    step: Option<u32>,
}

#[derive(Serialize)]
struct Numbers {
    mean: Share,
    median: Share,
    lower_quartile: Share,
    upper_quartile: Share,
    spread: Share,
    gap: Share,
    margin: Option<Share>,
}

impl From<Statistics> for Numbers {
    fn from(figures: Statistics) -> Self {
        let Statistics { mean, median, lower_quartile, upper_quartile, spread, gap, margin } = figures;
        Self { mean, median, lower_quartile, upper_quartile, spread, gap, margin }
    }
}

fn json(session: &mut Session, wish: &Wish) -> Result<String, Failure> {
    let ground = ground(session, wish)?;
    let Rollup { whole, groups, not_inspected, shortfalls, .. } =
        roll_up(&ground.summaries, &ground.scope(&session.vault, session.today), wish.by);
    let code = |unit| session.vault.units().get(unit).map_or_else(String::new, |unit| unit.code.clone());
    let row = |group| row(session, &ground.programme, group);
    let figures = Figures {
        round: ground.round.id.to_string(),
        previous: ground.previous.as_ref().map(|round| round.id.to_string()),
        under: wish.under.map(str::to_owned),
        by: by_code(wish.by),
        whole: row(whole),
        groups: groups.into_iter().map(row).collect(),
        not_inspected: not_inspected.into_iter().map(code).collect(),
        shortfalls: shortfalls
            .into_iter()
            .map(|shortfall| Shortfall {
                item: shortfall.item.to_string(),
                units: shortfall.units.into_iter().map(code).collect(),
            })
            .collect(),
    };
    output::json_text("rollup", &figures)
}

fn row(session: &Session, programme: &Programme, group: Group) -> Row {
    let (key, name) = named(session, programme, &group.key);
    Row {
        key,
        name,
        in_scope: group.in_scope,
        planned: group.planned,
        signed: group.signed,
        figures: group.figures.map(Numbers::from),
        bands: group.bands.into_iter().map(|(band, units)| (band.to_string(), units)).collect(),
        no_band: group.no_band,
        open: group.followed.open,
        overdue: group.followed.overdue,
        change: group.change,
        step: group.step,
    }
}

/// The code and the name of a group.
fn named(session: &Session, programme: &Programme, key: &GroupKey) -> (String, String) {
    let lang = session.out.lang;
    match key {
        GroupKey::Whole => (String::new(), String::new()),
        GroupKey::Place(unit) | GroupKey::Unit(unit) => {
            session.vault.units().get(*unit).map(|unit| (unit.code.clone(), unit.name.clone())).unwrap_or_default()
        }
        GroupKey::Kind(kind) => (kind.to_string(), words::short_kind(lang, programme, kind)),
        GroupKey::Section(id) => {
            let section = programme.sections.iter().find(|section| section.id == *id);
            (id.to_string(), section.map(|section| section.title.to(lang).to_owned()).unwrap_or_default())
        }
    }
}

const fn by_code(by: By) -> &'static str {
    match by {
        By::District => "district",
        By::Kind => "kind",
        By::Section => "section",
        By::Unit => "unit",
    }
}
