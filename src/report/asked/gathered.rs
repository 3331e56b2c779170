//! Everything a document is made from, gathered from the vault and owned: what takes long after that – rolling up, wording, laying out –
//! needs the vault no more, and can be done beside whoever owns it.

use super::{About, Asked, Made, figures, matters};
use crate::{
    beside::free,
    domain::{ids::RoundId, rollup::By},
    report::{
        Issue,
        document::{Document, Stamp},
        format::Format,
        gather::{self, Extent, Folder, Ground},
        inspection, minutes, rollup, sheets,
    },
    store::{Vault, VaultError},
};

/// A document that is asked for, with what it is made from.
#[derive(Debug)]
pub struct Gathered {
    format: Format,
    from: Matter,
    command: Option<String>,
    head: String,
}

#[derive(Debug)]
enum Matter {
    /// About one inspection or unit: there is little to it.
    Document(Box<Document>),
    Round(Box<Ground>, By),
    Nominations(Box<Ground>),
    Matters(matters::Matters),
}

impl Gathered {
    pub(super) fn of(asked: &Asked, vault: &mut Vault, issue: &Issue) -> Result<Option<Self>, VaultError> {
        let about = &asked.about;
        let from = match about {
            About::Inspection(id) => {
                let folder =
                    Folder::of(vault, *id)?.map(|folder| folder.with_flags_among(vault, issue.compared)).transpose()?;
                folder.map(|folder| inspection::build(&folder.case(vault, issue))).map(Matter::of)
            }
            About::Minutes(id) => {
                Folder::of(vault, *id)?.map(|folder| minutes::build(&folder.case(vault, issue))).map(Matter::of)
            }
            About::Letter(unit) => gather::letter(vault, *unit, issue)?.map(Matter::of),
            About::Rollup { round, by, under, kind } => {
                let extent = Extent { under: under.as_deref(), kind: kind.as_ref() };
                ground(vault, round, extent)?.map(|it| Matter::Round(it, *by))
            }
            About::Nominations { round, under } => {
                let extent = Extent { under: under.as_deref(), kind: None };
                ground(vault, round, extent)?.map(Matter::Nominations)
            }
            About::Findings(_) | About::Matters(_) => {
                Some(Matter::Matters(matters::gather(vault, about, issue.today)?))
            }
        };
        let (command, head) = (about.command(vault), vault.head());
        Ok(from.map(|from| Self { format: asked.format, from, command, head }))
    }

    /// The document in its format, with the foot by which it can be checked.
    ///
    /// # Errors
    /// When the format cannot hold so much.
    pub fn make(self, issue: &Issue) -> Result<Made, sheets::xlsx::Unmade> {
        // Figures are no document: nothing of the report is built for them.
        match (&self.from, self.format) {
            (Matter::Round(ground, by), Format::Csv) => return Ok(figures::csv(ground, *by, issue)),
            (Matter::Round(ground, _), Format::Xlsx) => return figures::book(ground, issue),
            _ => {}
        }
        let document = match &self.from {
            Matter::Document(document) => (**document).clone(),
            Matter::Round(ground, by) => rollup::build(&ground.material(issue), *by),
            Matter::Nominations(ground) => rollup::nominations(&ground.material(issue)),
            Matter::Matters(matters) => matters.text(issue.lang, issue.today),
        };
        let stamp = self.command.map(|command| Stamp { command, day: issue.today, head: self.head });
        let document = Document { stamp, ..document };
        let content = match (&self.from, self.format) {
            (Matter::Nominations(ground), Format::Csv) => figures::nominations(ground, issue),
            (Matter::Matters(matters), Format::Csv) => matters.csv(issue.today).into_bytes(),
            (_, format) => format.render(&document),
        };
        let title = document.title.clone();
        if !matches!(self.from, Matter::Document(_)) {
            // Of a province that takes as long as a third of the making.
            free((self.from, document));
        }
        Ok(Made { title, content })
    }
}

impl Matter {
    fn of(document: Document) -> Self {
        Self::Document(Box::new(document))
    }
}

/// Everything of a round, over the units of `extent`.
fn ground(vault: &mut Vault, round: &RoundId, extent: Extent) -> Result<Option<Box<Ground>>, VaultError> {
    let programme = vault.current_programme()?;
    Ok(Ground::of(vault, round, extent, programme)?.map(Box::new))
}
