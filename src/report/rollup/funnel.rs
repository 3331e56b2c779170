//! The way of the models, registered, recognised, drawn, found running: the whole and each group. Counts enter no score; nothing is
//! reckoned here.

use super::{
    super::document::{Column, Document},
    Matter, figures,
};
use crate::{
    domain::{
        model::Census,
        rollup::{By, Group},
    },
    i18n::{key, samples, say},
};

/// The registers of a group together.
pub(super) fn census(matter: &Matter, group: &Group) -> Census {
    group.units.iter().filter_map(|unit| matter.material.censuses.get(unit)).copied().sum()
}

/// Adds the heading, the sentences of the whole and the table; where there is nothing, it says so.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    document.heading(2, say(lang, key::FUNNEL_HEADING));
    let whole = &matter.rollup.whole;
    let registered = census(matter, whole);
    if registered.all() == 0 && whole.sampling.units == 0 {
        document.paragraph(matter.about(key::FUNNEL_NO_REGISTERS));
        return;
    }
    document.list(samples::funnel_known(lang, registered, &whole.sampling));
    // A unit stands in each of its sections: there the same models would be told again.
    if matter.by != By::Section {
        let rows = matter.rollup.groups.iter().filter_map(|group| {
            let census = census(matter, group);
            (census.all() > 0 || group.sampling.units > 0).then(|| row(matter, group, census))
        });
        document.table(columns(matter), rows.collect());
    }
    document.paragraph(matter.about(key::FUNNEL_REPORT_RULE));
}

fn columns(matter: &Matter) -> Vec<Column> {
    let lang = matter.material.lang;
    let figures = [
        key::FUNNEL_REPORT_REGISTERED,
        key::FUNNEL_REPORT_RECOGNISED,
        key::FUNNEL_REPORT_DRAWN,
        key::FUNNEL_REPORT_VERIFIED,
        key::FUNNEL_REPORT_FAILED,
    ];
    let mut columns = vec![Column::words(say(lang, key::FUNNEL_COLUMN_GROUP), 6)];
    columns.extend(figures.map(|name| Column::figures(say(lang, name), 3)));
    columns.push(Column::figures(say(lang, key::FUNNEL_REPORT_RANGE), 5));
    columns
}

fn row(matter: &Matter, group: &Group, census: Census) -> Vec<String> {
    let sampling = &group.sampling;
    let sampled = |count: u32| if sampling.units > 0 { count.to_string() } else { "–".to_owned() };
    vec![
        figures::name(matter, group),
        census.all().to_string(),
        census.recognised().to_string(),
        sampled(sampling.drawn),
        sampled(sampling.verified),
        sampled(sampling.failed),
        samples::range(matter.material.lang, sampling).unwrap_or_else(|| "–".to_owned()),
    ]
}
