//! Honest inspections of many kinds of unit. None may raise an alert, however little was done, however short the visit was, and however
//! good or bad the unit is. What is asked about less loudly is said with each.

use crate::{
    case::shipped,
    made::{Made, day, level, time},
};
use chrono::TimeDelta;
use std::collections::BTreeSet;
use thucchat::domain::{
    answer::Reason,
    finding::FindingKind,
    flags::{
        Around, Followed, RatingChange,
        Weight::{Alert, Info, Warning},
        around::Neighbour,
    },
    ids::InspectionId,
    life::Stage,
    model::{ModelKind, State},
    self_score::SelfScore,
    share::Share,
};
use uuid::Uuid;

/// No alert, and of what should be explained these codes only.
fn asks(made: &Made, codes: &[&str]) {
    let flags = made.flags();
    let loud: Vec<_> = flags.iter().filter(|flag| flag.weight() == Alert).collect();
    assert!(loud.is_empty(), "an alert about honest work: {loud:#?}");
    let asked: BTreeSet<&str> =
        flags.iter().filter(|flag| flag.weight() == Warning).map(thucchat::domain::flags::Flag::code).collect();
    assert_eq!(asked, codes.iter().copied().collect(), "{flags:#?}");
}

#[test]
fn a_day_with_a_unit_of_every_kind() {
    for (number, kind) in (1..).zip(&shipped().unit_kinds) {
        asks(&Made::day_with(kind.id.as_str(), number, "xã Vĩnh Hòa"), &[]);
    }
}

/// A commune with two models, both visited.
fn small_commune() -> Made {
    let mut made = Made::day_with("party_committee", 21, "xã Thổ Châu");
    made.registered(2, |_, _| {});
    made.drawn(2, 2, 2);
    made
}

#[test]
fn a_small_commune_with_two_models_that_both_run() {
    asks(&small_commune(), &[]);
}

#[test]
fn a_small_commune_of_whose_two_models_one_stopped() {
    let mut made = Made::day_with("party_committee", 22, "xã Thổ Châu");
    made.registered(2, |_, _| {});
    made.drawn(2, 2, 1);
    asks(&made, &[]);
}

/// A unit that did little and says so.
fn little() -> Made {
    let mut made = Made::day_with("front_and_mass_organisation", 23, "ấp Sáu");
    made.says_nothing();
    made.rated(&[1, 0, 1, 2, 1, 1, 0, 2]);
    for (nth, item) in (1..).zip(made.items()) {
        if made.level_of(&item).is_some_and(|level| level <= 1) {
            made.shortfall(&format!("F-{nth:02}"), item.as_str());
        }
    }
    made.inspection.visit.no_transferable = Reason::new("Năm 2023 mới làm 1 việc, chưa xong");
    made.inspection.self_score =
        Some(SelfScore { share: Share::from_bp(2000), by: "Danh Sóc".into(), on: day("2023-09-01") });
    made
}

#[test]
fn a_unit_that_did_little_and_says_so() {
    asks(&little(), &[]);
}

/// A unit that is good throughout, as sights, residents and recounted figures agree.
fn very_good() -> Made {
    let mut made = Made::day_with("government", 24, "phường An Hòa");
    made.says_nothing();
    made.rated(&[4]);
    made.shortfall("F-01", "C2-05");
    let strength = made.finding("F-90", FindingKind::Strength, "C2-02");
    (strength.condition, strength.transferable) = ("14 trong 14 hồ sơ trả trước hạn 1 ngày".into(), true);
    made.registered(18, |n, model| {
        model.recognised = (n % 3 > 0).then(|| day("2023-04-20"));
    });
    made.drawn(12, 12, 12);
    made
}

#[test]
fn a_very_good_unit_whose_evidence_carries_it() {
    asks(&very_good(), &[]);
}

#[test]
fn a_unit_that_is_good_throughout_and_in_which_nothing_bad_was_found_is_only_asked_where_one_looked() {
    let mut made = Made::day_with("press", 25, "Đài huyện");
    made.inspection.findings.retain(|_, finding| finding.kind == FindingKind::Strength);
    made.inspection.recommendations.clear();
    made.rated(&[3, 4, 3, 3, 4]);
    asks(&made, &["T09"]);
}

#[test]
fn a_unit_at_two_throughout_as_its_original_records_show() {
    let mut made = Made::committee();
    made.says_nothing();
    made.rated(&[2]);
    made.rests_on("record_sample");
    made.shortfall("F-01", "C1-06");
    asks(&made, &["T14"]);
}

/// Three people work there; the visit took forty minutes, and the answers say so.
fn tiny() -> Made {
    let mut made = Made::day_with("association", 26, "ấp Hòn Tre");
    let visit = &mut made.inspection.visit;
    (visit.from, visit.to) = (Some(time("2023-09-19T09:00")), Some(time("2023-09-19T09:40")));
    visit.closing_meeting = Some(time("2023-09-19T09:35"));
    (visit.people_asked, visit.minutes_on_sites) = (Some(3), Some(40));
    made.entries(|nth, entry| {
        entry.at = Some(time("2023-09-19T09:03") + TimeDelta::minutes(3 * i64::try_from(nth).expect("few")));
        entry.seconds = 170;
    });
    made
}

#[test]
fn a_short_visit_to_a_tiny_unit_is_asked_about_and_is_no_alert() {
    asks(&tiny(), &["T15"]);
}

/// Recommendations of the year before: one verified, one whose delay was accepted.
fn delayed() -> Made {
    let mut made = Made::day_with("state_agency", 27, "Phòng Kinh tế");
    let followed = |recommendation: &str, due: &str| Followed {
        inspection: InspectionId(Uuid::from_u128(9)),
        recommendation: recommendation.into(),
        stage: Stage::Open,
        due: Some(day(due)),
    };
    made.beyond.followed = vec![followed("K-01", "2023-12-31"), followed("K-02", "2023-09-19")];
    made
}

#[test]
fn a_unit_whose_delays_were_accepted_and_are_not_over() {
    asks(&delayed(), &[]);
}

#[test]
fn a_visit_of_two_days_with_models_seen_on_the_second() {
    let mut made = Made::committee();
    made.inspection.visit.to = Some(time("2023-09-20T11:30"));
    made.inspection.visit.closing_meeting = Some(time("2023-09-20T11:00"));
    made.inspection.evidence.get_mut("V-01").expect("it is there").collected = Some(day("2023-09-20"));
    made.entries(|nth, entry| {
        if nth > 9 {
            entry.at = entry.at.map(|at| at + TimeDelta::hours(20));
        }
    });
    asks(&made, &[]);
}

#[test]
fn a_team_that_comes_in_january_about_the_year_that_ended() {
    let mut made = Made::day_with("steering_committee", 28, "huyện Gò Quao");
    let later = |at: chrono::DateTime<chrono::FixedOffset>| at + TimeDelta::days(119);
    let visit = &mut made.inspection.visit;
    visit.from = visit.from.map(later);
    visit.to = visit.to.map(later);
    visit.closing_meeting = visit.closing_meeting.map(later);
    made.entries(|_, entry| entry.at = entry.at.map(later));
    for piece in made.inspection.evidence.values_mut() {
        piece.collected = piece.collected.map(|on| on + TimeDelta::days(119));
    }
    made.file("V-09", 'c').collected = Some(day("2024-01-16"));
    asks(&made, &[]);
}

#[test]
fn a_rating_that_fell_after_the_closing_meeting_and_one_that_rose_on_something_new() {
    let mut made = Made::committee();
    let items = made.items();
    made.piece("V-20", "record_sample", "sổ cái của ấp Sáu đưa đến ngày 21-9, đủ 14 dòng", "thủ quỹ").collected =
        Some(day("2023-09-21"));
    made.inspection.entries.get_mut(&items[4]).expect("an entry").evidence.insert("V-20".into());
    let change = |item: usize, from: u8, to: u8, at: &str| RatingChange {
        item: items[item].clone(),
        from: level(from),
        to: level(to),
        at: time(at),
    };
    made.beyond.changes = vec![change(1, 3, 2, "2023-09-19T15:50"), change(4, 2, 3, "2023-09-21T10:00")];
    asks(&made, &[]);
}

#[test]
fn a_new_unit_without_a_model() {
    let mut made = Made::day_with("standing_body", 29, "huyện Giang Thành");
    made.inspection.self_score =
        Some(SelfScore { share: Share::from_bp(5500), by: "Danh Sóc".into(), on: day("2023-09-01") });
    asks(&made, &[]);
}

#[test]
fn a_fishing_commune_all_of_whose_models_are_about_the_sea() {
    let mut made = Made::day_with("party_committee", 30, "xã Nam Du");
    made.registered(9, |n, model| {
        model.field = "Kinh tế biển".into();
        model.recognised = (n < 6).then(|| day("2023-05-05"));
    });
    made.drawn(5, 5, 4);
    asks(&made, &[]);
}

#[test]
fn models_that_the_unit_itself_calls_ended_after_their_award() {
    let mut made = Made::day_with("front_and_mass_organisation", 31, "xã Bình An");
    made.registered(5, |n, model| {
        if n == 1 {
            (model.awarded, model.last_activity) = (Some(day("2022-10-15")), Some(day("2022-10-20")));
            model.life.step(State::Stopped, Some(day("2022-12-01"))).expect("it may stop");
        }
    });
    asks(&made, &[]);
}

#[test]
fn praise_for_people_of_whom_two_of_five_lead() {
    let mut made = Made::day_with("government", 32, "xã Tân Thành");
    made.registered(5, |n, model| {
        (model.kind, model.leader, model.awarded) = (ModelKind::Individual, n < 2, Some(day("2023-05-19")));
    });
    asks(&made, &[]);
}

#[test]
fn what_does_not_apply_at_an_office_without_a_reception_desk() {
    let mut made = Made::day_with("state_agency", 33, "Trung tâm Khuyến nông");
    made.not_applicable("C2-01");
    made.not_applicable("C2-05");
    asks(&made, &[]);
}

#[test]
fn a_desk_whose_hundred_per_cent_the_team_counted_itself() {
    let mut made = Made::day_with("state_agency", 34, "Bộ phận một cửa");
    made.piece("V-30", "data", "đếm lại 4 tháng: 100%, 100%, 100%, 100% đúng hạn (212 hồ sơ)", "đoàn");
    asks(&made, &[]);
}

#[test]
fn an_item_that_could_not_be_verified_and_says_why() {
    let mut made = Made::committee();
    let item = made.items()[8].clone();
    made.inspection.entries.get_mut(&item).expect("an entry").answer =
        Reason::new("kho khóa, người giữ chìa đi viện từ 12-9").map(thucchat::domain::answer::Answer::NotVerified);
    asks(&made, &[]);
}

#[test]
fn one_inspector_who_always_writes_alike_visits_seven_units_of_a_round() {
    let round = [small_commune(), little(), very_good(), tiny(), delayed()];
    let more = [("party_committee", 41, "xã Phi Thông"), ("party_committee", 42, "xã Mỹ Lâm")];
    let more = more.map(|(kind, number, place)| {
        let mut made = Made::day_with(kind, number, place);
        let levels: &[u8] = if number == 41 { &[2, 3, 1, 4, 2, 2, 3] } else { &[4, 2, 2, 3, 1] };
        made.rated(levels);
        made
    });
    let all: Vec<&Made> = round.iter().chain(&more).collect();
    let neighbours = all.iter().map(|made| Neighbour { inspection: &made.inspection, names: &[], in_round: true });
    let around = Around::of(neighbours, &shipped().thresholds);
    for made in all {
        let mut made = made.clone();
        made.beyond.around = around.flags(&made.inspection);
        let alerts: Vec<_> = made.flags().into_iter().filter(|flag| flag.weight() == Alert).collect();
        assert!(alerts.is_empty(), "{alerts:#?}");
    }
}

#[test]
fn the_honest_day_itself_raises_nothing_but_a_hint_or_two() {
    let flags = Made::committee().flags();
    assert!(flags.iter().all(|flag| flag.weight() == Info), "{flags:#?}");
    assert!(flags.len() <= 2, "{flags:#?}");
}
