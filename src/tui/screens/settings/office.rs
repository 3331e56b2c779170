//! The fields of the settings about the office that issues documents. What is right in them is `intake::office`'s matter.

use crate::{
    domain::{
        office::Office,
        programme::{Body, Documents},
    },
    i18n::{Lang, key, looks, say},
    intake::office::{self, Said, Wrong},
    tui::parts::{
        field::{Choice, Field},
        form::Form,
    },
};

/// The place of the first of them in the form: those of the person and the laptop stand before.
pub(super) const FIRST: usize = 13;

/// As the programme says.
const AS_PROGRAMME: &str = "programme";

/// The fields.
pub(super) fn fields(office: &Office, lang: Lang) -> Vec<Field> {
    let said = Said::from(office);
    let form = |body: Option<Body>| Choice::new(body.map_or(AS_PROGRAMME, Body::code), say(lang, looks::body(body)));
    let forms = std::iter::once(None).chain(Body::ALL.map(Some)).map(form).collect();
    let chosen = office.body.map_or(AS_PROGRAMME, Body::code);
    vec![
        Field::one(key::OFFICE_BODY, forms, chosen).about(key::OFFICE_ABOUT_BODY),
        Field::short(key::OFFICE_SUPERIOR, &said.superior).about(key::OFFICE_ABOUT_SUPERIOR),
        Field::technical(key::OFFICE_NUMBER, &said.number).about(key::OFFICE_ABOUT_NUMBER),
        Field::short(key::OFFICE_CODE, &said.code).about(key::OFFICE_ABOUT_CODE),
        Field::short(key::OFFICE_PLACE, &said.place).about(key::OFFICE_ABOUT_PLACE),
        Field::words(key::OFFICE_SIGNERS, &said.signers.join("\n")).about(key::OFFICE_ABOUT_SIGNERS),
        Field::words(key::OFFICE_RECIPIENTS, &said.recipients.join("\n")).about(key::OFFICE_ABOUT_RECIPIENTS),
    ]
}

/// The form, whose empty fields show what the programme proposes: that is what documents bear while they stay empty.
pub(super) fn offering(form: Form, proposed: &Documents) -> Form {
    let code = proposed.code.split_once('/').map_or(proposed.code.as_str(), |(_, code)| code);
    form.offering(key::OFFICE_SUPERIOR, &proposed.superior)
        .offering(key::OFFICE_CODE, code)
        .offering(key::OFFICE_PLACE, &proposed.place)
        .offering(key::OFFICE_RECIPIENTS, &proposed.recipients.join("\n"))
}

/// The office as the form says it.
///
/// # Errors
/// The first part that is wrong.
pub(super) fn read(form: &Form) -> Result<Office, Wrong> {
    let lines = |part| form.text(part).lines().map(str::to_owned).collect();
    office::read(&Said {
        body: Body::ALL.into_iter().find(|body| body.code() == form.field(key::OFFICE_BODY).choice()),
        superior: form.text(key::OFFICE_SUPERIOR),
        number: form.text(key::OFFICE_NUMBER),
        code: form.text(key::OFFICE_CODE),
        place: form.text(key::OFFICE_PLACE),
        signers: lines(key::OFFICE_SIGNERS),
        recipients: lines(key::OFFICE_RECIPIENTS),
    })
}

/// Says what is wrong, with the cursor in its field.
pub(super) fn tell(form: &mut Form, wrong: Wrong) {
    form.focus = form.fields.iter().position(|field| field.label == wrong.part).unwrap_or(form.focus);
    form.mistake = Some(wrong.what);
}
