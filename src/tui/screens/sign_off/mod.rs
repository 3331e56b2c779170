//! The sign-off: what is still missing, the score with its range, who signs. Signing freezes; opening again makes a new version and
//! asks for the reason.

mod view;
mod words;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        edit::{Change, Edit},
        ids::InspectionId,
        inspection::Inspection,
        programme::Programme,
        score::{Assessment, Rest, assess, rests_on},
        sign_off::{Hindrance, hindrances, reopen, sign},
        undo::Reach,
    },
    i18n::{Message, key, say},
    keymap::{command::Command, context::Context},
    report::asked::About,
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{cursor::Cursor, field::Field, form::Form, notice::Notice, page::Page, pane::Pane},
        shared::Shared,
        ui::{Frame, Position, Rect, theme::Theme},
    },
};
use std::sync::Arc;

/// What is shown of the inspection once it is loaded.
#[derive(Debug)]
struct Loaded {
    inspection: Inspection,
    programme: Arc<Programme>,
    assessment: Assessment,
    rests: Vec<Rest>,
    hindrances: Vec<Hindrance>,
}

/// State of the sign-off screen.
#[derive(Debug)]
pub struct SignOff {
    id: InspectionId,
    loaded: Option<Loaded>,
    /// Flags without an answer; nothing until they were reckoned.
    asking: Option<usize>,
    /// What hinders the signature.
    pane: Pane,
    /// The first row shown, once somebody scrolled.
    top: Cursor,
}

impl SignOff {
    /// The sign-off of an inspection that is still to be loaded.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, loaded: None, asking: None, pane: Pane::default(), top: Cursor::default() }
    }

    fn open_form(&mut self, command: Command, desk: &mut Desk) {
        let Some(loaded) = &self.loaded else { return };
        let lang = desk.shared.lang();
        match (command, loaded.inspection.is_signed()) {
            (Command::SignInspection, true) => desk.notice = Some(Notice::warning(key::SIGN_ALREADY)),
            (Command::SignInspection, false) if !loaded.hindrances.is_empty() => {
                desk.notice =
                    Some(Notice::warning(Message::new(key::SIGN_HINDERED).with("count", loaded.hindrances.len())));
            }
            (Command::SignInspection, false) => {
                let second = loaded.inspection.second.as_ref().map(|second| second.by.as_str());
                let signer = second.unwrap_or(&desk.shared.settings.inspector);
                let field = Field::short(key::FIELD_SIGNER, signer).required();
                self.pane.form = Some(Form::new(say(lang, key::SIGN_FORM), vec![field], 0));
            }
            (_, true) if loaded.inspection.second.is_some() => {
                desk.notice = Some(Notice::warning(key::SECOND_REFUSED_REOPEN));
            }
            (_, true) => {
                self.pane.form = Some(Form::new(
                    say(lang, key::REOPEN_FORM),
                    vec![Field::words(key::FIELD_REASON, "").required()],
                    0,
                ));
            }
            (_, false) => desk.notice = Some(Notice::warning(key::REOPEN_NOT_SIGNED)),
        }
    }

    /// What the open form says becomes of the inspection. Nothing where something hinders it: what it is, is told.
    ///
    /// # Errors
    /// What the form has to say otherwise.
    fn edit_of(form: &Form, loaded: &Loaded, desk: &Desk) -> Result<Option<Edit>, Message> {
        let inspection = &loaded.inspection;
        if inspection.is_signed() {
            let why = form.text(key::FIELD_REASON);
            let reopening = reopen(inspection, &desk.shared.settings.inspector, desk.now.at, &why);
            return Ok(reopening.ok().map(Edit::Reopen));
        }
        let by = form.text(key::FIELD_SIGNER);
        let hindrances = match sign(inspection, &loaded.assessment, &by, desk.now.at, desk.shared.head.clone()) {
            Ok(sign_off) => return Ok(Some(Edit::SignOff(sign_off))),
            Err(hindrances) => hindrances,
        };
        match hindrances.as_slice() {
            [Hindrance::NotBy(name)] => Err(Message::new(key::SECOND_HINDERED_NAME).with("name", name)),
            _ => Ok(None),
        }
    }
}

impl Screen for SignOff {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn own(&self) -> Context {
        Context::SignOff
    }

    fn pane(&self) -> Option<&Pane> {
        Some(&self.pane)
    }

    fn pane_mut(&mut self) -> Option<&mut Pane> {
        Some(&mut self.pane)
    }

    fn row_at(&self, at: Position, area: Rect, shared: &Shared) -> Option<usize> {
        view::hindrance_at(self, at, area, shared)
    }

    fn open_row(&mut self, desk: &mut Desk) {
        self.act(Command::GoToHindrance, desk);
    }

    fn moved(&mut self, _: &mut Desk) {
        self.top = Cursor::default();
    }

    fn save(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let (Some(form), Some(loaded)) = (&self.pane.form, &self.loaded) else { return Ok(()) };
        if let Some(edit) = Self::edit_of(form, loaded, desk)? {
            desk.ask(Effect::Commit(vec![Change::Inspection { id: self.id, edit: Box::new(edit) }]));
            desk.ask(Effect::Load(self.id));
        } else {
            let told = Message::new(key::SIGN_HINDERED).with("count", loaded.hindrances.len());
            desk.notice = Some(Notice::warning(told));
        }
        Ok(())
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::Load(self.id));
        desk.ask(Effect::LoadFlags(self.id));
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        // Steps go from one hindrance to the next, where there are any; everything else moves the page.
        let hindered = self.loaded.as_ref().is_some_and(|loaded| !loaded.hindrances.is_empty());
        let steps = hindered && matches!(command, Command::MoveUp | Command::MoveDown);
        let rows = (view::length(self, desk.shared) + 1).saturating_sub(desk.shared.page);
        let reads = self.pane.form.is_none() && !steps;
        if !(reads && self.top.follow(command, rows, desk.shared.page.saturating_sub(2))) {
            super::follow(self, command, desk);
        }
    }

    fn act(&mut self, command: Command, desk: &mut Desk) {
        match command {
            Command::SignInspection | Command::ReopenInspection => self.open_form(command, desk),
            Command::GoToHindrance => {
                let hindrance = self.loaded.as_ref().and_then(|loaded| loaded.hindrances.get(self.pane.at()));
                desk.go = Some(match hindrance {
                    Some(Hindrance::Open(item) | Hindrance::Broken(item)) => Go::Item(self.id, item.clone()),
                    _ => Go::Walk(self.id),
                });
            }
            Command::OpenFlags => desk.go = Some(Go::Flags(self.id)),
            Command::OpenReport => desk.go = Some(Go::Document(About::Inspection(self.id).into())),
            Command::OpenSecondLook => desk.go = Some(Go::SecondLook(self.id)),
            Command::ShowHistory => desk.go = Some(Go::History(self.id.into(), None)),
            _ => {}
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        let is_signed = self.loaded.as_ref()?.inspection.is_signed();
        let name = if is_signed { "reopen" } else { "sign" };
        self.pane.form.as_ref().map(|form| (FormId::new(Seat::of(self.id, seats::SIGN_OFF), name), form))
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        if let Answer::Flags(flagged) = answer
            && flagged.inspection.id == self.id
        {
            self.asking = Some(flagged.open());
        }
        let Answer::Loaded { inspection, programme } = answer else { return };
        if inspection.id != self.id {
            return;
        }
        let about = desk.shared.circumstances(&inspection.plan);
        let assessment = assess(programme, inspection, &about);
        let hindrances: Vec<Hindrance> = hindrances(inspection, &assessment)
            .into_iter()
            .filter(|hindrance| !matches!(hindrance, Hindrance::Signed(_)))
            .collect();
        let rests = rests_on(programme, inspection, &about);
        self.pane.fill(hindrances.len(), self.pane.at());
        self.loaded = Some(Loaded {
            inspection: (**inspection).clone(),
            programme: programme.clone(),
            assessment,
            rests,
            hindrances,
        });
    }

    fn place(&self, shared: &Shared) -> Message {
        let unit = shared.summaries.get(&self.id).map(|summary| shared.called(summary)).unwrap_or_default();
        Message::new(key::SIGN_PLACE).with("unit", &*unit)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if let Some(hints) = self.pane.hints() {
            return hints;
        }
        match &self.loaded {
            Some(loaded) if loaded.inspection.is_signed() && loaded.inspection.second.is_some() => {
                vec![Command::OpenSecondLook, Command::OpenReport, Command::Back, Command::ShowHistory]
            }
            Some(loaded) if loaded.inspection.is_signed() => {
                vec![
                    Command::OpenReport,
                    Command::ReopenInspection,
                    Command::OpenSecondLook,
                    Command::Back,
                    Command::ShowHistory,
                ]
            }
            Some(loaded) if !loaded.hindrances.is_empty() => {
                vec![
                    Command::GoToHindrance,
                    Command::OpenFlags,
                    Command::OpenReport,
                    Command::Back,
                    Command::ShowHistory,
                ]
            }
            _ => vec![
                Command::SignInspection,
                Command::OpenFlags,
                Command::OpenReport,
                Command::Back,
                Command::ShowHistory,
            ],
        }
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared)
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared, theme);
    }
}
