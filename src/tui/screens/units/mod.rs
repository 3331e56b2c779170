//! The units: one tree of places and the bodies below them, each with how it stands now; import from CSV; a unit is added, edited and
//! planned from here. What is known of one stands on its page (`unit`).

mod tree;
mod view;
mod words;

use super::{Desk, Go, Screen, queue, seats, unit};
use crate::{
    domain::{
        draft::{FormId, Seat},
        edit::Change,
        ids::UnitId,
        unit::Unit,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    text::Lookup,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{field::Field, form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use chrono::NaiveDate;
use std::collections::HashSet;
use tree::Row;

/// What the open form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Import,
    /// Of one unit, where one is in hand.
    Plan(Option<UnitId>),
    Add,
    Edit(UnitId),
}

/// State of the units screen.
#[derive(Debug)]
pub struct Units {
    entered: bool,
    opened: HashSet<UnitId>,
    rows: Vec<Row>,
    pane: Pane,
    /// What a search goes through, with the day it holds on; made when something is searched for the first time.
    lookup: Option<(NaiveDate, Lookup<UnitId>)>,
    /// What the open form is for.
    purpose: Purpose,
}

impl Default for Units {
    fn default() -> Self {
        Self::new()
    }
}

impl Units {
    /// The tree with its root opened; its rows are made when it is first entered.
    #[must_use]
    pub fn new() -> Self {
        Self {
            entered: false,
            opened: HashSet::new(),
            rows: Vec::new(),
            pane: Pane::default(),
            lookup: None,
            purpose: Purpose::Import,
        }
    }

    fn open_roots(&mut self, shared: &Shared, today: NaiveDate) {
        self.opened.extend(shared.units.iter().filter(|unit| unit.parent.is_none()).map(|unit| unit.id));
        self.refresh(shared, today);
    }

    fn refresh(&mut self, shared: &Shared, today: NaiveDate) {
        let selected = self.rows.get(self.pane.at()).map(|row| row.unit);
        self.rows = if self.pane.search.words().trim().is_empty() {
            tree::rows(&shared.units, &self.opened, today)
        } else {
            let lookup = self.lookup.take().filter(|(day, _)| *day == today);
            let (_, lookup) = self.lookup.insert(lookup.unwrap_or_else(|| (today, tree::lookup(&shared.units, today))));
            tree::found(lookup, self.pane.search.words())
        };
        let at = self.rows.iter().position(|row| Some(row.unit) == selected).unwrap_or(self.pane.at());
        self.pane.fill(self.rows.len(), at);
    }

    fn selected<'a>(&self, shared: &'a Shared) -> Option<&'a Unit> {
        self.rows.get(self.pane.at()).and_then(|row| shared.units.get(row.unit))
    }

    fn set_opened(&mut self, open: bool, desk: &Desk) {
        let Some(row) = self.rows.get(self.pane.at()).copied() else { return };
        if open {
            self.opened.extend(row.branch.then_some(row.unit));
        } else if !(row.open && self.opened.remove(&row.unit)) {
            // Closing a leaf goes to its branch, as trees do.
            let parent = self.rows[..self.pane.at()].iter().rposition(|other| other.depth < row.depth);
            if let Some(at) = parent {
                self.pane.set(at);
            }
        }
        self.refresh(desk.shared, desk.now.today());
    }

    fn open_unit(&mut self, desk: &mut Desk) {
        let Some(unit) = self.selected(desk.shared) else { return };
        // A place without branches, or one that a search found, opens nothing below it.
        let is_branch = self.rows.get(self.pane.at()).is_some_and(|row| row.branch);
        if unit.kind.is_place() && is_branch && !self.pane.search.is_on() {
            let open = !self.opened.contains(&unit.id);
            return self.set_opened(open, desk);
        }
        desk.go = Some(Go::Unit(unit.id));
    }

    /// Adds or changes what the form says.
    fn save_unit(form: &Form, old: Option<UnitId>, desk: &mut Desk) -> Result<(), Message> {
        let old = old.and_then(|id| desk.shared.units.get(id));
        let unit = unit::read_form(form, old, desk.shared, desk.now.today())?;
        match old {
            Some(same) if *same == unit => {}
            Some(_) => desk.ask(Effect::Commit(vec![Change::Unit(unit)])),
            None => {
                desk.notice = Some(Notice::done(Message::new(key::UNIT_ADDED).with("unit", &unit.name)));
                desk.ask(Effect::AddUnit(Box::new(unit)));
            }
        }
        Ok(())
    }

    fn open_form(&mut self, purpose: Purpose, form: Form) {
        self.purpose = purpose;
        self.pane.form = Some(form);
    }
}

impl Screen for Units {
    fn own(&self) -> Context {
        Context::Units
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
        self.open_unit(desk);
    }

    /// What fits the words best comes to hand; once nothing is searched for any more, what was in hand stays so.
    fn find(&mut self, desk: &mut Desk) {
        self.refresh(desk.shared, desk.now.today());
        if self.pane.search.is_open() {
            self.pane.set(0);
        }
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let Some(form) = &self.pane.form else { return Ok(()) };
        match self.purpose {
            Purpose::Import => desk.ask(Effect::ImportUnits { path: form.text(key::FIELD_PATH) }),
            Purpose::Add => Self::save_unit(form, None, desk)?,
            Purpose::Edit(id) => Self::save_unit(form, Some(id), desk)?,
            Purpose::Plan(_) => queue::save_plan(form, desk)?,
        }
        Ok(())
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::Expand => self.set_opened(true, desk),
            Command::Collapse => self.set_opened(false, desk),
            Command::OpenUnit => self.open_unit(desk),
            Command::OpenUnitPage => desk.go = self.selected(desk.shared).map(|unit| Go::Unit(unit.id)),
            Command::AddUnit => {
                let form = unit::add_form(self.selected(desk.shared), desk.shared);
                self.open_form(Purpose::Add, form);
            }
            Command::EditUnit => {
                if let Some(unit) = self.selected(desk.shared) {
                    self.open_form(Purpose::Edit(unit.id), unit::edit_form(unit, desk.shared));
                }
            }
            Command::Search => self.pane.search.open(),
            Command::ImportUnits => {
                let title = say(desk.shared.lang(), key::UNITS_IMPORT_FORM);
                let field = Field::technical(key::FIELD_PATH, "").required();
                self.open_form(Purpose::Import, Form::new(title, vec![field], 0));
            }
            Command::ShowHistory => {
                desk.go = self.selected(desk.shared).map(|unit| Go::History(unit.id.into(), None)).or(desk.go.take());
            }
            Command::PlanUnit => {
                let unit = self.selected(desk.shared);
                let code = unit.map(|unit| unit.code.as_str());
                let form = queue::plan_form(desk.shared, desk.now.today(), code);
                self.open_form(Purpose::Plan(unit.map(|unit| unit.id)), form);
            }
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let form = self.pane.form.as_ref()?;
        let id = match self.purpose {
            Purpose::Add => FormId::new(Seat::screen(seats::UNITS), "add"),
            Purpose::Import => FormId::new(Seat::screen(&format!("{}/units", seats::FILES)), "import"),
            Purpose::Edit(id) => unit::edit_id(id),
            Purpose::Plan(unit) => queue::plan_id(unit),
        };
        Some((id, form))
    }

    fn enter(&mut self, desk: &mut Desk) {
        if !self.entered {
            self.entered = true;
            self.open_roots(desk.shared, desk.now.today());
        }
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::Opened(_) => {
                self.lookup = None;
                self.entered = false;
                self.enter(desk);
            }
            Answer::Committed { units: Some(_), .. } if self.entered => {
                self.lookup = None;
                self.refresh(desk.shared, desk.now.today());
            }
            _ => {}
        }
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::TAB_UNITS)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        if self.rows.is_empty() {
            return vec![Command::ImportUnits, Command::AddUnit, Command::GoQueue, Command::Help, Command::Quit];
        }
        let mut hints = vec![
            Command::OpenUnit,
            Command::OpenUnitPage,
            if self.pane.search.is_on() { Command::Back } else { Command::Search },
            Command::PlanUnit,
            Command::EditUnit,
            Command::AddUnit,
            Command::ImportUnits,
            Command::Help,
        ];
        let row = self.rows.get(self.pane.at());
        hints.extend(row.is_some_and(|row| row.branch && !row.open).then_some(Command::Expand));
        hints.extend(row.is_some_and(|row| row.open || row.depth > 0).then_some(Command::Collapse));
        hints
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}
