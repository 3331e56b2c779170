//! What pieces of evidence let a finding say, and in which words it is said. A finding is made of what was found, filled in with the same
//! names and numbers, so that it never claims more.

use super::{
    data::{Matter, Model, OnPaper, Piece, Shown},
    words::Words,
};
use crate::domain::ids::EvidenceId;
use std::collections::{BTreeMap, BTreeSet};

/// What one piece lets a finding say; wordings of a field are parted by ` || `.
#[derive(Debug, Clone, Copy)]
pub struct Saying<'a> {
    condition: &'a str,
    cause: &'a str,
    effect: &'a str,
    /// The level at which the piece itself was filled in, so that both give the same numbers.
    level: u8,
    /// Only the unit's own paper says so.
    on_paper: bool,
}

impl<'a> Saying<'a> {
    /// Of a piece about a matter; `paper` when it is the unit's own.
    pub fn of_matter(matter: &'a Matter, piece: &'a Piece, level: u8, paper: Option<&'a OnPaper>) -> Self {
        let (condition, cause, effect) = match (&matter.strength, paper) {
            (Some(strength), Some(paper)) if level >= 3 => {
                (&strength.on_paper, &paper.strength.cause, &paper.strength.effect)
            }
            (Some(strength), None) if level >= 3 => (&piece.says, &strength.cause, &strength.effect),
            _ => (&piece.says, &matter.shortfall.cause, &matter.shortfall.effect),
        };
        Self { condition, cause, effect, level, on_paper: paper.is_some() }
    }

    /// Of what was found of a model; `paper` when only the unit's own shows it.
    pub fn of_model(model: &'a Model, shown: &'a Shown, level: u8, paper: Option<&'a OnPaper>) -> Self {
        let (condition, cause, effect) = match paper {
            Some(paper) if level >= 3 => (&model.strength.on_paper, &paper.strength.cause, &paper.strength.effect),
            Some(paper) => (&shown.says, &paper.shortfall.cause, &paper.shortfall.effect),
            None if level >= 3 => (&shown.says, &model.strength.cause, &model.strength.effect),
            None => (&shown.says, &model.shortfall.cause, &model.shortfall.effect),
        };
        Self { condition, cause, effect, level, on_paper: paper.is_some() }
    }
}

/// The pieces that are cited for something, and what they let a finding say.
#[derive(Debug, Default)]
pub struct Proved<'a> {
    pub cites: BTreeSet<EvidenceId>,
    pub says: Vec<Saying<'a>>,
    /// Somebody who was asked said the opposite, so that nothing is praised.
    pub contradicted: bool,
}

impl Proved<'_> {
    /// Condition, cause and effect of a finding: what one of the pieces lets it say, in the words that were told least so far. The paper of
    /// the unit speaks only where nothing else does.
    pub fn say(&self, told: &mut Told, words: &Words) -> [String; 3] {
        let only_paper = self.says.iter().all(|says| says.on_paper);
        let heard = self.says.iter().filter(|says| only_paper || !says.on_paper);
        let conditions = heard.flat_map(|says| says.condition.split(" || ").map(move |words| (words, says)));
        let Some((condition, says)) = conditions.min_by_key(|(words, _)| told.often(words)) else {
            return Default::default();
        };
        let cause = told.least(says.cause, &[condition]);
        let effect = told.least(says.effect, &[condition, cause]);
        told.tell([condition, cause, effect]);
        [condition, cause, effect].map(|text| words.fill(text, says.level))
    }
}

/// How often each text was told so far, alone and beside another, so that the next unit hears it in other words.
#[derive(Debug, Default)]
pub struct Told(BTreeMap<String, usize>);

impl Told {
    fn often(&self, text: &str) -> usize {
        self.0.get(text).copied().unwrap_or_default()
    }

    /// The wording that was told least beside those that are chosen already, and among such the one told least at all.
    fn least<'a>(&self, wordings: &'a str, beside: &[&str]) -> &'a str {
        let together = |text: &str| beside.iter().map(|other| self.often(&pair(other, text))).sum::<usize>();
        wordings.split(" || ").min_by_key(|text| (together(text), self.often(text))).unwrap_or_default()
    }

    fn tell(&mut self, [condition, cause, effect]: [&str; 3]) {
        let pairs = [pair(condition, cause), pair(condition, effect), pair(cause, effect)];
        for text in [condition, cause, effect].map(str::to_owned).into_iter().chain(pairs) {
            *self.0.entry(text).or_default() += 1;
        }
    }
}

fn pair(one: &str, other: &str) -> String {
    format!("{one} || {other}")
}
