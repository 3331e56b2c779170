//! The roll-up report of a round (BC), in the Party layout.

use super::document::Document;
use crate::domain::{
    edit::Settings,
    inspection::Inspection,
    lang::Lang,
    rollup::{By, Scope},
    round::Round,
    summary::Summary,
};

/// Everything a roll-up report is made from.
#[derive(Debug, Clone)]
pub struct Material<'a> {
    /// Language of the document's own words.
    pub lang: Lang,
    /// Which units and which round.
    pub scope: Scope<'a>,
    /// The round.
    pub round: &'a Round,
    /// The round compared with.
    pub previous: Option<&'a Round>,
    /// Summaries of both rounds.
    pub summaries: &'a [Summary],
    /// The signed inspections of the round in scope, for findings and recommendations.
    pub inspections: &'a [Inspection],
    /// The team's settings.
    pub settings: &'a Settings,
    /// Hash of the journal's newest record.
    pub head: &'a str,
    /// Made in a practice vault.
    pub practice: bool,
}

/// Builds the report, grouped `by`; the whole and its annexes are always there.
#[must_use]
pub fn build(material: &Material, by: By) -> Document {
    todo!("{material:?}{by:?}")
}
