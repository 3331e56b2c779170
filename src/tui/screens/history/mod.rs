//! The history of an inspection or a unit: who changed what, when, from what to what, read from the journal, newest first. Not for: taking
//! anything back (that is undo, in the walk), nor the seconds at items, which are measured and no deed.

mod view;
mod words;

use super::{Desk, Screen, Trail};
use crate::{
    domain::{
        ids::{InspectionId, UnitId},
        programme::Programme,
        undo::Reach,
    },
    i18n::{Lang, Message, key, say},
    keymap::{command::Command, context::Context},
    store::HistoryLine,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{cursor::Cursor, page::Page},
        shared::Shared,
        ui::{Frame, Rect, theme::Theme},
    },
};

/// Whose history it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    Inspection(InspectionId),
    Unit(UnitId),
}

/// State of the history.
#[derive(Debug)]
pub struct History {
    about: About,
    /// The item in hand, when there is one.
    trail: Option<Trail>,
    /// Whether only that item's changes are shown.
    only_item: bool,
    /// Newest first; nothing until the journal was read.
    lines: Option<Vec<HistoryLine>>,
    cursor: Cursor,
}

impl History {
    /// The history of an inspection that is still to be read; where an item is in hand, its changes can be shown alone.
    #[must_use]
    pub fn new(id: InspectionId, trail: Option<Trail>) -> Self {
        let only_item = trail.as_ref().is_some_and(|trail| trail.alone);
        Self { about: About::Inspection(id), trail, only_item, lines: None, cursor: Cursor::default() }
    }

    /// The history of a unit and its indicators that is still to be read.
    #[must_use]
    pub fn of_unit(id: UnitId) -> Self {
        Self { about: About::Unit(id), trail: None, only_item: false, lines: None, cursor: Cursor::default() }
    }

    /// The changes that are shown.
    fn shown(&self) -> Vec<&HistoryLine> {
        let only = self.trail.as_ref().filter(|_| self.only_item);
        let lines = self.lines.iter().flatten();
        lines.filter(|line| only.is_none_or(|trail| trail.fields.contains(&line.field))).collect()
    }
}

impl Screen for History {
    fn reach(&self) -> Reach {
        match self.about {
            About::Inspection(id) => Reach::Inspection(id),
            About::Unit(id) => Reach::Unit(id),
        }
    }

    fn context(&self) -> Context {
        Context::History
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(match self.about {
            About::Inspection(id) => Effect::LoadHistory(id),
            About::Unit(id) => Effect::LoadUnitHistory(id),
        });
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        let rows = self.shown().len();
        if !self.cursor.follow(command, rows, desk.shared.page)
            && command == Command::CycleFilter
            && self.trail.is_some()
        {
            self.only_item = !self.only_item;
            self.cursor = Cursor::default();
        }
    }

    fn choose(&mut self, row: usize, _: &mut Desk) {
        let rows = self.shown().len();
        self.cursor.set(row, rows);
    }

    fn hear(&mut self, answer: &Answer, _: &mut Desk) {
        let (about, lines) = match answer {
            Answer::History { id, lines } => (About::Inspection(*id), lines),
            Answer::UnitHistory { id, lines } => (About::Unit(*id), lines),
            _ => return,
        };
        if about == self.about {
            let deeds = lines.iter().rev().filter(|line| !line.field.starts_with("timing/"));
            self.lines = Some(deeds.cloned().collect());
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = match self.about {
            About::Inspection(id) => shared.summaries.get(&id).map(|summary| summary.unit),
            About::Unit(id) => Some(id),
        };
        let unit = unit.map(|unit| shared.unit_name(unit)).unwrap_or_default();
        Message::new(key::HISTORY_PLACE).with("unit", unit)
    }

    fn hints(&self) -> Vec<Command> {
        let mut hints = Vec::new();
        hints.extend(self.trail.is_some().then_some(Command::CycleFilter));
        let (at, last) = (self.cursor.at(), self.shown().len().saturating_sub(1));
        hints.extend((at < last).then_some(Command::PageDown));
        hints.extend((at > 0).then_some(Command::PageUp));
        hints.extend([Command::Back, Command::Help]);
        hints
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}

/// A field in words: `answer/C1-05` is “mức đánh giá C1-05”.
fn in_words(field: &str, lang: Lang) -> String {
    let (kind, id) = field.split_once('/').unwrap_or((field, ""));
    let name = match kind {
        "answer" => key::WORD_ANSWER,
        "cite" => key::EDIT_CITE,
        "note" => key::EDIT_NOTE,
        "evidence" => key::WORD_EVIDENCE,
        "finding" => key::WORD_FINDING,
        "recommendation" => key::WORD_RECOMMENDATION,
        "life" => key::EDIT_LIFE,
        "reply" => key::EDIT_REPLY,
        "visit" => key::EDIT_VISIT,
        "self-score" => key::SELF_SCORE_EDIT,
        "flag" => key::EDIT_FLAG,
        "whole" => key::HISTORY_UNIT,
        // The id of a model is random; its code stands in the value.
        "model" => return say(lang, key::HISTORY_MODEL),
        "plan" => key::HISTORY_PLAN,
        "sign-off" => key::HISTORY_SIGN_OFF,
        // A newer program's field keeps the name that the journal gives it.
        _ => return field.to_owned(),
    };
    format!("{} {id}", say(lang, name)).trim_end().to_owned()
}

/// The name of what happened to a recommendation, by the word that the store gives it.
fn deed_name(deed: &str) -> Option<crate::i18n::Key> {
    Some(match deed {
        "declared" => key::STAGE_DECLARED,
        "verified" => key::STAGE_VERIFIED,
        "withdrawn" => key::STAGE_WITHDRAWN,
        "reopened" => key::DEED_NAME_REOPENED,
        "delayed" => key::DEED_NAME_DELAYED,
        _ => return None,
    })
}

/// A value in words: the kind of evidence and the two marks without a level have names here.
fn value_in_words(field: &str, value: &str, programme: &Programme, lang: Lang) -> String {
    if value.is_empty() {
        return say(lang, key::HISTORY_NOTHING);
    }
    let named = match (field.split('/').next(), value.split_once(": "), value.split_once(" · ")) {
        (Some("answer"), Some(("N/A", why)), _) => Some((programme.scale.not_applicable.to(lang), ": ", why)),
        (Some("answer"), Some(("N/V", why)), _) => Some((programme.scale.not_verified.to(lang), ": ", why)),
        (Some("evidence"), _, Some((kind, words))) => {
            let kind = programme.evidence_kinds.iter().find(|known| known.id.as_str() == kind);
            kind.map(|kind| (kind.name.to(lang), " · ", words))
        }
        // What happened to a recommendation begins with the word of files for it.
        (Some("life"), _, Some((deed, words))) => {
            return deed_name(deed).map_or_else(|| value.to_owned(), |name| format!("{} · {words}", say(lang, name)));
        }
        _ => None,
    };
    named.map_or_else(|| value.to_owned(), |(name, gap, words)| format!("{name}{gap}{words}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_said_in_words_and_an_unknown_one_keeps_its_name() {
        assert_eq!(in_words("answer/C1-05", Lang::Vi), "mức đánh giá C1-05");
        assert_eq!(in_words("visit", Lang::En), "the visit");
        assert_eq!(in_words("thing/M-1", Lang::Vi), "thing/M-1");
    }
}
