//! A draw is proven from what is printed of it, and a fill file carries draws and visits back and forth.

use super::samples::*;
use proptest::prelude::*;
use thucchat::{
    domain::{
        draw::{Claim, Difference, Draw},
        edit::{Change, Edit},
        inspection::Inspection,
        lang::Lang,
    },
    intake::{fill, replay},
    report::{document::Document, draw as of_draw, txt},
};

fn printed(inspection: &Inspection, lang: Lang) -> String {
    let mut document = Document::new(lang, "Huyện ủy");
    of_draw::add(&mut document, &programme(), inspection);
    txt::render(&document)
}

fn only_claim(text: &str) -> Claim {
    let mut claims = replay::read(text);
    assert_eq!(claims.len(), 1, "{text}");
    claims.remove(0)
}

fn visited() -> Inspection {
    let mut inspection = drawn(1, 23, 9, &[]);
    let code =
        |inspection: &Inspection, place: usize| inspection.draw().expect("a draw").line(inspection.picks()[place]).0;
    let first = code(&inspection, 0);
    inspection.apply(Edit::Replace(first, Some(reason("đường ngập, \"đẩy mạnh\"")))).expect("replaced");
    for (place, level) in (1..10).zip([4, 4, 3, 1, 2, 0, 4, 4, 3]) {
        let model = code(&inspection, place);
        inspection.apply(Edit::Verify(model, Some(visit(level)))).expect("a visit");
    }
    inspection
}

#[test]
fn a_printed_report_proves_its_draw_in_both_languages() {
    for lang in [Lang::Vi, Lang::En] {
        let text = printed(&visited(), lang);
        assert!(text.lines().all(|line| thucchat::text::width(line) <= 80), "{text}");
        let claim = only_claim(&text);
        assert_eq!(claim.differences(), [], "{text}");
        let numbers: Vec<u32> = claim.drawn.iter().map(|(pick, _)| pick.number).collect();
        assert_eq!(numbers[..9], [15, 19, 4, 9, 7, 18, 2, 6, 22], "the vector of the design");
        assert_eq!((claim.population, claim.size), (23, 10), "one was replaced by the next of the seed");
        insta::assert_snapshot!(format!("draw_{}", if lang == Lang::Vi { "vi" } else { "en" }), text);
    }
}

#[test]
fn whatever_is_changed_in_a_printed_draw_is_found() {
    let text = printed(&visited(), Lang::Vi);
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from} in\n{text}");
        only_claim(&text.replacen(from, to, 1)).differences()
    };
    assert!(matches!(changed("seed = 2", "seed = 3")[..], [Difference::Number { place: 1, .. }, ..]));
    assert!(matches!(changed("- 7 · MH-007", "- 7 · MH-707")[..], [Difference::Hash { .. }, Difference::Code { .. }]));
    assert!(matches!(changed("- N = 23", "- N = 22")[..], [Difference::Lines { claimed: 22, found: 23 }, ..]));
    assert!(matches!(changed("- n = 10", "- n = 11")[..], [Difference::Size { claimed: 11, found: 10 }]));
    assert!(matches!(changed("→ 15 ·", "→ 16 ·")[..], [Difference::Number { place: 1, .. }, Difference::Code { .. }]));
    let without = text.replacen("- 7 · MH-007", "7 · MH-007", 1);
    assert!(matches!(only_claim(&without).differences()[..], [Difference::Lines { claimed: 23, found: 6 }, ..]));
}

#[test]
fn a_record_whose_numbers_do_not_follow_is_not_read_as_a_draw() {
    let json = serde_json::to_value(draw(23, 9)).expect("JSON");
    assert!(serde_json::from_value::<Draw>(json.clone()).is_ok());
    for (field, value) in [("sha256", "0".repeat(64).into()), ("unit_seed", "999999999999".into()), ("size", 8.into())]
    {
        let mut other = json.clone();
        other[field] = value;
        assert!(serde_json::from_value::<Draw>(other.clone()).is_err(), "{field}");
        assert_ne!(only_claim(&other.to_string()).differences(), [], "{field}");
    }
    assert_eq!(only_claim(&json.to_string()).differences(), []);
}

#[test]
fn files_that_tell_of_no_draw_give_none() {
    for file in ["", "{", "[]", "- N = 23\n- n = 9\n", "Báo cáo\n- ấp Kinh 4A", "{\"unit_seed\": 3}"] {
        assert_eq!(replay::read(file), [], "{file}");
    }
}

/// Reads a fill file into an inspection in which only what `before` holds is recorded.
fn filled(before: Inspection, file: &str) -> Result<Inspection, Vec<String>> {
    let mistakes = |mistakes: Vec<thucchat::intake::Mistake>| {
        mistakes.iter().map(|mistake| mistake.line_in(Lang::En)).collect::<Vec<_>>()
    };
    let filled = fill::read(file, &programme(), &before).map_err(mistakes)?;
    let mut after = before;
    for edit in filled.edits {
        after.apply(edit).expect("what a fill file says can be applied");
    }
    Ok(after)
}

#[test]
fn a_fill_file_carries_draws_replacements_and_visits() {
    let mut inspection = visited();
    let mut order = draw(24, 4).order().clone();
    order.instead = Some(reason("thiếu một mô hình"));
    order.earlier = vec![thucchat::domain::draw::Earlier {
        inspection: super::samples::inspection(2).id,
        model: "MH-003".into(),
        verdict: Some(thucchat::domain::verification::Verdict::Partly),
    }];
    inspection.apply(Edit::Draw(Box::new(Draw::new(order).expect("a draw")))).expect("drawn again");
    let file = fill::write(&inspection);
    let back = filled(super::samples::inspection(1), &file).unwrap_or_else(|why| panic!("{why:#?}\n{file}"));
    assert_eq!(back, inspection);
    let again = fill::read(&file, &programme(), &inspection).expect("the same file again");
    assert!(again.edits.iter().all(|edit| inspection.current(edit).as_ref() == Some(edit)), "{:?}", again.edits);
}

#[test]
fn what_an_inspection_would_refuse_is_a_mistake_of_the_fill_file_with_its_place() {
    let told = |file: &str| filled(visited(), file).expect_err("mistakes");
    let one = |file: &str, words: &str| {
        let told = told(file);
        assert!(told.len() == 1 && told[0].contains(words), "{words}: {told:#?}");
        assert!(told[0].split(':').next().is_some_and(|line| line.parse::<u32>().is_ok()));
    };
    one("[[verification]]\nmodel = \"MH-001\"\n", "not among those drawn");
    one("[[verification]]\nmodel = \"MH-015\"\n", "was replaced");
    one("[[replacement]]\nmodel = \"MH-019\"\nreason = \"xa\"\n", "has been visited");
    one(
        "[[verification]]\nmodel = \"MH-019\"\n[[verification.answer]]\nitem = \"C1-05\"\nrating = 3\n",
        "no item for models",
    );
    one("[[verification]]\nmodel = \"MH-019\"\n[[verification.answer]]\nitem = \"M-01\"\nrating = 5\n", "0 to 4");
    let draw = fill::write(&drawn(1, 24, 3, &[]));
    one(&draw, "holds another draw");
    let blank = |file: &str| filled(inspection(1), file).expect_err("mistakes");
    assert!(blank(&draw.replacen("MH-001", "MH-901", 1))[0].contains("SHA-256"));
    assert!(blank(&draw.replacen("24681357", "1", 1))[0].contains("gave 5 digits"));
    let lacking = blank("[[draw]]\ncode = \"KG-904\"\n");
    assert!(lacking.len() >= 6, "{lacking:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]
    #[test]
    fn any_draw_is_proven_by_its_print_and_comes_back_from_its_fill_file(
        population in 1_u32..60, share in 1_u32..100, levels in prop::collection::vec(0_u8..5, 0..12)
    ) {
        let size = (population * share).div_ceil(100).max(1);
        let inspection = drawn(1, population, size, &levels);
        prop_assert_eq!(only_claim(&printed(&inspection, Lang::En)).differences(), []);
        let back = filled(super::samples::inspection(1), &fill::write(&inspection));
        prop_assert_eq!(back, Ok(inspection));
    }
}

#[test]
fn a_draw_from_the_vault_says_what_is_wrong_before_anything_is_kept() {
    let mut home = Home::new();
    let said = |unit: &str, size| thucchat::store::Said {
        unit_seed: unit.into(),
        team_seed: "681357902468".into(),
        day: day("2023-10-12"),
        at: "2023-10-12T08:00:00+07:00".parse().expect("a time"),
        by: ACTOR.into(),
        size,
        instead: None,
    };
    let id = inspection(1).id;
    let try_out = |home: &mut Home, unit: &str, size| {
        let drawing = home.vault().drawing(id).expect("read").expect("there");
        drawing.draw(said(unit, size)).map_err(|error| thucchat::i18n::words::no_draw(&error).to(Lang::En))
    };
    assert!(try_out(&mut home, "246813579024", None).expect_err("empty").contains("no living model"));
    home.register(1, 1..24);
    for (unit, size, words) in [
        ("24681357902", None, "gave 11 digits"),
        ("24681357902x", None, "“x”"),
        ("246813579024", Some(2), "at least 3"),
        ("246813579024", Some(24), "from a list of 23"),
    ] {
        let why = try_out(&mut home, unit, size).expect_err(words);
        assert!(why.contains(words), "{why}");
    }
    for (size, drawn) in [(None, 3), (Some(3), 3), (Some(23), 23)] {
        assert_eq!(try_out(&mut home, "246813579024", size).expect("a draw").order().size, drawn);
    }
    let change = |draw| Change::Inspection { id, edit: Box::new(Edit::Draw(Box::new(draw))) };
    let draw = try_out(&mut home, "246813579024", None).expect("a draw");
    home.commit(vec![change(draw.clone())]);
    home.reopen();
    assert_eq!(home.vault().inspection(id).expect("read").expect("there").draws, [draw]);
}
