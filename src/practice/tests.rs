//! The practice province as a whole: everything in it reads, holds together and shows what a newcomer should see.

mod grounded;

use super::{
    DAY,
    data::Data,
    province::{Province, Visited},
};
use crate::{
    domain::{
        answer::{Answer, Level},
        draw::Draw,
        edit::{Change, Edit},
        evidence::Grade,
        finding::{Finding, FindingKind},
        ids::{ItemId, UnitId},
        indicator::Yearly,
        inspection::{Inspection, SignOff, State},
        lang::Lang,
        life::Deed,
        model::Register,
        programme::Programme,
        recommendation::Recommendation,
        round::Milestone,
        score::{Assessment, Circumstances, assess},
        sign_off,
        standing::{Standing, Standings},
        unit::{Unit, Units},
    },
    intake::programme,
};
use chrono::Datelike;
use std::collections::{BTreeMap, BTreeSet, HashSet};

struct Sample {
    programme: Programme,
    province: Province,
    units: Units,
}

impl Sample {
    fn read() -> Self {
        let programme = programme::read(programme::SHIPPED).expect("the shipped programme").programme;
        let province = Province::invent(&programme, Lang::Vi);
        let mut units = Units::default();
        for change in &province.foundation {
            if let Change::Unit(unit) = change {
                units.put(unit.clone());
            }
        }
        Self { programme, province, units }
    }

    /// Every yearly value of an indicator.
    fn yearly(&self) -> impl Iterator<Item = &Yearly> {
        self.province.foundation.iter().filter_map(|change| match change {
            Change::Indicator(yearly) => Some(yearly),
            _ => None,
        })
    }

    fn unit(&self, visited: &Visited) -> &Unit {
        self.units.get(visited.plan.unit).expect("the unit")
    }

    fn in_round<'a>(&'a self, round: &'a str) -> impl Iterator<Item = &'a Visited> {
        self.province.visited.iter().filter(move |visited| visited.plan.round.as_str() == round)
    }

    fn find<'a>(&'a self, round: &'a str, code: &str) -> &'a Visited {
        self.in_round(round).find(|visited| self.unit(visited).code == code).expect("the inspection")
    }

    fn inspection(visited: &Visited) -> Inspection {
        let mut inspection = Inspection::new(visited.id, visited.plan.clone());
        for edit in visited.edits.iter().cloned() {
            inspection.apply(edit).expect("an edit that applies");
        }
        inspection
    }

    fn assess(&self, visited: &Visited) -> (Inspection, Assessment) {
        let inspection = Self::inspection(visited);
        let unit = self.unit(visited);
        let milestone = if visited.plan.round.as_str() == "2022" { Milestone::Annual } else { Milestone::MidTerm };
        let about = Circumstances { tier: Some(unit.tier), pilot: unit.pilot, milestone: Some(milestone) };
        let assessment = assess(&self.programme, &inspection, &about);
        (inspection, assessment)
    }

    /// Where an inspection stands, as the queue would say.
    fn state(&self, visited: &Visited) -> State {
        let (inspection, assessment) = self.assess(visited);
        match (visited.signed.is_some(), inspection.is_blank()) {
            (true, _) => State::Signed,
            (_, true) => State::Planned,
            _ if sign_off::hindrances(&inspection, &assessment).is_empty() => State::Ready,
            _ => State::Underway,
        }
    }
}

/// Every text that people would read in an inspection.
fn texts(inspection: &Inspection) -> Vec<String> {
    let mut texts: Vec<String> = Vec::new();
    for evidence in inspection.evidence.values() {
        texts.extend([evidence.text.clone(), evidence.source.clone()]);
    }
    for finding in inspection.findings.values() {
        let Finding { condition, criterion, cause, effect, reply, .. } = finding.clone();
        texts.extend([condition, criterion, cause, effect, reply]);
    }
    for recommendation in inspection.recommendations.values() {
        let Recommendation { action, owner, check, .. } = recommendation.clone();
        texts.extend([action, owner, check]);
    }
    for entry in inspection.entries.values() {
        texts.push(entry.note.clone());
        if let Some(Answer::NotApplicable(why) | Answer::NotVerified(why)) = &entry.answer {
            texts.push(why.as_str().to_owned());
        }
    }
    texts.retain(|text| !text.is_empty());
    texts
}

#[test]
fn every_unit_of_the_schedule_gets_its_inspection() {
    let sample = Sample::read();
    assert_eq!(sample.in_round("2022").count(), 25);
    assert!((40..=60).contains(&sample.in_round("2023-so-ket").count()));
    let places = sample.units.iter().filter(|unit| unit.kind.is_place()).count();
    assert!(places >= 161, "1 province, 15 districts, 145 communes: {places}");
}

#[test]
fn the_queue_shows_every_state_on_the_fixed_day() {
    let sample = Sample::read();
    let mut states: BTreeMap<State, u32> = BTreeMap::new();
    let (mut overdue, mut this_week) = (0, 0);
    for visited in sample.in_round("2023-so-ket") {
        let state = sample.state(visited);
        *states.entry(state).or_default() += 1;
        let due = visited.plan.due.expect("a day");
        if state != State::Signed {
            overdue += u32::from(due < DAY);
            this_week += u32::from((0..5).contains(&(due - DAY).num_days()));
        }
    }
    assert!((8..=12).contains(&states[&State::Signed]), "{states:?}");
    assert_eq!((states[&State::Ready], states[&State::Underway]), (3, 6));
    assert!(overdue >= 4 && this_week >= 4, "{overdue} overdue, {this_week} this week");
    assert!(sample.in_round("2022").all(|visited| sample.state(visited) == State::Signed));
}

#[test]
fn tan_hiep_waits_for_the_newcomer() {
    let sample = Sample::read();
    let visited = sample.find("2023-so-ket", "904-DU");
    assert!(visited.edits.is_empty() && sample.unit(visited).pilot);
    assert!(visited.plan.due.is_some_and(|due| due < DAY), "overdue");
}

#[test]
fn everything_signed_could_be_signed() {
    let sample = Sample::read();
    for visited in sample.province.visited.iter().filter(|visited| visited.signed.is_some()) {
        let (inspection, assessment) = sample.assess(visited);
        let (by, at) = visited.signed.clone().expect("signed");
        assert!(inspection.visit.to.is_some_and(|left| left < at), "signed after the visit");
        assert!(at.date_naive() <= DAY, "{} signed on {at}, after the fixed day", sample.unit(visited).code);
        let signed = sign_off::sign(&inspection, &assessment, &by, at, String::new());
        let expected = SignOff { by, at, journal_head: String::new() };
        assert_eq!(signed, Ok(expected), "{}", sample.unit(visited).code);
    }
}

#[test]
fn every_item_that_a_visited_kind_sees_has_something_to_say() {
    let sample = Sample::read();
    for visited in &sample.province.visited {
        let inspection = Sample::inspection(visited);
        if sample.state(visited) == State::Planned || sample.state(visited) == State::Underway {
            continue;
        }
        for (_, item) in sample.programme.items_for(&visited.plan.kind) {
            assert!(inspection.answer(&item.id).is_some(), "{} of {}", item.id, sample.unit(visited).code);
        }
    }
}

#[test]
fn evidence_is_of_kinds_that_the_programme_knows_and_of_the_period() {
    let sample = Sample::read();
    for visited in &sample.province.visited {
        let inspection = Sample::inspection(visited);
        for (id, evidence) in &inspection.evidence {
            let place = format!("{id} of {}", sample.unit(visited).code);
            assert!(sample.programme.evidence_kind(&evidence.kind).is_some(), "{place}: {}", evidence.kind);
            assert!(evidence.collected.is_some_and(|day| visited.plan.period.holds(day) && day <= DAY), "{place}");
            let cited = inspection.entries.values().any(|entry| entry.evidence.contains(id));
            assert!(cited, "{place} is cited nowhere");
        }
    }
}

#[test]
fn findings_and_recommendations_hang_together() {
    let sample = Sample::read();
    for visited in &sample.province.visited {
        let code = &sample.unit(visited).code;
        let inspection = Sample::inspection(visited);
        let mut answered: BTreeSet<&ItemId> = BTreeSet::new();
        for (id, finding) in &inspection.findings {
            assert!(!finding.items.is_empty() && !finding.evidence.is_empty(), "{id} of {code}");
            assert!(finding.evidence.iter().all(|id| inspection.evidence.contains_key(id)), "{id} of {code}");
            assert!(!finding.condition.is_empty() && !finding.criterion.is_empty() && !finding.cause.is_empty());
            match finding.kind {
                FindingKind::Shortfall => {
                    answered.extend(&finding.items);
                    assert!(!finding.reply.is_empty(), "{id} of {code} has no reply");
                    let follows = inspection.recommendations.values().any(|one| one.findings.contains(id));
                    assert!(follows, "{id} of {code} has no recommendation");
                }
                FindingKind::Strength => {
                    let levels = finding.items.iter().filter_map(|item| inspection.answer(item)?.level());
                    assert!(levels.map(Level::get).min() >= Some(2), "{id} of {code} praises a low mark");
                }
            }
        }
        for recommendation in inspection.recommendations.values() {
            assert!(
                recommendation.due.is_some() && !recommendation.owner.is_empty() && !recommendation.check.is_empty()
            );
        }
        for (item, entry) in &inspection.entries {
            if entry.level().is_some_and(|level| level.get() <= 1) {
                assert!(answered.contains(item), "{item} of {code} is low and no finding says why");
            }
        }
    }
}

#[test]
fn some_inspections_are_honest_about_gaps_coverage_and_gates() {
    let sample = Sample::read();
    let (_, paper) = sample.assess(sample.find("2023-so-ket", "905-MT"));
    let whole = paper.whole.expect("a score");
    assert!(whole.claimed.bp() >= 8000 && whole.gap.bp() >= 2000, "{whole:?}");
    let (_, gated) = sample.assess(sample.find("2023-so-ket", "906-DU"));
    assert!(!gated.gates.is_empty(), "nobody was asked");
    let (_, thin) = sample.assess(sample.find("2023-so-ket", "903-UB"));
    let whole = thin.whole.expect("a score");
    assert!(whole.coverage < sample.programme.scoring.min_coverage && thin.band.is_none(), "{whole:?}");
}

#[test]
fn units_differ_in_bands_and_reach_every_grade_of_evidence() {
    let sample = Sample::read();
    let mut bands = BTreeSet::new();
    let mut grades = BTreeSet::new();
    let mut scores = BTreeSet::new();
    for visited in sample.province.visited.iter().filter(|visited| visited.signed.is_some()) {
        let (_, assessment) = sample.assess(visited);
        grades.extend(assessment.items.iter().map(|item| item.grade));
        scores.extend(assessment.whole.map(|whole| whole.supported));
        bands.insert(assessment.band);
    }
    assert!(bands.len() >= 4, "{bands:?}");
    assert!(scores.len() >= 30, "{scores:?}");
    let reached: Vec<Grade> =
        [Grade::E2, Grade::E3, Grade::E4, Grade::E5].into_iter().filter(|g| grades.contains(g)).collect();
    assert_eq!(reached.len(), 4, "{grades:?}");
}

#[test]
fn no_word_in_braces_is_left_and_no_text_is_blank() {
    let sample = Sample::read();
    let names = ["{", "}", " ap ", "Ấp, ", " , "];
    for visited in &sample.province.visited {
        for text in texts(&Sample::inspection(visited)) {
            let left = names.iter().find(|name| text.contains(**name));
            assert_eq!(left, None, "{}: {text}", sample.unit(visited).code);
        }
    }
}

/// Text as the rule on copied prose sees it: lower case, digits alike, units alike; in runs of five letters.
fn shingles(text: &str, unit: &str) -> HashSet<String> {
    let text = text.to_lowercase().replace(&unit.to_lowercase(), "U");
    let letters: Vec<char> = text.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect();
    letters.windows(5).map(|five| five.iter().collect()).collect()
}

#[test]
fn no_finding_is_a_copy_of_another_units() {
    let sample = Sample::read();
    let mut told: Vec<(&str, String, HashSet<String>)> = Vec::new();
    for visited in &sample.province.visited {
        let unit = sample.unit(visited);
        for finding in Sample::inspection(visited).findings.values() {
            let text = format!("{} {} {}", finding.condition, finding.cause, finding.effect);
            let own = shingles(&text, &unit.name);
            for (code, other_text, other) in told.iter().filter(|(code, ..)| *code != unit.code) {
                let (both, either) = (own.intersection(other).count(), own.union(other).count());
                assert!(both * 100 < either * 80, "{} and {code}:\n{text}\n{other_text}", unit.code);
            }
            told.push((&unit.code, text, own));
        }
    }
}

#[test]
fn the_showcase_is_written_out_by_hand() {
    let sample = Sample::read();
    for code in ["907-DU", "906-UB"] {
        let inspection = Sample::inspection(sample.find("2023-so-ket", code));
        assert!(inspection.evidence.len() >= 20 && inspection.findings.len() >= 6, "{code}");
    }
}

#[test]
fn the_same_province_comes_out_every_time() {
    let (once, again) = (Sample::read().province, Sample::read().province);
    assert_eq!(once.foundation, again.foundation);
    for (one, other) in once.visited.iter().zip(&again.visited) {
        assert_eq!((one.id, &one.edits, &one.signed), (other.id, &other.edits, &other.signed));
    }
    let ids: BTreeSet<_> = once.visited.iter().map(|visited| visited.id).collect();
    assert_eq!(ids.len(), once.visited.len());
}

#[test]
fn what_the_showcase_says_of_the_year_before_is_what_was_recommended_then() {
    let sample = Sample::read();
    let asked = |code: &str, id: &str, words: &str| {
        let before = Sample::inspection(sample.find("2022", code));
        let action = &before.recommendations.get(id).expect("the recommendation").action;
        assert!(action.contains(words), "{code} {id}: {action}");
    };
    asked("907-DU", "K-01", "hai điểm bốc thăm");
    asked("907-DU", "K-02", "Chỉ công nhận sau khi đến nơi");
    asked("907-DU", "K-04", "xã Định An ở lại nơi điểm hai ngày");
    asked("906-UB", "K-01", "Khóa quyền gia hạn không lý do");
}

#[test]
fn every_yearly_value_is_of_an_indicator_that_its_unit_has_and_says_that_it_is_for_practice() {
    let sample = Sample::read();
    assert_eq!(sample.yearly().count(), Data::read().indicators.len(), "none names a unit that is not there");
    for yearly in sample.yearly() {
        let unit = sample.units.get(yearly.unit).expect("the unit");
        let indicator =
            sample.programme.indicators.iter().find(|one| one.id == yearly.indicator).expect("the indicator");
        let figure = yearly.figure.as_ref().expect("a figure");
        assert!(indicator.is_of(unit), "{} of {}", indicator.id, unit.name);
        assert!(indicator.can_be(figure.number), "{} {}", indicator.id, yearly.year);
        assert!(figure.source.as_str().contains("số liệu tập dượt"), "{}", figure.source.as_str());
    }
}

#[test]
fn every_register_is_taken_as_it_is_and_only_the_planted_one_has_nearly_everything_recognised() {
    let sample = Sample::read();
    let mut registers: BTreeMap<UnitId, Register> = BTreeMap::new();
    for change in &sample.province.foundation {
        let Change::Model { unit, id, model } = change else { continue };
        let model = model.as_deref().expect("a model").clone();
        let told = [&model.field, &model.place, &model.owner, &model.baseline, &model.goal, &model.indicator];
        assert!(told.iter().all(|text| !text.is_empty() && !text.contains('{')), "{model:?}");
        registers.entry(*unit).or_default().set(*id, Some(model)).expect("the register takes it");
    }
    let keepers = &Data::read().registers.unit;
    assert_eq!(registers.len(), keepers.len(), "none names a unit that is not there");
    for keeper in keepers {
        let unit = sample.units.rows(&keeper.code).next().expect("the unit");
        let census = registers[&unit.id].census();
        assert_eq!(census.all(), keeper.models, "{}", keeper.code);
        assert_eq!(census.recognised() == census.all(), keeper.easy, "{}", keeper.code);
        assert!(census.recognised() * 2 > census.all(), "{}", keeper.code);
        let ended = census.all() - census.living();
        match keeper.recognised {
            // A showcase writes how many there were and how many are left.
            Some(recognised) => assert_eq!((census.recognised(), ended), (recognised, keeper.ended), "{}", keeper.code),
            None => assert_eq!(
                ended > 0,
                !keeper.easy && keeper.models > 6,
                "{}: the planted one ends nothing openly",
                keeper.code
            ),
        }
    }
}

#[test]
fn every_draw_follows_from_its_seeds_and_every_visit_is_to_a_model_that_was_drawn() {
    let sample = Sample::read();
    let data = Data::read();
    assert!(data.draws.len() >= 7);
    assert!(data.draws.iter().any(|row| row.day.0.year() == 2022), "the earlier round has one to look at, too");
    for row in &data.draws {
        let round = if row.day.0.year() == 2022 { "2022" } else { "2023-so-ket" };
        let inspection = Sample::inspection(sample.find(round, &row.unit));
        let draw = inspection.draw().unwrap_or_else(|| panic!("no draw at {}", row.unit));
        // The record holds its numbers and its hash, and is read as a draw only when both follow from list and seeds.
        let record = serde_json::to_string(draw).expect("a record");
        assert_eq!(&serde_json::from_str::<Draw>(&record).expect("a draw that replays"), draw, "{}", row.unit);
        assert!(draw.order().size >= sample.programme.scoring.sample_min);
        let numbers: Vec<Option<u32>> = inspection.picks().iter().map(|pick| Some(pick.number)).collect();
        for (found, number) in row.visit.iter().zip(numbers) {
            assert!(found.number.is_none() || found.number == number, "{}: {number:?}", row.unit);
        }
        let visited = row.visit.iter().filter(|found| found.level.is_some() || found.model.is_some()).count();
        assert_eq!(inspection.verifications.len(), visited, "{}", row.unit);
        for (code, visit) in &inspection.verifications {
            assert!(visit.evidence.iter().all(|id| inspection.evidence.contains_key(id)), "{code} of {}", row.unit);
        }
    }
    let replaced =
        sample.province.visited.iter().map(|visited| Sample::inspection(visited).replaced.len()).sum::<usize>();
    assert_eq!(replaced, 1);
}

#[test]
fn the_registers_of_the_showcase_are_what_its_texts_count() {
    let sample = Sample::read();
    let listed = |code: &str| {
        let inspection = Sample::inspection(sample.find("2023-so-ket", code));
        let draw = inspection.draw().expect("a draw").clone();
        let lines = inspection.picks().into_iter().map(|pick| (pick.number, draw.line(pick).1.to_owned()));
        (draw.population(), lines.collect::<Vec<_>>())
    };
    let named =
        |lines: &[(u32, &str)]| lines.iter().map(|(number, name)| (*number, (*name).to_owned())).collect::<Vec<_>>();
    let go_quao = [(15, "Một lịch lấy nước mặn"), (19, "Nhóm phiên dịch"), (4, "Tổ phụ nữ vốn xoay vòng")];
    assert_eq!(listed("907-DU"), (23, named(&go_quao)));
    let giong_rieng = [(9, "Bơm chung một lịch"), (27, "Chợ bớt ni-lông"), (25, "Gõ giúp mẫu đơn")];
    assert_eq!(listed("906-UB"), (41, named(&giong_rieng)));
}

#[test]
fn recommendations_were_declared_verified_opened_again_delayed_and_withdrawn() {
    let sample = Sample::read();
    let rows = Data::read().lives;
    let lives: usize = sample.province.visited.iter().map(|visited| visited.since.len()).sum();
    for row in &rows {
        let visited = sample.find(&row.round, &row.unit);
        let there =
            visited.since.iter().any(|edit| matches!(edit, Edit::Life(id, _) if id.as_str() == row.recommendation));
        let known: Vec<_> = Sample::inspection(visited).recommendations.into_keys().collect();
        assert!(
            there,
            "{} {} {} is not there or takes a step that it cannot take: {known:?}",
            row.round, row.unit, row.recommendation
        );
    }
    assert_eq!(lives, rows.len());
    let (mut standings, mut delays) = (Vec::new(), Vec::new());
    for visited in &sample.province.visited {
        let mut inspection = Sample::inspection(visited);
        for edit in visited.since.iter().cloned() {
            inspection.apply(edit).expect("a life that applies");
        }
        for (id, life) in &inspection.lives {
            let accepted = life.steps().iter().filter(|step| matches!(step.deed, Deed::Delayed { .. }));
            delays.extend(accepted.map(|_| inspection.due(id).expect("a day")));
        }
        standings.extend(Standing::all(&inspection));
    }
    let counts = Standings::count(&standings, DAY);
    assert!(
        counts.declared > 0 && counts.verified > 0 && counts.withdrawn > 0 && counts.did_not_last > 0,
        "{counts:?}"
    );
    assert_eq!(delays, ["2023-12-31".parse().expect("a day")], "one delay was accepted, and its day is still to come");
}
