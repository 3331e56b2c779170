//! The programme that new inspections are planned with: the team's choice, else the one that ships with the program.

use super::{Vault, VaultError};
use crate::{
    domain::{
        edit::{Change, Settings},
        programme::Programme,
    },
    intake::programme,
};
use std::sync::Arc;

impl Vault {
    /// The programme that new inspections are planned with.
    ///
    /// # Errors
    /// [`VaultError`] when the vault does not hold the chosen one any more.
    pub fn current_programme(&mut self) -> Result<Arc<Programme>, VaultError> {
        match self.settings().programme.clone() {
            Some(hash) => self.programme(&hash),
            None => shipped().map(Arc::new),
        }
    }

    /// The same, with the changes that take the shipped one into the vault when the team has chosen none yet.
    ///
    /// # Errors
    /// [`VaultError`] when it cannot be kept.
    pub fn programme_to_plan_with(&mut self) -> Result<(Arc<Programme>, Vec<Change>), VaultError> {
        if self.settings().programme.is_some() {
            return Ok((self.current_programme()?, Vec::new()));
        }
        let programme = shipped()?;
        let kept = self.keep_programme(&programme, programme::SHIPPED)?;
        let settings = Settings { programme: Some(programme.hash.clone()), ..self.settings().clone() };
        Ok((Arc::new(programme), vec![kept, Change::Settings(settings)]))
    }
}

/// The programme that ships with the program.
///
/// # Errors
/// [`VaultError::ProgrammeBroken`]; the tests read the shipped file, so that a mistake in it reaches no user.
pub fn shipped() -> Result<Programme, VaultError> {
    let read = programme::read(programme::SHIPPED);
    read.map(|read| read.programme).map_err(|_| VaultError::ProgrammeBroken { hash: String::new() })
}
