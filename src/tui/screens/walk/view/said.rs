//! The words of the item in hand as they are drawn, a paragraph each: for the walk in words.

use super::{
    Target,
    item::{Drawing, Row},
};
use crate::{
    i18n::Lang,
    tui::{screens::walk::sheet::Sheet, ui::theme::Theme},
};

/// What is drawn of an item, without its levels.
#[derive(Debug, Default)]
pub(in super::super) struct Said {
    /// Question and guidance.
    pub(in super::super) asked: Vec<String>,
    /// What the evidence carries, and what stands in the way.
    pub(in super::super) recorded: Vec<String>,
    /// Evidence, findings and recommendations, in the order of the pane.
    pub(in super::super) records: Vec<String>,
    /// The note, and the rule that is broken.
    pub(in super::super) noted: Vec<String>,
}

/// The words of the item in hand.
pub(in super::super) fn said(sheet: &Sheet, lang: Lang) -> Said {
    let theme = Theme::mono();
    let Some(drawing) = Drawing::unbroken(sheet, lang, &theme) else { return Said::default() };
    let recorded = drawing.recorded();
    let is_record = |row: &Row| matches!(row.0, Some(Target::Record(_)));
    let first = recorded.iter().position(is_record);
    let last = recorded.iter().rposition(is_record).map_or(first, |last| Some(last + 1));
    let (first, last) = (first.unwrap_or(1), last.unwrap_or(1));
    Said {
        asked: words(&[drawing.question(), drawing.guidance_rows(), drawing.talk_rows()].concat()),
        recorded: words(recorded.get(..first).unwrap_or_default()),
        records: words(recorded.get(first..last).unwrap_or_default()),
        noted: words(recorded.get(last..).unwrap_or_default()),
    }
}

/// The rows without the marks that stand before their words.
fn words(rows: &[Row]) -> Vec<String> {
    let text = rows.iter().map(|(_, line)| line.to_string());
    let bare = text.map(|text| text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '“').trim().to_owned());
    bare.filter(|text| !text.is_empty()).collect()
}
