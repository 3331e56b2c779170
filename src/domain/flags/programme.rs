//! P01–P05: flags about a programme, raised when it is loaded.

use super::Flag;
use crate::domain::programme::Programme;

/// The flags of a programme, by code, then in the order of the file.
#[must_use]
pub fn flags(programme: &Programme) -> Vec<Flag> {
    todo!("{programme:?}")
}
