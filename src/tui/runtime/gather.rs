//! Gathers findings and recommendations of all inspections for the storage thread, and makes the text of some. What was read once is
//! kept until its inspection changes: only the first gathering reads every sheet.

use crate::{
    domain::{
        follow_up::{Earlier, Matter, Matters, Number, narrow},
        ids::{InspectionId, UnitId},
        inspection::State,
        lang::Lang,
        summary::Summary,
        unit::Unit,
    },
    report::{
        document::Document,
        findings::{Source, Which, build},
        gather::Folder,
        mark_practice,
    },
    store::{Vault, VaultError},
    text::Findable,
    tui::message::Gathered,
};
use chrono::NaiveDate;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

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

    /// Reads at most `most` inspections that are not known yet; how many are known then, and how many there are to know.
    pub(super) fn read_some(&mut self, vault: &mut Vault, most: usize) -> Result<(usize, usize), VaultError> {
        let begun = vault.summaries().into_iter().filter(|summary| summary.state != State::Planned);
        let begun: Vec<InspectionId> = begun.map(|summary| summary.id).collect();
        let unknown: Vec<InspectionId> = begun.iter().filter(|id| !self.known.contains_key(id)).copied().collect();
        for id in unknown.iter().take(most) {
            let read = read(vault, *id)?.map(Arc::new);
            self.known.insert(*id, read);
        }
        Ok((begun.len() - unknown.len().saturating_sub(most), begun.len()))
    }

    /// The matters of every inspection that has any.
    pub(super) fn gather(&mut self, vault: &mut Vault) -> Result<Vec<Arc<Gathered>>, VaultError> {
        self.gather_of(vault, |_| true)
    }

    /// The matters of the inspections of one unit.
    pub(super) fn gather_unit(&mut self, vault: &mut Vault, unit: UnitId) -> Result<Vec<Arc<Gathered>>, VaultError> {
        self.gather_of(vault, |summary| summary.unit == unit)
    }

    fn gather_of(
        &mut self,
        vault: &mut Vault,
        asked: impl Fn(&Summary) -> bool,
    ) -> Result<Vec<Arc<Gathered>>, VaultError> {
        let begun: Vec<InspectionId> = vault
            .summaries()
            .into_iter()
            .filter(|summary| summary.state != State::Planned && asked(summary))
            .map(|summary| summary.id)
            .collect();
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

fn read(vault: &mut Vault, id: InspectionId) -> Result<Option<Gathered>, VaultError> {
    let Some(inspection) = vault.inspection(id)? else { return Ok(None) };
    let hash = inspection.plan.programme.clone();
    let Some(matters) = Matters::of(inspection) else { return Ok(None) };
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
    let Some(here) = vault.summary(id) else { return Ok(Earlier::default()) };
    let rounds: Vec<_> = vault.rounds().into_iter().map(|round| &round.id).collect();
    let place = |summary: &Summary| rounds.iter().position(|round| **round == summary.round);
    let mut before: Vec<_> = vault
        .summaries()
        .into_iter()
        .filter(|one| one.unit == here.unit && one.signed_at.is_some() && place(one) < place(here))
        .map(|one| (Reverse(place(one)), one.id))
        .collect();
    before.sort();
    let read = before.into_iter().map(|(_, id)| vault.inspection(id));
    let inspections: Vec<_> = read.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    Ok(Earlier::of(&inspections))
}

/// The inspections of the matters `shown`, narrowed to them, in the order of unit codes, then rounds.
fn folders(vault: &mut Vault, shown: &[(InspectionId, Number)]) -> Result<Vec<Folder>, VaultError> {
    let mut asked: BTreeMap<InspectionId, BTreeSet<Number>> = BTreeMap::new();
    for (id, number) in shown {
        asked.entry(*id).or_default().insert(number.clone());
    }
    let mut folders = Vec::with_capacity(asked.len());
    for (id, numbers) in asked {
        if let Some(mut folder) = Folder::of(vault, id)? {
            narrow(&mut folder.inspection, &numbers);
            folders.push(folder);
        }
    }
    folders.sort_by(|a, b| (&a.unit.code, &a.round.id).cmp(&(&b.unit.code, &b.round.id)));
    Ok(folders)
}

fn sources(folders: &[Folder]) -> Vec<Source<'_>> {
    let source = |folder| {
        let Folder { programme, unit, round, inspection, .. }: &Folder = folder;
        Source { programme: Arc::clone(programme), unit, round, inspection: inspection.clone() }
    };
    folders.iter().map(source).collect()
}

/// The matters `shown` as CSV, in the order of unit codes, then rounds.
pub(super) fn csv(vault: &mut Vault, shown: &[(InspectionId, Number)], today: NaiveDate) -> Result<String, VaultError> {
    let folders = folders(vault, shown)?;
    Ok(crate::report::findings::csv(&sources(&folders), Which::All, None, today))
}

/// The text of the findings of these inspections, in the order of unit codes, then rounds.
pub(super) fn text_of(vault: &Vault, mut folders: Vec<Folder>, which: Which, today: NaiveDate, lang: Lang) -> Document {
    folders.sort_by(|a, b| (&a.unit.code, &a.round.id).cmp(&(&b.unit.code, &b.round.id)));
    let mut document = build(lang, vault.units(), &sources(&folders), which, None, today);
    if vault.practice().is_some() {
        mark_practice(&mut document);
    }
    document
}

/// The text of the matters `shown`, grouped by unit in the order of codes, then rounds.
pub(super) fn document(
    vault: &mut Vault,
    shown: &[(InspectionId, Number)],
    today: NaiveDate,
    lang: Lang,
) -> Result<Document, VaultError> {
    let folders = folders(vault, shown)?;
    let sources = sources(&folders);
    let mut document = build(lang, vault.units(), &sources, Which::All, None, today);
    if vault.practice().is_some() {
        mark_practice(&mut document);
    }
    Ok(document)
}
