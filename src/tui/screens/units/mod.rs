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
    keymap::{command::Command, context::Context, key::Key},
    text::Lookup,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{
            cursor::Cursor,
            field::Field,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
            search::Search,
        },
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
    cursor: Cursor,
    search: Search,
    /// What a search goes through, with the day it holds on; made when something is searched for the first time.
    lookup: Option<(NaiveDate, Lookup<UnitId>)>,
    form: Option<(Purpose, Form)>,
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
            cursor: Cursor::default(),
            search: Search::default(),
            lookup: None,
            form: None,
        }
    }

    fn open_roots(&mut self, shared: &Shared, today: NaiveDate) {
        self.opened.extend(shared.units.iter().filter(|unit| unit.parent.is_none()).map(|unit| unit.id));
        self.refresh(shared, today);
    }

    fn refresh(&mut self, shared: &Shared, today: NaiveDate) {
        let selected = self.rows.get(self.cursor.at()).map(|row| row.unit);
        self.rows = if self.search.words().trim().is_empty() {
            tree::rows(&shared.units, &self.opened, today)
        } else {
            let lookup = self.lookup.take().filter(|(day, _)| *day == today);
            let (_, lookup) = self.lookup.insert(lookup.unwrap_or_else(|| (today, tree::lookup(&shared.units, today))));
            tree::found(lookup, self.search.words())
        };
        let at = self.rows.iter().position(|row| Some(row.unit) == selected).unwrap_or(self.cursor.at());
        self.cursor.set(at, self.rows.len());
    }

    /// Other words are searched: what fits them best comes to hand.
    fn find(&mut self, desk: &Desk) {
        self.refresh(desk.shared, desk.now.today());
        self.cursor = Cursor::default();
    }

    fn selected<'a>(&self, shared: &'a Shared) -> Option<&'a Unit> {
        self.rows.get(self.cursor.at()).and_then(|row| shared.units.get(row.unit))
    }

    fn set_opened(&mut self, open: bool, desk: &Desk) {
        let Some(row) = self.rows.get(self.cursor.at()).copied() else { return };
        if open {
            self.opened.extend(row.branch.then_some(row.unit));
        } else if !(row.open && self.opened.remove(&row.unit)) {
            // Closing a leaf goes to its branch, as trees do.
            let parent = self.rows[..self.cursor.at()].iter().rposition(|other| other.depth < row.depth);
            if let Some(at) = parent {
                self.cursor.set(at, self.rows.len());
            }
        }
        self.refresh(desk.shared, desk.now.today());
    }

    fn open_unit(&mut self, desk: &mut Desk) {
        let Some(unit) = self.selected(desk.shared) else { return };
        if unit.kind.is_place() {
            let open = !self.opened.contains(&unit.id);
            return self.set_opened(open, desk);
        }
        desk.go = Some(Go::Unit(unit.id));
    }

    /// Adds or changes what the form says. `false` when something stands in the way; the form then says what, and stays open.
    fn save_unit(form: &mut Form, old: Option<UnitId>, desk: &mut Desk) -> bool {
        let old = old.and_then(|id| desk.shared.units.get(id));
        match unit::read_form(form, old, desk.shared, desk.now.today()) {
            Ok(unit) if Some(&unit) == old => {}
            Ok(unit) if old.is_some() => desk.ask(Effect::Commit(vec![Change::Unit(unit)])),
            Ok(unit) => {
                desk.notice = Some(Notice::done(Message::new(key::UNIT_ADDED).with("unit", &unit.name)));
                desk.ask(Effect::AddUnit(Box::new(unit)));
            }
            Err(mistake) => {
                form.mistake = Some(mistake);
                return false;
            }
        }
        true
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some((purpose, form)) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => {}
            Outcome::Cancel => self.form = None,
            Outcome::Save if *purpose == Purpose::Import => {
                desk.ask(Effect::ImportUnits { path: form.text(key::FIELD_PATH) });
                self.form = None;
            }
            Outcome::Save => {
                let is_saved = match purpose {
                    Purpose::Add => Self::save_unit(form, None, desk),
                    Purpose::Edit(id) => Self::save_unit(form, Some(*id), desk),
                    Purpose::Plan(_) | Purpose::Import => queue::save_plan(form, desk),
                };
                if is_saved {
                    self.form = None;
                }
            }
        }
    }

    fn follow_search(&mut self, command: Command, desk: &Desk) {
        if self.search.follow(command) {
            self.refresh(desk.shared, desk.now.today());
        } else {
            self.cursor.follow(command, self.rows.len(), desk.shared.page);
        }
    }
}

impl Screen for Units {
    fn context(&self) -> Context {
        match (&self.form, self.search.is_open()) {
            (Some(_), _) => Context::Form,
            (None, true) => Context::Search,
            (None, false) => Context::Units,
        }
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
            Command::Expand => self.set_opened(true, desk),
            Command::Collapse => self.set_opened(false, desk),
            Command::OpenUnit => self.open_unit(desk),
            Command::OpenUnitPage => desk.go = self.selected(desk.shared).map(|unit| Go::Unit(unit.id)),
            Command::AddUnit => {
                let form = unit::add_form(self.selected(desk.shared), desk.shared);
                self.form = Some((Purpose::Add, form));
            }
            Command::EditUnit => {
                if let Some(unit) = self.selected(desk.shared) {
                    self.form = Some((Purpose::Edit(unit.id), unit::edit_form(unit, desk.shared)));
                }
            }
            Command::Search => self.search.open(),
            Command::ImportUnits => {
                let title = say(desk.shared.lang(), key::UNITS_IMPORT_FORM);
                self.form = Some((
                    Purpose::Import,
                    Form::new(title, vec![Field::technical(key::FIELD_PATH, "").required()], 0),
                ));
            }
            Command::ShowHistory => {
                desk.go = self.selected(desk.shared).map(|unit| Go::History(unit.id.into(), None)).or(desk.go.take());
            }
            Command::PlanUnit => {
                let unit = self.selected(desk.shared);
                let code = unit.map(|unit| unit.code.as_str());
                let form = queue::plan_form(desk.shared, desk.now.today(), code);
                self.form = Some((Purpose::Plan(unit.map(|unit| unit.id)), form));
            }
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|(_, form)| form)
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let (purpose, form) = self.form.as_ref()?;
        let id = match purpose {
            Purpose::Add => FormId::new(Seat::screen(seats::UNITS), "add"),
            Purpose::Import => FormId::new(Seat::screen(&format!("{}/units", seats::FILES)), "import"),
            Purpose::Edit(id) => unit::edit_id(*id),
            Purpose::Plan(unit) => queue::plan_id(*unit),
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
            self.find(desk);
        }
    }

    fn edit(&mut self, pressed: Key, desk: &mut Desk) {
        if let Some((_, form)) = &mut self.form {
            form.edit(pressed);
        } else if self.search.edit(pressed) {
            self.find(desk);
        }
    }

    fn enter(&mut self, desk: &mut Desk) {
        if !self.entered {
            self.entered = true;
            self.open_roots(desk.shared, desk.now.today());
        }
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        if let Some(row) = view::row_at(self, at, area) {
            // A click on the row that is selected already does what Enter does.
            if row == self.cursor.at() && !self.search.is_open() {
                return self.open_unit(desk);
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
        match self.context() {
            Context::Form => self.form.as_ref().map(|(_, form)| form.hints()).unwrap_or_default(),
            Context::Search => vec![Command::AcceptSearch, Command::LeaveSearch],
            _ if self.rows.is_empty() => {
                vec![Command::ImportUnits, Command::AddUnit, Command::GoQueue, Command::Help, Command::Quit]
            }
            _ => {
                let mut hints = vec![
                    Command::OpenUnit,
                    Command::OpenUnitPage,
                    Command::Search,
                    Command::PlanUnit,
                    Command::EditUnit,
                    Command::AddUnit,
                    Command::ImportUnits,
                    Command::Help,
                ];
                let row = self.rows.get(self.cursor.at());
                hints.extend(row.is_some_and(|row| row.branch && !row.open).then_some(Command::Expand));
                hints.extend(row.is_some_and(|row| row.open || row.depth > 0).then_some(Command::Collapse));
                hints
            }
        }
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}
