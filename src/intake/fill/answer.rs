//! The answers of a fill file: one mark each, and what else is said of the item.

use super::{
    Filled,
    parts::Context,
    table::{Notes, Table, Text},
};
use crate::{
    domain::{
        answer::{Answer, Reason},
        edit::Edit,
    },
    i18n::{Message, key},
};

/// The keys that mark an item; an answer holds one of them.
const MARKS: [&str; 4] = ["rating", "not_applicable", "not_verified", "unanswered"];

/// A mark that is missing or wrong; its mistake is noted.
pub(super) struct NoMark;

impl Context<'_> {
    /// `[[answer]]`: the mark, and what else is said of the item.
    pub(super) fn answer(&self, table: &Table, item: Option<Text>, filled: &mut Filled, notes: &mut Notes) {
        table.only(
            &["item", "rating", "not_applicable", "not_verified", "unanswered", "evidence", "note", "seconds", "at"],
            notes,
        );
        let item = item.and_then(|item| self.item(&item, notes));
        let mark = mark(table, notes);
        let cited = table.texts("evidence", notes).map(|cited| self.cited(cited, notes));
        let note = table.text("note", notes);
        let (seconds, at) = (table.number("seconds", notes), table.time("at", notes));
        let Some(item) = item else { return };
        if let Ok(mark) = mark {
            filled.edits.push(Edit::Answer(item.clone(), mark));
        }
        if let Some(cited) = cited {
            filled.edits.push(Edit::Cite(item.clone(), cited));
        }
        if let Some(note) = note {
            filled.edits.push(Edit::Note(item.clone(), note.words));
        }
        if seconds.is_some() || at.is_some() {
            let was = self.inspection.entries.get(&item);
            let seconds = seconds.or(was.map(|was| was.seconds)).unwrap_or(0);
            let at = at.or(was.and_then(|was| was.at));
            filled.edits.push(Edit::Timing(item, seconds, at));
        }
    }
}

/// The one mark of an answer; nothing when the answer says that there is none yet.
pub(super) fn mark(table: &Table, notes: &mut Notes) -> Result<Option<Answer>, NoMark> {
    let mut given: Vec<(usize, &str)> =
        MARKS.into_iter().filter_map(|name| Some((table.place_of(name)?, name))).collect();
    given.sort_unstable();
    match given[..] {
        [(_, "rating")] => table.level("rating", notes).map(|level| Some(Answer::Rated(level))).ok_or(NoMark),
        [(_, name @ "not_applicable")] => Ok(Some(Answer::NotApplicable(reason(table, name, notes)?))),
        [(_, name @ "not_verified")] => Ok(Some(Answer::NotVerified(reason(table, name, notes)?))),
        [(at, name)] => {
            let unanswered = table.flag(name, notes).ok_or(NoMark)?;
            if !unanswered {
                notes.add(at, key::FILL_NO_MARK);
            }
            Ok(None)
        }
        [] => {
            notes.add(table.at, key::FILL_NO_MARK);
            Err(NoMark)
        }
        [_, (second, _), ..] => {
            notes.add(second, key::FILL_TWO_MARKS);
            Err(NoMark)
        }
    }
}

fn reason(table: &Table, name: &str, notes: &mut Notes) -> Result<Reason, NoMark> {
    let words = table.text(name, notes).ok_or(NoMark)?;
    Reason::new(&words.words).ok_or_else(|| {
        notes.add(words.at, Message::new(key::FILL_REASON).with("key", name));
        NoMark
    })
}
