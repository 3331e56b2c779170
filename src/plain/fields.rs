//! A form asked field by field: the same fields, the same mistakes, the same saving as on the screen.

use super::Talk;
use crate::{
    domain::draft::Typed,
    i18n::{Message as Words, key, say},
    keymap::command::Command,
    text::fold,
    tui::{
        message::Message,
        parts::{
            field::{Choice, Field, Input},
            form::Form,
        },
    },
};
use std::{collections::BTreeSet, io};

/// What a line means to a field.
enum Meant {
    /// It keeps what stands in it.
    Keep,
    /// These values.
    Values(Vec<String>),
    /// The form is saved as it stands.
    Save,
    /// The form is given up.
    GiveUp,
    /// It is none of the choices.
    Nothing(Words),
}

impl Talk<'_> {
    /// Asks the fields one after the other and saves; what stands in the way of saving is told, and its field asked again.
    pub(super) fn ask_form(&mut self) -> io::Result<()> {
        let Some(form) = self.app.open_form(self.clock.now()) else {
            // A screen that waits for fields and shows no form would be asked for ever.
            return self.tell(Message::Commanded(Command::CancelForm));
        };
        self.paper.space()?;
        self.tell_form_place()?;
        self.paper.say(&form.title)?;
        if !std::mem::replace(&mut self.knows_forms, true) {
            self.say(key::PLAIN_FORM)?;
        }
        let mut at = 0;
        let mut only = false;
        loop {
            let save = match self.ask_field(at)? {
                Step::Left => return Ok(()),
                Step::Again => continue,
                Step::Save => true,
                Step::Next => {
                    at += 1;
                    let fields = self.app.open_form(self.clock.now()).map_or(0, |form| form.fields.len());
                    only || at >= fields
                }
            };
            if save {
                let Some(form) = self.save()? else { return Ok(()) };
                at = form.focus;
                only = true;
            }
        }
    }

    /// Saves the form. Gives it back when it stays open, with why told.
    fn save(&mut self) -> io::Result<Option<Form>> {
        let fields = self.app.open_form(self.clock.now()).map_or(0, |form| form.fields.len());
        // A form may walk through its fields before it saves.
        for _ in 0..=fields {
            self.tell(Message::Commanded(Command::SaveForm))?;
            if self.ended || self.app.waits() != crate::tui::app::Waits::Fields {
                return Ok(None);
            }
            let Some(form) = self.app.open_form(self.clock.now()) else { return Ok(None) };
            if let Some(mistake) = form.mistake.clone() {
                self.say(mistake)?;
                return Ok(Some(form));
            }
        }
        Ok(self.app.open_form(self.clock.now()))
    }

    /// Asks one field until its line means something.
    fn ask_field(&mut self, at: usize) -> io::Result<Step> {
        let Some(form) = self.app.open_form(self.clock.now()) else { return Ok(Step::Left) };
        let Some(field) = form.fields.get(at) else { return Ok(Step::Save) };
        self.tell_field(field, at, form.fields.len())?;
        let Some(typed) = self.hear_value(field)? else { return Ok(Step::Left) };
        let values = match meaning(field, &typed) {
            Meant::Keep => field.values(),
            Meant::Values(values) => values,
            Meant::Save => return Ok(Step::Save),
            Meant::GiveUp => {
                self.tell(Message::Commanded(Command::CancelForm))?;
                if !self.ended {
                    self.say(key::PLAIN_GIVEN_UP)?;
                }
                return Ok(Step::Left);
            }
            Meant::Nothing(why) => {
                self.say(why)?;
                return Ok(Step::Again);
            }
        };
        self.tell(Message::Filled(Typed { name: field.label.name().to_owned(), values }))?;
        // What is typed is kept as a draft at once: an end of the program at any moment loses none of it.
        self.tell(Message::Rested)?;
        let now = self.clock.now();
        let mistake =
            self.app.open_form(now).and_then(|form| form.fields.get(at).and_then(|field| field.mistake(now.at)));
        match mistake {
            Some(mistake) => {
                self.say(mistake)?;
                Ok(Step::Again)
            }
            None => Ok(Step::Next),
        }
    }

    fn tell_field(&mut self, field: &Field, at: usize, count: usize) -> io::Result<()> {
        let lang = self.app.lang();
        let label = if field.required { key::PLAIN_FIELD_REQUIRED } else { key::PLAIN_FIELD };
        let label = Words::new(label).with("at", (at + 1).to_string()).with("count", count.to_string());
        let label = label.with("label", say(lang, field.label)).to(lang);
        let now = match &field.input {
            Input::One { .. } | Input::Many { .. } => None,
            _ => Some(field.text()).filter(|text| !text.is_empty()),
        };
        let now = now.map(|value| Words::new(key::PLAIN_NOW).with("value", value).to(lang));
        self.paper.say(&now.map_or_else(|| label.clone(), |now| format!("{label}, {now}")))?;
        if let Some(about) = field.about {
            self.say(about)?;
        }
        match &field.input {
            Input::One { options, at } => {
                self.tell_options(options)?;
                self.say(Words::new(key::PLAIN_ONE).with("chosen", (at + 1).to_string()))
            }
            Input::Many { options, chosen, .. } => {
                self.tell_options(options)?;
                let chosen: Vec<String> = chosen.iter().map(|at| (at + 1).to_string()).collect();
                let chosen = if chosen.is_empty() { say(lang, key::PLAIN_NONE) } else { chosen.join(" ") };
                self.say(Words::new(key::PLAIN_MANY).with("chosen", chosen))
            }
            Input::Day(_) => self.say(key::PLAIN_DAY),
            Input::Moment(_) => self.say(key::PLAIN_MOMENT),
            Input::Count(_) => self.say(key::PLAIN_COUNT),
            Input::Words(_) => Ok(()),
        }
    }

    fn tell_options(&mut self, options: &[Choice]) -> io::Result<()> {
        options.iter().enumerate().try_for_each(|(at, option)| self.paper.choice(at + 1, &option.words))
    }

    /// Reads a value; words go on in the next line as long as a line ends with `\`.
    fn hear_value(&mut self, field: &Field) -> io::Result<Option<String>> {
        let Some(mut typed) = self.hear()? else { return Ok(None) };
        while matches!(field.input, Input::Words(_)) && typed.ends_with('\\') {
            typed.pop();
            // An end of the program between two lines loses none of those before.
            self.tell(Message::Filled(Typed { name: field.label.name().to_owned(), values: vec![typed.clone()] }))?;
            self.tell(Message::Rested)?;
            let Some(more) = self.hear()? else { return Ok(None) };
            typed = format!("{typed}\n{more}");
        }
        Ok(Some(typed))
    }
}

/// Where the asking goes on.
enum Step {
    Next,
    Again,
    Save,
    Left,
}

fn meaning(field: &Field, typed: &str) -> Meant {
    match (typed.trim(), &field.input) {
        ("", _) => Meant::Keep,
        ("=", _) => Meant::Save,
        (".", _) => Meant::GiveUp,
        ("-", Input::Many { .. }) => Meant::Values(Vec::new()),
        (typed, Input::Many { options, .. }) => {
            let mut chosen = BTreeSet::new();
            for word in typed.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
                match option(options, word) {
                    Some(at) => chosen.insert(at),
                    None => return no_option(word, options),
                };
            }
            Meant::Values(chosen.into_iter().map(|at| options[at].id.clone()).collect())
        }
        (typed, Input::One { options, .. }) => match option(options, typed) {
            Some(at) => Meant::Values(vec![options[at].id.clone()]),
            None => no_option(typed, options),
        },
        ("-", _) => Meant::Values(vec![String::new()]),
        (typed, _) => Meant::Values(vec![typed.strip_prefix('\\').unwrap_or(typed).to_owned()]),
    }
}

/// The option of that number, or the one whose words these are.
fn option(options: &[Choice], typed: &str) -> Option<usize> {
    match typed.parse::<usize>() {
        Ok(number) => number.checked_sub(1).filter(|at| *at < options.len()),
        Err(_) => options.iter().position(|option| option.id == typed || fold(&option.words) == fold(typed)),
    }
}

fn no_option(typed: &str, options: &[Choice]) -> Meant {
    Meant::Nothing(Words::new(key::PLAIN_NO_OPTION).with("typed", typed).with("count", options.len().to_string()))
}
