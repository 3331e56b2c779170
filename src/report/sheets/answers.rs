//! Answers: one row for each item of each signed inspection, with what was claimed, what its evidence carries and why.

use super::{Cell, Column, Filled, Sheet, column};
use crate::{
    domain::{
        answer::{Answer, Entry},
        score::{Circumstances, ItemScore, assess},
    },
    i18n::{Lang, key, say},
    report::{rollup::Material, words},
};

/// The answers of the inspections, in their order, then in the programme's.
pub(super) fn sheet(material: &Material, filled: &[Filled]) -> Sheet {
    let rows = filled.iter().flat_map(|(inspection, programme)| {
        let unit = material.scope.units.get(inspection.plan.unit);
        let assessment = assess(programme, inspection, &Circumstances::of(unit, Some(material.round)));
        let code = unit.map_or_else(String::new, |unit| unit.code.clone());
        let name = words::unit_of(material.scope.units, inspection);
        let row = move |item: ItemScore| {
            let text = programme.item(&item.item).map(|item| item.label.to(material.lang).to_owned());
            let entry = inspection.entries.get(&item.item).cloned().unwrap_or_default();
            let mut cells = vec![Cell::text(&code), Cell::text(&name)];
            cells.extend(answer(material.lang, &item, text.unwrap_or_default(), &entry));
            cells
        };
        assessment.items.into_iter().map(row)
    });
    Sheet { name: say(material.lang, key::SHEET_ANSWERS), columns: columns(material), rows: rows.collect() }
}

fn columns(material: &Material) -> Vec<Column> {
    let column = |name, heading, width| column(material, name, heading, width);
    vec![
        column("code", key::SHEET_CODE, 12),
        column("unit", key::REPORT_COLUMN_UNIT, 36),
        column("item", key::REPORT_COLUMN_NUMBER, 9),
        column("title", key::REPORT_COLUMN_ITEM, 30),
        column("section", key::REPORT_COLUMN_SECTION, 9),
        column("weight", key::REPORT_COLUMN_WEIGHT, 7),
        column("level", key::REPORT_COLUMN_LEVEL, 7),
        column("mark", key::REPORT_COLUMN_MARK, 18),
        column("claimed", key::REPORT_COLUMN_CLAIMED, 10),
        column("supported", key::REPORT_COLUMN_SUPPORTED, 10),
        column("grade", key::REPORT_COLUMN_GRADE, 7),
        column("held_by", key::SHEET_HELD_BY, 30),
        column("evidence", key::SHEET_EVIDENCE, 20),
        column("reason", key::REPORT_COLUMN_REASON, 30),
        column("note", key::SHEET_NOTE, 40),
        column("seconds", key::SHEET_SECONDS, 10),
        column("answered_on", key::SHEET_ANSWERED_ON, 12),
    ]
}

fn answer(lang: Lang, item: &ItemScore, title: String, entry: &Entry) -> Vec<Cell> {
    let (mark, reason) = match &entry.answer {
        Some(Answer::Rated(_)) => (key::SHEET_RATED, None),
        Some(Answer::NotApplicable(reason)) => (key::SHEET_NOT_APPLICABLE, Some(reason)),
        Some(Answer::NotVerified(reason)) => (key::SHEET_NOT_VERIFIED, Some(reason)),
        None => (key::SHEET_UNANSWERED, None),
    };
    let level = entry.level();
    vec![
        Cell::text(item.item.as_str()),
        Cell::text(title),
        Cell::text(item.section.as_str()),
        Cell::count(item.weight),
        level.map_or(Cell::Empty, |level| Cell::count(level.get())),
        Cell::text(say(lang, mark)),
        Cell::points(level.map(|_| item.claimed)),
        Cell::points(level.map(|_| item.effective)),
        Cell::text(item.grade.to_string()),
        item.ceiling.as_ref().map_or(Cell::Empty, |ceiling| Cell::text(words::held(lang, item, ceiling))),
        Cell::text(words::joined(&entry.evidence)),
        reason.map_or(Cell::Empty, |reason| Cell::text(reason.as_str())),
        Cell::text(entry.note.trim()),
        if entry.seconds == 0 { Cell::Empty } else { Cell::count(entry.seconds) },
        Cell::day(entry.at.map(|at| at.date_naive())),
    ]
}
