//! Gathers the figures of a round for a table and a workbook.

use super::{Made, Unmade};
use crate::{
    domain::{ids::RoundId, programme::Programme, rollup::By},
    report::{
        Issue,
        gather::{Extent, Ground},
        rollup, sheets,
    },
    store::{Vault, VaultError},
};
use std::sync::Arc;

/// Which round, over which units, issued how.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wish<'a> {
    pub(super) round: &'a RoundId,
    pub(super) extent: Extent<'a>,
    pub(super) issue: &'a Issue<'a>,
}

fn ground(vault: &mut Vault, wish: &Wish) -> Result<Option<Ground>, VaultError> {
    let programme = vault.current_programme()?;
    Ground::of(vault, wish.round, wish.extent, programme)
}

/// The groups of one level as CSV.
pub(super) fn csv(vault: &mut Vault, wish: &Wish, by: By) -> Result<Option<Made>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(None) };
    let material = ground.material(vault, wish.issue);
    let content = sheets::csv::render(&sheets::groups(&material, by)).into_bytes();
    Ok(Some(Made { title: rollup::title(&material), content }))
}

/// The nominations of the round as CSV.
pub(super) fn nominations(vault: &mut Vault, wish: &Wish) -> Result<Vec<u8>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(Vec::new()) };
    Ok(rollup::nominations_csv(&ground.material(vault, wish.issue)).into_bytes())
}

/// All sheets of the round as a workbook, with the title of the report and the mark of a practice vault.
pub(super) fn book(vault: &mut Vault, wish: &Wish) -> Result<Option<Made>, Unmade> {
    let Some(ground) = ground(vault, wish)? else { return Ok(None) };
    let mut filled: Vec<sheets::Filled> = Vec::with_capacity(ground.inspections.len());
    for inspection in &ground.inspections {
        let programme: Arc<Programme> = vault.programme(&inspection.plan.programme)?;
        filled.push((inspection, programme));
    }
    let material = ground.material(vault, wish.issue);
    let (title, mark) = (rollup::title(&material), rollup::mark(&material));
    let content = sheets::xlsx::render(&title, mark.as_deref(), &sheets::book(&material, &filled))?;
    Ok(Some(Made { title, content }))
}
