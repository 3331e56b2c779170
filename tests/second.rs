//! The second look: drawn by seed from what has a mark, done blind by somebody else, compared once it is signed.

#[path = "flags/case.rs"]
#[expect(dead_code, reason = "shared with the tests of flags")]
mod case;

use case::{ITEMS, blank, filled, honest, piece, rated, shipped};
use chrono::{DateTime, FixedOffset};
use proptest::{collection::vec, prelude::*};
use thucchat::domain::{
    answer::{Answer, Level, Reason},
    draw::DrawError,
    edit::{Edit, Refusal},
    flags::{Around, Flag, around::Neighbour},
    ids::{InspectionId, ItemId},
    inspection::{Inspection, Reopening, SignOff, State},
    looking_again::{NoSecond, Said, draw, plan},
    round::Milestone,
    score::{Circumstances, ItemState, asked, assess},
    second::{Agreement, Differs, Kappa, Pair, Second, Weights, kappa},
    sign_off::{Hindrance, Shut, reopen, sign},
    summary::summarise,
    unit::Tier,
};
use uuid::Uuid;

const BY: &str = "Nguyễn Thị Ẵm";

fn at() -> DateTime<FixedOffset> {
    "2023-10-20T08:00:00+07:00".parse().expect("a time")
}

fn about() -> Circumstances {
    Circumstances { tier: Some(Tier::District), pilot: false, milestone: Some(Milestone::MidTerm) }
}

fn said(by: &str, size: Option<u32>) -> Said {
    Said {
        by: by.into(),
        team_seed: "246813579024".into(),
        second_seed: "681357902468".into(),
        size,
        day: "2023-10-20".parse().expect("a day"),
        at: at(),
        actor: "Trần Thị Bình".into(),
    }
}

fn sign_off(by: &str) -> Edit {
    Edit::SignOff(SignOff { by: by.into(), at: at(), journal_head: "0".repeat(64) })
}

/// A signed inspection of Trần Thị Bình with a mark at every item.
fn first() -> Inspection {
    let mut first = honest(1, "ấp Kinh 4A");
    first.visit.team = vec!["Trần Thị Bình".into(), "Lê Văn Cường".into()];
    first.apply(sign_off("Trần Thị Bình")).expect("it is not signed");
    first
}

fn drawn(first: &Inspection, said: Said) -> Result<Second, NoSecond> {
    draw(first, shipped(), &about(), "904-DU", false, said)
}

/// The second look at an inspection, nothing marked yet.
fn look(first: &Inspection) -> Inspection {
    let second = drawn(first, said(BY, None)).expect("a draw");
    let mut look = Inspection::new(InspectionId(Uuid::from_u128(77)), plan(first, &second));
    look.apply(Edit::Second(Box::new(second))).expect("nothing is recorded");
    look
}

fn items(look: &Inspection) -> Vec<ItemId> {
    look.second.as_ref().expect("a second look").items()
}

fn mark(look: &mut Inspection, item: &ItemId, level: u8) {
    let answer = Level::new(level).map(Answer::Rated);
    look.apply(Edit::Answer(item.clone(), answer)).expect("a drawn item");
}

// ── the draw ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn the_same_digits_draw_the_same_items_and_others_draw_others() {
    let first = first();
    let draw = |said| drawn(&first, said).expect("a draw").items();
    let usual = draw(said(BY, None));
    assert_eq!(usual.len(), 5);
    assert_eq!(usual, draw(said(BY, None)), "anyone can replay it");
    assert!(draw(Said { second_seed: "681357902469".into(), ..said(BY, None) }) != usual, "one digit more of one side");
    assert!(draw(Said { team_seed: "246813579025".into(), ..said(BY, None) }) != usual, "and of the other");
    let more = draw(said(BY, Some(8)));
    assert_eq!(more[..5], usual[..], "a larger draw goes on from the smaller one");
}

#[test]
fn only_items_with_a_mark_that_no_draw_of_models_decides_are_drawn_from() {
    let first = first();
    let second = drawn(&first, said(BY, None)).expect("a draw");
    let list: Vec<&str> = second.draw.order().list.lines().map(|(code, _)| code).collect();
    assert_eq!(list.len(), ITEMS.len() - 1);
    assert!(!list.contains(&"C1-05"), "its level comes from the drawn models");
    assert_eq!(second.marks.len(), 5);
    assert!(second.items().iter().all(|item| second.marks.get(item) == first.answer(item)));
}

#[test]
fn what_is_not_finished_not_by_somebody_else_or_not_seeded_is_not_drawn() {
    let first = first();
    let why = |first: &Inspection, said| drawn(first, said).expect_err("no draw");
    let open = filled(1, &(piece("V-01", "observation") + &rated(&[3, 3], "\"V-01\"")));
    assert_eq!(why(&open, said(BY, None)), NoSecond::NotDone);
    assert_eq!(why(&blank(1), said(BY, None)), NoSecond::NotDone);
    for name in ["Trần Thị Bình", "  trần  thị bình ", "Lê Văn Cường", "Tra\u{302}\u{300}n Thi\u{323} Bi\u{300}nh"]
    {
        assert!(matches!(why(&first, said(name, None)), NoSecond::SamePerson(_)), "{name}");
    }
    assert_eq!(why(&first, said("  ", None)), NoSecond::NoName);
    let short = Said { second_seed: "123".into(), ..said(BY, None) };
    assert!(matches!(why(&first, short), NoSecond::Draw(DrawError::Seed(_))));
    assert!(matches!(why(&first, said(BY, Some(2))), NoSecond::Draw(DrawError::Few { asked: 2, least: 3 })));
    assert!(matches!(why(&first, said(BY, Some(99))), NoSecond::Draw(DrawError::Size { asked: 99, .. })));
    let another = draw(&first, shipped(), &about(), "904-DU", true, said(BY, None));
    assert_eq!(another, Err(NoSecond::Underway));
    assert_eq!(why(&look(&first), said(BY, None)), NoSecond::IsSecond);
}

#[test]
fn a_record_whose_numbers_do_not_follow_from_its_seed_is_no_second_look() {
    let second = drawn(&first(), said(BY, None)).expect("a draw");
    let text = serde_json::to_string(&second).expect("JSON");
    assert_eq!(serde_json::from_str::<Second>(&text).expect("the same"), second);
    let other = text.replace("246813579024", "246813579025");
    assert!(serde_json::from_str::<Second>(&other).is_err(), "other digits, the same numbers");
}

// ── the walk ─────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn it_asks_about_the_drawn_items_alone_and_is_ready_when_they_have_a_mark() {
    let first = first();
    let mut look = look(&first);
    let seen = assess(shipped(), &look, &about()).items;
    let mut wanted = items(&look);
    wanted.sort();
    assert_eq!(seen.iter().map(|item| item.item.clone()).collect::<Vec<_>>(), wanted);
    assert_eq!(asked(shipped(), &look).len(), 5);
    assert!(seen.iter().all(|item| item.state == ItemState::Open), "nothing of the first look is in it");
    let other = ITEMS.iter().map(|item| ItemId::from(*item)).find(|item| !wanted.contains(item)).expect("one is left");
    let three = Level::new(3).map(Answer::Rated);
    assert_eq!(look.apply(Edit::Answer(other.clone(), three)), Err(Refusal::NotAsked));
    assert_eq!(look.apply(Edit::Note(other, "x".into())), Err(Refusal::NotAsked));
    let state = |look: &Inspection| summarise(shipped(), look, &about()).state;
    assert_eq!(state(&look), State::Planned);
    for item in wanted {
        mark(&mut look, &item, 2);
    }
    assert_eq!(state(&look), State::Ready);
}

#[test]
fn only_who_was_named_signs_it_and_nobody_opens_it_again() {
    let first = first();
    let mut look = look(&first);
    for item in items(&look) {
        mark(&mut look, &item, 2);
    }
    let assessment = assess(shipped(), &look, &about());
    let signing = |by: &str| sign(&look, &assessment, by, at(), "0".repeat(64));
    assert_eq!(signing("Trần Thị Bình"), Err(vec![Hindrance::NotBy(BY.into())]));
    assert!(signing(" nguyễn thị ẵm").is_ok(), "capitals and blanks make nobody else");
    assert_eq!(look.apply(sign_off("Trần Thị Bình")), Err(Refusal::NotTheSecond));
    look.apply(sign_off(BY)).expect("it is theirs");
    assert_eq!(reopen(&look, BY, at(), "nhầm"), Err(Shut::BothKnown));
    let signed = look.sign_off.clone().expect("it is signed");
    let again = Edit::Reopen(Reopening { signed, by: BY.into(), at: at(), why: "nhầm".into() });
    assert_eq!(look.apply(again), Err(Refusal::BothKnown));
}

#[test]
fn the_marks_of_the_first_look_stay_as_they_were_when_it_was_drawn() {
    let mut first = first();
    let mut look = look(&first);
    let item = items(&look)[0].clone();
    let before = first.answer(&item).cloned();
    let signed = first.sign_off.clone().expect("it is signed");
    first
        .apply(Edit::Reopen(Reopening { signed, by: "B".into(), at: at(), why: "sửa cho khớp".into() }))
        .expect("signed");
    mark(&mut first, &item, 0);
    assert_eq!(look.second.as_ref().expect("a second look").marks.get(&item), before.as_ref());
    assert!(
        look.clone().blinded().second.expect("a second look").marks.is_empty(),
        "who looks again does not see them"
    );
    let edit = Edit::Second(Box::new(Second { by: "Khác".into(), ..*look.second.clone().expect("a second look") }));
    assert_eq!(look.apply(edit), Err(Refusal::PlanHeld), "and nobody puts others in their place");
}

#[test]
fn a_second_look_raises_no_flag_about_the_unit_or_the_visit_and_those_about_marks() {
    let first = first();
    let mut look = look(&first);
    for item in items(&look) {
        mark(&mut look, &item, 4);
    }
    let flags = case::flags_of(shipped(), &look, &thucchat::domain::flags::Beyond::default());
    assert!(flags.iter().any(|flag| flag.code() == "T20"), "four on nothing is asked about: {flags:?}");
    assert!(flags.iter().all(|flag| !["T03", "T09", "T14", "T15", "T21"].contains(&flag.code())), "{flags:?}");
}

#[test]
fn a_second_look_moves_no_score_band_or_flag_of_the_first() {
    let first = first();
    let before = summarise(shipped(), &first, &about());
    let around = |all: &[&Inspection]| -> Vec<Flag> {
        let neighbours = all.iter().map(|inspection| Neighbour { inspection, names: &[], in_round: true });
        Around::of(neighbours, &shipped().thresholds).flags(&first)
    };
    let flags = around(&[&first]);
    let _ = look(&first);
    assert_eq!(summarise(shipped(), &first, &about()), before);
    assert_eq!(around(&[&first]), flags);
}

// ── agreement ────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The pairs of a table of counts: rows are the first look, columns the second.
fn table<const N: usize>(rows: [[usize; N]; N]) -> Vec<(Level, Level)> {
    let mut pairs = Vec::new();
    for (a, row) in Level::ALL.into_iter().zip(rows) {
        for (b, count) in Level::ALL.into_iter().zip(row) {
            pairs.extend(std::iter::repeat_n((a, b), count));
        }
    }
    pairs
}

#[test]
fn kappa_is_that_of_published_tables() {
    // SAS/STAT, the FREQ procedure, "Agreement study": two dermatologists, 88 patients, weighted kappa (Cicchetti–Allison weights, that
    // is linear ones) 0.5082.
    let skin = table([[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]);
    assert_eq!(kappa(&skin, Weights::Linear), Kappa::Of(5082));
    // scikit-learn, tests of `cohen_kappa_score`: linear 0.9412, quadratic 0.9541.
    let three = table([[46, 0, 0], [4, 40, 0], [0, 0, 10]]);
    assert_eq!(kappa(&three, Weights::Linear), Kappa::Of(9412));
    assert_eq!(kappa(&three, Weights::Quadratic), Kappa::Of(9541));
    // Artstein and Poesio 2008, table 1: 0.348; of two categories all weights are the same.
    let two = table([[20, 20], [10, 50]]);
    assert_eq!(kappa(&two, Weights::Linear), Kappa::Of(3478));
    assert_eq!(kappa(&two, Weights::Quadratic), Kappa::Of(3478));
    // Penn State, STAT 509, two radiologists: weighted kappa 0.57.
    let film = table([[21, 12, 0, 0], [4, 17, 1, 0], [3, 9, 15, 2], [0, 0, 0, 1]]);
    assert!(matches!(kappa(&film, Weights::Linear), Kappa::Of(5650..=5749)));
}

#[test]
fn full_agreement_is_one_and_what_cannot_be_reckoned_says_why() {
    let pairs = |pairs: &[(u8, u8)]| -> Vec<(Level, Level)> {
        let level = |level| Level::new(level).expect("a level");
        pairs.iter().map(|(a, b)| (level(*a), level(*b))).collect()
    };
    assert_eq!(kappa(&pairs(&[(0, 0), (4, 4), (2, 2)]), Weights::Quadratic), Kappa::Of(10_000));
    assert_eq!(kappa(&pairs(&[(0, 4), (4, 0)]), Weights::Linear), Kappa::Of(-10_000), "quite the opposite");
    assert_eq!(kappa(&pairs(&[(3, 2), (3, 4)]), Weights::Linear), Kappa::Of(0), "one side never varies");
    assert_eq!(kappa(&pairs(&[(3, 3), (3, 3)]), Weights::Linear), Kappa::OneLevel);
    assert_eq!(kappa(&[], Weights::Linear), Kappa::Nothing);
}

#[test]
fn marks_that_are_no_level_are_counted_apart_and_enter_no_kappa() {
    let pair = |first: Option<u8>, second: Option<u8>| Pair {
        item: "C1-01".into(),
        first: first.and_then(Level::new),
        second: second.and_then(Level::new),
    };
    let pairs =
        [pair(Some(3), Some(3)), pair(Some(3), Some(1)), pair(None, Some(2)), pair(Some(2), None), pair(None, None)];
    assert_eq!(
        pairs.clone().map(|pair| pair.differs()),
        [Differs::Same, Differs::Levels(-2), Differs::OnlyOne, Differs::OnlyOne, Differs::Same]
    );
    let agreement = Agreement::of(&pairs);
    assert_eq!((agreement.items, agreement.both, agreement.same, agreement.only_one), (5, 2, 1, 2));
    assert_eq!(agreement.share.map(thucchat::domain::share::Share::bp), Some(5000));
    assert_eq!(agreement.linear, Kappa::Of(0));
    let nothing = Agreement::of(&pairs[2..]);
    assert_eq!((nothing.share, nothing.linear), (None, Kappa::Nothing));
}

#[test]
fn both_looks_are_laid_side_by_side_from_the_frozen_marks() {
    let first = first();
    let mut look = look(&first);
    let all = items(&look);
    for item in &all[1..] {
        let level = first.answer(item).and_then(Answer::level).expect("a level");
        mark(&mut look, item, level.get());
    }
    let reason = Reason::new("đò không chạy").expect("words");
    look.apply(Edit::Answer(all[0].clone(), Some(Answer::NotVerified(reason)))).expect("a drawn item");
    let agreement = Agreement::of(&look.looked().expect("a second look").pairs);
    assert_eq!((agreement.items, agreement.both, agreement.same, agreement.only_one), (5, 4, 4, 1));
    assert_eq!(first.looked(), None, "any other inspection is none");
}

proptest! {
    /// Kappa lies between −1 and 1, does not depend on which look is called the first, and is 1 only for full agreement.
    #[test]
    fn kappa_stays_within_its_bounds_and_knows_no_sides(pairs in vec((0_u8..5, 0_u8..5), 1..40)) {
        let pairs: Vec<(Level, Level)> =
            pairs.into_iter().filter_map(|(a, b)| Some((Level::new(a)?, Level::new(b)?))).collect();
        let turned: Vec<(Level, Level)> = pairs.iter().map(|(a, b)| (*b, *a)).collect();
        for weights in [Weights::Linear, Weights::Quadratic] {
            let found = kappa(&pairs, weights);
            prop_assert_eq!(found, kappa(&turned, weights));
            if let Kappa::Of(figure) = found {
                prop_assert!((-10_000..=10_000).contains(&figure));
                prop_assert_eq!(figure == 10_000, pairs.iter().all(|(a, b)| a == b));
            }
        }
    }
}
