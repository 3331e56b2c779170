//! The findings: recommendations and findings of all units, signed or not; what is overdue, due, or in nobody's hands. From here an
//! inspection is opened at the item, and exactly what is shown is previewed and written. Not for: changing any of it (`walk`), or
//! deciding where a matter stands (`domain::follow_up`).

mod rows;
mod view;
mod words;

use super::{Desk, Go, Screen};
use crate::{
    domain::{
        follow_up::{Number, Which},
        ids::{InspectionId, RoundId, UnitId},
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context, key::Key},
    tui::{
        effect::Effect,
        message::{Answer, Gathered, Now},
        parts::{
            cursor::Cursor,
            field::Field,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
            search::Search,
        },
        shared::Shared,
        ui::{Frame, Rect, theme::Theme},
    },
};
use rows::{Counts, Place};
use std::{collections::BTreeSet, sync::Arc};

/// State of the findings screen.
#[derive(Debug, Default)]
pub struct Findings {
    which: Which,
    search: Search,
    /// Nothing until the storage thread has gathered them.
    cases: Option<Vec<Arc<Gathered>>>,
    /// Every matter, in order.
    all: Vec<Place>,
    /// Those that filter and search leave.
    rows: Vec<Place>,
    counts: Counts,
    cursor: Cursor,
    form: Option<Form>,
}

impl Findings {
    fn cases(&self) -> &[Arc<Gathered>] {
        self.cases.as_deref().unwrap_or_default()
    }

    /// Inspection and number of a row.
    fn name(&self, place: Place) -> Option<(InspectionId, Number)> {
        let case = self.cases().get(place.case)?;
        Some((case.matters.inspection, case.list.get(place.at)?.0.number.clone()))
    }

    fn selected(&self) -> Option<Place> {
        self.rows.get(self.cursor.at()).copied()
    }

    /// What is on the list now, from its first row to its last.
    fn shown(&self) -> Vec<(InspectionId, Number)> {
        self.rows.iter().filter_map(|place| self.name(*place)).collect()
    }

    fn take(&mut self, cases: &[Arc<Gathered>], desk: &Desk) {
        let selected = self.selected().and_then(|place| self.name(place));
        self.cases = Some(cases.to_vec());
        self.all = rows::in_order(cases);
        self.filter(desk);
        let at = self.rows.iter().position(|place| self.name(*place) == selected);
        self.cursor.set(at.unwrap_or_else(|| self.cursor.at()), self.rows.len());
    }

    /// Filters and searches; the selected matter stays selected while it is on the list.
    fn refresh(&mut self, desk: &Desk) {
        let selected = self.selected();
        self.filter(desk);
        let at = self.rows.iter().position(|place| Some(*place) == selected);
        self.cursor.set(at.unwrap_or(0), self.rows.len());
    }

    fn filter(&mut self, desk: &Desk) {
        let today = desk.now.today();
        self.rows = rows::rows(self.cases(), &self.all, self.which, self.search.words(), today);
        self.counts = Counts::of(self.cases(), today);
    }

    /// Opens the inspection at the item of the finding; a recommendation that answers none opens its inspection.
    fn open(&self, desk: &mut Desk) {
        let Some(place) = self.selected() else { return };
        let Some(case) = self.cases().get(place.case) else { return };
        let Some((matter, _)) = case.list.get(place.at) else { return };
        let id = case.matters.inspection;
        let item = case.matters.findings_of(&matter.number).into_iter().find_map(|(_, finding)| finding.items.first());
        desk.go = Some(item.map_or(Go::Walk(id), |item| Go::Item(id, item.clone())));
    }

    fn follow_search(&mut self, command: Command, desk: &Desk) {
        if self.search.follow(command) {
            self.refresh(desk);
        } else {
            self.cursor.follow(command, self.rows.len(), desk.shared.page);
        }
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some(form) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => return,
            Outcome::Cancel => {}
            Outcome::Save => {
                let path = form.text(key::FIELD_PATH);
                desk.ask(Effect::ExportFindings { path, shown: self.shown() });
            }
        }
        self.form = None;
    }
}

impl Screen for Findings {
    fn context(&self) -> Context {
        match (&self.form, self.search.is_open()) {
            (Some(_), _) => Context::Form,
            (None, true) => Context::Search,
            (None, false) => Context::Findings,
        }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::GatherFindings);
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        if self.search.is_open() {
            return self.follow_search(command, desk);
        }
        if self.cursor.follow(command, self.rows.len(), desk.shared.page) {
            return;
        }
        match command {
            Command::Search => self.search.open(),
            Command::CycleFilter => {
                self.which = self.which.next();
                self.refresh(desk);
            }
            Command::ClearFilter => {
                self.which = Which::default();
                self.search.clear();
                self.refresh(desk);
            }
            Command::OpenFinding | Command::OpenReport | Command::ExportDocument if self.rows.is_empty() => {
                desk.notice = Some(Notice::warning(key::FINDINGS_NOTHING_SHOWN));
            }
            Command::OpenFinding => self.open(desk),
            Command::OpenReport => desk.go = Some(Go::FindingsText(self.shown())),
            Command::ExportDocument => {
                let name = file_name(&self.shown(), desk.shared, desk.now);
                let fields = vec![Field::short(key::FIELD_PATH, &name).required()];
                self.form = Some(Form::new(say(desk.shared.lang(), key::FINDINGS_EXPORT_FORM), fields, 0));
            }
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut()
    }

    fn insert(&mut self, words: &str, desk: &mut Desk) {
        if let Some(form) = &mut self.form {
            form.insert(words);
        } else if self.search.insert(words) {
            self.refresh(desk);
        }
    }

    fn edit(&mut self, pressed: Key, desk: &mut Desk) {
        if let Some(form) = &mut self.form {
            form.edit(pressed);
        } else if self.search.edit(pressed) {
            self.refresh(desk);
        }
    }

    fn choose(&mut self, row: usize, _: &mut Desk) {
        self.cursor.set(row, self.rows.len());
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        if let Answer::Findings(cases) = answer {
            self.take(cases, desk);
        }
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_FINDINGS)
    }

    fn hints(&self) -> Vec<Command> {
        match self.context() {
            Context::Form => vec![Command::SaveForm, Command::CancelForm],
            Context::Search => vec![Command::AcceptSearch, Command::LeaveSearch],
            _ if self.rows.is_empty() => {
                vec![Command::CycleFilter, Command::ClearFilter, Command::GoQueue, Command::Help, Command::Quit]
            }
            _ => vec![
                Command::OpenFinding,
                Command::Search,
                Command::CycleFilter,
                Command::OpenReport,
                Command::ExportDocument,
                Command::ClearFilter,
                Command::Help,
                Command::Quit,
            ],
        }
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}

/// The name proposed for the file of these matters: round and unit where all are of one, `all` where not.
pub(super) fn file_name(shown: &[(InspectionId, Number)], shared: &Shared, now: Now) -> String {
    let summaries = || shown.iter().filter_map(|(id, _)| shared.summaries.get(id));
    let rounds: BTreeSet<&RoundId> = summaries().map(|summary| &summary.round).collect();
    let units: BTreeSet<UnitId> = summaries().map(|summary| summary.unit).collect();
    let everything = RoundId::from("all");
    let round = if let (1, Some(round)) = (rounds.len(), rounds.first()) { *round } else { &everything };
    let unit = units.first().filter(|_| units.len() == 1).and_then(|id| shared.units.get(*id));
    crate::report::write::file_name(round, unit.map_or("all", |unit| &unit.code), "findings", now.today(), "txt")
}
