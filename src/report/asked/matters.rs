//! Gathers findings and recommendations of many inspections for their text and their table.

use super::About;
use crate::{
    domain::{
        follow_up::{Number, narrow},
        ids::{InspectionId, RoundId},
        inspection::State,
        lang::Lang,
        round::Round,
        summary::Summary,
    },
    report::{
        document::Document,
        findings::{self, Source, Which},
        gather::Folder,
        mark_practice,
    },
    store::{Vault, VaultError},
};
use chrono::NaiveDate;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// The inspections of a round – of all rounds where none is given – that are begun, under a place where one is given.
pub(super) fn in_scope(
    vault: &Vault,
    round: Option<&RoundId>,
    under: Option<&str>,
    today: NaiveDate,
) -> Vec<InspectionId> {
    let units = vault.units();
    let in_scope = |summary: &&Summary| {
        let day = vault.round(&summary.round).and_then(Round::day).unwrap_or(today);
        summary.state != State::Planned
            && round.is_none_or(|round| *round == summary.round)
            && under.is_none_or(|code| units.get(summary.unit).is_some_and(|unit| units.is_under(unit, code, day)))
    };
    vault.summaries().into_iter().filter(in_scope).map(|summary| summary.id).collect()
}

/// The inspections whose matters are asked for, in the order of unit codes, then rounds, and which of their matters; nothing for what is
/// about no matters.
pub(super) fn gather(vault: &mut Vault, about: &About, today: NaiveDate) -> Result<(Vec<Folder>, Which), VaultError> {
    let (mut folders, which) = match about {
        About::Findings { round, under, which } => {
            let wanted = in_scope(vault, round.as_ref(), under.as_deref(), today);
            (whole(vault, wanted)?, *which)
        }
        About::Matters(shown) => (narrowed(vault, shown)?, Which::All),
        _ => (Vec::new(), Which::All),
    };
    folders.sort_by(|a, b| (&a.unit.code, &a.round.id).cmp(&(&b.unit.code, &b.round.id)));
    Ok((folders, which))
}

/// The inspections that have any matter.
fn whole(vault: &mut Vault, ids: Vec<InspectionId>) -> Result<Vec<Folder>, VaultError> {
    let mut folders = Vec::new();
    for id in ids {
        let has_any =
            |folder: &Folder| !(folder.inspection.findings.is_empty() && folder.inspection.recommendations.is_empty());
        folders.extend(Folder::of(vault, id)?.filter(has_any));
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

fn sources(folders: &[Folder]) -> Vec<Source<'_>> {
    let source = |folder| {
        let Folder { programme, unit, round, inspection, .. }: &Folder = folder;
        Source { programme: Arc::clone(programme), unit, round, inspection: inspection.clone() }
    };
    folders.iter().map(source).collect()
}

/// Their table.
pub(super) fn csv(folders: &[Folder], which: Which, today: NaiveDate) -> String {
    findings::csv(&sources(folders), which, None, today)
}

/// Their text, grouped by unit.
pub(super) fn text(vault: &Vault, folders: &[Folder], which: Which, lang: Lang, today: NaiveDate) -> Document {
    let mut document = findings::build(lang, vault.units(), &sources(folders), which, None, today);
    if vault.practice().is_some() {
        mark_practice(&mut document);
    }
    document
}
