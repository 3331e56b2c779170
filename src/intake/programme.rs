//! Reads a programme file (TOML; its format stands in `checklists/README.md`).

use super::Mistake;
use crate::domain::programme::Programme;

/// A programme that was read, and what is worth a look in its file.
#[derive(Debug, Clone)]
pub struct Read {
    /// The programme.
    pub programme: Programme,
    /// Texts that are missing in a language, and the like: the programme works all the same.
    pub warnings: Vec<Mistake>,
}

/// Reads a programme.
///
/// # Errors
/// All mistakes of the file, in the order of their places.
pub fn read(file: &[u8]) -> Result<Read, Vec<Mistake>> {
    todo!("{file:?}")
}
