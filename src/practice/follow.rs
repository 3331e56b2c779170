//! What follows from an invented inspection: strengths and shortfalls, the unit's reply, and recommendations with owner, day and test.

use super::{
    chance::Chance,
    data::{Matter, Model, Shortfall},
    saying::{Proved, Told},
    words::Words,
};
use crate::domain::{
    edit::Edit,
    finding::{Finding, FindingKind, Severity},
    ids::{FindingId, ItemId, RecommendationId},
    programme::Item,
    recommendation::Recommendation,
};
use chrono::{Datelike, Days, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// Shortfalls at level 2 are written down until there are so many; those at 0 and 1 always.
const ENOUGH_SHORTFALLS: usize = 4;
/// How many strengths are written down.
const STRENGTHS: usize = 2;

/// Something that was found, before it is decided whether it is written down.
struct Found<'a> {
    level: u8,
    items: BTreeSet<ItemId>,
    proved: Proved<'a>,
    criterion: &'a str,
    words: Words,
    shortfall: &'a Shortfall,
    /// It can be praised.
    praised: bool,
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
    pub fn matter(&mut self, item: &Item, level: u8, proved: Proved<'a>, matter: &'a Matter, words: Words) {
        self.found.push(Found {
            level,
            items: BTreeSet::from([item.id.clone()]),
            proved,
            criterion: self.criterion(item),
            words,
            shortfall: &matter.shortfall,
            praised: matter.strength.is_some(),
        });
    }

    /// An item that hangs on models was rated; the model joins the item when it pulls the same way, with what was found of it there.
    pub fn model(
        &mut self,
        item: &Item,
        rated: u8,
        proved: Proved<'a>,
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
                proved: Proved::default(),
                criterion,
                words: words.clone(),
                shortfall: &model.shortfall,
                praised: true,
            });
            self.found.len() - 1
        });
        if let Some(found) = self.found.get_mut(at).filter(|_| !proved.cites.is_empty()) {
            found.level = found.level.min(if weak { rated } else { 4 });
            found.items.insert(item.id.clone());
            found.proved.cites.extend(proved.cites);
            found.proved.says.extend(proved.says);
            found.proved.contradicted |= proved.contradicted;
        }
    }

    /// Findings and recommendations, strengths first.
    pub fn edits(&self, chance: &mut Chance, told: &mut Told) -> Vec<Edit> {
        let (strengths, shortfalls) = self.chosen(chance);
        let mut edits = Vec::new();
        for found in strengths {
            let [condition, cause, effect] = found.proved.say(told, &found.words);
            let finding = Finding {
                kind: FindingKind::Strength,
                items: found.items.clone(),
                evidence: found.proved.cites.clone(),
                severity: Severity::default(),
                condition,
                criterion: found.criterion.to_owned(),
                cause,
                effect,
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
            edits.push(Edit::Finding(id, Some(shortfall(found, told, chance))));
        }
        edits.extend(recommendations);
        edits
    }

    /// What is written down: the best strengths, every grave shortfall, and some of the lighter ones.
    fn chosen(&self, chance: &mut Chance) -> (Vec<&Found<'a>>, Vec<&Found<'a>>) {
        let mut strengths: Vec<&Found> = Vec::new();
        let mut shortfalls: Vec<&Found> = Vec::new();
        for found in chance.pick_some(&self.found, self.found.len()) {
            // What nothing shows is not written down.
            match found.level {
                _ if found.proved.says.is_empty() => {}
                3.. if found.praised && !found.proved.contradicted => strengths.push(found),
                3.. => {}
                _ => shortfalls.push(found),
            }
        }
        strengths.sort_by_key(|found| std::cmp::Reverse(found.level));
        strengths.truncate(STRENGTHS);
        shortfalls.sort_by_key(|found| found.level);
        let grave = shortfalls.iter().filter(|found| found.level <= 1).count();
        shortfalls.truncate(ENOUGH_SHORTFALLS.max(grave));
        (strengths, shortfalls)
    }

    fn recommendation(&self, found: &Found, finding: FindingId, chance: &mut Chance) -> Recommendation {
        // What is asked for has no number that hangs on a level.
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

fn shortfall(found: &Found, told: &mut Told, chance: &mut Chance) -> Finding {
    let [condition, cause, effect] = found.proved.say(told, &found.words);
    let severity = match found.level {
        0 => Severity::High,
        1 if chance.one_in(2) => Severity::High,
        2 if chance.one_in(2) => Severity::Low,
        _ => Severity::Medium,
    };
    Finding {
        kind: FindingKind::Shortfall,
        items: found.items.clone(),
        evidence: found.proved.cites.clone(),
        severity,
        condition,
        criterion: found.criterion.to_owned(),
        cause,
        effect,
        reply: found.words.fill(&found.shortfall.reply, found.level),
        transferable: false,
    }
}

fn label<T: for<'a> From<&'a str>>(prefix: &str, before: usize) -> T {
    T::from(&format!("{prefix}-{:02}", before + 1))
}
