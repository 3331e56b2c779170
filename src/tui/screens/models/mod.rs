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
        parts::{form::Form, notice::Notice, page::Page, pane::Pane},
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
    pane: Pane,
    /// The item of the visit in hand.
    item: usize,
    /// Whether the replay stands in place of the visit.
    replay: bool,
    /// What the open form is for.
    purpose: Option<Purpose>,
}

impl Models {
    /// The models of an inspection that is still to be read.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, drawing: None, pane: Pane::default(), item: 0, replay: false, purpose: None }
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
        self.drawn().get(self.pane.at()).map(|drawn| drawn.model.clone())
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

    /// Makes edits, here and in the vault; where the inspection refuses one, none.
    fn commit(&mut self, edits: Vec<Edit>, desk: &mut Desk) -> Result<(), Message> {
        let Some(on) = &mut self.drawing else { return Ok(()) };
        let before = on.inspection.clone();
        for edit in &edits {
            if let Err(refusal) = on.inspection.apply(edit.clone()) {
                on.inspection = before;
                return Err(CommitError::from(refusal).message());
            }
        }
        let changes = edits.into_iter().map(|edit| Change::Inspection { id: self.id, edit: Box::new(edit) });
        desk.ask(Effect::Commit(changes.collect()));
        self.pane.fill(self.rows(), self.pane.at());
        Ok(())
    }

    /// Changes the visit to the model in hand; the day of the first mark is the day of the visit.
    fn record(
        &mut self,
        model: &ModelCode,
        change: impl FnOnce(&mut Verification),
        desk: &mut Desk,
    ) -> Result<(), Message> {
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
        match self.record(&model, |visit| drop(visit.answers.insert(item, Mark::Rated(level))), desk) {
            Ok(()) => self.step(true),
            Err(why) => desk.notice = Some(Notice::warning(why)),
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
            let form = form::draw(on, lang);
            return self.open_form(Purpose::Draw, form);
        }
        let (Some(model), item) = (self.in_hand(), self.item()) else {
            desk.notice = Some(Notice::warning(key::DRAWS_DRAW_FIRST));
            return;
        };
        let visit = self.visit(&model);
        let (purpose, form) = match (command, item) {
            (Command::ReplaceModel, _) => (Purpose::Replace(model), form::reason(key::DRAWS_REPLACE_FORM, lang)),
            (Command::AddEvidence, _) => (Purpose::Evidence(model), form::evidence(on, desk.now.today(), lang)),
            (Command::EditNote, _) => (Purpose::Note(model), form::note(&visit.note, lang)),
            (Command::NotApplicable, Some(item)) => {
                (Purpose::Reason(model, item, true), form::reason(key::DRAWS_REASON_FORM, lang))
            }
            (_, Some(item)) => (Purpose::Reason(model, item, false), form::reason(key::DRAWS_REASON_FORM, lang)),
            (_, None) => return,
        };
        self.open_form(purpose, form);
    }

    fn open_form(&mut self, purpose: Purpose, form: Form) {
        self.purpose = Some(purpose);
        self.pane.form = Some(form);
    }
}

impl Screen for Models {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn own(&self) -> Context {
        Context::Models
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

    fn moved(&mut self, _: &mut Desk) {
        self.item = 0;
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let (Some(form), Some(on)) = (&self.pane.form, &self.drawing) else { return Ok(()) };
        match self.purpose.clone() {
            Some(Purpose::Draw) => {
                let draw = form::read_draw(form, on, desk)?;
                self.commit(vec![Edit::Draw(Box::new(draw))], desk)?;
                self.pane.set(0);
            }
            Some(Purpose::Replace(model)) => {
                let reason = form::read_reason(form);
                self.commit(vec![Edit::Replace(model, reason)], desk)?;
            }
            Some(Purpose::Reason(model, item, applies_not)) => {
                let Some(reason) = form::read_reason(form) else { return Ok(()) };
                let mark = if applies_not { Mark::NotApplicable(reason) } else { Mark::NotVerified(reason) };
                self.record(&model, |visit| drop(visit.answers.insert(item, mark)), desk)?;
                self.step(true);
            }
            Some(Purpose::Evidence(model)) => {
                let (id, piece) = form::read_evidence(form, on, desk.now.today());
                let mut visit = self.visit(&model);
                visit.evidence.insert(id.clone());
                visit.on = visit.on.or(Some(desk.now.today()));
                self.commit(vec![Edit::Evidence(id, Some(piece)), Edit::Verify(model, Some(visit))], desk)?;
            }
            Some(Purpose::Note(model)) => {
                let words = form.text(key::FIELD_NOTE);
                self.record(&model, |visit| visit.note = words, desk)?;
            }
            None => {}
        }
        Ok(())
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::LoadDrawing(self.id));
    }

    fn is_at(&self, go: &Go) -> bool {
        *go == Go::Models(self.id)
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
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

    fn close(&mut self) -> bool {
        std::mem::take(&mut self.replay)
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let (purpose, form) = (self.purpose.as_ref()?, self.pane.form.as_ref()?);
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

    fn hear(&mut self, answer: &Answer, _: &mut Desk) {
        if let Answer::Drawing(drawing) = answer
            && drawing.inspection.id == self.id
        {
            self.drawing = Some(drawing.clone());
            self.pane.fill(self.rows(), self.pane.at());
        }
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.unit_name(summary.unit)).unwrap_or_default();
        Message::new(key::DRAWS_PLACE).with("unit", unit)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
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
