//! The annex about the inspections themselves, for the head of team: scores around the lines of bands (T10), and how far second looks
//! agree. T10 names nobody; a second look names who looked again, as its report does.

use super::{
    super::document::{Column, Document},
    Matter,
};
use crate::{
    domain::second::{Agreement, over},
    i18n::{key, praise, say, say_with, second as said},
};

/// Adds a line for each band, and the second looks.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let programme = matter.material.scope.programme;
    document.heading(2, say(lang, key::TEAM_LINES));
    if matter.rollup.lines.is_empty() {
        document.paragraph(matter.about(key::TEAM_NO_LINES));
    } else {
        document.paragraph(praise::lines_rule(lang, programme));
        document.list(matter.rollup.lines.iter().map(|line| praise::near_line(lang, programme, line)).collect());
    }
    document.heading(2, say(lang, key::TEAM_SECOND_LOOKS));
    second_looks(document, matter);
}

fn second_looks(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let looks = matter.material.seconds.iter().filter_map(|look| Some((look, look.second.as_deref()?)));
    let looks: Vec<_> = looks.collect();
    if looks.is_empty() {
        document.paragraph(matter.about(key::TEAM_NO_SECOND_LOOKS));
        return;
    }
    document.paragraph(say_with(lang, key::TEAM_SECOND_COUNT, &[("count", looks.len().into())]));
    document.list(said::agreement(lang, &over(looks.iter().map(|(_, looked)| *looked))));
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 6),
        Column::words(say(lang, key::TEAM_COLUMN_BY), 5),
        Column::figures(say(lang, key::TEAM_COLUMN_ITEMS), 3),
        Column::figures(say(lang, key::TEAM_COLUMN_SAME), 3),
    ];
    let rows = looks.iter().map(|(look, looked)| {
        let agreement = Agreement::of(&looked.pairs);
        let unit = matter.material.scope.units.get(look.unit).map_or_else(|| look.unit.to_string(), super::words::unit);
        vec![unit, looked.by.clone(), agreement.items.to_string(), format!("{}/{}", agreement.same, agreement.both)]
    });
    document.table(columns, rows.collect());
}
