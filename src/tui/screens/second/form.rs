//! The form that draws a second look, read at this border into what is said.

use super::Desk;
use crate::{
    domain::{
        inspection::Inspection,
        looking_again::{NoSecond, Said, draw as draw_look},
        programme::Programme,
        second::{Opened, Second, USUAL},
    },
    i18n::{
        Message, key, say, say_with,
        second::{not_drawn, not_opened},
    },
    text::nfc,
    tui::{
        parts::{field::Field, form::Form},
        shared::Shared,
    },
};
use chrono::DateTime;

/// Asks who opens the first look, and why.
pub(super) fn open(second: &Second, shared: &Shared) -> Form {
    let lang = shared.lang();
    let fields =
        vec![Field::short(key::FIELD_OPENED_BY, "").required(), Field::short(key::FIELD_OPENED_WHY, "").required()];
    Form::new(say_with(lang, key::SECOND_OPEN_FORM, &[("by", second.by.as_str().into())]), fields, 0)
}

/// What the form that opens the first look says.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read_open(form: &Form, second: &Second, desk: &Desk) -> Result<Opened, Message> {
    let (by, why) = (form.text(key::FIELD_OPENED_BY), form.text(key::FIELD_OPENED_WHY));
    second.open_first(&nfc(&by), desk.now.at, &nfc(&why)).map_err(|why| not_opened(why, second))
}

/// Asks who looks again, and both sides for their digits.
///
/// # Errors
/// What stands in the way already: the inspection is not finished, or there is nothing to draw.
pub(super) fn draw(first: &Inspection, programme: &Programme, shared: &Shared) -> Result<Form, Message> {
    let digits = "0".repeat(crate::domain::draw::DIGITS);
    // A draw that nobody keeps, only to see whether there could be one.
    let tried = Said {
        by: "?".into(),
        team_seed: digits.clone(),
        second_seed: digits,
        size: None,
        day: DateTime::UNIX_EPOCH.date_naive(),
        at: DateTime::UNIX_EPOCH.fixed_offset(),
        actor: String::new(),
    };
    let about = shared.circumstances(&first.plan);
    let population = match draw_look(first, programme, &about, "-", false, tried) {
        Ok(second) => second.draw.population(),
        Err(why) => return Err(not_drawn(&why)),
    };
    let fields = vec![
        Field::short(key::FIELD_SECOND_BY, "").required(),
        Field::technical(key::FIELD_SECOND_TEAM_DIGITS, "").required(),
        Field::technical(key::FIELD_SECOND_DIGITS, "").required(),
        Field::count(key::FIELD_SECOND_SIZE, Some(USUAL.min(population))).required(),
    ];
    Ok(Form::new(say(shared.lang(), key::SECOND_FORM), fields, 0))
}

/// What the form says.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read(form: &Form, first: &Inspection, programme: &Programme, desk: &Desk) -> Result<Said, Message> {
    let digits = |label| form.text(label).split_whitespace().collect::<String>();
    let said = Said {
        by: nfc(&form.text(key::FIELD_SECOND_BY)).into_owned(),
        team_seed: digits(key::FIELD_SECOND_TEAM_DIGITS),
        second_seed: digits(key::FIELD_SECOND_DIGITS),
        size: form.field(key::FIELD_SECOND_SIZE).to_count()?,
        day: desk.now.today(),
        at: desk.now.at,
        actor: desk.shared.settings.inspector.clone(),
    };
    let about = desk.shared.circumstances(&first.plan);
    let drawn: Result<_, NoSecond> = draw_look(first, programme, &about, "-", false, said.clone());
    drawn.map(|_| said).map_err(|why| not_drawn(&why))
}
