//! The practice province: a vault with units, rounds and inspections to learn on, made the same way every time.
//!
//! Units and their places are facts (`units.csv`). Everything said about them is invented – people, hamlets' affairs, numbers, findings –
//! and written in the data files beside this one, so that a newcomer sees what a real round looks like: overdue, under way, waiting for
//! a signature, signed; well proved and badly proved.

mod cast;
mod chance;
mod compose;
mod data;
mod draws;
mod follow;
mod province;
mod registers;
mod saying;
pub mod scale;
mod second;
mod since;
#[cfg(test)]
mod tests;
mod words;

use crate::{
    domain::{
        edit::{Change, Edit},
        inspection::SignOff,
        lang::Lang,
    },
    intake::programme,
    store::{CommitError, Vault, VaultError, shipped},
};
use chrono::NaiveDate;
use province::{INSPECTOR, Province, Visited};
use std::path::Path;

/// The fixed day of practice vaults, so that the queue looks like a real day.
pub const DAY: NaiveDate = NaiveDate::from_ymd_opt(2023, 11, 15).expect("a day of the calendar");

/// Makes a practice vault in `dir`.
///
/// # Errors
/// [`VaultError`] when the folder is not empty or cannot be written.
pub fn make(dir: &Path, lang: Lang) -> Result<Vault, VaultError> {
    let programme = shipped()?;
    let province = Province::invent(&programme, lang);
    let mut vault = Vault::create(dir, Some(DAY))?;
    let kept = vault.keep_programme(&programme, programme::SHIPPED)?;
    let plans = province.visited.iter().map(|visited| change(visited, Edit::Plan(visited.plan.clone())));
    let founding = std::iter::once(kept).chain(province.foundation).chain(plans).collect();
    let unkept = |error| unkept(dir, error);
    vault.commit(INSPECTOR, founding).map_err(unkept)?;
    for visited in province.visited {
        if visited.edits.is_empty() {
            continue;
        }
        let changes = visited.edits.iter().cloned().map(|edit| change(&visited, edit)).collect();
        vault.commit(&visited.actor, changes).map_err(unkept)?;
        if let Some((by, at)) = visited.signed.clone() {
            let signature = SignOff { by: by.clone(), at, journal_head: vault.head() };
            vault.commit(&by, vec![change(&visited, Edit::SignOff(signature))]).map_err(unkept)?;
            let since: Vec<Change> = visited.since.iter().cloned().map(|edit| change(&visited, edit)).collect();
            if !since.is_empty() {
                vault.commit(INSPECTOR, since).map_err(unkept)?;
            }
        }
    }
    second::add(&mut vault, &programme, dir)?;
    Ok(vault)
}

fn change(visited: &Visited, edit: Edit) -> Change {
    Change::Inspection { id: visited.id, edit: Box::new(edit) }
}

/// A change of the province that the vault would not keep: the folder cannot be written, since the changes themselves are tested.
fn unkept(dir: &Path, error: CommitError) -> VaultError {
    match error {
        CommitError::Vault(error) => error,
        CommitError::NotSaved { source, .. } => VaultError::Io { path: dir.to_owned(), source },
        other => VaultError::Io { path: dir.to_owned(), source: std::io::Error::other(other.to_string()) },
    }
}
