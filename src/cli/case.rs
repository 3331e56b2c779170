//! An inspection with everything around it, for the commands that show or print one.

use super::{failure::Failure, session::Session};
use crate::{
    domain::ids::InspectionId,
    i18n::{Message, key},
    report::{Case, gather::Folder},
};

impl Session {
    /// The inspection that `name` means, unless it stays closed to who is at this laptop: who looks again at it sees nothing of the first
    /// look before the second one is signed.
    pub(super) fn find_open(&self, name: &str) -> Result<InspectionId, Failure> {
        let id = self.find(name)?;
        self.expect_open(id).map(|()| id)
    }

    /// Refuses an inspection that stays closed to who is at this laptop.
    pub(super) fn expect_open(&self, id: InspectionId) -> Result<(), Failure> {
        let closed = self.vault.closed_to(id, &self.vault.settings().inspector);
        let Some((first, looked)) = self.vault.summary(id).zip(closed.and_then(|look| look.second.as_ref())) else {
            return Ok(());
        };
        let message = Message::new(key::CLI_SECOND_CLOSED).with("name", self.label(first));
        Err(Failure::failed(message.with("by", looked.by.clone())))
    }

    /// Everything around the inspection with this id.
    pub(super) fn folder(&mut self, id: InspectionId) -> Result<Folder, Failure> {
        let gone = || Failure::failed(Message::new(key::CLI_INSPECTION_GONE).with("id", id.to_string()));
        Folder::of(&mut self.vault, id)?.ok_or_else(gone)
    }

    /// What its documents are made from.
    pub(super) fn case<'a>(&'a self, folder: &'a Folder) -> Case<'a> {
        folder.case(&self.vault, &self.issue())
    }
}
