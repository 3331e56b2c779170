//! The models of one inspection: the frozen list, the draw that both sides seed, the visit to each drawn model as a short walk, what the
//! sample proves, and the replay that anyone can check. Not for: the register itself (`unit`), or reckoning any of it (`domain`).

mod form;
mod view;
mod words;

use super::{Desk, Go, Screen, Trail, seats};
use crate::{
    domain::{
        answer::{Answer as Mark, Level},
        draft::{FormId, Seat},
        edit::{Change, Edit},
        ids::{InspectionId, ItemId, ModelCode},
        sample::{Drawn, sampled},
        undo::Reach,
        verification::Verification,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    store::{CommitError, Drawing},
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{
            cursor::Cursor,
            form::{Form, Outcome},
            notice::Notice,
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};

/// What the open form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Purpose {
    Draw,
    Replace(ModelCode),
    Reason(ModelCode, ItemId, bool),
    Evidence(ModelCode),
    Note(ModelCode),
}

/// State of the screen.
#[derive(Debug)]
pub struct Models {
    id: InspectionId,
    /// Nothing until it was read.
    drawing: Option<Box<Drawing>>,
    cursor: Cursor,
    /// The item of the visit in hand.
    item: usize,
    /// Whether the replay stands in place of the visit.
    replay: bool,
    form: Option<(Purpose, Form)>,
}

impl Models {
    /// The models of an inspection that is still to be read.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, drawing: None, cursor: Cursor::default(), item: 0, replay: false, form: None }
    }

    /// What is to be visited, in the order of the draw; nothing while nothing is drawn.
    fn drawn(&self) -> Vec<Drawn> {
        let sampled = self.drawing.as_ref().and_then(|on| sampled(&on.programme, &on.inspection));
        sampled.map(|sampled| sampled.models).unwrap_or_default()
    }

    fn rows(&self) -> usize {
        let drawn = self.drawn().len();
        if drawn > 0 { drawn } else { self.drawing.as_ref().map_or(0, |on| on.population() as usize) }
    }

    /// The drawn model in hand.
    fn in_hand(&self) -> Option<ModelCode> {
        self.drawn().get(self.cursor.at()).map(|drawn| drawn.model.clone())
    }

    /// The item of the visit in hand.
    fn item(&self) -> Option<ItemId> {
        self.drawing.as_ref()?.programme.model_items().nth(self.item).map(|item| item.id.clone())
    }

    /// The draw, with what became of the drawn model in hand, as a part of the inspection's history.
    fn trail(&self, desk: &Desk) -> Trail {
        let (draw, model) = ("draw".to_owned(), self.in_hand());
        let name = model.as_ref().map_or_else(|| say(desk.shared.lang(), key::HISTORY_DRAWS), ToString::to_string);
        let visit = model.iter().flat_map(|model| [format!("replaced/{model}"), format!("verification/{model}")]);
        Trail { name, fields: std::iter::once(draw).chain(visit).collect(), alone: true }
    }

    fn visit(&self, model: &ModelCode) -> Verification {
        self.drawing.as_ref().and_then(|on| on.inspection.verifications.get(model).cloned()).unwrap_or_default()
    }

    /// Makes edits, here and in the vault. What the inspection refuses is told, and nothing of it is kept.
    fn commit(&mut self, edits: Vec<Edit>, desk: &mut Desk) -> bool {
        let Some(on) = &mut self.drawing else { return false };
        let before = on.inspection.clone();
        for edit in &edits {
            if let Err(refusal) = on.inspection.apply(edit.clone()) {
                on.inspection = before;
                desk.notice = Some(Notice::warning(CommitError::from(refusal).message()));
                return false;
            }
        }
        let changes = edits.into_iter().map(|edit| Change::Inspection { id: self.id, edit: Box::new(edit) });
        desk.ask(Effect::Commit(changes.collect()));
        true
    }

    /// Changes the visit to the model in hand; the day of the first mark is the day of the visit.
    fn record(&mut self, model: &ModelCode, change: impl FnOnce(&mut Verification), desk: &mut Desk) -> bool {
        let mut visit = self.visit(model);
        change(&mut visit);
        visit.on = visit.on.or(Some(desk.now.today()));
        self.commit(vec![Edit::Verify(model.clone(), Some(visit))], desk)
    }

    fn rate(&mut self, level: u8, desk: &mut Desk) {
        let (Some(model), Some(item), Some(level)) = (self.in_hand(), self.item(), Level::new(level)) else {
            desk.notice = Some(Notice::warning(key::DRAWS_DRAW_FIRST));
            return;
        };
        if self.record(&model, |visit| drop(visit.answers.insert(item, Mark::Rated(level))), desk) {
            self.step(true);
        }
    }

    fn step(&mut self, forward: bool) {
        let last = self.drawing.as_ref().map_or(0, |on| on.programme.model_items().count().saturating_sub(1));
        self.item = if forward { (self.item + 1).min(last) } else { self.item.saturating_sub(1) };
    }

    fn open(&mut self, command: Command, desk: &mut Desk) {
        let lang = desk.shared.lang();
        let Some(on) = &self.drawing else { return };
        if command == Command::DrawModels {
            if on.population() == 0 {
                desk.notice = Some(Notice::warning(key::DRAWS_NO_LIST));
                return;
            }
            self.form = Some((Purpose::Draw, form::draw(on, lang)));
            return;
        }
        let (Some(model), item) = (self.in_hand(), self.item()) else {
            desk.notice = Some(Notice::warning(key::DRAWS_DRAW_FIRST));
            return;
        };
        let visit = self.visit(&model);
        self.form = Some(match (command, item) {
            (Command::ReplaceModel, _) => (Purpose::Replace(model), form::reason(key::DRAWS_REPLACE_FORM, lang)),
            (Command::AddEvidence, _) => (Purpose::Evidence(model), form::evidence(on, desk.now.today(), lang)),
            (Command::EditNote, _) => (Purpose::Note(model), form::note(&visit.note, lang)),
            (Command::NotApplicable, Some(item)) => {
                (Purpose::Reason(model, item, true), form::reason(key::DRAWS_REASON_FORM, lang))
            }
            (_, Some(item)) => (Purpose::Reason(model, item, false), form::reason(key::DRAWS_REASON_FORM, lang)),
            (_, None) => return,
        });
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let Some((_, form)) = &mut self.form else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => {}
            Outcome::Cancel => self.form = None,
            Outcome::Save => self.save(desk),
        }
    }

    /// Saves what the form says, or keeps it open with what stands in the way.
    fn save(&mut self, desk: &mut Desk) {
        let (Some((purpose, form)), Some(on)) = (self.form.take(), &self.drawing) else { return };
        let reopened = |mut form: Form, purpose: Purpose, mistake: Message| {
            form.mistake = Some(mistake);
            Some((purpose, form))
        };
        let saved = match &purpose {
            Purpose::Draw => match form::read_draw(&form, on, desk) {
                Ok(draw) => {
                    let saved = self.commit(vec![Edit::Draw(Box::new(draw))], desk);
                    self.cursor = Cursor::default();
                    saved
                }
                Err(mistake) => {
                    self.form = reopened(form, purpose, mistake);
                    return;
                }
            },
            Purpose::Replace(model) => {
                let reason = form::read_reason(&form);
                self.commit(vec![Edit::Replace(model.clone(), reason)], desk)
            }
            Purpose::Reason(model, item, applies_not) => {
                let Some(reason) = form::read_reason(&form) else { return };
                let mark = if *applies_not { Mark::NotApplicable(reason) } else { Mark::NotVerified(reason) };
                let (model, item) = (model.clone(), item.clone());
                let saved = self.record(&model, |visit| drop(visit.answers.insert(item, mark)), desk);
                self.step(saved);
                saved
            }
            Purpose::Evidence(model) => {
                let (id, piece) = form::read_evidence(&form, on, desk.now.today());
                let mut visit = self.visit(model);
                visit.evidence.insert(id.clone());
                visit.on = visit.on.or(Some(desk.now.today()));
                let edits = vec![Edit::Evidence(id, Some(piece)), Edit::Verify(model.clone(), Some(visit))];
                self.commit(edits, desk)
            }
            Purpose::Note(model) => {
                let (model, words) = (model.clone(), form.text(key::FIELD_NOTE));
                self.record(&model, |visit| visit.note = words, desk)
            }
        };
        if !saved {
            self.form = Some((purpose, form));
        }
    }
}

impl Screen for Models {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn context(&self) -> Context {
        if self.form.is_some() { Context::Form } else { Context::Models }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::LoadDrawing(self.id));
    }

    fn is_at(&self, go: &Go) -> bool {
        *go == Go::Models(self.id)
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        if self.cursor.follow(command, self.rows(), desk.shared.page) {
            self.item = 0;
            return;
        }
        match command {
            Command::Rate(level) => self.rate(level, desk),
            Command::NextItem => self.step(true),
            Command::PreviousItem => self.step(false),
            Command::ReplayDraw if self.drawn().is_empty() => {
                desk.notice = Some(Notice::warning(key::DRAWS_DRAW_FIRST));
            }
            Command::ReplayDraw => self.replay = !self.replay,
            Command::ShowHistory => desk.go = Some(Go::History(self.id.into(), Some(self.trail(desk)))),
            Command::DrawModels
            | Command::ReplaceModel
            | Command::AddEvidence
            | Command::EditNote
            | Command::NotApplicable
            | Command::NotVerified => self.open(command, desk),
            _ => {}
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut().map(|(_, form)| form)
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let (purpose, form) = self.form.as_ref()?;
        let at = |form| FormId::new(Seat::of(self.id, seats::MODELS), form);
        let id = match purpose {
            Purpose::Draw => at("draw"),
            Purpose::Replace(model) => at("replace").with_record(Some(model)),
            Purpose::Reason(model, item, applies_not) => {
                let id = at(if *applies_not { "not-applicable" } else { "not-verified" }).with_record(Some(model));
                FormId { item: Some(item.clone()), ..id }
            }
            Purpose::Evidence(model) => at("evidence").with_record(Some(model)),
            Purpose::Note(model) => at("note").with_record(Some(model)),
        };
        Some((id, form))
    }

    fn click(&mut self, at: Position, area: Rect, _: &mut Desk) {
        if let Some(row) = view::row_at(self, at, area) {
            self.cursor.set(row, self.rows());
        }
    }

    fn hear(&mut self, answer: &Answer, _: &mut Desk) {
        if let Answer::Drawing(drawing) = answer
            && drawing.inspection.id == self.id
        {
            self.drawing = Some(drawing.clone());
            self.cursor.set(self.cursor.at(), self.rows());
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default();
        Message::new(key::DRAWS_PLACE).with("unit", unit)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if self.form.is_some() {
            return vec![Command::SaveForm, Command::NextField, Command::CancelForm];
        }
        if self.drawn().is_empty() {
            return vec![Command::DrawModels, Command::ShowHistory, Command::Back, Command::Help];
        }
        vec![
            Command::AddEvidence,
            Command::EditNote,
            Command::NotVerified,
            Command::ReplaceModel,
            Command::ReplayDraw,
            Command::Undo,
            Command::Back,
            Command::Help,
            Command::ShowHistory,
        ]
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}
