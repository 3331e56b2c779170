//! Gathers findings and recommendations of many inspections for their text and their table.

use super::About;
use crate::{
    domain::{
        follow_up::{Number, narrow},
        ids::{FindingId, InspectionId},
        inspected::Inspected,
        lang::Lang,
        unit::Units,
    },
    report::{
        document::Document,
        findings::{self, Source, Wanted, Which},
        gather::Folder,
        mark_practice,
    },
    store::{Head, Vault, VaultError},
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Inspections in the order of unit codes, then rounds, and which of their matters are told.
#[derive(Debug)]
pub(super) struct Matters {
    units: Units,
    practice: bool,
    folders: Vec<Folder>,
    which: Which,
    only: Option<FindingId>,
}

/// The inspections that can have any of the findings asked for.
pub(super) fn in_scope(vault: &Vault, wanted: &Wanted, today: NaiveDate) -> Vec<InspectionId> {
    let rounds = vault.rounds();
    let round = |head: &Head| rounds.iter().copied().find(|round| round.id.as_str() == head.round());
    let takes = |head: &Head| wanted.takes(*head, round(head), vault.units(), today);
    vault.heads().filter(takes).map(Inspected::id).collect()
}

/// The inspections whose matters are asked for; none for what is about no matters.
pub(super) fn gather(vault: &mut Vault, about: &About, today: NaiveDate) -> Result<Matters, VaultError> {
    let (mut folders, which, only) = match about {
        About::Findings(wanted) => (whole(vault, wanted, today)?, wanted.which, wanted.only.clone()),
        About::Matters(shown) => (narrowed(vault, shown)?, Which::All, None),
        _ => (Vec::new(), Which::All, None),
    };
    folders.sort_by(|a, b| (&a.unit.code, &a.round.id).cmp(&(&b.unit.code, &b.round.id)));
    Ok(Matters { units: vault.units().clone(), practice: vault.practice().is_some(), folders, which, only })
}

/// The inspections that have any matter.
fn whole(vault: &mut Vault, wanted: &Wanted, today: NaiveDate) -> Result<Vec<Folder>, VaultError> {
    let mut folders = Vec::new();
    for id in in_scope(vault, wanted, today) {
        let Some(mut folder) = Folder::of(vault, id)? else { continue };
        wanted.narrow(&mut folder.inspection, &folder.programme);
        if !(folder.inspection.findings.is_empty() && folder.inspection.recommendations.is_empty()) {
            folders.push(folder);
        }
    }
    Ok(folders)
}

/// The inspections of the matters `shown`, narrowed to them.
fn narrowed(vault: &mut Vault, shown: &[(InspectionId, Number)]) -> Result<Vec<Folder>, VaultError> {
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
    Ok(folders)
}

impl Matters {
    fn sources(&self) -> Vec<Source<'_>> {
        let source = |folder| {
            let Folder { programme, unit, round, inspection, .. }: &Folder = folder;
            Source { programme: Arc::clone(programme), unit, round, inspection: inspection.clone() }
        };
        self.folders.iter().map(source).collect()
    }

    /// Their table.
    pub(super) fn csv(&self, today: NaiveDate) -> String {
        findings::csv(&self.sources(), self.which, self.only.as_ref(), today)
    }

    /// Their text, grouped by unit.
    pub(super) fn text(&self, lang: Lang, today: NaiveDate) -> Document {
        let sources = self.sources();
        let mut document = findings::build(lang, &self.units, &sources, self.which, self.only.as_ref(), today);
        if self.practice {
            mark_practice(&mut document);
        }
        document
    }
}
