//! Strengths, frequent shortfalls and causes with the names of their units, and `III- Kiến nghị`: what is open and what is overdue.

use super::{
    super::{
        document::{Column, Document},
        words,
    },
    Matter, WORTH,
};
use crate::{
    beside::each,
    domain::{
        finding::{Finding, FindingKind},
        ids::{FindingId, RecommendationId},
        inspection::Inspection,
        life::Stage,
    },
    i18n::{key, say, say_with},
};

/// A finding with its inspection.
type Found<'a> = (&'a Inspection, &'a FindingId, &'a Finding);

/// Adds points 1 to 3 and part III.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let found =
        each(matter.inspections, WORTH, |one| one.findings.iter().map(move |(id, finding)| (*one, id, finding)));
    document.heading(2, say(lang, key::REPORT_STRENGTHS));
    strengths(document, matter, &found);
    document.heading(2, say(lang, key::REPORT_SHORTFALLS));
    shortfalls(document, matter);
    document.heading(2, say(lang, key::REPORT_CAUSES));
    causes(document, matter, &found);
    document.heading(1, say(lang, key::REPORT_PROPOSALS));
    proposals(document, matter);
}

fn strengths(document: &mut Document, matter: &Matter, found: &[Found]) {
    let lang = matter.material.lang;
    let lines = each(found, WORTH, |(inspection, id, finding)| {
        (finding.kind == FindingKind::Strength).then(|| {
            let args = [
                ("unit", matter.unit(inspection).into()),
                ("id", id.as_str().into()),
                ("condition", words::typed(lang, &finding.condition).into()),
                ("evidence", words::evidence(lang, &finding.evidence).into()),
            ];
            say_with(lang, key::REPORT_STRENGTH_OF_UNIT, &args)
        })
    });
    if lines.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_STRENGTHS_IN_ROUND));
    }
    document.list(lines);
}

fn shortfalls(document: &mut Document, matter: &Matter) {
    let scope = &matter.material.scope;
    let lang = matter.material.lang;
    let rows: Vec<_> = matter
        .rollup
        .shortfalls
        .iter()
        .map(|common| {
            let names = common
                .units
                .iter()
                .map(|id| scope.units.get(*id).map_or_else(|| id.to_string(), |unit| unit.name.clone()));
            vec![
                words::item(lang, scope.programme, &common.item),
                common.units.len().to_string(),
                names.collect::<Vec<_>>().join("; "),
            ]
        })
        .collect();
    if rows.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_SHORTFALLS_IN_ROUND));
        return;
    }
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_ITEM), 6),
        Column::figures(say(lang, key::REPORT_COLUMN_HOW_MANY), 2),
        Column::words(say(lang, key::REPORT_COLUMN_UNITS), 8),
    ];
    document.table(columns, rows);
}

fn causes(document: &mut Document, matter: &Matter, found: &[Found]) {
    let cause = |(inspection, id, finding): &Found| {
        let told = finding.cause.trim();
        (finding.kind == FindingKind::Shortfall)
            .then(|| (!told.is_empty()).then(|| format!("{}, {id}: {told}", matter.unit(inspection))))
    };
    let causes = each(found, WORTH, cause);
    if causes.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_CAUSES_IN_ROUND));
        return;
    }
    let all = causes.len();
    let told: Vec<String> = causes.into_iter().flatten().collect();
    let args = [("told", told.len().into()), ("all", all.into())];
    document.paragraph(say_with(matter.material.lang, key::REPORT_CAUSES_TOLD, &args));
    document.list(told);
}

/// All open recommendations, the longest overdue first, then by day; those without a day last.
fn proposals(document: &mut Document, matter: &Matter) {
    let (lang, today) = (matter.material.lang, matter.material.scope.today);
    let mut open = each(matter.inspections, WORTH, |inspection| {
        let open = inspection.recommendations.iter().filter(|(id, _)| inspection.stage(id) == Stage::Open);
        open.map(|(id, what)| (*inspection, id, what))
    });
    for rate in words::rates(lang, &matter.rollup.whole.followed) {
        document.paragraph(format!("{rate}."));
    }
    if open.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_PROPOSALS_IN_ROUND));
        return;
    }
    // Stable: the order of units and numbers holds within a day.
    let due = |inspection: &Inspection, id: &RecommendationId| inspection.due(id);
    open.sort_by_key(|(inspection, id, _)| (due(inspection, id).is_none(), due(inspection, id)));
    let overdue = open.iter().filter(|(one, id, _)| due(one, id).is_some_and(|due| due < today)).count();
    let args = [("open", open.len().into()), ("overdue", overdue.into()), ("date", crate::i18n::date(today).into())];
    document.paragraph(say_with(lang, key::REPORT_OPEN_PROPOSALS, &args));
    let rows = each(&open, WORTH, |(inspection, id, what)| {
        [vec![
            matter.unit(inspection),
            format!("{id}: {}", what.action.trim()),
            words::typed(lang, &what.owner),
            words::due(lang, inspection, id, today),
            words::typed(lang, &what.followed_by),
        ]]
    });
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_UNIT), 5),
        Column::words(say(lang, key::REPORT_COLUMN_ACTION), 8),
        Column::words(say(lang, key::REPORT_COLUMN_OWNER), 5),
        Column::words(say(lang, key::REPORT_COLUMN_DUE), 4),
        Column::words(say(lang, key::REPORT_COLUMN_FOLLOWED_BY), 4),
    ];
    document.table(columns, rows);
}
