//! Draws the items of a second look: who may look again, at what, and what stands against it. What a second look is, is `second`'s.

use super::{
    draw::{Draw, DrawError, FrozenList, Order},
    inspection::{Inspection, Plan},
    programme::{Item, Programme},
    score::{Circumstances, ItemState, assess},
    second::{LEAST, Second, USUAL, plain},
};
use chrono::{DateTime, FixedOffset, NaiveDate};
use std::collections::BTreeMap;
use unicode_normalization::UnicodeNormalization;

/// What is said when a second look is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who looks again.
    pub by: String,
    /// The digits of the team whose work is looked at again.
    pub team_seed: String,
    /// The digits of who looks again.
    pub second_seed: String,
    /// How many items; [`USUAL`], or all where there are fewer, when nothing is said.
    pub size: Option<u32>,
    /// The day of the draw.
    pub day: NaiveDate,
    /// When it is drawn.
    pub at: DateTime<FixedOffset>,
    /// Who draws.
    pub actor: String,
}

/// Why there is no second look.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSecond {
    /// Items are still without a mark: what is not finished is not looked at again.
    #[error("the inspection is neither signed nor ready")]
    NotDone,
    /// It is a second look itself.
    #[error("it is a second look itself")]
    IsSecond,
    /// Another second look of it is not finished.
    #[error("another second look is not finished")]
    Underway,
    /// Nobody is named who looks again.
    #[error("nobody is named")]
    NoName,
    /// Who is named was there the first time.
    #[error("{0} was there the first time")]
    SamePerson(String),
    /// The items cannot be drawn.
    #[error("{0}")]
    Draw(#[from] DrawError),
}

/// Draws the items of a second look at `first`. Among those to draw from are all that the unit sees and that have a mark, apart from
/// items whose level is reckoned from drawn models: those are proven by their own draw. `is_underway` says that another second look of
/// it is not finished.
///
/// # Errors
/// [`NoSecond`].
pub fn draw(
    first: &Inspection,
    programme: &Programme,
    about: &Circumstances,
    code: &str,
    is_underway: bool,
    said: Said,
) -> Result<Second, NoSecond> {
    if first.second.is_some() {
        return Err(NoSecond::IsSecond);
    }
    let items = assess(programme, first, about).items;
    if !first.is_signed() && (items.is_empty() || items.iter().any(|item| item.state == ItemState::Open)) {
        return Err(NoSecond::NotDone);
    }
    if is_underway {
        return Err(NoSecond::Underway);
    }
    let by = said.by.trim();
    if by.is_empty() {
        return Err(NoSecond::NoName);
    }
    if let Some(same) = there(first).find(|name| plain(name) == plain(by)) {
        return Err(NoSecond::SamePerson(same.trim().to_owned()));
    }
    let marked: Vec<&Item> = items
        .iter()
        .filter_map(|score| programme.item(&score.item))
        .filter(|item| !item.measures_sample && first.answer(&item.id).is_some())
        .collect();
    let list = FrozenList::freeze(marked.iter().map(|item| (item.id.as_str(), item.label.vi.as_str())));
    let list = list.map_err(DrawError::from)?;
    let (least, size) = (LEAST.min(list.population()), said.size.unwrap_or(USUAL.min(list.population())));
    if size < least {
        return Err(DrawError::Few { asked: size, least }.into());
    }
    let draw = Draw::new(Order {
        list,
        unit_seed: said.team_seed,
        team_seed: said.second_seed,
        code: code.to_owned(),
        day: said.day,
        size,
        at: said.at,
        by: said.actor,
        instead: None,
        earlier: Vec::new(),
    })?;
    let by = by.nfc().collect();
    let (marks, opened) = (BTreeMap::new(), Vec::new());
    let second = Second { of: first.id, version: first.version(), by, draw, marks, opened };
    let marks = second.items().into_iter().filter_map(|item| Some((item.clone(), first.answer(&item)?.clone())));
    Ok(Second { marks: marks.collect(), ..second })
}

/// The plan of a second look: what the first one had, its kind and programme among it, with who looks again as its leader.
#[must_use]
pub fn plan(first: &Inspection, second: &Second) -> Plan {
    Plan { due: None, lead: second.by.clone(), ..first.plan.clone() }
}

/// Everybody who is known to have had a hand in an inspection.
fn there(inspection: &Inspection) -> impl Iterator<Item = &str> {
    let team = inspection.visit.team.iter().map(String::as_str);
    let signed = inspection.sign_off.iter().chain(inspection.reopenings.iter().map(|reopened| &reopened.signed));
    let signed = signed.map(|sign_off| sign_off.by.as_str());
    team.chain([inspection.plan.lead.as_str()]).chain(signed)
}
