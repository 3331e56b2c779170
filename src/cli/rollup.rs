//! `rollup`: a round over all units.

use super::{
    Outcome,
    args::{self, Format, Rollup as Args},
    failure::Failure,
    give,
    meter::Meter,
    output, second,
    session::{Call, Session},
};
use crate::{
    domain::{
        evidence::Grade,
        flags::NearLine,
        ids::{InspectionId, KindId, RoundId, UnitId},
        model::Census,
        nomination::{Candidate, Nominations},
        programme::Programme,
        rollup::{By, Group, GroupKey, Rollup, Sampling, Statistics, roll_up},
        second::over,
        share::Share,
    },
    i18n::{Message, key, praise, words},
    report::{
        asked::About,
        document::Document,
        format::Format as Made,
        gather::{Extent, Ground, signed},
        rollup, sheets,
    },
    store::Progress,
};
use serde::Serialize;
use std::{
    collections::{HashMap, HashSet},
    path::Path,
};

/// Inspections that are read between two looks of the bar.
const STEP: usize = 1_000;

pub(super) fn run(call: &mut Call, args: &Args) -> Outcome {
    let mut session = call.open()?;
    let done = report(&mut session, args);
    session.leave();
    done
}

fn report(session: &mut Session, args: &Args) -> Outcome {
    let out = args.out.as_deref();
    let kind = args.kind.as_deref().map(|kind| {
        let programme = session.vault.current_programme()?;
        Session::kind(&programme, kind)
    });
    let kind = kind.transpose()?;
    let extent = Extent { under: args.under.as_deref(), kind: kind.as_ref() };
    let Some(by) = args.by.groups() else {
        return answers(session, &Wish { round: &args.round, extent, by: By::Unit }, out);
    };
    let wish = Wish { round: &args.round, extent, by };
    if session.out.is_json() {
        let json = json(session, &wish)?;
        return give::content(session, json.as_bytes(), out);
    }
    let round = session.round(wish.round)?.id.clone();
    session.expect_unit(extent.under)?;
    read_ahead(session, &round, extent)?;
    let about = About::Rollup { round, by, under: extent.under.map(str::to_owned), kind: kind.clone() };
    give::made(session, about, &args.round, out)
}

/// `nominations`: what of a round is put forward for praise.
pub(super) fn nominations(call: &mut Call, args: &args::Nominations) -> Outcome {
    let mut session = call.open()?;
    let done = nominated(&mut session, args);
    session.leave();
    done
}

fn nominated(session: &mut Session, args: &args::Nominations) -> Outcome {
    let under = args.under.as_deref();
    let round = session.round(&args.round)?.id.clone();
    session.expect_unit(under)?;
    read_ahead(session, &round, Extent { under, kind: None })?;
    let about = About::Nominations { round, under: under.map(str::to_owned) };
    give::made(session, about, &args.round, args.out.as_deref())
}

/// Every answer of the round. All shares in basis points.
#[derive(Serialize)]
struct Given<'a> {
    round: &'a str,
    under: Option<&'a str>,
    kind: Option<&'a KindId>,
    answers: Vec<sheets::AnswerRow>,
}

/// Gives every answer of the round out, as CSV or JSON.
fn answers(session: &mut Session, wish: &Wish, out: Option<&Path>) -> Outcome {
    let ending = out.and_then(Path::extension).filter(|_| session.out.format == Format::Txt);
    give::expect_ending(session, &[Made::Csv, Made::Json, Made::Text], out)?;
    let as_json = session.out.is_json() || ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    if !as_json && !matches!(session.out.format, Format::Txt | Format::Csv) {
        let made = "csv, json";
        let message = Message::new(key::CLI_FORMAT).with("format", session.out.format.code()).with("made", made);
        return Err(Failure::input(message));
    }
    let ground = ground(session, wish)?;
    let material = ground.material(&session.issue());
    let content = if as_json {
        let filled = ground.filled();
        let answers = sheets::answer_rows(&material, &filled).collect();
        let Wish { round, extent: Extent { under, kind }, .. } = *wish;
        output::json_text("answers", &Given { round, under, kind, answers })?
    } else {
        sheets::csv::render(&sheets::answers(&material, &ground.filled()))
    };
    give::content(session, content.as_bytes(), out)
}

/// What is rolled up.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) round: &'a str,
    pub(super) extent: Extent<'a>,
    pub(super) by: By,
}

/// The round and everything it is rolled up from.
fn ground(session: &mut Session, wish: &Wish) -> Result<Ground, Failure> {
    let round = session.round(wish.round)?.id.clone();
    session.expect_unit(wish.extent.under)?;
    let programme = session.vault.current_programme()?;
    read_ahead(session, &round, wish.extent)?;
    let ground = Ground::of(&mut session.vault, &round, wish.extent, programme)?;
    ground.ok_or_else(|| Failure::input(Message::new(key::CLI_NO_ROUND).with("name", wish.round)))
}

/// Reads the inspections of the round, which is what takes long, with a bar.
fn read_ahead(session: &Session, round: &RoundId, extent: Extent) -> Result<(), Failure> {
    let Some(round) = session.vault.round(round) else { return Ok(()) };
    let mut ids = signed(&session.vault, round, extent);
    // As they lie in the index.
    ids.sort_unstable();
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
    Ok(rollup::build(&ground.material(&session.issue()), wish.by))
}

/// All shares in basis points.
#[derive(Serialize)]
struct Figures {
    round: String,
    previous: Option<String>,
    under: Option<String>,
    kind: Option<String>,
    by: &'static str,
    whole: Row,
    groups: Vec<Row>,
    not_inspected: Vec<String>,
    shortfalls: Vec<Shortfall>,
    lines: Vec<Near>,
    nominations: Vec<Praise>,
    second_looks: SecondLooks,
}

/// The second looks of the round that are signed, and how far all of them together agree.
#[derive(Serialize)]
struct SecondLooks {
    count: usize,
    #[serde(flatten)]
    agreement: second::Figures,
}

/// How the scores lie around the line of a band (T10).
#[derive(Serialize)]
struct Near {
    band: String,
    line: Share,
    above: u32,
    of: u32,
    chance: Share,
    is_crowded: bool,
}

/// What of a unit is put forward for praise, and what is not, with why.
#[derive(Serialize)]
struct Praise {
    unit: String,
    nominated: Vec<Praised>,
    not_nominated: Vec<Praised>,
}

#[derive(Serialize)]
struct Praised {
    number: String,
    words: String,
    grade: Grade,
    evidence: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    why_not: Vec<String>,
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
    due: u32,
    due_and_verified: u32,
    ever_verified: u32,
    did_not_last: u32,
    models: Models,
    change: Option<(i32, u32)>,
    step: Option<u32>,
}

/// Models from registration to verification; the range in which the share of the listed ones that run lies.
#[derive(Serialize)]
struct Models {
    registered: u32,
    living: u32,
    recognised: u32,
    sampled_units: u32,
    listed: u32,
    drawn: u32,
    verified: u32,
    failed: u32,
    range: Option<[Share; 2]>,
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
    let Rollup { whole, groups, inspected, not_inspected, shortfalls, lines, .. } =
        roll_up(ground.heads(), &ground.scope(session.today), wish.by);
    let code = |unit| session.vault.units().get(unit).map_or_else(String::new, |unit| unit.code.clone());
    let row = |group| row(session, &ground, group);
    let figures = Figures {
        round: ground.round.id.to_string(),
        previous: ground.previous.as_ref().map(|round| round.id.to_string()),
        under: wish.extent.under.map(str::to_owned),
        kind: wish.extent.kind.map(ToString::to_string),
        by: wish.by.code(),
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
        lines: lines.into_iter().map(near).collect(),
        nominations: praise(session, &ground, &inspected),
        second_looks: second_looks(&ground),
    };
    output::json_text("rollup", &figures)
}

fn near(line: NearLine) -> Near {
    let NearLine { band, line, above, of, chance, is_crowded } = line;
    Near { band: band.to_string(), line, above, of, chance, is_crowded }
}

fn second_looks(ground: &Ground) -> SecondLooks {
    let looks = || ground.seconds.iter().filter_map(|look| look.second.as_deref());
    SecondLooks { count: looks().count(), agreement: over(looks()).into() }
}

/// The nominations from the inspections that count, in the order of unit codes.
fn praise(session: &Session, ground: &Ground, inspected: &[InspectionId]) -> Vec<Praise> {
    let praised = |candidate: &Candidate| Praised {
        number: candidate.subject.number().to_owned(),
        words: candidate.words.clone(),
        grade: candidate.grade,
        evidence: candidate.evidence.iter().map(ToString::to_string).collect(),
        why_not: praise::barriers(session.out.lang, candidate),
    };
    let inspected: HashSet<&InspectionId> = inspected.iter().collect();
    let counting = ground.inspections.iter().filter(|inspection| inspected.contains(&inspection.id));
    let all = counting.filter_map(|inspection| Nominations::of(&ground.programme, inspection));
    let of_unit = |one: Nominations| {
        let (yes, no): (Vec<_>, Vec<_>) = one.candidates.iter().partition(|candidate| candidate.is_nominated());
        Praise {
            unit: session.vault.units().get(one.unit).map_or_else(String::new, |unit| unit.code.clone()),
            nominated: yes.into_iter().map(praised).collect(),
            not_nominated: no.into_iter().map(praised).collect(),
        }
    };
    all.map(of_unit).collect()
}

/// The way of the models of a group.
fn models(group: &Group, censuses: &HashMap<UnitId, Census>) -> Models {
    let census: Census = group.units.iter().filter_map(|unit| censuses.get(unit)).copied().sum();
    let Sampling { units, listed, drawn, verified, failed, .. } = group.sampling;
    let range = group.sampling.range().map(|range| [range.lower, range.upper]);
    Models {
        registered: census.all(),
        living: census.living(),
        recognised: census.recognised(),
        sampled_units: units,
        listed,
        drawn,
        verified,
        failed,
        range,
    }
}

fn row(session: &Session, ground: &Ground, group: Group) -> Row {
    let (programme, censuses) = (&ground.programme, &ground.censuses);
    let (key, name) = named(session, programme, &group.key);
    let models = models(&group, censuses);
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
        due: group.followed.due,
        due_and_verified: group.followed.due_and_verified,
        ever_verified: group.followed.ever_verified,
        did_not_last: group.followed.did_not_last,
        models,
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
