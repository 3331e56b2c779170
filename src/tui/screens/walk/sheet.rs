//! The inspection in hand: where the inspector stands in it, what it is worth now, and how its edits are made.

use super::{
    pace::Pace,
    records::{Record, records},
};
use crate::{
    domain::{
        answer::Answer as Mark,
        edit::{Change, Edit, Refusal},
        flags::{Beyond, Case, Flag, PhraseBook, Weight, raised},
        follow_up::Number,
        ids::{EvidenceId, ItemId},
        inspection::Inspection,
        programme::{Item, Programme, Section},
        score::{Assessment, Circumstances, ItemScore, ItemState, Rest, assess, rests_on},
    },
    i18n::{key, words},
    keymap::command::Command,
    tui::{
        effect::Effect,
        message::Now,
        parts::{cursor::Cursor, notice::Notice},
        screens::{Desk, Trail},
    },
};
use std::sync::Arc;

/// Which pane the movement keys move in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pane {
    Items,
    Records,
}

/// The inspection in hand.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) inspection: Inspection,
    pub(super) programme: Arc<Programme>,
    pub(super) assessment: Assessment,
    /// What the band rests on.
    pub(super) rests: Vec<Rest>,
    /// What asks about form, as far as the inspection alone tells; the flags screen compares it with others.
    pub(super) flags: Vec<Flag>,
    phrases: PhraseBook,
    pub(super) pane: Pane,
    about: Circumstances,
    items: Cursor,
    records: Cursor,
    pace: Pace,
}

impl Sheet {
    pub(super) fn new(inspection: Inspection, programme: Arc<Programme>, about: Circumstances, now: Now) -> Self {
        let assessment = assess(&programme, &inspection, &about);
        let rests = rests_on(&programme, &inspection, &about);
        let phrases = PhraseBook::of(&programme.empty_phrases);
        let mut sheet = Self {
            inspection,
            programme,
            assessment,
            rests,
            flags: Vec::new(),
            phrases,
            pane: Pane::Items,
            about,
            items: Cursor::default(),
            records: Cursor::default(),
            pace: Pace::starting(now.since_start),
        };
        sheet.flags = sheet.raised();
        // Work goes on where it stopped: at the first item without a mark.
        let open = sheet.assessment.items.iter().position(|score| score.state == ItemState::Open);
        sheet.items.set(open.unwrap_or(0), sheet.assessment.items.len());
        sheet
    }

    /// Takes the inspection as the vault has it now; the inspector stays at the same item.
    pub(super) fn reload(&mut self, inspection: Inspection) {
        self.inspection = inspection;
        self.reassess();
    }

    fn reassess(&mut self) {
        let here = self.item_id();
        self.assessment = assess(&self.programme, &self.inspection, &self.about);
        self.rests = rests_on(&self.programme, &self.inspection, &self.about);
        self.flags = self.raised();
        let at = here.and_then(|here| self.assessment.items.iter().position(|score| score.item == here));
        self.items.set(at.unwrap_or_else(|| self.items.at()), self.assessment.items.len());
        self.records.set(self.records.at(), self.records().len());
    }

    fn raised(&self) -> Vec<Flag> {
        raised(&Case {
            programme: &self.programme,
            phrases: &self.phrases,
            inspection: &self.inspection,
            assessment: &self.assessment,
            beyond: &Beyond::default(),
        })
    }

    /// The flags without a written answer that are more than a hint.
    pub(super) fn asking(&self) -> impl Iterator<Item = &Flag> {
        let here = self.item_id();
        // How long an item took is only known once it is left.
        let under_way = move |flag: &&Flag| matches!(flag, Flag::TooFast { item, .. } if here.as_ref() == Some(item));
        let answered = |flag: &&Flag| self.inspection.flag_answers.contains_key(&flag.key());
        let asking = self.flags.iter().filter(move |flag| flag.weight() > Weight::Info && !answered(flag));
        asking.filter(move |flag| !under_way(flag))
    }

    /// Whether one of them points at an item.
    pub(super) fn is_asked_about(&self, item: &ItemId) -> bool {
        self.asking().any(|flag| flag.place().items(&self.inspection).contains(item))
    }

    /// Brings an item to hand, when the unit sees it.
    pub(super) fn show(&mut self, item: &ItemId) {
        if let Some(at) = self.assessment.items.iter().position(|score| score.item == *item) {
            self.items.set(at, self.assessment.items.len());
            (self.pane, self.records) = (Pane::Items, Cursor::default());
        }
    }

    /// Brings the item at a row of the list to hand.
    pub(super) fn choose(&mut self, at: usize) {
        self.items.set(at, self.assessment.items.len());
        (self.pane, self.records) = (Pane::Items, Cursor::default());
    }

    /// Brings a record of the item to hand.
    pub(super) fn choose_record(&mut self, at: usize) {
        self.pane = Pane::Records;
        self.records.set(at, self.records().len());
    }

    /// Brings a finding or recommendation at the item in hand to hand, where it is there.
    pub(super) fn bring_to_hand(&mut self, matter: Option<&Number>) {
        let is_it = |record: &Record| match (record, matter) {
            (Record::Recommendation(id), Some(Number::Recommendation(matter))) => id == matter,
            (Record::Finding(id), Some(Number::Finding(matter))) => id == matter,
            _ => false,
        };
        if let Some(at) = self.records().iter().position(is_it) {
            self.choose_record(at);
        }
    }

    /// Whether it is a second look that is not signed: what was found before must not be shown.
    pub(super) fn is_blind(&self) -> bool {
        self.inspection.second.is_some() && !self.inspection.is_signed()
    }

    /// The item in hand and what it is worth.
    pub(super) fn score(&self) -> Option<&ItemScore> {
        self.assessment.items.get(self.items.at())
    }

    pub(super) fn item_id(&self) -> Option<ItemId> {
        self.score().map(|score| score.item.clone())
    }

    pub(super) fn item(&self) -> Option<&Item> {
        self.score().and_then(|score| self.programme.item(&score.item))
    }

    pub(super) fn section(&self) -> Option<&Section> {
        let section = &self.score()?.section;
        self.programme.sections.iter().find(|candidate| candidate.id == *section)
    }

    pub(super) fn position(&self) -> usize {
        self.items.at()
    }

    /// The records at the item in hand.
    pub(super) fn records(&self) -> Vec<Record> {
        self.score().map(|score| records(&self.inspection, &score.item)).unwrap_or_default()
    }

    pub(super) fn record_position(&self) -> Option<usize> {
        (self.pane == Pane::Records).then(|| self.records.at())
    }

    /// The item in hand and the fields of its history.
    pub(super) fn trail(&self) -> Option<Trail> {
        let item = self.item_id()?;
        let own = ["answer", "cite", "note"].map(|field| format!("{field}/{item}"));
        let records = self.records().into_iter().map(|record| match record {
            Record::Evidence(id) => format!("evidence/{id}"),
            Record::Finding(id) => format!("finding/{id}"),
            Record::Recommendation(id) => format!("recommendation/{id}"),
        });
        Some(Trail { fields: own.into_iter().chain(records).collect(), name: item.to_string(), alone: false })
    }

    /// The record in hand.
    pub(super) fn record(&self) -> Option<Record> {
        self.records().get(self.records.at()).cloned()
    }

    pub(super) fn move_cursor(&mut self, command: Command, page: usize) -> bool {
        match self.pane {
            Pane::Items => {
                let moved = self.items.follow(command, self.assessment.items.len(), page);
                if moved {
                    self.records = Cursor::default();
                }
                moved
            }
            Pane::Records => self.records.follow(command, self.records().len(), page),
        }
    }

    pub(super) fn step(&mut self, by: isize) {
        self.items.set(self.items.at().saturating_add_signed(by), self.assessment.items.len());
        (self.pane, self.records) = (Pane::Items, Cursor::default());
    }

    /// Moves to the next item without a mark, around. `false` when every item has one.
    pub(super) fn go_to_next_unanswered(&mut self) -> bool {
        let count = self.assessment.items.len();
        let here = self.items.at();
        let open = |at: &usize| self.assessment.items[*at].state == ItemState::Open;
        let next = (here + 1..count).chain(0..count.min(here + 1)).find(open);
        if let Some(at) = next {
            self.items.set(at, count);
            (self.pane, self.records) = (Pane::Items, Cursor::default());
        }
        next.is_some()
    }

    pub(super) fn step_section(&mut self, forward: bool) {
        let Some(here) = self.score().map(|score| score.section.clone()) else { return };
        let scores = &self.assessment.items;
        let at = self.items.at();
        let starts: Vec<usize> =
            (0..scores.len()).filter(|at| *at == 0 || scores[at - 1].section != scores[*at].section).collect();
        let to = if forward {
            starts.iter().copied().find(|start| *start > at)
        } else {
            starts.iter().copied().rev().find(|start| *start < at && (scores[*start].section != here || *start != at))
        };
        if let Some(to) = to {
            self.items.set(to, scores.len());
            (self.pane, self.records) = (Pane::Items, Cursor::default());
        }
    }

    pub(super) fn switch_pane(&mut self) {
        self.pane = match self.pane {
            Pane::Items if !self.records().is_empty() => Pane::Records,
            _ => Pane::Items,
        };
    }

    /// Counts the time since the last deed to the item in hand.
    pub(super) fn tick(&mut self, now: Now) {
        if let Some(item) = self.item_id() {
            self.pace.tick(&item, now.since_start);
        }
    }

    /// Gives the item in hand a mark, or takes it away.
    pub(super) fn mark(&mut self, mark: Option<Mark>, desk: &mut Desk) {
        let Some(item) = self.item_id() else { return };
        let edits = self.marking(item, mark, desk.now);
        self.commit(edits, desk);
    }

    /// The edits that give a mark: the mark, and the active time with it.
    pub(super) fn marking(&mut self, item: ItemId, mark: Option<Mark>, now: Now) -> Vec<Edit> {
        let before = self.inspection.entries.get(&item).map_or(0, |entry| entry.seconds);
        let seconds = before.saturating_add(self.pace.take(&item));
        let at = mark.is_some().then_some(now.at);
        vec![Edit::Answer(item.clone(), mark), Edit::Timing(item, seconds, at)]
    }

    /// The active time at the item in hand since its mark was given: what is added to a rated item takes its time, too.
    fn timing_since_the_mark(&mut self, edits: &[Edit]) -> Option<Edit> {
        let timed = edits.iter().any(|edit| matches!(edit, Edit::Timing(..)));
        let item = self.item_id().filter(|_| !timed)?;
        let entry = self.inspection.entries.get(&item).filter(|entry| entry.answer.is_some())?;
        let (before, at) = (entry.seconds, entry.at);
        let more = self.pace.take(&item);
        (more > 0).then(|| Edit::Timing(item, before.saturating_add(more), at))
    }

    /// Makes one user action: in memory at once, durable when the storage thread says so.
    pub(super) fn commit(&mut self, edits: Vec<Edit>, desk: &mut Desk) {
        self.commit_with(edits, None, desk);
    }

    /// The same; a piece of evidence among the edits gets a file, by its path as typed.
    pub(super) fn commit_with(&mut self, mut edits: Vec<Edit>, attach: Option<(EvidenceId, String)>, desk: &mut Desk) {
        if edits.is_empty() {
            return;
        }
        edits.extend(self.timing_since_the_mark(&edits));
        let mut changed = self.inspection.clone();
        for edit in &edits {
            if let Err(refusal) = changed.apply(edit.clone()) {
                let why = if refusal == Refusal::Frozen { key::WALK_SIGNED } else { words::refusal(refusal) };
                desk.notice = Some(Notice::warning(why));
                return;
            }
        }
        self.inspection = changed;
        self.reassess();
        let id = self.inspection.id;
        let action = edits.into_iter().map(|edit| Change::Inspection { id, edit: Box::new(edit) }).collect();
        desk.ask(match attach {
            Some((evidence, path)) => Effect::Attach { changes: action, evidence, path },
            None => Effect::Commit(action),
        });
    }
}
