//! Documents: one model, pure builders, one small file per format. Only `write.rs` touches files. The generator never writes a sentence
//! that has no number, name, place or date in it.

pub mod asked;
mod csv;
pub mod document;
pub mod docx;
pub mod draw;
pub mod findings;
pub mod flags;
pub mod format;
pub mod gather;
pub mod html;
pub mod inspection;
pub mod json;
pub mod layout;
pub mod letter;
mod letterhead;
pub mod md;
pub mod minutes;
pub mod rollup;
pub mod second;
pub mod sheets;
pub mod stamp;
pub mod txt;
mod words;
pub mod write;
mod yardstick;

use crate::domain::{
    burden::Yardsticks,
    edit::Settings,
    inspection::Inspection,
    lang::Lang,
    programme::Programme,
    round::Round,
    score::Circumstances,
    unit::{Unit, Units},
};
use crate::i18n;
use chrono::NaiveDate;

/// How documents are issued: in which language, on which day, in which layouts.
#[derive(Debug, Clone, Copy)]
pub struct Issue<'a> {
    /// Language of their own words.
    pub lang: Lang,
    /// The day they are dated, and what is overdue by.
    pub today: NaiveDate,
    /// The layouts of head and foot.
    pub layouts: &'a layout::Layouts,
    /// The inspections of a round, compared once for the reports of many of them.
    pub compared: Option<&'a flags::Compared>,
}

/// Everything a document about one inspection is made from.
#[derive(Debug, Clone, Copy)]
pub struct Case<'a> {
    /// Language of the document's own words; what people typed stays as typed.
    pub lang: Lang,
    /// The programme version it was filled with.
    pub programme: &'a Programme,
    /// All units, for the unit's place.
    pub units: &'a Units,
    /// The unit inspected.
    pub unit: &'a Unit,
    /// The round.
    pub round: &'a Round,
    /// What the inspection's burden is compared with.
    pub yardsticks: &'a Yardsticks,
    /// The inspection.
    pub inspection: &'a Inspection,
    /// The second looks at it that are signed, in the order of their signatures.
    pub seconds: &'a [Inspection],
    /// What conditions may ask about unit and round.
    pub about: Circumstances,
    /// The team's settings.
    pub settings: &'a Settings,
    /// The layouts of head and foot.
    pub layouts: &'a layout::Layouts,
    /// The day the document is dated.
    pub today: NaiveDate,
    /// Hash of the journal's newest record.
    pub head: &'a str,
    /// The flags, where they were reckoned.
    pub flags: Option<&'a flags::Flagged>,
    /// Made in a practice vault: marked on every page.
    pub practice: bool,
}

impl Case<'_> {
    /// What head and foot are made from.
    fn paper(&self) -> letterhead::Paper<'_> {
        letterhead::Paper::new(self.settings, &self.programme.documents, self.layouts, self.today)
    }
}

/// Marks a document as made in a practice vault: the mark stands first, last and on every page. Reports of a [`Case`] and roll-ups
/// are marked by their builders.
pub fn mark_practice(document: &mut document::Document) {
    document.mark = Some(i18n::say(document.lang, i18n::key::REPORT_PRACTICE));
}
