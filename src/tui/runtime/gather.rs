//! Gathers findings and recommendations of all inspections for the storage thread. What was read once is kept until its inspection
//! changes: only the first gathering reads every sheet.

use crate::{
    domain::{
        follow_up::{Earlier, Matter, Matters, Number},
        ids::{InspectionId, UnitId},
        inspected::Inspected,
        inspection::State,
        summary::Summary,
        unit::Unit,
    },
    store::{Vault, VaultError},
    text::Findable,
    tui::message::Gathered,
};
use std::{cmp::Reverse, collections::HashMap, sync::Arc};

/// What was gathered, and is still true. An inspection without findings is known as `None`.
#[derive(Debug, Default)]
pub(super) struct Gatherer {
    known: HashMap<InspectionId, Option<Arc<Gathered>>>,
}

impl Gatherer {
    /// Forgets the inspections that changed.
    pub(super) fn forget(&mut self, changed: &[Summary]) {
        for summary in changed {
            self.known.remove(&summary.id);
        }
    }

    /// Reads at most `most` inspections that are not known yet, in the order in which they lie in the index; how many are known then, and how many there are to know.
    pub(super) fn read_some(&mut self, vault: &mut Vault, most: usize) -> Result<(usize, usize), VaultError> {
        let mut begun = begun(vault.heads());
        begun.sort_unstable();
        let unknown: Vec<InspectionId> = begun.iter().filter(|id| !self.known.contains_key(id)).copied().collect();
        for id in unknown.iter().take(most) {
            let read = read(vault, *id)?.map(Arc::new);
            self.known.insert(*id, read);
        }
        Ok((begun.len() - unknown.len().saturating_sub(most), begun.len()))
    }

    /// The matters of every inspection that has any.
    pub(super) fn gather(&mut self, vault: &mut Vault) -> Result<Vec<Arc<Gathered>>, VaultError> {
        let begun = begun(vault.heads());
        self.gather_of(vault, begun)
    }

    /// The matters of the inspections of one unit.
    pub(super) fn gather_unit(&mut self, vault: &mut Vault, unit: UnitId) -> Result<Vec<Arc<Gathered>>, VaultError> {
        let begun = begun(vault.summaries_of(unit));
        self.gather_of(vault, begun)
    }

    fn gather_of(&mut self, vault: &mut Vault, begun: Vec<InspectionId>) -> Result<Vec<Arc<Gathered>>, VaultError> {
        let mut all = Vec::new();
        for id in begun {
            let gathered = if let Some(known) = self.known.get(&id) {
                known.clone()
            } else {
                let read = read(vault, id)?.map(Arc::new);
                self.known.insert(id, read.clone());
                read
            };
            all.extend(gathered);
        }
        Ok(all)
    }
}

/// Those that anything was recorded for.
fn begun<'a, T: Inspected<'a>>(inspections: impl IntoIterator<Item = T>) -> Vec<InspectionId> {
    inspections.into_iter().filter(|one| one.state() != State::Planned).map(T::id).collect()
}

fn read(vault: &mut Vault, id: InspectionId) -> Result<Option<Gathered>, VaultError> {
    let Some(inspection) = vault.inspection(id)? else { return Ok(None) };
    let hash = inspection.plan.programme.clone();
    let Some(matters) = Matters::of(&inspection) else { return Ok(None) };
    let programme = vault.programme(&hash)?;
    let unit = vault.units().get(matters.unit);
    let list = matters.list().into_iter().map(|matter| {
        let words = words(&matters, &matter, unit);
        (matter, words)
    });
    let list = list.collect();
    Ok(Some(Gathered { programme, code: unit.map(|unit| unit.code.clone()).unwrap_or_default(), list, matters }))
}

/// Unit, texts and owner of a matter.
fn words(matters: &Matters, matter: &Matter, unit: Option<&Unit>) -> Findable {
    let mut words = vec![matters.round.as_str(), matter.number.as_str()];
    words.extend(unit.into_iter().flat_map(|unit| [unit.name.as_str(), unit.code.as_str()]));
    if let Number::Recommendation(id) = &matter.number
        && let Some(what) = matters.recommendations.get(id)
    {
        words.extend([&what.action, &what.owner, &what.check, &what.followed_by].map(String::as_str));
    }
    for (id, finding) in matters.findings_of(&matter.number) {
        let texts = [&finding.condition, &finding.criterion, &finding.cause, &finding.effect, &finding.reply];
        words.push(id.as_str());
        words.extend(texts.map(String::as_str));
    }
    Findable::of(&words.join(" "))
}

/// What signed inspections of the same unit in earlier rounds left behind, the latest round first.
pub(super) fn earlier(vault: &Vault, id: InspectionId) -> Result<Earlier, VaultError> {
    // Who looks again is not shown what was found before.
    let Some(here) = vault.summary(id).filter(|here| here.second.is_none()) else { return Ok(Earlier::default()) };
    let rounds: Vec<_> = vault.rounds().into_iter().map(|round| &round.id).collect();
    let place = |summary: &Summary| rounds.iter().position(|round| **round == summary.round);
    let mut before: Vec<_> = vault
        .summaries_of(here.unit)
        .filter(|one| one.signed_at.is_some() && place(one) < place(here))
        .map(|one| (Reverse(place(one)), one.id))
        .collect();
    before.sort();
    let read = before.into_iter().map(|(_, id)| vault.inspection(id));
    let inspections: Vec<_> = read.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    Ok(Earlier::of(&inspections))
}
