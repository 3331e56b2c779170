//! User actions that were done, and which of them can still be taken back. Knows no journal: `store::recent` reads the actions there.

use super::{
    edit::{Change, Edit},
    ids::{InspectionId, UnitId},
    indicator::Yearly,
    inspection::Visit,
    life::Life,
};
use chrono::{DateTime, FixedOffset};
use std::collections::BTreeSet;

/// One user action: what it set, and what stood there before. Taking it back is a user action, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// Sequence number of its journal record.
    pub seq: u64,
    /// When, by the laptop's clock.
    pub at: DateTime<FixedOffset>,
    /// The changes it made, in order.
    pub forth: Vec<Change>,
    /// The changes that take it back, in order. Empty when it cannot be taken back: it planned, drew, signed, or added a unit.
    pub back: Vec<Change>,
}

/// Whose actions are meant: what a screen is about, or everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Everything of the day.
    Everywhere,
    /// What changed this inspection alone.
    Inspection(InspectionId),
    /// What changed this unit, its values and its register of models alone.
    Unit(UnitId),
}

impl Reach {
    /// Whether an action is meant. What made the thing itself – planned it, added it – is not within its own page.
    #[must_use]
    pub fn holds(self, action: &Action) -> bool {
        let within = |change: &Change| match (self, change) {
            (Self::Everywhere, _) => true,
            (Self::Inspection(id), Change::Inspection { id: of, edit }) => {
                *of == id && !matches!(**edit, Edit::Plan(_))
            }
            (Self::Unit(id), Change::Unit(unit)) => unit.id == id,
            (Self::Unit(id), Change::Indicator(yearly)) => yearly.unit == id,
            (Self::Unit(id), Change::Model { unit, .. }) => *unit == id,
            _ => false,
        };
        let whole = self == Self::Everywhere || !action.back.is_empty() || action.forth.iter().any(Change::is_final);
        whole && action.forth.iter().all(within)
    }
}

impl Change {
    /// Name of the field it sets, unique in the vault: two changes with the same name set the same thing.
    #[must_use]
    pub fn field(&self) -> String {
        match self {
            Self::Unit(unit) => format!("unit/{}", unit.id),
            Self::Indicator(of) => format!("indicator/{}/{}/{}", of.unit, of.indicator, of.year),
            Self::Round(round) => format!("round/{}", round.id),
            Self::Programme(version) => format!("programme/{}", version.hash),
            Self::Settings(_) => "settings".into(),
            Self::Model { unit, id, .. } => format!("register/{unit}/{id}"),
            Self::Inspection { id, edit } => format!("inspection/{id}/{}", edit.field()),
        }
    }

    /// The change that empties the field it sets: what takes back the first change of a field. Nothing for what cannot be made unhappened.
    #[must_use]
    pub fn emptied(&self) -> Option<Self> {
        match self {
            Self::Unit(_) | Self::Round(_) | Self::Programme(_) | Self::Settings(_) => None,
            Self::Indicator(of) => Some(Self::Indicator(Yearly { figure: None, ..of.clone() })),
            Self::Model { unit, id, .. } => Some(Self::Model { unit: *unit, id: *id, model: None }),
            Self::Inspection { id, edit } => Some(Self::Inspection { id: *id, edit: Box::new(edit.emptied()?) }),
        }
    }

    /// Whether it is never taken back, whatever stood there before: what was signed, opened again or drawn is answered by a new action.
    #[must_use]
    pub fn is_final(&self) -> bool {
        match self {
            Self::Programme(_) => true,
            Self::Inspection { edit, .. } => {
                matches!(
                    **edit,
                    Edit::Second(_) | Edit::OpenFirst(_) | Edit::Draw(_) | Edit::SignOff(_) | Edit::Reopen(_)
                )
            }
            _ => false,
        }
    }

    /// The inspection it changes, if it changes one.
    #[must_use]
    pub fn inspection(&self) -> Option<InspectionId> {
        match self {
            Self::Inspection { id, .. } => Some(*id),
            _ => None,
        }
    }

    fn closes(&self) -> Option<InspectionId> {
        match self {
            Self::Inspection { id, edit } if matches!(**edit, Edit::SignOff(_) | Edit::Reopen(_)) => Some(*id),
            _ => None,
        }
    }

    /// Seconds are measured, not decided: they follow a mark and are nobody's own action.
    fn is_measured(&self) -> bool {
        matches!(self, Self::Inspection { edit, .. } if matches!(**edit, Edit::Timing(..)))
    }
}

impl Edit {
    /// The edit that empties the field it sets, if it can be empty.
    #[must_use]
    pub fn emptied(&self) -> Option<Self> {
        Some(match self {
            Self::Visit(_) => Self::Visit(Visit::default()),
            Self::SelfScore(_) => Self::SelfScore(None),
            Self::Answer(item, _) => Self::Answer(item.clone(), None),
            Self::Cite(item, _) => Self::Cite(item.clone(), BTreeSet::new()),
            Self::Note(item, _) => Self::Note(item.clone(), String::new()),
            Self::Timing(item, ..) => Self::Timing(item.clone(), 0, None),
            Self::Evidence(id, _) => Self::Evidence(id.clone(), None),
            Self::Finding(id, _) => Self::Finding(id.clone(), None),
            Self::Recommendation(id, _) => Self::Recommendation(id.clone(), None),
            Self::AnswerFlag(flag, _) => Self::AnswerFlag(flag.clone(), None),
            Self::Replace(model, _) => Self::Replace(model.clone(), None),
            Self::Verify(model, _) => Self::Verify(model.clone(), None),
            Self::Life(id, _) => Self::Life(id.clone(), Life::default()),
            Self::Reply(id, _) => Self::Reply(id.clone(), None),
            Self::Plan(_)
            | Self::Second(_)
            | Self::OpenFirst(_)
            | Self::Draw(_)
            | Self::SignOff(_)
            | Self::Reopen(_) => return None,
        })
    }
}

impl Action {
    /// What was decided in it: everything but what is only measured.
    pub fn decided(&self) -> impl Iterator<Item = &Change> {
        self.forth.iter().filter(|change| !change.is_measured())
    }

    /// The same of what takes it back.
    pub fn decided_back(&self) -> impl Iterator<Item = &Change> {
        self.back.iter().filter(|change| !change.is_measured())
    }

    fn fields(&self) -> BTreeSet<String> {
        self.decided().map(Change::field).collect()
    }

    /// Whether it set everything back to what stood there before `other`: then the two together are nothing.
    fn takes_back(&self, other: &Self) -> bool {
        let mut mine: Vec<&Change> = self.decided().collect();
        let mut back: Vec<&Change> = other.decided_back().collect();
        mine.sort_by_key(|change| change.field());
        back.sort_by_key(|change| change.field());
        !back.is_empty() && mine == back
    }
}

/// What of these actions – in their order, the first first – still stands, the last one last. An action that took back another goes away
/// together with it, and nothing of an inspection is left behind its signature or its opening again. One that cannot be taken back –
/// its `back` is empty – stays, so that whoever would take it back is told so.
#[must_use]
pub fn standing(actions: Vec<Action>) -> Vec<Action> {
    let mut standing: Vec<Action> = Vec::with_capacity(actions.len());
    for action in actions {
        let closed: BTreeSet<InspectionId> = action.forth.iter().filter_map(Change::closes).collect();
        if !closed.is_empty() {
            let touches = |change: &Change| matches!(change, Change::Inspection { id, .. } if closed.contains(id));
            standing.retain(|earlier| !earlier.forth.iter().any(touches));
        }
        let fields = action.fields();
        let last = standing.iter().rposition(|earlier| !earlier.fields().is_disjoint(&fields));
        match last {
            Some(at) if action.takes_back(&standing[at]) => {
                standing.remove(at);
            }
            _ => standing.push(action),
        }
    }
    standing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        answer::{Answer, Level},
        ids::ItemId,
        inspection::SignOff,
    };
    use uuid::Uuid;

    fn at() -> DateTime<FixedOffset> {
        DateTime::parse_from_rfc3339("2023-11-15T08:00:00+07:00").expect("a moment")
    }

    fn change(inspection: u128, edit: Edit) -> Change {
        Change::Inspection { id: InspectionId(Uuid::from_u128(inspection)), edit: Box::new(edit) }
    }

    fn rated(level: Option<u8>) -> Edit {
        Edit::Answer(ItemId::new("C1-01"), level.and_then(Level::new).map(Answer::Rated))
    }

    fn action(seq: u64, inspection: u128, from: Option<u8>, to: Option<u8>) -> Action {
        let timing = change(inspection, Edit::Timing(ItemId::new("C1-01"), u32::try_from(seq).unwrap_or(0), None));
        let forth = vec![change(inspection, rated(to)), timing.clone()];
        Action { seq, at: at(), forth, back: vec![timing, change(inspection, rated(from))] }
    }

    fn left(actions: Vec<Action>) -> Vec<u64> {
        standing(actions).into_iter().map(|action| action.seq).collect()
    }

    #[test]
    fn an_action_and_the_one_that_took_it_back_are_nothing_together() {
        let (first, second) = (action(1, 7, None, Some(3)), action(2, 7, Some(3), Some(4)));
        assert_eq!(left(vec![first.clone(), second.clone()]), [1, 2]);
        let back = action(3, 7, Some(4), Some(3));
        assert_eq!(left(vec![first.clone(), second.clone(), back.clone()]), [1]);
        assert_eq!(left(vec![first.clone(), second.clone(), action(9, 8, None, Some(1)), back.clone()]), [1, 9]);
        assert_eq!(left(vec![first.clone(), second, back, action(4, 7, Some(3), None)]), [0_u64; 0]);
        assert_eq!(left(vec![first, action(2, 7, Some(3), Some(4)), action(3, 7, Some(4), Some(2))]), [1, 2, 3]);
    }

    #[test]
    fn nothing_of_an_inspection_is_taken_back_behind_its_signature() {
        let sign_off = SignOff { by: "Trần Thị Bình".into(), at: at(), journal_head: String::new() };
        let signed = Action { seq: 3, at: at(), forth: vec![change(7, Edit::SignOff(sign_off))], back: Vec::new() };
        let all =
            vec![action(1, 7, None, Some(3)), action(2, 8, None, Some(3)), signed, action(4, 8, Some(3), Some(1))];
        assert_eq!(left(all), [2, 3, 4]);
    }
}
