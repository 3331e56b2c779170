//! The forms over the list: which is open, how each is opened, what saving it asks for, and which it is in drafts.

use super::{Desk, Findings, deeds, filter::Filter, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        edit::Change,
        follow_up::{Number, Which},
        ids::UnitId,
    },
    i18n::{Message, key, say},
    keymap::command::Command,
    report::asked::About,
    tui::{
        effect::Effect,
        message::Gathered,
        parts::{field::Field, form::Form, notice::Notice},
    },
};
use std::sync::Arc;

/// What the open form is for.
#[derive(Debug)]
pub(super) enum Purpose {
    /// Write what is shown into a file.
    Export,
    /// Write a letter to each of these units into a folder.
    Letters(Vec<UnitId>),
    /// Choose what is shown.
    Filter,
    /// A matter goes on.
    Deed(deeds::Purpose, Arc<Gathered>, Number),
}

impl Purpose {
    /// Which form it is, as drafts name it.
    pub(super) fn id(&self) -> FormId {
        let at = |seat, name| FormId::new(Seat::screen(&format!("{seat}/findings")), name);
        match self {
            Purpose::Export => at(seats::FILES, "export"),
            Purpose::Letters(_) => at(seats::FILES, "letters"),
            Purpose::Filter => at(seats::FILTERS, "filter"),
            Purpose::Deed(purpose, case, number) => deeds::form_id(*purpose, case, number),
        }
    }
}

impl Findings {
    fn open_form(&mut self, purpose: Purpose, form: Form) {
        self.purpose = Some(purpose);
        self.pane.form = Some(form);
    }

    pub(super) fn open_filter(&mut self, desk: &Desk) {
        self.open_form(Purpose::Filter, self.filter.form(desk.shared, desk.now));
    }

    pub(super) fn open_export(&mut self, desk: &Desk) {
        let name = desk.shared.file_name(&About::Matters(self.shown()).into(), desk.now.today());
        let fields = vec![Field::technical(key::FIELD_PATH, &name).required()];
        let form = Form::new(say(desk.shared.lang(), key::FINDINGS_EXPORT_FORM), fields, 0);
        self.open_form(Purpose::Export, form);
    }

    /// Letters to every unit of the list that has an overdue matter, one file each.
    pub(super) fn open_letters(&mut self, desk: &mut Desk) {
        let today = desk.now.today();
        let mut units: Vec<UnitId> = Vec::new();
        for place in &self.rows {
            let Some(case) = self.cases().get(place.case) else { continue };
            let overdue = case.list.get(place.at).is_some_and(|(matter, _)| Which::Overdue.takes(matter, today));
            if overdue && case.matters.signed && !units.contains(&case.matters.unit) {
                units.push(case.matters.unit);
            }
        }
        if units.is_empty() {
            desk.notice = Some(Notice::warning(key::LETTERS_NONE));
            return;
        }
        let lang = desk.shared.lang();
        let title = Message::new(key::LETTERS_FORM).with("count", units.len()).to(lang);
        let fields = vec![Field::technical(key::FIELD_FOLDER, "cong-van").required()];
        self.open_form(Purpose::Letters(units), Form::new(title, fields, 0));
    }

    /// Opens the form of a step for the selected matter, or says why it cannot be taken.
    pub(super) fn open_deed(&mut self, command: Command, desk: &mut Desk) {
        let Some(purpose) = deeds::Purpose::of(command) else { return };
        let Some((case, matter)) = self.matter() else { return };
        let (case, number) = (Arc::clone(case), matter.number.clone());
        match deeds::form(purpose, &case, &number, desk.shared, desk.now) {
            Ok(form) => self.open_form(Purpose::Deed(purpose, case, number), form),
            Err(why) => desk.notice = Some(Notice::warning(why)),
        }
    }

    pub(super) fn save_form(&mut self, desk: &mut Desk) -> Result<(), Message> {
        let (Some(form), Some(purpose)) = (&self.pane.form, &self.purpose) else { return Ok(()) };
        match purpose {
            Purpose::Export => {
                desk.ask(Effect::Export {
                    path: form.text(key::FIELD_PATH),
                    asked: Box::new(About::Matters(self.shown()).into()),
                });
            }
            Purpose::Letters(units) => {
                desk.ask(Effect::ExportLetters { folder: form.text(key::FIELD_FOLDER), units: units.clone() });
            }
            Purpose::Filter => {
                self.filter = Filter::read(form, desk.shared, desk.now);
                self.refresh(desk);
            }
            Purpose::Deed(purpose, case, number) => {
                let edit = deeds::read(*purpose, form, case, number, desk.shared, desk.now)?;
                let change = Change::Inspection { id: case.matters.inspection, edit: Box::new(edit) };
                desk.ask(Effect::Commit(vec![change]));
                desk.ask(Effect::GatherFindings);
            }
        }
        Ok(())
    }

    /// Opens the form whose words were not saved last time; the application puts them back.
    pub(super) fn offer_draft(&mut self, desk: &Desk) {
        let drafts = desk.shared.drafts.iter().filter(|draft| draft.screen == seats::FOLLOW_UP);
        for draft in drafts {
            let case = self.cases().iter().find(|case| Some(case.matters.inspection) == draft.inspection).cloned();
            let opened = case.and_then(|case| {
                let (purpose, number) = deeds::typed_for(draft, &case)?;
                let form = deeds::form(purpose, &case, &number, desk.shared, desk.now).ok()?;
                Some((Purpose::Deed(purpose, case, number), form))
            });
            if let Some((purpose, form)) = opened {
                return self.open_form(purpose, form);
            }
        }
    }
}
