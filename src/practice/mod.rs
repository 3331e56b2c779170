//! The practice province: a vault with units, rounds and inspections to learn on, made the same way every time.

use crate::{
    domain::lang::Lang,
    store::{Vault, VaultError},
};
use chrono::NaiveDate;
use std::path::Path;

/// The fixed day of practice vaults, so that the queue looks like a real day.
pub const DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day of the calendar");

/// Makes a practice vault in `dir`.
///
/// # Errors
/// [`VaultError`] when the folder is not empty or cannot be written.
pub fn make(dir: &Path, lang: Lang) -> Result<Vault, VaultError> {
    todo!("{dir:?}{lang:?}")
}
