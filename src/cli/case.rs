//! Gathers what a document about one inspection is made from.

use super::{failure::Failure, session::Session};
use crate::{
    domain::{
        ids::InspectionId,
        inspection::Inspection,
        programme::Programme,
        round::Round,
        score::{Assessment, Circumstances, assess},
        unit::Unit,
    },
    i18n::{Message, key},
    report::Case,
};
use std::sync::Arc;

/// An inspection with everything around it.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) inspection: Inspection,
    pub(super) programme: Arc<Programme>,
    pub(super) unit: Unit,
    pub(super) round: Round,
    pub(super) about: Circumstances,
    head: String,
}

impl Folder {
    /// What the inspection is worth.
    pub(super) fn assessment(&self) -> Assessment {
        assess(&self.programme, &self.inspection, &self.about)
    }

    /// What its documents are made from.
    pub(super) fn case<'a>(&'a self, session: &'a Session) -> Case<'a> {
        Case {
            lang: session.out.lang,
            programme: &self.programme,
            units: session.vault.units(),
            unit: &self.unit,
            round: &self.round,
            inspection: &self.inspection,
            about: self.about,
            settings: session.vault.settings(),
            today: session.today,
            head: &self.head,
            practice: session.vault.practice().is_some(),
        }
    }
}

impl Session {
    /// Everything around the inspection with this id.
    pub(super) fn folder(&mut self, id: InspectionId) -> Result<Folder, Failure> {
        let inspection = self.inspection(id)?;
        let programme = self.programme_of(&inspection)?;
        let gone = |what: String| Failure::failed(Message::new(key::CLI_PART_GONE).with("what", what));
        let plan = &inspection.plan;
        let unit = self.vault.units().get(plan.unit).cloned().ok_or_else(|| gone(plan.unit.to_string()))?;
        let round = self.vault.round(&plan.round).cloned().ok_or_else(|| gone(plan.round.to_string()))?;
        let about = Circumstances { tier: Some(unit.tier), pilot: unit.pilot, milestone: round.milestone };
        Ok(Folder { inspection, programme, unit, round, about, head: self.vault.head() })
    }
}
