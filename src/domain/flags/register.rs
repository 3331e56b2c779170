//! Flags about a unit's register of models (U01–U07). What a register claims enters no score; here it is only asked about.

use super::{Case, Flag, ratings::count};
use crate::domain::{
    model::{Model, ModelKind},
    programme::ModelField,
    sample::sampled,
    share::Share,
};
use chrono::{NaiveDate, TimeDelta};
use std::collections::{BTreeMap, BTreeSet};

/// U01–U07 of the unit's register, in the order of their codes.
pub(super) fn register(case: &Case) -> Vec<Flag> {
    let models: Vec<&Model> = case.beyond.register.in_order().into_iter().map(|(_, model)| model).collect();
    let mut flags = recognition(case, &models);
    flags.extend(few_running(case, models.len()));
    flags.extend(registered_late(case, &models));
    flags.extend(recognised_soon(case, &models));
    flags.extend(stopped_after_award(case, &models));
    flags.extend(one_field(case, &models));
    flags.extend(empty_fields(case, &models));
    flags.extend(counted_twice(case, &models));
    flags.extend(leader_awards(case, &models));
    flags
}

/// U01, nearly all recognised, and the first half of U02, few effective: of at least `register_models` registered models a share of
/// `nearly_all_recognised` or more was recognised, or less than `few_recognised`.
fn recognition(case: &Case, models: &[&Model]) -> Vec<Flag> {
    let limits = &case.programme.thresholds;
    let registered = count(models.len());
    let recognised = count(models.iter().filter(|model| model.was_recognised()).count());
    let Some(share) = Share::of(recognised.into(), registered.into()).filter(|_| registered >= limits.register_models)
    else {
        return Vec::new();
    };
    if share >= limits.nearly_all_recognised {
        vec![Flag::NearlyAllRecognised { registered, recognised }]
    } else if share < limits.few_recognised {
        vec![Flag::FewRecognised { registered, recognised }]
    } else {
        Vec::new()
    }
}

/// U02, second half: of the drawn models fewer than `few_running` were found running as registered, in a register of at least
/// `register_models`. Asked at the end of the visit: what is not visited yet is not missing yet.
fn few_running(case: &Case, registered: usize) -> Option<Flag> {
    let limits = &case.programme.thresholds;
    let sample = sampled(case.programme, case.inspection).filter(|_| case.is_closing())?;
    let (drawn, running) = (sample.drawn(), sample.verified());
    let share = Share::of(running.into(), drawn.into())?;
    (count(registered) >= limits.register_models && share < limits.few_running)
        .then_some(Flag::FewRunning { drawn, running })
}

/// U03, bunched at period end: more than `late_share` of the registered models were registered in the `late_days` before a review of
/// the programme or before their own recognition. A day that nobody wrote down is not counted; fewer than `register_models` dated
/// registrations say nothing.
fn registered_late(case: &Case, models: &[&Model]) -> Option<Flag> {
    let limits = &case.programme.thresholds;
    let reviews: Vec<NaiveDate> = case.programme.milestones.iter().map(|milestone| milestone.due).collect();
    let within = |from: NaiveDate, to: NaiveDate| from <= to && to - from <= TimeDelta::days(limits.late_days.into());
    let dated: Vec<(NaiveDate, Option<NaiveDate>)> =
        models.iter().filter_map(|model| Some((model.life.registration()?, model.recognised))).collect();
    let late = dated.iter().filter(|(on, recognised)| reviews.iter().chain(recognised).any(|day| within(*on, *day)));
    let late = late.count();
    let share = Share::of(late as u64, dated.len() as u64)?;
    (count(dated.len()) >= limits.register_models && share > limits.late_share).then(|| Flag::RegisteredLate {
        late: count(late),
        of: count(dated.len()),
        days: limits.late_days,
    })
}

/// U03, second part: the median time from registration to recognition is shorter than `recognised_days`. Three models at least: a
/// median of fewer is a single story.
fn recognised_soon(case: &Case, models: &[&Model]) -> Option<Flag> {
    let waited = |model: &&Model| Some((model.recognised? - model.life.registration()?).num_days());
    let mut days: Vec<i64> = models.iter().filter_map(waited).filter(|days| *days >= 0).collect();
    days.sort_unstable();
    if days.len() < 3 {
        return None;
    }
    // Of an even number the lower of the two in the middle, so that the median is a wait that somebody had.
    let median = u32::try_from(days[(days.len() - 1) / 2]).ok()?;
    (median < case.programme.thresholds.recognised_days).then(|| Flag::RecognisedSoon { median, of: count(days.len()) })
}

/// U04, stops after the award: the last activity lies before the award and `award_days` more, and more than `silent_days` before the
/// visit (else the end of the period). A model that the unit itself calls ended hides nothing.
fn stopped_after_award(case: &Case, models: &[&Model]) -> Vec<Flag> {
    let Some(today) = case.inspection.as_of() else { return Vec::new() };
    let limits = &case.programme.thresholds;
    let days = |days: u32| TimeDelta::days(days.into());
    let stopped = models.iter().filter(|model| model.state().is_alive()).filter_map(|model| {
        let award = model.awarded.max(model.recognised)?;
        let last = model.last_activity?;
        let stopped = last < award + days(limits.award_days) && last + days(limits.silent_days) < today;
        stopped.then(|| Flag::StoppedAfterAward { model: model.code.clone(), award, last })
    });
    stopped.collect()
}

/// U05, bunched in easy fields: of at least `field_models` models with a field more than `field_share` are in one – unless all of them
/// are: a unit of one field has no other.
fn one_field(case: &Case, models: &[&Model]) -> Option<Flag> {
    let limits = &case.programme.thresholds;
    let mut fields: BTreeMap<String, (u32, &str)> = BTreeMap::new();
    for model in models.iter().filter(|model| !model.field.trim().is_empty()) {
        fields.entry(plain(&model.field)).or_insert((0, model.field.trim())).0 += 1;
    }
    let of: u32 = fields.values().map(|(models, _)| models).sum();
    let (models, field) = fields.values().max_by_key(|(models, _)| *models)?;
    let share = Share::of((*models).into(), of.into())?;
    (of >= limits.field_models && share > limits.field_share && *models < of).then(|| Flag::OneField {
        field: (*field).to_owned(),
        models: *models,
        of,
    })
}

/// U05, second part: of at least `field_models` models with a field none is in one that the programme names for this kind of unit
/// (`[[model_field]]`). A unit of one field alone has no other, and a programme that names none asks nothing: which fields a unit should
/// work in is no knowledge of this program, and the letter lists none.
fn empty_fields(case: &Case, models: &[&Model]) -> Option<Flag> {
    let held: BTreeSet<String> =
        models.iter().map(|model| plain(&model.field)).filter(|field| !field.is_empty()).collect();
    let of = count(models.iter().filter(|model| !model.field.trim().is_empty()).count());
    if of < case.programme.thresholds.field_models || held.len() < 2 {
        return None;
    }
    let kind = &case.inspection.plan.kind;
    let expected = case.programme.model_fields.iter();
    let expected = expected.filter(|field| field.applies_to.is_empty() || field.applies_to.contains(kind));
    let has_none = |field: &&ModelField| {
        let names = [&field.id, &field.name.vi, &field.name.en];
        !names.into_iter().any(|name| held.contains(&plain(name)))
    };
    let fields: Vec<String> = expected.filter(has_none).map(|field| field.id.clone()).collect();
    (!fields.is_empty()).then_some(Flag::EmptyFields { fields, of })
}

/// U06, one job counted twice: two living models of different owners at one place, with names alike by `same_name` or more. Names are
/// compared by the edit distance of their letters (Levenshtein), in lower case, as a share of the longer one.
fn counted_twice(case: &Case, models: &[&Model]) -> Vec<Flag> {
    let least = case.programme.thresholds.same_name;
    let living: Vec<(&Model, String, String, String)> = models
        .iter()
        .filter(|model| model.state().is_alive() && !model.place.trim().is_empty())
        .map(|model| (*model, plain(&model.place), plain(&model.owner), plain(&model.name)))
        .collect();
    let mut by_place: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, (_, place, _, _)) in living.iter().enumerate() {
        by_place.entry(place).or_default().push(at);
    }
    let mut flags = Vec::new();
    for at_one_place in by_place.values() {
        for (nth, a) in at_one_place.iter().enumerate() {
            for b in &at_one_place[nth + 1..] {
                let ((a, _, owner, name), (b, _, other, alike)) = (&living[*a], &living[*b]);
                let share = likeness(name, alike);
                if owner != other && share >= least {
                    flags.push(Flag::CountedTwice { model: a.code.clone(), other: b.code.clone(), share });
                }
            }
        }
    }
    flags
}

/// U07, awards lean to leaders: of at least `leader_awards` individuals that were awarded or recognised more than `leader_share` are leaders.
fn leader_awards(case: &Case, models: &[&Model]) -> Option<Flag> {
    let limits = &case.programme.thresholds;
    let praised = models
        .iter()
        .filter(|model| model.kind == ModelKind::Individual && (model.awarded.is_some() || model.was_recognised()));
    let (of, leaders) = praised.fold((0, 0), |(of, leaders), model| (of + 1, leaders + u32::from(model.leader)));
    let share = Share::of(u64::from(leaders), u64::from(of))?;
    (of >= limits.leader_awards && share > limits.leader_share).then_some(Flag::LeaderAwards { leaders, of })
}

/// A text as it is compared: lower case, blanks as one.
fn plain(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// 1 − edit distance / length of the longer one.
fn likeness(a: &str, b: &str) -> Share {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let longer = a.len().max(b.len());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, from) in a.iter().enumerate() {
        let mut before = row[0];
        row[0] = at + 1;
        for (to, letter) in b.iter().enumerate() {
            let changed = before + usize::from(from != letter);
            before = row[to + 1];
            row[to + 1] = changed.min(before + 1).min(row[to] + 1);
        }
    }
    let distance = row.last().copied().unwrap_or(longer);
    Share::of((longer - distance.min(longer)) as u64, longer as u64).unwrap_or(Share::NONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_share_of_letters_that_need_no_edit() {
        assert_eq!(likeness("tổ hòa giải", "tổ hòa giải"), Share::WHOLE);
        assert_eq!(likeness("abcd", "abcx").bp(), 7500);
        assert_eq!(likeness("abcd", "xbcx").bp(), 5000);
        assert_eq!(likeness("", ""), Share::NONE, "two names that nobody wrote are not alike");
    }
}
