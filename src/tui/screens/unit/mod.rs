//! The page of one unit: what is known of it, its inspections over the rounds, the yearly values of its indicators; of a place, how the
//! units below it stand. Edits the unit and the values. Not for: filling anything in (`walk`), or judging a value, which no score knows.

mod form;
mod parts;
mod register;
mod view;
mod words;

pub(super) use form::{add as add_form, edit as edit_form, read as read_form};

use super::{Desk, Go, Screen, Trail, queue, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        edit::Change,
        ids::{IndicatorId, ModelId, UnitId},
        indicator::Yearly,
        model::{Model, Register},
        sample::Found,
        undo::Reach,
        unit::Unit,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    tui::{
        effect::Effect,
        message::{Answer, Gathered, Now},
        parts::{
            cursor::Cursor,
            field::Field,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use parts::{Below, Entry, Part};
use register::LastDraw;
use std::sync::Arc;

/// What the open form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Edit,
    AddModel,
    ImportModels,
    EditModel(ModelId),
    Value,
    Plan,
}

/// State of the page.
#[derive(Debug)]
pub struct UnitPage {
    unit: UnitId,
    part: Part,
    /// The selected row of each part.
    cursors: [Cursor; 5],
    /// The selected year; nothing until one was chosen: then the last that has a value.
    year: Option<u16>,
    /// The findings of its inspections; nothing until they were gathered.
    gathered: Option<Vec<Arc<Gathered>>>,
    register: Arc<Register>,
    /// What was drawn from it last; nothing until it was read, and where nothing was drawn.
    drawn: Option<LastDraw>,
    entries: Vec<Entry>,
    below: Vec<Below>,
    form: Option<(Purpose, Form)>,
}

impl UnitPage {
    /// The page of a unit.
    #[must_use]
    pub fn new(unit: UnitId, shared: &Shared) -> Self {
        let part = shared.units.get(unit).map_or(Part::Overview, |unit| Part::of(unit)[0]);
        Self {
            unit,
            part,
            cursors: [Cursor::default(); 5],
            register: Arc::default(),
            drawn: None,
            year: None,
            gathered: None,
            entries: Vec::new(),
            below: Vec::new(),
            form: None,
        }
    }

    fn cursor(&self) -> Cursor {
        self.cursors[self.part as usize]
    }

    fn cursor_mut(&mut self) -> &mut Cursor {
        &mut self.cursors[self.part as usize]
    }

    /// The models of its register, in the order of codes.
    fn models(&self) -> Vec<(ModelId, &Model)> {
        self.register.in_order()
    }

    /// What was found at a model when it was drawn last; nothing when it was not.
    fn found(&self, model: &Model) -> Option<Found> {
        self.drawn.as_ref()?.at(model)
    }

    fn about<'a>(&self, shared: &'a Shared) -> Option<&'a Unit> {
        shared.units.get(self.unit)
    }

    fn rows(&self, shared: &Shared) -> usize {
        match self.part {
            Part::Overview => self.entries.len(),
            Part::Below => self.below.len(),
            Part::Rounds => shared.summaries.of_unit(self.unit).count(),
            Part::Models => self.register.len(),
            Part::Indicators => self.about(shared).map_or(0, |unit| parts::indicators(unit, shared).len()),
        }
    }

    /// Makes the rows that are not asked for at every draw.
    fn refresh(&mut self, desk: &Desk) {
        let (shared, today) = (desk.shared, desk.now.today());
        let gathered = self.gathered.as_deref().unwrap_or_default();
        self.entries = parts::entries(self.unit, gathered, shared);
        if let Some(unit) = self.about(shared).filter(|unit| unit.kind.is_place()) {
            self.below = parts::below(unit, shared, today);
        }
        let (rows, at) = (self.rows(shared), self.cursor().at());
        self.cursor_mut().set(at, rows);
    }

    fn turn(&mut self, forward: bool, desk: &Desk) {
        let Some(unit) = self.about(desk.shared) else { return };
        let all = Part::of(unit);
        let at = all.iter().position(|part| *part == self.part).unwrap_or(0);
        self.part = all[(at + if forward { 1 } else { all.len() - 1 }) % all.len()];
        self.refresh(desk);
    }

    /// The indicator and year in hand.
    fn cell(&self, desk: &Desk) -> Option<(IndicatorId, u16)> {
        let id = parts::indicators(self.about(desk.shared)?, desk.shared).into_iter().nth(self.cursor().at())?;
        let years = parts::years(self.unit, desk.shared, desk.now.today());
        Some((id, view::year(self, desk.shared, &years)?))
    }

    /// The model or the indicator in hand, with the fields of its history.
    fn trail(&self, desk: &Desk) -> Option<Trail> {
        match self.part {
            Part::Models => {
                let (id, model) = self.models().get(self.cursor().at()).copied()?;
                Some(Trail { name: model.code.clone(), fields: [format!("model/{id}")].into(), alone: true })
            }
            Part::Indicators => {
                let (id, _) = self.cell(desk)?;
                let years = desk.shared.indicators.of_unit(self.unit).map(|(_, year, _)| year);
                let years = years.chain(parts::years(self.unit, desk.shared, desk.now.today()));
                let fields = years.map(|year| format!("{id}/{year}")).collect();
                let known = desk.shared.programme.indicators.iter().find(|indicator| indicator.id == id);
                let name = known.map_or(id.as_str(), |indicator| indicator.short.to(desk.shared.lang()));
                Some(Trail { name: name.to_owned(), fields, alone: true })
            }
            _ => None,
        }
    }

    fn turn_year(&mut self, forward: bool, desk: &Desk) {
        let years = parts::years(self.unit, desk.shared, desk.now.today());
        let at = view::year(self, desk.shared, &years).and_then(|year| years.iter().position(|other| *other == year));
        let at = at.unwrap_or(0);
        let to = if forward { at + 1 } else { at.saturating_sub(1) };
        self.year = years.get(to).or(years.last()).copied();
    }

    fn open(&mut self, desk: &mut Desk) {
        let at = self.cursor().at();
        match self.part {
            Part::Overview => match self.entries.get(at) {
                Some(Entry::Inspection(id)) => desk.go = Some(Go::Walk(*id)),
                Some(Entry::Open(case, matter)) => {
                    let found = case.matters.findings_of(&matter.number);
                    let item = found.first().and_then(|(_, finding)| finding.items.iter().next().cloned());
                    let id = case.matters.inspection;
                    desk.go = Some(item.map_or(Go::Walk(id), |item| Go::Item(id, item)));
                }
                None => self.say_nothing_to_open(desk),
            },
            Part::Below => match self.below.get(at) {
                Some(row) => desk.go = Some(Go::Unit(row.unit)),
                None => desk.notice = Some(Notice::warning(key::UNIT_NONE_BELOW)),
            },
            Part::Rounds => match desk.shared.history_of(self.unit).get(at) {
                Some(summary) => desk.go = Some(Go::Walk(summary.id)),
                None => self.say_nothing_to_open(desk),
            },
            Part::Models => self.open_model(desk),
            Part::Indicators => self.open_value(false, desk),
        }
    }

    fn say_nothing_to_open(&self, desk: &mut Desk) {
        let name = desk.shared.unit_name(self.unit);
        desk.notice = Some(Notice::warning(Message::new(key::UNITS_NO_INSPECTION).with("unit", name)));
    }

    fn open_model(&mut self, desk: &mut Desk) {
        let lang = desk.shared.lang();
        let form = self
            .models()
            .get(self.cursor().at())
            .map(|(id, model)| (Purpose::EditModel(*id), register::form(Some(model), lang)));
        match form {
            Some(form) => self.form = Some(form),
            None => desk.notice = Some(Notice::warning(key::REGISTER_EMPTY)),
        }
    }

    fn open_value(&mut self, is_new: bool, desk: &mut Desk) {
        let Some(unit) = self.about(desk.shared) else { return };
        let ids = parts::indicators(unit, desk.shared);
        if ids.is_empty() {
            desk.notice = Some(Notice::warning(key::UNIT_NO_INDICATORS));
            return;
        }
        let cell = self.cell(desk);
        let at = cell.as_ref().map(|(id, year)| (id, *year));
        self.form = Some((Purpose::Value, form::value(unit, &ids, at, is_new, desk.shared)));
    }

    fn add(&mut self, desk: &mut Desk) {
        match self.part {
            Part::Models => {
                self.form = Some((Purpose::AddModel, register::form(None, desk.shared.lang())));
            }
            Part::Indicators => self.open_value(true, desk),
            _ => desk.notice = Some(Notice::warning(key::UNIT_NOTHING_TO_ADD)),
        }
    }

    fn remove(&mut self, desk: &mut Desk) {
        let found = (self.part == Part::Indicators).then(|| self.cell(desk)).flatten().and_then(|(id, year)| {
            desk.shared.indicators.get(self.unit, &id, year)?;
            Some((id, year))
        });
        let Some((indicator, year)) = found else {
            desk.notice = Some(Notice::warning(key::UNIT_NOTHING_TO_REMOVE));
            return;
        };
        let change = Change::Indicator(Yearly { unit: self.unit, indicator, year, figure: None });
        desk.ask(Effect::Commit(vec![change]));
        desk.notice = Some(Notice::done(key::UNIT_VALUE_REMOVED));
    }

    fn edit_unit(&mut self, desk: &Desk) {
        if let Some(unit) = self.about(desk.shared) {
            self.form = Some((Purpose::Edit, form::edit(unit, desk.shared)));
        }
    }

    fn plan(&mut self, desk: &mut Desk) {
        let Some(unit) = self.about(desk.shared) else { return };
        let form = queue::plan_form(desk.shared, desk.now.today(), Some(&unit.code));
        self.form = Some((Purpose::Plan, form));
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some((purpose, form)) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => return,
            Outcome::Cancel => {}
            Outcome::Save => {
                let purpose = *purpose;
                if !self.save(purpose, desk) {
                    return;
                }
            }
        }
        self.form = None;
    }

    /// Saves what the form says. `false` when something stands in the way; the form then says what, and stays open.
    fn save(&mut self, purpose: Purpose, desk: &mut Desk) -> bool {
        let Some((_, form)) = &mut self.form else { return true };
        let (shared, today) = (desk.shared, desk.now.today());
        let read = match purpose {
            Purpose::Plan => return queue::save_plan(form, desk),
            Purpose::ImportModels => {
                desk.ask(Effect::ImportModels { unit: self.unit, path: form.text(key::FIELD_PATH) });
                return true;
            }
            Purpose::AddModel | Purpose::EditModel(_) => return self.save_model(purpose, desk),
            Purpose::Edit => form::read(form, shared.units.get(self.unit), shared, today).map(Change::Unit),
            Purpose::Value => form::read_value(form, self.unit, shared, today).map(Change::Indicator),
        };
        match read {
            Ok(change) => {
                if let Change::Indicator(yearly) = &change {
                    self.year = Some(yearly.year);
                }
                if changes_something(&change, shared) {
                    desk.ask(Effect::Commit(vec![change]));
                }
                true
            }
            Err(mistake) => {
                form.mistake = Some(mistake);
                false
            }
        }
    }

    fn save_model(&mut self, purpose: Purpose, desk: &mut Desk) -> bool {
        let old =
            if let Purpose::EditModel(id) = purpose { self.register.get(id).map(|model| (id, model)) } else { None };
        let Some((_, form)) = &mut self.form else { return true };
        let read = register::read(form, old.map(|(_, model)| model), desk.now.today()).and_then(|model| {
            // The register itself says whether it takes the model; what is wrong is told in the form.
            let taken = self.register.coded(&model.code).is_none_or(|(other, _)| Some(other) == old.map(|(id, _)| id));
            let twice = || Message::new(key::MODELS_CODE_TWICE).with("code", &model.code);
            if taken { Ok(model) } else { Err(twice()) }
        });
        match (read, old) {
            (Ok(model), Some((_, same))) if model == *same => {}
            (Ok(model), Some((id, _))) => {
                let change = Change::Model { unit: self.unit, id, model: Some(Box::new(model)) };
                desk.ask(Effect::Commit(vec![change]));
            }
            (Ok(model), None) => desk.ask(Effect::AddModel(self.unit, Box::new(model))),
            (Err(mistake), _) => {
                form.mistake = Some(mistake);
                return false;
            }
        }
        true
    }
}

impl Screen for UnitPage {
    fn reach(&self) -> Reach {
        Reach::Unit(self.unit)
    }

    fn context(&self) -> Context {
        if self.form.is_some() { Context::Form } else { Context::Unit }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::GatherUnit(self.unit));
        desk.ask(Effect::LoadRegister(self.unit));
        if let Some(id) = register::last_draw(self.unit, desk.shared) {
            desk.ask(Effect::LoadDrawing(id));
        }
        self.refresh(desk);
    }

    fn is_at(&self, go: &Go) -> bool {
        *go == Go::Unit(self.unit)
    }

    fn stays(&self) -> bool {
        true
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        let rows = self.rows(desk.shared);
        if self.cursor_mut().follow(command, rows, desk.shared.page) {
            return;
        }
        match command {
            Command::NextColumn if self.part == Part::Indicators => self.turn_year(true, desk),
            Command::PreviousColumn if self.part == Part::Indicators => self.turn_year(false, desk),
            Command::NextColumn | Command::NextPart => self.turn(true, desk),
            Command::PreviousColumn | Command::PreviousPart => self.turn(false, desk),
            Command::OpenEntry => self.open(desk),
            Command::AddEntry => self.add(desk),
            Command::RemoveEntry => self.remove(desk),
            Command::EditUnit => self.edit_unit(desk),
            Command::ImportModels => {
                let title = say(desk.shared.lang(), key::REGISTER_IMPORT_FORM);
                let form = Form::new(title, vec![Field::short(key::FIELD_PATH, "").required()], 0);
                self.form = Some((Purpose::ImportModels, form));
            }
            Command::PlanUnit => self.plan(desk),
            Command::OpenModels => match desk.shared.now_of(self.unit) {
                Some(summary) => desk.go = Some(Go::Models(summary.id)),
                None => self.say_nothing_to_open(desk),
            },
            Command::ShowHistory => desk.go = Some(Go::History(self.unit.into(), self.trail(desk))),
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|(_, form)| form)
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let (purpose, form) = self.form.as_ref()?;
        let at = |form| FormId::new(Seat::screen(&format!("{}{}", seats::UNIT, self.unit)), form);
        let id = match purpose {
            Purpose::Edit => edit_id(self.unit),
            Purpose::AddModel => at("model"),
            Purpose::EditModel(id) => at("model").with_record(Some(id)),
            Purpose::ImportModels => at("import-models"),
            Purpose::Value => at("value"),
            Purpose::Plan => queue::plan_id(Some(self.unit)),
        };
        Some((id, form))
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        if let Some(part) = view::part_at(self, at, area, desk.shared) {
            self.part = part;
            return self.refresh(desk);
        }
        if let Some(row) = view::row_at(self, at, area, desk.shared) {
            // A click on the row that is selected already does what Enter does.
            if row == self.cursor().at() {
                return self.open(desk);
            }
            let rows = self.rows(desk.shared);
            self.cursor_mut().set(row, rows);
        }
    }

    fn choose(&mut self, row: usize, desk: &mut Desk) {
        let rows = self.rows(desk.shared);
        self.cursor_mut().set(row, rows);
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        match answer {
            Answer::UnitFindings { unit, gathered } if *unit == self.unit => self.gathered = Some(gathered.clone()),
            Answer::Register { unit, register } if *unit == self.unit => self.register = Arc::clone(register),
            Answer::Drawing(drawing) if drawing.inspection.plan.unit == self.unit => {
                self.drawn = LastDraw::of(drawing, desk.shared);
            }
            Answer::Committed { .. } | Answer::Opened(_) => {}
            _ => return,
        }
        self.refresh(desk);
    }

    fn place(&self, shared: &Shared) -> Message {
        Message::new(key::WALK_PLACE_UNIT).with("unit", shared.unit_name(self.unit))
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if self.form.is_some() {
            return vec![Command::SaveForm, Command::NextField, Command::CancelForm];
        }
        let mut hints = vec![Command::OpenEntry, Command::NextPart];
        hints.extend(matches!(self.part, Part::Indicators | Part::Models).then_some(Command::AddEntry));
        hints.extend((self.part == Part::Models).then_some(Command::ImportModels));
        hints.extend((self.part != Part::Below).then_some(Command::OpenModels));
        hints.extend([Command::EditUnit, Command::PlanUnit, Command::ShowHistory, Command::Back, Command::Help]);
        hints
    }

    fn words(&self, shared: &Shared, now: Now) -> Page {
        words::page(self, shared, now.today())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, now: Now) {
        view::draw(self, frame, area, shared, theme, now.today());
    }
}

/// Which form edits a unit, from wherever it is opened.
pub(super) fn edit_id(unit: UnitId) -> FormId {
    FormId::new(Seat::screen(&format!("{}{unit}", seats::UNIT)), "edit")
}

/// Whether a unit or a value would be another one after it.
fn changes_something(change: &Change, shared: &Shared) -> bool {
    match change {
        Change::Unit(unit) => shared.units.get(unit.id) != Some(unit),
        Change::Indicator(of) => shared.indicators.get(of.unit, &of.indicator, of.year) != of.figure.as_ref(),
        _ => true,
    }
}
