//! Annexes of the roll-up: every unit that was inspected with its figures, every unit that was not by name, the findings of each
//! unit, nominations for praise, what the head of team is asked, and the yardstick with the journal's head.

use super::{
    super::{
        document::{Column, Document},
        findings, letterhead, words, yardstick,
    },
    Matter, WORTH, praise, team,
};
use crate::{
    beside::each,
    domain::{inspection::Inspection, summary::Summary, unit::Tier},
    i18n::{date, decimal_points, key, say, say_with},
};
use std::collections::{BTreeMap, HashMap};

/// Adds all annexes, each on its page.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    letterhead::annex(document, 1, key::REPORT_ANNEX_INSPECTED);
    inspected(document, matter);
    letterhead::annex(document, 2, key::REPORT_ANNEX_NOT_INSPECTED);
    not_inspected(document, matter);
    letterhead::annex(document, 3, key::REPORT_ANNEX_FINDINGS);
    findings_by_unit(document, matter);
    letterhead::annex(document, 4, key::PRAISE_ANNEX);
    praise::add(document, matter);
    letterhead::annex(document, 5, key::TEAM_ANNEX);
    team::add(document, matter);
    letterhead::annex(document, 6, key::REPORT_ANNEX_YARDSTICK);
    yardstick::add(document, matter.material.scope.programme);
    let now = [("date", date(matter.material.scope.today).into()), ("head", matter.material.head.into())];
    let mut lines = other_programmes(matter);
    lines.push(say_with(document.lang, key::REPORT_JOURNAL_NOW, &now));
    document.list(lines);
}

/// Inspections that were filled with another version of the programme than the one printed.
fn other_programmes(matter: &Matter) -> Vec<String> {
    let printed = &matter.material.scope.programme.hash;
    let mut others: BTreeMap<&str, usize> = BTreeMap::new();
    for inspection in matter.inspections.iter().filter(|inspection| inspection.plan.programme != *printed) {
        *others.entry(&inspection.plan.programme).or_default() += 1;
    }
    let line = |(hash, number): (&str, usize)| {
        let args = [("number", number.into()), ("hash", hash.into())];
        say_with(matter.material.lang, key::REPORT_OTHER_PROGRAMME, &args)
    };
    others.into_iter().map(line).collect()
}

fn inspected(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    if matter.inspections.is_empty() {
        document.paragraph(matter.about(key::REPORT_NONE_INSPECTED));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 8),
        Column::figures(say(lang, key::REPORT_COLUMN_CLAIMED), 3),
        Column::figures(say(lang, key::REPORT_COLUMN_SUPPORTED), 3),
        Column::figures(say(lang, key::REPORT_COLUMN_GAP), 3),
        Column::figures(say(lang, key::REPORT_COLUMN_COVERAGE), 3),
        Column::words(say(lang, key::REPORT_BAND), 4),
        Column::words(say(lang, key::REPORT_COLUMN_SIGNED), 4),
    ];
    let summaries: HashMap<_, _> = matter.material.summaries.iter().map(|summary| (summary.id, *summary)).collect();
    let rows = each(matter.inspections, WORTH, |inspection| {
        [figures(matter, inspection, summaries.get(&inspection.id).copied())]
    });
    document.table(columns, rows);
}

fn figures(matter: &Matter, inspection: &Inspection, summary: Option<&Summary>) -> Vec<String> {
    let (lang, material) = (matter.material.lang, matter.material);
    let whole = summary.and_then(|summary| summary.whole);
    let figure = |share: Option<_>| share.map_or_else(|| "–".to_owned(), |share| decimal_points(lang, share));
    let band = summary.and_then(|summary| summary.band.as_ref());
    vec![
        matter.unit(inspection),
        figure(whole.map(|whole| whole.claimed)),
        figure(whole.map(|whole| whole.supported)),
        figure(whole.map(|whole| whole.claimed.above(whole.supported))),
        figure(whole.map(|whole| whole.coverage)),
        words::band(lang, material.scope.programme, band),
        inspection
            .sign_off
            .as_ref()
            .map_or_else(String::new, |sign_off| format!("{}\n{}", date(sign_off.at.date_naive()), sign_off.by.trim())),
    ]
}

/// Named, by district; bodies of the province itself together.
fn not_inspected(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let scope = &matter.material.scope;
    let missing = &matter.rollup.not_inspected;
    if missing.is_empty() {
        document.paragraph(matter.about(key::REPORT_ALL_INSPECTED));
        return;
    }
    let args = [("number", missing.len().into()), ("units", matter.rollup.whole.in_scope.into())];
    document.paragraph(say_with(lang, key::REPORT_NOT_INSPECTED_LIST, &args));
    let mut by_place: BTreeMap<(bool, &str, String), Vec<String>> = BTreeMap::new();
    let mut unknown = Vec::new();
    for id in missing {
        let Some(unit) = scope.units.get(*id) else {
            unknown.push(id.to_string());
            continue;
        };
        let district = scope.units.place_of(unit, Tier::District, scope.day);
        let place = district.or_else(|| scope.units.place_of(unit, Tier::Province, scope.day));
        let key = place.map_or((false, "", String::new()), |place| {
            (district.is_some(), place.code.as_str(), super::place_name(lang, place))
        });
        by_place.entry(key).or_default().push(words::unit(unit));
    }
    let mut lines: Vec<_> = by_place
        .into_iter()
        .map(|((_, _, place), units)| {
            let args = [("place", place.into()), ("number", units.len().into()), ("units", units.join("; ").into())];
            say_with(lang, key::REPORT_NOT_INSPECTED_IN, &args)
        })
        .collect();
    lines.extend(unknown);
    document.list(lines);
}

fn findings_by_unit(document: &mut Document, matter: &Matter) {
    let material = matter.material;
    let (with, without): (Vec<&Inspection>, Vec<&Inspection>) =
        matter.inspections.iter().partition(|inspection| !inspection.findings.is_empty());
    let lang = document.lang;
    document.blocks.extend(each(&with, WORTH, |inspection| {
        let mut one = Document::new(lang, "");
        one.heading(2, matter.unit(inspection));
        let wanted: Vec<_> = inspection.findings.iter().collect();
        findings::add(&mut one, material.scope.programme, inspection, &wanted, material.scope.today);
        one.blocks
    }));
    if !without.is_empty() {
        let names: Vec<_> = without.iter().map(|inspection| matter.unit(inspection)).collect();
        let args = [("number", names.len().into()), ("units", names.join("; ").into())];
        document.paragraph(say_with(document.lang, key::REPORT_UNITS_WITHOUT_FINDINGS, &args));
    }
    if with.is_empty() && without.is_empty() {
        document.paragraph(matter.about(key::REPORT_NONE_INSPECTED));
    }
}
