//! What an inspection's draw and visits prove together: who was drawn, what was found at each, and the level that follows. The number
//! of models a unit has registered enters nothing but the width of the interval, and that only lowers what a sample proves.

use super::{
    answer::{Answer, Level},
    draw::{Pick, Sample},
    ids::{EvidenceId, ModelCode},
    inspection::Inspection,
    period::Period,
    programme::{ModelVisit, Programme},
    share::Share,
    verification::{Verdict, Verification},
};
use serde::{Deserialize, Serialize};

/// What is known of one drawn model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// It was visited.
    Visited(Verdict),
    /// It was visited in an earlier inspection of the round, and not in this one.
    Earlier(Verdict),
    /// It could not be visited and another was taken in its place.
    Replaced,
    /// It was not visited, or the visit did not say whether it runs, or was outside the period.
    Unvisited,
}

impl Found {
    /// What the visit found, when one counts.
    #[must_use]
    pub const fn verdict(self) -> Option<Verdict> {
        match self {
            Self::Visited(verdict) | Self::Earlier(verdict) => Some(verdict),
            Self::Replaced | Self::Unvisited => None,
        }
    }
}

/// One model of the sample.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// Its number and counter in the draw that holds; `None` for one that only an earlier inspection of the round drew.
    pub pick: Option<Pick>,
    /// Its code as it was frozen.
    pub model: ModelCode,
    /// Its name as it was frozen.
    pub name: String,
    /// What was found.
    pub found: Found,
}

/// The sample of an inspection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sampled {
    /// Every model of it, in the order of the draw, those of earlier inspections last.
    pub models: Vec<Drawn>,
    sample: Sample,
    verified: u32,
    failed: u32,
    levels: [Share; 4],
}

/// The figures of a sample, small enough to stand in a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// How many models the list holds that was drawn from.
    pub population: u32,
    /// How many were drawn.
    pub drawn: u32,
    /// How many of them were found running as registered.
    pub verified: u32,
    /// How many were found not running.
    pub failed: u32,
}

/// What a visit found: *verified*, found running as registered, when the programme's item [`ModelVisit::running`] was rated at
/// [`ModelVisit::verified_from`] or higher; *failed* when at [`ModelVisit::failed_to`] or lower. `None` when it was not rated, or
/// the visit lies outside the period under review: such a visit proves nothing.
#[must_use]
pub fn verdict(rule: &ModelVisit, period: Period, visit: &Verification) -> Option<Verdict> {
    if visit.on.is_some_and(|day| !period.holds(day)) {
        return None;
    }
    let level = visit.answers.get(&rule.running).and_then(Answer::level)?;
    Some(if level >= rule.verified_from {
        Verdict::Verified
    } else if level <= rule.failed_to {
        Verdict::Failed
    } else {
        Verdict::Partly
    })
}

/// The most that a mark by hand carries at an item that takes its level from the sample, as long as no sample speaks: what as many
/// good visits as the programme asks at least ([`Scoring::sample_min`]) would prove of a list without end. A longer list never
/// proves more, so to leave the draw out is never worth more than a draw that found everything running, however many are
/// registered. `None` when the programme knows no visits to models: then nothing can be drawn.
///
/// [`Scoring::sample_min`]: crate::domain::programme::Scoring
#[must_use]
pub fn by_hand(programme: &Programme) -> Option<Level> {
    programme.model_visit.as_ref()?;
    let least = programme.scoring.sample_min;
    Some(Sample::new(least, least, None)?.level(&programme.scoring.sample_levels))
}

/// The sample of an inspection; `None` when nothing was drawn, or its programme knows no visits to models.
#[must_use]
pub fn sampled(programme: &Programme, inspection: &Inspection) -> Option<Sampled> {
    let rule = programme.model_visit.as_ref()?;
    let draw = inspection.draw()?;
    let earlier = |model: &ModelCode| draw.order().earlier.iter().find(|earlier| earlier.model == *model);
    let found = |model: &ModelCode| {
        if inspection.replaced.contains_key(model) {
            return Found::Replaced;
        }
        let own = inspection.verifications.get(model).and_then(|visit| verdict(rule, inspection.collecting(), visit));
        let before = || earlier(model).and_then(|earlier| earlier.verdict).map(Found::Earlier);
        own.map(Found::Visited).or_else(before).unwrap_or(Found::Unvisited)
    };
    let mut models: Vec<Drawn> = Vec::new();
    for pick in inspection.picks() {
        let (model, name) = draw.line(pick);
        models.push(Drawn { pick: Some(pick), found: found(&model), name: name.to_owned(), model });
    }
    for before in &draw.order().earlier {
        let line = draw.order().list.number(before.model.as_str()).and_then(|number| draw.order().list.line(number));
        let Some((_, name)) = line.filter(|_| models.iter().all(|drawn| drawn.model != before.model)) else { continue };
        let found = before.verdict.map_or(Found::Unvisited, Found::Earlier);
        models.push(Drawn { pick: None, model: before.model.clone(), name: name.to_owned(), found });
    }
    let count = |wanted: Verdict| {
        let found = models.iter().filter(|drawn| drawn.found.verdict() == Some(wanted)).count();
        u32::try_from(found).unwrap_or(u32::MAX)
    };
    let (verified, failed) = (count(Verdict::Verified), count(Verdict::Failed));
    let drawn = u32::try_from(models.len()).unwrap_or(u32::MAX);
    let sample = Sample::new(verified, drawn, Some(draw.population()))?;
    Some(Sampled { models, sample, verified, failed, levels: programme.scoring.sample_levels })
}

impl Sampled {
    /// How many were drawn; replaced ones and those that were not visited are among them.
    #[must_use]
    pub fn drawn(&self) -> u32 {
        u32::try_from(self.models.len()).unwrap_or(u32::MAX)
    }

    /// How many models the list holds that was drawn from.
    #[must_use]
    pub fn population(&self) -> u32 {
        self.sample.population().unwrap_or_else(|| self.drawn())
    }

    /// How many were found running as registered.
    #[must_use]
    pub const fn verified(&self) -> u32 {
        self.verified
    }

    /// How many were found not running.
    #[must_use]
    pub const fn failed(&self) -> u32 {
        self.failed
    }

    /// Its figures.
    #[must_use]
    pub fn tally(&self) -> Tally {
        Tally { population: self.population(), drawn: self.drawn(), verified: self.verified, failed: self.failed }
    }

    /// The share of the drawn ones that were found not running.
    #[must_use]
    pub fn share_failed(&self) -> Share {
        Share::of(self.failed.into(), self.drawn().into()).unwrap_or_default()
    }

    /// Share and interval.
    #[must_use]
    pub const fn sample(&self) -> &Sample {
        &self.sample
    }

    /// Whether it says anything yet: some model was visited, or each was settled one way or the other. Before that an item that
    /// takes its level from the sample is open.
    #[must_use]
    pub fn speaks(&self) -> bool {
        let settled = |drawn: &Drawn| drawn.found != Found::Unvisited;
        self.models.iter().any(|drawn| drawn.found.verdict().is_some()) || self.models.iter().all(settled)
    }

    /// The level that the lower end of the interval gives: the most that the sample supports.
    #[must_use]
    pub fn level(&self) -> Level {
        self.sample.level(&self.levels)
    }

    /// The level that the share found would give if it were that of the whole list: what a sample seems to say.
    #[must_use]
    pub fn seeming(&self) -> Level {
        let share = self.sample.share();
        Level::ALL[self.levels.iter().take_while(|least| **least <= share).count()]
    }

    /// What is claimed at an item that takes its level from the sample: the mark given by hand where there is a level, else what the
    /// sample seems to say. A mark may stand below what the sample supports – the inspector was there – and never lifts it.
    #[must_use]
    pub fn claimed(&self, by_hand: Option<&Answer>) -> Level {
        by_hand.and_then(Answer::level).unwrap_or_else(|| self.seeming())
    }

    /// The evidence collected at the models whose visits count.
    pub fn evidence<'a>(&'a self, inspection: &'a Inspection) -> impl Iterator<Item = &'a EvidenceId> {
        let visited = self.models.iter().filter(|drawn| matches!(drawn.found, Found::Visited(_)));
        visited.filter_map(|drawn| inspection.verifications.get(&drawn.model)).flat_map(|visit| &visit.evidence)
    }
}
