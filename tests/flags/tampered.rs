//! More rubber stamps, as in `stamped`: what is done to texts, to evidence, to findings, and to the unit's register and its history.

use crate::{
    case::shipped,
    made::{Made, day, level, time},
    stamped::raises,
};
use chrono::TimeDelta;
use thucchat::domain::{
    finding::FindingKind,
    flags::{
        Around, Followed, RatingChange,
        Weight::{Alert, Info, Warning},
        around::Neighbour,
    },
    ids::InspectionId,
    life::Stage,
    model::ModelKind,
    self_score::SelfScore,
    share::Share,
};
use unicode_normalization::UnicodeNormalization;
use uuid::Uuid;

/// Compares the inspections as those of one round, or of this one and the one before, and keeps what that says about the first.
fn beside(made: &mut Made, others: &[&Made], in_round: bool) {
    let own = Neighbour { inspection: &made.inspection, names: &[], in_round: true };
    let others = others.iter().map(|other| Neighbour { inspection: &other.inspection, names: &[], in_round });
    made.beyond.around = Around::of(others.chain([own]), &shipped().thresholds).flags(&made.inspection);
}

const TEXT: &str = "Xem sổ của tổ hòa giải thấy 6 vụ không có biên bản. Hỏi 4 hộ thì 3 hộ nói chưa ai đến nhà lần nào.";

#[test]
fn the_marks_of_another_unit_carried_over_one_by_one() {
    raises("T04", Alert, |made| {
        // A round of many units, each with its own marks.
        let turned = |by: usize| {
            let mut other = Made::day_with("party_committee", 10 + by as u128, "khóm 3");
            let levels: Vec<u8> = (0..17).map(|n| [2, 4, 1, 3, 0, 2, 3][(n * (by % 5 + 1) + by + n / 3) % 7]).collect();
            other.rated(&levels);
            other
        };
        let mut round: Vec<Made> = (0..14).map(turned).collect();
        let copy = made.inspection.entries.clone();
        round[4].inspection.entries = copy;
        beside(made, &round.iter().collect::<Vec<_>>(), true);
    });
}

#[test]
fn a_finding_of_another_district_with_the_figures_changed() {
    raises("T05", Alert, |made| {
        let mut other = Made::day_with("government", 2, "khóm 3");
        other.finding("F-07", FindingKind::Shortfall, "C1-01").condition = TEXT.into();
        made.finding("F-07", FindingKind::Shortfall, "C1-01").condition =
            TEXT.replace('6', "8").replace('4', "5").nfd().collect();
        beside(made, &[&other], true);
    });
}

#[test]
fn last_years_finding_with_its_sentences_in_another_order() {
    raises("T05", Alert, |made| {
        let mut before = Made::committee();
        before.inspection.id = InspectionId(Uuid::from_u128(77));
        before.says_nothing();
        before.entries(|_, entry| entry.note.clear());
        before.finding("F-07", FindingKind::Shortfall, "C1-01").condition = TEXT.into();
        let (first, second) = TEXT.split_once(". ").expect("two sentences");
        made.finding("F-07", FindingKind::Shortfall, "C1-01").condition = format!("{second} {first}.");
        beside(made, &[&before], false);
    });
}

#[test]
fn one_note_for_every_item() {
    raises("T05", Warning, |made| {
        made.entries(|nth, entry| {
            // In capitals here and there, and decomposed.
            let note = "Đơn vị đã thực hiện đầy đủ, có 4 văn bản kèm theo.";
            entry.note = if nth % 2 == 0 { note.to_uppercase() } else { note.nfd().collect() };
        });
    });
}

#[test]
fn notes_that_only_point_and_a_note_at_four_items_are_not_one_note_for_all() {
    let mut made = Made::committee();
    made.entries(|_, entry| entry.note = "xem V-03".into());
    assert!(!made.has("T05", Warning), "{:#?}", made.flags());
    made.entries(|nth, entry| {
        if nth < 4 {
            entry.note = "Bốn việc này cùng một sổ, sổ thiếu trang tháng 3.".into();
        }
    });
    assert!(!made.has("T05", Warning), "{:#?}", made.flags());
}

#[test]
fn a_conclusion_of_empty_phrases_in_capitals_and_decomposed() {
    raises("T06", Info, |made| {
        let empty = "NHÌN CHUNG CẤP UỶ ĐÃ QUAN TÂM LÃNH ĐẠO, CHỈ ĐẠO; PHONG TRÀO CÓ NHIỀU CHUYỂN BIẾN TÍCH CỰC.";
        made.finding("F-90", FindingKind::Strength, "C1-01").condition = empty.nfd().collect();
    });
}

#[test]
fn causes_that_are_nobodys() {
    raises("T06", Info, |made| {
        made.finding("F-08", FindingKind::Shortfall, "C1-05").cause =
            "Do cán bộ kiêm nhiệm, điều kiện còn khó khăn.".into();
    });
}

#[test]
fn the_photo_of_another_units_meeting() {
    raises("T07", Alert, |made| {
        let mut other = Made::day_with("press", 2, "khóm 3");
        other.file("V-09", 'b');
        made.file("V-09", 'b');
        beside(made, &[&other], true);
    });
}

#[test]
fn a_photo_of_the_year_before() {
    raises("T07", Warning, |made| made.file("V-09", 'b').collected = Some(day("2022-11-20")));
}

#[test]
fn seen_on_the_spot_a_month_after_the_team_had_left() {
    raises("T03", Warning, |made| {
        made.inspection.evidence.get_mut("V-01").expect("it is there").collected = Some(day("2023-10-20"));
    });
}

#[test]
fn what_is_asked_and_compared_on_other_days_and_seen_at_a_model_is_not_asked_about() {
    let mut made = Made::committee();
    for piece in ["V-02", "V-03", "V-04", "V-05"] {
        made.inspection.evidence.get_mut(piece).expect("it is there").collected = Some(day("2023-10-20"));
    }
    made.registered(6, |_, _| {});
    made.drawn(3, 3, 3);
    made.piece("V-20", "observation", "vườn ươm có 40 bầu", "đoàn").collected = Some(day("2023-09-26"));
    let visit = made.inspection.verifications.values_mut().next().expect("a visit");
    (visit.on, visit.evidence) = (Some(day("2023-09-26")), ["V-20".into()].into());
    assert!(!made.has("T03", Warning), "{:#?}", made.flags());
}

#[test]
fn papers_that_lost_their_force_before_the_visit() {
    raises("T18", Warning, |made| {
        made.inspection.evidence.get_mut("V-05").expect("it is there").expires = Some(day("2023-06-30"));
    });
}

#[test]
fn records_of_the_term_before() {
    raises("T18", Warning, |made| {
        made.inspection.evidence.get_mut("V-03").expect("it is there").collected = Some(day("2020-05-04"));
    });
}

#[test]
fn nothing_but_papers() {
    raises("T14", Warning, |made| made.rests_on("document"));
}

#[test]
fn only_the_leaders_spoke() {
    raises("T14", Warning, |made| {
        made.rests_on("leaders_statement");
        made.inspection.visit.people_asked = None;
    });
}

#[test]
fn shortfalls_of_three_words() {
    raises("T11", Warning, |made| {
        made.finding("F-09", FindingKind::Shortfall, "C1-02").condition = "Làm chưa đều".into();
    });
}

#[test]
fn praise_that_rests_on_nothing() {
    raises("T11", Warning, |made| {
        let praise = made.finding("F-09", FindingKind::Strength, "C1-02");
        praise.condition = "Có 12 mô hình ở 6 ấp".into();
        praise.evidence.clear();
    });
}

#[test]
fn what_must_be_done_by_nobody_until_never() {
    raises("T12", Warning, |made| {
        let what = made.inspection.recommendations.values_mut().next().expect("a recommendation");
        what.owner.clear();
        (what.due, what.check) = (None, String::new());
    });
}

#[test]
fn a_one_that_is_passed_over_in_silence() {
    raises("T13", Warning, Made::says_nothing);
}

#[test]
fn shortfalls_that_nobody_has_to_mend() {
    raises("T13", Warning, |made| made.inspection.recommendations.clear());
}

#[test]
fn a_one_that_became_a_three_after_the_closing_meeting() {
    raises("T16", Alert, |made| {
        let item = made.items()[4].clone();
        made.beyond.changes = vec![RatingChange { item, from: level(1), to: level(3), at: time("2023-09-19T15:40") }];
    });
}

#[test]
fn praise_for_what_was_rated_one() {
    raises("T17", Alert, |made| {
        let low = made.items().into_iter().find(|item| made.level_of(item) == Some(1)).expect("a one");
        made.finding("F-91", FindingKind::Strength, low.as_str()).condition = "Làm đủ 4 bước".into();
    });
}

#[test]
fn texts_that_were_never_written() {
    for left in ["TODO hỏi lại", "Sẽ bổ sung…", "-----", "xxx"] {
        raises("T19", Info, |made| {
            made.entries(|nth, entry| {
                if nth == 3 {
                    entry.note = left.into();
                }
            });
        });
    }
}

#[test]
fn the_guidance_handed_in_as_the_answer() {
    raises("T19", Info, |made| {
        let item = made.items()[2].clone();
        let guidance = shipped().item(&item).expect("it ships").look_at.vi.to_uppercase();
        made.inspection.entries.get_mut(&item).expect("an entry").note = guidance;
    });
}

#[test]
fn nothing_for_others_to_learn_and_no_word_why() {
    raises("T21", Info, |made| {
        made.inspection.findings.remove("F-90");
    });
}

#[test]
fn three_hundred_models_on_paper_and_every_one_recognised() {
    raises("U01", Warning, |made| {
        made.registered(300, |_, model| model.recognised = Some(day("2023-06-30")));
    });
}

#[test]
fn three_hundred_models_on_paper_and_one_of_twenty_runs() {
    raises("U02", Warning, |made| {
        made.registered(300, |n, model| model.recognised = (n % 5 > 1).then(|| day("2023-06-30")));
        made.drawn(20, 20, 1);
    });
}

#[test]
fn models_registered_in_the_month_before_the_review() {
    raises("U03", Warning, |made| {
        made.registered(40, |n, model| {
            let registered = day("2022-12-02") + TimeDelta::days(i64::try_from(n % 20).expect("few"));
            model.life = thucchat::domain::model::Life::registered(Some(registered));
        });
    });
}

#[test]
fn models_that_fell_asleep_with_their_certificate() {
    raises("U04", Alert, |made| {
        made.registered(6, |n, model| {
            if n == 2 {
                (model.awarded, model.last_activity) = (Some(day("2022-10-15")), Some(day("2022-10-20")));
            }
        });
    });
}

#[test]
fn nothing_but_flower_roads() {
    raises("U05", Info, |made| {
        made.registered(20, |n, model| model.field = if n == 7 { "An ninh" } else { "Cảnh quan" }.into());
    });
}

#[test]
fn the_same_hedge_counted_by_the_women_and_by_the_youth() {
    raises("U06", Warning, |made| {
        made.registered(2, |n, model| {
            model.place = "ấp Kinh 4A".into();
            (model.owner, model.name) = if n == 0 {
                ("Hội Phụ nữ".into(), "Hàng rào xanh tuyến kênh 4".into())
            } else {
                ("Đoàn Thanh niên".into(), "Hàng rào xanh ở tuyến kênh 4".into())
            };
        });
    });
}

#[test]
fn certificates_for_the_chairmen() {
    raises("U07", Warning, |made| {
        made.registered(6, |n, model| {
            (model.kind, model.leader, model.awarded) = (ModelKind::Individual, n < 5, Some(day("2023-05-19")));
        });
    });
}

#[test]
fn a_unit_that_gives_itself_ninety_eight() {
    raises("U08", Warning, |made| {
        let (share, by) = (Share::from_bp(9800), "Lê Văn Cường".to_owned());
        made.inspection.self_score = Some(SelfScore { share, by, on: day("2023-09-01") });
    });
}

#[test]
fn last_years_recommendation_mended_on_paper_or_forgotten() {
    for stage in [Stage::Declared, Stage::Open] {
        raises("U09", Warning, |made| {
            let (inspection, recommendation) = (InspectionId(Uuid::from_u128(9)), "K-01".into());
            let due = Some(day("2023-03-31"));
            made.beyond.followed = vec![Followed { inspection, recommendation, stage, due }];
        });
    }
}

#[test]
fn every_rate_a_hundred_per_cent() {
    raises("U10", Info, |made| {
        made.piece("V-30", "document", "Đạt 100%; hòa giải 100%; hài lòng 100,0%; thu quỹ 100 %", "báo cáo");
    });
}

#[test]
fn every_rate_a_round_figure() {
    raises("U10", Info, |made| {
        made.inspection.evidence.get_mut("V-05").expect("it is there").text = "báo cáo số 41".into();
        let text = "Đạt 85%; 90%; 95%; 80%; hòa giải 100%; hài lòng 95,0%; thu 70 %; dự họp 75%";
        made.piece("V-30", "document", text, "báo cáo");
    });
}

#[test]
fn seven_round_figures_or_one_that_was_counted_are_not_asked_about() {
    for text in ["85%; 90%; 95%; 80%; 100%; 95,0%; 70 %", "85%; 90%; 95%; 80%; 100%; 95%; 70%; 75%; 87,5%"] {
        let mut made = Made::committee();
        made.inspection.evidence.get_mut("V-05").expect("it is there").text = "báo cáo số 41".into();
        made.piece("V-30", "document", text, "báo cáo");
        assert!(!made.has("U10", Info), "{text}: {:#?}", made.flags());
    }
}

#[test]
fn the_same_shortfall_as_last_year() {
    raises("U11", Warning, |made| {
        let low = made.items().into_iter().find(|item| made.level_of(item) == Some(1)).expect("a one");
        made.beyond.earlier.insert(low, "2022".into());
    });
}
