//! What draws and visits are worth, on both sides of each threshold, and what enters no score.

use super::samples::*;
use proptest::prelude::*;
use thucchat::domain::{
    answer::{Answer, Level},
    edit::{Edit, Refusal},
    evidence::Grade,
    ids::{ItemId, ModelCode},
    inspection::{Inspection, SignOff},
    nomination::{Barrier, Nominations},
    sample::{Found, sampled},
    score::{Assessment, Ceiling, Circumstances, ItemScore, ItemState, Rest, assess, rests_on},
    verification::Verdict,
};

fn assessed(inspection: &Inspection) -> Assessment {
    assess(&programme(), inspection, &Circumstances::default())
}

fn running_item(inspection: &Inspection) -> ItemScore {
    let items = assessed(inspection).items;
    items
        .into_iter()
        .find(|item| item.item == ItemId::from("C1-05"))
        .expect("the item that takes its level from the draw")
}

fn found(inspection: &Inspection) -> Vec<(String, Found)> {
    let sample = sampled(&programme(), inspection).expect("a sample");
    sample.models.into_iter().map(|drawn| (drawn.model.to_string(), drawn.found)).collect()
}

#[test]
fn the_published_draw_of_the_design_is_recorded_with_its_counters() {
    let draw = draw(23, 9);
    let numbers: Vec<u32> = draw.drawn().iter().map(|pick| pick.number).collect();
    assert_eq!(numbers, [15, 19, 4, 9, 7, 18, 2, 6, 22]);
    assert_eq!(draw.seed().as_str(), "246813579024681357902468|KG-904|2023-10-12");
    assert!(draw.drawn().windows(2).all(|pair| pair[0].counter < pair[1].counter), "counters rise");
    assert_eq!(draw.line(draw.drawn()[0]).0, ModelCode::from("MH-015"));
    assert_eq!(draw.sha256().len(), 64);
}

#[test]
fn a_visit_verifies_from_level_three_fails_up_to_level_one_and_is_neither_between() {
    let inspection = drawn(1, 23, 5, &[3, 4, 2, 1, 0]);
    let verdicts: Vec<_> = found(&inspection).into_iter().map(|(_, found)| found.verdict()).collect();
    let expected = [Verdict::Verified, Verdict::Verified, Verdict::Partly, Verdict::Failed, Verdict::Failed];
    assert_eq!(verdicts, expected.map(Some));
    let sample = sampled(&programme(), &inspection).expect("a sample");
    assert_eq!((sample.verified(), sample.failed(), sample.share_failed().bp()), (2, 2, 4000));
}

#[test]
fn the_level_comes_from_the_lower_end_and_three_good_visits_do_not_buy_excellent() {
    // Lower ends of the design: 3/3/23 5495, 5/5/23 6931; the whole list is known.
    for (population, size, level) in [(23, 3, 2), (23, 5, 2), (3, 3, 4), (20, 14, 4)] {
        let inspection = drawn(1, population, size, &vec![4; size as usize]);
        let sample = sampled(&programme(), &inspection).expect("a sample");
        assert_eq!((sample.level().get(), sample.seeming().get()), (level, 4), "{size} of {population}");
        let item = running_item(&inspection);
        assert_eq!((item.state, item.claimed.bp(), item.grade), (ItemState::Rated, 10_000, Grade::E4));
        assert_eq!(item.effective.bp(), u16::from(level).saturating_mul(2500).min(9000), "{size} of {population}");
    }
    assert_eq!(running_item(&drawn(1, 23, 3, &[4; 3])).ceiling, Some(Ceiling::Sample));
    assert_eq!(running_item(&drawn(1, 3, 3, &[4; 3])).ceiling, Some(Ceiling::Evidence(Grade::E4)));
}

#[test]
fn before_the_first_visit_the_item_is_open_and_after_it_the_unvisited_count_as_not_verified() {
    let blank = drawn(1, 23, 5, &[]);
    assert_eq!(running_item(&blank).state, ItemState::Open);
    let one = drawn(1, 23, 5, &[4]);
    assert_eq!(running_item(&one).state, ItemState::Rated);
    assert_eq!(running_item(&one).effective.bp(), 0, "one of five proves little");
    let sample = sampled(&programme(), &one).expect("a sample");
    assert_eq!((sample.verified(), sample.drawn()), (1, 5));
}

#[test]
fn a_mark_by_hand_is_the_claim_and_never_lifts_what_the_sample_supports() {
    let mut inspection = drawn(1, 23, 5, &[4; 5]);
    let mark = |level| Edit::Answer("C1-05".into(), Level::new(level).map(Answer::Rated));
    inspection.apply(mark(4)).expect("a mark");
    assert_eq!((running_item(&inspection).claimed.bp(), running_item(&inspection).effective.bp()), (10_000, 5000));
    inspection.apply(mark(1)).expect("a mark");
    assert_eq!((running_item(&inspection).claimed.bp(), running_item(&inspection).effective.bp()), (2500, 2500));
    // To call the item not applicable does not make a bad sample go away.
    let mut failed = drawn(1, 23, 5, &[0; 5]);
    failed.apply(Edit::Answer("C1-05".into(), Some(Answer::NotApplicable(reason("khó đi"))))).expect("a mark");
    assert_eq!((running_item(&failed).state, running_item(&failed).effective.bp()), (ItemState::Rated, 0));
}

#[test]
fn what_was_collected_at_the_models_makes_the_pair_with_what_was_seen_there() {
    let mut inspection = drawn(1, 3, 3, &[4; 3]);
    let mut with = visit(4);
    with.evidence = ["V-01".into()].into();
    let model = inspection.verifications.keys().next().expect("a visit").clone();
    inspection.apply(Edit::Evidence("V-01".into(), Some(piece("interview_people", "bà Ẵm")))).expect("evidence");
    inspection.apply(Edit::Verify(model, Some(with))).expect("a visit");
    assert_eq!(running_item(&inspection).grade, Grade::E5);
    assert_eq!(running_item(&inspection).effective.bp(), 10_000);
    let rests = rests_on(&programme(), &inspection, &Circumstances::default());
    assert!(rests.iter().all(|rest| !matches!(rest, Rest::Evidence(id, _) if id.as_str() != "V-01")));
}

#[test]
fn a_visit_outside_the_period_proves_nothing() {
    for (on, counts) in [("2021-02-02", true), ("2021-02-01", false), ("2023-12-31", true), ("2024-01-01", false)] {
        let mut inspection = drawn(1, 3, 3, &[]);
        let model = inspection.draw().expect("a draw").line(inspection.picks()[0]).0;
        let late = thucchat::domain::verification::Verification { on: Some(day(on)), ..visit(4) };
        inspection.apply(Edit::Verify(model, Some(late))).expect("a visit");
        assert_eq!(sampled(&programme(), &inspection).expect("a sample").verified() == 1, counts, "{on}");
    }
}

#[test]
fn a_replaced_model_stays_in_the_sample_as_not_verified_and_the_next_of_the_seed_is_visited() {
    let mut inspection = drawn(1, 23, 3, &[]);
    let code =
        |inspection: &Inspection, place: usize| inspection.draw().expect("a draw").line(inspection.picks()[place]).0;
    let first = code(&inspection, 0);
    inspection.apply(Edit::Replace(first.clone(), Some(reason("chủ mô hình đi biển")))).expect("replaced");
    let numbers: Vec<u32> = inspection.picks().iter().map(|pick| pick.number).collect();
    assert_eq!(numbers, [15, 19, 4, 9], "the fourth of the same seed");
    for place in 1..4 {
        let model = code(&inspection, place);
        inspection.apply(Edit::Verify(model, Some(visit(4)))).expect("a visit");
    }
    let sample = sampled(&programme(), &inspection).expect("a sample");
    assert_eq!((sample.verified(), sample.drawn()), (3, 4), "3 of 4, not 3 of 3");
    assert_eq!(inspection.apply(Edit::Verify(first.clone(), Some(visit(4)))), Err(Refusal::Replaced));
    assert_eq!(inspection.apply(Edit::Replace(first.clone(), None)), Err(Refusal::Visited), "its place was visited");
    let fourth = code(&inspection, 3);
    assert_eq!(inspection.apply(Edit::Replace(fourth.clone(), Some(reason("xa")))), Err(Refusal::Visited));
    inspection.apply(Edit::Verify(fourth, None)).expect("a visit taken back");
    inspection.apply(Edit::Replace(first, None)).expect("and then the replacement");
    assert_eq!(inspection.picks().len(), 3);
}

#[test]
fn a_list_that_ends_leaves_nothing_to_replace_with() {
    let mut inspection = drawn(1, 3, 3, &[]);
    let model = inspection.draw().expect("a draw").line(inspection.picks()[0]).0;
    inspection.apply(Edit::Replace(model, Some(reason("đường ngập")))).expect("replaced");
    assert_eq!(inspection.picks().len(), 3);
}

#[test]
fn what_was_not_drawn_is_not_verified_and_a_draw_is_not_repeated_at_will() {
    let mut inspection = inspection(1);
    assert_eq!(inspection.apply(Edit::Verify("MH-001".into(), Some(visit(4)))), Err(Refusal::NotDrawn));
    let mut inspection = drawn(1, 23, 3, &[4, 4]);
    assert_eq!(inspection.apply(Edit::Verify("MH-001".into(), Some(visit(4)))), Err(Refusal::NotDrawn));
    assert_eq!(inspection.apply(Edit::Replace("MH-001".into(), Some(reason("xa")))), Err(Refusal::NotDrawn));
    assert_eq!(inspection.apply(Edit::Draw(Box::new(draw(24, 3)))), Err(Refusal::DrawnAlready));
    assert_eq!(inspection.current(&Edit::Draw(Box::new(draw(24, 3)))), None, "and never undone");
    let mut order = draw(24, 3).order().clone();
    order.instead = Some(reason("danh sách thiếu một mô hình"));
    let again = thucchat::domain::draw::Draw::new(order).expect("a draw");
    inspection.apply(Edit::Draw(Box::new(again))).expect("another, with what was wrong");
    assert_eq!((inspection.draws.len(), inspection.draw().expect("a draw").population()), (2, 24));
    assert_eq!(inspection.verifications.len(), 2, "the visits of the first stay, and count where they are drawn again");
}

#[test]
fn a_third_of_the_drawn_found_not_running_closes_the_gate_and_less_does_not() {
    let closes = |levels: &[u8]| {
        let inspection = drawn(1, 23, u32::try_from(levels.len()).expect("few"), levels);
        assessed(&inspection).gates.iter().any(|gate| gate.as_str() == "G2")
    };
    assert!(closes(&[1, 4, 4]), "3333");
    assert!(!closes(&[2, 4, 4]), "a level between is not a failure");
    assert!(closes(&[1, 1, 4, 4, 4, 4]));
    assert!(!closes(&[1, 4, 4, 4, 4, 4, 4, 4, 4, 4]), "1000, and the level is not 0");
}

#[test]
fn three_hundred_registered_and_three_that_run_never_score_above_three_that_run() {
    // The luckiest draw: all three that run are drawn first, however many are drawn.
    let honest = drawn(1, 3, 3, &[4; 3]);
    for size in [3, 4, 10, 22, 100, 300] {
        let mut levels = vec![0; size as usize];
        levels[..3].fill(4);
        let many = drawn(1, 300, size, &levels);
        let (many, honest) = (running_item(&many), running_item(&honest));
        assert!(many.effective < honest.effective, "{size}: {} and {}", many.effective.bp(), honest.effective.bp());
    }
}

fn by_hand(level: u8) -> Edit {
    Edit::Answer("C1-05".into(), Level::new(level).map(Answer::Rated))
}

/// Two pieces that agree, of different families and sources: evidence of the highest grade.
fn proved(mut inspection: Inspection) -> Inspection {
    let pieces = [("V-91", "observation", "đoàn"), ("V-92", "interview_people", "bà Nguyễn Thị Ẵm")];
    for (id, kind, source) in pieces {
        inspection.apply(Edit::Evidence(id.into(), Some(piece(kind, source)))).expect("evidence");
    }
    let cited = pieces.map(|(id, _, _)| id.into()).into();
    inspection.apply(Edit::Cite("C1-05".into(), cited)).expect("cited");
    inspection
}

#[test]
fn without_a_draw_a_mark_by_hand_counts_what_three_good_visits_of_an_endless_list_would_prove() {
    for (level, effective, ceiling) in
        [(4, 5000, Some(Ceiling::Undrawn)), (3, 5000, Some(Ceiling::Undrawn)), (2, 5000, None), (1, 2500, None)]
    {
        for drawn in [proved(inspection(1)), proved(drawn(1, 23, 3, &[]))] {
            let mut inspection = drawn;
            inspection.apply(by_hand(level)).expect("a mark");
            let item = running_item(&inspection);
            assert_eq!((item.claimed.bp(), item.effective.bp()), (u16::from(level) * 2500, effective));
            assert_eq!((&item.ceiling, item.grade), (&ceiling, Grade::E5), "the evidence is not what holds it");
        }
    }
    let mut on_paper = inspection(1);
    on_paper.apply(Edit::Evidence("V-01".into(), Some(piece("leaders_statement", "bí thư")))).expect("evidence");
    on_paper.apply(Edit::Cite("C1-05".into(), ["V-01".into()].into())).expect("cited");
    on_paper.apply(by_hand(4)).expect("a mark");
    assert!(matches!(running_item(&on_paper).ceiling, Some(Ceiling::Evidence(_))), "weaker evidence still caps below");
    let mut fewer = programme();
    fewer.model_visit = None;
    let mut free = proved(inspection(1));
    free.apply(by_hand(4)).expect("a mark");
    let items = assess(&fewer, &free, &Circumstances::default()).items;
    assert!(
        items.iter().all(|item| item.ceiling != Some(Ceiling::Undrawn)),
        "where nothing can be drawn nothing is asked"
    );
}

#[test]
fn visits_of_earlier_inspections_of_the_round_add_to_the_sample() {
    let mut home = Home::new();
    home.register(1, 1..24);
    home.commit(vec![edit(1, Edit::Draw(Box::new(draw_of(&mut home_list(), 3))))]);
    let first = home.vault().inspection(inspection(1).id).expect("read").expect("there");
    let visits = first
        .picks()
        .into_iter()
        .map(|pick| edit(1, Edit::Verify(first.draw().expect("a draw").line(pick).0, Some(visit(4)))));
    home.commit(visits.collect());
    let drawing = home.vault().drawing(inspection(2).id).expect("read").expect("there");
    assert_eq!(drawing.earlier.len(), 3);
    assert_eq!((drawing.least(), drawing.enough(), drawing.population()), (3, 12, 23));
    let second = drawing.draw(said("135791357913", "975319753197")).expect("a draw");
    home.commit(vec![edit(2, Edit::Draw(Box::new(second)))]);
    let mut second = home.vault().inspection(inspection(2).id).expect("read").expect("there");
    for pick in second.picks() {
        let model = second.draw().expect("a draw").line(pick).0;
        second.apply(Edit::Verify(model, Some(visit(4)))).expect("a visit");
    }
    let sample = sampled(&programme(), &second).expect("a sample");
    let own = second.picks().len();
    let both = sample.models.iter().filter(|drawn| drawn.pick.is_none()).count();
    assert_eq!(sample.drawn() as usize, own + both);
    assert!(both > 0 && sample.verified() == sample.drawn());
    let alone = drawn(1, 23, 3, &[4; 3]);
    assert!(sample.sample().lower() > sampled(&programme(), &alone).expect("a sample").sample().lower());
}

fn home_list() -> Vec<String> {
    (1..24).map(|number| format!("MH-{number:03}")).collect()
}

fn draw_of(codes: &mut [String], size: u32) -> thucchat::domain::draw::Draw {
    let mut order = draw(1, 1).order().clone();
    order.list =
        thucchat::domain::draw::FrozenList::freeze(codes.iter().map(|code| (code.as_str(), HOSTILE))).expect("a list");
    order.size = size;
    thucchat::domain::draw::Draw::new(order).expect("a draw")
}

fn said(unit_seed: &str, team_seed: &str) -> thucchat::store::Said {
    thucchat::store::Said {
        unit_seed: unit_seed.into(),
        team_seed: team_seed.into(),
        day: day("2023-11-01"),
        at: "2023-11-01T08:00:00+07:00".parse().expect("a time"),
        by: ACTOR.into(),
        size: None,
        instead: None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]
    #[test]
    fn a_long_register_never_stands_above_a_short_one_in_which_as_many_run(
        (registered, running, asked) in (1_u32..=300).prop_flat_map(|all| (Just(all), 1..=all, 1..=all)),
        draws in any::<bool>(),
        mark in proptest::option::of(0_u8..5),
    ) {
        let size = asked.max(programme().scoring.sample_min.min(registered));
        let long = if draws {
            // The luckiest draw: what runs is drawn first.
            let mut levels = vec![0; size as usize];
            levels[..running.min(size) as usize].fill(4);
            drawn(2, registered, size, &levels)
        } else {
            inspection(2)
        };
        let mut long = proved(long);
        if let Some(mark) = mark {
            long.apply(by_hand(mark)).expect("a mark");
        }
        // Whatever runs there is all that this one has registered; it draws as many, or the least that may be drawn.
        let of = if draws { size } else { programme().scoring.sample_min }.min(running);
        let short = proved(drawn(1, running, of, &vec![4; of as usize]));
        let (long, short) = (running_item(&long).effective, running_item(&short).effective);
        prop_assert!(long <= short, "{running} of {registered}, {size} drawn: {} above {}", long.bp(), short.bp());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_number_of_added_models_changes_no_score_band_or_rank(added in 1_u128..200, levels in prop::collection::vec(0_u8..5, 3..9)) {
        let mut home = Home::new();
        home.register(1, 1..24);
        let size = u32::try_from(levels.len()).expect("few");
        home.commit(vec![edit(1, Edit::Draw(Box::new(draw_of(&mut home_list(), size))))]);
        let there = home.vault().inspection(inspection(1).id).expect("read").expect("there");
        let model = |pick| there.draw().expect("a draw").line(pick).0;
        let visits = there.picks().into_iter().zip(&levels).map(|(pick, level)| edit(1, Edit::Verify(model(pick), Some(visit(*level)))));
        home.commit(visits.collect());
        let id = inspection(1).id;
        let before = home.vault().summary(id).expect("a summary").clone();
        home.register(1, 1_000..1_000 + added);
        prop_assert_eq!(home.vault().summary(id), Some(&before));
        home.vault().rebuild(&mut |_| {}).expect("a rebuild");
        prop_assert_eq!(home.vault().summary(id), Some(&before));
        let population = home.vault().drawing(inspection(2).id).expect("read").expect("there").population();
        prop_assert_eq!(u128::from(population), 23 + added, "and they are in the next draw");
    }
}

#[test]
fn a_drawn_model_is_put_forward_when_the_visit_found_it_running_and_no_other() {
    let mut inspection = drawn(1, 10, 3, &[4, 2]);
    let nominations = |inspection: &Inspection| Nominations::of(&programme(), inspection);
    assert_eq!(nominations(&inspection), None, "it is not signed");
    let at = "2023-10-12T16:30:00+07:00".parse().expect("a time");
    let sign_off = SignOff { by: "Trần Thị Bình".into(), at, journal_head: "0".repeat(64) };
    inspection.apply(Edit::SignOff(sign_off)).expect("it is not signed");
    let candidates = nominations(&inspection).expect("it is signed").candidates;
    let barriers: Vec<&[Barrier]> = candidates.iter().map(|one| one.barriers.as_slice()).collect();
    assert_eq!(barriers, [&[] as &[_], &[Barrier::NotRunning(Verdict::Partly)], &[Barrier::NotVisited]]);
    assert_eq!(candidates[0].grade, Grade::E4, "the visit is evidence by itself");
}
