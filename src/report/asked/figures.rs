//! The figures of a round as a table and as a workbook.

use crate::{
    domain::rollup::By,
    report::{
        Issue,
        document::Document,
        gather::Ground,
        rollup,
        sheets::{self, xlsx::Unmade},
    },
};

/// The groups of one level as CSV.
pub(super) fn csv(ground: &Ground, by: By, issue: &Issue) -> Vec<u8> {
    sheets::csv::render(&sheets::groups(&ground.material(issue), by)).into_bytes()
}

/// The nominations of the round as CSV.
pub(super) fn nominations(ground: &Ground, issue: &Issue) -> Vec<u8> {
    rollup::nominations_csv(&ground.material(issue)).into_bytes()
}

/// All sheets of the round as a workbook, which has the name and the mark of `document`.
pub(super) fn book(ground: &Ground, document: &Document, issue: &Issue) -> Result<Vec<u8>, Unmade> {
    let book = sheets::book(&ground.material(issue), &ground.filled());
    sheets::xlsx::render(&document.title, document.mark.as_deref(), &book)
}
