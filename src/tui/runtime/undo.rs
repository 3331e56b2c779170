//! Taking back and making again: what the storage thread does of it. Which actions still stand the journal says, also after a restart; what
//! was taken back can be made again only in the session that did so.

use super::{
    answers::{Answers, failed},
    keeper::Keeper,
};
use crate::{
    domain::{
        edit::{Change, Edit},
        ids::{InspectionId, UnitId},
        undo::{Action, Reach},
    },
    i18n::{Message, actions::told, key},
    store::{Vault, VaultError},
    tui::message::Answer,
};
use chrono::Local;
use std::collections::BTreeSet;

impl Keeper {
    pub(super) fn take_back(&mut self, reach: Reach) -> Answers {
        let passed = &self.taken_back.passed;
        let vault = self.vault.as_ref().ok_or_else(|| failed(Message::new(key::STORE_NONE_OPEN)))?;
        let unreadable = |error: VaultError| failed(error.message());
        let actor = &vault.settings().inspector;
        let actions = vault.recent_actions(actor, Local::now().date_naive()).map_err(unreadable)?;
        let last = actions.into_iter().rev().find(|action| reach.holds(action) && !passed.contains(&action.seq));
        let Some(last) = last else { return Ok(vec![not(key::UNDO_NOTHING)]) };
        if last.back.is_empty() {
            self.taken_back.passed.insert(last.seq);
            return Ok(vec![Answer::NotTakenBack { why: self.why_not(&last)? }]);
        }
        if !vault.holds(last.decided()).map_err(unreadable)? {
            self.taken_back.passed.insert(last.seq);
            let what = self.in_words(&last, reach, true)?;
            return Ok(vec![not(Message::new(key::UNDO_CHANGED_SINCE).with("what", what))]);
        }
        let what = self.in_words(&last, reach, true)?;
        let mut answers = match self.make(last.back.clone(), &what)? {
            Ok(answers) => answers,
            Err(refused) => {
                self.taken_back.passed.insert(last.seq);
                return Ok(vec![refused]);
            }
        };
        // The language may have been among what was taken back.
        let what = self.in_words(&last, reach, true)?;
        answers.push(Answer::TookBack { what: Message::new(key::UNDONE).with("what", what) });
        self.taken_back.again.push(last);
        Ok(answers)
    }

    pub(super) fn make_again(&mut self, reach: Reach) -> Answers {
        let Some(at) = self.taken_back.again.iter().rposition(|action| reach.holds(action)) else {
            return Ok(vec![not(key::REDO_NOTHING)]);
        };
        let action = self.taken_back.again.remove(at);
        let what = self.in_words(&action, reach, false)?;
        let stands = self.vault()?.holds(action.decided_back()).map_err(|error| failed(error.message()))?;
        if !stands {
            return Ok(vec![not(Message::new(key::REDO_CHANGED_SINCE).with("what", what))]);
        }
        let mut answers = match self.make(action.forth, &what)? {
            Ok(answers) => answers,
            Err(refused) => return Ok(vec![refused]),
        };
        answers.push(Answer::TookBack { what: Message::new(key::REDONE).with("what", what) });
        Ok(answers)
    }

    /// Makes changes as one user action, and reads again the inspections that they touch. What the vault refuses – the inspection is in another
    /// state by now – is said; what it cannot save goes the way of every failed write.
    fn make(&mut self, changes: Vec<Change>, what: &str) -> Result<Result<Vec<Answer>, Answer>, Answer> {
        let touched: BTreeSet<InspectionId> = changes.iter().filter_map(Change::inspection).collect();
        let mut answers = match self.commit_once(changes) {
            Ok(answers) => answers,
            Err(Answer::NotCommitted { why, stopped: false }) => {
                let why: Vec<String> = why.iter().map(|why| why.to(self.lang())).collect();
                return Ok(Err(not(Message::new(key::UNDO_REFUSED).with("what", what).with("why", why.join(" ")))));
            }
            Err(other) => return Err(other),
        };
        for id in touched {
            answers.extend(self.load(id)?);
        }
        Ok(Ok(answers))
    }

    /// What an action was; with the unit it was about, unless the screen in front is about it.
    fn in_words(&mut self, action: &Action, reach: Reach, is_back: bool) -> Result<String, Answer> {
        let lang = self.lang();
        let vault = self.vault()?;
        let programme = vault.current_programme().map_err(|error| failed(error.message()))?;
        let what = told(lang, action, is_back, &programme);
        let unit = action.forth.iter().find_map(|change| unit_of(change, vault)).filter(|_| reach == Reach::Everywhere);
        let name = unit.and_then(|unit| vault.units().get(unit)).map(|unit| unit.name.clone());
        Ok(match name {
            Some(name) => Message::new(key::UNDO_AT).with("what", what).with("unit", name).to(lang),
            None => what,
        })
    }

    /// Why an action cannot be taken back, and what to do instead.
    fn why_not(&mut self, action: &Action) -> Result<Message, Answer> {
        let way = action.forth.iter().find_map(|change| match change {
            Change::Unit(_) => Some(key::UNDO_NOT_UNIT),
            Change::Inspection { edit, .. } => match **edit {
                Edit::SignOff(_) => Some(key::UNDO_NOT_SIGNATURE),
                Edit::Reopen(_) => Some(key::UNDO_NOT_REOPENING),
                Edit::Draw(_) => Some(key::UNDO_NOT_DRAW),
                Edit::Plan(_) => Some(key::UNDO_NOT_PLAN),
                _ => None,
            },
            _ => None,
        });
        match way {
            Some(way) => Ok(way.into()),
            None => Ok(Message::new(key::UNDO_NOT).with("what", self.in_words(action, Reach::Everywhere, true)?)),
        }
    }
}

fn not(why: impl Into<Message>) -> Answer {
    Answer::NotTakenBack { why: why.into() }
}

/// The unit a change is about, where its name is not among the words of the change.
fn unit_of(change: &Change, vault: &Vault) -> Option<UnitId> {
    match change {
        Change::Inspection { id, .. } => vault.summary(*id).map(|summary| summary.unit),
        Change::Indicator(yearly) => Some(yearly.unit),
        Change::Model { unit, .. } => Some(*unit),
        _ => None,
    }
}
