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
        inspected::Inspected,
    },
    i18n::{Message, key},
    keymap::{command::Command, context::Context},
    report::asked::About,
    store::Head,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, layout::WIDE, theme::Theme},
    },
};
use chrono::NaiveDate;
use list::List;
use sieve::Sieve;
use std::collections::VecDeque;

/// How many inspections of the last time are kept at hand.
const AT_HAND: usize = 8;

/// State of the queue.
#[derive(Debug)]
pub struct Queue {
    filter: Filter,
    sieve: Sieve,
    pane: Pane,
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
    /// What the open form asks.
    asks: Asks,
    /// What the last inspections of the selected unit and of its neighbours left to be done, where there is room to show it; the one read last
    /// stands last. Nothing for one that was not begun.
    left_open: VecDeque<(InspectionId, Option<Matters>)>,
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
            pane: Pane::default(),
            pending: List::new(shared, false),
            signed: None,
            rows: Vec::new(),
            counts: [0; 4],
            day: today,
            asks: Asks::Plan,
            left_open: VecDeque::new(),
        };
        queue.refresh(shared, today);
        queue
    }

    /// The selected inspection.
    #[must_use]
    pub fn selected(&self) -> Option<InspectionId> {
        self.rows.get(self.pane.at()).copied()
    }

    fn refresh(&mut self, shared: &Shared, today: NaiveDate) {
        let selected = self.selected();
        let list = match self.filter {
            Filter::Signed => self.signed.get_or_insert_with(|| List::new(shared, true)),
            _ => &mut self.pending,
        };
        let chosen = list.chosen(&self.sieve, shared, today);
        self.rows = list.rows(shared, self.filter, chosen.as_ref(), self.pane.search.words(), today);
        let counted = [Filter::Overdue, Filter::DueSoon, Filter::Underway, Filter::Ready];
        let chosen = self.pending.chosen(&self.sieve, shared, today);
        self.counts = counted.map(|filter| self.pending.count(filter, chosen.as_ref(), today));
        self.day = today;
        // While words are typed the best of what they find is at hand; otherwise the selected row stays so, or the next one moves up.
        let kept = self.rows.iter().position(|id| Some(*id) == selected).unwrap_or(self.pane.at());
        let search = &self.pane.search;
        let at = if search.is_open() && !search.words().is_empty() { 0 } else { kept };
        self.pane.fill(self.rows.len(), at);
    }

    fn go_to_selected(&self, desk: &mut Desk, go: impl FnOnce(InspectionId) -> Go) {
        match self.selected() {
            Some(id) => desk.go = Some(go(id)),
            None => desk.notice = Some(Notice::warning(key::QUEUE_NOTHING_SELECTED)),
        }
    }

    fn open_form(&mut self, asks: Asks, form: Form) {
        self.asks = asks;
        self.pane.form = Some(form);
    }

    /// Asks for what the last inspection of the selected unit left open, where it is shown and not known; then for its neighbours', so that a
    /// step to them has all there is to show.
    fn ask_what_is_left_open(&self, desk: &mut Desk) {
        if desk.shared.columns < WIDE {
            return;
        }
        let unknown = |last: &Head| last.standings().next().is_some() && self.left_open_of(last.id()).is_none();
        let wanted = self.near(desk.shared).find(unknown).map(Inspected::id);
        if let Some(last) = wanted {
            desk.ask(Effect::Load(last));
        }
    }

    /// The inspections of the last time of the selected unit, of the one below and of the one above.
    fn near<'a>(&'a self, shared: &'a Shared) -> impl Iterator<Item = Head<'a>> {
        let at = self.pane.at();
        let rows = [Some(at), at.checked_add(1), at.checked_sub(1)].into_iter().flatten();
        rows.filter_map(|row| last_time(*self.rows.get(row)?, shared))
    }

    /// What an inspection left to be done, when it was read.
    fn left_open_of(&self, id: InspectionId) -> Option<&Option<Matters>> {
        self.left_open.iter().find(|(of, _)| *of == id).map(|(_, matters)| matters)
    }
}

/// The inspection of the same unit before one.
fn last_time(id: InspectionId, shared: &Shared) -> Option<Head<'_>> {
    shared.summaries.get(&id).and_then(|summary| shared.last_time(summary))
}

/// Which form plans a round, or for this unit alone.
pub(super) fn plan_id(unit: Option<UnitId>) -> FormId {
    let seat = unit.map_or_else(|| seats::PLAN.to_owned(), |unit| format!("{}/{unit}", seats::PLAN));
    FormId::new(Seat::screen(&seat), seats::PLAN)
}

/// Plans what the form says.
///
/// # Errors
/// What stands in the way.
pub(super) fn save_plan(form: &Form, desk: &mut Desk) -> Result<(), Message> {
    let (round, planning) = plan::read(form, desk.shared, desk.now.today())?;
    if planning.plans.is_empty() {
        return Err(plan::nothing_to_plan(&planning));
    }
    desk.notice = Some(Notice::done(plan::told(&round, &planning)));
    desk.ask(Effect::Plan(Box::new(round), planning.plans));
    Ok(())
}

impl Screen for Queue {
    fn enter(&mut self, desk: &mut Desk) {
        self.ask_what_is_left_open(desk);
    }

    fn own(&self) -> Context {
        Context::Queue
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, _: &Shared) -> Option<usize> {
        view::row_at(self, at, area)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.go_to_selected(desk, Go::Walk);
    }

    fn reads_ahead(&self, id: InspectionId, shared: &Shared) -> bool {
        self.selected().and_then(|selected| last_time(selected, shared)).is_none_or(|last| last.id() != id)
    }

    fn moved(&mut self, desk: &mut Desk) {
        self.ask_what_is_left_open(desk);
    }

    fn resized(&mut self, desk: &mut Desk) {
        self.ask_what_is_left_open(desk);
    }

    fn find(&mut self, desk: &mut Desk) {
        self.refresh(desk.shared, desk.now.today());
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let Some(form) = &self.pane.form else { return Ok(()) };
        match self.asks {
            Asks::Plan => save_plan(form, desk),
            Asks::Filter => {
                (self.filter, self.sieve) = sieve::read(form);
                self.refresh(desk.shared, desk.now.today());
                Ok(())
            }
        }
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.day != desk.now.today() {
            self.refresh(desk.shared, desk.now.today());
        }
        super::follow(self, command, desk);
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::OpenInspection => self.open_row(desk),
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
            Command::Search => self.pane.search.open(),
            Command::CycleFilter => {
                self.filter = self.filter.next();
                self.refresh(desk.shared, desk.now.today());
            }
            Command::ClearFilter => {
                self.filter = Filter::Pending;
                self.sieve = Sieve::default();
                self.pane.search.clear();
                self.refresh(desk.shared, desk.now.today());
            }
            Command::PlanRound if desk.shared.units.is_empty() => {
                desk.notice = Some(Notice::warning(key::QUEUE_NO_UNITS));
            }
            Command::PlanRound => {
                self.open_form(Asks::Plan, plan::form(desk.shared, desk.now.today(), None));
            }
            Command::ChooseFilter => {
                let form = sieve::form(self.filter, &self.sieve, desk.shared, desk.now.today());
                self.open_form(Asks::Filter, form);
            }
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let form = self.pane.form.as_ref()?;
        let id = match self.asks {
            Asks::Plan => plan_id(None),
            Asks::Filter => FormId::new(Seat::screen(&format!("{}/queue", seats::FILTERS)), "filter"),
        };
        Some((id, form))
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::Opened(_) => {
                self.pending = List::new(desk.shared, false);
                self.signed = None;
            }
            Answer::Loaded { inspection, .. } => {
                if self.near(desk.shared).any(|last| last.id() == inspection.id) {
                    self.left_open.retain(|(id, _)| *id != inspection.id);
                    self.left_open.push_back((inspection.id, Matters::of(inspection)));
                    self.left_open.drain(..self.left_open.len().saturating_sub(AT_HAND));
                    self.ask_what_is_left_open(desk);
                }
                return;
            }
            Answer::Committed { summaries, .. } => {
                self.left_open.retain(|(id, _)| summaries.iter().all(|summary| summary.id != *id));
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

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        if self.rows.is_empty() {
            return vec![Command::PlanRound, Command::GoUnits, Command::CycleFilter, Command::Help, Command::Quit];
        }
        vec![
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
        ]
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}
