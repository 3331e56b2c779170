//! The annex about the inspections themselves, for the head of team: scores around the lines of bands (T10). Names nobody.

use super::{super::document::Document, Matter};
use crate::i18n::{key, praise, say};

/// Adds the rule and a line for each band.
pub(super) fn add(document: &mut Document, matter: &Matter) {
    let lang = matter.material.lang;
    let programme = matter.material.scope.programme;
    document.heading(2, say(lang, key::TEAM_LINES));
    if matter.rollup.lines.is_empty() {
        document.paragraph(matter.about(key::TEAM_NO_LINES));
        return;
    }
    document.paragraph(praise::lines_rule(lang, programme));
    document.list(matter.rollup.lines.iter().map(|line| praise::near_line(lang, programme, line)).collect());
}
