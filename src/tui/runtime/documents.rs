//! The documents that the storage thread builds and writes. What each is made from is `report::asked`'s matter. Not for: anything that
//! changes the vault (`keeper`).

use super::{
    answers::{Answers, failed},
    keeper::Keeper,
    letters::Letters,
};
use crate::{
    domain::ids::UnitId,
    i18n::{Message, key},
    report::{
        asked::{Asked, Made},
        write::{Overwrite, write},
    },
    tui::message::Answer,
};
use std::{fs, path::Path};

impl Keeper {
    pub(super) fn build(&mut self, asked: Box<Asked>) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let made = asked.shown().make(self.vault()?, lang, today).map_err(|error| failed(error.message()))?;
        let Made { title, content } = made.ok_or_else(gone)?;
        let text = String::from_utf8_lossy(&content).into_owned();
        Ok(vec![Answer::Built { asked, title, text }])
    }

    pub(super) fn export(&mut self, path: &str, asked: Asked) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let path = Path::new(path.trim());
        let asked = asked.for_path(path);
        let made = asked.make(self.vault()?, lang, today).map_err(|error| failed(error.message()))?;
        write(path, &made.ok_or_else(gone)?.content, Overwrite::No).map_err(|error| failed(error.message()))?;
        let shown = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()).display().to_string();
        Ok(vec![Answer::Exported { path: shown }])
    }

    pub(super) fn export_letters(&mut self, folder: &str, units: Vec<UnitId>) -> Answers {
        let most = units.len();
        let told = Letters::begin(folder, units)?.write_some(self, most)?;
        Ok(told.into_iter().collect())
    }
}

fn gone() -> Answer {
    failed(Message::new(key::REPORTS_GONE))
}
