//! Builds the documents that the screen of documents asks for, by what they are about and in a format; the same ones that the command line
//! makes. Those that other screens open stand in `documents`.

use super::{
    answers::{Answers, failed},
    gather::text_of,
    keeper::Keeper,
};
use crate::{
    domain::{
        ids::{InspectionId, RoundId},
        inspection::State,
        lang::Lang,
        summary::Summary,
    },
    i18n::{Message, key},
    report::{
        self,
        document::Document,
        findings::Which,
        gather::{Folder, Ground},
    },
    store::{Vault, VaultError},
    tui::{
        asked::{About, Asked},
        message::Answer,
    },
};
use chrono::NaiveDate;

impl Keeper {
    pub(super) fn build(&mut self, asked: Box<Asked>) -> Answers {
        let (today, lang) = (self.day(), self.lang());
        let built = build(self.vault()?, &asked, today, lang).map_err(|error| failed(error.message()))?;
        let document = built.ok_or_else(|| failed(Message::new(key::REPORTS_GONE)))?;
        let text = asked.format.render(&document);
        Ok(vec![Answer::Built { asked, title: document.title, text }])
    }
}

/// The document; `None` when what it is about is no longer there.
fn build(vault: &mut Vault, asked: &Asked, today: NaiveDate, lang: Lang) -> Result<Option<Document>, VaultError> {
    match &asked.about {
        About::Inspection(id) => {
            let folder = Folder::of(vault, *id)?;
            Ok(folder.map(|folder| report::inspection::build(&folder.case(vault, lang, today))))
        }
        About::Minutes(id) => {
            let folder = Folder::of(vault, *id)?;
            Ok(folder.map(|folder| report::minutes::build(&folder.case(vault, lang, today))))
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

/// The inspections of a round – of all rounds where none is given – that are begun, under a place where one is given.
pub(super) fn in_scope(
    vault: &Vault,
    round: Option<&RoundId>,
    under: Option<&str>,
    today: NaiveDate,
) -> Vec<InspectionId> {
    let units = vault.units();
    let in_scope = |summary: &&Summary| {
        let day = vault.round(&summary.round).and_then(crate::domain::round::Round::day).unwrap_or(today);
        summary.state != State::Planned
            && round.is_none_or(|round| *round == summary.round)
            && under.is_none_or(|code| units.get(summary.unit).is_some_and(|unit| units.is_under(unit, code, day)))
    };
    vault.summaries().into_iter().filter(in_scope).map(|summary| summary.id).collect()
}

fn findings(
    vault: &mut Vault,
    round: Option<&RoundId>,
    under: Option<&str>,
    which: Which,
    today: NaiveDate,
    lang: Lang,
) -> Result<Document, VaultError> {
    let wanted = in_scope(vault, round, under, today);
    let mut folders = Vec::new();
    for id in wanted {
        folders.extend(Folder::of(vault, id)?.filter(|folder| !folder.inspection.findings.is_empty()));
    }
    Ok(text_of(vault, folders, which, today, lang))
}
