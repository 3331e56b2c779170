//! Groups of units: the whole, districts, kinds, sections, single units. Coverage stands beside every mean; a group with too few
//! inspected has no figures, and no zero in their place.

use super::{Cell, Column, Sheet, column};
use crate::{
    domain::{
        rollup::{By, Group, GroupKey, roll_up},
        share::Share,
    },
    i18n::{key, say},
    report::{
        rollup::{self, Material},
        words,
    },
};

/// Everything in scope, in one row.
pub(super) fn whole(material: &Material) -> Sheet {
    let whole = roll_up(material.summaries.iter().copied(), &material.scope, By::Kind).whole;
    made(material, key::SHEET_WHOLE, &[whole])
}

/// The groups of one level.
pub(super) fn sheet(material: &Material, by: By) -> Sheet {
    let groups = roll_up(material.summaries.iter().copied(), &material.scope, by).groups;
    let name = match by {
        By::District => key::SHEET_DISTRICTS,
        By::Kind => key::SHEET_KINDS,
        By::Section => key::SHEET_SECTIONS,
        By::Unit => key::SHEET_UNITS,
    };
    made(material, name, &groups)
}

fn made(material: &Material, name: crate::i18n::Key, groups: &[Group]) -> Sheet {
    let rows = groups.iter().map(|group| row(material, group));
    Sheet { name: say(material.lang, name), columns: columns(material), rows: rows.collect() }
}

fn columns(material: &Material) -> Vec<Column> {
    let column = |name, heading, width| column(material, name, heading, width);
    let mut columns = vec![
        column("code", key::SHEET_CODE, 12),
        column("name", key::REPORT_COLUMN_GROUP, 36),
        column("in_scope", key::REPORT_IN_SCOPE, 10),
        column("planned", key::REPORT_PLANNED, 10),
        column("signed", key::REPORT_SIGNED, 10),
        column("inspected_percent", key::REPORT_COLUMN_COVERAGE, 10),
        column("mean", key::REPORT_MEAN, 10),
        column("margin", key::SHEET_MARGIN, 10),
        column("median", key::REPORT_MEDIAN, 10),
        column("lower_quartile", key::SHEET_LOWER_QUARTILE, 10),
        column("upper_quartile", key::SHEET_UPPER_QUARTILE, 10),
        column("spread", key::REPORT_SPREAD, 10),
        column("gap", key::REPORT_MEAN_GAP, 10),
        column("change", key::REPORT_COLUMN_CHANGE, 10),
        column("units_compared", key::SHEET_COMPARED, 10),
        column("step", key::REPORT_COLUMN_STEP, 8),
        column("open", key::SHEET_OPEN, 10),
        column("overdue", key::SHEET_OVERDUE, 10),
        column("without_band", key::SHEET_WITHOUT_BAND, 10),
    ];
    columns.extend(material.scope.programme.bands.iter().map(|band| Column {
        heading: band.name.to(material.lang).to_owned(),
        name: "units_in_band",
        width: 12,
    }));
    columns
}

fn row(material: &Material, group: &Group) -> Vec<Cell> {
    let figures = group.figures.as_ref();
    let (code, name) = named(material, group);
    let mut cells = vec![
        Cell::text(code),
        Cell::text(name),
        Cell::count(group.in_scope),
        Cell::count(group.planned),
        Cell::count(group.signed),
        Cell::points(Share::of(group.signed.into(), group.in_scope.into())),
        Cell::points(figures.map(|figures| figures.mean)),
        Cell::points(figures.and_then(|figures| figures.margin)),
        Cell::points(figures.map(|figures| figures.median)),
        Cell::points(figures.map(|figures| figures.lower_quartile)),
        Cell::points(figures.map(|figures| figures.upper_quartile)),
        Cell::points(figures.map(|figures| figures.spread)),
        Cell::points(figures.map(|figures| figures.gap)),
        group.change.map_or(Cell::Empty, |(change, _)| Cell::Change(change)),
        group.change.map_or(Cell::Empty, |(_, units)| Cell::count(units)),
        group.step.map_or(Cell::Empty, Cell::count),
        Cell::count(group.followed.open),
        Cell::count(group.followed.overdue),
        Cell::count(group.no_band),
    ];
    cells.extend(group.bands.iter().map(|(_, units)| Cell::count(*units)));
    cells
}

/// Code and name of what a group stands for.
fn named(material: &Material, group: &Group) -> (String, String) {
    let (lang, scope) = (material.lang, &material.scope);
    let unit = |id| scope.units.get(id);
    match &group.key {
        GroupKey::Whole => (scope.under.unwrap_or_default().to_owned(), rollup::place(material)),
        GroupKey::Place(id) => {
            unit(*id).map(|place| (place.code.clone(), rollup::place_name(lang, place))).unwrap_or_default()
        }
        GroupKey::Unit(id) => unit(*id).map(|unit| (unit.code.clone(), unit.name.clone())).unwrap_or_default(),
        GroupKey::Kind(kind) => (kind.to_string(), words::kind(lang, scope.programme, kind)),
        GroupKey::Section(id) => {
            let section = scope.programme.sections.iter().find(|section| section.id == *id);
            (id.to_string(), section.map(|section| section.title.to(lang).to_owned()).unwrap_or_default())
        }
    }
}
