//! The words of a form, taken out of it and put back: what a draft is made of. Knows no form in particular.

use super::form::Form;
use crate::domain::draft::Typed;

/// What stands in the fields of a form now.
#[must_use]
pub fn taken_from(form: &Form) -> Vec<Typed> {
    form.fields.iter().map(|field| Typed { name: field.label.name().to_owned(), values: field.values() }).collect()
}

/// Puts words back where they stood. A field that is gone takes nothing, a choice that is gone stays unchosen.
pub fn put_back(form: &mut Form, typed: &[Typed], focus: usize) {
    for field in &mut form.fields {
        if let Some(typed) = typed.iter().find(|typed| typed.name == field.label.name()) {
            field.fill(&typed.values);
        }
    }
    form.focus = focus.min(form.fields.len().saturating_sub(1));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        i18n::key,
        tui::parts::field::{Choice, Field},
    };
    use std::collections::BTreeSet;

    fn form() -> Form {
        let options = || vec![Choice::new("a", "A"), Choice::new("b", "B"), Choice::new("c", "C")];
        let fields = vec![
            Field::words(key::FIELD_EVIDENCE_TEXT, ""),
            Field::day(key::FIELD_COLLECTED, None),
            Field::one(key::FIELD_EVIDENCE_KIND, options(), "a"),
            Field::many(key::FIELD_EVIDENCE, options(), &BTreeSet::from(["a".to_owned()])),
        ];
        Form::new("thử".into(), fields, 0)
    }

    #[test]
    fn what_is_taken_from_a_form_and_put_into_a_fresh_one_is_the_same() {
        let mut typed = form();
        typed.insert(" Nguyễn Thị Ẵm, ấp Kinh 4A, \"đẩy mạnh\"\n  dòng hai ");
        typed.focus = 1;
        typed.insert("30/1");
        typed.focus = 2;
        typed.insert("3");
        typed.focus = 3;
        typed.insert(" ");
        let words = taken_from(&typed);
        let mut fresh = form();
        assert_ne!(taken_from(&fresh), words);
        put_back(&mut fresh, &words, 3);
        assert_eq!(taken_from(&fresh), words);
        assert_eq!(fresh.focus, 3);
    }

    #[test]
    fn a_field_or_a_choice_that_is_gone_is_left_out() {
        let mut fresh = form();
        let before = taken_from(&fresh);
        let gone = [
            Typed { name: "field-that-was".into(), values: vec!["x".into()] },
            Typed { name: key::FIELD_EVIDENCE_KIND.name().into(), values: vec!["gone".into()] },
        ];
        put_back(&mut fresh, &gone, 99);
        assert_eq!((taken_from(&fresh), fresh.focus), (before, 3));
    }
}
