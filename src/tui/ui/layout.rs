//! Where things stand on the screen: head, tabs, body, strip, notice, hints.

use ratatui::layout::{Constraint, Layout, Margin, Position, Rect, Spacing};

/// The smallest screen that is usable; below it a page says so.
pub const SMALLEST: (u16, u16) = (60, 16);
/// From this width on, extra panes show more.
pub const WIDE: u16 = 110;

/// The areas of a screen.
#[derive(Debug, Clone, Copy)]
pub struct Areas {
    /// Product, programme, saved or not.
    pub head: Rect,
    /// Tabs and language.
    pub tabs: Rect,
    /// The screen itself.
    pub body: Rect,
    /// What happened last.
    pub notice: Rect,
    /// Keys.
    pub hints: Rect,
}

/// Divides the screen.
#[must_use]
pub fn areas(area: Rect) -> Areas {
    let [head, tabs, body, notice, hints] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(3),
        Constraint::Length(1),
        Constraint::Length(1),
    ])
    .areas(area);
    Areas { head, tabs, body, notice, hints }
}

/// A box of at most `width` × `height` in the middle of `area`.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}

/// The first row to draw so that `cursor` is on a screen of `height` rows, a quarter of them or more around it. The view follows in steps
/// of half a screen: rows stand still under the eye while the cursor goes down, and most keys change two rows, not all. It keeps no state
/// of its own.
#[must_use]
pub fn first_row(cursor: usize, rows: usize, height: usize) -> usize {
    let half = (height / 2).max(1);
    let first = cursor / half * half;
    first.saturating_sub(half / 2).min(rows.saturating_sub(height))
}

/// What a box with borders leaves within.
#[must_use]
pub fn inside(area: Rect) -> Rect {
    area.inner(Margin::new(1, 1))
}

/// What a box of words leaves within: its borders, and a column of air on each side.
#[must_use]
pub fn words_inside(area: Rect) -> Rect {
    area.inner(Margin::new(2, 1))
}

/// Panes side by side; neighbours share the border between them.
#[must_use]
pub fn beside<const PANES: usize>(area: Rect, widths: [Constraint; PANES]) -> [Rect; PANES] {
    Layout::horizontal(widths).spacing(Spacing::Overlap(1)).areas(area)
}

/// Which of `rows` stands at a place of a list drawn in `area` around its cursor.
#[must_use]
pub fn row_at(at: Position, area: Rect, cursor: usize, rows: usize) -> Option<usize> {
    if !area.contains(at) {
        return None;
    }
    let row = first_row(cursor, rows, usize::from(area.height)) + usize::from(at.y - area.y);
    (row < rows).then_some(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_is_always_on_the_screen() {
        for rows in 0..40 {
            for height in 1..12 {
                for cursor in 0..rows {
                    let first = first_row(cursor, rows, height);
                    assert!(first <= cursor && cursor < first + height, "{cursor} of {rows} in {height}");
                }
            }
        }
    }

    #[test]
    fn rows_stand_still_while_the_cursor_goes_down_half_a_screen() {
        let firsts: Vec<usize> = (0..400).map(|cursor| first_row(cursor, 1_000, 37)).collect();
        let steps = firsts.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(steps <= 400 / 18, "{steps}");
        assert!(firsts.windows(2).all(|pair| pair[1] - pair[0] <= 18));
    }
}
