//! The actions on one inspection that can be taken back, in the order they were done. They outlive the walk, so that coming back to an
//! inspection in the same session still undoes what was done before.

use crate::domain::{edit::Edit, evidence::Evidence, inspection::Inspection};

/// One user action: the fields it set, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The edits that take it back.
    pub back: Vec<Edit>,
    /// The edits that make it.
    pub forth: Vec<Edit>,
}

/// What was done and what was taken back, the latest last.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Step {
    /// Whether the inspection still holds what the action set. Seconds are measured and an attachment follows by itself; neither is
    /// anybody's other action.
    #[must_use]
    pub fn stands_in(&self, inspection: &Inspection) -> bool {
        let without_file = |edit: Edit| match edit {
            Edit::Evidence(id, Some(evidence)) => Edit::Evidence(id, Some(Evidence { file: None, ..evidence })),
            edit => edit,
        };
        self.forth
            .iter()
            .filter(|edit| !matches!(edit, Edit::Timing(..)))
            .all(|edit| inspection.current(edit).is_none_or(|now| without_file(now) == without_file(edit.clone())))
    }
}

impl Steps {
    /// Something was done; what was taken back before can no longer be made again.
    pub fn push(&mut self, step: Step) {
        self.done.push(step);
        self.undone.clear();
    }

    /// The action that would be taken back.
    #[must_use]
    pub fn last(&self) -> Option<&Step> {
        self.done.last()
    }

    /// The action that would be made again.
    #[must_use]
    pub fn next(&self) -> Option<&Step> {
        self.undone.last()
    }

    /// The last action was taken back.
    pub fn went_back(&mut self) {
        self.undone.extend(self.done.pop());
    }

    /// The last action can no longer be taken back: what it set was changed elsewhere.
    pub fn forget_last(&mut self) {
        self.done.pop();
    }

    /// The action taken back last was made again.
    pub fn went_forth(&mut self) {
        self.done.extend(self.undone.pop());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ItemId;

    fn step(words: &str) -> Step {
        let edit = |words: &str| vec![Edit::Note(ItemId::from("A"), words.into())];
        Step { back: edit(""), forth: edit(words) }
    }

    #[test]
    fn a_new_action_ends_what_could_be_made_again() {
        let mut steps = Steps::default();
        steps.push(step("một"));
        steps.push(step("hai"));
        steps.went_back();
        assert_eq!((steps.last(), steps.next()), (Some(&step("một")), Some(&step("hai"))));
        steps.went_forth();
        assert_eq!((steps.last(), steps.next()), (Some(&step("hai")), None));
        steps.went_back();
        steps.push(step("ba"));
        assert_eq!((steps.last(), steps.next()), (Some(&step("ba")), None));
    }

    #[test]
    fn going_back_from_nothing_is_nothing() {
        let mut steps = Steps::default();
        steps.went_back();
        steps.went_forth();
        assert_eq!(steps, Steps::default());
    }
}
