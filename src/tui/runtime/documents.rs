//! Builds the documents that screens ask for, from the vault; the same ones that the command line makes.

use super::gather::text_of;
use crate::{
    domain::{
        ids::{InspectionId, RoundId},
        inspection::State,
        lang::Lang,
        summary::Summary,
    },
    report::{
        self,
        document::Document,
        findings::Which,
        gather::{Folder, Ground},
    },
    store::{Vault, VaultError},
    tui::asked::{About, Asked},
};
use chrono::NaiveDate;

/// The document; `None` when what it is about is no longer there.
pub(super) fn build(
    vault: &mut Vault,
    asked: &Asked,
    today: NaiveDate,
    lang: Lang,
) -> Result<Option<Document>, VaultError> {
    match &asked.about {
        About::Inspection(id) => {
            let folder = Folder::of(vault, *id)?;
            Ok(folder.map(|folder| report::inspection::build(&folder.case(vault, lang, today))))
        }
        About::Rollup { round, by, under } => {
            let programme = vault.current_programme()?;
            let ground = Ground::of(vault, round, under.as_deref(), programme)?;
            Ok(ground.map(|ground| report::rollup::build(&ground.material(vault, lang, today), *by)))
        }
        About::Findings { round, under, which } => {
            findings(vault, round.as_ref(), under.as_deref(), *which, today, lang).map(Some)
        }
    }
}

fn findings(
    vault: &mut Vault,
    round: Option<&RoundId>,
    under: Option<&str>,
    which: Which,
    today: NaiveDate,
    lang: Lang,
) -> Result<Document, VaultError> {
    let units = vault.units();
    let in_scope = |summary: &&Summary| {
        let day = vault.round(&summary.round).and_then(crate::domain::round::Round::day).unwrap_or(today);
        summary.state != State::Planned
            && round.is_none_or(|round| *round == summary.round)
            && under.is_none_or(|code| units.get(summary.unit).is_some_and(|unit| units.is_under(unit, code, day)))
    };
    let wanted: Vec<InspectionId> = vault.summaries().into_iter().filter(in_scope).map(|summary| summary.id).collect();
    let mut folders = Vec::new();
    for id in wanted {
        folders.extend(Folder::of(vault, id)?.filter(|folder| !folder.inspection.findings.is_empty()));
    }
    Ok(text_of(vault, folders, which, today, lang))
}
