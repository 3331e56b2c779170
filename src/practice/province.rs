//! The practice province as changes that a vault can take: settings, units, rounds, and each inspection with what is recorded in it and
//! who signs. Pure: the same programme and language give the same changes.

use super::{
    chance::Chance,
    compose::{Composer, Order, clock},
    data::{Data, IndicatorRow, LifeRow, RoundRow, SHOWCASE, Stage, UNITS, VisitRow},
    draws,
    registers::{self, Kept},
    saying::Told,
    since,
    words::Setting,
};
use crate::{
    domain::{
        edit::{Change, Edit, Settings},
        ids::{InspectionId, KindId, UnitId},
        indicator::{Figure, Hundredths, Source, Yearly},
        inspection::{Inspection, Plan},
        lang::Lang,
        period::Period,
        programme::Programme,
        round::Round,
        unit::{Tier, Unit, Units},
    },
    intake,
};
use chrono::{DateTime, Days, FixedOffset, NaiveDate};

/// The person at the practice laptop.
pub const INSPECTOR: &str = "Trần Thị Bình";
/// Who signs: the head of the board.
pub const HEAD: &str = "Nguyễn Hữu Tâm";
/// The board whose code and head's title the programme proposes, so that head, number and signature of a document are of one body.
const TEAM: &str = "Ban Dân vận Tỉnh ủy (tập huấn)";

/// One inspection of the province.
#[derive(Debug)]
pub struct Visited {
    pub id: InspectionId,
    pub plan: Plan,
    /// Who was there; the actor of the records.
    pub actor: String,
    /// Everything recorded, in an order that can be applied; empty while it is only planned.
    pub edits: Vec<Edit>,
    /// Who signed, and when.
    pub signed: Option<(String, DateTime<FixedOffset>)>,
    /// What became of its recommendations after the signature.
    pub since: Vec<Edit>,
}

/// The province.
#[derive(Debug)]
pub struct Province {
    /// Settings, units, rounds, yearly values and registers of models.
    pub foundation: Vec<Change>,
    /// The inspections, in the order of the schedule.
    pub visited: Vec<Visited>,
}

impl Province {
    /// Invents the province on the facts of `units.csv`.
    pub fn invent(programme: &Programme, lang: Lang) -> Self {
        let data = Data::read();
        let units = units(programme);
        let settings = Settings {
            lang,
            inspector: INSPECTOR.to_owned(),
            team: TEAM.to_owned(),
            programme: Some(programme.hash.clone()),
            ..Settings::default()
        };
        let mut foundation = vec![Change::Settings(settings)];
        foundation.extend(units.iter().cloned().map(Change::Unit));
        foundation.extend(data.rounds.iter().map(|row| Change::Round(round(row))));
        foundation.extend(data.indicators.iter().filter_map(|row| yearly(row, &units)).map(Change::Indicator));
        let mut registers = registers::invent(&data, &units);
        let mut ids = Chance::new("inspections");
        let mut told = Told::default();
        let invent = |row: &VisitRow| {
            let id = InspectionId(ids.uuid());
            visited(row, (&data, programme, &units), id, &mut told, &mut registers)
        };
        let visited = data.visits.iter().filter_map(invent).collect();
        foundation.extend(registers.into_iter().flat_map(Kept::changes));
        Self { foundation, visited }
    }
}

fn units(programme: &Programme) -> Units {
    let kinds: Vec<KindId> = programme.unit_kinds.iter().map(|kind| kind.id.clone()).collect();
    let mut ids = Chance::new("units");
    let rows = intake::units::read(UNITS, &Units::default(), &kinds, &mut || UnitId(ids.uuid()))
        .expect("the embedded units are read by the tests");
    let mut units = Units::default();
    for row in rows {
        units.put(row.unit);
    }
    units
}

fn round(row: &RoundRow) -> Round {
    Round {
        id: row.id.as_str().into(),
        title: row.title.clone(),
        period: Period { from: Some(row.from.0), to: Some(row.to.0) },
        milestone: Some(row.milestone),
    }
}

/// One yearly value; nothing when its unit is not there or it has no source, which a test would tell.
fn yearly(row: &IndicatorRow, units: &Units) -> Option<Yearly> {
    let unit = units.rows(&row.unit).next()?.id;
    let source = Source::new(&row.source)?;
    let figure = Figure { number: Hundredths(row.number), source, note: row.note.clone() };
    Some(Yearly { unit, indicator: row.indicator.as_str().into(), year: row.year, figure: Some(figure) })
}

/// One row of the schedule; nothing when it names a round or unit that is not there, which a test would tell.
fn visited(
    row: &VisitRow,
    (data, programme, units): (&Data, &Programme, &Units),
    id: InspectionId,
    told: &mut Told,
    registers: &mut [Kept],
) -> Option<Visited> {
    let round = round(data.rounds.iter().find(|round| round.id == row.round)?);
    let unit = units.at(&row.unit, round.day()?)?;
    let mut chance = Chance::new(&format!("{}|{}", row.round, row.unit));
    let team: Vec<&str> = chance.pick_some(&data.people.leads, 2).into_iter().map(String::as_str).collect();
    let lead = row.lead.as_deref().or(team.first().copied()).unwrap_or(INSPECTOR);
    let team = [lead, team.get(1).copied().unwrap_or(INSPECTOR)];
    let plan = Plan {
        unit: unit.id,
        kind: unit.kind.clone(),
        round: round.id.clone(),
        period: round.period,
        programme: programme.hash.clone(),
        due: Some(row.due.0),
        lead: lead.to_owned(),
    };
    let (mut edits, written) = match (&row.from, row.day) {
        (Some(name), _) => (written_out(name, programme, &Inspection::new(id, plan.clone())), Vec::new()),
        (None, Some(day)) => {
            let first_time = !data.visits.iter().any(|other| other.unit == row.unit && other.round < row.round);
            let order = Order {
                row,
                setting: setting(unit, data, units, day.0),
                items: programme.items_for(&unit.kind).map(|(_, item)| item).collect(),
                first_time,
                team,
            };
            Composer::new(data, &order, &mut chance).edits(told)
        }
        (None, None) => (Vec::new(), Vec::new()),
    };
    let draw = data.draws.iter().find(|draw| draw.unit == row.unit && round.period.holds(draw.day.0));
    let kept = registers.iter_mut().find(|kept| kept.unit == unit.id);
    if let Some((draw, kept)) = draw.zip(kept) {
        edits.extend(draws::edits(draw, &unit.code, lead, kept, &written));
    }
    let of_unit = |life: &&LifeRow| life.unit == row.unit && life.round == row.round;
    let since = since::edits(data.lives.iter().filter(of_unit), &edits, programme);
    let signed = row.day.filter(|_| row.state == Stage::Signed).map(|day| {
        let some_days_after = day.0 + Days::new(chance.between(2, 9).into());
        let day = row.signed.map_or(some_days_after, |day| day.0);
        let at = clock(day, chance.between(8, 16), chance.between(0, 59));
        (HEAD.to_owned(), at)
    });
    Some(Visited { id, plan, actor: lead.to_owned(), edits, signed, since })
}

/// An inspection that was written out by hand.
fn written_out(name: &str, programme: &Programme, inspection: &Inspection) -> Vec<Edit> {
    let file = SHOWCASE.iter().find(|(known, _)| *known == name).map_or("", |(_, file)| file);
    intake::fill::read(file, programme, inspection).expect("the written-out inspections are read by the tests").edits
}

/// Where the unit is: its own district, or any for a body of the province.
fn setting<'a>(unit: &'a Unit, data: &'a Data, units: &Units, day: NaiveDate) -> Setting<'a> {
    let home = units.place_of(unit, Tier::District, day).map(|place| place.code.as_str());
    let districts = data.districts.iter().filter(|district| home.is_none_or(|home| home == district.code)).collect();
    Setting { unit: &unit.name, area: "tỉnh Kiên Giang", districts, people: &data.people, day }
}
