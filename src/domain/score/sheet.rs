//! An inspection laid out for scoring: one row for each item the unit sees, with its mark, its evidence and its life item. Built
//! once per call; everything after works on rows and numbers.

use super::{
    Ceiling, Circumstances, ItemScore, ItemState, Score,
    grade::{self, Piece},
    seen,
};
use crate::domain::{
    answer::{Answer, Level},
    evidence::Grade,
    ids::{EvidenceId, ItemId},
    inspection::Inspection,
    programme::{Facts, Item, Programme, Section},
    sample::{self, Sampled},
    share::Share,
};
use std::collections::{BTreeSet, HashMap};

/// One item that the unit sees.
pub(super) struct Row<'a> {
    pub(super) section: &'a Section,
    pub(super) item: &'a Item,
    pub(super) state: ItemState,
    /// Level / 4; nothing unless rated.
    pub(super) claimed: Share,
    /// Places in [`Sheet::pieces`] of the counting pieces cited here, ascending.
    pub(super) pieces: Vec<usize>,
    /// The grade they give.
    pub(super) grade: Grade,
    /// Whether it takes its level from a drawn sample that speaks.
    pub(super) sampled: bool,
    /// The most that the drawn sample supports, or without one a mark by hand, at an item that takes its level from it.
    pub(super) most: Option<Share>,
    /// Row of the life item, when the programme names one and the unit sees it.
    pub(super) life: Option<usize>,
}

/// An inspection laid out for scoring.
pub(super) struct Sheet<'a> {
    pub(super) programme: &'a Programme,
    pub(super) rows: Vec<Row<'a>>,
    pub(super) pieces: Vec<Piece<'a>>,
    /// The visits to drawn models, as a piece of evidence by themselves.
    visits: Option<Piece<'static>>,
    /// What conditions may ask; scores are put in by [`Sheet::facts_with`].
    pub(super) facts: Facts,
}

impl<'a> Sheet<'a> {
    /// Lays an inspection out.
    pub(super) fn lay_out(programme: &'a Programme, inspection: &'a Inspection, about: Circumstances) -> Self {
        let sample = sample::sampled(programme, inspection).filter(Sampled::speaks);
        let by_hand = sample::by_hand(programme);
        let (seen, facts) = seen::seen(programme, inspection, about);
        let pieces = grade::counting(programme, inspection);
        let visits = sample.as_ref().and_then(|sample| {
            let visited = sample.models.iter().any(|drawn| drawn.found.verdict().is_some());
            grade::visits(programme).filter(|_| visited)
        });
        let place: HashMap<&ItemId, usize> = seen.iter().enumerate().map(|(row, (_, item))| (&item.id, row)).collect();
        let rows = seen.iter().map(|&(section, item)| {
            let entry = inspection.entries.get(&item.id);
            let answer = entry.and_then(|entry| entry.answer.as_ref());
            let mut evidence = entry.map(|entry| entry.evidence.clone()).unwrap_or_default();
            let sample = sample.as_ref().filter(|_| item.measures_sample);
            let by_hand = by_hand.filter(|_| item.measures_sample);
            if let Some(sample) = sample {
                evidence.extend(sample.evidence(inspection).cloned());
            }
            let level = sample.map_or_else(|| answer.and_then(Answer::level), |sample| Some(sample.claimed(answer)));
            let cited = cited(&pieces, &evidence);
            let own = cited.iter().map(|&piece| &pieces[piece]);
            Row {
                section,
                item,
                state: if sample.is_some() { ItemState::Rated } else { state(answer) },
                claimed: level.map_or(Share::NONE, Level::share),
                grade: grade::grade(own.chain(visits.iter().filter(|_| sample.is_some()))),
                pieces: cited,
                sampled: sample.is_some(),
                most: sample.map(Sampled::level).or(by_hand).map(Level::share),
                life: item.life.as_ref().and_then(|life| place.get(life).copied()),
            }
        });
        let rows = rows.collect();
        Self { programme, rows, pieces, visits, facts }
    }

    /// What a row may earn at this grade before its life item is asked: the lesser of its claim and the grade's cap. `None` where
    /// there is nothing to hold against: the item does not apply or is open. An item that could not be verified earns nothing.
    pub(super) fn carried_at(&self, row: &Row, grade: Grade) -> Option<Share> {
        match row.state {
            ItemState::Rated => {
                let claimed = row.claimed.min(self.cap(grade));
                Some(row.most.map_or(claimed, |most| claimed.min(most)))
            }
            ItemState::NotVerified => Some(Share::NONE),
            ItemState::NotApplicable | ItemState::Open => None,
        }
    }

    /// The grade of a row by only these of its pieces; the visits to drawn models stay.
    pub(super) fn grade_by<'b>(&'b self, row: &Row, pieces: impl Iterator<Item = usize> + 'b) -> Grade {
        let visits = self.visits.iter().filter(|_| row.sampled);
        grade::grade(pieces.map(|piece| &self.pieces[piece]).chain(visits))
    }

    /// [`Sheet::carried_at`] of every row at its own grade.
    pub(super) fn carried(&self) -> Vec<Option<Share>> {
        self.rows.iter().map(|row| self.carried_at(row, row.grade)).collect()
    }

    /// The facts with these scores among them.
    pub(super) fn facts_with(&mut self, whole: Option<Score>, outcome: Option<Score>) -> &Facts {
        let supported = |score: Option<Score>| score.map_or(Share::NONE, |score| score.supported);
        self.facts.supported = supported(whole);
        self.facts.outcome_supported = supported(outcome);
        &self.facts
    }

    /// Each row's part in the score.
    pub(super) fn scores(&self, carried: &[Option<Share>], effective: &[Share]) -> Vec<ItemScore> {
        let parts = self.rows.iter().zip(carried.iter().zip(effective));
        parts.map(|(row, (&carried, &effective))| self.score(row, carried.unwrap_or_default(), effective)).collect()
    }

    fn score(&self, row: &Row, carried: Share, effective: Share) -> ItemScore {
        let ceiling = if effective < carried {
            row.item.life.clone().map(Ceiling::Life)
        } else {
            (effective < row.claimed).then(|| match row.most {
                Some(most) if most == effective && row.sampled => Ceiling::Sample,
                Some(most) if most == effective => Ceiling::Undrawn,
                _ => Ceiling::Evidence(row.grade),
            })
        };
        ItemScore {
            item: row.item.id.clone(),
            section: row.section.id.clone(),
            weight: row.item.weight,
            state: row.state,
            claimed: row.claimed,
            grade: row.grade,
            cap: self.cap(row.grade),
            effective,
            ceiling,
            propose_not_verified: row.state == ItemState::Rated && row.claimed.bp() <= 2500 && row.grade <= Grade::E1,
        }
    }

    fn cap(&self, grade: Grade) -> Share {
        self.programme.scoring.caps[grade.index()]
    }
}

fn cited(pieces: &[Piece], evidence: &BTreeSet<EvidenceId>) -> Vec<usize> {
    evidence.iter().filter_map(|id| pieces.binary_search_by(|piece| piece.id.cmp(&Some(id))).ok()).collect()
}

fn state(answer: Option<&Answer>) -> ItemState {
    match answer {
        Some(Answer::Rated(_)) => ItemState::Rated,
        Some(Answer::NotApplicable(_)) => ItemState::NotApplicable,
        Some(Answer::NotVerified(_)) => ItemState::NotVerified,
        None => ItemState::Open,
    }
}
