//! The queue: what is overdue, due, under way, waiting for a signature; the first thing an inspector sees. Opens inspections and plans
//! rounds. Not for: looking units up (`units`), or filling anything in (`walk`).

mod list;
mod plan;
mod rows;
mod sieve;
mod view;
mod words;

pub(super) use plan::form as plan_form;
pub use rows::Filter;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        follow_up::Matters,
        ids::{InspectionId, UnitId},
    },
    i18n::{Message, key},
    keymap::{command::Command, context::Context, key::Key},
    report::asked::About,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{
            cursor::Cursor,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
            search::Search,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, layout::WIDE, theme::Theme},
    },
};
use chrono::NaiveDate;
use list::List;
use sieve::Sieve;

/// State of the queue.
#[derive(Debug)]
pub struct Queue {
    filter: Filter,
    sieve: Sieve,
    search: Search,
    /// What is not signed.
    pending: List,
    /// What is signed, from the time it is first asked for.
    signed: Option<List>,
    /// What filter and search leave.
    rows: Vec<InspectionId>,
    /// Overdue, due soon, under way, ready: counted when something changes, not at every draw.
    counts: [usize; 4],
    /// The day they were counted on.
    day: NaiveDate,
    cursor: Cursor,
    form: Option<(Asks, Form)>,
    /// What the last inspection of the selected unit left to be done, where there is room to show it.
    left_open: Option<Matters>,
}

/// What the open form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asks {
    Plan,
    Filter,
}

impl Queue {
    /// The queue of everything that is pending.
    #[must_use]
    pub fn new(shared: &Shared, today: NaiveDate) -> Self {
        let mut queue = Self {
            filter: Filter::Pending,
            sieve: Sieve::default(),
            search: Search::default(),
            pending: List::new(shared, false),
            signed: None,
            rows: Vec::new(),
            counts: [0; 4],
            day: today,
            cursor: Cursor::default(),
            form: None,
            left_open: None,
        };
        queue.refresh(shared, today);
        queue
    }

    /// The selected inspection.
    #[must_use]
    pub fn selected(&self) -> Option<InspectionId> {
        self.rows.get(self.cursor.at()).copied()
    }

    fn refresh(&mut self, shared: &Shared, today: NaiveDate) {
        let selected = self.selected();
        let list = match self.filter {
            Filter::Signed => self.signed.get_or_insert_with(|| List::new(shared, true)),
            _ => &mut self.pending,
        };
        let chosen = list.chosen(&self.sieve, shared, today);
        self.rows = list.rows(shared, self.filter, chosen.as_ref(), self.search.words(), today);
        let counted = [Filter::Overdue, Filter::DueSoon, Filter::Underway, Filter::Ready];
        let chosen = self.pending.chosen(&self.sieve, shared, today);
        self.counts = counted.map(|filter| self.pending.count(filter, chosen.as_ref(), today));
        self.day = today;
        // While words are typed the best of what they find is at hand; otherwise the selected row stays so, or the next one moves up.
        let kept = self.rows.iter().position(|id| Some(*id) == selected).unwrap_or(self.cursor.at());
        let at = if self.search.is_open() && !self.search.words().is_empty() { 0 } else { kept };
        self.cursor.set(at, self.rows.len());
    }

    fn go_to_selected(&self, desk: &mut Desk, go: impl FnOnce(InspectionId) -> Go) {
        match self.selected() {
            Some(id) => desk.go = Some(go(id)),
            None => desk.notice = Some(Notice::warning(key::QUEUE_NOTHING_SELECTED)),
        }
    }

    fn follow_search(&mut self, command: Command, desk: &Desk) {
        if self.search.follow(command) {
            self.refresh(desk.shared, desk.now.today());
        } else {
            self.cursor.follow(command, self.rows.len(), desk.shared.page);
        }
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some((asks, form)) = &mut self.form else { return };
        match (form.follow(command, desk.now.at), *asks) {
            (Outcome::Open, _) => {}
            (Outcome::Cancel, _) => self.form = None,
            (Outcome::Save, Asks::Plan) => {
                if save_plan(form, desk) {
                    self.form = None;
                }
            }
            (Outcome::Save, Asks::Filter) => {
                (self.filter, self.sieve) = sieve::read(form);
                self.form = None;
                self.refresh(desk.shared, desk.now.today());
            }
        }
    }

    /// Asks for what the last inspection of the selected unit left open, where it is shown and not known.
    fn ask_what_is_left_open(&self, desk: &mut Desk) {
        if desk.shared.columns < WIDE {
            return;
        }
        let selected = self.selected().and_then(|id| desk.shared.summaries.get(&id));
        let last = selected.and_then(|summary| desk.shared.previous(summary));
        let known = self.left_open.as_ref().map(|matters| matters.inspection);
        if let Some(last) = last.filter(|last| !last.recommendations.is_empty() && Some(last.id) != known) {
            desk.ask(Effect::Load(last.id));
        }
    }
}

/// Which form plans a round, or for this unit alone.
pub(super) fn plan_id(unit: Option<UnitId>) -> FormId {
    let seat = unit.map_or_else(|| seats::PLAN.to_owned(), |unit| format!("{}/{unit}", seats::PLAN));
    FormId::new(Seat::screen(&seat), seats::PLAN)
}

/// Plans what the form says. `false` when something stands in the way; the form then says what, and stays open.
pub(super) fn save_plan(form: &mut Form, desk: &mut Desk) -> bool {
    match plan::read(form, desk.shared, desk.now.today()) {
        Ok((_, planning)) if planning.plans.is_empty() => {
            form.mistake = Some(plan::nothing_to_plan(&planning));
            false
        }
        Ok((round, planning)) => {
            desk.notice = Some(Notice::done(plan::told(&round, &planning)));
            desk.ask(Effect::Plan(Box::new(round), planning.plans));
            true
        }
        Err(mistake) => {
            form.mistake = Some(mistake);
            false
        }
    }
}

impl Screen for Queue {
    fn enter(&mut self, desk: &mut Desk) {
        self.ask_what_is_left_open(desk);
    }

    fn context(&self) -> Context {
        match (&self.form, self.search.is_open()) {
            (Some(_), _) => Context::Form,
            (None, true) => Context::Search,
            (None, false) => Context::Queue,
        }
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.day != desk.now.today() {
            self.refresh(desk.shared, desk.now.today());
        }
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        if self.search.is_open() {
            return self.follow_search(command, desk);
        }
        if self.cursor.follow(command, self.rows.len(), desk.shared.page) {
            return self.ask_what_is_left_open(desk);
        }
        match command {
            Command::OpenInspection => self.go_to_selected(desk, Go::Walk),
            Command::OpenReport => self.go_to_selected(desk, |id| Go::Document(About::Inspection(id).into())),
            Command::OpenUnitPage => {
                let unit = self.selected().and_then(|id| desk.shared.summaries.get(&id)).map(|summary| summary.unit);
                match unit {
                    Some(unit) => desk.go = Some(Go::Unit(unit)),
                    None => desk.notice = Some(Notice::warning(key::QUEUE_NOTHING_SELECTED)),
                }
            }
            Command::Sign => self.go_to_selected(desk, Go::SignOff),
            Command::OpenSecondLook => self.go_to_selected(desk, Go::SecondLook),
            Command::ShowHistory => self.go_to_selected(desk, |id| Go::History(id.into(), None)),
            Command::Search => self.search.open(),
            Command::CycleFilter => {
                self.filter = self.filter.next();
                self.refresh(desk.shared, desk.now.today());
            }
            Command::ClearFilter => {
                self.filter = Filter::Pending;
                self.sieve = Sieve::default();
                self.search.clear();
                self.refresh(desk.shared, desk.now.today());
            }
            Command::PlanRound if desk.shared.units.is_empty() => {
                desk.notice = Some(Notice::warning(key::QUEUE_NO_UNITS));
            }
            Command::PlanRound => {
                self.form = Some((Asks::Plan, plan::form(desk.shared, desk.now.today(), None)));
            }
            Command::ChooseFilter => {
                let form = sieve::form(self.filter, &self.sieve, desk.shared, desk.now.today());
                self.form = Some((Asks::Filter, form));
            }
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|(_, form)| form)
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let (asks, form) = self.form.as_ref()?;
        let id = match asks {
            Asks::Plan => plan_id(None),
            Asks::Filter => FormId::new(Seat::screen(&format!("{}/queue", seats::FILTERS)), "filter"),
        };
        Some((id, form))
    }

    fn searched(&self) -> Option<&str> {
        Some(self.search.selected())
    }

    fn insert(&mut self, words: &str, desk: &mut Desk) {
        if let Some((_, form)) = &mut self.form {
            form.insert(words);
        } else if self.search.insert(words) {
            self.refresh(desk.shared, desk.now.today());
        }
    }

    fn edit(&mut self, pressed: Key, desk: &mut Desk) {
        if let Some((_, form)) = &mut self.form {
            form.edit(pressed);
        } else if self.search.edit(pressed) {
            self.refresh(desk.shared, desk.now.today());
        }
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        if let Some(row) = view::row_at(self, at, area) {
            // A click on the row that is selected already does what Enter does.
            if row == self.cursor.at() && !self.search.is_open() {
                return self.go_to_selected(desk, Go::Walk);
            }
            self.cursor.set(row, self.rows.len());
        }
    }

    fn wheel(&mut self, at: Position, area: Rect, movement: Command, desk: &mut Desk) {
        if self.form.is_none() && view::row_at(self, at, area).is_some() {
            self.cursor.follow(movement, self.rows.len(), desk.shared.page);
        }
    }

    fn choose(&mut self, row: usize, _: &mut Desk) {
        self.cursor.set(row, self.rows.len());
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::Opened(_) => {
                self.pending = List::new(desk.shared, false);
                self.signed = None;
            }
            Answer::Loaded { inspection, .. } => {
                let selected = self.selected().and_then(|id| desk.shared.summaries.get(&id));
                if selected
                    .and_then(|summary| desk.shared.previous(summary))
                    .is_some_and(|last| last.id == inspection.id)
                {
                    self.left_open = Matters::of((**inspection).clone());
                }
                return;
            }
            Answer::Committed { summaries, .. } => {
                self.pending.change(desk.shared, summaries);
                self.signed.iter_mut().for_each(|signed| signed.change(desk.shared, summaries));
            }
            _ => return,
        }
        self.refresh(desk.shared, desk.now.today());
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_QUEUE)
    }

    fn hints(&self) -> Vec<Command> {
        match self.context() {
            Context::Form => self.form.as_ref().map(|(_, form)| form.hints()).unwrap_or_default(),
            Context::Search => vec![Command::AcceptSearch, Command::LeaveSearch],
            _ if self.rows.is_empty() => {
                vec![Command::PlanRound, Command::GoUnits, Command::CycleFilter, Command::Help, Command::Quit]
            }
            _ => vec![
                Command::OpenInspection,
                Command::PlanRound,
                Command::Search,
                Command::CycleFilter,
                Command::ChooseFilter,
                Command::Sign,
                Command::OpenReport,
                Command::OpenUnitPage,
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
