//! The form that says what a document is about, and what it comes to.

use super::{Kind, name_of};
use crate::{
    domain::{
        ids::{InspectionId, KindId, RoundId, UnitId},
        rollup::By,
        summary::Summary,
        unit::{Tier, Unit},
    },
    i18n::{Key, Message, key, say},
    report::{
        asked::{About, Asked},
        findings::{Wanted, Which},
        format::Format,
    },
    text::fold::fold,
    tui::{
        parts::{
            field::{Choice, Field},
            form::Form,
        },
        shared::Shared,
    },
};
use chrono::NaiveDate;

/// Ways to group a roll-up: name in the form, words.
const GROUPS: [(By, &str, Key); 4] = [
    (By::District, "district", key::REPORTS_BY_DISTRICT),
    (By::Kind, "kind", key::REPORTS_BY_KIND),
    (By::Section, "section", key::REPORTS_BY_SECTION),
    (By::Unit, "unit", key::REPORTS_BY_UNIT),
];
const WHICH: [Which; 5] = [Which::All, Which::Open, Which::Overdue, Which::Declared, Which::Verified];
/// The most names that a mistake lists.
const NAMES: usize = 3;

/// The form of a kind of document, filled with what was asked for last.
pub(super) fn form(kind: Kind, last: Option<&Asked>, shared: &Shared, today: NaiveDate) -> Form {
    let lang = shared.lang();
    let current = shared.current_round().map(|round| round.id.clone());
    let about = last.map(|asked| &asked.about);
    let round = match about {
        Some(About::Rollup { round, .. } | About::Nominations { round, .. }) => Some(round.clone()),
        Some(About::Findings(Wanted { round, .. })) => round.clone(),
        Some(About::Inspection(id) | About::Minutes(id)) => {
            shared.summaries.get(id).map(|summary| summary.round.clone())
        }
        Some(About::Letter(_) | About::Matters(_)) | None => current,
    };
    let chosen = round.as_ref().map_or("", RoundId::as_str);
    let rounds = shared.rounds.iter().rev().map(|round| Choice::new(round.id.as_str(), round.title.as_str()));
    let all = || std::iter::once(Choice::new("", say(lang, key::SIEVE_ALL)));
    let under = match about {
        Some(
            About::Rollup { under, .. } | About::Nominations { under, .. } | About::Findings(Wanted { under, .. }),
        ) => under.clone().unwrap_or_default(),
        _ => String::new(),
    };
    let mut fields = match kind {
        Kind::Inspection | Kind::Minutes => {
            let unit = match about {
                Some(About::Inspection(id) | About::Minutes(id)) => {
                    shared.summaries.get(id).and_then(|one| shared.units.get(one.unit))
                }
                _ => None,
            };
            vec![
                Field::technical(key::REPORTS_UNIT, unit.map_or("", |unit| &unit.code)).required(),
                Field::one(key::SIEVE_ROUND, rounds.collect(), chosen),
            ]
        }
        Kind::Letter => {
            let unit = match about {
                Some(About::Letter(id)) => shared.units.get(*id),
                _ => None,
            };
            vec![Field::technical(key::REPORTS_UNIT, unit.map_or("", |unit| &unit.code)).required()]
        }
        Kind::Rollup => {
            let by = match about {
                Some(About::Rollup { by, .. }) => *by,
                _ => By::District,
            };
            let kinds = shared.programme.unit_kinds.iter();
            let kinds = kinds.map(|kind| Choice::new(kind.id.as_str(), shared.kind_name(&kind.id)));
            let of_kind = match about {
                Some(About::Rollup { kind: Some(kind), .. }) => kind.as_str(),
                _ => "",
            };
            let groups = GROUPS.map(|(_, id, name)| Choice::new(id, say(lang, name)));
            let by = GROUPS.iter().find(|(group, ..)| *group == by).map_or("", |(_, id, _)| id);
            vec![
                Field::one(key::SIEVE_ROUND, rounds.collect(), chosen),
                Field::one(key::REPORTS_BY, groups.into(), by),
                Field::one(key::SIEVE_DISTRICT, all().chain(places(shared, today)).collect(), &under),
                Field::one(key::FIELD_KIND, all().chain(kinds).collect(), of_kind),
            ]
        }
        Kind::Nominations => vec![
            Field::one(key::SIEVE_ROUND, rounds.collect(), chosen),
            Field::one(key::SIEVE_DISTRICT, all().chain(places(shared, today)).collect(), &under),
        ],
        Kind::Findings => {
            let which = match about {
                Some(About::Findings(Wanted { which, .. })) => *which,
                _ => Which::Open,
            };
            let states = WHICH.map(|which| Choice::new(name_of(which).name(), say(lang, name_of(which))));
            vec![
                Field::one(key::REPORTS_WHICH, states.into(), name_of(which).name()),
                Field::one(key::SIEVE_ROUND, all().chain(rounds).collect(), chosen),
                Field::one(key::SIEVE_DISTRICT, all().chain(places(shared, today)).collect(), &under),
            ]
        }
    };
    let formats = kind.formats().iter().map(|format| Choice::new(format.ending(), say(lang, format_name(*format))));
    let format = last.map(|asked| asked.format).unwrap_or_default();
    fields.push(Field::one(key::REPORTS_FORMAT, formats.collect(), format.ending()));
    Form::new(say(lang, kind.name()), fields, 0)
}

/// What a format is called.
pub(in crate::tui::screens) const fn format_name(format: Format) -> Key {
    match format {
        Format::Text => key::REPORTS_FORMAT_TEXT,
        Format::Docx => key::REPORTS_FORMAT_DOCX,
        Format::Html => key::REPORTS_FORMAT_HTML,
        Format::Markdown => key::REPORTS_FORMAT_MARKDOWN,
        Format::Json => key::REPORTS_FORMAT_JSON,
        Format::Csv => key::REPORTS_FORMAT_CSV,
        Format::Xlsx => key::REPORTS_FORMAT_XLSX,
    }
}

/// The districts, in the order of their codes.
fn places(shared: &Shared, today: NaiveDate) -> impl Iterator<Item = Choice> {
    let district = |unit: &&Unit| unit.kind.is_place() && unit.tier == Tier::District && unit.valid.holds(today);
    let mut places: Vec<&Unit> = shared.units.iter().filter(district).collect();
    places.sort_by(|a, b| a.code.cmp(&b.code));
    places.into_iter().map(|unit| Choice::new(unit.code.as_str(), unit.name.as_str()))
}

/// What the form asks for.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read(kind: Kind, form: &Form, shared: &Shared, today: NaiveDate) -> Result<Asked, Message> {
    let chosen = |label| Some(form.field(label).choice().to_owned()).filter(|id| !id.is_empty());
    let round = || chosen(key::SIEVE_ROUND).map(|id| RoundId::from(id.as_str()));
    let under = || chosen(key::SIEVE_DISTRICT);
    let no_round = || Message::new(key::ROLLUP_NO_ROUND);
    let about = match kind {
        Kind::Inspection | Kind::Minutes => {
            let round = round().ok_or_else(no_round)?;
            let id = find(&form.text(key::REPORTS_UNIT), &round, shared, today)?;
            if kind == Kind::Minutes { About::Minutes(id) } else { About::Inspection(id) }
        }
        Kind::Letter => About::Letter(unit(&form.text(key::REPORTS_UNIT), shared, today)?),
        Kind::Rollup => {
            let by = form.field(key::REPORTS_BY);
            let by = GROUPS.iter().find(|(_, id, _)| *id == by.choice()).map_or(By::District, |(by, ..)| *by);
            let kind = chosen(key::FIELD_KIND).map(|kind| KindId::from(kind.as_str()));
            About::Rollup { round: round().ok_or_else(no_round)?, by, under: under(), kind }
        }
        Kind::Nominations => About::Nominations { round: round().ok_or_else(no_round)?, under: under() },
        Kind::Findings => {
            let which = form.field(key::REPORTS_WHICH);
            let which = WHICH.into_iter().find(|one| name_of(*one).name() == which.choice()).unwrap_or_default();
            About::Findings(Wanted { round: round(), under: under(), which, ..Wanted::default() })
        }
    };
    let format = form.field(key::REPORTS_FORMAT);
    let format = kind.formats().iter().find(|one| one.ending() == format.choice()).copied().unwrap_or_default();
    Ok(Asked { about, format })
}

/// The inspection in a round of the unit with this code, or whose name holds these words; tone marks do not count.
fn find(typed: &str, round: &RoundId, shared: &Shared, today: NaiveDate) -> Result<InspectionId, Message> {
    let title = || shared.round(round).map_or_else(|| round.to_string(), |round| round.title.clone());
    let mut coded = shared.units.at(typed, today).into_iter().chain(shared.units.rows(typed));
    let of_round =
        |unit: &Unit| shared.summaries.of_unit(unit.id).filter(|one| one.round == *round).max_by_key(|one| order(one));
    if let Some(found) = coded.find_map(of_round) {
        return Ok(found.id);
    }
    let found: Vec<(&Unit, &Summary)> = named(typed, shared).filter_map(|unit| Some((unit, of_round(unit)?))).collect();
    match found.as_slice() {
        [] => Err(Message::new(key::REPORTS_NO_UNIT).with("typed", typed).with("round", title())),
        [(_, one)] => Ok(one.id),
        many => Err(too_many(typed, many.iter().map(|(unit, _)| *unit))),
    }
}

/// The unit with this code, or – of those that were ever to be inspected – whose name holds these words; tone marks do not count.
fn unit(typed: &str, shared: &Shared, today: NaiveDate) -> Result<UnitId, Message> {
    let inspected = |unit: &Unit| shared.summaries.of_unit(unit.id).next().is_some();
    if let Some(found) = shared.units.at(typed, today).or_else(|| shared.units.rows(typed).next()) {
        return Ok(found.id);
    }
    let found: Vec<&Unit> = named(typed, shared).filter(|unit| inspected(unit)).collect();
    match found.as_slice() {
        [] => Err(Message::new(key::REPORTS_UNKNOWN_UNIT).with("typed", typed)),
        [one] => Ok(one.id),
        many => Err(too_many(typed, many.iter().copied())),
    }
}

/// The units whose name holds all these words.
fn named<'a>(typed: &str, shared: &'a Shared) -> impl Iterator<Item = &'a Unit> {
    let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    shared.units.iter().filter(move |unit| {
        let name = fold(&unit.name);
        words.iter().all(|word| name.contains(word))
    })
}

fn too_many<'a>(typed: &str, units: impl ExactSizeIterator<Item = &'a Unit>) -> Message {
    let told = Message::new(key::REPORTS_MANY_UNITS).with("typed", typed).with("count", units.len());
    let some: Vec<&str> = units.take(NAMES).map(|unit| unit.name.as_str()).collect();
    told.with("names", some.join(", "))
}

/// Of several inspections of a unit in one round, the signed one signed last.
fn order(summary: &Summary) -> impl Ord + use<> {
    (summary.signed_at, summary.id)
}
