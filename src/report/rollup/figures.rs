//! `II- Kết quả`: the whole, then the groups as bars and as a table, coverage beside every mean, ties as one step.

use super::{
    super::{
        document::{Column, Document},
        words::{self, points},
    },
    Matter,
};
use crate::{
    domain::{
        lang::Lang,
        rollup::{By, Group, GroupKey, Statistics},
        share::Share,
    },
    i18n::{decimal_points, key, say, say_with, short_points, signed_points},
};

/// Adds the heading and the figures.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    document.heading(1, say(lang, key::REPORT_RESULTS));
    whole(document, matter);
    groups(document, matter);
}

fn whole(document: &mut Document, matter: &Matter) {
    let (lang, group) = (matter.material.lang, &matter.rollup.whole);
    let mut rows = match &group.figures {
        None => vec![words::fact(lang, key::REPORT_MEAN, not_enough(matter, group))],
        Some(figures) => statistics(matter, figures),
    };
    let programme = matter.material.scope.programme;
    let mut bands: Vec<_> = group
        .bands
        .iter()
        .map(|(band, number)| {
            let args = [("band", words::band(lang, programme, Some(band)).into()), ("number", (*number).into())];
            say_with(lang, key::REPORT_BAND_COUNT, &args)
        })
        .collect();
    bands.push(say_with(lang, key::REPORT_NO_BAND_COUNT, &[("number", group.no_band.into())]));
    rows.push(words::fact(lang, key::REPORT_BAND, bands.join("; ")));
    if let Some(previous) = matter.material.previous {
        let change = match group.change {
            None => say_with(lang, key::REPORT_NO_CHANGE_KNOWN, &[("previous", words::round(previous).into())]),
            Some((bp, units)) => {
                let args = [
                    ("points", signed_points(lang, bp).into()),
                    ("units", units.into()),
                    ("previous", words::round(previous).into()),
                ];
                say_with(lang, key::REPORT_CHANGE_SAYS, &args)
            }
        };
        rows.push(words::fact(lang, key::REPORT_CHANGE, change));
    }
    document.facts(rows);
}

fn statistics(matter: &Matter, figures: &Statistics) -> Vec<(String, String)> {
    let lang = matter.material.lang;
    let figure = |share| decimal_points(lang, share);
    let quartiles = [("low", figure(figures.lower_quartile).into()), ("high", figure(figures.upper_quartile).into())];
    vec![
        words::fact(lang, key::REPORT_MEAN, mean(matter, figures)),
        words::fact(lang, key::REPORT_MEDIAN, points(lang, figures.median)),
        words::fact(lang, key::REPORT_QUARTILES, say_with(lang, key::REPORT_RANGE_SAYS, &quartiles)),
        words::fact(lang, key::REPORT_SPREAD, points(lang, figures.spread)),
        words::fact(lang, key::REPORT_MEAN_GAP, points(lang, figures.gap)),
    ]
}

/// `61,20 ± 4,10 điểm`, or the mean alone where no margin can be given.
fn mean(matter: &Matter, figures: &Statistics) -> String {
    let lang = matter.material.lang;
    let mean = decimal_points(lang, figures.mean);
    match figures.margin {
        None => say_with(lang, key::REPORT_MEAN_WITHOUT_MARGIN, &[("mean", mean.into())]),
        Some(margin) => {
            let margin = decimal_points(lang, margin);
            say_with(lang, key::REPORT_MEAN_WITH_MARGIN, &[("mean", mean.into()), ("margin", margin.into())])
        }
    }
}

fn not_enough(matter: &Matter, group: &Group) -> String {
    let lang = matter.material.lang;
    let scoring = &matter.material.scope.programme.scoring;
    let args = [
        ("signed", group.signed.into()),
        ("units", group.in_scope.into()),
        ("least", scoring.min_units.into()),
        ("share", short_points(lang, scoring.min_units_share).into()),
    ];
    say_with(lang, key::REPORT_NOT_ENOUGH, &args)
}

/// Groups as bars and a table. Single units that were not inspected have no figures and stand by name in their annex.
fn groups(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let groups: Vec<_> =
        matter.rollup.groups.iter().filter(|group| matter.by != By::Unit || group.signed > 0).collect();
    let heading = match matter.by {
        By::District => key::REPORT_BY_DISTRICT,
        By::Kind => key::REPORT_BY_KIND,
        By::Section => key::REPORT_BY_SECTION,
        By::Unit => key::REPORT_BY_UNIT,
    };
    document.heading(2, say(lang, heading));
    if groups.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_GROUPS));
        return;
    }
    let bars = groups.iter().map(|group| match &group.figures {
        None => (name(matter, group), None, beside(matter, group, say(lang, key::REPORT_NOT_ENOUGH_SHORT))),
        Some(figures) => {
            (name(matter, group), Some(figures.mean.bp()), beside(matter, group, decimal_points(lang, figures.mean)))
        }
    });
    document.bars(bars.collect());
    document.table(columns(matter), groups.iter().map(|group| row(matter, group)).collect());
    if matter.by != By::Unit {
        document.paragraph(matter.about(key::REPORT_STEP_LEGEND));
    }
}

fn beside(matter: &Matter, group: &Group, what: String) -> String {
    if matter.by == By::Unit { what } else { format!("{what} ({}/{})", group.signed, group.in_scope) }
}

/// What a group is called.
pub(super) fn name(matter: &Matter, group: &Group) -> String {
    let (lang, scope) = (matter.material.lang, &matter.material.scope);
    match &group.key {
        GroupKey::Whole => super::place(matter.material),
        GroupKey::Place(id) => {
            scope.units.get(*id).map_or_else(|| id.to_string(), |place| super::place_name(lang, place))
        }
        GroupKey::Unit(id) => scope.units.get(*id).map_or_else(|| id.to_string(), |unit| unit.name.clone()),
        GroupKey::Kind(kind) => words::kind(lang, scope.programme, kind),
        GroupKey::Section(id) => {
            let section = scope.programme.sections.iter().find(|section| section.id == *id);
            section.map_or_else(|| id.to_string(), |section| section.title.to(lang).to_owned())
        }
    }
}

/// Recommendations belong to units; under each section they would only be counted again.
fn has_recommendations(matter: &Matter) -> bool {
    matter.by != By::Section
}

/// Single units have no range, so nothing could tie them: they are listed with their figures and not ranked.
fn columns(matter: &Matter) -> Vec<Column> {
    let lang = matter.material.lang;
    let mut columns = vec![Column::words(say(lang, key::REPORT_COLUMN_GROUP), 6)];
    let gap = Column::figures(say(lang, key::REPORT_COLUMN_GAP), 3);
    if matter.by == By::Unit {
        columns.extend([Column::figures(say(lang, key::REPORT_COLUMN_SUPPORTED), 3), gap]);
    } else {
        columns.extend([
            Column::words(say(lang, key::REPORT_COLUMN_INSPECTED), 4),
            Column::words(say(lang, key::REPORT_COLUMN_MEAN), 4),
            gap,
            Column::figures(say(lang, key::REPORT_COLUMN_STEP), 2),
        ]);
    }
    if matter.material.previous.is_some() {
        columns.push(Column::words(say(lang, key::REPORT_COLUMN_CHANGE), 4));
    }
    if has_recommendations(matter) {
        columns.push(Column::words(say(lang, key::REPORT_COLUMN_OPEN), 4));
    }
    columns
}

fn row(matter: &Matter, group: &Group) -> Vec<String> {
    let lang = matter.material.lang;
    let figures = group.figures.as_ref();
    let mut cells = vec![name(matter, group)];
    let figure = |share: Option<Share>| share.map_or_else(|| "–".to_owned(), |share| decimal_points(lang, share));
    let gap = figure(figures.map(|figures| figures.gap));
    if matter.by == By::Unit {
        cells.extend([figure(figures.map(|figures| figures.mean)), gap]);
    } else {
        cells.extend([
            covered(lang, group),
            figures.map_or_else(|| say(lang, key::REPORT_NOT_ENOUGH_SHORT), |figures| short_mean(lang, figures)),
            gap,
            group.step.map_or_else(|| "–".to_owned(), |step| step.to_string()),
        ]);
    }
    if matter.material.previous.is_some() {
        cells.push(group.change.map_or_else(
            || "–".to_owned(),
            |(bp, units)| {
                let args = [("points", signed_points(lang, bp).into()), ("units", units.into())];
                say_with(lang, key::REPORT_CHANGE_SHORT, &args)
            },
        ));
    }
    if has_recommendations(matter) {
        let open = [("open", group.followed.open.into()), ("overdue", group.followed.overdue.into())];
        cells.push(say_with(lang, key::REPORT_OPEN_OF_THEM_OVERDUE, &open));
    }
    cells
}

/// Coverage and mean in few columns.
fn covered(lang: Lang, group: &Group) -> String {
    let share = Share::of(group.signed.into(), group.in_scope.into()).unwrap_or_default();
    format!("{}/{} ({}\u{a0}%)", group.signed, group.in_scope, short_points(lang, share))
}

fn short_mean(lang: Lang, figures: &Statistics) -> String {
    let mean = decimal_points(lang, figures.mean);
    match figures.margin {
        None => format!("{mean} ({})", say(lang, key::REPORT_NO_MARGIN)),
        Some(margin) => format!("{mean} ±\u{a0}{}", decimal_points(lang, margin)),
    }
}
