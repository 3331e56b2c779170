//! The annex of flags: each question about form with its numbers, the way out, and what the inspector answered.

use super::super::{
    super::{
        document::{Column, Document},
        flags::Flagged,
    },
    Matter,
};
use crate::i18n::{flags, key, say, say_with};

pub(super) fn add(document: &mut Document, matter: &Matter, flagged: &Flagged) {
    let lang = matter.case.lang;
    if flagged.flags.is_empty() {
        document.paragraph(matter.about(key::REPORT_NO_FLAGS));
        return;
    }
    let (all, open) = (flagged.flags.len(), flagged.open());
    let counts = [("count", all.into()), ("open", open.into()), ("unit", matter.case.unit.name.as_str().into())];
    document.paragraph(say_with(lang, key::REPORT_FLAGS, &counts));
    let columns = vec![
        Column::words(say(lang, key::REPORT_COLUMN_FLAG), 4),
        Column::words(say(lang, key::REPORT_COLUMN_SEEN), 12),
        Column::words(say(lang, key::REPORT_COLUMN_FLAG_ANSWER), 8),
    ];
    let wording = flagged.wording(lang);
    let rows = flagged.flags.iter().map(|flag| {
        let name = flags::name(flag.code()).map(|name| say(lang, name)).unwrap_or_default();
        let answer = flagged.answer(flag).map_or_else(
            || say(lang, key::REPORT_FLAG_UNANSWERED),
            |answer| format!("{}\n{}", answer.words, answer.by).trim_end().to_owned(),
        );
        vec![format!("{}\n{name}", flag.code()), wording.seen(flag), answer]
    });
    document.table(columns, rows.collect());
}
