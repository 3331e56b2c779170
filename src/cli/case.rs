//! An inspection with everything around it, for the commands that show or print one.

use super::{failure::Failure, session::Session};
use crate::{
    domain::ids::InspectionId,
    i18n::{Message, key},
    report::{Case, gather::Folder},
};

impl Session {
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
