//! The figures of a round as a table and as a workbook.

use super::Made;
use crate::{
    domain::rollup::By,
    report::{
        Issue,
        gather::Ground,
        rollup,
        sheets::{self, xlsx::Unmade},
    },
};

/// The groups of one level as CSV.
pub(super) fn csv(ground: &Ground, by: By, issue: &Issue) -> Made {
    let material = ground.material(issue);
    let content = sheets::csv::render(&sheets::groups(&material, by)).into_bytes();
    Made { title: rollup::title(&material), content }
}

/// The nominations of the round as CSV.
pub(super) fn nominations(ground: &Ground, issue: &Issue) -> Vec<u8> {
    rollup::nominations_csv(&ground.material(issue)).into_bytes()
}

/// All sheets of the round as a workbook, with the title of the report and the mark of a practice vault.
pub(super) fn book(ground: &Ground, issue: &Issue) -> Result<Made, Unmade> {
    let material = ground.material(issue);
    let (title, mark) = (rollup::title(&material), rollup::mark(&material));
    let content = sheets::xlsx::render(&title, mark.as_deref(), &sheets::book(&material, &ground.filled()))?;
    Ok(Made { title, content })
}
