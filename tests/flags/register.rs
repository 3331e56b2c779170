//! U01–U07 of the register and U09 of earlier matters, each on both sides.

use crate::case::{blank, flags_of, shipped};
use thucchat::domain::{
    flags::{Beyond, Flag, Followed},
    ids::{InspectionId, ModelId},
    lang::Bilingual,
    life::Stage,
    model::{Model, ModelKind, Register, State},
    programme::{ModelField, Programme},
};
use uuid::Uuid;

fn models(count: usize, make: impl Fn(usize, &mut Model)) -> Register {
    let model = |n: usize| {
        let mut model = Model::new(&format!("MH-{n:02}"), &format!("Tổ số {n}"), "2022-03-01".parse().ok());
        make(n, &mut model);
        (ModelId(Uuid::from_u128(n as u128 + 1)), model)
    };
    (0..count).map(model).collect()
}

fn flags(register: Register, code: &str) -> Vec<Flag> {
    let beyond = Beyond { register, ..Beyond::default() };
    flags_of(shipped(), &blank(1), &beyond).into_iter().filter(|flag| flag.code() == code).collect()
}

fn recognised(count: usize, of: usize) -> Register {
    models(of, |n, model| {
        if n < count {
            model.recognised = "2023-02-01".parse().ok();
        }
    })
}

#[test]
fn u01_and_u02_ask_from_ten_models_on_at_both_ends() {
    assert_eq!(flags(recognised(20, 20), "U01").len(), 1);
    assert_eq!(flags(recognised(19, 20), "U01").len(), 1, "95 %");
    assert_eq!(flags(recognised(18, 20), "U01"), [], "90 %");
    assert_eq!(flags(recognised(9, 9), "U01"), [], "nine are few");
    assert!(matches!(flags(recognised(4, 10), "U02")[..], [Flag::FewRecognised { registered: 10, recognised: 4 }]));
    assert_eq!(flags(recognised(5, 10), "U02"), []);
}

#[test]
fn u03_asks_about_registrations_just_before_a_recognition_and_about_short_waits() {
    let after = |days: i64, count: usize| {
        models(12, |n, model| {
            let on = model.life.registration().expect("a day");
            model.recognised = Some(on + chrono::TimeDelta::days(if n < count { days } else { 400 }));
        })
    };
    let late = |register| flags(register, "U03").into_iter().any(|flag| matches!(flag, Flag::RegisteredLate { .. }));
    assert!(late(after(45, 7)), "seven of twelve within 45 days");
    assert!(!late(after(46, 7)), "a day more");
    assert!(!late(after(45, 6)), "half is not more than half");
    let soon = |register| flags(register, "U03").into_iter().any(|flag| matches!(flag, Flag::RecognisedSoon { .. }));
    assert!(soon(after(89, 12)));
    assert!(!soon(after(90, 12)));
}

#[test]
fn u04_silence_after_an_award_is_asked_about_unless_the_unit_says_that_it_ended() {
    let silent = |last: &str, ended: bool| {
        models(1, |_, model| {
            model.awarded = "2022-06-01".parse().ok();
            model.last_activity = last.parse().ok();
            if ended {
                model.life.step(State::Stopped, None).expect("it may stop");
            }
        })
    };
    assert_eq!(flags(silent("2022-07-30", false), "U04").len(), 1, "59 days after, more than half a year ago");
    assert_eq!(flags(silent("2022-07-31", false), "U04"), [], "60 days after");
    assert_eq!(flags(silent("2022-07-30", true), "U04"), []);
}

#[test]
fn u05_one_field_of_eight_models_and_a_unit_of_one_field() {
    let fields = |count: usize, of: usize| {
        models(of, |n, model| model.field = if n < count { "Kinh tế" } else { "Văn hóa" }.to_owned())
    };
    assert_eq!(flags(fields(6, 8), "U05").len(), 1, "75 %");
    assert_eq!(flags(fields(7, 10), "U05"), [], "70 % is not more than 70 %");
    assert_eq!(flags(fields(8, 8), "U05"), [], "a unit of one field");
    assert_eq!(flags(fields(6, 7), "U05"), [], "seven are few");
}

#[test]
fn u05_asks_about_a_field_without_a_model_only_where_the_programme_names_it_for_the_kind() {
    let field = |id: &str, vi: &str, kinds: &[&str]| ModelField {
        id: id.into(),
        name: Bilingual { vi: vi.into(), en: id.into() },
        applies_to: kinds.iter().map(|kind| (*kind).into()).collect(),
    };
    let named = |fields: Vec<ModelField>| Programme { model_fields: fields, ..shipped().clone() };
    let held = |of: usize, names: &'static [&'static str]| {
        models(of, move |n, model| model.field = names[n % names.len()].to_owned())
    };
    let asked = |programme: &Programme, register| {
        let beyond = Beyond { register, ..Beyond::default() };
        let flags = flags_of(programme, &blank(1), &beyond);
        flags.into_iter().filter(|flag| matches!(flag, Flag::EmptyFields { .. })).collect::<Vec<_>>()
    };
    let all = named(vec![
        field("economy", "Kinh tế", &[]),
        field("culture", "Văn hóa", &[]),
        field("security", "An ninh", &[]),
    ]);
    let two: &[&str] = &["Kinh tế", "văn  hóa"];
    assert_eq!(asked(&all, held(8, two)), [Flag::EmptyFields { fields: vec!["security".into()], of: 8 }]);
    assert_eq!(asked(&all, held(7, two)), [], "seven are few");
    assert_eq!(asked(&all, held(9, &["Kinh tế", "culture", "AN NINH"])), [], "by name or id, whatever its capitals");
    assert_eq!(asked(&all, held(8, &["Kinh tế"])), [], "a unit of one field");
    let others = named(vec![field("security", "An ninh", &["press"])]);
    assert_eq!(asked(&others, held(8, two)), [], "expected of another kind of unit");
    assert_eq!(asked(shipped(), held(8, two)), [], "the letter names no fields");
}

#[test]
fn u06_one_place_two_owners_one_name() {
    let pair = |owner: &str, place: &str, name: &str| {
        models(2, |n, model| {
            let (o, p, m) = if n == 0 {
                ("Hội Nông dân", "ấp Kinh 4A", "Tổ hòa giải cơ sở")
            } else {
                (owner, place, name)
            };
            (model.owner, model.place, model.name) = (o.to_owned(), p.to_owned(), m.to_owned());
        })
    };
    assert_eq!(flags(pair("Hội Phụ nữ", "Ấp  Kinh 4A", "Tổ hòa giải ở cơ sở"), "U06").len(), 1);
    assert_eq!(flags(pair("hội nông dân", "ấp Kinh 4A", "Tổ hòa giải ở cơ sở"), "U06"), [], "one owner");
    assert_eq!(flags(pair("Hội Phụ nữ", "ấp Kinh 4B", "Tổ hòa giải ở cơ sở"), "U06"), [], "another place");
    assert_eq!(flags(pair("Hội Phụ nữ", "ấp Kinh 4A", "Thùng rác xanh"), "U06"), [], "another work");
}

#[test]
fn u07_three_leaders_of_five_people_praised() {
    let people = |leaders: usize, of: usize| {
        models(of, |n, model| {
            (model.kind, model.leader) = (ModelKind::Individual, n < leaders);
            model.awarded = "2023-05-19".parse().ok();
        })
    };
    assert!(matches!(flags(people(3, 5), "U07")[..], [Flag::LeaderAwards { leaders: 3, of: 5 }]));
    assert_eq!(flags(people(3, 6), "U07"), [], "half");
    assert_eq!(flags(people(4, 4), "U07"), [], "four are few");
}

#[test]
fn u09_asks_about_what_was_declared_and_about_what_is_past_its_day() {
    let followed = |stage: Stage, due: &str| {
        let one = Followed {
            inspection: InspectionId(Uuid::from_u128(9)),
            recommendation: "K-01".into(),
            stage,
            due: due.parse().ok(),
        };
        let beyond = Beyond { followed: vec![one], ..Beyond::default() };
        flags_of(shipped(), &blank(1), &beyond).into_iter().filter(|flag| flag.code() == "U09").count()
    };
    // The visit has no end yet, so the end of the period counts: 31 December 2023.
    assert_eq!(followed(Stage::Open, "2023-12-30"), 1);
    assert_eq!(followed(Stage::Open, "2023-12-31"), 0);
    assert_eq!(followed(Stage::Declared, "2024-12-31"), 1);
    assert_eq!(followed(Stage::Verified, "2023-01-01"), 0);
    assert_eq!(followed(Stage::Withdrawn, "2023-01-01"), 0);
}
