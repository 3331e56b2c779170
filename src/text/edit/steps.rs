//! Steps back and forth: each keeps the stretch of the text that it changed, not the text. What belongs into one step is the buffer's
//! matter.

use std::{collections::VecDeque, ops::Range};

/// How many steps back are kept.
const KEPT: usize = 200;

/// One change of the text, as large as it grew: `len` bytes from `at` took the place of `old`.
#[derive(Debug, Clone)]
pub(super) struct Step {
    at: usize,
    len: usize,
    old: String,
    /// The caret before the change.
    cursor: usize,
    changes: bool,
}

impl Step {
    /// A step that changed nothing yet.
    fn begun(cursor: usize) -> Self {
        Self { at: cursor, len: 0, old: String::new(), cursor, changes: false }
    }

    /// Takes in that `range` of the present `text` becomes `len` bytes.
    fn take_in(&mut self, text: &str, range: &Range<usize>, len: usize) {
        if !self.changes {
            (self.at, self.changes) = (range.start, true);
        }
        let (start, end) = (self.at.min(range.start), (self.at + self.len).max(range.end));
        self.old.insert_str(0, text.get(start..self.at).unwrap_or_default());
        self.old.push_str(text.get(self.at + self.len..end).unwrap_or_default());
        (self.at, self.len) = (start, end - start - range.len() + len);
    }

    /// Puts the text and the caret back as they were before this step, and gives the step that undoes that.
    fn swap(mut self, text: &mut String, cursor: &mut usize) -> Self {
        let stretch = self.at..self.at + self.len;
        let present = text.get(stretch.clone()).unwrap_or_default().to_owned();
        text.replace_range(stretch, &self.old);
        self.len = self.old.len();
        (self.old, self.cursor) = (present, std::mem::replace(cursor, self.cursor));
        self
    }
}

/// The steps of a buffer.
#[derive(Debug, Clone, Default)]
pub(super) struct Steps {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl Steps {
    /// Forgets everything.
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Begins a step; the oldest one goes when there are too many.
    pub(super) fn begin(&mut self, cursor: usize) {
        self.done.push_back(Step::begun(cursor));
        if self.done.len() > KEPT {
            self.done.pop_front();
        }
    }

    /// Bytes of text that the steps keep.
    #[cfg(test)]
    pub(super) fn bytes(&self) -> usize {
        self.done.iter().chain(&self.undone).map(|step| step.old.len()).sum()
    }

    /// A new change leaves nothing to do again.
    pub(super) fn forget_undone(&mut self) {
        self.undone.clear();
    }

    /// Hears that `range` of the present `text` becomes `len` bytes: it belongs to the step begun last.
    pub(super) fn hear(&mut self, text: &str, range: &Range<usize>, len: usize) {
        if let Some(step) = self.done.back_mut() {
            step.take_in(text, range, len);
        }
    }

    /// Takes the last step back. Whether there was one.
    pub(super) fn undo(&mut self, text: &mut String, cursor: &mut usize) -> bool {
        let step = self.done.pop_back().map(|step| step.swap(text, cursor));
        let was = step.is_some();
        self.undone.extend(step);
        was
    }

    /// Does the step taken back last again. Whether there was one.
    pub(super) fn redo(&mut self, text: &mut String, cursor: &mut usize) -> bool {
        let step = self.undone.pop().map(|step| step.swap(text, cursor));
        let was = step.is_some();
        self.done.extend(step);
        was
    }
}
