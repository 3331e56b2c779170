//! What is selected in the edit buffer: marked by moving, replaced by typing, taken for the clipboard. Where the clipboard is, is the
//! application's matter.

use super::{EditBuffer, Kind};
use std::ops::Range;

impl EditBuffer {
    /// Moves and marks what is moved over, from where marking began.
    pub fn mark(&mut self, movement: impl FnOnce(&mut Self)) {
        let anchor = self.anchor.unwrap_or(self.cursor);
        // The movement begins at the caret; without this it would begin at an end of what is marked already.
        self.anchor = None;
        movement(self);
        self.anchor = Some(anchor);
    }

    /// Marks the whole text, the caret at its end.
    pub fn select_all(&mut self) {
        self.text_end();
        self.anchor = Some(0);
    }

    /// The words that are selected; empty when none are.
    #[must_use]
    pub fn selected(&self) -> &str {
        self.selection().and_then(|selected| self.text.get(selected)).unwrap_or_default()
    }

    /// Where they stand, in bytes; nothing when none are.
    #[must_use]
    pub fn selection(&self) -> Option<Range<usize>> {
        let anchor = self.anchor.filter(|anchor| *anchor != self.cursor)?;
        Some(anchor.min(self.cursor)..anchor.max(self.cursor))
    }

    /// Keeps the present as a step back of its own and gives what is to be replaced, when something is selected.
    pub(super) fn begin_replacing(&mut self) -> Option<Range<usize>> {
        let selected = self.selection()?;
        self.remember(Kind::Whole, false);
        self.word = None;
        Some(selected)
    }
}
