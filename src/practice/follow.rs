//! What follows from an invented inspection: strengths and shortfalls, the unit's reply, and recommendations with owner, day and test.

use super::{
    chance::Chance,
    data::{Matter, Model, Shortfall, Strength},
    words::Words,
};
use crate::domain::{
    edit::Edit,
    finding::{Finding, FindingKind, Severity},
    ids::{EvidenceId, FindingId, ItemId, RecommendationId},
    programme::Item,
    recommendation::Recommendation,
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Shortfalls at level 2 are written down until there are so many; those at 0 and 1 always.
const ENOUGH_SHORTFALLS: usize = 4;
/// How many strengths are written down.
const STRENGTHS: usize = 2;

/// How often each finding was told so far, so that the next unit hears it in other words.
pub type Told = BTreeMap<String, usize>;

/// Something that was found, before it is decided whether it is written down.
struct Found<'a> {
    level: u8,
    items: BTreeSet<ItemId>,
    evidence: BTreeSet<EvidenceId>,
    criterion: &'a str,
    words: Words,
    shortfall: &'a Shortfall,
    strength: Option<&'a Strength>,
}

/// Gathers what was found item by item.
pub struct Follow<'a> {
    clauses: &'a BTreeMap<String, String>,
    day: NaiveDate,
    team: [&'a str; 2],
    found: Vec<Found<'a>>,
    /// Where in `found` each model stands.
    models: BTreeMap<&'a str, usize>,
}

impl<'a> Follow<'a> {
    pub fn new(clauses: &'a BTreeMap<String, String>, day: NaiveDate, team: [&'a str; 2]) -> Self {
        Self { clauses, day, team, found: Vec::new(), models: BTreeMap::new() }
    }

    fn criterion(&self, item: &Item) -> &'a str {
        self.clauses.get(&item.clause).map_or("Công văn 70-CV/TU ngày 02-02-2021", String::as_str)
    }

    /// A matter was rated.
    pub fn matter(&mut self, item: &Item, level: u8, cites: &BTreeSet<EvidenceId>, matter: &'a Matter, words: Words) {
        self.found.push(Found {
            level,
            items: BTreeSet::from([item.id.clone()]),
            evidence: cites.clone(),
            criterion: self.criterion(item),
            words,
            shortfall: &matter.shortfall,
            strength: matter.strength.as_ref(),
        });
    }

    /// An item that hangs on models was rated; the model joins the item when it pulls the same way.
    pub fn model(
        &mut self,
        item: &Item,
        rated: u8,
        cites: &BTreeSet<EvidenceId>,
        (level, model, words): (u8, &'a Model, &Words),
    ) {
        let weak = level <= 2 && rated <= 2;
        let strong = level >= 3 && rated >= 3;
        if !weak && !strong {
            return;
        }
        let criterion = self.criterion(item);
        let at = *self.models.entry(&model.name).or_insert_with(|| {
            self.found.push(Found {
                level,
                items: BTreeSet::new(),
                evidence: BTreeSet::new(),
                criterion,
                words: words.clone(),
                shortfall: &model.shortfall,
                strength: Some(&model.strength),
            });
            self.found.len() - 1
        });
        if let Some(found) = self.found.get_mut(at) {
            found.level = found.level.min(if weak { rated } else { 4 });
            found.items.insert(item.id.clone());
            found.evidence.extend(cites.iter().cloned());
        }
    }

    /// Findings and recommendations, strengths first.
    pub fn edits(&self, chance: &mut Chance, told: &mut Told) -> Vec<Edit> {
        let (strengths, shortfalls) = self.chosen(chance);
        let mut edits = Vec::new();
        for (found, strength) in strengths {
            let wording = Wording::next(told, &strength.condition);
            let words = |texts: &str, field| found.words.fill(wording.of(texts, field), found.level);
            let finding = Finding {
                kind: FindingKind::Strength,
                items: found.items.clone(),
                evidence: found.evidence.clone(),
                severity: Severity::default(),
                condition: words(&strength.condition, 0),
                criterion: found.criterion.to_owned(),
                cause: words(&strength.cause, 1),
                effect: words(&strength.effect, 2),
                reply: String::new(),
                transferable: edits.is_empty(),
            };
            edits.push(Edit::Finding(label::<FindingId>("F", edits.len()), Some(finding)));
        }
        let mut recommendations = Vec::new();
        for found in shortfalls {
            let id = label::<FindingId>("F", edits.len());
            let label = label::<RecommendationId>("K", recommendations.len());
            let recommendation = self.recommendation(found, id.clone(), chance);
            recommendations.push(Edit::Recommendation(label, Some(recommendation)));
            let wording = Wording::next(told, &found.shortfall.condition);
            edits.push(Edit::Finding(id, Some(shortfall(found, wording, chance))));
        }
        edits.extend(recommendations);
        edits
    }

    /// What is written down: the best strengths, every grave shortfall, and some of the lighter ones.
    fn chosen(&self, chance: &mut Chance) -> (Vec<(&Found<'a>, &'a Strength)>, Vec<&Found<'a>>) {
        let mut strengths: Vec<(&Found, &Strength)> = Vec::new();
        let mut shortfalls: Vec<&Found> = Vec::new();
        for found in chance.pick_some(&self.found, self.found.len()) {
            match found.strength {
                Some(strength) if found.level >= 3 => strengths.push((found, strength)),
                _ if found.level <= 2 => shortfalls.push(found),
                _ => {}
            }
        }
        strengths.sort_by_key(|(found, _)| std::cmp::Reverse(found.level));
        strengths.truncate(STRENGTHS);
        shortfalls.sort_by_key(|found| found.level);
        let grave = shortfalls.iter().filter(|found| found.level <= 1).count();
        shortfalls.truncate(ENOUGH_SHORTFALLS.max(grave));
        (strengths, shortfalls)
    }

    fn recommendation(&self, found: &Found, finding: FindingId, chance: &mut Chance) -> Recommendation {
        let words = |text: &str| found.words.fill(text, found.level);
        // What an earlier round asked for is mostly long work; a third of it is past its day by now.
        let days = if self.day.year() < 2023 && !chance.one_in(3) {
            chance.between(400, 520)
        } else {
            chance.between(30, 130)
        };
        Recommendation {
            findings: BTreeSet::from([finding]),
            action: words(&found.shortfall.action),
            owner: words(&found.shortfall.owner),
            due: Some(self.day + Days::new(days.into())),
            check: words(&found.shortfall.check),
            followed_by: chance.pick(&self.team).map_or_else(String::new, |name| (*name).to_owned()),
        }
    }
}

/// Which of the wordings of a finding is used, parted by ` || ` in the data. The fields change in step, so that two uses share the words
/// of at most one field until all pairs are used up.
#[derive(Clone, Copy)]
struct Wording(usize);

impl Wording {
    fn next(told: &mut Told, condition: &str) -> Self {
        let count = told.entry(condition.to_owned()).or_default();
        *count += 1;
        Self(*count - 1)
    }

    fn of(self, texts: &str, field: usize) -> &str {
        let texts: Vec<&str> = texts.split(" || ").collect();
        let (first, second) = (self.0 % texts.len(), self.0 / texts.len());
        let at = [first, first + second, first + 2 * second][field.min(2)] % texts.len();
        texts.get(at).copied().unwrap_or_default()
    }
}

fn shortfall(found: &Found, wording: Wording, chance: &mut Chance) -> Finding {
    let words = |texts: &str, field| found.words.fill(wording.of(texts, field), found.level);
    let severity = match found.level {
        0 => Severity::High,
        1 if chance.one_in(2) => Severity::High,
        2 if chance.one_in(2) => Severity::Low,
        _ => Severity::Medium,
    };
    Finding {
        kind: FindingKind::Shortfall,
        items: found.items.clone(),
        evidence: found.evidence.clone(),
        severity,
        condition: words(&found.shortfall.condition, 0),
        criterion: found.criterion.to_owned(),
        cause: words(&found.shortfall.cause, 1),
        effect: words(&found.shortfall.effect, 2),
        reply: words(&found.shortfall.reply, 1),
        transferable: false,
    }
}

fn label<T: for<'a> From<&'a str>>(prefix: &str, before: usize) -> T {
    T::from(&format!("{prefix}-{:02}", before + 1))
}
