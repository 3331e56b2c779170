//! The forms of a draw and of the visit to a drawn model, read at this border into values that the inspection can take.

use super::Desk;
use crate::{
    domain::{
        answer::Reason,
        draw::{DIGITS, Draw, DrawError, SeedError, Side},
        evidence::Evidence,
        ids::{EvidenceId, next_label},
    },
    i18n::{Key, Lang, Message, key, say, say_with},
    store::{Drawing, Said},
    text::nfc,
    tui::parts::{
        field::{Choice, Field},
        form::Form,
    },
};
use chrono::NaiveDate;

/// Asks both sides for their digits, and how many are drawn; the title says what that many would meet.
pub(super) fn draw(on: &Drawing, lang: Lang) -> Form {
    let title = [("population", on.population().into()), ("least", on.least().into()), ("enough", on.enough().into())];
    let mut fields = vec![
        Field::technical(key::DRAWS_UNIT_DIGITS, "").required(),
        Field::technical(key::DRAWS_TEAM_DIGITS, "").required(),
        Field::count(key::DRAWS_SIZE, Some(on.least())).required(),
    ];
    if on.inspection.draw().is_some() {
        fields.push(Field::technical(key::DRAWS_INSTEAD, "").required());
    }
    Form::new(say_with(lang, key::DRAWS_DRAW_FORM, &title), fields, 0)
}

/// The draw as the form says it.
///
/// # Errors
/// What stands in the way; the form stays open.
pub(super) fn read_draw(form: &Form, on: &Drawing, desk: &Desk) -> Result<Draw, Message> {
    let digits = |label| form.text(label).split_whitespace().collect::<String>();
    let said = Said {
        unit_seed: digits(key::DRAWS_UNIT_DIGITS),
        team_seed: digits(key::DRAWS_TEAM_DIGITS),
        day: desk.now.today(),
        at: desk.now.at,
        by: desk.shared.settings.inspector.clone(),
        size: form.field(key::DRAWS_SIZE).to_count()?,
        instead: Reason::new(&form.text(key::DRAWS_INSTEAD)),
    };
    on.clone().draw(said).map_err(|error| refused(&error))
}

fn refused(error: &DrawError) -> Message {
    let side = |side: Side| if side == Side::Unit { key::DRAWS_UNIT_DIGITS } else { key::DRAWS_TEAM_DIGITS };
    match error {
        DrawError::Seed(SeedError::TooFew(who, given)) => {
            let what = if side(*who) == key::DRAWS_UNIT_DIGITS { key::DRAWS_FEW_UNIT } else { key::DRAWS_FEW_TEAM };
            Message::new(what).with("least", DIGITS).with("given", *given)
        }
        DrawError::Seed(SeedError::NoDigit(_, letter)) => {
            Message::new(key::DRAWS_NO_DIGIT).with("letter", letter.to_string())
        }
        DrawError::Few { least, .. } => Message::new(key::DRAWS_FEW).with("least", *least),
        DrawError::Size { population, .. } => Message::new(key::DRAWS_MANY).with("population", *population),
        other => Message::new(key::DRAWS_CANNOT_DRAW).with("why", other.to_string()),
    }
}

/// Asks for a reason.
pub(super) fn reason(title: Key, lang: Lang) -> Form {
    Form::new(say(lang, title), vec![Field::words(key::FIELD_REASON, "").required()], 0)
}

pub(super) fn read_reason(form: &Form) -> Option<Reason> {
    Reason::new(&nfc(&form.text(key::FIELD_REASON)))
}

/// Asks for the note of a visit.
pub(super) fn note(words: &str, lang: Lang) -> Form {
    Form::new(say(lang, key::FORM_NOTE), vec![Field::words(key::FIELD_NOTE, words)], 0)
}

/// Asks for a piece of evidence collected at the model.
pub(super) fn evidence(on: &Drawing, today: NaiveDate, lang: Lang) -> Form {
    let kinds = on.programme.evidence_kinds.iter();
    let kinds = kinds.map(|kind| Choice::new(kind.id.as_str(), format!("{} {}", kind.grade, kind.name.to(lang))));
    let usual = on.programme.model_visit.as_ref().map_or("", |rule| rule.evidence.as_str());
    let fields = vec![
        Field::words(key::FIELD_EVIDENCE_TEXT, "").required(),
        Field::one(key::FIELD_EVIDENCE_KIND, kinds.collect(), usual),
        Field::short(key::FIELD_SOURCE, ""),
        Field::day(key::FIELD_COLLECTED, Some(today)).until_today(),
    ];
    Form::new(say(lang, key::FORM_NEW_EVIDENCE), fields, 0)
}

/// The piece of evidence under the next free number.
pub(super) fn read_evidence(form: &Form, on: &Drawing, today: NaiveDate) -> (EvidenceId, Evidence) {
    let id = next_label("V", on.inspection.evidence.keys().map(EvidenceId::as_str));
    let piece = Evidence {
        kind: form.field(key::FIELD_EVIDENCE_KIND).choice().into(),
        text: nfc(&form.text(key::FIELD_EVIDENCE_TEXT)).into_owned(),
        source: nfc(&form.text(key::FIELD_SOURCE)).into_owned(),
        collected: form.field(key::FIELD_COLLECTED).to_day(today).ok().flatten(),
        expires: None,
        file: None,
        contradicts: false,
    };
    (EvidenceId::new(id), piece)
}
