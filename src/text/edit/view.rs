//! The edit buffer as it stands on the screen: wrapped rows, the caret's row and column, movement by rows, and the window of a
//! field of one row. One column stays free for the caret behind a full row. Draws nothing.

use super::EditBuffer;
use crate::text::{
    width::{fitting, width},
    wrap::rows,
};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

impl EditBuffer {
    /// The text in rows of at most `columns` (2 or more; the last column is the caret's).
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<&str> {
        let room = room(columns);
        self.ranges(columns).into_iter().map(|row| fitting(self.text.get(row).unwrap_or_default(), room)).collect()
    }

    /// The same rows, each as what stands before the selected words, those, and what stands behind them.
    #[must_use]
    pub fn marked_rows(&self, columns: usize) -> Vec<[&str; 3]> {
        let room = room(columns);
        let parts = |row: Range<usize>| {
            let shown = fitting(self.text.get(row.clone()).unwrap_or_default(), room);
            self.parts(row.start..row.start + shown.len())
        };
        self.ranges(columns).into_iter().map(parts).collect()
    }

    /// A piece of the text around what of it is selected.
    fn parts(&self, piece: Range<usize>) -> [&str; 3] {
        let marked = self.selection().unwrap_or(piece.end..piece.end);
        let (from, to) = (marked.start.clamp(piece.start, piece.end), marked.end.clamp(piece.start, piece.end));
        [piece.start..from, from..to, to..piece.end].map(|part| self.text.get(part).unwrap_or_default())
    }

    /// Row and column of the caret in [`EditBuffer::rows`] of the same width, both from 0; the column is below `columns`.
    #[must_use]
    pub fn cursor_at(&self, columns: usize) -> (usize, usize) {
        self.find(&self.ranges(columns), columns)
    }

    /// Puts the caret where a click at `row` and `column` of the wrapped text would; beyond the text, at its nearest place.
    pub fn place(&mut self, row: usize, column: usize, columns: usize) {
        let rows = self.ranges(columns);
        let last = rows.len().saturating_sub(1);
        if let Some(range) = rows.get(row.min(last)) {
            let to = self.place_in(range, column.min(room(columns)), row >= last);
            self.go(to);
        }
    }

    /// One wrapped row up, keeping to the column. Whether there was one.
    pub fn up(&mut self, columns: usize) -> bool {
        let rows = self.ranges(columns);
        let (row, column) = self.find(&rows, columns);
        row > 0 && self.move_to_row(&rows, row - 1, column, columns)
    }

    /// One wrapped row down, keeping to the column. Whether there was one.
    pub fn down(&mut self, columns: usize) -> bool {
        let rows = self.ranges(columns);
        let (row, column) = self.find(&rows, columns);
        row + 1 < rows.len() && self.move_to_row(&rows, row + 1, column, columns)
    }

    /// So many wrapped rows up, or to the first; keeps the column. Whether it moved.
    pub fn page_up(&mut self, columns: usize, page: usize) -> bool {
        (0..page.max(1)).fold(false, |moved, _| self.up(columns) || moved)
    }

    /// So many wrapped rows down, or to the last; keeps the column. Whether it moved.
    pub fn page_down(&mut self, columns: usize, page: usize) -> bool {
        (0..page.max(1)).fold(false, |moved, _| self.down(columns) || moved)
    }

    /// To the beginning of the wrapped row; from there to that of the line.
    pub fn row_start(&mut self, columns: usize) {
        let rows = self.ranges(columns);
        let row = rows.get(self.find(&rows, columns).0);
        let to = row.map_or(0, |row| row.start);
        if to == self.cursor { self.home() } else { self.go(to) }
    }

    /// To the end of the wrapped row; from there to that of the line.
    pub fn row_end(&mut self, columns: usize) {
        let rows = self.ranges(columns);
        let at = self.find(&rows, columns).0;
        let to = rows.get(at).map_or(0, |row| self.place_in(row, room(columns), at + 1 == rows.len()));
        if to == self.cursor { self.end() } else { self.go(to) }
    }

    /// The caret's line as a field of one row and `columns` shows it, around what is selected of it, and the caret's column in it, below `columns`.
    #[must_use]
    pub fn window(&self, columns: usize) -> ([&str; 3], usize) {
        let line = self.line();
        let head = self.text.get(line.start..self.cursor).unwrap_or_default();
        let (mut start, mut caret) = (line.start, width(head));
        for grapheme in head.graphemes(true) {
            if caret <= room(columns) {
                break;
            }
            (start, caret) = (start + grapheme.len(), caret - grapheme.width());
        }
        let shown = fitting(self.text.get(start..line.end).unwrap_or_default(), columns);
        (self.parts(start..start + shown.len()), caret)
    }

    fn ranges(&self, columns: usize) -> Vec<Range<usize>> {
        rows(&self.text, room(columns))
    }

    fn find(&self, rows: &[Range<usize>], columns: usize) -> (usize, usize) {
        // A row begins behind the blanks of the one before, so the caret between two rows stands at the later one.
        let row = rows.iter().rposition(|row| row.start <= self.cursor).unwrap_or(0);
        let start = rows.get(row).map_or(0, |row| row.start);
        let column = width(self.text.get(start..self.cursor).unwrap_or_default());
        (row, column.min(room(columns)))
    }

    fn move_to_row(&mut self, rows: &[Range<usize>], row: usize, column: usize, columns: usize) -> bool {
        let goal = self.goal.unwrap_or(column);
        if let Some(range) = rows.get(row) {
            let to = self.place_in(range, goal.min(room(columns)), row + 1 == rows.len());
            self.go(to);
            self.goal = Some(goal);
        }
        true
    }

    /// The place in a row at or before `column`. The end of a row that goes on in the next is that row's beginning; the
    /// caret then stays one grapheme before it.
    fn place_in(&self, row: &Range<usize>, column: usize, is_last: bool) -> usize {
        let text = self.text.get(row.clone()).unwrap_or_default();
        let goes_on = !is_last && !self.text.get(row.end..).unwrap_or_default().starts_with('\n');
        let within = fitting(text, column);
        match within.grapheme_indices(true).next_back() {
            Some((before, _)) if goes_on && within.len() == text.len() => row.start + before,
            _ => row.start + within.len(),
        }
    }
}

/// Columns for text beside the caret's.
fn room(columns: usize) -> usize {
    columns.saturating_sub(1).max(1)
}
