//! `I- Đặc điểm, tình hình`: the unit, its place, the round and the visit.

use super::super::{Case, document::Document, letterhead, words};
use crate::{
    domain::inspection::Visit,
    i18n::{Key, date, key, say, say_with, time},
};

/// Adds the opening and the first part.
pub(super) fn add(document: &mut Document, case: &Case) {
    let lang = case.lang;
    document.paragraph(opening(case));
    document.heading(1, say(lang, key::REPORT_SITUATION));
    let mut rows = unit(case);
    rows.extend(round(case));
    rows.extend(visit(case));
    document.facts(rows);
}

fn opening(case: &Case) -> String {
    let basis = case.programme.basis.to(case.lang).trim();
    let basis = if basis.is_empty() { case.programme.title.to(case.lang) } else { basis };
    let issuer = letterhead::issuer(case.settings, &case.programme.documents);
    let issuer = if issuer.is_empty() { say(case.lang, key::REPORT_THE_TEAM) } else { issuer };
    let args = [
        ("basis", basis.into()),
        ("team", issuer.into()),
        ("unit", case.unit.name.as_str().into()),
        ("round", words::round(case.round).into()),
        ("date", date(case.today).into()),
    ];
    let signed = case.inspection.is_signed();
    say_with(case.lang, if signed { key::REPORT_OPENING } else { key::REPORT_OPENING_UNSIGNED }, &args)
}

fn unit(case: &Case) -> Vec<(String, String)> {
    let (lang, unit) = (case.lang, case.unit);
    let day = case.inspection.as_of().unwrap_or(case.today);
    let mut rows = vec![
        words::fact(lang, key::REPORT_UNIT, words::unit(unit)),
        words::fact(lang, key::REPORT_UNIT_KIND, words::kind(lang, case.programme, &case.inspection.plan.kind)),
    ];
    if unit.pilot {
        rows.push(words::fact(lang, key::REPORT_PILOT, say(lang, key::REPORT_PILOT_YES)));
    }
    let place = words::place(case.units, unit, day);
    let more = [
        (key::REPORT_PLACE, place.as_str()),
        (key::REPORT_ADDRESS, unit.address.trim()),
        (key::REPORT_CONTACT, unit.contact.trim()),
        (key::REPORT_UNIT_NOTE, unit.note.trim()),
    ];
    let more = more.into_iter().filter(|(_, value)| !value.is_empty());
    rows.extend(more.map(|(name, value)| words::fact(lang, name, value)));
    rows
}

fn round(case: &Case) -> Vec<(String, String)> {
    let lang = case.lang;
    let plan = &case.inspection.plan;
    let mut rows = vec![words::fact(lang, key::REPORT_ROUND, words::round(case.round))];
    if let Some(milestone) = case.round.milestone {
        rows.push(words::fact(lang, key::REPORT_MILESTONE, say(lang, words::milestone(milestone))));
    }
    rows.push(words::fact(lang, key::REPORT_PERIOD, words::period(lang, plan.period)));
    rows.push(words::fact(lang, key::REPORT_DUE, words::day(lang, plan.due)));
    rows.push(words::fact(lang, key::REPORT_LEAD, words::typed(lang, &plan.lead)));
    rows
}

fn visit(case: &Case) -> Vec<(String, String)> {
    let (lang, visit) = (case.lang, &case.inspection.visit);
    let unrecorded = || say(lang, key::REPORT_UNRECORDED);
    let closing = visit.closing_meeting.map_or_else(unrecorded, time);
    vec![
        words::fact(lang, key::REPORT_TEAM, words::typed(lang, &words::joined(&visit.team))),
        words::fact(lang, key::REPORT_VISIT, stay(case, visit)),
        words::fact(lang, key::REPORT_CLOSING_MEETING, closing),
        words::fact(lang, key::REPORT_PEOPLE_ASKED, counted(case, visit.people_asked, key::REPORT_PEOPLE)),
        words::fact(lang, key::REPORT_MINUTES_ON_SITES, counted(case, visit.minutes_on_sites, key::REPORT_MINUTES)),
    ]
}

fn stay(case: &Case, visit: &Visit) -> String {
    let lang = case.lang;
    match (visit.from, visit.to) {
        (Some(from), Some(to)) => {
            say_with(lang, key::REPORT_FROM_TO, &[("from", time(from).into()), ("to", time(to).into())])
        }
        (Some(from), None) => say_with(lang, key::REPORT_FROM, &[("from", time(from).into())]),
        (None, Some(to)) => say_with(lang, key::REPORT_UNTIL, &[("to", time(to).into())]),
        (None, None) => say(lang, key::REPORT_UNRECORDED),
    }
}

/// A number with its unit of measure, or that none was recorded.
pub(super) fn counted(case: &Case, number: Option<u32>, measure: Key) -> String {
    match number {
        None => say(case.lang, key::REPORT_UNRECORDED),
        Some(number) => say_with(case.lang, measure, &[("number", number.into())]),
    }
}
