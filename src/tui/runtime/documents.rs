//! The documents that the storage thread builds and writes. What each is made from is `report::asked`'s matter. Not for: anything that
//! changes the vault (`keeper`).

use super::{
    answers::{Answers, failed},
    keeper::Keeper,
    letters::Letters,
};
use crate::{
    domain::ids::UnitId,
    report::{
        asked::{Asked, Made},
        format::Format,
        write::{Overwrite, write},
    },
    tui::message::Answer,
};
use std::{fs, path::Path};

impl Keeper {
    pub(super) fn build(&mut self, asked: Box<Asked>) -> Answers {
        let Made { title, content } = self.issue(&asked.shown())?;
        let text = String::from_utf8_lossy(&content).into_owned();
        Ok(vec![Answer::Built { asked, title, text }])
    }

    pub(super) fn export(&mut self, path: &str, asked: Asked) -> Answers {
        let path = Path::new(path.trim());
        let made = self.issue(&asked.for_path(path))?;
        write(path, &made.content, Overwrite::No).map_err(|error| failed(error.message()))?;
        let shown = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
        Ok(vec![Answer::Exported { path: shown }])
    }

    pub(super) fn export_letters(&mut self, folder: &str, units: Vec<UnitId>, format: Format) -> Answers {
        let most = units.len();
        let told = Letters::begin(folder, units, format)?.write_some(self, most)?;
        Ok(told.into_iter().collect())
    }
}
