//! Answers: one row for each item of each signed inspection, with what was claimed, what its evidence carries and why.

use super::{Cell, Column, Filled, Sheet, column};
use crate::{
    domain::{
        answer::{Answer, Entry, Level},
        evidence::Grade,
        ids::{EvidenceId, ItemId, SectionId},
        score::{Circumstances, ItemScore, assess},
        share::Share,
    },
    i18n::{Lang, key, say},
    report::{rollup::Material, words},
};
use chrono::NaiveDate;
use serde::Serialize;

/// An answer, as programs read it. Shares are in basis points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerRow {
    /// Code of the unit.
    code: String,
    /// Its name.
    unit: String,
    /// Number of the item.
    item: ItemId,
    /// Its label, in the language that was asked for.
    title: String,
    /// Section of the item.
    section: SectionId,
    /// Its weight.
    weight: u32,
    /// The level given, where one was.
    level: Option<Level>,
    /// `rated`, `not-applicable`, `not-verified`, `unanswered`.
    mark: &'static str,
    /// What is claimed; nothing where no level was given.
    claimed: Option<Share>,
    /// What its evidence carries.
    supported: Option<Share>,
    /// Grade of its evidence, `E0` to `E5`.
    grade: Grade,
    /// What holds the score down, in words.
    held_by: Option<String>,
    /// Numbers of its evidence.
    evidence: Vec<EvidenceId>,
    /// Why it does not apply or was not verified.
    reason: Option<String>,
    /// The inspector's note; may be empty.
    note: String,
    /// Active seconds; nothing where nobody measured.
    seconds: Option<u32>,
    /// The day of the mark.
    answered_on: Option<NaiveDate>,
}

/// The answers of the inspections, in their order, then in the programme's.
pub(super) fn rows<'a>(material: &'a Material, filled: &'a [Filled]) -> impl Iterator<Item = AnswerRow> + 'a {
    filled.iter().flat_map(move |(inspection, programme)| {
        let unit = material.scope.units.get(inspection.plan.unit);
        let assessment = assess(programme, inspection, &Circumstances::of(unit, Some(material.round)));
        let code = unit.map_or_else(String::new, |unit| unit.code.clone());
        let name = words::unit_of(material.scope.units, inspection);
        assessment.items.into_iter().map(move |item| {
            let title = programme.item(&item.item).map(|item| item.label.to(material.lang).to_owned());
            let entry = inspection.entries.get(&item.item).cloned().unwrap_or_default();
            row(material.lang, (code.clone(), name.clone(), title.unwrap_or_default()), item, entry)
        })
    })
}

fn row(lang: Lang, (code, unit, title): (String, String, String), item: ItemScore, entry: Entry) -> AnswerRow {
    let level = entry.level();
    let (mark, reason) = match entry.answer {
        Some(Answer::Rated(_)) => ("rated", None),
        Some(Answer::NotApplicable(reason)) => ("not-applicable", Some(reason)),
        Some(Answer::NotVerified(reason)) => ("not-verified", Some(reason)),
        None => ("unanswered", None),
    };
    AnswerRow {
        code,
        unit,
        title,
        weight: item.weight,
        level,
        mark,
        claimed: level.map(|_| item.claimed),
        supported: level.map(|_| item.effective),
        grade: item.grade,
        held_by: item.ceiling.as_ref().map(|ceiling| words::held(lang, &item, ceiling)),
        evidence: entry.evidence.into_iter().collect(),
        reason: reason.map(String::from),
        note: entry.note.trim().to_owned(),
        seconds: (entry.seconds > 0).then_some(entry.seconds),
        answered_on: entry.at.map(|at| at.date_naive()),
        item: item.item,
        section: item.section,
    }
}

/// The same as a sheet.
pub(super) fn sheet(material: &Material, filled: &[Filled]) -> Sheet {
    let rows = rows(material, filled).map(|row| cells(material.lang, row)).collect();
    Sheet { name: say(material.lang, key::SHEET_ANSWERS), columns: columns(material), rows }
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

fn cells(lang: Lang, row: AnswerRow) -> Vec<Cell> {
    let mark = match row.mark {
        "rated" => key::SHEET_RATED,
        "not-applicable" => key::SHEET_NOT_APPLICABLE,
        "not-verified" => key::SHEET_NOT_VERIFIED,
        _ => key::SHEET_UNANSWERED,
    };
    vec![
        Cell::text(row.code),
        Cell::text(row.unit),
        Cell::text(row.item.as_str()),
        Cell::text(row.title),
        Cell::text(row.section.as_str()),
        Cell::count(row.weight),
        row.level.map_or(Cell::Empty, |level| Cell::count(level.get())),
        Cell::text(say(lang, mark)),
        Cell::points(row.claimed),
        Cell::points(row.supported),
        Cell::text(row.grade.to_string()),
        row.held_by.map_or(Cell::Empty, Cell::text),
        Cell::text(words::joined(&row.evidence)),
        row.reason.map_or(Cell::Empty, Cell::text),
        Cell::text(row.note),
        row.seconds.map_or(Cell::Empty, Cell::count),
        Cell::day(row.answered_on),
    ]
}
