//! What was changed on a page and can be taken back while the page is open. Units and values are set whole, so a step is the value before
//! and the value after. Adding a unit is no step: what others may have planned on is not taken away.

use crate::{
    domain::{edit::Change, indicator::Yearly},
    i18n::Message,
    tui::shared::Shared,
};

/// One change, before and after, and what it was in words.
#[derive(Debug, Clone)]
struct Step {
    before: Change,
    after: Change,
    what: Message,
}

/// The changes of a page, the latest last, and how many of them stand.
#[derive(Debug, Default)]
pub(super) struct Steps {
    all: Vec<Step>,
    standing: usize,
}

impl Steps {
    /// Notes a change that is about to be made. Nothing when it changes nothing.
    pub(super) fn note(&mut self, after: &Change, what: Message, shared: &Shared) -> bool {
        let Some(before) = now(after, shared).filter(|before| before != after) else { return false };
        self.all.truncate(self.standing);
        self.all.push(Step { before, after: after.clone(), what });
        self.standing = self.all.len();
        true
    }

    /// The change that takes the last one back, and what that was; only while what it set still stands.
    pub(super) fn back(&mut self, shared: &Shared) -> Option<(Change, Message)> {
        let step = self.all.get(self.standing.checked_sub(1)?)?;
        let stands = now(&step.after, shared).as_ref() == Some(&step.after);
        let back = (step.before.clone(), step.what.clone());
        self.standing -= 1;
        stands.then_some(back)
    }

    /// The change that makes the one taken back again.
    pub(super) fn forth(&mut self, shared: &Shared) -> Option<(Change, Message)> {
        let step = self.all.get(self.standing)?;
        let stands = now(&step.before, shared).as_ref() == Some(&step.before);
        let forth = (step.after.clone(), step.what.clone());
        self.standing += 1;
        stands.then_some(forth)
    }
}

/// What stands now where `change` would set something.
fn now(change: &Change, shared: &Shared) -> Option<Change> {
    match change {
        Change::Unit(unit) => shared.units.get(unit.id).cloned().map(Change::Unit),
        Change::Indicator(Yearly { unit, indicator, year, .. }) => {
            let figure = shared.indicators.get(*unit, indicator, *year).cloned();
            Some(Change::Indicator(Yearly { unit: *unit, indicator: indicator.clone(), year: *year, figure }))
        }
        _ => None,
    }
}
