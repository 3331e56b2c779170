//! What the inspections of the round cost the units, in the middle, beside the round before.

use super::{
    super::document::{Column, Document},
    Matter,
};
use crate::{
    domain::burden::Burden,
    i18n::{Key, key, say, say_with},
};

/// Adds the heading and the table; where nobody recorded anything, it says so.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let (now, before) = (&matter.rollup.burden, &matter.rollup.burden_before);
    document.heading(2, say(lang, key::BURDEN_HEADING));
    if now.of == 0 && before.of == 0 {
        document.paragraph(matter.about(key::BURDEN_NOT_RECORDED));
        return;
    }
    let figure = |number: Option<u32>, measure: Key| {
        number.map_or_else(|| "–".to_owned(), |number| say_with(lang, measure, &[("number", number.into())]))
    };
    let row = |name: Key, measure: Key, of: fn(&Burden) -> Option<u32>| {
        vec![say(lang, name), figure(of(&now.burden), measure), figure(of(&before.burden), measure)]
    };
    let rows = vec![
        row(key::REPORT_DOCUMENTS_ASKED, key::REPORT_DOCUMENTS, |burden| burden.documents),
        row(key::REPORT_MINUTES_ON_PAPER, key::REPORT_MINUTES, |burden| burden.on_paper),
        row(key::REPORT_MINUTES_WITH_PEOPLE, key::REPORT_MINUTES, |burden| burden.with_people),
        vec![say(lang, key::BURDEN_OF), now.of.to_string(), before.of.to_string()],
    ];
    let columns = vec![
        Column::words(say(lang, key::BURDEN_COLUMN), 6),
        Column::words(say(lang, key::BURDEN_NOW), 4),
        Column::words(say(lang, key::BURDEN_BEFORE), 4),
    ];
    document.table(columns, rows);
    document.paragraph(matter.about(key::BURDEN_ABOUT));
}
