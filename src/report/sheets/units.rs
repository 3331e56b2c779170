//! Units: one row for each in scope, also for those that were not inspected, which are never hidden.

use super::{Cell, Column, Sheet, band, column};
use crate::{
    domain::{
        rollup::{By, latest_signed, roll_up},
        standing::Standings,
        summary::Summary,
        unit::{Tier, Unit},
    },
    i18n::{key, say, words},
    report::rollup::Material,
};
use std::collections::HashMap;

/// The units of the scope.
pub(super) fn sheet(material: &Material) -> Sheet {
    let scope = &material.scope;
    let signed = latest_signed(material.summaries.iter().copied(), &scope.round);
    let of_round = material.summaries.iter().copied().filter(|summary| summary.round == scope.round);
    let begun: HashMap<_, _> = of_round.map(|summary| (summary.unit, summary)).collect();
    let units =
        roll_up(material.summaries.iter().copied(), scope, By::Unit).groups.into_iter().flat_map(|group| group.units);
    let rows = units.filter_map(|id| scope.units.get(id)).map(|unit| {
        let signed = signed.get(&unit.id).copied();
        row(material, unit, signed.or_else(|| begun.get(&unit.id).copied()), signed)
    });
    Sheet { name: say(material.lang, key::SHEET_UNITS), columns: columns(material), rows: rows.collect() }
}

fn columns(material: &Material) -> Vec<Column> {
    let column = |name, heading, width| column(material, name, heading, width);
    vec![
        column("code", key::SHEET_CODE, 12),
        column("unit", key::REPORT_COLUMN_UNIT, 36),
        column("kind", key::REPORT_UNIT_KIND, 26),
        column("place", key::REPORT_PLACE, 22),
        column("state", key::SHEET_STATE, 12),
        column("lead", key::REPORT_LEAD, 22),
        column("due", key::REPORT_COLUMN_DUE, 12),
        column("signed_on", key::REPORT_COLUMN_SIGNED, 12),
        column("answered", key::REPORT_COLUMN_ANSWERED, 10),
        column("items", key::SHEET_ITEMS, 10),
        column("claimed", key::REPORT_COLUMN_CLAIMED, 10),
        column("supported", key::REPORT_COLUMN_SUPPORTED, 10),
        column("gap", key::REPORT_COLUMN_GAP, 10),
        column("coverage_percent", key::REPORT_COLUMN_COVERAGE, 10),
        column("band", key::REPORT_BAND, 18),
        column("open", key::SHEET_OPEN, 10),
        column("overdue", key::SHEET_OVERDUE, 10),
    ]
}

/// Scores stand only for what is signed: an unfinished sheet has none.
fn row(material: &Material, unit: &Unit, inspection: Option<&Summary>, signed: Option<&Summary>) -> Vec<Cell> {
    let (lang, scope) = (material.lang, &material.scope);
    let place = scope.units.place_of(unit, Tier::District, scope.day);
    let place = place.or_else(|| scope.units.place_of(unit, Tier::Province, scope.day));
    let whole = signed.and_then(|summary| summary.whole);
    let followed = signed.map(|summary| Standings::count(&summary.recommendations, scope.today));
    let state = inspection.map_or(key::SHEET_NOT_PLANNED, |summary| words::state(summary.state));
    vec![
        Cell::text(&unit.code),
        Cell::text(&unit.name),
        Cell::text(words::kind(lang, scope.programme, &unit.kind)),
        place.map_or(Cell::Empty, |place| Cell::text(&place.name)),
        Cell::text(say(lang, state)),
        inspection.map_or(Cell::Empty, |summary| Cell::text(&summary.lead)),
        Cell::day(inspection.and_then(|summary| summary.due)),
        Cell::day(signed.and_then(|summary| summary.signed_at).map(|at| at.date_naive())),
        inspection.map_or(Cell::Empty, |summary| Cell::count(summary.answered)),
        inspection.map_or(Cell::Empty, |summary| Cell::count(summary.items)),
        Cell::points(whole.map(|whole| whole.claimed)),
        Cell::points(whole.map(|whole| whole.supported)),
        Cell::points(whole.map(|whole| whole.claimed.above(whole.supported))),
        Cell::points(whole.map(|whole| whole.coverage)),
        band(material, signed.and_then(|summary| summary.band.as_ref())),
        followed.as_ref().map_or(Cell::Empty, |followed| Cell::count(followed.open)),
        followed.as_ref().map_or(Cell::Empty, |followed| Cell::count(followed.overdue)),
    ]
}
