//! The words of the item in hand as they are drawn, a paragraph each: for the walk in words.

use super::item::{Drawing, Row};
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
    let first = recorded.iter().position(|(record, _)| record.is_some()).unwrap_or(recorded.len());
    let last = recorded.iter().rposition(|(record, _)| record.is_some()).map_or(first, |last| last + 1);
    let part = |rows: &[(Option<usize>, Row)]| words(rows.iter().map(|(_, (_, line))| line.to_string()));
    Said {
        asked: words(drawing.asked().iter().map(ToString::to_string)),
        recorded: part(&recorded[..first]),
        records: part(&recorded[first..last]),
        noted: part(&recorded[last..]),
    }
}

/// The rows without the marks that stand before their words.
fn words(rows: impl Iterator<Item = String>) -> Vec<String> {
    let bare = rows.map(|text| text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '“').trim().to_owned());
    bare.filter(|text| !text.is_empty()).collect()
}
