//! The documents that the storage thread builds and writes. What each is made from is `report::asked`'s matter. Not for: anything that
//! changes the vault (`keeper`).

use super::{answers::Answers, keeper::Keeper, letters::Letters, wish::Wish};
use crate::domain::ids::UnitId;

impl Keeper {
    pub(super) fn document(&mut self, wish: Wish) -> Answers {
        let made = self.issue(&wish.asks())?;
        wish.grant(made)
    }

    pub(super) fn export_letters(&mut self, folder: &str, units: Vec<UnitId>) -> Answers {
        let most = units.len();
        let told = Letters::begin(folder, units)?.write_some(self, most)?;
        Ok(told.into_iter().collect())
    }
}
