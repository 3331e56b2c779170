//! The documents that the storage thread builds and writes: reports, minutes, letters, roll-ups, findings texts. Not for: anything that
//! changes the vault (`keeper`).

use super::{
    answers::{Answers, failed},
    gather,
    keeper::{Keeper, export},
    letters::{Letters, letter_to},
};
use crate::{
    domain::{
        follow_up::Number,
        ids::{InspectionId, RoundId, UnitId},
        rollup::By,
    },
    i18n::{Message, key},
    report::{
        self,
        gather::{Folder, Ground},
        md, txt,
    },
    tui::message::Answer,
};
use std::path::Path;

impl Keeper {
    pub(super) fn minutes(&mut self, id: InspectionId) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let vault = self.vault()?;
        let folder = Folder::of(vault, id)
            .map_err(|error| failed(error.message()))?
            .ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))?;
        let document = report::minutes::build(&folder.case(vault, lang, today));
        Ok(vec![Answer::Minutes { id, title: document.title.clone(), text: txt::render(&document) }])
    }

    pub(super) fn letter(&mut self, unit: UnitId) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let document = letter_to(self.vault()?, unit, lang, today)?;
        Ok(vec![Answer::Letter { unit, title: document.title.clone(), text: txt::render(&document) }])
    }

    pub(super) fn export_letters(&mut self, folder: &str, units: Vec<UnitId>) -> Answers {
        let most = units.len();
        let told = Letters::begin(folder, units)?.write_some(self, most)?;
        Ok(told.into_iter().collect())
    }

    pub(super) fn report(&mut self, id: InspectionId) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let vault = self.vault()?;
        let folder = Folder::of(vault, id)
            .map_err(|error| failed(error.message()))?
            .ok_or_else(|| failed(Message::new(key::INSPECTION_GONE)))?
            .with_flags(vault)
            .map_err(|error| failed(error.message()))?;
        let document = report::inspection::build(&folder.case(vault, lang, today));
        Ok(vec![Answer::Report { id, title: document.title.clone(), text: txt::render(&document) }])
    }

    pub(super) fn rollup(&mut self, round: &RoundId) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let vault = self.vault()?;
        let programme = vault.current_programme().map_err(|error| failed(error.message()))?;
        let ground = Ground::of(vault, round, None, programme).map_err(|error| failed(error.message()))?;
        let ground = ground.ok_or_else(|| failed(Message::new(key::ROLLUP_NO_ROUND)))?;
        let document = report::rollup::build(&ground.material(vault, lang, today), By::District);
        Ok(vec![Answer::RolledUp { round: round.clone(), title: document.title.clone(), text: txt::render(&document) }])
    }

    pub(super) fn findings(&mut self, shown: Vec<(InspectionId, Number)>) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let document = gather::document(self.vault()?, &shown, today, lang).map_err(|error| failed(error.message()))?;
        Ok(vec![Answer::FindingsText { shown, title: document.title.clone(), text: txt::render(&document) }])
    }

    pub(super) fn export_findings(&mut self, path: &str, shown: &[(InspectionId, Number)]) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let vault = self.vault()?;
        let ends = |ending| Path::new(path.trim()).extension().is_some_and(|found| found.eq_ignore_ascii_case(ending));
        if ends("csv") {
            let text = gather::csv(vault, shown, today).map_err(|error| failed(error.message()))?;
            return export(path, &text);
        }
        let document = gather::document(vault, shown, today, lang).map_err(|error| failed(error.message()))?;
        export(path, &if ends("md") { md::render(&document) } else { txt::render(&document) })
    }
}
