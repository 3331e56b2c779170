//! The second look of the practice province: UBND huyện Giồng Riềng, done again blind three weeks later. Its words stand in the showcase; the
//! items are those that the seed draws, which the tests hold together.

use super::{chance::Chance, compose::clock, data::SECOND_LOOK, unkept};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::InspectionId,
        inspection::SignOff,
        looking_again::Said,
        programme::Programme,
    },
    intake,
    store::{Vault, VaultError},
};
use chrono::NaiveDate;
use std::path::Path;

/// Whose inspection is looked at again, in which round.
const UNIT: &str = "906-UB";
const ROUND: &str = "2023-so-ket";
/// Who looks again.
const BY: &str = "Danh Thanh Hải";
/// How many items.
const SIZE: u32 = 6;
/// The digits of both sides, as dice gave them.
const TEAM_SEED: &str = "314159265358";
const SECOND_SEED: &str = "271828182845";
/// The days of the draw and of the signature.
const DRAWN: NaiveDate = NaiveDate::from_ymd_opt(2023, 11, 8).expect("a day of the calendar");
const SIGNED: NaiveDate = NaiveDate::from_ymd_opt(2023, 11, 10).expect("a day of the calendar");

/// Draws, fills and signs it; nothing when the schedule has no such inspection, which a test would tell.
pub(super) fn add(vault: &mut Vault, programme: &Programme, dir: &Path) -> Result<(), VaultError> {
    let unit = vault.units().rows(UNIT).map(|unit| unit.id).last();
    let first = vault.summaries().into_iter().find(|one| Some(one.unit) == unit && one.round.as_str() == ROUND);
    let Some(first) = first.map(|summary| summary.id) else { return Ok(()) };
    let id = InspectionId(Chance::new("second looks").uuid());
    let said = Said {
        by: BY.to_owned(),
        team_seed: TEAM_SEED.to_owned(),
        second_seed: SECOND_SEED.to_owned(),
        size: Some(SIZE),
        day: DRAWN,
        at: clock(DRAWN, 8, 15),
        actor: BY.to_owned(),
    };
    let refused = |error: &dyn std::fmt::Display| VaultError::Io {
        path: dir.to_owned(),
        source: std::io::Error::other(error.to_string()),
    };
    let (drawn, _) = vault.draw_second(first, id, said).map_err(|error| refused(&error))?;
    let unkept = |error| unkept(dir, error);
    vault.commit(BY, drawn).map_err(unkept)?;
    let Some(look) = vault.inspection(id)? else { return Ok(()) };
    let filled = intake::fill::read(SECOND_LOOK, programme, &look).expect("the second look is read by the tests");
    let change = |edit| Change::Inspection { id, edit: Box::new(edit) };
    vault.commit(BY, filled.edits.into_iter().map(change).collect()).map_err(unkept)?;
    let signature = SignOff { by: BY.to_owned(), at: clock(SIGNED, 16, 40), journal_head: vault.head() };
    vault.commit(BY, vec![change(Edit::SignOff(signature))]).map_err(unkept)?;
    Ok(())
}
