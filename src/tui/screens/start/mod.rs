//! The first start, a short guide: language, name, team; a vault of one's own with the programme that ships or one from a file, or the
//! practice province. Not for: reading that file (the storage thread does, and nothing is made of a wrong one).

mod view;
mod words;

use super::{Desk, Screen};
use crate::{
    domain::draft::Typed,
    i18n::{Lang, Message, key, say},
    keymap::{
        command::Command,
        context::Context,
        key::{Code, Key},
    },
    tui::{
        effect::Effect,
        message::Now,
        parts::{
            field::{Choice, Field, Input},
            form::{Form, Outcome},
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Rect, theme::Theme},
    },
};

/// State of the first start.
#[derive(Debug)]
pub struct Start {
    form: Form,
    folder: String,
    lang: Lang,
}

impl Start {
    /// The first start; the vault will be made in `folder`.
    #[must_use]
    pub fn new(folder: String, lang: Lang) -> Self {
        let languages = Lang::ALL.map(|lang| Choice::new(lang.code(), lang.own_name())).to_vec();
        let vaults = vec![
            Choice::new("own", say(lang, key::START_OWN)),
            Choice::new("practice", say(lang, key::START_PRACTICE)),
            Choice::new("file", say(lang, key::START_OWN_PROGRAMME)),
        ];
        let fields = vec![
            Field::one(key::FIELD_LANGUAGE, languages, lang.code()).about(key::START_STEP_LANGUAGE),
            Field::short(key::FIELD_INSPECTOR, "").required().about(key::START_STEP_NAME),
            Field::short(key::FIELD_TEAM_NAME, "").about(key::START_STEP_TEAM),
            Field::one(key::FIELD_VAULT, vaults, "own").about(key::START_STEP_VAULT),
        ];
        Self { form: Form::new(say(lang, key::START_TITLE), fields, 0), folder, lang }
    }

    /// The language chosen so far.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Only who brings a programme of their own is asked for its file.
    fn ask_for_programme(&mut self) {
        let asked = self.form.fields.last().is_some_and(|field| field.label == key::FIELD_PROGRAMME);
        let wanted = self.form.field(key::FIELD_VAULT).choice() == "file";
        if wanted && !asked {
            self.form.fields.push(programme_field());
        } else if asked && !wanted {
            self.form.fields.pop();
            self.form.focus = self.form.focus.min(self.form.fields.len() - 1);
        }
    }

    /// Words of the form follow the language as soon as it is chosen; what was typed and chosen stays.
    fn speak(&mut self) {
        self.ask_for_programme();
        let lang = if self.form.field(key::FIELD_LANGUAGE).choice() == Lang::En.code() { Lang::En } else { Lang::Vi };
        if lang == self.lang {
            return;
        }
        let mut other = Self::new(self.folder.clone(), lang);
        other.form.focus = self.form.focus;
        if self.form.fields.len() > other.form.fields.len() {
            other.form.fields.push(programme_field());
        }
        for (new, old) in other.form.fields.iter_mut().zip(&self.form.fields) {
            match (&mut new.input, &old.input) {
                (Input::One { at, .. }, Input::One { at: chosen, .. }) => *at = *chosen,
                (new, old) => new.clone_from(old),
            }
        }
        *self = other;
    }
}

fn programme_field() -> Field {
    Field::short(key::FIELD_PROGRAMME, "").required().about(key::START_STEP_PROGRAMME)
}

impl Screen for Start {
    fn context(&self) -> Context {
        Context::Form
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if command == Command::SwitchLanguage {
            if let Some(language) = self.form.fields.first_mut() {
                language.edit(Key::new(Code::Right), 1, 1);
            }
            return self.speak();
        }
        // Enter walks through the fields; only at the last does it make the vault.
        let last = self.form.focus + 1 == self.form.fields.len();
        let command = if command == Command::SaveForm && !last { Command::NextField } else { command };
        match self.form.follow(command, desk.now.at) {
            Outcome::Save => desk.ask(Effect::Create {
                lang: self.lang,
                input: desk.shared.settings.input,
                inspector: self.form.text(key::FIELD_INSPECTOR),
                team: self.form.text(key::FIELD_TEAM_NAME),
                practice: self.form.field(key::FIELD_VAULT).choice() == "practice",
                programme: Some(self.form.text(key::FIELD_PROGRAMME)).filter(|path| !path.is_empty()),
            }),
            Outcome::Cancel => desk.ask(Effect::Quit),
            Outcome::Open => self.speak(),
        }
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn form_area(&self, area: Rect, _: Lang) -> Rect {
        view::form_area(self, area)
    }

    fn insert(&mut self, words: &str, _: &mut Desk) {
        self.form.insert(words);
        self.speak();
    }

    fn edit(&mut self, pressed: Key, _: &mut Desk) {
        self.form.edit(pressed);
        self.speak();
    }

    fn fill(&mut self, typed: &Typed, _: &mut Desk) {
        self.form.fill(typed);
        self.speak();
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::START_TITLE)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        vec![Command::SaveForm, Command::NextField, Command::PreviousField, Command::CancelForm]
    }

    fn words(&self, _: &Shared, _: Now) -> Page {
        words::page(self)
    }

    fn view(&self, frame: &mut Frame, area: Rect, _: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, theme);
    }
}
