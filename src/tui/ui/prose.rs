//! Words for a pane, put together row by row: paragraphs, titles, names with values, small bars. Knows no screen and does not draw.

use super::{
    theme::Theme,
    widgets::{bar, hanging, wrapped},
};
use crate::{
    domain::share::Share,
    text::width::{Align, pad, width},
};
use ratatui::{
    style::Style,
    text::{Line, Span},
};

/// Rows for a pane of so many columns.
#[derive(Debug)]
pub struct Prose<'a> {
    columns: u16,
    theme: &'a Theme,
    rows: Vec<Line<'static>>,
}

impl<'a> Prose<'a> {
    /// Nothing yet.
    #[must_use]
    pub const fn new(columns: u16, theme: &'a Theme) -> Self {
        Self { columns, theme, rows: Vec::new() }
    }

    /// Adds a paragraph.
    pub fn put(&mut self, words: &str, style: Style) {
        self.rows.extend(wrapped(words, self.columns, style));
    }

    /// Adds an empty row, except at the top and below another one.
    pub fn gap(&mut self) {
        if self.rows.last().is_some_and(|row| row.width() > 0) {
            self.rows.push(Line::default());
        }
    }

    /// Adds a title, with air above it.
    pub fn title(&mut self, words: &str) {
        self.gap();
        self.put(words, self.theme.strong);
    }

    /// Adds a paragraph whose further rows stand below its words, not below its mark.
    pub fn item(&mut self, mark: &str, words: &str, style: Style) {
        self.rows.extend(hanging(mark, words, self.columns, style));
    }

    /// Adds a name, a small bar and a figure in one row: `1. Lãnh đạo và ch… 61 ██████▌░░░`.
    pub fn bar(&mut self, name: &str, share: Share, figure: &str, bars: u16) {
        let figures = width(figure).max(4);
        let names = usize::from(self.columns.saturating_sub(bars + 1)).saturating_sub(figures + 1);
        self.rows.push(Line::from(vec![
            Span::styled(pad(name, names, Align::Left), self.theme.text),
            Span::styled(pad(figure, figures + 1, Align::Right), self.theme.strong),
            Span::styled(format!(" {}", bar(share, bars)), self.theme.accent),
        ]));
    }

    /// Adds a row as it is.
    pub fn row(&mut self, row: Line<'static>) {
        self.rows.push(row);
    }

    /// The rows.
    #[must_use]
    pub fn rows(self) -> Vec<Line<'static>> {
        self.rows
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_row_is_exactly_as_wide_as_its_pane() {
        let theme = Theme::mono();
        for columns in 20..60 {
            let mut prose = Prose::new(columns, &theme);
            prose.bar("Lãnh đạo và chọn việc, ấp Kinh 4A", Share::from_bp(6100), "61", 8);
            assert_eq!(prose.rows()[0].width(), usize::from(columns));
        }
    }

    #[test]
    fn gaps_neither_begin_a_pane_nor_follow_each_other() {
        let theme = Theme::mono();
        let mut prose = Prose::new(30, &theme);
        prose.gap();
        prose.put("một", theme.text);
        prose.gap();
        prose.title("hai");
        assert_eq!(prose.rows().len(), 3);
    }
}
