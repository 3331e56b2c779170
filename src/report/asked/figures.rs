//! Gathers the figures of a round for a table and a workbook.

use super::Unmade;
use crate::{
    domain::{ids::RoundId, programme::Programme, rollup::By},
    report::{Issue, document::Document, gather::Ground, rollup, sheets},
    store::{Vault, VaultError},
};
use std::sync::Arc;

/// Which round, of which place, issued how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) round: &'a RoundId,
    pub(super) under: Option<&'a str>,
    pub(super) issue: &'a Issue<'a>,
}

fn ground(vault: &mut Vault, wish: &Wish) -> Result<Option<Ground>, VaultError> {
    let programme = vault.current_programme()?;
    Ground::of(vault, wish.round, wish.under, programme)
}

/// The groups of one level as CSV.
pub(super) fn csv(vault: &mut Vault, wish: &Wish, by: By) -> Result<Vec<u8>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(Vec::new()) };
    let sheet = sheets::groups(&ground.material(vault, wish.issue), by);
    Ok(sheets::csv::render(&sheet).into_bytes())
}

/// The nominations of the round as CSV.
pub(super) fn nominations(vault: &mut Vault, wish: &Wish) -> Result<Vec<u8>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(Vec::new()) };
    Ok(rollup::nominations_csv(&ground.material(vault, wish.issue)).into_bytes())
}

/// All sheets of the round as a workbook, which has the name and the mark of `document`.
pub(super) fn book(vault: &mut Vault, wish: &Wish, document: &Document) -> Result<Vec<u8>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(Vec::new()) };
    let mut filled: Vec<sheets::Filled> = Vec::with_capacity(ground.inspections.len());
    for inspection in &ground.inspections {
        let programme: Arc<Programme> = vault.programme(&inspection.plan.programme)?;
        filled.push((inspection, programme));
    }
    let book = sheets::book(&ground.material(vault, wish.issue), &filled);
    Ok(sheets::xlsx::render(&document.title, document.mark.as_deref(), &book)?)
}
