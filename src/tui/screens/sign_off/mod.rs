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
    cursor: Cursor,
    /// The first row shown, once somebody scrolled.
    top: Cursor,
    form: Option<Form>,
}

impl SignOff {
    /// The sign-off of an inspection that is still to be loaded.
    #[must_use]
    pub fn new(id: InspectionId) -> Self {
        Self { id, loaded: None, asking: None, cursor: Cursor::default(), top: Cursor::default(), form: None }
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
                self.form = Some(Form::new(say(lang, key::SIGN_FORM), vec![field], 0));
            }
            (_, true) if loaded.inspection.second.is_some() => {
                desk.notice = Some(Notice::warning(key::SECOND_REFUSED_REOPEN));
            }
            (_, true) => {
                self.form = Some(Form::new(
                    say(lang, key::REOPEN_FORM),
                    vec![Field::words(key::FIELD_REASON, "").required()],
                    0,
                ));
            }
            (_, false) => desk.notice = Some(Notice::warning(key::REOPEN_NOT_SIGNED)),
        }
    }

    fn follow_form(&mut self, command: Command, desk: &mut Desk) {
        let (Some(form), Some(loaded)) = (&mut self.form, &self.loaded) else { return };
        match form.follow(command, desk.now.at) {
            Outcome::Open => return,
            Outcome::Cancel => {}
            Outcome::Save => {
                let edit = if loaded.inspection.is_signed() {
                    reopen(
                        &loaded.inspection,
                        &desk.shared.settings.inspector,
                        desk.now.at,
                        &form.text(key::FIELD_REASON),
                    )
                    .ok()
                    .map(Edit::Reopen)
                } else {
                    let by = form.text(key::FIELD_SIGNER);
                    match sign(&loaded.inspection, &loaded.assessment, &by, desk.now.at, desk.shared.head.clone()) {
                        Ok(sign_off) => Some(Edit::SignOff(sign_off)),
                        Err(hindrances) => {
                            if let [Hindrance::NotBy(name)] = hindrances.as_slice() {
                                form.mistake = Some(Message::new(key::SECOND_HINDERED_NAME).with("name", name));
                                return;
                            }
                            None
                        }
                    }
                };
                match edit {
                    Some(edit) => {
                        desk.ask(Effect::Commit(vec![Change::Inspection { id: self.id, edit: Box::new(edit) }]));
                        desk.ask(Effect::Load(self.id));
                    }
                    None => {
                        desk.notice = Some(Notice::warning(
                            Message::new(key::SIGN_HINDERED).with("count", loaded.hindrances.len()),
                        ));
                    }
                }
            }
        }
        self.form = None;
    }
}

impl Screen for SignOff {
    fn reach(&self) -> Reach {
        Reach::Inspection(self.id)
    }

    fn context(&self) -> Context {
        if self.form.is_some() { Context::Form } else { Context::SignOff }
    }

    fn enter(&mut self, desk: &mut Desk) {
        desk.ask(Effect::Load(self.id));
        desk.ask(Effect::LoadFlags(self.id));
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if self.form.is_some() {
            return self.follow_form(command, desk);
        }
        let hindrances = self.loaded.as_ref().map_or(0, |loaded| loaded.hindrances.len());
        let steps = matches!(command, Command::MoveUp | Command::MoveDown);
        if steps && hindrances > 0 {
            self.top = Cursor::default();
            self.cursor.follow(command, hindrances, desk.shared.page);
            return;
        }
        let rows = (view::length(self, desk.shared) + 1).saturating_sub(desk.shared.page);
        if self.top.follow(command, rows, desk.shared.page.saturating_sub(2)) {
            return;
        }
        match command {
            Command::SignInspection | Command::ReopenInspection => self.open_form(command, desk),
            Command::GoToHindrance => {
                let hindrance = self.loaded.as_ref().and_then(|loaded| loaded.hindrances.get(self.cursor.at()));
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
        self.form.as_ref().map(|form| (FormId::new(Seat::of(self.id, seats::SIGN_OFF), name), form))
    }

    fn form(&mut self) -> Option<&mut Form> {
        self.form.as_mut()
    }

    fn choose(&mut self, row: usize, _: &mut Desk) {
        let rows = self.loaded.as_ref().map_or(0, |loaded| loaded.hindrances.len());
        self.cursor.set(row, rows);
    }

    fn click(&mut self, at: Position, area: Rect, desk: &mut Desk) {
        if let Some(hindrance) = view::hindrance_at(self, at, area, desk.shared) {
            // A click on the one that is selected already does what Enter does.
            if hindrance == self.cursor.at() {
                return self.follow(Command::GoToHindrance, desk);
            }
            let hindrances = self.loaded.as_ref().map_or(0, |loaded| loaded.hindrances.len());
            self.cursor.set(hindrance, hindrances);
        }
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
        let hindrances = hindrances(inspection, &assessment)
            .into_iter()
            .filter(|hindrance| !matches!(hindrance, Hindrance::Signed(_)))
            .collect();
        let rests = rests_on(programme, inspection, &about);
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
        Message::new(key::SIGN_PLACE).with("unit", unit)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        if self.form.is_some() {
            return vec![Command::SaveForm, Command::CancelForm];
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
