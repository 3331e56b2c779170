//! What was measured with: the annex that tells scale, caps, bands and gates of the programme version used.

use super::{
    document::{Column, Document},
    words::{band, joined},
};
use crate::{
    domain::{evidence::Grade, programme::Programme},
    i18n::{key, say, say_with, short_points},
};

/// Adds the programme with its hash, its scale, caps, bands and gates.
pub(super) fn add(document: &mut Document, programme: &Programme) {
    let lang = document.lang;
    let title = programme.title.to(lang);
    document.list(vec![
        say_with(
            lang,
            key::REPORT_PROGRAMME_USED,
            &[
                ("title", title.into()),
                ("id", programme.id.as_str().into()),
                ("version", programme.version.as_str().into()),
            ],
        ),
        say_with(lang, key::REPORT_PROGRAMME_HASH, &[("hash", programme.hash.as_str().into())]),
    ]);
    scale(document, programme);
    caps(document, programme);
    bands(document, programme);
}

fn scale(document: &mut Document, programme: &Programme) {
    let lang = document.lang;
    let levels = programme.scale.anchors.iter().enumerate();
    let mut rows: Vec<_> = levels.map(|(level, means)| vec![level.to_string(), means.to(lang).to_owned()]).collect();
    rows.push(vec![say(lang, key::REPORT_MARK_NA), programme.scale.not_applicable.to(lang).to_owned()]);
    rows.push(vec![say(lang, key::REPORT_MARK_NV), programme.scale.not_verified.to(lang).to_owned()]);
    document.table(
        vec![
            Column::words(say(lang, key::REPORT_COLUMN_LEVEL), 1),
            Column::words(say(lang, key::REPORT_COLUMN_MEANING), 9),
        ],
        rows,
    );
}

fn caps(document: &mut Document, programme: &Programme) {
    let lang = document.lang;
    let scoring = &programme.scoring;
    let mut rows = Vec::new();
    for (grade, cap) in Grade::ALL.into_iter().zip(scoring.caps) {
        let kinds = programme.evidence_kinds.iter().filter(|kind| kind.grade == grade).map(|kind| kind.name.to(lang));
        let from = match grade {
            Grade::E0 => say(lang, key::REPORT_NO_EVIDENCE),
            Grade::E5 => say(lang, key::REPORT_PAIR_RULE),
            _ => joined(kinds),
        };
        rows.push(vec![grade.to_string(), short_points(lang, cap), from]);
    }
    document.table(
        vec![
            Column::words(say(lang, key::REPORT_COLUMN_GRADE), 1),
            Column::figures(say(lang, key::REPORT_COLUMN_CAP), 1),
            Column::words(say(lang, key::REPORT_COLUMN_KINDS_OF_EVIDENCE), 8),
        ],
        rows,
    );
    document.paragraph(say_with(
        lang,
        key::REPORT_SCORING_RULES,
        &[
            ("margin", short_points(lang, scoring.life_margin).into()),
            ("coverage", short_points(lang, scoring.min_coverage).into()),
        ],
    ));
}

fn bands(document: &mut Document, programme: &Programme) {
    let lang = document.lang;
    let rows = programme.bands.iter();
    document.table(
        vec![
            Column::words(say(lang, key::REPORT_BAND), 3),
            Column::figures(say(lang, key::REPORT_COLUMN_FROM_POINTS), 1),
        ],
        rows.map(|band| vec![band.name.to(lang).to_owned(), short_points(lang, band.min)]).collect(),
    );
    document.table(
        vec![
            Column::words(say(lang, key::REPORT_COLUMN_GATE), 1),
            Column::words(say(lang, key::REPORT_COLUMN_WHEN), 4),
            Column::words(say(lang, key::REPORT_COLUMN_AT_MOST), 2),
            Column::words(say(lang, key::REPORT_COLUMN_MEANING), 5),
        ],
        programme
            .gates
            .iter()
            .map(|gate| {
                vec![
                    gate.id.to_string(),
                    gate.when.source().to_owned(),
                    band(lang, programme, Some(&gate.cap)),
                    gate.text.to(lang).to_owned(),
                ]
            })
            .collect(),
    );
}
