//! The settings: who is at this laptop, and how the application looks and listens. Saved in the vault; in effect as soon as saved.
//! Not for: single keys (a file says them) and the programme (`checklist`).

mod office;
mod view;
mod words;

use super::{Desk, Go, Screen, seats};
use crate::{
    domain::{
        draft::{FormId, Seat},
        edit::{Change, Settings as Values},
        input_method::InputMethod,
        look::{Clipboard, KeymapName, Mouse, OutsideEditor, Signs, ThemeName},
        programme::Programme,
        thing::Thing,
    },
    i18n::{Key as Sentence, Lang, Message, key, looks, say},
    keymap::{command::Command, context::Context},
    tui::{
        effect::Effect,
        message::{Answer, Now},
        parts::{
            field::{Choice, Field},
            form::{Form, Outcome},
            page::Page,
        },
        shared::Shared,
        ui::{Frame, Rect, theme::Theme},
    },
};
use std::sync::Arc;

/// State of the settings screen.
#[derive(Debug)]
pub struct Settings {
    form: Form,
    /// The programme that new inspections are planned with.
    programme: Arc<Programme>,
    /// The theme was bound from outside for this session; a choice here counts from the next one on.
    theme_is_bound: bool,
    /// The same of the keymap: the command line or a file says which.
    keymap_is_bound: bool,
}

impl Settings {
    /// The settings as they stand.
    #[must_use]
    pub fn new(shared: &Shared, theme_is_bound: bool, keymap_is_bound: bool) -> Self {
        Self {
            form: form(&shared.settings, &shared.programme, 0),
            programme: shared.programme.clone(),
            theme_is_bound,
            keymap_is_bound,
        }
    }
}

fn form(values: &Values, programme: &Programme, focus: usize) -> Form {
    let lang = values.lang;
    let pick = |label, options: &[(&str, Sentence)], chosen: &str| {
        let options = options.iter().map(|(id, words)| Choice::new(*id, say(lang, *words))).collect();
        Field::one(label, options, chosen)
    };
    let themes = ThemeName::ALL.map(|theme| (theme.code(), looks::theme(theme)));
    let keymaps = KeymapName::ALL.map(|keymap| (keymap.code(), looks::keymap(keymap)));
    let inputs = InputMethod::ALL.map(|input| {
        let name = looks::input(input, lang);
        Choice::new(name.as_str(), name.as_str())
    });
    let signs = if values.signs == Signs::Ascii { "ascii" } else { "unicode" };
    let mouse = if values.mouse == Mouse::Off { "off" } else { "on" };
    let clipboard = if values.clipboard == Clipboard::Terminal { "terminal" } else { "inside" };
    let editor = if values.editor == OutsideEditor::On { "on" } else { "off" };
    let mut fields = vec![
        Field::one(
            key::FIELD_LANGUAGE,
            Lang::ALL.map(|lang| Choice::new(lang.code(), lang.own_name())).to_vec(),
            lang.code(),
        )
        .about(key::SETTINGS_ABOUT_LANGUAGE),
        Field::short(key::FIELD_INSPECTOR, &values.inspector).required().about(key::SETTINGS_ABOUT_NAME),
        Field::short(key::FIELD_TEAM_NAME, &values.team).about(key::SETTINGS_ABOUT_TEAM),
        Field::technical(key::FIELD_BACKUP_FOLDER, &values.backup_folder).about(key::SETTINGS_ABOUT_BACKUP_FOLDER),
        Field::count(key::FIELD_BACKUP_MEGABYTES, values.backup_megabytes).about(key::SETTINGS_ABOUT_BACKUP_MEGABYTES),
        pick(key::FIELD_THEME, &themes, values.theme.code()).about(key::SETTINGS_ABOUT_THEME),
        pick(
            key::FIELD_SIGNS,
            &[("unicode", looks::signs(Signs::Unicode)), ("ascii", looks::signs(Signs::Ascii))],
            signs,
        )
        .about(key::SETTINGS_ABOUT_SIGNS),
        pick(key::FIELD_MOUSE, &[("on", looks::mouse(Mouse::On)), ("off", looks::mouse(Mouse::Off))], mouse)
            .about(key::SETTINGS_ABOUT_MOUSE),
        Field::one(key::FIELD_INPUT, inputs.to_vec(), looks::input(values.input, lang).as_str())
            .about(key::SETTINGS_ABOUT_INPUT),
        pick(
            key::FIELD_CLIPBOARD,
            &[("inside", looks::clipboard(Clipboard::Inside)), ("terminal", looks::clipboard(Clipboard::Terminal))],
            clipboard,
        )
        .about(key::SETTINGS_ABOUT_CLIPBOARD),
        pick(
            key::FIELD_EDITOR,
            &[("off", looks::editor(OutsideEditor::Off)), ("on", looks::editor(OutsideEditor::On))],
            editor,
        )
        .about(key::SETTINGS_ABOUT_EDITOR),
        pick(key::FIELD_KEYMAP, &keymaps, values.keymap.code()).about(key::SETTINGS_ABOUT_KEYMAP),
    ];
    fields.push(
        Field::one(key::FIELD_COVER, covers(values.cover_after, lang), &values.cover_after.to_string())
            .about(key::SETTINGS_ABOUT_COVER),
    );
    fields.extend(office::fields(&values.office, lang));
    office::offering(Form::new(say(lang, key::SETTINGS_TITLE), fields, focus), &programme.documents)
}

/// Minutes after which the screen may be covered, and those that are chosen now.
fn covers(chosen: u16, lang: Lang) -> Vec<Choice> {
    let mut minutes = vec![0, 2, 5, 10, 30, chosen];
    minutes.sort_unstable();
    minutes.dedup();
    minutes.into_iter().map(|minutes| Choice::new(minutes.to_string(), looks::cover(minutes, lang))).collect()
}

/// The settings as the form says them; what it does not ask for stays.
fn read(form: &Form, before: &Values) -> Values {
    let chosen = |label| form.field(label).choice().to_owned();
    let theme = chosen(key::FIELD_THEME);
    Values {
        lang: Lang::ALL.into_iter().find(|lang| lang.code() == chosen(key::FIELD_LANGUAGE)).unwrap_or(before.lang),
        inspector: form.text(key::FIELD_INSPECTOR),
        team: form.text(key::FIELD_TEAM_NAME),
        theme: ThemeName::ALL.into_iter().find(|name| name.code() == theme).unwrap_or(before.theme),
        signs: if chosen(key::FIELD_SIGNS) == "ascii" { Signs::Ascii } else { Signs::Unicode },
        mouse: if chosen(key::FIELD_MOUSE) == "off" { Mouse::Off } else { Mouse::On },
        input: InputMethod::ALL
            .into_iter()
            .find(|input| looks::input(*input, before.lang) == chosen(key::FIELD_INPUT))
            .unwrap_or(before.input),
        keymap: KeymapName::of_code(&chosen(key::FIELD_KEYMAP)).unwrap_or(before.keymap),
        clipboard: if chosen(key::FIELD_CLIPBOARD) == "terminal" { Clipboard::Terminal } else { Clipboard::Inside },
        cover_after: chosen(key::FIELD_COVER).parse().unwrap_or(before.cover_after),
        editor: if chosen(key::FIELD_EDITOR) == "on" { OutsideEditor::On } else { OutsideEditor::Off },
        backup_folder: form.text(key::FIELD_BACKUP_FOLDER),
        backup_megabytes: form.field(key::FIELD_BACKUP_MEGABYTES).to_count().unwrap_or(before.backup_megabytes),
        ..before.clone()
    }
}

impl Screen for Settings {
    fn context(&self) -> Context {
        Context::Settings
    }

    fn follow(&mut self, command: Command, desk: &mut Desk) {
        if command == Command::ShowHistory {
            desk.go = Some(Go::History(Thing::Settings, None));
            return;
        }
        match self.form.follow(command, desk.now.at) {
            Outcome::Open => {}
            Outcome::Cancel => desk.go = Some(Go::Back),
            Outcome::Save => {
                let said = match office::read(&self.form) {
                    Ok(said) => said,
                    Err(wrong) => return office::tell(&mut self.form, wrong),
                };
                let values = Values { office: said, ..read(&self.form, &desk.shared.settings) };
                if values != desk.shared.settings {
                    desk.ask(Effect::Commit(vec![Change::Settings(values)]));
                }
                desk.go = Some(Go::Back);
            }
        }
    }

    fn drafted(&self) -> Option<(FormId, &Form)> {
        Some((FormId::new(Seat::screen(seats::SETTINGS), seats::SETTINGS), &self.form))
    }

    fn form(&mut self) -> Option<&mut Form> {
        Some(&mut self.form)
    }

    fn form_area(&self, area: Rect, lang: Lang) -> Rect {
        view::form_area(self, area, lang)
    }

    fn hear(&mut self, answer: &Answer, desk: &mut Desk) {
        // The language may change by its own key while the form is open: its words follow, what was typed stays.
        if let Answer::Committed { settings: Some(_), .. } = answer {
            let typed: Vec<Vec<String>> = self.form.fields.iter().map(Field::values).collect();
            let values = Values { lang: desk.shared.lang(), ..read(&self.form, &desk.shared.settings) };
            self.form = form(&values, &self.programme, self.form.focus);
            // What is typed of the office may not be right yet, and stays all the same.
            for (field, typed) in self.form.fields.iter_mut().zip(&typed).skip(office::FIRST) {
                field.fill(typed);
            }
        }
    }

    fn place(&self, _: &Shared) -> Message {
        Message::new(key::SETTINGS_TITLE)
    }

    fn hints(&self, _: &Shared) -> Vec<Command> {
        vec![Command::SaveForm, Command::NextField, Command::NextChoice, Command::CancelForm, Command::ShowHistory]
    }

    fn words(&self, shared: &Shared, _: Now) -> Page {
        words::page(self, shared.lang())
    }

    fn view(&self, frame: &mut Frame, area: Rect, shared: &Shared, theme: &Theme, _: Now) {
        view::draw(self, frame, area, shared.lang(), theme);
    }
}
