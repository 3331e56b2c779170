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
        parts::{field::Field, form::Form, notice::Notice, page::Page, pane::Pane},
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
    /// The rows of the part in front.
    pane: Pane,
    /// The row that was in hand in each part when another came to the front.
    left_at: [usize; 5],
    /// The selected year; nothing until one was chosen: then the last that has a value.
    year: Option<u16>,
    /// The findings of its inspections; nothing until they were gathered.
    gathered: Option<Vec<Arc<Gathered>>>,
    register: Arc<Register>,
    /// What was drawn from it last; nothing until it was read, and where nothing was drawn.
    drawn: Option<LastDraw>,
    entries: Vec<Entry>,
    below: Vec<Below>,
    /// What the open form is for.
    purpose: Purpose,
}

impl UnitPage {
    /// The page of a unit.
    #[must_use]
    pub fn new(unit: UnitId, shared: &Shared) -> Self {
        let part = shared.units.get(unit).map_or(Part::Overview, |unit| Part::of(unit)[0]);
        Self {
            unit,
            part,
            pane: Pane::default(),
            left_at: [0; 5],
            register: Arc::default(),
            drawn: None,
            year: None,
            gathered: None,
            entries: Vec::new(),
            below: Vec::new(),
            purpose: Purpose::Edit,
        }
    }

    fn open_form(&mut self, purpose: Purpose, form: Form) {
        self.purpose = purpose;
        self.pane.form = Some(form);
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
        self.pane.fill(self.rows(shared), self.pane.at());
    }

    /// Brings a part to the front, with the row in hand that it had.
    fn show_part(&mut self, part: Part, desk: &Desk) {
        self.left_at[self.part as usize] = self.pane.at();
        self.part = part;
        self.pane.fill(self.rows(desk.shared), self.left_at[part as usize]);
        self.refresh(desk);
    }

    fn turn(&mut self, forward: bool, desk: &Desk) {
        let Some(unit) = self.about(desk.shared) else { return };
        let all = Part::of(unit);
        let at = all.iter().position(|part| *part == self.part).unwrap_or(0);
        self.show_part(all[(at + if forward { 1 } else { all.len() - 1 }) % all.len()], desk);
    }

    /// The indicator and year in hand.
    fn cell(&self, desk: &Desk) -> Option<(IndicatorId, u16)> {
        let id = parts::indicators(self.about(desk.shared)?, desk.shared).into_iter().nth(self.pane.at())?;
        let years = parts::years(self.unit, desk.shared, desk.now.today());
        Some((id, view::year(self, desk.shared, &years)?))
    }

    /// The model or the indicator in hand, with the fields of its history.
    fn trail(&self, desk: &Desk) -> Option<Trail> {
        match self.part {
            Part::Models => {
                let (id, model) = self.models().get(self.pane.at()).copied()?;
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
        let at = self.pane.at();
        match self.part {
            Part::Overview => match self.entries.get(at) {
                Some(Entry::Inspection(id)) => desk.go = Some(Go::Walk(*id)),
                Some(Entry::Open(case, matter)) => {
                    let found = case.matters.findings_of(&matter.number);
                    let item = found.first().and_then(|(_, finding)| finding.items.iter().next().cloned());
                    let id = case.matters.inspection;
                    let number = matter.number.clone();
                    desk.go = Some(item.map_or(Go::Walk(id), |item| Go::Matter(id, item, number)));
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
            .get(self.pane.at())
            .map(|(id, model)| (Purpose::EditModel(*id), register::form(Some(model), lang)));
        match form {
            Some((purpose, form)) => self.open_form(purpose, form),
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
        self.open_form(Purpose::Value, form::value(unit, &ids, at, is_new, desk.shared));
    }

    fn add(&mut self, desk: &mut Desk) {
        match self.part {
            Part::Models => self.open_form(Purpose::AddModel, register::form(None, desk.shared.lang())),
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
            self.open_form(Purpose::Edit, form::edit(unit, desk.shared));
        }
    }

    fn plan(&mut self, desk: &mut Desk) {
        let Some(unit) = self.about(desk.shared) else { return };
        let form = queue::plan_form(desk.shared, desk.now.today(), Some(&unit.code));
        self.open_form(Purpose::Plan, form);
    }

    /// The model as the open form says it; the register itself says whether it takes it.
    fn save_model(&self, form: &Form, old: Option<ModelId>, desk: &mut Desk) -> Result<(), Message> {
        let old = old.and_then(|id| Some((id, self.register.get(id)?)));
        let model = register::read(form, old.map(|(_, model)| model), desk.now.today())?;
        let other = self.register.coded(&model.code).filter(|(other, _)| Some(*other) != old.map(|(id, _)| id));
        if other.is_some() {
            return Err(Message::new(key::MODELS_CODE_TWICE).with("code", &model.code));
        }
        match old {
            Some((_, same)) if model == *same => {}
            Some((id, _)) => {
                let change = Change::Model { unit: self.unit, id, model: Some(Box::new(model)) };
                desk.ask(Effect::Commit(vec![change]));
            }
            None => desk.ask(Effect::AddModel(self.unit, Box::new(model))),
        }
        Ok(())
    }
}

impl Screen for UnitPage {
    fn reach(&self) -> Reach {
        Reach::Unit(self.unit)
    }

    fn own(&self) -> Context {
        Context::Unit
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
        view::row_at(self, at, area, shared)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.open(desk);
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let Some(form) = &self.pane.form else { return Ok(()) };
        let (shared, today) = (desk.shared, desk.now.today());
        let change = match self.purpose {
            Purpose::Plan => return queue::save_plan(form, desk),
            Purpose::ImportModels => {
                desk.ask(Effect::ImportModels { unit: self.unit, path: form.text(key::FIELD_PATH) });
                return Ok(());
            }
            Purpose::AddModel => return self.save_model(form, None, desk),
            Purpose::EditModel(id) => return self.save_model(form, Some(id), desk),
            Purpose::Edit => Change::Unit(form::read(form, shared.units.get(self.unit), shared, today)?),
            Purpose::Value => {
                let yearly = form::read_value(form, self.unit, shared, today)?;
                self.year = Some(yearly.year);
                Change::Indicator(yearly)
            }
        };
        if changes_something(&change, shared) {
            desk.ask(Effect::Commit(vec![change]));
        }
        Ok(())
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

    fn act(&mut self, command: Command, desk: &mut Desk) {
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
                self.open_form(Purpose::ImportModels, form);
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

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let form = self.pane.form.as_ref()?;
        let at = |form| FormId::new(Seat::screen(&format!("{}{}", seats::UNIT, self.unit)), form);
        let id = match self.purpose {
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
        match view::part_at(self, at, area, desk.shared) {
            Some(part) => self.show_part(part, desk),
            None => super::click(self, at, area, desk),
        }
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
        if let Some(hints) = self.pane.hints() {
            return hints;
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
