//! Second looks in the vault: which there are, and what one is drawn from. Draws nothing itself.

use super::{Vault, VaultError};
use crate::domain::{
    edit::{Change, Edit},
    ids::InspectionId,
    inspection::State,
    looking_again::{self, NoSecond, Said},
    score::Circumstances,
    second::Second,
    summary::Summary,
};
use thiserror::Error;

/// Why no second look was drawn.
#[derive(Debug, Error)]
pub enum Undrawn {
    /// The vault cannot be read.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The vault does not hold the inspection or its unit.
    #[error("the inspection is not there")]
    Gone,
    /// It is refused.
    #[error(transparent)]
    Refused(#[from] NoSecond),
}

impl Vault {
    /// The summaries of all second looks, the newest last as far as their draws tell.
    #[must_use]
    pub fn second_looks(&self) -> Vec<&Summary> {
        let mut looks: Vec<&Summary> = self.memory.summaries.second_looks().collect();
        looks.sort_by_key(|summary| (summary.signed_at.is_none(), summary.signed_at, summary.id));
        looks
    }

    /// The second looks at an inspection: those that are signed in the order of their signatures, then the one that is not.
    pub fn looks_at(&self, first: InspectionId) -> impl Iterator<Item = &Summary> {
        let of = move |summary: &&Summary| summary.second.as_ref().is_some_and(|looked| looked.of == first);
        self.second_looks().into_iter().filter(of)
    }

    /// The second look that keeps an inspection from `name`: one by `name` that is not signed. Who looks again sees nothing of the first
    /// look until then, unless the head of team opened it.
    #[must_use]
    pub fn closed_to(&self, first: InspectionId, name: &str) -> Option<&Summary> {
        self.looks_at(first).find(|look| look.closes_first_look_to(name))
    }

    /// Draws a second look at an inspection: the changes that make it the inspection `id`, and what was drawn.
    ///
    /// # Errors
    /// [`Undrawn`].
    pub fn draw_second(
        &mut self,
        first: InspectionId,
        id: InspectionId,
        said: Said,
    ) -> Result<(Vec<Change>, Second), Undrawn> {
        let inspection = self.inspection(first)?.ok_or(Undrawn::Gone)?;
        let programme = self.programme(&inspection.plan.programme)?;
        let unit = self.units().get(inspection.plan.unit).cloned().ok_or(Undrawn::Gone)?;
        let about = Circumstances::of(Some(&unit), self.round(&inspection.plan.round));
        let is_underway = self.looks_at(first).any(|look| look.state != State::Signed);
        let second = looking_again::draw(&inspection, &programme, &about, &unit.code, is_underway, said)?;
        let edits = [Edit::Plan(looking_again::plan(&inspection, &second)), Edit::Second(Box::new(second.clone()))];
        let change = |edit| Change::Inspection { id, edit: Box::new(edit) };
        Ok((edits.into_iter().map(change).collect(), second))
    }
}
