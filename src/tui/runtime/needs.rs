//! Which inspections an effect will read, where they may be very many: work on them then goes in steps (`work`). What is done with them is
//! the keeper's.

use super::{keeper::Keeper, praise};
use crate::{
    domain::ids::InspectionId,
    report::flags::compared_with,
    tui::{effect::Effect, message::Job},
};

impl Keeper {
    /// The work that an effect makes and the inspections that it reads; nothing for what reads few by its nature.
    pub(super) fn needs(&mut self, effect: &Effect) -> Option<(Job, Vec<InspectionId>)> {
        let today = self.day();
        let vault = self.vault().ok()?;
        match effect {
            Effect::LoadPraise(round) => Some((Job::Praise, praise::read_for(vault, round))),
            Effect::LoadFlags(id) => Some((Job::Flags, compared_with(vault, *id))),
            Effect::Build(asked) => Some((Job::Document, asked.about.reads(vault, today))),
            Effect::Export { asked, .. } => Some((Job::Export, asked.about.reads(vault, today))),
            _ => None,
        }
    }
}
